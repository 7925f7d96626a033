//! The loops for AVX2 and AVX-512, and finding out which of them this machine can run.
//!
//! This is the one module with `unsafe` code: the plain loops are at a fifth of what memory delivers, these at most of it. What is unsafe is
//! to call a function for instructions that the machine may lack, and to load and store registers by a pointer.
#![allow(
    unsafe_code,
    reason = "calls checked against the machine, loads and stores checked against the arrays' lengths"
)]

use super::climb::{self, Climbed, LANES, Ladder};
use super::{BYTE, Level, Loops, NO_TIER, Positions, Results, STEP, Sum, portable};
use std::arch::x86_64::*;
use std::sync::OnceLock;

/// All that this machine can run, the slowest first. No other place makes a level of more than plain code, so that whoever holds one has the
/// proof that the machine has its instructions.
pub(super) fn levels() -> &'static [Level] {
    static LEVELS: OnceLock<Vec<Level>> = OnceLock::new();
    LEVELS.get_or_init(|| {
        let mut levels = vec![Level::PORTABLE];
        if is_x86_feature_detected!("avx2") {
            levels.push(Level(Loops::Avx2));
        }
        let has_bytes = is_x86_feature_detected!("avx512bw") && is_x86_feature_detected!("avx512vbmi");
        if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512dq") && has_bytes {
            levels.push(Level(Loops::Avx512));
        }
        levels
    })
}

pub(super) fn code_numbers(loops: Loops, numbers: &[f64], edges: &[f64], missing: u8, codes: &mut [u8]) {
    // SAFETY: `levels` gives out a level only where the machine has its instructions.
    match loops {
        Loops::Portable => portable::code_numbers(numbers, edges, missing, codes),
        Loops::Avx2 => unsafe { code_numbers_avx2(numbers, edges, missing, codes) },
        Loops::Avx512 => unsafe { code_numbers_avx512(numbers, edges, missing, codes) },
    }
}

pub(super) fn code_positions(
    loops: Loops,
    positions: Positions<'_>,
    table: &[u8; BYTE],
    last: u8,
    codes: &mut [u8],
) {
    // SAFETY: as above.
    match loops {
        Loops::Portable | Loops::Avx2 => portable::code_positions(positions, table, last, codes),
        Loops::Avx512 => unsafe { code_positions_avx512(positions, table, last, codes) },
    }
}

pub(super) fn add_up(loops: Loops, sum: &Sum, codes: &[&[u8]], results: &mut Results<'_>) {
    // SAFETY: as above.
    match loops {
        Loops::Portable => portable::add_up(sum, codes, results),
        Loops::Avx2 => unsafe { add_up_avx2(sum, codes, results) },
        Loops::Avx512 => unsafe { add_up_avx512(sum, codes, results) },
    }
}

#[inline]
pub(super) fn climb(loops: Loops, ladders: &[Ladder], numbers: &[[u64; LANES]]) -> Climbed {
    // SAFETY: as above.
    match loops {
        Loops::Portable => climb::climb(ladders, numbers),
        Loops::Avx2 => unsafe { climb_avx2(ladders, numbers) },
        Loops::Avx512 => unsafe { climb_avx512(ladders, numbers) },
    }
}

/// Half of the lanes of a lead's numbers.
const HALF: usize = LANES / 2;

#[target_feature(enable = "avx2")]
fn climb_avx2(ladders: &[Ladder], numbers: &[[u64; LANES]]) -> Climbed {
    let zero = _mm256_setzero_si256();
    let (mut points, mut uppers, mut lowers) = ([zero; 2], zero, zero);
    let (sign, most) = (_mm256_set1_pd(-0.0), _mm256_set1_pd(f64::MAX));
    for (ladder, numbers) in ladders.iter().zip(numbers) {
        let halves = |of: &[u64; LANES]| [0, 1].map(|half| load_half_lanes(of, half));
        let numbers = halves(numbers).map(|half| _mm256_castsi256_pd(half));
        let (mut own, mut marks) = (halves(&ladder.points), halves(&ladder.marks));
        for step in &ladder.steps {
            for half in 0..2 {
                let edges = _mm256_castsi256_pd(load_half_lanes(&step.edges, half));
                let reached = _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_GE_OQ>(numbers[half], edges));
                let here = |of: &[u64; LANES]| _mm256_and_si256(load_half_lanes(of, half), reached);
                own[half] = _mm256_add_epi64(own[half], here(&step.points));
                marks[half] = _mm256_add_epi64(marks[half], here(&step.marks));
            }
        }
        for half in 0..2 {
            let size = _mm256_andnot_pd(sign, numbers[half]);
            let finite = _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LE_OQ>(size, most));
            let or =
                |blank: &[u64; LANES], own| _mm256_blendv_epi8(load_half_lanes(blank, half), own, finite);
            points[half] = _mm256_add_epi64(points[half], or(&ladder.blank_points, own[half]));
            let marks = or(&ladder.blank_marks, marks[half]);
            uppers = _mm256_or_si256(uppers, marks);
            lowers = _mm256_max_epu32(lowers, marks);
        }
    }
    settled(_mm256_add_epi64(points[0], points[1]), uppers, lowers)
}

#[target_feature(enable = "avx2,avx512f,avx512bw,avx512dq")]
fn climb_avx512(ladders: &[Ladder], numbers: &[[u64; LANES]]) -> Climbed {
    let zero = _mm512_setzero_si512();
    let (mut points, mut uppers, mut lowers) = (zero, zero, zero);
    for (ladder, numbers) in ladders.iter().zip(numbers) {
        let numbers = _mm512_castsi512_pd(load_lanes(numbers));
        let (mut own, mut marks) = (load_lanes(&ladder.points), load_lanes(&ladder.marks));
        for step in &ladder.steps {
            let edges = _mm512_castsi512_pd(load_lanes(&step.edges));
            let reached = _mm512_cmp_pd_mask::<_CMP_GE_OQ>(numbers, edges);
            own = _mm512_mask_add_epi64(own, reached, own, load_lanes(&step.points));
            marks = _mm512_mask_add_epi64(marks, reached, marks, load_lanes(&step.marks));
        }
        let blank = _mm512_fpclass_pd_mask::<NOT_FINITE>(numbers);
        own = _mm512_mask_mov_epi64(own, blank, load_lanes(&ladder.blank_points));
        marks = _mm512_mask_mov_epi64(marks, blank, load_lanes(&ladder.blank_marks));
        points = _mm512_add_epi64(points, own);
        uppers = _mm512_or_si512(uppers, marks);
        lowers = _mm512_max_epu32(lowers, marks);
    }
    let halves = |all| (_mm512_castsi512_si256(all), _mm512_extracti64x4_epi64::<1>(all));
    let ((a, b), (c, d), (e, f)) = (halves(points), halves(uppers), halves(lowers));
    settled(_mm256_add_epi64(a, b), _mm256_or_si256(c, d), _mm256_max_epu32(e, f))
}

/// Brings together what lanes came to.
#[inline]
#[target_feature(enable = "avx2")]
fn settled(points: __m256i, uppers: __m256i, lowers: __m256i) -> Climbed {
    let halves = |all| (_mm256_castsi256_si128(all), _mm256_extracti128_si256::<1>(all));
    let ((a, b), (c, d), (e, f)) = (halves(points), halves(uppers), halves(lowers));
    let (points, uppers, lowers) = (_mm_add_epi64(a, b), _mm_or_si128(c, d), _mm_max_epu32(e, f));
    let other = |lanes| _mm_unpackhi_epi64(lanes, lanes);
    let number = |lanes| _mm_cvtsi128_si64(lanes).cast_unsigned();
    Climbed {
        points: number(_mm_add_epi64(points, other(points))),
        uppers: (number(_mm_or_si128(uppers, other(uppers))) >> 32) as u32,
        lowers: number(_mm_max_epu32(lowers, other(lowers))) as u32,
    }
}

#[inline]
#[target_feature(enable = "avx2")]
fn load_half_lanes<T: Lane>(lanes: &[T; LANES], half: usize) -> __m256i {
    let half: &[T; HALF] = &lanes.as_chunks().0[half];
    // SAFETY: an array of four lanes of eight bytes, read unaligned.
    unsafe { _mm256_loadu_si256(half.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx512f")]
fn load_lanes<T: Lane>(lanes: &[T; LANES]) -> __m512i {
    // SAFETY: an array of eight lanes of eight bytes, read unaligned.
    unsafe { _mm512_loadu_si512(lanes.as_ptr().cast()) }
}

#[target_feature(enable = "avx2")]
fn code_numbers_avx2(numbers: &[f64], edges: &[f64], missing: u8, codes: &mut [u8]) {
    portable::code_numbers(numbers, edges, missing, codes);
}

/// As many codes as a permutation of bytes tells apart in AVX2.
const FEW: usize = 16;

/// Rows of a register of AVX2.
const HALF_STEP: usize = 32;

#[target_feature(enable = "avx2")]
fn add_up_avx2(sum: &Sum, codes: &[&[u8]], results: &mut Results<'_>) {
    let rows = results.scores.len();
    let few = sum.effects.iter().all(|effects| effects.codes <= FEW);
    let whole = if few { rows - rows % HALF_STEP } else { 0 };
    for first in (0..whole).step_by(HALF_STEP) {
        add_half_step(sum, codes, results, first);
    }
    portable::add_rows(sum, codes, results, whole);
}

/// Adds up the [`HALF_STEP`] rows from `first` on, of signals of at most [`FEW`] codes.
#[inline]
#[target_feature(enable = "avx2")]
fn add_half_step(sum: &Sum, codes: &[&[u8]], results: &mut Results<'_>, first: usize) {
    let (mut total, mut dark) = (_mm256_set1_epi8(sum.start), _mm256_setzero_si256());
    let mut from = 0;
    for (subtotals, &end) in results.subtotals.iter_mut().zip(&sum.ends) {
        let mut subtotal = _mm256_setzero_si256();
        for (effects, codes) in sum.effects[from..end].iter().zip(&codes[from..end]) {
            let Some(codes) = codes[first..].first_chunk() else { continue };
            let codes = load_half(codes);
            subtotal = _mm256_add_epi8(subtotal, look_up_few(&effects.points, codes));
            if effects.any_dark {
                dark = _mm256_add_epi8(dark, look_up_few(&effects.dark, codes));
            }
        }
        from = end;
        total = _mm256_add_epi8(total, subtotal);
        store_half_at(subtotals, first, subtotal);
    }
    store_half_at(results.scores, first, total);
    let no_tier = _mm256_set1_epi8(NO_TIER.cast_signed());
    let mut tier = no_tier;
    if let Some(cuts) = sum.cuts {
        tier = _mm256_setzero_si256();
        for cut in cuts {
            // -1 where the cut is not reached.
            tier = _mm256_sub_epi8(tier, _mm256_cmpgt_epi8(_mm256_set1_epi8(cut), total));
        }
        let too_dark = _mm256_cmpgt_epi8(dark, _mm256_set1_epi8(sum.most_dark));
        tier = _mm256_blendv_epi8(tier, no_tier, too_dark);
    }
    store_half_at(results.tiers, first, tier);
}

/// The bytes of a table's first [`FEW`] places at those that codes say.
#[inline]
#[target_feature(enable = "avx2")]
fn look_up_few<T: Byte>(table: &[T; BYTE], codes: __m256i) -> __m256i {
    let Some(few): Option<&[T; FEW]> = table.first_chunk() else { return codes };
    // SAFETY: an array of 16 bytes, read unaligned.
    let few = unsafe { _mm_loadu_si128(few.as_ptr().cast()) };
    _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(few), codes)
}

#[inline]
#[target_feature(enable = "avx2")]
fn load_half(bytes: &[u8; HALF_STEP]) -> __m256i {
    // SAFETY: an array of 32 bytes, read unaligned.
    unsafe { _mm256_loadu_si256(bytes.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx2")]
fn store_half_at<T: Byte>(rows: &mut [T], first: usize, values: __m256i) {
    let Some(rows): Option<&mut [T; HALF_STEP]> = rows[first..].first_chunk_mut() else { return };
    // SAFETY: an array of 32 bytes, written unaligned; each takes any value.
    unsafe { _mm256_storeu_si256(rows.as_mut_ptr().cast(), values) }
}

/// Lanes of a register of numbers.
const EIGHT: usize = 8;

/// Quiet and signalling NaN, both infinities.
const NOT_FINITE: i32 = 0x01 | 0x80 | 0x08 | 0x10;

/// Calls `step` for every [`STEP`] rows; the last rows are filled up.
#[inline(always)]
fn by_step<T: Copy + Default>(
    rows: &[T],
    codes: &mut [u8],
    mut step: impl FnMut(&[T; STEP], &mut [u8; STEP]),
) {
    let len = rows.len().min(codes.len());
    let (whole, rest) = rows[..len].as_chunks::<STEP>();
    let (whole_codes, rest_codes) = codes[..len].as_chunks_mut::<STEP>();
    for (rows, codes) in whole.iter().zip(whole_codes) {
        step(rows, codes);
    }
    if !rest.is_empty() {
        let (mut padded, mut out) = ([T::default(); STEP], [0; STEP]);
        padded[..rest.len()].copy_from_slice(rest);
        step(&padded, &mut out);
        rest_codes.copy_from_slice(&out[..rest.len()]);
    }
}

/// For each of 64 rows where its count stands, where the counts of eight registers of rows share one, a byte of each lane for each register.
const UNMIX: [u8; STEP] = {
    let mut places = [0; STEP];
    let mut row = 0;
    while row < STEP {
        places[row] = (row % EIGHT * EIGHT + row / EIGHT) as u8;
        row += 1;
    }
    places
};

/// Counts for each row the edges that it reaches. Eight registers of rows share one of counts: a comparison adds to a byte of its own.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vbmi")]
fn code_numbers_avx512(numbers: &[f64], edges: &[f64], missing: u8, codes: &mut [u8]) {
    let (unmix, marked) = (load(&UNMIX), _mm512_set1_epi8(-1));
    by_step(numbers, codes, |rows, codes| {
        let (rows, _) = rows.as_chunks::<EIGHT>();
        let mut lanes = [_mm512_setzero_pd(); EIGHT];
        for (lane, row) in lanes.iter_mut().zip(rows) {
            // SAFETY: an array of eight numbers, read unaligned.
            *lane = unsafe { _mm512_loadu_pd(row.as_ptr()) };
        }
        let mut count = _mm512_setzero_si512();
        for &edge in edges {
            let edge = _mm512_set1_pd(edge);
            for (at, &lane) in lanes.iter().enumerate() {
                let reached = _mm512_cmp_pd_mask::<_CMP_GE_OQ>(lane, edge);
                count = _mm512_mask_add_epi64(count, reached, count, _mm512_set1_epi64(1 << (at * EIGHT)));
            }
        }
        // More than a count can be.
        for (at, &lane) in lanes.iter().enumerate() {
            let blank = _mm512_fpclass_pd_mask::<NOT_FINITE>(lane);
            count = _mm512_mask_or_epi64(count, blank, count, _mm512_set1_epi64(0xFF << (at * EIGHT)));
        }
        let blank = _mm512_cmpeq_epi8_mask(count, marked);
        let coded = _mm512_mask_set1_epi8(count, blank, missing.cast_signed());
        store(codes, _mm512_permutexvar_epi8(unmix, coded));
    });
}

/// The bytes of a table of so many codes at the places that codes say.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
fn look_up<T: Byte>(table: &[T; BYTE], in_use: usize, codes: __m512i) -> __m512i {
    let ([a, b, c, d], []) = table.as_chunks::<STEP>() else { return codes };
    if in_use <= STEP {
        return _mm512_permutexvar_epi8(codes, load(a));
    }
    let low = _mm512_permutex2var_epi8(load(a), codes, load(b));
    if in_use <= 2 * STEP {
        return low;
    }
    let high = _mm512_permutex2var_epi8(load(c), codes, load(d));
    _mm512_mask_blend_epi8(_mm512_movepi8_mask(codes), low, high)
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
fn code_positions_avx512(positions: Positions<'_>, table: &[u8; BYTE], last: u8, codes: &mut [u8]) {
    let (in_use, last) = (usize::from(last) + 1, _mm512_set1_epi8(last.cast_signed()));
    let coded = |at: __m512i| look_up(table, in_use, _mm512_min_epu8(at, last));
    match positions {
        Positions::Bytes(rows) => by_step(rows, codes, |rows, codes| store(codes, coded(load(rows)))),
        Positions::Halves(rows) => by_step(rows, codes, |rows, codes| {
            let (rows, _) = rows.as_chunks::<32>();
            let mut at = [_mm256_setzero_si256(); 2];
            for (at, row) in at.iter_mut().zip(rows) {
                // SAFETY: an array of 32 numbers of two bytes, read unaligned.
                *at = _mm512_cvtusepi16_epi8(unsafe { _mm512_loadu_epi16(row.as_ptr().cast()) });
            }
            store(codes, coded(_mm512_inserti64x4::<1>(_mm512_castsi256_si512(at[0]), at[1])));
        }),
        Positions::Words(rows) => by_step(rows, codes, |rows, codes| {
            let (rows, _) = rows.as_chunks::<16>();
            let mut at = [_mm_setzero_si128(); 4];
            for (at, row) in at.iter_mut().zip(rows) {
                // SAFETY: an array of 16 numbers of four bytes, read unaligned.
                *at = _mm512_cvtusepi32_epi8(unsafe { _mm512_loadu_epi32(row.as_ptr().cast()) });
            }
            let low = _mm512_inserti32x4::<1>(_mm512_castsi128_si512(at[0]), at[1]);
            store(codes, coded(_mm512_inserti32x4::<3>(_mm512_inserti32x4::<2>(low, at[2]), at[3])));
        }),
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vbmi")]
fn add_up_avx512(sum: &Sum, codes: &[&[u8]], results: &mut Results<'_>) {
    let rows = results.scores.len();
    let whole = rows - rows % STEP;
    for first in (0..whole).step_by(STEP) {
        add_step(sum, codes, results, first);
    }
    portable::add_rows(sum, codes, results, whole);
}

/// Adds up the [`STEP`] rows from `first` on.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vbmi")]
fn add_step(sum: &Sum, codes: &[&[u8]], results: &mut Results<'_>, first: usize) {
    let (mut total, mut dark) = (_mm512_set1_epi8(sum.start), _mm512_setzero_si512());
    let mut from = 0;
    for (subtotals, &end) in results.subtotals.iter_mut().zip(&sum.ends) {
        let mut subtotal = _mm512_setzero_si512();
        for (effects, codes) in sum.effects[from..end].iter().zip(&codes[from..end]) {
            let Some(codes) = codes[first..].first_chunk() else { continue };
            let codes = load(codes);
            let points = look_up(&effects.points, effects.codes, codes);
            subtotal = _mm512_add_epi8(subtotal, points);
            if effects.any_dark {
                dark = _mm512_add_epi8(dark, look_up(&effects.dark, effects.codes, codes));
            }
        }
        from = end;
        total = _mm512_add_epi8(total, subtotal);
        store_at(subtotals, first, subtotal);
    }
    store_at(results.scores, first, total);
    let mut tier = _mm512_set1_epi8(NO_TIER.cast_signed());
    if let Some(cuts) = sum.cuts {
        tier = _mm512_set1_epi8(3);
        let one = _mm512_set1_epi8(1);
        for cut in cuts {
            let reached = _mm512_cmpge_epi8_mask(total, _mm512_set1_epi8(cut));
            tier = _mm512_mask_sub_epi8(tier, reached, tier, one);
        }
        let too_dark = _mm512_cmpgt_epi8_mask(dark, _mm512_set1_epi8(sum.most_dark));
        tier = _mm512_mask_set1_epi8(tier, too_dark, NO_TIER.cast_signed());
    }
    store_at(results.tiers, first, tier);
}

#[inline]
#[target_feature(enable = "avx512f")]
fn store_at<T: Byte>(rows: &mut [T], first: usize, values: __m512i) {
    if let Some(rows) = rows[first..].first_chunk_mut() {
        store(rows, values);
    }
}

#[inline]
#[target_feature(enable = "avx512f")]
fn load<T: Byte>(bytes: &[T; STEP]) -> __m512i {
    // SAFETY: an array of 64 bytes, read unaligned.
    unsafe { _mm512_loadu_si512(bytes.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx512f")]
fn store<T: Byte>(bytes: &mut [T; STEP], values: __m512i) {
    // SAFETY: an array of 64 bytes, written unaligned; each takes any value.
    unsafe { _mm512_storeu_si512(bytes.as_mut_ptr().cast(), values) }
}

/// A type of one byte that takes any value.
///
/// # Safety
/// The type must be one byte wide and every byte a valid value of it: registers are read from it and written to it.
unsafe trait Byte {}
// SAFETY: a byte of any value.
unsafe impl Byte for u8 {}
// SAFETY: a byte of any value.
unsafe impl Byte for i8 {}

/// A type of eight bytes of which registers are read.
///
/// # Safety
/// The type must be eight bytes wide, all of them with a value.
unsafe trait Lane {}
// SAFETY: eight bytes without padding.
unsafe impl Lane for u64 {}
// SAFETY: eight bytes without padding.
unsafe impl Lane for f64 {}
