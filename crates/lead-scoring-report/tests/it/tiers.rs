//! Section 4: what is said of tiers and of the scores they were cut from.

use crate::markdown::{PREDICTIVE, checked, row_of, section};
use crate::run::Run;

#[test]
fn intervals_of_tiers_are_those_of_the_hold_out() {
    let mut run = Run::of(PREDICTIVE);
    let text = checked(&run, false);
    let (hot, held_out) = (run.calibration.tiers[0], run.validation.tiers[0]);
    let rate = row_of(section(&text, "### 4.2", "### 4.3"), "HOT")[2];
    assert!(rate.ends_with(&format!(" % ({} of {})", hot.won, hot.deals())), "{rate}");
    assert!(section(&text, "### 4.2", "### 4.3").contains("section 6.1 has the rates with their intervals"));
    let share = row_of(section(&text, "### 4.4", "## Section 5"), "Hot")[1];
    assert!(share.contains(" to ") && held_out.share_of_leads > 0.0, "{share}");
    assert!(section(&text, "### 6.4", "### 6.5").contains("the fewest to judge by, chance reaches down to"));
    run.model.validation.refitted = true;
    let text = checked(&run, false);
    assert!(row_of(section(&text, "### 4.4", "## Section 5"), "Hot")[1].starts_with("about "));
    assert!(section(&text, "### 6.4", "### 6.5").contains("Is Hot still converting at about "));
    assert!(section(&text, "### 4.2", "### 4.3").contains("for the tiers before the refit"));
}

#[test]
fn scores_of_deals_learned_from_flatter_little_only_where_the_tiers_show_it() {
    let mut run = Run::of(PREDICTIVE);
    run.fitted.comparison.every_fold = false;
    let rates: Vec<Option<f64>> = run.validation.tiers.iter().map(|tier| tier.rate).collect();
    for (tier, rate) in run.calibration.tiers.iter_mut().zip(rates) {
        tier.rate = rate;
    }
    let text = checked(&run, false);
    assert!(section(&text, "### 4.1", "### 4.2").contains("flatters little"), "{text}");
    assert!(!text.contains("Expected rates outside"), "{text}");
    run.calibration.tiers[0].rate = Some(0.999);
    let text = checked(&run, false);
    assert!(
        section(&text, "### 4.1", "### 4.2").contains("flatters somewhat: believe section 6.1"),
        "{text}"
    );
    assert!(
        section(&text, "### 6.1", "### 6.2").contains("believed: Hot (99.9 %, interval up to "),
        "{text}"
    );
    run.model.validation.refitted = true;
    assert!(checked(&run, false).contains("which may flatter"));
}

#[test]
fn warm_leads_below_the_cut_off_of_the_gains_are_worked_too() {
    let mut run = Run::of(PREDICTIVE);
    let cuts = run.calibration.cuts.unwrap();
    let told = |run: &Run| {
        let text = checked(run, false);
        text.lines().find(|line| line.starts_with("- The gain flattens")).unwrap().to_owned()
    };
    for (score, end) in [
        (cuts.warm - 1, "work down to there; nurture the rest."),
        (cuts.warm, "Work these first; nurture the rest."),
        (cuts.warm + 1, "Work these first, then the rest of Warm."),
        (cuts.hot + 1, "Work these first, then the rest of Hot and Warm."),
    ] {
        run.calibration.gains.recommended_cutoff.as_mut().unwrap().score = score;
        assert!(told(&run).ends_with(end), "{}", told(&run));
    }
}

#[test]
fn that_hot_may_exceed_its_share_by_chance_is_said_where_it_may() {
    let mut run = Run::of(PREDICTIVE);
    let told = |run: &Run| checked(run, false).contains("Hot was cut to hold at most ");
    run.calibration.max_hot_share = 0.9;
    assert!(!told(&run));
    run.calibration.max_hot_share = 0.02;
    assert!(told(&run));
}
