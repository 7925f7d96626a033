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

    // Sections 4, 5 and 8, and the rep guide.
    /// What a column says of a lead, after its name.
    IS_LEVEL = "guide-is-level": "is {level}";
    IS_ONE_OF_TWO = "guide-is-one-of-two": "is {first} or {second}";

    // Section 6.

    // Section 7.
    /// Instead of a top signal.
    NO_SIGNAL_GIVES_POINTS = "no-signal-gives-points": "none gives points";

    // The page and its charts.

    // The dashboards.
}

/// Every sentence that a fact of a report may carry.
pub(crate) fn all_phrases() -> impl Iterator<Item = Phrase> {
    [PHRASES, lead_scoring_audit::PHRASES, lead_scoring_calibration::PHRASES].into_iter().flatten().copied()
}
