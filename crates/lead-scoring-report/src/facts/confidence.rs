//! How far the model can be trusted, with what limits that named first.
//!
//! | level | when |
//! |---|---|
//! | Low | not to be deployed; or too few deals; or an AUC that is not known to a quarter; or a random hold-out of a drifting history |
//! | High | every target passed, 200 deals or more, and an AUC known to a tenth |
//! | Medium | everything between |

use super::hold_out::{Chosen, drift_warning};
use crate::{ReportInput, format};
use lead_scoring_audit::AdequacyLevel;
use lead_scoring_model::Verdict;

/// Widest 95 % interval of the AUC above which confidence is low, and above which it is not high.
const WIDE: f64 = 0.25;
const NARROW: f64 = 0.1;

/// The level, and why in sentences.
pub(super) fn confidence(input: &ReportInput<'_>) -> (&'static str, String) {
    let (low, medium) = limits(input);
    let (level, limits) = match (low.is_empty(), medium.is_empty()) {
        (false, _) => ("Low", low),
        (true, false) => ("Medium", medium),
        (true, true) => ("High", Vec::new()),
    };
    let sample = input.audit.sample.sentence.clone();
    // The size of the sample is told anyway, first where it is the limit.
    let mut told: Vec<String> = limits.into_iter().map(|limit| format!("{limit}.")).collect();
    if !told.contains(&sample) {
        told.push(sample);
    }
    told.push(ranking(input));
    (level, told.join(" "))
}

/// What keeps confidence low, and what keeps it from being high, as sentences without their full stop.
fn limits(input: &ReportInput<'_>) -> (Vec<String>, Vec<String>) {
    let validation = input.validation;
    let sample = &input.audit.sample;
    let (mut low, mut medium) = (Vec::new(), Vec::new());
    let reason = validation.reasons.first().map_or("", |reason| reason.trim_end_matches('.'));
    let verdict = format!("The verdict is {}: {reason}", validation.verdict.label());
    match validation.verdict {
        Verdict::DoNotDeploy => low.push(verdict),
        Verdict::DeployWithCare => medium.push(verdict),
        _ => {}
    }
    if Chosen::of(input) == Chosen::Random {
        low.extend(drift_warning(input).map(|warning| capitalised(&warning)));
    }
    let size = sample.sentence.trim_end_matches('.').to_owned();
    match sample.level {
        AdequacyLevel::TooFew => low.push(size),
        AdequacyLevel::Enough => {}
        _ => medium.push(size),
    }
    if input.model.card.signals.is_empty() {
        return (low, medium);
    }
    let width = validation.metric("auc").and_then(|auc| Some(auc.upper? - auc.lower?));
    let known = |width: f64| {
        format!("On {} the AUC is known only to a range of {}", held_out(input), format::decimals(width, 2))
    };
    match width {
        None => low.push("How far chance reaches in the AUC is not known".to_owned()),
        Some(width) if width > WIDE => low.push(known(width)),
        Some(width) if width > NARROW => medium.push(known(width)),
        Some(_) => {}
    }
    (low, medium)
}

fn held_out(input: &ReportInput<'_>) -> String {
    format::counted(input.validation.won + input.validation.lost, "deal")
}

fn ranking(input: &ReportInput<'_>) -> String {
    if input.model.card.signals.is_empty() {
        return "No field tells won deals from lost ones beyond chance.".to_owned();
    }
    let auc = input.validation.metric("auc");
    auc.and_then(|auc| Some((auc.value?, auc.lower?, auc.upper?))).map_or_else(
        || "How well it ranks could not be measured.".to_owned(),
        |(value, lower, upper)| {
            format!(
                "On {} it had not seen, its AUC is {value:.2} (95 % interval {lower:.2} to {upper:.2}).",
                held_out(input)
            )
        },
    )
}

fn capitalised(clause: &str) -> String {
    let mut chars = clause.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
