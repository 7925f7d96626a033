//! An HTTP service that scores leads: `lead-scoring-service MODEL [ADDRESS]`.
//!
//! MODEL is `model.json` or `lead-scoring-model.md`. When the file changes, the new model takes over between two requests; a file that holds
//! no sound model is reported and the model in use stays. ADDRESS is `127.0.0.1:8080` unless given; port 0 takes a free one.
//!
//! | request | answer |
//! |---|---|
//! | `POST /score`, a lead as a JSON object | its score, tier and subtotals; with `?explain=true` why it has them and what would raise it |
//! | `POST /score/batch`, an array of leads | an array of scores in the same order |
//! | `GET /health` | the model in use, how often it was replaced, and what is wrong with the file, if anything |
//!
//! What cannot be read is answered with 4xx and `{"error": "…"}`, which names fields and never quotes a value. A lead has at most 64 KiB, a
//! batch 4 MiB and 10 000 leads; an object with the same name twice is refused. A request is answered within 5 seconds of its headers, if
//! only with 408, and Ctrl-C or SIGTERM ends the service once the requests under way are answered. How long a client takes for its headers,
//! and how many clients there are, is not limited here: keep the service behind a proxy that does both, and encrypts.

#![forbid(unsafe_code)]

mod answer;
mod body;
mod current;
mod routes;
mod stop;

use current::Current;
use std::env;
use std::error::Error;
use std::future::{IntoFuture, pending};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

/// How often the model's file is looked at.
const LOOK: Duration = Duration::from_millis(500);
/// How long requests under way have when the service is to stop: until each of them is answered, and a little.
const DRAIN: Duration = routes::LONGEST.saturating_add(Duration::from_secs(1));

#[tokio::main]
#[expect(clippy::print_stdout, reason = "whoever started it has to learn the port")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let model = arguments.next().ok_or("usage: lead-scoring-service MODEL [ADDRESS]")?;
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let current = Arc::new(Current::load(model.into())?);
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    tokio::spawn(Arc::clone(&current).keep(LOOK));
    let (tell, told) = oneshot::channel();
    let stop = async move {
        stop::asked().await;
        // Whoever would hear it is gone only if serving failed.
        let _ = tell.send(());
    };
    let served = axum::serve(listener, routes::router(current)).with_graceful_shutdown(stop);
    tokio::select! {
        served = served.into_future() => served?,
        // A client that never sends the rest of its headers does not hold up the end.
        () = drained(told) => {}
    }
    Ok(())
}

/// Waits until the time to stop has come and the time to drain has passed.
async fn drained(told: oneshot::Receiver<()>) {
    match told.await {
        Ok(()) => tokio::time::sleep(DRAIN).await,
        // Serving ended without a signal, and tells so itself.
        Err(_) => pending().await,
    }
}
