//! The closed deals: outcome, dates, and the fields known only once a deal is over.

use jiff::civil::Date;

use crate::{
    calendar::{EXPORT_DAY, FIRST_CLOSE, HISTORY_DAYS, INTENT_SINCE, after, before},
    companies::CompanyNames,
    dice::Dice,
    effects, faults,
    prospect::{COLUMNS, Prospect, Stage},
    record::{Record, flag, money},
    vocabulary::Industry,
};

/// Rows of `deals.csv`, the repeated ones included.
pub const DEALS: usize = 180;
/// Rows of `deals.csv` that were won.
pub const WON: usize = 62;

/// Distinct deals drawn; two near duplicates (one won, one lost) and one repeated row (lost) make up the rest.
const DISTINCT: usize = DEALS - 3;
const DISTINCT_WON: usize = WON - 1;

/// Columns of `deals.csv`.
pub(crate) const HEADER: [&str; 31] = {
    let mut header = [""; 31];
    header[0] = "Opportunity ID";
    header[1] = "Company";
    let mut i = 0;
    while i < COLUMNS.len() {
        header[2 + i] = COLUMNS[i];
        i += 1;
    }
    header[26] = "Cycle Days";
    header[27] = "Contract Sent";
    header[28] = "Loss Reason";
    header[29] = "Closed Date";
    header[30] = "Outcome";
    header
};

#[derive(Debug, Clone)]
struct Deal {
    prospect: Prospect,
    won: bool,
    closed: Date,
    cycle_days: u32,
    contract_sent: bool,
    loss_reason: &'static str,
}

/// Draws the rows of `deals.csv`, oldest first.
pub(crate) fn draw(dice: &mut Dice, names: &mut CompanyNames) -> Vec<Record> {
    let prospects: Vec<Prospect> =
        (0..DISTINCT).map(|_| Prospect::draw(dice, names, Stage::Closed)).collect();
    let winners = effects::draw_winners(dice, &prospects, DISTINCT_WON);
    let mut deals: Vec<Deal> = prospects
        .into_iter()
        .enumerate()
        .map(|(i, prospect)| close(dice, prospect, winners.binary_search(&i).is_ok()))
        .collect();
    let twins: Vec<Deal> = [true, false].into_iter().filter_map(|won| twin(&deals, won)).collect();
    deals.extend(twins);
    deals.sort_by_key(|deal| (deal.created(), deal.closed));

    let mut records: Vec<Record> = deals.iter().enumerate().map(|(i, deal)| deal.record(i)).collect();
    faults::blur(dice, &mut records);
    faults::repeat_a_lost_row(&mut records);
    records
}

/// Gives a prospect its end.
fn close(dice: &mut Dice, prospect: Prospect, won: bool) -> Deal {
    // A won deal moves on; a lost one often lingers.
    let cycle = if won { 25 + dice.skewed(0, 85) } else { 18 + dice.skewed(0, 170) };
    Deal {
        won,
        closed: after(FIRST_CLOSE, dice.between(0, HISTORY_DAYS)),
        cycle_days: cycle.max(prospect.idle_days + 5),
        contract_sent: dice.chance(if won { 0.96 } else { 0.03 }),
        loss_reason: if won { "" } else { loss_reason(dice, &prospect) },
        prospect,
    }
}

/// Why a deal was lost; the likely reason depends on the deal.
fn loss_reason(dice: &mut Dice, p: &Prospect) -> &'static str {
    let rival = p.uses("Workday") || p.competitor != "None";
    let poor = matches!(p.industry, Industry::PublicSector | Industry::Retail);
    dice.weighted(&[
        ("Chose Competitor", if rival { 5 } else { 0 }),
        ("No Budget", if poor { 5 } else { 2 }),
        ("Went Silent", if p.idle_days > 25 { 6 } else { 1 }),
        ("No Decision", 2),
        ("Bad Timing", 2),
        ("Missing Feature", if p.employees > 2000 { 3 } else { 1 }),
    ])
}

/// The same opportunity entered once more a few days later, under another spelling of the company.
fn twin(deals: &[Deal], won: bool) -> Option<Deal> {
    let late = before(EXPORT_DAY, 30);
    let mut copy = deals.iter().filter(|d| d.won == won && d.closed < late).nth(12)?.clone();
    copy.prospect.company = format!("{} Inc.", copy.prospect.company.to_uppercase());
    copy.prospect.amount += 500;
    copy.closed = after(copy.closed, 4);
    copy.cycle_days -= 3;
    Some(copy)
}

impl Deal {
    fn created(&self) -> Date {
        before(self.closed, self.cycle_days)
    }

    /// The row at `position` of the export.
    fn record(&self, position: usize) -> Record {
        let mut record = self.prospect.record();
        record.extend([
            ("Opportunity ID", format!("OPP-{}", 1001 + position)),
            ("Amount", money(self.prospect.amount)),
            ("Created Date", self.created().to_string()),
            ("Cycle Days", self.cycle_days.to_string()),
            ("Contract Sent", flag(self.contract_sent)),
            ("Loss Reason", self.loss_reason.to_owned()),
            ("Closed Date", self.closed.to_string()),
            ("Outcome", if self.won { "Closed Won" } else { "Closed Lost" }.to_owned()),
        ]);
        if self.closed < INTENT_SINCE {
            record.remove("Intent Surge");
        }
        record
    }
}
