use crate::history::History;

/// With many deals the planted border and effects come back.
#[test]
fn planted_effects_are_recovered() {
    let analysis = History::random(20_000, 1.0, 11).analyze();
    for pattern in &analysis.patterns {
        assert!(pattern.is_predictive(1e-6), "{}", pattern.name);
        assert!(pattern.honest_gain > 0.0);
    }
    let size = analysis.patterns.iter().find(|pattern| pattern.name == "size").unwrap();
    let lead_scoring_core::Binning::Range { edges } = &size.binning else { panic!("size is a number") };
    assert!(edges.iter().any(|edge| (490.0..=517.0).contains(edge)), "{edges:?}");
    let demo = analysis.patterns.iter().find(|pattern| pattern.name == "demo").unwrap();
    // Demo moves the log odds by 1; its marginal effect is a little smaller because the other effects are averaged over.
    let effect = demo.bins[1].log_odds - demo.bins[0].log_odds;
    assert!((0.75..=1.05).contains(&effect), "{effect}");
}

/// Without effects, about one field in twenty has p <= 0.05: 600 fields, so 30 +- 5.3 expected; 50 is 3.7 deviations above.
#[test]
fn p_values_are_not_too_small_without_effects() {
    let mut small = 0;
    for seed in 0..200 {
        let analysis = History::random(400, 0.0, seed).analyze();
        small +=
            analysis.patterns.iter().filter(|pattern| pattern.p_value.is_some_and(|p| p <= 0.05)).count();
    }
    assert!((10..=50).contains(&small), "{small} of 600");
}

/// Bins that chance made predict nothing on deals they were not learned on: the mean honest gain of null fields is not positive.
#[test]
fn chance_has_no_honest_gain() {
    let gains: Vec<f64> = (0..100)
        .flat_map(|seed| {
            History::random(300, 0.0, seed).analyze().patterns.into_iter().map(|p| p.honest_gain)
        })
        .collect();
    assert!(gains.iter().sum::<f64>() / gains.len() as f64 <= 0.0);
}
