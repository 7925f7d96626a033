//! The service as its users meet it: the program itself, over HTTP.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "helpers of tests may stop at the first surprise"
)]

mod limits;
mod service;

use serde_json::{Value, json};
use service::{Service, model};
use std::fs;
use std::time::{Duration, Instant, SystemTime};

fn lead(demo: bool) -> Value {
    json!({"demo_requested": demo, "company": {"employees": 500}, "email": "jane.doe@example.com"})
}

#[test]
fn leads_are_scored_one_by_one_and_in_batches() {
    let service = Service::start(&model("1.0", 30));
    let (status, one) = service.post("/score", &lead(true).to_string());
    assert_eq!((status, &one["score"], &one["tier"]), (200, &json!(40), &json!("hot")));
    assert_eq!(one["subtotals"], json!([10, 30, 0, 0]));
    let leads = json!([lead(false), lead(true), {}]);
    let (status, all) = service.post("/score/batch", &leads.to_string());
    let scores: Vec<_> = all.as_array().unwrap().iter().map(|one| one["score"].as_i64().unwrap()).collect();
    assert_eq!((status, scores), (200, vec![10, 40, 0]));
    assert_eq!(all[1], one);
    assert_eq!(service.post("/score/batch", "[]"), (200, json!([])));

    let (status, why) = service.post("/score?explain=true", &json!({"employees": 5}).to_string());
    assert_eq!((status, &why["score"], &why["possible"]), (200, &json!(0), &json!([0, 30])));
    assert_eq!(why["contributions"][1]["state"], "unknown");
    assert_eq!(why["gaps"][0]["actions"][0]["field"], "Demo Requested");
}

#[test]
fn what_cannot_be_read_is_refused_without_a_quote() {
    let service = Service::start(&model("1.0", 30));
    let long = format!("{{\"note\": \"{}\"}}", "Jane Doe".repeat(8 << 10));
    let longest = " ".repeat((4 << 20) + 1);
    let many = Value::Array(vec![json!({}); 10_001]).to_string();
    for (path, body, status, reason) in [
        ("/score", "{\"Jane Doe\"", 400, "the body is not valid JSON at line 1, column 11"),
        ("/score", "", 400, "the body is not valid JSON"),
        ("/score", "[\"Jane Doe\"]", 422, "the lead has no names for its values"),
        (
            "/score",
            "{\"employees\": \"Jane Doe\"}",
            422,
            "the field `Employees` is a text in the lead, but the model reads a number",
        ),
        (
            "/score",
            "{\"employees\": 1, \"EMPLOYEES\": 2}",
            422,
            "more than one name in the lead may mean the field `Employees`",
        ),
        (
            "/score",
            "{\"employees\": 1,\n \"employees\": 1}",
            422,
            "an object holds the same name twice, at line 2",
        ),
        ("/score", &long, 413, "the body holds at most 65536 bytes"),
        ("/score?explain=Jane", "{}", 400, "the query may hold `explain=true` or `explain=false`"),
        ("/score?explain=true&explain=true", "{}", 400, "the query may hold"),
        ("/score/batch", &longest, 413, "the body holds at most 4194304 bytes"),
        ("/nowhere", "{}", 404, "no such path"),
        ("/health", "{}", 405, "the path does not take this method"),
        ("/score/batch", "{}", 422, "the body has to be an array of leads"),
        (
            "/score/batch",
            "[{}, {\"demo requested\": \"Jane Doe\"}]",
            422,
            "lead 1 of the batch, counted from 0: the field `Demo Requested`",
        ),
        ("/score/batch", &many, 413, "at most 10000 leads"),
    ] {
        let (found, answer) = service.post(path, body);
        let error = answer["error"].as_str().unwrap();
        assert!(found == status && error.contains(reason), "{body:.40}: {found} {error}");
        assert!(!error.contains("Jane"), "{error}");
    }
    for (path, status) in [("/nowhere", 404), ("/score", 405), ("/score/batch", 405)] {
        let (found, answer) = service.get(path);
        assert!(found == status && answer["error"].is_string(), "{path}: {found} {answer}");
    }
    // It still works.
    assert_eq!(service.post("/score", "{}").0, 200);
}

#[test]
fn a_new_model_takes_over_and_a_broken_one_does_not() {
    let service = Service::start(&model("1.0", 30));
    let score = || service.post("/score", &lead(true).to_string()).1["score"].clone();
    let (status, health) = service.get("/health");
    assert_eq!((status, &health["version"], &health["swaps"]), (200, &json!("1.0"), &json!(0)));
    assert_eq!(health["fault"], Value::Null);
    assert_eq!(score(), 40);

    fs::write(service.model(), model("2.0", 50)).unwrap();
    service.wait_for(|health| health["version"] == "2.0");
    assert_eq!(score(), 60);

    // Cut in the middle: the model in use stays, and health says what is wrong.
    fs::write(service.model(), &model("3.0", 10)[..500]).unwrap();
    let health = service.wait_for(|health| health["fault"] != Value::Null);
    assert!(health["fault"].as_str().unwrap().contains("ends too early"), "{health}");
    assert_eq!((&health["version"], score()), (&json!("2.0"), json!(60)));

    fs::write(service.model(), model("3.0", 10)).unwrap();
    let health = service.wait_for(|health| health["version"] == "3.0");
    assert_eq!((&health["swaps"], &health["fault"], score()), (&json!(2), &Value::Null, json!(20)));
}

/// What could not be read is tried again, although the file looks the same from outside.
#[test]
fn a_file_that_cannot_be_read_is_tried_again() {
    let service = Service::start(&model("1.0", 30));
    let changed = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let place = |bytes: &[u8]| {
        let beside = service.model().with_extension("new");
        fs::write(&beside, bytes).unwrap();
        fs::File::options().write(true).open(&beside).unwrap().set_modified(changed).unwrap();
        fs::rename(&beside, service.model()).unwrap();
    };
    let next = model("2.0", 50);
    // As long as the next model, and no text.
    place(&vec![0xff; next.len()]);
    let health = service.wait_for(|health| health["fault"] != Value::Null);
    assert!(health["fault"].as_str().unwrap().starts_with("the model cannot be read"), "{health}");
    assert_eq!((&health["version"], &health["swaps"]), (&json!("1.0"), &json!(0)));
    let before = health["checksum"].clone();
    place(next.as_bytes());
    let health = service.wait_for(|health| health["version"] == "2.0");
    assert_eq!((&health["swaps"], &health["fault"]), (&json!(1), &Value::Null));
    assert_ne!(health["checksum"], before);
}

/// Every answer comes from one model or the other while they change.
#[test]
fn no_request_fails_while_the_model_changes() {
    let service = Service::start(&model("1.0", 30));
    let path = service.model();
    let writer = std::thread::spawn(move || {
        for at in 0..3 {
            std::thread::sleep(Duration::from_millis(300));
            // Beside its place first: no reader sees half a file.
            let beside = path.with_extension("new");
            fs::write(&beside, model(&format!("{at}"), 31 + at)).unwrap();
            fs::rename(&beside, &path).unwrap();
        }
    });
    let until = Instant::now() + Duration::from_secs(2);
    while Instant::now() < until {
        let (status, scored) = service.post("/score", &lead(true).to_string());
        let score = scored["score"].as_i64().unwrap();
        assert!(status == 200 && (40..=43).contains(&score), "{status} {scored}");
    }
    writer.join().unwrap();
    assert_eq!(service.wait_for(|health| health["version"] == "2")["fault"], Value::Null);
}
