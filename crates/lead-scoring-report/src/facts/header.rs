//! The head of the report: what was built from what, how sure it is, and the verdict.

use super::confidence::confidence;
use super::data::DataFoundation;
use super::hold_out::drift_warning;
use super::known_when::condition;
use super::later::watched;
use super::patterns::{Attribute, Patterns};
use super::protected::in_short;
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_audit::{AdequacyLevel, TimeOrder};
use lead_scoring_calibration::{Rate, TierSummary};
use lead_scoring_core::{Dataset, Day, Kind, Tier};
use lead_scoring_model::Verdict;
use lead_scoring_validation::in_brief;
use serde::Serialize;

/// Days until the model should be learned again.
const DAYS_TO_RECALIBRATION: i32 = 90;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Header {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) built: String,
    /// Deals behind the base rate: learned from and held out.
    pub(crate) won: u64,
    pub(crate) lost: u64,
    pub(crate) deals: u64,
    pub(crate) train_won: u64,
    pub(crate) train_lost: u64,
    pub(crate) train: u64,
    pub(crate) held_out: u64,
    /// Whether there were as many deals as it takes to find what predicts.
    pub(crate) enough_deals: bool,
    pub(crate) refitted: bool,
    /// First and last moment of the deals by the column that orders them.
    pub(crate) period: Option<Span>,
    /// Whether any column holds dates.
    pub(crate) has_dates: bool,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) base_rate: Option<Rate>,
    /// What a change of the win rate over time means for the figures.
    pub(crate) drift_warning: Option<Text>,
    pub(crate) confidence: &'static str,
    pub(crate) confidence_because: Text,
    pub(crate) next_recalibration: String,
    pub(crate) verdict: &'static str,
    /// Whether the verdict lets the model be used at all.
    pub(crate) deployable: bool,
    pub(crate) reasons: Vec<Text>,
    /// The same without what a missed target asks for at this base rate.
    pub(crate) reasons_in_brief: Vec<Text>,
    pub(crate) signals: u64,
    /// The attribute that speaks most for winning, and the one that speaks most against it, of those that other deals confirm.
    pub(crate) strongest: Option<Attribute>,
    pub(crate) worst: Option<Attribute>,
    /// Fields with points that may stand for what law protects.
    pub(crate) protected: Option<Text>,
    pub(crate) top_two: Option<TopTwo>,
    pub(crate) gains: Option<Gains>,
    /// The tiers on the deals held out, Hot to Cold; empty without tiers.
    pub(crate) tiers: Vec<TierRate>,
}

/// How the deals of a tier ended that had been held out.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TierRate {
    pub(crate) tier: &'static str,
    pub(crate) deals: u64,
    /// Win rate; `None` without deals.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) rate: Option<Rate>,
    /// Deals that a later rate is to be judged by, and the rate with the interval that chance leaves it on so many.
    pub(crate) watched_on: u64,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) watched: Option<Rate>,
    /// Whether chance alone would leave Hot less than the base rate, which is then the lower limit.
    pub(crate) held_to_base: bool,
}

/// First and last day of a date column.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Span {
    pub(crate) column: String,
    pub(crate) from: String,
    pub(crate) to: String,
}

/// What Hot and Warm together held on the hold-out.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TopTwo {
    pub(crate) deals: u64,
    pub(crate) won: u64,
    pub(crate) all_deals: u64,
    pub(crate) all_won: u64,
    pub(crate) share_of_leads: f64,
    pub(crate) share_of_wins: f64,
    /// Wins a lead worked, against picking at random: 1 = no gain.
    pub(crate) efficiency: Option<f64>,
    /// Whether the win rate of the two is surely above that of all deals.
    pub(crate) sure: bool,
}

/// Share of the wins of the hold-out that its best-scored deals held.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Gains {
    pub(crate) tenth: f64,
    pub(crate) thirty: f64,
    pub(crate) forty: f64,
    pub(crate) half: f64,
}

impl Header {
    pub(crate) fn of(input: &ReportInput<'_>, patterns: &Patterns, data: &DataFoundation) -> Self {
        let (train, validation) = (input.train, input.validation);
        let refitted = input.model.validation.refitted;
        let held_out = validation.won + validation.lost;
        // A refitted model has learned from the hold-out too, which then is part of the training deals.
        let (extra_won, extra_lost) = if refitted { (0, 0) } else { (validation.won, validation.lost) };
        let (won, lost) = (train.won_count() + extra_won, train.lost_count() + extra_lost);
        let (confidence, confidence_because) = confidence(input);
        Self {
            name: input.name.to_owned(),
            version: input.model.version.clone(),
            built: input.built.to_string(),
            won,
            lost,
            deals: won + lost,
            train_won: train.won_count(),
            train_lost: train.lost_count(),
            train: train.len() as u64,
            held_out,
            enough_deals: input.audit.sample.level == AdequacyLevel::Enough,
            refitted,
            period: period(input),
            has_dates: input.audit.fields.iter().any(|field| field.kind == Kind::Date),
            base_rate: Rate::of(won, won + lost),
            drift_warning: drift_warning(input).map(Text::from),
            confidence,
            confidence_because,
            next_recalibration: input.built.plus_days(DAYS_TO_RECALIBRATION).to_string(),
            verdict: validation.verdict.label(),
            deployable: validation.verdict != Verdict::DoNotDeploy,
            reasons: reasons(input),
            reasons_in_brief: validation
                .reasons
                .iter()
                .map(in_brief)
                .chain(condition(input))
                .map(Text::from)
                .collect(),
            signals: input.model.card.signals.len() as u64,
            strongest: patterns.strongest(true),
            worst: patterns.strongest(false),
            protected: in_short(&data.protected),
            top_two: top_two(input),
            gains: gains(input),
            tiers: tiers(input, Rate::of(won, won + lost)),
        }
    }
}

/// Why the verdict is what it is, and what it hangs on.
pub(super) fn reasons(input: &ReportInput<'_>) -> Vec<Text> {
    input.validation.reasons.iter().cloned().chain(condition(input)).map(Text::from).collect()
}

/// First and last day over both parts of the history.
fn period(input: &ReportInput<'_>) -> Option<Span> {
    let TimeOrder::Date { column } = &input.audit.drift.order else { return None };
    let spans = [input.train.data(), input.validation.deals.data()].map(|data| span(data, column));
    let from = spans.iter().flatten().map(|(from, _)| *from).min()?;
    let to = spans.iter().flatten().map(|(_, to)| *to).max()?;
    Some(Span { column: column.clone(), from: from.to_string(), to: to.to_string() })
}

/// First and last day of a column.
pub(super) fn span(data: &Dataset, column: &str) -> Option<(Day, Day)> {
    let column = data.column(column)?;
    let days = || (0..column.len()).filter_map(|row| column.day(row));
    Some((days().min()?, days().max()?))
}

fn tiers(input: &ReportInput<'_>, base: Option<Rate>) -> Vec<TierRate> {
    let tier = |tier: &TierSummary| {
        let rate = Rate::of(tier.won, tier.deals());
        let (watched_on, watched) = watched(rate.map_or(0.0, |rate| rate.value), tier.deals());
        // A Hot tier that wins no more than the average lead is none, whatever chance allows.
        let base = base.filter(|_| tier.tier == Tier::Hot).map(|base| base.value);
        let held = |limits: &Rate| base.filter(|base| (limits.lower..limits.value).contains(base));
        let raised = watched.as_ref().and_then(held);
        let watched = watched.map(|limits| Rate { lower: raised.unwrap_or(limits.lower), ..limits });
        let held_to_base = raised.is_some();
        TierRate { tier: tier.tier.label(), deals: tier.deals(), rate, watched_on, watched, held_to_base }
    };
    input.validation.tiers.iter().map(tier).collect()
}

fn gains(input: &ReportInput<'_>) -> Option<Gains> {
    let among = |name: &str| input.validation.metric(name)?.value;
    Some(Gains {
        tenth: among("top_10")?,
        thirty: among("top_30")?,
        forty: among("top_40")?,
        half: among("top_50")?,
    })
}

fn top_two(input: &ReportInput<'_>) -> Option<TopTwo> {
    let tiers = &input.validation.tiers;
    let of = |wanted: fn(Tier) -> bool| {
        let tiers = tiers.iter().filter(|tier| wanted(tier.tier));
        tiers.fold((0, 0), |sum, tier| (sum.0 + tier.won, sum.1 + tier.lost))
    };
    let (won, lost) = of(|tier| matches!(tier, Tier::Hot | Tier::Warm));
    let (all_won, all_lost) = of(|_| true);
    if all_won == 0 {
        return None;
    }
    let share_of_leads = (won + lost) as f64 / (all_won + all_lost) as f64;
    let share_of_wins = won as f64 / all_won as f64;
    let efficiency = (share_of_leads > 0.0).then(|| share_of_wins / share_of_leads);
    Some(TopTwo {
        deals: won + lost,
        won,
        all_deals: all_won + all_lost,
        all_won,
        share_of_leads,
        share_of_wins,
        efficiency,
        sure: Rate::of(won, won + lost)
            .is_some_and(|rate| rate.lower > all_won as f64 / (all_won + all_lost) as f64),
    })
}
