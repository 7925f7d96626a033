//! The searches against every grouping there is, counted out.

use super::*;
use crate::cell::Cell;
use crate::significance::two_by_two;
use crate::{Counts, WeightedCounts};
use proptest::prelude::*;

const TRENDS: [Trend; 6] =
    [Trend::None, Trend::Increasing, Trend::Decreasing, Trend::Peak, Trend::Valley, Trend::Auto];

/// Every grouping's ends, by the bits of a number.
fn all_groupings(size: usize) -> impl Iterator<Item = Vec<usize>> {
    (0..1_u32 << (size - 1))
        .map(move |bits| (1..size).filter(|at| bits >> (at - 1) & 1 == 1).chain([size]).collect())
}

fn groups_of<C: Cell>(cells: &[C], ends: &[usize]) -> Vec<C> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends).map(|(from, &to)| cells[from..to].iter().copied().sum()).collect()
}

fn rises(rates: &[f64]) -> bool {
    rates.windows(2).all(|pair| pair[0] <= pair[1])
}

fn falls(rates: &[f64]) -> bool {
    rates.windows(2).all(|pair| pair[0] >= pair[1])
}

fn keeps_trend(rates: &[f64], trend: Trend) -> bool {
    let bend = |first: fn(&[f64]) -> bool, then: fn(&[f64]) -> bool| {
        (0..rates.len()).any(|at| first(&rates[..=at]) && then(&rates[at..]))
    };
    match trend {
        Trend::None => true,
        Trend::Increasing => rises(rates),
        Trend::Decreasing => falls(rates),
        Trend::Peak => bend(rises, falls),
        Trend::Valley => bend(falls, rises),
        Trend::Auto => bend(rises, falls) || bend(falls, rises),
    }
}

fn meets<C: Cell>(cells: &[C], ends: &[usize], rules: &PartitionRules, borders: &Borders) -> bool {
    let groups = groups_of(cells, ends);
    let rates: Vec<f64> = groups.iter().map(|group| group.rate().unwrap_or(0.0)).collect();
    let inner = &ends[..ends.len() - 1];
    let sized = groups.iter().all(|group| {
        group.deals() > 0.0
            && group.deals() >= rules.min_deals as f64
            && group.deals() <= rules.max_deals as f64
            && group.won() >= rules.min_won as f64
            && group.lost() >= rules.min_lost as f64
    });
    let apart = rates.windows(2).all(|pair| (pair[0] - pair[1]).abs() >= rules.min_difference - 1e-12);
    let told_apart = rules.max_p_value >= 1.0
        || groups
            .windows(2)
            .all(|pair| pair[0].p_value(pair[1]).is_some_and(|p_value| p_value <= rules.max_p_value));
    let bordered = borders.required.iter().all(|border| *border == 0 || ends.contains(border))
        && inner.iter().all(|end| {
            borders.required.contains(end)
                || borders.allowed.as_ref().is_none_or(|allowed| allowed.contains(end))
        });
    let numbered = groups.len() >= rules.min_groups && groups.len() <= rules.max_groups;
    sized && apart && told_apart && bordered && numbered && keeps_trend(&rates, rules.trend)
}

fn value<C: Cell>(cells: &[C], ends: &[usize], rules: &PartitionRules) -> f64 {
    let whole: C = cells.iter().copied().sum();
    let worth = |group: &C| match rules.objective {
        Objective::Likelihood => group.log_likelihood(),
        Objective::InformationValue if whole.won() <= 0.0 || whole.lost() <= 0.0 => 0.0,
        Objective::InformationValue => {
            let one_outcome = group.won() <= 0.0 || group.lost() <= 0.0;
            let prior = if one_outcome { rules.prior_deals.max(0.5) } else { rules.prior_deals };
            let of = |part: f64, all: f64| (part + prior * all / whole.deals()) / all;
            let (won, lost) = (of(group.won(), whole.won()), of(group.lost(), whole.lost()));
            (group.won() / whole.won() - group.lost() / whole.lost()) * (won / lost).ln()
        }
    };
    groups_of(cells, ends).iter().map(|group| worth(group) - rules.penalty).sum()
}

fn brute_force<C: Cell>(cells: &[C], rules: &PartitionRules, borders: &Borders) -> Option<f64> {
    all_groupings(cells.len())
        .filter(|ends| meets(cells, ends, rules, borders))
        .map(|ends| value(cells, &ends, rules))
        .max_by(f64::total_cmp)
}

/// The search finds a grouping that meets the rules and has the best value there is, or says rightly that there is none.
fn check<C: Cell>(cells: &[C], rules: &PartitionRules, borders: &Borders) -> Result<(), TestCaseError> {
    let best = brute_force(cells, rules, borders);
    match find_partition(cells, rules, borders) {
        Ok(partition) => {
            prop_assert!(meets(cells, &partition.ends, rules, borders), "{partition:?}");
            let resolved = rules.with_trend(partition.trend);
            prop_assert!(meets(cells, &partition.ends, &resolved, borders), "{partition:?}");
            prop_assert!((value(cells, &partition.ends, rules) - partition.value).abs() < 1e-6);
            prop_assert!((partition.value - best.unwrap()).abs() < 1e-6, "{partition:?}, best {best:?}");
        }
        Err(unmet) => {
            prop_assert_eq!(best, None);
            check_relaxed(cells, rules, borders, &unmet)?;
        }
    }
    Ok(())
}

/// The rules said to give way suffice, none of them can be kept, and counts could not be moved less.
fn check_relaxed<C: Cell>(
    cells: &[C],
    rules: &PartitionRules,
    borders: &Borders,
    unmet: &NoPartition,
) -> Result<(), TestCaseError> {
    let mut relaxed = (*rules, borders.clone());
    for relaxation in &unmet.relaxations {
        set(&mut relaxed, relaxation.constraint, relaxation.nearest);
    }
    prop_assert!(meets(cells, &unmet.partition.ends, &relaxed.0, &relaxed.1), "{unmet}");
    let best = brute_force(cells, &relaxed.0, &relaxed.1).unwrap();
    prop_assert!((value(cells, &unmet.partition.ends, &relaxed.0) - best).abs() < 1e-6, "{unmet}");
    for relaxation in &unmet.relaxations {
        let mut tighter = relaxed.clone();
        let step = match relaxation.constraint {
            Constraint::MaxDeals | Constraint::MaxGroups => -1.0,
            Constraint::MaxPValue => -1e-4,
            Constraint::MinDifference => 1e-4,
            _ => 1.0,
        };
        if relaxation.nearest.is_some() {
            set(&mut tighter, relaxation.constraint, relaxation.nearest.map(|value| value + step));
        } else {
            tighter.0.trend = rules.trend;
            match relaxation.constraint {
                Constraint::AllowedBorders => tighter.1.allowed.clone_from(&borders.allowed),
                Constraint::RequiredBorders => tighter.1.required.clone_from(&borders.required),
                _ => {}
            }
        }
        prop_assert_eq!(brute_force(cells, &tighter.0, &tighter.1), None, "{}", unmet);
    }
    Ok(())
}

fn set((rules, borders): &mut (PartitionRules, Borders), constraint: Constraint, value: Option<f64>) {
    let number = value.unwrap_or(0.0);
    match constraint {
        Constraint::MinGroups => rules.min_groups = number as usize,
        Constraint::MinDeals => rules.min_deals = number as u64,
        Constraint::MaxDeals => rules.max_deals = number as u64,
        Constraint::MinWon => rules.min_won = number as u64,
        Constraint::MinLost => rules.min_lost = number as u64,
        Constraint::MaxPValue => rules.max_p_value = number,
        Constraint::MinDifference => rules.min_difference = number,
        Constraint::Trend => rules.trend = Trend::None,
        Constraint::MaxGroups => rules.max_groups = number as usize,
        Constraint::AllowedBorders => borders.allowed = None,
        Constraint::RequiredBorders => borders.required.clear(),
    }
}

/// Cells of few deals, so that ties, empty cells and cells of one outcome are many; at least one deal in all.
fn cells(most: u64) -> impl Strategy<Value = Vec<Counts>> {
    prop::collection::vec((0..most, 0..most), 1..9)
        .prop_map(|cells| cells.into_iter().map(|(won, lost)| Counts::new(won, lost)).collect::<Vec<_>>())
        .prop_filter("no deals", |cells| cells.iter().any(|cell| cell.deals() > 0))
}

/// Rules for either objective with a penalty in its units.
fn rules() -> impl Strategy<Value = PartitionRules> {
    let prior = prop_oneof![Just(0.0), Just(crate::PRIOR_DEALS), 0.0_f64..3.0];
    (any::<bool>(), 0.0_f64..2.0, 0_u64..12, 1_usize..8, prior).prop_map(
        |(likelihood, penalty, deals, groups, prior)| {
            if likelihood {
                PartitionRules::new(penalty, deals, groups)
            } else {
                PartitionRules::new(penalty / 50.0, deals, groups)
                    .with_objective(Objective::InformationValue)
                    .with_prior_deals(prior)
            }
        },
    )
}

/// Cells of fractional weight, some of them without won or lost deals.
fn weighted_cells(most: f64) -> impl Strategy<Value = Vec<WeightedCounts>> {
    let weight = || prop_oneof![Just(0.0), 0.0..most];
    prop::collection::vec((weight(), weight()), 1..9)
        .prop_map(|cells| {
            cells.into_iter().map(|(won, lost)| WeightedCounts::new(won, lost).unwrap()).collect::<Vec<_>>()
        })
        .prop_filter("no deals", |cells| cells.iter().any(|cell| cell.deals() > 0.0))
}

fn by_weight(cells: &[Counts]) -> Vec<WeightedCounts> {
    cells.iter().map(|cell| WeightedCounts::new(cell.won as f64, cell.lost as f64).unwrap()).collect()
}

fn positions() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0_usize..9, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn fewest_deals_and_most_groups(cells in cells(40), rules in rules()) {
        check(&cells, &rules, &Borders::anywhere())?;
    }

    #[test]
    fn sizes_outcomes_and_numbers(
        cells in cells(12), rules in rules(), groups in 0_usize..6, most in 5_u64..80, won in 0_u64..6, lost in 0_u64..6,
    ) {
        let rules = rules.with_min_groups(groups).with_max_deals(most).with_min_outcomes(won, lost);
        check(&cells, &rules, &Borders::anywhere())?;
    }

    #[test]
    fn every_trend(cells in cells(12), rules in rules(), groups in 0_usize..6) {
        for trend in TRENDS {
            check(&cells, &rules.with_trend(trend).with_min_groups(groups), &Borders::anywhere())?;
        }
    }

    #[test]
    fn neighbours_apart(cells in cells(20), rules in rules(), groups in 0_usize..4, difference in 0_u8..8) {
        let rules = rules.with_min_groups(groups).with_min_difference(f64::from(difference) / 16.0);
        check(&cells, &rules, &Borders::anywhere())?;
    }

    #[test]
    fn neighbours_told_apart(cells in cells(40), rules in rules(), groups in 0_usize..4, p_value in 0.001_f64..1.1) {
        let rules = rules.with_min_groups(groups).with_max_p_value(p_value);
        check(&cells, &rules, &Borders::anywhere())?;
    }

    #[test]
    fn borders_of_the_user(cells in cells(12), rules in rules(), required in positions(), allowed in positions()) {
        let open = Borders::anywhere().require(required);
        check(&cells, &rules, &open)?;
        check(&cells, &rules, &Borders::anywhere().allow_only(allowed.clone()))?;
        check(&cells, &rules, &open.allow_only(allowed))?;
    }

    #[test]
    fn all_rules_together(
        cells in cells(30), rules in rules(), groups in 0_usize..4, most in 20_u64..200, outcomes in 0_u64..4, trend in 0_usize..6,
        difference in 0.0_f64..0.2, p_value in 0.05_f64..1.1, required in prop::option::of(0_usize..9),
    ) {
        let rules = rules
            .with_min_groups(groups)
            .with_max_deals(most)
            .with_min_outcomes(outcomes, outcomes)
            .with_trend(TRENDS[trend])
            .with_min_difference(difference)
            .with_max_p_value(p_value);
        check(&cells, &rules, &Borders::anywhere().require(required))?;
    }

    #[test]
    fn fractional_weights(
        cells in weighted_cells(20.0), rules in rules(), groups in 0_usize..4, trend in 0_usize..6, difference in 0.0_f64..0.2,
        p_value in 0.05_f64..1.5, border in prop::option::of(0_usize..9),
    ) {
        check(&cells, &rules, &Borders::anywhere())?;
        let rules = rules.with_min_groups(groups).with_trend(TRENDS[trend]);
        check(&cells, &rules, &Borders::anywhere().require(border))?;
        check(&cells, &rules.with_min_difference(difference).with_max_p_value(p_value), &Borders::anywhere())?;
    }

    /// Whole weights are repeated deals, to the last bit of the value.
    #[test]
    fn whole_weights_are_counts(
        cells in cells(300), rules in rules(), groups in 0_usize..4, trend in 0_usize..6, p_value in 0.05_f64..1.5,
    ) {
        let rules = rules.with_min_groups(groups).with_trend(TRENDS[trend]).with_max_p_value(p_value);
        let counted = find_partition(&cells, &rules, &Borders::anywhere());
        prop_assert_eq!(counted, find_partition(&by_weight(&cells), &rules, &Borders::anywhere()));
    }

    /// Where neighbours do not matter the search that looks at them finds what the other finds.
    #[test]
    fn both_searches_agree(cells in cells(40), rules in rules()) {
        let groups = Groups::new(&cells, &rules, &Borders::anywhere());
        let free = free::search(&groups, &rules).map(|found| found.value);
        let linked = linked::search(&groups, &rules, Trend::None).map(|found| found.value);
        prop_assert_eq!(free.is_some(), linked.is_some());
        prop_assert!((free.unwrap_or(0.0) - linked.unwrap_or(0.0)).abs() < 1e-9);
    }

    /// Read from the other end, a rise is a fall of the same value.
    #[test]
    fn reversed_cells_reverse_the_trend(cells in cells(40), rules in rules()) {
        let reversed: Vec<Counts> = cells.iter().rev().copied().collect();
        let value = |cells: &[Counts], trend| {
            find_partition(cells, &rules.with_trend(trend), &Borders::anywhere()).map_or(0.0, |found| found.value)
        };
        let (rise, fall) = (value(&cells, Trend::Increasing), value(&reversed, Trend::Decreasing));
        prop_assert!((rise - fall).abs() < 1e-9);
        prop_assert!((value(&cells, Trend::Peak) - value(&reversed, Trend::Peak)).abs() < 1e-9);
    }

    /// Without a grouping that meets the rules, one group is what the short form gives.
    #[test]
    fn short_form(cells in cells(12), rules in rules()) {
        let ends = best_partition(&cells, &rules);
        match find_partition(&cells, &rules, &Borders::anywhere()) {
            Ok(partition) => prop_assert_eq!(ends, partition.ends),
            Err(_) => prop_assert_eq!(ends, vec![cells.len()]),
        }
    }
}

#[test]
fn no_cells_no_groups() {
    let rules = PartitionRules::new(1.0, 1, 5).with_min_groups(3);
    assert!(best_partition::<Counts>(&[], &rules).is_empty());
    assert!(find_partition::<Counts>(&[], &rules, &Borders::anywhere()).unwrap().ends.is_empty());
}

#[test]
fn cells_without_deals() {
    let cells = [Counts::default(); 3];
    assert_eq!(best_partition(&cells, &PartitionRules::new(1.0, 5, 5)), [3]);
    let unmet = find_partition(&cells, &PartitionRules::new(1.0, 5, 5), &Borders::anywhere()).unwrap_err();
    assert_eq!(unmet.relaxations[0].constraint, Constraint::MinDeals);
    assert_eq!(unmet.partition.ends, [3]);
}

#[test]
fn rules_that_are_no_numbers_limit_nothing() {
    let cells = [(2, 40), (9, 30), (25, 20)].map(|(won, lost)| Counts::new(won, lost));
    let plain = PartitionRules::new(0.0, 1, 3);
    let odd = PartitionRules::new(f64::NAN, 1, 3).with_min_difference(f64::NAN).with_max_p_value(f64::NAN);
    let find = |rules| find_partition(&cells, &rules, &Borders::anywhere()).unwrap();
    assert_eq!(find(odd), find(plain));
    let dear = find(PartitionRules::new(f64::INFINITY, 1, 3));
    assert_eq!(dear.ends, [3]);
    assert!(dear.value.is_finite());
}

#[test]
fn a_border_out_of_reach_is_named() {
    let cells = [Counts::new(3, 4), Counts::new(5, 1)];
    let borders = Borders::anywhere().require([7]);
    let unmet = find_partition(&cells, &PartitionRules::new(0.1, 1, 2), &borders).unwrap_err();
    assert_eq!(unmet.to_string(), "no grouping meets all rules; there is one with no `required borders`");
}

/// More than one rule has to give way where each alone is out of reach.
#[test]
fn several_rules_give_way() {
    let cells = [Counts::new(3, 4), Counts::new(5, 1)];
    let rules = PartitionRules::new(0.1, 100, 2).with_min_outcomes(9, 0);
    let unmet = find_partition(&cells, &rules, &Borders::anywhere()).unwrap_err();
    let given: Vec<(Constraint, Option<f64>)> =
        unmet.relaxations.iter().map(|relaxation| (relaxation.constraint, relaxation.nearest)).collect();
    assert_eq!(given, [(Constraint::MinDeals, Some(13.0)), (Constraint::MinWon, Some(8.0))]);
    assert_eq!(
        unmet.to_string(),
        "no grouping meets all rules; there is one with `min_deals` at 13 and `min_won` at 8"
    );
}

/// 0.35 less 0.30 falls short of 0.05 by rounding only.
#[test]
fn rounding_does_not_join_neighbours() {
    let cells = [Counts::new(30, 70), Counts::new(35, 65)];
    let rules = PartitionRules::new(0.0, 1, 2).with_min_difference(0.05);
    assert_eq!(find_partition(&cells, &rules, &Borders::anywhere()).unwrap().ends, [1, 2]);
}

#[test]
fn limits_on_neighbours_move_as_little_as_needed() {
    let cells = [Counts::new(30, 70), Counts::new(35, 65)];
    let border = Borders::anywhere().require([1]);
    let nearest = |rules: PartitionRules| {
        let unmet = find_partition(&cells, &rules, &border).unwrap_err();
        assert_eq!(unmet.partition.ends, [1, 2]);
        (unmet.relaxations[0].constraint, (unmet.relaxations[0].nearest.unwrap() * 1e4).round())
    };
    let rules = PartitionRules::new(0.0, 1, 2);
    assert_eq!(nearest(rules.with_min_difference(0.1)), (Constraint::MinDifference, 500.0));
    let p_value = two_by_two(cells[0], cells[1]).unwrap().p_value;
    assert_eq!(nearest(rules.with_max_p_value(0.01)), (Constraint::MaxPValue, (p_value * 1e4).ceil()));
}
