# Messages in Fluent's syntax. `term-` messages and the sentences at the end are plain text, all others Markdown.

## Everywhere: lists, rates, words that facts carry

list-more = { $first }, { $second }
lift-figure = { $lift }x
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
term-none = none
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
term-logistic--platt- = smoothed to an S-shaped curve (logistic, Platt)
term-beta = smoothed to a rising curve (beta calibration)
term-isotonic--centred = smoothed so that it never falls (isotonic regression, centred)
term-base-rate = base rate
term-firmographic-fit = Firmographic fit
term-behavioral-signals = Behavioral signals
term-engagement-depth = Engagement depth
term-intent-indicators = Intent indicators
term-joint-scorecard = joint scorecard
term-joint-scorecard-with-combinations = joint scorecard with combinations
term-points-in-proportion-to-lift = points in proportion to lift
term-sparse-risk-score = sparse risk score

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
header-no-period = { $dates ->
    [true] no date column that covers them
   *[false] not dated
    }
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
    }, and no field goes together with winning beyond what chance would show. No points were invented: no lead has a score.
header-no-model-advice = Do not rank leads by this model.{ $left_out ->
    [true] {" "}Section 1.1 says what was left out.
   *[false] {""}
    }{ $missing ->
    [true] {" "}Section 1.3 lists what is missing from the data: record what can be known of open leads{ $enough ->
        [true] {" "}and build again.
       *[false] , and build again when there are more closed deals.
        }
   *[false] { $enough ->
        [true] {" "}Record further fields and build again.
       *[false] {" "}Build again when there are more closed deals.
        }
    }
header-warning = **Warning:** { $warning }.
header-newest = {" "}Of the newest { $deals } deals { $hot } score as Hot and { $warm } as Warm: plan for that (section 4.4).
header-not-deployable = **This model is not to be used for ranking leads**, for the reason given at the top. The report shows what was measured, so that it can be judged and the gaps in the data be closed.
header-model = The model adds up points for { $signals ->
    [one] 1 signal
   *[other] { $signals } signals
    } into a score of { $lowest } to { $highest }. It was learned from { $train ->
    [one] 1 closed deal
   *[other] { $train } closed deals
    }, of which { $won } were won and { $lost } lost; every point comes from a measured difference in win rates.
header-sign = **{ $name }**{ $size ->
    [0] { $low ->
        [true] {" "}(confidence Low)
       *[false] {""}
        }
   *[other] {" "}({ $points } { $size ->
        [one] point
       *[other] points
        }{ $low ->
        [true] , confidence Low
       *[false] {""}
        })
    }
header-strongest = The sign that speaks most for winning is { $sign }: { $won } of { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } won ({ $rate }){ $compared ->
    [true] {" "}against { $absent } of all others
   *[false] {""}
    }. { $searched ->
    [true] Counted on deals that had no part in choosing the group, such deals win
   *[false] Such deals win
    } { $lift } times as often as the average deal ({ $lower } to { $upper }).
header-worst = What speaks most against it is { $sign }: { $won } of { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } won ({ $rate }). { $searched ->
    [true] Counted on deals that had no part in choosing the group, such deals win
   *[false] Such deals win
    } { $lift } times as often as the average deal ({ $lower } to { $upper }).
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
header-gains = Of the same deals the best-scored 10 % held { $tenth } of the wins, the best 30 % held { $thirty }, the best 40 % held { $forty } and the best 50 % held { $half }.
header-channels = Of the channels in { $column }{ $lumped ->
    [true] {" "}with enough deals
   *[false] {""}
    }, { $best } wins most often{ $stands_out ->
    [true] {""}
   *[false] {" "}(it may not be the best)
    }, { $rate } of { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    }{ $same ->
    [true] , and brings most wins ({ $won }, { $share } of all)
   *[false] , and { $largest } brings most wins ({ $won }, { $share } of all)
    }; section 2.1 { $lumped ->
        [true] lists them.
       *[false] lists them all.
        }
header-no-tiers = The scores do not tell won deals from lost ones well enough to cut tiers, so none are given.
appendix-title = Appendix: The Model Itself
appendix-text = This block is the model. `lead-scoring score` reads it from the Markdown form of this document as well as from `model.json`{ $scored ->
    [true] {" "}and gives the same scores
   *[false] {""}
    }. Do not edit it by hand: a model that contradicts itself is refused.

# ---

## Section 1: data foundation

data-title = Section 1: Data Foundation
data-sources = 1.1 Data Sources Analyzed
data-sources-header = | Source | Records | Date Range | Completeness | Key Fields Used |
data-source-name = { $name } ({ $part })
data-span = { $from } to { $to }
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
data-measured = { $others ->
    [true] { $outcome }{" "}
   *[false] {""}
    }{ $all ->
    [true] { $columns ->
        [one] The one { $others ->
            [true] other column
           *[false] column
            } was
       *[other] All { $columns } { $others ->
            [true] other columns
           *[false] columns
            } were
        } measured;
   *[false] { $others ->
        [true] Of the other { $columns } columns { $measured }
       *[false] { $measured } of { $columns ->
            [one] 1 column
           *[other] { $columns } columns
            }
        } { $measured ->
        [one] was
       *[other] were
        } measured,
    } { $scored ->
    [0] none
   *[other] { $scored } of them
    } earned points. Below, completeness is that of the deals learned from.
data-dimensions-header = | Dimension | Columns Measured | With Points | Completeness |
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
data-periods = Win rate over the history, oldest first{ $newest_first ->
    [true] {" "}(the file begins with the newest)
   *[false] {""}
    }:
data-periods-header = | From | To | Deals | Won | Win Rate |
data-absent = Fields that a lead score usually wants and that no column's name suggests here:
data-absent-header = | Missing | What its absence costs |

# ---

## Section 2: patterns

patterns-title = Section 2: Win/Loss Pattern Analysis
patterns-intro = Measured on the { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } learned from{ $known ->
    [true] , base conversion rate { $base }
   *[false] {""}
    }. Lift is win rate over base rate; intervals are 95 % ones. q values are corrected for the number of comparisons (Benjamini-Hochberg).
patterns-top-title = 2.1 Top Predictive Attributes (Ranked by Lift)
patterns-top-intro = At most 15 rows: of each field the strongest, then others. Ranked by the size of the effect times its sureness (the log odds of the honest lift, drawn towards 0 where deals are few, times 1 - q); those of low confidence come last. Rows that hold exactly the same deals are one.
patterns-top-lift = **Lift** is measured on the same deals that chose the ranges and groups, which flatters it a little.
patterns-top-honest = **Honest lift** counts each deal by ranges and groups that the other folds of the deals chose, so that it had no part in choosing. Its interval is that of the true lift. Where the two differ, believe this one. “Not found again”: without some of the deals no such row is chosen.
patterns-top-p = **p** compares present with absent, **q** is p corrected for the number of rows. Neither allows for the search; the test of a whole field (sections 2.2 and 3) has none to allow for.
patterns-exactness = **(exactness)** counts the digits it takes to write a figure: 50,000 has 1 significant digit, 48,750 has 4.
patterns-top-confidence = **Confidence** is Low where the interval of the honest lift holds 1, where the row was not found again, or where the field as a whole does not predict alone (its q, then named, is above 0.05; it may have points for what it tells beside the others); High where q is 0.01 or less on 50 deals or more; otherwise Medium.
patterns-top-header = | Rank | Attribute | Win Rate When Present | Win Rate When Absent | Lift | Honest Lift | Sample Size | Confidence |
patterns-no-other-deals = no other deals
patterns-lift-interval = { $lift } ({ $lower } to { $upper })
patterns-not-found-again = not found again
patterns-deals = { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    }
patterns-confidence = { $level }{ $tested ->
    [true] {" "}(p { $p }, q { $q }{ $by_field ->
        [true] ; q of the whole field { $field_q }
       *[false] {""}
        })
   *[false] {""}
    }
patterns-more-attributes = { $more ->
    [one] 1 further attribute is
   *[other] { $more } further attributes of these fields{ $fields ->
        [true] {" "}and of others
       *[false] {""}
        } are
    } in `report.json`; every row with points is in section 3.
patterns-name-same = { $name } (the same deals: { $others })
patterns-none-predicts = No attribute predicts winning: of { $measured ->
    [one] 1 measured field
   *[other] { $measured } measured fields
    } none differs between won and lost deals beyond chance (q ≤ 0.05).
patterns-channels = **Best channels, by { $column }.** { $lumped ->
    [true] Levels with enough deals by themselves, the rarer ones together,
   *[false] Every level by itself,
    } whatever the groups of the model; scores are those { $unseen ->
    [true] a card gave that had not seen the deal
   *[false] this card gives the deals it was learned from
    }.
patterns-channels-header = | Channel | Deals | Share of Deals | Won | Win Rate (95 %) | Share of Wins | Average Score | Hot or Warm |
patterns-not-recorded = not recorded
patterns-channels-others = { $levels ->
    [one] 1 rarer one
   *[other] { $levels } rarer ones
    }
patterns-channels-best = Of the channels{ $others ->
    [true] {" "}with enough deals
   *[false] {""}
    }, { $best } wins most often{ $stands_out ->
    [true] {""}
   *[false] {" "}(its interval overlaps others: it may not be the best)
    }{ $same ->
    [true] {" "}and brings most wins
   *[false] {" "}and { $largest } brings most wins
    }{ $has_worst ->
    [true] ; of those with more than 5 % of the deals, { $worst } wins least often
   *[false] {""}
    }.
patterns-flat-title = 2.2 Attributes That Do NOT Predict Winning
patterns-flat-intro = These fields showed no correlation with the outcome that chance would not show as well. One plain comparison each, chosen without a look at the outcome; the lift has its 95 % interval:
patterns-flat-header = | Attribute | Win Rate When Present | Win Rate When Absent | Lift | Note |
patterns-rate-of = { $rate } of { $deals }
patterns-not-comparable = not comparable
patterns-flat-note = { $note } The whole field: p { $p }{ $corrected ->
    [true] , q { $q }
   *[false] {""}
    }{ $alone ->
    [true] ; not enough once corrected for { $measured ->
        [one] 1 comparison
       *[other] { $measured } comparisons
        }
   *[false] {""}
    }
patterns-more-flat = { $more ->
    [one] 1 further field without effect is
   *[other] { $more } further fields without effect are
    } not listed.
patterns-none-flat = None: every measured field goes together with the outcome.
patterns-none-measured = No field could be measured.
patterns-unsure-alone = { $few ->
    [one] { $fields } does not surely predict
   *[other] { $fields } do not surely predict
    } alone (q above 0.05) but { $few ->
    [one] has
   *[other] have
    } points for what { $few ->
    [one] it tells
   *[other] they tell
    } beside the other fields.
patterns-left-out = These fields predict when taken alone, but got no points of their own:
patterns-left-out-header = | Attribute | q | Why no points |
patterns-interactions-title = 2.3 Interaction Effects
patterns-interactions-intro = Combinations that win more or less often than the two attributes alone explain. Individual rates are measured as in section 2.1; the expected rate is that of the effects of both fields, fitted together and added in log odds, on the deals with both known. q says how surely the two fields, all their combinations together, depart from that. Combinations of nearly the same deals are listed once.
patterns-interactions-untested = {" "}Where q is –, the two fields were not compared alone: the combination was found beside the other signals of the card.
patterns-interactions-points = {" "}{ $pairs ->
    [true] Those worth it have points of their own and come first; what is expected of them is what the signals found before them add up to, as in section 3{ $further ->
        [true] , which has all { $scored } rows with points
       *[false] {""}
        }.
   *[false] They give no points of their own: section 3.0 says how the strategy was chosen.
    }
patterns-interactions-header = | Combination | Win Rate | Individual Rates | Interaction Lift | q of the Two Fields | Note |
patterns-two-rates = A: { $a }, B: { $b }
patterns-rate-won-of = { $rate } ({ $won } of { $deals })
patterns-lift-expected = { $lift } vs. { $expected } expected
patterns-interaction-note = { $wins ->
    [one] 1 win
   *[other] { $wins } wins
    } { $more ->
    [true] more
   *[false] fewer
    } than expected of { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    }. { $scored ->
    [true] { $points } { $size ->
        [one] point
       *[other] points
        } of its own (section 3)
   *[false] No points of its own
    }
patterns-too-few-fields = A combination needs two measured fields; there { $measured ->
    [one] is one
   *[other] are none
    }.
patterns-no-interaction = { $pairs ->
    [0] No pair of fields was tested for a combination: there are no two that predict alone and can be tested together.
    [one] The combinations of 1 pair of fields were tested: none wins more or less often than the two alone explain, beyond chance.
   *[other] { $pairs } pairs of fields were tested: no combination wins more or less often than the two alone explain, once corrected for so many pairs.
    }
patterns-losses-title = 2.4 Loss Reason Analysis
patterns-losses-intro = From { $column }, for the { $lost ->
    [one] 1 lost deal
   *[other] { $lost } lost deals
    } learned from.{ $without ->
    [0] {""}
    [one] {" "}1 of them has no reason.
   *[other] {" "}{ $without } of them have no reason.
    } Scores are those { $unseen ->
    [true] a card gave that had not seen the deal
   *[false] this card gives the deals it was learned from
    }. The pattern is what sets these deals apart from other lost ones: the points of a dimension, where they differ beyond chance (Welch's test, p ≤ 0.0125), or a value, with all values looked at in mind. Where nothing is sure, the value with the greatest difference is named; it may be chance.
patterns-losses-header = | Loss Reason | Frequency | Avg Score at Loss | Pattern |
patterns-share-of-losses = { $share } of losses ({ $deals })
patterns-points = { $points } points
patterns-not-known = not known
patterns-losses-dimension = { $more ->
    [true] More
   *[false] Fewer
    } points in { $dimension } than other lost deals ({ $mean } against { $others })
patterns-losses-value = { $beside ->
    [true] ;{" "}
   *[false] {""}
    }{ $sure ->
    [true] { $name }: { $deals } of { $of } against { $other_deals } of { $of_others } other lost deals
   *[false] Nothing sure; the greatest difference is in { $name }: { $deals } of { $of } against { $other_deals } of { $of_others } other lost deals
    }
patterns-losses-no-pattern = No clear pattern
patterns-losses-all = All losses
patterns-losses-more = { $more ->
    [one] 1 rarer reason is
   *[other] { $more } rarer reasons are
    } not listed.
patterns-losses-empty = No lost deal has one. Have the reason chosen from a short list whenever a deal is lost.
patterns-losses-no-column = The deals have no column with reasons for losing. Record one reason from a short list (price, no decision, competitor, timing, no fit) whenever a deal is lost; this section then shows how often each occurs, how such deals had scored and what marks them.

# ---

## Section 3: model

model-title = Section 3: Scoring Model
model-range-title = 3.0 Score Range and Structure
model-no-signals = The model has no signals, so it gives no points: no difference between won and lost deals was large and certain enough to be worth any. No lead has a score.
model-none-possible = **Total Possible Points:** 0
model-none-positive = **Maximum Positive Score:** 0 points
model-none-negative = **Maximum Negative Deductions:** 0 points
model-none-range = **Effective Range:** none, as no lead has a score
model-possible = **Total Possible Points:** { $most } (positive signals) to { $least } (with negative signals applied), on top of the start value
model-start = **Start Value:** { $start ->
    [one] 1 point
   *[other] { $start } points
    }, as many as all deductions together (the lowest row of every signal at once), so that no score is below { $lowest }
model-positive = **Maximum Positive Score:** { $points ->
    [one] 1 point
   *[other] { $points } points
    }
model-negative = **Maximum Negative Deductions:** { $points } points
model-range = **Effective Range:** { $lowest } to { $highest }: no lead can be outside{ $seen ->
    [true] ; the deals learned from got { $least } to { $most }{ $unseen ->
        [true] , each from a card that had not seen it
       *[false] {""}
        }
   *[false] {""}
    }
model-adding-up = **How a score is added up.** Start with { $start }, add the points of one row of each signal below: { $start } + firmographic + behavioral + engagement + intent. A value that was never seen while learning gives 0 points; so does a value that is not known, unless its row says otherwise.
model-where-from = **Where points come from.** Points = scale x weight x log odds, made a whole number. The scale of this model is { $scale } points per unit of log odds. The log odds of a row are its lift on the log-odds scale, drawn towards 0 where deals are few. The weight says how much of a signal's lift counts beside the others: below 1 where others carry part of it or the deals are few, above 1 where others hid part of it.
model-where-from-pairs = {" "}Points of a combination of two fields come on top of those of the fields: its lift is the wins over those that the signals found before it let expect, and its log odds are measured from there.
model-rounding = In the tables, points are the figure before rounding made a whole number, up or down, never more than 0.75 away: not always the nearest one, but the one with which the whole card fits the deals best.
model-by-hand = **How to check a point by hand.** For a row of w won and l lost deals, log odds = ln((w + m p) / (l + m (1 - p))) - ln(p / (1 - p)). For a row of a single field p is the base rate of the deals learned from, { $won } / { $deals } = { $base }, and m = { $prior } deals that are thought to be in every row besides its own.{ $pairs ->
    [true] {" "}For a row of a combination p is its expected wins over its deals and m = 2.5 / (p (1 - p)); its expected wins are what the signals found before it add up to, and are taken as given.
   *[false] {""}
    } A row of very few deals has log odds 0, and so has { $pairs ->
        [true] one of missing values or of a combination
       *[false] one of missing values
        } whose difference may be chance.
model-example = { $what }: w = { $w }, l = { $l }, p = { $combination ->
    [true] { $expected } / { $deals } ={" "}
   *[false] {""}
    }{ $rate }. ln(({ $w } + { $prior } x { $rate }) / ({ $l } + { $prior } x { $rest })) - ln({ $rate } / { $rest }) = { $odds }; { $scale } x { $weight } x { $odds } = { $exact }, which became { $points }.
model-strategy-set = **How the strategy was chosen.** It was not chosen by its record: the strategy "{ $strategy }" was set by the user.
model-strategy-single = **How the strategy was chosen.** Nothing was compared: there was one strategy only.
model-strategy-chosen = **How the strategy was chosen.** The first of the table stands unless another's AUC is higher by more than one standard error of the paired difference (p below 0.32); of those that are, the one with the highest AUC is taken. { $overtook ->
    [true] Here the { $strategy } was better.
   *[false] By that rule the first stood.
    }
model-strategy-folds = {" "}{ $every_fold ->
    [true] Each fold of the deals was scored by a model learned without it, { $deals ->
        [one] 1 deal
       *[other] { $deals } deals
        } in all.
   *[false] With so many deals one fold is enough: { $deals ->
        [one] 1 deal
       *[other] { $deals } deals
        }, scored by a model learned without them.
    } The hold-out of section 6 had no part in it. { $every_fold ->
    [true] The AUCs have no intervals, because the models of the folds share deals; p takes
   *[false] p takes
    } these models as given.
model-strategy-header = | Strategy | What it is | AUC on unseen training deals | p of the difference | Mean number of terms | Chosen |
model-strategy-same = no combination found: the same card as the first
model-not-defined = not defined
model-yes-no = { $yes ->
    [true] yes
   *[false] no
    }
model-dimension-title = 3.{ $number } Dimension { $number }: { $dimension } ({ $scored ->
    [true] { $lowest } to { $highest ->
        [one] 1 point
       *[other] { $highest } points
        } max
   *[false] no points
    })
model-dimension-measures = { $measures } Based on analysis of { $deals ->
    [one] 1 closed deal
   *[other] { $deals } closed deals
    }.
model-signals-header = | Signal | Points | Criteria | Data Source | Deals (won/lost) | Lift Basis | Log Odds | Weight | Before Rounding |
model-not-counted = not counted here
model-no-deals = no deals
model-lift = { $lift } lift
model-exactness = Exactness counts the digits it takes to write a figure: 50,000 has 1 significant digit, 48,750 has 4. Round figures are often guesses. Check when the exact figure is entered: where it comes with the quote, it is known late, and the field does not belong in the model.
model-pair = **Combination: { $name }** (weight { $weight }; reads { $fields })
model-pair-header = | Combination | Points | Deals | Won | Expected Won | Lift Over Expected | Log Odds | Before Rounding |
model-pair-on-top = These points come on top of any that the fields have of their own.
model-guessed = The dimension of { $fields } was guessed from { $count ->
    [one] the name; where it is wrong, set `dimension` under `[columns."X"]` in the configuration.
   *[other] the names; where one is wrong, set `dimension` under `[columns."X"]` in the configuration.
    }
model-dimension-max = **{ $dimension } Max:** { $highest ->
    [one] 1 point
   *[other] { $highest } points
    }{ $bound ->
    [true] , held at the most that a dimension may give
   *[false] {""}
    }
model-mean-won = **Average score for closed-won deals:** { $known ->
    [true] { $mean } points
   *[false] not defined
    } ({ $deals } won { $deals ->
    [one] deal
   *[other] deals
    } { $unseen ->
    [true] held out)
   *[false] learned from, which flatters it)
    }
model-mean-lost = **Average score for closed-lost deals:** { $known ->
    [true] { $mean } points
   *[false] not defined
    } ({ $deals } lost { $deals ->
    [one] deal
   *[other] deals
    } { $unseen ->
    [true] held out)
   *[false] learned from, which flatters it)
    }
model-dimension-unused = No signal of this dimension earned points: { $signals ->
    [true] of the fields that belong here, none says enough about winning that the others do not say already
   *[false] no field that belongs here differs between won and lost deals beyond chance
    }. Nothing is made up in its place.
model-dimension-empty = The deals have no field that belongs here and could be measured, so this dimension gives no points.
model-unused = Fields of this dimension without points:
model-unused-field = { $field }: { $because }
model-more-unused = and { $more ->
    [one] 1 further field
   *[other] { $more } further fields
    }
model-record = { $measured ->
    [true] Also worth recording: { $record }.
   *[false] To fill this dimension, record { $record }.
    }
model-deductions-title = 3.5 Negative Scoring (Deductions Summary)
model-deductions-most = The rows that take most points away; { $more } more take { $least ->
    [1] 1 each
   *[other] { $least } or less
    }. All are part of the tables above.
model-deductions-all = All rows that take points away, already part of the tables above.
model-deductions-header = | Signal | Deduction | Dimension | Rationale |
model-deduction = { $won } of { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } won{ $lifted ->
    [true] , { $lift } { $combination ->
        [true] the { $expected } wins expected
       *[false] the base rate
        }
   *[false] {""}
    }{ $lost_again ->
    [true] ; with care: not found again in other folds of the deals
   *[false] {""}
    }
model-deductions-total = Max Total Deduction
model-deductions-everywhere = all
model-deductions-worst = The worst row of every signal at once
model-deductions-no-signals = The model takes no points away: it has no signals.
model-deductions-none = No row takes points away.
model-stability = **How stable the points are.** With few deals another history of the same kind would have given other points. The deals were drawn anew { $times ->
    [one] 1 time
   *[other] { $times } times
    } with replacement, and each time the points of the same rows worked out again. Of { $rows ->
    [one] 1 row
   *[other] { $rows } rows
    } with points { $stable } { $stable ->
    [one] is
   *[other] are
    } stable: the sign was kept in { $certain } of the draws or more, and the other folds of the deals found the row again, where that was looked for. What is not stable is in the table, any not found again first, then by how often the sign held; the range of every row is in `report.json`. The search for rows and fields was not repeated, so the true ranges are wider rather than narrower.
model-all-found-again = {" "}The other folds of the deals found { $yes ->
    [true] all rows of the table again
   *[false] no row of the table again
    }.
model-stability-header = | Row | Points | 90 % Range | Sign Held |
model-found-again-header = {" "}Found Again |
model-points-range = { $low } to { $high }
model-rules = **Manual rules: set by people, not learned from the data.** They are applied after the points and are no part of the validation.
model-rules-header = | Rule | Column | Applies when the value | Effect |
model-rule-points = { $points } points
model-rule-disqualified = disqualified: Cold whatever the score
model-no-rules = There are no manual rules{ $signals ->
    [true] : every point was learned from the data
   *[false] {""}
    }.

# ---

## Section 4: tiers

tiers-title = Section 4: Threshold Definitions
tiers-distribution-title = 4.1 Score Distribution Analysis
tiers-no-scores = Without signals no lead has a score, nor has any of the { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } learned from: there is no distribution to look at and no separation point.
tiers-honest-scores = { $unseen ->
    [true] Scores are those each of the deals learned from got from a card that had not seen it.
    [within] Scores are those the card gives the deals it was learned from; with so many deals that flatters little (section 6.1 has those of deals it had not seen).
    [outside] Scores are those the card gives the deals it was learned from, which flatters somewhat: believe section 6.1, which has those of deals it had not seen.
   *[unknown] Scores are those the card gives the deals it was learned from, which may flatter (section 6.1 has those of deals it had not seen).
    }
tiers-distribution = **Historical Score Distribution for { $outcome ->
    [won] Closed-Won
   *[lost] Closed-Lost
    } Deals** ({ $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    })**:**
tiers-minimum = Minimum score: { $score }
tiers-lower-quartile = 25th percentile: { $score }
tiers-median = Median score: { $score }
tiers-upper-quartile = 75th percentile: { $score }
tiers-maximum = Maximum score: { $score }
tiers-separation = **Separation Point:** The score at which closed-won and closed-lost distributions diverge most clearly is { $score } points: the share of won deals at or above it is { $apart } percentage points larger than that of lost deals.
tiers-no-separation = **Separation Point:** There is none: won deals do not score higher than lost ones.
tiers-header-histogram = | Score | Won | Lost | Deals | Win Rate (95 %) |
tiers-range = { $low } to { $high }
tiers-definitions-title = 4.2 Tier Definitions
tiers-header-tiers = | Tier | Score Range | Expected Conversion Rate | % of Leads in Tier | Response SLA | Recommended Action |
tiers-empty = no score falls here
tiers-from = { $score }+ points
tiers-below = Below { $score } points
tiers-between = { $low }-{ $high } points
tiers-rate = { $rate } ({ $won } of { $deals })
tiers-rate-unknown = not known: no deals
tiers-no-intervals = These rates have no intervals, as the tiers were cut on the same deals; section 6.1 has the rates with their intervals on deals that had no part in it{ $refitted ->
    [true] , for the tiers before the refit
   *[false] {""}
    }.
tiers-unscoreable = **Unscoreable** is a lead of which too little is known: the signals without a value hold more than half of the model's whole point range. It has no score and no tier until more is filled in; signals for which “not recorded” has points of its own do not count.
tiers-probability = **Win probability by score:** what share of the deals with such a score is won, { $method }; learned from the same deals:
tiers-probability-score = Score
tiers-probability-row = Win probability
tiers-gains = **Gains:** the deals learned from in ten equal parts of { $deals } each, best-scored first; deals that tie at a border count in proportion.
tiers-header-gains = | Tenth | From Score | Won | Win Rate of This Tenth | Share of Wins So Far | Lift So Far |
tiers-cutoff = The gain flattens at { $score } points, where the share of the wins is furthest ahead of the share of the leads: { $leads } of the leads score as much or more and hold { $wins } of the wins. { $where ->
    [below_warm] Where hours are left after Hot and Warm, work down to there; nurture the rest.
    [in_warm] Work these first, then the rest of Warm.
    [in_hot] Work these first, then the rest of Hot and Warm.
   *[at_warm] Work these first; nurture the rest.
    }
tiers-next-tenth = The next tenth of the leads adds { $wins } of the wins, less than its share of the leads.
tiers-cutoff-and-warm = The Warm cut ({ $warm } points) lies elsewhere because tiers are cut where the four together tell most about the outcome.
tiers-none = No tiers were cut: { $scored ->
    [true] the scores do not tell won deals from lost ones well enough
   *[false] no lead has a score
    }. Work leads as you do today.
tiers-transitions-title = 4.3 Tier Transition Rules
tiers-step = A typical signal moves a score by { $points ->
    [one] 1 point
   *[other] { $points } points
    }, the median range of a signal.{ $rows ->
    [true] {" "}Points in brackets are those of the row; the score changes by them less the points of the row that the lead leaves.
   *[false] {""}
    }
tiers-upgrades = **Upgrade Triggers (move lead to higher tier):**
tiers-rises = Score increases by { $points }+ points in a single week
tiers-trigger = { $signal } { $criterion } ({ $points }{ $with_parts ->
    [true] , on top of { $parts } for its parts
   *[false] {""}
    })
tiers-no-upgrade = No single signal to watch: { $changeable ->
    [0] the model has none that a lead can still change
   *[other] what a lead can still change ({ $fields }) { $rises ->
        [true] is not sure to add points
       *[false] only takes points away
        }
    }
tiers-downgrades = **Downgrade Triggers (move lead to lower tier):**
tiers-falls = Score falls by { $points }+ points in a single week
tiers-no-downgrade = No single signal to watch{ $changeable ->
    [0] {" "}here either
   *[other] : what a lead can still change ({ $fields }) { $falls ->
        [true] is not sure to take points
       *[false] only adds points
        }
    }
tiers-idle = No activity: { $signal } { $criterion } ({ $points })
tiers-no-idle = No activity: the model has no signal that counts days since the last activity; record that number, and until then let reps set a lead back by hand
tiers-opt-out = The contact unsubscribes or declines: see { $fields }; set a disqualifying rule for it
tiers-no-opt-out = The contact unsubscribes or declines: not in the data; record it and set a disqualifying rule
tiers-guessed = Whether a lead can still change a signal follows from its dimension, which for { $fields } was guessed from the name; set `dimension` under `[columns."X"]` in the configuration.
tiers-set-by-day = The day sets { $fields }: they move the scores of all leads at once. Compare the rise or fall of a lead with that of all others before acting on it.
tiers-rescoring = **Re-Scoring Frequency:**
tiers-rescore-hot = Hot leads: Re-score daily
tiers-rescore-warm = Warm leads: Re-score every 3 days
tiers-rescore-cool = Cool leads: Re-score weekly
tiers-rescore-cold = Cold leads: Re-score monthly
tiers-no-transitions = Without tiers there are no transitions.
tiers-volume-title = 4.4 Volume and Capacity Validation
tiers-no-volume = Without tiers there are no volumes to plan for.
tiers-capacity-basis = At { $leads } leads a month, { $hot } minutes of a rep for a Hot, { $warm } for a Warm and { $cool } for a Cool lead:
tiers-volume-basis = At { $hot } minutes of a rep for a Hot, { $warm } for a Warm and { $cool } for a Cool lead, the usual times:
tiers-target-shares = The target is the 95 % interval of the tier's share of the hold-out; the fewer the leads, the further their shares stray from it by chance (section 6.4).
tiers-hot-held-to = {" "}Hot was cut to hold at most { $share } of the deals learned from (`max_hot_share`); of other leads chance may make more Hot.
tiers-header-volume = | Tier | Target % of Leads | Expected Monthly Volume | Rep Capacity Required |
tiers-share-range = { $lower } to { $upper }
tiers-share-about = about { $share }
tiers-leads-a-month = { $leads } leads/month
tiers-of-100-leads = { $leads } of every 100 leads
tiers-hours-a-month = { $hours } rep-hours/month{ $tier ->
    [cool] {" "}(automated)
   *[other] {""}
    }
tiers-hours-per-100 = { $hours } rep-hours per 100 leads{ $tier ->
    [cool] {" "}(automated)
   *[other] {""}
    }
tiers-no-hours = 0 rep-hours (marketing only)
tiers-newest = **The shares change with the win rate:** of the newest { $deals } deals { $hot } score as Hot, { $warm } as Warm, { $cool } as Cool and { $cold } as Cold. Plan for these: 100 such leads take { $hours } rep-hours for Hot and Warm, not { $usual }.
tiers-current-work = { $leads ->
    [one] There is 1 current lead
   *[other] There are { $leads } current leads
    }: { $hot } Hot and { $warm } Warm make { $hours } rep-hours of work, { $cool } Cool { $cool_hours } more.
tiers-check-fits = **Capacity Check:** Hot and Warm need { $needed } of { $available } available rep-hours a month. It fits. The check-ins of Cool leads take { $cool } hours more, { $cool_fits ->
    [true] for which there is room
   *[false] for which there is no room: leave them to automation
    }.
tiers-check-short = **Capacity Check:** Hot and Warm need { $needed } of { $available } available rep-hours a month. It does not fit, and no higher threshold makes it fit, so the thresholds stay as they are: { $reps ->
    [one] 1 more rep
   *[other] { $reps } more reps
    } of { $hours } hours a month needed, or fewer leads, or less time for each.
tiers-raised = The Hot threshold was raised from { $from } to { $to } points to fit the hours. Its price: Hot and Warm hold { $leads_now } of the leads instead of { $leads_before }, and { $wins_now } of the wins instead of { $wins_before }.
tiers-closed-a-month = In this history about { $deals } deals closed a month.
tiers-give-capacity = **Capacity Check:** How many rep-hours there are is not in the data. Give leads a month and rep-hours a month under `[capacity]` in the configuration; the check is then made and Hot raised where the hours do not suffice.

# ---

## Section 5: CRM

crm-title = Section 5: CRM Implementation Guide
crm-fields-title = 5.1 Required CRM Fields
crm-nothing-to-set-up = Nothing to set up: the model has no signals, so no lead has a score to store.
crm-start-recording = Start recording: { $fields }.
crm-not-deployable = This model is not to be deployed; what follows is listed for the day there is one that is.
crm-create-fields = Create the following custom fields in your CRM:
crm-header-fields = | Field Name | Field Type | Location | Purpose |
crm-number = Number (integer, { $low } to { $high })
crm-number-zero = Number (integer, always 0: no signals yet)
crm-location = Lead/Contact record
crm-total = Total composite score
crm-subtotal = { $dimension } subtotal
crm-picklist-tier = Picklist (Hot/Warm/Cool/Cold/Unscoreable)
crm-tier = Current tier assignment
crm-date-time = DateTime
crm-last-calculated = Timestamp of last score calculation
crm-picklist-trend = Picklist (Rising/Stable/Falling)
crm-trend = Score direction over last 14 days
crm-text = Text ({ $version })
crm-version = Model version (for recalibration tracking)
crm-mapping = Which column feeds each signal:
crm-header-mapping = | Signal | Column | Kind | Dimension | Filled |
crm-cell-comma = ,{" "}
crm-not-audited = not audited
crm-to-collect = Worth recording, if no column holds it under another name: { $fields }.
crm-rules-title = 5.2 Automation Rules
crm-no-rules = No rule to run: there is no score that could trigger one.
crm-rules-later = No rule should run before there is a model to deploy. When there is one, set up these six.
crm-rule-1 = Rule 1: Real-Time Score Recalculation
crm-rule-1-trigger = Trigger: one of { $fields } changes{ $more ->
    [true] , or another column of the table above
   *[false] {""}
    }
crm-rule-1-action = Action: Recalculate total score and dimension subtotals
crm-rule-1-update = Update: `Lead_Score_Total`, all dimension fields, `Lead_Score_Last_Calculated`
crm-rule-1-tier = Recalculate: `Lead_Score_Tier` based on new total
crm-rule-1-tier-from = Recalculate: `Lead_Score_Tier` based on new total (Hot from { $score } points)
crm-rule-2 = Rule 2: Hot Lead Alert
crm-rule-2-trigger = Trigger: `Lead_Score_Tier` changes to “Hot”
crm-rule-2-action = Action: Immediate notification to assigned rep (Slack + email + CRM notification)
crm-rule-2-include = Include: Lead name, company, score breakdown, recommended first action
crm-rule-2-include-rate = Include: Lead name, company, score breakdown, recommended first action, and that Hot leads are expected to convert at { $rate }
crm-rule-2-include-held-out = Include: Lead name, company, score breakdown, recommended first action, and that of the Hot deals held out { $rate } were won
crm-rule-2-timer = SLA Timer: Start 1-hour SLA clock
crm-rule-3 = Rule 3: Tier Change Notification
crm-rule-3-trigger = Trigger: `Lead_Score_Tier` changes (any direction)
crm-rule-3-action = Action: Notify assigned rep of tier change
crm-rule-3-include = Include: Previous tier, new tier, what caused the change, recommended action
crm-rule-3-upgrade = If upgrade to Hot or Warm: Assign to rep if unassigned
crm-rule-4 = Rule 4: Lead Assignment by Tier
crm-rule-4-trigger = Trigger: New lead created or tier upgrade to Hot/Warm
crm-rule-4-action = Action: Round-robin assignment to available reps weighted by territory match, industry expertise, current workload (Hot + Warm leads in queue) and historical performance on similar leads. Territory, expertise and workload of reps are not in the data: keep them in the CRM's user records.
crm-rule-5 = Rule 5: Stale Lead Downgrade
crm-rule-5-trigger = Trigger: no activity for more than 14 days (a suggestion; scheduled re-scoring, which sets `Lead_Score_Last_Calculated`, does not count)
crm-rule-5-trigger-idle = Trigger: { $signal } { $criterion }
crm-rule-5-action = Action: Notify the rep, who may set the lead back by hand; the score itself does not age
crm-rule-5-action-idle = Action: Recalculate the tier, notify rep if downgraded; the recalculation gives { $points } for this signal, so no rule needs to take points away
crm-rule-5-cadence = Cadence: Run daily
crm-rule-6 = Rule 6: Score Trend Calculation
crm-rule-6-trigger = Trigger: Daily batch job
crm-rule-6-action = Action: Compare current `Lead_Score_Total` to value 14 days ago{ $all_move ->
    [true] , less the average change of all leads, which the day sets (section 4.3)
   *[false] {""}
    }
crm-rule-6-update = Update: `Lead_Score_Trend` to Rising (increased by { $points }+), Stable (changed by less than { $points }), or Falling (decreased by { $points }+); { $points ->
    [one] 1 point is
   *[other] { $points } points are
    } what one signal typically moves
crm-rule-6-no-step = Update: `Lead_Score_Trend`; how many points make a trend follows from the model's signals, of which there are none that can be deployed
crm-dashboards-title = 5.3 Dashboard and Reporting Setup
crm-no-dashboards = Nothing to show: dashboards need scores.
crm-dashboards-command = `lead-scoring dashboard HISTORY.csv` draws all three from a history of scored leads, as far as it holds what they need.
crm-dashboard-1 = Dashboard 1: Lead Scoring Overview
crm-dashboard-1-tiers = Total leads by tier (pie or bar chart)
crm-dashboard-1-scores = Score distribution histogram
crm-dashboard-1-moves = Tier migration flow (how many leads moved between tiers this period)
crm-dashboard-1-sources = Average score by lead source: not in the data; record the source of each lead
crm-dashboard-1-sources-today = Average score by lead source (in this history, by { $field }{ $more ->
    [true] , the { $named } with most deals
   *[false] {""}
    }: { $scores }; see section 2.1)
crm-mean-of = { $name } { $mean }
crm-dashboard-1-hot = Hot lead volume trend over time
crm-dashboard-2 = Dashboard 2: Model Performance
crm-dashboard-2-rates = Conversion rate by tier
crm-dashboard-2-rates-expected = Conversion rate by tier, against the expected { $rates }
crm-dashboard-2-rates-held-out = Conversion rate by tier, against that of the deals held out: { $rates }
crm-expected-rate = { $tier } { $rate }
crm-dashboard-2-time = Average time to conversion by tier: not in the data; record the days from first contact to the close
crm-dashboard-2-time-today = Average time to conversion by tier (mean of { $field } of the won deals learned from{ $days ->
    [true] , in days
   *[false] {""}
    }: { $times })
crm-dashboard-2-won = Score at time of conversion for closed-won deals (histogram; median in this history { $score })
crm-dashboard-2-lost = Score at time of disqualification for closed-lost deals (histogram; median in this history { $score })
crm-dashboard-2-false-positive = False positive rate: Hot/Warm leads that did not convert
crm-dashboard-2-false-negative = False negative rate: Cool/Cold leads that did convert
crm-dashboard-3 = Dashboard 3: Rep Productivity Impact
crm-dashboard-3-time = Rep time spent on Hot/Warm vs. Cool/Cold leads: not in the data; log minutes per lead
crm-dashboard-3-reps = Conversion rate by rep by tier{ $known ->
    [true] {""}
   *[false] : not in the data; record whose each deal is
    }
crm-dashboard-3-sla = SLA compliance rate (were Hot leads contacted within 1 hour?): not in the data; log the time of first contact
crm-dashboard-3-pipeline = Average lead score of deals in each rep's pipeline{ $known ->
    [true] {""}
   *[false] : not in the data; record whose each deal is
    }
crm-integration-title = 5.4 Integration Points
crm-no-integration = Nothing to connect for the score; connect the systems that hold the fields to be recorded.
crm-header-integration = | System | Integration Type | Data Flow | Purpose |
crm-system-record = CRM lead and deal record | Inbound to score | Fields that reps and forms fill in --> Score
crm-system-marketing = Marketing Automation | Bidirectional | Engagement events --> CRM; Tier --> Marketing segmentation
crm-system-activity = CRM activity log | Inbound to score | Activities, meetings, contacts --> Score
crm-system-enrichment = Enrichment Platform | Inbound to CRM | Company and contact data --> CRM
crm-system-intent = Intent Data Provider | Inbound to CRM | Intent topics --> CRM
crm-system-website = Website Analytics | Inbound to CRM | Page views, session data --> CRM
crm-system-keeps = Keeps up to date: { $fields }
crm-system-more = { $more } more
crm-system-without-points = Feeds { $fields }, which earned no points
crm-system-collects = Feeds no signal of the model; connect it to collect some for the next version
crm-system-calendar = None: the date of the lead | Set by itself | Calendar, market --> CRM | The same for all leads of a day: { $fields }
crm-system-chat = Slack/Teams | Outbound from CRM | Hot lead alerts --> Channel | Real-time rep notification
crm-system-sequences = Sales Engagement Platform | Outbound from CRM | Tier --> Sequence assignment | Auto-enroll Cool leads in nurture; Alert reps for Hot/Warm
crm-guessed = Which system feeds a column follows from its dimension and name. { $dimensions ->
    [one] The dimension of one column above was guessed from its name
   *[other] The dimensions of { $dimensions } columns above were guessed from their names
    }; where one is wrong, so is the system.

# ---

## Section 6: validation

validation-title = ## Section 6: Validation Methodology
validation-hold-out-title = ### 6.1 Holdout Validation (Initial)
validation-verdict = **Verdict: { $verdict }.**
validation-hold-out = **Holdout Set:** { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } ({ $won } won, { $lost } lost) -- { $share } of total historical data; { $how }. No earlier step saw { $deals ->
    [one] it
   *[other] them
    }.
validation-hold-out-without-share = **Holdout Set:** { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } ({ $won } won, { $lost } lost); { $how }. No earlier step saw { $deals ->
    [one] it
   *[other] them
    }.
validation-before-refit = **The figures of sections 6.1 to 6.3 belong to the model before the refit**{ $tiers ->
    [true] , whose tiers were cut at other scores (see the table of tiers below)
   *[false] {""}
    }. After the verdict the points, tiers and probabilities were learned again from all { $deals ->
    [one] 1 closed deal
   *[other] { $deals } closed deals
    } with the same options; the model in this file has no hold-out of its own.
validation-results = **Validation Results:**
validation-metrics-header = | Metric | Value |{ $limits ->
    [true] {" "}95 % Interval |
   *[false] {""}
    } Target | Status |
validation-beside = {" "}({ $text })
validation-gloss = { $name ->
    [auc] {" "}(overall model discrimination)
    [hot_precision] {" "}(% of Hot-scored that actually won)
    [hot_recall] {" "}(% of actual wins scored Hot)
    [hot_warm_precision] {" "}(% of Hot- and Warm-scored that actually won)
    [hot_warm_recall] {" "}(% of actual wins scored Hot or Warm)
   *[other] {""}
    }
validation-status = { $pass ->
    [true] Pass
   *[false] Fail
    }{ $uncertain ->
    [true] , not certain
   *[false] {""}
    }
validation-not-certain = A status is not certain where the target lies within the interval: other deals of the same kind could have given the other one.
validation-further-header = | Further figure | Value |{ $limits ->
    [true] {" "}95 % Interval |
   *[false] {""}
    }
validation-confusion = **Confusion Matrix:**
validation-confusion-header = | | Predicted: Win (Hot/Warm) | Predicted: Loss (Cool/Cold) |
validation-confusion-win = | Actual: Win | { $right } (True Positive) | { $wrong } (False Negative) |
validation-confusion-loss = | Actual: Loss | { $wrong } (False Positive) | { $right } (True Negative) |
validation-no-calls = Without tiers no deal is called a win or a loss.
validation-tiers = **Tiers on the hold-out{ $refitted ->
    [true] {" "}by the model before the refit
   *[false] {""}
    }:** { $monotone ->
    [true] win rates never rise from Hot to Cold.
   *[false] win rates do not fall from tier to tier throughout; see the verdict.
    }
validation-tiers-header = | Tier | Score Range | Deals | Won | Win Rate | Expected | Share of Deals | Share of Wins | Share of Wins So Far |
validation-tiers-outside = Expected rates outside the interval, where the measured one is to be believed: { $tiers }.
validation-tier-outside = { $tier } ({ $expected }, interval { $above ->
    [true] up to
   *[false] from
    } { $limit })
validation-score-range = { $low } to { $high }
validation-no-score = no score falls here
validation-no-deals = no deals in it on the hold-out
validation-not-known = { $refitted ->
    [true] not known after the refit
   *[false] not known
    }
validation-bands = **Win rate by score on the hold-out:** { $rises ->
    [true] it never falls from band to band.
   *[false] it falls between some bands; the rank correlation above says how well the order holds overall.
    }
validation-bands-header = | Score | Deals | Won | Win Rate |
validation-probabilities = **Probabilities against outcomes on the hold-out:**
validation-probabilities-header = | Predicted | Mean Predicted | Observed | Deals |
validation-thresholds = **Every threshold has its price.** The cuts of the tiers and scores { $apart ->
    [one] 1 point
   *[other] { $apart } points
    } apart; all { $scores ->
    [one] 1 distinct score
   *[other] { $scores } distinct scores
    } are in `validation.json`:
validation-thresholds-header = | Call a win from | Precision | Recall | F1 | Accuracy |
validation-cut = **{ $score } ({ $tier })**
validation-wrong-title = ### { $side ->
    [positive] 6.2 False Positive Analysis
   *[negative] 6.3 False Negative Analysis
    }
validation-wrong-without-tiers = Without tiers there are no { $side ->
    [positive] false positives
   *[negative] false negatives
    }: the model calls no deal a win or a loss.
validation-none-wrong = The hold-out has no { $side ->
    [positive] false positive
   *[negative] false negative
    }: { $deals ->
    [one] the one deal
   *[other] of its { $deals } deals
    } scored { $side ->
    [positive] Hot or Warm
   *[negative] Cool or Cold
    }{ $deals ->
    [one] {" "}was
   *[other] , all were
    } { $side ->
    [positive] won
   *[negative] lost
    }.
validation-wrong-before-refit = By the model before the refit, whose scores and tiers these are:
validation-wrong = { $wrong } of { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } scored as { $side ->
    [positive] Hot or Warm
   *[negative] Cool or Cold
    } { $wrong ->
    [one] was
   *[other] were
    } { $side ->
    [positive] lost
   *[negative] won
    }.
validation-worst = {" "}The { $deals } worst{ $tie ->
    [true] {" "}(of equal scores the first in the file)
   *[false] {""}
    }{ $shared ->
    [true] , those of one cause in one row:
   *[false] :
    }
validation-by-cause = {" "}Those of one cause share a row.
validation-wrong-header = | Deal | Score | Tier | Actual Outcome | Why Model Was Wrong |
validation-outcome = { $side ->
    [positive] Lost
   *[negative] Won
    }
validation-wrong-reasons = **Reasons given for losing them:** { $reasons }.
validation-patterns = **Pattern in { $side ->
    [positive] False Positives:** Among the deals scored as Hot or Warm, these won surely less often
   *[negative] False Negatives:** Among the deals scored as Cool or Cold, these won surely more often
    } than their scores say (sums of their probabilities, at 5 % for all values together):
validation-no-patterns = **Pattern in { $side ->
    [positive] False Positives:** Among the deals scored as Hot or Warm, no value of any field won surely less often
   *[negative] False Negatives:** Among the deals scored as Cool or Cold, no value of any field won surely more often
    } than the scores say.
validation-pattern = { $name }: { $won } of { $deals } won, { $expected } expected{ $scored ->
    [true] {""}
   *[false] ; the model does not score this field
    }
validation-fix = **Recommended Fix{ $several ->
    [true] {" "}for the first of them
   *[false] {""}
    }:** { $fix }
validation-monitoring-title = ### 6.4 Ongoing Monitoring Protocol
validation-nothing-to-monitor = There is nothing to monitor while the model is not in use. Once a later version has tiers, watch it weekly for the first 90 days, then monthly.
validation-monthly = **Monthly Recalibration Review:**
validation-build-again = { $enough ->
    [true] Build again when further fields have been recorded: those of today do not tell won deals from lost ones
   *[false] Build again when new deals have closed: { $deals ->
        [one] 1 deal was
       *[other] { $deals } deals were
        } not enough, or the fields recorded do not tell won deals from lost ones
    }
validation-quarterly = **Quarterly Model Rebuild Trigger:**
validation-missing-recorded = A field of open leads that section 1.3 lists as missing is now recorded
validation-doubled = The number of closed deals has doubled to { $deals }
validation-not-to-deploy = This model is not to be deployed; the figures below are what a deployed one would be watched by.
validation-monitor = After deployment, monitor these metrics weekly for the first 90 days, then monthly.
validation-weekly = **Weekly Model Health Check:**
validation-watch-hot = Conversion rate by tier -- Is Hot still converting at { $floor }+? ({ $rate } on the hold-out; on { $deals } closed Hot deals, the fewest to judge by, { $base ->
    [true] chance reaches further down, but { $floor } is what the average lead wins
   *[false] chance reaches down to { $floor }
    }.)
validation-watch-hot-about = Conversion rate by tier -- Is Hot still converting at about { $rate }? (Judge by 20 closed Hot deals or more.)
validation-watch-volume = Tier volume distribution -- Is Hot still { $lower } to { $upper } of leads? ({ $share } { $held_out ->
    [true] on the hold-out
   *[false] of the deals learned from
    }; on { $leads } leads, the fewest to judge by, chance reaches so far.)
validation-watch-newest = {" "}Of the newest { $deals } deals { $share } score as Hot: expect that rather (section 4.4).
validation-watch-volume-about = Tier volume distribution -- Is Hot still about { $share } of leads?
validation-watch-scores = Score distribution shape -- The median was { $won } for won and { $lost } for lost deals; any sudden shift hints at data quality issues
validation-watch-newest-scores = . Of the newest { $deals } deals it was { $won } for won and { $lost } for lost ones: expect those rather (section 4.4).
validation-watch-new-values = New lead sources or segments not covered by model: values never seen while learning get 0 points
validation-watch-feedback = Rep feedback on score accuracy: not in the data; run a structured survey every 2 weeks
validation-monthly-rerun = Re-run win/loss pattern analysis on { $small ->
    [true] the deals closed since the last one of this history (90 days hold too few, see section 8.2)
   *[false] last 90 days of data
    }
validation-monthly-compare = Compare current attribute lifts to model assumptions (section 8.2)
validation-monthly-new = Identify any new high-lift attributes not in current model
validation-monthly-decay = Check for attribute decay (signals that used to predict but no longer do)
validation-monthly-points = Build again, which adjusts the point values, if a lift has left the limits that section 8.2 gives it{ $drifts ->
    [true] {" "}(as the win rate drifts, only once the model is built on newer deals)
   *[false] {""}
    }
validation-monthly-thresholds = Build again, which updates the thresholds, if the conversion rate of a tier leaves its limits on so many closed deals or more{ $refitted ->
    [true] {" "}(by the model before the refit)
   *[false] {""}
    }: { $limits }
validation-limits = { $tier } { $limits } ({ $deals })
limits-of-later = { $open ->
    [below] up to { $upper }
    [above] { $lower } or more
   *[no] { $lower } to { $upper }
    }
validation-monthly-thresholds-alone = Build again, which updates the thresholds, if the conversion rate of a tier changes by more than chance explains
validation-rebuild-if = **Quarterly Model Rebuild Trigger:** Rebuild the model from scratch if any of the following occur:
validation-rebuild-accuracy = Overall model accuracy drops below { $floor } on { $judged } closed deals or more: it was { $accuracy } on the { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } held out, and on { $judged } chance reaches down to { $floor }
validation-rebuild-one-call = {" "}(one call for all deals gives { $share }: watch the order of the tiers rather than this figure)
validation-rebuild-newest = . On the newest { $deals } deals it was { $accuracy }{ $outside ->
    [true] , below that already: this figure cannot serve as a trigger until the model is built on newer deals
   *[false] {""}
    }
validation-rebuild-hot = Hot tier conversion rate drops below { $half } (50 % of original){ $below ->
    [true] ; that is no more than the base rate, so rebuild as soon as Hot wins no more often than the average lead
   *[false] {""}
    }
validation-rebuild-market = A new product, market, or segment is added
validation-rebuild-competition = Major competitive landscape change
validation-rebuild-sample = Sample size of new data exceeds the original training data ({ $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    })
validation-test-title = ### 6.5 A/B Testing Protocol
validation-no-test = There is no model to test yet.{ $plans ->
    [true] {" "}Once there is one, so many leads would show its gain (two proportions, 30 % of the leads as control, 5 % two-sided, 80 % power):
   *[false] {""}
    }
validation-test-later = There is no model to test yet. The plan below is for the day there is one.
validation-test-run = For the first 60 days after deployment, run a controlled test:
validation-test-control = **Control Group (30 % of leads):** Reps work leads as they do today, without seeing scores
validation-test-treatment = **Treatment Group (70 % of leads):** Reps see scores and follow tier-based SLAs
validation-test-size = How many leads the test needs for a win rate above the base rate of { $rate }{ $newest ->
    [true] {" "}(that of the newest deals, as the win rate drifts)
   *[false] {""}
    } to show (two proportions, 5 % two-sided, 80 % power):
validation-test-size-without-rate = How many leads the test needs for a win rate above the base rate to show (two proportions, 5 % two-sided, 80 % power):
validation-test-header = | Improvement | Win Rate, From and To | Control | Treatment | Leads in all |
validation-test-time-header = {" "}Time (rounded up) |
validation-test-months = { $months ->
    [one] 1 month
   *[other] { $months } months
    }
validation-test-years = { $years } years
validation-test-closed = Time counts about { $deals } closed deals a month, as in this history.
validation-test-too-long = { $all ->
    [true] Within a year the win rate can show none of these
   *[false] What takes more than a year cannot be tested by the win rate
    }: compare the time to first contact and the lead-to-opportunity rate instead.
validation-test-rates = { $low } to { $high }
validation-test-enough = About { $leads } leads come in within 60 days. That is enough to show an improvement of { $improvement }.
validation-test-longer = About { $leads } leads come in within 60 days. That is not enough for any of these: run the test longer.
validation-test-leads-unknown = How many leads come in within 60 days was not given: count them, and run the test until it has as many as the improvement you hope for needs.
validation-test-impossible = At this base rate no such improvement is possible.
validation-test-metrics = **Metrics to Compare** (which group a lead was in is not in the data: log it, and each of these, for both):
validation-test-opportunities = Lead-to-opportunity conversion rate
validation-test-first-contact = Time to first contact
validation-test-cycle = Sales cycle length
validation-test-wins = Win rate on opportunities
validation-test-revenue = Revenue per lead
validation-test-adoption = Rep satisfaction and adoption
validation-test-success = **Success Criteria:** Treatment group should show { $improvement }+ improvement ({ $too_long ->
    [true] the win rate apart
   *[false] for the win rate that takes { $leads ->
        [one] 1 lead
       *[other] { $leads } leads
        }
    }) in at least 2 of the above metrics with no degradation in others.

# ---

## Section 7: leads

leads-title = ## Section 7: Batch Scoring Current Leads
leads-none-given = No leads were given. Score them with `lead-scoring score lead-scoring-model.md LEADS.csv`, or name the file when building (`--leads LEADS.csv`): this section then lists them by tier.
leads-none-can-be-scored = No lead can be scored: the model has no signals.
leads-without-signals = { $leads ->
    [one] 1 lead from { $source } was
   *[other] { $leads } leads from { $source } were
    } read. No lead has a score: the model has no signals, and a made-up order would be worse than none.
leads-not-to-deploy = **The verdict is do not deploy: do not act on these scores.** They are listed so that they can be looked at.
leads-summary-title = ### 7.1 Scoring Summary
leads-from = From { $source }.
leads-summary-header = | Total Leads Scored | Hot | Warm | Cool | Cold | Unscoreable |
leads-counted = { $leads } ({ $share })
leads-expected = **Wins to expect** by their probabilities: { $wins } of { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
    } (Hot { $hot }, Warm { $warm }, Cool { $cool }, Cold { $cold }).
leads-unmapped = **No column was found for:** { $fields }. These signals give no points to any lead; name the columns with `--map FIELD=COLUMN`.
leads-unscoreable = **Unscoreable Leads:** { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
    } could not be scored due to insufficient data: what is not known holds more than half of the model's point range. Recommend enriching these leads before scoring. Missing fields:
leads-lacking = { $field }: missing in { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
    }
leads-all-lacking = { $leads ->
    [one] It lacks
   *[other] Each of the { $leads } leads lacks
    } all of { $fields }
leads-lacking-more = { $fields ->
    [one] 1 more field
   *[other] { $fields } more fields
    }
leads-all-scoreable = **Unscoreable Leads:** none; enough is known of every lead.
leads-gaps = **Gaps:** { $leads ->
    [one] 1 scored lead lacks
   *[other] { $leads } scored leads lack
    } a value that the model reads; { $could ->
    [one] 1 of them
   *[other] { $could } of them
    } could change tier if it were known. The column If Known has the scores that remain possible and the fields to fill in.
leads-unseen = { $field }: { $leads ->
    [one] 1 lead has
   *[other] { $leads } leads have
    } a value that was never seen while learning; it gives 0 points
leads-disqualified-count = { $leads ->
    [one] 1 lead is
   *[other] { $leads } leads are
    } Cold because a rule set by people disqualifies { $leads ->
    [one] it
   *[other] them
    }.
leads-first = The first { $shown } of { $leads }; all are in `scored-leads.csv`.
leads-hot-title = ### 7.2 Hot Leads -- Immediate Action Required
leads-hot-sla = For each of them: { $sla }. Among leads with equal scores those come first whose score can fall least once unknown values are known.
leads-hot-header = | Rank | Lead | Company | Contact | Score | Firmographic | Behavioral | Engagement | Intent | Top Signal | If Known | Recommended Action |
leads-no-hot = No lead is Hot.
leads-warm-title = ### 7.3 Warm Leads -- Work This Week
leads-warm-sla = For each of them: { $sla }. Points in brackets are the change of the score.
leads-warm-header = | Rank | Lead | Company | Contact | Score | Top Signal | Gap to Hot | If Known | Recommended Action |
leads-gap = { $points ->
    [one] 1 point
   *[other] { $points } points
    }
leads-out-of-reach = out of reach
leads-changes = Points in brackets are the change of the score.
leads-no-warm = No lead is Warm.
leads-cool-title = ### 7.4 Cool Leads -- Nurture Candidates
leads-cool-header = | Lead | Company | Contact | Score | Strongest Dimension | Weakest Dimension | If Known | Nurture Strategy |
leads-no-cool = No lead is Cool.
leads-cold-title = ### 7.5 Cold Leads -- Deprioritize or Remove
leads-cold-header = | Lead | Company | Contact | Score | Reason for Cold Status | If Known | Recommendation |
leads-no-cold = No lead is Cold.
leads-distribution-title = ### 7.6 Score Distribution Visualization
leads-histogram = Score Histogram (text-based):
leads-bar = { $label }: { $bar } ({ $leads ->
    [one] 1 lead
   *[other] { $leads } leads
    })

# ---

## Section 8: runbook

runbook-title = Section 8: Model Maintenance Runbook
runbook-weekly-title = 8.1 Weekly Tasks (15 minutes)
runbook-not-in-use = The model is not in use, so there is nothing to check weekly. Until a later version has tiers:
runbook-record-outcomes = Record the outcome of every deal that closes{ $missing ->
    [true] , and the fields of open leads that section 1.3 lists as missing
   *[false] {""}
    }
runbook-dashboard-hot = Check Dashboard 2 (Model Performance) for any metric that has left its limits (section 6.4){ $refitted ->
    [true] {" "}(by the model before the refit)
   *[false] {""}
    }: Hot conversion { $rate } ({ $limits }), on { $deals } or more closed Hot deals
runbook-dashboard = Check Dashboard 2 (Model Performance) for any metric that has left the 95 % interval it had on the hold-out
runbook-hot-lost = Review any Hot leads ({ $score }+ points) that were lost -- why did the model get it wrong?
runbook-cold-won = Review any Cold leads that were won -- what signal did the model miss?
runbook-rules = Verify all automation rules are firing correctly (spot-check 5 recent leads)
runbook-monthly-title = 8.2 Monthly Tasks (1 hour)
runbook-analysis = Re-run win/loss analysis on { $small ->
    [true] the deals closed since the last one of this history (90 days hold too few)
   *[false] the last 90-day rolling window
    }
runbook-lifts = Compare current lift values for the top { $signals ->
    [one] 1 signal
   *[other] { $signals } signals
    } to model assumptions (table below)
runbook-no-lifts = There are no lift values to compare: no signal earned points
runbook-new-fields = Check for new data fields that could improve the model
runbook-feedback = Review rep feedback on score accuracy (to be collected; it is not in the data)
runbook-document = Update this document by building again with the deals closed since; points are not edited by hand, and the new report takes the place of this one
runbook-lifts-drift = **The win rate drifts ({ $first } to { $last }):** lifts at build will not hold at another base rate. Build again on the latest deals first; the bands below are not to be used before.
runbook-lift-rule = A later lift is the row's win rate over the base rate, both counted on all deals closed since the last one of this history. Judge each row as soon as it has as many of these deals as “On Deals” says, and build again, which adjusts the points, where its lift has left its band. The band is 20 % either way, or, where that is wider, what chance alone may make of the lift at build, or of the honest lift (section 2.1; of rows of one field in `report.json`), on so many deals (in 95 of 100 cases).
runbook-small-window = About { $monthly } deals close in a month, so 90 days hold about { $deals }.{ $rows ->
    [0] {""}
    [one] {" "}1 row below has enough only about when the new deals call for a rebuild anyway (section 6.4).
   *[other] {" "}{ $all ->
        [true] The rows below have
       *[false] { $rows } rows below have
        } enough only about when the new deals call for a rebuild anyway (section 6.4).
    }
runbook-pairs = The lift of a combination here is the win rate of its deals over the base rate; section 3 measures it from what the other signals let expect.
runbook-header-lifts = | Signal | Criteria | Points | Lift at Build | Build again below | Build again above | On Deals |
runbook-no-limit = none
runbook-quarterly-title = 8.3 Quarterly Tasks (Half day)
runbook-learn-again = Learn again from all closed deals, with the fields recorded since
runbook-rebuild = Full model rebuild if triggered (see Section 6.4)
runbook-validate = Validate model against last quarter's closed deals
runbook-present = Present model performance report to sales leadership
runbook-structured-feedback = Collect and incorporate structured feedback from reps
runbook-new-sources = Evaluate new data sources (intent providers, enrichment tools)
runbook-new-sources-for = Evaluate new data sources (intent providers, enrichment tools) for what is worth recording and no column's name suggests: { $fields }
runbook-icp = Update ICP definition if target market has shifted
runbook-next = Next recalibration: { $date }
runbook-versions-title = 8.4 Version History
runbook-header-versions = | Version | Date | Changes | Impact |
runbook-changes = Initial model build: { $signals ->
    [one] 1 signal
   *[other] { $signals } signals
    } from { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    }{ $refitted ->
    [true] , learned again from all deals after validation
   *[false] {""}
    }
runbook-impact = Baseline; verdict{ $signals ->
    [0] {""}
   *[other] {" "}on { $deals ->
        [one] 1 deal
       *[other] { $deals } deals
        } held out
    }: { $verdict }

# ---

## The rep guide

guide-title = How to Use the Lead Score: { $name }
guide-model = Model { $version }, built { $built }, learned from { $deals ->
    [one] 1 closed deal
   *[other] { $deals } closed deals
    }.
guide-no-score = **There is no score to use.** No field in the history tells won deals from lost ones beyond chance. Work leads as you do today.
guide-record = What would help most is to record what is missing: { $fields }. Every deal that closes with these filled in brings a score nearer.
guide-record-missing = What would help most is to record what is missing. Every deal that closes with it filled in brings a score nearer.
guide-not-yet = **Do not use this score yet.** On deals it had not seen it did not tell won from lost well enough. What follows is for the day it does.
guide-not-yet-confirmed = **Not yet confirmed:** { $what }
guide-meaning-title = What the Score Means
guide-meaning = A score runs from { $low } to { $high }. It starts at { $start } and adds or takes points for what is known of the lead{ $missing ->
    [true] , and for some values that are missing
   *[false] {""}
    }. Higher means that more deals like this one were won. It puts leads in order; it is not a promise about any one of them.
guide-base-rate = Of all closed deals { $rate } were won: compare a tier with that.
guide-do-title = What to Do
guide-header-tiers = | Tier | Score | Such deals won | Respond | Do this |
guide-empty = no score
guide-from = { $score } and up
guide-below = below { $score }
guide-between = { $low } to { $high }
guide-rate-unknown = not known
guide-rates-held-out = The rates are those of deals that the model had not seen. That of Hot comes from { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    }; chance leaves it anywhere from { $lower } to { $upper } (95 % interval).
guide-drift = Win rates moved a lot over this history ({ $lowest } to { $highest } from one part of it to another): new leads may win more or less often than the table says.
guide-newest = {" "}Of the newest { $deals } deals { $hot } score as Hot and { $warm } as Warm: go by the score rather than by the tier alone.
guide-rates-held-out-alone = The rates are those of deals that the model had not seen.
guide-rates-of-training = The rates are those of the deals that the tiers were cut on.
guide-order = Work Hot before Warm, and within a tier the highest score first. An Unscoreable lead is not a bad one: the signals without a value hold more than half of the points. Fill in what is missing and score it again.
guide-no-tiers = No tiers were cut: the score orders leads, but not well enough to tell groups apart.
guide-moves-title = What Moves a Score
guide-gives = What speaks for a lead:
guide-takes = What speaks against it:
guide-row = { $signal }: { $criterion } ({ $points }): { $won } of { $deals ->
    [one] 1 such deal
   *[other] { $deals } such deals
    } won
guide-set-by-day = Set by the calendar or the market, the same for all leads of a day, and so nothing to look for in one: { $fields }.
guide-combinations = On top of these, a lead in which certain values come together may get { $gives ->
    [true] up to { $most }{ $takes ->
        [true] {" "}or down to { $fewest }
       *[false] {""}
        }
   *[false] down to { $fewest }
    } for { $several ->
    [true] each such combination
   *[false] the combination
    }.
guide-not-causes = These went together with winning; that they cause it is not shown.
guide-protected = **Care:** { $caution } (Section numbers are those of the report.)
guide-unknown-title = What the Score Does Not Know
guide-no-field = { $dimension }: the history has no such field
guide-silent-field = { $dimension }: no field of the history tells won deals from lost ones surely enough
guide-absent = What no column seems to record: { $fields }
guide-heard = What you heard on the phone. If it contradicts the score, act on what you heard and record it in a field: the next version can learn from it
guide-wrong = Which of its calls are wrong: on deals it had not seen, { $lost } of { $worked } Hot and Warm ones were lost{ $left ->
    [0] {""}
   *[other] , and { $won } of { $left } Cool and Cold ones won
    }{ $refitted ->
    [true] {" "}(by the model before the refit)
   *[false] {""}
    }

# ---

## The page and its charts

page-contents = Contents
page-title = Lead Scoring Model: { $name }
page-skip = Skip to the report
page-filter = Show only rows with
page-shown = {"{shown}"} of {"{all}"} rows
page-table = Table:{" "}
# Words that the heads of tables never break, with blanks between them, where a line may end between any two letters.
page-head-words = {""}
page-model = Show the model as JSON
page-model-on-paper = On paper the block is left out: it is in the file that this was printed from.
chart-between-clauses = ;{" "}
chart-gains-title = Share of all wins that the best-scored leads hold
chart-gains-by-score = by score
chart-gains-at-random = at random
chart-gains-x = Leads worked, best scores first
chart-gains-y = Share of all wins
chart-gains-hold = { $leads } hold { $wins }
chart-gains-text = Share of all wins that the best-scored leads hold: { $told }.
chart-gains-cut = { $points ->
    [one] from 1 point
   *[other] from { $points } points
    }
chart-gains-cutoff = {" "}The upright line is at { $points ->
    [one] 1 point
   *[other] { $points } points
    }, where the gain flattens.
chart-roc-title = ROC curve on the hold-out
chart-roc-by-score = by score, 95 % interval
chart-roc-at-random = at random
chart-roc-x = Lost deals called wins
chart-roc-y = Won deals called wins
chart-roc-text = The area under the curve is { $auc } (95 % interval { $interval }); at random it would be 0.50. The band is the interval of the share of won deals at each score.
chart-roc-text-without-interval = The area under the curve is { $auc }; at random it would be 0.50. The band is the interval of the share of won deals at each score.
chart-calibration-title = Probabilities against outcomes on the hold-out
chart-calibration-observed = observed, 95 % interval
chart-calibration-predicted = as predicted
chart-calibration-x = Predicted probability of winning
chart-calibration-y = Share that was won
chart-calibration-text = In { $inside } of { $groups ->
    [one] 1 group
   *[other] { $groups } groups
    } of similar probability the predicted share lies within the 95 % interval of the observed one.
chart-lifts-title = Honest lift of the strongest attributes, with 95 % intervals
chart-lifts-x = Honest lift over the base rate
chart-lift = { $name }: { $lift }x ({ $lower } to { $upper })
chart-lifts-text = Honest lift with its 95 % interval. { $told }.
chart-signals-title = Points of each signal
chart-signals-x = Points
chart-signal = { $name }: { $fewest } to { $most }
chart-signals-text = Fewest and most points of each signal. { $told }.
chart-tiers-title = What each tier holds
chart-tiers-leads = leads
chart-tiers-wins = wins
chart-tiers-x = Share of all
chart-tier = { $tier }: { $leads } of the leads, { $wins } of the wins
chart-tiers-text = Of the deals learned from. { $told }.
chart-scores-title = How won and lost deals score
chart-scores-x = Score
chart-scores-y = Share of the deals
chart-scores-won = won deals
chart-scores-lost = lost deals
chart-cut = { $tier } from { $score }
chart-scores-text = Half of the won deals score { $won } or more, half of the lost ones { $lost } or more.
chart-scores-cuts = {" "}Tiers are cut at { $cuts }.
chart-rates-title = Win rate by score on the hold-out
chart-rates-y = Win rate
chart-rates-rate = win rate, 95 % interval
chart-rates-all = all deals held out
chart-rate = { $low } to { $high }: { $rate } of { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    }
chart-rates-text = Won by score: { $told }. All: { $base }.

# ---

## The dashboards

rate-of-few = { $rate } ({ $lower } to { $upper }), few
dashboards-title = Lead Scoring Dashboards: { $name }
dashboards-looked-at-week = { $leads ->
    [one] One lead
   *[other] { $leads } leads
    }, looked at from { $from } to { $to }, week by week. What happened later is in none of these figures.
dashboards-looked-at-month = { $leads ->
    [one] One lead
   *[other] { $leads } leads
    }, looked at from { $from } to { $to }, month by month. What happened later is in none of these figures.
dashboards-notes = How odd rows of the history were taken:
dashboards-note-month-first = Dates in { $column } can be read in two ways; the month was taken to come first.
dashboards-note-other-outcomes = { $rows ->
    [one] One row has an outcome that is neither won nor lost, and counts
   *[other] { $rows } rows have outcomes that are neither won nor lost, and count
    } as open. If some of them mean won or lost, name them with `--won` and `--lost`.
dashboards-note-unordered = { $leads ->
    [one] The rows of one lead are
   *[other] The rows of { $leads } leads are
    } not in order of time, first in row { $row }. They were put in order.
dashboards-note-same-time = { $rows ->
    [one] One row was
   *[other] { $rows } rows were
    } passed over, since a later row of the file has the same lead and time (first: row { $row }).
dashboards-note-outcome-changed = { $leads ->
    [one] One lead is
   *[other] { $leads } leads are
    } won in one row and lost in another, first in row { $row }. The latest counts.
dashboards-note-closed-before-scored = { $leads ->
    [one] One lead was
   *[other] { $leads } leads were
    } won or lost before the first score (first: row { $row }). A score given afterwards foretells nothing, so conversion is counted without { $leads ->
    [one] it
   *[other] them
    }.
dashboards-note-closed-without-day = { $leads ->
    [one] One lead is
   *[other] { $leads } leads are
    } won or lost without a day of closing (first: row { $row }), and left out where that day is needed.
dashboards-not-recorded = The history does not hold what this needs: see “What to Record” at the end.
dashboards-more = { $count ->
    [one] One more row is
   *[other] { $count } more rows are
    } in `dashboards.json`.
dashboards-tier = Tier
dashboards-leads = Leads
dashboards-share = Share
dashboards-open = Open
dashboards-score = Score
dashboards-source = Source
dashboards-rep = Rep
dashboards-won = Won
dashboards-lost = Lost
dashboards-all = All
dashboards-rate = Rate
dashboards-median = Median
dashboards-mean-score = Average score
dashboards-range = { $low } to { $high }
dashboards-count-of = { $count } of { $of }
dashboards-no-tier = Unscoreable
dashboards-no-source = No source
dashboards-no-rep = Nobody
dashboards-period-week = Week from
dashboards-period-month = Month from
dashboards-1 = Dashboard 1: Lead Scoring Overview
dashboards-tiers = Leads by Tier
dashboards-tiers-about = Every lead counts in the tier of its latest score up to { $to }.
dashboards-tiers-open = “Open” leads are neither won nor lost.
dashboards-scores = Scores
dashboards-scores-none = No lead has a score.
dashboards-scores-about = The latest scores of { $leads ->
    [one] one lead
   *[other] { $leads } leads
    }: half are { $median } or more, the middle half lie from { $lower } to { $upper }, the average is { $mean }.
dashboards-scores-unscored = { $leads ->
    [one] One lead has
   *[other] { $leads } leads have
    } no score.
dashboards-moves = Moves Between Tiers
dashboards-moves-none = Only one day, { $to }, is looked at: nothing has moved yet.
dashboards-moves-about = A lead begins in its tier at the end of { $from }, a “new” one that came later in the tier of its first score. It ends where it stood at the end of { $to }.
dashboards-moves-counted = { $up ->
    [one] One open lead
   *[other] { $up } open leads
    } moved up, { $down } moved down, and { $stayed } ended where they began.
dashboards-moves-became-unscoreable = { $leads ->
    [one] One more open lead
   *[other] { $leads } more open leads
    } became Unscoreable.
dashboards-moves-got-tier = { $leads ->
    [one] One open lead that began Unscoreable
   *[other] { $leads } open leads that began Unscoreable
    } got a score.
dashboards-moves-still-unscoreable = { $leads ->
    [one] One open lead
   *[other] { $leads } open leads
    } began and ended Unscoreable.
dashboards-moves-closed-before = { $leads ->
    [one] One lead was
   *[other] { $leads } leads were
    } won or lost by the end of { $from } and { $leads ->
    [one] is
   *[other] are
    } left out.
dashboards-moves-read = A row is where leads began, a column where they ended:
dashboards-moves-corner = From
dashboards-moves-new = Of these new
dashboards-state-won = Won
dashboards-state-hot = Hot
dashboards-state-warm = Warm
dashboards-state-cool = Cool
dashboards-state-cold = Cold
dashboards-state-unscoreable = Unscoreable
dashboards-state-lost = Lost
dashboards-sources = Average Score by Source
dashboards-sources-about = Latest scores, sources with most leads first.
dashboards-not-averaged = { $leads ->
    [one] One lead has no score and is
   *[other] { $leads } leads have no score and are
    } not in the averages and medians.
dashboards-hot = Hot Leads Over Time
dashboards-hot-none = Only one day, { $to }, is looked at: there is no trend yet.
dashboards-hot-about = Leads that came into Hot in each period, and open leads that were Hot at its end.
dashboards-hot-again = { $leads ->
    [one] One lead
   *[other] { $leads } leads
    } came in more than once and { $leads ->
    [one] counts
   *[other] count
    } in each such period.
dashboards-hot-gaps = { $periods ->
    [one] In one period
   *[other] In { $periods } periods
    } nothing was scored: that is a gap, and nothing is drawn across it.
dashboards-became-hot = Became Hot
dashboards-hot-at-end = Hot at its end
dashboards-2 = Dashboard 2: Model Performance
dashboards-first-tier = 2.1, 2.2 and 2.4 go by the tier of a lead's first score ({ $leads ->
    [one] one lead
   *[other] { $leads } leads
    } first scored in the time looked at). The last tier would flatter the model: it was given when much of how the lead would end was already known.
dashboards-conversion = Conversion by Tier
dashboards-conversion-about = Rates stand with their 95 % interval. “Won of closed” leaves open leads out, “won of all” counts them as not won, so it can only rise.
dashboards-first-tier-head = First tier
dashboards-won-of-closed = Won of closed
dashboards-won-of-all = Won of all
dashboards-few = “Few” marks rates of fewer than { $few } leads: anecdotes, not rates.
dashboards-days = Time to Conversion
dashboards-days-none = No lead that was scored in this time is won with a known day of closing yet.
dashboards-days-about = Days from the first score to the day won. Leads that are still open may take longer, so early figures are those of the quick ones.
dashboards-middle-half = Middle half
dashboards-shortest-longest = Shortest to longest
dashboards-closing = Scores at Conversion and at Loss
dashboards-closing-about = The last score on or before the day on which a lead was won or lost.
dashboards-closing-won = { $leads ->
    [one] The one lead won had
   *[other] Half of the { $leads } leads won had
    } { $median } or more.
dashboards-closing-lost = { $leads ->
    [one] The one lead lost had
   *[other] Half of the { $leads } leads lost had
    } { $median } or more.
dashboards-closing-unscoreable = { $leads ->
    [one] One more lead was
   *[other] { $leads } more leads were
    } Unscoreable by then.
dashboards-closing-unscored = { $leads ->
    [one] One more lead
   *[other] { $leads } more leads
    } had no score by then.
dashboards-wrong = Wrong Calls
dashboards-wrong-about = Leads that were won or lost, against the tier of their first score:
dashboards-false-positives = False positives: { $count } of { $of } Hot and Warm leads were lost, { $share }
dashboards-false-positives-none = False positives: no Hot or Warm lead is won or lost yet
dashboards-false-negatives = False negatives: { $count } of { $of } Cool and Cold leads were won, { $share }
dashboards-false-negatives-none = False negatives: no Cool or Cold lead is won or lost yet
dashboards-wrong-periods = Where a period holds few leads, its rate swings by chance alone. By the period in which leads were won or lost:
dashboards-hot-warm-lost = Hot and Warm lost
dashboards-cool-cold-won = Cool and Cold won
dashboards-of-closed = Of closed
dashboards-3 = Dashboard 3: Rep Productivity Impact
dashboards-minutes = Reps' Time
dashboards-minutes-none = No minutes are recorded in the time looked at.
dashboards-minutes-about = Of { $hours } hours, { $share } went to Hot and Warm leads. Minutes count for the tier that the lead was in when they were spent; a lead worked in two tiers counts in both, one without minutes in none.
dashboards-minutes-head = Minutes
dashboards-minutes-leads = Leads worked
dashboards-minutes-per-lead = Minutes a lead
dashboards-minutes-by-rep = By rep, in minutes:
dashboards-minutes-called = Hot and Warm
dashboards-minutes-others = All others
dashboards-minutes-called-share = Hot and Warm share
dashboards-rep-conversion = Conversion by Rep and Tier
dashboards-rep-conversion-none = No lead that was scored in this time is won or lost yet.
dashboards-rep-conversion-about = Leads won of those won or lost, by the tier of the first score. Compare reps with care: they get different leads, and with fewer than { $few } leads in a cell, chance alone makes large differences.
dashboards-sla = First Contact of Hot Leads
dashboards-sla-about = { $leads ->
    [one] One lead
   *[other] { $leads } leads
    } came into Hot in the time looked at, each judged by its first time. The promise is a first contact within one hour.
dashboards-sla-none = None of them can be judged.
dashboards-sla-in-time = It was kept for { $count } of { $of } leads that can be judged: { $share }.
dashboards-sla-minutes = Half of the contacts came within { $median } minutes, the middle half after { $lower } to { $upper }.
dashboards-sla-what = What happened
dashboards-sla-within = Contacted within one hour
dashboards-sla-later = Contacted later
dashboards-sla-never = Not contacted, and the hour is over
dashboards-sla-before = Not judged: contacted before it was Hot
dashboards-sla-recent = Not judged: became Hot less than an hour before the history ends
dashboards-sla-untimed = Not judged: no time of day, or a time zone on one side only
dashboards-pipeline = Scores in Each Pipeline
dashboards-pipeline-none = No lead is open.
dashboards-pipeline-about = Latest scores of the leads that are neither won nor lost, by who worked them last.
dashboards-open-leads = Open leads
dashboards-record = What to Record
dashboards-record-about = The history lacks these facts. Add a column for each, and the figures beside it appear.
dashboards-record-what = Column
dashboards-record-for = Gives
dashboards-record-outcome = `outcome`: how the lead ended, such as won or lost
dashboards-record-closed = `closed date`: the day on which it was won or lost
dashboards-record-source = `source`: where the lead came from
dashboards-record-owner = `owner`: who works the lead
dashboards-record-minutes = `minutes`: minutes spent on the lead from this score to the next
dashboards-record-first-contact = `first contact`: date and time of the first contact
dashboards-record-time-of-day = the time of day beside the date of each score
dashboards-figure-score-by-source = average score by source
dashboards-figure-won-and-lost-in-moves = won and lost among the moves
dashboards-figure-conversion = conversion by tier
dashboards-figure-days-to-conversion = time to conversion
dashboards-figure-closing-scores = scores at conversion and at loss
dashboards-figure-wrong-calls = wrong calls
dashboards-figure-wrong-calls-over-time = wrong calls over time
dashboards-figure-minutes = reps' time by tier
dashboards-figure-rep-conversion = conversion by rep and tier
dashboards-figure-sla = first contact of Hot leads
dashboards-figure-pipeline = scores in each pipeline
dashboards-chart-tiers = Leads by tier
dashboards-chart-tiers-text = Leads by the tier of their latest score. { $rows }.
dashboards-chart-leads = Leads
dashboards-chart-all = all
dashboards-chart-open = open
dashboards-chart-row = { $name }: { $value }
dashboards-chart-row-open = { $name }: { $value }, { $open } open
dashboards-chart-scores = Latest scores
dashboards-chart-scores-text = How many leads have which score. { $rows }.
dashboards-chart-range = { $low } to { $high }
dashboards-chart-score = Score
dashboards-chart-moves = Moves between tiers
dashboards-chart-moves-text = From the left, where leads began, to the right, where they ended. { $rows }.
dashboards-chart-move = { $leads } from { $from } to { $to }
dashboards-chart-state = { $name } { $leads }
dashboards-chart-up = up or won
dashboards-chart-down = down or lost
dashboards-chart-stayed = stayed or unscoreable
dashboards-chart-state-won = Won
dashboards-chart-state-lost = Lost
dashboards-chart-state-unscoreable = Unscoreable
dashboards-chart-sources = Average score by source
dashboards-chart-sources-text = Average of the latest scores. { $rows }.
dashboards-chart-no-source = No source
dashboards-chart-mean = average, line: middle half
dashboards-chart-median = median, line: middle half
dashboards-chart-hot = Hot leads over time
dashboards-chart-hot-text = Leads that became Hot in each period, and open leads that were Hot at its end. { $rows }.
dashboards-chart-hot-row = { $name }: { $became } and { $hot }
dashboards-chart-became-hot = became Hot
dashboards-chart-hot-at-end = Hot at the end
dashboards-chart-conversion = Conversion by the tier of the first score
dashboards-chart-conversion-text = Leads won of those won or lost, with 95 % intervals. { $rows }.
dashboards-chart-won-of-closed = Won of closed leads
dashboards-chart-of = { $value } of { $of }
dashboards-chart-days = Days from the first score to the day won
dashboards-chart-days-text = Median days by the tier of the first score. { $rows }.
dashboards-chart-days-axis = Days
dashboards-chart-closing = Scores at conversion and at loss
dashboards-chart-closing-text = How many leads had which score when they were won, and when lost. { $rows }.
dashboards-chart-closing-row = { $name }: { $won } won, { $lost } lost
dashboards-chart-won-leads = won leads
dashboards-chart-lost-leads = lost leads
dashboards-chart-share-of-leads = Share of these leads
dashboards-chart-wrong = Wrong calls over time
dashboards-chart-wrong-text = Hot and Warm leads that were lost, and Cool and Cold ones that were won, of those that closed in each period. { $rows }.
dashboards-chart-wrong-row = { $name }: { $lost } and { $won }
dashboards-chart-hot-warm-lost = Hot and Warm lost
dashboards-chart-cool-cold-won = Cool and Cold won
dashboards-chart-share-of-closed = Share of closed
dashboards-chart-minutes = Reps' time by tier
dashboards-chart-minutes-text = Share of all minutes. { $rows }.
dashboards-chart-share-of-minutes = Share of the minutes
dashboards-chart-pipeline = Scores of each rep's open leads
dashboards-chart-pipeline-text = Average of the latest scores. { $rows }.
dashboards-chart-nobody = Nobody

# ---
