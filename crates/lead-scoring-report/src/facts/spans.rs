//! Which neighbouring ranges of a number are one thing to act on.
//!
//! A number that grows passes through its ranges, so one range between others that tell the same is nothing to aim at: where all ranges
//! from an edge to the end gain, or all lose, the edge is what counts. Ranges next to the edge that have less than half the points of the
//! strongest one are left out: they would move the edge to where little happens.

use super::labels;
use crate::format;
use crate::phrases::{INTERVAL, IS, POINTS_FALL};
use lead_scoring_core::{Binning, Dataset, Part};
use lead_scoring_lift::end_label;
use lead_scoring_model::{Bin, Signal};
use std::ops::Range;

/// Bins of a signal that are named together: one, or all from an edge to an end of a number.
pub(super) struct Span {
    pub(super) bins: Range<usize>,
    /// Points of the one that has fewest, by their absolute value.
    pub(super) weakest: i32,
    /// Whether that one comes after the one that has most.
    pub(super) fades: bool,
}

impl Span {
    /// The bin, with those beside it where together they reach an end of the number.
    pub(super) fn of(signal: &Signal, at: usize) -> Self {
        Self::of_those(signal, at, |_| true)
    }

    /// The same of bins that `stand` alike: where one that does not is on the way to the end, the bin is alone.
    pub(super) fn of_those(signal: &Signal, at: usize, stands: impl Fn(usize) -> bool) -> Self {
        let points = |at: usize| signal.bins.get(at).map_or(0, |bin| bin.points);
        let strongest = points(at);
        let same_sign = |at: usize| points(at).signum() == strongest.signum() && stands(at);
        let counts = |at: usize| same_sign(at) && 2 * points(at).abs() >= strongest.abs();
        let bins = match ends(signal) {
            Some(count) if at < count => reaching_an_end(count, at, same_sign, counts),
            _ => at..at + 1,
        };
        let weakest = bins.clone().map(points).min_by_key(|points| points.abs());
        let fades = fades(&bins, |at| points(at).abs());
        Self { bins, weakest: weakest.unwrap_or(strongest), fades }
    }

    /// When a value falls into one of them, as [`labels::criterion`].
    pub(super) fn criterion(&self, signal: &Signal, deals: &Dataset) -> Part {
        match self.label(signal) {
            Some(label) => IS.with([("value", labels::long_name(&label))]).into(),
            None => labels::criterion(signal, self.bins.start, deals),
        }
    }

    /// What they are called, as [`labels::value`].
    pub(super) fn value(&self, signal: &Signal) -> Part {
        let one = || labels::value(signal, self.bins.start);
        self.label(signal).map_or_else(one, |label| labels::long_name(&label))
    }

    /// What several are called; `None` for one.
    fn label(&self, signal: &Signal) -> Option<String> {
        let [input] = signal.inputs.as_slice() else { return None };
        let labels = signal.bins.iter().map(|bin| bin.label.as_str());
        end_label(&input.binning, labels, &self.bins).filter(|_| self.bins.len() > 1)
    }

    /// Their points with their sign, where the strongest has so many: `+8 to +19`, or `+19 down to +8` where they fall from range to range.
    pub(super) fn points(&self, strongest: i32) -> Part {
        let gives = strongest > 0;
        let [weakest, strongest] = [self.weakest, strongest].map(|points| format::signed(points.into()));
        if weakest == strongest {
            return weakest.into();
        }
        let (first, last) = if self.fades { (strongest, weakest) } else { (weakest, strongest) };
        if self.fades && gives {
            return POINTS_FALL.with([("from", first.into()), ("to", last.into())]).into();
        }
        INTERVAL.with([("lower", first.into()), ("upper", last.into())]).into()
    }

    /// Won and all deals that fall into them.
    pub(super) fn deals(&self, signal: &Signal) -> (u64, u64) {
        let bins: &[Bin] = signal.bins.get(self.bins.clone()).unwrap_or_default();
        bins.iter().fold((0, 0), |(won, deals), bin| (won + bin.won, deals + bin.deals()))
    }
}

/// The bin that a lead that now gets `now` points is to reach, and what it gains: more than one where the others up to an end of the number
/// gain as much at least.
pub(super) fn aim(signal: &Signal, label: &str, now: i32) -> Option<(String, Part)> {
    let count = ends(signal)?;
    let gain = |at: usize| signal.bins.get(at).map_or(0, |bin| bin.points) - now;
    let at = signal.regular().iter().position(|bin| bin.label == label)?;
    let enough = |other: usize| gain(other) >= gain(at);
    let bins = reaching_an_end(count, at, enough, enough);
    let most = bins.clone().map(gain).max()?;
    let fades = fades(&bins, gain);
    let span = Span { bins, weakest: gain(at), fades };
    Some((span.label(signal)?, span.points(most)))
}

/// Whether the `size` falls from the first to the last and rises nowhere.
fn fades(bins: &Range<usize>, size: impl Fn(usize) -> i32) -> bool {
    let sizes: Vec<i32> = bins.clone().map(size).collect();
    sizes.is_sorted_by(|one, next| one >= next) && sizes.first() > sizes.last()
}

/// How many ranges a signal of one number has.
fn ends(signal: &Signal) -> Option<usize> {
    match signal.inputs.as_slice() {
        [input] if matches!(input.binning, Binning::Range { .. }) => Some(input.binning.bins()),
        _ => None,
    }
}

/// The bins from `at` to the last or to the first one, where all of them `belong`, and those on its other side as long as they `count`;
/// `at` alone where neither end is reached so, or where no bin would be left out.
fn reaching_an_end(
    bins: usize,
    at: usize,
    belong: impl Fn(usize) -> bool,
    count: impl Fn(usize) -> bool,
) -> Range<usize> {
    let upward = || {
        let below = (0..at).rev().take_while(|at| count(*at)).count();
        (at..bins).all(&belong).then(|| at - below..bins)
    };
    let downward = || {
        let above = (at + 1..bins).take_while(|at| count(*at)).count();
        (0..=at).all(&belong).then(|| 0..at + 1 + above)
    };
    let apart = |span: &Range<usize>| span.len() < bins;
    upward().filter(apart).or_else(|| downward().filter(apart)).unwrap_or(at..at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Dimension, Kind};
    use lead_scoring_model::Input;
    use proptest::prelude::*;

    /// A number with these points from range to range, cut at 10, 20, …
    fn signal(points: &[i32]) -> Signal {
        let edges = (1..points.len()).map(|edge| 10.0 * edge as f64).collect();
        let input = Input::new("Minutes", Kind::Number, Binning::Range { edges });
        let bin = |(at, points): (usize, &i32)| {
            let mut bin = Bin::new(format!("bin {at}"), 3, 2, Some(1.0), 0.1);
            bin.points = *points;
            bin
        };
        let missing = Bin::new("not recorded", 0, 0, None, 0.0);
        let bins = points.iter().enumerate().map(bin).chain([missing]).collect();
        Signal::new("Minutes".into(), Dimension::Behavioral, input, 1.0, bins)
    }

    fn named(points: &[i32], at: usize) -> (String, i32, (u64, u64)) {
        let signal = signal(points);
        let span = Span::of(&signal, at);
        (span.criterion(&signal, &Dataset::default()).to_string(), span.weakest, span.deals(&signal))
    }

    #[test]
    fn a_range_that_growth_passes_through_is_named_by_its_edge() {
        assert_eq!(named(&[0, -7, 7, 9, 6], 3), ("is 20 or more".into(), 6, (9, 15)));
        assert_eq!(named(&[0, -7, 2, 9, 6], 3), ("is 30 or more".into(), 6, (6, 10)));
        assert_eq!(named(&[4, 5, -1], 1), ("is under 20".into(), 4, (6, 10)));
        assert_eq!(named(&[0, -2, -5, -4], 2), ("is 20 or more".into(), -4, (6, 10)));
    }

    #[test]
    fn a_range_with_other_points_on_both_sides_stands_alone() {
        assert_eq!(named(&[0, 3, 9, -1], 2), ("is bin 2".into(), 9, (3, 5)));
        assert_eq!(named(&[5, 9, 6], 1).0, "is bin 1");
        assert_eq!(named(&[0, 9], 1).0, "is bin 1");
    }

    #[test]
    fn points_of_several_ranges_are_told_in_their_order() {
        let told = |points: &[i32], at: usize| Span::of(&signal(points), at).points(points[at]).to_string();
        assert_eq!(told(&[-2, 19, 16, 12, 10], 1), "+19 down to +10");
        assert_eq!(told(&[0, -4, -5], 2), "-4 to -5");
        assert_eq!(told(&[6, 12, 8, 13, 11, -1], 3), "+6 to +13");
        assert_eq!(told(&[5, 3, -1], 0), "+5 down to +3");
        assert_eq!(told(&[0, 9, -1], 1), "+9");
    }

    #[test]
    fn ranges_that_do_not_stand_alike_are_not_named_together() {
        let those = |points: &[i32], at: usize, weak: usize| {
            Span::of_those(&signal(points), at, |other| other != weak).bins
        };
        assert_eq!(those(&[3, 0, -4, -1], 2, 3), 2..3, "one further up is weak");
        assert_eq!(those(&[3, 0, -4, -1], 2, 0), 2..4);
        assert_eq!(those(&[0, 4, 5, 6], 3, 1), 2..4, "one next to the edge is weak");
    }

    #[test]
    fn a_lead_aims_at_all_ranges_that_gain_enough() {
        let aim = |points: &[i32], at: usize, now: i32| {
            aim(&signal(points), &format!("bin {at}"), now).map(|(label, gain)| (label, gain.to_string()))
        };
        assert_eq!(aim(&[-6, 1, 6], 1, -6), Some(("10 or more".into(), "+7 to +12".into())));
        assert_eq!(aim(&[10, 5, -6], 1, -6), Some(("under 20".into(), "+16 down to +11".into())));
        assert_eq!(aim(&[-6, 6, 1], 2, -6), Some(("10 or more".into(), "+12 down to +7".into())));
        assert_eq!(aim(&[-6, 9, 6], 1, -6), None, "the range above gains less");
    }

    proptest! {
        #[test]
        fn spans_hold_their_range_and_one_sign(points in prop::collection::vec(-9..=9_i32, 2..8), pick in 0..8_usize) {
            let at = pick % points.len();
            prop_assume!(points[at] != 0);
            let signal = signal(&points);
            let Span { bins, weakest, .. } = Span::of(&signal, at);
            prop_assert!(bins.contains(&at));
            prop_assert!(points[bins.clone()].iter().all(|points| points.signum() == weakest.signum()));
            prop_assert!(points[bins.clone()].iter().all(|points| points.abs() >= weakest.abs()));
            prop_assert!(bins.len() < points.len(), "something lies outside");
            prop_assert!(bins.len() == 1 || bins.start == 0 || bins.end == points.len());
            // What grows on beyond an edge never leaves the span again.
            if bins.len() > 1 {
                prop_assert!(end_label(&signal.inputs[0].binning, std::iter::empty(), &bins).is_some());
            }
            // Where everything above gains or loses likewise and something below does not, the edge is named.
            let above = points[at..].iter().all(|other| other.signum() == points[at].signum());
            let below = points[..at].iter().any(|other| 2 * other * points[at].signum() < points[at].abs());
            if above && below {
                prop_assert_eq!(bins.end, points.len());
            }
        }
    }
}
