//! An audit as Markdown.

use lead_scoring::audit::{Audit, ExpectedField, FieldAudit, Leakage};
use lead_scoring::data::{grouped, percentage};
use std::fmt::Display;

/// The findings, suspects first.
pub(crate) fn markdown(audit: &Audit, source: &str) -> String {
    let mut lines = vec![
        format!("# Data audit: {}", escaped(source)),
        String::new(),
        format!(
            "{} closed deals: {} won, {} lost; {} won.",
            grouped(audit.rows),
            grouped(audit.won),
            grouped(audit.lost),
            percentage(audit.base_rate, 1)
        ),
    ];
    suspects(audit, &mut lines);
    section("Limitations", &audit.limitations, &mut lines);
    section("Quality", &audit.quality.sentences, &mut lines);
    heading("Fields", &mut lines);
    lines.push("| Field | Kind | Filled | Distinct | Dimension | Used | Remarks |".to_owned());
    lines.push("|---|---|---:|---:|---|---|---|".to_owned());
    lines.extend(audit.fields.iter().map(row));
    section("Time", std::slice::from_ref(&audit.drift.sentence), &mut lines);
    let missing = |field: &ExpectedField| field.cost.as_ref().map(|cost| format!("{}: {cost}", field.what));
    let absent: Vec<String> = audit.expected.iter().filter_map(missing).collect();
    section("What is missing", &absent, &mut lines);
    lines.push(String::new());
    lines.join("\n")
}

fn suspects(audit: &Audit, lines: &mut Vec<String>) {
    let suspects: Vec<&FieldAudit> = audit.leaks().collect();
    if suspects.is_empty() {
        return;
    }
    heading("Probably known only after the outcome", lines);
    for field in suspects {
        let degree = if field.leakage == Leakage::Certain { "certain" } else { "suspect" };
        let state = if field.used { "used, as asked" } else { "left out" };
        lines.push(format!("- **{}** ({degree}, {state}):", escaped(&field.name)));
        lines.extend(field.evidence.iter().map(|sentence| format!("  - {}", escaped(&sentence.to_string()))));
        if !field.used {
            lines.push(format!(
                "  - `--keep` with the column's name, {}, brings it back.",
                escaped(&field.name)
            ));
        }
    }
}

fn row(field: &FieldAudit) -> String {
    let remarks = field.excluded_because.iter().chain(&field.quality);
    let remarks: Vec<String> = remarks.map(ToString::to_string).collect();
    format!(
        "| {} | {} | {} | {} | {} | {} | {} |",
        escaped(&field.name),
        field.kind.word(),
        percentage(field.complete, 1),
        field.distinct,
        field.dimension.word(),
        if field.used { "yes" } else { "no" },
        escaped(&remarks.join("; "))
    )
}

fn section(title: &str, sentences: &[impl Display], lines: &mut Vec<String>) {
    if !sentences.is_empty() {
        heading(title, lines);
        lines.extend(sentences.iter().map(|sentence| format!("- {}", escaped(&sentence.to_string()))));
    }
}

fn heading(title: &str, lines: &mut Vec<String>) {
    lines.extend([String::new(), format!("## {title}"), String::new()]);
}

/// Text on one line that no Markdown reader takes for mark-up (CommonMark 0.31, section 2.4).
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_control() || c.is_whitespace() => safe.push(' '),
            // Sentences put names between backticks; a name may hold one itself.
            '`' => safe.push('"'),
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' => safe.extend(['\\', c]),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn names_cannot_break_a_table_or_start_mark_up() {
        assert_eq!(escaped("=1|2 <b>\n`x`"), "=1\\|2 \\<b\\> \"x\"");
    }
}
