//! What holds for every history.

use lead_scoring_core::{Day, Tier};
use lead_scoring_ops::{DashboardOptions, Dashboards, History, HistoryRow, Moment, Outcome, Period};
use proptest::prelude::*;

fn row() -> impl Strategy<Value = HistoryRow> {
    let who = (0..6_u8, 0..3_u8, 0..3_u8);
    let when = (20_400..20_600_i32, proptest::option::of((0..24_u8, 0..60_u8)));
    let what = (proptest::option::of(-20..140), proptest::option::of(0..4_usize));
    let end = (proptest::option::of(0..3_u8), proptest::option::of(20_380..20_620_i32));
    let work = (proptest::option::of(0.0..90.0), proptest::option::of((20_390..20_600_i32, 0..24_u8)));
    (who, when, what, end, work).prop_map(
        |((lead, source, owner), (day, clock), (score, tier), (outcome, closed), (minutes, contact))| {
            let day = Day::from_epoch_days(day);
            let at =
                clock.and_then(|(hour, minute)| Moment::at(day, hour, minute, 0)).unwrap_or(Moment::on(day));
            let mut row = HistoryRow::new(format!("lead {lead}"), at, 2);
            row.score = score;
            row.tier = tier.and_then(|at| Tier::ALL.get(at).copied());
            row.outcome = outcome.map(|at| [Outcome::Open, Outcome::Won, Outcome::Lost][usize::from(at)]);
            row.closed = closed.map(Day::from_epoch_days);
            row.source = (source > 0).then(|| format!("source {source}").into());
            row.owner = (owner > 0).then(|| format!("owner {owner}").into());
            row.minutes = minutes;
            row.first_contact =
                contact.and_then(|(day, hour)| Moment::at(Day::from_epoch_days(day), hour, 0, 0));
            row
        },
    )
}

fn options() -> impl Strategy<Value = DashboardOptions> {
    (proptest::option::of(20_400..20_500_i32), proptest::option::of(20_500..20_620_i32), 0..3_u8).prop_map(
        |(from, to, period)| {
            let mut options = DashboardOptions::default();
            options.from = from.map(Day::from_epoch_days);
            options.to = to.map(Day::from_epoch_days);
            options.period = [None, Some(Period::Week), Some(Period::Month)][usize::from(period)];
            options
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn sums_agree_and_every_figure_is_a_number(rows in proptest::collection::vec(row(), 1..40), options in options()) {
        let history = History::from_rows("h.csv", rows).unwrap();
        let Ok(dashboards) = Dashboards::new(&history, &options) else { return Ok(()) };
        let overview = &dashboards.overview;
        prop_assert_eq!(overview.tiers.iter().map(|tier| tier.leads).sum::<u64>(), overview.leads);
        prop_assert_eq!(overview.tiers.iter().map(|tier| tier.open).sum::<u64>(), overview.open);
        let binned = overview.scores.bins.iter().map(|bin| bin.leads).sum::<u64>();
        prop_assert_eq!(binned + overview.scores.unscored, overview.leads);
        if let Some(sources) = &overview.sources {
            prop_assert_eq!(sources.iter().map(|source| source.leads).sum::<u64>(), overview.leads);
        }
        if let Some(moves) = &overview.migration {
            prop_assert_eq!(moves.flows.iter().map(|flow| flow.leads).sum::<u64>(), moves.leads);
            prop_assert_eq!(moves.leads + moves.closed_before, overview.leads);
            let tiered = moves.up + moves.down + moves.stayed;
            let untiered = moves.became_unscoreable + moves.got_tier + moves.still_unscoreable;
            prop_assert_eq!(tiered + untiered, overview.open);
            prop_assert!(moves.new <= moves.leads);
        }
        if let Some(conversion) = &dashboards.performance.conversion {
            prop_assert_eq!(conversion.iter().map(|row| row.leads).sum::<u64>(), dashboards.performance.leads);
            prop_assert!(conversion.iter().all(|row| row.won + row.lost + row.open == row.leads));
            prop_assert!(conversion.iter().filter_map(|row| row.days).all(|days| days.least >= 0.0));
        }
        if let (Some(wrong), Some(reps)) = (&dashboards.performance.wrong, &dashboards.productivity.reps) {
            // Leads without a first tier are neither call.
            let closed = wrong.false_positives.of + wrong.false_negatives.of;
            prop_assert!(closed <= reps.iter().map(|rep| rep.of_closed.of).sum());
        }
        if let Some(sla) = &dashboards.productivity.sla {
            let judged = sla.in_time.of + sla.contacted_before + sla.too_recent + sla.untimed;
            prop_assert_eq!(judged, sla.became_hot);
        }
        if let Some(pipeline) = &dashboards.productivity.pipeline {
            prop_assert_eq!(pipeline.iter().map(|rep| rep.open).sum::<u64>(), overview.open);
        }
        let shown = format!("{dashboards:?}");
        prop_assert!(!shown.contains("NaN") && !shown.contains("inf"), "{}", shown);
        let spread = overview.scores.spread;
        prop_assert!(spread.is_none_or(|s| s.mean.is_finite() && s.least <= s.median && s.median <= s.most));
    }

    #[test]
    fn the_order_of_leads_in_the_file_changes_nothing(rows in proptest::collection::vec(row(), 1..30)) {
        // Rows of one lead keep their order: among equal times it counts.
        let mut sorted = rows.clone();
        sorted.sort_by(|a, b| b.lead.cmp(&a.lead));
        let [one, other] = [rows, sorted].map(|rows| {
            let history = History::from_rows("h.csv", rows).unwrap();
            Dashboards::new(&history, &DashboardOptions::default()).map_err(|error| error.to_string())
        });
        prop_assert_eq!(one, other);
    }

    #[test]
    fn no_bytes_make_it_panic(body in "(([a-c]|[0-9]{1,3}|2026-0[0-3]-[0-9]{2}|Hot|won|\"|,|\n|\\PC){0,12},?){0,12}") {
        let text = format!("id,date,score,tier,outcome,closed\n{body}");
        if let Ok(history) = History::read(text.as_bytes(), "h.csv", &lead_scoring_ops::HistoryOptions::default()) {
            let _ = Dashboards::new(&history, &DashboardOptions::default());
        }
    }
}
