//! Stratified percentile bootstrap of any statistic of a [`ScoreCounts`].
//!
//! Method: each replicate draws W won and L lost leads with replacement, each from its own class, so the base
//! rate stays; the interval is the α/2 and 1 − α/2 quantile of the replicates, interpolated linearly (Efron
//! & Tibshirani 1993, chapter 13; Hyndman & Fan 1996, definition 7). A draw costs O(1) by an alias table
//! (Walker 1977; Vose 1991) of the distinct scores.
//!
//! The generator is PCG64-MCG (O'Neill 2014) seeded with the given number: the same counts, options and seed
//! give the same bits on every machine. Statistics that the class sizes drive (accuracy, precision) look
//! steadier here than they are, because the base rate is held fixed.
//!
//! Cost: replicates × leads draws, and one evaluation of the statistic per replicate.
//!
//! | input | result |
//! |---|---|
//! | statistic `None` (or not finite) on the data | [`ErrorKind::Undefined`](crate::ErrorKind::Undefined) |
//! | statistic `None` on some replicates | left out and counted in `undefined`; once they exceed α/2 of the replicates the interval is `None` |
//! | one class | allowed, if the statistic is |
//! | fewer than 100 or more than 1 000 000 replicates | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) |

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;
use serde::Serialize;

use crate::counts::{ScoreCounts, ScoreGroup};
use crate::error::{Error, Result};
use crate::interval::{Estimate, Interval};
use crate::validate;

/// The options of a bootstrap.
///
/// ```
/// use lead_scoring_metrics::{Bootstrap, ScoreCounts};
///
/// let scores = [1, 2, 2, 3, 4, 4, 5, 6];
/// let won = [false, false, true, false, true, false, true, true];
/// let counts = ScoreCounts::from_integer_scores(&scores, &won)?;
/// let result = Bootstrap::new(7).replicates(500).run(&counts, |c| c.auc().ok())?;
/// assert_eq!(result.estimate.value, counts.auc()?);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bootstrap {
    seed: u64,
    replicates: u32,
    level: f64,
}

/// The outcome of a bootstrap.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct BootstrapResult {
    /// The statistic of the data itself, with the percentile interval.
    pub estimate: Estimate,
    /// The standard deviation of the replicates; `None` with fewer than two defined ones.
    pub standard_error: Option<f64>,
    /// How many replicates were drawn.
    pub replicates: u32,
    /// On how many of them the statistic was undefined.
    pub undefined: u32,
}

impl Bootstrap {
    /// 2000 replicates at level 0.95, drawn from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed, replicates: 2000, level: 0.95 }
    }

    /// Sets the number of replicates, 100 to 1 000 000.
    #[must_use]
    pub fn replicates(self, replicates: u32) -> Self {
        Self { replicates, ..self }
    }

    /// Sets the confidence level, between 0 and 1.
    #[must_use]
    pub fn level(self, level: f64) -> Self {
        Self { level, ..self }
    }

    /// Resamples `counts` and evaluates `statistic` on each replicate.
    ///
    /// # Errors
    ///
    /// `OutOfRange` for bad options; `Undefined` where `statistic` has no finite value on `counts`.
    pub fn run(
        &self,
        counts: &ScoreCounts,
        mut statistic: impl FnMut(&ScoreCounts) -> Option<f64>,
    ) -> Result<BootstrapResult> {
        validate::level(self.level)?;
        if !(100..=1_000_000).contains(&self.replicates) {
            return Err(Error::out_of_range("replicates", "give 100 to 1 000 000"));
        }
        let mut finite = |c: &ScoreCounts| statistic(c).filter(|v| v.is_finite());
        let value = finite(counts)
            .ok_or_else(|| Error::undefined("the bootstrapped statistic", "it has no value on the data"))?;

        let mut resampler = Resampler::new(counts, self.seed);
        let mut values: Vec<f64> =
            (0..self.replicates).filter_map(|_| finite(resampler.next_replicate())).collect();
        values.sort_unstable_by(f64::total_cmp);
        let undefined = self.replicates - values.len() as u32;
        Ok(BootstrapResult {
            estimate: Estimate { value, interval: self.interval(&values, undefined) },
            standard_error: standard_deviation(&values),
            replicates: self.replicates,
            undefined,
        })
    }

    fn interval(&self, ascending: &[f64], undefined: u32) -> Option<Interval> {
        let tail = 0.5 * (1.0 - self.level);
        if f64::from(undefined) > tail * f64::from(self.replicates) {
            return None;
        }
        let (lower, upper) = (quantile(ascending, tail)?, quantile(ascending, 1.0 - tail)?);
        Some(Interval { lower, upper, level: self.level })
    }
}

/// Draws replicates of one table into the same memory.
struct Resampler<'a> {
    source: &'a ScoreCounts,
    rng: Pcg64Mcg,
    won: ClassDraws,
    lost: ClassDraws,
    replicate: ScoreCounts,
}

impl<'a> Resampler<'a> {
    fn new(source: &'a ScoreCounts, seed: u64) -> Self {
        Self {
            source,
            rng: Pcg64Mcg::seed_from_u64(seed),
            won: ClassDraws::new(source, |group| group.won),
            lost: ClassDraws::new(source, |group| group.lost),
            replicate: source.clone(),
        }
    }

    fn next_replicate(&mut self) -> &ScoreCounts {
        self.won.draw(&mut self.rng);
        self.lost.draw(&mut self.rng);
        self.replicate.refill(self.source, &self.won.drawn, &self.lost.drawn);
        &self.replicate
    }
}

/// One class of leads: how many to draw, from which scores, and the last draw.
struct ClassDraws {
    leads: u64,
    columns: Vec<Column>,
    drawn: Vec<u64>,
}

/// A column of the alias table: its own score below the cutoff, another score from there on.
#[derive(Clone, Copy)]
struct Column {
    own: usize,
    other: usize,
    cutoff: u64,
}

impl ClassDraws {
    fn new(counts: &ScoreCounts, of: impl Fn(&ScoreGroup) -> u64) -> Self {
        let weights: Vec<(usize, u64)> =
            counts.groups().iter().map(of).enumerate().filter(|w| w.1 > 0).collect();
        let leads = weights.iter().map(|w| w.1).sum();
        Self { leads, columns: alias_table(&weights, leads), drawn: vec![0; counts.groups().len()] }
    }

    fn draw(&mut self, rng: &mut Pcg64Mcg) {
        self.drawn.fill(0);
        for _ in 0..self.leads {
            // The high half of the product is a uniform column, the low half a uniform place within it.
            let product = u128::from(rng.next_u64()) * self.columns.len() as u128;
            let column = self.columns[(product >> 64) as usize];
            let group = if (product as u64) < column.cutoff { column.own } else { column.other };
            self.drawn[group] += 1;
        }
    }
}

/// Vose's alias table of (index, weight) pairs, in exact integers; `total` is the sum of the weights.
fn alias_table(weights: &[(usize, u64)], total: u64) -> Vec<Column> {
    let capacity = u128::from(total);
    let mut columns: Vec<Column> =
        weights.iter().map(|&(own, _)| Column { own, other: own, cutoff: u64::MAX }).collect();
    let mut room: Vec<u128> = weights.iter().map(|w| u128::from(w.1) * weights.len() as u128).collect();
    let (mut small, mut large): (Vec<usize>, Vec<usize>) =
        (0..room.len()).partition(|&column| room[column] < capacity);
    while let (Some(&low), Some(&high)) = (small.last(), large.last()) {
        small.pop();
        columns[low].cutoff = ((room[low] << 64) / capacity) as u64;
        columns[low].other = columns[high].own;
        room[high] -= capacity - room[low];
        if room[high] < capacity {
            large.pop();
            small.push(high);
        }
    }
    columns
}

/// The quantile of ascending values, interpolated linearly; `None` without values.
fn quantile(ascending: &[f64], share: f64) -> Option<f64> {
    let place = share * ascending.len().checked_sub(1)? as f64;
    let (below, above) = (ascending.get(place.floor() as usize)?, ascending.get(place.ceil() as usize)?);
    Some(below + (above - below) * place.fract())
}

fn standard_deviation(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let squares: f64 = values.iter().map(|v| (v - mean).powi(2)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt()).filter(|d| d.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts() -> ScoreCounts {
        let groups = [(1.0, 1, 40), (2.0, 5, 30), (3.0, 0, 7), (4.0, 14, 10), (5.0, 20, 3)];
        ScoreCounts::from_groups(groups.map(|(score, won, lost)| ScoreGroup { score, won, lost })).unwrap()
    }

    /// Each index must own exactly weight/total of the table's area, up to the rounding of a cutoff.
    #[test]
    fn alias_table_keeps_the_weights() {
        let weights = [(0, 1), (2, 1000), (3, 37), (7, 37), (9, 5)];
        let table = alias_table(&weights, 1080);
        for (index, weight) in weights {
            let area: f64 = table
                .iter()
                .map(|c| {
                    let kept = c.cutoff as f64 / 2_f64.powi(64);
                    f64::from(u8::from(c.own == index)) * kept
                        + f64::from(u8::from(c.other == index)) * (1.0 - kept)
                })
                .sum();
            assert!((area / 5.0 - weight as f64 / 1080.0).abs() < 1e-15);
        }
    }

    #[test]
    fn replicates_keep_the_class_sizes_and_the_mean_counts() {
        let source = counts();
        let mut resampler = Resampler::new(&source, 3);
        let mut won_at_top = 0;
        for _ in 0..2000 {
            let replicate = resampler.next_replicate();
            assert_eq!((replicate.total_won(), replicate.total_lost()), (40, 90));
            won_at_top += replicate.groups().last().map_or(0, |g| if g.score > 4.5 { g.won } else { 0 });
        }
        // Mean 20 of 40, standard error √(10/2000) ≈ 0.07.
        assert!((won_at_top as f64 / 2000.0 - 20.0).abs() < 0.3);
    }

    #[test]
    fn same_seed_same_bits_and_close_to_delong() {
        let source = counts();
        let auc = |c: &ScoreCounts| c.auc().ok();
        let once = Bootstrap::new(11).run(&source, auc).unwrap();
        assert_eq!(once, Bootstrap::new(11).run(&source, auc).unwrap());
        assert_ne!(once, Bootstrap::new(12).run(&source, auc).unwrap());
        let delong = source.delong_variance().unwrap().sqrt();
        assert!((once.standard_error.unwrap() / delong - 1.0).abs() < 0.1);
    }

    #[test]
    fn undefined_replicates_cost_the_interval() {
        let source = counts();
        let mut calls = 0;
        let result = Bootstrap::new(1).run(&source, |c| {
            calls += 1;
            if calls % 4 == 2 { None } else { c.auc().ok() }
        });
        let result = result.unwrap();
        assert_eq!((result.undefined, result.estimate.interval), (500, None));
        assert_eq!(
            Bootstrap::new(1).run(&source, |_| Some(f64::NAN)).unwrap_err().kind(),
            crate::ErrorKind::Undefined
        );
        assert!(Bootstrap::new(1).replicates(99).run(&source, |_| Some(1.0)).is_err());
    }

    /// NumPy 2: `np.quantile([1, 2, 4, 8], [0.1, 0.5, 1.0])`.
    #[test]
    fn quantiles_match_numpy() {
        let values = [1.0, 2.0, 4.0, 8.0];
        for (share, expected) in [(0.1, 1.3), (0.5, 3.0), (1.0, 8.0)] {
            assert!((quantile(&values, share).unwrap() - expected).abs() < 1e-14);
        }
        assert_eq!(quantile(&[], 0.5), None);
    }
}
