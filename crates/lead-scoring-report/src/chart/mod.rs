//! Charts of the report's figures, as inline SVG at the section whose tables they show.

mod canvas;
mod curves;
mod rows;
mod scores;

pub(crate) use canvas::{SCALE, WIDTH};

use crate::{Report, Result};
use serde::Serialize;

/// A picture with its words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Chart {
    /// What it shows.
    pub(crate) title: String,
    /// The same in words and figures, for those who do not see it.
    pub(crate) text: String,
    /// The picture's elements.
    pub(crate) elements: String,
    /// Its size in units of the drawing.
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Chart {
    fn new(title: impl Into<String>, text: String, height: i32, elements: String) -> Self {
        Self { title: title.into(), text, elements, width: WIDTH * SCALE, height: height * SCALE }
    }
}

/// Where a chart stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// Right after the heading that begins with a number.
    Under(&'static str),
    /// Before the first table under that heading, after what is said first.
    BeforeTable(&'static str),
}

/// The charts of a report, each where its figures are told.
pub(crate) fn all(report: &Report) -> Result<Vec<(Spot, Chart)>> {
    let charts = [
        (Spot::BeforeTable("2.1"), rows::lifts(report)?),
        (Spot::Under("3.0"), rows::signals(report)?),
        (Spot::Under("4.1"), scores::distributions(report)?),
        (Spot::Under("4.2"), rows::tier_shares(report)?),
        (Spot::Under("4.2"), curves::gains(report)?),
        (Spot::BeforeTable("6.1"), curves::roc(report)?),
        (Spot::BeforeTable("6.1"), curves::calibration(report)?),
        (Spot::BeforeTable("6.1"), scores::win_rates(report)?),
    ];
    Ok(charts.into_iter().filter_map(|(spot, chart)| Some((spot, chart?))).collect())
}

/// A share as a mark of an axis.
fn percent_mark(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

/// The end of an axis of shares that holds a share, with room to spare.
fn share_axis(most: f64) -> f64 {
    [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0].into_iter().find(|end| *end >= most).unwrap_or(1.0)
}
