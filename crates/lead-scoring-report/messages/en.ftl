# Messages in Fluent's syntax. `term-` messages and the sentences at the end are plain text, all others Markdown.

## Everywhere: lists, rates, words that facts carry

list-more = { $first }, { $second }
list-last = { $first } and { $second }
rate-with-interval = { $rate } ({ $lower } to { $upper })
term-hot = Hot
term-warm = Warm
term-cool = Cool
term-cold = Cold

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

page-contents = Contents

# ---

## The dashboards


# ---
