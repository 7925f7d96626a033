//! The planted truth: log odds of winning, and who wins.
//!
//! The log odds are a sum of the terms below. Fields that do not occur here (country, owner, competitor,
//! hiring, revenue band, first engagement, amount) have no effect of their own; some of them follow another
//! field and so show a weak shadow of it.

use crate::{
    dice::Dice,
    prospect::Prospect,
    vocabulary::{Industry, Source},
};

/// Log odds of winning, up to a constant: only the ranking matters, since the number won is fixed.
pub(crate) fn log_odds(p: &Prospect) -> f64 {
    let strong = demo(p) + source(p) + size(p) + recency(p) + breadth(p);
    let medium = pricing(p) + industry(p) + tech(p) + meetings(p) + intent(p);
    let weak = 0.5 * f64::from(u8::from(p.webinar)) + 0.5 * f64::from(u8::from(p.funding)) + 0.6 * p.interest;
    strong + medium + weak + large_and_warm(p)
}

/// Positions of the `winners` prospects with the highest log odds plus logistic noise, in order of position.
///
/// This is a logit model given the number of wins.
pub(crate) fn draw_winners(dice: &mut Dice, prospects: &[Prospect], winners: usize) -> Vec<usize> {
    let mut ranked: Vec<(f64, usize)> =
        prospects.iter().enumerate().map(|(i, p)| (log_odds(p) + dice.logistic(), i)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut chosen: Vec<usize> = ranked.into_iter().take(winners).map(|(_, i)| i).collect();
    chosen.sort_unstable();
    chosen
}

fn demo(p: &Prospect) -> f64 {
    if p.demo { 2.9 } else { 0.0 }
}

fn source(p: &Prospect) -> f64 {
    match p.source {
        Source::Referral => 1.9,
        Source::ColdOutbound => -2.7,
        _ => 0.0,
    }
}

/// The product is made for 200–2000 employees.
fn size(p: &Prospect) -> f64 {
    match p.employees {
        0..200 => -1.3,
        200..=2000 => 1.6,
        _ => -1.6,
    }
}

fn recency(p: &Prospect) -> f64 {
    match p.idle_days {
        0..=7 => 1.9,
        8..=25 => 0.0,
        _ => -2.2,
    }
}

fn breadth(p: &Prospect) -> f64 {
    if p.contacts >= 3 { 2.4 } else { 0.0 }
}

fn pricing(p: &Prospect) -> f64 {
    if p.pricing { 1.6 } else { 0.0 }
}

fn industry(p: &Prospect) -> f64 {
    match p.industry {
        Industry::Technology | Industry::Healthcare => 1.1,
        Industry::Retail | Industry::PublicSector => -1.4,
        _ => 0.0,
    }
}

/// Workday is an HR suite: hard to displace. Slack goes with firms that buy software by the piece.
fn tech(p: &Prospect) -> f64 {
    let workday = if p.uses("Workday") { -1.9 } else { 0.0 };
    let slack = if p.uses("Slack") { 1.0 } else { 0.0 };
    workday + slack
}

fn meetings(p: &Prospect) -> f64 {
    0.55 * f64::from(p.meetings.min(4))
}

fn intent(p: &Prospect) -> f64 {
    if p.intent { 1.4 } else { 0.0 }
}

/// The interaction: from 500 employees up, a lead that comes by itself or by referral wins more often than
/// size and source explain.
fn large_and_warm(p: &Prospect) -> f64 {
    let warm = matches!(p.source, Source::Referral | Source::Inbound);
    if warm && p.employees >= 500 { 2.4 } else { 0.0 }
}
