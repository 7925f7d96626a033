//! How many leads an A/B test needs.
//!
//! Formula, for two proportions with unequal groups (Fleiss, Levin & Paik 2003, section 4.3, without continuity correction): with rates
//! `p1` in the control and `p2` in the treatment group of `k` times its size, `q = 1 - p` and `p = (p1 + k p2) / (1 + k)`,
//! `n1 = (z_a sqrt((1 + 1/k) p q) + z_b sqrt(p1 q1 + p2 q2 / k))^2 / (p1 - p2)^2`.
//!
//! | case | result |
//! |---|---|
//! | a rate outside (0, 1), an improved rate above 0.9, or no difference | `None` |

use lead_scoring_metrics::z_for;
use serde::Serialize;

/// Share of the leads in the control group.
const CONTROL: f64 = 0.3;
/// Relative improvements of the win rate that are planned for.
const IMPROVEMENTS: [f64; 4] = [0.1, 0.2, 0.3, 0.5];

/// Months of a year, the longest that a test goes on.
const YEAR: f64 = 12.0;

/// Highest win rate that is planned for.
const HIGHEST_RATE: f64 = 0.9;

/// The plan for one improvement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Plan {
    /// Relative improvement, 0.2 = a fifth more wins.
    pub(crate) improvement: f64,
    pub(crate) control_rate: f64,
    pub(crate) treatment_rate: f64,
    pub(crate) control: u64,
    pub(crate) treatment: u64,
    pub(crate) leads: u64,
    /// Months until there are so many, begun ones counted whole; `None` where it is not known how many there are a month.
    pub(crate) months: Option<u64>,
    /// The same in years, where they are more than two.
    pub(crate) years: Option<u64>,
    /// Whether that is longer than anybody tests.
    pub(crate) too_long: bool,
}

/// Leads needed to see each improvement of a base rate with 80 % power at a two-sided level of 5 %, of which there are so many a month.
pub(crate) fn plans(base_rate: f64, per_month: Option<f64>) -> Vec<Plan> {
    IMPROVEMENTS.iter().filter_map(|&improvement| plan(base_rate, improvement, per_month)).collect()
}

fn plan(base_rate: f64, improvement: f64, per_month: Option<f64>) -> Option<Plan> {
    let better = base_rate * (1.0 + improvement);
    // No team wins nearly every lead.
    if better > HIGHEST_RATE {
        return None;
    }
    let ratio = (1.0 - CONTROL) / CONTROL;
    let control = control_size(base_rate, better, ratio)?;
    let treatment = (control * ratio).ceil();
    let control = control.ceil();
    // Far beyond any number of leads a sales team will ever see.
    if control + treatment > 1e12 {
        return None;
    }
    let months = per_month.filter(|leads| *leads > 0.0).map(|leads| (control + treatment) / leads);
    Some(Plan {
        months: months.map(|months| months.ceil() as u64),
        years: months.filter(|months| *months > 2.0 * YEAR).map(|months| (months / YEAR).ceil() as u64),
        too_long: months.is_some_and(|months| months > YEAR),
        improvement,
        control_rate: base_rate,
        treatment_rate: better,
        control: control as u64,
        treatment: treatment as u64,
        leads: (control + treatment) as u64,
    })
}

fn control_size(p1: f64, p2: f64, k: f64) -> Option<f64> {
    let inside = |p: f64| p > 0.0 && p < 1.0;
    if !inside(p1) || !inside(p2) {
        return None;
    }
    let z_alpha = z_for(0.95).ok()?;
    // One-sided 0.8 is two-sided 0.6.
    let z_power = z_for(0.6).ok()?;
    let pooled = (p1 + k * p2) / (1.0 + k);
    let spread_if_equal = ((1.0 + 1.0 / k) * pooled * (1.0 - pooled)).sqrt();
    let spread = (p1 * (1.0 - p1) + p2 * (1.0 - p2) / k).sqrt();
    let size = ((z_alpha * spread_if_equal + z_power * spread) / (p1 - p2)).powi(2);
    size.is_finite().then_some(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_groups_agree_with_the_textbook() {
        // R 4.3: power.prop.test(p1 = 0.5, p2 = 0.75, power = 0.8)$n = 57.67344 (normal approximation, equal groups).
        let size = control_size(0.5, 0.75, 1.0).unwrap();
        assert!((size - 57.673).abs() < 0.01, "{size}");
    }

    #[test]
    fn larger_improvements_need_fewer_leads() {
        let plans = plans(0.344, None);
        assert_eq!(plans.len(), 4);
        assert!(plans.windows(2).all(|pair| pair[0].leads > pair[1].leads));
        assert!(plans.iter().all(|plan| plan.treatment > 2 * plan.control));
        assert_eq!(super::plans(0.95, None).len(), 0);
        assert!(plans.iter().all(|plan| plan.months.is_none() && !plan.too_long));
    }

    #[test]
    fn a_test_that_outlasts_a_year_is_too_long() {
        // 7,333, 1,872, 845 and 310 leads.
        let times = |per_month: f64| -> Vec<(Option<u64>, Option<u64>, bool)> {
            let plans = plans(0.344, Some(per_month)).into_iter();
            plans.map(|plan| (plan.months, plan.years, plan.too_long)).collect()
        };
        let few = times(15.0);
        assert_eq!(few[1], (Some(125), Some(11), true));
        assert_eq!(few[3], (Some(21), None, true));
        let many = times(200.0);
        assert_eq!(many[1], (Some(10), None, false));
        assert_eq!(times(0.0)[0], (None, None, false));
    }
}
