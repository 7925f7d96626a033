//! Everything a user may decide, and the check of it all at once.

use super::icp::IcpCriterion;
use crate::leads::no_column;
use crate::{Error, Result};
use lead_scoring_calibration::{CalibrationOptions, Capacity};
use lead_scoring_core::{
    Day, Dimension, HoldOutPolicy, Kind, OutcomeSpec, ROW_ORDER, ReadOptions, name_key, read_table_file,
};
use lead_scoring_fit::{Builtin, FitOptions};
use lead_scoring_lift::GivenBins;
use lead_scoring_model::{Rule, RuleAction, RuleTest};
use lead_scoring_validation::Targets;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS_PER_DAY: u64 = 86_400;

/// The options as given. [`Builder`] sets them, [`Plan`] holds them checked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) name: Option<String>,
    pub(crate) outcome: Option<OutcomeSpec>,
    pub(crate) id: Option<String>,
    pub(crate) missing: Vec<String>,
    pub(crate) missing_in: Vec<(String, Vec<String>)>,
    pub(crate) separator: Option<u8>,
    pub(crate) kinds: Vec<(String, Kind)>,
    pub(crate) exclude: Vec<String>,
    pub(crate) keep: Vec<String>,
    pub(crate) hold_out: HoldOutPolicy,
    pub(crate) group: Option<String>,
    pub(crate) dimensions: Vec<(String, Dimension)>,
    pub(crate) given: Vec<GivenBins>,
    pub(crate) icp: Vec<IcpCriterion>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) fit: FitOptions,
    pub(crate) calibration: CalibrationOptions,
    pub(crate) targets: Targets,
    pub(crate) seed: u64,
    pub(crate) refit: bool,
    pub(crate) built: Option<Day>,
    #[cfg(feature = "parallel")]
    pub(crate) threads: Option<usize>,
}

/// Collects options; [`Builder::build`] checks them all at once. [`LeadScoring::builder`](crate::LeadScoring::builder) makes one.
#[derive(Clone, Debug)]
#[must_use]
pub struct Builder {
    options: Options,
}

/// Checked options, ready to be run on data. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(crate) options: Arc<Options>,
    pub(crate) outcome: OutcomeSpec,
    pub(crate) built: Day,
}

impl Builder {
    /// No options but the seed: any would do, as long as it is always the same.
    pub(super) fn new() -> Self {
        Self { options: Options { seed: 1, ..Options::default() } }
    }

    /// What the model is called; "Lead scoring model" unless said otherwise.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.options.name = Some(name.into());
        self
    }

    /// The outcome column with the values that mean won and lost. The one thing that must be said.
    pub fn outcome<S: Into<String>>(
        mut self,
        column: impl Into<String>,
        won: impl IntoIterator<Item = S>,
        lost: impl IntoIterator<Item = S>,
    ) -> Self {
        self.options.outcome = Some(OutcomeSpec::new(column, won, lost));
        self
    }

    /// The column that names a deal; otherwise found out.
    pub fn id(mut self, column: impl Into<String>) -> Self {
        self.options.id = Some(column.into());
        self
    }

    /// Further texts that mean "not known" in any column.
    pub fn missing<S: Into<String>>(mut self, codes: impl IntoIterator<Item = S>) -> Self {
        self.options.missing.extend(codes.into_iter().map(Into::into));
        self
    }

    /// Further texts that mean "not known" in one column.
    pub fn missing_in<S: Into<String>>(
        mut self,
        column: impl Into<String>,
        codes: impl IntoIterator<Item = S>,
    ) -> Self {
        self.options.missing_in.push((column.into(), codes.into_iter().map(Into::into).collect()));
        self
    }

    /// The byte between cells of files, of the leads' as well; found out unless said.
    pub fn separator(mut self, separator: u8) -> Self {
        self.options.separator = Some(separator);
        self
    }

    /// The kind of a column, where it should not be inferred.
    pub fn kind(mut self, column: impl Into<String>, kind: Kind) -> Self {
        self.options.kinds.push((column.into(), kind));
        self
    }

    /// Columns to leave out.
    pub fn exclude<S: Into<String>>(mut self, columns: impl IntoIterator<Item = S>) -> Self {
        self.options.exclude.extend(columns.into_iter().map(Into::into));
        self
    }

    /// Columns to use even where the audit suspects that they are known only after the outcome.
    pub fn keep<S: Into<String>>(mut self, columns: impl IntoIterator<Item = S>) -> Self {
        self.options.keep.extend(columns.into_iter().map(Into::into));
        self
    }

    /// Which deals are set aside for the validation; a random quarter unless said otherwise.
    pub fn hold_out(mut self, policy: HoldOutPolicy) -> Self {
        self.options.hold_out = policy;
        self
    }

    /// Deals with equal values in this column are never parted by the hold-out (the account, say).
    pub fn group(mut self, column: impl Into<String>) -> Self {
        self.options.group = Some(column.into());
        self
    }

    /// The dimension a column's signals count for, where the name would be misread.
    pub fn dimension(mut self, column: impl Into<String>, dimension: Dimension) -> Self {
        self.options.dimensions.push((column.into(), dimension));
        self
    }

    /// Bins of your own, measured beside those that are searched for.
    pub fn given_bins(mut self, bins: GivenBins) -> Self {
        self.options.given.push(bins);
        self
    }

    /// A criterion of the ideal customer profile; it earns points only by its measured lift.
    pub fn icp(mut self, criterion: IcpCriterion) -> Self {
        self.options.icp.push(criterion);
        self
    }

    /// A rule set by people: a disqualifier or manual points, reported apart from what was learned.
    pub fn rule(mut self, rule: Rule) -> Self {
        self.options.rules.push(rule);
        self
    }

    /// The most positive points a dimension may give, 1 to 100; 60 unless said otherwise.
    pub fn cap(mut self, dimension: Dimension, points: i32) -> Self {
        self.options.fit.caps[dimension.index()] = points;
        self
    }

    /// Most signals, 1 to 30; 25 unless said otherwise.
    pub fn max_signals(mut self, signals: usize) -> Self {
        self.options.fit.max_signals = signals;
        self
    }

    /// The strategy that turns lift into points; unless said otherwise all are compared on training deals they did not see.
    pub fn strategy(mut self, strategy: Builtin) -> Self {
        self.options.fit.strategy = Some(strategy);
        self
    }

    /// What the model must exceed on the hold-out; the tiers are cut with the same aims for Hot.
    pub fn targets(mut self, targets: Targets) -> Self {
        self.options.calibration.hot_precision = targets.hot_precision;
        self.options.calibration.hot_recall = targets.hot_recall;
        self.options.targets = targets;
        self
    }

    /// The largest share of leads that may be Hot, 0.02 to 0.9; 0.25 unless said otherwise.
    pub fn max_hot_share(mut self, share: f64) -> Self {
        self.options.calibration.max_hot_share = share;
        self
    }

    /// The smallest share of leads that must be Cold, 0 to 0.9; 0.20 unless said otherwise.
    pub fn min_cold_share(mut self, share: f64) -> Self {
        self.options.calibration.min_cold_share = share;
        self
    }

    /// How many leads come in and how many hours there are to work them.
    pub fn capacity(mut self, capacity: Capacity) -> Self {
        self.options.calibration.capacity = Some(capacity);
        self
    }

    /// Seed of the hold-out and the folds; 1 unless said otherwise.
    pub fn seed(mut self, seed: u64) -> Self {
        self.options.seed = seed;
        self
    }

    /// Whether to learn the points again on all closed deals after the verdict. The validation's figures then belong to the model
    /// before that, and the model says so. A model that is not to be deployed is not refitted.
    pub fn refit(mut self, refit: bool) -> Self {
        self.options.refit = refit;
        self
    }

    /// The day the model bears; without it the day of [`Builder::build`] in UTC, the only thing ever read from a clock.
    pub fn built(mut self, day: Day) -> Self {
        self.options.built = Some(day);
        self
    }

    /// How many threads measure fields; all cores unless said otherwise. The model is the same bits at any number.
    #[cfg(feature = "parallel")]
    pub fn threads(mut self, threads: usize) -> Self {
        self.options.threads = Some(threads);
        self
    }

    /// A sentence for each column that the options name and a CSV file lacks, with the nearest name there is. [`Plan::read_file`]
    /// checks this itself; here it can be asked of options that are not in order yet.
    ///
    /// # Errors
    /// A file that cannot be read as a table, with file, row and column.
    pub fn unknown_columns(&self, path: impl AsRef<Path>) -> Result<Vec<String>> {
        let table = read_table_file(path, &self.options.read_options())?;
        Ok(self.options.unknown_columns(table.headers().iter().map(String::as_str)))
    }

    /// Checks every option.
    ///
    /// # Errors
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) with all that is wrong, in [`Error::problems`].
    pub fn build(self) -> Result<Plan> {
        let options = self.options;
        let outcome = options.outcome.clone();
        let mut problems = Vec::new();
        outcome_problems(&options, outcome.as_ref(), &mut problems);
        column_problems(&options, &mut problems);
        hold_out_problems(&options.hold_out, &mut problems);
        rule_problems(&options.rules, &mut problems);
        problems.extend(options.icp.iter().filter_map(IcpCriterion::problem));
        problems.extend(options.fit.problems());
        problems.extend(options.calibration.check().err().map(|error| error.to_string()));
        problems.extend(options.targets.check().err().map(|error| error.to_string()));
        #[cfg(feature = "parallel")]
        if options.threads == Some(0) {
            problems.push("0 threads were asked for; it takes at least 1".to_owned());
        }
        match outcome {
            Some(outcome) if problems.is_empty() => {
                let built = options.built.unwrap_or_else(today);
                Ok(Plan { options: Arc::new(options), outcome, built })
            }
            _ => Err(Error::options(problems)),
        }
    }
}

impl Options {
    /// How a file is read before its columns are known.
    pub(crate) fn read_options(&self) -> ReadOptions {
        let mut read = ReadOptions::default();
        read.missing.clone_from(&self.missing);
        read.separator = self.separator;
        read
    }

    /// A sentence for each column that is named and is not among `columns`.
    pub(crate) fn unknown_columns<'a>(&self, columns: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
        let mut wanted: Vec<&str> = self.outcome.iter().map(|outcome| outcome.column.as_str()).collect();
        wanted.extend(self.id.as_deref());
        wanted.extend(self.group.as_deref());
        wanted.extend(self.exclude.iter().chain(&self.keep).map(String::as_str));
        wanted.extend(self.kinds.iter().map(|(name, _)| name.as_str()));
        wanted.extend(self.missing_in.iter().map(|(name, _)| name.as_str()));
        wanted.extend(self.dimensions.iter().map(|(name, _)| name.as_str()));
        wanted.extend(self.given.iter().map(|given| given.field.as_str()));
        wanted.extend(self.icp.iter().map(|criterion| criterion.column.as_str()));
        match &self.hold_out {
            HoldOutPolicy::Latest { column, .. } if column == ROW_ORDER => {}
            HoldOutPolicy::Latest { column, .. } | HoldOutPolicy::By { column, .. } => wanted.push(column),
            _ => {}
        }
        let mut problems: Vec<String> = Vec::new();
        for name in wanted.into_iter().filter(|name| columns.clone().all(|column| column != *name)) {
            let problem = no_column(name, columns.clone());
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
        problems
    }
}

fn outcome_problems(options: &Options, outcome: Option<&OutcomeSpec>, problems: &mut Vec<String>) {
    if options.name.as_ref().is_some_and(|name| name.trim().is_empty()) {
        problems.push("the model's name is empty; leave it out or give one".to_owned());
    }
    let Some(outcome) = outcome else {
        problems.push(
            "no outcome was named; say which column tells won from lost, and by which values".to_owned(),
        );
        return;
    };
    if outcome.column.is_empty() {
        problems.push("the outcome column has no name".to_owned());
    }
    for (what, values) in [("won", &outcome.won), ("lost", &outcome.lost)] {
        if values.is_empty() {
            problems.push(format!("no value means {what}; name at least one"));
        }
    }
    let lost: Vec<String> = outcome.lost.iter().map(|value| name_key(value)).collect();
    for value in outcome.won.iter().filter(|value| lost.contains(&name_key(value))) {
        problems.push(format!("the value `{value}` is named both won and lost; name it once"));
    }
    for (what, columns) in [("kept", &options.keep), ("excluded", &options.exclude)] {
        if columns.contains(&outcome.column) {
            problems.push(format!("the outcome column `{}` cannot be {what}", outcome.column));
        }
    }
}

fn column_problems(options: &Options, problems: &mut Vec<String>) {
    for column in options.keep.iter().filter(|column| options.exclude.contains(column)) {
        problems.push(format!("the column `{column}` is both kept and excluded; name it once"));
    }
}

fn hold_out_problems(policy: &HoldOutPolicy, problems: &mut Vec<String>) {
    let (HoldOutPolicy::Random { share } | HoldOutPolicy::Latest { share, .. }) = policy else { return };
    if !(0.05..=0.5).contains(share) {
        problems.push(format!("a hold-out share of {share} is outside 0.05 to 0.5; 0.2 to 0.3 is usual"));
    }
}

fn rule_problems(rules: &[Rule], problems: &mut Vec<String>) {
    for Rule { name, field, test, action, .. } in rules {
        if name.trim().is_empty() || field.is_empty() {
            problems.push("a rule has no name or no field; give both".to_owned());
        }
        match test {
            RuleTest::AtLeast(bound) | RuleTest::Below(bound) if !bound.is_finite() => {
                problems.push(format!("the bound of the rule `{name}` is not a number"));
            }
            RuleTest::Equals(values) if values.is_empty() => {
                problems.push(format!("the rule `{name}` names no value to compare with"));
            }
            _ => {}
        }
        if let RuleAction::Points(points) = action
            && !(-100..=100).contains(points)
        {
            problems.push(format!("the rule `{name}` gives {points} points; it must be -100 to 100"));
        }
    }
}

fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Day::from_epoch_days(i32::try_from(seconds / SECONDS_PER_DAY).unwrap_or(0))
}
