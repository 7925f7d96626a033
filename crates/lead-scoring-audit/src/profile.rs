//! One pass over a column: how many deals of each outcome have each value, apart for the two halves of the cross-fit and for the
//! older and newer half of the history.
//!
//! Numbers and dates are counted in up to 32 bins of about equal size (fewer where a bin would hold under five deals
//! of the rarer outcome); a value that alone fills a bin gets one of its own, so that a
//! spike at zero is not mixed with its neighbours. Everything later works on these counts.
//!
//! Cost: O(rows) additions per column, twice for numbers and dates.

use crate::history::History;
use crate::phrases as say;
use lead_scoring_core::{Column, Deals, Kind, MISSING, Message, NumberStyle, Values};
use lead_scoring_metrics::{ScoreCounts, ScoreGroup};

/// Most bins of a number or date.
const BINS: u64 = 32;
/// Deals of the rarer outcome a bin holds on average, so that its rate can be learned from half of them.
const RARER_PER_BIN: u64 = 5;
/// Deals of the base rate added to a bin before its rate is taken.
const SHRINKAGE: f64 = 2.0;

/// Counts by class: bit 0 = won, bit 1 = second half of the cross-fit, bit 2 = newer half of the history.
type Cell = [u32; 8];

/// What every column's counting shares.
pub(crate) struct Rows<'a> {
    /// The deals.
    pub(crate) deals: &'a Deals,
    /// For each row its class, see [`Cell`].
    class: Vec<u8>,
    /// For each row its slice of the history.
    slice: Vec<u8>,
    /// How many slices there are.
    slices: usize,
}

/// The counts of one column.
pub(crate) struct Profile {
    /// Lost and won deals by code of the dictionary; empty dictionary values have zeros.
    pub(crate) by_code: Vec<[u32; 2]>,
    /// Counts by bin, the missing ones last.
    bins: Vec<Cell>,
}

impl<'a> Rows<'a> {
    /// Assigns every row its classes.
    pub(crate) fn new(deals: &'a Deals, history: &History, seed: u64) -> Self {
        let newer = history.slices(2);
        let numbers = deals.data().row_numbers();
        let class = deals
            .won()
            .iter()
            .zip(numbers)
            .zip(newer)
            .map(|((&won, &number), newer)| u8::from(won) | half_of(number, seed) << 1 | newer << 2);
        let slices = slice_count(deals.len());
        Self { deals, class: class.collect(), slice: history.slices(slices), slices }
    }

    /// Counts a column.
    pub(crate) fn profile(&self, column: &Column) -> Profile {
        let mut by_code = vec![[0_u32; 2]; column.values().len()];
        for (&code, &won) in column.codes().iter().zip(self.deals.won()) {
            if let Some(counts) = by_code.get_mut(code as usize) {
                counts[usize::from(won)] += 1;
            }
        }
        let (bin_of, count) = bins_of(column, &by_code);
        let mut bins = vec![[0; 8]; count + 1];
        for (&code, &class) in column.codes().iter().zip(&self.class) {
            let bin = bin_of.get(code as usize).copied().unwrap_or(count);
            bins[bin][usize::from(class)] += 1;
        }
        Profile { by_code, bins }
    }

    /// The share of filled cells in each slice of the history, oldest first.
    pub(crate) fn fill_by_slice(&self, column: &Column) -> Vec<f64> {
        let mut counts = vec![[0_u32; 2]; self.slices];
        for (&code, &slice) in column.codes().iter().zip(&self.slice) {
            counts[usize::from(slice)][usize::from(code != MISSING)] += 1;
        }
        counts.iter().map(|[blank, filled]| f64::from(*filled) / f64::from((blank + filled).max(1))).collect()
    }
}

/// Twenty slices; fewer where they would hold under ten deals.
fn slice_count(rows: usize) -> usize {
    (rows / 10).clamp(1, 20)
}

/// The half of the cross-fit a row falls into, from its number in the file, so that the order of rows does not matter
/// (the finaliser of splitmix64, Steele, Lea and Flood 2014).
fn half_of(row_number: u64, seed: u64) -> u8 {
    let mut x =
        row_number.wrapping_add(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    u8::from((x ^ (x >> 31)) & 1 == 1)
}

/// The bin of each code, and how many bins there are.
fn bins_of(column: &Column, by_code: &[[u32; 2]]) -> (Vec<usize>, usize) {
    match column.values() {
        Values::Number(_) | Values::Date(_) => quantile_bins(by_code),
        Values::Identifier(_) | Values::Text(_) => (vec![0; by_code.len()], 1),
        _ => ((0..by_code.len()).collect(), by_code.len()),
    }
}

fn quantile_bins(by_code: &[[u32; 2]]) -> (Vec<usize>, usize) {
    let totals =
        by_code.iter().fold([0, 0], |sum, [lost, won]| [sum[0] + u64::from(*lost), sum[1] + u64::from(*won)]);
    let total = totals[0] + totals[1];
    let bins = (totals[0].min(totals[1]) / RARER_PER_BIN).clamp(1, BINS);
    let target = (total / bins).max(1);
    let (mut bin, mut size) = (0, 0);
    let mut bin_of = Vec::with_capacity(by_code.len());
    for [lost, won] in by_code {
        let count = u64::from(*lost) + u64::from(*won);
        if size > 0 && (size >= target || count >= target) {
            (bin, size) = (bin + 1, 0);
        }
        size += count;
        bin_of.push(bin);
    }
    (bin_of, bin + 1)
}

impl Profile {
    /// Deals with a value.
    pub(crate) fn filled(&self) -> u64 {
        self.by_code.iter().map(|[lost, won]| u64::from(*lost) + u64::from(*won)).sum()
    }

    /// Lost and won deals with a value.
    pub(crate) fn filled_by_outcome(&self) -> [u64; 2] {
        self.by_code
            .iter()
            .fold([0, 0], |sum, [lost, won]| [sum[0] + u64::from(*lost), sum[1] + u64::from(*won)])
    }

    /// Dictionary values that some deal has, with lost and won deals.
    pub(crate) fn present(&self) -> impl Iterator<Item = (u32, [u32; 2])> + '_ {
        (0..).zip(self.by_code.iter().copied()).filter(|(_, [lost, won])| lost + won > 0)
    }

    /// How well the column alone ranks won above lost: each bin's rate is learned on one half of the deals and the AUC taken on the
    /// other, and the two results are averaged. A missing value is a bin of its own; a bin not met while learning has the base
    /// rate. `None` where a half lacks an outcome, and for identifiers and texts.
    pub(crate) fn separation(&self, kind: Kind) -> Option<f64> {
        if matches!(kind, Kind::Identifier | Kind::Text) {
            return None;
        }
        let halves: Vec<Vec<[u64; 2]>> =
            (0..2).map(|half| self.bins.iter().map(|bin| outcomes(bin, half)).collect()).collect();
        let one = auc_learned_on(&halves[0], &halves[1])?;
        let other = auc_learned_on(&halves[1], &halves[0])?;
        Some(f64::midpoint(one, other))
    }

    /// Bins with lost and won deals, the missing ones last.
    pub(crate) fn outcomes_by_bin(&self) -> impl Iterator<Item = [u64; 2]> + '_ {
        self.bins.iter().map(|bin| {
            let (first, second) = (outcomes(bin, 0), outcomes(bin, 1));
            [first[0] + second[0], first[1] + second[1]]
        })
    }

    /// What a bin holds: a level, a number or a range of numbers, or no value.
    pub(crate) fn level(&self, column: &Column, bin: usize) -> Message {
        let (bin_of, _) = bins_of(column, &self.by_code);
        let mut codes =
            self.present().map(|(code, _)| code).filter(|code| bin_of.get(*code as usize) == Some(&bin));
        let Some(first) = codes.next() else { return say::LEVEL_MISSING.message() };
        let last = codes.last().unwrap_or(first);
        let values = column.values();
        match values {
            Values::Flag => if first == 0 { say::LEVEL_NO } else { say::LEVEL_YES }.message(),
            Values::Number(numbers) => {
                let style = NumberStyle::of(numbers.iter().copied());
                let number = |code: u32| numbers.get(code as usize).copied();
                let text = |code: u32| number(code).map(|number| style.text(number)).unwrap_or_default();
                match first == last {
                    true => Message::verbatim(text(first)),
                    false => say::LEVEL_RANGE.with([("from", text(first).into()), ("to", text(last).into())]),
                }
            }
            _ => Message::verbatim(values.text(first).unwrap_or_default()),
        }
    }

    /// Deals in the older and newer half of the history, by bin, the missing ones last.
    pub(crate) fn ages_by_bin(&self) -> impl Iterator<Item = [u64; 2]> + '_ {
        let sum = |classes: &[u32]| classes.iter().map(|&count| u64::from(count)).sum();
        self.bins.iter().map(move |bin| [sum(&bin[..4]), sum(&bin[4..])])
    }
}

/// Lost and won deals of one half of the cross-fit.
fn outcomes(bin: &Cell, half: usize) -> [u64; 2] {
    let at = |won: usize| u64::from(bin[half << 1 | won]) + u64::from(bin[4 | half << 1 | won]);
    [at(0), at(1)]
}

fn auc_learned_on(learn: &[[u64; 2]], measure: &[[u64; 2]]) -> Option<f64> {
    let (lost, won) = learn.iter().fold((0, 0), |(lost, won), bin| (lost + bin[0], won + bin[1]));
    if lost + won == 0 {
        return None;
    }
    let base = won as f64 / (lost + won) as f64;
    let groups = learn.iter().zip(measure).map(|(learned, measured)| {
        let rate = (learned[1] as f64 + SHRINKAGE * base) / ((learned[0] + learned[1]) as f64 + SHRINKAGE);
        // Rates that differ by rounding alone are ties, also when the outcomes are swapped.
        ScoreGroup { score: (rate * 1e9).round(), won: measured[1], lost: measured[0] }
    });
    ScoreCounts::from_groups(groups).ok()?.auc().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Dataset, Field};

    fn profile(numbers: &[f64], won: impl Fn(usize) -> bool) -> Profile {
        let mut data = Dataset::with_rows(numbers.len());
        data.push(Field::new("x"), Column::from_numbers(numbers)).unwrap();
        let deals = Deals::new(data, (0..numbers.len()).map(won).collect()).unwrap();
        let history = History::of(deals.data());
        Rows::new(&deals, &history, 1).profile(&deals.data().columns()[0])
    }

    #[test]
    fn a_perfect_field_separates_and_a_random_one_does_not() {
        let numbers: Vec<f64> = (0..2000).map(f64::from).collect();
        assert!(profile(&numbers, |row| row >= 1000).separation(Kind::Number).unwrap() > 0.98);
        let auc = profile(&numbers, |row| half_of(row as u64, 99) == 1).separation(Kind::Number).unwrap();
        assert!((auc - 0.5).abs() < 0.05, "{auc}");
    }

    #[test]
    fn a_spike_has_a_bin_of_its_own_and_counts_add_up() {
        let numbers: Vec<f64> =
            (0..1000).map(|i| if i % 2 == 0 { 50.0 } else { f64::from(i % 100) }).collect();
        let profile = profile(&numbers, |row| row % 3 == 0);
        let spike = profile.outcomes_by_bin().map(|[lost, won]| lost + won).max().unwrap();
        assert_eq!(spike, 500);
        assert_eq!(profile.filled(), 1000);
        assert_eq!(profile.outcomes_by_bin().map(|[lost, won]| lost + won).sum::<u64>(), 1000);
        assert_eq!(
            profile.ages_by_bin().fold([0, 0], |sum, age| [sum[0] + age[0], sum[1] + age[1]]),
            [500, 500]
        );
    }

    #[test]
    fn one_outcome_has_no_separation() {
        assert_eq!(profile(&[1.0, 2.0, 3.0], |_| true).separation(Kind::Number), None);
    }
}
