//! Won and lost deals per integer score: all that the calibration ever looks at.

use lead_scoring_metrics::ScoreCounts;

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

/// One cell per distinct score, ascending; what one slice has beyond the other is left out.
pub(crate) fn cells(scores: &[i32], won: &[bool]) -> Vec<Cell> {
    let deals = scores.len().min(won.len());
    let counts = ScoreCounts::from_integer_scores(&scores[..deals], &won[..deals]);
    let groups = counts.as_ref().map(ScoreCounts::groups).unwrap_or_default();
    groups.iter().map(|group| Cell { score: group.score as i32, won: group.won, lost: group.lost }).collect()
}

/// Won and lost deals of all cells.
pub(crate) fn totals(cells: &[Cell]) -> (u64, u64) {
    cells.iter().fold((0, 0), |(won, lost), cell| (won + cell.won, lost + cell.lost))
}
