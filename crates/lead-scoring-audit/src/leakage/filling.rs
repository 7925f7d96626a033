//! Evidence from when a field is filled: for which outcome, for closed or open deals, in which stretch of the history, and together
//! with which other fields.

use super::{Case, Clue};
use crate::phrases as say;
use crate::text::{percent, quoted};
use lead_scoring_core::{Dataset, MISSING};
use std::collections::BTreeMap;

/// Share of the filled deals with one outcome from which a field counts as filled for that outcome only.
const ONE_SIDED: f64 = 0.98;
/// Differences of filled shares between the outcomes, with their points.
const SHARE_POINTS: [(f64, u32); 2] = [(0.5, 4), (0.2, 2)];
/// Standard errors such a difference must exceed.
const STANDARD_ERRORS: f64 = 3.0;
/// Open rows needed for a comparison.
const OPEN_ROWS: usize = 25;
/// Filled shares that count as not recorded and as recorded.
const RECORDED: (f64, f64) = (0.25, 0.75);

pub(super) fn clues(case: &Case<'_>) -> impl Iterator<Item = Clue> {
    let period = by_period(case);
    // Common blanks are frequent among honest fields (one form, one source); with a gap in time they tell of one process.
    let block = period.as_ref().and_then(|_| by_block(case));
    [by_openness(case), period, block].into_iter().flatten()
}

/// Filled for one outcome only, or far more often for one.
pub(super) fn by_outcome(case: &Case<'_>) -> Option<Clue> {
    let filled = case.profile.filled_by_outcome();
    let all = filled[0] + filled[1];
    let share = [0, 1].map(|outcome| filled[outcome] as f64 / case.totals[outcome] as f64);
    let sentence = || {
        say::FILLED_BY_OUTCOME.with([("won", percent(share[1]).into()), ("lost", percent(share[0]).into())])
    };
    let fuller = usize::from(share[1] > share[0]);
    let base = case.totals[fuller] as f64 / (case.totals[0] + case.totals[1]) as f64;
    // As likely as one in a thousand, or less, if filling had nothing to do with the outcome.
    let beyond_chance = all as f64 * base.ln() < 0.001_f64.ln();
    if share[fuller] >= 0.2 && filled[fuller] as f64 >= ONE_SIDED * all as f64 && beyond_chance {
        return Some(Clue::data(8, sentence()));
    }
    let pooled = all as f64 / (case.totals[0] + case.totals[1]) as f64;
    let error =
        (pooled * (1.0 - pooled) * (1.0 / case.totals[0] as f64 + 1.0 / case.totals[1] as f64)).sqrt();
    let difference = (share[1] - share[0]).abs();
    let (_, points) = SHARE_POINTS.into_iter().find(|(bound, _)| difference >= *bound)?;
    (difference > STANDARD_ERRORS * error).then(|| Clue::data(points, sentence()))
}

/// Filled for closed deals and blank for open ones.
fn by_openness(case: &Case<'_>) -> Option<Clue> {
    let open = case.open.filter(|column| column.len() >= OPEN_ROWS)?;
    let open_share = open.filled() as f64 / open.len() as f64;
    let closed_share = case.profile.filled() as f64 / (case.totals[0] + case.totals[1]) as f64;
    let points = if closed_share >= 0.9 && open_share <= 0.02 {
        8
    } else if closed_share - open_share >= 0.5 {
        2
    } else {
        return None;
    };
    let sentence = say::FILLED_BY_OPENNESS
        .with([("closed", percent(closed_share).into()), ("open", percent(open_share).into())]);
    Some(Clue::data(points, sentence))
}

/// Recorded for a stretch of the history only.
fn by_period(case: &Case<'_>) -> Option<Clue> {
    let fills = case.fill_by_slice;
    let long = (fills.len() / 10).max(2);
    // Runs of slices that are recorded (true) or not (false); slices in between belong to neither.
    let mut runs: Vec<(bool, usize)> = Vec::new();
    for fill in fills.iter().filter(|fill| **fill <= RECORDED.0 || **fill >= RECORDED.1) {
        let recorded = *fill >= RECORDED.1;
        match runs.last_mut() {
            Some((last, length)) if *last == recorded => *length += 1,
            _ => runs.push((recorded, 1)),
        }
    }
    let runs: Vec<bool> =
        runs.into_iter().filter(|(_, length)| *length >= long).map(|(recorded, _)| recorded).collect();
    let stops = runs.windows(2).any(|pair| pair[0] && !pair[1]);
    let starts = runs.windows(2).any(|pair| !pair[0] && pair[1]);
    let lowest = fills.iter().copied().fold(1.0, f64::min);
    let highest = fills.iter().copied().fold(0.0, f64::max);
    let range = [("lowest", percent(lowest).into()), ("highest", percent(highest).into())];
    if stops {
        return Some(Clue::data(2, say::RECORDED_THEN_NOT.with(range)));
    }
    starts.then(|| Clue::data(1, say::NOT_IN_THE_BEGINNING.with(range)))
}

fn by_block(case: &Case<'_>) -> Option<Clue> {
    let sentence = || say::BLANK_TOGETHER.with([("fields", quoted(case.block))]);
    (!case.block.is_empty()).then(|| Clue::data(1, sentence()))
}

/// Fields that are blank in exactly the same deals.
pub(crate) struct Blocks(BTreeMap<(usize, u64), Vec<usize>>);

/// Filled share above which common blanks may be chance.
const BLOCK_FILLED: f64 = 0.9;

impl Blocks {
    /// Groups the fields of a data set that lack at least a tenth of their values by the rows they lack.
    pub(crate) fn of(data: &Dataset) -> Self {
        let mut blocks = BTreeMap::<_, Vec<usize>>::new();
        for (at, column) in data.columns().iter().enumerate() {
            let filled = column.filled();
            if filled > 0 && (filled as f64) < BLOCK_FILLED * column.len() as f64 {
                blocks.entry((filled, pattern(column.codes()))).or_default().push(at);
            }
        }
        Self(blocks)
    }

    /// The names of the other fields of a field's block.
    pub(crate) fn others<'a>(&self, data: &'a Dataset, at: usize) -> Vec<&'a str> {
        let block = self.0.values().find(|block| block.contains(&at));
        let others = block.into_iter().flatten().filter(|&&other| other != at);
        others.filter_map(|&other| data.fields().get(other).map(|field| field.name.as_str())).collect()
    }
}

/// A number that is equal for columns with the same blank rows, and for others hardly ever.
fn pattern(codes: &[u32]) -> u64 {
    codes.iter().fold(0x9E37_79B9_7F4A_7C15, |hash: u64, &code| {
        (hash ^ u64::from(code == MISSING)).wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(29)
    })
}
