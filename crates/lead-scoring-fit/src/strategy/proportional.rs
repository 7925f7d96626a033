//! Points in proportion to lift: every significant field counts in full, whatever the others say.

use super::Term;
use crate::View;

/// Strongest first, since the analysis sorts its patterns by honest gain.
pub(super) fn learn(view: &View<'_>) -> Vec<Term> {
    let level = view.options().q_level / view.analysis().patterns.len().max(1) as f64;
    let p_value = |at: &usize| match view.aside() {
        Some(fold) => view.pattern(*at).p_value_without(fold),
        None => view.pattern(*at).p_value,
    };
    let significant = |at: &usize| p_value(at).is_some_and(|p| p <= level);
    (0..view.fields().len()).filter(significant).map(|at| Term::field(at, 1.0)).collect()
}
