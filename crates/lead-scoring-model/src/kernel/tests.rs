//! Every level gives the same bytes as a plain definition, for any number of rows.

use super::*;
use proptest::prelude::*;

/// Row counts around whole steps.
const MOST_ROWS: usize = 3 * STEP + 7;

fn number(edges: &[f64], pick: (u8, usize)) -> f64 {
    const ODD: [f64; 8] =
        [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 0.0, f64::MIN_POSITIVE, f64::MAX, -f64::NAN];
    let edge = edges.get(pick.1 % edges.len().max(1)).copied().unwrap_or(1.0);
    match pick.0 {
        0 => ODD[pick.1 % ODD.len()],
        1 => edge,
        2 => edge.next_down(),
        3 => edge.next_up(),
        _ => edge + f64::from(pick.0) - 9.0,
    }
}

/// Effects of signals with few codes, or with up to as many as a byte tells apart.
fn effects(few: bool) -> impl Strategy<Value = Effects> {
    let many = prop_oneof![1..=16_usize, 60..=70_usize, 120..=135_usize, 250..=256_usize];
    let codes = if few { (1..=16_usize).boxed() } else { many.boxed() };
    (codes, any::<bool>()).prop_flat_map(|(codes, any_dark)| {
        let points = prop::collection::vec(-3..=4_i8, codes);
        let dark = prop::collection::vec(if any_dark { 0..=4_u8 } else { 0..=0 }, codes);
        (points, dark).prop_map(move |(points, dark)| {
            let mut effects = Effects { points: [0; BYTE], dark: [0; BYTE], codes, any_dark };
            effects.points[..codes].copy_from_slice(&points);
            effects.dark[..codes].copy_from_slice(&dark);
            effects
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn numbers_climb_alike(
        fields in prop::collection::vec(
            (prop::collection::vec((-1e3..1e3_f64, any::<[u64; 2]>()), 0..10), any::<[[u64; 2]; 2]>(), (0..20_u8, 0..999_usize)),
            0..30,
        ),
    ) {
        let mut ladders = vec![Ladder::default(); fields.len().div_ceil(LANES)];
        let mut numbers = vec![[f64::NAN.to_bits(); LANES]; ladders.len()];
        let mut expected = Climbed::default();
        for (at, (mut steps, [blank, start], pick)) in fields.into_iter().enumerate() {
            steps.sort_by(|one, other| one.0.total_cmp(&other.0));
            let edges: Vec<f64> = steps.iter().map(|step| step.0).collect();
            let number = number(&edges, pick);
            let reached = steps.iter().rev().find(|step| step.0 <= number).map_or(start, |step| step.1);
            let [points, marks] = if number.is_finite() { reached } else { blank };
            expected.points = expected.points.wrapping_add(points);
            expected.uppers |= (marks >> 32) as u32;
            expected.lowers = expected.lowers.max(marks as u32);
            ladders[at / LANES].set(at % LANES, blank, start, steps.into_iter());
            numbers[at / LANES][at % LANES] = number.to_bits();
        }
        for &level in Level::all() {
            prop_assert_eq!(climb(level, &ladders, &numbers), expected, "{:?}", level);
        }
    }

    #[test]
    fn numbers_are_coded_alike(
        mut edges in prop::collection::vec(-1e3..1e3_f64, 0..60),
        picks in prop::collection::vec((0..20_u8, 0..999_usize), 0..MOST_ROWS),
    ) {
        edges.sort_by(f64::total_cmp);
        edges.dedup();
        let numbers: Vec<f64> = picks.into_iter().map(|pick| number(&edges, pick)).collect();
        let expected: Vec<u8> = numbers.iter().map(|number| match number.is_finite() {
            true => edges.iter().filter(|edge| *edge <= number).count() as u8,
            false => 200,
        }).collect();
        for &level in Level::all() {
            let mut codes = vec![77; numbers.len()];
            code_numbers(level, &numbers, &edges, 200, &mut codes);
            prop_assert_eq!(&codes, &expected, "{:?}", level);
        }
    }

    #[test]
    fn positions_are_coded_alike(
        table in prop_oneof![prop::collection::vec(any::<u8>(), 0..70), prop::collection::vec(any::<u8>(), 120..300)],
        rows in prop::collection::vec(prop_oneof![0..80_u32, 100..310_u32, any::<u32>()], 0..MOST_ROWS),
    ) {
        let lookup = Lookup::new(table.clone(), 9);
        let at = |row: u32| table.get(row as usize).copied().unwrap_or(9);
        let (halves, bytes): (Vec<u16>, Vec<u8>) = rows.iter().map(|&row| (row as u16, row as u8)).unzip();
        let cases: [(Positions<'_>, Vec<u8>); 3] = [
            (Positions::Words(&rows), rows.iter().map(|&row| at(row)).collect()),
            (Positions::Halves(&halves), halves.iter().map(|&row| at(row.into())).collect()),
            (Positions::Bytes(&bytes), bytes.iter().map(|&row| at(row.into())).collect()),
        ];
        for (positions, expected) in &cases {
            for &level in Level::all() {
                let mut codes = vec![77; rows.len()];
                code_positions(level, *positions, &lookup, &mut codes);
                prop_assert_eq!(&codes, expected, "{:?} {:?}", level, positions);
            }
        }
    }

    #[test]
    fn signals_are_added_up_alike(
        effects in any::<bool>().prop_flat_map(|few| prop::collection::vec(effects(few), 0..20)),
        seed in any::<u64>(),
        rows in 0..MOST_ROWS,
        start in 0..=20_i8,
        cuts in prop::option::of((-2..10_i8, 10..20_i8, 20..103_i8)),
        most_dark in -1..=30_i8,
    ) {
        // Any codes will do, as long as the signal has them.
        let mut state = seed | 1;
        let mut code = |codes: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) as usize % codes) as u8
        };
        let codes: Vec<Vec<u8>> = effects.iter().map(|effects| (0..rows).map(|_| code(effects.codes)).collect()).collect();
        let codes: Vec<&[u8]> = codes.iter().map(Vec::as_slice).collect();
        let quarter = effects.len() / 4;
        let ends = [quarter, quarter, 2 * quarter, effects.len()];
        let sum = Sum { effects, ends, start, cuts: cuts.map(|(cool, warm, hot)| [hot, warm, cool]), most_dark };
        for &level in Level::all() {
            let (mut scores, mut tiers, mut subtotals) = (vec![1; rows], vec![1; rows], [(); 4].map(|()| vec![1; rows]));
            let mut results = Results {
                scores: &mut scores,
                tiers: &mut tiers,
                subtotals: subtotals.each_mut().map(Vec::as_mut_slice),
            };
            add_up(level, &sum, &codes, &mut results);
            for row in 0..rows {
                let (mut total, mut dark, mut from) = (i32::from(start), 0, 0);
                for (dimension, &end) in ends.iter().enumerate() {
                    let given = || sum.effects[from..end].iter().zip(&codes[from..end]).map(|(effects, codes)| (effects, usize::from(codes[row])));
                    let points: i32 = given().map(|(effects, code)| i32::from(effects.points[code])).sum();
                    dark += given().map(|(effects, code)| i32::from(effects.dark[code])).sum::<i32>();
                    prop_assert_eq!(i32::from(subtotals[dimension][row]), points, "{:?}", level);
                    total += points;
                    from = end;
                }
                prop_assert_eq!(i32::from(scores[row].cast_signed()), total, "{:?}", level);
                let tier = cuts.filter(|_| dark <= i32::from(most_dark)).map_or(NO_TIER, |(cool, warm, hot)| {
                    3 - [hot, warm, cool].iter().map(|&cut| u8::from(total >= i32::from(cut))).sum::<u8>()
                });
                prop_assert_eq!(tiers[row], tier, "{:?}", level);
            }
        }
    }
}

#[test]
fn the_best_level_is_one_that_the_machine_runs() {
    assert!(Level::all().contains(&Level::best()) && Level::all().contains(&Level::PORTABLE));
}
