//! Charts with a dot and a line for each of several things: averages, medians, rates.

use super::Words;
use crate::chart::canvas::{LINE, MAIN, dot, in_lines, legend, line, picture};
use crate::chart::rows::Rows;
use crate::chart::{Chart, share_axis};
use crate::dashboards::Facts;
use crate::{Result, format};
use lead_scoring_ops::Spread;
use std::ops::Range;

/// One thing: what is written over its row, and where its line begins, its dot stands, its line ends.
struct Row {
    name: String,
    low: f64,
    dot: f64,
    high: f64,
}

/// What a chart of rows says besides them.
struct Frame {
    title: &'static str,
    text: &'static str,
    x_name: &'static str,
    x: Range<f64>,
    x_mark: fn(f64) -> String,
    key: Option<&'static str>,
}

fn chart(rows: &[Row], frame: &Frame, words: &Words<'_>) -> Result<Option<Chart>> {
    if rows.is_empty() {
        return Ok(None);
    }
    let lines = rows.iter().map(|row| in_lines(&row.name, |name| Ok(name.to_owned())));
    let layout = Rows::named(lines.collect::<Result<_>>()?);
    let key = frame.key.map(|key| words.word(key)).transpose()?;
    let above = if key.is_some() { LINE } else { 0 };
    let x_name = words.word(frame.x_name)?;
    let elements = picture(layout.height() + above, |area| {
        if let Some(key) = &key {
            legend(area, &[(MAIN, key)])?;
        }
        let mut plane = layout.plane(area, frame.x.clone(), &x_name, &frame.x_mark, above)?;
        for (at, row) in rows.iter().enumerate() {
            let y = layout.mark(at);
            line(&mut plane, MAIN, 2.0, &[(row.low, y), (row.high, y)])?;
            dot(&mut plane, MAIN, (row.dot, y))?;
            layout.name(&mut plane, at, frame.x.start)?;
        }
        Ok(())
    })?;
    let told: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let text = words.sentence(frame.text, &told)?;
    Ok(Some(Chart::new(words.word(frame.title)?, text, layout.height() + above, elements)))
}

/// Averages with the middle half, on an axis of scores.
fn averages(
    named: Vec<(String, Spread)>,
    title: &'static str,
    text: &'static str,
    words: &Words<'_>,
) -> Result<Option<Chart>> {
    let low = named.iter().map(|(_, scores)| scores.lower_quartile.min(scores.mean)).fold(0.0, f64::min);
    let high = named.iter().map(|(_, scores)| scores.upper_quartile.max(scores.mean)).fold(0.0, f64::max);
    // Scores of our own models end at 100.
    let end = if high > 0.0 && high <= 100.0 { 100.0 } else { (high * 1.1).max(1.0) };
    let row = |(name, scores): (String, Spread)| {
        let name = words.row(name, format::decimals(scores.mean, 1))?;
        Ok(Row { name, low: scores.lower_quartile, dot: scores.mean, high: scores.upper_quartile })
    };
    let rows = named.into_iter().map(row).collect::<Result<Vec<_>>>()?;
    let x_mark = |score| format::decimals(score, 0);
    let frame = Frame {
        title,
        text,
        x_name: "dashboards-chart-score",
        x: low..end,
        x_mark,
        key: Some("dashboards-chart-mean"),
    };
    chart(&rows, &frame, words)
}

/// Average score by source.
pub(super) fn sources(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let nameless = words.word("dashboards-chart-no-source")?;
    let sources = facts.dashboards.overview.sources.iter().flatten().take(facts.most);
    let named = sources.filter_map(|source| {
        let name = source.source.as_deref().map_or_else(|| nameless.clone(), short);
        Some((name, source.scores?))
    });
    averages(named.collect(), "dashboards-chart-sources", "dashboards-chart-sources-text", words)
}

/// Average score of each rep's open leads.
pub(super) fn pipeline(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let nobody = words.word("dashboards-chart-nobody")?;
    let reps = facts.dashboards.productivity.pipeline.iter().flatten().take(facts.most);
    let named = reps.filter_map(|rep| {
        let name = rep.owner.as_deref().map_or_else(|| nobody.clone(), short);
        Some((name, rep.scores?))
    });
    averages(named.collect(), "dashboards-chart-pipeline", "dashboards-chart-pipeline-text", words)
}

/// A name as the tables show it.
fn short(name: &str) -> String {
    format::clipped(&crate::escape::one_line(name), 60)
}

/// Conversion by the tier of the first score.
pub(super) fn conversion(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let mut rows = Vec::new();
    for row in facts.dashboards.performance.conversion.iter().flatten() {
        let Some((value, interval)) = row.of_closed.value.zip(row.of_closed.interval) else { continue };
        let parts = [("value", format::percent(value).into()), ("of", row.of_closed.of.into())];
        let name = words.row(words.tier(row.tier)?, words.say("dashboards-chart-of", parts)?)?;
        rows.push(Row { name, low: interval.lower, dot: value, high: interval.upper });
    }
    let most = rows.iter().map(|row| row.high).fold(0.0, f64::max);
    let frame = Frame {
        title: "dashboards-chart-conversion",
        text: "dashboards-chart-conversion-text",
        x_name: "dashboards-chart-won-of-closed",
        x: 0.0..share_axis(most),
        x_mark: words.share_mark(),
        key: None,
    };
    chart(&rows, &frame, words)
}

/// Days to conversion by the tier of the first score.
pub(super) fn days(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let told: Vec<_> = facts.dashboards.performance.conversion.iter().flatten().collect();
    let medians: Vec<f64> = told.iter().filter_map(|row| Some(row.days?.median)).collect();
    let mut rows = Vec::new();
    for row in told {
        let Some(days) = row.days else { continue };
        let name = words.row(words.tier(row.tier)?, format::tenths_among(days.median, &medians))?;
        rows.push(Row { name, low: days.lower_quartile, dot: days.median, high: days.upper_quartile });
    }
    let most = rows.iter().map(|row| row.high).fold(1.0, f64::max);
    let frame = Frame {
        title: "dashboards-chart-days",
        text: "dashboards-chart-days-text",
        x_name: "dashboards-chart-days-axis",
        x: 0.0..most * 1.1,
        x_mark: |days| format::decimals(days, 0),
        key: Some("dashboards-chart-median"),
    };
    chart(&rows, &frame, words)
}
