//! Sparse real weights by beam search (Liu et al. 2022, FasterRisk): supports grow by one column at a time, and the best few are kept.
//!
//! Columns are proposed by their score statistic beside the support, so that a column which says what another says already is not
//! proposed; the most promising children of all parents are fitted.

use super::problem::Problem;
use super::real::{Design, Fit, Score, fit};
use std::collections::BTreeSet;

/// Supports kept at each size.
const WIDTH: usize = 10;
/// Children fitted at each size.
const FITTED: usize = 30;
/// Children proposed by one parent.
const PROPOSED: usize = 20;
/// Largest weight in log odds: what most points of 5 are worth at a multiplier of 1 there.
const LARGEST: f64 = 5.0;

/// A support with its real weights.
#[derive(Clone, Debug)]
pub(super) struct Support {
    /// In the order in which they entered.
    pub(super) columns: Vec<usize>,
    pub(super) design: Design,
    pub(super) fit: Fit,
    /// Group of each distinct row.
    groups: Vec<u32>,
}

impl Support {
    /// No column yet.
    pub(super) fn empty(problem: &Problem) -> Self {
        let groups = vec![0; problem.patterns.len()];
        let design = Design::whole(problem.patterns.histogram(&groups, 1));
        let fit = fit(&design, &[], problem.rows, vec![0.0]);
        Self { columns: Vec::new(), design, fit, groups }
    }

    /// The support of these columns, with weights fitted.
    pub(super) fn of(problem: &Problem, columns: &[usize]) -> Self {
        let mut support = Self::empty(problem);
        for &column in columns {
            let (design, numbers) = support.split(problem, column);
            support.enter(problem, column, design, &numbers);
        }
        let limits = limits(problem, columns);
        let start = support.start();
        support.fit = fit(&support.design, &limits, problem.rows, start);
        support
    }

    fn split(&self, problem: &Problem, column: usize) -> (Design, Vec<[u32; 2]>) {
        self.design.split(&problem.patterns.cells(column, &self.groups, self.design.counts.len()))
    }

    fn enter(&mut self, problem: &Problem, column: usize, design: Design, numbers: &[[u32; 2]]) {
        let mut set = vec![false; self.groups.len()];
        problem.patterns.each_row(column, |row| set[row] = true);
        for (group, set) in self.groups.iter_mut().zip(set) {
            *group = numbers[*group as usize][usize::from(set)];
        }
        self.columns.push(column);
        self.design = design;
    }

    /// Where a fit with more columns starts: the weights so far, then zeros.
    fn start(&self) -> Vec<f64> {
        let mut start = self.fit.beta.clone();
        start.resize(self.design.columns.len() + 1, 0.0);
        start
    }
}

/// A column beside a parent.
#[derive(Clone, Copy, Debug)]
struct Proposal {
    loss: f64,
    parent: usize,
    column: usize,
}

/// A fitted proposal, not yet with groups of its own.
struct Child {
    parent: usize,
    column: usize,
    design: Design,
    numbers: Vec<[u32; 2]>,
    fit: Fit,
}

/// The best supports with as many columns as gain anything, at most the problem's most; best first.
pub(super) fn search(problem: &Problem) -> Vec<Support> {
    let mut beam = vec![Support::empty(problem)];
    for _ in 0..problem.most {
        let children = children(problem, &beam);
        if children.is_empty() {
            break;
        }
        beam = children
            .into_iter()
            .map(|child| {
                let mut support = beam[child.parent].clone();
                support.enter(problem, child.column, child.design, &child.numbers);
                support.fit = child.fit;
                support
            })
            .collect();
    }
    beam
}

fn children(problem: &Problem, beam: &[Support]) -> Vec<Child> {
    let mut proposals: Vec<Proposal> =
        (0..beam.len()).flat_map(|parent| proposals(problem, beam, parent)).collect();
    proposals.sort_by(|a, b| a.loss.total_cmp(&b.loss));
    let mut seen = BTreeSet::new();
    let mut children: Vec<Child> = Vec::with_capacity(FITTED);
    for Proposal { parent, column, .. } in proposals {
        let mut key = beam[parent].columns.clone();
        key.push(column);
        key.sort_unstable();
        if !seen.insert(key) {
            continue;
        }
        let (design, numbers) = beam[parent].split(problem, column);
        let columns: Vec<usize> = beam[parent].columns.iter().copied().chain([column]).collect();
        let mut start = beam[parent].fit.beta.clone();
        start.push(0.0);
        let fit = fit(&design, &limits(problem, &columns), problem.rows, start);
        children.push(Child { parent, column, design, numbers, fit });
        if children.len() == FITTED {
            break;
        }
    }
    children.sort_by(|a, b| a.fit.loss.total_cmp(&b.fit.loss));
    children.truncate(WIDTH);
    children
}

/// What one parent proposes, most promising first; of columns that promise the very same (twins) the first.
fn proposals(problem: &Problem, beam: &[Support], parent: usize) -> Vec<Proposal> {
    let Support { columns, design, fit, groups } = &beam[parent];
    let score = Score::of(design, fit, problem.rows);
    let mut scratch = Vec::with_capacity(design.counts.len());
    let mut proposals = Vec::with_capacity(problem.patterns.columns());
    problem.patterns.visit(groups, &design.counts, |column, cells| {
        if columns.contains(&column) {
            return;
        }
        if let Some((gain, slope)) = score.gain(cells, &mut scratch) {
            let (low, high) = problem.limits[column];
            let allowed = if slope > 0.0 { high > 0 } else { low < 0 };
            if allowed && gain > 1e-9 * fit.loss {
                proposals.push(Proposal { loss: fit.loss - gain, parent, column });
            }
        }
    });
    proposals.sort_by(|a, b| a.loss.total_cmp(&b.loss).then(a.column.cmp(&b.column)));
    proposals.dedup_by(|later, first| (later.loss - first.loss).abs() <= 1e-12 * fit.loss);
    proposals.truncate(PROPOSED);
    proposals
}

fn limits(problem: &Problem, columns: &[usize]) -> Vec<(f64, f64)> {
    let largest = |points: i32| if points == 0 { 0.0 } else { LARGEST * f64::from(points.signum()) };
    columns
        .iter()
        .map(|&column| problem.limits[column])
        .map(|(low, high)| (largest(low), largest(high)))
        .collect()
}
