//! Charts with one row for each of several things: lifts, signals, tiers. The name of a thing stands over its row, so that long names
//! have the whole width.

use super::canvas::{
    Area, Axes, Drawn, LINE, LOST, MAIN, Plane, QUIET, WON, bar, beside, dot, in_lines, legend, line, picture,
};
use super::{Chart, Words, share_axis};
use crate::facts::{Attribute, labels};
use crate::{Report, Result, format};
use lead_scoring_model::Signal;
use std::ops::Range;

/// Height of a row with its name.
const ROW: i32 = 34;
/// Room for the axis and the margins.
const FRAME: i32 = 56;
/// Rows of lifts.
const MOST_LIFTS: usize = 15;

/// Rows from the top down, along an axis that grows upwards and on which a row with a name of one line is 1 high.
pub(in crate::chart) struct Rows {
    /// The lines of each row's name.
    names: Vec<Vec<String>>,
}

impl Rows {
    pub(in crate::chart) const fn named(names: Vec<Vec<String>>) -> Self {
        Self { names }
    }

    pub(in crate::chart) fn height(&self) -> i32 {
        FRAME + ROW * self.names.len() as i32 + LINE * self.further_lines(0) as i32
    }

    /// Lines of names beyond the first of each, from a row on.
    fn further_lines(&self, from: usize) -> usize {
        self.names.iter().skip(from).map(|lines| lines.len().saturating_sub(1)).sum()
    }

    /// Where a row begins, at its top.
    fn top(&self, at: usize) -> f64 {
        (self.names.len() - at) as f64 + self.further_lines(at) as f64 * f64::from(LINE) / f64::from(ROW)
    }

    /// The middle of a row's mark: its name is above.
    pub(in crate::chart) fn mark(&self, at: usize) -> f64 {
        self.top(at + 1) + 0.32
    }

    /// A piece of the line at 0, beside the mark and clear of the names.
    fn zero(&self, plane: &mut Plane<'_, '_>, at: usize) -> Drawn<()> {
        let y = self.mark(at);
        line(plane, QUIET, 1.5, &[(0.0, y - 0.27), (0.0, y + 0.22)])
    }

    /// Writes a row's name from a point of the horizontal axis on.
    pub(in crate::chart) fn name(&self, plane: &mut Plane<'_, '_>, at: usize, x: f64) -> Drawn<()> {
        let mut y = self.top(at) - 0.25;
        for text in &self.names[at] {
            beside(plane, text, (x, y))?;
            y -= f64::from(LINE) / f64::from(ROW);
        }
        Ok(())
    }

    pub(in crate::chart) fn plane<'c, 'a>(
        &self,
        area: &'c Area<'a>,
        x: Range<f64>,
        x_name: &str,
        x_mark: &dyn Fn(f64) -> String,
        above: i32,
    ) -> Drawn<Plane<'c, 'a>> {
        let y_mark = |_| String::new();
        Axes { x, y: 0.0..self.top(0), x_name, y_name: "", x_mark, y_mark, above }.draw(area)
    }
}

/// A lift as a mark of an axis of its logarithm to base 2.
fn lift_mark(log: f64, words: &Words<'_>) -> String {
    let lift = log.exp2();
    let whole = |number: f64| (number - number.round()).abs() < 1e-9;
    let places = match (whole(lift), whole(log)) {
        (true, _) => 0,
        // Each half has one place more than the last: 0.125 is not 0.12.
        (false, true) => (-log).round().max(2.0) as usize,
        (false, false) => 2,
    };
    let figure = format::decimals(lift, places);
    words.say("lift-figure", [("lift", figure.clone().into())]).unwrap_or(figure)
}

/// Lift of the strongest attributes, measured honestly, with intervals.
pub(super) fn lifts(report: &Report, words: &Words<'_>) -> Result<Option<Chart>> {
    let listed =
        report.patterns.attributes.iter().filter(|row| row.honest.is_some_and(|honest| honest.lift > 0.0));
    let shown: Vec<&Attribute> = listed.take(MOST_LIFTS).collect();
    let limits = |row: &Attribute| {
        row.honest
            .map(|honest| (honest.lower.max(0.05).log2(), honest.lift.log2(), honest.upper.max(0.05).log2()))
    };
    let logs: Vec<(f64, f64, f64)> = shown.iter().filter_map(|row| limits(row)).collect();
    if logs.is_empty() {
        return Ok(None);
    }
    let low = logs.iter().map(|(low, ..)| low.floor()).fold(-1.0, f64::min);
    let high = logs.iter().map(|(.., high)| high.ceil()).fold(1.0, f64::max);
    let x_name = words.word("chart-lifts-x")?;
    let names: Vec<String> = shown.iter().map(|row| row.name.plain(words.0)).collect::<Result<_>>()?;
    let lines = names.iter().map(|name| in_lines(name, |name| Ok(name.to_owned())));
    let rows = Rows::named(lines.collect::<Result<_>>()?);
    let elements = picture(rows.height(), |area| {
        let mut plane = rows.plane(area, low..high, &x_name, &|log| lift_mark(log, words), 0)?;
        for (at, (lower, lift, upper)) in logs.iter().enumerate() {
            let colour = if *lift >= 0.0 { WON } else { LOST };
            let y = rows.mark(at);
            rows.zero(&mut plane, at)?;
            line(&mut plane, colour, 2.0, &[(*lower, y), (*upper, y)])?;
            dot(&mut plane, colour, (*lift, y))?;
            rows.name(&mut plane, at, low)?;
        }
        Ok(())
    })?;
    let told = shown.iter().zip(names).filter_map(|(row, name)| {
        let honest = row.honest?;
        Some(words.say(
            "chart-lift",
            [
                ("name", name.into()),
                ("lift", format::decimals(honest.lift, 2).into()),
                ("lower", format::decimals(honest.lower, 2).into()),
                ("upper", format::decimals(honest.upper, 2).into()),
            ],
        ))
    });
    let told: Vec<String> = told.collect::<Result<_>>()?;
    let text = words.say("chart-lifts-text", [("told", words.told(&told)?.into())])?;
    Ok(Some(Chart::new(words.word("chart-lifts-title")?, text, rows.height(), elements)))
}

fn signed_mark(points: f64) -> String {
    format::signed(points.round() as i64)
}

/// `Industry: -2 to +3`, and the same in the lines of a chart.
fn range(signal: &Signal, words: &Words<'_>) -> Result<(String, Vec<String>)> {
    let [fewest, most] = [signal.lowest(), signal.highest()].map(|points| format::signed(points.into()));
    let say = |name: &str| {
        let parts = [("name", name), ("fewest", &fewest), ("most", &most)];
        words.say("chart-signal", parts.map(|(key, part)| (key, part.to_owned().into())))
    };
    let name = words.0.shown(&labels::of_signal(signal))?;
    Ok((say(&name)?, in_lines(&name, say)?))
}

/// The fewest and the most points that each signal gives.
pub(super) fn signals(report: &Report, words: &Words<'_>) -> Result<Option<Chart>> {
    let signals = &report.model.card.signals;
    let low = signals.iter().map(|signal| signal.lowest()).min().unwrap_or(0).min(0);
    let high = signals.iter().map(|signal| signal.highest()).max().unwrap_or(0).max(0);
    if low == high {
        return Ok(None);
    }
    let ranges: Vec<_> = signals.iter().map(|signal| range(signal, words)).collect::<Result<_>>()?;
    let (told, lines): (Vec<String>, Vec<Vec<String>>) = ranges.into_iter().unzip();
    let x_name = words.word("chart-signals-x")?;
    let rows = Rows::named(lines);
    let elements = picture(rows.height(), |area| {
        let span = f64::from(low) - 0.5..f64::from(high) + 0.5;
        let start = span.start;
        let mut plane = rows.plane(area, span, &x_name, &signed_mark, 0)?;
        for (at, signal) in signals.iter().enumerate() {
            let y = rows.mark(at);
            rows.zero(&mut plane, at)?;
            let ends = [(signal.lowest(), LOST), (signal.highest(), WON)];
            for (points, colour) in ends.into_iter().filter(|(points, _)| *points != 0) {
                bar(&mut plane, colour, (0.0, y - 0.16), (f64::from(points), y + 0.16))?;
            }
            rows.name(&mut plane, at, start)?;
        }
        Ok(())
    })?;
    let text = words.say("chart-signals-text", [("told", words.told(&told)?.into())])?;
    Ok(Some(Chart::new(words.word("chart-signals-title")?, text, rows.height(), elements)))
}

/// How many leads, and how many of the wins, fall into each tier.
pub(super) fn tier_shares(report: &Report, words: &Words<'_>) -> Result<Option<Chart>> {
    let tiers = &report.tiers.tiers;
    let most = tiers.iter().map(|tier| tier.summary.share_of_leads.max(tier.summary.share_of_wins));
    let most = most.fold(0.0, f64::max);
    if tiers.is_empty() || most <= 0.0 {
        return Ok(None);
    }
    let told: Vec<String> = tiers
        .iter()
        .map(|tier| {
            let [leads, wins] =
                [tier.summary.share_of_leads, tier.summary.share_of_wins].map(format::percent);
            let label = words.0.term(tier.label)?.into();
            words.say("chart-tier", [("tier", label), ("leads", leads.into()), ("wins", wins.into())])
        })
        .collect::<Result<_>>()?;
    let [leads, wins, x_name] =
        ["chart-tiers-leads", "chart-tiers-wins", "chart-tiers-x"].map(|key| words.word(key));
    let (leads, wins, x_name) = (leads?, wins?, x_name?);
    let rows = Rows::named(told.iter().map(|name| vec![name.clone()]).collect());
    let elements = picture(rows.height() + LINE, |area| {
        legend(area, &[(MAIN, &leads), (WON, &wins)])?;
        let mut plane = rows.plane(area, 0.0..share_axis(most), &x_name, &words.share_mark(), LINE)?;
        for (at, tier) in tiers.iter().enumerate() {
            let y = rows.mark(at);
            bar(&mut plane, MAIN, (0.0, y), (tier.summary.share_of_leads, y + 0.22))?;
            bar(&mut plane, WON, (0.0, y - 0.22), (tier.summary.share_of_wins, y))?;
            rows.name(&mut plane, at, 0.0)?;
        }
        Ok(())
    })?;
    let text = words.say("chart-tiers-text", [("told", words.told(&told)?.into())])?;
    Ok(Some(Chart::new(words.word("chart-tiers-title")?, text, rows.height() + LINE, elements)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use lead_scoring_core::{Binning, Dimension, Kind};
    use lead_scoring_model::{Bin, Input};

    #[test]
    fn signals_are_named_in_the_language_of_the_page() {
        let bins = [("under 5", 0), ("5 or more", 4), ("not recorded", 0)].map(|(label, points)| {
            let mut bin = Bin::new(label, 5, 5, Some(1.0), 0.0);
            bin.points = points;
            bin
        });
        let input = Input::new("Visits", Kind::Number, Binning::Range { edges: vec![5.0] });
        let name = "Visits: 5 or more".to_owned();
        let signal = Signal::new(name, Dimension::Engagement, input, 1.0, bins.to_vec());
        let told = |language: Language| range(&signal, &Words(&language)).unwrap().0;
        assert_eq!(told(Language::english()), "Visits: 5 or more: 0 to +4");
        assert_eq!(told(Language::simplified_chinese()), "Visits：5 及以上：0 至 +4");
    }

    #[test]
    fn lifts_are_marked_as_they_are() {
        let english = Language::english();
        let marks =
            [-4.0, -3.0, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0].map(|log| lift_mark(log, &Words(&english)));
        assert_eq!(marks, ["0.0625x", "0.125x", "0.25x", "0.50x", "0.71x", "1x", "1.41x", "2x", "4x"]);
        let chinese = Language::simplified_chinese();
        assert_eq!(lift_mark(-1.0, &Words(&chinese)), "0.50 倍");
    }
}
