//! Runs the binary.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// The same run, which must have succeeded.
    pub(crate) fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{}", self.stderr);
        self
    }
}

/// Runs the command, with a fixed build date.
pub(crate) fn run(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Run {
    run_with_input(arguments, b"")
}

/// The same, with something on standard input.
pub(crate) fn run_with_input(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>, input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lead-scoring"))
        .args(arguments)
        .env("SOURCE_DATE_EPOCH", "1790000000")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments may be gone before it has read anything.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A file of the sample data.
pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data").join(name)
}

/// The flags that say what the sample's outcome is.
pub(crate) const SAMPLE_OUTCOME: [&str; 6] =
    ["--outcome", "Outcome", "--won", "Closed Won", "--lost", "Closed Lost"];

/// Builds the sample model with its leads into `out`.
pub(crate) fn build_sample(out: &Path, more: &[&str]) -> Run {
    let (deals, leads) = (sample("deals.csv"), sample("leads.csv"));
    let mut arguments =
        vec![OsStr::new("build"), deals.as_os_str(), OsStr::new("--leads"), leads.as_os_str()];
    arguments.extend(SAMPLE_OUTCOME.map(OsStr::new));
    arguments.extend(["--id", "Opportunity ID", "--out"].map(OsStr::new));
    arguments.push(out.as_os_str());
    arguments.extend(more.iter().map(OsStr::new));
    run(arguments)
}

/// Name and bytes of every file of a folder, by name.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

/// The invented deals of the bad-input tests: a demo that matters and a size that does not.
pub(crate) fn deals(rows: usize) -> Vec<String> {
    let mut lines = vec!["Deal,Demo,Employees,Outcome".to_owned()];
    for row in 0..rows {
        let demo = row % 3 == 0;
        let won = if demo { row % 4 != 0 } else { row % 5 == 0 };
        let word = |yes: bool, one: &str, other: &str| if yes { one.to_owned() } else { other.to_owned() };
        lines.push(format!(
            "D-{row},{},{},{}",
            word(demo, "yes", "no"),
            (row * 37) % 500,
            word(won, "Won", "Lost")
        ));
    }
    lines
}
