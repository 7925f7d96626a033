//! Threads that stay where they are put.

use crate::Result;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// A pool whose threads each keep to a core of their own, as far as there are cores.
///
/// A system may wake a thread on the core that already runs the other one and move it only some milliseconds later, which on a guest whose idle
/// cores its host has put to sleep is common. That would time the system's placement and not what two threads gain.
///
/// # Errors
/// Where the system gives no threads.
pub fn pinned_pool(threads: usize) -> Result<ThreadPool> {
    let cores = core_affinity::get_core_ids().unwrap_or_default();
    let pin = move |thread: usize| {
        if let Some(core) = cores.get(thread) {
            core_affinity::set_for_current(*core);
        }
    };
    Ok(ThreadPoolBuilder::new().num_threads(threads).start_handler(pin).build()?)
}
