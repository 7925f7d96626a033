//! What to record where a dimension gives no points: what its fields are usually made of and no column's name speaks of.

use crate::ReportInput;
use crate::phrases::{
    RECORD, RECORD_BEFORE_OUTCOME, RECORD_CONTACTS, RECORD_CONTRACTS, RECORD_COUNTRY, RECORD_DEMOS,
    RECORD_DOWNLOADS, RECORD_EMPLOYEES, RECORD_FIRST_ENGAGEMENT, RECORD_FUNDING, RECORD_HIRING,
    RECORD_INDUSTRY, RECORD_LAST_ACTIVITY, RECORD_MEETINGS, RECORD_REVENUE, RECORD_SURGES, RECORD_TECHNOLOGY,
    RECORD_WEBINARS, RECORD_WITH_DAY,
};
use lead_scoring_core::{Dimension, Message, Phrase, name_words};

/// A field and the words by which a column's name says that it is recorded.
type Wanted = (Phrase, &'static [&'static str]);

const FIRMOGRAPHIC: &[Wanted] = &[
    (RECORD_INDUSTRY, &["industry", "sector", "vertical", "branch"]),
    (RECORD_EMPLOYEES, &["employees", "headcount", "staff", "size"]),
    (RECORD_REVENUE, &["revenue", "revenues", "turnover"]),
    (RECORD_COUNTRY, &["country", "region", "location", "city", "state", "territory", "geography"]),
    (RECORD_TECHNOLOGY, &["technology", "technologies", "tech", "stack"]),
];
const BEHAVIORAL: &[Wanted] = &[
    (RECORD_DEMOS, &["demo", "trial", "pricing", "quote"]),
    (RECORD_WEBINARS, &["webinar", "webinars", "event", "events"]),
    (RECORD_DOWNLOADS, &["download", "downloads", "downloaded"]),
    (RECORD_FIRST_ENGAGEMENT, &["first"]),
];
const ENGAGEMENT: &[Wanted] = &[
    (RECORD_LAST_ACTIVITY, &["last", "recency", "since"]),
    (RECORD_MEETINGS, &["meeting", "meetings", "calls", "touches"]),
    (RECORD_CONTACTS, &["contacts", "stakeholders"]),
];
const INTENT: &[Wanted] = &[
    (RECORD_SURGES, &["intent", "surge", "research"]),
    (RECORD_FUNDING, &["funding"]),
    (RECORD_HIRING, &["hiring", "jobs"]),
    (RECORD_CONTRACTS, &["competitor", "competitors", "contract", "renewal"]),
];

/// The fields to record; `None` where the name of some column speaks of each.
pub(crate) fn record(input: &ReportInput<'_>, dimension: Dimension) -> Option<Message> {
    let (phrase, wanted) = match dimension {
        Dimension::Firmographic => (RECORD, FIRMOGRAPHIC),
        Dimension::Behavioral => (RECORD, BEHAVIORAL),
        Dimension::Engagement => (RECORD_BEFORE_OUTCOME, ENGAGEMENT),
        Dimension::Intent => (RECORD_WITH_DAY, INTENT),
    };
    let names = input.train.data().iter().flat_map(|(field, _)| name_words(&field.name));
    let named: Vec<String> = names.collect();
    let absent = |words: &[&str]| !named.iter().any(|name| words.contains(&name.as_str()));
    let fields = wanted.iter().filter(|(_, words)| absent(words)).map(|(phrase, _)| phrase.message());
    let fields: Vec<Message> = fields.collect();
    (!fields.is_empty()).then(|| phrase.with([("fields", fields.into())]))
}
