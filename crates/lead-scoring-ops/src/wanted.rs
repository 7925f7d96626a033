//! What to record, where the history cannot tell.

use crate::history::Recorded;
use serde::Serialize;

/// A fact that is not in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Wanted {
    /// How leads ended.
    Outcome,
    /// The day on which they ended.
    Closed,
    /// Where they came from.
    Source,
    /// Who worked them.
    Owner,
    /// Minutes spent on them.
    Minutes,
    /// When they were first contacted.
    FirstContact,
    /// The time of day of each score.
    TimeOfDay,
}

/// A figure of the dashboards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Figure {
    /// Average score by source.
    ScoreBySource,
    /// Won and lost in the moves between tiers.
    WonAndLostInMoves,
    /// Conversion by tier.
    Conversion,
    /// Days to conversion.
    DaysToConversion,
    /// Scores at conversion and at loss.
    ClosingScores,
    /// Hot and Warm leads lost, Cool and Cold ones won.
    WrongCalls,
    /// The same over time.
    WrongCallsOverTime,
    /// Time by tier.
    Minutes,
    /// Conversion by rep and tier.
    RepConversion,
    /// Contact within the hour.
    Sla,
    /// Scores of each rep's open leads.
    Pipeline,
}

/// A fact to record, and the figures it would give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToRecord {
    /// The fact.
    pub wanted: Wanted,
    /// The figures that need it.
    pub figures: Vec<Figure>,
}

pub(crate) fn to_record(recorded: Recorded) -> Vec<ToRecord> {
    use Figure as F;
    let needs: [(bool, Wanted, &[Figure]); 7] = [
        (
            recorded.outcome,
            Wanted::Outcome,
            &[
                F::WonAndLostInMoves,
                F::Conversion,
                F::DaysToConversion,
                F::ClosingScores,
                F::WrongCalls,
                F::RepConversion,
            ],
        ),
        (recorded.closed, Wanted::Closed, &[F::DaysToConversion, F::ClosingScores, F::WrongCallsOverTime]),
        (recorded.source, Wanted::Source, &[F::ScoreBySource]),
        (recorded.owner, Wanted::Owner, &[F::RepConversion, F::Pipeline]),
        (recorded.minutes, Wanted::Minutes, &[F::Minutes]),
        (recorded.first_contact, Wanted::FirstContact, &[F::Sla]),
        (recorded.time_of_day, Wanted::TimeOfDay, &[F::Sla]),
    ];
    let absent = needs.into_iter().filter(|(there, ..)| !there);
    absent.map(|(_, wanted, figures)| ToRecord { wanted, figures: figures.to_vec() }).collect()
}
