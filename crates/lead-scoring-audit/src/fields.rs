//! The findings about each column, put together.

use crate::exclusion::{self, Facts};
use crate::findings::{FieldAudit, FieldShift, LevelCount, ValueRange};
use crate::leakage::{self, Blocks, Case, Dates};
use crate::options::AuditOptions;
use crate::profile::{Profile, Rows};
use crate::{dimension, drift, quality, sample};
use lead_scoring_core::{Column, Dataset, Field, Kind, Values, name_words};

/// Levels shown per field.
const EXAMPLES: usize = 5;

/// What all columns share.
pub(crate) struct Auditor<'a> {
    rows: &'a Rows<'a>,
    data: &'a Dataset,
    open: Option<&'a Dataset>,
    options: &'a AuditOptions,
    blocks: Blocks,
    dates: Dates<'a>,
}

impl<'a> Auditor<'a> {
    pub(crate) fn new(rows: &'a Rows<'a>, open: Option<&'a Dataset>, options: &'a AuditOptions) -> Self {
        let data = rows.deals.data();
        Self { rows, data, open, options, blocks: Blocks::of(data), dates: Dates::of(data) }
    }

    /// The findings about the column at a position, and its shift over time if there is one.
    pub(crate) fn audit(
        &self,
        at: usize,
        field: &Field,
        column: &Column,
    ) -> (FieldAudit, Option<FieldShift>) {
        let profile = self.rows.profile(column);
        let words = name_words(&field.name);
        let kind = column.kind();
        let deals = self.rows.deals;
        let (rows, filled) = (deals.len() as u64, profile.filled());
        let fill_by_slice = if filled < rows { self.rows.fill_by_slice(column) } else { Vec::new() };
        let auc = profile.separation(kind).filter(|_| filled > 0);
        let suspicion = leakage::judge(&Case {
            words: &words,
            at,
            column,
            profile: &profile,
            totals: [deals.lost_count(), deals.won_count()],
            auc,
            fill_by_slice: &fill_by_slice,
            open: self.open.and_then(|open| open.column(&field.name)),
            block: &self.blocks.others(self.data, at),
            dates: &self.dates,
        });
        let levels = sample::level_counts(column, &profile);
        let distinct = if kind == Kind::Set { levels.len() } else { profile.present().count() } as u64;
        let named = |names: &[String]| names.contains(&field.name);
        let exclusion = exclusion::of(&Facts {
            kind,
            rows,
            filled,
            distinct,
            leakage: suspicion.level,
            asked: named(&self.options.exclude),
            kept: named(&self.options.keep),
            is_outcome: self.options.outcome.as_ref() == Some(&field.name),
            is_identifier: self.options.identifier.as_ref() == Some(&field.name),
        });
        let given = self
            .options
            .dimensions
            .iter()
            .rev()
            .find(|(name, _)| *name == field.name)
            .map(|(_, dimension)| *dimension);
        let given = given.or(field.dimension);
        let (excluded_by, excluded_because) = exclusion.unzip();
        let shift =
            kind.is_scorable().then(|| drift::shift(&field.name, column, &profile, &fill_by_slice)).flatten();
        let findings = FieldAudit {
            name: field.name.clone(),
            kind,
            filled,
            rows,
            complete: filled as f64 / rows as f64,
            distinct,
            range: range(column, &profile),
            examples: examples(column, levels),
            dimension: given.unwrap_or_else(|| dimension::guess(&words)),
            dimension_given: given.is_some(),
            used: excluded_by.is_none(),
            excluded_because,
            excluded_by,
            leakage: suspicion.level,
            suspicion: suspicion.points,
            evidence: suspicion.evidence,
            auc,
            quality: quality::of_column(field, column, &profile),
            adequacy: sample::of_field(column, &profile),
            near_constant: quality::is_near_constant(&profile),
        };
        (findings, shift)
    }
}

/// Smallest and largest value; codes of numbers and days ascend with their values.
fn range(column: &Column, profile: &Profile) -> Option<ValueRange> {
    if !matches!(column.values(), Values::Number(_) | Values::Date(_)) {
        return None;
    }
    let (first, _) = profile.present().next()?;
    let (last, _) = profile.present().last()?;
    Some(ValueRange { min: column.values().text(first)?, max: column.values().text(last)? })
}

/// The most frequent levels; of equal ones the first by name.
fn examples(column: &Column, levels: Vec<(u32, u64, u64)>) -> Vec<LevelCount> {
    let mut levels: Vec<LevelCount> = levels
        .into_iter()
        .filter_map(|(code, lost, won)| {
            let level = match column.values() {
                Values::Set(sets) => sets.items.get(code as usize).cloned(),
                values => values.text(code),
            };
            Some(LevelCount { level: level?, deals: lost + won, won })
        })
        .collect();
    levels.sort_by(|a, b| b.deals.cmp(&a.deals).then_with(|| a.level.cmp(&b.level)));
    levels.truncate(EXAMPLES);
    levels
}
