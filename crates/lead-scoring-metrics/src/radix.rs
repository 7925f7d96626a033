//! Sorting by a whole number: counted digits for the bits that tell most rows apart, comparisons for the few that are left.
//!
//! Method: keys are taken relative to the least, so that their spread and not their size decides. The upper 32 bits of what is left are sorted
//! in four passes of eight bits, least first (Knuth 1998, section 5.2.5). Rows that agree in all of them lie together and are sorted by
//! comparison: few, where keys are spread, and none where keys differ in no more bits than that, as those of whole numbers do.
//!
//! Cost: O(n) where the upper bits differ, O(n log n) at worst, and memory for a second copy. The order of equal keys is not kept.

/// Bits of one pass: as many as leave the lines being written in the first cache. Eleven bits take a pass less and twice the time.
const DIGIT: u32 = 8;
const BUCKETS: usize = 1 << DIGIT;
const PASSES: u32 = 4;
/// Under so many rows the counters cost more than comparing.
const FEW: usize = 300;

/// Sorts `rows` by `key`.
pub(crate) fn sort_by_key<T: Copy>(rows: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    if rows.len() < FEW {
        rows.sort_unstable_by_key(key);
        return;
    }
    let first = key(&rows[0]);
    let (mut least, mut greatest, mut differing) = (first, first, 0);
    for key in rows.iter().map(&key) {
        (least, greatest, differing) = (least.min(key), greatest.max(key), differing | (key ^ first));
    }
    if differing == 0 {
        return;
    }
    // Bits that all keys share, at either end, say nothing.
    let (highest, lowest) = (u64::BITS - (greatest - least).leading_zeros(), differing.trailing_zeros());
    let passes = (highest - lowest).div_ceil(DIGIT).min(PASSES);
    let skipped = highest.saturating_sub(passes * DIGIT);
    let digit = |row: &T, pass: u32| (((key(row) - least) >> (skipped + pass * DIGIT)) as usize) % BUCKETS;
    let mut counters = vec![[0_usize; BUCKETS]; passes as usize];
    for row in rows.iter() {
        for (pass, counters) in (0..).zip(&mut counters) {
            counters[digit(row, pass)] += 1;
        }
    }
    let mut from = std::mem::take(rows);
    let mut to = from.clone();
    for (pass, counters) in (0..).zip(&mut counters) {
        if counters.contains(&from.len()) {
            continue;
        }
        let mut start = 0;
        for counter in counters.iter_mut() {
            (*counter, start) = (start, start + *counter);
        }
        for row in &from {
            let next = &mut counters[digit(row, pass)];
            to[*next] = *row;
            *next += 1;
        }
        std::mem::swap(&mut from, &mut to);
    }
    if skipped > lowest {
        for run in from.chunk_by_mut(|a, b| (key(a) - least) >> skipped == (key(b) - least) >> skipped) {
            if run.len() > 1 {
                run.sort_unstable_by_key(&key);
            }
        }
    }
    *rows = from;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Against the standard library's stable sort: keys of any spread, with many ties, on both sides of the length where the method changes.
        #[test]
        fn sorts_as_the_standard_library_does(
            seed in any::<u64>(),
            length in 0..5000_usize,
            (shift, kept, offset) in (0..64_u32, 0..=64_u32, any::<u64>()),
        ) {
            let mut state = seed | 1;
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let mixed = state ^ (state >> 29);
                (mixed.checked_shr(64 - kept).unwrap_or(0) << shift).wrapping_add(offset)
            };
            let rows: Vec<(u64, usize)> = (0..length).map(|at| (next(), at)).collect();
            let (mut ours, mut theirs) = (rows.clone(), rows);
            sort_by_key(&mut ours, |row| row.0);
            theirs.sort_by_key(|row| row.0);
            let keys = |rows: &[(u64, usize)]| rows.iter().map(|row| row.0).collect::<Vec<_>>();
            prop_assert_eq!(keys(&ours), keys(&theirs));
            // No row is lost or doubled.
            ours.sort_unstable();
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
        }
    }

    /// All rows agree in the bits that are counted, but for one far away.
    #[test]
    fn one_far_key_does_not_spoil_the_order() {
        let mut keys: Vec<u64> = (0..4000_u64).map(|at| at.wrapping_mul(2_654_435_761) % 4099).collect();
        keys.push(u64::MAX);
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        sort_by_key(&mut keys, |&key| key);
        assert_eq!(keys, sorted);
    }
}
