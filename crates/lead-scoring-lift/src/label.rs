//! What a bin is called.

use lead_scoring_core::{Binning, NumberStyle};
use std::ops::Range;

/// The label of the missing bin.
pub(crate) const NOT_RECORDED: &str = "not recorded";

/// A label for each regular bin; `least` is the least number of a field that holds whole numbers only, `style` how its numbers are written.
pub(crate) fn labels(binning: &Binning, least: Option<f64>, style: NumberStyle) -> Vec<String> {
    match binning {
        Binning::Range { edges } => {
            range_labels(edges, least.filter(|_| edges.iter().all(|edge| edge.fract() == 0.0)), style)
        }
        Binning::Digits { edges } => digit_labels(edges),
        Binning::Group { groups } => groups.iter().map(|levels| levels.join(", ")).collect(),
        _ => vec!["no".to_owned(), "yes".to_owned()],
    }
}

fn range_labels(edges: &[f64], least: Option<f64>, style: NumberStyle) -> Vec<String> {
    let whole = least.is_some();
    let (Some(first), Some(last)) = (edges.first(), edges.last()) else {
        return vec!["any value".to_owned()];
    };
    let number_text = |number: f64| style.text(number);
    let between = edges.windows(2).map(|pair| match (pair[0], pair[1] - 1.0) {
        (only, last) if whole && last <= only => number_text(only),
        (first, last) if whole => format!("{} to {}", number_text(first), number_text(last)),
        (first, _) => format!("{} to under {}", number_text(first), number_text(pair[1])),
    });
    let mut labels = vec![match least {
        // Of whole numbers, 0 is all there is under 1.
        Some(least) if least >= first - 1.0 => number_text(least),
        _ => format!("under {}", number_text(*first)),
    }];
    labels.extend(between);
    labels.push(format!("{} or more", number_text(*last)));
    labels
}

/// What several neighbouring bins of a number's ranges are called together where they reach one of its ends: `under 28`, `753 or more`.
/// `None` where they reach neither end, or both, and for anything but ranges. Numbers are written as in `labels`, those of the single bins.
#[must_use]
pub fn end_label<'a>(
    binning: &Binning,
    mut labels: impl Iterator<Item = &'a str>,
    bins: &Range<usize>,
) -> Option<String> {
    let Binning::Range { edges } = binning else { return None };
    let plain: Vec<String> =
        edges.iter().filter(|edge| edge.abs() >= 1000.0).map(|edge| NumberStyle::Years.text(*edge)).collect();
    let are_plain = labels.any(|label| plain.iter().any(|edge| label.split(' ').any(|word| word == edge)));
    let style = if are_plain { NumberStyle::Years } else { NumberStyle::Grouped };
    let number_text = |number: f64| style.text(number);
    match (bins.start.checked_sub(1), edges.get(bins.end.checked_sub(1)?)) {
        (None, Some(edge)) => Some(format!("under {}", number_text(*edge))),
        (Some(below), None) => Some(format!("{} or more", number_text(*edges.get(below)?))),
        _ => None,
    }
}

fn digit_labels(edges: &[u32]) -> Vec<String> {
    let (Some(first), Some(last)) = (edges.first(), edges.last()) else {
        return vec!["any value".to_owned()];
    };
    let counted = |digits: u32| format!("{digits} significant digit{}", if digits == 1 { "" } else { "s" });
    let between = edges.windows(2).map(|pair| match (pair[0], pair[1] - 1) {
        (only, last) if last <= only => counted(only),
        (first, last) => format!("{first} to {}", counted(last)),
    });
    // No digit is needed for 0 alone, which counts as a figure of one digit where it has no bin of its own.
    let mut labels = vec![match *first {
        0 | 1 => "the value 0".to_owned(),
        2 => counted(1),
        first => format!("at most {}", counted(first - 1)),
    }];
    labels.extend(between);
    labels.push(format!("{} or more significant digits", *last));
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_up_to_an_end_are_called_by_their_one_edge() {
        let binning = Binning::Range { edges: vec![1.0, 2.5, 2000.0] };
        let named = |from: usize, to: usize| end_label(&binning, ["2,000 or more"].into_iter(), &(from..to));
        assert_eq!([named(1, 4), named(3, 4)], ["1 or more", "2,000 or more"].map(|l| Some(l.to_owned())));
        assert_eq!([named(0, 1), named(0, 3)], ["under 1", "under 2,000"].map(|l| Some(l.to_owned())));
        assert_eq!([named(1, 3), named(0, 4), named(0, 0)], [None, None, None]);
        assert_eq!(end_label(&Binning::Flag, ["no", "yes"].into_iter(), &(0..1)), None);
        let years = Binning::Range { edges: vec![1996.0, 2010.0] };
        let labels = labels(&years, Some(1950.0), NumberStyle::Years);
        assert_eq!(labels, ["under 1996", "1996 to 2009", "2010 or more"]);
        let labels = labels.iter().map(String::as_str);
        assert_eq!(end_label(&years, labels, &(1..3)).as_deref(), Some("1996 or more"));
    }

    #[test]
    fn ranges_read_as_sentences() {
        let labels_of = |binning: &Binning, least| labels(binning, least, NumberStyle::Grouped);
        let whole = labels_of(&Binning::Range { edges: vec![1.0, 2.0, 5.0] }, Some(0.0));
        assert_eq!(whole, ["0", "1", "2 to 4", "5 or more"]);
        let from_one = Binning::Range { edges: vec![2.0, 5.0] };
        assert_eq!(labels_of(&from_one, Some(1.0)), ["1", "2 to 4", "5 or more"]);
        assert_eq!(labels_of(&from_one, Some(0.0)), ["under 2", "2 to 4", "5 or more"]);
        assert_eq!(labels_of(&from_one, None), ["under 2", "2 to under 5", "5 or more"]);
        let digits = labels_of(&Binning::Digits { edges: vec![2, 3, 5] }, None);
        assert_eq!(
            digits,
            [
                "1 significant digit",
                "2 significant digits",
                "3 to 4 significant digits",
                "5 or more significant digits"
            ]
        );
        let from_one = labels_of(&Binning::Digits { edges: vec![1, 2] }, None);
        assert_eq!(from_one, ["the value 0", "1 significant digit", "2 or more significant digits"]);
        let labels = labels_of(&Binning::Range { edges: vec![-1.5, 2000.0, 12_345_678.0] }, None);
        assert_eq!(
            labels,
            ["under -1.5", "-1.5 to under 2,000", "2,000 to under 12,345,678", "12,345,678 or more"]
        );
    }
}
