//! Curves of shares against shares: gains, ROC, calibration.

use super::canvas::{Axes, LINE, MAIN, QUIET, band, dot, legend, line, picture};
use super::{Chart, percent_mark, share_axis};
use crate::{Report, Result, format};
use lead_scoring_metrics::wilson;

const HEIGHT: i32 = 330;

const fn axes<'t>(end: f64, x_name: &'t str, y_name: &'t str) -> Axes<'t> {
    Axes { x: 0.0..end, y: 0.0..end, x_name, y_name, x_mark: percent_mark, y_mark: percent_mark, above: LINE }
}

/// Share of the wins among the best-scored leads.
pub(super) fn gains(report: &Report) -> Result<Option<Chart>> {
    let deciles = &report.tiers.deciles;
    if deciles.is_empty() || report.tiers.tiers.is_empty() {
        return Ok(None);
    }
    let curve: Vec<(f64, f64)> = std::iter::once((0.0, 0.0))
        .chain(deciles.iter().map(|row| (row.share_of_leads, row.share_of_wins)))
        .collect();
    let cutoff = report.tiers.cutoff.as_ref();
    let elements = picture(HEIGHT, |area| {
        legend(area, &[(MAIN, "by score"), (QUIET, "at random")])?;
        let mut plane = axes(1.0, "Leads worked, best scores first", "Share of the wins").draw(area)?;
        line(&mut plane, QUIET, 1.5, &[(0.0, 0.0), (1.0, 1.0)])?;
        line(&mut plane, MAIN, 2.0, &curve)?;
        curve.iter().skip(1).try_for_each(|point| dot(&mut plane, MAIN, *point))?;
        if let Some(cutoff) = cutoff {
            line(&mut plane, QUIET, 1.5, &[(cutoff.share_of_leads, 0.0), (cutoff.share_of_leads, 1.0)])?;
        }
        Ok(())
    })?;
    let told: Vec<String> = deciles
        .iter()
        .take(5)
        .map(|row| {
            format!("{} hold {}", format::percent(row.share_of_leads), format::percent(row.share_of_wins))
        })
        .collect();
    let cutoff = cutoff.map_or_else(String::new, |cutoff| {
        format!(" The upright line is at {}, down to which a lead wins more often than the average one.", {
            format::counted(cutoff.score.unsigned_abs().into(), "point")
        })
    });
    let text = format!("Of the leads with the best scores {} of the wins.{cutoff}", told.join(", "));
    Ok(Some(Chart::new("Wins among the best-scored leads", text, HEIGHT, elements)))
}

/// The ROC curve on the hold-out, with the interval of the share of won deals at each score.
pub(super) fn roc(report: &Report) -> Result<Option<Chart>> {
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
            let interval = wilson((share * judged.won as f64).round() as u64, judged.won, 0.95).ok()?;
            Some((*x, interval.lower, interval.upper))
        })
        .collect();
    let upper: Vec<(f64, f64)> = limits.iter().map(|(x, _, upper)| (*x, *upper)).collect();
    let lower: Vec<(f64, f64)> = limits.iter().map(|(x, lower, _)| (*x, *lower)).collect();
    let elements = picture(HEIGHT, |area| {
        legend(area, &[(MAIN, "by score, 95 % interval"), (QUIET, "drawing lots")])?;
        let mut plane = axes(1.0, "Lost deals called wins", "Won deals called wins").draw(area)?;
        band(&mut plane, MAIN, &upper, &lower)?;
        line(&mut plane, QUIET, 1.5, &[(0.0, 0.0), (1.0, 1.0)])?;
        line(&mut plane, MAIN, 2.0, &curve)
    })?;
    let interval =
        auc.interval_text.as_ref().map_or_else(String::new, |text| format!(" (95 % interval {text})"));
    let text = format!(
        "The area under the curve is {}{interval}; drawing lots gives 0.50. The band is the interval of the share of won deals at each score.",
        auc.value_text
    );
    Ok(Some(Chart::new("ROC curve on the hold-out", text, HEIGHT, elements)))
}

/// Predicted against observed win rates on the hold-out.
pub(super) fn calibration(report: &Report) -> Result<Option<Chart>> {
    let rows = &report.validation.reliability;
    if report.scoring.signals == 0 || rows.is_empty() {
        return Ok(None);
    }
    let most = rows.iter().map(|row| row.predicted.max(row.observed.upper)).fold(0.0, f64::max);
    let end = share_axis(most);
    let elements = picture(HEIGHT, |area| {
        legend(area, &[(MAIN, "observed, 95 % interval"), (QUIET, "as predicted")])?;
        let mut plane = axes(end, "Predicted probability of winning", "Share that was won").draw(area)?;
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
    let text = format!(
        "In {} of {} of similar probability the predicted share lies within the 95 % interval of the observed one.",
        inside.count(),
        format::counted(rows.len() as u64, "group")
    );
    Ok(Some(Chart::new("Probabilities against outcomes on the hold-out", text, HEIGHT, elements)))
}
