//! Cumulative gains by decile, and the score where the gain flattens.
//!
//! The curve of wins captured against leads worked rises with slope rate(score)/base rate. It flattens where the slope falls
//! below 1: from there on a further lead is less likely to win than a lead picked at random. That is the point of the curve
//! farthest from its diagonal: `share of wins - share of leads` is greatest there. Of equal maxima the highest score is taken.

use crate::cells::{Cell, cells, totals};
use crate::{Error, ErrorKind, Result};
use lead_scoring_metrics::ScoreCounts;
use serde::Serialize;

/// Cumulative gains.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Gains {
    /// Ten tenths of the leads, best-scored first.
    pub deciles: Vec<GainsDecile>,
    /// Where the gain flattens; `None` where the score gains nothing over picking at random.
    pub recommended_cutoff: Option<Cutoff>,
}

/// The best-scored leads down to one decile.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GainsDecile {
    /// 1 (best-scored tenth) to 10.
    pub decile: u8,
    /// The lowest score that reaches into this decile.
    pub threshold: i32,
    /// Share of all leads in this decile and those above, 0.1 to 1.
    pub share_of_leads: f64,
    /// Share of all wins in this decile and those above, 0 to 1.
    pub share_of_wins: f64,
    /// Win rate within this decile alone, 0 to 1.
    pub rate: f64,
    /// Win rate within this decile alone over the base rate.
    pub lift: f64,
    /// Win rate of this decile and those above over the base rate.
    pub cumulative_lift: f64,
}

/// The score down to which leads win at least as often as the average lead.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Cutoff {
    /// Work the leads that score at least this.
    pub score: i32,
    /// Their share of all leads, 0 to 1.
    pub share_of_leads: f64,
    /// Their share of all wins, 0 to 1.
    pub share_of_wins: f64,
}

/// Gains by decile and the recommended cut-off. Leads that tie at a border count there in proportion.
///
/// # Errors
/// [`ErrorKind::LengthMismatch`], [`ErrorKind::Empty`], or [`ErrorKind::OneClass`] without both outcomes.
pub fn gains_table(scores: &[i32], won: &[bool]) -> Result<Gains> {
    let counts = ScoreCounts::from_integer_scores(scores, won)?;
    let rows = counts.gains(10)?;
    let deciles = (1..).zip(rows).map(|(decile, row)| GainsDecile {
        decile,
        threshold: row.threshold as i32,
        share_of_leads: row.share_of_leads,
        share_of_wins: row.share_captured,
        rate: row.rate,
        lift: row.lift,
        cumulative_lift: row.cumulative_lift,
    });
    let deciles: Vec<GainsDecile> = deciles.collect();
    if deciles.len() != 10 {
        return Err(Error::new(ErrorKind::Numeric, "the gains could not be computed"));
    }
    Ok(Gains { deciles, recommended_cutoff: cutoff(&cells(scores, won)) })
}

fn cutoff(cells: &[Cell]) -> Option<Cutoff> {
    let (wins, losses) = totals(cells);
    let deals = wins + losses;
    let (mut won, mut reached) = (0_u64, 0_u64);
    let mut best: Option<(u128, Cutoff)> = None;
    for cell in cells.iter().rev() {
        won += cell.won;
        reached += cell.deals();
        // The distance from the diagonal times wins times deals, on integers, so that ties are exact.
        let above = u128::from(won) * u128::from(deals);
        let Some(distance) = above.checked_sub(u128::from(reached) * u128::from(wins)) else { continue };
        if distance > best.as_ref().map_or(0, |(most, _)| *most) {
            let share_of_leads = reached as f64 / deals as f64;
            let share_of_wins = won as f64 / wins as f64;
            best = Some((distance, Cutoff { score: cell.score, share_of_leads, share_of_wins }));
        }
    }
    best.map(|(_, cutoff)| cutoff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn cutoff_is_where_rates_fall_below_the_base_rate() {
        // Rates 0.8, 0.5 and 0.1 at scores 9, 5 and 1; base rate 14/30.
        let groups = [(9, 8), (5, 5), (1, 1)];
        let scores: Vec<i32> = groups.iter().flat_map(|&(score, _)| vec![score; 10]).collect();
        let won: Vec<bool> =
            groups.iter().flat_map(|&(_, won)| (0..10).map(move |deal| deal < won)).collect();
        let gains = gains_table(&scores, &won).unwrap();
        let cutoff = gains.recommended_cutoff.unwrap();
        assert_eq!(cutoff.score, 5);
        assert_relative_eq!(cutoff.share_of_wins, 13.0 / 14.0);
        assert_relative_eq!(gains.deciles.iter().map(|d| d.lift).sum::<f64>(), 10.0, epsilon = 1e-12);
    }

    #[test]
    fn a_score_without_gain_has_no_cutoff() {
        let gains = gains_table(&[5, 5, 5, 5], &[true, false, true, false]).unwrap();
        assert_eq!(gains.recommended_cutoff, None);
        assert!(gains.deciles.iter().all(|decile| (decile.lift - 1.0).abs() < 1e-12));
    }
}
