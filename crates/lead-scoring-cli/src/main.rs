//! The `lead-scoring` command.

#![forbid(unsafe_code)]

mod args;
mod audit;
mod audit_text;
mod build;
mod config;
mod dashboard;
mod failure;
mod files;
mod language;
mod plan;
mod progress;
mod score;

use args::{Args, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Score(args) => score::run(&args),
        Command::Audit(args) => audit::run(&args),
        Command::Dashboard(args) => dashboard::run(&args),
        Command::Messages => language::print_template(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.messages.iter().for_each(|message| files::tell("error", message));
            ExitCode::from(failure.code)
        }
    }
}
