//! From a file or a data set to closed deals with their outcome.

use super::options::Plan;
use super::stages::Audited;
use crate::{Error, Leads, Result, Validated};
use lead_scoring_audit::{Audit, AuditOptions, audit};
use lead_scoring_core::{
    Dataset, Deals, ErrorKind, HoldOut, Kind, Table, label, read_table, read_table_file, split,
};
use std::io::Read;
use std::path::Path;

/// Fewest closed deals a model is built on.
pub const FEWEST_DEALS: usize = 50;
/// Closed deals to learn from, from which nothing is said about their number.
pub const ENOUGH_DEALS: usize = 200;
/// Values that are named in a warning; the rest are counted.
const VALUES_NAMED: usize = 8;

/// Closed deals with their outcome, and the rows that are neither won nor lost.
#[derive(Debug)]
pub struct History {
    plan: Plan,
    closed: Deals,
    rest: Rest,
}

/// What travels along with the deals.
#[derive(Debug)]
pub(crate) struct Rest {
    pub(crate) source: String,
    pub(crate) open: Dataset,
    pub(crate) other_values: Vec<(Option<String>, usize)>,
    pub(crate) warnings: Vec<String>,
}

impl Plan {
    /// Reads closed deals from a CSV file.
    ///
    /// # Errors
    /// As [`Plan::history`]; besides, a file that cannot be read as a table, with file, row and column.
    pub fn read_file(&self, path: impl AsRef<Path>) -> Result<History> {
        self.typed(read_table_file(path, &self.options.read_options())?)
    }

    /// Reads closed deals from CSV text; `source` is the name that errors and the report give it.
    ///
    /// # Errors
    /// As [`Plan::read_file`].
    pub fn read(&self, reader: impl Read, source: &str) -> Result<History> {
        self.typed(read_table(reader, source, &self.options.read_options())?)
    }

    /// Takes closed deals from a data set in memory.
    ///
    /// # Errors
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) naming every column that does not exist, each with the nearest name;
    /// [`ErrorKind::TooLittleData`](crate::ErrorKind::TooLittleData) where no row is won, none is lost, or fewer than
    /// [`FEWEST_DEALS`] are closed, with what to collect.
    pub fn history(&self, data: Dataset) -> Result<History> {
        self.check_columns(data.fields().iter().map(|field| field.name.as_str()))?;
        self.labelled(data, "the data set")
    }

    /// Takes closed deals from a data set in memory and goes through every stage.
    ///
    /// # Errors
    /// As [`Plan::history`] and [`History::run`].
    pub fn run(&self, data: Dataset) -> Result<Validated> {
        self.history(data)?.run()
    }

    fn typed(&self, table: Table) -> Result<History> {
        self.check_columns(table.headers().iter().map(String::as_str))?;
        let source = table.source().to_owned();
        let mut options = self.options.read_options();
        options.kinds.extend(self.options.kinds.iter().cloned());
        options.kinds.extend(self.options.id.iter().map(|id| (id.clone(), Kind::Identifier)));
        // The values are compared as they are written, whatever they look like.
        options.kinds.push((self.outcome.column.clone(), Kind::Category));
        options.missing_in.clone_from(&self.options.missing_in);
        let data = table.into_dataset(&options)?;
        self.labelled(data, &source)
    }

    fn labelled(&self, data: Dataset, source: &str) -> Result<History> {
        let labelled = label(data, &self.outcome).map_err(|error| error.in_file(source))?;
        let deals = labelled.closed.len();
        if deals < FEWEST_DEALS {
            return Err(too_few(&labelled.closed).in_file(source).into());
        }
        let warnings = other_values(&self.outcome.column, &labelled.other_values).into_iter().collect();
        let rest = Rest {
            source: source.to_owned(),
            open: labelled.open,
            other_values: labelled.other_values,
            warnings,
        };
        Ok(History { plan: self.clone(), closed: labelled.closed, rest })
    }

    /// Every column the options name must exist; all that do not are reported at once.
    fn check_columns<'a>(&self, columns: impl Iterator<Item = &'a str> + Clone) -> Result<()> {
        let problems = self.options.unknown_columns(columns);
        if problems.is_empty() { Ok(()) } else { Err(Error::options(problems)) }
    }

    pub(crate) fn audit_options(&self) -> AuditOptions {
        let mut options = AuditOptions::default();
        options.keep.clone_from(&self.options.keep);
        options.exclude.clone_from(&self.options.exclude);
        options.identifier.clone_from(&self.options.id);
        options.dimensions.clone_from(&self.options.dimensions);
        options.outcome = Some(self.outcome.column.clone());
        options.seed = self.options.seed;
        options
    }
}

fn too_few(closed: &Deals) -> lead_scoring_core::Error {
    let (deals, won, lost) = (closed.len(), closed.won_count(), closed.lost_count());
    let message = format!(
        "{deals} closed deals ({won} won, {lost} lost) are too few; a model needs at least {FEWEST_DEALS}: collect {} more, won and lost alike, with the fields that were known before each outcome",
        FEWEST_DEALS - deals.min(FEWEST_DEALS)
    );
    lead_scoring_core::Error::new(ErrorKind::TooLittleData, message)
}

/// Deals held out teach nothing, so that they do not count.
fn few_to_learn_from(deals: usize) -> Option<String> {
    (deals < ENOUGH_DEALS).then(|| {
        format!(
            "only {deals} closed deals to learn from: only strong effects can be told from chance, and every figure is rough; {ENOUGH_DEALS} or more make it sounder"
        )
    })
}

fn other_values(column: &str, values: &[(Option<String>, usize)]) -> Option<String> {
    let rows: usize = values.iter().map(|(_, count)| count).sum();
    if rows == 0 {
        return None;
    }
    let name = |value: &Option<String>| {
        value.as_ref().map_or_else(|| "empty".to_owned(), |value| format!("`{value}`"))
    };
    let mut named: Vec<String> =
        values.iter().take(VALUES_NAMED).map(|(value, count)| format!("{} ({count})", name(value))).collect();
    if values.len() > VALUES_NAMED {
        named.push(format!("and {} more", values.len() - VALUES_NAMED));
    }
    let rows = if rows == 1 { "1 row is".to_owned() } else { format!("{rows} rows are") };
    Some(format!(
        "{rows} neither won nor lost in column `{column}` and kept out of the build: {}",
        named.join(", ")
    ))
}

impl History {
    /// The deals that were won or lost.
    #[must_use]
    pub fn closed(&self) -> &Deals {
        &self.closed
    }

    /// The rows that are neither: still open, or of a value nobody named.
    #[must_use]
    pub fn open(&self) -> &Dataset {
        &self.rest.open
    }

    /// The values of the outcome column that mean neither won nor lost, with their rows, most frequent first.
    #[must_use]
    pub fn other_values(&self) -> &[(Option<String>, usize)] {
        &self.rest.other_values
    }

    /// What a user should know before going on, in sentences.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.rest.warnings
    }

    /// The name of the file the deals came from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.rest.source
    }

    /// Goes through every stage.
    ///
    /// # Errors
    /// The first error of any stage.
    pub fn run(self) -> Result<Validated> {
        self.audit()?.analyze()?.model()?.calibrate()?.validate()
    }

    /// Audits all closed deals, to look at. A model is never built on this: [`History::audit`] sets the hold-out aside first.
    ///
    /// # Errors
    /// As [`audit`](fn@lead_scoring_audit::audit).
    pub fn audit_all(&self) -> Result<Audit> {
        Ok(audit(&self.closed, self.rest.open_rows(), &self.plan.audit_options())?)
    }

    /// Sets the hold-out aside, then audits the other deals.
    ///
    /// # Errors
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) for a hold-out that cannot be made;
    /// [`ErrorKind::TooLittleData`](crate::ErrorKind::TooLittleData) where it or the training side would hold fewer than 5 deals of
    /// either outcome.
    pub fn audit(self) -> Result<Audited> {
        let Self { plan, closed, mut rest } = self;
        let mut hold_out = HoldOut::default();
        hold_out.policy = plan.options.hold_out.clone();
        hold_out.group.clone_from(&plan.options.group);
        hold_out.seed = plan.options.seed;
        let split = split(&closed, &hold_out).map_err(|error| error.in_file(&rest.source))?;
        let findings = audit(&split.train, rest.open_rows(), &plan.audit_options())?;
        rest.warnings.splice(..0, few_to_learn_from(split.train.len()));
        let all = plan.options.refit.then_some(closed);
        Ok(Audited { plan, rest, all, split, audit: findings })
    }
}

impl Rest {
    fn open_rows(&self) -> Option<&Dataset> {
        (self.open.rows() > 0).then_some(&self.open)
    }

    /// The open rows as leads of a model; `None` where there are none.
    pub(crate) fn open_leads(
        &self,
        plan: &Plan,
        model: &lead_scoring_model::ScoringModel,
    ) -> Result<Option<Leads>> {
        let source = format!("the open rows of {}", self.source);
        let leads = |open: &Dataset| Leads::from_dataset(model, open.clone(), &source, &plan.lead_options());
        self.open_rows().map(leads).transpose()
    }
}
