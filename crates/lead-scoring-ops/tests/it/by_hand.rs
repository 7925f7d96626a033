//! Seven leads, every figure counted by hand.

use crate::{history, monthly};
use lead_scoring_core::{Day, Tier};
use lead_scoring_ops::{DashboardOptions, Dashboards, Flow, Share, State, Wanted};

/// G was won before it was ever scored.
const SEVEN: &str = "\
id,scored at,score,tier,outcome,closed,source,owner,minutes,first contact
A,2026-01-05 09:00,50,Warm,won,2026-02-20,Web,Ann,10,2026-02-02 09:30
A,2026-02-02 09:00,80,Hot,won,2026-02-20,Web,Ann,30,2026-02-02 09:30
B,2026-01-05 09:00,90,Hot,lost,2026-02-10,Web,Ann,60,2026-01-05 12:00
C,2026-01-05 09:00,10,Cold,open,,Event,Bob,5,
C,2026-03-02 09:00,30,Cool,open,,Event,Bob,0,
D,2026-02-02 09:00,35,Cool,won,2026-03-03,Event,Bob,,
E,2026-03-02 09:00,85,Hot,open,,Web,Ann,,
F,2026-01-05 09:00,60,Warm,open,,Event,Bob,,
F,2026-02-02 09:00,40,Cool,open,,Event,Bob,,
F,2026-03-02 09:00,55,Warm,open,,Event,Bob,,
G,2026-02-02 09:00,88,Hot,won,2026-01-20,,,,
";

fn counts(share: &Share) -> (u64, u64) {
    (share.count, share.of)
}

#[test]
fn the_overview_is_as_counted() {
    let overview = monthly(SEVEN).overview;
    assert_eq!((overview.leads, overview.open), (7, 3));
    let tiers: Vec<(u64, u64)> = overview.tiers.iter().map(|tier| (tier.leads, tier.open)).collect();
    assert_eq!(tiers, [(4, 1), (1, 1), (2, 1), (0, 0)]);
    let bins: Vec<u64> = overview.scores.bins.iter().map(|bin| bin.leads).collect();
    assert_eq!(bins, [0, 0, 0, 2, 0, 1, 0, 0, 3, 1]);

    let moves = overview.migration.unwrap();
    let flow = |from, new, to, leads| Flow { from, new, to, leads };
    // D, E and G came after the first day.
    let wanted = [
        flow(State::Hot, false, State::Lost, 1),
        flow(State::Hot, true, State::Won, 1),
        flow(State::Hot, true, State::Hot, 1),
        flow(State::Warm, false, State::Won, 1),
        flow(State::Warm, false, State::Warm, 1),
        flow(State::Cool, true, State::Won, 1),
        flow(State::Cold, false, State::Cool, 1),
    ];
    assert_eq!(moves.flows, wanted);
    assert_eq!((moves.leads, moves.new, moves.closed_before), (7, 3, 0));
    assert_eq!((moves.up, moves.down, moves.stayed), (1, 0, 2));

    let sources: Vec<(Option<&str>, u64, f64)> = overview
        .sources
        .as_ref()
        .unwrap()
        .iter()
        .map(|source| (source.source.as_deref(), source.leads, source.scores.unwrap().mean))
        .collect();
    assert_eq!(sources, [(Some("Event"), 3, 40.0), (Some("Web"), 3, 85.0), (None, 1, 88.0)]);

    let hot: Vec<(u64, Option<u64>, Option<u64>)> =
        overview.hot.unwrap().iter().map(|point| (point.scorings, point.became_hot, point.hot)).collect();
    assert_eq!(hot, [(4, Some(1), Some(1)), (4, Some(1), Some(0)), (3, Some(1), Some(1))]);
}

#[test]
fn the_performance_is_as_counted() {
    let performance = monthly(SEVEN).performance;
    assert_eq!(performance.leads, 6);
    let conversion = performance.conversion.unwrap();
    let rows: Vec<(u64, u64, u64)> = conversion.iter().map(|row| (row.won, row.lost, row.open)).collect();
    assert_eq!(rows, [(0, 1, 1), (1, 0, 1), (1, 0, 0), (0, 0, 1)]);
    let days: Vec<Option<f64>> = conversion.iter().map(|row| row.days.map(|days| days.median)).collect();
    assert_eq!(days, [None, Some(46.0), Some(29.0), None]);
    assert_eq!(conversion[3].of_closed.value, None);
    assert_eq!(counts(&conversion[0].of_all), (0, 2));

    let closing = performance.closing.unwrap();
    let bins: Vec<u64> = closing.won.bins.iter().map(|bin| bin.leads).collect();
    assert_eq!(bins, [0, 0, 0, 1, 0, 0, 0, 0, 1, 0]);
    assert_eq!((closing.won.unscored, closing.lost.unscored), (1, 0));
    assert_eq!(closing.lost.spread.map(|spread| spread.median), Some(90.0));

    let wrong = performance.wrong.unwrap();
    assert_eq!((counts(&wrong.false_positives), counts(&wrong.false_negatives)), ((1, 2), (1, 1)));
    let periods: Vec<_> = wrong
        .periods
        .unwrap()
        .iter()
        .map(|period| (counts(&period.false_positives), counts(&period.false_negatives)))
        .collect();
    assert_eq!(periods, [((0, 0), (0, 0)), ((1, 2), (0, 0)), ((0, 0), (1, 1))]);
}

#[test]
fn the_productivity_is_as_counted() {
    let productivity = monthly(SEVEN).productivity;
    let minutes = productivity.minutes.unwrap();
    assert_eq!((minutes.total, minutes.called_share), (105.0, Some(100.0 / 105.0)));
    let tiers: Vec<(f64, u64, Option<f64>)> =
        minutes.tiers.iter().map(|tier| (tier.minutes, tier.leads, tier.per_lead)).collect();
    assert_eq!(tiers, [(90.0, 2, Some(45.0)), (10.0, 1, Some(10.0)), (0.0, 0, None), (5.0, 1, Some(5.0))]);
    let reps: Vec<(Option<&str>, f64, f64)> = minutes
        .reps
        .as_ref()
        .unwrap()
        .iter()
        .map(|rep| (rep.owner.as_deref(), rep.called, rep.others))
        .collect();
    assert_eq!(reps, [(Some("Ann"), 100.0, 0.0), (Some("Bob"), 0.0, 5.0)]);

    let reps = productivity.reps.unwrap();
    assert_eq!((reps[0].owner.as_deref(), counts(&reps[0].of_closed)), (Some("Ann"), (1, 2)));
    let bob: Vec<(u64, u64)> = reps[1].tiers.iter().map(|tier| counts(&tier.of_closed)).collect();
    assert_eq!(bob, [(0, 0), (0, 0), (1, 1), (0, 0)]);

    let sla = productivity.sla.unwrap();
    assert_eq!((sla.became_hot, counts(&sla.in_time)), (3, (1, 2)));
    assert_eq!((sla.never_contacted, sla.contacted_before, sla.too_recent, sla.untimed), (0, 0, 1, 0));
    assert_eq!(sla.minutes.map(|minutes| minutes.median), Some(105.0));

    let pipeline = productivity.pipeline.unwrap();
    let open: Vec<(Option<&str>, u64, f64)> =
        pipeline.iter().map(|rep| (rep.owner.as_deref(), rep.open, rep.scores.unwrap().mean)).collect();
    assert_eq!(open, [(Some("Bob"), 2, 42.5), (Some("Ann"), 1, 85.0)]);
}

#[test]
fn an_earlier_last_day_knows_nothing_of_what_came_later() {
    let mut options = DashboardOptions::default();
    options.to = Day::from_calendar(2026, 2, 12);
    let dashboards = Dashboards::new(&history(SEVEN), &options).unwrap();
    // E is not scored yet, A not won, and F is Cool.
    assert_eq!((dashboards.overview.leads, dashboards.overview.open), (6, 4));
    let cool = dashboards.overview.tiers.iter().find(|tier| tier.tier == Some(Tier::Cool));
    assert_eq!(cool.map(|tier| tier.leads), Some(2));
    let conversion = dashboards.performance.conversion.unwrap();
    assert_eq!((conversion[1].won, conversion[1].open), (0, 2));
}

#[test]
fn one_day_has_no_trend_and_no_moves() {
    let dashboards = monthly("id,date,score,tier\na,2026-01-05,80,Hot\nb,2026-01-05,,\n");
    assert!(dashboards.overview.hot.is_none() && dashboards.overview.migration.is_none());
    assert_eq!(dashboards.overview.tiers.last().map(|tier| (tier.tier, tier.leads)), Some((None, 1)));
    let wanted: Vec<Wanted> = dashboards.to_record.iter().map(|record| record.wanted).collect();
    use Wanted::{Closed, FirstContact, Minutes, Outcome, Owner, Source, TimeOfDay};
    assert_eq!(wanted, [Outcome, Closed, Source, Owner, Minutes, FirstContact, TimeOfDay]);
}

#[test]
fn leads_that_came_into_hot_again_and_ended_unscoreable_are_counted() {
    let text = "id,date,score,tier,outcome,closed\na,2026-01-05,80,Hot,open,\na,2026-02-05,40,Cool,open,\n\
                a,2026-03-05,80,Hot,open,\nb,2026-01-05,50,Warm,lost,2026-03-01\nb,2026-02-05,,,lost,2026-03-01\n\
                c,2026-03-05,50,Warm,lost,2026-03-01\n";
    let dashboards = monthly(text);
    let became: u64 = dashboards.overview.hot.unwrap().iter().filter_map(|point| point.became_hot).sum();
    assert_eq!((became, dashboards.overview.hot_again), (2, 1));
    let lost = dashboards.performance.closing.unwrap().lost;
    assert_eq!((lost.unscored, lost.unscoreable), (2, 1), "c was first scored after its end");
}

#[test]
fn a_period_without_scores_is_a_gap() {
    let text = "id,date,score,tier\na,2026-01-05,80,Hot\na,2026-03-05,80,Hot\n";
    let hot = monthly(text).overview.hot.unwrap();
    let points: Vec<_> = hot.iter().map(|point| (point.scorings, point.became_hot, point.hot)).collect();
    assert_eq!(points, [(1, Some(1), Some(1)), (0, None, None), (1, Some(0), Some(1))]);
}
