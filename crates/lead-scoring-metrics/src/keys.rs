//! Scores as integers that sort as the scores do, and lead rows packed into one such integer.
//!
//! A finite `f64` of one sign is ordered by its bits, and these are 63 when the sign is known. So the scores of either sign are sorted
//! apart, and the free bit says whether the lead was won: eight bytes a lead carry all that a ranking statistic asks for.

use crate::counts::ScoreGroup;
use crate::radix;

const SIGN: u64 = 1 << 63;

/// The score, with `0.0` for `-0.0`.
pub(crate) fn unsigned_zero(score: f64) -> f64 {
    score + 0.0
}

/// An integer that sorts as the finite score does.
pub(crate) fn to_key(score: f64) -> u64 {
    let bits = unsigned_zero(score).to_bits();
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

/// The score of a key.
pub(crate) fn from_key(key: u64) -> f64 {
    f64::from_bits(if key & SIGN == 0 { !key } else { key & !SIGN })
}

/// The groups of equal scores, ascending; all scores must be finite.
pub(crate) fn groups_of(scores: &[f64], won: &[bool]) -> Vec<ScoreGroup> {
    // The shift drops the sign.
    let pack = |(&score, &is_won): (&f64, &bool)| (to_key(score) << 1) | u64::from(is_won);
    let rows = || scores.iter().zip(won);
    let negatives = scores.iter().map(|&score| usize::from(score < 0.0)).sum::<usize>();
    let (mut negative, mut positive) = (Vec::new(), Vec::new());
    if negatives == 0 {
        positive.extend(rows().map(pack));
    } else {
        negative.reserve_exact(negatives);
        positive.reserve_exact(scores.len() - negatives);
        for row in rows() {
            if *row.0 < 0.0 { &mut negative } else { &mut positive }.push(pack(row));
        }
    }
    for packed in [&mut negative, &mut positive] {
        radix::sort_by_key(packed, |&packed| packed);
    }
    let mut groups = Vec::with_capacity(distinct(&negative) + distinct(&positive));
    push_groups(&negative, 0, &mut groups);
    push_groups(&positive, SIGN, &mut groups);
    groups
}

/// How many scores are different, of leads in ascending order.
fn distinct(packed: &[u64]) -> usize {
    let steps = packed.windows(2).filter(|pair| pair[0] >> 1 != pair[1] >> 1).count();
    steps + usize::from(!packed.is_empty())
}

fn push_groups(packed: &[u64], sign: u64, groups: &mut Vec<ScoreGroup>) {
    let Some((&first, rest)) = packed.split_first() else { return };
    let start = |packed: u64| ScoreGroup {
        score: from_key(packed >> 1 | sign),
        won: packed & 1,
        lost: 1 - (packed & 1),
    };
    let (mut before, mut group) = (first, start(first));
    for &next in rest {
        if next >> 1 == before >> 1 {
            group.won += next & 1;
            group.lost += 1 - (next & 1);
        } else {
            groups.push(group);
            group = start(next);
        }
        before = next;
    }
    groups.push(group);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_as_scores_do() {
        let scores = [f64::MIN, -1.5, -f64::MIN_POSITIVE, 0.0, f64::from_bits(1), 1e-3, 2.0, f64::MAX];
        for pair in scores.windows(2) {
            assert!(to_key(pair[0]) < to_key(pair[1]));
        }
        for score in scores {
            assert_eq!(from_key(to_key(score)).to_bits(), score.to_bits());
        }
        assert_eq!(to_key(-0.0), to_key(0.0));
    }
}
