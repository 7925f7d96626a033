//! Refusals: a status and a sentence.

use axum::Json;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::time::Duration;

/// Why a request is refused.
pub(crate) struct Refusal {
    status: StatusCode,
    error: String,
}

impl Refusal {
    fn new(status: StatusCode, error: impl Into<String>) -> Self {
        Self { status, error: error.into() }
    }

    /// The lead at a place of a batch, or the only one, is no lead for the model.
    pub(crate) fn of_lead(error: &lead_scoring_model::Error, place: Option<usize>) -> Self {
        let error = match place {
            Some(place) => format!("lead {place} of the batch, counted from 0: {error}"),
            None => error.to_string(),
        };
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, error)
    }

    /// The batch is too long.
    pub(crate) fn too_many(most: usize) -> Self {
        let error = format!("a batch holds at most {most} leads; send the rest in another");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, error)
    }

    /// The body is JSON, but not of the form asked for.
    pub(crate) fn form(wanted: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, format!("the body has to be {wanted}"))
    }

    /// An object of the body has two values under one name.
    pub(crate) fn twice(error: &serde_json::Error) -> Self {
        let error = format!("an object holds the same name twice, at {}", place(error));
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, error)
    }

    /// The body is no JSON. The parser's own message may quote what it found, so it is not passed on.
    pub(crate) fn no_json(error: &serde_json::Error) -> Self {
        Self::new(StatusCode::BAD_REQUEST, format!("the body is not valid JSON at {}", place(error)))
    }

    /// The body did not arrive, or is too long.
    pub(crate) fn of_body(error: &BytesRejection, most: usize) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::new(error.status(), format!("the body holds at most {most} bytes"))
        } else {
            Self::new(StatusCode::BAD_REQUEST, "the body broke off before its end")
        }
    }

    /// The query cannot be read.
    pub(crate) fn query() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "the query may hold `explain=true` or `explain=false`, once")
    }

    /// The time is up.
    pub(crate) fn late(most: Duration) -> Self {
        let error = format!("the request was not read and answered within {} seconds", most.as_secs());
        Self::new(StatusCode::REQUEST_TIMEOUT, error)
    }

    /// Nothing is here.
    pub(crate) fn path() -> Self {
        Self::new(StatusCode::NOT_FOUND, "no such path; there are /score, /score/batch and /health")
    }

    /// Something is here, but not for this method.
    pub(crate) fn method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "the path does not take this method; see the header `Allow`",
        )
    }

    /// The fault is the service's own.
    pub(crate) fn broken() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "the service failed at this request")
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "error": self.error }))).into_response()
    }
}

fn place(error: &serde_json::Error) -> String {
    format!("line {}, column {}", error.line(), error.column())
}
