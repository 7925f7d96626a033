//! What turns figures into a document, and what a document may be given besides.

use crate::{Report, Result};

/// Turns figures into the text of one file: those of a [`Report`], or of [`Dashboards`](lead_scoring_ops::Dashboards).
///
/// A renderer decides how figures are shown. The same figures give the same bytes.
pub trait Renderer<Figures = Report> {
    /// The whole document.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Rendering`] where the text cannot be put together.
    fn render(&self, figures: &Figures) -> Result<String>;
}

/// A section of your own, for [`crate::Markdown`] and [`crate::Html`].
///
/// ```
/// use lead_scoring_report::{Html, Place, Section};
///
/// let owner = Section::text("Owner", "Revenue operations; questions to the weekly call.", Place::Top);
/// let counts = Section::template(
///     "Deals by outcome",
///     "Of {{ header.deals }} deals {{ header.won }} were won ({{ header.base_rate.value | percent }}).",
///     Place::AfterSection(1),
/// );
/// let page = Html::new().with_section(owner).with_section(counts).with_css("h1 { color: teal }");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub(crate) title: String,
    pub(crate) place: Place,
    pub(crate) body: Body,
}

/// Where a section of your own stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// After the head and the executive summary.
    Top,
    /// After one of the sections 1 to 8 of a report or 1 to 3 of dashboards; any other number stands for the last.
    AfterSection(u8),
    /// After the last section, before the model itself.
    End,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    Text(String),
    Template(String),
}

impl Section {
    /// A section of plain text: paragraphs are parted by empty lines, and nothing in them is mark-up.
    #[must_use]
    pub fn text(title: impl Into<String>, text: impl Into<String>, place: Place) -> Self {
        Self { title: title.into(), place, body: Body::Text(text.into()) }
    }

    /// A section of Markdown with figures of the report in it, as a minijinja template.
    ///
    /// A template reads the figures by the names of `report.json` (`header.won`) and prints them by the filters of the report's own
    /// templates: `percent`, `dec(places)`, `lift`, `signed`, `p`, `rate`, `counted(noun)`, `code`, `prose`, `one_line(characters)`,
    /// `level(characters)`. What it prints is escaped; what it says itself is Markdown. A name that does not exist, or a fraction without
    /// a filter, is an error when the report is rendered.
    #[must_use]
    pub fn template(title: impl Into<String>, source: impl Into<String>, place: Place) -> Self {
        Self { title: title.into(), place, body: Body::Template(source.into()) }
    }
}

impl Place {
    /// The number of the template, in the order of the report, that the section follows: 0 is the head, 8 the last section.
    pub(crate) const fn follows(self) -> usize {
        match self {
            Self::Top => 0,
            Self::AfterSection(number @ 1..=8) => number as usize,
            Self::AfterSection(_) | Self::End => 8,
        }
    }
}
