//! What is asked, and what is answered.

use crate::answer::Refusal;
use crate::body;
use crate::current::Current;
use axum::Json;
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, Query, Request, State};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use lead_scoring_model::Scorer;
use serde::Deserialize;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task;
use tokio::time;

/// The most bytes of a lead.
const LEAD_BYTES: usize = 64 << 10;
/// The most bytes of a batch.
const BATCH_BYTES: usize = 4 << 20;
/// The longest a request takes from its headers to its answer.
pub(crate) const LONGEST: Duration = Duration::from_secs(5);

/// What all requests share.
#[derive(Clone)]
struct Shared {
    current: Arc<Current>,
    /// One permit per batch at work: no more than there are processors, whatever is asked.
    batches: Arc<Semaphore>,
}

pub(crate) fn router(current: Arc<Current>) -> Router {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let shared = Shared { current, batches: Arc::new(Semaphore::new(workers)) };
    Router::new()
        .route("/score", post(score).layer(DefaultBodyLimit::max(LEAD_BYTES)))
        .route("/score/batch", post(batch).layer(DefaultBodyLimit::max(BATCH_BYTES)))
        .route("/health", get(health))
        .method_not_allowed_fallback(async || Refusal::method())
        .fallback(async || Refusal::path())
        .layer(from_fn(in_time))
        .with_state(shared)
}

/// Ends a request, and the reading of its body, when its time is up.
async fn in_time(request: Request, next: Next) -> Response {
    let answer = time::timeout(LONGEST, next.run(request)).await;
    answer.unwrap_or_else(|_| Refusal::late(LONGEST).into_response())
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    explain: bool,
}

async fn score(
    State(shared): State<Shared>,
    wanted: Result<Query<Wanted>, QueryRejection>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let Query(wanted) = wanted.map_err(|_| Refusal::query())?;
    let body = body.map_err(|error| Refusal::of_body(&error, LEAD_BYTES))?;
    let lead = body::lead(&body)?;
    let scorer = shared.current.scorer();
    let refused = |error| Refusal::of_lead(&error, None);
    if wanted.explain {
        Ok(Json(scorer.explain_one(&lead).map_err(refused)?).into_response())
    } else {
        Ok(Json(scorer.score_one(&lead).map_err(refused)?).into_response())
    }
}

async fn batch(
    State(shared): State<Shared>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let body = body.map_err(|error| Refusal::of_body(&error, BATCH_BYTES))?;
    let permit = shared.batches.acquire_owned().await.map_err(|_| Refusal::broken())?;
    let scored = task::spawn_blocking(move || {
        // The work goes on when nobody waits for it any more, so the permit stays with it.
        let _permit = permit;
        score_all(&shared.current.scorer(), &body)
    });
    scored.await.map_err(|_| Refusal::broken())?
}

fn score_all(scorer: &Scorer, body: &[u8]) -> Result<Response, Refusal> {
    let leads = body::leads(body)?;
    let scored = leads
        .iter()
        .enumerate()
        .map(|(place, lead)| scorer.score_one(lead).map_err(|error| Refusal::of_lead(&error, Some(place))));
    Ok(Json(scored.collect::<Result<Vec<_>, _>>()?).into_response())
}

async fn health(State(shared): State<Shared>) -> Response {
    Json(shared.current.health()).into_response()
}
