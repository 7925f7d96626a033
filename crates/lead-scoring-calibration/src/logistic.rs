//! Logistic regression on weighted rows by Newton's method, for two or three coefficients.
//!
//! Targets may be fractions, as Platt's are; with targets strictly inside (0, 1) the optimum is finite whatever the rows. A step
//! that would raise the loss is halved. Converged where the gradient is below 1e-10 of the total weight.

/// Newton steps before giving up.
const MAX_STEPS: usize = 200;

/// Rows with the same inputs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<const N: usize> {
    pub(crate) inputs: [f64; N],
    pub(crate) weight: f64,
    /// Mean target, 0 to 1.
    pub(crate) target: f64,
}

/// The chance at log odds `x`.
pub(crate) fn sigmoid(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + (-x).exp())
    } else {
        let e = x.exp();
        e / (1.0 + e)
    }
}

/// The coefficients that minimise the log loss; `None` where they are not determined or the search does not converge.
pub(crate) fn fit<const N: usize>(rows: &[Row<N>]) -> Option<[f64; N]> {
    let total: f64 = rows.iter().map(|row| row.weight).sum();
    let mut at = [0.0; N];
    let mut loss = loss_at(rows, &at);
    for _ in 0..MAX_STEPS {
        let (gradient, curvature) = slopes(rows, &at);
        if gradient.iter().all(|g| g.abs() <= 1e-10 * total) {
            return at.iter().all(|c| c.is_finite()).then_some(at);
        }
        let step = solve(curvature, gradient)?;
        let mut size = 1.0;
        loop {
            let mut next = at;
            for (coefficient, step) in next.iter_mut().zip(step) {
                *coefficient -= size * step;
            }
            let lower = loss_at(rows, &next);
            if lower <= loss {
                (at, loss) = (next, lower);
                break;
            }
            size *= 0.5;
            if size < 1e-12 {
                // No step lowers the loss any more: the optimum, to rounding.
                return gradient.iter().all(|g| g.abs() <= 1e-6 * total).then_some(at);
            }
        }
    }
    None
}

fn log_odds<const N: usize>(inputs: &[f64; N], at: &[f64; N]) -> f64 {
    inputs.iter().zip(at).map(|(input, coefficient)| input * coefficient).sum()
}

fn loss_at<const N: usize>(rows: &[Row<N>], at: &[f64; N]) -> f64 {
    let of = |row: &Row<N>| {
        let x = log_odds(&row.inputs, at);
        // ln(1 + e^x) - t x, without overflow.
        row.weight * (x.max(0.0) + (-x.abs()).exp().ln_1p() - row.target * x)
    };
    rows.iter().map(of).sum()
}

fn slopes<const N: usize>(rows: &[Row<N>], at: &[f64; N]) -> ([f64; N], [[f64; N]; N]) {
    let (mut gradient, mut curvature) = ([0.0; N], [[0.0; N]; N]);
    for row in rows {
        let p = sigmoid(log_odds(&row.inputs, at));
        let (error, spread) = (row.weight * (p - row.target), row.weight * p * (1.0 - p));
        for i in 0..N {
            gradient[i] += error * row.inputs[i];
            for (sum, input) in curvature[i].iter_mut().zip(row.inputs) {
                *sum += spread * row.inputs[i] * input;
            }
        }
    }
    (gradient, curvature)
}

/// Gaussian elimination with row pivots; `None` for a matrix that is singular to rounding.
fn solve<const N: usize>(mut matrix: [[f64; N]; N], mut right: [f64; N]) -> Option<[f64; N]> {
    let scale = matrix.iter().flatten().fold(0.0_f64, |most, value| most.max(value.abs()));
    for column in 0..N {
        let pivot =
            (column..N).max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))?;
        let size = matrix[pivot][column].abs();
        if size.is_nan() || size <= 1e-14 * scale {
            return None;
        }
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        for row in column + 1..N {
            let factor = matrix[row][column] / matrix[column][column];
            let pivot_row = matrix[column];
            for (value, above) in matrix[row].iter_mut().zip(pivot_row) {
                *value -= factor * above;
            }
            right[row] -= factor * right[column];
        }
    }
    for column in (0..N).rev() {
        let known: f64 = (column + 1..N).map(|other| matrix[column][other] * right[other]).sum();
        right[column] = (right[column] - known) / matrix[column][column];
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn two_groups_get_their_log_odds() {
        let row = |x: f64, target: f64| Row { inputs: [x, 1.0], weight: 10.0, target };
        let [slope, intercept] = fit(&[row(0.0, 0.2), row(1.0, 0.8)]).unwrap();
        assert_relative_eq!(intercept, 0.25_f64.ln(), max_relative = 1e-9);
        assert_relative_eq!(slope, 16.0_f64.ln(), max_relative = 1e-9);
    }

    #[test]
    fn inputs_that_do_not_vary_determine_nothing() {
        let row = Row { inputs: [3.0, 1.0], weight: 1.0, target: 0.4 };
        assert_eq!(fit(&[row, row]), None);
    }

    #[test]
    fn solves_with_pivoting() {
        let x = solve([[0.0, 2.0, 1.0], [1.0, 0.0, 0.0], [3.0, 0.0, 4.0]], [7.0, 1.0, 15.0]).unwrap();
        for (x, expected) in x.iter().zip([1.0, 2.0, 3.0]) {
            assert_relative_eq!(*x, expected, max_relative = 1e-14);
        }
    }

    #[test]
    fn sigmoid_keeps_its_tails() {
        assert!(sigmoid(-700.0) > 0.0 && sigmoid(700.0) <= 1.0);
        assert_relative_eq!(sigmoid(0.0), 0.5);
    }
}
