//! Curves of shares against shares: gains, ROC, calibration.

use super::canvas::{Axes, LINE, MAIN, QUIET, band, dot, legend, line, picture, units};
use super::scores::cut_label;
use super::{Chart, Words, share_axis};
use crate::language::count_value;
use crate::{Report, Result, format};
use lead_scoring_metrics::wilson;

const HEIGHT: i32 = 330;

const fn axes<'t>(end: f64, x_name: &'t str, y_name: &'t str, mark: &'t fn(f64) -> String) -> Axes<'t> {
    Axes { x: 0.0..end, y: 0.0..end, x_name, y_name, x_mark: mark, y_mark: *mark, above: LINE }
}

/// Share of the wins among the best-scored leads.
pub(super) fn gains(report: &Report, words: &Words<'_>) -> Result<Option<Chart>> {
    let deciles = &report.tiers.deciles;
    if deciles.is_empty() || report.tiers.tiers.is_empty() {
        return Ok(None);
    }
    let curve: Vec<(f64, f64)> = std::iter::once((0.0, 0.0))
        .chain(deciles.iter().map(|row| (row.share_of_leads, row.share_of_wins)))
        .collect();
    let cutoff = report.tiers.cutoff.as_ref();
    let [by_score, at_random, x_name, y_name] =
        ["chart-gains-by-score", "chart-gains-at-random", "chart-gains-x", "chart-gains-y"]
            .map(|key| words.word(key));
    let (by_score, at_random, x_name, y_name) = (by_score?, at_random?, x_name?, y_name?);
    let cut = match cutoff {
        Some(cutoff) => {
            let points = count_value(cutoff.score.unsigned_abs().into());
            Some((cutoff.share_of_leads, words.say("chart-gains-cut", [("points", points)])?))
        }
        None => None,
    };
    let label = if cut.is_some() { LINE } else { 0 };
    let elements = picture(HEIGHT + label, |area| {
        legend(area, &[(MAIN, &by_score), (QUIET, &at_random)])?;
        let mark = words.share_mark();
        let frame = axes(1.0, &x_name, &y_name, &mark);
        let mut plane = Axes { above: frame.above + label, ..frame }.draw(area)?;
        line(&mut plane, QUIET, 1.5, &[(0.0, 0.0), (1.0, 1.0)])?;
        line(&mut plane, MAIN, 2.0, &curve)?;
        curve.iter().skip(1).try_for_each(|point| dot(&mut plane, MAIN, *point))?;
        if let Some((share, text)) = &cut {
            line(&mut plane, QUIET, 1.5, &[(*share, 0.0), (*share, 1.0)])?;
            let (x, _) = plane.backend_coord(&(*share, 1.0));
            cut_label(area, text, x, units(LINE + LINE / 2 + 6))?;
        }
        Ok(())
    })?;
    let hold = |leads: f64, wins: f64| {
        let [leads, wins] = [leads, wins].map(|share| format::percent(share).into());
        words.say("chart-gains-hold", [("leads", leads), ("wins", wins)])
    };
    let told: Vec<String> = deciles
        .iter()
        .take(5)
        .map(|row| hold(row.share_of_leads, row.share_of_wins))
        .collect::<Result<_>>()?;
    let mut text = words.say("chart-gains-text", [("told", words.told(&told)?.into())])?;
    if let Some(cutoff) = cutoff {
        let points = count_value(cutoff.score.unsigned_abs().into());
        text.push_str(&words.say("chart-gains-cutoff", [("points", points)])?);
    }
    Ok(Some(Chart::new(words.word("chart-gains-title")?, text, HEIGHT + label, elements)))
}

/// The ROC curve on the hold-out, with the interval of the share of won deals at each score.
pub(super) fn roc(report: &Report, words: &Words<'_>) -> Result<Option<Chart>> {
    let judged = &report.validation;
    let Some(auc) = judged.metrics.iter().find(|metric| metric.name == "auc") else { return Ok(None) };
    if report.scoring.signals == 0 || judged.roc.len() < 2 || judged.won == 0 {
        return Ok(None);
    }
    let curve: Vec<(f64, f64)> =
        judged.roc.iter().map(|point| (point.false_positive_rate, point.true_positive_rate)).collect();
    let limits: Vec<(f64, f64, f64)> = curve
        .iter()
        .filter_map(|(x, share)| {
            let (lower, upper) = share_of_won(*x, *share, judged.won)?;
            Some((*x, lower, upper))
        })
        .collect();
    let upper: Vec<(f64, f64)> = limits.iter().map(|(x, _, upper)| (*x, *upper)).collect();
    let lower: Vec<(f64, f64)> = limits.iter().map(|(x, lower, _)| (*x, *lower)).collect();
    let [by_score, at_random, x_name, y_name] =
        ["chart-roc-by-score", "chart-roc-at-random", "chart-roc-x", "chart-roc-y"]
            .map(|key| words.word(key));
    let (by_score, at_random, x_name, y_name) = (by_score?, at_random?, x_name?, y_name?);
    let elements = picture(HEIGHT, |area| {
        legend(area, &[(MAIN, &by_score), (QUIET, &at_random)])?;
        let mut plane = axes(1.0, &x_name, &y_name, &words.share_mark()).draw(area)?;
        band(&mut plane, MAIN, &upper, &lower)?;
        line(&mut plane, QUIET, 1.5, &[(0.0, 0.0), (1.0, 1.0)])?;
        line(&mut plane, MAIN, 2.0, &curve)
    })?;
    let value = ("auc", auc.value_text.plain(words.0)?.into());
    let text = match &auc.interval_text {
        Some(interval) => {
            words.say("chart-roc-text", [value, ("interval", interval.plain(words.0)?.into())])?
        }
        None => words.say("chart-roc-text-without-interval", [value])?,
    };
    Ok(Some(Chart::new(words.word("chart-roc-title")?, text, HEIGHT, elements)))
}

/// The interval of the share of won deals at a point of the curve; chance has no part in where it begins and ends.
fn share_of_won(x: f64, share: f64, won: u64) -> Option<(f64, f64)> {
    if x <= 0.0 && share <= 0.0 || x >= 1.0 && share >= 1.0 {
        return Some((share, share));
    }
    let interval = wilson((share * won as f64).round() as u64, won, 0.95).ok()?;
    Some((interval.lower, interval.upper))
}

/// Predicted against observed win rates on the hold-out.
pub(super) fn calibration(report: &Report, words: &Words<'_>) -> Result<Option<Chart>> {
    let rows = &report.validation.reliability;
    if report.scoring.signals == 0 || rows.is_empty() {
        return Ok(None);
    }
    let most = rows.iter().map(|row| row.predicted.max(row.observed.upper)).fold(0.0, f64::max);
    let end = share_axis(most);
    let [observed, predicted, x_name, y_name] = [
        "chart-calibration-observed",
        "chart-calibration-predicted",
        "chart-calibration-x",
        "chart-calibration-y",
    ]
    .map(|key| words.word(key));
    let (observed, predicted, x_name, y_name) = (observed?, predicted?, x_name?, y_name?);
    let elements = picture(HEIGHT, |area| {
        legend(area, &[(MAIN, &observed), (QUIET, &predicted)])?;
        let mut plane = axes(end, &x_name, &y_name, &words.share_mark()).draw(area)?;
        line(&mut plane, QUIET, 1.5, &[(0.0, 0.0), (end, end)])?;
        for row in rows {
            let (x, observed) = (row.predicted, &row.observed);
            line(&mut plane, MAIN, 1.5, &[(x, observed.lower), (x, observed.upper)])?;
            dot(&mut plane, MAIN, (x, observed.value))?;
        }
        Ok(())
    })?;
    let inside =
        rows.iter().filter(|row| row.observed.lower <= row.predicted && row.predicted <= row.observed.upper);
    let inside = count_value(inside.count() as u64);
    let groups = count_value(rows.len() as u64);
    let text = words.say("chart-calibration-text", [("inside", inside), ("groups", groups)])?;
    Ok(Some(Chart::new(words.word("chart-calibration-title")?, text, HEIGHT, elements)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_band_of_the_curve_is_closed_where_it_begins_and_ends() {
        assert_eq!(share_of_won(0.0, 0.0, 16), Some((0.0, 0.0)));
        assert_eq!(share_of_won(1.0, 1.0, 16), Some((1.0, 1.0)));
        let (lower, upper) = share_of_won(0.8, 1.0, 16).unwrap();
        assert!(
            lower < 0.9 && upper > 0.99,
            "no more lost deals are needed for all won ones: that is chance"
        );
    }
}
