//! Whether there are enough deals, in all and behind each field.

use crate::findings::{Adequacy, AdequacyLevel};
use crate::phrases as say;
use crate::profile::Profile;
use lead_scoring_core::{Column, Values};

/// Deals below which nothing is built.
const MINIMUM: u64 = 50;
/// Deals from which confidence is normal.
const COMFORTABLE: u64 = 200;
/// Deals below which a level or a field cannot be measured.
pub(crate) const MEASURABLE: u64 = 25;

/// The adequacy of the whole history. The smaller outcome decides as much as the number of deals.
pub(crate) fn of_history(lost: u64, won: u64) -> Adequacy {
    let deals = lost + won;
    let (level, phrase) = if deals < MINIMUM {
        (AdequacyLevel::TooFew, say::TOO_FEW_DEALS)
    } else if deals < COMFORTABLE {
        (AdequacyLevel::Thin, say::FEW_DEALS)
    } else if won.min(lost) < MINIMUM {
        (AdequacyLevel::Thin, if won < lost { say::FEW_WON } else { say::FEW_LOST })
    } else {
        (AdequacyLevel::Enough, say::ENOUGH_DEALS)
    };
    let sentence = phrase.with([
        ("deals", deals.into()),
        ("won", won.into()),
        ("lost", lost.into()),
        ("least", MINIMUM.into()),
        ("wanted", COMFORTABLE.into()),
    ]);
    Adequacy { level, thin_levels: 0, sentence }
}

/// The adequacy of one field.
pub(crate) fn of_field(column: &Column, profile: &Profile) -> Adequacy {
    let filled = profile.filled();
    let levels = level_counts(column, profile);
    let thin_levels = levels.iter().filter(|(_, lost, won)| lost + won < MEASURABLE).count() as u64;
    let level = match filled {
        0..MEASURABLE => AdequacyLevel::TooFew,
        MEASURABLE..COMFORTABLE => AdequacyLevel::Thin,
        _ if thin_levels > 0 => AdequacyLevel::Thin,
        _ => AdequacyLevel::Enough,
    };
    let phrase = if thin_levels > 0 { say::THIN_LEVELS } else { say::DEALS_WITH_VALUE };
    let sentence = phrase.with([
        ("deals", filled.into()),
        ("thin", thin_levels.into()),
        ("levels", levels.len().into()),
        ("least", MEASURABLE.into()),
    ]);
    Adequacy { level, thin_levels, sentence }
}

/// The levels of a category or flag, or the items of a set, that some deal has: position, lost, won. Empty for other kinds.
pub(crate) fn level_counts(column: &Column, profile: &Profile) -> Vec<(u32, u64, u64)> {
    match column.values() {
        Values::Category(_) | Values::Flag => {
            profile.present().map(|(code, [lost, won])| (code, u64::from(lost), u64::from(won))).collect()
        }
        Values::Set(sets) => {
            let mut counts = vec![(0, 0); sets.items.len()];
            for (code, [lost, won]) in profile.present() {
                for &item in &sets.members[code as usize] {
                    if let Some(count) = counts.get_mut(item as usize) {
                        *count = (count.0 + u64::from(lost), count.1 + u64::from(won));
                    }
                }
            }
            (0..)
                .zip(counts)
                .filter(|(_, (lost, won))| lost + won > 0)
                .map(|(item, (lost, won))| (item, lost, won))
                .collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_of_adequacy_hold() {
        let level = |lost, won| of_history(lost, won).level;
        assert_eq!(level(30, 19), AdequacyLevel::TooFew);
        assert_eq!(level(30, 20), AdequacyLevel::Thin);
        assert_eq!(level(150, 50), AdequacyLevel::Enough);
        assert_eq!(level(9_990, 10), AdequacyLevel::Thin);
    }
}
