//! The few statistics the checks need.

use std::collections::BTreeMap;

use crate::table::{Row, won};

/// Deals and wins of a group.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) deals: f64,
    pub(crate) wins: f64,
}

impl Count {
    pub(crate) fn rate(self) -> f64 {
        self.wins / self.deals
    }

    /// Log odds of winning with half a deal added to each side (Haldane 1956).
    pub(crate) fn log_odds(self) -> f64 {
        ((self.wins + 0.5) / (self.deals - self.wins + 0.5)).ln()
    }
}

/// Counts of the rows for which `keep` holds.
pub(crate) fn count(rows: &[Row], keep: impl Fn(&Row) -> bool) -> Count {
    rows.iter().filter(|row| keep(row)).fold(Count::default(), |c, row| Count {
        deals: c.deals + 1.0,
        wins: c.wins + f64::from(u8::from(won(row))),
    })
}

/// Pearson's chi-square of outcome against level, and its degrees of freedom.
pub(crate) fn chi_square(rows: &[Row], level: impl Fn(&Row) -> String) -> (f64, usize) {
    let base = count(rows, |_| true).rate();
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for row in rows {
        let count = counts.entry(level(row)).or_default();
        count.deals += 1.0;
        count.wins += f64::from(u8::from(won(row)));
    }
    let statistic =
        counts.values().map(|c| (c.wins - c.deals * base).powi(2) / (c.deals * base * (1.0 - base)));
    (statistic.sum(), counts.len() - 1)
}

/// Share of (won, lost) pairs in which the won deal scores higher; ties count half.
pub(crate) fn auc(scores: &[f64], won: &[bool]) -> f64 {
    let (mut pairs, mut right) = (0.0, 0.0);
    for (high, _) in scores.iter().zip(won).filter(|(_, won)| **won) {
        for (low, _) in scores.iter().zip(won).filter(|(_, won)| !**won) {
            pairs += 1.0;
            right += match high.total_cmp(low) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    right / pairs
}

#[test]
fn chi_square_of_a_known_table() {
    // By hand, for a 2x2 table: n (ad - bc)^2 / (product of the margins)
    // = 75 (10*15 - 30*20)^2 / (40*35*30*45) = 8.035714...
    let row = |level: &str, outcome: &str| {
        Row::from([("Level".to_owned(), level.to_owned()), ("Outcome".to_owned(), outcome.to_owned())])
    };
    let table = [
        ("a", "Closed Won", 10),
        ("a", "Closed Lost", 30),
        ("b", "Closed Won", 20),
        ("b", "Closed Lost", 15),
    ];
    let rows: Vec<Row> =
        table.iter().flat_map(|(level, outcome, n)| (0..*n).map(|_| row(level, outcome))).collect();
    let (statistic, freedom) = chi_square(&rows, |r| r["Level"].clone());
    assert!((statistic - 8.035_714_285_7).abs() < 1e-9, "{statistic}");
    assert_eq!(freedom, 1);
}

#[test]
fn auc_counts_ties_half() {
    assert!((auc(&[3.0, 1.0, 1.0, 0.0], &[true, true, false, false]) - 0.875).abs() < 1e-12);
}
