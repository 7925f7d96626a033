//! Log odds and joint weights of shipped bins on a resample of the training deals.

use crate::logistic::{Prior, Rows, fit};
use crate::penalty::common_weight;
use lead_scoring_lift::{Analysis, FOLDS, WeightedCounts, pair_log_odds, shrunk_log_odds};

/// A signal with its shipped bins.
pub(super) struct Piece {
    /// Bin of each training deal.
    pub(super) codes: Vec<u16>,
    /// For each bin whether it has an effect.
    pub(super) scored: Vec<bool>,
    /// What its log odds are multiplied with before weights are fitted.
    pub(super) scale: f64,
    /// Whether its effect is measured against what the signals of one field let expect.
    pub(super) is_pair: bool,
}

/// What every resample is refitted with.
pub(super) struct Refit<'a> {
    analysis: &'a Analysis,
    pieces: &'a [Piece],
    ridge: f64,
    is_weighed: bool,
    /// The intercept and weights on all deals, from which a resample's are a few steps away.
    start: Vec<f64>,
}

impl<'a> Refit<'a> {
    pub(super) fn new(analysis: &'a Analysis, pieces: &'a [Piece], ridge: f64, is_weighed: bool) -> Self {
        let mut refit = Self { analysis, pieces, ridge, is_weighed, start: Vec::new() };
        let rows: Vec<usize> = (0..analysis.won().len()).collect();
        let sample = Sample::draw(&refit, &rows);
        let measured = refit.measure(&sample);
        let columns: Vec<&[f64]> = measured.iter().map(|measured| measured.column.as_slice()).collect();
        refit.start = refit.joint(&columns, &sample.won);
        refit
    }

    /// Weight times log odds of every bin of every piece on the deals `rows`.
    pub(super) fn effects(&self, rows: &[usize]) -> Vec<Vec<f64>> {
        let sample = Sample::draw(self, rows);
        let measured = self.measure(&sample);
        let columns: Vec<&[f64]> = measured.iter().map(|measured| measured.column.as_slice()).collect();
        let beta = self.joint(&columns, &sample.won);
        let weighted = measured
            .iter()
            .zip(&beta[1..])
            .map(|(measured, weight)| measured.log_odds.iter().map(|log_odds| weight * log_odds).collect());
        weighted.collect()
    }

    /// Log odds of every piece: first those of one field, then, against these, the combinations.
    fn measure(&self, sample: &Sample) -> Vec<Measured> {
        let single = |at: usize| sample.measure(at, &self.pieces[at], None);
        let is_pair: Vec<bool> = self.pieces.iter().map(|piece| piece.is_pair).collect();
        let mut measured: Vec<Option<Measured>> =
            is_pair.iter().enumerate().map(|(at, pair)| (!pair).then(|| single(at))).collect();
        if is_pair.contains(&true) {
            let singles: Vec<&[f64]> =
                measured.iter().flatten().map(|single| single.column.as_slice()).collect();
            let expected = self.expected(&singles, &sample.won);
            let combination = |at: usize| sample.measure(at, &self.pieces[at], Some(&expected));
            let missing: Vec<usize> = (0..is_pair.len()).filter(|&at| is_pair[at]).collect();
            for (at, pair) in missing.iter().map(|&at| (at, combination(at))).collect::<Vec<_>>() {
                measured[at] = Some(pair);
            }
        }
        measured.into_iter().flatten().collect()
    }

    /// Each deal's win probability by the signals of one field.
    fn expected(&self, columns: &[&[f64]], won: &[bool]) -> Vec<f64> {
        let rows = Rows { columns, won };
        let fit = fit(rows, self.prior(rows), &[]);
        let eta = |row: usize| {
            let terms = columns.iter().zip(&fit.weights).map(|(column, weight)| weight * column[row]);
            fit.intercept + terms.sum::<f64>()
        };
        (0..won.len()).map(|row| 1.0 / (1.0 + (-eta(row)).exp())).collect()
    }

    /// Intercept and weights of these columns.
    fn joint(&self, columns: &[&[f64]], won: &[bool]) -> Vec<f64> {
        if !self.is_weighed {
            return vec![1.0; columns.len() + 1];
        }
        let rows = Rows { columns, won };
        let fit = fit(rows, self.prior(rows), &self.start);
        std::iter::once(fit.intercept).chain(fit.weights).collect()
    }

    fn prior(&self, rows: Rows<'_>) -> Prior {
        Prior { ridge: self.ridge, centre: common_weight(rows) }
    }
}

/// Log odds of a piece's bins, and of each deal from the deals of other folds.
struct Measured {
    log_odds: Vec<f64>,
    column: Vec<f64>,
}

/// Deals drawn from the training deals.
struct Sample {
    won: Vec<bool>,
    folds: Vec<u8>,
    /// Bin of each deal, for each piece.
    codes: Vec<Vec<u16>>,
}

impl Sample {
    fn draw(refit: &Refit<'_>, rows: &[usize]) -> Self {
        let (won, folds) = (refit.analysis.won(), refit.analysis.folds());
        let codes = |piece: &Piece| rows.iter().map(|&row| piece.codes[row]).collect();
        Self {
            won: rows.iter().map(|&row| won[row]).collect(),
            folds: rows.iter().map(|&row| folds[row]).collect(),
            codes: refit.pieces.iter().map(codes).collect(),
        }
    }

    /// Measures the piece at a position against the base rate, or against each deal's expected probability.
    fn measure(&self, at: usize, piece: &Piece, expected: Option<&[f64]>) -> Measured {
        let codes = &self.codes[at];
        let mut sums = vec![[Sum::default(); FOLDS]; piece.scored.len()];
        for (row, (&code, &fold)) in codes.iter().zip(&self.folds).enumerate() {
            let probability = expected.map_or(0.0, |expected| expected[row]);
            sums[usize::from(code)][usize::from(fold)].add(self.won[row], probability);
        }
        let log_odds = |left_out: Option<usize>| log_odds(&sums, piece, left_out);
        let without: Vec<Vec<f64>> = (0..FOLDS).map(|fold| log_odds(Some(fold))).collect();
        let look_up = |(&code, &fold): (&u16, &u8)| without[usize::from(fold)][usize::from(code)];
        Measured { log_odds: log_odds(None), column: codes.iter().zip(&self.folds).map(look_up).collect() }
    }
}

/// Deals of a bin, and how many of them were expected to be won.
#[derive(Clone, Copy, Default)]
struct Sum {
    won: f64,
    lost: f64,
    expected: f64,
}

impl Sum {
    fn add(&mut self, won: bool, expected: f64) {
        *if won { &mut self.won } else { &mut self.lost } += 1.0;
        self.expected += expected;
    }

    fn plus(self, other: Self) -> Self {
        Self {
            won: self.won + other.won,
            lost: self.lost + other.lost,
            expected: self.expected + other.expected,
        }
    }

    fn counts(self) -> WeightedCounts {
        WeightedCounts::new(self.won, self.lost).unwrap_or_default()
    }
}

/// Scaled log odds of each bin from the deals outside a fold; 0 for bins without an effect.
fn log_odds(sums: &[[Sum; FOLDS]], piece: &Piece, left_out: Option<usize>) -> Vec<f64> {
    let total = |folds: &[Sum; FOLDS]| {
        let kept = folds.iter().enumerate().filter(|(fold, _)| Some(*fold) != left_out);
        kept.fold(Sum::default(), |sum, (_, part)| sum.plus(*part))
    };
    let bins: Vec<Sum> = sums.iter().map(total).collect();
    let whole = bins.iter().fold(Sum::default(), |sum, bin| sum.plus(*bin)).counts();
    let of_bin = |(bin, scored): (&Sum, &bool)| match (*scored, piece.is_pair) {
        (false, _) => 0.0,
        (true, true) => piece.scale * pair_log_odds(bin.won, bin.won + bin.lost, bin.expected),
        (true, false) => piece.scale * shrunk_log_odds(bin.counts(), whole),
    };
    bins.iter().zip(&piece.scored).map(of_bin).collect()
}
