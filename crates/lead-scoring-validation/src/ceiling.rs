//! What the best possible model could reach on this hold-out, so that no one blames a model for arithmetic.
//!
//! | figure | most that any ranking can reach |
//! |---|---|
//! | Spearman | that of the same scores with every win on top; sqrt(3 p (1 - p)) at base rate p without ties (Kendall & Gibbons 1990) |
//! | Hot precision | wins / Hot deals, at most 1 |
//! | Hot recall | Hot deals / wins, at most 1 |
//! | Hot F1 | 2 min(Hot, wins) / (Hot + wins) |
//!
//! Accuracy has a floor instead: calling every deal the more frequent outcome.

use lead_scoring_metrics::{ScoreCounts, ScoreGroup};

/// The best Spearman correlation that a set of scores can have with so many wins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SpearmanCeiling {
    /// The correlation if the wins were all on top.
    pub(crate) spearman: f64,
    /// Correlation per unit of 2 AUC - 1; it depends on the ties and the number of wins alone.
    pub(crate) per_gini: f64,
}

/// `None` where all scores are equal or an outcome is missing.
pub(crate) fn spearman(counts: &ScoreCounts) -> Option<SpearmanCeiling> {
    let mut wins = counts.total_won();
    let best = counts.groups().iter().rev().map(|group| {
        let won = wins.min(group.total());
        wins -= won;
        ScoreGroup { score: group.score, won, lost: group.total() - won }
    });
    let best = ScoreCounts::from_groups(best.collect::<Vec<_>>()).ok()?;
    let (spearman, gini) = (best.spearman().ok()?, best.gini().ok()?);
    (gini > 0.0).then(|| SpearmanCeiling { spearman, per_gini: spearman / gini })
}

/// The best precision, recall and F1 of a tier of `deals` with `wins` to be found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TierCeiling {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    pub(crate) f1: f64,
}

/// `None` where the tier is empty or there are no wins.
pub(crate) fn tier(deals: u64, wins: u64) -> Option<TierCeiling> {
    if deals == 0 || wins == 0 {
        return None;
    }
    let (size, wins) = (deals as f64, wins as f64);
    Some(TierCeiling {
        precision: (wins / size).min(1.0),
        recall: (size / wins).min(1.0),
        f1: 2.0 * size.min(wins) / (size + wins),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn ceiling_of_untied_scores_is_the_known_formula() {
        let scores: Vec<i32> = (0..10_000).collect();
        let won: Vec<bool> = (0..10_000).map(|deal| deal % 9 == 0).collect();
        let counts = ScoreCounts::from_integer_scores(&scores, &won).unwrap();
        let p = counts.base_rate();
        assert_relative_eq!(
            spearman(&counts).unwrap().spearman,
            (3.0 * p * (1.0 - p)).sqrt(),
            max_relative = 1e-6
        );
    }

    #[test]
    fn no_ranking_of_the_same_scores_does_better() {
        let scores = [5, 5, 3, 3, 3, 1];
        for bits in 1_u8..63 {
            let won: Vec<bool> = (0..6).map(|deal| bits >> deal & 1 == 1).collect();
            let counts = ScoreCounts::from_integer_scores(&scores, &won).unwrap();
            let best = spearman(&counts).unwrap();
            assert!(counts.spearman().unwrap() <= best.spearman + 1e-12);
            // What it is per unit of 2 AUC - 1 does not depend on who won.
            assert_relative_eq!(
                counts.spearman().unwrap(),
                counts.gini().unwrap() * best.per_gini,
                epsilon = 1e-12
            );
        }
    }

    #[test]
    fn a_small_tier_cannot_hold_all_wins() {
        let ceiling = tier(25, 50).unwrap();
        assert_relative_eq!(ceiling.recall, 0.5);
        assert_relative_eq!(ceiling.precision, 1.0);
        assert_relative_eq!(ceiling.f1, 2.0 / 3.0);
        assert_eq!((tier(0, 5), tier(5, 0)), (None, None));
    }
}
