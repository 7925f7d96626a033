//! A two-number logistic map from score to probability (Platt 1999), fitted on counts by score.

/// `p = 1 / (1 + exp(-(intercept + slope * score)))`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LogisticMap {
    intercept: f64,
    slope: f64,
}

impl LogisticMap {
    /// The map with the smallest log loss over cells of (score, won, lost), by Newton steps; a weak ridge keeps separable cells finite.
    pub(crate) fn fit(cells: &[(f64, f64, f64)]) -> Self {
        const RIDGE: f64 = 1e-6;
        let mut map = Self { intercept: 0.0, slope: 0.0 };
        let mut loss = map.log_loss(cells);
        for _ in 0..50 {
            let (mut g0, mut g1, mut h00, mut h01, mut h11) =
                (-RIDGE * map.intercept, -RIDGE * map.slope, RIDGE, 0.0, RIDGE);
            for &(score, won, lost) in cells {
                let p = 1.0 / (1.0 + (-(map.intercept + map.slope * score)).exp());
                let deals = won + lost;
                let (residual, weight) = (won - deals * p, deals * p * (1.0 - p));
                g0 += residual;
                g1 += residual * score;
                h00 += weight;
                h01 += weight * score;
                h11 += weight * score * score;
            }
            let determinant = h00 * h11 - h01 * h01;
            let (step0, step1) = ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant);
            let Some((next, next_loss)) = map.halved(step0, step1, loss, cells) else { break };
            let gained = loss - next_loss;
            map = next;
            loss = next_loss;
            if gained < 1e-10 * (1.0 + loss) {
                break;
            }
        }
        map
    }

    fn halved(self, step0: f64, step1: f64, loss: f64, cells: &[(f64, f64, f64)]) -> Option<(Self, f64)> {
        let mut step = 1.0;
        for _ in 0..20 {
            let next = Self { intercept: self.intercept + step * step0, slope: self.slope + step * step1 };
            let next_loss = next.log_loss(cells);
            if next_loss <= loss {
                return Some((next, next_loss));
            }
            step /= 2.0;
        }
        None
    }

    /// Log loss of one cell.
    pub(crate) fn loss(&self, score: f64, won: f64, lost: f64) -> f64 {
        let eta = self.intercept + self.slope * score;
        let tail = (-eta.abs()).exp().ln_1p();
        won * ((-eta).max(0.0) + tail) + lost * (eta.max(0.0) + tail)
    }

    /// Log loss of all cells.
    pub(crate) fn log_loss(&self, cells: &[(f64, f64, f64)]) -> f64 {
        cells.iter().map(|&(score, won, lost)| self.loss(score, won, lost)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn two_scores_are_mapped_to_their_rates() {
        let map = LogisticMap::fit(&[(0.0, 10.0, 30.0), (5.0, 30.0, 10.0)]);
        assert_relative_eq!(map.intercept, (1.0_f64 / 3.0).ln(), epsilon = 1e-4);
        assert_relative_eq!(map.intercept + 5.0 * map.slope, 3.0_f64.ln(), epsilon = 1e-4);
    }

    #[test]
    fn separable_scores_stay_finite() {
        let map = LogisticMap::fit(&[(0.0, 0.0, 5.0), (9.0, 5.0, 0.0)]);
        assert!(map.slope.is_finite() && map.intercept.is_finite() && map.slope > 0.0);
    }
}
