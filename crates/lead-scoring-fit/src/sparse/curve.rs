//! The curve from score to probability, fitted on counts by score.

use super::patterns::Count;

/// `p = 1 / (1 + exp(-(intercept + slope * score)))`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Curve {
    pub(super) intercept: f64,
    pub(super) slope: f64,
}

/// The largest slope: one point then multiplies the odds by 22,000. Separable rows would want more without end.
pub(super) const STEEPEST: f64 = 10.0;

/// How far the log odds may move for the loss to be about a parabola.
const TRUSTED: f64 = 1.0;

/// Shares of all rows, and of all rows that are won, by score.
#[derive(Clone, Debug)]
pub(super) struct Histogram {
    pub(super) lowest: i32,
    pub(super) all: Vec<f64>,
    pub(super) won: Vec<f64>,
}

/// Loss, its gradient and its curvature at a curve; intercept first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Local {
    pub(super) loss: f64,
    pub(super) gradient: [f64; 2],
    /// `00`, `01` and `11`.
    pub(super) curvature: [f64; 3],
}

/// Loss of an unknown outcome, `ln(1 + exp(eta))`, and the probability, from one exponential and without overflow.
pub(super) fn softplus(eta: f64) -> (f64, f64) {
    let small = (-eta.abs()).exp();
    let p = if eta >= 0.0 { 1.0 / (1.0 + small) } else { small / (1.0 + small) };
    (eta.max(0.0) + small.ln_1p(), p)
}

impl Histogram {
    /// Counts of `rows` rows by score, from the score `lowest` up.
    pub(super) fn of(lowest: i32, cells: &[Count], rows: f64) -> Self {
        Self {
            lowest,
            all: cells.iter().map(|cell| cell.all() / rows).collect(),
            won: cells.iter().map(|cell| cell.won() / rows).collect(),
        }
    }

    /// Loss per row and its derivatives.
    pub(super) fn at(&self, curve: Curve) -> Local {
        let mut local = Local { loss: 0.0, gradient: [0.0; 2], curvature: [0.0; 3] };
        for (score, (&all, &won)) in (self.lowest..).zip(self.all.iter().zip(&self.won)) {
            if all > 0.0 {
                let score = f64::from(score);
                let eta = curve.intercept + curve.slope * score;
                let (open, p) = softplus(eta);
                let (residual, weight) = (all * p - won, all * p * (1.0 - p));
                local.loss += all * open - won * eta;
                local.gradient[0] += residual;
                local.gradient[1] += residual * score;
                local.curvature[0] += weight;
                local.curvature[1] += weight * score;
                local.curvature[2] += weight * score * score;
            }
        }
        local
    }

    /// The curve with the least loss, slope 0 to [`STEEPEST`], by Newton steps from a first guess; both outcomes must be there.
    pub(super) fn fit(&self, start: Curve) -> (Curve, f64) {
        let mut curve = start;
        let mut local = self.at(curve);
        for _ in 0..100 {
            let Some((next, next_local)) = self.halved(curve, &local) else { break };
            let gained = local.loss - next_local.loss;
            (curve, local) = (next, next_local);
            if gained <= 1e-13 * local.loss.max(0.01) {
                break;
            }
        }
        (curve, local.loss)
    }

    fn halved(&self, from: Curve, local: &Local) -> Option<(Curve, Local)> {
        let to = local.newton(from);
        let mut step = 1.0;
        for _ in 0..30 {
            let next = Curve {
                intercept: from.intercept + step * (to.intercept - from.intercept),
                slope: from.slope + step * (to.slope - from.slope),
            };
            let next_local = self.at(next);
            if next_local.loss < local.loss {
                return Some((next, next_local));
            }
            step /= 2.0;
        }
        None
    }
}

impl Local {
    /// The minimum of the quadratic that touches here, the slope kept within its bounds.
    fn newton(&self, from: Curve) -> Curve {
        let ([g0, g1], [h00, h01, h11]) = (self.gradient, self.curvature);
        let determinant = h00 * h11 - h01 * h01;
        let free = if determinant > 1e-12 * h00 * h11 {
            from.slope - (h00 * g1 - h01 * g0) / determinant
        } else {
            from.slope
        };
        let slope = free.clamp(0.0, STEEPEST);
        // A flat loss has no curvature left; a step of 1 against the gradient leads back.
        let along = (g0 + h01 * (slope - from.slope)) / h00.max(1e-9);
        Curve { intercept: from.intercept - along.clamp(-50.0, 50.0), slope }
    }

    /// About how much refitting the curve would gain: a Newton step by this curvature and another gradient, no longer than changes the log
    /// odds of no score in a range by more than [`TRUSTED`].
    pub(super) fn gain(&self, [g0, g1]: [f64; 2], ends: [f64; 2]) -> f64 {
        let [h00, h01, h11] = self.curvature;
        let determinant = (h00 * h11 - h01 * h01).max(1e-12 * h00 * h11).max(1e-300);
        let (step0, step1) = ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant);
        let longest = ends.into_iter().map(|end| (step0 + step1 * end).abs()).fold(0.0, f64::max);
        let part = if longest > TRUSTED { TRUSTED / longest } else { 1.0 };
        (g0 * step0 + g1 * step1) * part * (1.0 - part / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    const START: Curve = Curve { intercept: 0.0, slope: 0.0 };

    #[test]
    fn two_scores_are_mapped_to_their_rates() {
        let cells = [Count::of(10, 40), Count::default(), Count::of(30, 40)];
        let (curve, _) = Histogram::of(-1, &cells, 80.0).fit(START);
        assert_relative_eq!(curve.intercept - curve.slope, (1.0_f64 / 3.0).ln(), epsilon = 1e-6);
        assert_relative_eq!(curve.intercept + curve.slope, 3.0_f64.ln(), epsilon = 1e-6);
    }

    #[test]
    fn a_falling_rate_leaves_the_slope_at_zero() {
        let (curve, _) = Histogram::of(0, &[Count::of(30, 40), Count::of(10, 40)], 80.0).fit(START);
        assert_relative_eq!(curve.slope, 0.0);
        assert_relative_eq!(curve.intercept, 0.0, epsilon = 1e-6);
    }

    #[test]
    fn separable_scores_end_at_the_steepest_slope() {
        let (curve, loss) = Histogram::of(0, &[Count::of(0, 5), Count::of(5, 5)], 10.0).fit(START);
        assert_relative_eq!(curve.slope, STEEPEST, epsilon = 1e-3);
        assert!(loss < 0.01);
    }
}
