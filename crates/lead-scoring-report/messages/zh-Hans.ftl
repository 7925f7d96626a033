# Messages in Fluent's syntax. `term-` messages and the sentences at the end are plain text, all others Markdown.

## Everywhere: lists, rates, words that facts carry

list-more = { $first }、{ $second }
list-last = { $first }和{ $second }
rate-with-interval = { $rate }({ $lower } 至 { $upper })
term-hot = 热门
term-warm = 温性
term-cool = 冷却
term-cold = 冷门

# ---

## Head of the report and executive summary


# ---

## Section 1: data foundation


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

page-contents = 目录

# ---

## The dashboards


# ---

## Sentences, audit


# ---

## Sentences, lift and fit


# ---

## Sentences, calibration


# ---

## Sentences, validation


# ---

## Sentences, report: header and data


# ---

## Sentences, report: patterns and model


# ---

## Sentences, report: tiers, CRM, runbook


# ---

## Sentences, report: validation


# ---

## Sentences, report: leads

no-signal-gives-points = 没有信号给分

# ---

## Sentences, report: charts and page


# ---

## Sentences, report: dashboards


# ---
