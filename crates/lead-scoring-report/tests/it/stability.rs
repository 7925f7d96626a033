//! How stable points are, as the report tells it.

use crate::markdown::{PREDICTIVE, checked, section};
use crate::run::Run;
use lead_scoring_report::{Json, Renderer, summary_text};

#[test]
fn small_histories_say_how_stable_their_points_are() {
    let run = Run::of(PREDICTIVE);
    let text = checked(&run, false);
    let part = section(&text, "**How stable the points are.**", "There are no manual rules");
    assert!(part.contains("drawn anew 40 times"), "{part}");
    let json: serde_json::Value =
        serde_json::from_str(&Json::new().render(&run.report(false).unwrap()).unwrap()).unwrap();
    let stability = &json["scoring"]["stability"];
    let rows = stability["rows"].as_array().unwrap();
    let bins = run.model.card.signals.iter().flat_map(|signal| &signal.bins);
    assert_eq!(rows.len(), bins.filter(|bin| bin.points != 0).count());
    let demo = run.model.card.signals.iter().position(|signal| signal.name == "Demo | Requested").unwrap();
    let (points, bin) = (run.model.card.signals[demo].bins[1].points, run.stability[demo].bins[1]);
    let row = rows.iter().find(|row| row["what"] == "Demo | Requested: yes").unwrap();
    assert_eq!([&row["points"], &row["low"], &row["high"]], [points, bin.low, bin.high]);
    assert_eq!((&row["sign_held"], &row["stable"]), (&1.0.into(), &true.into()));
    // A column is for what differs.
    let unstable = rows.iter().filter(|row| row["stable"] == false);
    let mut found: Vec<&serde_json::Value> = unstable.map(|row| &row["found_again"]).collect();
    found.dedup();
    assert_eq!(part.contains("Found Again |"), found.len() > 1, "{part}");
    assert_eq!(part.contains("of the table again"), found.len() == 1 && !found[0].is_null(), "{part}");
    // The section shows what is not stable.
    let shown = part.lines().filter(|line| line.starts_with("| ")).skip(1).count();
    let stable = rows.iter().filter(|row| row["stable"] == true).count();
    assert_eq!((shown, &stability["stable"]), (rows.len() - stable, &stable.into()));
    assert!(part.contains(&format!("Of {} rows with points {stable} are stable", rows.len())), "{part}");
    let summary = summary_text(&run.report(false).unwrap());
    assert!(
        summary.contains(&format!("Stability  {stable} of {} rows with points are stable", rows.len())),
        "{summary}"
    );
    for row in rows.iter().filter(|row| row["stable"] == false) {
        let held = row["sign_held"].as_f64().unwrap();
        assert!(held < stability["certain"].as_f64().unwrap() || row["found_again"] == false, "{row}");
    }
    assert!(summary_text(&run.report(false).unwrap()).contains("\nStability  "));
}
