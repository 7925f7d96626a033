//! What to do about a lead, in words: built from its own values and from what the model says would raise its score.

use super::spans;
use super::transitions::{Trigger, counts_idle_days};
use super::wrong_calls::clauses;
use super::{labels, own_values};
use crate::phrases::{
    ASK_ABOUT, BUILD_ON, CALL, CALL_WITH, COLD_WITHOUT_SIGNALS, DISQUALIFIED, DOES_NOT_CLOSE, FILL_IN,
    FILL_IN_FIRST, FILL_IN_GAPS, FOLLOW_UP, FROM_ORIGIN, GAVE, HOT_IF, HOT_IF_BECOMES, LEAVE_TO_MARKETING,
    MENTION_PROFILE, MORE_FIELDS, MORE_STEPS, NOTHING_CLOSES, NURTURE_BEHAVIOR, NURTURE_ENGAGEMENT,
    NURTURE_INTENT, NURTURE_PLAIN, NURTURE_PROFILE, OPENINGS, QUOTED, REFER_TO, REFER_TO_ORIGIN, REMOVE,
    STEP_DO, STEP_FIND_OUT, STEP_GET_IN_TOUCH, TO_WARM, WHILE_FRESH,
};
use crate::{LeadsInput, format};
use lead_scoring_core::{Binning, Dimension, Message, Part, Phrase, Tier, name_words, named_of};
use lead_scoring_model::{Action, Contribution, Explanation, Gap, ScoredLead, ScoringModel};

/// Actions named per lead.
const MOST_ACTIONS: usize = 3;
/// Signals named per lead.
const MOST_SIGNALS: usize = 2;
/// Unknown fields named per lead.
const MOST_FIELDS: usize = 3;

/// Openings that hold their values in brackets, which sets them apart from the words around them.
const IN_BRACKETS: [Phrase; 3] = [WHILE_FRESH, MENTION_PROFILE, FROM_ORIGIN];

/// A lead with what explains its score.
pub(super) struct Told<'a> {
    pub(super) input: &'a LeadsInput<'a>,
    pub(super) model: &'a ScoringModel,
    pub(super) lead: &'a ScoredLead<'a>,
    pub(super) why: &'a Explanation<'a>,
    /// Its place in its tier, from 1.
    pub(super) place: u64,
    /// What may still happen to a lead that lifts it, whoever brings it about.
    pub(super) upgrades: &'a [Trigger],
}

impl Told<'_> {
    /// The lead's own value of a signal.
    pub(super) fn value(&self, part: &Contribution<'_>) -> Message {
        let signal = self.model.card.signals.iter().find(|signal| signal.name == part.signal);
        let inputs = signal.map(|signal| signal.inputs.as_slice()).unwrap_or_default();
        let column =
            |field: &str| self.input.map.column_of(field).and_then(|name| self.input.data.column(name));
        own_values::of_row(inputs, column, self.lead.row)
    }

    /// What to speak of in the call: what the lead did before who it is.
    pub(super) fn hot(&self) -> Message {
        let mut given: Vec<&Contribution<'_>> =
            self.why.contributions.iter().filter(|part| part.points > 0 && !part.state.is_blank()).collect();
        given.sort_by_key(|part| (part.dimension == Dimension::Firmographic, std::cmp::Reverse(part.points)));
        given.truncate(MOST_SIGNALS);
        let call = self
            .openings(&given)
            .map_or_else(|| CALL.message(), |openings| CALL_WITH.with([("openings", openings.into())]));
        self.after_filling_in(call)
    }

    /// What to do, after what is unknown and could change the tier is filled in.
    fn after_filling_in(&self, then: Message) -> Message {
        match self.to_fill_in() {
            Some(field) => FILL_IN_FIRST.with([("field", field.into()), ("then", then.into())]),
            None => then,
        }
    }

    /// The unknown field to fill in first, where that could change the tier.
    fn to_fill_in(&self) -> Option<&str> {
        self.lead.fill_first.filter(|_| super::leads::could_change_tier(self.lead, self.model))
    }

    /// What one part of a score suggests to say.
    fn opening(part: &Contribution<'_>) -> Phrase {
        const ORIGIN: [&str; 6] = ["source", "origin", "channel", "campaign", "referral", "referrer"];
        let is_origin = |field: &&str| name_words(field).iter().any(|word| ORIGIN.contains(&word.as_str()));
        match part.dimension {
            _ if part.fields.iter().any(is_origin) => FROM_ORIGIN,
            Dimension::Firmographic => MENTION_PROFILE,
            Dimension::Behavioral => REFER_TO,
            Dimension::Engagement if part.fields.iter().any(|field| counts_idle_days(field)) => WHILE_FRESH,
            Dimension::Engagement => BUILD_ON,
            Dimension::Intent => ASK_ABOUT,
        }
    }

    /// The values that suggest the same, told together.
    fn openings(&self, parts: &[&Contribution<'_>]) -> Option<Message> {
        let mut told: Vec<(Phrase, Vec<Part>)> = Vec::new();
        for part in parts {
            let (phrase, value) = (Self::opening(part), self.value(part));
            let value = if IN_BRACKETS.contains(&phrase) { value } else { quoted(value.into()) };
            match told.iter_mut().find(|(known, _)| *known == phrase) {
                Some((_, values)) => values.push(value.into()),
                None => told.push((phrase, vec![value.into()])),
            }
        }
        // Two of one verb are told with it once.
        if let [(REFER_TO, values), (FROM_ORIGIN, origin)] = told.as_slice() {
            let parts = [("values", Part::List(values.clone())), ("origin", Part::List(origin.clone()))];
            return Some(REFER_TO_ORIGIN.with(parts));
        }
        let both =
            |one: Message, other: Message| OPENINGS.with([("one", one.into()), ("other", other.into())]);
        told.into_iter().map(|(phrase, values)| phrase.with([("values", Part::List(values))])).reduce(both)
    }

    pub(super) fn warm(&self) -> (Option<i32>, Message) {
        let gap = self.why.gaps.iter().find(|gap| gap.tier == Tier::Hot);
        let action = match (gap, self.to_fill_in()) {
            (Some(gap), Some(field)) if gap.actions.is_empty() => FILL_IN.with([("field", field.into())]),
            (Some(gap), _) => self.after_filling_in(self.closing(gap)),
            (None, _) => self.after_filling_in(FOLLOW_UP.message()),
        };
        (gap.map(|gap| gap.points), action)
    }

    /// The steps to Warm, where there are any; else what suits the weakest dimension.
    pub(super) fn nurture(&self) -> Message {
        let gap = self.why.gaps.iter().find(|gap| gap.tier == Tier::Warm && !gap.actions.is_empty());
        if let Some(gap) = gap {
            let points: Part = u64::from(gap.points.unsigned_abs()).into();
            return self
                .after_filling_in(TO_WARM.with([("points", points), ("steps", self.closing(gap).into())]));
        }
        let nurture = match self.why.weakest {
            Some(Dimension::Firmographic) => NURTURE_PROFILE,
            Some(Dimension::Behavioral) => NURTURE_BEHAVIOR,
            Some(Dimension::Engagement) => NURTURE_ENGAGEMENT,
            Some(Dimension::Intent) => NURTURE_INTENT,
            None => NURTURE_PLAIN,
        };
        self.after_filling_in(nurture.message())
    }

    /// Why a lead is Cold, and what to do.
    pub(super) fn cold(&self) -> (Message, Message) {
        if let Some(rule) = self.lead.disqualified_by {
            return (DISQUALIFIED.with([("rule", rule.into())]), REMOVE.message());
        }
        let mut against: Vec<&Contribution<'_>> =
            self.why.contributions.iter().filter(|part| part.points < 0).collect();
        against.sort_by_key(|part| part.points);
        let told = |part: &&Contribution<'_>| {
            let points = format::signed(part.points.into());
            GAVE.with([("value", self.value(part).into()), ("points", points.into())])
        };
        let parts: Vec<Message> = against.iter().take(MOST_SIGNALS).map(told).collect();
        let because = clauses(parts).unwrap_or_else(|| COLD_WITHOUT_SIGNALS.message());
        (because, self.cold_recommendation().message())
    }

    fn cold_recommendation(&self) -> Phrase {
        let highest = self.model.tiers.map(|cuts| cuts.tier(self.lead.highest));
        let within_reach = self.why.gaps.iter().any(|gap| gap.closed);
        match (highest, within_reach) {
            (Some(Tier::Hot | Tier::Warm | Tier::Cool), _) => FILL_IN_GAPS,
            (_, true) => LEAVE_TO_MARKETING,
            (_, false) => REMOVE,
        }
    }

    /// The fields whose value is not known, the first few by name; `None` where all are.
    pub(super) fn unknown_fields(&self) -> Option<Part> {
        let mut fields: Vec<&str> = Vec::new();
        for part in self.why.contributions.iter().filter(|part| part.state.is_blank()) {
            for &field in &part.fields {
                if !fields.contains(&field) && super::leads::lacks(self.input, self.lead.row, field) {
                    fields.push(field);
                }
            }
        }
        let shown = named_of(fields.len(), MOST_FIELDS);
        let more = fields.len() - shown;
        let mut named: Vec<Part> = fields.iter().take(shown).map(|field| (*field).into()).collect();
        if more > 0 {
            named.push(MORE_FIELDS.with([("fields", more.into())]).into());
        }
        (!named.is_empty()).then_some(Part::List(named))
    }

    fn closing(&self, gap: &Gap<'_>) -> Message {
        let shown = named_of(gap.actions.len(), MOST_ACTIONS);
        let mut steps: Vec<Message> =
            gap.actions.iter().take(shown).map(|action| self.step(action)).collect();
        let more = gap.actions.len() - shown;
        if more > 0 {
            steps.push(MORE_STEPS.with([("steps", more.into())]));
        }
        match clauses(steps) {
            None => self.upgrade(gap.points).unwrap_or_else(|| NOTHING_CLOSES.message()),
            Some(steps) if gap.closed => steps,
            Some(steps) => DOES_NOT_CLOSE.with([("steps", steps.into())]),
        }
    }

    /// What lifts a lead that nothing the seller does can: the strongest trigger that alone gives so many points. One whose field other
    /// signals read too gives what they make of it.
    fn upgrade(&self, missing: i32) -> Option<Message> {
        let signals = &self.model.card.signals;
        self.upgrades.iter().find_map(|trigger| {
            let (name, at) = &trigger.row;
            let signal = signals.iter().find(|signal| signal.name == *name)?;
            let bin = signal.bins.get(*at)?;
            let alone = |field: &str| signals.iter().filter(|other| other.reads(field)).count() == 1;
            let part = self.why.contributions.iter().find(|part| part.signal == name.as_str())?;
            let gain = bin.points - part.points;
            let points = || ("points", format::signed(gain.into()).into());
            let changes = match signal.inputs.as_slice() {
                [input] => !part.state.is_blank() && !matches!(input.binning, Binning::Contains { .. }),
                _ => false,
            };
            (gain >= missing && signal.fields().all(alone)).then(|| {
                if changes {
                    let value = quoted(labels::value(signal, *at)).into();
                    let name = quoted(labels::subject(signal)).into();
                    return HOT_IF_BECOMES.with([("name", name), ("value", value), points()]);
                }
                let label = labels::with_bin(name, signal.is_pair(), &bin.label);
                HOT_IF.with([("bin", quoted(label).into()), points()])
            })
        })
    }

    fn step(&self, action: &Action<'_>) -> Message {
        let raised = || action.reaches.iter().filter(|reach| reach.gain > 0);
        let (bins, points) = self.open_ended(action).unwrap_or_else(|| {
            let bins: Vec<Part> =
                raised().map(|reach| labels::with_bin(reach.signal, reach.pair, reach.bin)).collect();
            (Part::List(bins), format::signed(action.gain.into()).into())
        });
        let (phrase, bins) = match action.find_out {
            false if counts_idle_days(action.field) => (STEP_GET_IN_TOUCH, bins),
            find_out => (if find_out { STEP_FIND_OUT } else { STEP_DO }, each_quoted(bins)),
        };
        phrase.with([("bins", bins), ("points", points)])
    }

    /// All ranges of a number that gain enough, and what they gain, where they go on to an end of the number. Where more than one signal reads
    /// the number, each has ranges of its own.
    fn open_ended(&self, action: &Action<'_>) -> Option<(Part, Part)> {
        let [reach] = action.reaches.as_slice() else { return None };
        let signal = self.model.card.signals.iter().find(|signal| signal.name == reach.signal)?;
        let now = self.why.contributions.iter().find(|part| part.signal == reach.signal)?.points;
        let (label, points) = spans::aim(signal, reach.bin, now)?;
        Some((labels::with_bin(reach.signal, reach.pair, &label), points))
    }
}

/// What a field holds, set apart from the words around it.
fn quoted(text: Part) -> Message {
    QUOTED.with([("text", text)])
}

fn each_quoted(bins: Part) -> Part {
    match bins {
        Part::List(bins) => Part::List(bins.into_iter().map(|bin| quoted(bin).into()).collect()),
        bin => quoted(bin).into(),
    }
}
