//! The bins that a lead's values fall into, for every input of every signal.

use super::State;
use crate::compiled::{Inputs, Table};
use crate::lead::Found;
use crate::{Scorecard, Signal};
use lead_scoring_core::Column;

/// For each signal the codes of its inputs; `None` where there is no column.
#[derive(Clone)]
pub(super) struct Codes {
    signals: Vec<[Option<usize>; 2]>,
}

impl Codes {
    /// The codes of the first row of columns found by the names of fields.
    pub(super) fn of<'c>(card: &Scorecard, column: impl Fn(&str) -> Option<&'c Column>) -> Self {
        let codes = |signal: &Signal| {
            let mut codes = [None; 2];
            for (code, input) in codes.iter_mut().zip(&signal.inputs) {
                let column = column(&input.field);
                *code = column
                    .and_then(|column| input.binning.code_column(column).first().copied())
                    .map(usize::from);
            }
            codes
        };
        Self { signals: card.signals.iter().map(codes).collect() }
    }

    /// The codes of a lead that was read by itself, where no field is absent.
    pub(super) fn of_found(found: &Found<'_>) -> Self {
        let codes = |table: &Table| {
            let code = |coder: usize| Some(usize::from(found.codes()[coder]));
            match &table.inputs {
                Inputs::One(coder) => [code(*coder), None],
                Inputs::Two(pair) => pair.coders.map(code),
            }
        };
        Self { signals: found.compiled.tables.iter().map(codes).collect() }
    }

    /// Whether an input has no value.
    pub(super) fn is_blank(&self, card: &Scorecard, (signal, input): (usize, usize)) -> bool {
        let missing = card.signals[signal].inputs[input].binning.missing_code();
        self.signals[signal][input].is_none_or(|code| code == missing)
    }

    /// Gives an input another code.
    pub(super) fn set(&mut self, (signal, input): (usize, usize), code: usize) {
        self.signals[signal][input] = Some(code);
    }

    /// Whether a signal's codes are others here than there.
    pub(super) fn differ(&self, other: &Self, at: usize) -> bool {
        self.signals[at] != other.signals[at]
    }

    /// What is known of a signal, its bin in words, and its points.
    pub(super) fn found<'a>(&self, signal: &'a Signal, at: usize) -> (State, &'a str, i32) {
        let Some(codes) = self.mapped(signal, at) else {
            return (State::Unknown, "no column in the data", 0);
        };
        match signal.bins.get(signal.code(&codes)) {
            None => (State::Unseen, "never seen while learning", 0),
            Some(bin) if !signal.is_open(&codes) => (State::Known, &bin.label, bin.points),
            Some(bin) if bin.points != 0 => (State::Missing, &bin.label, bin.points),
            Some(bin) => (State::Unknown, &bin.label, 0),
        }
    }

    /// The points of a signal.
    pub(super) fn points(&self, signal: &Signal, at: usize) -> i32 {
        self.mapped(signal, at).map_or(0, |codes| signal.points_at(&codes))
    }

    /// Fewest and most points that a signal may turn out to give.
    pub(super) fn possible(&self, signal: &Signal, at: usize) -> (i32, i32) {
        self.mapped(signal, at).map_or_else(|| signal.range_if_known(0), |codes| signal.range_at(&codes))
    }

    /// The codes of a signal's inputs; `None` where one has no column.
    fn mapped(&self, signal: &Signal, at: usize) -> Option<Vec<usize>> {
        self.signals[at].iter().take(signal.inputs.len()).copied().collect()
    }
}
