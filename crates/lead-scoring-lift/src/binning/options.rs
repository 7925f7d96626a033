//! What one column is binned by.

use crate::partition::PartitionRules;
use crate::{Error, ErrorKind, Result};

/// Most pre-bins that can be asked for: the search takes their square.
const MOST_PREBINS: usize = 512;

/// How to bin a column. The default bins by evidence: see [`PartitionRules::by_evidence`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BinningOptions {
    /// What bins must keep to and have most of; `None`: [`PartitionRules::by_evidence`] for the number of deals.
    pub rules: Option<PartitionRules>,
    /// Most ranges that a number is looked at in, 2 to 512; 64 unless said otherwise.
    pub max_prebins: usize,
    /// Most category levels that are looked at one by one, 1 to 511; 254 unless said otherwise. Rarer ones are pooled.
    pub max_levels: usize,
    /// Fewest deals of a level that is looked at alone; `None`: half the smallest bin.
    pub min_level_deals: Option<u64>,
    /// Most level names that bins hold, at least 1; 10,000 unless said otherwise. Levels beyond, the rarest, count as unseen.
    pub max_names: usize,
    /// The only places where bins of numbers may meet; `None`: wherever it is best. A bin holds its lower bound.
    pub cut_points: Option<Vec<f64>>,
    /// Places where bins of numbers meet in any case.
    pub fixed_cut_points: Vec<f64>,
    /// Numbers that mean something else than a number (`-1`, `999`): each gets a bin of its own.
    pub special_numbers: Vec<f64>,
    /// Levels that get a bin of their own each.
    pub special_levels: Vec<String>,
}

impl Default for BinningOptions {
    fn default() -> Self {
        Self {
            rules: None,
            max_prebins: 64,
            max_levels: 254,
            min_level_deals: None,
            max_names: 10_000,
            cut_points: None,
            fixed_cut_points: Vec::new(),
            special_numbers: Vec::new(),
            special_levels: Vec::new(),
        }
    }
}

impl BinningOptions {
    /// The default options under given rules.
    #[must_use]
    pub fn with_rules(rules: PartitionRules) -> Self {
        Self { rules: Some(rules), ..Self::default() }
    }

    /// The rules for a column with so many deals, `known` of them with a regular value.
    pub(super) fn rules_for(&self, deals: f64, known: f64) -> PartitionRules {
        self.rules.unwrap_or_else(|| {
            let mut rules = PartitionRules::by_evidence(deals);
            // Where few values are known they are one bin, not a fault of rules that nobody asked for.
            rules.min_deals = rules.min_deals.min(known as u64);
            rules
        })
    }

    pub(super) fn check(&self) -> Result<()> {
        let within = |name: &str, value: usize, least: usize, most: usize| {
            if (least..=most).contains(&value) {
                return Ok(());
            }
            Err(option(format!("`{name}` is {value}; it must be from {least} to {most}")))
        };
        within("max_prebins", self.max_prebins, 2, MOST_PREBINS)?;
        within("max_levels", self.max_levels, 1, MOST_PREBINS - 1)?;
        within("max_names", self.max_names, 1, usize::MAX)?;
        let cut_points = self.cut_points.as_deref().unwrap_or_default();
        let all_cut_points = cut_points.len().saturating_add(self.fixed_cut_points.len());
        if all_cut_points >= MOST_PREBINS {
            return Err(option(format!(
                "there are {all_cut_points} cut points; at most {} are searched",
                MOST_PREBINS - 1
            )));
        }
        let numbers = [cut_points, &self.fixed_cut_points, &self.special_numbers];
        if numbers.iter().any(|numbers| numbers.iter().any(|number| !number.is_finite())) {
            return Err(option("cut points and special numbers must be finite"));
        }
        Ok(())
    }
}

fn option(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Option, message)
}
