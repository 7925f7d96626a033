//! Values of fields by which deals did otherwise than their scores say.
//!
//! Wrong calls differ from right ones by their scores alone, so they are not compared with each other. Instead the deals that were called
//! Hot or Warm (or Cool or Cold) are taken level by level of every scorable field, and the wins among them are held against the sum of
//! their probabilities: E = sum p, z = (W - E) / sqrt(sum p (1 - p)). A level counts where its one-sided p value is below 0.05 / m for m
//! levels (Bonferroni), so that with no pattern at all one in twenty reports names one.
//!
//! | deals of the level | p value |
//! |---|---|
//! | up to 500 | exact, of the Poisson binomial distribution, by adding one deal after the other (Howard 1972) |
//! | more | by the normal distribution of z |
//! | fewer than 10 | left out beforehand: they are nearer to single leads than to a pattern |
//!
//! The deals of a pattern are the most extreme of many levels, so their wins tell that something is to be mended, but overstate by how
//! much. The points that would mend it are therefore those by which sum p = W over all deals of the level, of every tier, learned from
//! (by the scores of models that had not seen them) and held out.

use crate::level::{Level, levels, rows_elsewhere};
use lead_scoring_core::{Binning, Dataset, Deals, Message};
use lead_scoring_metrics::two_sided_p;
use lead_scoring_model::{ProbabilityMap, Scorecard};
use serde::Serialize;
use std::collections::BTreeMap;

/// Fewest deals of a level.
const FEWEST_WITH_LEVEL: usize = 10;

/// Fewest wrong and fewest right calls.
const FEWEST_CALLS: usize = 10;

/// How many patterns are told.
const MOST_PATTERNS: usize = 5;

/// Chance that any pattern is named where there is none.
const LEVEL: f64 = 0.05;

/// Most deals whose wins are counted exactly.
const MOST_EXACT: usize = 500;

/// Most points that a rule could add or take.
const MOST_POINTS: i32 = 100;

/// A level whose deals won surely less often, or surely more often, than their scores say.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MisjudgedPattern {
    /// The field.
    pub field: String,
    /// Its value or range: `Retail`, `yes`, `500 or more`, `not recorded`.
    pub level: Message,
    /// Deals of this level that were called so.
    pub deals: u64,
    /// How many of them were won.
    pub won: u64,
    /// How many should have been, by their probabilities.
    pub expected: f64,
    /// The difference in standard deviations; below 0 for too few wins.
    pub z: f64,
    /// All deals of this level, of every tier, learned from and held out.
    pub deals_in_all: u64,
    /// The points that would make the probabilities of all deals of this level agree with their wins; below 0 for too few wins.
    pub points: i32,
    /// Whether the card scores the field.
    pub scored: bool,
    /// Whether it does so in combinations only.
    pub in_combinations: bool,
    /// The other values that get the same points from the field's signal, or else from a combination.
    pub grouped_with: Vec<String>,
}

/// The deals of one sort of call: positions in the data.
pub(crate) struct Calls<'a> {
    pub(crate) wrong: &'a [u32],
    pub(crate) right: &'a [u32],
    /// Whether the call was a win.
    pub(crate) called_won: bool,
}

/// What the deals came to and what was foreseen, one entry a deal of the data.
pub(crate) struct Foreseen<'a> {
    pub(crate) won: &'a [bool],
    pub(crate) scores: &'a [i32],
    pub(crate) probability: &'a ProbabilityMap,
    pub(crate) learned_from: Option<LearnedFrom<'a>>,
}

/// The deals that the card was learned from.
#[derive(Clone, Copy, Debug)]
pub struct LearnedFrom<'a> {
    /// The deals, of one data set with those held out.
    pub deals: &'a Deals,
    /// One score a deal, best by models that had not seen it.
    pub scores: &'a [i32],
}

impl Foreseen<'_> {
    fn score_and_outcome(&self, row: u32) -> (i32, bool) {
        (self.scores[row as usize], self.won[row as usize])
    }
}

impl LearnedFrom<'_> {
    fn score_and_outcome(&self, row: u32) -> Option<(i32, bool)> {
        Some((*self.scores.get(row as usize)?, *self.deals.won().get(row as usize)?))
    }
}

impl Calls<'_> {
    /// Whether there are enough deals on both sides for a pattern to show.
    pub(crate) fn suffice(&self) -> bool {
        self.wrong.len() >= FEWEST_CALLS && self.right.len() >= FEWEST_CALLS
    }
}

/// The patterns, surest first; empty where there are too few deals.
pub(crate) fn find(
    data: &Dataset,
    card: &Scorecard,
    ignored: &[String],
    calls: &Calls<'_>,
    foreseen: &Foreseen<'_>,
) -> Vec<MisjudgedPattern> {
    if !calls.suffice() {
        return Vec::new();
    }
    let rows: Vec<u32> = calls.wrong.iter().chain(calls.right).copied().collect();
    let levels: Vec<Level> = data
        .iter()
        .filter(|(field, column)| column.kind().is_scorable() && !ignored.contains(&field.name))
        .flat_map(|(field, column)| levels(&field.name, column, card, &rows))
        .filter(|level| level.rows.len() >= FEWEST_WITH_LEVEL)
        .collect();
    let limit = LEVEL / levels.len().max(1) as f64;
    let mut patterns: Vec<MisjudgedPattern> =
        levels.into_iter().filter_map(|level| pattern(level, data, card, calls, foreseen, limit)).collect();
    patterns.sort_by(|a, b| b.z.abs().total_cmp(&a.z.abs()));
    patterns.truncate(MOST_PATTERNS);
    patterns
}

/// The level as a pattern, if its wins are surely fewer (or more) than foreseen.
fn pattern(
    level: Level,
    data: &Dataset,
    card: &Scorecard,
    calls: &Calls<'_>,
    foreseen: &Foreseen<'_>,
    limit: f64,
) -> Option<MisjudgedPattern> {
    let scores: Vec<i32> = level.rows.iter().map(|&row| foreseen.scores[row as usize]).collect();
    let chances: Vec<f64> = scores.iter().map(|&score| foreseen.probability.at(score)).collect();
    let won = level.rows.iter().filter(|row| foreseen.won[**row as usize]).count();
    let expected: f64 = chances.iter().sum();
    let spread = chances.iter().map(|p| p * (1.0 - p)).sum::<f64>().sqrt();
    let z = (won as f64 - expected) / spread;
    let misleads = if calls.called_won { z < 0.0 } else { z > 0.0 };
    if !misleads || !z.is_finite() || tail(&chances, won, z) > limit {
        return None;
    }
    let all = all_of_level(&level, data, card, foreseen);
    let reads = |pairs: bool| {
        card.signals.iter().any(|signal| signal.is_pair() == pairs && signal.reads(&level.field))
    };
    let in_combinations = !reads(false) && reads(true);
    let value = level.value.as_ref();
    Some(MisjudgedPattern {
        deals_in_all: all.len() as u64,
        points: points_missing(&all, foreseen.probability),
        scored: reads(false) || reads(true),
        in_combinations,
        grouped_with: value
            .map(|value| grouped_with(card, &level.field, value, in_combinations))
            .unwrap_or_default(),
        deals: scores.len() as u64,
        won: won as u64,
        expected,
        z,
        field: level.field,
        level: level.label,
    })
}

/// Chance of so few wins or fewer where there are too few, of so many or more where there are too many.
fn tail(chances: &[f64], won: usize, z: f64) -> f64 {
    if chances.len() > MOST_EXACT {
        return two_sided_p(z) / 2.0;
    }
    if z < 0.0 {
        at_most(chances, won)
    } else {
        1.0 - won.checked_sub(1).map_or(0.0, |less| at_most(chances, less))
    }
}

/// Chance of at most so many wins: that of each number of wins, one deal after the other.
fn at_most(chances: &[f64], most: usize) -> f64 {
    let mut of_wins = vec![0.0; most + 1];
    of_wins[0] = 1.0;
    for p in chances {
        for wins in (1..=most).rev() {
            of_wins[wins] = of_wins[wins] * (1.0 - p) + of_wins[wins - 1] * p;
        }
        of_wins[0] *= 1.0 - p;
    }
    of_wins.iter().sum()
}

/// Scores and outcomes of all deals of the level, held out and learned from.
fn all_of_level(
    level: &Level,
    data: &Dataset,
    card: &Scorecard,
    foreseen: &Foreseen<'_>,
) -> Vec<(i32, bool)> {
    let Some(column) = data.column(&level.field) else { return Vec::new() };
    let held_out = rows_elsewhere(level, column, column, card).into_iter();
    let mut all: Vec<(i32, bool)> = held_out.map(|row| foreseen.score_and_outcome(row)).collect();
    if let Some(learned_from) = &foreseen.learned_from
        && let Some(part) = learned_from.deals.data().column(&level.field)
    {
        let rows = rows_elsewhere(level, column, part, card).into_iter();
        all.extend(rows.filter_map(|row| learned_from.score_and_outcome(row)));
    }
    all
}

/// The points by which the scores must move for the probabilities to come nearest to the wins.
fn points_missing(deals: &[(i32, bool)], probability: &ProbabilityMap) -> i32 {
    let won = deals.iter().filter(|(_, won)| *won).count() as f64;
    let mut scores: BTreeMap<i32, f64> = BTreeMap::new();
    deals.iter().for_each(|(score, _)| *scores.entry(*score).or_default() += 1.0);
    let off = |points: i32| {
        let foreseen =
            scores.iter().map(|(score, deals)| deals * probability.at(score.saturating_add(points)));
        (foreseen.sum::<f64>() - won).abs()
    };
    let nearest = |a: &i32, b: &i32| off(*a).total_cmp(&off(*b)).then(a.abs().cmp(&b.abs()));
    (-MOST_POINTS..=MOST_POINTS).min_by(nearest).unwrap_or(0)
}

/// The other values of the group that a signal of the field (or a combination with it) puts a value into.
fn grouped_with(card: &Scorecard, field: &str, value: &str, in_combinations: bool) -> Vec<String> {
    let signals = card.signals.iter().filter(|signal| signal.is_pair() == in_combinations);
    let inputs = signals.flat_map(|signal| &signal.inputs).filter(|input| input.field == field);
    let mut groups = inputs.filter_map(|input| match &input.binning {
        Binning::Group { groups } => groups.iter().find(|group| group.iter().any(|level| level == value)),
        _ => None,
    });
    let group = groups.find(|group| group.len() > 1);
    group.into_iter().flatten().filter(|level| *level != value).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;
    use lead_scoring_core::{Column, Dimension, Field, Kind};
    use lead_scoring_model::{Bin, Input, Signal};

    fn card() -> Scorecard {
        Scorecard::new(1.0, [100; 4], Vec::new(), Vec::new())
    }

    /// 200 deals of 0 points, half of them retailers.
    fn data() -> Dataset {
        let mut data = Dataset::with_rows(200);
        let industry: Vec<_> =
            (0..200).map(|row| Some(if row < 100 { "Retail" } else { "Software" })).collect();
        data.push(Field::new("Industry"), Column::from_categories(&industry)).unwrap();
        data
    }

    fn found(won: &[bool], called_won: bool, card: &Scorecard, ignored: &[String]) -> Vec<MisjudgedPattern> {
        let probability = ProbabilityMap::new(-2, vec![0.1, 0.3, 0.5, 0.7, 0.9], "test").unwrap();
        let foreseen = Foreseen { won, scores: &[0; 200], probability: &probability, learned_from: None };
        let (wrong, right): (Vec<u32>, Vec<u32>) = (0..200).partition(|row| won[*row as usize] != called_won);
        find(&data(), card, ignored, &Calls { wrong: &wrong, right: &right, called_won }, &foreseen)
    }

    #[test]
    fn what_wins_otherwise_than_foreseen_is_a_pattern() {
        // A third of the retailers won where half should have; of the others half did.
        let won: Vec<bool> =
            (0..200).map(|row| if row < 100 { row % 10 < 3 } else { row % 2 == 0 }).collect();
        let patterns = found(&won, true, &card(), &[]);
        assert_eq!(patterns.len(), 1, "{patterns:?}");
        let retail = &patterns[0];
        assert_eq!((retail.field.as_str(), retail.level.to_string()), ("Industry", "Retail".to_owned()));
        assert_eq!((retail.deals, retail.won, retail.points, retail.scored), (100, 30, -1, false));
        assert_relative_eq!(retail.expected, 50.0);
        assert_relative_eq!(retail.z, -4.0);
        // Too few wins are no riddle among deals that were called lost.
        assert!(found(&won, false, &card(), &[]).is_empty());
        assert!(found(&won, true, &card(), &["Industry".to_owned()]).is_empty());
        let more: Vec<bool> = won.iter().map(|won| !won).collect();
        assert_eq!(found(&more, false, &card(), &[])[0].points, 1);
    }

    #[test]
    fn the_points_are_those_of_all_deals_with_the_value() {
        let won: Vec<bool> = (0..200).map(|row| if row < 100 { false } else { row % 2 == 0 }).collect();
        let probability = ProbabilityMap::new(-2, vec![0.1, 0.3, 0.5, 0.7, 0.9], "test").unwrap();
        let (wrong, right): (Vec<u32>, Vec<u32>) = (0..200).partition(|row| !won[*row as usize]);
        let calls = Calls { wrong: &wrong, right: &right, called_won: true };
        let points = |wins_of_ten: Option<usize>| {
            let earlier: Vec<bool> =
                (0..200).map(|row| row < 100 && row % 10 < wins_of_ten.unwrap_or(0)).collect();
            let deals = Deals::new(data(), earlier).unwrap();
            let learned_from = wins_of_ten.map(|_| LearnedFrom { deals: &deals, scores: &[0; 200] });
            let foreseen = Foreseen { won: &won, scores: &[0; 200], probability: &probability, learned_from };
            let patterns = find(&data(), &card(), &[], &calls, &foreseen);
            (patterns[0].deals_in_all, patterns[0].points)
        };
        // No retailer of those held out won: by themselves they ask for all that the map has, with as many earlier ones of which six of
        // ten won (three of ten in all) for half of it, and with earlier ones that all won for nothing.
        assert_eq!(points(None), (100, -2));
        assert_eq!(points(Some(6)), (200, -1));
        assert_eq!(points(Some(10)), (200, 0));
    }

    #[test]
    fn wins_as_foreseen_and_few_calls_are_no_pattern() {
        let won: Vec<bool> = (0..200).map(|row| row % 2 == 0).collect();
        assert!(found(&won, true, &card(), &[]).is_empty());
        let nearly_all: Vec<bool> = (0..200).map(|row| row > 3).collect();
        assert!(found(&nearly_all, true, &card(), &[]).is_empty());
    }

    #[test]
    fn values_that_share_a_row_of_the_card_are_named() {
        let groups = vec![vec!["Retail".to_owned(), "Mining".to_owned()], vec!["Software".to_owned()]];
        let input = Input::new("Industry", Kind::Category, Binning::Group { groups });
        let bins = ["a", "b", "not recorded"].map(|label| Bin::new(label, 0, 0, None, 0.0));
        let signal = Signal::new("Industry".into(), Dimension::Firmographic, input, 1.0, bins.into());
        let card = Scorecard::new(1.0, [100; 4], vec![signal], Vec::new());
        let won: Vec<bool> =
            (0..200).map(|row| if row < 100 { row % 10 < 3 } else { row % 2 == 0 }).collect();
        let patterns = found(&won, true, &card, &[]);
        assert_eq!((patterns[0].scored, &patterns[0].grouped_with), (true, &vec!["Mining".to_owned()]));
        assert_eq!(grouped_with(&card, "Industry", "Software", false), Vec::<String>::new());
    }

    #[test]
    fn wins_of_unlike_deals_are_counted_exactly() {
        // By hand: of three deals with 0.5, 0.2 and 0.1 none is won with 0.36, one with 0.49.
        let chances = [0.5, 0.2, 0.1];
        assert_relative_eq!(at_most(&chances, 0), 0.36, epsilon = 1e-12);
        assert_relative_eq!(at_most(&chances, 1), 0.85, epsilon = 1e-12);
        assert_relative_eq!(tail(&chances, 2, 1.0), 0.15, epsilon = 1e-12);
        assert_relative_eq!(tail(&chances, 0, 1.0), 1.0, epsilon = 1e-12);
        // SciPy 1.15: binom.cdf(40, 100, 0.5) = 0.0284439668204904.
        assert_relative_eq!(at_most(&[0.5; 100], 40), 0.028_443_966_820_490_4, epsilon = 1e-12);
    }
}
