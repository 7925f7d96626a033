//! Verdicts on the sample history of this repository.

use lead_scoring_audit::{AuditOptions, Leakage, audit};
use lead_scoring_core::{HoldOut, OutcomeSpec, ReadOptions, label, read_table_file, split};

#[test]
fn the_planted_leaks_are_found_and_nothing_else() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data/deals.csv");
    let options = ReadOptions::default();
    let data = read_table_file(path, &options).unwrap().into_dataset(&options).unwrap();
    let labelled = label(data, &OutcomeSpec::new("Outcome", ["Closed Won"], ["Closed Lost"])).unwrap();
    for seed in 0..8 {
        let mut hold_out = HoldOut::default();
        hold_out.seed = seed;
        let train = split(&labelled.closed, &hold_out).unwrap().train;
        let audit = audit(&train, None, &AuditOptions::default()).unwrap();
        let leaks: Vec<&str> = audit.leaks().map(|field| field.name.as_str()).collect();
        for field in &audit.fields {
            println!(
                "{} {} {} {:.2?} {:?} {:?}",
                field.name,
                field.kind.word(),
                field.suspicion,
                field.auc,
                field.excluded_because,
                field.evidence
            );
        }
        println!("{:#?} {:#?}", audit.quality.sentences, audit.drift);
        assert_eq!(leaks, ["Cycle Days", "Contract Sent", "Loss Reason", "Closed Date"], "seed {seed}");
        assert_eq!(audit.field("Loss Reason").map(|field| field.leakage), Some(Leakage::Certain));
        assert!(audit.expected.iter().all(|field| field.cost.is_none()), "{:?}", audit.expected);
    }
}
