//! What a bin is called.

use lead_scoring_core::Binning;

/// The label of the missing bin.
pub(crate) const NOT_RECORDED: &str = "not recorded";

/// A label for each regular bin.
pub(crate) fn labels(binning: &Binning) -> Vec<String> {
    match binning {
        Binning::Range { edges } => range_labels(edges),
        Binning::Group { groups } => groups.iter().map(|levels| levels.join(", ")).collect(),
        _ => vec!["no".to_owned(), "yes".to_owned()],
    }
}

fn range_labels(edges: &[f64]) -> Vec<String> {
    let (Some(first), Some(last)) = (edges.first(), edges.last()) else {
        return vec!["any value".to_owned()];
    };
    let between = edges.windows(2).map(|pair| format!("{} to under {}", number(pair[0]), number(pair[1])));
    let mut labels = vec![format!("under {}", number(*first))];
    labels.extend(between);
    labels.push(format!("{} or more", number(*last)));
    labels
}

/// A number with thousands separators and no needless digits.
pub(crate) fn number(value: f64) -> String {
    let text = value.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && whole.len() > 4 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    fraction.map_or_else(|| format!("{sign}{grouped}"), |fraction| format!("{sign}{grouped}.{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_read_as_sentences() {
        let labels = labels(&Binning::Range { edges: vec![-1.5, 2000.0, 12_345_678.0] });
        assert_eq!(
            labels,
            ["under -1.5", "-1.5 to under 2000", "2000 to under 12,345,678", "12,345,678 or more"]
        );
    }
}
