//! Sums over columns, in an order that does not depend on the machine.

/// Sum of `a[i] * b[i]`, in eight fixed lanes.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a_lanes, a_rest) = a.as_chunks::<8>();
    let (b_lanes, b_rest) = b.as_chunks::<8>();
    let mut lanes = [0.0; 8];
    for (a, b) in a_lanes.iter().zip(b_lanes) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7])) + rest
}

/// A symmetric matrix, stored whole.
#[derive(Clone, Debug)]
pub(crate) struct Square {
    size: usize,
    cells: Vec<f64>,
}

impl Square {
    pub(crate) fn zero(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * size] }
    }

    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    pub(crate) fn add(&mut self, row: usize, column: usize, value: f64) {
        self.cells[row * self.size + column] += value;
        if row != column {
            self.cells[column * self.size + row] += value;
        }
    }

    pub(crate) fn size(&self) -> usize {
        self.size
    }
}

/// `X' W X` of columns with an intercept in front: cell `(0, 0)` is the sum of weights, `(0, j)` belongs to column `j - 1`.
pub(crate) fn weighted_gram(columns: &[&[f64]], weights: &[f64]) -> Square {
    // Blocks stay in the first-level cache while every pair of columns passes over them.
    const BLOCK: usize = 512;
    let mut gram = Square::zero(columns.len() + 1);
    let mut weighted = [0.0; BLOCK];
    let ones = [1.0; BLOCK];
    for start in (0..weights.len()).step_by(BLOCK) {
        let end = (start + BLOCK).min(weights.len());
        let weights = &weights[start..end];
        gram.add(0, 0, dot(weights, &ones[..weights.len()]));
        for (j, column) in columns.iter().enumerate() {
            let weighted = &mut weighted[..weights.len()];
            for ((slot, x), w) in weighted.iter_mut().zip(&column[start..end]).zip(weights) {
                *slot = x * w;
            }
            gram.add(0, j + 1, dot(weighted, &ones[..weights.len()]));
            for (k, other) in columns.iter().enumerate().skip(j) {
                gram.add(j + 1, k + 1, dot(weighted, &other[start..end]));
            }
        }
    }
    gram
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gram_equals_the_definition() {
        let x: Vec<f64> = (0..1300).map(|i| f64::from(i % 7) - 3.0).collect();
        let z: Vec<f64> = (0..1300).map(|i| f64::from(i % 5)).collect();
        let w: Vec<f64> = (0..1300).map(|i| 0.1 + f64::from(i % 3)).collect();
        let gram = weighted_gram(&[&x, &z], &w);
        let direct: f64 = x.iter().zip(&z).zip(&w).map(|((x, z), w)| x * z * w).sum();
        assert!((gram.at(1, 2) - direct).abs() < 1e-8 && (gram.at(2, 1) - direct).abs() < 1e-8);
        assert!((gram.at(0, 0) - w.iter().sum::<f64>()).abs() < 1e-9);
    }
}
