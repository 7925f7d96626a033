//! Which dimension a field's signals count for, guessed from the words of its name.
//!
//! Each dimension has a list of general words; the one with the most matches takes the field, ties going to the earlier of
//! engagement, intent, behavioural, firmographic. Without a match the kind decides: flags are behaviour (something was done or
//! not), everything else describes the company.

use lead_scoring_core::{Dimension, Kind};

const WORDS: [(Dimension, &[&str]); 4] = [
    (
        Dimension::Engagement,
        &[
            "engaged",
            "engagement",
            "opens",
            "opened",
            "clicks",
            "clicked",
            "views",
            "viewed",
            "visits",
            "visited",
            "sessions",
            "meetings",
            "calls",
            "touches",
            "touchpoints",
            "touch",
            "contacts",
            "stakeholders",
            "last",
            "since",
            "recency",
            "frequency",
            "replies",
            "replied",
            "response",
            "spent",
            "downloads",
            "activity",
            "activities",
            "emails",
            "attempts",
            "interactions",
        ],
    ),
    (
        Dimension::Intent,
        &[
            "intent",
            "surge",
            "research",
            "bombora",
            "g2",
            "trustradius",
            "comparison",
            "review",
            "reviews",
            "competitor",
            "competitors",
            "competitive",
            "funding",
            "hiring",
            "evaluation",
            "keyword",
            "keywords",
            "budget",
            "timeline",
            "urgency",
        ],
    ),
    (
        Dimension::Behavioral,
        &[
            "source",
            "channel",
            "origin",
            "campaign",
            "referral",
            "referred",
            "medium",
            "utm",
            "demo",
            "trial",
            "pricing",
            "quote",
            "requested",
            "request",
            "webinar",
            "attended",
            "download",
            "downloaded",
            "form",
            "subscribed",
            "newsletter",
            "event",
            "email",
            "call",
            "visit",
            "route",
            "search",
            "advertisement",
            "first",
            "optin",
        ],
    ),
    (
        Dimension::Firmographic,
        &[
            "industry",
            "sector",
            "vertical",
            "segment",
            "company",
            "account",
            "client",
            "employees",
            "employee",
            "headcount",
            "size",
            "revenue",
            "turnover",
            "country",
            "region",
            "state",
            "city",
            "territory",
            "location",
            "tech",
            "stack",
            "technology",
            "occupation",
            "title",
            "role",
            "seniority",
            "department",
            "growth",
            "founded",
            "ownership",
            "product",
        ],
    ),
];

/// The dimension for a field.
pub(crate) fn guess(words: &[String], kind: Kind) -> Dimension {
    let mut best = (0, if kind == Kind::Flag { Dimension::Behavioral } else { Dimension::Firmographic });
    for (dimension, list) in WORDS {
        let matches = words.iter().filter(|word| list.contains(&word.as_str())).count();
        if matches > best.0 {
            best = (matches, dimension);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::name_words;

    #[test]
    fn names_decide_before_kinds() {
        let of = |name: &str, kind| guess(&name_words(name), kind);
        assert_eq!(of("Industry", Kind::Category), Dimension::Firmographic);
        assert_eq!(of("Lead Source", Kind::Category), Dimension::Behavioral);
        assert_eq!(of("DemoRequested", Kind::Flag), Dimension::Behavioral);
        assert_eq!(of("Days Since Last Activity", Kind::Number), Dimension::Engagement);
        assert_eq!(of("Intent Surge", Kind::Flag), Dimension::Intent);
        assert_eq!(of("xyz", Kind::Flag), Dimension::Behavioral);
        assert_eq!(of("xyz", Kind::Number), Dimension::Firmographic);
    }
}
