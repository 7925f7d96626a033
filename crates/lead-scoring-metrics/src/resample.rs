//! Resamples of a table: as many won and as many lost leads as it holds, each drawn with replacement from its own class.
//!
//! How often each score comes up among n draws is multinomial. Independent Poisson numbers are so as well, once their sum T is known,
//! whatever the sum is. So each score gets a Poisson number whose mean is a little less than its leads, and the n − T draws that are
//! missing follow one by one, from an alias table of the scores; where T is more than n, all is drawn anew. What comes out has the
//! distribution of n single draws, not that of the approximate "Poisson bootstrap", whose size varies. (Devroye 1986, section XI.1.4, on
//! multinomials from conditioned Poisson numbers.)
//!
//! Cost: a look-up for each score (a few for scores of many leads) and about 2.5·√n single draws.

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::alias::AliasTable;
use crate::counts::{ScoreCounts, ScoreGroup};
use crate::poisson::{self, PoissonTable};

/// How many standard deviations the Poisson numbers' sum stays below the leads: it is more about once in 160 resamples.
const MARGIN: f64 = 2.5;
/// Under so many leads of a class each is drawn by itself.
const FEW: u64 = 32;
/// Numbers that one random word gives.
const NUMBERS: usize = (u64::BITS / poisson::BITS) as usize;

/// Draws resamples of one table into the same memory.
pub(crate) struct Resampler<'a> {
    source: &'a ScoreCounts,
    rng: Pcg64Mcg,
    won: ClassDraws,
    lost: ClassDraws,
    replicate: ScoreCounts,
}

impl<'a> Resampler<'a> {
    pub(crate) fn new(source: &'a ScoreCounts, seed: u64) -> Self {
        Self {
            source,
            rng: Pcg64Mcg::seed_from_u64(seed),
            won: ClassDraws::new(source, |group| group.won),
            lost: ClassDraws::new(source, |group| group.lost),
            replicate: source.clone(),
        }
    }

    /// The won and the lost leads drawn for each group of the table.
    pub(crate) fn next_draws(&mut self) -> (&[u64], &[u64]) {
        self.won.draw(&mut self.rng);
        self.lost.draw(&mut self.rng);
        (&self.won.drawn, &self.lost.drawn)
    }

    /// The next resample as a table.
    pub(crate) fn next_replicate(&mut self) -> &ScoreCounts {
        self.next_draws();
        self.replicate.refill(self.source, &self.won.drawn, &self.lost.drawn);
        &self.replicate
    }
}

/// One class of leads: how many to draw, from which scores, and the last draw.
struct ClassDraws {
    leads: u64,
    tables: Vec<PoissonTable>,
    parts: Vec<Part>,
    singles: AliasTable,
    drawn: Vec<u64>,
}

/// Leads of one group that one Poisson number stands for.
#[derive(Clone, Copy)]
struct Part {
    group: u32,
    table: u32,
}

impl ClassDraws {
    fn new(counts: &ScoreCounts, of: impl Fn(&ScoreGroup) -> u64) -> Self {
        let weights: Vec<(usize, u64)> =
            counts.groups().iter().map(of).enumerate().filter(|w| w.1 > 0).collect();
        let leads = weights.iter().map(|w| w.1).sum();
        let (tables, parts) = numbers(&weights, leads).unwrap_or_default();
        Self {
            leads,
            tables,
            parts,
            singles: AliasTable::new(&weights),
            drawn: vec![0; counts.groups().len()],
        }
    }

    fn draw(&mut self, rng: &mut Pcg64Mcg) {
        let mut missing = self.draw_numbers(rng);
        while missing.is_none() {
            missing = self.draw_numbers(rng);
        }
        for _ in 0..missing.unwrap_or_default() {
            if let Some(group) = self.singles.draw(rng.next_u64()) {
                self.drawn[group] += 1;
            }
        }
    }

    /// Draws each part's number and gives how many leads are missing then; `None` where there are too many.
    fn draw_numbers(&mut self, rng: &mut Pcg64Mcg) -> Option<u64> {
        self.drawn.fill(0);
        let mut total = 0;
        for parts in self.parts.chunks(NUMBERS) {
            let mut word = rng.next_u64();
            for part in parts {
                let number = self.tables[part.table as usize].draw(word, || rng.next_u64());
                word >>= poisson::BITS;
                self.drawn[part.group as usize] += number;
                total += number;
            }
        }
        self.leads.checked_sub(total)
    }
}

/// The parts of all groups, and the tables for parts of each size: up to 16 leads, or a power of two up to 2¹⁵. `None` where each lead
/// is better drawn by itself.
fn numbers(weights: &[(usize, u64)], leads: u64) -> Option<(Vec<PoissonTable>, Vec<Part>)> {
    if leads < FEW {
        return None;
    }
    let mean = 1.0 - MARGIN / (leads as f64).sqrt();
    let most = weights.iter().map(|w| w.1).max()?;
    let sizes: Vec<u64> =
        (1..=16).chain((5..=15).map(|power| 1 << power)).take_while(|&size| size <= most).collect();
    let tables = sizes.iter().map(|&size| PoissonTable::new(mean * size as f64)).collect();
    let mut parts = Vec::with_capacity(weights.len());
    for &(group, mut rest) in weights {
        let group = u32::try_from(group).ok()?;
        while rest > 0 {
            let table = sizes.partition_point(|&size| size <= rest) - 1;
            rest -= sizes[table];
            parts.push(Part { group, table: table as u32 });
        }
    }
    Some((tables, parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> ScoreCounts {
        let groups = [(1.0, 1, 40), (2.0, 5, 30), (3.0, 0, 7), (4.0, 14, 10_000), (5.0, 20, 3)];
        ScoreCounts::from_groups(groups.map(|(score, won, lost)| ScoreGroup { score, won, lost })).unwrap()
    }

    /// Against the multinomial distribution: mean np, variance np(1 − p), covariance −npq, each within five standard errors.
    #[test]
    fn counts_have_the_moments_of_single_draws() {
        const REPLICATES: usize = 20_000;
        for (seed, few) in [(3, false), (4, true)] {
            // Once by Poisson numbers, once (under 32 leads) by single draws.
            let groups = if few { [3, 9, 0, 1, 7] } else { [1, 35, 70, 2, 400] };
            let source = ScoreCounts::from_groups((0..).zip(groups).map(|(score, lost)| ScoreGroup {
                score: f64::from(score),
                won: 1,
                lost,
            }))
            .unwrap();
            let leads: u64 = groups.iter().sum();
            let mut resampler = Resampler::new(&source, seed);
            let mut draws = Vec::with_capacity(REPLICATES);
            for _ in 0..REPLICATES {
                let (won, lost) = resampler.next_draws();
                assert_eq!((won.iter().sum::<u64>(), lost.iter().sum::<u64>()), (5, leads));
                draws.push(lost.to_vec());
            }
            let (n, replicates) = (leads as f64, REPLICATES as f64);
            let share = |group: usize| groups[group] as f64 / n;
            let off = |draw: &[u64], group: usize| draw[group] as f64 - n * share(group);
            for a in 0..5 {
                let mean = draws.iter().map(|draw| off(draw, a)).sum::<f64>() / replicates;
                let variance = n * share(a) * (1.0 - share(a));
                assert!(mean.abs() <= 5.0 * (variance / replicates).sqrt(), "{few} {a}: {mean}");
                for b in 0..5 {
                    let products: Vec<f64> = draws.iter().map(|draw| off(draw, a) * off(draw, b)).collect();
                    let found = products.iter().sum::<f64>() / replicates;
                    let spread = products.iter().map(|p| (p - found).powi(2)).sum::<f64>() / replicates;
                    let wanted = if a == b { variance } else { -n * share(a) * share(b) };
                    let error = (spread / replicates).sqrt();
                    assert!((found - wanted).abs() <= 5.0 * error + 1e-12, "{few} {a} {b}: {found} {wanted}");
                }
            }
        }
    }

    /// The whole distribution of one count, which is binomial, by a chi-square test of its cells.
    #[test]
    fn a_count_is_binomial() {
        const REPLICATES: u32 = 50_000;
        let source =
            ScoreCounts::from_groups([(0.0, 0, 30), (1.0, 1, 12)].map(|(score, won, lost)| ScoreGroup {
                score,
                won,
                lost,
            }))
            .unwrap();
        let mut resampler = Resampler::new(&source, 9);
        let mut seen = [0_u32; 43];
        for _ in 0..REPLICATES {
            seen[resampler.next_draws().1[1] as usize] += 1;
        }
        let p: f64 = 12.0 / 42.0;
        let mut expected = f64::from(REPLICATES) * (1.0 - p).powi(42);
        let (mut statistic, mut cells) = (0.0, 0);
        for (k, &seen) in (0_u8..).zip(&seen) {
            if expected >= 5.0 {
                statistic += (f64::from(seen) - expected).powi(2) / expected;
                cells += 1;
            }
            expected *= f64::from(42 - k) / f64::from(k + 1) * p / (1.0 - p);
        }
        // The 99.99 % quantile of chi-square with 24 degrees of freedom is 58.61 (scipy 1.17.1: chi2.isf(1e-4, 24)).
        assert!((18..=25).contains(&cells) && statistic < 58.61, "{cells} cells: {statistic}");
    }

    #[test]
    fn replicates_keep_the_class_sizes_and_the_mean_counts() {
        let source = source();
        let mut resampler = Resampler::new(&source, 3);
        let mut won_at_top = 0;
        for _ in 0..2000 {
            let replicate = resampler.next_replicate();
            assert_eq!((replicate.total_won(), replicate.total_lost()), (40, 10_080));
            won_at_top += replicate.groups().last().map_or(0, |g| if g.score > 4.5 { g.won } else { 0 });
        }
        // Mean 20 of 40, standard error √(10/2000) ≈ 0.07.
        assert!((won_at_top as f64 / 2000.0 - 20.0).abs() < 0.3);
    }
}
