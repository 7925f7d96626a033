//! The rep's one-pager: the rows that move a score most, and what no row speaks of.

use super::crm::fields_of;
use super::data::wanting_of_leads;
use super::hold_out::drifts;
use super::known_when::unconfirmed;
use super::set_by_day::set_by_day;
use super::spans::Span;
use super::stability::is_sound;
use super::totals::Totals;
use super::{labels, levels};
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_core::{Binning, Deals, Dimension, Values};
use lead_scoring_model::{Bin, Signal};
use serde::Serialize;

/// Rows that are named either way.
const MOST_ROWS: usize = 5;
/// Fields that are named as unknown.
const MOST_ABSENT: usize = 6;
/// Levels of a group that are named.
const MOST_LEVELS: usize = 3;
/// What the audit calls the fields of the dimension of that name.
const INTENT: &str = "intent";

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct RepGuide {
    /// What the points rest on that nobody has made sure of yet.
    pub(crate) unconfirmed: Option<Text>,
    /// Rows that give most points, best first, each field once.
    pub(crate) gives: Vec<TellingRow>,
    /// Rows that take most points, worst first, each field once.
    pub(crate) takes: Vec<TellingRow>,
    /// The most that one combination adds, and takes; 0 where none does.
    pub(crate) combined: i32,
    pub(crate) combined_takes: i32,
    /// Whether some values have points for being missing.
    pub(crate) missing_scored: bool,
    /// Fields with points that the day sets, the same for all leads of it, and that a rep need not look at.
    pub(crate) set_by_day: Vec<String>,
    /// Lowest and highest win rate of the periods of a history over which it changes so much that new deals may differ, too.
    pub(crate) drift: Option<[f64; 2]>,
    /// Dimensions without signals whose columns say too little.
    pub(crate) silent: Vec<&'static str>,
    /// Dimensions without a column.
    pub(crate) empty: Vec<&'static str>,
    /// What the history does not record of an open lead.
    pub(crate) absent: Vec<String>,
}

/// What a lead may be, and how such deals ended.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TellingRow {
    pub(crate) signal: Text,
    /// Of a group at most three levels, those with most deals, and how many more.
    pub(crate) criterion: Text,
    pub(crate) points: i32,
    /// Where several ranges of a number are named together, the points of the one that has fewest; else the same.
    pub(crate) weakest: i32,
    /// The points as they are told: those of several ranges in the order of these.
    pub(crate) points_told: Text,
    pub(crate) won: u64,
    pub(crate) deals: u64,
}

impl RepGuide {
    pub(crate) fn of(input: &ReportInput<'_>, totals: &Totals<'_>) -> Self {
        let card = &input.model.card;
        let set_by_day = set_by_day(input, fields_of(card.signals.iter()).into_iter());
        let of_leads = |wanted| rows(input, totals, &set_by_day, wanted);
        let unused = || {
            let used = |dimension: Dimension| card.signals.iter().any(|signal| signal.dimension == dimension);
            Dimension::ALL.into_iter().filter(move |dimension| !used(*dimension))
        };
        let exists = |dimension: &Dimension| {
            input.audit.fields.iter().any(|field| field.dimension == *dimension && field.auc.is_some())
        };
        let empty: Vec<&'static str> =
            unused().filter(|dimension| !exists(dimension)).map(Dimension::label).collect();
        // A whole dimension without a field is told of once.
        let is_told = |what: &str| what == INTENT && empty.contains(&Dimension::Intent.label());
        let absent = wanting_of_leads(input).map(|field| field.what.clone()).filter(|what| !is_told(what));
        let pairs = || card.signals.iter().filter(|signal| signal.is_pair());
        Self {
            unconfirmed: unconfirmed(input).map(Text::from),
            combined: pairs().map(Signal::highest).max().unwrap_or(0).max(0),
            combined_takes: pairs().map(Signal::lowest).min().unwrap_or(0).min(0),
            missing_scored: card.signals.iter().any(missing_has_points),
            gives: of_leads(|points| points > 0),
            takes: of_leads(|points| points < 0),
            set_by_day,
            drift: drift(input),
            silent: unused().filter(exists).map(Dimension::label).collect(),
            absent: absent.take(MOST_ABSENT).collect(),
            empty,
        }
    }
}

fn missing_has_points(signal: &Signal) -> bool {
    signal.bins.get(signal.missing_code()).is_some_and(|bin| bin.points != 0)
}

fn drift(input: &ReportInput<'_>) -> Option<[f64; 2]> {
    let rates = || input.audit.drift.periods.iter().map(|period| period.rate);
    let (lowest, highest) = (rates().reduce(f64::min)?, rates().reduce(f64::max)?);
    drifts(input).then_some([lowest, highest])
}

/// Of each field the strongest sound row of one sign that combinations do not take back, the strongest fields first. Combinations, how
/// exactly a number is given and what the day sets are nothing that a rep could look at.
fn rows(
    input: &ReportInput<'_>,
    totals: &Totals<'_>,
    set_by_day: &[String],
    wanted: fn(i32) -> bool,
) -> Vec<TellingRow> {
    let stands = |(of, signal): (usize, &Signal), at: usize| {
        is_sound(input, of, signal, at) && totals.keep_sign(of, at)
    };
    let strongest = |(of, signal): (usize, &'_ Signal)| {
        let bins = signal.bins.iter().enumerate();
        let bins = bins.filter(|(at, bin)| wanted(bin.points) && stands((of, signal), *at));
        let (at, bin) = bins.reduce(|best, next| if outdoes(next.1, best.1) { next } else { best })?;
        Some((at, bin.points))
    };
    let signals = input.model.card.signals.iter().enumerate();
    let plain = signals.filter(|(_, signal)| match signal.inputs.as_slice() {
        [input] => !matches!(input.binning, Binning::Digits { .. }) && !set_by_day.contains(&input.field),
        _ => false,
    });
    let mut found: Vec<((usize, &Signal), usize, i32)> =
        plain.filter_map(|signal| strongest(signal).map(|(at, points)| (signal, at, points))).collect();
    found.sort_by_key(|(_, _, points)| std::cmp::Reverse(points.abs()));
    let mut rows = Vec::new();
    for (place, (signal, at, _)) in found.iter().enumerate() {
        let again = found[..place].iter().any(|((_, named), ..)| named.fields().eq(signal.1.fields()));
        if rows.len() < MOST_ROWS && !again {
            let span = Span::of_those(signal.1, *at, |other| stands(*signal, other));
            rows.extend(telling(signal.1, *at, &span, input.train));
        }
    }
    rows
}

/// Whether a bin has more points than another, or as many from a greater effect.
fn outdoes(bin: &Bin, other: &Bin) -> bool {
    let by_points = bin.points.abs().cmp(&other.points.abs());
    by_points.then_with(|| bin.log_odds.abs().total_cmp(&other.log_odds.abs())).is_gt()
}

fn telling(signal: &Signal, at: usize, span: &Span, train: &Deals) -> Option<TellingRow> {
    let bin = signal.bins.get(at)?;
    let named_span = || {
        let (won, deals) = span.deals(signal);
        (span.value(signal).into(), won, deals)
    };
    let (criterion, won, deals) = named_levels(signal, at, train).unwrap_or_else(named_span);
    let signal = labels::subject(signal).into();
    let points_told = span.points(bin.points).into();
    Some(TellingRow { signal, criterion, points: bin.points, weakest: span.weakest, points_told, won, deals })
}

/// The levels of a group, and how its deals ended; of more than can be named, or than have enough deals, the first and how many more.
/// `None` where the group is better named by what it leaves out.
fn named_levels(signal: &Signal, at: usize, train: &Deals) -> Option<(Text, u64, u64)> {
    let [input] = signal.inputs.as_slice() else { return None };
    let Binning::Group { groups } = &input.binning else { return None };
    if levels::nearly_all(groups, at).is_some() {
        return None;
    }
    let column = train.data().column(&input.field)?;
    let Values::Category(names) = column.values() else { return None };
    let counted = |level: &String| {
        let code = names.iter().position(|name| name == level)?;
        let of_level = column.codes().iter().zip(train.won()).filter(|(of, _)| **of as usize == code);
        let (won, deals) =
            of_level.fold((0_u64, 0_u64), |(wins, deals), (_, won)| (wins + u64::from(*won), deals + 1));
        Some((level.clone(), won, deals))
    };
    let counted = groups.get(at)?.iter().filter_map(counted);
    let mut levels: Vec<(String, u64, u64)> = counted.filter(|(_, _, deals)| *deals > 0).collect();
    levels.sort_by_key(|(_, _, deals)| std::cmp::Reverse(*deals));
    let most = levels.first()?.2;
    let enough = levels.iter().filter(|(_, _, deals)| levels::is_worth_naming(*deals, most)).count().max(1);
    let (won, deals) = levels.iter().fold((0, 0), |sum, (_, won, deals)| (sum.0 + won, sum.1 + deals));
    let names: Vec<String> = levels.into_iter().map(|(name, ..)| name).collect();
    Some((levels::any_of(&names, enough.min(MOST_LEVELS)).into(), won, deals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Column, Dataset, Field, Kind};
    use lead_scoring_model::Input;

    #[test]
    fn of_equal_points_the_greater_effect_is_told() {
        let bin = |points: i32, log_odds: f64| {
            let mut bin = Bin::new("bin", 3, 2, Some(1.0), log_odds);
            bin.points = points;
            bin
        };
        assert!(outdoes(&bin(1, 0.27), &bin(1, 0.12)) && !outdoes(&bin(1, 0.12), &bin(1, 0.27)));
        assert!(outdoes(&bin(-2, -0.1), &bin(-1, -0.9)) && !outdoes(&bin(1, 0.1), &bin(1, 0.1)));
    }

    #[test]
    fn groups_of_a_few_levels_are_named_as_any_of_them() {
        // 20 calls, 16 visits, 12 chats, 11 mails, 30 fairs and 6 other deals; every other one was won.
        let counts =
            [("Call", 20), ("Visit", 16), ("Chat", 12), ("Mail", 11), ("Fair", 30), ("Fax", 4), ("Telex", 2)];
        let levels: Vec<Option<&str>> =
            counts.iter().flat_map(|(level, deals)| vec![Some(*level); *deals]).collect();
        let won: Vec<bool> = (0..levels.len()).map(|row| row % 2 == 0).collect();
        let mut data = Dataset::with_rows(levels.len());
        data.push(Field::new("Activity"), Column::from_categories(&levels)).unwrap();
        let train = Deals::new(data, won).unwrap();
        let told = |group: &[&str]| {
            let group: Vec<String> = group.iter().map(|level| (*level).to_owned()).collect();
            let label = group.join(", ");
            let groups = vec![group, vec!["Fair".to_owned(), "Post".to_owned()]];
            let input = Input::new("Activity", Kind::Category, Binning::Group { groups });
            let bins = [label.as_str(), "Fair, Post", "not recorded"]
                .map(|label| Bin::new(label, 5, 5, Some(1.0), 0.3));
            let signal = Signal::new("Activity".into(), Dimension::Engagement, input, 1.0, bins.to_vec());
            named_levels(&signal, 0, &train).map(|(told, won, deals)| (told.to_string(), won, deals))
        };
        let named = |told: &str, won: u64, deals: u64| Some((told.to_owned(), won, deals));
        assert_eq!(told(&["Chat"]), named("Chat", 6, 12));
        assert_eq!(told(&["Chat", "Call"]), named("Call or Chat", 16, 32));
        assert_eq!(told(&["Chat", "Call", "Visit"]), named("Call, Visit or Chat", 24, 48));
        // What few deals have counts too, so it is not passed over in silence.
        assert_eq!(told(&["Chat", "Fax"]), named("Chat or Fax", 8, 16));
        assert_eq!(told(&["Chat", "Fax", "Telex"]), named("Chat or one of 2 more", 9, 18));
        assert_eq!(told(&["Chat", "Letter"]), named("Chat", 6, 12));
        let four = told(&["Chat", "Call", "Visit", "Mail"]).unwrap();
        assert_eq!(four.2, 59, "{}", four.0);
    }
}
