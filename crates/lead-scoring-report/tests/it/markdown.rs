//! The report as Markdown: read back table by table.

use crate::run::{NASTY, Plan, Run};
use lead_scoring_audit::TimeOrder;
use lead_scoring_core::Phrase;
use lead_scoring_model::document;
use lead_scoring_report::{Json, Renderer, render_markdown, summary_text};
use proptest::prelude::*;
use std::sync::LazyLock;

pub(crate) const PREDICTIVE: Plan = Plan { deals: 900, predictive: true, capacity: false, rules: false };

const HEADINGS: [&str; 40] = [
    "# Lead Scoring Model: Invented \\| \\<Corp\\>",
    "## Executive Summary",
    "## Section 1: Data Foundation",
    "### 1.1 Data Sources Analyzed",
    "### 1.2 Data Quality Notes",
    "### 1.3 Known Limitations",
    "## Section 2: Win/Loss Pattern Analysis",
    "### 2.1 Top Predictive Attributes (Ranked by Lift)",
    "### 2.2 Attributes That Do NOT Predict Winning",
    "### 2.3 Interaction Effects",
    "### 2.4 Loss Reason Analysis",
    "## Section 3: Scoring Model",
    "### 3.0 Score Range and Structure",
    "### 3.1 Dimension 1: Firmographic fit",
    "### 3.2 Dimension 2: Behavioral signals",
    "### 3.3 Dimension 3: Engagement depth",
    "### 3.4 Dimension 4: Intent indicators",
    "### 3.5 Negative Scoring (Deductions Summary)",
    "## Section 4: Threshold Definitions",
    "### 4.1 Score Distribution Analysis",
    "### 4.2 Tier Definitions",
    "### 4.3 Tier Transition Rules",
    "### 4.4 Volume and Capacity Validation",
    "## Section 5: CRM Implementation Guide",
    "### 5.1 Required CRM Fields",
    "### 5.2 Automation Rules",
    "### 5.3 Dashboard and Reporting Setup",
    "### 5.4 Integration Points",
    "## Section 6: Validation Methodology",
    "### 6.1 Holdout Validation (Initial)",
    "### 6.2 False Positive Analysis",
    "### 6.3 False Negative Analysis",
    "### 6.4 Ongoing Monitoring Protocol",
    "### 6.5 A/B Testing Protocol",
    "## Section 7: Batch Scoring Current Leads",
    "## Section 8: Model Maintenance Runbook",
    "### 8.1 Weekly Tasks (15 minutes)",
    "### 8.2 Monthly Tasks (1 hour)",
    "### 8.3 Quarterly Tasks (Half day)",
    "### 8.4 Version History",
];

/// Cells of a table row: bars that no backslash precedes part them.
fn cells(row: &str) -> usize {
    let mut escaped = false;
    let bars = row.chars().filter(|c| {
        let bar = *c == '|' && !escaped;
        escaped = *c == '\\' && !escaped;
        bar
    });
    bars.count().saturating_sub(1)
}

/// Checks what every report must keep to; returns it.
pub(crate) fn checked(run: &Run, with_leads: bool) -> String {
    let markdown = render_markdown(&run.report(with_leads).unwrap()).unwrap();
    let (text, block) = markdown.split_once("```json lead-scoring-model").unwrap();
    assert!(block.trim_end().ends_with("```"));
    assert_eq!(document::load(&markdown).unwrap(), run.model);

    let mut at = 0;
    let lines: Vec<&str> = text.lines().collect();
    for heading in HEADINGS {
        let found = lines[at..].iter().position(|line| line.starts_with(heading));
        at += found.unwrap_or_else(|| panic!("`{heading}` is missing or out of order")) + 1;
    }
    for wrong in [
        "NaN",
        "inf ",
        "None",
        "{{",
        "{%",
        "[X]",
        "undefined",
        "-0 ",
        "1 deals",
        "1 leads",
        "1 points",
        "and 1 more",
        " ,",
        "TODO",
    ] {
        let line = lines.iter().find(|line| line.contains(wrong) && !is_longer_number(line, wrong));
        assert!(line.is_none(), "`{wrong}` in {line:?}");
    }
    check_tables(&lines);
    check_lists(&lines);
    check_items(&lines);
    check_transitions(text);
    text.to_owned()
}

/// Whether every "1 deals" in the line ends a longer number, as in "201 deals" or "0.1 points".
fn is_longer_number(line: &str, wrong: &str) -> bool {
    line.match_indices(wrong).all(|(at, _)| {
        wrong.starts_with('1') && line[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))
    })
}

fn check_tables(lines: &[&str]) {
    let mut tables = 0;
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("|---")) {
        tables += 1;
        let rows = lines[at + 1..].iter().take_while(|line| line.starts_with('|'));
        for row in rows.chain([&lines[at - 1]]) {
            assert_eq!(cells(row), cells(line), "{row}");
            assert!(row.ends_with('|'), "{row}");
        }
        assert!(lines[at - 2].is_empty(), "no empty line before {}", lines[at - 1]);
    }
    assert!(tables >= 12, "{tables} tables");
    for line in lines.iter().filter(|line| !line.starts_with('|')) {
        assert!(!line.contains("<b>"), "{line}");
    }
}

/// An item that begins within a line was glued to the one before it.
pub(crate) fn check_items(lines: &[&str]) {
    for line in lines {
        let glued = line.match_indices("- ").any(|(at, _)| {
            line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '.' | ','))
                && line[at + 2..].starts_with(char::is_uppercase)
        });
        assert!(!glued, "{line}");
    }
}

/// A list and the text round it would flow into each other without an empty line between.
fn check_lists(lines: &[&str]) {
    for pair in lines.windows(2).filter(|pair| pair.iter().all(|line| !line.is_empty())) {
        let follows_verdict = pair[0].starts_with("**Verdict");
        assert!(pair[0].starts_with("- ") == pair[1].starts_with("- ") || follows_verdict, "{pair:?}");
    }
}

/// A rule or trigger that is listed twice is one too many.
fn check_transitions(text: &str) {
    let rules = section(text, "### 4.3", "### 4.4");
    let mut told: Vec<&str> = rules.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    told.iter_mut().for_each(|line| *line = line.strip_prefix("No activity: ").unwrap_or(line));
    told.sort_unstable();
    assert!(told.windows(2).all(|pair| pair[0] != pair[1]), "{told:?}");
}

/// The part between two headings.
pub(crate) fn section<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap();
    let end = text[start..].find(to).unwrap() + start;
    &text[start..end]
}

#[test]
fn a_predictive_history_gives_a_whole_report() {
    let run = Run::of(PREDICTIVE);
    assert!(!run.model.card.signals.is_empty() && run.model.tiers.is_some());
    let text = checked(&run, true);
    let quality = section(&text, "### 1.2", "### 1.3");
    let suspects = quality.find("Contract Sent").expect("the leak is listed");
    assert!(quality.find("\n- ").is_none_or(|notes| suspects < notes), "suspects come first");
    assert!(quality.contains("`--keep 'Contract Sent'`"));
    assert!(section(&text, "### 2.4", "## Section 3").contains("Chose \\| Competitor"));
    assert!(
        section(&text, "### 2.4", "## Section 3")
            .contains("points in Engagement depth than other lost deals")
    );
    assert!(text.contains("In Pro\\|gress (12), an empty cell (1)"));
    for part in ["### 7.1", "### 7.2", "### 7.3", "### 7.4", "### 7.5", "### 7.6"] {
        assert!(text.contains(part), "{part}");
    }
    assert!(section(&text, "### 3.5", "## Section 4").contains("no manual rules"));
    let moves = section(&text, "### 4.3", "### 4.4");
    assert!(moves.contains("- No activity: Days Since Last Activity is "), "{moves}");
    assert!(!moves.contains("Requested is no"), "a request is not taken back: {moves}");
    let told = moves.matches("Days Since Last Activity is ").count();
    assert_eq!(told, 2, "once up and once as idle: {moves}");
    let volume = section(&text, "### 4.4", "## Section 5");
    assert!(volume.contains("How many rep-hours there are is not in the data"), "{volume}");
    assert!(
        volume.contains("deals closed a month") && volume.contains("rep-hours per 100 leads"),
        "{volume}"
    );
    assert!(volume.contains("There are 40 current leads: "), "{volume}");
}

#[test]
fn nothing_predictive_reads_well_and_invents_no_points() {
    let run = Run::of(Plan { deals: 300, predictive: false, capacity: true, rules: false });
    assert!(run.model.card.signals.is_empty());
    let text = checked(&run, true);
    assert!(text.contains("**Verdict: do not deploy.**"));
    assert!(text.contains("No points were invented"));
    assert!(!section(&text, "## Section 3", "## Section 4").contains("| +"));
    assert!(!text.contains("How the strategy was chosen"));
    assert!(!summary_text(&run.report(true).unwrap()).contains("\nStrategy "));
    assert!(section(&text, "### 4.2", "### 4.3").contains("No tiers were cut"));
    assert!(section(&text, "## Section 7", "## Section 8").contains("No lead has a score"));
    assert!(section(&text, "### 6.2", "### 6.3").contains("no false positives"));
    assert!(summary_text(&run.report(true).unwrap()).contains("DO NOT DEPLOY"));
    let crm = section(&text, "### 5.1", "## Section 6");
    assert!(crm.contains("Nothing to set up") && crm.contains("Start recording: revenue, "), "{crm}");
    assert!(!crm.contains("Lead_Score_Total") && !crm.contains("Rule 1"), "{crm}");
    assert!(!section(&text, "### 8.2", "### 8.4").contains("sales leadership"));
    let results = section(&text, "### 6.1", "### 6.2");
    assert!(results.contains("| Metric | Value | Target | Status |"), "{results}");
    assert!(results.contains("| Further figure | Value |\n"), "{results}");
    assert!(!results.contains("not defined") && !results.contains("| – |"), "{results}");
    assert!(section(&text, "### 6.4", "### 6.5").contains("doubled to 600"));
    assert!(section(&text, "### 1.2", "### 1.3").contains("dates are not scored even if kept"));
    assert!(!text.contains("--keep 'Closed Date'"));
}

#[test]
fn capacity_rules_and_a_refit_are_told() {
    let mut run = Run::of(Plan { deals: 900, predictive: true, capacity: true, rules: true });
    run.model.validation.refitted = true;
    let text = checked(&run, true);
    let check = section(&text, "### 4.4", "## Section 5");
    assert!(check.contains("Hot and Warm need") && check.contains("rep-hours/month (automated)"), "{check}");
    assert!(section(&text, "### 3.5", "## Section 4").contains("set by people, not learned"));
    let judged = section(&text, "### 6.1", "### 6.2");
    assert!(judged.contains("belong to the model before the refit"));
    let hot = &run.validation.tiers[0];
    assert!(judged.contains(&format!("| Hot | {} to {} |", hot.low.unwrap(), hot.high.unwrap())), "{judged}");
    assert!(
        judged.contains("Tiers on the hold-out by the model before the refit")
            && judged.contains("not known after the refit")
    );
    assert!(summary_text(&run.report(true).unwrap()).contains("of the model before the refit"));
    assert!(section(&text, "### 6.5", "## Section 7").contains("within 60 days"));
}

/// Cells of a table's row, without the blanks around them.
fn row_of<'a>(table: &'a str, tier: &str) -> Vec<&'a str> {
    let row = table.lines().find(|line| line.starts_with(&format!("| {tier} |"))).unwrap();
    row.trim_matches('|').split('|').map(str::trim).collect()
}

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
fn a_change_over_time_is_told_once_and_limits_confidence() {
    let mut run = Run::of(PREDICTIVE);
    run.audit.drift.recommend_temporal = true;
    let drift = run.audit.drift.sentence.clone();
    run.audit.limitations.insert(0, drift);
    let random = checked(&run, false);
    assert!(random.contains("**Model Confidence:** Low -- The win rate drifts"), "{random}");
    assert!(random.contains("**Warning:** the win rate drifts"));
    let limits = section(&random, "### 1.3", "## Section 2");
    assert_eq!(limits.matches("equal periods lie between").count(), 1, "{limits}");
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
fn a_test_that_would_take_years_names_another_measure() {
    let run = Run::of(PREDICTIVE);
    let text = checked(&run, false);
    let plan = section(&text, "### 6.5", "## Section 7");
    // About 91 deals close in a month: three a day.
    assert!(
        plan.contains("| Leads in all | Time |") && plan.contains("Time counts about 91 closed deals"),
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
fn that_hot_may_exceed_its_share_by_chance_is_said_where_it_may() {
    let mut run = Run::of(PREDICTIVE);
    let told = |run: &Run| checked(run, false).contains("Hot was cut to hold at most ");
    run.calibration.max_hot_share = 0.9;
    assert!(!told(&run));
    run.calibration.max_hot_share = 0.02;
    assert!(told(&run));
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

#[test]
fn every_signal_is_within_reach_of_the_first_table() {
    let run = Run::of(PREDICTIVE);
    let text = checked(&run, false);
    let reach = section(&text, "### 2.1", "### 2.2").replace('\\', "");
    for field in run.model.card.signals.iter().flat_map(|signal| signal.fields()) {
        assert!(reach.contains(field), "{field} in {reach}");
    }
}

#[test]
fn each_lift_has_its_honest_one_beside_it() {
    let mut run = Run::of(PREDICTIVE);
    let demo = run.analysis.patterns.iter_mut().find(|pattern| pattern.name == "Demo | Requested").unwrap();
    let (lift, honest) = (demo.bins[1].lift.unwrap(), demo.bins[1].honest_lift.unwrap());
    let line = |run: &Run| -> String {
        let text = checked(run, false);
        let table = section(&text, "### 2.1", "### 2.2").to_owned();
        table.lines().find(|line| line.contains("| Demo \\| Requested: yes |")).unwrap().to_owned()
    };
    let interval = demo.bins[1].lift_interval.unwrap();
    let honest = format!("| {honest:.2}x ({:.2} to {:.2}) |", interval.lower, interval.upper);
    let row = line(&run);
    assert!(row.contains(&format!("| {lift:.2}x |")) && row.contains(&honest), "{row}");
    assert!(row.contains("(p < 0.001, q < 0.001)"), "{row}");
    let demo = run.analysis.patterns.iter_mut().find(|pattern| pattern.name == "Demo | Requested").unwrap();
    demo.bins[1].honest_lift = None;
    assert!(line(&run).contains("| not found again |"));
}

#[test]
fn the_same_results_give_the_same_bytes() {
    let render = || render_markdown(&Run::of(PREDICTIVE).report(true).unwrap()).unwrap();
    assert_eq!(render(), render());
}

#[test]
fn hostile_names_stay_in_their_cells() {
    let run = Run::of(PREDICTIVE);
    let text = checked(&run, true);
    let leads = section(&text, "### 7.1", "### 7.6");
    assert!(leads.contains("\\=1\\|2 \\<b\\>"), "{leads}");
    assert!(NASTY.iter().any(|name| name.contains('|') && !leads.contains(name)));
    assert!(!leads.contains("[click]("));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_name_keeps_the_tables_whole(raw in "(?s).{1,40}", marks in "[`|<>&*_\\[\\]\\\\ \\n#=.a1-]{1,30}") {
        static RUN: LazyLock<Run> = LazyLock::new(|| Run::of(PREDICTIVE));
        for name in [&raw, &marks] {
            let others = [(Some(name.clone()), 2)];
            let markdown = render_markdown(&RUN.named(name, &others).unwrap()).unwrap();
            prop_assert_eq!(document::load(&markdown).unwrap(), RUN.model.clone());
            let (text, _) = markdown.rsplit_once("```json lead-scoring-model").unwrap();
            check_tables(&text.lines().collect::<Vec<_>>());
            prop_assert_eq!(text.lines().filter(|line| line.starts_with("# ")).count(), 1);
        }
    }
}

#[test]
fn parts_of_different_runs_are_refused() {
    let mut run = Run::of(PREDICTIVE);
    run.fitted.honest_scores.pop();
    let error = run.report(false).unwrap_err();
    assert_eq!(error.kind(), lead_scoring_report::ErrorKind::Mismatch);
    assert!(error.to_string().contains("honest scores"), "{error}");
}

#[test]
fn the_summary_fits_a_terminal() {
    let run = Run::of(PREDICTIVE);
    let summary = summary_text(&run.report(true).unwrap());
    let lines: Vec<&str> = summary.lines().collect();
    assert!((10..=30).contains(&lines.len()), "{summary}");
    for word in
        ["Deals", "Signals", "Strategy", "AUC", "Verdict", "Hot", "Cold", "Leads", "--keep 'Contract Sent'"]
    {
        assert!(summary.contains(word), "{word} in {summary}");
    }
    assert!(!summary.contains("NaN") && summary.ends_with('\n'));
}
