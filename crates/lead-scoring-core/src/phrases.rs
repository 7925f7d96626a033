//! The sentences that this crate gives out.

use crate::phrases;

phrases! {
    // How a hold-out was chosen, as a clause.
    HELD_OUT_AT_RANDOM = "split-random": "random, stratified by outcome, seed {seed}";
    HELD_OUT_AT_RANDOM_BY_GROUP = "split-random-by-group": "random, stratified by outcome, seed {seed}, deals with the same `{group}` kept together";
    LATEST_BY_ROWS = "split-latest-by-rows": "the latest by the order of the rows";
    LATEST_BY_COLUMN = "split-latest-by-column": "the latest by `{column}`";
    HELD_OUT_BY_VALUE = "split-by-value": "the deals whose `{column}` is `{value}`";
}
