//! What bins are called in tables: short, however many levels a group has, and in words that every language can say.

use super::levels::{
    MOST_CHARACTERS, MOST_LEVELS, any_of, by_deals, every, is_worth_naming, list, nearly_all, short_levels,
    short_list, shown,
};
use crate::format;
use crate::phrases::{
    CONTAINS, CONTAINS_ITEM, EXACTNESS, IS, ITEM, LABEL_BOTH, LABEL_NAMED, LABEL_RARER, LACKS, LACKS_ITEM,
    NO, NO_VALUE, THE_COMBINATION, VALUE_MISSING, YES,
};
use lead_scoring_core::{Binning, Dataset, Part, Phrase, named_of};
use lead_scoring_lift::{Pattern, label_message};
use lead_scoring_model::{Input, Signal};

/// Ends the name of what tells values apart by how exactly they are given.
const BY_DIGITS: &str = ": exactness";

/// The label of a bin with the levels of a group cut to the first few.
pub(crate) fn of_bin(binning: &Binning, at: usize, label: &str) -> Part {
    match binning {
        Binning::Group { groups } if at < groups.len() => {
            nearly_all(groups, at).unwrap_or_else(|| short_levels(&groups[at]))
        }
        _ => words(label),
    }
}

/// `Industry: Retail, Mining`.
pub(crate) fn of_pattern(pattern: &Pattern, at: usize) -> Part {
    let label = pattern.bins.get(at).map_or("", |bin| bin.label.as_str());
    said_of(&pattern.field, &pattern.name, &pattern.binning, label, || of_bin(&pattern.binning, at, label))
}

/// The same where the deals of a whole group are told of in a sentence: levels that few of the deals have are counted, not named.
pub(crate) fn of_borne(pattern: &Pattern, at: usize, deals: &Dataset) -> Part {
    let Binning::Group { groups } = &pattern.binning else { return of_pattern(pattern, at) };
    let several = groups.get(at).filter(|levels| levels.len() > 1 && nearly_all(groups, at).is_none());
    let Some(levels) = several else { return of_pattern(pattern, at) };
    let mut counted = by_deals(&pattern.field, levels, deals);
    let most = counted.first().map_or(0, |(_, deals)| *deals);
    let enough = counted.iter().filter(|(_, deals)| is_worth_naming(*deals, most)).count();
    if enough == 0 || enough == counted.len() {
        return of_pattern(pattern, at);
    }
    let rarer = counted.split_off(named_of(enough, MOST_LEVELS)).len();
    let names: Vec<String> = counted.iter().map(|(level, _)| shown(level, MOST_CHARACTERS)).collect();
    let bin = LABEL_RARER.with([("names", list(&names)), ("more", rarer.into())]).into();
    named(name(&pattern.name), bin)
}

/// What the plain comparison of a pattern calls present: `Industry: Retail`.
pub(crate) fn of_contrast(pattern: &Pattern, label: &str) -> Part {
    let bin = || match pattern.binning {
        Binning::Group { .. } => shown(label, 2 * MOST_CHARACTERS).into(),
        _ => words(label),
    };
    said_of(&pattern.field, &pattern.name, &pattern.binning, label, bin)
}

/// The pattern and the bin that an interaction names: `Industry: Retail, Mining`.
pub(crate) fn find<'a>(patterns: &'a [Pattern], named: &str) -> Option<(&'a Pattern, usize)> {
    patterns.iter().find_map(|pattern| {
        let label = named.strip_prefix(pattern.name.as_str())?.strip_prefix(": ")?;
        Some((pattern, pattern.bins.iter().position(|bin| bin.label == label)?))
    })
}

/// The patterns and bins that a bin of a combination joins.
pub(crate) fn find_both<'a>(
    patterns: &'a [Pattern],
    signal: &Signal,
    label: &str,
) -> Option<[(&'a Pattern, usize); 2]> {
    let [first, second] = parts_of_pair(signal, label)?;
    let found = |part: &OfPair<'_>| find(patterns, &format!("{}: {}", part.name, part.label));
    Some([found(&first)?, found(&second)?])
}

/// What a pattern measures: a field, an item of a set, or a field's exactness.
pub(crate) fn name_of(pattern: &Pattern) -> Part {
    measured(&pattern.name, &pattern.field, &pattern.binning)
}

/// The same of a name: `Tech Stack (Slack)` where it is that of an item, so that a colon may follow.
fn measured(own_name: &str, field: &str, binning: &Binning) -> Part {
    match binning {
        Binning::Contains { item } if own_name == format!("{field}: {item}") => {
            ITEM.with([("field", field.into()), ("item", item.as_str().into())]).into()
        }
        _ => name(own_name),
    }
}

/// The name of a field or of a field's exactness.
fn name(name: &str) -> Part {
    match name.strip_suffix(BY_DIGITS) {
        Some(field) => EXACTNESS.with([("field", field.into())]).into(),
        None => name.into(),
    }
}

/// What an input reads: a field, or how exactly its figures are given.
pub(crate) fn read_by(input: &Input) -> Part {
    match input.binning {
        Binning::Digits { .. } => EXACTNESS.with([("field", input.field.as_str().into())]).into(),
        _ => input.field.as_str().into(),
    }
}

/// The name of a signal, which may be that of one bin or of two fields.
pub(crate) fn of_signal(signal: &Signal) -> Part {
    if let Some((field, at)) = lone_bin(signal) {
        let label = signal.bins.get(at).map_or("", |bin| bin.label.as_str());
        return match signal.inputs.as_slice() {
            [Input { binning: Binning::Group { groups }, .. }] if at < groups.len() => {
                named(name(field), every(&groups[at]))
            }
            [input] => said_of(&input.field, field, &input.binning, label, || words(label)),
            _ => named(name(field), words(label)),
        };
    }
    let measured_by = |name: &str, input: &Input| measured(name, &input.field, &input.binning);
    match (signal.inputs.as_slice(), signal.name.split_once(" + ")) {
        ([input], _) => measured_by(&signal.name, input),
        ([one, other], Some((first, second))) => both(measured_by(first, one), measured_by(second, other)),
        _ => name(&signal.name),
    }
}

/// What a value must be to fall into a bin of a signal, for a sentence in which it comes after the signal's [`subject`]: `is Retail`. Of a
/// group only the levels that enough of the deals have, most frequent first, any one of which will do; the most frequent alone where none
/// has enough. For a combination it is a phrase by itself.
pub(crate) fn criterion(signal: &Signal, at: usize, deals: &Dataset) -> Part {
    let of_group = |levels: &[String]| any_of(&frequent(signal, levels, deals), MOST_LEVELS);
    let said = worded(signal, at, of_group);
    match signal.inputs.as_slice() {
        _ if at == signal.missing_code() => said,
        [Input { binning: Binning::Contains { .. }, .. }] => said,
        [_] => IS.with([("value", said)]).into(),
        _ => said,
    }
}

/// The levels of a group that enough deals have, most frequent first.
fn frequent(signal: &Signal, levels: &[String], deals: &Dataset) -> Vec<String> {
    let of_levels = |input: &&Input| match &input.binning {
        Binning::Group { groups } => groups.iter().any(|group| group == levels),
        _ => false,
    };
    let field = signal.inputs.iter().find(of_levels).map(|input| input.field.as_str());
    let Some(field) = field else { return levels.to_vec() };
    let counted = by_deals(field, levels, deals);
    let most = counted.first().map_or(0, |(_, deals)| *deals);
    let enough = counted.iter().filter(|(_, deals)| is_worth_naming(*deals, most)).count();
    counted.into_iter().take(enough.max(1)).map(|(level, _)| level.clone()).collect()
}

/// What a value must be to fall into a bin, for a table or a list: `Retail`.
pub(crate) fn value(signal: &Signal, at: usize) -> Part {
    worded(signal, at, short_levels)
}

/// The same with every level in full, so that a reader can score by hand.
pub(crate) fn full_criterion(signal: &Signal, at: usize) -> Part {
    worded(signal, at, every)
}

/// `Industry: Retail` with every level in full, or the combination, which names its fields.
pub(crate) fn full(signal: &Signal, at: usize) -> Part {
    let criterion = || full_criterion(signal, at);
    let [input] = signal.inputs.as_slice() else { return criterion() };
    let label = signal.bins.get(at).map_or("", |bin| bin.label.as_str());
    let own_name = lone_bin(signal).map_or(signal.name.as_str(), |(name, _)| name);
    said_of(&input.field, own_name, &input.binning, label, criterion)
}

/// `Industry: Retail`, `Tech Stack contains Slack`, `Amount (exactness): 4 significant digits`. An item is in the name of what it is measured
/// by, so that the field alone is named.
fn said_of(field: &str, own_name: &str, binning: &Binning, label: &str, bin: impl FnOnce() -> Part) -> Part {
    let of_item =
        |phrase: Phrase, item: &str| phrase.with([("field", field.into()), ("item", item.into())]).into();
    match binning {
        Binning::Contains { item } if label == YES.english() => of_item(CONTAINS_ITEM, item),
        Binning::Contains { item } if label == NO.english() => of_item(LACKS_ITEM, item),
        _ => named(name(own_name), bin()),
    }
}

fn worded(signal: &Signal, at: usize, group: impl Fn(&[String]) -> Part) -> Part {
    let label = signal.bins.get(at).map_or("", |bin| bin.label.as_str());
    let is_missing = at == signal.missing_code();
    let [input] = signal.inputs.as_slice() else {
        return match parts_of_pair(signal, label) {
            _ if is_missing => VALUE_MISSING.message().into(),
            Some([first, second]) => both(first.worded(&group), second.worded(&group)),
            None => words(label),
        };
    };
    if is_missing {
        return NO_VALUE.message().into();
    }
    let said = |phrase: Phrase, value: Part| phrase.with([("value", value)]).into();
    match &input.binning {
        Binning::Group { groups } if at < groups.len() => {
            nearly_all(groups, at).unwrap_or_else(|| group(&groups[at]))
        }
        Binning::Contains { item } if at == 1 => said(CONTAINS, item.as_str().into()),
        Binning::Contains { item } => said(LACKS, item.as_str().into()),
        _ => words(label),
    }
}

/// One of the two bins that a bin of a combination joins.
struct OfPair<'a> {
    input: &'a Input,
    name: &'a str,
    label: &'a str,
}

impl OfPair<'_> {
    /// `Industry: Retail, Mining`.
    fn worded(&self, group: impl Fn(&[String]) -> Part) -> Part {
        let named = match &self.input.binning {
            Binning::Group { groups } => groups
                .iter()
                .position(|levels| levels.join(", ") == self.label)
                .map(|at| nearly_all(groups, at).unwrap_or_else(|| group(&groups[at]))),
            _ => None,
        };
        let bin = || named.unwrap_or_else(|| words(self.label));
        said_of(&self.input.field, self.name, &self.input.binning, self.label, bin)
    }
}

/// `Region: North + Size: 500 or more` taken apart; `None` for a bin that is no combination, such as that of all others.
fn parts_of_pair<'a>(signal: &'a Signal, label: &'a str) -> Option<[OfPair<'a>; 2]> {
    let [one, other] = signal.inputs.as_slice() else { return None };
    signal.name.match_indices(" + ").find_map(|(at, between)| {
        let (first, second) = (&signal.name[..at], &signal.name[at + between.len()..]);
        let (left, right) =
            label.strip_prefix(first)?.strip_prefix(": ")?.rsplit_once(&format!(" + {second}: "))?;
        Some([
            OfPair { input: one, name: first, label: left },
            OfPair { input: other, name: second, label: right },
        ])
    })
}

/// A signal with one of its bins: `Industry: Retail`, or for a combination with points of its own just the bin, which names its fields. A
/// signal that is named after the bin is not given it twice.
pub(crate) fn with_bin(signal: &str, pair: bool, bin: &str) -> Part {
    let named_after = signal.strip_suffix(bin).is_some_and(|rest| rest.ends_with(": "));
    match (pair, named_after) {
        (true, _) => long_name(bin),
        (false, true) => long_name(signal),
        (false, false) => named(name(signal), long_name(bin)),
    }
}

/// Of a signal in which one bin alone has points and which is named after it (`Region: North`), the name without the bin, and the bin.
pub(crate) fn lone_bin(signal: &Signal) -> Option<(&str, usize)> {
    let mut with_points = signal.bins.iter().enumerate().filter(|(_, bin)| bin.points != 0);
    let (at, bin) = with_points.next().filter(|_| !signal.is_pair())?;
    let name = signal.name.strip_suffix(bin.label.as_str())?.strip_suffix(": ")?;
    with_points.next().is_none().then_some((name, at))
}

/// What a criterion is said of: the signal's name, without the bin it may be named after; `The combination` for a pair, whose bins name
/// their fields.
pub(crate) fn subject(signal: &Signal) -> Part {
    if signal.is_pair() {
        return THE_COMBINATION.message().into();
    }
    match signal.inputs.as_slice() {
        // Named after what the criterion says.
        [Input { field, binning: Binning::Contains { .. }, .. }] => field.as_str().into(),
        _ => name(lone_bin(signal).map_or(signal.name.as_str(), |(name, _)| name)),
    }
}

/// Whether a signal of one field gives points by the bins of a pattern, or a pair reads them.
pub(crate) fn reads(signal: &Signal, pattern: &Pattern) -> bool {
    signal.inputs.iter().any(|input| input.field == pattern.field && input.binning == pattern.binning)
}

/// A label where nothing is known but its text, such as explanations of scores carry: cut where it is long.
pub(crate) fn long_name(label: &str) -> Part {
    let piece = |piece: &str| {
        let (head, bin) = piece.rsplit_once(": ")?;
        Some(named(name(head), label_message(bin)?.into()))
    };
    let found = label_message(label).map(Part::from).or_else(|| match label.split_once(" + ") {
        Some((first, second)) if piece(first).or_else(|| piece(second)).is_some() => {
            let worded = |text: &str| piece(text).unwrap_or_else(|| short_list(text));
            Some(both(worded(first), worded(second)))
        }
        Some(_) => None,
        None => piece(label),
    });
    found.unwrap_or_else(|| short_list(label))
}

fn named(name: Part, bin: Part) -> Part {
    LABEL_NAMED.with([("name", name), ("bin", bin)]).into()
}

fn both(first: Part, second: Part) -> Part {
    LABEL_BOTH.with([("first", first), ("second", second)]).into()
}

/// A bin's label that is no group's.
fn words(label: &str) -> Part {
    label_message(label).map_or_else(|| format::clipped(label, 2 * MOST_CHARACTERS).into(), Part::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use lead_scoring_core::{Dimension, Kind};
    use lead_scoring_model::Bin;

    #[test]
    fn groups_of_hundreds_stay_short() {
        let levels: Vec<String> = (0..300).map(|at| format!("Level {at}")).collect();
        let rest = vec!["Here".to_owned(), "There".to_owned()];
        let binning = Binning::Group { groups: vec![levels.clone(), rest] };
        assert_eq!(
            of_bin(&binning, 0, &levels.join(", ")).to_string(),
            "Level 0, Level 1, Level 2, Level 3 and 296 more"
        );
        assert_eq!(of_bin(&binning, 2, "not recorded").to_string(), "not recorded");
        assert_eq!(
            long_name(&format!("Place: {}", levels.join(", "))).to_string(),
            "Place: Level 0, Level 1, Level 2, Level 3 and 296 more"
        );
    }

    #[test]
    fn signals_and_combinations_are_named_once_and_without_doubt() {
        let with_bin = |signal: &str, pair: bool, bin: &str| with_bin(signal, pair, bin).to_string();
        assert_eq!(with_bin("Region: North", false, "North"), "Region: North");
        assert_eq!(with_bin("Region: North", false, "South"), "Region: North: South");
        assert_eq!(with_bin("North", false, "North"), "North: North");
        assert_eq!(with_bin("A + B", true, "A: x + B: y"), "A: x + B: y");
        assert_eq!(with_bin("A + B", true, "A: x, z + B: 5 or more"), "A: x, z + B: 5 or more");
        let binning = Binning::Group { groups: vec![vec!["North".into()], vec!["South".into()]] };
        let input = Input::new("Region", Kind::Category, binning);
        let bins = ["North", "South", "not recorded"].map(|label| Bin::new(label, 5, 5, Some(1.0), 0.0));
        let signal = |name: &str, points: [i32; 3]| {
            let mut bins = bins.to_vec();
            bins.iter_mut().zip(points).for_each(|(bin, points)| bin.points = points);
            Signal::new(name.to_owned(), Dimension::Firmographic, input.clone(), 1.0, bins)
        };
        let lone = signal("Region: South", [0, 4, 0]);
        assert_eq!((lone_bin(&lone), subject(&lone)), (Some(("Region", 1)), "Region".into()));
        let chinese = |signal: &Signal| Language::simplified_chinese().shown(&of_signal(signal)).unwrap();
        assert_eq!(chinese(&lone), "Region：South");
        assert_eq!(chinese(&signal("Region: not recorded", [0, 0, 4])), "Region：未记录");
        let groups = vec![vec!["Oil, gas".to_owned(), "Coal".to_owned()], vec!["Wind".to_owned()]];
        let industry = Input::new("Industry", Kind::Category, Binning::Group { groups });
        let shown = |signal: &Signal| {
            [full_criterion(signal, 0), criterion(signal, 1, &Dataset::default())]
                .map(|label| label.to_string())
        };
        let bins = |label: &str| {
            vec![
                Bin::new(label, 5, 5, None, 0.3),
                Bin::new("any other combination", 5, 5, None, 0.0),
                bins[2].clone(),
            ]
        };
        let pair = |name: &str, label: &str, inputs: [Input; 2]| {
            Signal::pair(name.to_owned(), Dimension::Firmographic, inputs, Vec::new(), 1.0, bins(label))
        };
        let region_first = pair(
            "Region + Industry",
            "Region: North + Industry: Oil, gas, Coal",
            [input.clone(), industry.clone()],
        );
        assert_eq!(
            shown(&region_first),
            ["Region: North + Industry: \"Oil, gas\", Coal", "any other combination"]
        );
        let industry_first = pair(
            "Industry + Region",
            "Industry: Oil, gas, Coal + Region: not recorded",
            [industry, input.clone()],
        );
        assert_eq!(shown(&industry_first)[0], "Industry: \"Oil, gas\", Coal + Region: not recorded");
        let whole = signal("Region", [-2, 4, 0]);
        assert_eq!((lone_bin(&whole), subject(&whole)), (None, "Region".into()));
    }

    #[test]
    fn a_group_of_all_levels_or_all_but_one_is_named_by_what_it_leaves_out() {
        let levels = |count: usize| (0..count).map(|at| format!("Level {at}")).collect::<Vec<String>>();
        let said = |groups: Vec<Vec<String>>, at: usize| {
            let labels: Vec<String> = groups.iter().map(|levels| levels.join(", ")).collect();
            let bins = labels.iter().map(String::as_str).chain(["not recorded"]);
            let bins: Vec<Bin> = bins.map(|label| Bin::new(label, 5, 5, Some(1.0), 0.3)).collect();
            let input = Input::new("City", Kind::Category, Binning::Group { groups });
            let signal =
                Signal::new("City".into(), Dimension::Firmographic, input.clone(), 1.0, bins.clone());
            let flag = Input::new("Demo", Kind::Flag, Binning::Flag);
            let of_pair =
                vec![Bin::new(format!("Demo: yes + City: {}", labels[at]), 5, 5, None, 0.3), bins[0].clone()];
            let pair = Signal::pair(
                "Demo + City".into(),
                Dimension::Firmographic,
                [flag, input],
                Vec::new(),
                1.0,
                of_pair,
            );
            let alone = [
                value(&signal, at),
                full_criterion(&signal, at),
                criterion(&signal, at, &Dataset::default()),
            ];
            (alone.map(|label| label.to_string()), full_criterion(&pair, 0).to_string())
        };
        let any = |told: &str| {
            ([told.to_owned(), told.to_owned(), format!("is {told}")], format!("Demo: yes + City: {told}"))
        };
        assert_eq!(said(vec![levels(2)], 0), any("any known value"));
        assert_eq!(said(vec![levels(9)], 0), any("any known value"));
        let lone = vec!["Rome".to_owned()];
        assert_eq!(said(vec![lone.clone(), levels(9)], 1), any("any known value but Rome"));
        assert_eq!(said(vec![levels(9), lone.clone()], 1), any("Rome"));
        assert_eq!(said(vec![lone.clone()], 0), any("Rome"), "one level is named");
        let few = said(vec![lone, levels(3)], 1).0;
        assert_eq!(few[..2], ["Level 0, Level 1, Level 2"; 2], "as many as can be named are named");
        let chinese = |part: Part| Language::simplified_chinese().shown(&named("City".into(), part)).unwrap();
        let groups = [vec!["Rome".to_owned()], levels(9)];
        assert_eq!(chinese(nearly_all(&groups, 1).unwrap()), "City：除 Rome 外的任一已知取值");
    }

    #[test]
    fn what_to_act_on_names_levels_with_enough_deals() {
        let names = ["Call", "Spam", "Visit", "Chat", "Mail", "Fair", "Post"].map(str::to_owned);
        // 12 calls, 9 spams, 30 visits, 11 chats, 10 mails, 15 fairs and 13 letters.
        let counts = [(0, 12), (1, 9), (2, 30), (3, 11), (4, 10), (5, 15), (6, 13)];
        let codes: Vec<u32> = counts.iter().flat_map(|(code, deals)| vec![*code; *deals]).collect();
        let mut data = Dataset::with_rows(codes.len());
        let column =
            lead_scoring_core::Column::new(codes, lead_scoring_core::Values::Category(names.to_vec()));
        data.push(lead_scoring_core::Field::new("Activity"), column).unwrap();
        let said = |levels: &[&str]| {
            let levels: Vec<String> = levels.iter().map(|level| (*level).to_owned()).collect();
            let label = levels.join(", ");
            let rest = vec!["Walk".to_owned(), "Talk".to_owned()];
            let input = Input::new("Activity", Kind::Category, Binning::Group { groups: vec![levels, rest] });
            let bins = [label.as_str(), "Walk, Talk", "not recorded"]
                .map(|label| Bin::new(label, 5, 5, Some(1.0), 0.0));
            let signal = Signal::new("Activity".into(), Dimension::Engagement, input, 1.0, bins.to_vec());
            criterion(&signal, 0, &data).to_string()
        };
        assert_eq!(said(&["Call", "Spam"]), "is Call");
        assert_eq!(said(&["Spam"]), "is Spam");
        assert!(is_worth_naming(10, 100) && !is_worth_naming(10, 101) && !is_worth_naming(9, 9));
        assert_eq!(said(&["Spam", "Mail", "Chat", "Visit"]), "is Visit, Chat or Mail");
        let five = ["Call", "Visit", "Chat", "Mail", "Fair"];
        assert_eq!(said(&five), "is Visit, Fair, Call, Chat or Mail");
        assert_eq!(said(&[&five[..], &["Post"]].concat()), "is Visit, Fair, Post, Call or one of 2 more");
    }

    #[test]
    fn items_and_exactness_are_said_in_plain_words_and_once() {
        let signal = |name: &str, field: &str, binning: Binning, labels: [&str; 3]| {
            let kind = if matches!(binning, Binning::Digits { .. }) { Kind::Number } else { Kind::Set };
            let bins = labels.map(|label| Bin::new(label, 5, 5, Some(1.0), 0.0)).to_vec();
            let input = Input::new(field, kind, binning);
            Signal::new(name.to_owned(), Dimension::Firmographic, input, 1.0, bins)
        };
        let said = |signal: &Signal, at: usize| {
            let sentence = format!("{} {}", subject(signal), criterion(signal, at, &Dataset::default()));
            [full(signal, at).to_string(), value(signal, at).to_string(), sentence]
        };
        let item = Binning::Contains { item: "Slack".to_owned() };
        let stack = signal("Stack: Slack", "Stack", item, ["no", "yes", "not recorded"]);
        assert_eq!(said(&stack, 1), ["Stack contains Slack", "contains Slack", "Stack contains Slack"]);
        assert_eq!(said(&stack, 0)[0], "Stack without Slack");
        assert_eq!(of_signal(&stack).to_string(), "Stack (Slack)");
        let digits = Binning::Digits { edges: vec![1] };
        let labels = ["the value 0", "1 or more significant digits", "not recorded"];
        let exact = signal("Amount: exactness", "Amount", digits, labels);
        let (name, given) = ("Amount (exactness)", "1 or more significant digits");
        assert_eq!(said(&exact, 0)[0], format!("{name}: the value 0"));
        assert_eq!(
            said(&exact, 1),
            [format!("{name}: {given}"), given.to_owned(), format!("{name} is {given}")]
        );
        let flag = signal("Demo", "Demo", Binning::Flag, ["no", "yes", "not recorded"]);
        assert_eq!(said(&flag, 1), ["Demo: yes", "yes", "Demo is yes"]);
        assert_eq!(said(&flag, 2), ["Demo: not recorded", "not recorded", "Demo not recorded"]);
    }
}
