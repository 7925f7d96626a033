//! How stable each point value is: what the same card would give had the history been another sample of the same deals.
//!
//! The training deals are drawn anew with replacement (Efron 1979). On each resample the shipped bins stay as they are; their shrunk log
//! odds are counted again, each deal's own from the other folds as in the fit; all weights are fitted jointly again, at least 0 and drawn
//! to a common weight by the penalty of the fit; and points are `scale * weight * log odds` at the shipped scale, rounded. The share of
//! resamples in which a value keeps its sign says how far it can be trusted (Sauerbrei & Schumacher 1992 for the idea).
//!
//! What is not repeated: the search for bins, the choice of fields and strategy, and the roundings that suit the training deals best; no
//! cap holds on a resample. The ranges are thus about the evidence for this card, and say nothing of another one that might have been
//! built. A normal range of this kind holds the average over fresh samples nine times in ten, and the points of one fresh sample about
//! three times in four. Deals are drawn one by one, also where several belong to one account.
//!
//! | case | result |
//! |---|---|
//! | a bin without points | a range, and no share of sign held |
//! | a bin without effect in the fit (too few deals, `not recorded` without evidence) | 0 to 0 |
//! | a signal of a single bin | its weight, which makes up for the bins it lacks, is drawn to the shipped one times a common weight |
//! | a weight that a resample puts at 0 | 0 points there; the sign did not hold |
//! | all weights 1, as with points in proportion to lift | they stay 1: nothing weighed them |
//! | a resample of one outcome only | log odds and points of 0 |
//!
//! Cost for `r` resamples of `n` deals and `s` signals: `O(r n s^2)`, on one thread.

mod refit;

use crate::{Error, ErrorKind, Fitted, Result};
use lead_scoring_lift::{Analysis, Pattern};
use lead_scoring_model::{Scorecard, Signal};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use refit::{Piece, Refit};
use serde::Serialize;

/// Fewest resamples that a 5 % point can be read from.
const FEWEST_RESAMPLES: usize = 20;
/// Share of resamples below, and above, the range that is given.
const TAIL: f64 = 0.05;

/// How stable the points of one signal are.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SignalStability {
    /// The signal's name.
    pub name: String,
    /// Share of resamples in which any of its bins kept points, 0 to 1.
    pub kept_points: f64,
    /// Its bins, in the signal's order.
    pub bins: Vec<BinStability>,
}

/// How stable the points of one bin are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct BinStability {
    /// 5 % point of the points over the resamples, at the shipped scale.
    pub low: i32,
    /// Their median.
    pub median: i32,
    /// 95 % point.
    pub high: i32,
    /// Share of resamples in which `weight * log odds`, not rounded, had the sign of the shipped points; `None` for a bin without points.
    pub sign_held: Option<f64>,
}

/// Draws the training deals anew `resamples` times and says, for each signal of the card, how its points vary.
///
/// The same seed gives the same figures on every machine.
///
/// # Errors
/// [`ErrorKind::Option`] with fewer than 20 resamples, or where the card was not fitted to this analysis.
pub fn stability(
    analysis: &Analysis,
    fitted: &Fitted,
    seed: u64,
    resamples: usize,
) -> Result<Vec<SignalStability>> {
    if resamples < FEWEST_RESAMPLES {
        let message = format!("{resamples} resamples are too few; give {FEWEST_RESAMPLES} or more");
        return Err(Error::new(ErrorKind::Option, message));
    }
    let card = &fitted.card;
    let pieces = card.signals.iter().map(|signal| piece(analysis, signal)).collect::<Option<Vec<_>>>();
    let Some(pieces) = pieces else {
        return Err(Error::new(ErrorKind::Option, "the card was not fitted to this analysis"));
    };
    let deals = analysis.won().len();
    if pieces.is_empty() || deals == 0 {
        return Ok(Vec::new());
    }
    let refit = Refit::new(analysis, &pieces, fitted.ridge, is_weighed(card));
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut draws: Vec<Vec<Vec<f64>>> = Vec::with_capacity(resamples);
    for _ in 0..resamples {
        let rows: Vec<usize> = (0..deals).map(|_| random.random_range(0..deals)).collect();
        draws.push(refit.effects(&rows));
    }
    let of_signal = |(at, signal): (usize, &Signal)| {
        let draws: Vec<&[f64]> = draws.iter().map(|draw| draw[at].as_slice()).collect();
        summary(signal, card.scale, &draws)
    };
    Ok(card.signals.iter().enumerate().map(of_signal).collect())
}

/// Whether the weights were fitted; points in proportion to lift have 1 throughout.
fn is_weighed(card: &Scorecard) -> bool {
    card.signals.iter().any(|signal| (signal.weight - 1.0).abs() > f64::EPSILON)
}

/// What a refit needs of a signal: its bin of each training deal, and the bins that have an effect.
fn piece(analysis: &Analysis, signal: &Signal) -> Option<Piece> {
    let patterns = signal.inputs.iter().map(|input| {
        let same = |pattern: &&Pattern| pattern.field == input.field && pattern.binning == input.binning;
        analysis.patterns.iter().find(same)
    });
    let patterns = patterns.collect::<Option<Vec<&Pattern>>>()?;
    let scored: Vec<bool> = signal.bins.iter().map(|bin| bin.log_odds != 0.0).collect();
    let piece = match patterns.as_slice() {
        [pattern] => {
            // A signal of a single bin has a name of its own.
            let scale = if pattern.name == signal.name { 1.0 } else { signal.weight };
            Piece { codes: pattern.bin_codes(), scored, scale, is_pair: false }
        }
        [first, second] => {
            let code = |(a, b): (u16, u16)| signal.code(&[a.into(), b.into()]) as u16;
            let codes = first.bin_codes().into_iter().zip(second.bin_codes()).map(code).collect();
            Piece { codes, scored, scale: 1.0, is_pair: true }
        }
        _ => return None,
    };
    piece.codes.iter().all(|&code| usize::from(code) < signal.bins.len()).then_some(piece)
}

/// `draws` holds, for each resample, weight times log odds of each bin of the signal.
fn summary(signal: &Signal, scale: f64, draws: &[&[f64]]) -> SignalStability {
    let points = |effect: f64| (scale * effect).round() as i32;
    let kept = |draw: &&&[f64]| draw.iter().any(|effect| points(*effect) != 0);
    let share = |count: usize| count as f64 / draws.len() as f64;
    let bins = signal.bins.iter().enumerate().map(|(at, bin)| {
        let mut drawn: Vec<i32> = draws.iter().map(|draw| points(draw[at])).collect();
        drawn.sort_unstable();
        let tail = (TAIL * drawn.len() as f64) as usize;
        let held = |draw: &&&[f64]| draw[at] * f64::from(bin.points) > 0.0;
        BinStability {
            low: drawn[tail],
            median: drawn[drawn.len() / 2],
            high: drawn[drawn.len() - 1 - tail],
            sign_held: (bin.points != 0).then(|| share(draws.iter().filter(held).count())),
        }
    });
    SignalStability {
        name: signal.name.clone(),
        bins: bins.collect(),
        kept_points: share(draws.iter().filter(kept).count()),
    }
}
