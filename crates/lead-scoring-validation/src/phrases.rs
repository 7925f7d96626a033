//! The sentences of a validation, in English.

use lead_scoring_core::phrases;

phrases! {
    // What is measured.
    AUC = "metric-auc": "AUC";
    ACCURACY = "metric-accuracy": "Accuracy (Hot and Warm called wins)";
    HOT_PRECISION = "metric-hot-precision": "Precision of Hot";
    HOT_RECALL = "metric-hot-recall": "Recall of Hot";
    HOT_F1 = "metric-hot-f1": "F1 of Hot";
    HOT_WARM_PRECISION = "metric-hot-warm-precision": "Precision of Hot and Warm";
    HOT_WARM_RECALL = "metric-hot-warm-recall": "Recall of Hot and Warm";
    HOT_WARM_F1 = "metric-hot-warm-f1": "F1 of Hot and Warm";
    TIER_SEPARATION = "metric-tier-separation": "Tier separation (mean Hot score minus mean Cold score)";
    SPEARMAN = "metric-spearman": "Rank correlation of score and outcome (Spearman)";
    AVERAGE_PRECISION = "metric-average-precision": "Average precision";
    KS = "metric-ks": "Widest gap between won and lost scores (Kolmogorov-Smirnov)";
    BRIER = "metric-brier": "Mean squared error of the probabilities (Brier score, lower is better)";
    LOG_LOSS = "metric-log-loss": "Penalty for probabilities that were sure and wrong (log loss, lower is better)";
    ECE = "metric-ece": "Mean gap between probability and win rate (calibration error, lower is better)";
    WINS_AMONG_TOP = "metric-wins-among-top": "Share of all wins held by the best-scored {share}";

    // A figure in its unit.
    POINTS = "metric-points": "{points} points";
    NOT_DEFINED = "metric-not-defined": "not defined";

    // What a reader should know about a figure.
    ONE_CALL_WON = "metric-one-call-won": "Calling every deal won would be right in {share}; at this base rate the target says little.";
    ONE_CALL_LOST = "metric-one-call-lost": "Calling every deal lost would be right in {share}; at this base rate the target says little.";
    OUT_OF_REACH_OF_HOT = "metric-out-of-reach-of-hot": "Out of reach at this size of Hot, whatever the model: with {hot} Hot {hot|deal|deals} and {wins} {wins|win|wins} the most is {most}.";
    DEMANDING_PRECISION = "metric-demanding-precision": "At a base rate of {base} the target asks for a Hot tier that wins {lift} times as often as the average deal.";
    FIFTH_OF_RANGE = "metric-fifth-of-range": "The target is a fifth of the card's range.";
    SPEARMAN_OUT_OF_REACH = "metric-spearman-out-of-reach": "Out of reach whatever the model: with a base rate of {base} these scores reach at most {most}.";
    DEMANDING_SPEARMAN = "metric-demanding-spearman": "At a base rate of {base} the target asks for an AUC above {auc}.";

    // The verdict's reasons.
    NO_SIGNALS = "verdict-no-signals": "Your data do not predict who buys: no field tells won deals from lost ones beyond chance, so the model has no signals and no lead gets a score.";
    PREDICTS_NOTHING = "verdict-predicts-nothing": "Your data do not predict who buys: {pairs}.";
    TOO_FEW_TO_SAY = "verdict-too-few-to-say": "It is not shown that your data predict who buys: {pairs}, and there are too few deals to say how far chance reaches.";
    CHANCE_EXPLAINS = "verdict-chance-explains": "It is not shown that your data predict who buys: {pairs}, and chance alone explains that (95 % interval {lower} to {upper}). Collect more deals.";
    PAIRS = "verdict-pairs": "on {deals} {deals|deal|deals} the model had never seen ({won} won, {lost} lost) a won deal outscored a lost one in {share} of the pairs; drawing lots gives 50 %";
    AUC_NOT_SURE = "verdict-auc-not-sure": "The ranking is better than chance, but it is not certain by how much: AUC {auc}; at least {wanted} should be certain.";
    AUC_WITH_INTERVAL = "verdict-auc-with-interval": "{auc} (95 % interval {lower} to {upper})";
    NO_TIERS = "verdict-no-tiers": "The scores could not be cut into tiers.";
    NOT_MONOTONE = "verdict-not-monotone": "Win rates do not fall from tier to tier on the hold-out; treat the tiers that are out of order as one.";
    EMPTY_TIERS = "verdict-empty-tiers": "No deal of the hold-out is {tiers}: its scores lie elsewhere than those of the deals learned from, so expected rates and volumes do not hold there.";
    EITHER = "verdict-either": "{one} or {other}";
    TARGET_MISSED = "verdict-target-missed": "Target missed: {metric} is {value}, the target is more than {target}.";
    TARGET_MET_EXACTLY = "verdict-target-met-exactly": "Target missed: {metric} is {target}; the target is more than that.";
    TARGET_MISSED_WITH_NOTE = "verdict-target-missed-with-note": "{missed} {note}";
    SMALL_HOLD_OUT = "verdict-small-hold-out": "The hold-out is small: {deals} {deals|deal|deals}, {won} won and {lost} lost; {enough} with at least {each} of each would settle more.";
    EVERY_TARGET_PASSED = "verdict-every-target-passed": "On {deals} {deals|deal|deals} it had never seen the model passed every target: AUC {auc}, win rates never rising from Hot to Cold.";
    HOT = "verdict-hot": "Hot";
    WARM = "verdict-warm": "Warm";
    COOL = "verdict-cool": "Cool";
    COLD = "verdict-cold": "Cold";

    // What to do about wrong calls.
    NO_FALSE_POSITIVES = "fix-no-false-positives": "There are no false positives.";
    NO_FALSE_NEGATIVES = "fix-no-false-negatives": "There are no false negatives.";
    FIX_BY_READING = "fix-by-reading": "Read the notes of the {deals} {deals|deal|deals}: what they tell and no column holds is the next field to record.";
    FIX_BY_NOTHING = "fix-by-nothing": "Set no rule for `{field}` = `{level}`: over all {deals} {deals|deal|deals} with it, learned from and held out, the scores are not off this way by as much as a point.";
    FIX = "fix": "{fault}: {remedy}.";
    FAULT_NOT_SCORED = "fix-fault-not-scored": "The card does not score `{field}`";
    FAULT_POINTS = "fix-fault-points": "The card's points do not fit `{field}` = `{level}`";
    FAULT_ROW = "fix-fault-row": "The card scores `{level}` like {others}";
    FAULT_COMBINATION = "fix-fault-combination": "The card scores `{field}` = `{level}` in combinations only, there like {others}";
    REMEDY_RULE = "fix-remedy-rule": "set a rule for `{field}` = `{level}` that moves the score by about {points} (by all {deals} deals with it)";
    REMEDY_LEARN_OR = "fix-remedy-learn-or": "learn again once more such deals have closed, or {rule}";
    NAMED_VALUE = "fix-named-value": "`{value}`";
    MORE_VALUES = "fix-more-values": "{more} more";

    // Levels of a field.
    LEVEL_VALUE = "level-value": "{value}";
    LEVEL_CONTAINS = "level-contains": "contains {item}";
    LEVEL_YES = "level-yes": "yes";
    LEVEL_NO = "level-no": "no";
    LEVEL_RANGE = "level-range": "{low} to {high}";
    LEVEL_RANGE_UNDER = "level-range-under": "{low} to under {high}";
    LEVEL_FROM = "level-from": "{low} or more";
    LEVEL_UNDER = "level-under": "under {high}";
    LEVEL_DIGITS = "level-digits": "{digits} significant {digits|digit|digits}";
    LEVEL_DIGITS_AT_MOST = "level-digits-at-most": "at most {digits} significant {digits|digit|digits}";
    LEVEL_DIGITS_RANGE = "level-digits-range": "{first} to {digits} significant digits";
    LEVEL_DIGITS_FROM = "level-digits-from": "{digits} or more significant digits";
    LEVEL_ANY_NUMBER = "level-any-number": "any number";
    LEVEL_NOT_RECORDED = "level-not-recorded": "not recorded";
}
