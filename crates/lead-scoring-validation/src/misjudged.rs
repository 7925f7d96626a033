//! The deals that the tiers called wrong: which, why, what they have in common, and what to do about it.

use crate::Result;
use crate::pattern::{Calls, Foreseen, LearnedFrom, MisjudgedPattern, find};
use crate::phrases as say;
use lead_scoring_core::{Deals, Message, Part, Tier};
use lead_scoring_model::{Input, ProbabilityMap, Scorecard, Signal};
use serde::Serialize;

/// How many deals are listed.
const MOST_DEALS: usize = 20;

/// How many signals are named per deal.
const MOST_SIGNALS: usize = 3;

/// How many values of a group are named.
const MOST_NAMED: usize = 3;

/// Deals of a value from which more of them would hardly change its points.
const MANY_DEALS: u64 = 300;

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
    pub recommended_fix: Message,
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
    /// The fields it reads; not written out.
    #[serde(skip)]
    pub inputs: Vec<Input>,
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
    pub(crate) learned_from: Option<LearnedFrom<'a>>,
    pub(crate) ignored: &'a [String],
}

/// The wrong calls of one side.
pub(crate) fn look_at(judged: &Judged<'_>, side: Side) -> Result<Misjudged> {
    let called: Vec<u32> =
        (0..).zip(judged.tiers).filter(|(_, tier)| side.looks_at(**tier)).map(|(row, _)| row).collect();
    let is_wrong = |row: &u32| side.is_wrong(judged.deals.won()[*row as usize]);
    let (mut wrong, right): (Vec<u32>, Vec<u32>) = called.into_iter().partition(is_wrong);
    let called_won = side == Side::FalsePositive;
    let calls = Calls { wrong: &wrong, right: &right, called_won };
    let foreseen = Foreseen {
        won: judged.deals.won(),
        scores: judged.scores,
        probability: judged.probability,
        learned_from: judged.learned_from,
    };
    let patterns = find(judged.deals.data(), judged.card, judged.ignored, &calls, &foreseen);
    let score = |row: u32| i64::from(judged.scores[row as usize]);
    match side {
        Side::FalsePositive => wrong.sort_by_key(|&row| -score(row)),
        Side::FalseNegative => wrong.sort_by_key(|&row| score(row)),
    }
    Ok(Misjudged {
        count: wrong.len() as u64,
        recommended_fix: recommended_fix(side, wrong.len(), &patterns),
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
        inputs: signal.inputs.clone(),
        bin: signal.bins.get(code).map_or_else(|| "never seen before".to_owned(), |bin| bin.label.clone()),
        points: points.get(code).copied().unwrap_or(0),
        most: signal.highest(),
        pair: signal.is_pair(),
        known: code < signal.missing_code(),
    }
}

/// The signals that pushed the score the wrong way, strongest first. A combination that gave nothing is no cause: nearly every deal is none of
/// those with points.
fn misleading(side: Side, mut signals: Vec<MisleadingSignal>) -> Vec<MisleadingSignal> {
    let push = |signal: &MisleadingSignal| match side {
        Side::FalsePositive => signal.points,
        Side::FalseNegative => signal.most.saturating_sub(signal.points),
    };
    signals.retain(|signal| push(signal) > 0 && (!signal.pair || signal.points != 0));
    signals.sort_by_key(|signal| -i64::from(push(signal)));
    signals.truncate(MOST_SIGNALS);
    signals
}

fn recommended_fix(side: Side, count: usize, patterns: &[MisjudgedPattern]) -> Message {
    let Some(first) = patterns.first() else {
        return match (side, count) {
            (Side::FalsePositive, 0) => say::NO_FALSE_POSITIVES.message(),
            (Side::FalseNegative, 0) => say::NO_FALSE_NEGATIVES.message(),
            _ => say::FIX_BY_READING.with([("deals", count.into())]),
        };
    };
    let field = ("field", first.field.as_str().into());
    let level = ("level", first.level.clone().into());
    let too_far = match side {
        Side::FalsePositive => first.points < 0,
        Side::FalseNegative => first.points > 0,
    };
    if !too_far {
        return say::FIX_BY_NOTHING.with([field, level, ("deals", first.deals_in_all.into())]);
    }
    let points = match first.points {
        points @ 1.. => format!("+{points}"),
        points => points.to_string(),
    };
    let others = || ("others", named(&first.grouped_with).into());
    let fault = match (first.scored, first.grouped_with.is_empty()) {
        (false, _) => say::FAULT_NOT_SCORED.with([field.clone()]),
        (true, true) => say::FAULT_POINTS.with([field.clone(), level.clone()]),
        (true, false) if first.in_combinations => {
            say::FAULT_COMBINATION.with([field.clone(), level.clone(), others()])
        }
        (true, false) => say::FAULT_ROW.with([level.clone(), others()]),
    };
    let rule = say::REMEDY_RULE.with([
        field,
        level,
        ("points", points.into()),
        ("deals", first.deals_in_all.into()),
    ]);
    let remedy = match first.deals_in_all {
        MANY_DEALS.. => rule,
        _ => say::REMEDY_LEARN_OR.with([("rule", rule.into())]),
    };
    say::FIX.with([("fault", fault.into()), ("remedy", remedy.into())])
}

/// The first few of many values, as names.
fn named(values: &[String]) -> Vec<Part> {
    let more = values.len().saturating_sub(MOST_NAMED);
    let shown = values.len() - if more > 1 { more } else { 0 };
    let mut named: Vec<Part> = values[..shown]
        .iter()
        .map(|value| say::NAMED_VALUE.with([("value", value.as_str().into())]).into())
        .collect();
    if more > 1 {
        named.push(say::MORE_VALUES.with([("more", more.into())]).into());
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signal(name: &str, points: i32, most: i32) -> MisleadingSignal {
        MisleadingSignal {
            name: name.to_owned(),
            inputs: Vec::new(),
            pair: false,
            bin: String::new(),
            points,
            most,
            known: true,
        }
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
        let of_pair = |name, points| MisleadingSignal { pair: true, ..signal(name, points, 30) };
        let found =
            misleading(Side::FalseNegative, [signals(), vec![of_pair("f", 0), of_pair("g", -1)]].concat());
        let names: Vec<String> = found.into_iter().map(|signal| signal.name).collect();
        assert_eq!(names, ["g", "d", "b"], "any other combination is no cause");
    }

    #[test]
    fn advice_depends_on_what_the_card_does_with_the_value() {
        let none = |side, count| recommended_fix(side, count, &[]).to_string();
        assert_eq!(none(Side::FalsePositive, 0), "There are no false positives.");
        assert!(none(Side::FalseNegative, 4).starts_with("Read the notes of the 4 deals"));
        let pattern = |scored: bool, grouped_with: &[&str], deals: u64, points: i32| MisjudgedPattern {
            field: "Lead Origin".into(),
            level: Message::verbatim("Lead Import"),
            deals: 32,
            won: 12,
            expected: 21.0,
            z: -3.4,
            deals_in_all: deals,
            points,
            scored,
            in_combinations: false,
            grouped_with: grouped_with.iter().map(|level| (*level).to_owned()).collect(),
        };
        let fix = |pattern| recommended_fix(Side::FalsePositive, 40, &[pattern]).to_string();
        let unscored = fix(pattern(false, &[], 60, -7));
        assert!(
            unscored.starts_with("The card does not score `Lead Origin`: learn again once"),
            "{unscored}"
        );
        let row = fix(pattern(true, &["API", "Quick Form"], 60, -7));
        assert!(row.starts_with("The card scores `Lead Import` like `API` and `Quick Form`: "), "{row}");
        let combined = MisjudgedPattern { in_combinations: true, ..pattern(true, &["API"], 4_000, -2) };
        let combined = fix(combined);
        assert!(combined.contains("in combinations only, there like `API`: set a rule"), "{combined}");
        // Where thousands of deals have closed with the value, more of them cannot help.
        assert!(combined.ends_with("by about -2 (by all 4,000 deals with it)."), "{combined}");
        let alone = fix(pattern(true, &[], 60, -7));
        assert!(alone.contains("by about -7 (by all 60 deals with it)."), "{alone}");
        for points in [0, 3] {
            let none = fix(pattern(true, &[], 4_000, points));
            assert!(
                none.starts_with("Set no rule for `Lead Origin` = `Lead Import`: over all 4,000"),
                "{none}"
            );
        }
    }
}
