//! The sentences that this crate's facts carry, in English, and those of the stages before it.

use lead_scoring_core::{Phrase, phrases};

phrases! {
    // Head and section 1.
    /// Two sentences one after the other.
    SENTENCES = "sentences": "{first} {second}";
    NAMES_AND_MORE = "names-and-more": "{names} and {more} more";
    DRIFT_BUT_LATEST_HELD_OUT = "header-drift-but-latest-held-out": "the win rate drifts from {first} to {last} over the history: the figures are those of the latest deals, which the model had not seen";
    DRIFT_AND_RANDOM_HOLD_OUT = "header-drift-and-random-hold-out": "the win rate drifts from {first} to {last} over the history: the hold-out is random, so the figures flatter the model; section 1.3 says how to hold out the latest deals";
    DRIFT_AND_OTHER_HOLD_OUT = "header-drift-and-other-hold-out": "the win rate drifts from {first} to {last} over the history: the hold-out is not the latest deals, so the figures do not show what that does to new leads";
    CONFIDENCE_DRIFT = "header-confidence-drift": "The win rate drifts from {first} to {last} over the history, and the hold-out is random: the figures flatter the model.";
    CONFIDENCE_VERDICT = "header-confidence-verdict": "The verdict above keeps it from being higher.";
    CONFIDENCE_NO_SIGNALS = "header-confidence-no-signals": "No field tells won deals from lost ones beyond chance.";
    CONFIDENCE_UNMEASURED = "header-confidence-unmeasured": "How well it ranks could not be measured.";
    CONFIDENCE_NO_INTERVAL = "header-confidence-no-interval": "How far chance reaches in the AUC is not known.";
    CONFIDENCE_AUC = "header-confidence-auc": "On {deals} {deals|deal|deals} it had not seen, its AUC is {auc} (95 % interval {lower} to {upper}).";
    CONFIDENCE_WIDE_AUC = "header-confidence-wide-auc": "On {deals} {deals|deal|deals} it had not seen, its AUC is {auc}; the 95 % interval, {lower} to {upper}, is wide.";
    ALL_LEARNED_FROM = "data-all-learned-from": "all closed deals, learned from";
    LEARNED_FROM = "data-learned-from": "closed deals, learned from";
    HELD_OUT_FOR_FIGURES = "data-held-out-for-figures": "closed deals, held out for the figures of section 6";
    HELD_OUT = "data-held-out": "closed deals, held out";
    CURRENT_LEADS = "data-current-leads": "current leads";
    NO_KEY_FIELDS = "data-no-key-fields": "none: the model has no signals";
    SEE_QUALITY = "data-see-quality": "{reason} (see section 1.2)";
    MISSING_WITH_POINTS = "data-missing-with-points": "`{field}` is missing in {share} of the deals; the card scores that as a row of its own ({points}).";
    MISSING_WITHOUT_POINTS = "data-missing-without-points": "`{field}` is missing in {share} of the deals; a missing value gets no points.";
    MISSING_IN_MORE = "data-missing-in-more": "{fields} {fields|more field lacks|more fields lack} more than 5 % of their values: see the table above.";
    LOSS_REASONS_RECORDED = "data-loss-reasons-recorded": "`{field}` is filled in for {share} of the lost deals.";
    FEW_DEALS_BEHIND = "data-few-deals-behind": "Few deals stand behind some values of `{field}`, which has points: {levels}.";
    LEVEL_OF_DEALS = "data-level-of-deals": "`{level}` ({deals} {deals|deal|deals})";
    MORE_LEVELS = "data-more-levels": "{count} more";
    SMALLEST_IN_MORE = "data-few-deals-in-more": "The same holds for {fields} {fields|more field|more fields} with points.";
    EXACT_FIGURES = "data-exact-figures": "How exactly {fields} {count|is|are} written gives points. Check when the exact {count|figure is|figures are} entered: where that is with the quote, the field does not belong in the model.";
    LATEST_WERE_HELD_OUT = "data-latest-were-held-out": "The hold-out is the latest deals, so the figures of section 6 show what that does to the model.";

    // Sections 2 and 3.
    LABEL_NAMED = "label-named": "{name}: {bin}";
    LABEL_BOTH = "label-both": "{first} + {second}";
    /// Ends a list of levels that is cut.
    LABEL_MORE = "label-more": "{names} and {more} more";
    /// A number by how exactly it is given.
    EXACTNESS = "label-exactness": "{field}: exactness";
    /// What a lead's value must be; `value` is a range, yes or no, or levels.
    IS = "label-is": "is {value}";
    /// `value` counts significant digits.
    HAS = "label-has": "has {value}";
    /// `value` is an item of a set.
    CONTAINS = "label-contains": "contains {value}";
    LACKS = "label-lacks": "does not contain {value}";
    NO_VALUE = "label-no-value": "no value";
    VALUE_MISSING = "label-value-missing": "a value is missing, unless listed";
    ANYTHING_ELSE = "label-anything-else": "anything else";
    THE_COMBINATION = "label-the-combination": "The combination";
    /// Why a field got no points.
    BECAUSE_CHANCE = "because-chance": "its differences may be chance ({p})";
    BECAUSE_NOTHING_TO_COMPARE = "because-nothing-to-compare": "there was nothing to compare";
    BECAUSE_OVERLAPS = "because-overlaps": "overlaps with `{field}` (correlation of their log odds {correlation}) and adds too little beside the signals";
    BECAUSE_CARRIED = "because-carried": "`{field}` carries its effect already (correlation of their log odds {correlation})";
    BECAUSE_CROWDED = "because-crowded": "it was not tried: only the {tried} most significant fields are weighed together";
    BECAUSE_WEAK = "because-weak": "beside the other signals its effect is too small";
    BECAUSE_ROUNDED = "because-rounded": "its effect rounds to 0 points";
    BECAUSE_NO_PLACE = "because-no-place": "it was not worth a place";
    /// What a plain comparison shows of a field without points.
    FLAT_NO_EFFECT = "flat-no-effect": "No effect larger than 20 % either way.";
    FLAT_UNSURE = "flat-unsure": "Too few deals to tell.";
    FLAT_CHANCE = "flat-chance": "A difference that chance may have made.";
    FLAT_UNTESTED = "flat-untested": "Cannot be tested: {deals} of {all} deals.";
    FLAT_ALIKE = "flat-alike": "Too few deals differ to compare.";
    /// What a dimension measures.
    MEASURES_FIRMOGRAPHIC = "measures-firmographic": "Measures who the lead is: the profile it brings along.";
    MEASURES_BEHAVIORAL = "measures-behavioral": "Measures what the lead has done.";
    MEASURES_ENGAGEMENT = "measures-engagement": "Measures how often, how recently and how broadly the lead is in touch.";
    MEASURES_INTENT = "measures-intent": "Measures signs from outside that the company is in an active buying process.";
    /// What to record to fill a dimension.
    RECORD_INDUSTRY = "record-industry": "industry";
    RECORD_EMPLOYEES = "record-employees": "number of employees";
    RECORD_REVENUE = "record-revenue": "revenue band";
    RECORD_COUNTRY = "record-country": "country";
    RECORD_TECHNOLOGY = "record-technology": "technology in use";
    RECORD_DEMOS = "record-demos": "demo and pricing requests";
    RECORD_WEBINARS = "record-webinars": "webinar attendance";
    RECORD_DOWNLOADS = "record-downloads": "downloads";
    RECORD_FIRST_ENGAGEMENT = "record-first-engagement": "the first engagement of each lead";
    RECORD_LAST_ACTIVITY = "record-last-activity": "the days since the last activity";
    RECORD_MEETINGS = "record-meetings": "meetings";
    RECORD_CONTACTS = "record-contacts": "the number of contacts engaged";
    RECORD_SURGES = "record-surges": "research surges";
    RECORD_FUNDING = "record-funding": "funding";
    RECORD_HIRING = "record-hiring": "hiring";
    RECORD_CONTRACTS = "record-contracts": "competitor contracts";
    RECORD = "record": "{fields}";
    RECORD_BEFORE_OUTCOME = "record-before-outcome": "{fields}, each as it stood before the outcome";
    RECORD_WITH_DAY = "record-with-day": "{fields}, with the day each became known";
    /// When a rule set by people applies.
    RULE_IS = "rule-is": "is {values}";
    RULE_AT_LEAST = "rule-at-least": "is at least {bound}";
    RULE_BELOW = "rule-below": "is below {bound}";
    RULE_OTHER = "rule-other": "meets the rule's test";
    /// What a strategy does.
    STRATEGY_JOINT = "strategy-joint": "all fields weighed together, so that two that say the same are not paid twice";
    STRATEGY_INTERACTIONS = "strategy-interactions": "the joint scorecard, with points of their own for combinations of two fields";
    STRATEGY_PROPORTIONAL = "strategy-proportional": "every significant field counts with its full lift, whatever the others say";
    STRATEGY_SPARSE = "strategy-sparse": "a few single values with small whole numbers, as on a card to score by hand";
    STRATEGY_FOREIGN = "strategy-foreign": "a strategy from outside";
    STRATEGY_UNKNOWN = "strategy-unknown": "a strategy that this report does not know";

    // Sections 4, 5 and 8, and the rep guide.
    /// What a column says of a lead, after its name.
    IS_LEVEL = "guide-is-level": "is {level}";
    IS_ONE_OF_TWO = "guide-is-one-of-two": "is {first} or {second}";

    // Section 6.
    NOT_DEFINED = "validation-not-defined": "not defined";
    POINTS = "validation-points": "{points} points";
    EXACTLY = "validation-exactly": "{value} exactly";
    TARGET = "validation-target": "> {target}";
    INTERVAL = "validation-interval": "{lower} to {upper}";
    INTERVAL_OF_POINTS = "validation-interval-of-points": "{lower} to {upper} points";
    ONE_CALL_WON_BESIDE = "validation-one-call-won": "calling every deal won gives {share}";
    ONE_CALL_LOST_BESIDE = "validation-one-call-lost": "calling every deal lost gives {share}";
    BASE_RATE_BESIDE = "validation-base-rate-beside": "the base rate is {share}";
    NOTE_ON_METRIC = "validation-note": "{metric}: {note}";
    ROW_OF_DEAL = "validation-row": "row {row}";
    GAVE = "validation-gave": "{value} ({points})";
    GAVE_OF = "validation-gave-of": "{value} ({points} of {most})";
    LOST_TO = "validation-lost-to": "lost to: {reason}";
    TALLY = "validation-tally": "{reason} ({deals})";
    NO_SINGLE_SIGNAL = "validation-no-single-signal": "no single signal stands out";
    CLAUSES = "clauses": "{one}; {other}";
    // A row's own values.
    NAME = "name-from-data": "{name}";
    VALUE_OF_FIELD = "value-of-field": "{field}: {value}";
    BOTH_VALUES = "value-both": "{one} + {other}";
    CONTAINS_ITEM = "value-contains": "{field} contains {item}";
    LACKS_ITEM = "value-lacks": "{field} without {item}";
    YES = "value-yes": "yes";
    NO = "value-no": "no";
    NOT_RECORDED = "value-not-recorded": "not recorded";

    // Section 7.
    /// Instead of a top signal.
    NO_SIGNAL_GIVES_POINTS = "no-signal-gives-points": "none gives points";
    PERSON_WITH_TITLE = "leads-person-with-title": "{name}, {title}";
    FIRMOGRAPHIC = "leads-firmographic": "Firmographic fit";
    BEHAVIORAL = "leads-behavioral": "Behavioral signals";
    ENGAGEMENT = "leads-engagement": "Engagement depth";
    INTENT = "leads-intent": "Intent indicators";
    STANDING = "leads-standing": "{dimension}: {points} ({lowest} to {highest})";
    IF_KNOWN = "leads-if-known": "{lowest} to {highest}: {fields}";
    MORE_FIELDS = "leads-more-fields": "{fields} more";
    CALL = "leads-call": "Call within the hour";
    CALL_WITH = "leads-call-with": "Call within the hour; {openings}";
    CALL_AND_FILL_IN = "leads-call-and-fill-in": "{call}. Fill in {field}";
    OPENINGS = "leads-openings": "{one} and {other}";
    REFER_TO = "leads-refer-to": "refer to {value}";
    FOLLOW_UP_ON = "leads-follow-up-on": "follow up on {value}";
    ASK_ABOUT = "leads-ask-about": "ask what is behind {value}";
    MENTION_PROFILE = "leads-mention-profile": "speak to the profile ({value})";
    FROM_ORIGIN = "leads-from-origin": "mention where they come from ({value})";
    FIND_OUT = "leads-find-out": "Find out {field}";
    FOLLOW_UP = "leads-follow-up": "Follow up by phone";
    STEP_DO = "leads-step-do": "work towards {bins} ({points})";
    STEP_FIND_OUT = "leads-step-find-out": "find out {bins} ({points})";
    MORE_STEPS = "leads-more-steps": "and {steps} more {steps|step|steps}";
    NOTHING_CLOSES = "leads-nothing-closes": "nothing the lead can still do closes the gap";
    DOES_NOT_CLOSE = "leads-does-not-close": "{steps} (does not close the gap alone)";
    TO_WARM = "leads-to-warm": "{points} {points|point|points} to Warm: {steps}";
    NURTURE_PROFILE = "leads-nurture-profile": "Confirm the company's profile before more effort; keep in the newsletter";
    NURTURE_BEHAVIOR = "leads-nurture-behavior": "Send a comparison or a return-on-investment guide";
    NURTURE_ENGAGEMENT = "leads-nurture-engagement": "Event invitation and a monthly check-in; reach a second contact";
    NURTURE_INTENT = "leads-nurture-intent": "Send category education; watch for a buying occasion";
    NURTURE_PLAIN = "leads-nurture-plain": "Nurture sequence with a monthly check-in";
    DISQUALIFIED = "leads-disqualified": "disqualified by the rule {rule}, set by people";
    UNKNOWN_FIELDS = "leads-unknown-fields": "unknown: {fields}";
    COLD_WITHOUT_SIGNALS = "leads-cold-without-signals": "no signal gives points";
    REMOVE = "leads-remove": "Remove from the active pipeline";
    FILL_IN_GAPS = "leads-fill-in-gaps": "Fill in the gaps, then score again";
    LEAVE_TO_MARKETING = "leads-leave-to-marketing": "Leave to marketing; look again in a quarter";

    // The page and its charts.

    // The dashboards.
    CHART_TIERS = "dashboards-chart-tiers": "Leads by tier";
    CHART_TIERS_TEXT = "dashboards-chart-tiers-text": "Leads by the tier of their latest score. {rows}.";
    CHART_LEADS = "dashboards-chart-leads": "Leads";
    CHART_ALL = "dashboards-chart-all": "all";
    CHART_OPEN = "dashboards-chart-open": "open";
    CHART_ROW = "dashboards-chart-row": "{name}: {value}";
    CHART_ROW_OPEN = "dashboards-chart-row-open": "{name}: {value}, {open} open";
    CHART_SCORES = "dashboards-chart-scores": "Latest scores";
    CHART_SCORES_TEXT = "dashboards-chart-scores-text": "How many leads have which score. {rows}.";
    CHART_RANGE = "dashboards-chart-range": "{low} to {high}";
    CHART_SCORE = "dashboards-chart-score": "Score";
    CHART_MOVES = "dashboards-chart-moves": "Moves between tiers";
    CHART_MOVES_TEXT = "dashboards-chart-moves-text": "From the left, where leads began, to the right, where they ended. {rows}.";
    CHART_MOVE = "dashboards-chart-move": "{leads} from {from} to {to}";
    CHART_STATE = "dashboards-chart-state": "{name} {leads}";
    CHART_UP = "dashboards-chart-up": "up or won";
    CHART_DOWN = "dashboards-chart-down": "down or lost";
    CHART_STAYED = "dashboards-chart-stayed": "stayed or unscoreable";
    STATE_WON = "dashboards-chart-state-won": "Won";
    STATE_LOST = "dashboards-chart-state-lost": "Lost";
    STATE_UNSCOREABLE = "dashboards-chart-state-unscoreable": "Unscoreable";
    CHART_SOURCES = "dashboards-chart-sources": "Average score by source";
    CHART_SOURCES_TEXT = "dashboards-chart-sources-text": "Average of the latest scores. {rows}.";
    CHART_NO_SOURCE = "dashboards-chart-no-source": "No source";
    CHART_MEAN = "dashboards-chart-mean": "average, line: middle half";
    CHART_MEDIAN = "dashboards-chart-median": "median, line: middle half";
    CHART_HOT = "dashboards-chart-hot": "Hot leads over time";
    CHART_HOT_TEXT = "dashboards-chart-hot-text": "Leads that became Hot in each period, and open leads that were Hot at its end. {rows}.";
    CHART_HOT_ROW = "dashboards-chart-hot-row": "{name}: {became} and {hot}";
    CHART_BECAME_HOT = "dashboards-chart-became-hot": "became Hot";
    CHART_HOT_AT_END = "dashboards-chart-hot-at-end": "Hot at the end";
    CHART_CONVERSION = "dashboards-chart-conversion": "Conversion by the tier of the first score";
    CHART_CONVERSION_TEXT = "dashboards-chart-conversion-text": "Leads won of those won or lost, with 95 % intervals. {rows}.";
    CHART_WON_OF_CLOSED = "dashboards-chart-won-of-closed": "Won of closed leads";
    CHART_OF = "dashboards-chart-of": "{value} of {of}";
    CHART_DAYS = "dashboards-chart-days": "Days from the first score to the day won";
    CHART_DAYS_TEXT = "dashboards-chart-days-text": "Median days by the tier of the first score. {rows}.";
    CHART_DAYS_AXIS = "dashboards-chart-days-axis": "Days";
    CHART_CLOSING = "dashboards-chart-closing": "Scores at conversion and at loss";
    CHART_CLOSING_TEXT = "dashboards-chart-closing-text": "How many leads had which score when they were won, and when lost. {rows}.";
    CHART_CLOSING_ROW = "dashboards-chart-closing-row": "{name}: {won} won, {lost} lost";
    CHART_WON_LEADS = "dashboards-chart-won-leads": "won leads";
    CHART_LOST_LEADS = "dashboards-chart-lost-leads": "lost leads";
    CHART_SHARE_OF_LEADS = "dashboards-chart-share-of-leads": "Share of these leads";
    CHART_WRONG = "dashboards-chart-wrong": "Wrong calls over time";
    CHART_WRONG_TEXT = "dashboards-chart-wrong-text": "Hot and Warm leads that were lost, and Cool and Cold ones that were won, of those that closed in each period. {rows}.";
    CHART_WRONG_ROW = "dashboards-chart-wrong-row": "{name}: {lost} and {won}";
    CHART_HOT_WARM_LOST = "dashboards-chart-hot-warm-lost": "Hot and Warm lost";
    CHART_COOL_COLD_WON = "dashboards-chart-cool-cold-won": "Cool and Cold won";
    CHART_SHARE_OF_CLOSED = "dashboards-chart-share-of-closed": "Share of closed";
    CHART_MINUTES = "dashboards-chart-minutes": "Reps’ time by tier";
    CHART_MINUTES_TEXT = "dashboards-chart-minutes-text": "Share of all minutes. {rows}.";
    CHART_SHARE_OF_MINUTES = "dashboards-chart-share-of-minutes": "Share of the minutes";
    CHART_PIPELINE = "dashboards-chart-pipeline": "Scores of each rep’s open leads";
    CHART_PIPELINE_TEXT = "dashboards-chart-pipeline-text": "Average of the latest scores. {rows}.";
    CHART_NOBODY = "dashboards-chart-nobody": "Nobody";
}

/// Every sentence that a fact of a report may carry.
pub(crate) fn all_phrases() -> impl Iterator<Item = Phrase> {
    let before = [
        lead_scoring_core::PHRASES,
        lead_scoring_audit::PHRASES,
        lead_scoring_lift::PHRASES,
        lead_scoring_calibration::PHRASES,
        lead_scoring_validation::PHRASES,
    ];
    [PHRASES].into_iter().chain(before).flatten().copied()
}
