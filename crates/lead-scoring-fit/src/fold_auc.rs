//! AUC over folds that different models scored.
//!
//! Only deals of one fold are held against one another, since each fold's scores come from a model of their own: pooled, a model that had
//! fewer wins to learn from scores the fold that has more of them too low, and every strategy looks worse than it is, the more so the fewer
//! distinct scores there are. The AUC is the mean over the folds; their deals are different, so that variances add (DeLong, DeLong &
//! Clarke-Pearson 1988 for one fold's).

use crate::view::View;
use lead_scoring_metrics::{ScoreCounts, delong_test, two_sided_p, z_for};

/// Confidence level of intervals.
const LEVEL: f64 = 0.95;

/// The deals that a view sets aside.
pub(crate) struct Fold {
    rows: Vec<usize>,
    won: Vec<bool>,
}

impl Fold {
    pub(crate) fn of(view: &View<'_>) -> Self {
        let won = view.analysis().won();
        let rows: Vec<usize> = (0..won.len()).filter(|&row| !view.is_learned(row)).collect();
        Self { won: rows.iter().map(|&row| won[row]).collect(), rows }
    }

    pub(crate) fn deals(&self) -> usize {
        self.rows.len()
    }

    fn pick(&self, scores: &[f64]) -> Vec<f64> {
        self.rows.iter().map(|&row| scores[row]).collect()
    }
}

/// Mean AUC of all deals' scores within the folds; `None` where a fold has one outcome only.
pub(crate) fn auc(scores: &[f64], folds: &[Fold]) -> Option<f64> {
    let mut sum = 0.0;
    for fold in folds {
        sum += ScoreCounts::from_scores(&fold.pick(scores), &fold.won).ok()?.auc().ok()?;
    }
    Some(sum / folds.len() as f64)
}

/// Two-sided p value of the difference between two scores' mean AUC within the folds; `None` where nothing differs.
pub(crate) fn p_value(first: &[f64], second: &[f64], folds: &[Fold]) -> Option<f64> {
    let (mut difference, mut variance) = (0.0, 0.0);
    let z = z_for(LEVEL).ok()?;
    for fold in folds {
        let test = delong_test(&fold.pick(first), &fold.pick(second), &fold.won, LEVEL).ok()?;
        difference += test.difference.value;
        // Without an interval the two rank this fold alike.
        variance += test.difference.interval.map_or(0.0, |interval| (interval.width() / (2.0 * z)).powi(2));
    }
    (variance > 0.0).then(|| two_sided_p(difference / variance.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    fn scores() -> (Vec<f64>, Vec<bool>) {
        let scores = (0..60).map(|at| f64::from((at * 37) % 23)).collect();
        let won = (0..60).map(|at| (at * 37) % 23 + (at * 13) % 17 > 19).collect();
        (scores, won)
    }

    fn fold(rows: Vec<usize>, won: &[bool]) -> Fold {
        Fold { won: rows.iter().map(|&row| won[row]).collect(), rows }
    }

    #[test]
    fn folds_are_ranked_each_by_itself() {
        let (scores, won) = scores();
        let of_rows = |rows: std::ops::Range<usize>| {
            lead_scoring_metrics::auc(&scores[rows.clone()], &won[rows]).unwrap()
        };
        let halves = [fold((0..30).collect(), &won), fold((30..60).collect(), &won)];
        let mean = (of_rows(0..30) + of_rows(30..60)) / 2.0;
        assert_relative_eq!(auc(&scores, &halves).unwrap(), mean);
        assert_relative_eq!(auc(&scores, &[fold((0..60).collect(), &won)]).unwrap(), of_rows(0..60));
        assert_eq!(auc(&scores, &[fold(vec![0], &won)]), None);
    }

    #[test]
    fn a_shift_of_one_fold_changes_nothing() {
        let (mut scores, won) = scores();
        let folds = [fold((0..30).collect(), &won), fold((30..60).collect(), &won)];
        let before = auc(&scores, &folds);
        let other: Vec<f64> = scores.iter().map(|score| -score).collect();
        let p_before = p_value(&scores, &other, &folds);
        scores[30..].iter_mut().for_each(|score| *score += 100.0);
        assert_eq!(auc(&scores, &folds), before);
        assert_eq!(p_value(&scores, &other, &folds), p_before);
        assert_eq!(p_value(&scores, &scores, &folds), None);
    }
}
