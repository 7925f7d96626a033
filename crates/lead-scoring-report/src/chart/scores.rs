//! Charts along the score: how won and lost deals are spread, and how often each band wins.

use super::canvas::{
    Area, Axes, Drawn, LINE, LOST, MAIN, QUIET, Side, WIDTH, WON, bar, dot, legend, line, picture, rise,
    units, write,
};
use super::{Chart, Words, share_axis};
use crate::facts::HistogramRow;
use crate::language::count_value;
use crate::{Report, Result, format};
use lead_scoring_calibration::{Band, Rate};

const HEIGHT: i32 = 300;

fn points_mark(score: f64) -> String {
    format::decimals(score, 0)
}

/// Won and lost deals by score, each as shares of its own, with the cuts of the tiers.
pub(super) fn distributions(report: &Report, words: &Words<'_>) -> Result<Option<Chart>> {
    let tiers = &report.tiers;
    let (bars, won, lost) = (&tiers.histogram, tiers.won.count, tiers.lost.count);
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else { return Ok(None) };
    if report.scoring.signals == 0 || won == 0 || lost == 0 {
        return Ok(None);
    }
    let shares = |row: &HistogramRow| (row.won as f64 / won as f64, row.lost as f64 / lost as f64);
    let most = bars.iter().map(|row| shares(row).0.max(shares(row).1)).fold(0.0, f64::max);
    let cuts = tiers.tiers.iter().rev().skip(1).filter_map(|tier| Some((tier.label, tier.summary.low?)));
    let cut = |(label, score): (&str, i32)| {
        let tier = words.0.term(label)?.into();
        Ok((words.say("chart-cut", [("tier", tier), ("score", score.to_string().into())])?, score))
    };
    let cuts: Vec<(String, i32)> = cuts.map(cut).collect::<Result<_>>()?;
    let [x_name, y_name, won_deals, lost_deals] =
        ["chart-scores-x", "chart-scores-y", "chart-scores-won", "chart-scores-lost"]
            .map(|key| words.word(key));
    let (x_name, y_name, won_deals, lost_deals) = (x_name?, y_name?, won_deals?, lost_deals?);
    let above = LINE * (1 + cuts.len() as i32);
    let axes = Axes {
        x: f64::from(first.low)..f64::from(last.high) + 1.0,
        y: 0.0..share_axis(most),
        x_name: &x_name,
        y_name: &y_name,
        x_mark: &points_mark,
        y_mark: words.share_mark(),
        above,
    };
    let elements = picture(HEIGHT + above, |area| {
        legend(area, &[(WON, &won_deals), (LOST, &lost_deals)])?;
        let mut plane = axes.draw(area)?;
        // A line that stands within a bar goes behind it.
        for (_, score) in &cuts {
            let x = f64::from(*score);
            line(&mut plane, QUIET, 1.5, &[(x, 0.0), (x, axes.y.end)])?;
        }
        for row in bars {
            let (low, width) = (f64::from(row.low), f64::from(row.high - row.low + 1));
            let (of_won, of_lost) = shares(row);
            bar(&mut plane, WON, (low + 0.1 * width, 0.0), (low + 0.5 * width, of_won))?;
            bar(&mut plane, LOST, (low + 0.5 * width, 0.0), (low + 0.9 * width, of_lost))?;
        }
        for (at, (label, score)) in (1..).zip(&cuts) {
            let (x, top) = plane.backend_coord(&(f64::from(*score), axes.y.end));
            let y = units(LINE * at + LINE / 2 + 6);
            rise(area, QUIET, 1.5, (x, top), y - units(6))?;
            cut_label(area, label, x, y)?;
        }
        Ok(())
    })?;
    let [won, lost] = [tiers.won.median, tiers.lost.median].map(|median| format::decimals(median, 1).into());
    let mut text = words.say("chart-scores-text", [("won", won), ("lost", lost)])?;
    if !cuts.is_empty() {
        let cuts: Vec<String> = cuts.into_iter().map(|(label, _)| label).collect();
        text.push_str(&words.say("chart-scores-cuts", [("cuts", words.0.listed(&cuts)?.into())])?);
    }
    Ok(Some(Chart::new(words.word("chart-scores-title")?, text, HEIGHT + above, elements)))
}

/// A label over the plane, on the side of its line where there is room.
pub(super) fn cut_label(area: &Area<'_>, text: &str, x: i32, y: i32) -> Drawn<()> {
    let (side, gap) = if x > units(WIDTH - 140) { (Side::Left, -units(4)) } else { (Side::Right, units(4)) };
    write(area, text, (x + gap, y), side)
}

/// The win rate of each band of scores on the hold-out, with its interval.
pub(super) fn win_rates(report: &Report, words: &Words<'_>) -> Result<Option<Chart>> {
    let bands = &report.validation.bands;
    let found: Vec<(&Band, Rate)> = bands.iter().filter_map(|band| Some((band, band.rate?))).collect();
    let (Some(first), Some(last)) = (bands.first(), bands.last()) else { return Ok(None) };
    if report.scoring.signals == 0 || found.is_empty() {
        return Ok(None);
    }
    let (won, deals) = (report.validation.won, report.validation.deals);
    let base = if deals > 0 { won as f64 / deals as f64 } else { 0.0 };
    let most = found.iter().map(|(_, rate)| rate.upper).fold(base, f64::max);
    let [x_name, y_name, win_rate, all] =
        ["chart-scores-x", "chart-rates-y", "chart-rates-rate", "chart-rates-all"].map(|key| words.word(key));
    let (x_name, y_name, win_rate, all) = (x_name?, y_name?, win_rate?, all?);
    let axes = Axes {
        x: f64::from(first.low)..f64::from(last.high) + 1.0,
        y: 0.0..share_axis(most),
        x_name: &x_name,
        y_name: &y_name,
        x_mark: &points_mark,
        y_mark: words.share_mark(),
        above: LINE,
    };
    let elements = picture(HEIGHT, |area| {
        legend(area, &[(MAIN, &win_rate), (QUIET, &all)])?;
        let mut plane = axes.draw(area)?;
        line(&mut plane, QUIET, 1.5, &[(axes.x.start, base), (axes.x.end, base)])?;
        for (band, rate) in &found {
            let middle = f64::from(band.low + band.high + 1) / 2.0;
            line(&mut plane, MAIN, 1.5, &[(middle, rate.lower), (middle, rate.upper)])?;
            dot(&mut plane, MAIN, (middle, rate.value))?;
        }
        Ok(())
    })?;
    let told: Vec<String> = found
        .iter()
        .map(|(band, rate)| {
            words.say(
                "chart-rate",
                [
                    ("low", band.low.to_string().into()),
                    ("high", band.high.to_string().into()),
                    ("rate", format::percent(rate.value).into()),
                    ("deals", count_value(band.won + band.lost)),
                ],
            )
        })
        .collect::<Result<_>>()?;
    let base = format::percent(base).into();
    let text = words.say("chart-rates-text", [("told", words.told(&told)?.into()), ("base", base)])?;
    Ok(Some(Chart::new(words.word("chart-rates-title")?, text, HEIGHT, elements)))
}
