# Messages in Fluent's syntax. `term-` messages and the sentences at the end are plain text, all others Markdown.

## Everywhere: lists, rates, words that facts carry

list-more = { $first }, { $second }
list-last = { $first } and { $second }
rate-with-interval = { $rate } ({ $lower } to { $upper })
term-hot = Hot
term-warm = Warm
term-cool = Cool
term-cold = Cold
term-deploy = deploy
term-deploy-with-care = deploy with care
term-do-not-deploy = do not deploy
term-high = High
term-medium = Medium
term-low = Low
term-firmographic = firmographic
term-behavioral = behavioral
term-engagement = engagement
term-intent = intent
term-number = number
term-category = category
term-flag = flag
term-date = date
term-set = set
term-identifier = identifier
term-text = text
term-certain = certain
term-suspect = suspect
term-industry = industry
term-company-size = company size
term-revenue = revenue
term-lead-source = lead source
term-deal-size = deal size
term-cycle-length = cycle length
term-loss-reason = loss reason
term-number-of-touches = number of touches
term-stakeholders = stakeholders

# ---

## Head of the report and executive summary

header-title = Lead Scoring Model: { $name }
header-verdict = Verdict: { $verdict }.
header-facts = What it is and what it was learned from:
header-version = Model Version:
header-built = Built:
header-data-basis = Data Basis:
header-data-basis-text = { $won ->
    [one] 1 closed-won deal
   *[other] { $won } closed-won deals
    }, { $lost ->
    [one] 1 closed-lost deal
   *[other] { $lost } closed-lost deals
    }, { $period }; { $refitted ->
    [true] learned from all of them after { $held_out ->
        [one] 1 deal
       *[other] { $held_out } deals
        } had been held out to judge the model
   *[false] learned from { $train }, { $held_out } held out to judge the model
    }
header-period = { $from } to { $to } by { $column }
header-no-period = no date column that covers them
header-base-rate = Base Conversion Rate:
header-base-rate-text = { $rate }: closed-won / total closed deals analyzed, with its 95 % interval
header-base-rate-none = not defined without closed deals
header-confidence = Model Confidence:
header-confidence-text = { $level } -- { $because }
header-recalibration = Next Recalibration:
header-recalibration-text = { $day } (90 days after it was built)
header-summary = Executive Summary
header-no-model = This history of { $deals ->
    [one] 1 closed deal
   *[other] { $deals } closed deals
    } does not support a scoring model. { $fields ->
    [one] 1 field was
   *[other] { $fields } fields were
    } measured on { $train ->
    [one] 1 deal
   *[other] { $train } deals
    }, and nothing goes together with winning beyond what chance would show. No points were invented: no lead has a score.
header-no-model-advice = Do not rank leads by this model. Section 1 says what was left out and what is missing from the data, section 2 shows what was measured; record what is missing there, and build again when there are more closed deals.
header-warning = **Warning:** { $warning }.
header-not-deployable = **This model is not to be used for ranking leads**, for the reason given at the top. The report shows what was measured, so that it can be judged and the gaps in the data be closed.
header-model = The model adds up points for { $signals ->
    [one] 1 signal
   *[other] { $signals } signals
    } into a score of { $lowest } to { $highest }. It was learned from { $train ->
    [one] 1 closed deal
   *[other] { $train } closed deals
    }, of which { $won } were won and { $lost } lost; every point comes from a measured difference in win rates.
header-strongest = The sign that speaks most for winning is **{ $name }**: { $won } of { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } won ({ $rate }){ $compared ->
    [true] {" "}against { $absent } of all others
   *[false] {""}
    }. On deals its borders were not drawn from it wins { $lift } times as often as the average deal ({ $lower } to { $upper }).
header-worst = What speaks most against it is **{ $name }**: { $won } of { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } won ({ $rate }). On deals its borders were not drawn from it wins { $lift } times as often as the average deal ({ $lower } to { $upper }).
header-tiers = Leads fall into four tiers. { $refitted ->
    [true] On the deals held out, by the model before the refit,
   *[false] On the deals held out
    } these won: { $rates }; the brackets hold the 95 % intervals.
header-tier-rate = { $tier } { $rate } of { $deals }
header-tier-without-deals = { $tier } none, as it had no deals
header-top-two = Hot and Warm together were { $deals } of { $all_deals ->
    [one] 1 deal
   *[other] { $all_deals } deals
    } ({ $share_of_leads }) and held { $won } of { $all_won ->
    [one] 1 win
   *[other] { $all_won } wins
    } ({ $share_of_wins }){ $gain ->
    [none] {""}
    [sure] : { $times } times as many wins for each lead worked as picking at random
   *[unsure] : { $times } times as many wins for each lead worked as picking at random; with so few deals this may be chance
    }.
header-no-tiers = The scores do not tell won deals from lost ones well enough to cut tiers, so none are given.
appendix-title = Appendix: The Model Itself
appendix-text = This block is the model. `lead-scoring score` reads it from this file as well as from `model.json` and gives the same scores. Do not edit it by hand: a model that contradicts itself is refused.

# ---

## Section 1: data foundation

data-title = Section 1: Data Foundation
data-sources = 1.1 Data Sources Analyzed
data-sources-header = | Source | Records | Date Range | Completeness | Key Fields Used |
data-source-name = { $name } ({ $part })
data-span = { $from } to { $to }
data-not-dated = not dated
data-complete = { $share } of the cells measured
data-no-cells = no cells measured
data-other-value = { $value } ({ $rows })
data-empty-cell = an empty cell
data-other-rows = { $rows ->
    [one] 1 row is neither won nor lost and was
   *[other] { $rows } rows are neither won nor lost and were
    } not learned from: { $values }{ $more ->
    [0] {""}
    [one] {" "}and 1 more value
   *[other] {" "}and { $more } more values
    }.
data-measured = { $measured } of { $columns ->
    [one] 1 column
   *[other] { $columns } columns
    } { $measured ->
    [one] was
   *[other] were
    } measured, { $scored ->
    [0] none
   *[other] { $scored } of them
    } earned points. Completeness is measured on the deals learned from.
data-fields-header = | Column | Kind | Complete | Distinct values | Dimension | Use |
data-dimension-given = { $dimension } (given)
data-use-points = measured, range of { $points ->
    [one] 1 point
   *[other] { $points } points
    }{ $combinations ->
    [0] {""}
    [one] {" "}and 1 combination
   *[other] {" "}and { $combinations } combinations
    }
data-use-combinations = measured, points in { $combinations ->
    [one] 1 combination
   *[other] { $combinations } combinations
    }
data-use-no-points = measured, no points
data-use-not = no: { $because }
data-no = no
data-quality = 1.2 Data Quality Notes
data-suspects = **Fields that seem to be known only after the outcome.** A model that reads them would look better than it is and fail on new leads, so they are left out unless kept. If you know that a field was recorded before the outcome, build again with the option beside it.
data-suspects-header = | Column | Suspicion | Alone it ranks (AUC) | Evidence | Used | Bring it back with |
data-kept = yes, because you keep it
data-dates-not-kept = dates are not scored even if kept
data-no-suspects = No field shows signs of having been recorded after the outcome.
data-no-faults = No faults were found: no repeated rows, no unreadable cells, no suspicious values.
data-more-notes = { $notes ->
    [one] 1 further note
   *[other] { $notes } further notes
    }: see `audit.json`.
data-limitations = 1.3 Known Limitations
data-temporal-option = To judge the model on its future instead, build again with { $option }: the latest quarter of the deals is held out{ $by_row ->
    [true] , the rows of the file taken to be in the order of time
   *[false] {""}
    }.
data-periods = Win rate over the history, oldest first{ $newest_first ->
    [true] {" "}(the file begins with the newest)
   *[false] {""}
    }:
data-periods-header = | From | To | Deals | Won | Win Rate |
data-absent = Fields that a lead score usually wants and that no column's name suggests here:
data-absent-header = | Missing | What its absence costs |

# ---

## Section 2: patterns


# ---

## Section 3: model


# ---

## Section 4: tiers


# ---

## Section 5: CRM


# ---

## Section 6: validation


# ---

## Section 7: leads


# ---

## Section 8: runbook


# ---

## The rep guide


# ---

## The page and its charts

page-contents = Contents

# ---

## The dashboards


# ---
