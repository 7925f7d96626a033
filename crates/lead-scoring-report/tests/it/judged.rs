//! Section 6: figures with their limits, wrong calls, what to watch, the test against reps without scores.

use crate::markdown::{PREDICTIVE, checked, row_of, section};
use crate::run::{Plan, Run};
use lead_scoring_core::Phrase;

#[test]
fn wrong_calls_of_the_same_rows_of_the_card_share_a_row() {
    let run = Run::of(PREDICTIVE);
    let text = checked(&run, false);
    let found = &run.validation.false_negatives.deals;
    let mut causes = Vec::new();
    for deal in found {
        let told = deal.signals.iter().filter(|signal| !signal.pair || signal.points != 0);
        let cause: Vec<(&str, &str)> =
            told.map(|signal| (signal.name.as_str(), signal.bin.as_str())).collect();
        if !causes.contains(&(deal.tier, cause.clone())) {
            causes.push((deal.tier, cause));
        }
    }
    assert!(causes.len() < found.len(), "no two deals share a cause");
    let part = section(&text, "### 6.3", "### 6.4");
    let listed = part.lines().filter(|line| line.contains("| Won | ")).count();
    assert_eq!(listed, causes.len().min(10), "{part}");
}

#[test]
fn how_a_tie_among_the_worst_is_cut_is_said_where_one_is() {
    let mut run = Run::of(PREDICTIVE);
    let tied = |run: &Run| {
        let text = checked(run, false);
        section(&text, "### 6.3", "### 6.4").contains("worst (of equal scores the first in the file)")
    };
    let won = run.validation.deals.won().to_vec();
    let deals = &mut run.validation.false_negatives.deals;
    assert!(deals.len() > 10, "{}", deals.len());
    // Each of a cause of its own, so that ten are shown.
    for (at, deal) in deals.iter_mut().enumerate() {
        deal.signals.iter_mut().for_each(|signal| signal.bin = format!("bin {at}"));
    }
    let (shown, last) = (deals[..10].to_vec(), deals[9].score);
    let is_shown = |row: usize| shown.iter().any(|deal| deal.index == row);
    let others = (0..won.len()).filter(|&row| won[row] && !is_shown(row)).collect::<Vec<_>>();
    for row in &others {
        run.validation.scores[*row] = last + 1;
    }
    assert!(!tied(&run));
    run.validation.scores[others[0]] = last;
    assert!(tied(&run));
}

#[test]
fn limits_to_judge_by_go_with_a_number_of_deals() {
    let run = Run::of(PREDICTIVE);
    let text = checked(&run, false);
    let watch = section(&text, "### 6.4", "### 6.5");
    let held_out = run.validation.won + run.validation.lost;
    assert!(watch.contains(&format!("on {} leads, the fewest to judge by", held_out.min(100))), "{watch}");
    assert!(watch.contains(&format!("on {} closed deals or more: it was", held_out.min(100))), "{watch}");
    let cold = &run.validation.tiers[3];
    assert!(watch.contains(&format!("({})", cold.deals().min(100))), "{watch}");
    assert!(!text.contains("increment version"), "the model is not edited");
}

#[test]
fn limits_next_to_a_target_are_told_apart_from_it() {
    let mut run = Run::of(PREDICTIVE);
    for metric in run.validation.metrics.iter_mut().filter(|metric| metric.name == "accuracy") {
        (metric.value, metric.target, metric.pass) = (Some(0.74), Some(0.7), Some(true));
        (metric.lower, metric.upper) = (Some(0.7004), Some(0.78));
    }
    let row = |run: &Run| {
        let text = checked(run, false);
        text.lines().find(|line| line.starts_with("| Accuracy")).unwrap().to_owned()
    };
    assert!(row(&run).contains("| 70.04 % to 78.00 % | > 70 % | Pass |"), "{}", row(&run));
    for metric in run.validation.metrics.iter_mut() {
        (metric.lower, metric.upper) = (None, None);
    }
    assert!(!checked(&run, false).contains("A status is not certain"));
}

#[test]
fn the_accuracy_is_one_figure_wherever_it_stands() {
    let mut run = Run::of(PREDICTIVE);
    for metric in run.validation.metrics.iter_mut().filter(|metric| metric.name == "accuracy") {
        (metric.value, metric.target, metric.pass) = (Some(0.696), Some(0.7), Some(false));
    }
    let text = checked(&run, false);
    assert!(section(&text, "### 6.1", "### 6.2").contains("| 69.6 % "));
    assert!(section(&text, "### 6.4", "### 6.5").contains("it was 69.6 % on the"));
}

#[test]
fn what_one_call_would_get_right_is_said_once() {
    let mut run = Run::of(PREDICTIVE);
    let of_one_call = |run: &Run| {
        let text = checked(run, false);
        section(&text, "### 6.1", "### 6.2").to_lowercase().matches("calling every deal ").count()
    };
    for metric in run.validation.metrics.iter_mut().filter(|metric| metric.name == "accuracy") {
        metric.note = None;
    }
    assert_eq!(of_one_call(&run), 1, "beside the figure");
    let note = Phrase::new(
        "metric-one-call-lost",
        "Calling every deal lost would be right in {share}; at this base rate the target says little.",
    )
    .with([("share", "69 %".into())]);
    for metric in run.validation.metrics.iter_mut().filter(|metric| metric.name == "accuracy") {
        metric.note = Some(note.clone());
    }
    assert_eq!(of_one_call(&run), 1, "in a note");
    let missed = Phrase::new("verdict-target-missed-with-note", "{missed} {note}");
    run.validation.reasons = vec![missed.with([("missed", "Missed.".into()), ("note", note.into())])];
    assert_eq!(of_one_call(&run), 1, "in the verdict");
}

#[test]
fn a_test_that_would_take_years_names_another_measure() {
    let run = Run::of(PREDICTIVE);
    let text = checked(&run, false);
    let plan = section(&text, "### 6.5", "## Section 7");
    // About 91 deals close in a month: three a day.
    assert!(
        plan.contains("| Leads in all | Time (rounded up) |")
            && plan.contains("Time counts about 91 closed deals"),
        "{plan}"
    );
    let years = row_of(plan, "+10 %")[5];
    assert!(years.ends_with(" years"), "{plan}");
    assert!(plan.contains("compare the time to first contact"), "{plan}");
    let quick = Run::of(Plan { deals: 900, predictive: true, capacity: true, rules: false });
    let text = checked(&quick, false);
    let plan = section(&text, "### 6.5", "## Section 7");
    assert!(plan.contains("within 60 days") && !plan.contains("Time counts"), "{plan}");
    assert!(row_of(plan, "+50 %")[5].ends_with(" month") || row_of(plan, "+50 %")[5].ends_with(" months"));
}

#[test]
fn hot_is_never_let_win_less_than_the_average_lead() {
    let run = Run::of(PREDICTIVE);
    let told = |run: &Run| {
        let text = checked(run, false);
        section(&text, "### 6.4", "### 6.5").to_owned()
    };
    assert!(told(&run).contains("the fewest to judge by, chance reaches down to "), "{}", told(&run));
    let mut run = run;
    // Few deals, half of them won, of which chance leaves next to nothing sure.
    (run.validation.tiers[0].won, run.validation.tiers[0].lost) = (3, 3);
    let base = run.train.base_rate().unwrap();
    assert!((0.2..0.5).contains(&base), "{base}");
    let text = told(&run);
    assert!(
        text.contains("chance reaches further down, but ") && text.contains("is what the average lead wins"),
        "{text}"
    );
}
