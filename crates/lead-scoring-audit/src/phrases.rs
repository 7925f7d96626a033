//! The sentences of an audit, in English.

use lead_scoring_core::phrases;

phrases! {
    // Why a column is left out.
    EXCLUDED_ASKED = "audit-excluded-asked": "left out as asked";
    EXCLUDED_OUTCOME = "audit-excluded-outcome": "the outcome itself";
    EXCLUDED_EMPTY = "audit-excluded-empty": "no deal has a value";
    EXCLUDED_SUSPECT = "audit-excluded-suspect": "probably known only after the outcome";
    EXCLUDED_CERTAIN = "audit-excluded-certain": "known only after the outcome";
    EXCLUDED_NAMES_DEAL = "audit-excluded-names-deal": "it names the deal";
    EXCLUDED_NAMES_ROW = "audit-excluded-names-row": "a name or number, different in nearly every row";
    EXCLUDED_TEXT = "audit-excluded-text": "free text";
    EXCLUDED_DATE = "audit-excluded-date": "a moment, not a trait";
    EXCLUDED_CONSTANT = "audit-excluded-constant": "every deal has the same value";
    EXCLUDED_FEW_VALUES = "audit-excluded-few-values": "only {deals} {deals|deal has|deals have} a value, fewer than {least}";
    EXCLUDED_MANY_LEVELS = "audit-excluded-many-levels": "{levels} {levels|level|levels} in {deals} {deals|deal|deals} cannot be measured";

    // Evidence that a column is known only after the outcome.
    FILLED_BY_OUTCOME = "audit-filled-by-outcome": "It is filled for {won} of the won deals and {lost} of the lost ones.";
    FILLED_BY_OPENNESS = "audit-filled-by-openness": "It is filled for {closed} of the closed deals and {open} of the open ones.";
    RECORDED_THEN_NOT = "audit-recorded-then-not": "It was recorded for a stretch of the history and then not: its filled share lies between {lowest} and {highest} over the history.";
    NOT_IN_THE_BEGINNING = "audit-not-in-the-beginning": "It was not recorded in the beginning: its filled share lies between {lowest} and {highest} over the history.";
    BLANK_TOGETHER = "audit-blank-together": "It is blank in exactly the same deals as {fields}, as if written with them.";
    DATE_AFTER_CLOSE = "audit-date-after-close": "It lies on or after `{closing}` in {share} of the deals.";
    DATE_LAST_OF_ROW = "audit-date-last-of-row": "It is the last date of its row in {share} of the deals.";
    DAYS_TO_CLOSE = "audit-days-to-close": "It is the number of days from `{start}` to `{end}` in {share} of the deals.";
    RANKS_ALONE = "audit-ranks-alone": "Alone it ranks a won deal above a lost one in {share} of the pairs (AUC {auc}, on deals it had not learned from).";
    PURE_VALUES = "audit-pure-values": "Values or ranges with practically one outcome cover {share} of the deals.";
    VALUE_OF_WON = "audit-value-of-won": "It is {value} for {won} of the won deals and for {lost} of the lost ones.";
    VALUE_OF_LOST = "audit-value-of-lost": "It is {value} for {lost} of the lost deals and for {won} of the won ones.";
    NAME_END = "audit-name-end": "Its name speaks of the end of a deal.";
    NAME_PROCESS_TIME = "audit-name-process-time": "Its name speaks of time or steps spent in the sales process, which are known in full only at its end.";
    NAME_OUTCOME = "audit-name-outcome": "Its name speaks of an outcome or a stage.";
    NAME_REASON = "audit-name-reason": "Its name speaks of the reason of an outcome.";
    NAME_JUDGEMENT = "audit-name-judgement": "Its name speaks of a judgement that is revised while a deal goes on.";
    NAME_CLOSING = "audit-name-closing": "Its name speaks of paperwork or a forecast that goes with the decision.";
    NAME_DURATION = "audit-name-duration": "Its name speaks of a duration, which is known only when it has ended.";
    NAME_INDEX = "audit-name-index": "Its name speaks of a computed index, which may be revised while a deal goes on.";

    // Faults of columns and of the table.
    UNREADABLE = "audit-unreadable": "{cells} {cells|cell|cells} could not be read as a {kind} and {cells|counts|count} as missing.";
    UNREADABLE_FROM = "audit-unreadable-from": "{cells} {cells|cell|cells} could not be read as a {kind} (first in row {row}) and {cells|counts|count} as missing.";
    KIND_NUMBER = "audit-kind-number": "number";
    KIND_CATEGORY = "audit-kind-category": "category";
    KIND_FLAG = "audit-kind-flag": "flag";
    KIND_DATE = "audit-kind-date": "date";
    KIND_SET = "audit-kind-set": "set";
    KIND_IDENTIFIER = "audit-kind-identifier": "identifier";
    KIND_TEXT = "audit-kind-text": "text";
    GIVEN_MISSING = "audit-given-missing": "{texts} {count|counts|count} as missing here, as the options of the build say.";
    MERGED = "audit-merged": "spellings of one level were merged: {merges}.";
    MERGED_INTO = "audit-merged-into": "{others} into `{kept}`";
    MERGED_BESIDE = "audit-merged-beside": "{first}; {second}";
    MERGED_MORE = "audit-merged-more": "{merges} and {more} more";
    MONTH_ASSUMED = "audit-month-assumed": "its dates do not show whether the day or the month comes first; the month was assumed.";
    ONE_VALUE = "audit-one-value": "every deal with a value has the same one.";
    NEARLY_ONE_VALUE = "audit-nearly-one-value": "at least 99 % of the deals with a value have the same one.";
    CODE_FOR_MISSING = "audit-code-for-missing": "{value} in {deals} {deals|deal|deals} stands apart from every other value: if it means that the value is not known, build again with {option}.";
    LEVEL_FOR_MISSING = "audit-level-for-missing": "{levels} may mean that the value is not known: if {count|it does|so}, build again with {option}{count|.|, naming only those that do.}";
    NEGATIVE = "audit-negative": "{deals} {deals|deal has|deals have} a negative value where nearly all others have none.";
    EXTREME_VALUES = "audit-extreme-values": "{deals} {deals|deal lies|deals lie} extremely far above the others (over {bound} against a median of {median}).";
    BEFORE_1900 = "audit-before-1900": "{dates} {dates|date|dates} before 1900.";
    FAR_AHEAD_DATES = "audit-far-ahead-dates": "{dates} {dates|date|dates} over five years later than nearly all others.";
    FAULT_OF = "audit-fault-of": "{fields}: {fault}";
    REPEATED_ROWS = "audit-repeated-rows": "{rows} {rows|row|rows} ({share}) {rows|repeats|repeat} an earlier row in every cell; a deal entered again counts again.";
    ROWS_ALIKE = "audit-rows-alike": "{rows} {rows|row|rows} ({share}) {rows|repeats|repeat} an earlier row in every cell; as the columns tell so little apart, such rows are taken for different deals.";
    NEARLY_REPEATED_ROWS = "audit-nearly-repeated-rows": "{rows} {rows|row|rows} ({share}) {rows|repeats|repeat} an earlier row in every cell but the identifiers; a deal entered again counts again.";
    FURTHER_ROWS_NEARLY_REPEATED = "audit-further-rows-nearly-repeated": "A further {rows} {rows|row|rows} ({share}) {rows|repeats|repeat} an earlier row in every cell but the identifiers.";
    REPEATED_NAMES = "audit-repeated-names": "{rows} {rows|row has|rows have} a value of `{field}` that an earlier row has.";

    // How many deals there are.
    TOO_FEW_DEALS = "audit-too-few-deals": "{deals} {deals|closed deal|closed deals} ({won} won, {lost} lost) {deals|is|are} too few for a model: collect at least {least}.";
    FEW_DEALS = "audit-few-deals": "{deals} {deals|closed deal|closed deals} ({won} won, {lost} lost) allow only strong effects to be seen; {wanted} or more would be enough for high confidence.";
    FEW_WON = "audit-few-won": "{deals} {deals|closed deal|closed deals} ({won} won, {lost} lost) are enough in number, but so few won ones allow only strong effects to be seen.";
    FEW_LOST = "audit-few-lost": "{deals} {deals|closed deal|closed deals} ({won} won, {lost} lost) are enough in number, but so few lost ones allow only strong effects to be seen.";
    ENOUGH_DEALS = "audit-enough-deals": "{deals} {deals|closed deal|closed deals} ({won} won, {lost} lost) are enough for high confidence.";
    DEALS_WITH_VALUE = "audit-deals-with-value": "{deals} {deals|deal has|deals have} a value.";
    THIN_LEVELS = "audit-thin-levels": "{deals} {deals|deal has|deals have} a value; {thin} of {levels} {levels|level|levels} {thin|has|have} fewer than {least} deals.";

    // Early losses.
    EARLY_LOSSES_LACKING = "audit-early-losses-lacking": "{rate} of the deals were won, more than is plausible where every lead counts: early losses are probably not in the history. A score learned from such a history ranks opportunities, not raw leads: add the leads that were dropped early if those are to be scored.";
    EARLY_LOSSES_UNKNOWN = "audit-early-losses-unknown": "{rate} of the deals were won, which is plausible; the data cannot show whether leads dropped before they became opportunities are included.";
    CLOSED_ONLY = "audit-closed-only": "Learned from closed deals alone: leads that were dropped without a record are not among them.";
    CLOSED_ONLY_SOME_OPEN = "audit-closed-only-some-open": "Learned from closed deals alone: leads that were dropped without a record and the {open} still open are not among them.";

    // The history over time.
    TIME_TOO_FEW = "audit-time-too-few": "{deals} {deals|deal is|deals are} too few to look for a change over time.";
    TIME_SORTED = "audit-time-sorted": "The rows are sorted by outcome, so their order says nothing about time; without a date column a change over time cannot be looked for.";
    TIME_FOUND = "audit-time-found": "{basis}, the win rates of {periods} periods with about equally many deals lie between {lowest} and {highest} (first {first}, last {last}; chi-square {p}). {advice}";
    TIME_BY_DATE = "audit-time-by-date": "Ordered by `{column}`";
    TIME_BY_ROWS = "audit-time-by-rows": "In the order of the rows, as `{column}` rises";
    TIME_BY_ROWS_BACKWARDS = "audit-time-by-rows-backwards": "From the last row to the first, as `{column}` rises";
    TIME_BY_ROWS_UNSURE = "audit-time-by-rows-unsure": "In the order of the rows, taken for that of time as there is no date column";
    TIME_HOLD_OUT_LATEST = "audit-time-hold-out-latest": "That is a large change: hold out the latest deals, as a random hold-out flatters the model.";
    TIME_DIFFERS = "audit-time-differs": "That is more than chance, but the rate goes up and down rather than one way (oldest third {older}, newest {newer}). {hold_out}";
    TIME_NO_CHANGE = "audit-time-no-change": "That may be chance. {hold_out}";
    TIME_RANDOM_WILL_DO = "audit-time-random-will-do": "A random hold-out will do.";
    TIME_LATEST_IS_STRICTER = "audit-time-latest-is-stricter": "A random hold-out will do; as the values of fields change, holding out the latest deals ({option}) is stricter.";
    TIME_DOUBT = "audit-time-doubt": "The win rate drifts over the history (oldest tenth {first}, newest {last}), and a random hold-out does not show what that does to new leads: judge the model again on the latest deals (section 1.3 says how).";
    MOMENT_DATE = "audit-moment-date": "{date}";
    MOMENT_NONE = "audit-moment-none": "no date";
    MOMENT_ROW = "audit-moment-row": "row {row}";
    SHIFTS = "audit-shifts": "`{field}` has other values in the newer half of the history (stability index {index}).";
    SHIFTS_WITH_FILLING = "audit-shifts-with-filling": "`{field}` has other values in the newer half of the history (stability index {index}), and its filled share lies between {lowest} and {highest}.";

    // What a reader must know.
    LEFT_OUT_CERTAIN = "audit-left-out-certain": "Left out as known only after the outcome: {fields}.";
    LEFT_OUT_SUSPECT = "audit-left-out-suspect": "Left out as probably known only after the outcome: {fields}.";
    FILLED_UNEVENLY = "audit-filled-unevenly": "Check when `{field}` is recorded. {evidence} If it is recorded after the outcome, build again without it ({option}).";
    STATE_AT_EXPORT = "audit-state-at-export": "{fields} {count|tells|tell} the state when the data were exported, perhaps after the outcome: if so, build again without {count|it|them} ({option}).";
    KEPT_SUSPECT = "audit-kept-suspect": "Used because you keep {count|it|them}, though {count|it seems|they seem} to be known only after the outcome: {fields}; accuracy will look better than it is.";
    NO_DATE = "audit-no-date": "Without a date column it cannot be told for certain whether the past resembles the present.";
    MOSTLY_EMPTY = "audit-mostly-empty": "Fewer than half of the deals have a value in {fields}.";
    SHIFTED_FIELD = "audit-shifted-field": "`{field}` ({level}: {older} of the older half, {newer} of the newer one)";
    LEVEL_RANGE = "audit-level-range": "{from} to {to}";
    LEVEL_YES = "audit-level-yes": "yes";
    LEVEL_NO = "audit-level-no": "no";
    LEVEL_NAMED = "audit-level-named": "“{level}”";
    LEVEL_MISSING = "audit-level-missing": "not recorded";
    VALUES_SHIFT = "audit-values-shift": "The values differ between the older and the newer half of the history, most of all in {fields}; what they teach may not last.";
    NOT_CAUSES = "audit-not-causes": "The history shows what went together with winning, not what caused it.";
    MORE = "audit-more": "{count} more";

    // What the absence of a field costs.
    COST_INDUSTRY = "audit-cost-industry": "The model cannot tell industries apart, often the strongest sign of fit.";
    COST_COMPANY_SIZE = "audit-cost-company-size": "Companies outside the sweet spot of size score like those inside it.";
    COST_REVENUE = "audit-cost-revenue": "Buying power must be guessed from other fields.";
    COST_LEAD_SOURCE = "audit-cost-lead-source": "Referrals and cold contacts score alike, and no channel can be judged.";
    COST_DEAL_SIZE = "audit-cost-deal-size": "Tiers count deals, not money: a large deal weighs as much as a small one.";
    COST_CYCLE_LENGTH = "audit-cost-cycle-length": "How long a deal takes is not known, so capacity can be planned by volume only.";
    COST_LOSS_REASON = "audit-cost-loss-reason": "The report cannot say why deals were lost, nor which pattern marks each reason.";
    COST_TOUCHES = "audit-cost-touches": "Engagement depth cannot be measured by how often sales and lead were in touch.";
    COST_STAKEHOLDERS = "audit-cost-stakeholders": "Single-threaded deals cannot be told from those with a buying committee.";
    COST_ENGAGEMENT = "audit-cost-engagement": "What a lead did (opened, downloaded, attended, asked) adds nothing to its score.";
    COST_INTENT = "audit-cost-intent": "Leads that are buying right now cannot be told from those that only read.";
}
