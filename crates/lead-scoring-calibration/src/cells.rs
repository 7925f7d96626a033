//! Won and lost deals per integer score: all that the calibration ever looks at.

/// The deals of one score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) score: i32,
    pub(crate) won: u64,
    pub(crate) lost: u64,
}

impl Cell {
    pub(crate) const fn deals(&self) -> u64 {
        self.won + self.lost
    }
}

/// One cell per distinct score, ascending.
pub(crate) fn cells(scores: &[i32], won: &[bool]) -> Vec<Cell> {
    let mut rows: Vec<(i32, bool)> = scores.iter().copied().zip(won.iter().copied()).collect();
    rows.sort_unstable();
    let of_run = |run: &[(i32, bool)]| {
        let won = run.iter().filter(|(_, won)| *won).count() as u64;
        Cell { score: run[0].0, won, lost: run.len() as u64 - won }
    };
    rows.chunk_by(|a, b| a.0 == b.0).map(of_run).collect()
}

/// Won and lost deals of all cells.
pub(crate) fn totals(cells: &[Cell]) -> (u64, u64) {
    cells.iter().fold((0, 0), |(won, lost), cell| (won + cell.won, lost + cell.lost))
}
