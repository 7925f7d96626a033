//! Distinct rows with their counts, and won and lost rows of every column by bin in one quick pass.
//!
//! Equal rows are merged and sorted, so neither their order nor how they are spread can matter. A pass over the columns does not look at
//! every row of every column: columns are strung on a tree (Prim 1957, least spanning tree by the number of rows in which two columns
//! differ), and a column's cells are those of its base with the rows that differ moved. Thresholds of one number or levels of one category
//! so cost about one look at each row together.

use std::ops::{AddAssign, SubAssign};

/// Won and all rows of a cell, packed so that one addition moves both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count(u64);

impl Count {
    pub(super) const fn of(won: u32, all: u32) -> Self {
        Self(((won as u64) << 32) | all as u64)
    }

    pub(super) fn won(self) -> f64 {
        (self.0 >> 32) as f64
    }

    pub(super) fn all(self) -> f64 {
        // Through 32 bits: that conversion is one instruction.
        f64::from(self.0 as u32)
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

// Sums wrap on the way, but every finished cell is the count of some rows, of which there are fewer than 2^32.
impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.0 = self.0.wrapping_add(other.0);
    }
}

impl SubAssign for Count {
    fn sub_assign(&mut self, other: Self) {
        self.0 = self.0.wrapping_sub(other.0);
    }
}

/// Distinct rows of 0/1 columns.
#[derive(Debug)]
pub(super) struct Patterns {
    /// Of each distinct row, then none up to the end of the last word.
    counts: Vec<Count>,
    rows: usize,
    columns: usize,
    /// Words of a column.
    words: usize,
    /// One bit a row, column after column; then a column of zeros and one of ones.
    bits: Vec<u64>,
    /// Parents before children; each subtree in one piece.
    steps: Vec<Step>,
    depth: usize,
}

/// A column and the one it is counted from.
#[derive(Clone, Copy, Debug)]
struct Step {
    column: usize,
    base: usize,
    depth: usize,
}

/// Words of a column that distances are measured on; the tree need not be the very best.
const SAMPLED_WORDS: usize = 8;

impl Patterns {
    /// Merges equal rows. All columns are as long as `won`, which is shorter than 2^32.
    pub(super) fn of_rows(columns: &[&[bool]], won: &[bool]) -> Self {
        let width = columns.len().div_ceil(64);
        let mut keys = vec![0_u64; width * won.len()];
        for (at, column) in columns.iter().enumerate() {
            let slots = keys.iter_mut().skip(at / 64).step_by(width);
            slots.zip(*column).for_each(|(key, &set)| *key |= u64::from(set) << (at % 64));
        }
        let key = |row: u32| &keys[row as usize * width..(row as usize + 1) * width];
        let mut order: Vec<u32> = (0..won.len() as u32).collect();
        // The first word decides nearly always; beside the row it needs no look into the keys.
        let mut sorted: Vec<(u64, u32)> =
            order.iter().map(|&row| (key(row).first().copied().unwrap_or(0), row)).collect();
        sorted.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| key(a.1).cmp(key(b.1))));
        order.iter_mut().zip(&sorted).for_each(|(slot, (_, row))| *slot = *row);

        let mut counts: Vec<Count> = Vec::new();
        let mut firsts: Vec<u32> = Vec::new();
        for &row in &order {
            if firsts.last().is_none_or(|&first| key(first) != key(row)) {
                firsts.push(row);
                counts.push(Count::default());
            }
            if let Some(count) = counts.last_mut() {
                *count += Count::of(u32::from(won[row as usize]), 1);
            }
        }
        let mut patterns = Self::blank(columns.len(), counts);
        for (at, &row) in firsts.iter().enumerate() {
            for (word, &key) in key(row).iter().enumerate() {
                each_bit(key, |bit| patterns.set(word * 64 + bit, at));
            }
        }
        patterns.string();
        patterns
    }

    /// Rows with their counts and the rows set in each column.
    pub(super) fn of_groups<'a>(
        counts: Vec<Count>,
        columns: impl ExactSizeIterator<Item = &'a Vec<f64>>,
    ) -> Self {
        let mut patterns = Self::blank(columns.len(), counts);
        for (at, column) in columns.enumerate() {
            let set = column.iter().enumerate().filter(|(_, value)| **value > 0.5);
            set.for_each(|(row, _)| patterns.set(at, row));
        }
        patterns.string();
        patterns
    }

    fn blank(columns: usize, mut counts: Vec<Count>) -> Self {
        let rows = counts.len();
        let words = rows.div_ceil(64);
        counts.resize(words * 64, Count::default());
        let bits = vec![0_u64; words * (columns + 2)];
        let mut patterns = Self { counts, rows, columns, words, bits, steps: Vec::new(), depth: 0 };
        (0..rows).for_each(|row| patterns.set(columns + 1, row));
        patterns
    }

    fn set(&mut self, column: usize, row: usize) {
        self.bits[column * self.words + row / 64] |= 1 << (row % 64);
    }

    pub(super) const fn columns(&self) -> usize {
        self.columns
    }

    /// Number of distinct rows.
    pub(super) const fn len(&self) -> usize {
        self.rows
    }

    fn bits_of(&self, column: usize) -> &[u64] {
        &self.bits[column * self.words..(column + 1) * self.words]
    }

    /// Calls with each distinct row that is set in the column.
    pub(super) fn each_row(&self, column: usize, mut each: impl FnMut(usize)) {
        for (word, &bits) in self.bits_of(column).iter().enumerate() {
            each_bit(bits, |bit| each(word * 64 + bit));
        }
    }

    /// Counts of all rows by bin.
    pub(super) fn histogram(&self, bins: &[u32], size: usize) -> Vec<Count> {
        let mut cells = vec![Count::default(); size];
        bins.iter().zip(&self.counts).for_each(|(&bin, &count)| cells[bin as usize] += count);
        cells
    }

    /// Counts by bin of the rows set in one column.
    pub(super) fn cells(&self, column: usize, bins: &[u32], size: usize) -> Vec<Count> {
        let mut cells = vec![Count::default(); size];
        self.each_row(column, |row| cells[bins[row] as usize] += self.counts[row]);
        cells
    }

    /// Calls with each column and the counts by bin of its rows; `histogram` holds those of all rows.
    pub(super) fn visit(&self, bins: &[u32], histogram: &[Count], mut each: impl FnMut(usize, &[Count])) {
        let size = histogram.len();
        let mut stack = vec![Count::default(); size * self.depth];
        let mut bins = bins.to_vec();
        bins.resize(self.words * 64, 0);
        // A word's rows as one array: its bits need no look at the ends.
        let (bins, counts) = (bins.as_chunks::<64>().0, self.counts.as_chunks::<64>().0);
        for step in &self.steps {
            let (above, own) = stack.split_at_mut(step.depth * size);
            let own = &mut own[..size];
            if step.base == self.columns {
                own.fill(Count::default());
            } else if step.base == self.columns + 1 {
                own.copy_from_slice(histogram);
            } else {
                own.copy_from_slice(&above[(step.depth - 1) * size..]);
            }
            let words = self.bits_of(step.column).iter().zip(self.bits_of(step.base));
            for ((bits, base), (bins, counts)) in words.zip(bins.iter().zip(counts)) {
                let changed = bits ^ base;
                if changed != 0 {
                    each_bit(changed & bits, |bit| own[bins[bit % 64] as usize] += counts[bit % 64]);
                    each_bit(changed & base, |bit| own[bins[bit % 64] as usize] -= counts[bit % 64]);
                }
            }
            each(step.column, own);
        }
    }

    /// Strings the columns on a tree of small differences whose roots are the columns of zeros and of ones.
    fn string(&mut self) {
        let stride = self.words.div_ceil(SAMPLED_WORDS).max(1);
        let distance = |a: usize, b: usize| -> u32 {
            let words = self.bits_of(a).iter().zip(self.bits_of(b)).step_by(stride);
            words.map(|(a, b)| (a ^ b).count_ones()).sum()
        };
        let (zeros, ones) = (self.columns, self.columns + 1);
        let mut waiting: Vec<(usize, usize, u32)> = (0..self.columns)
            .map(|at| (at, distance(at, zeros), distance(at, ones)))
            .map(|(at, set, unset)| if set <= unset { (at, zeros, set) } else { (at, ones, unset) })
            .collect();
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); self.columns + 2];
        while let Some(nearest) = (0..waiting.len()).min_by_key(|&at| (waiting[at].2, waiting[at].0)) {
            let (column, base, _) = waiting.swap_remove(nearest);
            children[base].push(column);
            for (other, base, least) in &mut waiting {
                let apart = distance(*other, column);
                if apart < *least {
                    (*base, *least) = (column, apart);
                }
            }
        }
        let below = |base: usize, depth: usize| {
            children[base].iter().map(move |&column| Step { column, base, depth })
        };
        let mut open: Vec<Step> = below(zeros, 0).chain(below(ones, 0)).collect();
        let mut steps = Vec::with_capacity(self.columns);
        while let Some(step) = open.pop() {
            steps.push(step);
            open.extend(below(step.column, step.depth + 1));
        }
        self.depth = steps.iter().map(|step| step.depth + 1).max().unwrap_or(0);
        self.steps = steps;
    }
}

fn each_bit(mut bits: u64, mut each: impl FnMut(usize)) {
    while bits != 0 {
        each(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}
