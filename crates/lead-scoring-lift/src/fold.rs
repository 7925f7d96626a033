//! Folds for cross-fitting: stratified by outcome, with repeated rows (or rows of one group) together.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

/// How many folds evidence is cross-fitted on.
pub const FOLDS: usize = 5;

/// The fold of each row, `0..FOLDS`. Rows with equal `groups` share a fold.
///
/// Groups with a win and groups without are dealt out in turn, so that each fold gets the base rate.
#[must_use]
pub fn assign_folds(won: &[bool], groups: &[u64], seed: u64) -> Vec<u8> {
    let mut order: Vec<(u64, u32)> = groups.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut members: Vec<&[(u64, u32)]> = order.chunk_by(|a, b| a.0 == b.0).collect();
    members.sort_unstable_by_key(|rows| rows.first().map(|row| row.1));
    let mut random = Pcg64Mcg::seed_from_u64(seed ^ 0x5851_F42D_4C95_7F2D);
    let mut folds = vec![0_u8; won.len()];
    let has_win =
        |rows: &[(u64, u32)]| rows.iter().any(|&(_, row)| won.get(row as usize).copied().unwrap_or(false));
    for stratum in [true, false] {
        let mut stratum: Vec<&[(u64, u32)]> =
            members.iter().copied().filter(|rows| has_win(rows) == stratum).collect();
        stratum.shuffle(&mut random);
        for (rows, fold) in stratum.into_iter().zip((0..FOLDS as u8).cycle()) {
            for &(_, row) in rows {
                if let Some(slot) = folds.get_mut(row as usize) {
                    *slot = fold;
                }
            }
        }
    }
    folds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_share_the_base_rate_and_keep_groups() {
        let won: Vec<bool> = (0..1000).map(|i| i % 4 == 0).collect();
        let groups: Vec<u64> = (0..1000).map(|i| i / 2).collect();
        let folds = assign_folds(&won, &groups, 1);
        assert!(folds.chunks(2).all(|pair| pair[0] == pair[1]));
        for fold in 0..FOLDS as u8 {
            let wins = folds.iter().zip(&won).filter(|(f, w)| **f == fold && **w).count();
            assert_eq!(wins, 50);
        }
        assert_eq!(folds, assign_folds(&won, &groups, 1));
        assert_ne!(folds, assign_folds(&won, &groups, 2));
    }
}
