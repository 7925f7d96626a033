//! Leads coded once, to be scored again and again.
//!
//! What a lead's values mean to a model is a byte for each signal (two where a signal has more than 256 codes), and a bit for each rule. With
//! that the leads can be scored by any model of the same bins: another version whose points changed, or a what-if. Scoring is then a
//! table look-up, and a hundred million leads of 25 signals take 2.5 GB.

use crate::batch::{self, BLOCK, Batch, Cells, Coded, Plan, Work, over_blocks, over_spans};
use crate::compiled::{Compiled, Ruling};
use crate::kernel::{self, Level};
use crate::{Error, ErrorKind, FieldMap, MAX_SIGNALS, Result, Rule, Scorer, Scores, Signal};
use lead_scoring_core::{Dataset, Kind};
use std::ops::Range;

/// Leads as codes of a model's signals, column by column.
#[derive(Clone, Debug)]
pub struct Encoded {
    /// The scorer whose signals they are coded by.
    scorer: Scorer,
    rows: usize,
    /// One for each signal.
    signals: Vec<Codes>,
    /// For each rule 64 rows to a number, a bit for each row where it holds.
    rules: Vec<Vec<u64>>,
}

#[derive(Clone, Debug)]
enum Codes {
    Bytes(Vec<u8>),
    Halves(Vec<u16>),
}

impl Codes {
    fn push(&mut self, more: Coded<'_>) {
        match (self, more) {
            (Self::Bytes(codes), Coded::Bytes(more)) => codes.extend_from_slice(more),
            (Self::Halves(codes), Coded::Halves(more)) => codes.extend_from_slice(more),
            // A signal has as many codes in every block.
            _ => {}
        }
    }

    fn slice(&self, rows: Range<usize>) -> Coded<'_> {
        match self {
            Self::Bytes(codes) => Coded::Bytes(codes.get(rows).unwrap_or_default()),
            Self::Halves(codes) => Coded::Halves(codes.get(rows).unwrap_or_default()),
        }
    }
}

impl Encoded {
    fn new(scorer: &Scorer) -> Self {
        let compiled = scorer.compiled();
        let empty = |(at, table)| match compiled.lanes().of_signal(at, table).1.is_byte() {
            true => Codes::Bytes(Vec::new()),
            false => Codes::Halves(Vec::new()),
        };
        Self {
            rows: 0,
            signals: compiled.tables.iter().enumerate().map(empty).collect(),
            rules: vec![Vec::new(); compiled.judges.len()],
            scorer: scorer.clone(),
        }
    }

    /// How many leads there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether there are no leads.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// How many bytes the codes take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let signals = self.signals.iter().map(|codes| match codes {
            Codes::Bytes(codes) => codes.len(),
            Codes::Halves(codes) => 2 * codes.len(),
        });
        signals.sum::<usize>() + self.rules.iter().map(|bits| 8 * bits.len()).sum::<usize>()
    }

    /// Adds rows.
    fn extend(&mut self, plan: &Plan, cells: &[Cells<'_>], rows: usize) {
        let scorer = self.scorer.clone();
        let compiled = scorer.compiled();
        let mut work = Work::new(compiled.lanes(), false);
        for first in (0..rows).step_by(BLOCK) {
            let range = first..rows.min(first + BLOCK);
            work.code(compiled, plan, Level::best(), cells, &range);
            for (at, codes) in self.signals.iter_mut().enumerate() {
                codes.push(work.signal(compiled, at, range.len()));
            }
        }
        let before = self.rows;
        self.rows += rows;
        for (at, bits) in self.rules.iter_mut().enumerate() {
            bits.resize(self.rows.div_ceil(64), 0);
            plan.each_hit(compiled, at, cells, rows, |row| {
                bits[(before + row) / 64] |= 1 << ((before + row) % 64);
            });
        }
    }

    /// For each signal of another model the column of its codes.
    fn signals_for(&self, scorer: &Scorer) -> Result<Vec<&Codes>> {
        let known = &self.scorer.model().card.signals;
        let column = |signal: &Signal| {
            let same = |known: &Signal| known.inputs == signal.inputs && known.cells == signal.cells;
            known.iter().position(same).and_then(|at| self.signals.get(at)).ok_or_else(|| {
                let message = format!(
                    "the leads are not coded by the bins of the signal `{}`; encode them with this model",
                    signal.name
                );
                Error::new(ErrorKind::Field, message)
            })
        };
        scorer.model().card.signals.iter().map(column).collect()
    }

    /// For each rule of another model the rows where it holds.
    fn rules_for(&self, scorer: &Scorer) -> Result<Vec<&[u64]>> {
        let known = &self.scorer.model().card.rules;
        let [ours, theirs] = [&self.scorer, scorer].map(|scorer| scorer.model().field_kinds());
        // What a rule holds for depends on how its field was read.
        let kind = |kinds: &[(String, Kind)], field: &str| {
            kinds.iter().find(|(known, _)| known == field).map(|(_, kind)| *kind)
        };
        let column = |rule: &Rule| {
            let read_alike = kind(&ours, &rule.field) == kind(&theirs, &rule.field);
            let same = |known: &Rule| read_alike && known.field == rule.field && known.test == rule.test;
            known.iter().position(same).and_then(|at| self.rules.get(at)).map(Vec::as_slice).ok_or_else(
                || {
                    let message = format!(
                        "the leads were not put to the test of the rule `{}`; encode them with this model",
                        rule.name
                    );
                    Error::new(ErrorKind::Field, message)
                },
            )
        };
        scorer.model().card.rules.iter().map(column).collect()
    }
}

impl Batch {
    /// Codes rows, given as for [`Batch::score`].
    ///
    /// # Errors
    /// As [`Batch::score`].
    pub fn encode(&self, cells: &[Cells<'_>]) -> Result<Encoded> {
        let mut encoded = Encoded::new(self.scorer());
        self.encode_more(cells, &mut encoded)?;
        Ok(encoded)
    }

    /// Codes more rows and adds them to leads that were coded by the same model, from these columns or others.
    ///
    /// # Errors
    /// As [`Batch::score`], and [`ErrorKind::Field`] where the leads were coded by a model of other signals or rules.
    pub fn encode_more(&self, cells: &[Cells<'_>], encoded: &mut Encoded) -> Result<()> {
        let rows = self.rows(cells)?;
        if encoded.scorer.model().card != self.scorer().model().card {
            let message = "the leads were coded by another model; encode them anew with this one";
            return Err(Error::new(ErrorKind::Field, message));
        }
        encoded.extend(self.plan(), cells, rows);
        Ok(())
    }
}

impl Scorer {
    /// Codes every row of `data`.
    ///
    /// # Errors
    /// As [`Scorer::score`].
    pub fn encode(&self, data: &Dataset, map: &FieldMap) -> Result<Encoded> {
        let plan = Plan::of_dataset(self.compiled(), data, map)?;
        let cells: Vec<Cells<'_>> =
            data.columns().iter().map(|column| Cells::Codes32(column.codes())).collect();
        let mut encoded = Encoded::new(self);
        encoded.extend(&plan, &cells, data.rows());
        Ok(encoded)
    }

    /// Scores coded leads. The model need not be the one they were coded by: points, weights, dimensions, tiers and what rules do may differ,
    /// and signals and rules may be fewer or in another order, as long as fields and bins are the same.
    ///
    /// # Errors
    /// [`ErrorKind::Field`] where the model has a signal or a rule's test that the leads were not coded by.
    pub fn score_encoded(&self, leads: &Encoded, scores: &mut Scores) -> Result<()> {
        let (signals, rules) = (leads.signals_for(self)?, leads.rules_for(self)?);
        let (compiled, lanes) = (self.compiled(), self.compiled().lanes());
        let wide = lanes.narrowed.iter().flatten().count();
        over_spans(scores.results(leads.rows), |first, results| {
            let mut narrowed = vec![0; wide * BLOCK];
            let mut rulings = vec![Ruling::default(); if rules.is_empty() { 0 } else { BLOCK }];
            over_blocks(first, results, |range, results| {
                let mut codes: [&[u8]; MAX_SIGNALS] = [&[]; MAX_SIGNALS];
                let mut room = narrowed.chunks_mut(BLOCK);
                for (codes, &at) in codes.iter_mut().zip(&lanes.order) {
                    let coded = signals[at].slice(range.clone());
                    *codes = batch::bytes(coded, lanes.narrowed[at].as_deref(), &mut room);
                }
                kernel::add_up(Level::best(), &lanes.sum, &codes, results);
                hear(compiled, &rules, &range, &mut rulings);
                batch::rule(compiled, &rulings, results);
            });
        });
        Ok(())
    }
}

/// What the rules say of the rows of a block.
fn hear(compiled: &Compiled, rules: &[&[u64]], range: &Range<usize>, rulings: &mut [Ruling]) {
    rulings.fill(Ruling::default());
    for (at, (judge, bits)) in compiled.judges.iter().zip(rules).enumerate() {
        for (row, ruling) in range.clone().zip(rulings.iter_mut()) {
            if bits[row / 64] >> (row % 64) & 1 == 1 {
                judge.act(at, ruling);
            }
        }
    }
}
