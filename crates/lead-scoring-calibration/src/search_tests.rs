use super::*;
use crate::CalibrationOptions;
use proptest::prelude::*;

fn cells(counts: &[(u64, u64)]) -> Vec<Cell> {
    (0..).zip(counts).map(|(at, &(won, lost))| Cell { score: at * 5, won, lost }).collect()
}

fn loose(deals: u64) -> Constraints {
    let full = Constraints::full(&CalibrationOptions::default(), deals);
    Constraints { max_hot: deals, min_tier: 1, min_cold: 1, min_z: 0.0, ..full }
}

/// Every triple of scores, judged on the rows themselves.
fn brute_force(cells: &[Cell], constraints: &Constraints) -> Option<(TierCuts, f64)> {
    let (wins, losses) = totals(cells);
    let deals = (wins + losses) as f64;
    let mut all = Vec::new();
    for hot in cells {
        for warm in cells.iter().filter(|c| c.score < hot.score) {
            for cool in cells.iter().filter(|c| c.score < warm.score) {
                let cuts = TierCuts::new(hot.score, warm.score, cool.score)?;
                let mut tiers = [(0.0, 0.0); 4];
                for cell in cells {
                    let tier = &mut tiers[cuts.tier(cell.score).index()];
                    *tier = (tier.0 + cell.won as f64, tier.1 + cell.lost as f64);
                }
                let sizes = tiers.map(|(won, lost)| won + lost);
                let rates = tiers.map(|(won, lost)| won / (won + lost));
                let apart = |i: usize| {
                    let p = (tiers[i].0 + tiers[i + 1].0) / (sizes[i] + sizes[i + 1]);
                    let error = (p * (1.0 - p) * (1.0 / sizes[i] + 1.0 / sizes[i + 1])).sqrt();
                    rates[i] > rates[i + 1] && rates[i] - rates[i + 1] >= constraints.min_z * error
                };
                let fits = sizes.iter().all(|&size| size >= constraints.min_tier as f64)
                    && sizes[0] <= constraints.max_hot as f64
                    && sizes[3] >= constraints.min_cold as f64
                    && (0..3).all(apart);
                if fits {
                    let entropy = |p: f64| {
                        if p <= 0.0 || p >= 1.0 { 0.0 } else { -p * p.ln() - (1.0 - p) * (1.0 - p).ln() }
                    };
                    let within: f64 = (0..4).map(|i| sizes[i] * entropy(rates[i])).sum();
                    all.push((cuts, deals * entropy(wins as f64 / deals) - within));
                }
            }
        }
    }
    let most = all.iter().map(|(_, information)| *information).fold(f64::NEG_INFINITY, f64::max);
    let near = all.into_iter().filter(|(_, information)| *information >= NEAR * most - 1e-9);
    near.max_by(|a, b| a.0.hot.cmp(&b.0.hot).then(a.1.total_cmp(&b.1)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_search_finds_what_brute_force_finds(
        counts in prop::collection::vec((0_u64..12, 1_u64..12), 4..10),
        min_z in prop::sample::select(vec![0.0, 0.8, 1.64]),
        min_tier in 1_u64..12,
        hot_share in 0.1..0.9,
    ) {
        let cells = cells(&counts);
        let deals: u64 = cells.iter().map(Cell::deals).sum();
        let max_hot = (hot_share * deals as f64) as u64;
        let constraints = Constraints { min_z, min_tier, max_hot, min_cold: min_tier, ..loose(deals) };
        let search = Search::new(&cells);
        let found = search.best(&constraints);
        match (found, brute_force(&cells, &constraints)) {
            (Some(found), Some((cuts, information))) => {
                prop_assert!((found.information - information).abs() < 1e-6, "{} {}", found.information, information);
                prop_assert_eq!(search.cuts(found.at).map(|c| c.hot), Some(cuts.hot));
            }
            (found, expected) => prop_assert!(found.is_none() && expected.is_none(), "{:?} {:?}", found, expected),
        }
    }

    #[test]
    fn tiers_always_exist_once_empty_ones_are_allowed(counts in prop::collection::vec((0_u64..5, 1_u64..5), 1..6), step in 1_i32..4) {
        let cells: Vec<Cell> = (0..).zip(&counts).map(|(at, &(won, lost))| Cell { score: at * step, won, lost }).collect();
        let deals: u64 = cells.iter().map(Cell::deals).sum();
        let constraints = Constraints { empty_tiers: true, ..loose(deals) };
        let search = Search::new(&cells);
        let choice = search.best(&constraints).unwrap();
        let cuts = search.cuts(choice.at).unwrap();
        // The cuts put every score into the tier that the positions name.
        for (at, cell) in cells.iter().enumerate() {
            let expected = 3 - [choice.at.cool, choice.at.warm, choice.at.hot].iter().filter(|&&from| at >= from).count();
            prop_assert_eq!(cuts.tier(cell.score).index(), expected);
        }
    }
}

#[test]
fn two_scores_make_hot_and_cold() {
    let cells = [Cell { score: 10, won: 5, lost: 95 }, Cell { score: 60, won: 15, lost: 5 }];
    let search = Search::new(&cells);
    let choice = search.best(&Constraints { empty_tiers: true, max_hot: 30, ..loose(120) }).unwrap();
    let cuts = search.cuts(choice.at).unwrap();
    use lead_scoring_core::Tier;
    assert_eq!((cuts.tier(60), cuts.tier(10)), (Tier::Hot, Tier::Cold));
}

#[test]
fn fewer_than_four_scores_have_no_full_choice() {
    for scores in 0..4 {
        let cells = cells(&vec![(5, 5); scores]);
        assert_eq!(Search::new(&cells).best(&loose(30)), None);
    }
}
