//! The best bins of category levels.

use super::apply::Special;
use super::outcomes::same_length;
use super::{BinningOptions, Counted, OptimalBinning, Outcomes, both_outcomes};
use crate::Result;
use crate::cell::{Cell, log_odds};
use crate::partition::{Borders, PartitionRules};
use crate::prebin::frequent_levels;
use foldhash::fast::FixedState;
use hashbrown::hash_map::{Entry, HashMap};
use lead_scoring_core::{Binning, name_key};

/// Most levels that a label names.
const NAMES_IN_A_LABEL: usize = 8;

/// Bins categories: level names and outcomes row by row; `None` is missing. Levels that differ by case, blanks or marks only are one, called
/// by the name that came first.
///
/// ```
/// use lead_scoring_lift::{BinningOptions, bin_categories};
///
/// let source: Vec<_> = (0..900).map(|i| Some(["web", "event", "partner"][i % 3])).collect();
/// let won: Vec<bool> = (0..900).map(|i| i % 3 == 2 && i % 2 == 0 || i % 10 == 0).collect();
/// let binning = bin_categories(&source, &won[..], &BinningOptions::default())?;
/// assert_eq!(binning.bins.len(), 2);
/// assert_eq!(binning.bins[1].label, "partner");
/// assert_eq!(binning.unseen.log_odds, 0.0);
/// # Ok::<(), lead_scoring_lift::Error>(())
/// ```
///
/// # Errors
/// As [`crate::bin_numbers`].
pub fn bin_categories<S: AsRef<str>, O: Outcomes + ?Sized>(
    levels: &[Option<S>],
    outcomes: &O,
    options: &BinningOptions,
) -> Result<OptimalBinning<O::Cell>> {
    same_length(levels.len(), "values", outcomes.rows())?;
    options.check()?;
    let (by_name, missing) = count_names(levels, outcomes);
    let special = Special::Levels(options.special_levels.clone());
    let (by_level, special_cells) = merge_names(by_name, &special);
    let known: O::Cell = by_level.iter().map(|level| level.1).sum();
    let whole = both_outcomes(special_cells.iter().copied().chain([known, missing]).sum::<O::Cell>())?;
    let rules = options.rules_for(whole.deals(), known.deals());

    let PreBins { names, cells, unseen } = PreBins::new(by_level, known, &rules, options);
    let counted = Counted { cells, special: special_cells, missing, unseen, values: special };
    let partition = counted.search(&rules, &Borders::anywhere())?;
    let mut names = names.into_iter();
    let mut start = 0;
    let mut groups: Vec<Vec<String>> = Vec::with_capacity(partition.ends.len());
    for &end in &partition.ends {
        groups.push(names.by_ref().take(end - start).flatten().collect());
        start = end;
    }
    let labels = groups.iter().map(|names| label(names)).collect();
    Ok(counted.into_bins(&rules, &partition, Binning::Group { groups }, labels))
}

/// Deals by name, in the order of their first row with a deal, and those without a name.
fn count_names<'a, S: AsRef<str>, O: Outcomes + ?Sized>(
    levels: &'a [Option<S>],
    outcomes: &O,
) -> (Vec<(&'a str, O::Cell)>, O::Cell) {
    let mut by_name: Vec<(&str, O::Cell)> = Vec::new();
    let mut place_of: HashMap<&str, usize, FixedState> = HashMap::default();
    let mut missing = O::Cell::default();
    for (level, cell) in levels.iter().zip(outcomes.cells()).filter(|(_, cell)| cell.deals() > 0.0) {
        let Some(name) = level.as_ref().map(AsRef::as_ref) else {
            missing += cell;
            continue;
        };
        match place_of.entry(name) {
            Entry::Occupied(known) => by_name[*known.get()].1 += cell,
            Entry::Vacant(new) => {
                new.insert(by_name.len());
                by_name.push((name, cell));
            }
        }
    }
    (by_name, missing)
}

/// Names of one key made one level; special levels apart.
fn merge_names<'a, C: Cell>(by_name: Vec<(&'a str, C)>, special: &Special) -> (Vec<(&'a str, C)>, Vec<C>) {
    let mut place_of: HashMap<String, usize, FixedState> = HashMap::default();
    let mut special_cells = Vec::new();
    for (key, at) in special.keys() {
        place_of.entry(key).or_insert(at);
        special_cells.push(C::default());
    }
    let mut by_level: Vec<(&str, C)> = Vec::with_capacity(by_name.len());
    for (name, cell) in by_name {
        // Places count special levels first.
        let specials = special_cells.len();
        match place_of.entry(name_key(name)) {
            Entry::Vacant(new) => {
                new.insert(specials + by_level.len());
                by_level.push((name, cell));
            }
            Entry::Occupied(known) if *known.get() < specials => special_cells[*known.get()] += cell,
            Entry::Occupied(known) => by_level[*known.get() - specials].1 += cell,
        }
    }
    (by_level, special_cells)
}

/// Levels in the order in which neighbours may be joined: frequent ones alone, rare ones pooled.
struct PreBins<C> {
    names: Vec<Vec<String>>,
    cells: Vec<C>,
    /// Deals of levels beyond the most names.
    unseen: C,
}

impl<C: Cell> PreBins<C> {
    fn new(by_level: Vec<(&str, C)>, known: C, rules: &PartitionRules, options: &BinningOptions) -> Self {
        let deals: Vec<f64> = by_level.iter().map(|level| level.1.deals()).collect();
        let least = options.min_level_deals.unwrap_or(rules.min_deals.div_ceil(2));
        let (order, own) = frequent_levels(&deals, least as f64, options.max_levels);
        let mut unseen = C::default();
        let mut bins: Vec<(Vec<String>, C)> = Vec::with_capacity(own + 1);
        for (rank, level) in order.into_iter().enumerate() {
            let (name, cell) = by_level[level];
            if rank >= options.max_names {
                unseen += cell;
                continue;
            }
            if rank <= own {
                bins.push((Vec::new(), C::default()));
            }
            if let Some(bin) = bins.last_mut() {
                bin.0.push(name.to_owned());
                bin.1 += cell;
            }
        }
        let prior = rules.finite_prior_deals();
        let mut keyed: Vec<(f64, (Vec<String>, C))> =
            bins.into_iter().map(|bin| (log_odds(bin.1, known, prior), bin)).collect();
        // Stable: equal rates stay in the order of their frequency.
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (names, cells) = keyed.into_iter().map(|(_, bin)| bin).unzip();
        Self { names, cells, unseen }
    }
}

fn label(names: &[String]) -> String {
    let named = names.iter().take(NAMES_IN_A_LABEL).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMES_IN_A_LABEL) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}
