//! Section 8: what to compare week by week, month by month, quarter by quarter.

use super::labels;
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_calibration::Rate;
use lead_scoring_model::{Bin, Signal};
use serde::Serialize;

/// Signals whose lift is to be compared.
const MOST_SIGNALS: usize = 10;
/// Relative change of a lift from which points are to be adjusted.
const CHANGE: f64 = 0.2;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Runbook {
    pub(crate) baselines: Vec<Baseline>,
    pub(crate) version: String,
    pub(crate) built: String,
    pub(crate) hot_cut: Option<i32>,
    pub(crate) held_out: u64,
    pub(crate) deals: u64,
    pub(crate) signals: u64,
    pub(crate) verdict: &'static str,
    pub(crate) refitted: bool,
}

/// The lift of a signal's strongest bin, and the band outside of which to act.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Baseline {
    pub(crate) signal: Text,
    pub(crate) criterion: Text,
    pub(crate) lift: f64,
    /// `None` where no lift is so low or so high: it cannot fall below 0 nor exceed 1 over the base rate.
    pub(crate) below: Option<f64>,
    pub(crate) above: Option<f64>,
    pub(crate) deals: u64,
    pub(crate) points: i32,
}

impl Runbook {
    pub(crate) fn of(input: &ReportInput<'_>) -> Self {
        let model = input.model;
        Self {
            // The lift of a combination is over what a whole model expects, which nobody can look up.
            baselines: model
                .card
                .signals
                .iter()
                .filter(|signal| !signal.is_pair())
                .filter_map(|signal| baseline(signal, input.train.base_rate().filter(|rate| *rate > 0.0)?))
                .take(MOST_SIGNALS)
                .collect(),
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

fn baseline(signal: &Signal, base_rate: f64) -> Option<Baseline> {
    let bins = signal.bins.iter().enumerate().filter(|(_, bin)| bin.lift.is_some());
    let strength = |bin: &Bin| bin.points.abs();
    let (at, bin) =
        bins.reduce(|best, next| if strength(next.1) > strength(best.1) { next } else { best })?;
    let lift = bin.lift?;
    // Of deals that were all won.
    let most = 1.0 / base_rate;
    // Of few deals chance alone moves the lift further than that.
    let rate = Rate::of(bin.won, bin.deals())?;
    Some(Baseline {
        signal: labels::subject(signal).into(),
        criterion: labels::criterion(signal, at).into(),
        lift,
        below: Some((rate.lower / base_rate).min(lift * (1.0 - CHANGE))).filter(|below| *below > 0.0),
        above: Some((rate.upper / base_rate).max(lift * (1.0 + CHANGE))).filter(|above| *above < most),
        deals: bin.deals(),
        points: bin.points,
    })
}
