//! Histories whose truth is known: generated leads that are won with a given probability, and what the library learns from them.

use crate::table::{NOMINAL, Row, Unit, mean_and_error};
use lead_scoring_benches::{Result, generated_leads, planted_model};
use lead_scoring_calibration::{Calibration, CalibrationOptions, calibrate};
use lead_scoring_core::{Dataset, Deals};
use lead_scoring_fit::{FitOptions, Fitted, fit};
use lead_scoring_lift::{Analysis, AnalyzeOptions, FieldChoice, analyze};
use lead_scoring_model::Scorecard;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Log odds of winning per point of the planted card, whose scores are spread about 50 with a deviation of 7.
const LOG_ODDS: f64 = 0.2;
/// Log odds at a score of 50.
const BASE_LOG_ODDS: f64 = -1.0;
/// Seed of the leads that give the truth; no history has it.
const FRESH_SEED: u64 = 0;

/// Where histories come from, with the leads on which the truth is measured.
pub(crate) struct Source {
    card: Scorecard,
    pub(crate) fresh: Leads,
}

/// One history, and what was learned from it.
pub(crate) struct History {
    pub(crate) analysis: Analysis,
    pub(crate) fitted: Fitted,
    pub(crate) calibration: Calibration,
    pub(crate) held_out: Leads,
    pub(crate) held_out_won: Vec<bool>,
}

/// Leads with their true probability of winning.
pub(crate) struct Leads {
    pub(crate) data: Dataset,
    pub(crate) chance: Vec<f64>,
}

/// What is true of a group of leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Truth {
    /// Share of all leads.
    pub(crate) share: f64,
    /// Mean probability of winning; `None` without leads.
    pub(crate) rate: Option<f64>,
}

/// What is measured of a history: two shares of intervals that hold the truth.
type Measure = fn(&History, &Leads) -> Result<[Option<f64>; 2]>;

/// The measures with the names of their rows and what is accepted of them.
const MEASURES: [(Measure, [&str; 2], (f64, f64)); 5] = [
    (crate::tiers::coverage, ["tier rate, hold-out", "tier share, hold-out"], NOMINAL),
    (crate::cards::coverage, ["AUC, hold-out", "tier separation, hold-out"], NOMINAL),
    (crate::bins::coverage, ["bin rate", "bin lift"], NOMINAL),
    (crate::bins::of_ranges, ["bin rate, ranges alone", "bin lift, ranges alone"], ONE_KIND),
    (crate::bins::of_groups, ["bin rate, groups alone", "bin lift, groups alone"], ONE_KIND),
];
const ONE_KIND: (f64, f64) = (0.92, 0.98);

/// Training deals of a history, and the part of the histories that is drawn with so many.
pub(crate) const DEALS: [(usize, u32); 3] = [(300, 1), (2_000, 1), (10_000, 2)];

/// Coverage for each number of deals, over so many histories or a part of them.
///
/// The intervals of one history are not independent, so the standard error is that of the histories' mean shares.
pub(crate) fn rows(deals: &[(usize, u32)], histories: u32, fresh: usize) -> Result<Vec<Row>> {
    let source = Source::new(fresh)?;
    let mut rows = Vec::new();
    for &(deals, part) in deals {
        let mut held = [const { [const { Vec::new() }; 2] }; MEASURES.len()];
        for seed in (1_u64..).take((histories / part) as usize) {
            let history = source.history(deals, seed)?;
            for (held, (measure, ..)) in held.iter_mut().zip(MEASURES) {
                held.iter_mut()
                    .zip(measure(&history, &source.fresh)?)
                    .for_each(|(held, share)| held.extend(share));
            }
        }
        for ((_, names, accepted), held) in MEASURES.iter().zip(&held) {
            for (what, shares) in names.iter().zip(held) {
                let (value, error) = mean_and_error(shares);
                let setting = format!("{deals} deals, {} histories", shares.len());
                rows.push(Row { what, setting, value, error, accepted: *accepted, unit: Unit::Share });
            }
        }
    }
    Ok(rows)
}

impl Source {
    /// With so many leads to measure the truth on.
    pub(crate) fn new(fresh: usize) -> Result<Self> {
        let card = planted_model()?.card;
        let fresh = Leads::new(&card, fresh, FRESH_SEED)?;
        Ok(Self { card, fresh })
    }

    /// So many training deals, a third as many held out, and what the library learns from the former.
    pub(crate) fn history(&self, deals: usize, seed: u64) -> Result<History> {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        // Odd and even seeds: no hold-out repeats the leads of another history.
        let (train, held_out) =
            (Leads::new(&self.card, deals, 2 * seed)?, Leads::new(&self.card, deals / 3, 2 * seed + 1)?);
        let (won, held_out_won) = (train.outcomes(&mut random), held_out.outcomes(&mut random));
        let mut options = AnalyzeOptions::default();
        options.seed = seed;
        let signals = self.card.signals.iter();
        options.fields = signals.map(|signal| FieldChoice::new(&signal.name, signal.dimension)).collect();
        let analysis = analyze(&Deals::new(train.data, won.clone())?, &options)?;
        let fitted = fit(&analysis, &FitOptions::default(), Vec::new())?;
        let options = CalibrationOptions::default();
        let calibration = calibrate(fitted.card.range(), &fitted.honest_scores, &won, &options)?;
        Ok(History { analysis, fitted, calibration, held_out, held_out_won })
    }
}

impl Leads {
    fn new(planted: &Scorecard, rows: usize, seed: u64) -> Result<Self> {
        let data = generated_leads(rows, seed)?;
        let log_odds = |score: i32| BASE_LOG_ODDS + LOG_ODDS * f64::from(score - 50);
        let scores = planted.score_rows(&data)?.into_iter();
        let chance = scores.map(|score| 1.0 / (1.0 + (-log_odds(score)).exp())).collect();
        Ok(Self { data, chance })
    }

    fn outcomes(&self, random: &mut Pcg64Mcg) -> Vec<bool> {
        self.chance.iter().map(|chance| random.random_bool(*chance)).collect()
    }

    /// The truth of each of so many groups, given the group of each lead.
    pub(crate) fn groups(&self, groups: usize, group_of: impl Iterator<Item = usize>) -> Vec<Truth> {
        let mut sums = vec![(0.0, 0.0); groups];
        for (group, chance) in group_of.zip(&self.chance) {
            if let Some(sum) = sums.get_mut(group) {
                *sum = (sum.0 + 1.0, sum.1 + chance);
            }
        }
        let all = self.chance.len() as f64;
        let truth = |(leads, chance): (f64, f64)| Truth {
            share: leads / all,
            rate: (leads > 0.0).then(|| chance / leads),
        };
        sums.into_iter().map(truth).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_means_of_the_known_chances() {
        let leads = Leads { data: Dataset::with_rows(3), chance: vec![0.2, 0.4, 0.9] };
        let truth = leads.groups(3, [0, 0, 2].into_iter());
        assert!((truth[0].share - 2.0 / 3.0).abs() < 1e-12 && (truth[0].rate.unwrap() - 0.3).abs() < 1e-12);
        assert_eq!(truth[1], Truth { share: 0.0, rate: None });
        assert_eq!(truth[2], Truth { share: 1.0 / 3.0, rate: Some(0.9) });
    }

    #[test]
    fn tiers_and_bins_hold_the_truth() {
        // Of tiers some 24 intervals each: at a coverage of 0.94, 8 misses occur less than once in 3,000 times. Of bins several hundred.
        let rows = rows(&[(400, 1)], 6, 4_000).unwrap();
        assert!(rows.len() == 10 && rows[..2].iter().all(|row| row.value >= 0.67), "{rows:?}");
        assert!(rows[4..6].iter().all(|row| row.value >= 0.89), "{rows:?}");
    }
}
