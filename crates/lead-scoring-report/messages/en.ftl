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
term-logistic--platt- = logistic (Platt)
term-beta = beta
term-isotonic--centred = isotonic, centred
term-base-rate = base rate

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

tiers-title = Section 4: Threshold Definitions
tiers-distribution-title = 4.1 Score Distribution Analysis
tiers-no-scores = Without signals no lead has a score, nor has any of the { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } learned from: there is no distribution to look at and no separation point.
tiers-honest-scores = Scores are those each of the deals learned from got from a card that had not seen it.
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
tiers-probability = **Win probability by score** ({ $method }, learned from the same deals):
tiers-probability-score = Score
tiers-probability-row = Win probability
tiers-gains = **Gains:** the deals learned from in ten equal parts, best-scored first; deals that tie at a border count in proportion.
tiers-header-gains = | Tenth | From Score | Deals | Won | Win Rate of This Tenth | Share of Wins So Far | Lift So Far |
tiers-cutoff = The gain flattens at { $score } points: down to there a lead wins more often than the average one; those leads are { $leads } of all and hold { $wins } of the wins. Work them first, nurture the rest.
tiers-next-tenth = The next tenth of the leads adds { $wins } of the wins, less than its share of the leads.
tiers-cutoff-and-warm = The Warm cut ({ $warm } points) lies elsewhere because tiers are cut where their win rates differ most surely.
tiers-none = No tiers were cut: { $scored ->
    [true] the scores do not tell won deals from lost ones well enough
   *[false] no lead has a score
    }. Work leads as you do today.
tiers-transitions-title = 4.3 Tier Transition Rules
tiers-step = A typical signal moves a score by { $points ->
    [one] 1 point
   *[other] { $points } points
    }, the median range of a signal.
tiers-upgrades = **Upgrade Triggers (move lead to higher tier):**
tiers-rises = Score increases by { $points }+ points in a single week
tiers-trigger = { $signal } { $criterion } ({ $points })
tiers-no-upgrade = No behavioral, engagement or intent signal surely adds points: a score rises only where a field of the record changes
tiers-downgrades = **Downgrade Triggers (move lead to lower tier):**
tiers-falls = Score falls by { $points }+ points in a single week
tiers-idle = No activity: { $signal } { $criterion } ({ $points })
tiers-no-idle = No activity: the model has no signal that counts days since the last activity; record that number, and until then let reps set a lead back by hand
tiers-opt-out = The contact unsubscribes or declines: see { $fields }; set a disqualifying rule for it
tiers-no-opt-out = The contact unsubscribes or declines: not in the data; record it and set a disqualifying rule
tiers-guessed = Whether a lead can still change a signal follows from its dimension, which for { $fields } was guessed from the name; set it under `[columns."X"]` `dimension` in the configuration.
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
tiers-target-shares = The target is the 95 % interval of the tier's share of the hold-out.
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
tiers-current-work = The { $leads ->
    [one] 1 current lead
   *[other] { $leads } current leads
    } ({ $hot } Hot, { $warm } Warm) make { $hours } rep-hours of work.
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
crm-picklist-tier = Picklist (Hot/Warm/Cool/Cold)
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
crm-to-collect = Not tracked yet and worth recording: { $fields }.
crm-rules-title = 5.2 Automation Rules
crm-no-rules = No rule to run: there is no score that could trigger one.
crm-rules-later = No rule should run before there is a model to deploy. When there is one, set up these six.
crm-rule-1 = Rule 1: Real-Time Score Recalculation
crm-rule-1-trigger = Trigger: any change of { $fields }{ $more ->
    [true] , or of another column of the table above
   *[false] {""}
    }
crm-rule-1-action = Action: Recalculate total score and dimension subtotals
crm-rule-1-update = Update: `Lead_Score_Total`, all dimension fields, `Lead_Score_Last_Calculated`
crm-rule-1-tier = Recalculate: `Lead_Score_Tier` based on new total
crm-rule-1-tier-from = Recalculate: `Lead_Score_Tier` based on new total (Hot from { $score } points)
crm-rule-2 = Rule 2: Hot Lead Alert
crm-rule-2-trigger = Trigger: `Lead_Score_Tier` changes to "Hot"
crm-rule-2-action = Action: Immediate notification to assigned rep (Slack + email + CRM notification)
crm-rule-2-include = Include: Lead name, company, score breakdown, recommended first action
crm-rule-2-include-rate = Include: Lead name, company, score breakdown, recommended first action, and that Hot leads are expected to convert at { $rate }
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
crm-rule-5-trigger = Trigger: `Lead_Score_Last_Calculated` is older than the re-scoring interval of the tier (section 4.3) and there was no activity
crm-rule-5-trigger-idle = Trigger: { $signal } { $criterion }
crm-rule-5-action = Action: Recalculate the tier, notify rep if downgraded
crm-rule-5-action-idle = Action: Recalculate the tier, notify rep if downgraded; the recalculation gives { $points } for this signal, so no rule needs to take points away
crm-rule-5-cadence = Cadence: Run daily
crm-rule-6 = Rule 6: Score Trend Calculation
crm-rule-6-trigger = Trigger: Daily batch job
crm-rule-6-action = Action: Compare current `Lead_Score_Total` to value 14 days ago
crm-rule-6-update = Update: `Lead_Score_Trend` to Rising (increased by { $points }+), Stable (changed by less than { $points }), or Falling (decreased by { $points }+); { $points ->
    [one] 1 point is
   *[other] { $points } points are
    } what one signal typically moves
crm-rule-6-no-step = Update: `Lead_Score_Trend`; how many points make a trend follows from the model's signals, of which there are none that can be deployed
crm-dashboards-title = 5.3 Dashboard and Reporting Setup
crm-no-dashboards = Nothing to show: dashboards need scores.
crm-dashboard-1 = Dashboard 1: Lead Scoring Overview
crm-dashboard-1-tiers = Total leads by tier (pie chart)
crm-dashboard-1-scores = Score distribution histogram
crm-dashboard-1-moves = Tier migration flow (how many leads moved between tiers this period)
crm-dashboard-1-sources = Average score by lead source
crm-dashboard-1-hot = Hot lead volume trend over time
crm-dashboard-2 = Dashboard 2: Model Performance
crm-dashboard-2-rates = Conversion rate by tier
crm-dashboard-2-rates-expected = Conversion rate by tier, against the expected { $rates }
crm-expected-rate = { $tier } { $rate }
crm-dashboard-2-time = Average time to conversion by tier
crm-dashboard-2-won = Score at time of conversion for closed-won deals (histogram; median in this history { $score })
crm-dashboard-2-lost = Score at time of disqualification for closed-lost deals (histogram; median in this history { $score })
crm-dashboard-2-false-positive = False positive rate: Hot/Warm leads that did not convert
crm-dashboard-2-false-negative = False negative rate: Cool/Cold leads that did convert
crm-dashboard-3 = Dashboard 3: Rep Productivity Impact
crm-dashboard-3-time = Rep time spent on Hot/Warm vs. Cool/Cold leads: not in the data; log minutes per lead
crm-dashboard-3-reps = Conversion rate by rep by tier
crm-dashboard-3-sla = SLA compliance rate (were Hot leads contacted within 1 hour?): not in the data; log the time of first contact
crm-dashboard-3-pipeline = Average lead score of deals in each rep's pipeline
crm-integration-title = 5.4 Integration Points
crm-no-integration = Nothing to connect for the score; connect the systems that hold the fields to be recorded.
crm-header-integration = | System | Integration Type | Data Flow | Purpose |
crm-system-marketing = Marketing Automation | Bidirectional | Engagement events --> CRM; Tier --> Marketing segmentation
crm-system-activity = CRM activity log | Inbound to score | Activities, meetings, contacts --> CRM
crm-system-enrichment = Enrichment Platform | Inbound to CRM | Company data --> CRM
crm-system-intent = Intent Data Provider | Inbound to CRM | Intent topics --> CRM
crm-system-website = Website Analytics | Inbound to CRM | Page views, session data --> CRM
crm-system-keeps = Keeps up to date: { $fields }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }
crm-system-collects = Feeds no signal of the model; connect it to collect some for the next version
crm-system-chat = Slack/Teams | Outbound from CRM | Hot lead alerts --> Channel | Real-time rep notification
crm-system-sequences = Sales Engagement Platform | Outbound from CRM | Tier --> Sequence assignment | Auto-enroll Cool leads in nurture; Alert reps for Hot/Warm
crm-guessed = Which system feeds a column follows from its dimension and name. { $dimensions ->
    [one] 1 dimension was
   *[other] { $dimensions } dimensions were
    } guessed from the name of the column, as section 3 says of each; where one is wrong, so is the system.

# ---

## Section 6: validation


# ---

## Section 7: leads


# ---

## Section 8: runbook

runbook-title = Section 8: Model Maintenance Runbook
runbook-weekly-title = 8.1 Weekly Tasks (15 minutes)
runbook-not-in-use = The model is not in use, so there is nothing to check weekly. Until there is one:
runbook-record-outcomes = Record the outcome of every deal that closes, and the fields that section 1.3 lists as missing
runbook-dashboard-hot = Check Dashboard 2 (Model Performance) for any metric that has left the 95 % interval it had on the hold-out{ $refitted ->
    [true] {" "}(by the model before the refit)
   *[false] {""}
    }: Hot conversion { $rate }, judged on { $deals } or more closed Hot deals
runbook-dashboard = Check Dashboard 2 (Model Performance) for any metric that has left the 95 % interval it had on the hold-out
runbook-hot-lost = Review any Hot leads ({ $score }+ points) that were lost -- why did the model get it wrong?
runbook-cold-won = Review any Cold leads that were won -- what signal did the model miss?
runbook-rules = Verify all automation rules are firing correctly (spot-check 5 recent leads)
runbook-monthly-title = 8.2 Monthly Tasks (1 hour)
runbook-analysis = Re-run win/loss analysis on the last 90-day rolling window
runbook-lifts = Compare current lift values for the top { $signals ->
    [one] 1 signal
   *[other] { $signals } signals
    } to model assumptions (table below)
runbook-no-lifts = There are no lift values to compare: no signal earned points
runbook-new-fields = Check for new data fields that could improve the model
runbook-feedback = Review rep feedback on score accuracy (to be collected; it is not in the data)
runbook-document = Update this document with any changes (increment version number)
runbook-lift-rule = Adjust point values where a lift has left its band on at least as many deals as here. The band is 20 % either way, or the 95 % interval of today's lift where that is wider: few deals move as far by chance.
runbook-header-lifts = | Signal | Criteria | Points | Lift now | Adjust below | Adjust above | Deals |
runbook-no-limit = none
runbook-quarterly-title = 8.3 Quarterly Tasks (Half day)
runbook-learn-again = Learn again from all closed deals, with the fields recorded since
runbook-rebuild = Full model rebuild if triggered (see Section 6.4)
runbook-validate = Validate model against last quarter's closed deals
runbook-present = Present model performance report to sales leadership
runbook-structured-feedback = Collect and incorporate structured feedback from reps
runbook-new-sources = Evaluate new data sources (intent providers, enrichment tools)
runbook-new-sources-for = Evaluate new data sources (intent providers, enrichment tools): this history lacks { $fields }
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
runbook-impact = Baseline; verdict on { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
    } held out: { $verdict }

# ---

## The rep guide

guide-title = How to Use the Lead Score: { $name }
guide-model = Model { $version }, built { $built }, learned from { $deals ->
    [one] 1 closed deal
   *[other] { $deals } closed deals
    }.
guide-no-score = **There is no score to use.** Nothing in the history tells won deals from lost ones beyond chance. Work leads as you do today.
guide-record = What would help most is to record what is missing: { $fields }. Every deal that closes with these filled in brings a score nearer.
guide-record-missing = What would help most is to record what is missing. Every deal that closes with it filled in brings a score nearer.
guide-not-yet = **Do not use this score yet.** On deals it had not seen it did not tell won from lost well enough. What follows is for the day it does.
guide-meaning-title = What the Score Means
guide-meaning = A score runs from { $low } to { $high }. It starts at { $start } and adds or takes points for what is known of the lead. Higher means that more deals like this one were won. It puts leads in order; it is not a promise about any one of them.
guide-base-rate = Of all closed deals { $rate } were won: compare a tier with that.
guide-do-title = What to Do
guide-header-tiers = | Tier | Score | Such deals won | Respond | Do this |
guide-empty = no score
guide-from = { $score } and up
guide-below = below { $score }
guide-rate-unknown = not known
guide-rates-held-out = The rates are those of deals that the model had not seen. With so many deals the rate of Hot is known to lie between { $lower } and { $upper } (95 % interval).
guide-rates-held-out-alone = The rates are those of deals that the model had not seen.
guide-rates-of-training = The rates are those of the deals that the tiers were cut on.
guide-order = Work Hot before Warm, and within a tier the highest score first. An Unscoreable lead is not a bad one: too little is known of it. Fill in what is missing and score it again.
guide-no-tiers = No tiers were cut: the score orders leads, but not well enough to tell groups apart.
guide-moves-title = What Moves a Score
guide-gives = What speaks for a lead:
guide-takes = What speaks against it:
guide-row = { $signal }: { $criterion } ({ $points }): { $won } of { $deals ->
    [one] 1 such deal
   *[other] { $deals } such deals
    } won
guide-not-causes = These went together with winning; that they cause it is not shown.
guide-unknown-title = What the Score Does Not Know
guide-no-field = { $dimension }: the history has no such field
guide-silent-field = { $dimension }: no field of the history tells won deals from lost ones surely enough
guide-absent = What nobody records: { $fields }
guide-heard = What you heard on the phone. If it contradicts the score, act on what you heard and write it down: the next version learns from it
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

# ---

## The dashboards


# ---
