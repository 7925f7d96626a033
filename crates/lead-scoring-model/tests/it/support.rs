//! Models and leads for tests.

use lead_scoring_core::{Binning, Column, Dataset, Dimension, Field, Kind, SetValues, Tier, Values};
use lead_scoring_model::{
    Bin, FieldMap, History, Input, ProbabilityMap, Rule, RuleAction, RuleTest, Scorecard, Scored, Scorer,
    ScoringModel, Signal, TierCuts, TierFacts, Validation, Verdict,
};

/// A bin whose log odds agree with its points.
pub(crate) fn bin(label: &str, points: i32) -> Bin {
    let mut bin = Bin::new(label, 5, 7, Some(1.5), 0.1 * f64::from(points));
    bin.points = points;
    bin
}

/// An input of the kind that its binning asks for.
pub(crate) fn input(field: &str, binning: Binning) -> Input {
    let kind = match binning {
        Binning::Range { .. } | Binning::Digits { .. } => Kind::Number,
        Binning::Group { .. } => Kind::Category,
        Binning::Contains { .. } => Kind::Set,
        _ => Kind::Flag,
    };
    Input::new(field, kind, binning)
}

/// A signal called after its field; `points` holds one entry a regular bin and then the missing bin.
pub(crate) fn signal(field: &str, dimension: Dimension, binning: Binning, points: &[i32]) -> Signal {
    let bins =
        points.iter().enumerate().map(|(at, &points)| bin(&format!("{field} bin {at}"), points)).collect();
    Signal::new(field.into(), dimension, input(field, binning), 0.75, bins)
}

/// A combination; `points` holds one entry a notable bin, and the two bins without points follow.
pub(crate) fn pair(
    name: &str,
    dimension: Dimension,
    inputs: [Input; 2],
    cells: Vec<u16>,
    points: &[i32],
) -> Signal {
    let bin = |(at, &points): (usize, &i32)| {
        // 5 of 12 deals won: more than expected where there are points for it, fewer where points are taken away.
        let expected = 5.0 - 0.5 * f64::from(points.signum());
        let label = format!("{name} bin {at}");
        let mut bin =
            Bin::new(label, 5, 7, Some(5.0 / expected), 0.1 * f64::from(points)).with_expected(expected);
        bin.points = points;
        bin
    };
    let bins = points.iter().chain(&[0, 0]).enumerate().map(bin).collect();
    Signal::pair(name.into(), dimension, inputs, cells, 0.5, bins)
}

/// A model of these signals and rules with tiers at 3/4, 1/2 and 1/4 of its range.
pub(crate) fn model_of(signals: Vec<Signal>, rules: Vec<Rule>) -> ScoringModel {
    let card = Scorecard::new(12.345_678_9, [100; 4], signals, rules);
    let (low, high) = card.range();
    let curve = (low..=high).map(|score| 1.0 / (1.0 + (2.0 - 0.07 * f64::from(score)).exp())).collect();
    let quarter = |part: i32| (high * part / 4).max(part - 1);
    let tiers = (high > 0).then(|| TierCuts::new(quarter(3), quarter(2), quarter(1)).expect("descending"));
    let facts = |tier| TierFacts::new(tier, 4, 6, Some(0.4));
    let tier_facts = if tiers.is_some() { Tier::ALL.map(facts).into() } else { Vec::new() };
    ScoringModel::new(
        "Pipeline".into(),
        "1.0".into(),
        "2026-03-01".into(),
        History::new(100, 200),
        card,
        tiers,
        tier_facts,
        ProbabilityMap::new(low, curve, "logistic").expect("rising"),
        Validation::new(Verdict::DeployWithCare, 30, 60, "30 % at random".into(), Some((0.8, 0.7, 0.9))),
    )
}

/// Size (firmographic), Industry (firmographic), Demo (behavioral), Visits (engagement, missing has points), Tech (engagement).
pub(crate) fn sample_signals() -> Vec<Signal> {
    let levels = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let groups = vec![levels(&["Health Care", "Retail"]), levels(&["Mining `deep`"])];
    vec![
        signal("Size", Dimension::Firmographic, Binning::Range { edges: vec![50.0, 200.0] }, &[-4, 0, 10, 0]),
        signal("Industry", Dimension::Firmographic, Binning::Group { groups }, &[6, -3, 0]),
        signal("Demo", Dimension::Behavioral, Binning::Flag, &[-5, 12, 0]),
        signal("Visits", Dimension::Engagement, Binning::Range { edges: vec![0.1 + 0.2] }, &[2, 8, -6]),
        signal("Tech", Dimension::Engagement, Binning::Contains { item: "Slack".into() }, &[-1, 7, 0]),
    ]
}

/// A disqualifier by category, and manual points by number.
pub(crate) fn sample_rules() -> Vec<Rule> {
    vec![
        Rule::new(
            "competitor",
            "Owner",
            RuleTest::Equals(vec!["Rival".into()]),
            RuleAction::Disqualify(true),
        ),
        Rule::new("big", "Size", RuleTest::AtLeast(1000.0), RuleAction::Points(5)),
        Rule::new("tiny", "Size", RuleTest::Below(2.0), RuleAction::Points(-90)),
    ]
}

pub(crate) fn sample_model() -> ScoringModel {
    model_of(sample_signals(), sample_rules())
}

/// The sample with Effort (behavioral, digits of a number) and the combination of Industry and Demo: retail with a demo gives 9 points,
/// mining without one takes 4, and retail of which no demo is recorded takes 2.
pub(crate) fn paired_model() -> ScoringModel {
    let mut signals = sample_signals();
    let read = |at: usize| signals[at].inputs[0].clone();
    // Columns: no demo, demo, not recorded. Bins: 0, 1 and 2 notable, 3 any other, 4 missing.
    let cells = vec![3, 0, 2, 1, 3, 4, 4, 4, 4];
    let inputs = [read(1), read(2)];
    let both = pair("Industry + Demo", Dimension::Behavioral, inputs, cells, &[9, -4, -2]);
    signals.push(signal(
        "Effort",
        Dimension::Behavioral,
        Binning::Digits { edges: vec![1, 2] },
        &[0, -3, 2, 0],
    ));
    signals.push(both);
    model_of(signals, sample_rules())
}

/// A set column from item lists; `None` is missing.
pub(crate) fn set_column(rows: &[Option<Vec<&str>>]) -> Column {
    let mut sets = SetValues::default();
    let mut codes = Vec::new();
    for row in rows {
        let Some(items) = row else {
            codes.push(lead_scoring_core::MISSING);
            continue;
        };
        let mut members = Vec::new();
        for item in items {
            let at = sets.items.iter().position(|known| known == item).unwrap_or_else(|| {
                sets.items.push((*item).to_owned());
                sets.items.len() - 1
            });
            members.push(u32::try_from(at).unwrap());
        }
        members.sort_unstable();
        members.dedup();
        codes.push(u32::try_from(sets.members.len()).unwrap());
        sets.members.push(members);
    }
    Column::new(codes, Values::Set(sets))
}

/// Five leads: a strong one, a weak one, one of unseen values, one of which nothing is known, a big competitor.
pub(crate) fn sample_leads() -> Dataset {
    let mut data = Dataset::with_rows(5);
    let mut push = |name: &str, column| data.push(Field::new(name), column).unwrap();
    push("Size", Column::from_numbers(&[500.0, 1.0, 100.0, f64::NAN, 5000.0]));
    push(
        "industry",
        Column::from_categories(&[
            Some("retail"),
            Some("mining `Deep`"),
            Some("Space"),
            None,
            Some("Retail"),
        ]),
    );
    push("Demo", Column::from_flags(&[Some(true), Some(false), Some(true), None, Some(true)]));
    push("Visits", Column::from_numbers(&[3.0, 0.0, f64::NAN, f64::NAN, 0.1 + 0.2]));
    push(
        "Tech",
        set_column(&[
            Some(vec!["Jira", "slack"]),
            Some(vec!["Jira"]),
            Some(vec![]),
            None,
            Some(vec!["Slack"]),
        ]),
    );
    push("Owner", Column::from_categories(&[None, Some("Ann"), Some("Bob"), None, Some("rival")]));
    data
}

pub(crate) fn score(model: &ScoringModel, data: &Dataset) -> Scored {
    let map = FieldMap::for_data(model, data, &[]).expect("mapped");
    Scorer::new(model).expect("sound").score(data, &map).expect("scored")
}
