//! The intervals printed beside the bins of a field, against the truth of planted histories.
//!
//! The bins are those that were searched for on the same deals; their intervals are those of the deals that had no part in their borders.
//! Bins that no other borders find again have none and are left out. A bin's true rate is the mean probability of the fresh leads that fall
//! into it, its true lift that over the mean of all. Fields that fell into one bin have nothing to compare and are left out.
//!
//! What is promised is the share over all bins. Taken alone, ranges of numbers hold a little less and groups of levels a little more: their
//! lines are there to be seen, and what is accepted of them was chosen after a first look.

use crate::planted::{History, Leads};
use crate::table::share_held;
use lead_scoring_benches::Result;
use lead_scoring_core::Binning;

/// The shares of bins whose interval of the rate, and of the lift, holds the truth; `None` where no field has two bins.
pub(crate) fn coverage(history: &History, fresh: &Leads) -> Result<[Option<f64>; 2]> {
    coverage_of(|_| true, history, fresh)
}

/// The same of numbers alone.
pub(crate) fn of_ranges(history: &History, fresh: &Leads) -> Result<[Option<f64>; 2]> {
    coverage_of(|binning| matches!(binning, Binning::Range { .. }), history, fresh)
}

/// The same of categories alone.
pub(crate) fn of_groups(history: &History, fresh: &Leads) -> Result<[Option<f64>; 2]> {
    coverage_of(|binning| matches!(binning, Binning::Group { .. }), history, fresh)
}

fn coverage_of(
    wanted: impl Fn(&Binning) -> bool,
    history: &History,
    fresh: &Leads,
) -> Result<[Option<f64>; 2]> {
    let base = fresh.chance.iter().sum::<f64>() / fresh.chance.len() as f64;
    let (mut rates, mut lifts) = (Vec::new(), Vec::new());
    let compared = history.analysis.patterns.iter().filter(|pattern| pattern.binning.bins() > 1);
    for pattern in compared.filter(|pattern| wanted(&pattern.binning)) {
        let (_, column) = fresh.data.require(&pattern.field)?;
        let codes = pattern.binning.code_column(column);
        let truth = fresh.groups(pattern.bins.len(), codes.iter().map(|code| usize::from(*code)));
        for (bin, truth) in pattern.bins.iter().zip(truth) {
            let Some(rate) = truth.rate else { continue };
            rates.extend(bin.rate_interval.map(|interval| interval.contains(rate)));
            lifts.extend(bin.lift_interval.map(|interval| interval.contains(rate / base)));
        }
    }
    Ok([share_held(rates), share_held(lifts)])
}
