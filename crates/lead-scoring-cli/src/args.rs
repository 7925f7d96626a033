//! What can be said on the command line.

use clap::{Parser, Subcommand, ValueEnum};
use lead_scoring::Builtin;
use serde::Deserialize;
use std::path::PathBuf;

/// The help of every command ends with this, after its own example and the meaning of its success.
macro_rules! after_help {
    ($done:literal) => {
        concat!(
            "Exit codes:\n  0  ",
            $done,
            "
  2  wrong arguments or configuration, or an output that cannot be written
  3  data or a model file that cannot be read or used

Errors and warnings go to standard error. Nothing is written unless everything went well.
`-` stands for standard input. The encoding of CSV files is found out, and so is the separator unless it is given.
Lists are split at commas; name a value or column that holds one in the configuration file."
        )
    };
    ($example:literal, $done:literal) => {
        concat!("Example:\n  ", $example, "\n\n", after_help!($done))
    };
}

/// Lead scoring learned from your own closed deals, and judged on deals it never saw.
#[derive(Debug, Parser)]
#[command(name = "lead-scoring", version, after_help = after_help!("done; for `build` also where the verdict is \"do not deploy\""))]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build a model from closed deals, judge it, write the report, and score leads.
    #[command(after_help = after_help!("lead-scoring build deals.csv --outcome Stage --won 'Closed Won' --lost 'Closed Lost' --leads leads.csv",
        "done, also where the verdict is \"do not deploy\""))]
    Build(BuildArgs),
    /// Score leads with a model that was built before.
    #[command(after_help = after_help!("lead-scoring score lead-scoring-out/model.json leads.csv --out scored-leads.csv", "done"))]
    Score(ScoreArgs),
    /// Audit closed deals without building anything.
    #[command(after_help = after_help!("lead-scoring audit deals.csv --outcome Stage --won 'Closed Won' --lost 'Closed Lost'", "done"))]
    Audit(AuditArgs),
    /// Show how scored leads went over time: tiers, conversion and reps' time, as three dashboards on one page.
    #[command(after_help = after_help!("lead-scoring dashboard history.csv --from 2026-01-01 --out dashboards", "done"))]
    Dashboard(DashboardArgs),
    /// Print the report's messages as a file to translate into another language.
    #[command(after_help = after_help!("lead-scoring messages > de.ftl", "done"))]
    Messages,
}

/// What both `build` and `audit` need to know of the deals.
#[derive(Debug, clap::Args)]
pub(crate) struct DealArgs {
    /// CSV file of deals, or `-`.
    #[arg(value_name = "DEALS.csv")]
    pub(crate) deals: PathBuf,
    /// The column that says how a deal ended.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) outcome: Option<String>,
    /// Values of the outcome column that mean won.
    #[arg(long, value_name = "VALUE[,…]", value_delimiter = ',')]
    pub(crate) won: Vec<String>,
    /// Values of the outcome column that mean lost; rows with other values stay out of the build.
    #[arg(long, value_name = "VALUE[,…]", value_delimiter = ',')]
    pub(crate) lost: Vec<String>,
    /// The column that names a deal; found out if not given.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) id: Option<String>,
    /// Texts that mean "not known", such as `Select` or `unknown`.
    #[arg(long, value_name = "CODE[,…]", value_delimiter = ',')]
    pub(crate) missing: Vec<String>,
    /// The character between cells of CSV files, or the word `tab`; found out if not given.
    #[arg(long, value_name = "CHAR")]
    pub(crate) separator: Option<String>,
    /// Columns to leave out.
    #[arg(long, value_name = "COLUMN[,…]", value_delimiter = ',')]
    pub(crate) exclude: Vec<String>,
    /// Columns to use though the audit suspects that they are known only after the outcome.
    #[arg(long, value_name = "COLUMN[,…]", value_delimiter = ',')]
    pub(crate) keep: Vec<String>,
    /// Seed of the random choices [default: 1].
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// TOML file for what flags cannot say; flags win over it.
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub(crate) deals: DealArgs,
    /// CSV file of leads to score, or `-`; without it the rows of DEALS.csv that are neither won nor lost are scored.
    #[arg(long, value_name = "LEADS.csv")]
    pub(crate) leads: Option<PathBuf>,
    /// Folder for lead-scoring-model.md, model.json, validation.json, audit.json and, with leads, scored-leads.csv.
    #[arg(long, value_name = "DIR", default_value = "lead-scoring-out")]
    pub(crate) out: PathBuf,
    /// What the model is called.
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// The deals set aside to judge the model: a share, the latest, or those with a value [default: 0.25].
    #[arg(long, value_name = "0.25|latest:COLUMN:0.25|by:COLUMN=VALUE")]
    pub(crate) holdout: Option<String>,
    /// Deals with equal values in this column are never parted by the hold-out.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) group: Option<String>,
    /// The way from measured lift to points [default: auto].
    #[arg(long, value_enum)]
    pub(crate) strategy: Option<StrategyChoice>,
    /// The language of the report and the page for reps: `en`, `zh-Hans`, or a message file such as `de.ftl` [default: en].
    #[arg(long, value_name = "TAG|FILE.ftl")]
    pub(crate) language: Option<String>,
    /// Learn the points again on all closed deals after the verdict.
    #[arg(long)]
    pub(crate) refit: bool,
    /// Threads to use, all cores if not given; the outputs are the same bytes at any number.
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
}

/// The way from measured lift to points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum StrategyChoice {
    /// All four compared on training deals they did not see; `joint` unless another ranks these clearly better.
    Auto,
    /// All fields weighed together, so that two that say the same are not paid twice.
    Joint,
    /// As joint, with points of their own for combinations of two fields.
    Interactions,
    /// Every significant field with its full lift, whatever the others say.
    Proportional,
    /// A few single values with small whole numbers, as on a card to score by hand.
    Sparse,
}

impl StrategyChoice {
    /// The strategy to set; `None` to compare them.
    pub(crate) const fn builtin(self) -> Option<Builtin> {
        match self {
            Self::Auto => None,
            Self::Joint => Some(Builtin::Joint),
            Self::Interactions => Some(Builtin::Interactions),
            Self::Proportional => Some(Builtin::Proportional),
            Self::Sparse => Some(Builtin::Sparse),
        }
    }
}

#[derive(Debug, clap::Args)]
pub(crate) struct ScoreArgs {
    /// model.json, or the report lead-scoring-model.md that carries the model.
    #[arg(value_name = "MODEL")]
    pub(crate) model: PathBuf,
    /// CSV file of leads, or `-`.
    #[arg(value_name = "LEADS.csv")]
    pub(crate) leads: PathBuf,
    /// File for the scores; standard output if not given.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Form of the scores.
    #[arg(long, value_enum, default_value_t = ScoreFormat::Csv)]
    pub(crate) format: ScoreFormat,
    /// The column a field of the model is read from, where names do not tell; may be given several times.
    #[arg(long = "map", value_name = "SIGNALFIELD=COLUMN")]
    pub(crate) mapping: Vec<String>,
    /// The column that names a lead; otherwise the first column that identifies rows or is named so, or the row number.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) id: Option<String>,
    /// Texts that mean "not known", besides those of the build, which the model carries.
    #[arg(long, value_name = "CODE[,…]", value_delimiter = ',')]
    pub(crate) missing: Vec<String>,
    /// The character between cells of CSV files, or the word `tab`; found out if not given.
    #[arg(long, value_name = "CHAR")]
    pub(crate) separator: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct AuditArgs {
    #[command(flatten)]
    pub(crate) deals: DealArgs,
    /// Form of the audit.
    #[arg(long, value_enum, default_value_t = AuditFormat::Md)]
    pub(crate) format: AuditFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ScoreFormat {
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum AuditFormat {
    Md,
    Json,
}

#[derive(Debug, clap::Args)]
pub(crate) struct DashboardArgs {
    /// CSV file with one row for each lead and time of scoring, or `-`.
    #[arg(value_name = "HISTORY.csv")]
    pub(crate) history: PathBuf,
    /// Folder for dashboards.html, dashboards.md and dashboards.json.
    #[arg(long, value_name = "DIR", default_value = "lead-scoring-out")]
    pub(crate) out: PathBuf,
    /// The first day to look at, such as 2026-01-31 [default: the first of the history].
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// The last day to look at [default: the last of the history].
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<String>,
    /// What trends are counted by [default: weeks up to half a year, else months].
    #[arg(long, value_enum)]
    pub(crate) period: Option<PeriodChoice>,
    /// The language of the page: `en`, `zh-Hans`, or a message file such as `de.ftl` [default: en].
    #[arg(long, value_name = "TAG|FILE.ftl")]
    pub(crate) language: Option<String>,
    /// Outcomes that mean won [default: won, closed won, converted].
    #[arg(long, value_name = "VALUE[,…]", value_delimiter = ',')]
    pub(crate) won: Vec<String>,
    /// Outcomes that mean lost [default: lost, closed lost, disqualified, unqualified]; other outcomes count as open.
    #[arg(long, value_name = "VALUE[,…]", value_delimiter = ',')]
    pub(crate) lost: Vec<String>,
    /// Texts that mean "not known".
    #[arg(long, value_name = "CODE[,…]", value_delimiter = ',')]
    pub(crate) missing: Vec<String>,
    /// The character between cells of CSV files, or the word `tab`; found out if not given.
    #[arg(long, value_name = "CHAR")]
    pub(crate) separator: Option<String>,
    // The last, since its heading holds for all that follows.
    #[command(flatten)]
    pub(crate) columns: HistoryColumns,
}

/// The columns of a history, where their names do not tell.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Columns, found by their names if not given")]
pub(crate) struct HistoryColumns {
    /// The column that names the lead.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) id: Option<String>,
    /// When the score was given: a date, better with the time of day.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) time: Option<String>,
    /// The score.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) score: Option<String>,
    /// The tier: Hot, Warm, Cool, Cold, or nothing.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) tier: Option<String>,
    /// How the lead ended.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) outcome: Option<String>,
    /// The day on which it ended.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) closed: Option<String>,
    /// Where the lead came from.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) source: Option<String>,
    /// Who works it.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) owner: Option<String>,
    /// Minutes spent on it from this scoring to the next.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) minutes: Option<String>,
    /// Date and time of the first contact.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) first_contact: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PeriodChoice {
    Week,
    Month,
}
