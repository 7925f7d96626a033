//! The values of a field that its binnings tell apart.

use lead_scoring_core::{Binning, Values};

/// Most digits that tell two floats apart.
const MOST_DIGITS: usize = 17;

/// Every row of codes, one for each binning, that some value of the field has; in ascending order.
///
/// For ranges and groups that is all there are. Where digits count too, numbers near the edges and near 1 are tried, so that a range which
/// holds a number of so many digits has one next to its edge.
pub(super) fn of(binnings: &[&Binning]) -> Vec<Vec<usize>> {
    let values = match binnings.first() {
        Some(Binning::Range { .. } | Binning::Digits { .. }) => Values::Number(numbers(binnings)),
        Some(Binning::Group { .. }) => Values::Category(levels(binnings)),
        Some(Binning::Flag) => Values::Flag,
        _ => return Vec::new(),
    };
    let codes: Vec<Vec<usize>> = binnings.iter().map(|binning| binning.code_values(&values)).collect();
    let row = |at: usize| codes.iter().filter_map(|codes| codes.get(at).copied()).collect();
    let mut rows: Vec<Vec<usize>> = (0..values.len()).map(row).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

fn levels(binnings: &[&Binning]) -> Vec<String> {
    let groups = binnings.iter().filter_map(|binning| match binning {
        Binning::Group { groups } => Some(groups),
        _ => None,
    });
    groups.flatten().flatten().cloned().collect()
}

fn numbers(binnings: &[&Binning]) -> Vec<f64> {
    let edges = binnings.iter().filter_map(|binning| match binning {
        Binning::Range { edges } => Some(edges.as_slice()),
        _ => None,
    });
    let edges = edges.flatten().copied();
    if binnings.iter().all(|binning| matches!(binning, Binning::Range { .. })) {
        return [f64::NEG_INFINITY].into_iter().chain(edges).collect();
    }
    edges.chain([-1.0, 1.0]).flat_map(neighbours).filter(|number| number.is_finite()).collect()
}

/// A number and those around it with 1, 2, … digits.
fn neighbours(number: f64) -> impl Iterator<Item = f64> {
    (0..MOST_DIGITS).flat_map(move |decimals| {
        let text = format!("{number:.decimals$e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let mantissa: i64 = mantissa.replace('.', "").parse().unwrap_or(0);
        let exponent = exponent.parse::<i64>().unwrap_or(0) - decimals as i64;
        let near = move |step: i64| format!("{}e{exponent}", mantissa + step).parse().unwrap_or(number);
        (-2..=2).map(near)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_met_where_they_overlap() {
        let (coarse, fine) =
            (Binning::Range { edges: vec![10.0] }, Binning::Range { edges: vec![5.0, 10.0, 20.0] });
        assert_eq!(of(&[&coarse, &fine]), [[0, 0], [0, 1], [1, 2], [1, 3]]);
    }

    #[test]
    fn a_level_of_one_grouping_may_be_unseen_in_another() {
        let group = |groups: &[&[&str]]| Binning::Group {
            groups: groups
                .iter()
                .map(|levels| levels.iter().map(|level| (*level).to_owned()).collect())
                .collect(),
        };
        let (one, other) = (group(&[&["a", "b"], &["c"]]), group(&[&["A"], &["d"]]));
        assert_eq!(of(&[&one, &other]), [[0, 0], [0, 3], [1, 3], [3, 1]]);
    }

    /// Compared with a search through many numbers.
    #[test]
    fn digits_are_met_in_the_ranges_that_hold_them() {
        let cases: [(&[f64], &[u32]); 5] = [
            (&[0.12, 0.15], &[2]),
            (&[500.0, 501.0, 502.0], &[1, 2, 3, 5]),
            (&[-3.0, 0.0], &[1, 2]),
            (&[], &[1, 3]),
            (&[0.5], &[2, 4]),
        ];
        for (edges, digits) in cases {
            let (range, digits) =
                (Binning::Range { edges: edges.into() }, Binning::Digits { edges: digits.into() });
            let steps = |step: i32| (-60_000..60_000).map(move |at| f64::from(at) / f64::from(step));
            let more = [500.1234, 501.1234, 502.1234].into_iter();
            let all = Values::Number(more.chain(steps(1)).chain(steps(100)).chain(steps(10_000)).collect());
            let (by_range, by_digits) = (range.code_values(&all), digits.code_values(&all));
            let mut expected: Vec<Vec<usize>> =
                by_range.into_iter().zip(by_digits).map(|(a, b)| vec![a, b]).collect();
            expected.sort_unstable();
            expected.dedup();
            assert_eq!(of(&[&range, &digits]), expected, "{edges:?} {digits:?}");
        }
    }
}
