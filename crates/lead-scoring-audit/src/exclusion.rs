//! Which fields later steps do not use, and why.
//!
//! The first reason that applies is given, in this order: the user asked; it is the outcome; no values; leakage; its kind is never
//! scored; constant; too few values; too many levels. A field the user keeps stays in spite of leakage, of being constant, of too
//! few values and of too many levels; an empty field, an identifier, a text or a date cannot be scored even then.

use crate::findings::{Exclusion, Leakage};
use crate::sample::MEASURABLE;
use lead_scoring_core::Kind;
use lead_scoring_core::{counted, grouped};

/// Levels beyond which a category cannot be measured.
const MOST_LEVELS: u64 = 1_000;
/// Deals a level must have on average.
const DEALS_PER_LEVEL: u64 = 5;

/// What decides about a field.
pub(crate) struct Facts<'a> {
    pub(crate) kind: Kind,
    pub(crate) rows: u64,
    pub(crate) filled: u64,
    pub(crate) distinct: u64,
    pub(crate) leakage: Leakage,
    pub(crate) points: u32,
    /// The strongest piece of evidence of leakage.
    pub(crate) evidence: Option<&'a str>,
    pub(crate) asked: bool,
    pub(crate) kept: bool,
    pub(crate) is_outcome: bool,
    /// The user named it as the column that names deals.
    pub(crate) is_identifier: bool,
}

/// Why a field is not used; `None` where it is.
pub(crate) fn of(facts: &Facts<'_>) -> Option<(Exclusion, String)> {
    if facts.asked {
        return Some((Exclusion::Asked, "you asked".to_owned()));
    }
    if facts.is_outcome {
        return Some((Exclusion::Outcome, "the outcome itself".to_owned()));
    }
    if facts.filled == 0 {
        return Some((Exclusion::Empty, "no deal has a value".to_owned()));
    }
    if let Some(reason) = leaking(facts).filter(|_| !facts.kept) {
        return Some((Exclusion::Leakage, reason));
    }
    if let Some((exclusion, reason)) = unscorable(facts) {
        return Some((exclusion, reason.to_owned()));
    }
    if facts.kept { None } else { unmeasurable(facts) }
}

fn leaking(facts: &Facts<'_>) -> Option<String> {
    let judgement = match facts.leakage {
        Leakage::None => return None,
        Leakage::Suspect => "probably known only after the outcome",
        Leakage::Certain => "known only after the outcome",
    };
    let evidence =
        facts.evidence.map_or_else(String::new, |evidence| format!(": {}", evidence.trim_end_matches('.')));
    Some(format!("{judgement} ({} points){evidence}", facts.points))
}

fn unscorable(facts: &Facts<'_>) -> Option<(Exclusion, &'static str)> {
    match facts.kind {
        _ if facts.is_identifier => Some((Exclusion::Identifier, "it names the deal")),
        Kind::Identifier => Some((Exclusion::Identifier, "it names a row")),
        Kind::Text => Some((Exclusion::Text, "free text")),
        Kind::Date => Some((Exclusion::Date, "a moment, not a trait")),
        _ => None,
    }
}

fn unmeasurable(facts: &Facts<'_>) -> Option<(Exclusion, String)> {
    if facts.distinct == 1 && facts.filled == facts.rows {
        return Some((Exclusion::Constant, "every deal has the same value".to_owned()));
    }
    if facts.filled < MEASURABLE {
        let deals = counted(facts.filled, "deal");
        let verb = if facts.filled == 1 { "has" } else { "have" };
        return Some((
            Exclusion::TooFewValues,
            format!("only {deals} {verb} a value, fewer than {MEASURABLE}"),
        ));
    }
    let crowded = facts.distinct > MOST_LEVELS || facts.filled < DEALS_PER_LEVEL * facts.distinct;
    (facts.kind == Kind::Category && crowded).then(|| {
        let levels = grouped(facts.distinct);
        (
            Exclusion::TooManyLevels,
            format!("{levels} levels in {} cannot be measured", counted(facts.filled, "deal")),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts<'static> {
        Facts {
            kind: Kind::Category,
            rows: 100,
            filled: 100,
            distinct: 4,
            leakage: Leakage::None,
            points: 0,
            evidence: None,
            asked: false,
            kept: false,
            is_outcome: false,
            is_identifier: false,
        }
    }

    fn reason(facts: &Facts<'_>) -> Option<Exclusion> {
        of(facts).map(|(exclusion, _)| exclusion)
    }

    #[test]
    fn every_reason_applies() {
        assert_eq!(reason(&facts()), None);
        assert_eq!(reason(&Facts { asked: true, ..facts() }), Some(Exclusion::Asked));
        assert_eq!(reason(&Facts { is_outcome: true, ..facts() }), Some(Exclusion::Outcome));
        assert_eq!(reason(&Facts { filled: 0, distinct: 0, ..facts() }), Some(Exclusion::Empty));
        assert_eq!(reason(&Facts { leakage: Leakage::Suspect, ..facts() }), Some(Exclusion::Leakage));
        assert_eq!(reason(&Facts { kind: Kind::Text, ..facts() }), Some(Exclusion::Text));
        assert_eq!(reason(&Facts { kind: Kind::Date, ..facts() }), Some(Exclusion::Date));
        assert_eq!(reason(&Facts { is_identifier: true, ..facts() }), Some(Exclusion::Identifier));
        assert_eq!(reason(&Facts { distinct: 1, ..facts() }), Some(Exclusion::Constant));
        assert_eq!(reason(&Facts { filled: 24, ..facts() }), Some(Exclusion::TooFewValues));
        assert_eq!(reason(&Facts { distinct: 21, ..facts() }), Some(Exclusion::TooManyLevels));
        assert_eq!(reason(&Facts { distinct: 90, kind: Kind::Number, ..facts() }), None);
    }

    #[test]
    fn keeping_overrides_what_can_be_overridden() {
        let kept = || Facts { kept: true, ..facts() };
        assert_eq!(reason(&Facts { leakage: Leakage::Certain, ..kept() }), None);
        assert_eq!(reason(&Facts { filled: 24, ..kept() }), None);
        assert_eq!(reason(&Facts { kind: Kind::Identifier, ..kept() }), Some(Exclusion::Identifier));
    }
}
