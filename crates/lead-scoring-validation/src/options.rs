//! Targets and other choices of the validation.

use crate::{Error, ErrorKind, Result};
use lead_scoring_core::Message;
use serde::{Deserialize, Serialize};

/// What a model must exceed to be deployed without reservation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Targets {
    /// Share of deals called right when Hot and Warm are called wins; 0.70 unless said otherwise.
    pub accuracy: f64,
    /// Won share of the Hot deals; 0.60 unless said otherwise.
    pub hot_precision: f64,
    /// Share of the wins that are Hot; 0.50 unless said otherwise.
    pub hot_recall: f64,
    /// F1 of Hot; 0.55 unless said otherwise.
    pub hot_f1: f64,
    /// Area under the ROC curve; 0.70 unless said otherwise.
    pub auc: f64,
    /// Spearman's rank correlation of score and outcome; 0.40 unless said otherwise.
    pub spearman: f64,
    /// Mean Hot score minus mean Cold score in points; `None`, the default, is a fifth of the card's range.
    pub tier_separation: Option<f64>,
}

impl Default for Targets {
    fn default() -> Self {
        Self {
            accuracy: 0.70,
            hot_precision: 0.60,
            hot_recall: 0.50,
            hot_f1: 0.55,
            auc: 0.70,
            spearman: 0.40,
            tier_separation: None,
        }
    }
}

impl Targets {
    /// Checks every target; all faults are in one message.
    ///
    /// # Errors
    /// [`ErrorKind::Option`] naming each target outside its range.
    pub fn check(&self) -> Result<()> {
        let shares = [
            ("accuracy", self.accuracy),
            ("hot_precision", self.hot_precision),
            ("hot_recall", self.hot_recall),
            ("hot_f1", self.hot_f1),
            ("auc", self.auc),
            ("spearman", self.spearman),
        ];
        let outside = shares.iter().filter(|(_, target)| !(0.0..1.0).contains(target));
        let mut faults: Vec<String> = outside
            .map(|(name, _)| format!("the target {name} must lie between 0 and 1, 1 excluded"))
            .collect();
        if self.tier_separation.is_some_and(|points| !(0.0..=1e9).contains(&points)) {
            faults.push("the target tier_separation must be a number of points, 0 or more".to_owned());
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::new(ErrorKind::Option, faults.join("; "))) }
    }
}

/// Options of [`crate::validate`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ValidationOptions {
    /// What the model must exceed.
    pub targets: Targets,
    /// Fields that the search for common patterns leaves alone, such as those that an audit found to be filled in only after
    /// the outcome was known.
    pub ignored_fields: Vec<String>,
    /// Doubts that earlier steps had, as sentences; each keeps the verdict from being "deploy".
    pub doubts: Vec<Message>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faults_are_reported_at_once() {
        let targets =
            Targets { auc: 1.5, spearman: f64::NAN, tier_separation: Some(-1.0), ..Targets::default() };
        let message = targets.check().unwrap_err().to_string();
        for name in ["auc", "spearman", "tier_separation"] {
            assert!(message.contains(name), "{message}");
        }
        assert!(!message.contains("accuracy"), "{message}");
        assert!(Targets::default().check().is_ok());
    }

    #[test]
    fn targets_have_defaults_in_files() {
        let options: ValidationOptions = serde_json::from_str(r#"{"targets": {"auc": 0.8}}"#).unwrap();
        assert_eq!(options.targets, Targets { auc: 0.8, ..Targets::default() });
        assert!(serde_json::from_str::<Targets>(r#"{"roc": 0.8}"#).is_err());
    }
}
