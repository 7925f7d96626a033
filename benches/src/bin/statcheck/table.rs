//! One line of the table.

use std::fmt;

/// The first two lines of the table.
pub(crate) const HEAD: &str =
    "| what | setting | figure | standard error | accepted |\n|---|---|---|---|---|";

/// Where an interval should hold the truth in 95 % of all cases.
pub(crate) const NOMINAL: (f64, f64) = (0.94, 0.965);

/// Standard errors by which a figure may lie outside its range. A figure on the border goes further once in 50,000 times with 300
/// replicates or more, so that 200 such lines raise a false alarm less than once in 200 times.
const ALLOWANCE: f64 = 4.5;

/// How a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A share, as a percentage.
    Share,
    /// As it is.
    Plain,
}

/// One measured figure.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The interval or quantity.
    pub(crate) what: &'static str,
    pub(crate) setting: String,
    /// The figure; for an interval the share of cases in which it held the truth.
    pub(crate) value: f64,
    /// Standard error of the figure; 0 where it is exact.
    pub(crate) error: f64,
    /// Lowest and highest figure that is accepted.
    pub(crate) accepted: (f64, f64),
    pub(crate) unit: Unit,
}

impl Row {
    /// Whether the coverage lies outside its range by more than chance explains.
    pub(crate) fn is_off(&self) -> bool {
        let reach = ALLOWANCE * self.error;
        !(self.accepted.0 - reach..=self.accepted.1 + reach).contains(&self.value)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (factor, digits, sign) = match self.unit {
            Unit::Share => (100.0, 2, " %"),
            Unit::Plain => (1.0, 4, ""),
        };
        let figure = |value: f64| format!("{:.digits$}{sign}", factor * value);
        let error = if self.error > 0.0 { figure(self.error) } else { "none".to_owned() };
        let (low, high) = (figure(self.accepted.0), figure(self.accepted.1));
        write!(
            out,
            "| {} | {} | {} | {error} | {low} to {high} |",
            self.what,
            self.setting,
            figure(self.value)
        )
    }
}

/// The share of intervals that hold the truth; `None` without intervals.
pub(crate) fn share_held(held: impl IntoIterator<Item = bool>) -> Option<f64> {
    let (held, all) =
        held.into_iter().fold((0.0, 0.0), |sum, held| (sum.0 + f64::from(u8::from(held)), sum.1 + 1.0));
    (all > 0.0).then(|| held / all)
}

/// The mean and its standard error; not numbers where there are too few values.
pub(crate) fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / (count - 1.0) / count).sqrt())
}

/// The median and its standard error, 1.2533 deviations over the root of the count, the deviation from the quartiles as of a normal
/// variable, so that single far values move neither; not numbers where there are none.
pub(crate) fn median_and_error(values: &[f64]) -> (f64, f64) {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = share * values.len().saturating_sub(1) as f64;
        let value = |place: f64| values.get(place as usize).copied().unwrap_or(f64::NAN);
        value(place.floor()) + place.fract() * (value(place.ceil()) - value(place.floor()))
    };
    (at(0.5), 1.2533 * (at(0.75) - at(0.25)) / 1.349 / (values.len() as f64).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_beyond_chance_is_off() {
        let row = |value, error| Row {
            what: "some",
            setting: "n = 20".to_owned(),
            value,
            error,
            accepted: NOMINAL,
            unit: Unit::Share,
        };
        assert!(!row(0.95, 0.0).is_off() && row(0.939, 0.0).is_off() && row(0.966, 0.0).is_off());
        assert!(!row(0.92, 0.005).is_off() && row(0.91, 0.005).is_off());
        assert!(row(f64::NAN, 0.005).is_off());
        let printed = "| some | n = 20 | 95.00 % | 0.50 % | 94.00 % to 96.50 % |";
        assert_eq!(row(0.95, 0.005).to_string(), printed);
        assert!(row(0.95, 0.0).to_string().contains("| none |"));
        let plain = Row { unit: Unit::Plain, accepted: (-0.1, 0.1), ..row(0.05, 0.0) };
        assert_eq!(plain.to_string(), "| some | n = 20 | 0.0500 | none | -0.1000 to 0.1000 |");
        assert_eq!((share_held([true, false]), share_held([])), (Some(0.5), None));
        assert_eq!(mean_and_error(&[0.5, 1.0]), (0.75, 0.25));
        let (median, error) = median_and_error(&[4.0, 1.0, 2.0, 1000.0, 3.0]);
        assert!((median - 3.0).abs() < 1e-12 && (error - 0.831).abs() < 1e-3, "{median} {error}");
        assert!(median_and_error(&[]).0.is_nan());
    }
}
