//! The peers' result files, and which of our splits each belongs to.

use crate::in_file;
use crate::run::{Quality, Rows, Run};
use lead_scoring_benches::Result;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A result file of a peer, as far as it is of use here.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct PeerResult {
    peer: String,
    seed: u64,
    rows_train: usize,
    rows_test: usize,
    base_rate_test: f64,
    size: PeerSize,
    fit_cpu_s: f64,
    rss_fit_mib: f64,
    #[serde(flatten)]
    quality: Quality,
}

#[derive(Clone, Debug, Deserialize)]
struct PeerSize {
    signals: f64,
    integer_points: bool,
}

impl PeerResult {
    fn rows(&self) -> Rows {
        let test_won = (self.base_rate_test * self.rows_test as f64).round() as u64;
        Rows { train: self.rows_train, test: self.rows_test, test_won }
    }

    fn on_split(&self, split: usize) -> Run {
        Run {
            model: self.peer.clone(),
            split,
            rows: self.rows(),
            quality: self.quality.clone(),
            integer_points: self.size.integer_points,
            signals: self.size.signals,
            cpu_s: Some(self.fit_cpu_s),
            peak_mib: Some(self.rss_fit_mib),
        }
    }
}

pub(crate) fn read_peer(path: &Path) -> Result<PeerResult> {
    let text = std::fs::read_to_string(path).map_err(|error| in_file(path, error))?;
    serde_json::from_str(&text).map_err(|error| in_file(path, error))
}

/// The peers' results as runs on our splits: the n-th seed of all is that of the n-th split.
///
/// Means are comparable only where every peer has one result for each split, so that others are refused but for the peers named as
/// incomplete.
pub(crate) fn on_splits(peers: &[PeerResult], ours: &[Run], incomplete: &[String]) -> Result<Vec<Run>> {
    let mut seeds_of: BTreeMap<&str, BTreeSet<u64>> = BTreeMap::new();
    for result in peers {
        let PeerResult { peer, seed, .. } = result;
        if ours.iter().all(|run| run.rows != result.rows()) {
            return Err(
                format!("{peer}, seed {seed}: fitted or judged on other rows than the splits'").into()
            );
        }
        if !seeds_of.entry(peer).or_default().insert(*seed) {
            return Err(format!("{peer}, seed {seed} is given twice").into());
        }
    }
    if let Some(peer) = incomplete.iter().find(|peer| !seeds_of.contains_key(peer.as_str())) {
        return Err(format!("{peer} is said to be incomplete, but has no result").into());
    }
    let seeds: BTreeSet<u64> = seeds_of.values().flatten().copied().collect();
    if !peers.is_empty() && seeds.len() != ours.len() {
        let (seeds, splits) = (seeds.len(), ours.len());
        return Err(format!("the results are of {seeds} seeds, for {splits} splits; give one each").into());
    }
    let whole = |peer: &str, own: &BTreeSet<u64>| *own == seeds || incomplete.iter().any(|name| name == peer);
    if let Some((peer, own)) = seeds_of.iter().find(|(peer, own)| !whole(peer, own)) {
        let (own, splits) = (own.len(), ours.len());
        return Err(format!(
            "{peer} has {own} results for {splits} splits; give one each, or --incomplete {peer}"
        )
        .into());
    }
    Ok(peers.iter().map(|result| result.on_split(seeds.range(..result.seed).count())).collect())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    fn peer(seed: u64) -> PeerResult {
        let text = format!(
            r#"{{"peer": "p", "seed": {seed}, "rows_train": 70, "rows_test": 30, "base_rate_test": 0.3,
            "size": {{"signals": 3, "card_rows": null, "integer_points": true}},
            "auc": 0.{seed}, "average_precision": 0, "log_loss": 0, "brier": 0, "ece10": 0, "captured_10": 0.25, "captured_20": 0,
            "captured_30": 0, "captured_40": 0, "captured_50": 0, "fit_cpu_s": 2, "rss_fit_mib": 100}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    /// A run on the given split with an AUC of `tenths` tenths.
    pub(crate) fn run(model: &str, split: usize, tenths: u64) -> Run {
        Run { model: model.to_owned(), ..peer(tenths).on_split(split) }
    }

    fn two() -> [Run; 2] {
        [run("ours", 0, 1), run("ours", 1, 2)]
    }

    #[test]
    fn results_must_be_of_the_same_rows_one_for_each_split() {
        assert!(on_splits(&[], &two(), &[]).unwrap().is_empty());
        assert!(on_splits(&[peer(7), peer(8)], &two(), &[]).is_ok());
        assert!(on_splits(&[peer(7)], &two(), &[]).is_err());
        assert!(on_splits(&[peer(7), peer(7)], &two(), &[]).is_err());
        assert!(on_splits(&[peer(7), peer(8), peer(9)], &two(), &[]).is_err());
        let mut other = peer(8);
        other.base_rate_test = 0.4;
        assert!(on_splits(&[peer(7), other], &two(), &[]).is_err());
    }

    #[test]
    fn seeds_in_order_are_the_splits() {
        let runs = on_splits(&[peer(8), peer(3)], &two(), &[]).unwrap();
        let order: Vec<(usize, f64)> = runs.iter().map(|run| (run.split, run.quality.auc)).collect();
        assert_eq!(order, [(1, 0.8), (0, 0.3)]);
        assert!(runs.iter().all(|run| run.integer_points));
    }

    #[test]
    fn a_peer_may_lack_results_only_where_it_is_said_so() {
        let named = |name: &str, seed| PeerResult { peer: name.to_owned(), ..peer(seed) };
        let results = [named("a", 4), named("a", 5), named("b", 5)];
        assert!(on_splits(&results, &two(), &[]).is_err());
        let runs = on_splits(&results, &two(), &["b".to_owned()]).unwrap();
        assert_eq!((runs[2].model.as_str(), runs[2].split), ("b", 1));
        assert!(on_splits(&results, &two(), &["b".to_owned(), "c".to_owned()]).is_err());
    }
}
