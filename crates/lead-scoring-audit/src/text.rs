//! Figures and lists as people read them.

use crate::phrases::MORE;
use lead_scoring_core::{Part, decimals, named_of, percentage};

/// A share of 0 to 1 as a percentage: `"0 %"`, `"0.4 %"`, `"37 %"`, `"99.8 %"`.
///
/// One decimal below 10 % and above 90 %, where a point matters; 0 % and 100 % only where they are exact.
pub(crate) fn percent(share: f64) -> String {
    let value = share * 100.0;
    let is_certain = share <= 0.0 || share >= 1.0;
    percentage(share, usize::from(!is_certain && !(10.0..=90.0).contains(&value)))
}

/// A p-value: three decimals, or an upper bound where they would all be 0.
pub(crate) fn p_value(p: f64) -> String {
    if p < 0.001 { "p < 0.001".to_owned() } else { format!("p = {}", decimals(p, 3)) }
}

/// Names in code quotes: `` `a`, `b` and `c` ``; beyond six the rest is counted, unless it is one.
pub(crate) fn quoted(names: &[&str]) -> Part {
    const SHOWN: usize = 6;
    let shown = named_of(names.len(), SHOWN);
    let mut parts: Vec<Part> = names.iter().take(shown).map(|name| format!("`{name}`").into()).collect();
    if names.len() > shown {
        parts.push(MORE.with([("count", (names.len() - shown).into())]).into());
    }
    Part::List(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short_and_never_round_to_certainty() {
        assert_eq!(
            [0.0, 0.0001, 0.004, 0.371, 0.9996, 1.0].map(percent),
            ["0 %", "< 0.1 %", "0.4 %", "37 %", "> 99.9 %", "100 %"]
        );
        assert_eq!(quoted(&["a"]).to_string(), "`a`");
        assert_eq!(quoted(&["a", "b", "c"]).to_string(), "`a`, `b` and `c`");
        let eight = quoted(&["a", "b", "c", "d", "e", "f", "g", "h"]).to_string();
        assert_eq!(eight, "`a`, `b`, `c`, `d`, `e`, `f` and 2 more");
        assert!(quoted(&["a", "b", "c", "d", "e", "f", "g"]).to_string().ends_with("`f` and `g`"));
    }
}
