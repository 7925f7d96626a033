//! The solver against enumeration of all points, and what must hold for any rows.

use super::*;
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Random 0/1 columns, each row's outcome drawn from a planted score of the first columns.
#[derive(Clone, Debug)]
struct Rows {
    columns: Vec<Vec<bool>>,
    won: Vec<bool>,
}

impl Rows {
    fn planted(columns: usize, rows: usize, seed: u64) -> Self {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let shares: Vec<f64> = (0..columns).map(|_| random.random_range(0.1..0.9)).collect();
        let planted: Vec<f64> = (0..columns).map(|_| random.random_range(-2.0..2.0)).collect();
        let mut drawn = Self { columns: vec![Vec::new(); columns], won: Vec::new() };
        for _ in 0..rows {
            let mut eta = 0.0;
            for ((column, share), weight) in drawn.columns.iter_mut().zip(&shares).zip(&planted) {
                let set = random.random_bool(*share);
                column.push(set);
                eta += if set { *weight } else { -weight * share };
            }
            drawn.won.push(random.random_bool(1.0 / (1.0 + (-eta).exp())));
        }
        drawn
    }

    /// These rows, which may repeat or change places.
    fn picked(&self, rows: &[usize]) -> Self {
        let pick = |column: &Vec<bool>| rows.iter().map(|&row| column[row]).collect();
        Self { columns: self.columns.iter().map(pick).collect(), won: pick(&self.won) }
    }

    fn solved(&self, options: &SparseOptions) -> Sparse {
        let columns: Vec<&[bool]> = self.columns.iter().map(Vec::as_slice).collect();
        risk_score(&columns, &self.won, options).unwrap()
    }

    /// Mean log loss of points under a curve, from the definition.
    fn loss(&self, points: &[i32], curve: Curve) -> f64 {
        let of_row = |row: usize| {
            let set = self.columns.iter().zip(points).filter(|(column, _)| column[row]);
            let eta = curve.intercept + curve.slope * f64::from(set.map(|(_, value)| value).sum::<i32>());
            (1.0 + (if self.won[row] { -eta } else { eta }).exp()).ln()
        };
        (0..self.won.len()).map(of_row).sum::<f64>() / self.won.len() as f64
    }

    fn problem(&self, options: &SparseOptions) -> Problem {
        let columns: Vec<&[bool]> = self.columns.iter().map(Vec::as_slice).collect();
        Problem {
            patterns: Patterns::of_rows(&columns, &self.won),
            rows: self.won.len() as f64,
            most: options.k,
            limits: (0..columns.len()).map(|at| options.limits(at)).collect(),
        }
    }

    /// The least loss of all points within the options, each with its best curve.
    fn enumerated(&self, options: &SparseOptions) -> f64 {
        let problem = self.problem(options);
        let mut open = vec![Vec::new()];
        let mut least = f64::INFINITY;
        while let Some(points) = open.pop() {
            if points.len() == self.columns.len() {
                least = least.min(problem.card(points, FLAT).loss);
                continue;
            }
            let (low, high) = problem.limits[points.len()];
            let used = points.iter().filter(|value| **value != 0).count();
            let values = (low..=high).filter(|value| *value == 0 || used < options.k);
            open.extend(values.map(|value| points.iter().copied().chain([value]).collect::<Vec<i32>>()));
        }
        least
    }
}

const FLAT: Curve = Curve { intercept: 0.0, slope: 0.0 };

fn options(k: usize, bound: usize, signs: &[Sign]) -> SparseOptions {
    SparseOptions { k, bound, signs: signs.to_vec() }
}

fn drawn_signs(columns: usize, random: &mut Pcg64Mcg) -> Vec<Sign> {
    const SIGNS: [Sign; 3] = [Sign::Free, Sign::NotNegative, Sign::NotPositive];
    (0..columns).map(|_| SIGNS[random.random_range(0..3_usize)]).collect()
}

#[test]
fn small_cases_end_at_the_optimum_of_all_points() {
    let mut random = Pcg64Mcg::seed_from_u64(7);
    let mut missed = Vec::new();
    for seed in 0..400 {
        let columns = random.random_range(1..=6_usize);
        let rows = Rows::planted(columns, random.random_range(20..200), seed);
        if rows.won.iter().all(|won| *won == rows.won[0]) {
            continue;
        }
        let signs = if seed % 2 == 0 { Vec::new() } else { drawn_signs(columns, &mut random) };
        let options = options(random.random_range(1..=3), random.random_range(1..=2), &signs);
        let (found, least) = (rows.solved(&options), rows.enumerated(&options));
        assert!(found.loss > least - 1e-9, "case {seed}: nothing is better than the best of all");
        if found.loss > least + 1e-7 {
            missed.push((seed, found.loss - least));
        }
    }
    assert!(missed.is_empty(), "{missed:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn limits_are_kept_and_the_loss_is_that_of_the_rows(
        columns in 1_usize..12, rows in 5_usize..300, k in 1_usize..6, bound in 1_usize..6, seed in any::<u64>(),
    ) {
        let drawn = Rows::planted(columns, rows, seed);
        let signs = drawn_signs(columns, &mut Pcg64Mcg::seed_from_u64(seed));
        let found = drawn.solved(&options(k, bound, &signs));
        prop_assert!(found.coefficients.iter().filter(|value| **value != 0).count() <= k);
        prop_assert!(found.coefficients.iter().all(|value| value.unsigned_abs() as usize <= bound));
        for (value, sign) in found.coefficients.iter().zip(signs) {
            let kept = match sign {
                Sign::Free => true,
                Sign::NotNegative => *value >= 0,
                Sign::NotPositive => *value <= 0,
            };
            prop_assert!(kept);
        }
        prop_assert!((0.0..=STEEPEST).contains(&found.slope));
        let curve = Curve { intercept: found.intercept, slope: found.slope };
        prop_assert!((drawn.loss(&found.coefficients, curve) - found.loss).abs() < 1e-9);
    }

    #[test]
    fn order_and_repetition_of_rows_do_not_matter(
        columns in 1_usize..10, rows in 5_usize..200, times in 2_usize..5, seed in any::<u64>(),
    ) {
        let drawn = Rows::planted(columns, rows, seed);
        let found = drawn.solved(&SparseOptions::new(4));
        let mut order: Vec<usize> = (0..rows).cycle().take(times * rows).collect();
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        for at in 0..order.len() {
            order.swap(at, random.random_range(at..times * rows));
        }
        prop_assert_eq!(&drawn.picked(&order).solved(&SparseOptions::new(4)), &found);
    }

    #[test]
    fn never_worse_than_rounding_the_real_weights_or_than_fewer_columns(
        columns in 2_usize..12, rows in 30_usize..300, seed in any::<u64>(),
    ) {
        let drawn = Rows::planted(columns, rows, seed);
        prop_assume!(drawn.won.contains(&true) && drawn.won.contains(&false));
        let problem = drawn.problem(&SparseOptions::new(3));
        let best = beam::search(&problem).swap_remove(0);
        let largest = best.fit.beta[1..].iter().map(|weight| weight.abs()).fold(1e-9, f64::max);
        let mut points = vec![0; columns];
        for (&column, weight) in best.columns.iter().zip(&best.fit.beta[1..]) {
            points[column] = (weight / largest * 5.0).round() as i32;
        }
        let plain = problem.card(points, FLAT).loss;
        let mut found = drawn.solved(&SparseOptions::new(3)).loss;
        prop_assert!(found <= plain + 1e-9);
        for fewer in (1..3).rev() {
            let loss = drawn.solved(&SparseOptions::new(fewer)).loss;
            prop_assert!(found <= loss + 1e-9);
            found = loss;
        }
    }
}

#[test]
fn counts_by_bin_equal_the_definition() {
    let rows = Rows::planted(9, 500, 3);
    let problem = rows.problem(&SparseOptions::new(3));
    let patterns = &problem.patterns;
    let scores = problem.scores(&[1, 0, -2, 0, 0, 3, 0, 0, 1]);
    let bins: Vec<u32> = scores.iter().map(|score| score.abs_diff(-2)).collect();
    let histogram = patterns.histogram(&bins, 8);
    let mut visited = 0;
    patterns.visit(&bins, &histogram, |column, cells| {
        visited += 1;
        assert_eq!(cells, patterns.cells(column, &bins, 8));
        let set = rows.columns[column].iter().filter(|set| **set).count();
        assert_eq!(cells.iter().map(|cell| cell.all()).sum::<f64>() as usize, set);
        let won = rows.columns[column].iter().zip(&rows.won).filter(|(set, won)| **set && **won).count();
        assert_eq!(cells.iter().map(|cell| cell.won()).sum::<f64>() as usize, won);
    });
    assert_eq!(visited, 9);
}

#[test]
fn one_outcome_or_nothing_that_varies_gives_no_points() {
    let mut rows = Rows::planted(3, 40, 1);
    rows.won.fill(true);
    let found = rows.solved(&SparseOptions::new(2));
    assert_eq!((found.coefficients, found.intercept, found.slope), (vec![0; 3], CERTAIN, 0.0));
    assert!(found.loss < 1e-9);

    rows.won = (0..40).map(|row| row < 10).collect();
    rows.columns = vec![vec![true; 40], vec![false; 40]];
    let constant = rows.solved(&SparseOptions::new(2));
    assert_eq!(constant.coefficients, [0, 0]);
    assert!((constant.intercept - (1.0_f64 / 3.0).ln()).abs() < 1e-12);
    rows.columns = Vec::new();
    let nothing = rows.solved(&SparseOptions::new(2));
    assert_eq!((nothing.intercept, nothing.loss), (constant.intercept, constant.loss));

    let empty = risk_score(&[&[], &[]], &[], &SparseOptions::new(2)).unwrap();
    assert_eq!((empty.coefficients, empty.intercept, empty.loss), (vec![0, 0], 0.0, 0.0));
}

#[test]
fn separable_rows_stay_finite() {
    let won: Vec<bool> = (0..60).map(|row| row % 3 == 0).collect();
    let lost: Vec<bool> = won.iter().map(|won| !won).collect();
    let rows = Rows { columns: vec![won.clone(), lost], won };
    for signs in [vec![], vec![Sign::NotPositive, Sign::NotPositive]] {
        let found = rows.solved(&options(2, 5, &signs));
        assert!(found.loss < 1e-6 && found.slope <= STEEPEST && found.intercept.is_finite(), "{found:?}");
    }
}

#[test]
fn a_duplicate_column_is_no_hindrance() {
    let mut rows = Rows::planted(4, 300, 11);
    let alone = rows.solved(&SparseOptions::new(3));
    rows.columns.push(rows.columns[0].clone());
    rows.columns.push(rows.columns[1].iter().map(|set| !set).collect());
    assert!(rows.solved(&SparseOptions::new(3)).loss <= alone.loss + 1e-9);
}

#[test]
fn wrong_options_are_named_all_together() {
    let error = risk_score(&[&[true]], &[true, false], &options(0, 101, &[Sign::Free; 2])).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Option);
    for part in ["k is 0", "the bound is 101", "2 signs for 1 columns", "column 0 has 1 rows"] {
        assert!(error.to_string().contains(part), "{error}");
    }
}
