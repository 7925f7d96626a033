//! Fields that a lead score usually wants: found by the words of the columns' names, or absent, and what the absence costs.

use crate::findings::ExpectedField;
use crate::phrases as say;
use crate::vocabulary::is_closing_name;
use lead_scoring_core::{Dataset, Kind, Phrase, name_words};

struct Wanted {
    what: &'static str,
    words: &'static [&'static str],
    /// A column with one of these words is something else.
    but_not: &'static [&'static str],
    cost: Phrase,
}

const DEAL: &[&str] = &["deal", "opportunity", "order", "contract"];

const WANTED: [Wanted; 11] = [
    Wanted {
        what: "industry",
        words: &["industry", "sector", "vertical", "naics", "sic"],
        but_not: &[],
        cost: say::COST_INDUSTRY,
    },
    Wanted {
        what: "company size",
        words: &["employees", "employee", "headcount", "size", "staff", "fte"],
        but_not: DEAL,
        cost: say::COST_COMPANY_SIZE,
    },
    Wanted {
        what: "revenue",
        words: &["revenue", "revenues", "turnover"],
        but_not: DEAL,
        cost: say::COST_REVENUE,
    },
    Wanted {
        what: "lead source",
        words: &["source", "channel", "origin", "campaign", "medium", "route", "utm"],
        but_not: &[],
        cost: say::COST_LEAD_SOURCE,
    },
    Wanted {
        what: "deal size",
        words: &["amount", "value", "price", "acv", "arr", "mrr", "tcv"],
        but_not: &[],
        cost: say::COST_DEAL_SIZE,
    },
    Wanted {
        what: "cycle length",
        words: &["cycle", "velocity"],
        but_not: STAGE,
        cost: say::COST_CYCLE_LENGTH,
    },
    Wanted { what: "loss reason", words: &["reason", "reasons"], but_not: &[], cost: say::COST_LOSS_REASON },
    Wanted {
        what: "number of touches",
        words: &[
            "touches",
            "touchpoints",
            "calls",
            "meetings",
            "activities",
            "visits",
            "attempts",
            "interactions",
            "totalvisits",
        ],
        but_not: &[],
        cost: say::COST_TOUCHES,
    },
    Wanted {
        what: "stakeholders",
        words: &["stakeholder", "stakeholders", "contacts", "champion", "persona", "decisionmaker", "buyers"],
        but_not: &[],
        cost: say::COST_STAKEHOLDERS,
    },
    Wanted {
        what: "engagement",
        words: &[
            "opens",
            "opened",
            "clicks",
            "clicked",
            "downloads",
            "downloaded",
            "webinar",
            "webinars",
            "views",
            "website",
            "demo",
            "sessions",
            "engagement",
            "activity",
        ],
        but_not: &[],
        cost: say::COST_ENGAGEMENT,
    },
    Wanted {
        what: "intent",
        words: &["intent", "surge", "bombora", "g2", "trustradius", "research"],
        but_not: &[],
        cost: say::COST_INTENT,
    },
];

/// Time in one stage is not that of the whole process.
const STAGE: &[&str] = &["stage", "stages", "phase", "step"];

/// Whether a name counts the days from the first contact to the close, all told: "Total Days", "Days to Close". A share of them, or the
/// days since something, is neither.
fn is_whole_length(words: &[String]) -> bool {
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let counts_days = any(&["day", "days", "week", "weeks", "month", "months"]);
    let part =
        any(STAGE) || any(&["ratio", "share", "percent", "percentage", "rate", "since", "last", "average"]);
    counts_days && !part && (any(&["total"]) || reaches_close(words))
}

/// Whether a name says that something lasts up to the close.
fn reaches_close(words: &[String]) -> bool {
    words.windows(2).any(|pair| {
        matches!(pair[0].as_str(), "to" | "till" | "until" | "through") && is_closing_name(&pair[1..])
    })
}

/// Looks for each wanted field among the columns.
pub(crate) fn expected(data: &Dataset) -> Vec<ExpectedField> {
    let names: Vec<(&str, Vec<String>, Kind)> = data
        .iter()
        .map(|(field, column)| (field.name.as_str(), name_words(&field.name), column.kind()))
        .collect();
    let find = |wanted: &Wanted| -> Vec<String> {
        let matches = |words: &[String]| {
            let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
            any(wanted.words) && !any(wanted.but_not)
        };
        names.iter().filter(|(_, words, _)| matches(words)).map(|(name, ..)| (*name).to_owned()).collect()
    };
    let dates = || names.iter().filter(|(.., kind)| *kind == Kind::Date);
    let closes = dates().any(|(_, words, _)| is_closing_name(words))
        && dates().any(|(_, words, _)| !is_closing_name(words));
    WANTED
        .iter()
        .map(|wanted| {
            let mut columns = find(wanted);
            if wanted.what == "cycle length" {
                let lengths = names.iter().filter(|(_, words, _)| is_whole_length(words));
                for (name, ..) in lengths {
                    if columns.iter().all(|found| found != name) {
                        columns.push((*name).to_owned());
                    }
                }
                // The one that names the close is the surest.
                columns.sort_by_key(|name| !reaches_close(&name_words(name)));
            }
            // A start and a closing date give the cycle between them.
            if columns.is_empty() && wanted.what == "cycle length" && closes {
                columns = dates().map(|(name, ..)| (*name).to_owned()).collect();
            }
            // "Deal Size" has a word of company size and means money.
            if wanted.what == "deal size" {
                let sizes = names.iter().filter(|(_, words, _)| {
                    words.iter().any(|w| w == "size") && words.iter().any(|w| DEAL.contains(&w.as_str()))
                });
                columns.extend(sizes.map(|(name, ..)| (*name).to_owned()));
            }
            let cost = columns.is_empty().then(|| wanted.cost.message());
            ExpectedField { what: wanted.what.to_owned(), columns, cost }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Column, Field};

    #[test]
    fn present_fields_are_named_and_absent_ones_cost() {
        let mut data = Dataset::with_rows(1);
        for name in ["Deal Size", "Company Size", "Lead Source", "Sales Stage"] {
            data.push(Field::new(name), Column::from_numbers(&[1.0])).unwrap();
        }
        let expected = expected(&data);
        let of = |what: &str| expected.iter().find(|field| field.what == what).unwrap();
        assert_eq!(of("deal size").columns, ["Deal Size"]);
        assert_eq!(of("company size").columns, ["Company Size"]);
        assert_eq!(of("lead source").cost, None);
        assert!(of("industry").columns.is_empty() && of("industry").cost.is_some());
        assert_eq!(expected.len(), 11);
    }

    #[test]
    fn the_length_of_the_process_is_neither_time_in_a_stage_nor_a_share_of_it() {
        let columns = |names: &[&str]| {
            let mut data = Dataset::with_rows(1);
            for name in names {
                data.push(Field::new(*name), Column::from_numbers(&[1.0])).unwrap();
            }
            expected(&data).into_iter().find(|field| field.what == "cycle length").unwrap().columns
        };
        let of_stages = [
            "Elapsed Days In Sales Stage",
            "Ratio Days Identified To Total Days",
            "Total Time Spent on Website",
            "Days Since Last Activity",
            "Days in Cycle Stage",
        ];
        assert!(columns(&of_stages).is_empty());
        let several = ["Total Days Identified Through Qualified", "Total Days Identified Through Closing"];
        assert_eq!(columns(&several), [several[1], several[0]]);
        for one in ["Cycle Days", "Days to Close", "days_to_won", "Total Cycle Days", "Sales Cycle Length"] {
            assert_eq!(columns(&[one, "Amount"]), [one]);
        }
    }
}
