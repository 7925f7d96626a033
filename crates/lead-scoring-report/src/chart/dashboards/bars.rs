//! Charts of counts: bars by tier, bars by score.

use super::{Words, count_axis, count_mark};
use crate::chart::canvas::{Axes, LINE, LOST, MAIN, QUIET, WON, bar, legend, picture};
use crate::chart::rows::Rows;
use crate::chart::{Chart, share_axis};
use crate::dashboards::Facts;
use crate::{Result, format};
use lead_scoring_ops::Bin;
use plotters::style::RGBColor;

const HEIGHT: i32 = 280;

/// Leads by tier: all, and those still open where outcomes are known.
pub(super) fn tiers(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let tiers = &facts.dashboards.overview.tiers;
    let closing = facts.dashboards.performance.conversion.is_some();
    let most = tiers.iter().map(|tier| tier.leads).max().unwrap_or(0);
    let mut told = Vec::new();
    for tier in tiers {
        let (name, leads) = (words.tier(tier.tier)?, format::count(tier.leads));
        told.push(if closing {
            words.say(
                "dashboards-chart-row-open",
                [("name", name.into()), ("value", leads.into()), ("open", tier.open.into())],
            )?
        } else {
            words.row(name, leads)?
        });
    }
    let (all, open) = (words.word("dashboards-chart-all")?, words.word("dashboards-chart-open")?);
    let rows = Rows::named(told.iter().map(|name| vec![name.clone()]).collect());
    let above = if closing { LINE } else { 0 };
    let x_name = words.word("dashboards-chart-leads")?;
    let elements = picture(rows.height() + above, |area| {
        if closing {
            legend(area, &[(QUIET, &all), (MAIN, &open)])?;
        }
        let mut plane = rows.plane(area, 0.0..count_axis(most), &x_name, &count_mark, above)?;
        for (at, tier) in tiers.iter().enumerate() {
            let y = rows.mark(at);
            let bottom = if closing { y } else { y - 0.16 };
            bar(&mut plane, QUIET, (0.0, bottom), (tier.leads as f64, y + 0.22))?;
            if closing {
                bar(&mut plane, MAIN, (0.0, y - 0.22), (tier.open as f64, y))?;
            }
            rows.name(&mut plane, at, 0.0)?;
        }
        Ok(())
    })?;
    let text = words.sentence("dashboards-chart-tiers-text", &told)?;
    Ok(Some(Chart::new(words.word("dashboards-chart-tiers")?, text, rows.height() + above, elements)))
}

/// Minutes by tier, as shares of all.
pub(super) fn minutes(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let Some(minutes) = &facts.dashboards.productivity.minutes else { return Ok(None) };
    let shares: Vec<(String, f64)> = minutes
        .tiers
        .iter()
        .filter_map(|tier| Some((tier.tier, tier.share?)))
        .map(|(tier, share)| Ok((words.row(words.tier(tier)?, format::percent(share))?, share)))
        .collect::<Result<_>>()?;
    if shares.is_empty() {
        return Ok(None);
    }
    let rows = Rows::named(shares.iter().map(|(name, _)| vec![name.clone()]).collect());
    let most = shares.iter().map(|(_, share)| *share).fold(0.0, f64::max);
    let x_name = words.word("dashboards-chart-share-of-minutes")?;
    let elements = picture(rows.height(), |area| {
        let mut plane = rows.plane(area, 0.0..share_axis(most), &x_name, &words.share_mark(), 0)?;
        for (at, (_, share)) in shares.iter().enumerate() {
            let y = rows.mark(at);
            bar(&mut plane, MAIN, (0.0, y - 0.16), (*share, y + 0.16))?;
            rows.name(&mut plane, at, 0.0)?;
        }
        Ok(())
    })?;
    let told: Vec<String> = shares.into_iter().map(|(name, _)| name).collect();
    let text = words.sentence("dashboards-chart-minutes-text", &told)?;
    Ok(Some(Chart::new(words.word("dashboards-chart-minutes")?, text, rows.height(), elements)))
}

/// The latest scores.
pub(super) fn scores(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let scores = &facts.dashboards.overview.scores;
    if scores.spread.is_none() {
        return Ok(None);
    }
    let most = scores.bins.iter().map(|bin| bin.leads).max().unwrap_or(0);
    let names = Names { x: words.word("dashboards-chart-score")?, y: words.word("dashboards-chart-leads")? };
    let axes = names.axes(&scores.bins, count_axis(most), count_mark, 0);
    let elements = picture(HEIGHT, |area| {
        let mut plane = axes.draw(area)?;
        for bin in &scores.bins {
            let (low, width) = place(bin);
            bar(&mut plane, MAIN, (low + 0.08 * width, 0.0), (low + 0.92 * width, bin.leads as f64))?;
        }
        Ok(())
    })?;
    let row = |bin: &Bin| words.row(range(bin, words)?, format::count(bin.leads));
    let told = scores.bins.iter().filter(|bin| bin.leads > 0).map(row).collect::<Result<Vec<_>>>()?;
    let text = words.sentence("dashboards-chart-scores-text", &told)?;
    Ok(Some(Chart::new(words.word("dashboards-chart-scores")?, text, HEIGHT, elements)))
}

/// Scores of won and lost leads when they closed, each as shares of its own.
pub(super) fn closing(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let Some(closing) = &facts.dashboards.performance.closing else { return Ok(None) };
    let (won, lost) = (&closing.won, &closing.lost);
    let all = |bins: &[Bin]| bins.iter().map(|bin| bin.leads).sum::<u64>();
    let totals = (all(&won.bins), all(&lost.bins));
    if totals == (0, 0) {
        return Ok(None);
    }
    let share = |leads: u64, of: u64| if of > 0 { leads as f64 / of as f64 } else { 0.0 };
    let pairs: Vec<(&Bin, &Bin)> = won.bins.iter().zip(&lost.bins).collect();
    let shares =
        |(of_won, of_lost): &(&Bin, &Bin)| [share(of_won.leads, totals.0), share(of_lost.leads, totals.1)];
    let most = pairs.iter().flat_map(shares).fold(0.0, f64::max);
    let names =
        Names { x: words.word("dashboards-chart-score")?, y: words.word("dashboards-chart-share-of-leads")? };
    let axes = names.axes(&won.bins, share_axis(most), words.share_mark(), LINE);
    let keys: [(RGBColor, String); 2] = [
        (WON, words.word("dashboards-chart-won-leads")?),
        (LOST, words.word("dashboards-chart-lost-leads")?),
    ];
    let elements = picture(HEIGHT + LINE, |area| {
        legend(area, &keys.each_ref().map(|(colour, name)| (*colour, name.as_str())))?;
        let mut plane = axes.draw(area)?;
        for pair in &pairs {
            let (low, width) = place(pair.0);
            let [of_won, of_lost] = shares(pair);
            bar(&mut plane, WON, (low + 0.1 * width, 0.0), (low + 0.5 * width, of_won))?;
            bar(&mut plane, LOST, (low + 0.5 * width, 0.0), (low + 0.9 * width, of_lost))?;
        }
        Ok(())
    })?;
    let row = |(of_won, of_lost): &(&Bin, &Bin)| {
        let name = range(of_won, words)?;
        let counts = [("won", of_won.leads.into()), ("lost", of_lost.leads.into())];
        let [one, other] = counts;
        words.say("dashboards-chart-closing-row", [("name", name.into()), one, other])
    };
    let any = |(of_won, of_lost): &&(&Bin, &Bin)| of_won.leads + of_lost.leads > 0;
    let told = pairs.iter().filter(any).map(row).collect::<Result<Vec<_>>>()?;
    let text = words.sentence("dashboards-chart-closing-text", &told)?;
    Ok(Some(Chart::new(words.word("dashboards-chart-closing")?, text, HEIGHT + LINE, elements)))
}

/// The names of both axes.
struct Names {
    x: String,
    y: String,
}

impl Names {
    fn axes(&self, bins: &[Bin], end: f64, y_mark: fn(f64) -> String, above: i32) -> Axes<'_> {
        let first = bins.first().map_or(0.0, |bin| bin.from as f64);
        let last = bins.last().map_or(1.0, |bin| place(bin).0 + place(bin).1);
        let x_mark = &|score| format::decimals(score, 0);
        Axes { x: first..last, y: 0.0..end, x_name: &self.x, y_name: &self.y, x_mark, y_mark, above }
    }
}

/// Where a bin begins, and its width; that of 90 to 100 is that of the others.
fn place(bin: &Bin) -> (f64, f64) {
    let width = bin.to - bin.from + 1;
    (bin.from as f64, (width - width % 2) as f64)
}

fn range(bin: &Bin, words: &Words<'_>) -> Result<String> {
    words.say(
        "dashboards-chart-range",
        [("low", bin.from.to_string().into()), ("high", bin.to.to_string().into())],
    )
}
