//! What to record where a dimension gives no points: what its fields are usually made of and no column's name speaks of.

use crate::ReportInput;
use crate::phrases::{
    RECORD, RECORD_BEFORE_OUTCOME, RECORD_CONTACTS, RECORD_CONTRACTS, RECORD_COUNTRY, RECORD_DEMOS,
    RECORD_DOWNLOADS, RECORD_EMPLOYEES, RECORD_FIRST_ENGAGEMENT, RECORD_FUNDING, RECORD_HIRING,
    RECORD_INDUSTRY, RECORD_LAST_ACTIVITY, RECORD_MEETINGS, RECORD_REVENUE, RECORD_SURGES, RECORD_TECHNOLOGY,
    RECORD_WEBINARS, RECORD_WITH_DAY,
};
use lead_scoring_audit::tells_of_contact;
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
    (RECORD_LAST_ACTIVITY, &["recency"]),
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
    let is_dated = input.train.data().iter().any(|(field, _)| speaks_of_last_activity(&field.name));
    let is_known = |phrase: &Phrase| is_dated && phrase.key() == RECORD_LAST_ACTIVITY.key();
    let fields = wanted.iter().filter(|(phrase, words)| absent(words) && !is_known(phrase));
    let fields = fields.map(|(phrase, _)| phrase.message());
    let fields: Vec<Message> = fields.collect();
    (!fields.is_empty()).then(|| phrase.with([("fields", fields.into())]))
}

/// Whether a column tells when something last happened: `Last Activity`, `Days Since Last Contact`, not `Employed Since`.
fn speaks_of_last_activity(name: &str) -> bool {
    let words = name_words(name);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    has(&["last", "since", "recent", "latest"]) && (tells_of_contact(&words) || has(&["days", "weeks"]))
}

#[cfg(test)]
mod tests {
    use super::speaks_of_last_activity;

    #[test]
    fn a_last_activity_is_more_than_a_since() {
        for name in ["Last Activity", "days_since_last_contact", "Last Contacted"] {
            assert!(speaks_of_last_activity(name), "{name}");
        }
        for name in ["present_residence_since", "Last Name", "Activity", "Visits"] {
            assert!(!speaks_of_last_activity(name), "{name}");
        }
    }
}
