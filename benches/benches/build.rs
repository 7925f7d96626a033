//! Building a model, from the bytes of the file to the text of the report: as a whole, and stage by stage, on one thread.

use criterion::{BatchSize, BenchmarkGroup, Criterion, measurement::WallTime};
use lead_scoring::{LeadScoring, Plan, Validated};
use lead_scoring_audit::{AuditOptions, audit};
use lead_scoring_benches::{History, Result, histories};
use lead_scoring_calibration::{Calibration, CalibrationOptions, calibrate};
use lead_scoring_core::{Dataset, Deals, HoldOut, Message, Sealed, Split, label, split};
use lead_scoring_fit::{FitOptions, Fitted, fit};
use lead_scoring_lift::{Analysis, AnalyzeOptions, FieldChoice, analyze, interactions};
use lead_scoring_report::render_markdown;
use lead_scoring_validation::{ValidationInput, ValidationOptions, ValidationReport, validate};
use std::hint::black_box;

const INTERACTION_LEVEL: f64 = 0.05;
const MOST_INTERACTIONS: usize = 20;

fn main() -> Result<()> {
    let histories = histories()?;
    let mut criterion = Criterion::default().configure_from_args();
    for history in &histories {
        let stages = Stages::of(history)?;
        let mut group = criterion.benchmark_group(format!("build/{}", history.name));
        group.sample_size(20);
        whole(&mut group, history)?;
        stages.measure(&mut group, history);
        group.finish();
    }
    criterion.final_summary();
    Ok(())
}

/// The whole build by the facade, and its last step alone.
fn whole(group: &mut BenchmarkGroup<'_, WallTime>, history: &History) -> Result<()> {
    let plan = plan(history)?;
    let validated = built(&plan, history)?;
    report(&validated)?;
    group.bench_function("0_whole", |bench| {
        bench.iter(|| built(&plan, black_box(history)).and_then(|validated| report(&validated)));
    });
    group.bench_function("9_report", |bench| bench.iter(|| report(black_box(&validated))));
    Ok(())
}

fn plan(history: &History) -> lead_scoring::Result<Plan> {
    let outcome = history.outcome.clone();
    let builder = LeadScoring::builder().outcome(outcome.column, outcome.won, outcome.lost);
    builder.exclude(history.exclude.clone()).build()
}

fn built(plan: &Plan, history: &History) -> Result<Validated> {
    Ok(plan.read(history.bytes.as_slice(), history.name)?.run()?)
}

fn report(validated: &Validated) -> Result<String> {
    Ok(render_markdown(&validated.report(None)?)?)
}

/// What each stage of a build takes in.
struct Stages {
    data: Dataset,
    closed: Deals,
    train: Deals,
    options: AnalyzeOptions,
    analysis: Analysis,
    fitted: Fitted,
    calibration: Calibration,
}

impl Stages {
    fn of(history: &History) -> Result<Self> {
        let data = history.read()?;
        let closed = label(data.clone(), &history.outcome)?.closed;
        let Split { train, hold_out, how, .. } = split(&closed, &HoldOut::default())?;
        let audit = audit(&train, None, &audit_options(history))?;
        let mut options = AnalyzeOptions::default();
        options.fields = audit.used().map(|field| FieldChoice::new(&field.name, field.dimension)).collect();
        let analysis = analyze(&train, &options)?;
        let fitted = fit(&analysis, &FitOptions::default(), Vec::new())?;
        let calibration = tiers(&fitted, &analysis)?;
        judge(&fitted, &calibration, hold_out, how)?;
        Ok(Self { data, closed, train, options, analysis, fitted, calibration })
    }

    fn measure(&self, group: &mut BenchmarkGroup<'_, WallTime>, history: &History) {
        group.bench_function("1_read", |bench| bench.iter(|| black_box(history).read()));
        group.bench_function("2_label_and_split", |bench| {
            let closed = |data| label(data, &history.outcome).map(|labelled| labelled.closed);
            let work = |data| closed(data).and_then(|closed| split(&closed, &HoldOut::default()));
            bench.iter_batched(|| self.data.clone(), work, BatchSize::PerIteration);
        });
        group.bench_function("3_audit", |bench| {
            let options = audit_options(history);
            bench.iter(|| audit(black_box(&self.train), None, &options));
        });
        group.bench_function("4_analyze", |bench| {
            bench.iter(|| analyze(black_box(&self.train), &self.options));
        });
        group.bench_function("5_interactions", |bench| {
            bench.iter(|| interactions(black_box(&self.analysis), INTERACTION_LEVEL, MOST_INTERACTIONS));
        });
        group.bench_function("6_fit", |bench| {
            bench.iter(|| fit(black_box(&self.analysis), &FitOptions::default(), Vec::new()));
        });
        group.bench_function("7_calibrate", |bench| {
            bench.iter(|| tiers(black_box(&self.fitted), &self.analysis));
        });
        group.bench_function("8_validate", |bench| {
            // The hold-out is used up by each look at it.
            let sealed = || split(&self.closed, &HoldOut::default());
            let work = |split: lead_scoring_core::Result<Split>| -> Result<ValidationReport> {
                let Split { hold_out, how, .. } = split?;
                Ok(judge(&self.fitted, &self.calibration, hold_out, how)?)
            };
            bench.iter_batched(sealed, work, BatchSize::PerIteration);
        });
    }
}

fn audit_options(history: &History) -> AuditOptions {
    let mut options = AuditOptions::default();
    options.exclude.clone_from(&history.exclude);
    options
}

fn tiers(fitted: &Fitted, analysis: &Analysis) -> lead_scoring_calibration::Result<Calibration> {
    let options = CalibrationOptions::default();
    calibrate(fitted.card.range(), &fitted.honest_scores, analysis.won(), &options)
}

fn judge(
    fitted: &Fitted,
    calibration: &Calibration,
    hold_out: Sealed,
    how: Message,
) -> lead_scoring_validation::Result<ValidationReport> {
    validate(ValidationInput {
        card: &fitted.card,
        cuts: calibration.cuts,
        probability: &calibration.probability,
        hold_out,
        learned_from: None,
        how,
        options: ValidationOptions::default(),
    })
}
