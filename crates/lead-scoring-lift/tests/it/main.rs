//! Laws that measured lift must obey, on random histories.

mod history;
mod laws;
mod planted;
