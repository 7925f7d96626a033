//! What a strategy may learn from: the measured fields of all training deals, or of all but one fold.

use crate::logistic::{Prior, Rows};
use crate::select::{Selection, select};
use crate::side::Side;
use crate::{FitOptions, penalty};
use lead_scoring_lift::{Analysis, Pattern};
use std::borrow::Cow;
use std::sync::OnceLock;

/// Most fields that are fitted jointly.
pub(crate) const MOST_FIELDS: usize = 60;

/// The fields that may become signals, with one column of log odds each.
///
/// A deal's log odds come from bins that were learned without the deal's own fold. Where a fold is set aside nothing but the penalty was
/// learned on it, and its deals' log odds are what the other folds say of them.
#[derive(Debug)]
pub struct View<'a> {
    analysis: &'a Analysis,
    options: &'a FitOptions,
    aside: Option<usize>,
    fields: Vec<usize>,
    columns: Vec<Cow<'a, [f64]>>,
    ridge: f64,
    joint: OnceLock<Selection>,
}

impl<'a> View<'a> {
    /// All training deals; `pool` holds the fields looked at with their cross-fitted columns.
    pub(crate) fn of_all(
        analysis: &'a Analysis,
        options: &'a FitOptions,
        pool: &'a [(usize, Vec<f64>)],
        ridge: f64,
    ) -> Self {
        let entry_p = options.entry_p_for(analysis.won().len());
        let chosen = pool.iter().filter(|(at, _)| analysis.patterns[*at].is_promising(entry_p));
        let (fields, columns) = chosen.map(|(at, column)| (*at, Cow::Borrowed(column.as_slice()))).unzip();
        Self { analysis, options, aside: None, fields, columns, ridge, joint: OnceLock::new() }
    }

    /// All training deals but those of one fold.
    pub(crate) fn without(analysis: &'a Analysis, options: &'a FitOptions, ridge: f64, fold: usize) -> Self {
        let entry_p = options.entry_p_for(analysis.won().len());
        let p_value = |at: usize| analysis.patterns[at].p_value_without(fold).filter(|p| *p <= entry_p);
        let mut promising: Vec<(f64, usize)> =
            (0..analysis.patterns.len()).filter_map(|at| Some((p_value(at)?, at))).collect();
        // The fold has no say in which fields are too many.
        promising.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        promising.truncate(MOST_FIELDS);
        let mut fields: Vec<usize> = promising.into_iter().map(|(_, at)| at).collect();
        fields.sort_unstable();
        let column = |&at: &usize| Cow::Owned(analysis.patterns[at].log_odds_without(analysis.folds(), fold));
        let columns = fields.iter().map(column).collect();
        Self { analysis, options, aside: Some(fold), fields, columns, ridge, joint: OnceLock::new() }
    }

    /// The measured fields this is a view of.
    #[must_use]
    pub fn analysis(&self) -> &'a Analysis {
        self.analysis
    }

    /// What the points must keep to.
    #[must_use]
    pub fn options(&self) -> &'a FitOptions {
        self.options
    }

    /// The fold that nothing is learned from.
    #[must_use]
    pub fn aside(&self) -> Option<usize> {
        self.aside
    }

    /// Positions, among the analysis's patterns, of the fields that may become signals.
    #[must_use]
    pub fn fields(&self) -> &[usize] {
        &self.fields
    }

    /// The pattern of the field at a position of [`View::fields`], as all deals show it: what a strategy learns where a fold is aside it must
    /// take from [`Pattern::bins_without`] and [`Pattern::p_value_without`].
    #[must_use]
    pub fn pattern(&self, at: usize) -> &'a Pattern {
        &self.analysis.patterns[self.fields[at]]
    }

    /// Log odds of every training deal by the field at a position of [`View::fields`].
    #[must_use]
    pub fn column(&self, at: usize) -> &[f64] {
        &self.columns[at]
    }

    /// Whether a training deal may be learned from.
    #[must_use]
    pub fn is_learned(&self, row: usize) -> bool {
        self.aside.is_none_or(|fold| usize::from(self.analysis.folds()[row]) != fold)
    }

    pub(crate) fn columns(&self) -> Vec<&[f64]> {
        self.columns.iter().map(AsRef::as_ref).collect()
    }

    /// The deals that may be learned from, with the given columns of all deals.
    pub(crate) fn learned(&self, columns: &[&[f64]]) -> Side {
        let aside = self.aside.and_then(|fold| u8::try_from(fold).ok());
        Side::of(Rows { columns, won: self.analysis.won() }, self.analysis.folds(), |fold| {
            Some(fold) != aside
        })
    }

    /// The joint fit of all fields; made once, since more than one strategy starts from it.
    pub(crate) fn joint(&self) -> &Selection {
        self.joint.get_or_init(|| {
            let columns = self.columns();
            self.with_learned(&columns, |rows| {
                select(rows, self.prior(rows), self.options.max_signals, &vec![0.0; columns.len()])
            })
        })
    }

    /// Hands the deals that may be learned from on, copied only where a fold is left out.
    pub(crate) fn with_learned<T>(&self, columns: &[&[f64]], work: impl FnOnce(Rows<'_>) -> T) -> T {
        if self.aside.is_none() {
            return work(Rows { columns, won: self.analysis.won() });
        }
        let side = self.learned(columns);
        let columns = side.columns();
        work(Rows { columns: &columns, won: side.won() })
    }

    /// Weights are drawn to the common weight of these columns.
    pub(crate) fn prior(&self, rows: Rows<'_>) -> Prior {
        Prior { ridge: self.ridge, centre: penalty::common_weight(rows) }
    }
}
