//! The committed files are what the program writes, and they show what was planted.

mod bytes;
mod effects;
mod faults;
mod logistic;
mod statistics;
mod table;
