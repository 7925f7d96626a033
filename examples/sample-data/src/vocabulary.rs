//! The categories of the export, how often each occurs, and how it is written.

/// Industry of the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Industry {
    Technology,
    Healthcare,
    FinancialServices,
    Manufacturing,
    Retail,
    PublicSector,
    /// Occurs among the open leads only: a category the history has never seen.
    Agriculture,
}

pub(crate) const INDUSTRIES: [(Industry, u32); 6] = [
    (Industry::Technology, 22),
    (Industry::Healthcare, 19),
    (Industry::FinancialServices, 16),
    (Industry::Manufacturing, 16),
    (Industry::Retail, 15),
    (Industry::PublicSector, 12),
];

impl Industry {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Technology => "Technology",
            Self::Healthcare => "Healthcare",
            Self::FinancialServices => "Financial Services",
            Self::Manufacturing => "Manufacturing",
            Self::Retail => "Retail",
            Self::PublicSector => "Public Sector",
            Self::Agriculture => "Agriculture",
        }
    }
}

/// Where the lead came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Referral,
    Inbound,
    Event,
    Partner,
    PaidSearch,
    ColdOutbound,
    /// Occurs among the open leads only.
    Podcast,
}

pub(crate) const SOURCES: [(Source, u32); 6] = [
    (Source::Referral, 17),
    (Source::Inbound, 25),
    (Source::Event, 13),
    (Source::Partner, 11),
    (Source::PaidSearch, 12),
    (Source::ColdOutbound, 22),
];

impl Source {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Referral => "Referral",
            Self::Inbound => "Inbound",
            Self::Event => "Event",
            Self::Partner => "Partner",
            Self::PaidSearch => "Paid Search",
            Self::ColdOutbound => "Cold Outbound",
            Self::Podcast => "Podcast",
        }
    }

    /// First engagements that go with the source.
    pub(crate) fn first_engagements(self) -> &'static [(&'static str, u32)] {
        match self {
            Self::Referral | Self::Partner => &[("Phone Call", 5), ("Meeting", 4), ("Email Reply", 1)],
            Self::Inbound | Self::PaidSearch | Self::Podcast => {
                &[("Website Form", 5), ("Content Download", 4), ("Webinar", 1)]
            }
            Self::Event => &[("Meeting", 6), ("Website Form", 2), ("Webinar", 2)],
            Self::ColdOutbound => &[("Email Reply", 6), ("Phone Call", 4)],
        }
    }
}

/// Software found at the company, and the share of companies that use it.
pub(crate) const TECH: [(&str, f64); 8] = [
    ("Google Workspace", 0.35),
    ("HubSpot", 0.22),
    ("Microsoft Teams", 0.40),
    ("NetSuite", 0.20),
    ("Okta", 0.22),
    ("Salesforce", 0.45),
    ("Slack", 0.50),
    ("Workday", 0.24),
];

pub(crate) const COUNTRIES: [(&str, u32); 6] = [
    ("United States", 44),
    ("United Kingdom", 16),
    ("Canada", 12),
    ("Germany", 12),
    ("France", 9),
    ("Netherlands", 7),
];

/// Invented rival products met in the deal.
pub(crate) const COMPETITORS: [(&str, u32); 5] =
    [("None", 45), ("PeopleNest", 18), ("Staffwell", 15), ("HRonomy", 12), ("Rosterly", 10)];

pub(crate) const OWNERS: [&str; 5] =
    ["Alex Morgan", "Dana Whitfield", "Jordan Reyes", "Priti Shah", "Tomasz Nowak"];

pub(crate) const TITLES: [(&str, u32); 7] = [
    ("HR Director", 24),
    ("VP People", 18),
    ("HR Manager", 24),
    ("Chief People Officer", 8),
    ("Payroll Manager", 10),
    ("IT Director", 8),
    ("CFO", 8),
];

/// Yearly revenue band of a company whose revenue is `millions` of dollars.
pub(crate) fn revenue_band(millions: u32) -> &'static str {
    match millions {
        0..10 => "Under $10M",
        10..50 => "$10M-$50M",
        50..250 => "$50M-$250M",
        250..1000 => "$250M-$1B",
        _ => "Over $1B",
    }
}
