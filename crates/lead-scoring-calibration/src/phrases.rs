//! The sentences of this crate, in English: what each tier asks for, and what a reader should know of the cuts.

use lead_scoring_core::{Phrase, phrases};
use serde::Serializer;

phrases! {
    /// How soon to respond to a Hot lead.
    RESPOND_HOT = "calibration-respond-hot": "call within 1 hour";
    /// To a Warm lead.
    RESPOND_WARM = "calibration-respond-warm": "call within 4 hours";
    /// To a Cool lead.
    RESPOND_COOL = "calibration-respond-cool": "email within 24 hours";
    /// To a Cold lead.
    RESPOND_COLD = "calibration-respond-cold": "automated nurture only";

    /// What to do with a Hot lead.
    WORK_HOT = "calibration-work-hot": "A senior rep reaches out at once by call, email and LinkedIn, and books a meeting on first contact.";
    /// With a Warm lead.
    WORK_WARM = "calibration-work-warm": "The assigned rep follows up by phone and email before any cold prospecting, and sets up a demo within 48 hours.";
    /// With a Cool lead.
    WORK_COOL = "calibration-work-cool": "Nurture automatically with a personal touch from the rep: a monthly check-in call, event invitations, a new score every week.";
    /// With a Cold lead.
    WORK_COLD = "calibration-work-cold": "Marketing keeps the lead in drip campaigns; no rep time unless the score changes. Look again every quarter, or let go.";

    ONE_SCORE = "calibration-one-score": "All deals have the same score, so no tiers were cut.";
    NOT_HIGHER = "calibration-not-higher": "Deals with higher scores were not won more often, so no tiers were cut.";
    OUTSIDE = "calibration-outside": "{outside} of {scores} scores lay beyond the card's range and count as its nearest end.";
    GROUPED = "calibration-grouped": "The {scores} different scores were grouped into {groups} for the search of the cuts.";

    /// No Hot tier wins as often as wished.
    NO_SUCH_HOT = "calibration-no-such-hot": "No Hot tier of at least {deals} deals wins {rate} of them.";
    /// Hot wins as often as wished but holds fewer wins.
    HOT_HOLDS_FEWER = "calibration-hot-holds-fewer": "No Hot tier of at most {share} of the deals (`max_hot_share`) wins {rate} of its deals, holds {wins} of all wins and stands clear of Warm; so Hot was cut to win {rate} and to hold nearly all the wins that this allows.";
    /// Hot wins as often as wished, but holds too few of the wins.
    HOT_HOLDS_TOO_FEW = "calibration-hot-holds-too-few": "Hot wins {rate} or more of its deals, as wished, but holds fewer than {needed} of the {wins} wins ({aim}): no cuts that give it so many at that rate leave four tiers that are large enough and stand apart; so they are set where the four tiers tell most about the outcome.";
    /// Hot is not held to the wished win rate.
    HOT_NOT_HELD = "calibration-hot-not-held": "No Hot tier that wins {rate} of its deals and holds {needed} of the {wins} wins ({aim}) leaves four tiers that are large enough and stand apart; so the cuts are set where the four tiers tell most about the outcome, and Hot may win less.";

    /// How many wins Hot should hold at least: a share of all, or nearly the most that it can.
    AIM_SHARE = "calibration-aim-share": "{share} of them";
    AIM_NEARLY_ALL = "calibration-aim-nearly-all": "{share} of the most that a Hot tier of at most {most} deals can hold at that rate";

    /// Neighbouring tiers are told apart with less confidence.
    LESS_CONFIDENT = "calibration-less-confident": "The deals are too few, or the scores too alike, to tell all neighbouring tiers apart at 95 % confidence (one-sided); at 80 % they can be.";
    NOT_CONFIDENT = "calibration-not-confident": "Win rates fall from tier to tier, but some of the steps are no larger than chance makes them.";
    COLD_SMALLER = "calibration-cold-smaller": "No cut leaves as many leads Cold as wished; Cold is smaller.";
    FEW_DEALS = "calibration-few-deals": "Some tiers hold fewer than {wished} deals (at least {least}); their win rates are uncertain.";
    HOT_LARGER = "calibration-hot-larger": "The scores are too coarse to keep Hot as small as wished; Hot is larger.";
    EMPTY_TIERS = "calibration-empty-tiers": "The scores take too few different values for four tiers; some tiers stay empty.";

    /// Hot was raised to fit the reps' hours.
    RAISED = "calibration-raised": "To fit the reps' hours Hot starts at {hot} instead of {hot_before} and Warm at {warm} instead of {warm_before}.";
    /// The reps' hours do not suffice.
    SHORTAGE = "calibration-shortage": "Hot and Warm need {needed} rep hours a month and {available} are available: {reps} more {reps|rep is|reps are} needed, or fewer leads, or less time per lead.";
}

/// For figures: the English of a phrase without gaps.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(crate) fn in_english<S: Serializer>(phrase: &Phrase, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(phrase.english())
}
