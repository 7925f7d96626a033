//! Standard streams and output files.

use crate::failure::Failure;
use lead_scoring::write_beside_then_rename;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// The path that stands for standard input.
pub(crate) const STDIN: &str = "-";
/// What errors call standard input.
pub(crate) const STDIN_NAME: &str = "standard input";

/// Bytes of a file in which the line of its columns ends, if it is ours.
const LONGEST_HEAD: u64 = 1024;

/// Whether a path stands for standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == STDIN
}

/// Two inputs cannot both be standard input.
pub(crate) fn one_stdin(first: &Path, second: &Path) -> Result<(), Failure> {
    if is_stdin(first) && is_stdin(second) {
        return Err(Failure::usage(vec![
            "only one input can be standard input; name a file for the other".to_owned(),
        ]));
    }
    Ok(())
}

/// The separator that a flag or a configuration names.
pub(crate) fn separator(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" => Ok(b'\t'),
        [byte] if byte.is_ascii() => Ok(*byte),
        _ => Err(format!("the separator `{text}` is neither one ASCII character nor the word `tab`")),
    }
}

/// A line on standard error.
pub(crate) fn tell(label: &str, message: &str) {
    // Where standard error is closed nobody listens.
    let _ = writeln!(io::stderr().lock(), "{label}: {message}");
}

/// Text on standard output. A reader that has seen enough is no error.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::usage(vec![format!("standard output cannot be written: {error}")]))
        }
        _ => Ok(()),
    }
}

/// Refuses a folder whose files could not all be written, before any work is done.
pub(crate) fn check_folder(folder: &Path, names: &[&str]) -> Result<(), Failure> {
    // The nearest part of the path that exists must be a folder.
    let existing = folder.ancestors().find(|path| path.exists());
    if existing.is_some_and(|path| !path.is_dir()) {
        return Err(unwritable(folder, "a part of the path is a file; name another folder"));
    }
    match names.iter().map(|name| folder.join(name)).find(|path| path.is_dir()) {
        Some(path) => Err(unwritable(&path, "a folder has this name; move it or name another output folder")),
        None => Ok(()),
    }
}

/// Writes every file of a folder, which is made where it does not exist, and returns their paths.
pub(crate) fn write_all(folder: &Path, files: &[(&str, String)]) -> Result<Vec<PathBuf>, Failure> {
    std::fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error.to_string()))?;
    let mut written = Vec::with_capacity(files.len());
    for (name, text) in files {
        let path = folder.join(name);
        write(&path, text)?;
        written.push(path);
    }
    Ok(written)
}

/// Removes a file that is ours, as its first line tells, and says whether it did. Any other file of that name stays where it is.
pub(crate) fn remove_csv(path: &Path, columns: &[&str]) -> Result<bool, Failure> {
    let mut head = String::new();
    let first_line = |file: File| BufReader::new(file.take(LONGEST_HEAD)).read_line(&mut head);
    if File::open(path).and_then(first_line).is_err() || head.trim_end() != columns.join(",") {
        return Ok(false);
    }
    std::fs::remove_file(path)
        .map_err(|error| Failure::usage(vec![format!("{}: cannot be removed: {error}", path.display())]))?;
    Ok(true)
}

/// Writes one file, whole or not at all.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    write_beside_then_rename(path, text.as_bytes()).map_err(|error| Failure::usage(vec![error.to_string()]))
}

fn unwritable(path: &Path, why: &str) -> Failure {
    Failure::usage(vec![format!("{}: cannot be written: {why}", path.display())])
}
