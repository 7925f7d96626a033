//! The hold-out: deals set aside before anything looks at them, opened once, by the validation.

use crate::phrases::{
    HELD_OUT_AT_RANDOM, HELD_OUT_AT_RANDOM_BY_GROUP, HELD_OUT_BY_VALUE, LATEST_BY_COLUMN, LATEST_BY_ROWS,
};
use crate::{Deals, Error, ErrorKind, MISSING, Message, Result, Values, name_key};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

/// How the hold-out is chosen.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum HoldOutPolicy {
    /// A random share of the deals (0.2 to 0.3 advised), with the base rate kept.
    Random {
        /// Share of the deals set aside, between 0.05 and 0.5.
        share: f64,
    },
    /// The latest deals by a date, a number or a running identifier.
    Latest {
        /// The column that orders deals in time; `row`, where no column has that name, for the order of the file.
        column: String,
        /// Share of the deals set aside, between 0.05 and 0.5.
        share: f64,
    },
    /// The deals that have a given value in a column.
    By {
        /// The column.
        column: String,
        /// Its value in the deals set aside.
        value: String,
    },
}

impl Default for HoldOutPolicy {
    fn default() -> Self {
        Self::Random { share: 0.25 }
    }
}

/// Everything that decides the split.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HoldOut {
    /// How deals are chosen.
    pub policy: HoldOutPolicy,
    /// Deals with equal values in this column stay on one side. Without it, repeated rows stay together.
    pub group: Option<String>,
    /// Seed of the random choice.
    pub seed: u64,
}

/// Deals that nothing may look at until the validation opens them.
#[derive(Debug)]
pub struct Sealed(Deals);

impl Sealed {
    /// Opens the hold-out, using it up.
    #[must_use]
    pub fn open(self) -> Deals {
        self.0
    }

    /// How many deals are inside; their number is no secret.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none inside.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The two sides of the split.
#[derive(Debug)]
#[non_exhaustive]
pub struct Split {
    /// The deals that every step before the validation works on.
    pub train: Deals,
    /// The deals set aside.
    pub hold_out: Sealed,
    /// How it was done, as a clause for people: "random, stratified by outcome, seed 1".
    pub how: Message,
}

/// Splits deals into a training side and a sealed hold-out.
///
/// # Errors
/// [`ErrorKind::Option`] for a share outside 0.05 to 0.5, a column that does not exist or cannot order deals, or a value that
/// no deal has; [`ErrorKind::TooLittleData`] where a side would be left with fewer than 5 deals of either outcome.
pub fn split(deals: &Deals, options: &HoldOut) -> Result<Split> {
    let groups = group_of_each_row(deals, options.group.as_deref())?;
    let (held, how) = match &options.policy {
        HoldOutPolicy::Random { share } => {
            check_share(*share)?;
            // A seed is a name, not a count.
            let seed = options.seed.to_string().into();
            let how = match options.group.as_deref() {
                Some(group) => HELD_OUT_AT_RANDOM_BY_GROUP.with([("seed", seed), ("group", group.into())]),
                None => HELD_OUT_AT_RANDOM.with([("seed", seed)]),
            };
            (random(deals, &groups, *share, options.seed), how)
        }
        HoldOutPolicy::Latest { column, share } => {
            check_share(*share)?;
            let how = if is_row_order(deals, column) {
                LATEST_BY_ROWS.message()
            } else {
                LATEST_BY_COLUMN.with([("column", column.as_str().into())])
            };
            (latest(deals, &groups, column, *share)?, how)
        }
        HoldOutPolicy::By { column, value } => {
            let how = HELD_OUT_BY_VALUE
                .with([("column", column.as_str().into()), ("value", value.as_str().into())]);
            (by_value(deals, column, value)?, how)
        }
    };
    let side = |wanted: bool| -> Vec<u32> {
        (0..).zip(&held).filter(|(_, held)| **held == wanted).map(|(row, _)| row).collect()
    };
    let (train, hold_out) = (deals.select(&side(false)), deals.select(&side(true)));
    for (name, part) in [("training side", &train), ("hold-out", &hold_out)] {
        if part.won_count() < 5 || part.lost_count() < 5 {
            let message = format!(
                "the {name} would hold {} won and {} lost deals; it needs at least 5 of each: choose another hold-out or collect more deals",
                part.won_count(),
                part.lost_count()
            );
            return Err(Error::new(ErrorKind::TooLittleData, message));
        }
    }
    Ok(Split { train, hold_out: Sealed(hold_out), how })
}

fn check_share(share: f64) -> Result<()> {
    if (0.05..=0.5).contains(&share) {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::Option,
        format!("a hold-out share of {share} is outside 0.05 to 0.5; 0.2 to 0.3 is usual"),
    ))
}

/// Rows with the same number stay together.
fn group_of_each_row(deals: &Deals, group: Option<&str>) -> Result<Vec<u64>> {
    let Some(name) = group else { return Ok(deals.data().copies()) };
    let (_, column) = deals.data().require(name)?;
    // A row without a key is a group of its own.
    let own = (0_u64..).map(|row| (1 << 40) + row);
    Ok(column
        .codes()
        .iter()
        .zip(own)
        .map(|(&code, own)| if code == MISSING { own } else { u64::from(code) })
        .collect())
}

/// Groups in the order of their first row, each with its rows.
fn rows_by_group(groups: &[u64]) -> Vec<Vec<u32>> {
    let mut order: Vec<(u64, u32)> = groups.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut members: Vec<Vec<u32>> =
        order.chunk_by(|a, b| a.0 == b.0).map(|g| g.iter().map(|&(_, row)| row).collect()).collect();
    members.sort_unstable_by_key(|rows| rows.first().copied());
    members
}

/// Each stratum (groups with a win, groups without) gives the same share of its rows.
fn random(deals: &Deals, groups: &[u64], share: f64, seed: u64) -> Vec<bool> {
    let mut held = vec![false; deals.len()];
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let members = rows_by_group(groups);
    for stratum in [true, false] {
        let has_win = |rows: &[u32]| rows.iter().any(|&row| deals.won()[row as usize]);
        let mut stratum: Vec<&Vec<u32>> = members.iter().filter(|rows| has_win(rows) == stratum).collect();
        stratum.shuffle(&mut random);
        let total: usize = stratum.iter().map(|rows| rows.len()).sum();
        let target = (total as f64 * share).round();
        let mut taken = 0;
        for rows in stratum {
            // A large group that would overshoot by more than half of itself stays in training.
            if taken as f64 + rows.len() as f64 / 2.0 > target {
                continue;
            }
            taken += rows.len();
            rows.iter().for_each(|&row| held[row as usize] = true);
        }
    }
    held
}

/// The column name that stands for the order of the rows, unless a column bears it.
pub const ROW_ORDER: &str = "row";

/// The latest groups, by the time of their latest row; rows without a time stay in training.
fn latest(deals: &Deals, groups: &[u64], name: &str, share: f64) -> Result<Vec<bool>> {
    let times = times(deals, name)?;
    let time = |row: u32| times[row as usize];
    let members = rows_by_group(groups);
    let mut timed: Vec<(u64, &Vec<u32>)> = members
        .iter()
        .filter_map(|rows| rows.iter().filter_map(|&row| time(row)).max().map(|latest| (latest, rows)))
        .collect();
    timed.sort_by_key(|timed| std::cmp::Reverse(timed.0));
    let target = (deals.len() as f64 * share).round() as usize;
    let mut held = vec![false; deals.len()];
    let mut taken = 0;
    // Deals of one moment stay together, or the hold-out would not lie after the training side.
    for moment in timed.chunk_by(|a, b| a.0 == b.0) {
        if taken >= target {
            break;
        }
        for row in moment.iter().flat_map(|(_, rows)| rows.iter()) {
            held[*row as usize] = true;
            taken += 1;
        }
    }
    Ok(held)
}

fn is_row_order(deals: &Deals, name: &str) -> bool {
    name == ROW_ORDER && deals.data().index_of(name).is_none()
}

/// A number for each row that orders rows in time.
fn times(deals: &Deals, name: &str) -> Result<Vec<Option<u64>>> {
    if is_row_order(deals, name) {
        return Ok(deals.data().row_numbers().iter().map(|&number| Some(number)).collect());
    }
    let (_, column) = deals.data().require(name)?;
    let of_code: Option<Vec<u64>> = match column.values() {
        // Dictionaries of days and numbers ascend, so codes order as values do.
        Values::Date(_) | Values::Number(_) => Some((0..column.values().len() as u64).collect()),
        Values::Identifier(names) => names.iter().map(|name| name.parse().ok()).collect(),
        _ => None,
    };
    let Some(of_code) = of_code else {
        let message = format!(
            "the column holds {} values, which do not order deals in time; name a date or running number, or `{ROW_ORDER}` for the order of the file",
            column.kind().word()
        );
        return Err(Error::new(ErrorKind::Option, message).in_column(name));
    };
    Ok(column.codes().iter().map(|&code| of_code.get(code as usize).copied()).collect())
}

fn by_value(deals: &Deals, name: &str, value: &str) -> Result<Vec<bool>> {
    let (_, column) = deals.data().require(name)?;
    let key = name_key(value);
    let matches: Vec<bool> = (0..)
        .take(column.values().len())
        .map(|code| column.values().text(code).is_some_and(|text| name_key(&text) == key))
        .collect();
    let held: Vec<bool> =
        column.codes().iter().map(|&code| matches.get(code as usize).copied().unwrap_or(false)).collect();
    if !held.contains(&true) {
        return Err(Error::new(ErrorKind::Option, format!("no deal has the value `{value}`")).in_column(name));
    }
    Ok(held)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Dataset, Field};

    fn deals(n: usize) -> Deals {
        let mut data = Dataset::with_rows(n);
        let number: Vec<f64> = (0..n).map(|i| i as f64).collect();
        let account: Vec<Option<String>> =
            (0..n).map(|i| (i % 10 != 9).then(|| format!("a{}", i / 3))).collect();
        data.push(Field::new("time"), Column::from_numbers(&number)).unwrap();
        data.push(Field::new("account"), Column::from_categories(&account)).unwrap();
        Deals::new(data, (0..n).map(|i| i % 3 == 0).collect()).unwrap()
    }

    #[test]
    fn a_random_split_keeps_the_base_rate_and_every_row_once() {
        let deals = deals(300);
        let split = split(&deals, &HoldOut { seed: 7, ..HoldOut::default() }).unwrap();
        let held = split.hold_out.open();
        assert_eq!((held.won_count(), held.lost_count()), (25, 50));
        assert_eq!(split.train.len() + held.len(), 300);
    }

    #[test]
    fn groups_stay_on_one_side() {
        let deals = deals(300);
        let options = HoldOut { group: Some("account".into()), seed: 3, ..HoldOut::default() };
        let split = split(&deals, &options).unwrap();
        let accounts = |deals: &Deals| -> Vec<String> {
            (0..deals.len()).filter_map(|row| deals.data().column("account")?.text(row)).collect()
        };
        let train = accounts(&split.train);
        let held = accounts(&split.hold_out.open());
        assert!(held.iter().all(|account| !train.contains(account)));
        assert!((50..=100).contains(&held.len()));
    }

    #[test]
    fn the_latest_deals_lie_after_the_training_side() {
        let split = split(
            &deals(100),
            &HoldOut {
                policy: HoldOutPolicy::Latest { column: "time".into(), share: 0.3 },
                ..HoldOut::default()
            },
        )
        .unwrap();
        let latest_train = (0..split.train.len())
            .filter_map(|row| split.train.data().column("time")?.number(row))
            .fold(0.0, f64::max);
        assert!(latest_train < 70.0);
        assert_eq!(split.hold_out.len(), 30);
    }

    #[test]
    fn the_order_of_the_file_will_do_for_time() {
        let policy = HoldOutPolicy::Latest { column: "row".into(), share: 0.3 };
        let split = split(&deals(100), &HoldOut { policy, ..HoldOut::default() }).unwrap();
        assert_eq!(split.train.data().row_numbers().last(), Some(&71));
        assert_eq!(split.hold_out.len(), 30);
    }

    #[test]
    fn bad_choices_are_refused() {
        let deals = deals(40);
        let by = |policy| split(&deals, &HoldOut { policy, ..HoldOut::default() }).unwrap_err().kind();
        assert_eq!(by(HoldOutPolicy::Random { share: 0.9 }), ErrorKind::Option);
        assert_eq!(by(HoldOutPolicy::Latest { column: "account".into(), share: 0.25 }), ErrorKind::Option);
        assert_eq!(
            by(HoldOutPolicy::By { column: "account".into(), value: "nobody".into() }),
            ErrorKind::Option
        );
        assert_eq!(
            by(HoldOutPolicy::By { column: "account".into(), value: "a1".into() }),
            ErrorKind::TooLittleData
        );
    }
}
