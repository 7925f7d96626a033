//! Stratified percentile bootstrap of any statistic of a [`ScoreCounts`].
//!
//! Method: each replicate draws W won and L lost leads with replacement, each from its own class, so the base
//! rate stays; the interval is the α/2 and 1 − α/2 quantile of the replicates, interpolated linearly (Efron
//! & Tibshirani 1993, chapter 13; Hyndman & Fan 1996, definition 7). The counts of a replicate have exactly the multinomial
//! distribution of such draws, but come score by score: Poisson numbers of which the sum is then brought to W or L by single draws.
//!
//! The generator is PCG64-MCG (O'Neill 2014) seeded with the given number: the same counts, options and seed
//! give the same bits on every machine. Statistics that the class sizes drive (accuracy, precision) look
//! steadier here than they are, because the base rate is held fixed.
//!
//! Cost: per replicate a look-up for each distinct score (a few for scores of many leads), 2.5·√leads draws, and one evaluation of the
//! statistic. [`Bootstrap::auc`] needs fewer look-ups, because neighbouring scores with leads of one class only can be drawn together.
//!
//! | input | result |
//! |---|---|
//! | statistic `None` (or not finite) on the data | [`ErrorKind::Undefined`](crate::ErrorKind::Undefined) |
//! | statistic `None` on some replicates | left out and counted in `undefined`; once they exceed α/2 of the replicates the interval is `None` |
//! | one class | allowed, if the statistic is |
//! | fewer than 100 or more than 1 000 000 replicates | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) |

use serde::Serialize;

use crate::auc::twice_u;
use crate::counts::ScoreCounts;
use crate::error::{Error, Result};
use crate::interval::{Estimate, Interval};
use crate::resample::Resampler;
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
        self.check()?;
        let mut finite = |c: &ScoreCounts| statistic(c).filter(|v| v.is_finite());
        let value = finite(counts)
            .ok_or_else(|| Error::undefined("the bootstrapped statistic", "it has no value on the data"))?;

        let mut resampler = Resampler::new(counts, self.seed);
        let values = (0..self.replicates).filter_map(|_| finite(resampler.next_replicate())).collect();
        Ok(self.result(value, values))
    }

    /// Resamples the AUC of `counts`, with fewer draws than [`run`](Self::run) needs for any statistic.
    ///
    /// Scores that follow each other and have won leads only, or lost leads only, are drawn as one: which of them come up does not
    /// matter to the AUC. So the replicates are not those of `run` on `counts`, though their distribution is the same.
    ///
    /// # Errors
    ///
    /// `OutOfRange` for bad options; `OneClass` without both outcomes.
    ///
    /// ```
    /// use lead_scoring_metrics::{Bootstrap, ScoreCounts};
    ///
    /// let scores = [0.1, 0.2, 0.25, 0.3, 0.6, 0.7, 0.8, 0.9];
    /// let won = [false, false, true, false, true, false, true, true];
    /// let counts = ScoreCounts::from_scores(&scores, &won)?;
    /// let result = Bootstrap::new(7).auc(&counts)?;
    /// assert_eq!(result.estimate.value, counts.auc()?);
    /// # Ok::<(), lead_scoring_metrics::Error>(())
    /// ```
    pub fn auc(&self, counts: &ScoreCounts) -> Result<BootstrapResult> {
        self.check()?;
        let value = counts.auc()?;
        let steps = counts.joined();
        let twice_pairs = steps.twice_pairs() as f64;
        let mut resampler = Resampler::new(&steps, self.seed);
        let mut replicate = || {
            let (won, lost) = resampler.next_draws();
            twice_u(won.iter().copied().zip(lost.iter().copied())) as f64 / twice_pairs
        };
        let values = (0..self.replicates).map(|_| replicate()).collect();
        Ok(self.result(value, values))
    }

    fn check(&self) -> Result<()> {
        validate::level(self.level)?;
        if !(100..=1_000_000).contains(&self.replicates) {
            return Err(Error::out_of_range("replicates", "give 100 to 1 000 000"));
        }
        Ok(())
    }

    fn result(&self, value: f64, mut values: Vec<f64>) -> BootstrapResult {
        values.sort_unstable_by(f64::total_cmp);
        let undefined = self.replicates - values.len() as u32;
        BootstrapResult {
            estimate: Estimate { value, interval: self.interval(&values, undefined) },
            standard_error: standard_deviation(&values),
            replicates: self.replicates,
            undefined,
        }
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
    use crate::counts::ScoreGroup;

    fn counts() -> ScoreCounts {
        let groups = [(1.0, 1, 40), (2.0, 5, 30), (3.0, 0, 7), (4.0, 14, 10), (5.0, 20, 3)];
        ScoreCounts::from_groups(groups.map(|(score, won, lost)| ScoreGroup { score, won, lost })).unwrap()
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

    /// Joining neighbours of one class changes the draws, not what is drawn from: on the joined table both ways give the same bits.
    #[test]
    fn the_auc_alone_is_the_general_way_on_joined_scores() {
        let groups =
            [(1.0, 0, 9), (2.0, 0, 30), (3.0, 4, 7), (4.0, 14, 0), (5.0, 20, 0), (6.0, 0, 1), (7.0, 5, 0)];
        let source =
            ScoreCounts::from_groups(groups.map(|(score, won, lost)| ScoreGroup { score, won, lost }))
                .unwrap();
        let joined = source.joined();
        let shape: Vec<(u64, u64)> = joined.groups().iter().map(|group| (group.won, group.lost)).collect();
        assert_eq!(shape, [(0, 39), (4, 7), (34, 0), (0, 1), (5, 0)]);
        assert_eq!(joined.auc(), source.auc());
        let alone = Bootstrap::new(5).auc(&source).unwrap();
        assert_eq!(alone, Bootstrap::new(5).run(&joined, |counts| counts.auc().ok()).unwrap());
        let general = Bootstrap::new(5).run(&source, |counts| counts.auc().ok()).unwrap();
        assert!((alone.standard_error.unwrap() / general.standard_error.unwrap() - 1.0).abs() < 0.1);
        let one_class = ScoreCounts::from_scores(&[1.0], &[true]).unwrap();
        assert_eq!(Bootstrap::new(1).auc(&one_class).unwrap_err().kind(), crate::ErrorKind::OneClass);
        assert!(Bootstrap::new(1).replicates(99).auc(&source).is_err());
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
