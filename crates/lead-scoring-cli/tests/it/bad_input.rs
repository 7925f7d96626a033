//! Bad input: a clear error with its place, the right exit code, and no output file touched; or a build in spite of it.

use crate::run::{Run, deals, files, run};
use std::path::Path;

const USAGE: i32 = 2;
const DATA: i32 = 3;

/// Builds from these bytes into a folder that holds a model already.
struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    fn new(bytes: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("deals.csv"), bytes).unwrap();
        std::fs::create_dir(folder.path().join("out")).unwrap();
        std::fs::write(folder.path().join("out/model.json"), "old").unwrap();
        Self { folder }
    }

    fn of_lines(lines: &[String]) -> Self {
        Self::new(lines.join("\n"))
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn build_into(&self, out: &str, more: &[&str]) -> Run {
        let (deals, out) = (self.path("deals.csv"), self.path(out));
        let arguments =
            ["build", &deals, "--outcome", "Outcome", "--won", "Won", "--lost", "Lost", "--out", &out];
        run(arguments.iter().chain(more))
    }

    fn build(&self, more: &[&str]) -> Run {
        self.build_into("out", more)
    }

    /// The build fails with this code, says all of this in one line, and leaves the output folder as it was.
    fn refuses(&self, more: &[&str], code: i32, parts: &[&str]) {
        let run = self.build(more);
        assert_eq!(run.code, code, "{}", run.stderr);
        let errors: Vec<&str> = run.stderr.lines().filter(|line| line.starts_with("error: ")).collect();
        assert_eq!(errors.len(), 1, "{}", run.stderr);
        for part in parts {
            assert!(errors[0].contains(part), "{part} is not in: {}", errors[0]);
        }
        assert_eq!(run.stdout, "");
        assert_eq!(files(Path::new(&self.path("out"))), [("model.json".to_owned(), b"old".to_vec())]);
    }

    /// The build succeeds and leaves its files.
    fn builds(&self, more: &[&str]) -> Run {
        let run = self.build(more).ok();
        assert!(files(Path::new(&self.path("out"))).len() >= 4, "{}", run.stdout);
        run
    }
}

/// Good deals with a further column.
fn with_column(name: &str, cell: impl Fn(usize) -> String) -> Vec<String> {
    let lines = deals(300).into_iter().enumerate();
    lines
        .map(|(at, line)| format!("{line},{}", if at == 0 { name.to_owned() } else { cell(at - 1) }))
        .collect()
}

#[test]
fn a_missing_file() {
    let bench = Bench::new("");
    std::fs::remove_file(bench.path("deals.csv")).unwrap();
    bench.refuses(&[], DATA, &["deals.csv", "cannot be read"]);
}

#[test]
fn an_empty_file() {
    Bench::new("").refuses(&[], DATA, &["deals.csv", "empty"]);
}

#[test]
fn a_header_without_rows() {
    Bench::new("Deal,Outcome\n").refuses(&[], DATA, &["deals.csv", "no row"]);
}

#[test]
fn no_such_column() {
    let bench = Bench::of_lines(&deals(300));
    bench.refuses(&["--keep", "Employes"], USAGE, &["`Employes`", "did you mean `Employees`?"]);
    let deals = bench.path("deals.csv");
    let run = run([
        "build",
        &deals,
        "--outcome",
        "Outcom",
        "--won",
        "Won",
        "--lost",
        "Lost",
        "--out",
        &bench.path("out"),
    ]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            USAGE,
            "error: there is no column `Outcom`; did you mean `Outcome`?
"
        )
    );
}

#[test]
fn several_columns_that_do_not_exist_are_all_named() {
    let bench = Bench::of_lines(&deals(300));
    let run = bench.build(&["--keep", "Employes", "--group", "Acount", "--id", "Deals"]);
    assert_eq!(run.code, USAGE);
    assert_eq!(run.stderr.lines().count(), 3, "{}", run.stderr);
}

#[test]
fn one_outcome_only() {
    let lines: Vec<String> = deals(300).into_iter().map(|line| line.replace(",Lost", ",Won")).collect();
    Bench::of_lines(&lines).refuses(
        &[],
        DATA,
        &["deals.csv", "column `Outcome`", "no row is lost", "`Won` (300)"],
    );
}

#[test]
fn unknown_outcome_values_are_listed_and_kept_out() {
    let mut lines = deals(300);
    lines.extend(["D-a,yes,1,Pending".to_owned(), "D-b,no,1,Pending".to_owned(), "D-c,no,1,Lots".to_owned()]);
    let run = Bench::of_lines(&lines).builds(&[]);
    for part in ["warning: 3 rows are neither won nor lost", "`Pending` (2)", "`Lots` (1)"] {
        assert!(run.stderr.contains(part), "{}", run.stderr);
    }
}

#[test]
fn fewer_than_fifty_closed_deals() {
    Bench::of_lines(&deals(49)).refuses(&[], DATA, &["49 closed deals", "at least 50", "collect 1 more"]);
}

#[test]
fn ragged_rows() {
    let mut lines = deals(300);
    lines[7].push_str(",more");
    Bench::of_lines(&lines).refuses(&[], DATA, &["deals.csv, row 8", "5 cells", "header 4"]);
}

#[test]
fn invalid_utf_8() {
    let mut bytes = deals(300).join("\n").replace("D-4,", "D-\u{e9},").into_bytes();
    let at = bytes.windows(2).position(|pair| pair == "\u{e9}".as_bytes()).unwrap();
    bytes.remove(at + 1);
    Bench::new(bytes).refuses(&[], DATA, &["deals.csv, row 6, column `Deal`", "UTF-8"]);
}

#[test]
fn a_nul_byte() {
    let text = deals(300).join("\n").replace("D-4,", "D-\0,");
    Bench::new(text).refuses(&[], DATA, &["deals.csv, row 6, column `Deal`", "NUL"]);
}

#[test]
fn a_field_of_50_megabytes() {
    let mut lines = deals(300);
    lines[5] = format!("{},yes,1,Won", "x".repeat(50 << 20));
    Bench::of_lines(&lines).refuses(&[], DATA, &["deals.csv, row 6, column `Deal`", "larger than"]);
}

#[test]
fn two_columns_of_one_name() {
    let mut lines = deals(300);
    lines[0] = "Deal,Demo,Demo,Outcome".to_owned();
    Bench::of_lines(&lines).refuses(&[], DATA, &["deals.csv, row 1, column `Demo`", "same name"]);
}

#[test]
fn a_column_without_any_value() {
    let bench = Bench::of_lines(&with_column("Empty", |_| String::new()));
    bench.builds(&[]);
    let audit = std::fs::read_to_string(bench.path("out/audit.json")).unwrap();
    let audit: serde_json::Value = serde_json::from_str(&audit).unwrap();
    let field = audit["fields"].as_array().unwrap().iter().find(|field| field["name"] == "Empty").unwrap();
    assert_eq!(field["used"], false);
    assert_eq!(field["complete"], 0.0);
}

#[test]
fn a_number_beyond_range() {
    let lines =
        with_column("Amount", |row| if row == 8 { "1e999".to_owned() } else { (row % 90).to_string() });
    Bench::of_lines(&lines).refuses(&[], DATA, &["deals.csv, row 10, column `Amount`"]);
}

#[test]
fn a_day_that_does_not_exist() {
    let day =
        |row: usize| if row == 8 { "2024-02-31".to_owned() } else { format!("2024-01-{:02}", row % 28 + 1) };
    Bench::of_lines(&with_column("Created", day)).refuses(
        &[],
        DATA,
        &["deals.csv, row 10, column `Created`"],
    );
}

#[test]
fn a_category_of_ten_thousand_levels() {
    let mut lines: Vec<String> = deals(20_000);
    for (row, line) in lines.iter_mut().enumerate() {
        line.push_str(&if row == 0 { ",Town".to_owned() } else { format!(",town {}", row % 10_000) });
    }
    let bench = Bench::of_lines(&lines);
    let config = bench.path("lead.toml");
    std::fs::write(&config, "[columns.Town]\nkind = \"category\"\n").unwrap();
    bench.builds(&["--config", &config]);
    let audit = std::fs::read_to_string(bench.path("out/audit.json")).unwrap();
    let audit: serde_json::Value = serde_json::from_str(&audit).unwrap();
    let field = audit["fields"].as_array().unwrap().iter().find(|field| field["name"] == "Town").unwrap();
    assert_eq!(field["kind"], "category");
}

#[test]
fn a_column_named_like_an_output_column() {
    let mut lines = with_column("score", |row| (row % 7).to_string());
    lines[0] = lines[0].replace("Deal,Demo,Employees", "id,tier,win_probability");
    lines.push("open,yes,10,,3".to_owned());
    let bench = Bench::of_lines(&lines);
    bench.builds(&["--id", "id"]);
    let scored = std::fs::read_to_string(bench.path("out/scored-leads.csv")).unwrap();
    let (header, row) = scored.split_once('\n').unwrap();
    assert!(header.starts_with("id,score,tier,win_probability,"), "{header}");
    assert!(row.starts_with("open,"), "{row}");
}

#[test]
fn an_output_folder_that_cannot_be_written() {
    let bench = Bench::of_lines(&deals(300));
    let run = bench.build_into("deals.csv/out", &[]);
    assert_eq!(run.code, USAGE, "{}", run.stderr);
    assert!(run.stderr.contains("deals.csv/out: cannot be written"), "{}", run.stderr);
    // A folder stands where a file should go: the others are not touched either.
    std::fs::create_dir(bench.path("out/validation.json")).unwrap();
    let run = bench.build(&[]);
    assert_eq!(run.code, USAGE, "{}", run.stderr);
    assert!(run.stderr.contains("validation.json: cannot be written"), "{}", run.stderr);
    assert_eq!(std::fs::read(bench.path("out/model.json")).unwrap(), b"old");
    assert!(!Path::new(&bench.path("out/lead-scoring-model.md")).exists());
}

#[test]
fn bad_leads_leave_the_build_unwritten() {
    let bench = Bench::of_lines(&deals(300));
    std::fs::write(bench.path("leads.csv"), "Deal,Demo\nL-1,yes\nL-2,no,1\n").unwrap();
    bench.refuses(&["--leads", &bench.path("leads.csv")], DATA, &["leads.csv, row 3"]);
}

#[test]
fn contradicting_arguments() {
    let bench = Bench::of_lines(&deals(300));
    bench.refuses(&["--lost", "Won"], USAGE, &["`Won` is named both won and lost"]);
    bench.refuses(&["--holdout", "half"], USAGE, &["`half` is none of"]);
    bench.refuses(&["--holdout", "by:Demo=perhaps"], USAGE, &["no deal has the value `perhaps`"]);
}

#[test]
fn leads_that_share_no_column_with_the_model() {
    let bench = Bench::of_lines(&deals(300));
    std::fs::write(bench.path("leads.csv"), "Deal,Color\nL-1,red\n").unwrap();
    bench.refuses(&["--leads", &bench.path("leads.csv")], DATA, &["leads.csv: none of the", "`Demo`"]);
}

#[test]
fn a_build_that_fails_gives_no_warnings_beside_its_error() {
    let bench = Bench::of_lines(&deals(120));
    std::fs::write(bench.path("leads.csv"), "Deal,Demo\nL-1,yes,1\n").unwrap();
    let run = bench.build(&["--leads", &bench.path("leads.csv")]);
    assert_eq!((run.code, run.stderr.lines().count()), (DATA, 1), "{}", run.stderr);
    let told = bench.builds(&[]).stderr;
    assert!(told.contains("warning: only 89 closed deals to learn from"), "{told}");
}

#[test]
fn wrong_options_and_unknown_columns_are_said_together() {
    let bench = Bench::of_lines(&deals(300));
    let columns = ["--exclude", "Dem", "--keep", "Employes", "--group", "Acount", "--id", "Deals"];
    let options = ["--holdout", "latest:Closing:0.9", "--threads", "0", "--separator", "::"];
    let more: Vec<&str> = columns.into_iter().chain(options).collect();
    let run = bench.build(&more);
    assert_eq!(run.code, USAGE);
    for part in
        ["`Dem`", "`Employes`", "`Acount`", "`Deals`", "`Closing`", "share of 0.9", "0 threads", "`::`"]
    {
        assert!(run.stderr.contains(part), "{part} is not in\n{}", run.stderr);
    }
    assert_eq!(run.stderr.lines().count(), 8, "{}", run.stderr);
}

#[test]
fn a_separator_is_given_by_flag_or_configuration() {
    let bench = Bench::new(deals(300).join("\n").replace(',', "^"));
    bench.refuses(&[], USAGE, &["no column `Outcome`"]);
    bench.builds(&["--separator", "^"]);
    let config = bench.path("lead.toml");
    std::fs::write(&config, "separator = \"^\"\n").unwrap();
    bench.builds(&["--config", &config]);
    let tabs = Bench::new(deals(300).join("\n").replace(',', "\t"));
    tabs.refuses(&["--separator", "\""], USAGE, &["the separator must be one ASCII character"]);
    tabs.builds(&["--separator", "tab"]);
}
