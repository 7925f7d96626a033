//! The three dashboards of a history, as one value.

use crate::history::{History, Note};
use crate::overview::Overview;
use crate::performance::Performance;
use crate::productivity::Productivity;
use crate::view::View;
use crate::wanted::{ToRecord, to_record};
use crate::window::{DashboardOptions, Period, Span, Window};
use lead_scoring_core::Result;
use serde::Serialize;

/// The three dashboards.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Dashboards {
    /// The name of the history.
    pub source: String,
    /// The days looked at. What came later is not known to any figure.
    pub span: Span,
    /// What the days are cut into.
    pub period: Period,
    /// What was met in the history and how it was taken.
    pub notes: Vec<Note>,
    /// Dashboard 1.
    pub overview: Overview,
    /// Dashboard 2.
    pub performance: Performance,
    /// Dashboard 3.
    pub productivity: Productivity,
    /// What to record for the figures that are not there.
    pub to_record: Vec<ToRecord>,
}

impl Dashboards {
    /// The figures of a history, or of a part of it.
    ///
    /// # Errors
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) where the first day asked for lies after the last;
    /// [`ErrorKind::TooLittleData`](crate::ErrorKind::TooLittleData) where the history holds nothing in the days asked for;
    /// [`ErrorKind::Value`](crate::ErrorKind::Value), with the rows of its first and last day, for a history of more than 600 periods.
    ///
    /// ```
    /// use lead_scoring_ops::{DashboardOptions, Dashboards, History, HistoryOptions};
    ///
    /// let text = "id,date,score,tier\nA-1,2026-03-01,41,Warm\nA-1,2026-04-01,77,Hot\n";
    /// let history = History::read(text.as_bytes(), "history.csv", &HistoryOptions::default())?;
    /// let dashboards = Dashboards::new(&history, &DashboardOptions::default())?;
    /// assert_eq!(dashboards.overview.migration.map(|moves| moves.up), Some(1));
    /// # Ok::<(), lead_scoring_ops::Error>(())
    /// ```
    pub fn new(history: &History, options: &DashboardOptions) -> Result<Self> {
        let view = View::new(history, Window::new(history, options)?);
        Ok(Self {
            source: history.source.clone(),
            span: view.window.span,
            period: view.window.period,
            notes: history.notes.clone(),
            overview: Overview::new(&view),
            performance: Performance::new(&view),
            productivity: Productivity::new(&view),
            to_record: to_record(history.recorded),
        })
    }
}
