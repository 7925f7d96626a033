//! How often a test that knows the true groups would find an effect: the yardstick for what the library finds.
//!
//! Tables of so many deals are drawn from the true shares and win rates of the groups, and tested. A field is asked by two tests at the
//! most (do its groups differ, is there a trend), so the level is halved (Bonferroni).

use crate::simulate::binomial;
use lead_scoring_lift::Counts;
use lead_scoring_lift::significance::{chi_square, two_by_two};
use lead_scoring_metrics::z_for;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

/// Tests of a field.
const QUESTIONS: f64 = 2.0;
const SEED: u64 = 1;

/// Deals of one kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    /// Share of all deals.
    pub(crate) share: f64,
    /// Win rate.
    pub(crate) rate: f64,
}

/// The share of `tables` in which the groups differ at `level`.
pub(crate) fn of_groups(groups: &[Group], deals: usize, level: f64, tables: u32) -> f64 {
    share_found(groups, deals, tables, |table| {
        let p_value = match table {
            [first, second] => two_by_two(*first, *second).map(|test| test.p_value),
            _ => chi_square(table).map(|test| test.p_value),
        };
        p_value.is_some_and(|p| p <= level / QUESTIONS)
    })
}

/// The share of `tables` in which four groups (neither, one, the other, both) depart from additive log odds at `level`: Woolf's contrast
/// of the log odds, with half a deal added to each count (Woolf 1955; Haldane 1956).
pub(crate) fn of_pair(
    groups: &[Group],
    deals: usize,
    level: f64,
    tables: u32,
) -> lead_scoring_metrics::Result<f64> {
    let critical = z_for(1.0 - level)?;
    Ok(share_found(groups, deals, tables, |table| {
        let (mut contrast, mut variance) = (0.0, 0.0);
        for (sign, cell) in [1.0, -1.0, -1.0, 1.0].into_iter().zip(table) {
            let (won, lost) = (cell.won as f64 + 0.5, cell.lost as f64 + 0.5);
            contrast += sign * (won / lost).ln();
            variance += 1.0 / won + 1.0 / lost;
        }
        contrast.abs() / variance.sqrt() >= critical
    }))
}

fn share_found(groups: &[Group], deals: usize, tables: u32, found: impl Fn(&[Counts]) -> bool) -> f64 {
    let mut random = Pcg64Mcg::seed_from_u64(SEED);
    let hits = (0..tables).filter(|_| found(&table(groups, deals, &mut random))).count();
    hits as f64 / f64::from(tables)
}

/// Deals fall into the groups by their shares, one group after the other among the deals that are left.
fn table(groups: &[Group], deals: usize, random: &mut Pcg64Mcg) -> Vec<Counts> {
    let (mut left, mut share_left) = (deals as u64, 1.0);
    let mut cells = Vec::with_capacity(groups.len());
    for group in groups {
        let (members, _) = binomial(left, (group.share / share_left).clamp(0.0, 1.0), random);
        let (won, _) = binomial(members, group.rate, random);
        cells.push(Counts::new(won, members - won));
        left -= members;
        share_left = (share_left - group.share).max(f64::MIN_POSITIVE);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn halves(low: f64, high: f64) -> [Group; 2] {
        [Group { share: 0.5, rate: low }, Group { share: 0.5, rate: high }]
    }

    #[test]
    fn power_is_what_theory_says() {
        // Two groups of 100, 0.3 against 0.5, two-sided 5 %: z = 0.2/√(2·0.4·0.6/100) = 2.887, power Φ((2.887 − 1.96)·√(0.48/0.46)) = 0.83.
        let power = of_groups(&halves(0.3, 0.5), 200, 0.1, 2_000);
        assert!((power - 0.83).abs() < 0.04, "{power}");
        let none = of_groups(&halves(0.4, 0.4), 400, 0.1, 2_000);
        assert!((0.03..=0.07).contains(&none), "{none}");
    }

    #[test]
    fn additive_groups_have_no_pair() {
        let odds = |x: f64| 1.0 / (1.0 + (-x).exp());
        let cells = |beyond: f64| -> [Group; 4] {
            [-1.0, 0.0, 0.0, 1.0 + beyond].map(|x| Group { share: 0.25, rate: odds(x) })
        };
        let level = of_pair(&cells(0.0), 400, 0.05, 2_000).unwrap();
        assert!((0.03..=0.07).contains(&level), "{level}");
        assert!(of_pair(&cells(1.5), 1_000, 0.05, 200).unwrap() > 0.95);
    }
}
