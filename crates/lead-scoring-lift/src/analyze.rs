//! Measures every candidate field of the training deals.

use crate::fold::assign_folds;
use crate::measure::{Candidate, measure};
use crate::partition::PartitionRules;
use crate::pattern::{Confidence, Pattern};
use crate::prebin::{LEVEL_DEALS, PreBins};
use crate::significance::q_values;
use crate::{Counts, Error, ErrorKind, Result};
use lead_scoring_core::{Binning, Column, Deals, Dimension, Kind, SetValues, Values};

/// Most items of a set that are looked at, most frequent first.
const MAX_ITEMS: usize = 100;

/// A field that may become a signal.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FieldChoice {
    /// The column.
    pub field: String,
    /// The dimension its points would count for.
    pub dimension: Dimension,
}

impl FieldChoice {
    /// A field with its dimension.
    pub fn new(field: impl Into<String>, dimension: Dimension) -> Self {
        Self { field: field.into(), dimension }
    }
}

/// Bins given by the user, measured beside those that are searched for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GivenBins {
    /// The signal's name: `ICP match: Employees`.
    pub name: String,
    /// The column.
    pub field: String,
    /// The dimension its points would count for.
    pub dimension: Dimension,
    /// The bins.
    pub binning: Binning,
}

impl GivenBins {
    /// Given bins from their parts.
    pub fn new(
        name: impl Into<String>,
        field: impl Into<String>,
        dimension: Dimension,
        binning: Binning,
    ) -> Self {
        Self { name: name.into(), field: field.into(), dimension, binning }
    }
}

/// What to measure and how.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct AnalyzeOptions {
    /// The fields.
    pub fields: Vec<FieldChoice>,
    /// Bins given by the user.
    pub given: Vec<GivenBins>,
    /// Rows with equal numbers here share a fold; empty: repeated rows do.
    pub groups: Vec<u64>,
    /// Seed of the folds.
    pub seed: u64,
}

/// What the training deals show, field by field.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Analysis {
    /// Won and lost training deals.
    pub whole: Counts,
    /// One pattern a candidate, the strongest honest gain first.
    pub patterns: Vec<Pattern>,
    folds: Vec<u8>,
    won: Vec<bool>,
}

impl Analysis {
    /// Fold of each training deal.
    #[must_use]
    pub fn folds(&self) -> &[u8] {
        &self.folds
    }

    /// Outcome of each training deal.
    #[must_use]
    pub fn won(&self) -> &[bool] {
        &self.won
    }
}

/// Measures the fields of training deals.
///
/// # Errors
/// [`ErrorKind::OneClass`] where all deals ended alike; [`ErrorKind::Option`] for a field that the deals do not have.
pub fn analyze(train: &Deals, options: &AnalyzeOptions) -> Result<Analysis> {
    let whole = Counts::new(train.won_count(), train.lost_count());
    if whole.won == 0 || whole.lost == 0 {
        return Err(Error::new(
            ErrorKind::OneClass,
            "all training deals ended alike; lift needs won and lost deals",
        ));
    }
    let own_groups = options.groups.is_empty().then(|| train.data().copies());
    let groups = own_groups.as_deref().unwrap_or(&options.groups);
    let folds = assign_folds(train.won(), groups, options.seed);
    let rules = PartitionRules::by_evidence(train.len() as f64);
    let mut candidates = Vec::new();
    for choice in &options.fields {
        candidates.extend(candidates_of(choice, column(train, &choice.field)?, rules.min_deals));
    }
    for given in &options.given {
        candidates.push(candidate_of_given(given, column(train, &given.field)?));
    }
    let mut patterns = measure_all(candidates, train.won(), &folds, &rules);
    correct_for_multiplicity(&mut patterns);
    patterns.sort_by(|a, b| b.honest_gain.total_cmp(&a.honest_gain).then_with(|| a.name.cmp(&b.name)));
    Ok(Analysis { whole, patterns, folds, won: train.won().to_vec() })
}

fn column<'a>(train: &'a Deals, name: &str) -> Result<&'a Column> {
    train
        .data()
        .column(name)
        .ok_or_else(|| Error::new(ErrorKind::Option, format!("there is no column `{name}` to measure")))
}

fn candidates_of(choice: &FieldChoice, column: &Column, min_deals: u64) -> Vec<Candidate> {
    if let Values::Set(sets) = column.values() {
        return items(column, sets, min_deals)
            .into_iter()
            .map(|item| candidate_of_item(choice, column, item))
            .collect();
    }
    let candidate = |name: String, bins| Candidate {
        name,
        field: choice.field.clone(),
        kind: column.kind(),
        dimension: choice.dimension,
        bins,
    };
    let values = PreBins::of_column(column, LEVEL_DEALS).map(|bins| candidate(choice.field.clone(), bins));
    let digits = PreBins::of_digits(column, min_deals as usize)
        .map(|bins| candidate(format!("{}: exactness", choice.field), bins));
    values.into_iter().chain(digits).collect()
}

fn candidate_of_item(choice: &FieldChoice, column: &Column, item: String) -> Candidate {
    Candidate {
        name: format!("{}: {item}", choice.field),
        field: choice.field.clone(),
        kind: Kind::Set,
        dimension: choice.dimension,
        bins: PreBins::fixed(column, Binning::Contains { item }),
    }
}

fn candidate_of_given(given: &GivenBins, column: &Column) -> Candidate {
    Candidate {
        name: given.name.clone(),
        field: given.field.clone(),
        kind: column.kind(),
        dimension: given.dimension,
        bins: PreBins::fixed(column, given.binning.clone()),
    }
}

/// Items that enough deals have and enough lack.
fn items(column: &Column, sets: &SetValues, min_deals: u64) -> Vec<String> {
    let mut deals_of = vec![0_u64; sets.items.len()];
    let mut deals = 0;
    for members in column.codes().iter().filter_map(|&code| sets.members.get(code as usize)) {
        deals += 1;
        members.iter().for_each(|&item| deals_of[item as usize] += 1);
    }
    let mut items: Vec<(u64, &String)> = deals_of.into_iter().zip(&sets.items).collect();
    items.retain(|(count, _)| *count >= min_deals && deals - count >= min_deals);
    items.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    items.into_iter().take(MAX_ITEMS).map(|(_, item)| item.clone()).collect()
}

#[cfg(feature = "parallel")]
fn measure_all(
    candidates: Vec<Candidate>,
    won: &[bool],
    folds: &[u8],
    rules: &PartitionRules,
) -> Vec<Pattern> {
    use rayon::prelude::*;
    candidates.into_par_iter().map(|candidate| measure(candidate, won, folds, rules)).collect()
}

#[cfg(not(feature = "parallel"))]
fn measure_all(
    candidates: Vec<Candidate>,
    won: &[bool],
    folds: &[u8],
    rules: &PartitionRules,
) -> Vec<Pattern> {
    candidates.into_iter().map(|candidate| measure(candidate, won, folds, rules)).collect()
}

/// Fields are corrected among fields, bins among bins.
fn correct_for_multiplicity(patterns: &mut [Pattern]) {
    let of_fields = q_values(&patterns.iter().map(|pattern| pattern.p_value).collect::<Vec<_>>());
    let of_bins = q_values(
        &patterns.iter().flat_map(|pattern| &pattern.bins).map(|bin| bin.p_value).collect::<Vec<_>>(),
    );
    for (pattern, q) in patterns.iter_mut().zip(of_fields) {
        pattern.q_value = q;
    }
    for (bin, q) in patterns.iter_mut().flat_map(|pattern| &mut pattern.bins).zip(of_bins) {
        bin.q_value = q;
        bin.confidence = Confidence::of(q, bin.counts.deals(), bin.lift_interval);
    }
}
