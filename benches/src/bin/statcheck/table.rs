//! One line of the table.

use std::fmt;

/// The first two lines of the table.
pub(crate) const HEAD: &str =
    "| interval | setting | coverage % | standard error | accepted % |\n|---|---|---|---|---|";

/// Where an interval should hold the truth in 95 % of all cases.
pub(crate) const NOMINAL: (f64, f64) = (0.94, 0.965);

/// Standard errors by which a figure may lie outside its range. A figure on the border goes further once in 50,000 times with 300
/// replicates or more, so that a table of 40 lines raises a false alarm less than once in 1,000 times.
const ALLOWANCE: f64 = 4.5;

/// The measured coverage of one interval.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) interval: &'static str,
    pub(crate) setting: String,
    /// Share of cases in which the interval held the truth, 0 to 1.
    pub(crate) coverage: f64,
    /// Standard error of the coverage; 0 where it is exact.
    pub(crate) error: f64,
    /// Lowest and highest coverage that is accepted.
    pub(crate) accepted: (f64, f64),
}

impl Row {
    /// Whether the coverage lies outside its range by more than chance explains.
    pub(crate) fn is_off(&self) -> bool {
        let reach = ALLOWANCE * self.error;
        !(self.accepted.0 - reach..=self.accepted.1 + reach).contains(&self.coverage)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "| {} | {} | {:.2} | ", self.interval, self.setting, 100.0 * self.coverage)?;
        if self.error > 0.0 {
            write!(out, "{:.2}", 100.0 * self.error)?;
        } else {
            write!(out, "exact")?;
        }
        write!(out, " | {} to {} |", 100.0 * self.accepted.0, 100.0 * self.accepted.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_beyond_chance_is_off() {
        let row = |coverage, error| Row {
            interval: "some",
            setting: "n = 20".to_owned(),
            coverage,
            error,
            accepted: NOMINAL,
        };
        assert!(!row(0.95, 0.0).is_off() && row(0.939, 0.0).is_off() && row(0.966, 0.0).is_off());
        assert!(!row(0.92, 0.005).is_off() && row(0.91, 0.005).is_off());
        assert!(row(f64::NAN, 0.005).is_off());
        assert_eq!(row(0.95, 0.005).to_string(), "| some | n = 20 | 95.00 | 0.50 | 94 to 96.5 |");
        assert!(row(0.95, 0.0).to_string().contains("| exact |"));
    }
}
