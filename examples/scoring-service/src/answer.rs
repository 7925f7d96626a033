//! Refusals: a status and a sentence.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// Why a request is refused.
pub(crate) struct Refusal {
    status: StatusCode,
    error: String,
}

impl Refusal {
    /// The lead at a place of a batch, or the only one, is no lead for the model.
    pub(crate) fn of_lead(error: &lead_scoring_model::Error, place: Option<usize>) -> Self {
        let error = match place {
            Some(place) => format!("lead {place} of the batch, counted from 0: {error}"),
            None => error.to_string(),
        };
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, error }
    }

    /// The batch is too long.
    pub(crate) fn too_many(most: usize) -> Self {
        let error = format!("a batch holds at most {most} leads; send the rest in another");
        Self { status: StatusCode::PAYLOAD_TOO_LARGE, error }
    }

    /// The body is JSON, but not of the form asked for.
    pub(crate) fn form(wanted: &str) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, error: format!("the body has to be {wanted}") }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "error": self.error }))).into_response()
    }
}

/// The JSON of a body.
pub(crate) fn json(body: &[u8]) -> Result<Value, Refusal> {
    serde_json::from_slice(body).map_err(|error| {
        // The parser's own message may quote what it found.
        let error = format!("the body is not valid JSON at line {}, column {}", error.line(), error.column());
        Refusal { status: StatusCode::BAD_REQUEST, error }
    })
}
