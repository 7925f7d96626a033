//! What a user may say about an audit.

use lead_scoring_core::Dimension;

/// Choices of the user; everything may stay empty.
///
/// ```
/// let mut options = lead_scoring_audit::AuditOptions::default();
/// options.keep.push("Amount".to_owned());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditOptions {
    /// Columns never left out, whatever speaks against them. Their evidence is still reported.
    pub keep: Vec<String>,
    /// Columns left out because the user says so.
    pub exclude: Vec<String>,
    /// The column that names a deal, if the user knows it.
    pub identifier: Option<String>,
    /// Dimensions of columns, where the name heuristic would guess wrong. The last one for a column counts.
    pub dimensions: Vec<(String, Dimension)>,
    /// The name of the outcome column, for the texts; if the data still holds such a column it is left out.
    pub outcome: Option<String>,
    /// Seed of the halves on which a field's separation is learned and measured.
    pub seed: u64,
}
