//! `cargo run -p lead-scoring-sample-data -- [OUT_DIR]`: writes `deals.csv`, `leads.csv` and `history.csv`.
//!
//! `OUT_DIR` is `examples/data` unless given.

use std::{env, fs, io::Write as _, path::PathBuf};

use lead_scoring_sample_data::{Error, SEED, generate};

fn main() -> Result<(), Error> {
    let out = env::args_os().nth(1).map_or_else(|| PathBuf::from("examples/data"), PathBuf::from);
    let sample = generate(SEED)?;
    fs::create_dir_all(&out)?;
    let files =
        [("deals.csv", &sample.deals), ("leads.csv", &sample.leads), ("history.csv", &sample.history)];
    for (name, bytes) in files {
        let path = out.join(name);
        fs::write(&path, bytes)?;
        writeln!(std::io::stdout(), "wrote {}", path.display())?;
    }
    Ok(())
}
