//! A draw from a fixed list of weights in constant time, by an alias table (Walker 1977; Vose 1991).

/// Indices and how likely each is.
#[derive(Clone, Debug)]
pub(crate) struct AliasTable(Vec<Column>);

/// One of as many equal shares as there are weights: its own index below the cutoff, another from there on.
#[derive(Clone, Copy, Debug)]
struct Column {
    own: usize,
    other: usize,
    cutoff: u64,
}

impl AliasTable {
    /// The table of (index, weight) pairs, in exact integers but for the cutoffs' last of 64 bits. The weights' sum must be below 2⁶³.
    pub(crate) fn new(weights: &[(usize, u64)]) -> Self {
        let capacity: u128 = weights.iter().map(|w| u128::from(w.1)).sum();
        let mut columns: Vec<Column> =
            weights.iter().map(|&(own, _)| Column { own, other: own, cutoff: u64::MAX }).collect();
        let mut room: Vec<u128> = weights.iter().map(|w| u128::from(w.1) * weights.len() as u128).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) =
            (0..room.len()).partition(|&column| room[column] < capacity);
        while let (Some(&low), Some(&high)) = (small.last(), large.last()) {
            small.pop();
            columns[low].cutoff = ((room[low] << 64) / capacity) as u64;
            columns[low].other = columns[high].own;
            room[high] -= capacity - room[low];
            if room[high] < capacity {
                large.pop();
                small.push(high);
            }
        }
        Self(columns)
    }

    /// The index that a uniform word draws; `None` of an empty table.
    pub(crate) fn draw(&self, word: u64) -> Option<usize> {
        // The high half of the product is a uniform column, the low half a uniform place within it.
        let product = u128::from(word) * self.0.len() as u128;
        let column = self.0.get((product >> 64) as usize)?;
        Some(if (product as u64) < column.cutoff { column.own } else { column.other })
    }
}

#[cfg(test)]
impl AliasTable {
    /// How likely an index is.
    pub(crate) fn share_of(&self, index: usize) -> f64 {
        let area = |column: &Column| {
            let kept = column.cutoff as f64 / 2_f64.powi(64);
            f64::from(u8::from(column.own == index)) * kept
                + f64::from(u8::from(column.other == index)) * (1.0 - kept)
        };
        self.0.iter().map(area).sum::<f64>() / self.0.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each index must own exactly weight/total of the table's area, up to the rounding of a cutoff.
    #[test]
    fn the_weights_are_kept() {
        let weights = [(0, 1), (2, 1000), (3, 37), (7, 37), (9, 5)];
        let table = AliasTable::new(&weights);
        for (index, weight) in weights {
            assert!((table.share_of(index) - weight as f64 / 1080.0).abs() < 1e-15);
        }
        assert_eq!(AliasTable::new(&[]).draw(u64::MAX), None);
        assert_eq!(AliasTable::new(&[(4, 9)]).draw(u64::MAX), Some(4));
    }
}
