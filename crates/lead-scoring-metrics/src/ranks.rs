//! Mid-ranks of rows, from one sort.

use crate::keys::{from_key, to_key};
use crate::radix;

/// Rows of equal value that follow each other in ascending order.
pub(crate) struct Run<'a, T> {
    /// What the rows carry.
    pub(crate) rows: &'a [(u64, T)],
    /// Their value.
    pub(crate) value: f64,
    /// 2·(mid-rank) − (n + 1) of each of them.
    pub(crate) centred_rank: i64,
}

/// Rows in ascending order of their value, each with something it carries.
pub(crate) struct Sorted<T>(Vec<(u64, T)>);

impl<T: Copy> Sorted<T> {
    /// Sorts `values`, which must be finite, with what each carries.
    pub(crate) fn new(values: &[f64], carried: impl IntoIterator<Item = T>) -> Self {
        let mut rows: Vec<(u64, T)> = values.iter().map(|&value| to_key(value)).zip(carried).collect();
        radix::sort_by_key(&mut rows, |row| row.0);
        Self(rows)
    }

    /// The runs of equal values, ascending.
    pub(crate) fn runs(&self) -> impl Iterator<Item = Run<'_, T>> {
        let all = self.0.len() as i64;
        self.0.chunk_by(|a, b| a.0 == b.0).scan(0, move |below, rows| {
            let count = rows.len() as i64;
            let centred_rank = 2 * *below + count - all;
            *below += count;
            Some(Run { rows, value: from_key(rows.first()?.0), centred_rank })
        })
    }
}

/// t³ − t summed over runs of t equal values, what ties take from the sum of squared ranks.
pub(crate) fn cube_less_one(rows: u64) -> i128 {
    let rows = i128::from(rows);
    rows * rows * rows - rows
}
