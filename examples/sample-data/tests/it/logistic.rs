//! A small ridge-penalised logistic regression (Newton's method) and its cross-validated AUC.

use crate::{
    statistics::auc,
    table::{Row, cell, industry, number, uses, won, yes},
};

/// Penalty on every coefficient but the intercept.
const RIDGE: f64 = 1.0;
const FOLDS: usize = 5;

/// What an analyst would try: the flags, the sources that stand out, sensible bands of the counts.
pub(crate) fn features(row: &Row) -> Vec<f64> {
    let employees = number(row, "Employees");
    let idle = number(row, "Days Since Last Activity").unwrap_or(20.0);
    let count = |column| number(row, column).unwrap_or(0.0);
    let source = cell(row, "Lead Source");
    let large_and_warm = employees.is_some_and(|e| e >= 500.0) && matches!(source, "Referral" | "Inbound");
    let flags = [
        yes(row, "Demo Requested"),
        yes(row, "Pricing Requested"),
        yes(row, "Webinar Attended"),
        source == "Referral",
        source == "Cold Outbound",
        employees.is_some_and(|e| (200.0..=2000.0).contains(&e)),
        employees.is_some_and(|e| e > 2000.0),
        idle <= 7.0,
        idle > 30.0,
        count("Contacts Engaged") >= 3.0,
        matches!(industry(row), "Technology" | "Healthcare"),
        matches!(industry(row), "Retail" | "Public Sector"),
        uses(row, "Workday"),
        uses(row, "Slack"),
        yes(row, "Intent Surge"),
        large_and_warm,
    ];
    let mut x = vec![1.0];
    x.extend(flags.map(|flag| f64::from(u8::from(flag))));
    x.extend([count("Meetings") / 2.0, count("Page Views") / 6.0]);
    x
}

/// AUC of scores each given by a model that has not seen the row's fold (row number modulo 5).
pub(crate) fn cross_validated_auc(rows: &[Row]) -> f64 {
    let x: Vec<Vec<f64>> = rows.iter().map(features).collect();
    let y: Vec<bool> = rows.iter().map(won).collect();
    let mut scores = vec![0.0; rows.len()];
    let mut aucs = 0.0;
    for fold in 0..FOLDS {
        let train: Vec<usize> = (0..rows.len()).filter(|i| i % FOLDS != fold).collect();
        let test: Vec<usize> = (0..rows.len()).filter(|i| i % FOLDS == fold).collect();
        let beta = fit(&train.iter().map(|&i| (x[i].as_slice(), y[i])).collect::<Vec<_>>());
        for &i in &test {
            scores[i] = dot(&beta, &x[i]);
        }
        let fold_scores: Vec<f64> = test.iter().map(|&i| scores[i]).collect();
        let fold_won: Vec<bool> = test.iter().map(|&i| y[i]).collect();
        aucs += auc(&fold_scores, &fold_won);
    }
    aucs / FOLDS as f64
}

/// Coefficients that maximise the penalised likelihood.
fn fit(rows: &[(&[f64], bool)]) -> Vec<f64> {
    let width = rows[0].0.len();
    let mut beta = vec![0.0; width];
    for _ in 0..25 {
        let mut system = vec![vec![0.0; width + 1]; width];
        for &(x, won) in rows {
            let p = 1.0 / (1.0 + (-dot(&beta, x)).exp());
            for i in 0..width {
                for j in 0..width {
                    system[i][j] += x[i] * x[j] * p * (1.0 - p);
                }
                system[i][width] += x[i] * (f64::from(u8::from(won)) - p);
            }
        }
        for i in 1..width {
            system[i][i] += RIDGE;
            system[i][width] -= RIDGE * beta[i];
        }
        for (b, step) in beta.iter_mut().zip(solve(system)) {
            *b += step;
        }
    }
    beta
}

/// Solves a positive definite system given as rows with the right-hand side last (Gauss–Jordan).
fn solve(mut system: Vec<Vec<f64>>) -> Vec<f64> {
    let width = system.len();
    for pivot in 0..width {
        let lead = system[pivot].clone();
        for (i, row) in system.iter_mut().enumerate() {
            let factor = row[pivot] / lead[pivot];
            if i != pivot {
                row.iter_mut().zip(&lead).for_each(|(value, above)| *value -= factor * above);
            }
        }
    }
    (0..width).map(|i| system[i][width] / system[i][i]).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[test]
fn a_fit_on_one_flag_gives_its_log_odds() {
    // Intercept and one flag, weak penalty by many rows: flag off 1/4 won, flag on 3/4 won.
    let off = [1.0, 0.0];
    let on = [1.0, 1.0];
    let rows: Vec<(&[f64], bool)> = (0..40_000)
        .map(|i| if i % 2 == 0 { (&off[..], i % 8 == 0) } else { (&on[..], i % 8 != 1) })
        .collect();
    let beta = fit(&rows);
    assert!((beta[0] + 3.0_f64.ln()).abs() < 2e-3, "{beta:?}");
    assert!((beta[1] - 9.0_f64.ln()).abs() < 2e-3, "{beta:?}");
}
