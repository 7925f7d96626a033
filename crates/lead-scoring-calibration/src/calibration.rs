//! The calibration as a whole.

use crate::cells::cells;
use crate::distribution::separation;
use crate::phrases::{ONE_SCORE, OUTSIDE};
use crate::{
    Band, CalibrationOptions, Candidate, CapacityCheck, Distribution, Error, ErrorKind, Gains,
    ProbabilityFit, Result, Separation, TierSummary, band_table, cuts, gains_table, probability,
    probability_fit, tier_table,
};
use lead_scoring_core::Message;
use lead_scoring_metrics::ScoreCounts;
use lead_scoring_model::{ProbabilityMap, TierCuts, TierFacts};
use serde::Serialize;

/// Wider cards are refused: a probability is stored for every score of the range.
const WIDEST_RANGE: i64 = 100_000;

/// What the scores of the training deals say about tiers, work and probability.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Calibration {
    /// Lowest and highest score of the card.
    pub range: (i32, i32),
    /// How won deals score.
    pub won: Distribution,
    /// How lost deals score.
    pub lost: Distribution,
    /// Where they part most; `None` where won deals score no higher.
    pub separation: Option<Separation>,
    /// Where the tiers are cut; `None` where the scores do not tell won from lost.
    pub cuts: Option<TierCuts>,
    /// The most of the deals that Hot was to hold, as a share of them.
    pub max_hot_share: f64,
    /// What each tier is worth, Hot to Cold, without intervals, as the cuts were chosen on the same deals; empty without cuts.
    pub tiers: Vec<TierSummary>,
    /// The monthly work against the reps' hours; `None` where no hours were given or there are no cuts.
    pub capacity: Option<CapacityCheck>,
    /// From score to probability of winning.
    pub probability: ProbabilityMap,
    /// The maps that were compared, best first; empty where only the base rate is left.
    pub candidates: Vec<Candidate>,
    /// How the chosen map agrees with the training deals. It was fitted to them: the validation's figures are the ones to trust.
    pub fit: ProbabilityFit,
    /// Wins captured against leads worked, and where the gain flattens.
    pub gains: Gains,
    /// Win rate by band of scores, ascending.
    pub bands: Vec<Band>,
    /// Each constraint that had to be relaxed and whatever else a reader should know, in sentences.
    pub notes: Vec<Message>,
}

impl Calibration {
    /// What each tier was measured to be worth, as the model stores it.
    #[must_use]
    pub fn facts(&self) -> Vec<TierFacts> {
        self.tiers.iter().map(TierSummary::facts).collect()
    }
}

/// Cuts tiers and maps scores to probabilities.
///
/// `scores[i]` is the score that deal i got from a card learned without it, `won[i]` how it ended, and `range` the lowest
/// and highest score of the card. Scores beyond the range count as its nearest end, which `notes` mentions.
///
/// # How tiers are cut
/// Of all triples of distinct scores the one whose tiers tell most about the outcome (mutual information), such that
///
/// 1. Hot holds at most `max_hot_share` of the deals,
/// 2. Cold at least `min_cold_share`,
/// 3. every tier at least 2 % of the deals and at least 25 (with under 150 deals a sixth of them, but never under 10),
/// 4. win rates fall from tier to tier, each step at 95 % one-sided confidence.
///
/// Hot is held to `hot_precision` and `hot_recall`, with five points to spare where possible; where no Hot tier reaches both, to
/// `hot_precision` and (within 5 %) the most wins it can hold at that rate; where none reaches `hot_precision`, to neither. Without such an aim the
/// most informative Hot tier is a tiny, almost pure one, and most wins go elsewhere.
///
/// A wider gap between tiers (2.85 standard errors in place of 1.64, so that a hold-out a third the size is expected to show
/// it, too) is preferred where it costs at most 5 % of the information. Within 1 % of the best the highest Hot cut is taken.
///
/// Where no triple satisfies all, constraints are given up in this order, each with a sentence in `notes`: confidence of the
/// steps 95 % to 80 %; any confidence; the share of Cold; the size of tiers (down to 1 %, at least 3 deals); the share of Hot
/// (up to half); four tiers (some stay empty). Win rates fall from tier to tier in any case.
///
/// With a capacity, Hot is raised until Hot and Warm fit the hours; where no four tiers do, the missing reps are counted.
///
/// # Errors
/// [`ErrorKind::LengthMismatch`], [`ErrorKind::Empty`] or [`ErrorKind::OneClass`] for the deals; [`ErrorKind::Option`] for
/// options out of range, and for a `range` that descends or is wider than 100,000 points.
pub fn calibrate(
    range: (i32, i32),
    scores: &[i32],
    won: &[bool],
    options: &CalibrationOptions,
) -> Result<Calibration> {
    check(range, scores, won, options)?;
    let mut notes = Vec::new();
    let scores = within(range, scores, &mut notes);
    let all = cells(&scores, won);
    let chosen = if all.len() > 1 {
        cuts::choose(&all, options)
    } else {
        cuts::Chosen { cuts: None, capacity: None, notes: vec![ONE_SCORE.message()] }
    };
    notes.extend(chosen.notes);
    let of_outcome = |wanted: bool| {
        let scores = scores.iter().zip(won).filter(|(_, won)| **won == wanted).map(|(score, _)| *score);
        Distribution::of(scores.collect(), range)
            .ok_or_else(|| Error::new(ErrorKind::OneClass, "both won and lost deals are needed"))
    };
    let tiers = chosen.cuts.map(|cuts| tier_table(cuts, range, &scores, won)).unwrap_or_default();
    let (probability, candidates) = probability::choose(range, &scores, won)?;
    Ok(Calibration {
        range,
        won: of_outcome(true)?,
        lost: of_outcome(false)?,
        separation: separation(&ScoreCounts::from_integer_scores(&scores, won)?),
        cuts: chosen.cuts,
        max_hot_share: options.max_hot_share,
        tiers: tiers.into_iter().map(TierSummary::without_interval).collect(),
        capacity: chosen.capacity,
        fit: probability_fit(&probability, &scores, won)?,
        probability,
        candidates,
        gains: gains_table(&scores, won)?,
        bands: band_table(range, &scores, won),
        notes,
    })
}

fn check(range: (i32, i32), scores: &[i32], won: &[bool], options: &CalibrationOptions) -> Result<()> {
    options.check()?;
    let width = i64::from(range.1) - i64::from(range.0);
    if !(0..=WIDEST_RANGE).contains(&width) {
        let message = format!(
            "the score range {} to {} descends or is wider than {WIDEST_RANGE} points",
            range.0, range.1
        );
        return Err(Error::new(ErrorKind::Option, message));
    }
    if scores.len() != won.len() {
        let message =
            format!("{} scores but {} outcomes; give one of each per deal", scores.len(), won.len());
        return Err(Error::new(ErrorKind::LengthMismatch, message));
    }
    if scores.is_empty() {
        return Err(Error::new(ErrorKind::Empty, "there are no deals to calibrate on"));
    }
    if won.iter().all(|won| *won) || won.iter().all(|won| !*won) {
        let message = "all deals ended the same way; tiers and probabilities need won and lost deals";
        return Err(Error::new(ErrorKind::OneClass, message));
    }
    Ok(())
}

fn within((low, high): (i32, i32), scores: &[i32], notes: &mut Vec<Message>) -> Vec<i32> {
    let outside = scores.iter().filter(|score| !(low..=high).contains(*score)).count();
    if outside > 0 {
        notes.push(OUTSIDE.with([("outside", outside.into()), ("scores", scores.len().into())]));
    }
    scores.iter().map(|&score| score.clamp(low, high)).collect()
}
