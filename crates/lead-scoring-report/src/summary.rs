//! The summary for a terminal.

use crate::facts::Suspect;
use crate::{Report, format};
use lead_scoring_core::named_of;

/// Suspects that are named one by one.
const MOST_SUSPECTS: usize = 6;

/// About twenty plain lines: the deals, the signals, how well the model ranks, the verdict with its reasons, the tiers, and the fields that
/// were left out as known only after the outcome with the option that brings them back. No mark-up; ends with a line feed.
#[must_use]
pub fn summary_text(report: &Report) -> String {
    let mut lines = vec![
        plain(&format!(
            "{}, model {}, built {}",
            report.header.name, report.header.version, report.header.built
        )),
        String::new(),
    ];
    lines.extend(deals(report));
    lines.extend(signals(report));
    lines.extend(channels(report));
    lines.extend(strategy(report));
    lines.extend(stability(report));
    lines.extend(verdict(report));
    lines.extend(tiers(report));
    lines.extend(gains(report));
    lines.extend(leads(report));
    lines.extend(suspects(report));
    lines.extend(protected(report));
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// A line that cannot steer a terminal: control characters become spaces.
fn plain(line: &str) -> String {
    line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn deals(report: &Report) -> Vec<String> {
    let header = &report.header;
    let rate = header.base_rate.map(|rate| format!(", base conversion rate {}", format::percent(rate.value)));
    let mut lines = vec![format!(
        "Deals      {} won and {} lost{}",
        format::count(header.won),
        format::count(header.lost),
        rate.unwrap_or_default()
    )];
    let learned = if header.refitted {
        format!(
            "learned from all of them; {} had been held out for the figures below",
            format::count(header.held_out)
        )
    } else {
        format!(
            "learned from {}, {} held out to check",
            format::count(header.train),
            format::count(header.held_out)
        )
    };
    lines.push(format!("           {learned} ({})", plain(&report.validation.how.to_string())));
    if report.data.other_rows > 0 {
        lines.push(format!(
            "           {} neither won nor lost, not learned from",
            format::counted(report.data.other_rows, "row")
        ));
    }
    lines
}

fn signals(report: &Report) -> Vec<String> {
    let scoring = &report.scoring;
    let fields = format!(
        "{} of {} measured, {} with points",
        report.data.measured,
        format::counted(report.data.fields.len() as u64, "column"),
        report.data.scored
    );
    if scoring.signals == 0 {
        return vec![format!(
            "Signals    none ({fields}): no field goes together with winning beyond chance"
        )];
    }
    let points = format!("{} to {} points", scoring.lowest, scoring.highest);
    let mut lines = vec![format!("Signals    {} ({fields}), {points}", format::count(scoring.signals))];
    if let Some(best) = &report.header.strongest {
        let base = report.patterns.base_rate.map_or_else(|| format::UNDEFINED.to_owned(), format::percent);
        // The lift on deals that had no part in choosing the group, where that is another one.
        let lift = format::lift(best.honest.map_or(best.lift, |honest| honest.lift));
        let points = match best.points {
            0 => String::new(),
            points => format!(
                ", {} {}",
                format::signed(points.into()),
                if points == 1 { "point" } else { "points" }
            ),
        };
        let counted_on = if lift == format::lift(best.lift) { "" } else { " on other deals" };
        lines.push(plain(&format!(
            "           strongest: {} wins {} against {base} on average (lift {lift}{counted_on}{points})",
            best.name,
            format::percent(best.rate)
        )));
    }
    lines
}

/// Where the leads come from that win most often, and those that win most.
fn channels(report: &Report) -> Option<String> {
    let channels = report.patterns.channels.first()?;
    let row_of = |name: &str| channels.rows.iter().find(|row| row.name == name);
    let short = |name: &str| format::clipped(name, 40);
    let best = row_of(&channels.best)?;
    let (rate, deals) = (format::percent(best.rate.value), format::counted(best.deals, "deal"));
    let best = format!("{}, won {rate} of {deals}", short(&best.name));
    let (is, surely) =
        if channels.best_stands_out { ("best", "") } else { ("highest", " (may not be the best)") };
    let largest = row_of(&channels.largest).filter(|row| row.name != channels.best).map(|row| {
        let (won, deals) = (format::count(row.won), format::count(row.deals));
        format!("; most wins: {}, won {won} of {deals}", short(&row.name))
    });
    let largest = largest.unwrap_or_default();
    Some(plain(&format!("Channels   {is} by {}: {best}{surely}{largest}", channels.column)))
}

/// The strategy of the points beside the first one, which it had to beat.
fn strategy(report: &Report) -> Option<String> {
    let strategies = report.scoring.strategies.as_ref()?;
    let chosen = strategies.chosen.as_ref()?;
    let auc = strategies.chosen_row().and_then(|row| row.auc).map(|auc| {
        let deals = format::counted(strategies.deals, "training deal");
        format!(", AUC {} on {deals} not seen", format::decimals(auc, 3))
    });
    let rivals = strategies.rows.len().saturating_sub(1);
    let against = match strategies.rows.first().filter(|_| rivals > 0) {
        _ if strategies.set => ", as was set".to_owned(),
        Some(first) if strategies.overtook => first
            .auc
            .map(|auc| format!(" (the {}: {})", first.name, format::decimals(auc, 3)))
            .unwrap_or_default(),
        Some(_) => {
            format!("; none of {} is better by a standard error", format::counted(rivals as u64, "other"))
        }
        None => String::new(),
    };
    Some(plain(&format!("Strategy   {chosen}{}{against}", auc.unwrap_or_default())))
}

/// How many points of a small history are certain.
fn stability(report: &Report) -> Option<String> {
    let stability = report.scoring.stability.as_ref()?;
    Some(format!(
        "Stability  {} of {} with points are stable: sign kept in {} of {}, found again where that was looked for",
        format::count(stability.stable),
        format::counted(stability.rows.len() as u64, "row"),
        format::percent(stability.certain),
        format::counted(stability.resamples, "resample")
    ))
}

fn verdict(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    let scored = report.scoring.signals > 0;
    if let Some(auc) = report.validation.metrics.iter().find(|metric| metric.name == "auc" && scored) {
        let interval = auc.interval_text.as_ref().map(|interval| format!(" (95 % interval {interval})"));
        let whose = if report.header.refitted { ", of the model before the refit" } else { "" };
        lines.push(format!("Hold-out   AUC {}{}{whose}", auc.value_text, interval.unwrap_or_default()));
    }
    // The verdict's reasons may tell of it already.
    let told =
        report.header.reasons.iter().any(|reason| reason.to_string().starts_with("The win rate drifts"));
    lines.extend(
        report
            .header
            .drift_warning
            .iter()
            .filter(|_| !told)
            .map(|warning| plain(&format!("Warning    {warning}"))),
    );
    lines.push(format!("Verdict    {}", report.header.verdict.to_uppercase()));
    lines
        .extend(report.header.reasons_in_brief.iter().map(|reason| plain(&format!("           - {reason}"))));
    lines
}

fn tiers(report: &Report) -> Vec<String> {
    let row = |tier: &crate::facts::HeldOutTier| {
        let found = tier.rate.map_or_else(
            || "no deals in it on the hold-out".to_owned(),
            |rate| {
                let counts =
                    format!("{} of {}", format::count(tier.won), format::counted(tier.deals, "deal"));
                format!("won {} on the hold-out ({counts})", format::percent(rate.value))
            },
        );
        let range = tier.low.zip(tier.high);
        let range = range.map_or_else(|| "empty".to_owned(), |(low, high)| format!("{low} to {high}"));
        format!("           {:<5} {range:<10} {found}", tier.label)
    };
    let mut lines: Vec<String> = report.validation.tiers.iter().map(row).collect();
    if report.header.refitted && !lines.is_empty() {
        let now: Vec<String> = report
            .tiers
            .tiers
            .iter()
            .filter_map(|tier| Some(format!("{} from {}", tier.label, tier.summary.low?)))
            .collect();
        let now = if now.is_empty() { "no tiers".to_owned() } else { now.join(", ") };
        lines.push(format!("           these were the tiers before the refit; the model now has {now}"));
    }
    match lines.first_mut() {
        Some(first) => first.replace_range(.."Tiers".len(), "Tiers"),
        None if report.scoring.signals == 0 => lines.push("Tiers      none: no lead has a score".to_owned()),
        None => lines.push("Tiers      none: the scores do not tell won deals from lost ones".to_owned()),
    }
    lines
}

fn gains(report: &Report) -> Option<String> {
    let gains = report.header.gains.filter(|_| report.scoring.signals > 0)?;
    Some(format!(
        "Gains      the best-scored 10 % held {} of the wins of the hold-out, 30 % held {}, 40 % held {}",
        format::percent(gains.tenth),
        format::percent(gains.thirty),
        format::percent(gains.forty)
    ))
}

fn leads(report: &Report) -> Option<String> {
    let leads = report.leads.as_ref()?;
    let counts: Vec<String> =
        leads.tiers.iter().map(|tier| format!("{} {}", format::count(tier.leads), tier.label)).collect();
    let unscoreable = format!("{} unscoreable", format::count(leads.unscoreable));
    Some(format!("Leads      {}: {}, {unscoreable}", format::count(leads.total), counts.join(", ")))
}

/// Fields with points that may stand for what law protects.
fn protected(report: &Report) -> Option<String> {
    let fields: Vec<_> = report.data.protected.iter().filter(|field| field.scored).collect();
    let names: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
    let mut attributes: Vec<String> = Vec::new();
    for attribute in fields.iter().flat_map(|field| &field.attributes).map(ToString::to_string) {
        if !attributes.contains(&attribute) {
            attributes.push(attribute);
        }
    }
    let told = || {
        let (names, attributes) = (names.join(", "), attributes.join(", "));
        let bear = if fields.len() == 1 { "bears" } else { "bear" };
        plain(&format!(
            "Protected  {names} {bear} on what law often protects ({attributes}): see section 1.3"
        ))
    };
    (!fields.is_empty()).then(told)
}

/// What is certain apart from what is only suspected.
fn known_later(suspects: &[&Suspect]) -> String {
    let certain = suspects.iter().filter(|suspect| suspect.leakage == "certain").count();
    let columns = |count: usize| format::counted(count as u64, "column");
    match (certain, suspects.len() - certain) {
        (certain, 0) => format!("{} known only after the outcome", columns(certain)),
        (0, suspect) => format!("{} that may be known only after the outcome (suspect)", columns(suspect)),
        (certain, suspect) => format!(
            "{} known only after the outcome and {} that may be (suspect)",
            columns(certain),
            format::count(suspect as u64)
        ),
    }
}

fn suspects(report: &Report) -> Vec<String> {
    let left_out: Vec<_> = report.data.suspects.iter().filter(|suspect| !suspect.used).collect();
    let options: Vec<&String> = left_out.iter().filter_map(|suspect| suspect.keep.as_ref()).collect();
    if left_out.is_empty() {
        return Vec::new();
    }
    let after = match (options.is_empty(), options.len() < left_out.len()) {
        (true, _) => " (dates cannot be kept)",
        (false, true) => " (dates cannot be kept); to use one all the same:",
        (false, false) => "; to use one all the same:",
    };
    let mut lines = vec![format!("Left out   {}{after}", known_later(&left_out))];
    let shown = named_of(options.len(), MOST_SUSPECTS);
    lines.extend(options.iter().take(shown).map(|option| plain(&format!("           {option}"))));
    let more = options.len() - shown;
    if more > 0 {
        lines.push(format!(
            "           and {} more, listed in section 1.2 of the report",
            format::count(more as u64)
        ));
    }
    lines
}
