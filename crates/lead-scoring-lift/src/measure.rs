//! From pre-bins to a measured pattern.

use crate::Counts;
use crate::cross_fit::{FoldCounts, cross_fit, group, group_counts, honest_gain, missing_log_odds};
use crate::honest::{Honest, honest_bins};
use crate::label::{NOT_RECORDED, labels};
use crate::log_odds::{FEWEST_DEALS, supported_log_odds};
use crate::partition::PartitionRules;
use crate::pattern::{BinPattern, Confidence, Contrast, Evidence, Pattern};
use crate::prebin::{Content, PreBins, short_number_between};
use crate::significance::{chi_square, rank_sum, two_by_two};
use lead_scoring_core::{Binning, Dimension, Kind, NumberStyle};
use std::collections::BTreeMap;

/// Groups that the test of a whole field compares at most.
const TEST_GROUPS: u64 = 10;
/// Deals that each of them should have; fewer, larger groups find more in a small sample.
const DEALS_A_TEST_GROUP: u64 = 30;

/// A field to be measured.
pub(crate) struct Candidate {
    pub(crate) name: String,
    pub(crate) field: String,
    pub(crate) kind: Kind,
    pub(crate) dimension: Dimension,
    pub(crate) bins: PreBins,
}

/// Measures a candidate; q values are filled in once all are measured.
pub(crate) fn measure(candidate: Candidate, won: &[bool], folds: &[u8], rules: &PartitionRules) -> Pattern {
    let Candidate { name, field, kind, dimension, bins } = candidate;
    let counts = FoldCounts::new(&bins, won, folds);
    let cells = counts.all();
    let cross = cross_fit(&counts, &bins, rules);
    let group_of = group(&cells, &bins, rules);
    let binning = binning(&bins, &group_of);
    let honest = honest_bins(&counts, &cross.groups, &group_of);
    let labels = labels(&binning, bins.least_whole_number(), bins.number_style());
    let patterns = bin_patterns(&cells, &group_of, &honest, labels, rules);
    let p_value = field_test(&cells, bins.is_ordered());
    let p_without = std::array::from_fn(|fold| field_test(&counts.without(&[fold]), bins.is_ordered()));
    let contrast = contrast(&cells, &bins);
    let honest_gain = honest_gain(&counts, &cross.log_odds);
    let missing = group_of.iter().max().map_or(0, |last| last + 1);
    let bin_of = group_of.into_iter().chain([missing]).map(|bin| bin as u16).collect();
    let evidence = Evidence { bins, counts, rules: *rules, bin_of, cross: cross.log_odds, p_without };
    let information_value = information_value(&patterns);
    Pattern {
        name,
        field,
        kind,
        dimension,
        binning,
        bins: patterns,
        p_value,
        q_value: None,
        information_value,
        honest_gain,
        contrast,
        evidence,
    }
}

fn binning(bins: &PreBins, group_of: &[usize]) -> Binning {
    match &bins.content {
        Content::Fixed(binning) => binning.clone(),
        Content::Ranges(ranges) => {
            let borders = (1..ranges.len()).filter(|&bin| group_of[bin] != group_of[bin - 1]);
            Binning::Range {
                edges: borders.map(|bin| short_number_between(ranges[bin - 1].1, ranges[bin].0)).collect(),
            }
        }
        Content::Digits(spans) => {
            let borders = (1..spans.len()).filter(|&bin| group_of[bin] != group_of[bin - 1]);
            Binning::Digits { edges: borders.map(|bin| spans[bin].0).collect() }
        }
        Content::Levels(names) => {
            let groups = group_of.iter().max().map_or(0, |last| last + 1);
            let mut groups: Vec<Vec<String>> = vec![Vec::new(); groups];
            for (&group, names) in group_of.iter().zip(names) {
                groups[group].extend(names.iter().cloned());
            }
            Binning::Group { groups }
        }
    }
}

fn bin_patterns(
    cells: &[Counts],
    group_of: &[usize],
    honest: &[Honest],
    labels: Vec<String>,
    rules: &PartitionRules,
) -> Vec<BinPattern> {
    let whole: Counts = cells.iter().copied().sum();
    let missing = cells.last().copied().unwrap_or_default();
    let groups = group_counts(cells, group_of);
    let regular = labels.into_iter().zip(groups.iter().zip(honest)).map(|(label, (&counts, &honest))| {
        let log_odds = supported_log_odds(counts, whole, FEWEST_DEALS);
        bin_pattern(label, counts, honest, whole, log_odds)
    });
    let mut patterns: Vec<BinPattern> = regular.collect();
    // One bin for all known values says nothing, unless missing values stand against it.
    let missing_effect = missing_log_odds(cells, rules.penalty, rules.min_deals);
    if groups.len() == 1 && missing_effect == 0.0 {
        patterns.iter_mut().for_each(|bin| bin.log_odds = 0.0);
    }
    // Whether a value is missing is not searched for.
    patterns.push(bin_pattern(
        NOT_RECORDED.to_owned(),
        missing,
        Honest::of_fixed(missing),
        whole,
        missing_effect,
    ));
    patterns
}

fn bin_pattern(label: String, counts: Counts, honest: Honest, whole: Counts, log_odds: f64) -> BinPattern {
    let others = whole - counts;
    let base = whole.rate().filter(|base| *base > 0.0);
    let rate = counts.rate();
    let over_base = |rate: f64| base.map(|base| rate / base);
    BinPattern {
        label,
        counts,
        others,
        rate,
        absent_rate: others.rate(),
        lift: rate.and_then(over_base),
        honest: honest.counts,
        rate_interval: honest.rate_interval(),
        honest_lift: honest.counts.rate().and_then(over_base),
        lift_interval: honest.lift_interval(whole),
        log_odds,
        p_value: two_by_two(counts, others).map(|test| test.p_value),
        q_value: None,
        confidence: Confidence::Low,
    }
}

/// The test of a whole field, on groups that were chosen without a look at the outcome.
///
/// Up to three questions are asked: whether known values differ, whether they show a trend (ordered fields), and whether known and missing
/// values differ. The smallest p value counts, times the number of questions (Bonferroni). A level is never joined with missing values.
fn field_test(cells: &[Counts], ordered: bool) -> Option<f64> {
    let (missing, known) = cells.split_last()?;
    let differ = small_cell_test(&pool_small(&if ordered { coarsen(known) } else { known.to_vec() }));
    let trend = if ordered { rank_sum(known) } else { None };
    let filled = (missing.deals() >= FEWEST_DEALS)
        .then(|| two_by_two(known.iter().copied().sum(), *missing))
        .flatten()
        .map(|test| test.p_value);
    let asked: Vec<f64> = [differ, trend, filled].into_iter().flatten().collect();
    let smallest = asked.iter().copied().reduce(f64::min)?;
    Some((smallest * asked.len() as f64).min(1.0))
}

/// Fisher's test for two groups with small cells, chi-square otherwise.
fn small_cell_test(groups: &[Counts]) -> Option<f64> {
    match groups {
        [first, second] => two_by_two(*first, *second).map(|test| test.p_value),
        groups => chi_square(groups).map(|test| test.p_value),
    }
}

/// Neighbouring cells joined to at most [`TEST_GROUPS`] of about equal size, and of at least [`DEALS_A_TEST_GROUP`] deals where there are three such.
fn coarsen(cells: &[Counts]) -> Vec<Counts> {
    let deals = cells.iter().map(|cell| cell.deals()).sum::<u64>();
    let target = deals.div_ceil((deals / DEALS_A_TEST_GROUP).clamp(3, TEST_GROUPS)).max(1);
    let mut groups: Vec<Counts> = Vec::new();
    for &cell in cells {
        match groups.last_mut() {
            Some(group) if group.deals() < target && cell.deals() < target => *group += cell,
            _ => groups.push(cell),
        }
    }
    groups
}

/// Groups with an expected count under 5 joined, smallest first, so that the chi-square approximation holds.
fn pool_small(cells: &[Counts]) -> Vec<Counts> {
    let whole: Counts = cells.iter().copied().sum();
    let Some(base) = whole.rate() else { return Vec::new() };
    let enough = |cell: &Counts| cell.deals() as f64 * base.min(1.0 - base) >= 5.0;
    let filled = cells.iter().copied().filter(|cell| cell.deals() > 0);
    // The smallest first; of equally small ones the joined ones, the last of them first.
    let mut queue: BTreeMap<(u64, i64), Counts> =
        (0..).zip(filled).map(|(at, cell)| ((cell.deals(), at), cell)).collect();
    for joined in 1.. {
        if queue.len() <= 2 {
            break;
        }
        let Some((key, smallest)) = queue.pop_first() else { break };
        if enough(&smallest) {
            queue.insert(key, smallest);
            break;
        }
        if let Some((_, next)) = queue.pop_first() {
            let both = smallest + next;
            queue.insert((both.deals(), -joined), both);
        }
    }
    queue.into_values().collect()
}

fn contrast(cells: &[Counts], bins: &PreBins) -> Option<Contrast> {
    let regular = &cells[..bins.count];
    let known: Counts = regular.iter().copied().sum();
    let (label, present) = match &bins.content {
        Content::Fixed(_) if bins.count == 2 => ("yes".to_owned(), regular[1]),
        Content::Fixed(binning) => {
            (labels(binning, None, NumberStyle::Grouped).into_iter().next()?, *regular.first()?)
        }
        Content::Digits(spans) => {
            let exact = regular.last().copied()?;
            (format!("{} or more significant digits", spans.last()?.0), exact)
        }
        Content::Levels(names) => (names.first()?.first()?.clone(), *regular.first()?),
        Content::Ranges(ranges) => {
            let mut below = Counts::default();
            let half = known.deals().div_ceil(2);
            let at = regular.iter().position(|&cell| {
                below += cell;
                below.deals() >= half
            })?;
            let at = (at + 1).min(ranges.len() - 1);
            let border = short_number_between(ranges.get(at.checked_sub(1)?)?.1, ranges[at].0);
            (format!("at least {}", bins.number_style().text(border)), regular[at..].iter().copied().sum())
        }
    };
    (present.deals() > 0 && present.deals() < known.deals()).then(|| Contrast {
        label,
        present,
        absent: known - present,
    })
}

fn information_value(bins: &[BinPattern]) -> f64 {
    let whole: Counts = bins.iter().map(|bin| bin.counts).sum();
    if whole.won == 0 || whole.lost == 0 {
        return 0.0;
    }
    let share = |bin: &BinPattern| {
        bin.counts.won as f64 / whole.won as f64 - bin.counts.lost as f64 / whole.lost as f64
    };
    bins.iter().map(|bin| share(bin) * bin.log_odds).sum::<f64>().max(0.0)
}
