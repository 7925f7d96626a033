//! Charts of the report's figures, as inline SVG at the section whose tables they show.

mod canvas;
mod curves;
pub(crate) mod dashboards;
mod rows;
mod scores;

pub(crate) use canvas::{SCALE, WIDTH};

use crate::{Language, Report, Result};
use fluent_bundle::{FluentArgs, FluentValue};
use lead_scoring_core::percentage;
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

/// The words of a chart.
struct Words<'l>(&'l Language);

impl Words<'_> {
    fn say<const N: usize>(
        &self,
        key: &str,
        parts: [(&'static str, FluentValue<'static>); N],
    ) -> Result<String> {
        self.0.say(key, &parts.into_iter().collect::<FluentArgs<'_>>())
    }

    /// A word without anything to fill in.
    fn word(&self, key: &str) -> Result<String> {
        self.say(key, [])
    }

    /// What marks an axis of shares.
    fn share_mark(&self) -> fn(f64) -> String {
        if self.0.percentage(percent_mark(1.0)) == percent_mark(1.0) {
            percent_mark
        } else {
            |share| crate::spacing::closed(&percent_mark(share))
        }
    }

    /// Clauses one after the other.
    fn told(&self, clauses: &[String]) -> Result<String> {
        Ok(clauses.join(&self.word("chart-between-clauses")?))
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
pub(crate) fn all(report: &Report, language: &Language) -> Result<Vec<(Spot, Chart)>> {
    let words = Words(language);
    let charts = [
        (Spot::BeforeTable("2.1"), rows::lifts(report, &words)?),
        (Spot::Under("3.0"), rows::signals(report, &words)?),
        (Spot::Under("4.1"), scores::distributions(report, &words)?),
        (Spot::Under("4.2"), rows::tier_shares(report, &words)?),
        (Spot::Under("4.2"), curves::gains(report, &words)?),
        (Spot::BeforeTable("6.1"), curves::roc(report, &words)?),
        (Spot::BeforeTable("6.1"), curves::calibration(report, &words)?),
        (Spot::BeforeTable("6.1"), scores::win_rates(report, &words)?),
    ];
    Ok(charts.into_iter().filter_map(|(spot, chart)| Some((spot, chart?))).collect())
}

/// A share as a mark of an axis.
fn percent_mark(share: f64) -> String {
    percentage(share, 0)
}

/// The end of an axis of shares that holds a share, with room to spare.
fn share_axis(most: f64) -> f64 {
    [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0].into_iter().find(|end| *end >= most).unwrap_or(1.0)
}
