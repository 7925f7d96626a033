//! Spearman's rank correlation, with mid-ranks for ties.
//!
//! Formula: Pearson's correlation of the mid-ranks (Spearman 1904; Kendall & Gibbons 1990). With
//! a = 2·rank − (n + 1), an integer that sums to zero, ρ = Σab/√(Σa²·Σb²): the sums are exact, so row
//! order and strictly increasing maps leave every bit of ρ alone.
//!
//! Interval of two numeric columns: Fisher's z with the variance of Bonett & Wright (2000),
//! tanh(atanh ρ ± z·√((1 + ρ²/2)/(n − 3))).
//!
//! Interval for a yes/no outcome: that variance is too large there, the more so the stronger the score (it held
//! 97 to 99 % at an AUC of 0.9 and above). With wins at rate p, ρ = m·g, where g = 2·√(p(1 − p))·(2·AUC − 1) and m = √¾
//! where no two scores are equal, a little more with ties. The AUC given p has DeLong's variance and does not
//! vary with p, so by the delta method
//! Var(g) = 16·p(1 − p)·Var(AUC) + (2·AUC − 1)²·(1 − 2p)²/n, and the limits are
//! m·tanh(atanh g ± z·√Var(g)/(1 − g²)). Where the AUC is 0 or 1 they are those of the AUC, mapped.
//!
//! For a yes/no outcome its size is bounded away from 1 by the ties: with wins at rate p even a perfect
//! score reaches only √(3·p·(1 − p)) when no two scores are equal.
//!
//! | input | result |
//! |---|---|
//! | x = y | exactly 1 |
//! | all x or all y equal | [`ErrorKind::Constant`](crate::ErrorKind::Constant) |
//! | one class ([`ScoreCounts::spearman`]) | [`ErrorKind::OneClass`](crate::ErrorKind::OneClass) |
//! | n ≤ 3 or ρ = ±1 for two columns, no interval of the AUC for an outcome | interval `None` |
//! | NaN or infinite value | [`ErrorKind::NotFinite`](crate::ErrorKind::NotFinite) |

use crate::counts::ScoreCounts;
use crate::error::{Error, Result};
use crate::interval::{Estimate, Interval, z_for};
use crate::ranks::{Sorted, cube_less_one};
use crate::validate::{self, MAX_ROWS};

/// Spearman's ρ of two slices, −1 to 1; `x[i]` and `y[i]` belong to one row.
///
/// # Errors
///
/// `LengthMismatch`, `Empty`, `NotFinite`, or `Constant` where all values of a slice are equal.
///
/// ```
/// let rho = lead_scoring_metrics::spearman(&[1.0, 2.0, 3.0, 4.0], &[1.0, 4.0, 9.0, 16.0])?;
/// assert_eq!(rho, 1.0);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn spearman(x: &[f64], y: &[f64]) -> Result<f64> {
    validate::same_length(("x", x.len()), ("y", y.len()))?;
    for (what, values) in [("x", x), ("y", y)] {
        if values.is_empty() {
            return Err(Error::empty(what));
        }
        validate::all_finite(what, values)?;
        if values.len() as u64 > MAX_ROWS {
            return Err(Error::out_of_range(what, "give at most 2^40 rows"));
        }
    }
    if let Some(greater) = two_valued(y) {
        return with_outcome("x", x, &greater);
    }
    if let Some(greater) = two_valued(x) {
        return with_outcome("y", y, &greater);
    }
    let rows = x.len() as u64;
    let (mut ranks, mut y_ties) = (vec![0; y.len()], 0);
    for run in Sorted::new(y, 0..y.len()).runs() {
        y_ties += cube_less_one(run.rows.len() as u64);
        for &(_, row) in run.rows {
            ranks[row] = run.centred_rank;
        }
    }
    let (mut product, mut x_ties) = (0, 0);
    for run in Sorted::new(x, ranks).runs() {
        x_ties += cube_less_one(run.rows.len() as u64);
        product += i128::from(run.centred_rank) * run.rows.iter().map(|row| i128::from(row.1)).sum::<i128>();
    }
    let squares = |what, ties| match (cube_less_one(rows) - ties) / 3 {
        0 => Err(Error::constant(what)),
        squares => Ok(squares),
    };
    correlation(product, squares("x", x_ties)?, squares("y", y_ties)?)
}

/// Spearman's ρ of two slices with its interval at `level`.
///
/// # Errors
///
/// Those of [`spearman`](fn@spearman), and `OutOfRange` for a bad `level`.
pub fn spearman_estimate(x: &[f64], y: &[f64], level: f64) -> Result<Estimate> {
    let z = z_for(level)?;
    Ok(with_interval(spearman(x, y)?, x.len() as u64, z, level))
}

impl ScoreCounts {
    /// Spearman's ρ of score and outcome (won = 1, lost = 0), −1 to 1.
    ///
    /// Bit for bit the ρ of [`spearman`](fn@spearman) on the rows.
    ///
    /// # Errors
    ///
    /// `OneClass` without both outcomes; `Constant` where all scores are equal.
    pub fn spearman(&self) -> Result<f64> {
        self.require_both()?;
        let [leads, won, lost] = [self.total(), self.total_won(), self.total_lost()].map(i128::from);
        let tied = self.groups().iter().filter(|group| group.total() > 1);
        let ties: i128 = tied.map(|group| cube_less_one(group.total())).sum();
        // U is the won leads' rank sum but for what does not depend on the score, so that Σab is n·(2U − WL).
        let product = leads * (self.twice_u() as i128 - won * lost);
        correlation(product, (cube_less_one(self.total()) - ties) / 3, won * lost * leads)
    }

    /// Spearman's ρ of score and outcome with its interval at `level`.
    ///
    /// # Errors
    ///
    /// Those of [`ScoreCounts::spearman`], and `OutOfRange` for a bad `level`.
    pub fn spearman_estimate(&self, level: f64) -> Result<Estimate> {
        let z = z_for(level)?;
        let (value, auc) = (self.spearman()?, self.delong(level)?);
        let Some(of_auc) = auc.interval else { return Ok(Estimate { value, interval: None }) };
        let (scale, rate) = (self.scale_of_ranks(), self.total_won() as f64 / self.total() as f64);
        let spread = 2.0 * (rate * (1.0 - rate)).sqrt();
        let gap = 2.0 * auc.value - 1.0;
        let limits = if gap.abs() >= 1.0 {
            of_auc.map(|limit| spread * (2.0 * limit - 1.0))
        } else {
            let by_rate = gap * (1.0 - 2.0 * rate);
            let variance =
                4.0 * spread * spread * self.delong_variance()? + by_rate * by_rate / self.total() as f64;
            let g = spread * gap;
            Interval::around(g.atanh(), z * variance.sqrt() / (1.0 - g * g), level).map(f64::tanh)
        };
        // Rounding must not take a limit beyond 1.
        Ok(Estimate { value, interval: Some(limits.map(|g| (scale * g).clamp(-1.0, 1.0))) })
    }

    /// ρ over g, the m of the module's head: √(¾/(1 − Σ(t/n)³)) over groups of t equal scores.
    fn scale_of_ranks(&self) -> f64 {
        let leads = self.total() as f64;
        let tied: f64 = self.groups().iter().map(|group| (group.total() as f64 / leads).powi(3)).sum();
        (0.75 / (1.0 - tied)).sqrt()
    }
}

fn with_outcome(what: &'static str, values: &[f64], outcome: &[bool]) -> Result<f64> {
    let counts = ScoreCounts::from_scores(values, outcome)?;
    if counts.groups().len() == 1 { Err(Error::constant(what)) } else { counts.spearman() }
}

/// Which values are the greater of two, where a column has two values and no more: it is an outcome then, and only the other is sorted.
#[allow(clippy::float_cmp)]
fn two_valued(values: &[f64]) -> Option<Vec<bool>> {
    let &first = values.first()?;
    let &other = values.iter().find(|&&value| value != first)?;
    let greater = first.max(other);
    // By blocks: a column of more values shows them soon.
    let has_two =
        |block: &[f64]| block.iter().fold(true, |all, &value| all & ((value == first) | (value == other)));
    values.chunks(1024).all(has_two).then(|| values.iter().map(|&value| value == greater).collect())
}

fn correlation(product: i128, x_squares: i128, y_squares: i128) -> Result<f64> {
    if x_squares == 0 || y_squares == 0 {
        return Err(Error::constant("scores"));
    }
    let spread = (x_squares as f64 * y_squares as f64).sqrt();
    Ok((product as f64 / spread).clamp(-1.0, 1.0))
}

fn with_interval(value: f64, rows: u64, z: f64, level: f64) -> Estimate {
    let exists = rows > 3 && value.abs() < 1.0;
    let interval = exists.then(|| {
        let deviation = ((1.0 + 0.5 * value * value) / (rows - 3) as f64).sqrt();
        Interval::around(value.atanh(), z * deviation, level).map(f64::tanh)
    });
    Estimate { value, interval }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_formula_without_ties() {
        // 1 − 6Σd²/(n(n²−1)) with rank differences 1, −1, 1, −1, 0 is 0.8.
        let rho = spearman(&[1.0, 2.0, 3.0, 4.0, 5.0], &[3.0, 0.0, 4.0, 3.5, 5.0]).unwrap();
        assert!((rho - 0.8).abs() < 1e-15);
    }

    #[test]
    fn signed_zeros_tie() {
        assert_eq!(spearman(&[-0.0, 0.0], &[1.0, 2.0]).unwrap_err().kind(), crate::ErrorKind::Constant);
    }

    #[test]
    fn three_rows_have_no_interval() {
        let estimate = spearman_estimate(&[1.0, 2.0, 3.0], &[2.0, 1.0, 3.0], 0.95).unwrap();
        assert_eq!((estimate.value, estimate.interval), (0.5, None));
    }
}
