//! What the rules do to each row.

use super::{column, wrong_kind};
use crate::{FieldMap, Result, RuleAction, RuleTest, ScoringModel};
use lead_scoring_core::{Dataset, Kind};

/// For each row what the rules did.
pub(super) struct Applied {
    /// Sum of the manual points.
    pub(super) manual: Vec<i32>,
    /// Position of the first rule that disqualifies the lead.
    pub(super) disqualified_by: Vec<Option<u32>>,
}

pub(super) fn apply(model: &ScoringModel, data: &Dataset, map: &FieldMap) -> Result<Applied> {
    let mut applied = Applied { manual: vec![0; data.rows()], disqualified_by: vec![None; data.rows()] };
    for (at, rule) in (0_u32..).zip(&model.card.rules) {
        let Some(column) = column(data, map, &rule.field)? else { continue };
        let compares = matches!(rule.test, RuleTest::AtLeast(_) | RuleTest::Below(_));
        if compares && column.kind() != Kind::Number && column.filled() > 0 {
            return Err(wrong_kind(map, &rule.field, column, Kind::Number.word()));
        }
        let hits = rule.applies(column);
        let rows = applied.manual.iter_mut().zip(&mut applied.disqualified_by).zip(hits);
        for ((manual, by), _) in rows.filter(|(_, hit)| *hit) {
            match rule.action {
                RuleAction::Points(points) => *manual = manual.saturating_add(points),
                RuleAction::Disqualify(true) => *by = by.or(Some(at)),
                RuleAction::Disqualify(false) => {}
            }
        }
    }
    Ok(applied)
}
