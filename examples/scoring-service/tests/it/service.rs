//! Starts the service with a model of its own, and asks it.

use lead_scoring_core::{Binning, Dimension, Kind, Tier};
use lead_scoring_model::{
    Bin, History, Input, ProbabilityMap, Scorecard, ScoringModel, Signal, TierCuts, TierFacts, Validation,
    Verdict,
};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The stored form of a model: 10 points for 200 employees or more, `demo` points for a demo.
pub(crate) fn model(version: &str, demo: i32) -> String {
    let signal = |name: &str, dimension, kind, binning, points: [i32; 3]| {
        let bin = |points: i32| {
            let mut bin = Bin::new(format!("{points} points"), 10, 20, None, 0.1 * f64::from(points));
            bin.points = points;
            bin
        };
        let input = Input::new(name, kind, binning);
        Signal::new(name.into(), dimension, input, 1.0, points.map(bin).into())
    };
    let signals = vec![
        signal(
            "Employees",
            Dimension::Firmographic,
            Kind::Number,
            Binning::Range { edges: vec![200.0] },
            [0, 10, 0],
        ),
        signal("Demo Requested", Dimension::Behavioral, Kind::Flag, Binning::Flag, [0, demo, 0]),
    ];
    let card = Scorecard::new(10.0, [100; 4], signals, Vec::new());
    let curve = (0..=card.range().1).map(|score| 0.1 + 0.005 * f64::from(score)).collect();
    let model = ScoringModel::new(
        "Pipeline".into(),
        version.into(),
        "2026-03-01".into(),
        History::new(100, 200),
        card,
        TierCuts::new(20, 10, 5),
        Tier::ALL.map(|tier| TierFacts::new(tier, 4, 6, Some(0.4))).into(),
        ProbabilityMap::new(0, curve, "straight line").unwrap(),
        Validation::new(Verdict::Deploy, 12, 18, "30 % at random".into(), None),
    );
    model.check().unwrap();
    model.to_json()
}

/// A running service; it ends with the value.
pub(crate) struct Service {
    child: Child,
    agent: ureq::Agent,
    address: String,
    folder: tempfile::TempDir,
}

impl Service {
    /// Starts the program on a free port.
    pub(crate) fn start(model: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("model.json");
        fs::write(&path, model).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_lead-scoring-service"))
            .arg(&path)
            .arg("127.0.0.1:0")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on ").expect("it says where it listens").to_owned();
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        let agent = config.timeout_global(Some(Duration::from_secs(20))).build().into();
        Self { child, agent, address, folder }
    }

    /// The file of its model.
    pub(crate) fn model(&self) -> PathBuf {
        Path::new(self.folder.path()).join("model.json")
    }

    /// A connection of its own, for what no sound client sends.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address.strip_prefix("http://").unwrap()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Asks it to end.
    #[cfg(unix)]
    pub(crate) fn terminate(&self) {
        let sent = Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status().unwrap();
        assert!(sent.success());
    }

    /// Waits until it has ended; whether it did so by itself and without a failure.
    #[cfg(unix)]
    pub(crate) fn ends_well(&mut self, within: Duration) -> bool {
        let until = Instant::now() + within;
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.success();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }

    pub(crate) fn post(&self, path: &str, body: &str) -> (u16, Value) {
        read(self.agent.post(format!("{}{path}", self.address)).send(body).unwrap())
    }

    pub(crate) fn get(&self, path: &str) -> (u16, Value) {
        read(self.agent.get(format!("{}{path}", self.address)).call().unwrap())
    }

    /// Asks for its health until it is as wanted.
    pub(crate) fn wait_for(&self, wanted: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let health = self.get("/health").1;
            if wanted(&health) {
                return health;
            }
            assert!(Instant::now() < until, "{health}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(mut response: ureq::http::Response<ureq::Body>) -> (u16, Value) {
    let text = response.body_mut().read_to_string().unwrap();
    (response.status().as_u16(), serde_json::from_str(&text).unwrap_or(Value::Null))
}
