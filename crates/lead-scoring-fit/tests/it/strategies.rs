//! Which strategy is taken, and what its points keep to.

use lead_scoring_core::{Column, Dataset, Deals, Dimension, Field};
use lead_scoring_fit::{Builtin, FitOptions, Fitted, Strategy, Term, View, fit, fit_with};
use lead_scoring_lift::{Analysis, AnalyzeOptions, FieldChoice, analyze};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Two flags that matter by themselves (0.6 each) and together (`extra` more), one that matters alone, and one that says nothing.
fn analysis(deals: usize, extra: f64, seed: u64) -> (Analysis, Deals) {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut flags: [Vec<Option<bool>>; 4] = Default::default();
    let mut won = Vec::new();
    for _ in 0..deals {
        let row: [bool; 4] = std::array::from_fn(|_| random.random_bool(0.4));
        let both = if row[0] && row[1] { extra } else { 0.0 };
        let eta = -1.2
            + 0.6 * f64::from(u8::from(row[0]) + u8::from(row[1]))
            + 0.8 * f64::from(u8::from(row[2]))
            + both;
        won.push(random.random_bool(1.0 / (1.0 + f64::exp(-eta))));
        flags.iter_mut().zip(row).for_each(|(flags, flag)| flags.push(Some(flag)));
    }
    let mut data = Dataset::with_rows(deals);
    for (name, flags) in ["a", "b", "c", "d"].iter().zip(&flags) {
        data.push(Field::new(*name), Column::from_flags(flags)).unwrap();
    }
    let deals = Deals::new(data, won).unwrap();
    let mut options = AnalyzeOptions::default();
    options.fields = ["a", "b", "c", "d"].map(|name| FieldChoice::new(name, Dimension::Behavioral)).to_vec();
    (analyze(&deals, &options).unwrap(), deals)
}

fn chosen(fitted: &Fitted) -> &str {
    fitted.comparison.records.iter().find(|record| record.chosen).map_or("", |record| record.name.as_str())
}

#[test]
fn a_combination_that_pays_becomes_a_signal_and_ranks_better() {
    let (analysis, deals) = analysis(4000, 1.2, 3);
    let compared = fit(&analysis, &FitOptions::default(), Vec::new()).unwrap();
    assert_eq!(chosen(&compared), Builtin::Interactions.name(), "{:?}", compared.comparison.records);
    let mut options = FitOptions::default();
    options.strategy = Some(Builtin::Interactions);
    let fitted = fit(&analysis, &options, Vec::new()).unwrap();
    let pair = fitted.card.signals.iter().find(|signal| signal.is_pair()).unwrap();
    assert!(pair.reads("a") && pair.reads("b"), "{}", pair.name);
    let both = pair.bins.iter().find(|bin| bin.label == "a: yes + b: yes").unwrap();
    assert!(both.points > 0 && both.lift.unwrap() > 1.0, "{both:?}");
    assert!((both.won as f64) > both.expected.unwrap());
    options.strategy = Some(Builtin::Joint);
    let joint = fit(&analysis, &options, Vec::new()).unwrap();
    let auc = |fitted: &Fitted| {
        let scores: Vec<f64> =
            fitted.card.score_rows(deals.data()).unwrap().into_iter().map(f64::from).collect();
        lead_scoring_metrics::auc(&scores, deals.won()).unwrap()
    };
    assert!(auc(&fitted) > auc(&joint) + 0.002, "{} {}", auc(&fitted), auc(&joint));
}

/// Where effects only add up, combinations are tried in one history of twenty at most: of 60 that is 3 +- 1.7, and 9 is 3.5 deviations above.
#[test]
fn effects_that_add_up_get_no_combination() {
    let with_pairs = (0..60)
        .filter(|&seed| {
            let fitted = fit(&analysis(1200, 0.0, seed).0, &FitOptions::default(), Vec::new()).unwrap();
            fitted.card.signals.iter().any(lead_scoring_model::Signal::is_pair)
        })
        .count();
    assert!(with_pairs <= 9, "{with_pairs} of 60");
}

#[test]
fn every_builtin_keeps_signs_caps_and_traceability() {
    let (analysis, _) = analysis(1500, 1.5, 8);
    for builtin in Builtin::ALL {
        let mut options = FitOptions::default();
        options.strategy = Some(builtin);
        options.caps = [40; 4];
        let fitted = fit(&analysis, &options, Vec::new()).unwrap();
        assert!(!fitted.card.signals.is_empty(), "{builtin}");
        assert!(fitted.card.dimension_range(Dimension::Behavioral).1 <= 40, "{builtin}");
        for bin in fitted
            .card
            .signals
            .iter()
            .flat_map(|signal| signal.bins.iter().map(move |bin| (signal.weight, bin)))
        {
            let exact = fitted.card.scale * bin.0 * bin.1.log_odds;
            assert!((exact - f64::from(bin.1.points)).abs() <= 0.75 + 1e-9, "{builtin} {:?}", bin.1);
            assert!(
                bin.1.points == 0 || (bin.1.lift.unwrap() > 1.0) == (bin.1.points > 0),
                "{builtin} {:?}",
                bin.1
            );
        }
    }
}

/// Says that one field alone counts.
struct OneField(&'static str);

impl Strategy for OneField {
    fn name(&self) -> &str {
        "one field"
    }

    fn learn(&self, view: &View<'_>) -> Vec<Term> {
        let is_wanted = |at: &usize| view.pattern(*at).name == self.0;
        let found = (0..view.fields().len()).filter(is_wanted);
        found
            .flat_map(|at| [Term::field(at, 1.0), Term::field(at, f64::NAN), Term::field(at, -1.0)])
            .collect()
    }
}

#[test]
fn a_strategy_of_ones_own_is_compared_like_any_other() {
    let (analysis, _) = analysis(3000, 0.0, 5);
    let own = OneField("a");
    let fitted = fit_with(&analysis, &FitOptions::default(), Vec::new(), &[&own, &Builtin::Joint]).unwrap();
    assert_eq!(chosen(&fitted), Builtin::Joint.name(), "two fields rank better than one");
    let fitted = fit_with(&analysis, &FitOptions::default(), Vec::new(), &[&own]).unwrap();
    let names: Vec<&str> = fitted.card.signals.iter().map(|signal| signal.name.as_str()).collect();
    assert_eq!(names, ["a"], "terms without a positive weight are dropped");
    assert!(fit_with(&analysis, &FitOptions::default(), Vec::new(), &[]).is_err());
}

#[test]
fn a_second_run_gives_the_same_bits() {
    let run = || fit(&analysis(900, 1.0, 4).0, &FitOptions::default(), Vec::new()).unwrap();
    let (first, second) = (run(), run());
    assert_eq!(first.card, second.card);
    assert_eq!(first.honest_scores, second.honest_scores);
    assert_eq!(first.comparison, second.comparison);
}
