//! Why fields got no points.

use crate::dense::{Square, weighted_gram};
use crate::strategy::{Source, Term};
use crate::unused::{Reason, Unused};
use crate::view::{MOST_FIELDS, View};

/// Correlation from which a field without points is called a duplicate of a signal.
const DUPLICATE: f64 = 0.5;

/// Every field that no term with points reads, with the reason; `has_points` says which terms have some.
pub(crate) fn left_out(view: &View<'_>, terms: &[Term], has_points: &[bool]) -> Vec<Unused> {
    let patterns = &view.analysis().patterns;
    let mut state = vec![Use::None; patterns.len()];
    for (term, has_points) in terms.iter().zip(has_points) {
        for at in fields_of(view, term) {
            state[at] = state[at].max(if *has_points { Use::Points } else { Use::Rounded });
        }
    }
    let duplicates = Duplicates::of(view, &state);
    let entry_p = view.options().entry_p_for(view.analysis().won().len());
    let reason = |at: usize| match state[at] {
        Use::Points => None,
        Use::Rounded => Some(Reason::RoundsToZero),
        Use::None if !patterns[at].is_promising(entry_p) => {
            Some(Reason::NotSignificant { p_value: patterns[at].p_value })
        }
        Use::None if !view.fields().contains(&at) => Some(Reason::Crowded { tried: MOST_FIELDS }),
        Use::None => Some(duplicates.reason(view, at)),
    };
    let unused = |at: usize| Some(Unused { name: patterns[at].name.clone(), reason: reason(at)? });
    (0..patterns.len()).filter_map(unused).collect()
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    None,
    Rounded,
    Points,
}

/// Positions, among the analysis's patterns, of the fields a term reads.
fn fields_of(view: &View<'_>, term: &Term) -> Vec<usize> {
    match &term.source {
        Source::Field(at) | Source::Bin(at, _) => vec![view.fields()[*at]],
        Source::Pair(pair) => vec![pair.first, pair.second],
    }
}

/// The correlations of the fields' cross-fitted log odds.
struct Duplicates {
    gram: Option<Square>,
    /// Positions in the view of the fields with points.
    signals: Vec<usize>,
}

impl Duplicates {
    fn of(view: &View<'_>, state: &[Use]) -> Self {
        let used = |at: &usize| state[view.fields()[*at]] == Use::Points;
        let signals: Vec<usize> = (0..view.fields().len()).filter(used).collect();
        let needed = signals.len() < view.fields().len();
        let gram = needed.then(|| weighted_gram(&view.columns(), &vec![1.0; view.analysis().won().len()]));
        Self { gram, signals }
    }

    fn reason(&self, view: &View<'_>, pattern: usize) -> Reason {
        let position = view.fields().iter().position(|&field| field == pattern);
        let nearest = self.gram.as_ref().zip(position).and_then(|(gram, at)| {
            let signals = self.signals.iter().map(|&other| (correlation(gram, at, other), other));
            signals.max_by(|a, b| a.0.total_cmp(&b.0))
        });
        match nearest {
            Some((correlation, other)) if correlation >= DUPLICATE => {
                Reason::Redundant { duplicates: view.pattern(other).name.clone(), correlation }
            }
            _ => Reason::TooWeak,
        }
    }
}

fn correlation(gram: &Square, a: usize, b: usize) -> f64 {
    let (a, b, rows) = (a + 1, b + 1, gram.at(0, 0));
    let covariance = |x: usize, y: usize| gram.at(x, y) - gram.at(0, x) * gram.at(0, y) / rows;
    let spread = (covariance(a, a) * covariance(b, b)).sqrt();
    if spread > 0.0 { (covariance(a, b) / spread).clamp(-1.0, 1.0) } else { 0.0 }
}
