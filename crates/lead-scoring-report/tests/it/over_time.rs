//! What the report says where win rates change over the history.

use crate::markdown::{PREDICTIVE, checked, section};
use crate::run::Run;
use lead_scoring_audit::TimeOrder;
use lead_scoring_report::{Json, Renderer, summary_text};

#[test]
fn a_change_over_time_is_told_once_and_limits_confidence() {
    let mut run = Run::of(PREDICTIVE);
    run.audit.drift.recommend_temporal = true;
    let drift = run.audit.drift.sentence.clone();
    run.audit.limitations.insert(0, drift);
    let random = checked(&run, false);
    assert!(random.contains("**Model Confidence:** Low -- The win rate drifts"), "{random}");
    let (_, warning) = random.split_once("**Warning:** the win rate drifts").unwrap();
    let mut after = warning.lines().skip(1);
    assert_eq!(after.next(), Some(""), "the warning is a paragraph of its own");
    assert!(after.next().unwrap().starts_with("The model adds up points"));
    let limits = section(&random, "### 1.3", "## Section 2");
    assert_eq!(limits.matches("periods with about equally many deals lie between").count(), 1, "{limits}");
    let told = "That is a large change: hold out the latest quarter of the deals (`--holdout 'latest:Closed Date:0.25'`), ";
    assert_eq!((limits.matches(told).count(), limits.matches("--holdout").count()), (1, 1), "{limits}");
    assert!(summary_text(&run.report(false).unwrap()).contains("\nWarning    the win rate drifts from"));

    run.validation.how = lead_scoring_core::Message::verbatim("the latest by `Closed Date`");
    let latest = checked(&run, false);
    assert!(!latest.contains("--holdout") && !latest.contains("**Model Confidence:** Low -- The win rate"));
    assert!(latest.contains("The hold-out is the latest deals"));
    assert!(section(&latest, "### 6.1", "### 6.2").contains("the latest by `Closed Date`"));
}

#[test]
fn where_win_rates_drift_the_tiers_of_the_newest_deals_are_told() {
    let mut run = Run::of(PREDICTIVE);
    let steady = checked(&run, false);
    assert!(!steady.contains("of the newest"), "nothing drifts");
    run.audit.drift.recommend_temporal = true;
    let newest = run.audit.drift.periods.last().unwrap().deals;
    let told = format!("of the newest {newest} deals ");
    let text = checked(&run, false);
    let volume = section(&text, "### 4.4", "## Section 5");
    assert!(volume.contains(&told) && volume.contains("rep-hours for Hot and Warm, not "), "{volume}");
    let watch = section(&text, "### 6.4", "### 6.5");
    for told in ["score as Hot: expect that rather", ": expect those rather", "On the newest"] {
        assert!(watch.contains(told), "{told}: {watch}");
    }
    assert!(!watch.contains("cannot serve as a trigger"), "{watch}");
    let lifts = |text: &str| section(text, "### 8.2", "### 8.3").contains("**The win rate drifts (");
    assert!(lifts(&text) && !lifts(&steady), "{text}");
    let plan =
        |text: &str| section(text, "### 6.5", "## Section 7").contains("(that of the newest deals, as");
    assert!(plan(&text) && !plan(&steady), "{text}");
    assert!(watch.contains("only once the model is built on newer deals"), "{watch}");

    let figures = |run: &Run| -> serde_json::Value {
        let json = Json::new().render(&run.report(false).unwrap()).unwrap();
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["tiers"]["volume"]["newest"].clone()
    };
    let cuts = run.calibration.cuts.unwrap();
    let numbers = run.train.data().row_numbers().iter().zip(&run.fitted.honest_scores);
    let hot =
        numbers.filter(|(row, score)| run.audit.drift.newest.contains(row) && **score >= cuts.hot).count();
    assert_eq!(figures(&run)["shares"][0], hot as f64 / newest as f64);
    let won = run.train.won().iter().zip(run.train.data().row_numbers());
    let won = won.filter(|(won, row)| **won && run.audit.drift.newest.contains(row)).count();
    assert_eq!(figures(&run)["rate"], won as f64 / newest as f64);
    let mut wrong = Run::of(PREDICTIVE);
    wrong.audit.drift.recommend_temporal = true;
    for score in &mut wrong.fitted.honest_scores {
        *score = if *score >= cuts.warm { cuts.cool } else { cuts.hot };
    }
    let text = checked(&wrong, false);
    assert!(
        section(&text, "### 6.4", "### 6.5").contains("below that already: this figure cannot"),
        "{text}"
    );
    // The latest deals, where they are held out, are newer than any that were learned from.
    run.validation.how = lead_scoring_core::Message::verbatim("the latest by `Closed Date`");
    let latest = figures(&run);
    assert_eq!(latest["deals"], run.validation.won + run.validation.lost);
    assert_eq!(latest["shares"][0], run.validation.tiers[0].share_of_leads);
    let text = checked(&run, false);
    assert!(section(&text, "### 4.4", "## Section 5").contains("of the newest "), "{text}");
    let watch = section(&text, "### 6.4", "### 6.5");
    assert_eq!(watch.matches("newest").count(), 1, "the hold-out's share and accuracy are theirs: {watch}");
    run.model.validation.refitted = true;
    assert_eq!(figures(&run), serde_json::Value::Null, "none of the hold-out was learned from");
}

#[test]
fn a_history_without_dates_is_cut_by_rows_or_by_its_running_number() {
    let mut run = Run::of(PREDICTIVE);
    run.audit.drift.recommend_temporal = true;
    for (falling, option) in [(false, "--holdout latest:row:0.25"), (true, "--holdout 'latest:Deal No:0.25'")]
    {
        run.audit.drift.order = TimeOrder::Rows { identifier: Some("Deal No".to_owned()), falling };
        let text = checked(&run, false);
        assert!(section(&text, "### 1.3", "## Section 2").contains(option), "{option}");
    }
}
