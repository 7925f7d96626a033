//! Hot leads over time.

use crate::view::{LeadView, View};
use crate::window::Span;
use lead_scoring_core::{Day, Tier};
use serde::Serialize;

/// Hot leads of one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HotPoint {
    /// The period.
    pub period: Span,
    /// Scorings in it; 0 is a gap in the history.
    pub scorings: u64,
    /// Leads that came into Hot in it, each once; `None` in a gap.
    pub became_hot: Option<u64>,
    /// Open leads that were Hot at its end; `None` in a gap.
    pub hot: Option<u64>,
}

pub(super) fn hot(view: &View<'_>) -> Option<Vec<HotPoint>> {
    if view.window.is_one_day() {
        return None;
    }
    let mut points: Vec<HotPoint> = view
        .window
        .periods
        .iter()
        .map(|&period| HotPoint { period, scorings: 0, became_hot: Some(0), hot: Some(0) })
        .collect();
    for lead in &view.leads {
        for at in lead.scorings.iter().filter_map(|scoring| place(view, scoring.at.day())) {
            points[at].scorings += 1;
        }
        for at in turned_hot(view, lead) {
            points[at].became_hot = points[at].became_hot.map(|count| count + 1);
        }
        let mut to_come = lead.scorings.iter().peekable();
        let mut tier = None;
        for point in &mut points {
            while let Some(scoring) = to_come.next_if(|scoring| scoring.at.day() <= point.period.to) {
                tier = scoring.tier;
            }
            if tier == Some(Tier::Hot) && !lead.is_closed_by(point.period.to) {
                point.hot = point.hot.map(|count| count + 1);
            }
        }
    }
    for point in points.iter_mut().filter(|point| point.scorings == 0) {
        (point.became_hot, point.hot) = (None, None);
    }
    Some(points)
}

/// Leads that came into Hot in more than one period.
pub(super) fn hot_again(view: &View<'_>) -> u64 {
    view.leads.iter().filter(|lead| turned_hot(view, lead).len() > 1).count() as u64
}

/// The periods in which a lead came into Hot, each once.
fn turned_hot(view: &View<'_>, lead: &LeadView<'_>) -> Vec<usize> {
    let mut turned: Vec<usize> =
        lead.turns_hot().filter_map(|scoring| place(view, scoring.at.day())).collect();
    turned.dedup();
    turned
}

/// The period that holds a day within the time looked at.
fn place(view: &View<'_>, day: Day) -> Option<usize> {
    let periods = &view.window.periods;
    let at = periods.partition_point(|period| period.to < day);
    periods.get(at).filter(|period| period.contains(day)).map(|_| at)
}
