//! Which dimension a field's signals count for, guessed from the words of its name.
//!
//! Each dimension has a list of general words; the one with the most matches takes the field, ties going to the earlier of
//! engagement, intent, behavioural, firmographic. Without a match a field describes the lead: a flag need not tell of something done.

use lead_scoring_core::Dimension;

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
            "newspaper",
            "magazine",
            "article",
            "forum",
            "forums",
            "recommendation",
            "recommendations",
            "receive",
            "updates",
            "copy",
            "signup",
            "registered",
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

/// Whether the words of a column's name, as of [`lead_scoring_core::name_words`], tell of sales and lead being in touch: `activity`, `contact`,
/// `meeting` and the like.
#[must_use]
pub fn tells_of_contact(words: &[String]) -> bool {
    words.iter().any(|word| IN_TOUCH.contains(&word.as_str()))
}

/// Of what "since" counts the days that tell engagement; since when somebody has a job or a house tells who they are.
const IN_TOUCH: [&str; 14] = [
    "activity",
    "contact",
    "contacted",
    "touch",
    "engagement",
    "visit",
    "meeting",
    "call",
    "email",
    "login",
    "reply",
    "response",
    "demo",
    "webinar",
];

/// The dimension for a field.
pub(crate) fn guess(words: &[String]) -> Dimension {
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let since = has("since") && tells_of_contact(words);
    let mut best = (0, Dimension::Firmographic);
    for (dimension, list) in WORDS {
        let listed = words.iter().filter(|word| list.contains(&word.as_str())).count();
        let matches = listed + usize::from(since && dimension == Dimension::Engagement);
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
    fn names_decide() {
        let of = |name: &str| guess(&name_words(name));
        assert_eq!(of("Industry"), Dimension::Firmographic);
        assert_eq!(of("Lead Source"), Dimension::Behavioral);
        assert_eq!(of("DemoRequested"), Dimension::Behavioral);
        assert_eq!(of("Newspaper Article"), Dimension::Behavioral);
        assert_eq!(of("Days Since Last Activity"), Dimension::Engagement);
        assert_eq!(of("days_since_contact"), Dimension::Engagement);
        assert_eq!(of("present_employment_since"), Dimension::Firmographic);
        assert_eq!(of("foreign_worker"), Dimension::Firmographic);
        assert_eq!(of("Intent Surge"), Dimension::Intent);
        assert_eq!(of("xyz"), Dimension::Firmographic);
    }
}
