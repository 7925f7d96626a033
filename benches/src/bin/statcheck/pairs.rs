//! Intervals of the difference of two means (Welch) and of the AUCs of two scores of the same deals (DeLong), and the bootstrap's.
//!
//! Means are of normal numbers whose deviation and count differ from group to group, or of exponential ones. Of two scores both are normal
//! among lost deals with a correlation of 0.5, and those of won deals lie higher by what their AUCs ask for. The bootstrap is that of the
//! AUC of a normal score, by percentiles of 400 resamples.

use crate::LEVEL;
use crate::ranking::{Shape, scored};
use crate::simulate::{Simulation, normal};
use crate::table::{NOMINAL, Row};
use lead_scoring_benches::Result;
use lead_scoring_metrics::{Bootstrap, delong_test, difference_of_means};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Size and deviation of each group.
const GROUPS: [((usize, f64), (usize, f64)); 5] = [
    ((11, 1.0), (20, 1.0)),
    ((11, 2.0), (20, 1.0)),
    ((20, 1.0), (11, 2.0)),
    ((60, 1.0), (200, 2.0)),
    ((500, 1.0), (2_000, 2.0)),
];
/// Sizes of groups of exponential numbers, whose skew is more than Student's t is made for while they are few.
const SKEWED: [((usize, usize), (f64, f64)); 3] =
    [((11, 20), (0.9, 0.965)), ((60, 200), NOMINAL), ((500, 2_000), NOMINAL)];

/// Won and lost deals.
const CLASSES: [(usize, usize); 4] = [(20, 80), (50, 200), (80, 120), (200, 800)];
/// The AUCs of both scores.
const AUCS: [(f64, f64); 3] = [(0.75, 0.75), (0.8, 0.75), (0.9, 0.8)];
const CORRELATION: f64 = 0.5;
/// Percentiles of resamples are those of a distribution that is too narrow by the root of (n − 1)/n and skewed the wrong way round.
const OF_BOOTSTRAP: (f64, f64) = (0.9, 0.965);
const RESAMPLES: u32 = 400;

/// All of them.
pub(crate) fn rows(simulation: Simulation) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = GROUPS.into_iter().map(|(one, two)| means(simulation, one, two)).collect();
    rows.extend(SKEWED.into_iter().map(|(sizes, accepted)| skewed_means(simulation, sizes, accepted)));
    for aucs in AUCS {
        for of_each in CLASSES {
            rows.push(two_scores(simulation, aucs, of_each)?);
        }
    }
    for auc in [0.75, 0.9] {
        for of_each in CLASSES {
            rows.push(bootstrap(simulation, auc, of_each)?);
        }
    }
    Ok(rows)
}

fn means(simulation: Simulation, one: (usize, f64), two: (usize, f64)) -> Row {
    let setting = format!("normal, {} of deviation {}, {} of {}", one.0, one.1, two.0, two.1);
    simulation.row(("difference of means", setting), NOMINAL, 3.0, |random| {
        let mut group = |(size, deviation): (usize, f64), mean: f64| -> Vec<f64> {
            (0..size).map(|_| mean + deviation * normal(random)).collect()
        };
        Ok(difference_of_means(&group(one, 3.0), &group(two, 0.0), LEVEL)?.difference)
    })
}

/// The first group's mean is 2, the other's 1.
fn skewed_means(simulation: Simulation, (first, second): (usize, usize), accepted: (f64, f64)) -> Row {
    let setting = format!("exponential, {first} and {second}");
    simulation.row(("difference of means", setting), accepted, 1.0, |random| {
        let mut group = |size: usize, mean: f64| -> Vec<f64> {
            let mut draw = || random.random::<f64>();
            (0..size).map(|_| -mean * (-draw()).ln_1p()).collect()
        };
        Ok(difference_of_means(&group(first, 2.0), &group(second, 1.0), LEVEL)?.difference)
    })
}

fn two_scores(
    simulation: Simulation,
    (first, second): (f64, f64),
    (won, lost): (usize, usize),
) -> Result<Row> {
    let shifts = [Shape::Normal.contrast(first)?, Shape::Normal.contrast(second)?];
    let setting = format!("{first} and {second}, {won} won, {lost} lost");
    let what = ("DeLong difference of AUCs", setting);
    Ok(simulation.row(what, NOMINAL, first - second, |random| {
        let outcomes: Vec<bool> = (0..won + lost).map(|deal| deal < won).collect();
        let (one, two): (Vec<f64>, Vec<f64>) =
            outcomes.iter().map(|&won| correlated(if won { shifts } else { [0.0; 2] }, random)).unzip();
        Ok(delong_test(&one, &two, &outcomes, LEVEL)?.difference)
    }))
}

/// Two normal numbers of variance 1 about these means.
fn correlated(means: [f64; 2], random: &mut Pcg64Mcg) -> (f64, f64) {
    let (shared, own) = (normal(random), normal(random));
    (means[0] + shared, means[1] + CORRELATION * shared + (1.0 - CORRELATION * CORRELATION).sqrt() * own)
}

fn bootstrap(simulation: Simulation, auc: f64, (won, lost): (usize, usize)) -> Result<Row> {
    let contrast = Shape::Normal.contrast(auc)?;
    let setting = format!("{auc}, {won} won, {lost} lost");
    Ok(simulation.row(("bootstrap of the AUC", setting), OF_BOOTSTRAP, auc, |random| {
        let outcomes = (0..won + lost).map(|deal| deal < won).collect();
        let counts = scored(outcomes, Shape::Normal, contrast, random)?;
        let options = Bootstrap::new(random.random()).replicates(RESAMPLES).level(LEVEL);
        Ok(options.auc(&counts)?.estimate)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn intervals_of_differences_hold_their_level() {
        let rows = rows(Simulation { replicates: 300, seed: 1 }).unwrap();
        assert_eq!((rows.len(), crate::off(&rows)), (28, Vec::new()));
    }

    #[test]
    fn two_scores_are_correlated_as_told() {
        let mut random = Pcg64Mcg::seed_from_u64(5);
        let draws: Vec<(f64, f64)> = (0..20_000).map(|_| correlated([1.0, -1.0], &mut random)).collect();
        let mean = |of: fn(&(f64, f64)) -> f64| draws.iter().map(of).sum::<f64>() / 20_000.0;
        assert!((mean(|d| d.0) - 1.0).abs() < 0.04 && (mean(|d| d.1) + 1.0).abs() < 0.04);
        // The product of the deviations has a standard error of 0.008.
        assert!((mean(|d| (d.0 - 1.0) * (d.1 + 1.0)) - CORRELATION).abs() < 0.04);
        assert!((mean(|d| (d.1 + 1.0).powi(2)) - 1.0).abs() < 0.05);
    }
}
