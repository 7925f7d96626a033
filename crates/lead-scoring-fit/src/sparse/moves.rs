//! Local search on integer points: take one column out, put the best column and value in.
//!
//! With one column out, the table of won and lost rows by score and column tells the loss of every column at every value exactly for the
//! curve at hand, and the gradient there tells about how much refitting the curve would gain. The most promising few are refitted exactly,
//! and the best is taken if the loss falls. Changing a value, swapping two columns, sliding a threshold and dropping a column are all
//! such moves; adding one takes out nothing.

use super::curve::{Curve, Histogram, Local, softplus};
use super::patterns::Count;
use super::problem::{Card, Problem, bins};
use crate::dense::dot;

/// Moves refitted exactly for each column taken out.
const REFITTED: usize = 4;
/// Columns taken out before the search ends in any case; ten columns seldom need a hundred.
const MOST_TRIES: usize = 10_000;

/// The points that no single move improves, from these points.
pub(super) fn improve(problem: &Problem, mut card: Card) -> Card {
    let mut places: Vec<Option<usize>> = card.support().into_iter().map(Some).collect();
    if places.len() < problem.most {
        places.push(None);
    }
    let mut failed = 0;
    for at in 0..MOST_TRIES {
        if failed >= places.len() {
            break;
        }
        let place = at % places.len();
        match best_move(problem, &card, places[place]) {
            Some((next, entered)) => {
                card = next;
                failed = 0;
                match (places[place], entered) {
                    (Some(_), Some(column)) => places[place] = Some(column),
                    (Some(_), None) => {
                        places[place] = None;
                        places.dedup();
                    }
                    (None, Some(column)) if card.support().len() < problem.most => {
                        places.insert(place, Some(column));
                    }
                    (None, column) => places[place] = column,
                }
            }
            None => failed += 1,
        }
    }
    card
}

/// A column at a value, or nothing, in place of the column that was taken out.
#[derive(Clone, Debug)]
struct Promise {
    loss: f64,
    entering: Option<(usize, i32, Vec<Count>)>,
}

/// The best card with one column replaced, and the column that entered; none if no card beats the present one.
fn best_move(problem: &Problem, card: &Card, out: Option<usize>) -> Option<(Card, Option<usize>)> {
    let mut points = card.points.clone();
    let mut scores = problem.scores(&points);
    let local = {
        let (bins, lowest, size) = bins(&scores, &points);
        Histogram::of(lowest, &problem.patterns.histogram(&bins, size), problem.rows).at(card.curve)
    };
    if let Some(column) = out {
        let value = std::mem::take(&mut points[column]);
        problem.patterns.each_row(column, |row| scores[row] -= value);
    }
    let (bins, lowest, size) = bins(&scores, &points);
    let base = problem.patterns.histogram(&bins, size);
    let screen = Screen::of(problem, card.curve, lowest, &base, &local);
    let mut promises: Vec<Promise> = Vec::with_capacity(REFITTED + 1);
    if out.is_some() {
        promises.push(Promise { loss: screen.nothing(), entering: None });
    }
    problem.patterns.visit(&bins, &base, |column, cells| {
        if points[column] != 0 {
            return;
        }
        let present = if out == Some(column) { card.points[column] } else { 0 };
        let worst = if promises.len() < REFITTED { f64::INFINITY } else { promises[REFITTED - 1].loss };
        let Some((loss, value)) = screen.best(cells, problem.limits[column], present) else { return };
        if loss < worst {
            let at = promises.partition_point(|promise| promise.loss <= loss);
            promises.insert(at, Promise { loss, entering: Some((column, value, cells.to_vec())) });
            promises.truncate(REFITTED);
        }
    });
    let mut best: Option<(Card, Option<usize>)> = None;
    for Promise { entering, .. } in promises {
        let (histogram, entered) = match &entering {
            Some((column, value, cells)) => {
                (moved(&base, lowest, cells, *value, problem.rows), Some((*column, *value)))
            }
            None => (Histogram::of(lowest, &base, problem.rows), None),
        };
        let (curve, loss) = histogram.fit(card.curve);
        let next = Card { points: Vec::new(), curve, loss };
        if next.beats(best.as_ref().map_or(card.loss, |(best, _)| best.loss)) {
            let mut points = points.clone();
            if let Some((column, value)) = entered {
                points[column] = value;
            }
            best = Some((Card { points, ..next }, entered.map(|(column, _)| column)));
        }
    }
    best
}

/// The histogram after the rows in `cells` have moved by a value.
fn moved(base: &[Count], lowest: i32, cells: &[Count], value: i32, rows: f64) -> Histogram {
    let (down, up) = ((-value).max(0) as usize, value.max(0) as usize);
    let mut all = vec![Count::default(); base.len() + down + up];
    for (at, (&whole, &leaving)) in base.iter().zip(cells).enumerate() {
        all[at + down] += whole;
        all[at + down] -= leaving;
        all[at + up] += leaving;
    }
    Histogram::of(lowest + value.min(0), &all, rows)
}

/// What moving one row from a score by a value changes, for every score and value, at one curve.
struct Screen<'a> {
    curve: Curve,
    local: &'a Local,
    rows: f64,
    base: Local,
    /// Lowest and highest score any move can lead to.
    ends: [f64; 2],
    /// The value of `shifts[at]` is `at - offset`.
    offset: i32,
    shifts: Vec<Shift>,
}

#[derive(Debug, Default)]
struct Shift {
    loss: Vec<f64>,
    p: Vec<f64>,
    p_score: Vec<f64>,
}

impl<'a> Screen<'a> {
    fn of(problem: &Problem, curve: Curve, lowest: i32, base: &[Count], local: &'a Local) -> Self {
        let low = problem.limits.iter().map(|limits| limits.0).min().unwrap_or(0);
        let high = problem.limits.iter().map(|limits| limits.1).max().unwrap_or(0);
        let end = lowest + base.len() as i32;
        let at: Vec<(f64, f64, f64)> = (lowest + low..end + high)
            .map(|score| {
                let score = f64::from(score);
                let (open, p) = softplus(curve.intercept + curve.slope * score);
                (open, p, p * score)
            })
            .collect();
        let from = &at[low.unsigned_abs() as usize..][..base.len()];
        let shift = |by: i32| -> Shift {
            let to = &at[by.abs_diff(low) as usize..][..base.len()];
            let pairs = || to.iter().zip(from);
            Shift {
                loss: pairs().map(|(to, from)| to.0 - from.0).collect(),
                p: pairs().map(|(to, from)| to.1 - from.1).collect(),
                p_score: pairs().map(|(to, from)| to.2 - from.2).collect(),
            }
        };
        let shifts = (low..=high).map(shift).collect();
        let base = Histogram::of(lowest, base, problem.rows).at(curve);
        Self {
            curve,
            local,
            rows: problem.rows,
            base,
            ends: [f64::from(lowest + low), f64::from(end - 1 + high)],
            offset: -low,
            shifts,
        }
    }

    /// About the loss with nothing put in.
    fn nothing(&self) -> f64 {
        self.base.loss - self.local.gain(self.base.gradient, self.ends)
    }

    /// The best value for a column whose rows are counted by score, other than 0 and the present one, and about the loss then.
    fn best(&self, cells: &[Count], (low, high): (i32, i32), present: i32) -> Option<(f64, i32)> {
        let all: Vec<f64> = cells.iter().map(|cell| cell.all() / self.rows).collect();
        let won: f64 = cells.iter().map(|cell| cell.won()).sum::<f64>() / self.rows;
        let mut best: Option<(f64, i32)> = None;
        for value in (low..=high).filter(|value| *value != 0 && *value != present) {
            let shift = &self.shifts[(value + self.offset) as usize];
            let loss = dot(&all, &shift.loss) - won * self.curve.slope * f64::from(value);
            let gradient = [
                self.base.gradient[0] + dot(&all, &shift.p),
                self.base.gradient[1] + dot(&all, &shift.p_score) - won * f64::from(value),
            ];
            let loss = self.base.loss + loss - self.local.gain(gradient, self.ends);
            if best.is_none_or(|(least, _)| loss < least) {
                best = Some((loss, value));
            }
        }
        best
    }
}
