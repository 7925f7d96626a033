//! Charts along time. A period of which nothing is known is a gap: no line is drawn across it.

use super::{Words, count_axis, count_mark};
use crate::chart::canvas::{Axes, Drawn, LINE, LOST, MAIN, Plane, WON, dot, legend, line, picture};
use crate::chart::{Chart, share_axis};
use crate::dashboards::Facts;
use crate::{Result, format};
use lead_scoring_core::Day;
use lead_scoring_ops::{Period, Span};
use plotters::style::RGBColor;

const HEIGHT: i32 = 280;

/// One value a period.
struct Series {
    name: &'static str,
    colour: RGBColor,
    values: Vec<Option<f64>>,
}

/// Hot leads by period.
pub(super) fn hot(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let Some(points) = &facts.dashboards.overview.hot else { return Ok(None) };
    let values = |of: fn(&lead_scoring_ops::HotPoint) -> Option<u64>| -> Vec<Option<f64>> {
        points.iter().map(|point| of(point).map(|count| count as f64)).collect()
    };
    let series = [
        Series { name: "dashboards-chart-hot-at-end", colour: MAIN, values: values(|point| point.hot) },
        Series { name: "dashboards-chart-became-hot", colour: WON, values: values(|point| point.became_hot) },
    ];
    let most = points.iter().filter_map(|point| point.hot.max(point.became_hot)).max().unwrap_or(0);
    let periods: Vec<Span> = points.iter().map(|point| point.period).collect();
    let mut told = Vec::new();
    for point in points {
        let Some((hot, became)) = point.hot.zip(point.became_hot) else { continue };
        let name = point.period.from.to_string();
        told.push(words.say(
            "dashboards-chart-hot-row",
            [("name", name.into()), ("became", became.into()), ("hot", hot.into())],
        )?);
    }
    let axis = Axis { end: count_axis(most), name: "dashboards-chart-leads", mark: count_mark };
    let line = Line { periods, cut: facts.dashboards.period };
    let Some(elements) = draw(&line, &series, &axis, words)? else { return Ok(None) };
    let text = words.sentence("dashboards-chart-hot-text", &told)?;
    Ok(Some(Chart::new(words.word("dashboards-chart-hot")?, text, HEIGHT, elements)))
}

/// Wrong calls by period.
pub(super) fn wrong(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let wrong = facts.dashboards.performance.wrong.as_ref();
    let Some(rows) = wrong.and_then(|wrong| wrong.periods.as_ref()) else { return Ok(None) };
    let values = |of: fn(&lead_scoring_ops::WrongIn) -> Option<f64>| rows.iter().map(of).collect();
    let series = [
        Series {
            name: "dashboards-chart-hot-warm-lost",
            colour: LOST,
            values: values(|row| row.false_positives.value),
        },
        Series {
            name: "dashboards-chart-cool-cold-won",
            colour: MAIN,
            values: values(|row| row.false_negatives.value),
        },
    ];
    let most =
        series.iter().flat_map(|series| series.values.iter().flatten()).fold(0.0, |a: f64, b| a.max(*b));
    let periods: Vec<Span> = rows.iter().map(|row| row.period).collect();
    let shown = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), format::percent);
    let mut told = Vec::new();
    for row in rows.iter().filter(|row| row.false_positives.of + row.false_negatives.of > 0) {
        let (lost, won) = (shown(row.false_positives.value), shown(row.false_negatives.value));
        let name = row.period.from.to_string();
        told.push(words.say(
            "dashboards-chart-wrong-row",
            [("name", name.into()), ("lost", lost.into()), ("won", won.into())],
        )?);
    }
    let axis =
        Axis { end: share_axis(most), name: "dashboards-chart-share-of-closed", mark: words.share_mark() };
    let line = Line { periods, cut: facts.dashboards.period };
    let Some(elements) = draw(&line, &series, &axis, words)? else { return Ok(None) };
    let text = words.sentence("dashboards-chart-wrong-text", &told)?;
    Ok(Some(Chart::new(words.word("dashboards-chart-wrong")?, text, HEIGHT, elements)))
}

/// The upright axis.
struct Axis {
    end: f64,
    name: &'static str,
    mark: fn(f64) -> String,
}

/// Periods along a line on which each is 1 long.
struct Line {
    periods: Vec<Span>,
    cut: Period,
}

impl Line {
    /// Where a period begins.
    fn place(&self, period: &Span) -> f64 {
        match (self.cut, period.from.to_calendar()) {
            (Period::Month, Some((year, month, _))) => f64::from(year) * 12.0 + f64::from(month - 1),
            // Day 0 was a Thursday.
            _ => f64::from(period.from.epoch_days() + 3).div_euclid(7.0).floor(),
        }
    }

    /// What a place is called; nothing between two periods.
    fn mark(&self) -> fn(f64) -> String {
        match self.cut {
            Period::Month => |place| {
                at_whole(place, |month| format!("{}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1))
            },
            Period::Week => |place| {
                at_whole(place, |week| {
                    Day::from_epoch_days(week.saturating_mul(7).saturating_sub(3)).to_string()
                })
            },
        }
    }
}

fn at_whole(place: f64, name: fn(i32) -> String) -> String {
    if (place - place.round()).abs() < 1e-9 { name(place.round() as i32) } else { String::new() }
}

/// The series over their periods; `None` where there are too few points for a chart.
fn draw(along: &Line, series: &[Series], axis: &Axis, words: &Words<'_>) -> Result<Option<String>> {
    let (Some(first), Some(last)) = (along.periods.first(), along.periods.last()) else { return Ok(None) };
    let known = |series: &Series| series.values.iter().flatten().count();
    if series.iter().map(known).max().unwrap_or(0) < 2 {
        return Ok(None);
    }
    let y_name = words.word(axis.name)?;
    let x_mark = along.mark();
    let axes = Axes {
        x: along.place(first) - 0.5..along.place(last) + 0.5,
        y: 0.0..axis.end,
        x_name: "",
        y_name: &y_name,
        x_mark: &x_mark,
        y_mark: axis.mark,
        above: LINE,
    };
    let names = series.iter().map(|series| words.word(series.name)).collect::<Result<Vec<_>>>()?;
    let keys: Vec<(RGBColor, &str)> =
        series.iter().zip(&names).map(|(series, name)| (series.colour, name.as_str())).collect();
    let places: Vec<f64> = along.periods.iter().map(|period| along.place(period)).collect();
    picture(HEIGHT, |area| {
        legend(area, &keys)?;
        let mut plane = axes.draw(area)?;
        series.iter().try_for_each(|series| run(&mut plane, series, &places))
    })
    .map(Some)
}

/// A line through neighbours that are both known, and a dot at every one.
fn run(plane: &mut Plane<'_, '_>, series: &Series, places: &[f64]) -> Drawn<()> {
    let points: Vec<Option<(f64, f64)>> =
        places.iter().zip(&series.values).map(|(x, value)| Some((*x, (*value)?))).collect();
    for stretch in points.split(Option::is_none) {
        let known: Vec<(f64, f64)> = stretch.iter().flatten().copied().collect();
        if known.len() > 1 {
            line(plane, series.colour, 2.0, &known)?;
        }
        known.iter().try_for_each(|point| dot(plane, series.colour, *point))?;
    }
    Ok(())
}
