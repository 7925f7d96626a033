//! What a user may decide about tiers.

use crate::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};

/// Options of [`crate::calibrate`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CalibrationOptions {
    /// The largest share of leads that may be Hot, 0.02 to 0.9; 0.25 unless said otherwise.
    pub max_hot_share: f64,
    /// The smallest share of leads that must be Cold, 0 to 0.9; 0.20 unless said otherwise.
    pub min_cold_share: f64,
    /// The win rate that Hot should reach where the scores allow it, 0 to 1, 1 excluded; 0.60 unless said otherwise.
    pub hot_precision: f64,
    /// The share of all wins that Hot should hold where the scores allow it, 0 to 1, 1 excluded; 0.50 unless said otherwise.
    pub hot_recall: f64,
    /// The reps' working hours; `None` leaves them out of account.
    pub capacity: Option<Capacity>,
}

impl Default for CalibrationOptions {
    fn default() -> Self {
        Self {
            max_hot_share: 0.25,
            min_cold_share: 0.20,
            hot_precision: 0.60,
            hot_recall: 0.50,
            capacity: None,
        }
    }
}

/// How many leads come in and how many hours there are to work them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Capacity {
    /// New leads a month, all tiers together.
    pub leads_per_month: f64,
    /// Hours a month that all reps together have for leads.
    pub rep_hours_per_month: f64,
    /// Minutes of a rep's time for one Hot lead; 45 unless said otherwise.
    #[serde(default = "minutes_per_hot")]
    pub minutes_per_hot: f64,
    /// Minutes of a rep's time for one Warm lead; 20 unless said otherwise.
    #[serde(default = "minutes_per_warm")]
    pub minutes_per_warm: f64,
    /// Minutes of a rep's time for one Cool lead, for its monthly check-in; 5 unless said otherwise. Hot and Warm come first: the hours
    /// of Cool are told, but no threshold is raised for them.
    #[serde(default = "minutes_per_cool")]
    pub minutes_per_cool: f64,
    /// Hours a month that one rep has for leads, for the count of reps that are missing; 120 unless said otherwise.
    #[serde(default = "hours_per_rep")]
    pub hours_per_rep: f64,
}

const fn minutes_per_hot() -> f64 {
    45.0
}

const fn minutes_per_warm() -> f64 {
    20.0
}

const fn minutes_per_cool() -> f64 {
    5.0
}

const fn hours_per_rep() -> f64 {
    120.0
}

impl Capacity {
    /// Leads and hours a month, with the usual time per lead.
    #[must_use]
    pub const fn new(leads_per_month: f64, rep_hours_per_month: f64) -> Self {
        Self {
            leads_per_month,
            rep_hours_per_month,
            minutes_per_hot: minutes_per_hot(),
            minutes_per_warm: minutes_per_warm(),
            minutes_per_cool: minutes_per_cool(),
            hours_per_rep: hours_per_rep(),
        }
    }
}

impl CalibrationOptions {
    /// Checks every option; all faults are in one message.
    ///
    /// # Errors
    /// [`ErrorKind::Option`] naming each option outside its range.
    pub fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        if !(0.02..=0.9).contains(&self.max_hot_share) {
            faults.push("max_hot_share must lie between 0.02 and 0.9".to_owned());
        }
        if !(0.0..=0.9).contains(&self.min_cold_share) {
            faults.push("min_cold_share must lie between 0 and 0.9".to_owned());
        }
        for (name, aim) in [("hot_precision", self.hot_precision), ("hot_recall", self.hot_recall)] {
            if !(0.0..1.0).contains(&aim) {
                faults.push(format!("{name} must lie between 0 and 1, 1 excluded"));
            }
        }
        if let Some(capacity) = &self.capacity {
            let amounts = [
                ("leads_per_month", capacity.leads_per_month, 0.0),
                ("rep_hours_per_month", capacity.rep_hours_per_month, 0.0),
                ("minutes_per_hot", capacity.minutes_per_hot, 0.0),
                ("minutes_per_warm", capacity.minutes_per_warm, 0.0),
                ("minutes_per_cool", capacity.minutes_per_cool, 0.0),
                ("hours_per_rep", capacity.hours_per_rep, 1.0),
            ];
            let outside = amounts.iter().filter(|(_, amount, least)| !(*least..=1e9).contains(amount));
            faults
                .extend(outside.map(|(name, _, least)| format!("{name} must lie between {least} and 10^9")));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::new(ErrorKind::Option, faults.join("; "))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faults_are_reported_at_once() {
        let options = CalibrationOptions {
            max_hot_share: f64::NAN,
            min_cold_share: 1.5,
            hot_precision: 1.0,
            hot_recall: -0.1,
            capacity: Some(Capacity::new(-1.0, f64::INFINITY)),
        };
        let message = options.check().unwrap_err().to_string();
        for name in [
            "max_hot_share",
            "min_cold_share",
            "hot_precision",
            "hot_recall",
            "leads_per_month",
            "rep_hours_per_month",
        ] {
            assert!(message.contains(name), "{message}");
        }
        assert!(CalibrationOptions::default().check().is_ok());
    }

    #[test]
    fn options_have_defaults_in_files() {
        let json = r#"{"capacity": {"leads_per_month": 300, "rep_hours_per_month": 100}}"#;
        let options: CalibrationOptions = serde_json::from_str(json).unwrap();
        assert_eq!(options.capacity, Some(Capacity::new(300.0, 100.0)));
        assert!(serde_json::from_str::<CalibrationOptions>(r#"{"max_hot": 1}"#).is_err());
    }
}
