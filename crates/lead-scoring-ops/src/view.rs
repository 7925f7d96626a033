//! Leads as they stood on the last day that is looked at: nothing that came later is known.

use crate::history::{History, Lead, Outcome, Scoring};
use crate::window::Window;
use lead_scoring_core::{Day, Tier};
use std::sync::Arc;

/// The four tiers, and what stands in for one where too little was known.
pub(crate) const TIERS: [Option<Tier>; 5] =
    [Some(Tier::Hot), Some(Tier::Warm), Some(Tier::Cool), Some(Tier::Cold), None];

/// A tier's position in [`TIERS`].
pub(crate) fn index(tier: Option<Tier>) -> usize {
    tier.map_or(4, Tier::index)
}

/// Whether sales works leads of this tier first.
pub(crate) const fn is_called(tier: Tier) -> bool {
    matches!(tier, Tier::Hot | Tier::Warm)
}

/// One lead with what was known of it on the last day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeadView<'a> {
    pub(crate) lead: &'a Lead,
    /// The scorings up to the last day, earliest first.
    pub(crate) scorings: &'a [Scoring],
    pub(crate) first: &'a Scoring,
    pub(crate) latest: &'a Scoring,
    pub(crate) outcome: Outcome,
    /// The day on which it was won or lost, where known.
    pub(crate) closed: Option<Day>,
}

impl<'a> LeadView<'a> {
    fn new(lead: &'a Lead, last: Day) -> Option<Self> {
        let seen = lead.scorings.iter().take_while(|scoring| scoring.at.day() <= last).count();
        let scorings = lead.scorings.get(..seen)?;
        let closed = lead.closed.map(|(day, _)| day);
        let known = closed.map_or(seen == lead.scorings.len(), |day| day <= last);
        let outcome = if known { lead.outcome } else { Outcome::Open };
        let closed = closed.filter(|_| outcome != Outcome::Open);
        Some(Self { lead, scorings, first: scorings.first()?, latest: scorings.last()?, outcome, closed })
    }

    /// The latest scoring on or before a day.
    pub(crate) fn at_end_of(&self, day: Day) -> Option<&'a Scoring> {
        self.scorings.iter().rev().find(|scoring| scoring.at.day() <= day)
    }

    /// Whether it was won or lost on or before a day; without a day of closing as soon as that is known at all.
    pub(crate) fn is_closed_by(&self, day: Day) -> bool {
        self.outcome != Outcome::Open && self.closed.is_none_or(|closed| closed <= day)
    }

    /// Who worked it last.
    pub(crate) fn owner(&self) -> Option<&'a Arc<str>> {
        self.scorings.iter().rev().find_map(|scoring| scoring.owner.as_ref())
    }

    /// The scorings with which it came into Hot while nobody had won or lost it.
    pub(crate) fn turns_hot(&self) -> impl Iterator<Item = &'a Scoring> + use<'a> {
        let closed = self.closed;
        let before = std::iter::once(None).chain(self.scorings.iter().map(|scoring| scoring.tier));
        self.scorings
            .iter()
            .zip(before)
            .filter(|(scoring, before)| scoring.tier == Some(Tier::Hot) && *before != Some(Tier::Hot))
            .map(|(scoring, _)| scoring)
            .filter(move |scoring| closed.is_none_or(|closed| scoring.at.day() <= closed))
    }
}

/// Every lead that was scored by the last day.
#[derive(Debug)]
pub(crate) struct View<'a> {
    pub(crate) history: &'a History,
    pub(crate) window: Window,
    pub(crate) leads: Vec<LeadView<'a>>,
}

impl<'a> View<'a> {
    pub(crate) fn new(history: &'a History, window: Window) -> Self {
        let leads = history.leads.iter().filter_map(|lead| LeadView::new(lead, window.span.to)).collect();
        Self { history, window, leads }
    }

    /// Leads first scored in the time looked at, and not after they were won or lost: those whose first score was a forecast.
    pub(crate) fn foretold(&self) -> impl Iterator<Item = &LeadView<'a>> {
        let span = self.window.span;
        self.leads
            .iter()
            .filter(move |view| span.contains(view.first.at.day()) && !view.lead.closed_before_scored())
    }
}
