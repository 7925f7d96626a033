//! Which fields later steps do not use, and why.
//!
//! The first reason that applies is given, in this order: the user asked; it is the outcome; no values; leakage; its kind is never
//! scored; constant; too few values; too many levels. A field the user keeps stays in spite of leakage, of being constant, of too
//! few values and of too many levels; an empty field, an identifier, a text or a date cannot be scored even then.

use crate::findings::{Exclusion, Leakage};
use crate::phrases as say;
use crate::sample::MEASURABLE;
use lead_scoring_core::{Kind, Message, Phrase};

/// Levels beyond which a category cannot be measured.
const MOST_LEVELS: u64 = 1_000;
/// Deals a level must have on average.
const DEALS_PER_LEVEL: u64 = 5;

/// What decides about a field.
pub(crate) struct Facts {
    pub(crate) kind: Kind,
    pub(crate) rows: u64,
    pub(crate) filled: u64,
    pub(crate) distinct: u64,
    pub(crate) leakage: Leakage,
    pub(crate) asked: bool,
    pub(crate) kept: bool,
    pub(crate) is_outcome: bool,
    /// The user named it as the column that names deals.
    pub(crate) is_identifier: bool,
}

/// Why a field is not used; `None` where it is.
pub(crate) fn of(facts: &Facts) -> Option<(Exclusion, Message)> {
    let plain = |(exclusion, reason): (Exclusion, Phrase)| (exclusion, reason.message());
    let asked = facts.asked.then_some((Exclusion::Asked, say::EXCLUDED_ASKED));
    let outcome = facts.is_outcome.then_some((Exclusion::Outcome, say::EXCLUDED_OUTCOME));
    let empty = (facts.filled == 0).then_some((Exclusion::Empty, say::EXCLUDED_EMPTY));
    let leaking = || leaking(facts).filter(|_| !facts.kept);
    let reason = asked.or(outcome).or(empty).or_else(leaking).or_else(|| unscorable(facts));
    match reason {
        Some(reason) => Some(plain(reason)),
        None if facts.kept => None,
        None => unmeasurable(facts),
    }
}

fn leaking(facts: &Facts) -> Option<(Exclusion, Phrase)> {
    match facts.leakage {
        Leakage::None => None,
        Leakage::Suspect => Some((Exclusion::Leakage, say::EXCLUDED_SUSPECT)),
        Leakage::Certain => Some((Exclusion::Leakage, say::EXCLUDED_CERTAIN)),
    }
}

fn unscorable(facts: &Facts) -> Option<(Exclusion, Phrase)> {
    match facts.kind {
        _ if facts.is_identifier => Some((Exclusion::Identifier, say::EXCLUDED_NAMES_DEAL)),
        Kind::Identifier => Some((Exclusion::Identifier, say::EXCLUDED_NAMES_ROW)),
        Kind::Text => Some((Exclusion::Text, say::EXCLUDED_TEXT)),
        Kind::Date => Some((Exclusion::Date, say::EXCLUDED_DATE)),
        _ => None,
    }
}

fn unmeasurable(facts: &Facts) -> Option<(Exclusion, Message)> {
    let deals = ("deals", facts.filled.into());
    if facts.distinct == 1 && facts.filled == facts.rows {
        return Some((Exclusion::Constant, say::EXCLUDED_CONSTANT.message()));
    }
    if facts.filled < MEASURABLE {
        let reason = say::EXCLUDED_FEW_VALUES.with([deals, ("least", MEASURABLE.into())]);
        return Some((Exclusion::TooFewValues, reason));
    }
    let crowded = facts.distinct > MOST_LEVELS || facts.filled < DEALS_PER_LEVEL * facts.distinct;
    (facts.kind == Kind::Category && crowded).then(|| {
        let reason = say::EXCLUDED_MANY_LEVELS.with([("levels", facts.distinct.into()), deals]);
        (Exclusion::TooManyLevels, reason)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        Facts {
            kind: Kind::Category,
            rows: 100,
            filled: 100,
            distinct: 4,
            leakage: Leakage::None,
            asked: false,
            kept: false,
            is_outcome: false,
            is_identifier: false,
        }
    }

    fn reason(facts: &Facts) -> Option<Exclusion> {
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
