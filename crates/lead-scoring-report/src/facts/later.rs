//! Where a share that was measured once may lie when it is measured again, and nothing has changed.

use lead_scoring_calibration::Rate;
use lead_scoring_metrics::later_share;

/// Deals of a later share that are enough to judge it by: more could often not be waited for.
const MOST_WATCHED: u64 = 100;
/// How often chance stays within the limits.
const LEVEL: f64 = 0.95;

/// The fewest deals that a share measured on so many is to be judged by later, as many or 100, and where chance alone leaves it on them: it
/// falls below the lower limit, and rises above the upper one, in 2.5 of 100 cases at most. The limits are whole percents.
pub(super) fn watched(share: f64, measured_on: u64) -> (u64, Option<Rate>) {
    let deals = measured_on.min(MOST_WATCHED);
    let seen = (share * measured_on as f64).round() as u64;
    (deals, watched_on(deals, seen.min(measured_on), measured_on))
}

/// The share of so many deals, won of all, and where chance leaves it on `later` ones.
pub(super) fn watched_on(later: u64, won: u64, deals: u64) -> Option<Rate> {
    let limits = later_share(won, deals, later, LEVEL).ok()?;
    let [lower, upper] = outwards([limits.lower, limits.upper]);
    Some(Rate { value: won as f64 / deals as f64, lower, upper })
}

/// Limits with two decimals, the lower one rounded down and the upper one up: no share of 100 deals or fewer lies between a limit of its
/// own and this one.
pub(super) fn outwards([lower, upper]: [f64; 2]) -> [f64; 2] {
    // 0.29 * 100.0 is less than 29.
    const DUST: f64 = 1e-9;
    // No limit is -0.
    [(lower * 100.0 + DUST).floor() / 100.0, (upper * 100.0 - DUST).ceil() / 100.0 + 0.0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_rounded_outwards() {
        for percent in 0..=100 {
            let share = f64::from(percent) / 100.0;
            assert_eq!(outwards([share, share]).map(f64::to_bits), [share, share].map(f64::to_bits));
        }
        assert_eq!(outwards([0.0888, 0.1311]).map(f64::to_bits), [0.08, 0.14].map(f64::to_bits));
    }

    #[test]
    fn a_later_share_is_judged_by_as_many_deals_or_100() {
        let limits = |share: f64, measured_on| {
            let (deals, rate) = watched(share, measured_on);
            let rate = rate.unwrap();
            assert!((rate.value - share).abs() < 1e-12);
            (deals, rate.lower, rate.upper)
        };
        assert_eq!(limits(0.224, 12_000), (100, 0.14, 0.31));
        // 9 of 67 are 13.4 %.
        assert_eq!(limits(3.0 / 67.0, 67), (67, 0.0, 0.14));
        assert_eq!(watched(0.0, 0), (0, None));
    }
}
