//! Whether the history shows only deals that survived the early stages.
//!
//! Leads that were dropped before they became opportunities are losses too; a history without them teaches the model what wins among
//! the already good. A win rate over 60 % is rare where every lead counts, so it is taken as a sign.

use crate::findings::Survivorship;
use crate::text::percent;

const IMPLAUSIBLE: f64 = 0.60;

/// The flag for a history's win rate.
pub(crate) fn of(base_rate: f64) -> Survivorship {
    let rate = percent(base_rate);
    let suspected = base_rate > IMPLAUSIBLE;
    let sentence = if suspected {
        format!(
            "{rate} of the deals were won, more than is plausible where every lead counts: early losses are probably not in the \
             history. The score then ranks opportunities, not raw leads; add the leads that were dropped early if they are to be scored."
        )
    } else {
        format!(
            "{rate} of the deals were won, which is plausible; the data cannot show whether leads dropped before they became \
             opportunities are included."
        )
    };
    Survivorship { suspected, sentences: vec![sentence] }
}
