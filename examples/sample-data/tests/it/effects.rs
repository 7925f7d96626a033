//! Each planted effect points the right way; what was not planted stays quiet.

use std::ops::Range;

use lead_scoring_sample_data::{SEED, generate};

use crate::{
    logistic::cross_validated_auc,
    statistics::{chi_square, count},
    table::{Row, cell, country, industry, number, rows, uses, yes},
};

/// What each strong effect must exceed, as a gap in win rate.
const STRONG: f64 = 0.18;
/// What each medium effect must exceed, as a gap in win rate.
const MEDIUM: f64 = 0.08;
/// What the interaction must exceed, in log odds.
const INTERACTION: f64 = 0.7;
/// Where the cross-validated AUC must lie.
const AUC: Range<f64> = 0.88..0.94;

fn deals() -> Vec<Row> {
    deals_of(SEED)
}

fn deals_of(seed: u64) -> Vec<Row> {
    rows(&generate(seed).unwrap().deals)
}

fn source_is(source: &'static str) -> impl Fn(&Row) -> bool {
    move |row| cell(row, "Lead Source") == source
}

fn between(column: &'static str, low: f64, high: f64) -> impl Fn(&Row) -> bool {
    move |row| number(row, column).is_some_and(|x| (low..=high).contains(&x))
}

/// Win rate where `good` holds less the win rate where `bad` holds.
pub(crate) fn gap(deals: &[Row], good: impl Fn(&Row) -> bool, bad: impl Fn(&Row) -> bool) -> f64 {
    count(deals, good).rate() - count(deals, bad).rate()
}

/// The strong effects as (name, gap in win rate).
pub(crate) fn strong_gaps(deals: &[Row]) -> Vec<(&'static str, f64)> {
    let demo = |r: &Row| yes(r, "Demo Requested");
    let referral = source_is("Referral");
    let cold = source_is("Cold Outbound");
    let middle = between("Employees", 200.0, 2000.0);
    let outside = |r: &Row| number(r, "Employees").is_some_and(|e| !(200.0..=2000.0).contains(&e));
    let (fresh, stale) =
        (between("Days Since Last Activity", 0.0, 7.0), between("Days Since Last Activity", 26.0, 999.0));
    let broad = between("Contacts Engaged", 3.0, 99.0);
    vec![
        ("demo requested", gap(deals, demo, |r| !demo(r))),
        ("referral", gap(deals, &referral, |r| !referral(r))),
        ("not cold outbound", gap(deals, |r| !cold(r), &cold)),
        ("200-2000 employees", gap(deals, middle, outside)),
        ("recent activity", gap(deals, fresh, stale)),
        ("three contacts", gap(deals, &broad, |r| !broad(r))),
    ]
}

/// The medium effects as (name, gap in win rate).
pub(crate) fn medium_gaps(deals: &[Row]) -> Vec<(&'static str, f64)> {
    let good = |r: &Row| matches!(industry(r), "Technology" | "Healthcare");
    let poor = |r: &Row| matches!(industry(r), "Retail" | "Public Sector");
    vec![
        ("pricing requested", gap(deals, |r| yes(r, "Pricing Requested"), |r| !yes(r, "Pricing Requested"))),
        ("industry", gap(deals, good, poor)),
        ("no Workday", gap(deals, |r| !uses(r, "Workday"), |r| uses(r, "Workday"))),
        ("Slack", gap(deals, |r| uses(r, "Slack"), |r| !uses(r, "Slack"))),
        ("meetings", gap(deals, between("Meetings", 3.0, 99.0), between("Meetings", 0.0, 1.0))),
        ("intent", gap(deals, |r| yes(r, "Intent Surge"), |r| cell(r, "Intent Surge") == "No")),
    ]
}

/// Log odds of large and warm deals beyond what size and source add up to.
pub(crate) fn interaction(deals: &[Row]) -> f64 {
    let cell_of = |large: bool, warm: bool| {
        count(deals, |r| {
            number(r, "Employees").is_some_and(|e| (e >= 500.0) == large)
                && matches!(cell(r, "Lead Source"), "Referral" | "Inbound") == warm
        })
        .log_odds()
    };
    cell_of(true, true) - cell_of(true, false) - cell_of(false, true) + cell_of(false, false)
}

/// What must not matter, as (name, chi-square over its value at p = 0.2).
pub(crate) fn null_ratios(deals: &[Row]) -> Vec<(&'static str, f64)> {
    // Upper 20 % points of chi-square with 1 to 5 degrees of freedom.
    let limits = [1.6424, 3.2189, 4.6416, 5.9886, 7.2893];
    let ratio = |level: &dyn Fn(&Row) -> String| {
        let (statistic, freedom) = chi_square(deals, level);
        statistic / limits[freedom - 1]
    };
    let quarter = |r: &Row| {
        let month: u32 = cell(r, "Closed Date")[5..7].parse().unwrap();
        (((month + 1) % 12) / 3).to_string()
    };
    vec![
        ("country", ratio(&|r| country(r).to_owned())),
        ("owner", ratio(&|r| cell(r, "Owner").to_owned())),
        ("competitor", ratio(&|r| cell(r, "Competitor").to_owned())),
        ("hiring", ratio(&|r| cell(r, "Hiring HR Roles").to_owned())),
        ("employees missing", ratio(&|r| cell(r, "Employees").is_empty().to_string())),
        ("revenue missing", ratio(&|r| cell(r, "Revenue Band").is_empty().to_string())),
        ("intent missing", ratio(&|r| cell(r, "Intent Surge").is_empty().to_string())),
        ("closing quarter", ratio(&quarter)),
    ]
}

#[test]
fn strong_effects_show() {
    for (name, gap) in strong_gaps(&deals()) {
        assert!(gap > STRONG, "{name}: {gap:.3}");
    }
}

#[test]
fn medium_effects_point_the_right_way() {
    for (name, gap) in medium_gaps(&deals()) {
        assert!(gap > MEDIUM, "{name}: {gap:.3}");
    }
}

#[test]
fn large_and_warm_wins_beyond_the_sum() {
    let beyond = interaction(&deals());
    assert!(beyond > INTERACTION, "{beyond:.3}");
}

#[test]
fn fields_without_effect_stay_quiet() {
    for (name, ratio) in null_ratios(&deals()) {
        assert!(ratio < 1.0, "{name}: chi-square is {ratio:.2} times its value at p = 0.2");
    }
}

#[test]
fn engagement_counts_say_the_same() {
    let deals = deals();
    for other in ["Email Clicks", "Page Views"] {
        let r = correlation(&deals, "Email Opens", other);
        assert!(r > 0.6, "opens and {other}: {r:.3}");
    }
}

#[test]
fn a_regression_finds_the_signal_but_not_all_of_the_outcome() {
    let auc = cross_validated_auc(&deals());
    assert!(AUC.contains(&auc), "{auc:.3}");
}

#[test]
fn no_smaller_seed_shows_as_much() {
    for seed in 0..SEED {
        let deals = deals_of(seed);
        let shown = strong_gaps(&deals).iter().all(|(_, gap)| *gap > STRONG)
            && medium_gaps(&deals).iter().all(|(_, gap)| *gap > MEDIUM)
            && interaction(&deals) > INTERACTION
            && null_ratios(&deals).iter().all(|(_, ratio)| *ratio < 1.0)
            && AUC.contains(&cross_validated_auc(&deals));
        assert!(!shown, "seed {seed} is smaller than {SEED} and meets every condition");
    }
}

#[test]
fn late_fields_give_the_outcome_away() {
    let deals = deals();
    assert!(gap(&deals, |r| yes(r, "Contract Sent"), |r| !yes(r, "Contract Sent")) > 0.85);
    assert!(deals.iter().all(|r| cell(r, "Loss Reason").is_empty() == (cell(r, "Outcome") == "Closed Won")));
    assert!(gap(&deals, between("Cycle Days", 0.0, 110.0), between("Cycle Days", 111.0, 999.0)) > 0.2);
}

/// Pearson's correlation of two number columns.
fn correlation(rows: &[Row], a: &str, b: &str) -> f64 {
    let n = rows.len() as f64;
    let column = |name: &str| -> Vec<f64> { rows.iter().filter_map(|r| number(r, name)).collect() };
    let (a, b) = (column(a), column(b));
    let (mean_a, mean_b) = (a.iter().sum::<f64>() / n, b.iter().sum::<f64>() / n);
    let product = |x: &[f64], mx: f64, y: &[f64], my: f64| -> f64 {
        x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum()
    };
    product(&a, mean_a, &b, mean_b)
        / (product(&a, mean_a, &a, mean_a) * product(&b, mean_b, &b, mean_b)).sqrt()
}
