//! Fields without a measurable effect, with one plain comparison each and what it can say.
//!
//! The lift's interval is Koopman's (1984) for the ratio of the two win rates, carried over to the lift: with `s` the share of deals where
//! the attribute is present, a ratio `r` means a lift of `r / (s r + 1 - s)`.

use super::labels;
use crate::phrases::{FLAT_ALIKE, FLAT_CHANCE, FLAT_NO_EFFECT, FLAT_UNSURE, FLAT_UNTESTED};
use crate::text::Text;
use lead_scoring_core::Message;
use lead_scoring_lift::{Contrast, Pattern};
use lead_scoring_metrics::koopman;
use serde::Serialize;

/// Fewest deals on either side for a lift.
const FEWEST: u64 = 10;
/// A lift between these is no effect to speak of.
const SMALL: std::ops::RangeInclusive<f64> = 0.8..=1.2;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Flat {
    pub(crate) name: Text,
    pub(crate) contrast: Option<ContrastRow>,
    /// What the comparison can say.
    pub(crate) note: Text,
    /// The test of the whole field.
    pub(crate) p_value: Option<f64>,
    pub(crate) q_value: Option<f64>,
}

/// One plain comparison.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ContrastRow {
    /// The field with what is called present.
    pub(crate) name: Text,
    pub(crate) rate: f64,
    pub(crate) deals: u64,
    pub(crate) absent_rate: f64,
    pub(crate) absent_deals: u64,
    /// Over the base rate, with its 95 % interval; `None` with fewer than ten deals on a side.
    pub(crate) lift: Option<f64>,
    pub(crate) lower: Option<f64>,
    pub(crate) upper: Option<f64>,
}

impl Flat {
    pub(crate) fn of(pattern: &Pattern, base_rate: Option<f64>) -> Self {
        let compared = pattern.contrast.as_ref();
        let contrast = compared.and_then(|contrast| ContrastRow::of(pattern, contrast, base_rate));
        Self {
            name: labels::name_of(pattern).into(),
            note: note(contrast.as_ref()).into(),
            contrast,
            p_value: pattern.p_value,
            q_value: pattern.q_value,
        }
    }
}

impl ContrastRow {
    fn of(pattern: &Pattern, contrast: &Contrast, base_rate: Option<f64>) -> Option<Self> {
        let (present, absent) = (contrast.present, contrast.absent);
        let (rate, absent_rate) = (present.rate()?, absent.rate()?);
        let base = base_rate.filter(|base| *base > 0.0 && present.deals().min(absent.deals()) >= FEWEST);
        let interval = koopman((present.won, present.deals()), (absent.won, absent.deals()), 0.95).ok();
        let known = (present + absent).rate().zip(base).map(|(known, base)| known / base);
        let share = present.deals() as f64 / (present + absent).deals() as f64;
        let as_lift = |ratio: f64| known.map(|known| known * ratio / (share * ratio + 1.0 - share));
        let interval = interval.and_then(|ratio| ratio.interval);
        Some(Self {
            name: labels::of_contrast(pattern, &contrast.label).into(),
            rate,
            deals: present.deals(),
            absent_rate,
            absent_deals: absent.deals(),
            lift: base.map(|base| rate / base),
            lower: interval.and_then(|interval| as_lift(interval.lower)),
            upper: interval.and_then(|interval| as_lift(interval.upper)),
        })
    }
}

fn note(contrast: Option<&ContrastRow>) -> Message {
    let Some(contrast) = contrast else { return FLAT_ALIKE.message() };
    if contrast.lift.is_none() {
        let all = contrast.deals + contrast.absent_deals;
        let fewer = contrast.deals.min(contrast.absent_deals);
        return FLAT_UNTESTED.with([("deals", fewer.into()), ("all", all.into())]);
    }
    match contrast.lower.zip(contrast.upper) {
        Some((lower, upper)) if SMALL.contains(&lower) && SMALL.contains(&upper) => FLAT_NO_EFFECT.message(),
        Some((lower, upper)) if lower > 1.0 || upper < 1.0 => FLAT_CHANCE.message(),
        _ => FLAT_UNSURE.message(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(deals: u64, lift: Option<f64>, lower: f64, upper: f64) -> ContrastRow {
        ContrastRow {
            name: Text::verbatim("yes"),
            rate: 0.3,
            deals,
            absent_rate: 0.3,
            absent_deals: 6928,
            lift,
            lower: Some(lower),
            upper: Some(upper),
        }
    }

    #[test]
    fn notes_claim_no_more_than_the_interval() {
        let told = |row: ContrastRow| note(Some(&row)).to_string();
        assert_eq!(told(row(2, None, 0.1, 3.0)), "Too few deals to tell: 2 of 6,930.");
        assert_eq!(told(row(900, Some(1.0), 0.9, 1.1)), "No effect larger than 20 % either way.");
        assert_eq!(told(row(26, Some(0.67), 0.33, 1.15)), "Too few deals to tell.");
        assert_eq!(told(row(90, Some(1.4), 1.05, 1.7)), "A difference that chance may have made.");
        assert_eq!(note(None).to_string(), "Too few deals differ to compare.");
    }
}
