//! Runs of the real stages on invented deals.

use lead_scoring_audit::{Audit, AuditOptions, audit};
use lead_scoring_calibration::{Calibration, CalibrationOptions, Capacity, calibrate};
use lead_scoring_core::{
    Column, Dataset, Day, Deals, Dimension, Field, HoldOut, OutcomeSpec, SetValues, Values, split,
};
use lead_scoring_fit::{Builtin, FitOptions, Fitted, SignalStability, fit, stability};
use lead_scoring_lift::{Analysis, AnalyzeOptions, FieldChoice, Interactions, analyze, interactions};
use lead_scoring_model::{FieldMap, History, Rule, RuleAction, RuleTest, Scored, Scorer, ScoringModel};
use lead_scoring_report::{LeadsInput, Report, ReportInput, Resampled, Result};
use lead_scoring_validation::{LearnedFrom, ValidationInput, ValidationOptions, ValidationReport, validate};
use std::sync::LazyLock;

/// Names that break tables, start mark-up or become formulas where they are not escaped.
pub(crate) const NASTY: [&str; 6] = [
    "=1|2 <b>",
    "A`B | *C*",
    "[click](http://x.example)",
    "line\nbreak & co",
    "_under_ \\",
    "``` json lead-scoring-model",
];

/// How often the deals are drawn anew.
const RESAMPLES: usize = 40;

/// What the outcome was read from.
static OUTCOME: LazyLock<OutcomeSpec> =
    LazyLock::new(|| OutcomeSpec::new("Stage", ["Won"], ["Lost, price", "No decision"]));

/// The results of all stages.
pub(crate) struct Run {
    pub(crate) train: Deals,
    pub(crate) audit: Audit,
    pub(crate) analysis: Analysis,
    pub(crate) interactions: Interactions,
    pub(crate) fitted: Fitted,
    pub(crate) strategy: Option<Builtin>,
    pub(crate) stability: Vec<SignalStability>,
    pub(crate) capacity: Option<Capacity>,
    pub(crate) calibration: Calibration,
    pub(crate) validation: ValidationReport,
    pub(crate) model: ScoringModel,
    pub(crate) leads: Dataset,
    pub(crate) scored: Scored,
    pub(crate) map: FieldMap,
}

/// What a run is to be like.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) deals: usize,
    /// Whether anything predicts winning.
    pub(crate) predictive: bool,
    pub(crate) capacity: bool,
    pub(crate) rules: bool,
}

impl Run {
    pub(crate) fn of(plan: Plan) -> Self {
        let mut random = Random(17);
        let (data, won) = deals(plan, &mut random);
        let rules = if plan.rules { rules() } else { Vec::new() };
        let capacity = plan.capacity.then(|| Capacity::new(400.0, 60.0));
        let leads = leads(&mut random);
        Self::through(&Deals::new(data, won).unwrap(), None, capacity, rules, leads)
    }

    /// Any deals through all stages, with one strategy or the best of all.
    pub(crate) fn with_strategy(deals: &Deals, strategy: Option<Builtin>) -> Self {
        Self::through(deals, strategy, None, Vec::new(), deals.data().clone())
    }

    fn through(
        deals: &Deals,
        strategy: Option<Builtin>,
        capacity: Option<Capacity>,
        rules: Vec<Rule>,
        leads: Dataset,
    ) -> Self {
        let parts = split(deals, &HoldOut::default()).unwrap();
        let (train, how) = (parts.train, parts.how.clone());
        let mut options = AuditOptions::default();
        options.outcome = Some("Outcome".to_owned());
        let audit = audit(&train, None, &options).unwrap();
        let mut choices = AnalyzeOptions::default();
        choices.fields =
            audit.used().map(|field| FieldChoice::new(field.name.clone(), field.dimension)).collect();
        let analysis = analyze(&train, &choices).unwrap();
        let interactions = interactions(&analysis, 0.05, 10);
        let mut fitting = FitOptions::default();
        fitting.strategy = strategy;
        let fitted = fit(&analysis, &fitting, rules).unwrap();
        let stability = stability(&analysis, &fitted, 1, RESAMPLES).unwrap();
        let mut tiers = CalibrationOptions::default();
        tiers.capacity = capacity;
        let calibration = calibrate(fitted.card.range(), &fitted.honest_scores, train.won(), &tiers).unwrap();
        let validation = validate(ValidationInput {
            card: &fitted.card,
            cuts: calibration.cuts,
            probability: &calibration.probability,
            hold_out: parts.hold_out,
            learned_from: Some(LearnedFrom { deals: &train, scores: &fitted.honest_scores }),
            how,
            options: ValidationOptions::default(),
        })
        .unwrap();
        let model = ScoringModel::new(
            "Invented".into(),
            "1.0".into(),
            day().to_string(),
            History::new(train.won_count(), train.lost_count()),
            fitted.card.clone(),
            calibration.cuts,
            calibration.facts(),
            calibration.probability.clone(),
            validation.summary(),
        );
        let map = FieldMap::for_data(&model, &leads, &[]).unwrap();
        let scored = Scorer::new(&model).unwrap().score(&leads, &map).unwrap();
        Self {
            train,
            audit,
            analysis,
            interactions,
            fitted,
            strategy,
            stability,
            capacity,
            calibration,
            validation,
            model,
            leads,
            scored,
            map,
        }
    }

    pub(crate) fn leads(&self) -> LeadsInput<'_> {
        LeadsInput::new(&self.leads, &self.scored, &self.map, Some("Company"), "leads|of.csv")
    }

    pub(crate) fn report(&self, with_leads: bool) -> Result<Report> {
        let others = [(Some("In Pro|gress".to_owned()), 12), (None, 1)];
        let mut input = self.input("Invented | <Corp>", &others);
        input.leads = with_leads.then(|| self.leads());
        Report::new(&input)
    }

    /// A report whose model, source and other outcome bear a name.
    pub(crate) fn named(&self, name: &str, others: &[(Option<String>, usize)]) -> Result<Report> {
        let mut input = self.input(name, others);
        input.source = name;
        Report::new(&input)
    }

    fn input<'a>(&'a self, name: &'a str, others: &'a [(Option<String>, usize)]) -> ReportInput<'a> {
        let (analysis, validation) = (&self.analysis, &self.validation);
        let mut input = ReportInput::new(
            name,
            day(),
            &self.train,
            &self.audit,
            analysis,
            &self.fitted,
            &self.calibration,
            validation,
            &self.model,
        );
        input.interactions = Some(&self.interactions);
        input.strategy = self.strategy;
        input.resampled = Some(Resampled::new(RESAMPLES, &self.stability));
        input.capacity = self.capacity;
        input.source = "deals.csv";
        input.outcome = Some(&OUTCOME);
        input.other_values = others;
        input.id_column = Some("Company");
        input
    }
}

pub(crate) fn day() -> Day {
    Day::from_calendar(2026, 3, 1).unwrap()
}

fn rules() -> Vec<Rule> {
    vec![
        Rule::new("no <small> fry", "Employees", RuleTest::Below(200.0), RuleAction::Disqualify(true)),
        Rule::new("friend", "Industry", RuleTest::Equals(vec!["Retail".into()]), RuleAction::Points(3)),
    ]
}

/// Deals whose outcome depends on four fields, or on none.
fn deals(plan: Plan, random: &mut Random) -> (Dataset, Vec<bool>) {
    let rows = plan.deals;
    let traits = Traits::draw(rows, random);
    let mut won = Vec::with_capacity(rows);
    for row in 0..rows {
        let mut odds = -0.9;
        if plan.predictive {
            odds += if traits.demo[row] == Some(true) { 1.6 } else { -0.4 };
            odds += if traits.employees[row] >= 200.0 { 1.1 } else { -0.8 };
            odds += [1.0, 0.0, -1.3, 0.2][traits.industry[row]];
            odds += if traits.days[row] > 25.0 { -1.4 } else { 0.5 };
        }
        won.push(random.unit() < 1.0 / (1.0 + f64::exp(-odds)));
    }
    let reasons = ["Price", "Chose | Competitor", "No Decision"];
    let reason: Vec<Option<&str>> = won
        .iter()
        .enumerate()
        .map(|(row, won)| {
            (!won && row % 5 != 0).then(|| {
                reasons[usize::from(traits.days[row] > 25.0) * 2
                    + row % 2 * usize::from(traits.days[row] <= 25.0)]
            })
        })
        .collect();
    let closed: Vec<u32> = (0..rows as u32).collect();
    let days = (0..rows).map(|row| Day::from_epoch_days(20_000 + row as i32 / 3)).collect::<Vec<_>>();
    let mut data = traits.into_data();
    data.push(Field::new("Loss Reason"), Column::from_categories(&reason)).unwrap();
    let contract: Vec<Option<bool>> = won.iter().map(|won| won.then_some(true)).collect();
    data.push(Field::new("Contract Sent"), Column::from_flags(&contract)).unwrap();
    data.push(Field::new("Closed Date"), date_column(closed, days)).unwrap();
    (data, won)
}

fn date_column(rows: Vec<u32>, days: Vec<Day>) -> Column {
    let mut distinct = days.clone();
    distinct.dedup();
    let codes = rows.iter().map(|&row| distinct.partition_point(|day| *day < days[row as usize]) as u32);
    Column::new(codes.collect(), Values::Date(distinct))
}

/// Forty leads; of the last four nothing is known.
fn leads(random: &mut Random) -> Dataset {
    let mut traits = Traits::draw(40, random);
    for row in 36..40 {
        traits.demo[row] = None;
        traits.employees[row] = f64::NAN;
        traits.days[row] = f64::NAN;
    }
    traits.unknown_industry = true;
    traits.into_data()
}

struct Traits {
    demo: Vec<Option<bool>>,
    employees: Vec<f64>,
    industry: Vec<usize>,
    days: Vec<f64>,
    stack: Vec<u32>,
    unknown_industry: bool,
}

impl Traits {
    fn draw(rows: usize, random: &mut Random) -> Self {
        Self {
            demo: (0..rows).map(|_| Some(random.unit() < 0.4)).collect(),
            employees: (0..rows).map(|_| (20.0 + 900.0 * random.unit()).round()).collect(),
            industry: (0..rows).map(|_| (4.0 * random.unit()) as usize).collect(),
            days: (0..rows).map(|_| (50.0 * random.unit()).round()).collect(),
            stack: (0..rows).map(|_| (3.0 * random.unit()) as u32).collect(),
            unknown_industry: false,
        }
    }

    fn into_data(self) -> Dataset {
        let rows = self.demo.len();
        let mut data = Dataset::with_rows(rows);
        let names: Vec<String> = (0..rows).map(|row| format!("{} {row}", NASTY[row % NASTY.len()])).collect();
        data.push(Field::new("Company"), Column::new((0..rows as u32).collect(), Values::Identifier(names)))
            .unwrap();
        data.push(Field::new("Demo | Requested"), Column::from_flags(&self.demo)).unwrap();
        data.push(Field::new("Employees"), Column::from_numbers(&self.employees)).unwrap();
        let levels = ["Tech <b>", "Re|tail", "Mining & Oil", "Other"];
        let known = |row: usize| !(self.unknown_industry && row >= 36);
        let industry: Vec<Option<&str>> =
            self.industry.iter().enumerate().map(|(row, &at)| known(row).then_some(levels[at])).collect();
        data.push(Field::new("Industry"), Column::from_categories(&industry)).unwrap();
        data.push(Field::new("Days Since Last Activity"), Column::from_numbers(&self.days)).unwrap();
        let items = SetValues {
            items: vec!["Slack".into(), "*Sales*".into()],
            members: vec![vec![], vec![0], vec![0, 1]],
        };
        data.push(Field::new("Tech Stack"), Column::new(self.stack, Values::Set(items))).unwrap();
        data.set_dimension("Demo | Requested", Dimension::Behavioral).unwrap();
        data.set_dimension("Days Since Last Activity", Dimension::Engagement).unwrap();
        data
    }
}

/// A small generator with fixed numbers (Knuth's 64-bit linear congruence).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}
