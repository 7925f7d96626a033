//! Wrong calls, as sales teams count them: Hot and Warm leads that did not convert, Cool and Cold ones that did. The tier is that of
//! the first score, and only leads that are won or lost are counted.

use crate::history::Outcome;
use crate::measures::Share;
use crate::view::{LeadView, View, is_called};
use crate::window::Span;
use serde::Serialize;

/// Wrong calls, together and by the period of closing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WrongCalls {
    /// Hot and Warm leads that were lost, of those won or lost.
    pub false_positives: Share,
    /// Cool and Cold leads that were won, of those won or lost.
    pub false_negatives: Share,
    /// By the period in which leads were won or lost; `None` where days of closing are not recorded.
    pub periods: Option<Vec<WrongIn>>,
}

/// Wrong calls among the leads that were won or lost in one period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WrongIn {
    /// The period.
    pub period: Span,
    /// Hot and Warm leads that were lost, of those won or lost in it.
    pub false_positives: Share,
    /// Cool and Cold leads that were won, of those won or lost in it.
    pub false_negatives: Share,
}

impl WrongCalls {
    pub(super) fn new(view: &View<'_>) -> Self {
        let closed: Vec<&LeadView<'_>> =
            view.foretold().filter(|lead| lead.outcome != Outcome::Open).collect();
        let [false_positives, false_negatives] = shares(closed.iter().copied());
        let periods = view.history.recorded.closed.then(|| {
            let within = |&period: &Span| {
                let ended = |lead: &&LeadView<'_>| lead.closed.is_some_and(|day| period.contains(day));
                let [false_positives, false_negatives] = shares(closed.iter().copied().filter(ended));
                WrongIn { period, false_positives, false_negatives }
            };
            view.window.periods.iter().map(within).collect()
        });
        Self { false_positives, false_negatives, periods }
    }
}

/// Lost of the closed Hot and Warm, won of the closed Cool and Cold.
fn shares<'v, 'a: 'v>(closed: impl Iterator<Item = &'v LeadView<'a>>) -> [Share; 2] {
    let (mut called, mut wrongly_called, mut left, mut wrongly_left) = (0, 0, 0, 0);
    for lead in closed {
        let won = lead.outcome == Outcome::Won;
        match lead.first.tier {
            Some(tier) if is_called(tier) => {
                called += 1;
                wrongly_called += u64::from(!won);
            }
            Some(_) => {
                left += 1;
                wrongly_left += u64::from(won);
            }
            None => {}
        }
    }
    [Share::new(wrongly_called, called), Share::new(wrongly_left, left)]
}
