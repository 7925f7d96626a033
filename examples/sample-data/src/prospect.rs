//! One company in the sales process: what is known of it before the outcome.

use crate::{
    companies::CompanyNames,
    dice::Dice,
    record::{Record, flag, money},
    vocabulary::{COMPETITORS, COUNTRIES, INDUSTRIES, Industry, OWNERS, SOURCES, Source, TECH, revenue_band},
};

/// Columns that deals and leads share, in the order of the export.
pub(crate) const COLUMNS: [&str; 24] = [
    "Industry",
    "Employees",
    "Revenue Band",
    "Country",
    "Tech Stack",
    "Lead Source",
    "First Engagement",
    "Demo Requested",
    "Pricing Requested",
    "Webinar Attended",
    "Downloads",
    "Email Opens",
    "Email Clicks",
    "Page Views",
    "Contacts Engaged",
    "Days Since Last Activity",
    "Meetings",
    "Intent Surge",
    "Recent Funding",
    "Hiring HR Roles",
    "Competitor",
    "Owner",
    "Amount",
    "Created Date",
];

/// How far the process has gone: open leads have done less, and rest longer, than deals that ran their course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Closed,
    Open,
}

/// A company before any fault of recording.
#[derive(Debug, Clone)]
pub(crate) struct Prospect {
    pub(crate) company: String,
    pub(crate) industry: Industry,
    pub(crate) employees: u32,
    revenue_millions: u32,
    country: &'static str,
    pub(crate) tech: Vec<&'static str>,
    pub(crate) source: Source,
    first_engagement: &'static str,
    pub(crate) demo: bool,
    pub(crate) pricing: bool,
    pub(crate) webinar: bool,
    downloads: u32,
    opens: u32,
    clicks: u32,
    views: u32,
    pub(crate) contacts: u32,
    pub(crate) idle_days: u32,
    pub(crate) meetings: u32,
    pub(crate) intent: bool,
    pub(crate) funding: bool,
    hiring: bool,
    pub(crate) competitor: &'static str,
    owner: &'static str,
    pub(crate) amount: u32,
    /// How interested the company is (standard normal). Not recorded: opens, clicks, views and downloads
    /// are its traces, which is why they say much the same.
    pub(crate) interest: f64,
}

impl Prospect {
    /// A company of any industry and source the history knows.
    pub(crate) fn draw(dice: &mut Dice, names: &mut CompanyNames, stage: Stage) -> Self {
        let (industry, source) = (dice.weighted(&INDUSTRIES), dice.weighted(&SOURCES));
        Self::draw_from(dice, names, stage, industry, source)
    }

    /// A company of this industry and source.
    pub(crate) fn draw_from(
        dice: &mut Dice,
        names: &mut CompanyNames,
        stage: Stage,
        industry: Industry,
        source: Source,
    ) -> Self {
        let company = names.next(industry);
        let employees = employees(dice);
        let revenue_millions = employees * dice.between(60, 220) / 1000;
        let interest = dice.bell();
        let early = f64::from(u8::from(stage == Stage::Open));
        let opens = dice.successes(20, (0.30 + 0.13 * interest - 0.06 * early).clamp(0.02, 0.9));
        let clicks = dice.successes(opens, (0.35 + 0.08 * interest).clamp(0.05, 0.8));
        let views = clicks * 2 + dice.successes(24, (0.28 + 0.13 * interest - 0.05 * early).clamp(0.02, 0.9));
        Self {
            company,
            industry,
            employees,
            revenue_millions,
            country: dice.weighted(&COUNTRIES),
            tech: TECH.iter().filter(|(_, share)| dice.chance(*share)).map(|(item, _)| *item).collect(),
            source,
            first_engagement: dice.weighted(source.first_engagements()),
            demo: dice.chance(0.42 + 0.06 * interest - 0.12 * early),
            pricing: dice.chance(0.34 + 0.05 * interest - 0.10 * early),
            webinar: dice.chance(0.28),
            downloads: dice.successes(6, (0.25 + 0.08 * interest).clamp(0.02, 0.9)),
            opens,
            clicks,
            views,
            contacts: 1 + dice.successes(6, 0.27 - 0.05 * early),
            idle_days: dice.skewed(0, if stage == Stage::Open { 75 } else { 60 }),
            meetings: dice.successes(7, 0.30 - 0.10 * early),
            intent: dice.chance(0.30),
            funding: dice.chance(0.20),
            hiring: dice.chance(0.35),
            competitor: dice.weighted(&COMPETITORS),
            owner: dice.pick(&OWNERS),
            amount: amount(dice, employees),
            interest,
        }
    }

    pub(crate) fn uses(&self, tech: &str) -> bool {
        self.tech.contains(&tech)
    }

    /// The shared cells, as a tidy export would write them; the creation date is the caller's to add.
    pub(crate) fn record(&self) -> Record {
        Record::from([
            ("Company", self.company.clone()),
            ("Industry", self.industry.name().to_owned()),
            ("Employees", self.employees.to_string()),
            ("Revenue Band", revenue_band(self.revenue_millions).to_owned()),
            ("Country", self.country.to_owned()),
            ("Tech Stack", self.tech.join("; ")),
            ("Lead Source", self.source.name().to_owned()),
            ("First Engagement", self.first_engagement.to_owned()),
            ("Demo Requested", flag(self.demo)),
            ("Pricing Requested", flag(self.pricing)),
            ("Webinar Attended", flag(self.webinar)),
            ("Downloads", self.downloads.to_string()),
            ("Email Opens", self.opens.to_string()),
            ("Email Clicks", self.clicks.to_string()),
            ("Page Views", self.views.to_string()),
            ("Contacts Engaged", self.contacts.to_string()),
            ("Days Since Last Activity", self.idle_days.to_string()),
            ("Meetings", self.meetings.to_string()),
            ("Intent Surge", flag(self.intent)),
            ("Recent Funding", flag(self.funding)),
            ("Hiring HR Roles", flag(self.hiring)),
            ("Competitor", self.competitor.to_owned()),
            ("Owner", self.owner.to_owned()),
            ("Amount", money(self.amount)),
        ])
    }
}

/// Head count: mostly mid-market, with small firms below and large ones above.
fn employees(dice: &mut Dice) -> u32 {
    let (low, high) =
        dice.weighted(&[((25, 199), 24), ((200, 499), 24), ((500, 2000), 32), ((2001, 9000), 20)]);
    dice.skewed(low, high)
}

/// Yearly contract value in dollars, to the nearest 500 below: a price per head that falls with size.
fn amount(dice: &mut Dice, employees: u32) -> u32 {
    let per_head = if employees > 2000 { dice.between(16, 28) } else { dice.between(26, 48) };
    (employees * per_head / 500).max(4) * 500
}
