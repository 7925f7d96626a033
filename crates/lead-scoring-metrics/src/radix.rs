//! Sorting by a whole number: counted digits for the bits that tell most rows apart, comparisons for the few that are left.
//!
//! Method: keys are taken relative to the least and shifted up until the greatest fills the word, so that their spread and not their size
//! decides. The upper bits are sorted by three passes of eleven bits, least first (Knuth 1998, section 5.2.5). Rows that agree in all of
//! them lie together and are sorted by comparison. Random numbers hardly ever agree; keys of less than 34 bits always do, and are then equal.
//!
//! Cost: O(n) where the upper bits differ, O(n log n) at worst, and memory for a second copy. The order of equal keys is not kept.

/// Bits of one pass: its counters fit into the first cache, its open buckets almost.
const DIGIT: u32 = 11;
const BUCKETS: usize = 1 << DIGIT;
const PASSES: u32 = 3;
/// Under so many rows the counters cost more than comparing.
const FEW: usize = 1500;

/// Sorts `rows` by `key`.
pub(crate) fn sort_by_key<T: Copy>(rows: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    if rows.len() < FEW {
        rows.sort_unstable_by_key(key);
        return;
    }
    let (least, greatest) =
        rows.iter().map(&key).fold((u64::MAX, 0), |(low, high), key| (low.min(key), high.max(key)));
    let Some(unused) = greatest.checked_sub(least).filter(|&range| range > 0).map(u64::leading_zeros) else {
        return;
    };
    let bits = u64::BITS - unused;
    // The passes take the highest bits, and no more than there are.
    let passes = bits.div_ceil(DIGIT).min(PASSES);
    let skipped = bits.saturating_sub(passes * DIGIT);
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
        if counters.iter().any(|&count| count == from.len()) {
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
    if skipped > 0 {
        for run in from.chunk_by_mut(|a, b| (key(a) - least) >> skipped == (key(b) - least) >> skipped) {
            if run.len() > 1 {
                run.sort_unstable_by_key(&key);
            }
        }
    }
    *rows = from;
}
