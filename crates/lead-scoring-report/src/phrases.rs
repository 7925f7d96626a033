//! The sentences that this crate's facts carry, in English, and those of the stages before it.

use lead_scoring_core::{Phrase, phrases};

phrases! {
    // Head and section 1.

    // Sections 2 and 3.

    // Sections 4, 5 and 8, and the rep guide.

    // Section 6.

    // Section 7.
    /// Instead of a top signal.
    NO_SIGNAL_GIVES_POINTS = "no-signal-gives-points": "none gives points";

    // The page and its charts.

    // The dashboards.
}

/// Every sentence that a fact of a report may carry.
pub(crate) fn all_phrases() -> impl Iterator<Item = Phrase> {
    [PHRASES].into_iter().flatten().copied()
}
