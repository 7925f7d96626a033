//! `rep-guide.md`: one page for those who work the leads.

use crate::markdown::{REP_GUIDE, render_template};
use crate::{Renderer, Report, Result};

/// One page of Markdown: what the score means, what to do with each tier and within which time, the strongest signals in words, and
/// what the score does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnePager;

impl OnePager {
    /// The page.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl Renderer for OnePager {
    fn render(&self, report: &Report) -> Result<String> {
        render_template(REP_GUIDE, report)
    }
}
