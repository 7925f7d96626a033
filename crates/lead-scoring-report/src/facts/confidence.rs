//! How far the model can be trusted, with what limits that named first.
//!
//! | level | when |
//! |---|---|
//! | none | no signals, so that there is nothing to trust |
//! | Low | not to be deployed; or too few deals; or an AUC that is not known to a quarter; or a random hold-out of a drifting history |
//! | High | every target passed, 200 deals or more, and an AUC known to a tenth |
//! | Medium | everything between, and where points rest on fields that may have been recorded after the outcome |

use super::hold_out::doubtful_hold_out;
use super::known_when::doubt;
use crate::phrases as say;
use crate::text::Text;
use crate::{ReportInput, format};
use lead_scoring_audit::AdequacyLevel;
use lead_scoring_core::Message;
use lead_scoring_model::Verdict;

/// Widest 95 % interval of the AUC above which confidence is low, and above which it is not high.
const WIDE: f64 = 0.25;
const NARROW: f64 = 0.1;

/// The level, and why: what limits it, the size of the sample, how well the model ranks.
pub(super) fn confidence(input: &ReportInput<'_>) -> (&'static str, Text) {
    if input.model.card.signals.is_empty() {
        return ("None", without_signals(input));
    }
    let limits = limits(input);
    let level = limits.iter().map(|limit| limit.level).min().unwrap_or(Level::High);
    let decisive = limits.into_iter().filter(|limit| limit.level == level);
    let mut told: Vec<Message> = decisive.map(|limit| limit.sentence).collect();
    // The size and the ranking are told anyway, first where they are the limit.
    for sentence in [input.audit.sample.sentence.clone(), ranking(input)] {
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    let because = Text::told(told).unwrap_or_else(|| say::CONFIDENCE_UNMEASURED.message().into());
    (level.word(), because)
}

/// Whether it is the deals or the fields that are wanting.
fn without_signals(input: &ReportInput<'_>) -> Text {
    let size = &input.audit.sample;
    if size.level == AdequacyLevel::Enough {
        let deals = ("deals", input.audit.rows.into());
        return say::CONFIDENCE_ENOUGH_BUT_NO_SIGNALS.with([deals]).into();
    }
    let both =
        [("first", size.sentence.clone().into()), ("second", say::CONFIDENCE_NO_SIGNALS.message().into())];
    say::SENTENCES.with(both).into()
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Low,
    Medium,
    High,
}

impl Level {
    const fn word(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Medium => "Medium",
            Self::High => "High",
        }
    }
}

/// What keeps confidence at a level.
struct Limit {
    level: Level,
    sentence: Message,
}

fn limits(input: &ReportInput<'_>) -> Vec<Limit> {
    let mut limits = Vec::new();
    let mut limit = |level: Level, sentence: Message| limits.push(Limit { level, sentence });
    if let Some(drift) = doubtful_hold_out(input) {
        limit(Level::Low, drift);
    }
    let size = &input.audit.sample;
    match size.level {
        AdequacyLevel::TooFew => limit(Level::Low, size.sentence.clone()),
        AdequacyLevel::Enough => {}
        _ => limit(Level::Medium, size.sentence.clone()),
    }
    match width(input) {
        None => limit(Level::Low, say::CONFIDENCE_NO_INTERVAL.message()),
        Some(width) if width > WIDE => limit(Level::Low, ranking(input)),
        Some(width) if width > NARROW => limit(Level::Medium, ranking(input)),
        Some(_) => {}
    }
    if let Some(doubt) = doubt(input) {
        limit(Level::Medium, doubt);
    }
    match input.validation.verdict {
        Verdict::DoNotDeploy => limit(Level::Low, say::CONFIDENCE_VERDICT.message()),
        Verdict::DeployWithCare => limit(Level::Medium, say::CONFIDENCE_VERDICT.message()),
        _ => {}
    }
    limits
}

/// Width of the AUC's 95 % interval.
fn width(input: &ReportInput<'_>) -> Option<f64> {
    input.validation.metric("auc").and_then(|auc| Some(auc.upper? - auc.lower?))
}

fn ranking(input: &ReportInput<'_>) -> Message {
    let auc = input.validation.metric("auc");
    let figures = auc.and_then(|auc| Some([auc.value?, auc.lower?, auc.upper?]));
    let Some([auc, lower, upper]) = figures.map(|figures| figures.map(|auc| format::decimals(auc, 2))) else {
        return say::CONFIDENCE_UNMEASURED.message();
    };
    let wide = width(input).is_some_and(|width| width > NARROW);
    let phrase = if wide { say::CONFIDENCE_WIDE_AUC } else { say::CONFIDENCE_AUC };
    phrase.with([
        ("deals", (input.validation.won + input.validation.lost).into()),
        ("auc", auc.into()),
        ("lower", lower.into()),
        ("upper", upper.into()),
    ])
}
