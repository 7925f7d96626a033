//! The joint scorecard: each field's lift counts as far as no other field carries it.

use super::Term;
use crate::View;

pub(super) fn learn(view: &View<'_>) -> Vec<Term> {
    let weights = view.joint().weights.iter().enumerate();
    weights.filter(|(_, weight)| **weight > 0.0).map(|(at, &weight)| Term::field(at, weight)).collect()
}
