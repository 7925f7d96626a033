//! Points in proportion to lift: every significant field counts in full, whatever the others say.

use super::Term;
use crate::View;

/// Smallest p value first.
pub(super) fn learn(view: &View<'_>) -> Vec<Term> {
    let level = view.options().q_level / view.analysis().patterns.len().max(1) as f64;
    let p_value = |at: &usize| match view.aside() {
        Some(fold) => view.pattern(*at).p_value_without(fold),
        None => view.pattern(*at).p_value,
    };
    let significant = |at: usize| p_value(&at).filter(|p| *p <= level).map(|p| (p, at));
    let mut found: Vec<(f64, usize)> = (0..view.fields().len()).filter_map(significant).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|(_, at)| Term::field(at, 1.0)).collect()
}
