//! Section 8: what to compare week by week, month by month, quarter by quarter.

use super::hold_out::drifts;
use super::labels;
use super::later::{outwards, watched, watched_on};
use super::stability::{honest_counts, is_sound};
use super::volume::{MONTH, closed_per_month};
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_lift::{Counts, Pattern};
use lead_scoring_model::{Bin, Signal};
use serde::Serialize;

/// Signals whose lift is to be compared.
const MOST_SIGNALS: usize = 10;
/// Days of the window that lifts are compared on.
const WINDOW_DAYS: f64 = 90.0;
/// Deals that each lift to be compared asks for.
const DEALS_PER_LIFT: u64 = 20;
/// Relative change of a lift from which points are to be adjusted.
const CHANGE: f64 = 0.2;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Runbook {
    pub(crate) baselines: Vec<Baseline>,
    /// Win rates of the oldest and of the newest part of the history, where lifts cannot last as the win rate drifts.
    pub(crate) drift: Option<[f64; 2]>,
    /// What the window of 90 days would hold, where that is too little to compare so many lifts.
    pub(crate) small_window: Option<SmallWindow>,
    pub(crate) version: String,
    pub(crate) built: String,
    pub(crate) hot_cut: Option<i32>,
    pub(crate) held_out: u64,
    pub(crate) deals: u64,
    pub(crate) signals: u64,
    pub(crate) verdict: &'static str,
    pub(crate) refitted: bool,
}

/// How few deals close.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct SmallWindow {
    pub(crate) closed_per_month: f64,
    pub(crate) deals: f64,
    /// The lifts that are to be judged on as many deals as they were learned from, which takes as many new deals as call for a rebuild.
    pub(crate) rebuild_first: u64,
}

/// The lift of a signal's strongest bin, and the band outside of which to act.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Baseline {
    pub(crate) signal: Text,
    pub(crate) criterion: Text,
    /// Whether it is a combination.
    pub(crate) pair: bool,
    /// Win rate of its deals over the base rate, of combinations as of single fields.
    pub(crate) lift: f64,
    /// That of the deals that had no part in choosing the bin; `None` of a combination.
    pub(crate) honest_lift: Option<f64>,
    /// `None` where no lift is so low or so high: it cannot fall below 0 nor exceed 1 over the base rate.
    pub(crate) below: Option<f64>,
    pub(crate) above: Option<f64>,
    pub(crate) deals: u64,
    /// The fewest of its deals that a later lift is to be judged by; the band is as wide as chance on so many.
    pub(crate) judged_on: u64,
    pub(crate) points: i32,
}

impl Runbook {
    pub(crate) fn of(input: &ReportInput<'_>) -> Self {
        let model = input.model;
        let base_rate = input.train.base_rate().filter(|rate| *rate > 0.0);
        let signals = model.card.signals.iter().enumerate();
        let baselines = signals.filter_map(|(of, signal)| {
            let sound = |at: usize| is_sound(input, of, signal, at);
            baseline(signal, &input.analysis.patterns, base_rate?, sound)
        });
        let baselines: Vec<Baseline> = baselines.take(MOST_SIGNALS).collect();
        Self {
            small_window: closed_per_month(input).and_then(|deals| SmallWindow::of(deals, &baselines)),
            baselines,
            drift: drift(input),
            version: model.version.clone(),
            built: input.built.to_string(),
            hot_cut: model.tiers.map(|cuts| cuts.hot),
            held_out: input.validation.won + input.validation.lost,
            deals: input.train.len() as u64,
            signals: model.card.signals.len() as u64,
            verdict: input.validation.verdict.label(),
            refitted: model.validation.refitted,
        }
    }
}

fn drift(input: &ReportInput<'_>) -> Option<[f64; 2]> {
    let periods = &input.audit.drift.periods;
    drifts(input).then_some([periods.first()?.rate, periods.last()?.rate])
}

impl SmallWindow {
    /// `None` where the window holds enough, or there is nothing to compare.
    fn of(closed_per_month: f64, lifts: &[Baseline]) -> Option<Self> {
        let wanted = lifts.len() as u64 * DEALS_PER_LIFT;
        let deals = closed_per_month * WINDOW_DAYS / MONTH;
        let rebuild_first = lifts.iter().filter(|lift| lift.judged_on == lift.deals).count() as u64;
        (closed_per_month > 0.0 && deals < wanted as f64).then_some(Self {
            closed_per_month,
            deals,
            rebuild_first,
        })
    }
}

/// Of the strongest bin of those that are `sound`; `None` where none is.
fn baseline(
    signal: &Signal,
    patterns: &[Pattern],
    base_rate: f64,
    sound: impl Fn(usize) -> bool,
) -> Option<Baseline> {
    let bins = signal.bins.iter().enumerate();
    let bins = bins.filter(|(at, bin)| bin.lift.is_some() && bin.points != 0 && sound(*at));
    let strength = |bin: &Bin| bin.points.abs();
    let (at, bin) =
        bins.reduce(|best, next| if strength(next.1) > strength(best.1) { next } else { best })?;
    let all = Counts::new(bin.won, bin.lost);
    // That of a combination in the card is over what the other signals let expect, which nobody can look up.
    let lift = all.rate()? / base_rate;
    let honest = honest_counts(signal, at, patterns);
    let (judged_on, [below, above]) = band(all, honest, base_rate)?;
    // Of deals that were all won.
    let most = 1.0 / base_rate;
    Some(Baseline {
        signal: if signal.is_pair() { labels::of_signal(signal) } else { labels::subject(signal) }.into(),
        criterion: labels::value(signal, at).into(),
        pair: signal.is_pair(),
        lift,
        honest_lift: honest.and_then(|counts| counts.rate()).map(|rate| rate / base_rate),
        below: Some(below).filter(|below| *below > 0.0),
        above: Some(above).filter(|above| *above < most),
        deals: bin.deals(),
        judged_on,
        points: bin.points,
    })
}

/// On how many deals a later lift is to be judged, and from where to where it is no news: 20 % either way, or as far as chance moves it on so
/// many, or the lift of the `honest` deals, since what the search for borders did by itself is not seen again.
fn band(all: Counts, honest: Option<Counts>, base_rate: f64) -> Option<(u64, [f64; 2])> {
    let rate = all.rate()?;
    let (judged_on, chance) = watched(rate, all.deals());
    let honest = honest.and_then(|counts| watched_on(judged_on, counts.won, counts.deals()));
    let reached = || chance.iter().chain(&honest);
    let lowest = reached().map(|rate| rate.lower).fold(rate * (1.0 - CHANGE), f64::min);
    let highest = reached().map(|rate| rate.upper).fold(rate * (1.0 + CHANGE), f64::max);
    Some((judged_on, outwards([lowest, highest].map(|rate| rate / base_rate))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Binning, Dimension, Kind, Message};
    use lead_scoring_model::Input;

    #[test]
    fn a_window_of_few_deals_says_which_lifts_the_rebuild_comes_before() {
        let lift = |deals: u64, judged_on: u64| Baseline {
            signal: Message::verbatim("Demo").into(),
            criterion: Message::verbatim("yes").into(),
            pair: false,
            lift: 1.5,
            honest_lift: None,
            below: None,
            above: None,
            deals,
            judged_on,
            points: 5,
        };
        // 15 deals a month are 44 in 90 days; ten lifts want 200. Those of 30 deals have 30 again when the history has doubled.
        let lifts: Vec<Baseline> =
            (0..10).map(|at| if at < 3 { lift(400, 100) } else { lift(30, 30) }).collect();
        let small = SmallWindow::of(15.0, &lifts).unwrap();
        assert_eq!((small.deals.round(), small.rebuild_first), (44.0, 7));
        assert!(SmallWindow::of(68.0, &lifts).is_none() && SmallWindow::of(0.0, &lifts).is_none());
        assert!(SmallWindow::of(15.0, &[]).is_none());
    }

    #[test]
    fn a_lift_is_judged_by_no_more_deals_than_can_be_waited_for() {
        let bin = |won: u64, lost: u64| {
            let input = Input::new("Demo", Kind::Flag, Binning::Flag);
            let mut yes = Bin::new("yes", won, lost, Some(1.5), 0.4);
            yes.points = 5;
            let bins =
                vec![Bin::new("no", 10, 50, Some(0.8), 0.0), yes, Bin::new("not recorded", 0, 0, None, 0.0)];
            let signal = Signal::new("Demo".to_owned(), Dimension::Behavioral, input, 1.0, bins);
            baseline(&signal, &[], 0.25, |_| true).unwrap()
        };
        let (many, few) = (bin(3_300, 6_700), bin(10, 20));
        assert_eq!((many.deals, many.judged_on, few.judged_on), (10_000, 100, 30));
        // 33 % measured on 10,000: `scipy.stats.betabinom.ppf([0.025, 0.975], 100, 3300.5, 6700.5)`, 24 and 42, is wider than 20 %.
        assert_eq!((many.below, many.above), (Some(0.24 / 0.25), Some(0.42 / 0.25)));
    }

    #[test]
    fn the_band_reaches_as_far_as_chance_from_the_honest_lift() {
        let band = |honest| band(Counts::new(30, 70), honest, 0.5).unwrap();
        // 30 of 100, then of 100 more: 18 to 43.
        assert_eq!(band(None), (100, [0.18 / 0.5, 0.43 / 0.5]));
        // `scipy.stats.betabinom.ppf([0.025, 0.975], 100, 36.5, 44.5)`: 31 and 60.
        assert_eq!(band(Some(Counts::new(36, 44))), (100, [0.18 / 0.5, 0.60 / 0.5]));
        assert!(super::band(Counts::new(0, 0), None, 0.5).is_none());
    }

    #[test]
    fn combinations_are_watched_by_the_win_rate_of_their_deals() {
        let binning = Binning::Flag;
        let inputs = ["Demo", "Trial"].map(|field| Input::new(field, Kind::Flag, binning.clone()));
        let mut both = Bin::new("Demo: yes + Trial: yes", 30, 10, Some(1.2), 0.4);
        both.points = 5;
        let rest = Bin::new("any other combination", 10, 50, Some(0.8), 0.0);
        let missing = Bin::new("not recorded", 0, 0, None, 0.0);
        let bins = vec![both, rest, missing];
        let name = "Demo + Trial".to_owned();
        let pair = Signal::pair(name, Dimension::Behavioral, inputs, Vec::new(), 1.0, bins);
        assert!(baseline(&pair, &[], 0.4, |_| false).is_none());
        let watched = baseline(&pair, &[], 0.4, |_| true).unwrap();
        assert!(watched.pair && (watched.lift - 0.75 / 0.4).abs() < 1e-12, "{watched:?}");
        assert_eq!((watched.points, watched.deals, watched.judged_on), (5, 40, 40));
        assert_eq!(watched.signal.to_string(), "Demo + Trial");
        assert!(watched.below.is_some_and(|below| below < watched.lift));
    }
}
