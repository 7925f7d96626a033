//! Laws that hold for every history.

use lead_scoring_audit::{Audit, AuditOptions, audit};
use lead_scoring_core::{Column, Dataset, Deals, Field};
use proptest::prelude::*;

/// Rows of an outcome, a number with gaps, a level with gaps and a flag that leans on the outcome.
fn rows() -> impl Strategy<Value = Vec<(bool, Option<u8>, Option<u8>, bool)>> {
    let row = (any::<bool>(), proptest::option::of(0..60_u8), proptest::option::of(0..4_u8), any::<bool>());
    proptest::collection::vec(row, 4..220)
        .prop_filter("both outcomes", |rows| rows.iter().any(|row| row.0) && rows.iter().any(|row| !row.0))
}

fn deals(rows: &[(bool, Option<u8>, Option<u8>, bool)], flip: bool) -> Deals {
    const LEVELS: [&str; 4] = ["a", "b", "c", "d"];
    let mut data = Dataset::with_rows(rows.len());
    let numbers: Vec<f64> = rows.iter().map(|row| row.1.map_or(f64::NAN, f64::from)).collect();
    let levels: Vec<Option<&str>> =
        rows.iter().map(|row| row.2.map(|level| LEVELS[usize::from(level)])).collect();
    let leaning: Vec<Option<bool>> = rows.iter().map(|row| Some(row.0 || row.3)).collect();
    data.push(Field::new("Days in Stage"), Column::from_numbers(&numbers)).unwrap();
    data.push(Field::new("Rating"), Column::from_categories(&levels)).unwrap();
    data.push(Field::new("Contract"), Column::from_flags(&leaning)).unwrap();
    Deals::new(data, rows.iter().map(|row| row.0 != flip).collect()).unwrap()
}

fn verdicts(audit: &Audit) -> Vec<(u32, bool)> {
    audit.fields.iter().map(|field| (field.suspicion, field.used)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn swapping_the_outcomes_changes_no_verdict(rows in rows(), seed in any::<u64>()) {
        let mut options = AuditOptions::default();
        options.seed = seed;
        let as_is = audit(&deals(&rows, false), None, &options).unwrap();
        let swapped = audit(&deals(&rows, true), None, &options).unwrap();
        prop_assert_eq!(verdicts(&as_is), verdicts(&swapped));
        prop_assert_eq!((as_is.won, as_is.lost), (swapped.lost, swapped.won));
    }

    #[test]
    fn the_order_of_rows_with_numbers_changes_nothing(rows in rows(), order in any::<u64>()) {
        let deals = deals(&rows, false);
        let mut shuffled: Vec<u32> = (0..rows.len() as u32).collect();
        shuffled.sort_by_key(|row| u64::from(*row + 1).wrapping_mul(order | 1));
        let as_is = audit(&deals, None, &AuditOptions::default()).unwrap();
        let permuted = audit(&deals.select(&shuffled), None, &AuditOptions::default()).unwrap();
        // Rows keep their numbers in the file, which give the order of time here.
        prop_assert_eq!(as_is, permuted);
    }

    #[test]
    fn figures_are_shares_and_counts_add_up(rows in rows()) {
        let audit = audit(&deals(&rows, false), None, &AuditOptions::default()).unwrap();
        for field in &audit.fields {
            prop_assert!((0.0..=1.0).contains(&field.complete) && field.filled <= field.rows);
            prop_assert!(field.auc.is_none_or(|auc| (0.0..=1.0).contains(&auc)));
            prop_assert_eq!(field.used, field.excluded_by.is_none());
            prop_assert_eq!(field.used, field.excluded_because.is_none());
        }
        prop_assert_eq!(audit.drift.periods.iter().map(|period| period.deals).sum::<u64>(), audit.rows);
        prop_assert_eq!(audit.drift.periods.iter().map(|period| period.won).sum::<u64>(), audit.won);
        let finite = |value: Option<f64>| value.is_none_or(f64::is_finite);
        prop_assert!(finite(audit.drift.chi_square) && finite(audit.drift.trend_z) && finite(audit.drift.p_value));
    }
}
