//! What became of the leads of one year: every lead scored when it came and again on the first of each month while it was open.

use jiff::civil::Date;

use crate::{
    calendar::{EXPORT_DAY, FIRST_CLOSE, HISTORY_DAYS, after, before},
    dice::Dice,
    record::Record,
    vocabulary::{OWNERS, SOURCES, Source},
};

/// Leads of `history.csv`.
pub const HISTORY_LEADS: usize = 320;

/// Columns of `history.csv`: the CRM fields of the score, then what a CRM knows besides.
pub(crate) const HEADER: [&str; 10] = [
    "Lead ID",
    "Lead_Score_Last_Calculated",
    "Lead_Score_Total",
    "Lead_Score_Tier",
    "Outcome",
    "Closed Date",
    "Lead Source",
    "Owner",
    "Minutes",
    "First Contact",
];

/// The hour of the monthly scoring.
const MONTHLY: u32 = 6 * 60;

/// A lead with what nobody sees: how good it is.
struct Lead {
    id: usize,
    came: Date,
    /// Minutes after midnight.
    came_at: u32,
    source: Source,
    owner: &'static str,
    /// In standard deviations.
    worth: f64,
    won: bool,
    closes: Date,
}

/// Draws the rows of `history.csv`, lead by lead in order of time.
pub(crate) fn draw(dice: &mut Dice) -> Vec<Record> {
    let mut came: Vec<u32> = (0..HISTORY_LEADS).map(|_| dice.between(0, HISTORY_DAYS)).collect();
    came.sort_unstable();
    came.into_iter().enumerate().flat_map(|(at, days)| rows(dice, at, after(FIRST_CLOSE, days))).collect()
}

fn rows(dice: &mut Dice, at: usize, came: Date) -> Vec<Record> {
    let lead = Lead::draw(dice, at, came);
    let scorings = lead.scorings(dice);
    let contact = contact(dice, &scorings);
    scorings.iter().map(|scoring| lead.record(dice, scoring, contact.as_deref())).collect()
}

impl Lead {
    fn draw(dice: &mut Dice, at: usize, came: Date) -> Self {
        let source = dice.weighted(&SOURCES);
        let worth = dice.bell() + leaning(source);
        // One in five at the middle, most of the best.
        let won = 1.3 * worth - 1.6 + dice.logistic() > 0.0;
        let days = if won { 14 + dice.skewed(0, 90) } else { 20 + dice.skewed(0, 170) };
        // A better lead is decided sooner.
        let days = if worth > 1.0 { days * 3 / 4 } else { days };
        let came_at = dice.between(8 * 60, 17 * 60 + 59);
        Self {
            id: 7001 + at,
            came,
            came_at,
            source,
            owner: dice.pick(&OWNERS),
            worth,
            won,
            closes: after(came, days),
        }
    }

    /// Day, minute and score: when it came, and on every first of a month until it closed or the year ended.
    fn scorings(&self, dice: &mut Dice) -> Vec<(Date, u32, Option<u32>)> {
        let mut scorings = vec![(self.came, self.came_at, self.score(dice, self.came))];
        let mut day = next_first(self.came);
        while day <= EXPORT_DAY && day < self.closes {
            scorings.push((day, MONTHLY, self.score(dice, day)));
            day = next_first(day);
        }
        scorings
    }

    /// What a model made of the lead that day: its worth, blurred; clearer the nearer the end. A few can not be scored at all.
    fn score(&self, dice: &mut Dice, day: Date) -> Option<u32> {
        let nearer = if day >= before(self.closes, 30) { if self.won { 6.0 } else { -6.0 } } else { 0.0 };
        let score = 52.0 + 11.0 * self.worth + 4.0 * dice.bell() + nearer;
        let known = dice.chance(0.98);
        known.then(|| score.clamp(0.0, 100.0) as u32)
    }

    fn record(
        &self,
        dice: &mut Dice,
        (day, minute, score): &(Date, u32, Option<u32>),
        contact: Option<&str>,
    ) -> Record {
        let tier = score.map(tier);
        let minutes = match tier {
            Some("Hot") => dice.between(30, 110),
            Some("Warm") => dice.between(15, 70),
            Some("Cool") => dice.skewed(0, 35),
            _ => dice.skewed(0, 18),
        };
        let closed = self.closes <= EXPORT_DAY;
        let outcome = match (closed, self.won) {
            (false, _) => "Open",
            (true, true) => "Closed Won",
            (true, false) => "Closed Lost",
        };
        let mut record = Record::from([
            ("Lead ID", format!("LEAD-{}", self.id)),
            ("Lead_Score_Last_Calculated", stamp(*day, *minute)),
            ("Lead_Score_Total", score.map(|score| score.to_string()).unwrap_or_default()),
            ("Lead_Score_Tier", tier.unwrap_or_default().to_owned()),
            ("Outcome", outcome.to_owned()),
            ("Lead Source", self.source.name().to_owned()),
            ("Owner", self.owner.to_owned()),
            ("Minutes", minutes.to_string()),
            ("First Contact", contact.unwrap_or_default().to_owned()),
        ]);
        if closed {
            record.insert("Closed Date", self.closes.to_string());
        }
        record
    }
}

/// When somebody first called: a Hot lead mostly within the hour, unless somebody had called before it was Hot; others within days; now
/// and then nobody ever.
fn contact(dice: &mut Dice, scorings: &[(Date, u32, Option<u32>)]) -> Option<String> {
    let hot = scorings.iter().find(|(.., score)| score.is_some_and(|score| tier(score) == "Hot"));
    let called_before = dice.chance(0.3);
    let (day, minute, _) = *hot.filter(|_| !called_before).or(scorings.first())?;
    let waited = if dice.chance(0.04) {
        return None;
    } else if hot.is_some() && minute != MONTHLY && dice.chance(0.78) {
        3 + dice.skewed(0, 60)
    } else if minute == MONTHLY && dice.chance(0.5) {
        // The monthly scoring runs before anybody is at work.
        130 + dice.skewed(0, 240)
    } else {
        70 + dice.skewed(0, 4000)
    };
    let minute = minute + waited;
    let day = after(day, minute / 1440);
    (day <= EXPORT_DAY).then(|| stamp(day, minute % 1440))
}

/// How much better or worse the leads of a source are.
fn leaning(source: Source) -> f64 {
    match source {
        Source::Referral => 0.8,
        Source::Partner => 0.3,
        Source::ColdOutbound => -0.8,
        _ => 0.0,
    }
}

fn tier(score: u32) -> &'static str {
    match score {
        67.. => "Hot",
        57..67 => "Warm",
        46..57 => "Cool",
        0..46 => "Cold",
    }
}

/// The first day of the next month.
fn next_first(day: Date) -> Date {
    after(day.last_of_month(), 1)
}

/// `2026-03-02 06:00`.
fn stamp(day: Date, minute: u32) -> String {
    format!("{day} {:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_are_scored_when_they_come_and_on_the_first_of_each_month_until_they_close() {
        let records = draw(&mut Dice::new(7));
        let mut came = std::collections::BTreeMap::<&str, &str>::new();
        for record in &records {
            let (id, at) = (record["Lead ID"].as_str(), record["Lead_Score_Last_Calculated"].as_str());
            match came.insert(id, at) {
                None => {}
                Some(earlier) => assert!(earlier < at && at.contains("-01 06:00"), "{id} {earlier} {at}"),
            }
            if let Some(closed) = record.get("Closed Date") {
                assert!(at < closed.as_str(), "{id} was scored {at} and closed {closed}");
            }
        }
        assert_eq!(came.len(), HISTORY_LEADS);
    }
}
