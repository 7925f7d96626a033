//! When to stop.

use std::future::pending;
use tokio::signal;

/// Waits for Ctrl-C or, on Unix, the signal that asks a process to end.
pub(crate) async fn asked() {
    tokio::select! {
        () = interrupt() => {}
        () = terminate() => {}
    }
}

async fn interrupt() {
    // Without a handler the signal ends the process by itself; that is no reason to stop now.
    if signal::ctrl_c().await.is_err() {
        pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminate() {
    match signal::unix::signal(signal::unix::SignalKind::terminate()) {
        Ok(mut asked) => {
            asked.recv().await;
        }
        Err(_) => pending().await,
    }
}

#[cfg(not(unix))]
async fn terminate() {
    pending().await
}
