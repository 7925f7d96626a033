//! Charts along the score: how won and lost deals are spread, and how often each band wins.

use super::canvas::{
    Area, Axes, Drawn, LINE, LOST, MAIN, QUIET, Side, WON, bar, dot, legend, line, picture, units, write,
};
use super::{Chart, percent_mark, share_axis};
use crate::facts::HistogramRow;
use crate::{Report, Result, format};
use lead_scoring_calibration::{Band, Rate};

const HEIGHT: i32 = 300;

fn points_mark(score: f64) -> String {
    format!("{score:.0}")
}

/// Won and lost deals by score, each as shares of its own, with the cuts of the tiers.
pub(super) fn distributions(report: &Report) -> Result<Option<Chart>> {
    let tiers = &report.tiers;
    let (bars, won, lost) = (&tiers.histogram, tiers.won.count, tiers.lost.count);
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else { return Ok(None) };
    if report.scoring.signals == 0 || won == 0 || lost == 0 {
        return Ok(None);
    }
    let shares = |row: &HistogramRow| (row.won as f64 / won as f64, row.lost as f64 / lost as f64);
    let most = bars.iter().map(|row| shares(row).0.max(shares(row).1)).fold(0.0, f64::max);
    let cuts: Vec<(&str, i32)> =
        tiers.tiers.iter().rev().skip(1).filter_map(|tier| Some((tier.label, tier.summary.low?))).collect();
    let above = LINE * (1 + cuts.len() as i32);
    let axes = Axes {
        x: f64::from(first.low)..f64::from(last.high) + 1.0,
        y: 0.0..share_axis(most),
        x_name: "Score",
        y_name: "Share of the deals",
        x_mark: points_mark,
        y_mark: percent_mark,
        above,
    };
    let elements = picture(HEIGHT + above, |area| {
        legend(area, &[(WON, "won deals"), (LOST, "lost deals")])?;
        let mut plane = axes.draw(area)?;
        for row in bars {
            let (low, width) = (f64::from(row.low), f64::from(row.high - row.low + 1));
            let (of_won, of_lost) = shares(row);
            bar(&mut plane, WON, (low + 0.1 * width, 0.0), (low + 0.5 * width, of_won))?;
            bar(&mut plane, LOST, (low + 0.5 * width, 0.0), (low + 0.9 * width, of_lost))?;
        }
        for (at, (label, score)) in (1..).zip(&cuts) {
            let x = f64::from(*score);
            line(&mut plane, QUIET, 1.5, &[(x, 0.0), (x, axes.y.end)])?;
            let (x, _) = plane.backend_coord(&(x, 0.0));
            cut_label(area, &format!("{label} from {score}"), x, units(LINE * at + LINE / 2 + 6))?;
        }
        Ok(())
    })?;
    let cuts: Vec<String> = cuts.iter().map(|(label, score)| format!("{label} from {score}")).collect();
    let text = format!(
        "Half of the won deals score {} or more, half of the lost ones {} or more.{}",
        format::decimals(tiers.won.median, 1),
        format::decimals(tiers.lost.median, 1),
        if cuts.is_empty() { String::new() } else { format!(" Tiers are cut at {}.", format::listed(&cuts)) }
    );
    Ok(Some(Chart::new("How won and lost deals score", text, HEIGHT + above, elements)))
}

/// A label over the plane, on the side of its line where there is room.
fn cut_label(area: &Area<'_>, text: &str, x: i32, y: i32) -> Drawn<()> {
    let (side, gap) = if x > units(340) { (Side::Left, -units(4)) } else { (Side::Right, units(4)) };
    write(area, text, (x + gap, y), side)
}

/// The win rate of each band of scores on the hold-out, with its interval.
pub(super) fn win_rates(report: &Report) -> Result<Option<Chart>> {
    let bands = &report.validation.bands;
    let found: Vec<(&Band, Rate)> = bands.iter().filter_map(|band| Some((band, band.rate?))).collect();
    let (Some(first), Some(last)) = (bands.first(), bands.last()) else { return Ok(None) };
    if report.scoring.signals == 0 || found.is_empty() {
        return Ok(None);
    }
    let (won, deals) = (report.validation.won, report.validation.deals);
    let base = if deals > 0 { won as f64 / deals as f64 } else { 0.0 };
    let most = found.iter().map(|(_, rate)| rate.upper).fold(base, f64::max);
    let axes = Axes {
        x: f64::from(first.low)..f64::from(last.high) + 1.0,
        y: 0.0..share_axis(most),
        x_name: "Score",
        y_name: "Win rate",
        x_mark: points_mark,
        y_mark: percent_mark,
        above: LINE,
    };
    let elements = picture(HEIGHT, |area| {
        legend(area, &[(MAIN, "win rate, 95 % interval"), (QUIET, "all deals held out")])?;
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
            format!(
                "{} to {}: {} of {}",
                band.low,
                band.high,
                format::percent(rate.value),
                format::counted(band.won + band.lost, "deal")
            )
        })
        .collect();
    let text = format!("Won by score: {}. All: {}.", told.join("; "), format::percent(base));
    Ok(Some(Chart::new("Win rate by score on the hold-out", text, HEIGHT, elements)))
}
