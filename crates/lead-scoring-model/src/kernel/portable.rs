//! The loops in plain code.

use super::{BYTE, Effects, NO_TIER, Positions, Results, STEP, Sum};

/// Above this many edges a search takes fewer steps than counting.
const COUNTED: usize = 32;

#[inline(always)]
pub(super) fn code_numbers(numbers: &[f64], edges: &[f64], missing: u8, codes: &mut [u8]) {
    const LANES: usize = 8;
    let rows = numbers.len().min(codes.len());
    let whole = if edges.len() > COUNTED { 0 } else { rows - rows % LANES };
    let (counted, rest) = numbers[..rows].split_at(whole);
    let (codes, last) = codes[..rows].split_at_mut(whole);
    for (numbers, codes) in counted.chunks_exact(LANES).zip(codes.chunks_exact_mut(LANES)) {
        let mut count = [0_u64; LANES];
        for &edge in edges {
            for (count, &number) in count.iter_mut().zip(numbers) {
                *count += u64::from(number >= edge);
            }
        }
        for ((code, &count), number) in codes.iter_mut().zip(&count).zip(numbers) {
            *code = if number.is_finite() { count as u8 } else { missing };
        }
    }
    for (number, code) in rest.iter().zip(last) {
        let at = edges.partition_point(|edge| edge <= number);
        *code = if number.is_finite() { at as u8 } else { missing };
    }
}

#[inline(always)]
pub(super) fn code_positions(positions: Positions<'_>, table: &[u8; BYTE], last: u8, codes: &mut [u8]) {
    let code = |at: u8| table[usize::from(at.min(last))];
    match positions {
        Positions::Bytes(rows) => rows.iter().zip(codes).for_each(|(&at, to)| *to = code(at)),
        Positions::Halves(rows) => {
            rows.iter().zip(codes).for_each(|(&at, to)| *to = code(at.min(255) as u8));
        }
        Positions::Words(rows) => {
            rows.iter().zip(codes).for_each(|(&at, to)| *to = code(at.min(255) as u8));
        }
    }
}

/// As [`code_positions`] for a dictionary of any size.
pub(super) fn code_large(positions: Positions<'_>, table: &[u8], last: usize, codes: &mut [u8]) {
    let code = |at: usize| table[at.min(last)];
    match positions {
        Positions::Bytes(rows) => rows.iter().zip(codes).for_each(|(&at, to)| *to = code(at.into())),
        Positions::Halves(rows) => rows.iter().zip(codes).for_each(|(&at, to)| *to = code(at.into())),
        Positions::Words(rows) => rows.iter().zip(codes).for_each(|(&at, to)| *to = code(at as usize)),
    }
}

/// Codes positions among ascending numbers by the edges that they reach.
pub(super) fn code_ranges(positions: Positions<'_>, reach: &[u32], len: u32, missing: u8, codes: &mut [u8]) {
    match positions {
        Positions::Bytes(rows) => ranges(rows, reach, len, missing, codes),
        Positions::Halves(rows) => ranges(rows, reach, len, missing, codes),
        Positions::Words(rows) => ranges(rows, reach, len, missing, codes),
    }
}

fn ranges<T: Copy + Into<u32>>(rows: &[T], reach: &[u32], len: u32, missing: u8, codes: &mut [u8]) {
    const LANES: usize = 16;
    for (rows, codes) in rows.chunks(LANES).zip(codes.chunks_mut(LANES)) {
        let (mut at, mut count) = ([0_u32; LANES], [0_u32; LANES]);
        for (at, &row) in at.iter_mut().zip(rows) {
            *at = row.into();
        }
        for &reach in reach {
            for (count, &at) in count.iter_mut().zip(&at) {
                *count += u32::from(at >= reach);
            }
        }
        for ((code, &count), &at) in codes.iter_mut().zip(&count).zip(&at) {
            *code = if at < len { count as u8 } else { missing };
        }
    }
}

#[inline(always)]
pub(super) fn add_up(sum: &Sum, codes: &[&[u8]], results: &mut Results<'_>) {
    add_rows(sum, codes, results, 0);
}

/// Adds up the rows from `from` on.
#[inline(always)]
pub(super) fn add_rows(sum: &Sum, codes: &[&[u8]], results: &mut Results<'_>, from: usize) {
    let rows = results.scores.len();
    for first in (from..rows).step_by(STEP) {
        add_step(sum, codes, results, first, STEP.min(rows - first));
    }
}

#[inline(always)]
fn add_step(sum: &Sum, codes: &[&[u8]], results: &mut Results<'_>, first: usize, rows: usize) {
    let (mut total, mut dark) = ([sum.start; STEP], [0_u8; STEP]);
    let mut from = 0;
    for (dimension, &end) in sum.ends.iter().enumerate() {
        let mut subtotal = [0_i8; STEP];
        for (effects, codes) in sum.effects[from..end].iter().zip(&codes[from..end]) {
            add_signal(effects, &codes[first..first + rows], &mut subtotal, &mut dark);
        }
        from = end;
        for (total, subtotal) in total.iter_mut().zip(&subtotal) {
            *total = total.wrapping_add(*subtotal);
        }
        results.subtotals[dimension][first..first + rows].copy_from_slice(&subtotal[..rows]);
    }
    let scores = results.scores[first..first + rows].iter_mut();
    for (score, total) in scores.zip(&total) {
        *score = total.cast_unsigned();
    }
    let Some(cuts) = sum.cuts else { return results.tiers[first..first + rows].fill(NO_TIER) };
    for ((tier, total), dark) in results.tiers[first..first + rows].iter_mut().zip(&total).zip(&dark) {
        let reached: u8 = cuts.iter().map(|cut| u8::from(total >= cut)).sum();
        *tier = if dark.cast_signed() > sum.most_dark { NO_TIER } else { 3 - reached };
    }
}

#[inline(always)]
fn add_signal(effects: &Effects, codes: &[u8], subtotal: &mut [i8; STEP], dark: &mut [u8; STEP]) {
    for (subtotal, &code) in subtotal.iter_mut().zip(codes) {
        *subtotal = subtotal.wrapping_add(effects.points[usize::from(code)]);
    }
    if effects.any_dark {
        for (dark, &code) in dark.iter_mut().zip(codes) {
            *dark = dark.wrapping_add(effects.dark[usize::from(code)]);
        }
    }
}
