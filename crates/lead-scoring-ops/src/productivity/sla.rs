//! Whether leads that came into Hot were contacted within the hour.

use crate::Moment;
use crate::measures::{Share, Spread};
use crate::view::View;
use serde::Serialize;

/// Minutes within which a lead is to be contacted once it is Hot.
pub const SLA_MINUTES: i64 = 60;

/// How soon leads were contacted after they first came into Hot in the time looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sla {
    /// Minutes that the promise gives.
    pub promised_minutes: i64,
    /// Leads that came into Hot.
    pub became_hot: u64,
    /// Contacted in time, of those that can be judged; a lead without any contact counts as not in time once the hour is over.
    pub in_time: Share,
    /// Leads without any contact so far, among those judged.
    pub never_contacted: u64,
    /// Not judged: contacted before they came into Hot.
    pub contacted_before: u64,
    /// Not judged: came into Hot less than an hour before the history ends, without a contact.
    pub too_recent: u64,
    /// Not judged: a time of day is missing, or its zone on one side only.
    pub untimed: u64,
    /// Minutes to the contact, of the leads judged that were contacted; `None` of none.
    pub minutes: Option<Spread>,
}

/// What is known of one lead.
enum Contact {
    After(i64),
    Never,
    Before,
    TooRecent,
    Untimed,
}

impl Sla {
    pub(super) fn new(view: &View<'_>) -> Self {
        let span = view.window.span;
        let last = last_moment(view);
        let mut sla = Self {
            promised_minutes: SLA_MINUTES,
            became_hot: 0,
            in_time: Share::new(0, 0),
            never_contacted: 0,
            contacted_before: 0,
            too_recent: 0,
            untimed: 0,
            minutes: None,
        };
        let mut seconds = Vec::new();
        for lead in &view.leads {
            let Some(hot) = lead.turns_hot().find(|scoring| span.contains(scoring.at.day())) else {
                continue;
            };
            sla.became_hot += 1;
            let contact = lead.lead.first_contact.filter(|contact| contact.day() <= span.to);
            match judge(hot.at, contact, last) {
                Contact::After(after) => seconds.push(after),
                Contact::Never => sla.never_contacted += 1,
                Contact::Before => sla.contacted_before += 1,
                Contact::TooRecent => sla.too_recent += 1,
                Contact::Untimed => sla.untimed += 1,
            }
        }
        let in_time = seconds.iter().filter(|after| **after <= SLA_MINUTES * 60).count() as u64;
        sla.in_time = Share::new(in_time, seconds.len() as u64 + sla.never_contacted);
        sla.minutes = Spread::of(seconds.into_iter().map(|after| after as f64 / 60.0));
        sla
    }
}

fn judge(hot: Moment, contact: Option<Moment>, last: Option<Moment>) -> Contact {
    let Some(contact) = contact else {
        return match last.and_then(|last| last.seconds_since(hot)) {
            None => Contact::Untimed,
            Some(passed) if passed < SLA_MINUTES * 60 => Contact::TooRecent,
            Some(_) => Contact::Never,
        };
    };
    match contact.seconds_since(hot) {
        Some(after) if after >= 0 => Contact::After(after),
        Some(_) => Contact::Before,
        // A day alone still tells what came first, unless both are the same.
        None if contact.day() < hot.day() => Contact::Before,
        None => Contact::Untimed,
    }
}

/// The latest time that the history knows of within the time looked at.
fn last_moment(view: &View<'_>) -> Option<Moment> {
    let scored = view.leads.iter().flat_map(|lead| lead.scorings).map(|scoring| scoring.at);
    let contacted = view.leads.iter().filter_map(|lead| lead.lead.first_contact);
    let seen = scored.chain(contacted).filter(|moment| moment.day() <= view.window.span.to);
    seen.filter(|moment| moment.has_time()).max_by_key(|moment| moment.order_key())
}
