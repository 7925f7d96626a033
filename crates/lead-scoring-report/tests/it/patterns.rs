//! Section 2 of the report, and what sections 2 and 3 say in another language.

use crate::run::Run;
use crate::traceable::{between, paired, sample};
use lead_scoring_report::{Language, Markdown, Renderer, render_markdown};

/// The cells of a table's rows, below its head.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let rows = lines.take_while(|line| line.starts_with('|'));
    rows.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

#[test]
fn the_sample_names_its_channels_and_what_marks_its_losses() {
    let run = Run::with_strategy(&sample(), None);
    let text = render_markdown(&run.report(false).unwrap()).unwrap();
    let top = between(&text, "### 2.1", "**Best channels");
    let trusted: Vec<bool> = rows(top).iter().map(|row| !row[7].starts_with("Low")).collect();
    assert!(trusted.is_sorted_by(|before, after| before >= after) && trusted[0], "{top}");

    let channels = between(&text, "**Best channels, by `Lead Source`.**", "### 2.2");
    let rates = rows(channels);
    let deals: u64 = rates.iter().map(|row| row[1].parse::<u64>().unwrap()).sum();
    assert_eq!(deals as usize, run.train.len(), "every deal has a source: {channels}");
    let rate = |row: &[&str]| row[3].parse::<f64>().unwrap() / row[1].parse::<f64>().unwrap();
    let named = || rates.iter().filter(|row| !row[0].contains("rarer"));
    let best = named().max_by(|a, b| rate(a).total_cmp(&rate(b))).unwrap();
    let told = format!("Highest win rate of those shown by themselves: {} (its interval overlaps", best[0]);
    assert!(channels.contains(&told), "{channels}");

    let losses = between(&text, "### 2.4", "## Section 3");
    assert!(losses.contains(&format!("| **All losses** | {} deals |", run.train.lost_count())), "{losses}");
    assert!(losses.contains("Nothing sure; the greatest difference is in "), "{losses}");
}

#[test]
fn a_combination_with_points_comes_first_and_no_deals_twice() {
    let run = Run::with_strategy(&paired(4000), None);
    let text = render_markdown(&run.report(false).unwrap()).unwrap();
    let found = rows(between(&text, "### 2.3", "### 2.4"));
    let scored: Vec<bool> = found.iter().map(|row| row[5].contains("of its own (section 3)")).collect();
    assert!(scored[0] && scored.is_sorted_by(|before, after| before >= after), "{found:?}");
    let mut named: Vec<&str> = found.iter().map(|row| row[0]).collect();
    named.sort_unstable();
    named.dedup();
    assert!(named.len() == found.len() && found.len() <= 8, "{found:?}");
}

#[test]
fn labels_are_said_in_the_language_of_the_document() {
    let chinese = Markdown::new().in_language(&Language::simplified_chinese());
    for (deals, words) in [
        (paired(4000), vec!["至多 1 位有效数字", "其他任意组合", "数字精确度", "无值"]),
        (sample(), vec!["：是 |", "包含 Workday", "低于 ", " 及以上"]),
    ] {
        let text = chinese.render(&Run::with_strategy(&deals, None).report(false).unwrap()).unwrap();
        let text = between(&text, "## 第二部分", "### 3.5");
        for word in words {
            assert!(text.contains(word), "{word} in {text}");
        }
        for word in [" is ", " or more", "under ", "yes", "no value", "contains", "exactness", " deals"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
}
