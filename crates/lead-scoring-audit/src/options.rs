//! What a user may say about an audit.

use crate::error::{Error, ErrorKind, Result};
use lead_scoring_core::{Dataset, Dimension, nearest_name};

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

impl AuditOptions {
    /// Checks the names against the columns; returns the position of the identifier column, if one is named.
    pub(crate) fn check(&self, data: &Dataset) -> Result<Option<usize>> {
        let given = self.keep.iter().chain(&self.exclude).chain(self.dimensions.iter().map(|(name, _)| name));
        for name in given {
            position(data, name)?;
        }
        if let Some(name) = self.keep.iter().find(|name| self.exclude.contains(name)) {
            let message = format!("the column `{name}` is both kept and excluded; name it once");
            return Err(Error::new(ErrorKind::Option, message));
        }
        self.identifier.as_deref().map(|name| position(data, name)).transpose()
    }
}

fn position(data: &Dataset, name: &str) -> Result<usize> {
    data.index_of(name).ok_or_else(|| {
        let near = nearest_name(name, data.fields().iter().map(|field| field.name.as_str()));
        let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        Error::new(ErrorKind::Option, format!("there is no column `{name}`{hint}"))
    })
}
