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
    /// One more reason of the verdict.
    PROVIDED_KNOWN_BEFORE = "header-provided-known-before": "Provided that {fields}, which {count|gives|give} {points} of the {range} points of range, {count|is|are} known before the outcome: check that first (section 1.3).";
    /// The same for reps, after "not yet confirmed".
    NOT_YET_CONFIRMED = "guide-known-before": "that {fields}, behind {points} of the {range} points of range, {count|is|are} known before the outcome.";
    EXACTNESS_OF = "header-exactness-of": "the exactness of {field}";
    CONFIDENCE_KNOWN_WHEN = "header-confidence-known-when": "{points} of the {range} points of range come from what may have been recorded after the outcome (section 1.3).";
    CONFIDENCE_VERDICT = "header-confidence-verdict": "The verdict above keeps it from being higher.";
    CONFIDENCE_NO_SIGNALS = "header-confidence-no-signals": "No field tells won deals from lost ones beyond chance.";
    CONFIDENCE_ENOUGH_BUT_NO_SIGNALS = "header-confidence-enough-but-no-signals": "{deals} closed {deals|deal is|deals are} enough; the fields recorded do not predict.";
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
    FLAG_OF_DEALS = "data-flag-of-deals": "“{level}” ({deals} {deals|deal|deals})";
    MORE_LEVELS = "data-more-levels": "{count} more";
    SMALLEST_IN_MORE = "data-few-deals-in-more": "The same holds for {fields} {fields|more field|more fields} with points.";
    EXACT_FIGURES = "data-exact-figures": "How exactly {fields} {count|is|are} written gives points. Check when the exact {count|figure is|figures are} entered: where that is with the quote, the field does not belong in the model.";
    PROTECTED_SCORED = "data-protected-scored": "{fields} {count|gives|give} points and {count|bears|bear} on what law or policy often protects ({attributes}): have this checked before the score decides about persons; {option} builds without {count|it|them}.";
    PROTECTED_MEASURED = "data-protected-measured": "{fields} {count|bears|bear} on what law or policy often protects ({attributes}); {count|it gives|they give} no points here, but another build may give {count|it|them} some: {option} keeps {count|it|them} out.";
    PROTECTED_IN_SHORT = "header-protected": "{fields} {count|gives|give} points and {count|bears|bear} on what law or policy often protects ({attributes}): section 1.3 says what to check.";
    PROTECTED_AGE = "protected-age": "age";
    PROTECTED_SEX = "protected-sex": "sex";
    PROTECTED_ETHNICITY = "protected-ethnicity": "ethnic origin";
    PROTECTED_NATIONALITY = "protected-nationality": "nationality";
    PROTECTED_RELIGION = "protected-religion": "religion";
    PROTECTED_FAMILY = "protected-family": "family status";
    PROTECTED_DISABILITY = "protected-disability": "disability";
    PROTECTED_PREGNANCY = "protected-pregnancy": "pregnancy";
    PROTECTED_HEALTH = "protected-health": "health";
    /// Advice on a change over time; `option` is the flag of the build that does it, as code.
    LATEST_TO_HOLD_OUT = "data-latest-to-hold-out": "That is a large change: hold out the latest quarter of the deals ({option}), as a random hold-out flatters the model.";
    LATEST_WERE_HELD_OUT = "data-latest-were-held-out": "The hold-out is the latest deals, so the figures of section 6 show what that does to the model.";

    // Sections 2 and 3.
    LABEL_NAMED = "label-named": "{name}: {bin}";
    LABEL_BOTH = "label-both": "{first} + {second}";
    /// Ends a list of levels that is cut.
    LABEL_MORE = "label-more": "{names} and {more} more";
    /// Ends a list of levels, of which those that few deals have are not named.
    LABEL_RARER = "label-rarer": "{names} and {more} rarer {more|one|ones}";
    /// Ends a list of levels that is cut, any one of which will do.
    LABEL_OR_MORE = "label-or-more": "{names} or one of {more} more";
    /// A group of all levels of a field that were seen while learning, and one of all but one.
    ANY_KNOWN = "label-any-known": "any known value";
    ANY_KNOWN_BUT = "label-any-known-but": "any known value but {value}";
    /// A number by how exactly it is given.
    EXACTNESS = "label-exactness": "{field} (exactness)";
    ITEM = "label-item": "{field} ({item})";
    /// What a lead's value must be; `value` is a range, yes or no, or levels.
    IS = "label-is": "is {value}";
    /// `value` is an item of a set.
    CONTAINS = "label-contains": "contains {value}";
    LACKS = "label-lacks": "does not contain {value}";
    NO_VALUE = "label-no-value": "not recorded";
    VALUE_MISSING = "label-value-missing": "a value is missing, unless listed";
    ANYTHING_ELSE = "label-anything-else": "anything else";
    THE_COMBINATION = "label-the-combination": "The combination";
    /// Why a field got no points.
    BECAUSE_CHANCE = "because-chance": "its differences may be chance ({p})";
    BECAUSE_NOTHING_TO_COMPARE = "because-nothing-to-compare": "there was nothing to compare";
    BECAUSE_OVERLAPS = "because-overlaps": "overlaps with `{field}` (correlation of their log odds {correlation}) and adds too little beside the signals";
    BECAUSE_CARRIED = "because-carried": "`{field}` carries most of its effect already (correlation of their log odds {correlation})";
    BECAUSE_CROWDED = "because-crowded": "it was not tried: only the {tried} most significant fields are weighed together";
    BECAUSE_WEAK = "because-weak": "beside the other signals its effect is too small";
    BECAUSE_ROUNDED = "because-rounded": "its effect rounds to 0 points";
    ONLY_COMBINED = "because-only-combined": "has points in {combinations} {combinations|combination|combinations} only";
    BECAUSE_NO_PLACE = "because-no-place": "it was not worth a place";
    /// What the outcome was read from.
    DATA_OUTCOME = "data-outcome": "`{column}` tells won deals ({won}) from lost ones ({lost}).";
    /// What a plain comparison shows of a field without points.
    FLAT_NO_EFFECT = "flat-no-effect": "No effect larger than 20 % either way.";
    FLAT_UNSURE = "flat-unsure": "Too few deals to tell.";
    FLAT_CHANCE = "flat-chance": "A difference that chance may have made.";
    FLAT_UNTESTED = "flat-untested": "Too few deals to tell: {deals} of {all}.";
    FLAT_ALIKE = "flat-alike": "Too few deals differ to compare.";
    /// What a dimension measures.
    MEASURES_FIRMOGRAPHIC = "measures-firmographic": "Measures who the lead is, what the deal is about and who handles it: what stands before the lead does anything.";
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
    ONE_OF_TWO = "guide-one-of-two": "{first} or {second}";
    /// Points that fall from range to range.
    POINTS_FALL = "guide-points-fall": "{from} down to {to}";

    // Section 6.
    NOT_DEFINED = "validation-not-defined": "not defined";
    POINTS = "validation-points": "{points} points";
    EXACTLY = "validation-exactly": "{value} exactly";
    TARGET = "validation-target": "> {target}";
    INTERVAL = "validation-interval": "{lower} to {upper}";
    INTERVAL_OF_POINTS = "validation-interval-of-points": "{lower} to {upper} points";
    ONE_CALL_WON_BESIDE = "validation-one-call-won": "calling every deal won gives {share}";
    ONE_CALL_LOST_BESIDE = "validation-one-call-lost": "calling every deal lost gives {share}";
    BASE_RATE_BESIDE = "validation-base-rate-beside": "{share} of the hold-out was won";
    NOTE_ON_METRIC = "validation-note": "{metric}: {note}";
    ROW_OF_DEAL = "validation-row": "row {row}";
    DEAL_OF = "validation-deal-of": "{deal}, {company}";
    GAVE = "validation-gave": "{value} ({points})";
    GAVE_OF = "validation-gave-of": "{value} ({points}, at best {most})";
    /// Deals of which the same is said.
    AND_MORE_DEALS = "validation-and-more-deals": "{deal} and {more} more";
    LOST_TO = "validation-lost-to": "reason given: {reason}";
    TALLY = "validation-tally": "{reason} ({deals})";
    NO_SINGLE_SIGNAL = "validation-no-single-signal": "no single signal stands out";
    CLAUSES = "clauses": "{one}; {other}";
    // A row's own values.
    NAME = "name-from-data": "{name}";
    VALUE_OF_FIELD = "value-of-field": "{field}: {value}";
    DIGITS = "value-digits": "{digits} significant {digits|digit|digits}";
    WITH_DIGITS = "value-with-digits": "{value}, {digits} significant {digits|digit|digits}";
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
    CALL = "leads-call": "Call";
    CALL_WITH = "leads-call-with": "Call: {openings}";
    FILL_IN_FIRST = "leads-fill-in-first": "First fill in “{field}” and score again. Then: {then}";
    FILL_IN = "leads-fill-in": "Fill in “{field}”, then score again";
    /// What a field holds, so that it does not read as prose.
    QUOTED = "leads-quoted": "“{text}”";
    OPENINGS = "leads-openings": "{one} and {other}";
    REFER_TO_ORIGIN = "leads-refer-to-origin": "refer to {values} and mention where they come from ({origin})";
    REFER_TO = "leads-refer-to": "refer to {values}";
    BUILD_ON = "leads-build-on": "build on {values}";
    WHILE_FRESH = "leads-while-fresh": "take up the contact while it is fresh ({values})";
    ASK_ABOUT = "leads-ask-about": "ask what is behind {values}";
    MENTION_PROFILE = "leads-mention-profile": "speak to the profile ({values})";
    FROM_ORIGIN = "leads-from-origin": "mention where they come from ({values})";
    FOLLOW_UP = "leads-follow-up": "Follow up by phone";
    STEP_DO = "leads-step-do": "work towards {bins} ({points})";
    /// For a number of days since something happened.
    STEP_GET_IN_TOUCH = "leads-step-get-in-touch": "get in touch again ({bins}, {points})";
    STEP_FIND_OUT = "leads-step-find-out": "find out {bins} ({points})";
    MORE_STEPS = "leads-more-steps": "and {steps} more {steps|step|steps}";
    HOT_IF_BECOMES = "leads-hot-if-becomes": "follow up by phone and email; Hot if {name} becomes {value} ({points})";
    HOT_IF = "leads-hot-if": "follow up by phone and email; Hot if {bin} is recorded ({points})";
    NOTHING_CLOSES = "leads-nothing-closes": "follow up by phone and email; no change open to it reaches Hot";
    DOES_NOT_CLOSE = "leads-does-not-close": "{steps} (does not close the gap alone)";
    TO_WARM = "leads-to-warm": "{points} {points|point|points} to Warm: {steps}";
    NURTURE_PROFILE = "leads-nurture-profile": "Confirm the company's profile before more effort; keep in the newsletter";
    NURTURE_BEHAVIOR = "leads-nurture-behavior": "Send a comparison or a return-on-investment guide";
    NURTURE_ENGAGEMENT = "leads-nurture-engagement": "Event invitation and a monthly check-in; reach a second contact";
    NURTURE_INTENT = "leads-nurture-intent": "Send category education; watch for a buying occasion";
    NURTURE_PLAIN = "leads-nurture-plain": "Nurture sequence with a monthly check-in";
    DISQUALIFIED = "leads-disqualified": "Disqualified by the rule {rule}, set by people";
    COLD_WITHOUT_SIGNALS = "leads-cold-without-signals": "No signal gives points";
    REMOVE = "leads-remove": "Remove from the active pipeline";
    FILL_IN_GAPS = "leads-fill-in-gaps": "Fill in the gaps, then score again";
    LEAVE_TO_MARKETING = "leads-leave-to-marketing": "Leave to marketing; look again in a quarter";

    // The page and its charts.
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
