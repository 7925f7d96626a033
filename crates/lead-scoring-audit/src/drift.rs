//! How the history changes over time, and whether the hold-out should be the latest deals.
//!
//! The deals are cut into ten periods with about equally many deals (fewer where one would hold under 20). Pearson's chi-square asks whether the
//! win rate differs between periods at all (Pearson 1900); the Cochran-Armitage test (Cochran 1954, Armitage 1955) whether it
//! rises or falls steadily. A temporal hold-out is recommended where the difference is beyond chance (p < 0.001) and large: the
//! odds of winning in the newest third are at least twice, or at most half, those in the oldest. A random hold-out would then test
//! the model on deals of the same time it learned from, and flatter it.
//!
//! A field shifts where the population stability index between the older and the newer half, sum of (a - b) ln(a / b) over its
//! values (Siddiqi 2006), exceeds 0.25 by more than chance would make it: (values - 1)(1/n + 1/m) is its mean without any shift.
//!
//! | situation | result |
//! |---|---|
//! | under 40 deals | one period, no test |
//! | rows sorted by outcome (Cramér's V over 0.9) and no date | no recommendation, and the sentence says so |
//! | no date and no serial number that runs with the rows | tested in the order of the rows, which the sentence says |

use crate::findings::{Drift, FieldShift, Period, TimeOrder};
use crate::history::History;
use crate::phrases as say;
use crate::profile::Profile;
use crate::text::{p_value, percent};
use lead_scoring_core::{Column, Deals, Message, decimals};
use statrs::function::{erf::erfc, gamma::checked_gamma_ur};

const PERIODS: usize = 10;
const DEALS_PER_PERIOD: usize = 20;
const SIGNIFICANCE: f64 = 0.001;
const ODDS_RATIO: f64 = 2.0;
const SORTED: f64 = 0.9;
const SHIFT: f64 = 0.25;

/// Tests the win rate over time. `values_shift` tells whether a field in use is among those that shift.
pub(crate) fn of(
    deals: &Deals,
    history: &History,
    shifting_fields: Vec<FieldShift>,
    values_shift: bool,
) -> Drift {
    let periods = periods(deals, history);
    let test = (periods.len() > 1).then(|| Test::of(&periods)).flatten();
    let sorted = matches!(history.order, TimeOrder::Rows { .. })
        && test.as_ref().is_some_and(|test| (test.chi_square / deals.len() as f64).sqrt() > SORTED);
    let thirds = thirds(deals, history);
    let ratio = odds_ratio(thirds);
    let beyond_chance = test.as_ref().is_some_and(|test| test.p_value < SIGNIFICANCE);
    let large = ratio >= ODDS_RATIO || ratio <= 1.0 / ODDS_RATIO;
    let recommend_temporal = beyond_chance && large && !sorted;
    let sentence = match &test {
        None => say::TIME_TOO_FEW.with([("deals", deals.len().into())]),
        Some(_) if sorted => say::TIME_SORTED.message(),
        Some(test) => {
            let advice = advice(&history.order, thirds, beyond_chance, recommend_temporal, values_shift);
            sentence(&history.order, &periods, test, advice)
        }
    };
    Drift {
        order: history.order.clone(),
        newest: numbers(deals, slices(history).last().unwrap_or_default()),
        periods,
        chi_square: test.as_ref().map(|test| test.chi_square),
        p_value: test.as_ref().map(|test| test.p_value),
        trend_z: test.as_ref().map(|test| test.trend_z),
        trend_p_value: test.as_ref().map(|test| test.trend_p_value),
        shifting_fields,
        recommend_temporal,
        sentence,
    }
}

/// The rows of each period, oldest first.
fn slices(history: &History) -> impl Iterator<Item = &[u32]> {
    let n = history.rows.len();
    let count = (n / DEALS_PER_PERIOD).clamp(1, PERIODS);
    (0..count).filter_map(move |at| history.rows.get(n * at / count..n * (at + 1) / count))
}

fn numbers(deals: &Deals, rows: &[u32]) -> Vec<u64> {
    let numbers = deals.data().row_numbers();
    rows.iter().filter_map(|&row| numbers.get(row as usize).copied()).collect()
}

fn periods(deals: &Deals, history: &History) -> Vec<Period> {
    slices(history)
        .filter_map(|rows| {
            let (&first, &last) = (rows.first()?, rows.last()?);
            let won = rows.iter().filter(|&&row| deals.won()[row as usize]).count();
            Some(Period {
                from: history.moment(deals.data(), first),
                to: history.moment(deals.data(), last),
                deals: rows.len() as u64,
                won: won as u64,
                rate: won as f64 / rows.len() as f64,
            })
        })
        .collect()
}

struct Test {
    chi_square: f64,
    p_value: f64,
    trend_z: f64,
    trend_p_value: f64,
}

impl Test {
    /// `None` where all deals have one outcome.
    fn of(periods: &[Period]) -> Option<Self> {
        let n: f64 = periods.iter().map(|period| period.deals as f64).sum();
        let won: f64 = periods.iter().map(|period| period.won as f64).sum();
        let base = won / n;
        let variance = base * (1.0 - base);
        if variance <= 0.0 {
            return None;
        }
        let excess = |period: &Period| period.won as f64 - base * period.deals as f64;
        let chi_square: f64 =
            periods.iter().map(|period| excess(period).powi(2) / (variance * period.deals as f64)).sum();
        let degrees = (periods.len() - 1) as f64;
        let p_value =
            if chi_square > 0.0 { checked_gamma_ur(degrees / 2.0, chi_square / 2.0).ok()? } else { 1.0 };
        // Scores 0, 1, 2, … for the periods.
        let scored = || periods.iter().zip(0_u32..).map(|(period, score)| (period, f64::from(score)));
        let mean = scored().map(|(period, score)| score * period.deals as f64).sum::<f64>() / n;
        let spread: f64 = scored().map(|(period, score)| (score - mean).powi(2) * period.deals as f64).sum();
        let trend_z =
            scored().map(|(period, score)| score * excess(period)).sum::<f64>() / (variance * spread).sqrt();
        Some(Self {
            chi_square,
            p_value,
            trend_z,
            trend_p_value: erfc(trend_z.abs() / std::f64::consts::SQRT_2),
        })
    }
}

/// Won and all deals of the oldest and the newest third.
fn thirds(deals: &Deals, history: &History) -> [(u64, u64); 2] {
    let third = history.rows.len() / 3;
    let counts = |rows: &[u32]| {
        let won = rows.iter().filter(|&&row| deals.won()[row as usize]).count();
        (won as u64, rows.len() as u64)
    };
    [&history.rows[..third], &history.rows[history.rows.len() - third..]].map(counts)
}

/// Odds of winning in the newest third over those in the oldest, with half a deal added to every cell (Haldane 1956).
fn odds_ratio(thirds: [(u64, u64); 2]) -> f64 {
    let odds = |(won, deals): (u64, u64)| (won as f64 + 0.5) / ((deals - won) as f64 + 0.5);
    odds(thirds[1]) / odds(thirds[0])
}

/// What to do about the hold-out.
fn advice(
    order: &TimeOrder,
    thirds: [(u64, u64); 2],
    beyond_chance: bool,
    recommend: bool,
    values_shift: bool,
) -> Message {
    if recommend {
        return say::TIME_HOLD_OUT_LATEST.message();
    }
    let hold_out = if values_shift {
        say::TIME_LATEST_IS_STRICTER.with([("option", order.hold_out_option().into())])
    } else {
        say::TIME_RANDOM_WILL_DO.message()
    };
    if !beyond_chance {
        return say::TIME_NO_CHANGE.with([("hold_out", hold_out.into())]);
    }
    let rate = |(won, deals): (u64, u64)| percent(won as f64 / deals.max(1) as f64);
    let [older, newer] = thirds.map(rate);
    say::TIME_DIFFERS.with([("older", older.into()), ("newer", newer.into()), ("hold_out", hold_out.into())])
}

fn sentence(order: &TimeOrder, periods: &[Period], test: &Test, advice: Message) -> Message {
    let rates = || periods.iter().map(|period| period.rate);
    let (lowest, highest) = (rates().fold(1.0, f64::min), rates().fold(0.0, f64::max));
    let basis = match order {
        TimeOrder::Date { column } => say::TIME_BY_DATE.with([("column", column.as_str().into())]),
        TimeOrder::Rows { identifier: Some(name), falling: false } => {
            say::TIME_BY_ROWS.with([("column", name.as_str().into())])
        }
        TimeOrder::Rows { identifier: Some(name), falling: true } => {
            say::TIME_BY_ROWS_BACKWARDS.with([("column", name.as_str().into())])
        }
        TimeOrder::Rows { identifier: None, .. } => say::TIME_BY_ROWS_UNSURE.message(),
    };
    let rate = |period: Option<&Period>| percent(period.map_or(0.0, |period| period.rate));
    say::TIME_FOUND.with([
        ("basis", basis.into()),
        ("periods", periods.len().into()),
        ("lowest", percent(lowest).into()),
        ("highest", percent(highest).into()),
        ("first", rate(periods.first()).into()),
        ("last", rate(periods.last()).into()),
        ("p", p_value(test.p_value).into()),
        (Drift::ADVICE, advice.into()),
    ])
}

impl Drift {
    /// The gap of [`sentence`](Self::sentence) that says what to do about the hold-out.
    const ADVICE: &str = "advice";

    /// The findings in words with other advice; unchanged where they give none.
    #[must_use]
    pub fn sentence_advising(&self, advice: Message) -> Message {
        self.sentence.clone().refilled(Self::ADVICE, advice)
    }

    /// What speaks against figures of a random hold-out where the latest deals should be held out; `None` where they need not.
    #[must_use]
    pub fn doubt(&self) -> Option<Message> {
        let (first, last) = (self.periods.first()?, self.periods.last()?);
        self.recommend_temporal.then(|| {
            say::TIME_DOUBT.with([("first", percent(first.rate).into()), ("last", percent(last.rate).into())])
        })
    }
}

/// Whether a field's filling or values shift between the older and the newer half of the history.
pub(crate) fn shift(
    name: &str,
    column: &Column,
    profile: &Profile,
    fill_by_slice: &[f64],
) -> Option<FieldShift> {
    let ages: Vec<[u64; 2]> = profile.ages_by_bin().filter(|[older, newer]| older + newer > 0).collect();
    let totals = ages.iter().fold([0, 0], |sum, age| [sum[0] + age[0], sum[1] + age[1]]);
    if ages.len() < 2 || totals.contains(&0) {
        return None;
    }
    let bins = ages.len() as f64;
    // Half a deal in every bin keeps the logarithm finite.
    let share = |count: u64, total: u64| (count as f64 + 0.5) / (total as f64 + 0.5 * bins);
    let index: f64 = ages
        .iter()
        .map(|[older, newer]| (share(*older, totals[0]), share(*newer, totals[1])))
        .map(|(older, newer)| (newer - older) * (newer / older).ln())
        .sum();
    let by_chance = (bins - 1.0) * (1.0 / totals[0] as f64 + 1.0 / totals[1] as f64);
    if index - by_chance <= SHIFT {
        return None;
    }
    let (lowest_fill, highest_fill) = if fill_by_slice.is_empty() {
        (1.0, 1.0)
    } else {
        (fill_by_slice.iter().copied().fold(1.0, f64::min), fill_by_slice.iter().copied().fold(0.0, f64::max))
    };
    let figures = [
        ("field", name.into()),
        ("index", decimals(index, 2).into()),
        ("lowest", percent(lowest_fill).into()),
        ("highest", percent(highest_fill).into()),
    ];
    let sentence = if highest_fill - lowest_fill >= 0.25 {
        say::SHIFTS_WITH_FILLING.with(figures)
    } else {
        say::SHIFTS.with(figures)
    };
    let (at, [older_share, newer_share]) = moved_most(profile, totals)?;
    Some(FieldShift {
        field: name.to_owned(),
        lowest_fill,
        highest_fill,
        stability_index: index,
        level: profile.level(column, at),
        older_share,
        newer_share,
        sentence,
    })
}

/// The bin whose share of the deals differs most between the two halves, with its shares of the older and of the newer.
fn moved_most(profile: &Profile, totals: [u64; 2]) -> Option<(usize, [f64; 2])> {
    let shares = |age: [u64; 2]| [0, 1].map(|half| age[half] as f64 / totals[half] as f64);
    let moved = |(_, [older, newer]): &(usize, [f64; 2])| (newer - older).abs();
    let bins = profile.ages_by_bin().map(shares).enumerate();
    bins.reduce(|best, next| if moved(&next) > moved(&best) { next } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(won: u64, deals: u64) -> Period {
        let moment = say::MOMENT_NONE.message();
        Period { from: moment.clone(), to: moment, deals, won, rate: won as f64 / deals as f64 }
    }

    #[test]
    fn the_tests_agree_with_references() {
        // SciPy 1.17.1 `chi2_contingency([[10, 20, 35], [90, 80, 65]], correction=False)`.
        let test = Test::of(&[period(10, 100), period(20, 100), period(35, 100)]).unwrap();
        assert!((test.chi_square - 18.657_937_806_873_974).abs() < 1e-12, "{}", test.chi_square);
        assert!((test.p_value / 8.881_376_546_901_706e-5 - 1.0).abs() < 1e-9, "{}", test.p_value);
        // The same table by the formula of R's `prop.trend.test(c(10, 20, 35), c(100, 100, 100))`.
        assert!((test.trend_z.powi(2) - 18.412_438_625_204_576).abs() < 1e-12, "{}", test.trend_z.powi(2));
    }

    #[test]
    fn no_difference_has_p_one() {
        let test = Test::of(&[period(10, 40), period(10, 40)]).unwrap();
        assert_eq!((test.p_value, test.trend_p_value), (1.0, 1.0));
        assert!(Test::of(&[period(0, 40), period(0, 40)]).is_none());
    }
}
