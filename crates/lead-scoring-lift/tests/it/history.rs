//! Random deal histories.

use lead_scoring_core::{Column, Dataset, Deals, Dimension, Field};
use lead_scoring_lift::{Analysis, AnalyzeOptions, FieldChoice, analyze};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// The columns of a history, before they become a data set.
#[derive(Clone)]
pub(crate) struct History {
    pub(crate) size: Vec<f64>,
    pub(crate) source: Vec<Option<&'static str>>,
    pub(crate) demo: Vec<Option<bool>>,
    pub(crate) won: Vec<bool>,
}

const SOURCES: [&str; 5] = ["Referral", "Inbound", "Event", "Outbound", "Partner"];

impl History {
    /// Deals whose log odds of winning are `-1 + effect * (demo + size above 500 + source is Referral)`.
    pub(crate) fn random(deals: usize, effect: f64, seed: u64) -> Self {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut history = Self { size: vec![], source: vec![], demo: vec![], won: vec![] };
        for _ in 0..deals {
            let size =
                if random.random_bool(0.1) { f64::NAN } else { f64::from(random.random_range(1..1000_u32)) };
            let source = random.random_bool(0.9).then(|| SOURCES[random.random_range(0..SOURCES.len())]);
            let demo = random.random_bool(0.95).then(|| random.random_bool(0.4));
            let signs = f64::from(
                u8::from(demo == Some(true)) + u8::from(size > 500.0) + u8::from(source == Some("Referral")),
            );
            let p = 1.0 / (1.0 + (1.0 - effect * signs).exp());
            history.won.push(random.random_bool(p));
            history.size.push(size);
            history.source.push(source);
            history.demo.push(demo);
        }
        history
    }

    pub(crate) fn deals(&self) -> Deals {
        let mut data = Dataset::with_rows(self.won.len());
        data.push(Field::new("size"), Column::from_numbers(&self.size)).unwrap();
        data.push(Field::new("source"), Column::from_categories(&self.source)).unwrap();
        data.push(Field::new("demo"), Column::from_flags(&self.demo)).unwrap();
        Deals::new(data, self.won.clone()).unwrap()
    }

    pub(crate) fn analyze(&self) -> Analysis {
        let mut options = AnalyzeOptions::default();
        options.fields =
            ["size", "source", "demo"].map(|name| FieldChoice::new(name, Dimension::Firmographic)).to_vec();
        analyze(&self.deals(), &options).unwrap()
    }
}
