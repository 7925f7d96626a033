//! Reports of runs through the real stages, on invented deals.

mod files;
mod markdown;
mod run;
