//! Whether deals predict anything at all.

use lead_scoring_metrics::ScoreCounts;

/// Whether effects from models that did not see a deal rank won deals above lost ones beyond chance: the 98 % interval of their AUC lies
/// above one half.
///
/// One chance in a hundred; beside it the fields' own test has half of `q_level`, and both together stay below `q_level`.
pub(crate) fn ranks(effects: &[f64], won: &[bool]) -> bool {
    let interval = ScoreCounts::from_scores(effects, won)
        .and_then(|counts| counts.delong(0.98))
        .ok()
        .and_then(|auc| auc.interval);
    interval.is_some_and(|interval| interval.lower > 0.5)
}
