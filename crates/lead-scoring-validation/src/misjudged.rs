//! The deals that the tiers called wrong: which, why, what they have in common, and what to do about it.

use crate::Result;
use crate::pattern::{Calls, MisjudgedPattern, find};
use lead_scoring_core::{Deals, Tier};
use lead_scoring_model::{ProbabilityMap, Scorecard, Signal};
use serde::Serialize;

/// How many deals are listed.
const MOST_DEALS: usize = 20;

/// How many signals are named per deal.
const MOST_SIGNALS: usize = 3;

/// The wrong calls of one sort.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Misjudged {
    /// How many there are.
    pub count: u64,
    /// The worst of them, at most 20: lost deals with the highest score first, or won deals with the lowest score first.
    pub deals: Vec<MisjudgedDeal>,
    /// What they have in common, surest first, at most 5.
    pub patterns: Vec<MisjudgedPattern>,
    /// What to do about them, in a sentence or two.
    pub recommended_fix: String,
}

/// A deal that was called wrong.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MisjudgedDeal {
    /// Its position in [`crate::ValidationReport::deals`].
    pub index: usize,
    /// Its row in the file, the header being row 1.
    pub row: u64,
    /// Its score.
    pub score: i32,
    /// Its tier.
    pub tier: Tier,
    /// Its probability of winning, in (0, 1).
    pub probability: f64,
    /// What misled the score, strongest first, at most 3: for a lost deal the most points given, for a won deal the most points missed.
    pub signals: Vec<MisleadingSignal>,
}

/// A signal that pushed a score the wrong way.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MisleadingSignal {
    /// The signal's name.
    pub name: String,
    /// Whether it gives points to combinations of two fields, so that its bins say which field has which value.
    pub pair: bool,
    /// The bin the deal fell into: `Retail, Mining`, `Region: North + Size: 200 or more`, `not recorded`, `never seen before`.
    pub bin: String,
    /// The points it got.
    pub points: i32,
    /// The most points the signal gives.
    pub most: i32,
    /// Whether the deal's value is recorded and was seen while learning, or is part of a combination that was.
    pub known: bool,
}

/// Which wrong calls to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Hot or Warm, but lost.
    FalsePositive,
    /// Cool or Cold, but won.
    FalseNegative,
}

impl Side {
    const fn plural(self) -> &'static str {
        match self {
            Self::FalsePositive => "false positives",
            Self::FalseNegative => "false negatives",
        }
    }

    const fn rightly_called(self) -> &'static str {
        match self {
            Self::FalsePositive => "deals rightly called Hot or Warm",
            Self::FalseNegative => "deals rightly called Cool or Cold",
        }
    }

    const fn is_wrong(self, won: bool) -> bool {
        match self {
            Self::FalsePositive => !won,
            Self::FalseNegative => won,
        }
    }

    const fn looks_at(self, tier: Tier) -> bool {
        matches!(tier, Tier::Hot | Tier::Warm) == matches!(self, Self::FalsePositive)
    }
}

/// The opened hold-out with its scores.
pub(crate) struct Judged<'a> {
    pub(crate) deals: &'a Deals,
    pub(crate) scores: &'a [i32],
    /// One tier a deal; empty for a model without tiers.
    pub(crate) tiers: &'a [Tier],
    pub(crate) card: &'a Scorecard,
    pub(crate) probability: &'a ProbabilityMap,
    pub(crate) ignored: &'a [String],
}

/// The wrong calls of one side.
pub(crate) fn look_at(judged: &Judged<'_>, side: Side) -> Result<Misjudged> {
    let called: Vec<u32> =
        (0..).zip(judged.tiers).filter(|(_, tier)| side.looks_at(**tier)).map(|(row, _)| row).collect();
    let is_wrong = |row: &u32| side.is_wrong(judged.deals.won()[*row as usize]);
    let (mut wrong, right): (Vec<u32>, Vec<u32>) = called.into_iter().partition(is_wrong);
    let calls = Calls { wrong: &wrong, right: &right };
    let patterns = find(judged.deals.data(), judged.card, judged.ignored, &calls);
    let enough = calls.suffice();
    let score = |row: u32| i64::from(judged.scores[row as usize]);
    match side {
        Side::FalsePositive => wrong.sort_by_key(|&row| -score(row)),
        Side::FalseNegative => wrong.sort_by_key(|&row| score(row)),
    }
    Ok(Misjudged {
        count: wrong.len() as u64,
        recommended_fix: recommended_fix(side, wrong.len(), enough, &patterns),
        patterns,
        deals: worst(judged, side, &wrong[..wrong.len().min(MOST_DEALS)])?,
    })
}

fn worst(judged: &Judged<'_>, side: Side, rows: &[u32]) -> Result<Vec<MisjudgedDeal>> {
    let few = judged.deals.data().select(rows);
    let mut signals: Vec<Vec<MisleadingSignal>> = vec![Vec::new(); rows.len()];
    for signal in &judged.card.signals {
        let points = signal.points_by_code();
        for (of_deal, code) in signals.iter_mut().zip(signal.code_rows(&few)?) {
            of_deal.push(evidence(signal, usize::from(code), &points));
        }
    }
    let deal = |((&row, &number), signals): ((&u32, &u64), Vec<MisleadingSignal>)| {
        let index = row as usize;
        let score = judged.scores[index];
        MisjudgedDeal {
            index,
            row: number,
            score,
            tier: judged.tiers[index],
            probability: judged.probability.at(score),
            signals: misleading(side, signals),
        }
    };
    Ok(rows.iter().zip(few.row_numbers()).zip(signals).map(deal).collect())
}

fn evidence(signal: &Signal, code: usize, points: &[i32]) -> MisleadingSignal {
    MisleadingSignal {
        name: signal.name.clone(),
        bin: signal.bins.get(code).map_or_else(|| "never seen before".to_owned(), |bin| bin.label.clone()),
        points: points.get(code).copied().unwrap_or(0),
        most: signal.highest(),
        pair: signal.is_pair(),
        known: code < signal.missing_code(),
    }
}

/// The signals that pushed the score the wrong way, strongest first.
fn misleading(side: Side, mut signals: Vec<MisleadingSignal>) -> Vec<MisleadingSignal> {
    let push = |signal: &MisleadingSignal| match side {
        Side::FalsePositive => signal.points,
        Side::FalseNegative => signal.most.saturating_sub(signal.points),
    };
    signals.retain(|signal| push(signal) > 0);
    signals.sort_by_key(|signal| -i64::from(push(signal)));
    signals.truncate(MOST_SIGNALS);
    signals
}

fn recommended_fix(side: Side, count: usize, enough: bool, patterns: &[MisjudgedPattern]) -> String {
    let (plural, rightly) = (side.plural(), side.rightly_called());
    if count == 0 {
        return format!("There are no {plural}.");
    }
    if !enough {
        return format!(
            "There are {count} {plural}; with so few wrong or right calls no common pattern can be told from chance."
        );
    }
    let Some(first) = patterns.first() else {
        return format!("No common pattern was found among the {count} {plural}.");
    };
    let fact = format!(
        "`{}` is `{}` in {:.0} % of the {plural} and in {:.0} % of the {rightly}.",
        first.field,
        first.level,
        100.0 * first.share_of_misjudged,
        100.0 * first.share_of_right
    );
    let advice = match (first.scored, side) {
        (false, _) => format!(
            "Record `{}` with care and learn again with it as a signal, or set a rule for it.",
            first.field
        ),
        (true, _) => format!(
            "The card scores `{}` already; what tells won from lost deals of this value is not in the card. Look for it, record it, and learn again.",
            first.field
        ),
    };
    format!("{fact} {advice}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signal(name: &str, points: i32, most: i32) -> MisleadingSignal {
        MisleadingSignal { name: name.to_owned(), pair: false, bin: String::new(), points, most, known: true }
    }

    #[test]
    fn the_strongest_push_comes_first() {
        let signals = || {
            vec![
                signal("a", 3, 3),
                signal("b", -9, 2),
                signal("c", 12, 12),
                signal("d", 0, 20),
                signal("e", 1, 1),
            ]
        };
        let names = |side| misleading(side, signals()).into_iter().map(|s| s.name).collect::<Vec<_>>();
        assert_eq!(names(Side::FalsePositive), ["c", "a", "e"]);
        assert_eq!(names(Side::FalseNegative), ["d", "b"]);
    }

    #[test]
    fn advice_is_built_from_facts() {
        assert_eq!(recommended_fix(Side::FalsePositive, 0, false, &[]), "There are no false positives.");
        assert!(recommended_fix(Side::FalseNegative, 4, false, &[]).contains("4 false negatives"));
        assert_eq!(
            recommended_fix(Side::FalseNegative, 31, true, &[]),
            "No common pattern was found among the 31 false negatives."
        );
        let pattern = MisjudgedPattern {
            field: "Industry".into(),
            level: "Retail".into(),
            misjudged: 20,
            share_of_misjudged: 0.5,
            share_of_right: 0.1,
            lower: 0.2,
            upper: 0.6,
            scored: false,
        };
        let text = recommended_fix(Side::FalsePositive, 40, true, &[pattern]);
        assert!(
            text.starts_with("`Industry` is `Retail` in 50 % of the false positives and in 10 % of"),
            "{text}"
        );
    }
}
