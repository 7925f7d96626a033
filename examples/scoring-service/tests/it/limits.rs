//! Clients that do not finish, and the end of the service.

use crate::service::{Service, model};
use std::io::{Read, Write};
use std::thread;
use std::time::{Duration, Instant};

const UNFINISHED: &[u8] = b"POST /score HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{";

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    let service = Service::start(&model("1.0", 30));
    let mut slow = service.connect();
    let start = Instant::now();
    slow.write_all(UNFINISHED).unwrap();
    // Others are served meanwhile.
    assert_eq!(service.post("/score", "{}").0, 200);
    // To the end: the connection is closed as well.
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(
        answer.ends_with("{\"error\":\"the request was not read and answered within 5 seconds\"}"),
        "{answer}"
    );
    assert!(start.elapsed() >= Duration::from_secs(5));
}

#[test]
fn more_batches_than_workers_are_all_answered() {
    let service = Service::start(&model("1.0", 30));
    let leads = format!("[{}]", vec!["{\"demo_requested\": true}"; 2_000].join(","));
    thread::scope(|scope| {
        let batches: Vec<_> = (0..16).map(|_| scope.spawn(|| service.post("/score/batch", &leads))).collect();
        for batch in batches {
            let (status, scored) = batch.join().unwrap();
            let scored = scored.as_array().unwrap().clone();
            assert_eq!((status, scored.len()), (200, 2_000));
            assert!(scored.iter().all(|one| one["score"] == 30));
        }
    });
}

#[cfg(unix)]
#[test]
fn asked_to_end_it_answers_what_is_under_way() {
    let mut service = Service::start(&model("1.0", 30));
    let mut open = service.connect();
    open.write_all(b"POST /score HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{").unwrap();
    // It has taken the request once it serves another that came later.
    assert_eq!(service.get("/health").0, 200);
    service.terminate();
    thread::sleep(Duration::from_millis(200));
    open.write_all(b"}").unwrap();
    let mut answer = String::new();
    open.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(service.ends_well(Duration::from_secs(4)));
}

#[cfg(unix)]
#[test]
fn headers_without_an_end_do_not_hold_up_the_end() {
    let mut service = Service::start(&model("1.0", 30));
    let mut slow = service.connect();
    slow.write_all(b"POST /score HTTP/1.1\r\nHost:").unwrap();
    assert_eq!(service.get("/health").0, 200);
    service.terminate();
    assert!(service.ends_well(Duration::from_secs(15)));
}
