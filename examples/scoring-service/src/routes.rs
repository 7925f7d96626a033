//! What is asked, and what is answered.

use crate::answer::{Refusal, json};
use crate::current::Current;
use axum::Json;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// The most leads of a batch: some ten milliseconds of work.
const MOST_LEADS: usize = 10_000;
/// The most bytes of a body.
const MOST_BYTES: usize = 16 << 20;

pub(crate) fn router(current: Arc<Current>) -> Router {
    Router::new()
        .route("/score", post(score))
        .route("/score/batch", post(batch))
        .route("/health", get(health))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .with_state(current)
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    explain: bool,
}

async fn score(
    State(current): State<Arc<Current>>,
    Query(wanted): Query<Wanted>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let lead = json(&body)?;
    let scorer = current.scorer();
    let refused = |error| Refusal::of_lead(&error, None);
    if wanted.explain {
        Ok(Json(scorer.explain_one(&lead).map_err(refused)?).into_response())
    } else {
        Ok(Json(scorer.score_one(&lead).map_err(refused)?).into_response())
    }
}

async fn batch(State(current): State<Arc<Current>>, body: Bytes) -> Result<Response, Refusal> {
    let Value::Array(leads) = json(&body)? else {
        return Err(Refusal::form("an array of leads"));
    };
    if leads.len() > MOST_LEADS {
        return Err(Refusal::too_many(MOST_LEADS));
    }
    let scorer = current.scorer();
    let scored = leads
        .iter()
        .enumerate()
        .map(|(place, lead)| scorer.score_one(lead).map_err(|error| Refusal::of_lead(&error, Some(place))));
    Ok(Json(scored.collect::<Result<Vec<_>, _>>()?).into_response())
}

async fn health(State(current): State<Arc<Current>>) -> Response {
    Json(current.health()).into_response()
}
