//! The model in use, and how a new one takes its place.

use lead_scoring_model::{Scorer, document};
use serde::Serialize;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use std::time::{Duration, SystemTime};

/// The model in use. Whoever scores takes a copy of the scorer, which is one pointer, and keeps it for the whole request: no request sees
/// two models, and none waits for a file.
pub(crate) struct Current {
    path: PathBuf,
    state: RwLock<State>,
}

struct State {
    scorer: Scorer,
    /// The checksum of its model, which takes a while to find.
    checksum: String,
    /// When the file was last changed, and how long it was, if its text could be read then.
    stamp: Option<Stamp>,
    swaps: u64,
    fault: Option<String>,
}

type Stamp = (SystemTime, u64);

/// What `/health` tells.
#[derive(Serialize)]
pub(crate) struct Health {
    model: String,
    version: String,
    built: String,
    checksum: String,
    /// How often the model was replaced.
    swaps: u64,
    /// Why the file was not taken over when it last changed.
    fault: Option<String>,
}

impl Current {
    /// The model of a file.
    pub(crate) fn load(path: PathBuf) -> Result<Self, String> {
        let stamp = stamp(&path);
        let scorer = sound(&text(&path)?)?;
        let checksum = scorer.model().checksum();
        Ok(Self { path, state: RwLock::new(State { scorer, checksum, stamp, swaps: 0, fault: None }) })
    }

    /// The scorer in use.
    pub(crate) fn scorer(&self) -> Scorer {
        self.state().scorer.clone()
    }

    pub(crate) fn health(&self) -> Health {
        let state = self.state();
        let model = state.scorer.model();
        Health {
            model: model.name.clone(),
            version: model.version.clone(),
            built: model.built.clone(),
            checksum: state.checksum.clone(),
            swaps: state.swaps,
            fault: state.fault.clone(),
        }
    }

    /// Looks at the file again and again, and takes over what it finds changed.
    pub(crate) async fn keep(self: Arc<Self>, every: Duration) {
        loop {
            tokio::time::sleep(every).await;
            let own = Arc::clone(&self);
            // Reading and checking a model may take a moment; requests go on meanwhile.
            let _ = tokio::task::spawn_blocking(move || own.look()).await;
        }
    }

    fn look(&self) {
        let found = stamp(&self.path);
        if found == self.state().stamp {
            return;
        }
        let text = text(&self.path);
        // What could not be read is tried again; what was read and is no sound model stays so until the file changes.
        let stamp = if text.is_ok() { found } else { None };
        let read = text.and_then(|text| sound(&text)).map(|scorer| (scorer.model().checksum(), scorer));
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        state.stamp = stamp;
        match read {
            Ok((checksum, scorer)) => {
                state.scorer = scorer;
                state.checksum = checksum;
                state.swaps += 1;
                state.fault = None;
            }
            Err(fault) => state.fault = Some(fault),
        }
    }

    fn state(&self) -> RwLockReadGuard<'_, State> {
        // Whoever panicked with the lock in hand left a whole model behind.
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }
}

fn stamp(path: &PathBuf) -> Option<Stamp> {
    let facts = fs::metadata(path).ok()?;
    Some((facts.modified().ok()?, facts.len()))
}

fn text(path: &PathBuf) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("the model cannot be read: {error}"))
}

fn sound(text: &str) -> Result<Scorer, String> {
    let model = document::load(text).map_err(|error| error.to_string())?;
    Scorer::new(&model).map_err(|error| error.to_string())
}
