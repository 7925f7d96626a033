//! The finest bins a field is looked at in, made without a look at the outcome.
//!
//! Numbers fall into at most 64 ranges (128 from 10,000 values on) of about equal count (every distinct value its own where there are few); category
//! levels are their own pre-bins, the rarest pooled into one. Everything after works on counts per pre-bin.

use lead_scoring_core::{Binning, Column, MISSING, NumberStyle, Values, significant_digits};

/// Most ranges a number of so many values is pre-binned into.
pub(crate) const fn most_ranges(values: usize) -> usize {
    if values < 10_000 { 64 } else { 128 }
}

/// Deals that a range should have; in a small sample fewer ranges leave the search less to be fooled by.
pub(crate) const DEALS_A_RANGE: usize = 25;
/// Most category levels that are looked at one by one.
const MAX_LEVELS: usize = 10_000;
/// Deals from which a level is looked at by itself. So few say little of one level, but of hundreds (owners, cities, campaigns) they tell
/// the good from the bad; the weight, fitted to log odds from other folds, pays for what is chance in it.
pub(crate) const LEVEL_DEALS: usize = 4;
/// Most cells that levels, ordered by win rate, are searched in.
pub(crate) const MAX_CELLS: usize = 64;

/// Size from which a figure can well be rounded.
const LARGE_FIGURE: f64 = 1000.0;
/// Distinct values from which a column holds figures rather than steps of a scale.
const FIGURES: usize = 100;

/// A field's rows in pre-bins.
#[derive(Clone, Debug)]
pub(crate) struct PreBins {
    /// Pre-bin of each row; `count` where the value is missing.
    pub(crate) codes: Vec<u16>,
    /// How many pre-bins there are, missing not counted.
    pub(crate) count: usize,
    /// What each pre-bin holds.
    pub(crate) content: Content,
}

/// What pre-bins hold, so that grouped pre-bins can be turned into a [`Binning`].
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// Ranges: smallest and largest value of each pre-bin, ascending.
    Ranges(Vec<(f64, f64)>),
    /// Fewest and most significant digits of each pre-bin, ascending.
    Digits(Vec<(u32, u32)>),
    /// Level names of each pre-bin.
    Levels(Vec<Vec<String>>),
    /// Bins that are not grouped any further.
    Fixed(Binning),
}

impl PreBins {
    /// Whether only neighbouring pre-bins may share a bin.
    pub(crate) const fn is_ordered(&self) -> bool {
        matches!(self.content, Content::Ranges(_) | Content::Digits(_))
    }

    /// The least value of a field that is a number without fractions.
    pub(crate) fn least_whole_number(&self) -> Option<f64> {
        let Content::Ranges(ranges) = &self.content else { return None };
        let is_whole = ranges.iter().all(|(low, high)| low.fract() == 0.0 && high.fract() == 0.0);
        ranges.first().map(|(least, _)| *least).filter(|_| is_whole)
    }

    /// How numbers of the field are written.
    pub(crate) fn number_style(&self) -> NumberStyle {
        let ranges = match &self.content {
            Content::Ranges(ranges) => ranges.as_slice(),
            _ => &[],
        };
        NumberStyle::of(ranges.iter().flat_map(|(low, high)| [*low, *high]))
    }

    /// Pre-bins of a number or category column, or `None` for another kind.
    pub(crate) fn of_column(column: &Column, min_level_deals: usize) -> Option<Self> {
        match column.values() {
            Values::Number(values) => Some(Self::of_numbers(column, values)),
            Values::Category(levels) => Some(Self::of_levels(column, levels, min_level_deals)),
            Values::Flag => Some(Self::fixed(column, Binning::Flag)),
            _ => None,
        }
    }

    /// Pre-bins that are the bins of a given binning.
    pub(crate) fn fixed(column: &Column, binning: Binning) -> Self {
        let count = binning.bins();
        let missing = count as u16;
        let codes = binning.code_column(column).into_iter().map(|code| code.min(missing)).collect();
        Self { codes, count, content: Content::Fixed(binning) }
    }

    /// Pre-bins of how exactly a number is given, or `None` where that says little: few values are large enough to be rounded, or they are
    /// a scale of few steps.
    pub(crate) fn of_digits(column: &Column, min_deals: usize) -> Option<Self> {
        let Values::Number(values) = column.values() else { return None };
        let counts = count_codes(column);
        let filled: usize = counts.iter().sum();
        let distinct = counts.iter().filter(|&&count| count > 0).count();
        let large: usize =
            values.iter().zip(&counts).filter(|(value, _)| value.abs() >= LARGE_FIGURE).map(|(_, n)| n).sum();
        if distinct < FIGURES || 2 * large < filled || values.iter().any(|value| !value.is_finite()) {
            return None;
        }
        // 0 is as round as a figure of one digit: a bin of its own would hold the deals of the value 0 once more.
        let digits: Vec<u32> = values.iter().map(|&value| significant_digits(value).max(1)).collect();
        let mut deals_of = vec![0_usize; digits.iter().max().map_or(0, |most| *most as usize + 1)];
        digits.iter().zip(&counts).for_each(|(&digits, count)| deals_of[digits as usize] += count);
        let mut spans: Vec<(u32, u32)> = Vec::new();
        let mut in_span = min_deals;
        let mut span_of = vec![0_u16; deals_of.len()];
        for (digits, deals) in (0..).zip(deals_of) {
            // Too few deals are joined to the next number of digits, at the end to the one before.
            if in_span >= min_deals {
                spans.push((digits, digits));
                in_span = 0;
            }
            in_span += deals;
            if let Some(span) = spans.last_mut() {
                span.1 = digits;
            }
            span_of[digits as usize] = spans.len().saturating_sub(1) as u16;
        }
        if in_span < min_deals && spans.len() > 1 {
            let last = spans.pop()?;
            spans.last_mut()?.1 = last.1;
        }
        let most = spans.len().checked_sub(1).filter(|most| *most > 0)? as u16;
        let of_code: Vec<u16> = digits.iter().map(|&digits| span_of[digits as usize].min(most)).collect();
        let count = spans.len();
        Some(Self { codes: code_rows(column, &of_code, count), count, content: Content::Digits(spans) })
    }

    fn of_numbers(column: &Column, values: &[f64]) -> Self {
        let counts = count_codes(column);
        let filled: usize = counts.iter().sum();
        let distinct = counts.iter().filter(|&&count| count > 0).count();
        let most = (filled / DEALS_A_RANGE).clamp(4, most_ranges(filled));
        let mut ranges = Ranges::new(if distinct <= most { 0.0 } else { filled as f64 / most as f64 });
        let mut of_code = vec![0_u16; values.len()];
        for ((&value, &count), slot) in values.iter().zip(&counts).zip(&mut of_code) {
            if count > 0 {
                ranges.push(value, count as f64);
            }
            *slot = ranges.ranges.len().saturating_sub(1) as u16;
        }
        let ranges = ranges.ranges;
        let count = ranges.len();
        Self { codes: code_rows(column, &of_code, count), count, content: Content::Ranges(ranges) }
    }

    fn of_levels(column: &Column, levels: &[String], min_deals: usize) -> Self {
        let counts = count_codes(column);
        let deals: Vec<f64> = counts.iter().map(|&count| count as f64).collect();
        let (by_count, own) = frequent_levels(&deals, min_deals as f64, MAX_LEVELS);
        let mut of_code = vec![0_u16; levels.len()];
        let mut names: Vec<Vec<String>> = Vec::new();
        for (rank, &level) in by_count.iter().enumerate() {
            let bin = rank.min(own);
            if names.len() == bin {
                names.push(Vec::new());
            }
            names[bin].push(levels[level].clone());
            of_code[level] = bin as u16;
        }
        let count = names.len();
        Self { codes: code_rows(column, &of_code, count), count, content: Content::Levels(names) }
    }
}

/// Ranges of about equal mass, grown value by value.
pub(crate) struct Ranges {
    /// Mass from which a range is full.
    target: f64,
    in_range: f64,
    /// Smallest and largest value of each range, ascending.
    pub(crate) ranges: Vec<(f64, f64)>,
}

impl Ranges {
    /// No ranges yet; with a target of 0 each value becomes one.
    pub(crate) const fn new(target: f64) -> Self {
        Self { target, in_range: 0.0, ranges: Vec::new() }
    }

    /// Adds a value above all before, of a mass above 0.
    pub(crate) fn push(&mut self, value: f64, mass: f64) {
        // A value that fills a range alone is not joined to the values before it.
        let full = self.in_range >= self.target || (mass >= self.target && self.in_range > 0.0);
        match self.ranges.last_mut().filter(|_| !full) {
            Some(range) => range.1 = value,
            None => {
                self.ranges.push((value, value));
                self.in_range = 0.0;
            }
        }
        self.in_range += mass;
    }
}

/// Levels with deals, the most frequent first, and how many of them are looked at one by one.
pub(crate) fn frequent_levels(deals: &[f64], min_deals: f64, most: usize) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..deals.len()).filter(|&level| deals[level] > 0.0).collect();
    order.sort_by(|&a, &b| deals[b].total_cmp(&deals[a]).then(a.cmp(&b)));
    let own = order.iter().take(most).take_while(|&&level| deals[level] >= min_deals).count();
    // One rare level alone gains nothing from being called "rare levels".
    let own = if order.len() == own + 1 { order.len() } else { own };
    (order, own)
}

fn count_codes(column: &Column) -> Vec<usize> {
    let mut counts = vec![0_usize; column.values().len()];
    for &code in column.codes() {
        if code != MISSING {
            counts[code as usize] += 1;
        }
    }
    counts
}

fn code_rows(column: &Column, of_code: &[u16], missing: usize) -> Vec<u16> {
    column
        .codes()
        .iter()
        .map(|&code| if code == MISSING { missing as u16 } else { of_code[code as usize] })
        .collect()
}

/// The number in `(low, high]` that takes the fewest digits to write, for borders people can read.
pub(crate) fn short_number_between(low: f64, high: f64) -> f64 {
    // A border is finite, also beside an infinite value.
    let (low, high) = (low.max(f64::MIN), high.min(f64::MAX));
    for digits in 0..17 {
        let exponent = high.abs().max(low.abs()).log10().floor() as i32 - digits;
        let step = 10_f64.powi(exponent.abs());
        // Dividing by a power of ten gives the double nearest to the short decimal; multiplying by 0.1 would not.
        let candidate =
            if exponent >= 0 { (high / step).floor() * step } else { (high * step).floor() / step };
        if candidate > low && candidate <= high {
            return candidate;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_values_are_their_own_ranges_and_many_share() {
        let few = PreBins::of_column(&Column::from_numbers(&[3.0, 1.0, 3.0, f64::NAN]), 1).unwrap();
        assert_eq!((few.count, few.codes), (2, vec![1, 0, 1, 2]));
        let many: Vec<f64> = (0..10_000).map(|i| f64::from(i % 1000)).collect();
        let many = PreBins::of_column(&Column::from_numbers(&many), 1).unwrap();
        assert!((120..=most_ranges(10_000)).contains(&many.count));
    }

    #[test]
    fn rare_levels_are_pooled() {
        let levels = ["a", "a", "a", "b", "b", "c", "d"].map(Some);
        let bins = PreBins::of_column(&Column::from_categories(&levels), 2).unwrap();
        assert_eq!(bins.codes, [0, 0, 0, 1, 1, 2, 2]);
        assert!(matches!(bins.content, Content::Levels(names) if names[2] == ["c", "d"]));
    }

    #[test]
    fn digits_are_looked_at_where_figures_can_be_rounded() {
        let amounts: Vec<f64> = (0..400)
            .map(|i| if i % 2 == 0 { 1000.0 * f64::from(1 + i % 9) } else { 10_001.0 + 10.0 * f64::from(i) })
            .collect();
        let bins = PreBins::of_digits(&Column::from_numbers(&amounts), 20).unwrap();
        assert!(matches!(&bins.content, Content::Digits(spans) if *spans == [(0, 1), (2, 5)]));
        assert_eq!(bins.codes[..4], [0, 1, 0, 1]);
        let with_zeros: Vec<f64> = amounts.iter().copied().chain(std::iter::repeat_n(0.0, 100)).collect();
        let bins = PreBins::of_digits(&Column::from_numbers(&with_zeros), 20).unwrap();
        assert!(
            matches!(&bins.content, Content::Digits(spans) if spans[0] == (0, 1)),
            "0 is as round as 1,000"
        );
        let ages: Vec<f64> = (0..400).map(|i| f64::from(20 + i % 60)).collect();
        assert!(PreBins::of_digits(&Column::from_numbers(&ages), 20).is_none());
    }

    #[test]
    fn borders_are_short() {
        for (low, high, want) in [
            (187.0, 203.0, 200.0),
            (0.0, 1.0, 1.0),
            (1.23, 1.27, 1.25),
            (-7.5, -6.2, -7.0),
            (0.113, 0.1139, 0.1139),
            (999.0, 1001.0, 1000.0),
        ] {
            let got = short_number_between(low, high);
            assert!(got > low && got <= high, "{low} {high} {got}");
            if (want - 0.1139_f64).abs() > 1e-9 {
                assert!((got - want).abs() < 0.03, "{low} {high} {got}");
            }
        }
    }
}
