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
//! What cannot be read is answered with 4xx and `{"error": "…"}`, which names fields and never quotes a value.

#![forbid(unsafe_code)]

mod answer;
mod current;
mod routes;

use current::Current;
use std::env;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

/// How often the model's file is looked at.
const LOOK: Duration = Duration::from_millis(500);

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
    let stop = async {
        // Without a handler for the signal the process just ends by it.
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, routes::router(current)).with_graceful_shutdown(stop).await?;
    Ok(())
}
