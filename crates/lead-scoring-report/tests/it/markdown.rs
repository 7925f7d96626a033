//! The report as Markdown: read back table by table.

use crate::run::{NASTY, Plan, Run};
use lead_scoring_model::document;
use lead_scoring_report::{render_markdown, summary_text};
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

/// Cells of a table's row, without the blanks around them.
pub(crate) fn row_of<'a>(table: &'a str, tier: &str) -> Vec<&'a str> {
    let row = table.lines().find(|line| line.starts_with(&format!("| {tier} |"))).unwrap();
    row.trim_matches('|').split('|').map(str::trim).collect()
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
    for row in section(&text, "### 7.3", "### 7.5").lines().filter(|line| line.starts_with("| ")) {
        let (_, last) = row.trim_end_matches(" |").rsplit_once(" | ").unwrap();
        assert!(last.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()), "{row}");
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
fn mean_points_name_the_deals_of_their_own_outcome() {
    let mut run = Run::of(PREDICTIVE);
    let (won, lost) = (run.validation.won, run.validation.lost);
    let held_out = checked(&run, false);
    assert!(held_out.contains(&format!("({won} won deals held out)\n")), "{won} won");
    assert!(held_out.contains(&format!("({lost} lost deals held out)\n")), "{lost} lost");
    run.model.validation.refitted = true;
    let (won, lost) = (run.train.won_count(), run.train.len() as u64 - run.train.won_count());
    let learned = checked(&run, false);
    for (count, outcome) in [(won, "won"), (lost, "lost")] {
        let told = format!("({count} {outcome} deals learned from, which flatters it)\n");
        assert!(learned.contains(&told), "{told}");
    }
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
