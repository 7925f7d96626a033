//! Reason codes: which signals cost a lead most, and what is not known of it.

use super::{Contribution, Explanation};

/// What the points of a signal are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Against {
    /// The most points the signal gives any lead: what stands between the lead and the highest score.
    Best,
    /// No points, as a value has that wins as often as the base rate: what makes the lead worse than any.
    Base,
}

impl Contribution<'_> {
    /// The points the lead loses by this signal, at least 0.
    #[must_use]
    pub fn lost(&self, against: Against) -> i32 {
        let measure = match against {
            Against::Best => self.best,
            Against::Base => 0,
        };
        measure.saturating_sub(self.points).max(0)
    }
}

impl<'a> Explanation<'a> {
    /// The signals that cost the lead points, the costliest first and the stronger of two that cost the same.
    #[must_use]
    pub fn reasons(&self, against: Against) -> Vec<&Contribution<'a>> {
        let mut costly: Vec<_> = self.contributions.iter().filter(|part| part.lost(against) > 0).collect();
        costly.sort_by_key(|part| std::cmp::Reverse(part.lost(against)));
        costly
    }

    /// The signals of which a value is missing, in the order of the model; [`Contribution::possible`] is what each leaves open.
    pub fn missing(&self) -> impl Iterator<Item = &Contribution<'a>> {
        self.contributions.iter().filter(|part| part.state.is_blank())
    }
}
