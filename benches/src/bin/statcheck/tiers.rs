//! The win rates printed beside the tiers, against the truth of planted histories.
//!
//! Generated leads are won with a probability that is known for each of them. A card is learned and cut into tiers from so many deals,
//! as the library does it; a tier's true rate is the mean probability of the fresh leads that fall into it. Two tables print rates: that
//! of the training deals, by scores from models that did not see them, and that of the hold-out, here a third as many deals.
//!
//! The tiers of one history are not independent, so the standard error is that of the histories' mean shares.

use crate::table::{NOMINAL, Row};
use lead_scoring_benches::{Result, generated_leads, planted_model};
use lead_scoring_calibration::{CalibrationOptions, TierSummary, calibrate, tier_table};
use lead_scoring_core::{Dataset, Deals};
use lead_scoring_fit::{FitOptions, fit};
use lead_scoring_lift::{AnalyzeOptions, FieldChoice, analyze};
use lead_scoring_model::{Scorecard, TierCuts};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Training deals of a history.
pub(crate) const DEALS: [usize; 2] = [600, 2_000];
/// Log odds of winning per point of the planted card, whose scores are spread about 50 with a deviation of 7.
const LOG_ODDS: f64 = 0.2;
/// Log odds at a score of 50.
const BASE_LOG_ODDS: f64 = -1.0;
/// Seed of the leads that give the truth; no history has it.
const FRESH_SEED: u64 = 0;

/// Cuts are chosen on the same deals, and their scores come from models other than the card that is applied. The intervals count deals
/// alone, so with many deals, where they are short, they hold the truth less often than they say.
const TRAINING: (f64, f64) = (0.80, 0.965);

/// Coverage in the table of the training deals and in that of the hold-out, for each number of deals.
pub(crate) fn rows(deals: &[usize], histories: u32, fresh: usize) -> Result<Vec<Row>> {
    let planted = planted_model()?.card;
    let fresh = Leads::new(&planted, fresh, FRESH_SEED)?;
    let mut rows = Vec::new();
    for &deals in deals {
        let mut shares = [Vec::new(), Vec::new()];
        for seed in (1_u64..).take(histories as usize) {
            for (shares, share) in shares.iter_mut().zip(history(&planted, deals, seed, &fresh)?) {
                shares.extend(share);
            }
        }
        let tables = [("training", TRAINING), ("hold-out", NOMINAL)];
        for ((table, accepted), shares) in tables.into_iter().zip(shares) {
            let (coverage, error) = mean_and_error(&shares);
            let setting = format!("{table}, {deals} deals, {} histories", shares.len());
            rows.push(Row { interval: "tier rate", setting, coverage, error, accepted });
        }
    }
    Ok(rows)
}

/// Leads with their true probability of winning.
struct Leads {
    data: Dataset,
    chance: Vec<f64>,
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
}

/// The share of tiers whose interval holds the truth, on the training deals and on the hold-out; `None` where no tiers were cut.
fn history(planted: &Scorecard, deals: usize, seed: u64, fresh: &Leads) -> Result<[Option<f64>; 2]> {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    // Odd and even seeds: no hold-out repeats the leads of another history.
    let (train, held_out) =
        (Leads::new(planted, deals, 2 * seed)?, Leads::new(planted, deals / 3, 2 * seed + 1)?);
    let (won, held_out_won) = (train.outcomes(&mut random), held_out.outcomes(&mut random));

    let mut options = AnalyzeOptions::default();
    options.seed = seed;
    options.fields =
        planted.signals.iter().map(|signal| FieldChoice::new(&signal.field, signal.dimension)).collect();
    let fitted =
        fit(&analyze(&Deals::new(train.data, won.clone())?, &options)?, &FitOptions::default(), Vec::new())?;
    let range = fitted.card.range();
    let calibration = calibrate(range, &fitted.honest_scores, &won, &CalibrationOptions::default())?;
    let Some(cuts) = calibration.cuts else { return Ok([None, None]) };

    let truth = true_rates(&fitted.card, cuts, fresh)?;
    let scores = fitted.card.score_rows(&held_out.data)?;
    let measured = tier_table(cuts, range, &scores, &held_out_won);
    Ok([share_held(&calibration.tiers, &truth), share_held(&measured, &truth)])
}

/// The mean probability of the fresh leads in each tier, Hot to Cold; `None` for a tier without leads.
fn true_rates(card: &Scorecard, cuts: TierCuts, fresh: &Leads) -> Result<[Option<f64>; 4]> {
    let mut sums = [(0.0, 0.0); 4];
    for (score, chance) in card.score_rows(&fresh.data)?.into_iter().zip(&fresh.chance) {
        let sum = &mut sums[cuts.tier(score).index()];
        *sum = (sum.0 + chance, sum.1 + 1.0);
    }
    Ok(sums.map(|(chance, leads)| (leads > 0.0).then(|| chance / leads)))
}

/// The share of tiers with deals whose interval holds the truth; `None` without such a tier.
fn share_held(tiers: &[TierSummary], truth: &[Option<f64>; 4]) -> Option<f64> {
    let pairs = tiers.iter().zip(truth).filter_map(|(tier, truth)| tier.rate.zip(*truth));
    let held: Vec<bool> = pairs.map(|(rate, truth)| (rate.lower..=rate.upper).contains(&truth)).collect();
    (!held.is_empty()).then(|| held.iter().filter(|held| **held).count() as f64 / held.len() as f64)
}

fn mean_and_error(shares: &[f64]) -> (f64, f64) {
    let histories = shares.len() as f64;
    let mean = shares.iter().sum::<f64>() / histories;
    let squares: f64 = shares.iter().map(|share| (share - mean).powi(2)).sum();
    (mean, (squares / (histories - 1.0) / histories).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_calibration::Rate;

    #[test]
    fn tiers_without_deals_or_truth_do_not_count() {
        let cuts = TierCuts::new(70, 50, 30).unwrap();
        let scores = [[80; 10], [60; 10], [40; 10]].concat();
        let won: Vec<bool> = (0..30).map(|deal| deal % 2 == 0).collect();
        let tiers = tier_table(cuts, (0, 100), &scores, &won);
        assert_eq!(tiers[0].rate, Rate::of(5, 10));
        assert_eq!(share_held(&tiers, &[Some(0.5), Some(0.9), None, Some(0.5)]), Some(0.5));
        assert_eq!(share_held(&tiers, &[None; 4]), None);
        assert_eq!(mean_and_error(&[0.5, 1.0]), (0.75, 0.25));
    }

    #[test]
    fn tier_rates_hold_the_truth() {
        // Some 60 intervals of hold-outs: at a coverage of 0.94, 13 misses occur less than once in 1,000 times.
        let rows = rows(&[400], 20, 4_000).unwrap();
        assert!(rows.len() == 2 && rows.iter().all(|row| row.coverage >= 0.8), "{rows:?}");
    }
}
