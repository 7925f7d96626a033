//! Runs as Markdown tables, one line a model, ours first and the others by name.

use crate::run::{OURS, Run};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A column of the table: its heading, its decimals, and the figure.
type Column = (&'static str, usize, fn(&Run) -> Option<f64>);

const COLUMNS: [Column; 13] = [
    ("AUC", 4, |run| Some(run.quality.auc)),
    ("AP", 4, |run| Some(run.quality.average_precision)),
    ("log loss", 4, |run| Some(run.quality.log_loss)),
    ("Brier", 4, |run| Some(run.quality.brier)),
    ("ECE", 4, |run| Some(run.quality.ece10)),
    ("top 10 %", 3, |run| Some(run.quality.captured_10)),
    ("20 %", 3, |run| Some(run.quality.captured_20)),
    ("30 %", 3, |run| Some(run.quality.captured_30)),
    ("40 %", 3, |run| Some(run.quality.captured_40)),
    ("50 %", 3, |run| Some(run.quality.captured_50)),
    ("signals", 1, |run| Some(run.signals)),
    ("fit CPU s", 3, |run| run.cpu_s),
    ("peak MiB", 0, |run| run.peak_mib),
];

/// The means over the splits.
pub(crate) fn means(runs: &[Run]) -> String {
    let splits = split_count(runs);
    let headings = COLUMNS.map(|(heading, ..)| heading).join(" | ");
    let mut table =
        format!("| model | integer points | {headings} |\n|---|---|{}\n", "---:|".repeat(COLUMNS.len()));
    for (model, runs) in by_model(runs) {
        let cells = COLUMNS.map(|(_, decimals, figure)| match mean(&runs, figure) {
            Some(mean) => format!("{mean:.decimals$}"),
            None => String::new(),
        });
        let lacking = match runs.len() {
            all if all == splits => String::new(),
            some => format!(" ({some} of {splits} splits)"),
        };
        let integer = if runs.iter().all(|run| run.integer_points) { "yes" } else { "no" };
        // Writing to a text cannot fail.
        let _ = writeln!(table, "| {model}{lacking} | {integer} | {} |", cells.join(" | "));
    }
    table
}

/// The AUC on each split; empty where there is no run.
pub(crate) fn by_split(runs: &[Run]) -> String {
    let splits = split_count(runs);
    let headings: Vec<String> = (1..=splits).map(|split| format!("split {split}")).collect();
    let mut table = format!("| model, AUC | {} |\n|---|{}\n", headings.join(" | "), "---:|".repeat(splits));
    for (model, runs) in by_model(runs) {
        let cells: Vec<String> = (0..splits)
            .map(|split| match runs.iter().find(|run| run.split == split) {
                Some(run) => format!("{:.4}", run.quality.auc),
                None => String::new(),
            })
            .collect();
        let _ = writeln!(table, "| {model} | {} |", cells.join(" | "));
    }
    table
}

/// Runs by model, in the order of the lines.
fn by_model(runs: &[Run]) -> Vec<(&str, Vec<&Run>)> {
    let mut models: BTreeMap<(bool, &str), Vec<&Run>> = BTreeMap::new();
    for run in runs {
        models.entry((run.model != OURS, &run.model)).or_default().push(run);
    }
    models.into_iter().map(|((_, model), runs)| (model, runs)).collect()
}

fn split_count(runs: &[Run]) -> usize {
    runs.iter().map(|run| run.split + 1).max().unwrap_or(0)
}

fn mean(runs: &[&Run], figure: fn(&Run) -> Option<f64>) -> Option<f64> {
    let sum: f64 = runs.iter().map(|run| figure(run)).sum::<Option<f64>>()?;
    Some(sum / runs.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::tests::run;

    fn lines(table: &str) -> Vec<&str> {
        table.lines().collect()
    }

    #[test]
    fn the_table_shows_means_and_ours_first() {
        let ours = Run { cpu_s: None, ..run(OURS, 0, 5) };
        let table = means(&[run("p", 0, 6), run("p", 1, 8), ours, run(OURS, 1, 5)]);
        let lines = lines(&table);
        assert!(
            lines[2].starts_with("| lead-scoring | yes | 0.5000 |") && lines[2].ends_with("| 3.0 |  | 100 |")
        );
        assert!(lines[3].starts_with("| p | yes | 0.7000 |") && lines[3].ends_with("| 3.0 | 2.000 | 100 |"));
        assert!(lines[3].contains("| 0.250 |"));
    }

    #[test]
    fn a_card_is_one_of_integers_only_if_it_is_on_every_split() {
        let real = Run { integer_points: false, ..run("p", 1, 5) };
        let table = means(&[run("p", 0, 5), real]);
        assert!(lines(&table)[2].starts_with("| p | no |"), "{table}");
    }

    #[test]
    fn a_model_without_a_run_on_some_split_is_marked() {
        let runs = [run("a", 0, 5), run("a", 1, 6), run("b", 1, 7)];
        let table = means(&runs);
        assert!(lines(&table)[3].starts_with("| b (1 of 2 splits) | yes | 0.7000 |"), "{table}");
        let table = by_split(&runs);
        assert_eq!(lines(&table)[2..], ["| a | 0.5000 | 0.6000 |", "| b |  | 0.7000 |"]);
    }
}
