//! A Sankey diagram: where leads began on the left, where they ended on the right, and bands as wide as the leads that went there.

use super::Words;
use crate::chart::Chart;
use crate::chart::canvas::{
    Area, Drawn, LINE, LOST, QUIET, SCALE, Side, WIDTH, WON, block, legend, picture, surface, units, write,
};
use crate::dashboards::{Facts, Moves};
use crate::{Result, format};
use lead_scoring_core::Tier;
use lead_scoring_ops::State;
use plotters::style::RGBColor;

/// Room over the states, for the legend.
const TOP: i32 = 2 * LINE;
/// Height of all leads together.
const BODY: i32 = 260;
/// Room between two states, such that their names never meet.
const GAP: i32 = LINE + 2;
/// Width of a state.
const NODE: i32 = 12;
/// Room beside the states, for their names.
const NAMES: i32 = 110;
/// Pieces of a band's curve.
const PIECES: i32 = 24;

/// A state with its place from the top, in units of the drawing.
struct Node {
    state: State,
    leads: u64,
    top: i32,
    bottom: i32,
    /// Down to where bands have been attached.
    used: i32,
}

/// How leads moved between the first and the last day.
pub(super) fn moves(facts: &Facts<'_>, words: &Words<'_>) -> Result<Option<Chart>> {
    let Some(moves) = facts.moves.as_ref().filter(|moves| !moves.rows.is_empty()) else { return Ok(None) };
    let all: u64 = moves.rows.iter().map(|row| row.all).sum();
    let mut left = nodes(moves.rows.iter().map(|row| (row.from, row.all)), all);
    let ended = |at: usize| moves.rows.iter().filter_map(|row| row.leads.get(at)).sum::<u64>();
    let mut right = nodes(moves.to.iter().enumerate().map(|(at, to)| (*to, ended(at))), all);
    let height = TOP + BODY + GAP * left.len().max(right.len()) as i32;
    let keys = [
        (WON, words.word("dashboards-chart-up")?),
        (LOST, words.word("dashboards-chart-down")?),
        (QUIET, words.word("dashboards-chart-stayed")?),
    ];
    let names = |nodes: &[Node]| nodes.iter().map(|node| name(node, words)).collect::<Result<Vec<_>>>();
    let (left_names, right_names) = (names(&left)?, names(&right)?);
    let elements = picture(height, |area| {
        legend(area, &keys.each_ref().map(|(colour, name)| (*colour, name.as_str())))?;
        for (row, from) in moves.rows.iter().zip(&mut left) {
            for (leads, to) in row.leads.iter().zip(&mut right).filter(|(leads, _)| **leads > 0) {
                band(area, from, to, size(*leads, all))?;
            }
        }
        label(area, &left, &left_names, units(NAMES), Side::Left)?;
        label(area, &right, &right_names, units(WIDTH - NAMES - NODE), Side::Right)
    })?;
    let text = words.sentence("dashboards-chart-moves-text", &told(moves, words)?)?;
    Ok(Some(Chart::new(words.word("dashboards-chart-moves")?, text, height, elements)))
}

/// The height of some leads.
fn size(leads: u64, all: u64) -> i32 {
    (leads as f64 / all.max(1) as f64 * f64::from(BODY * SCALE)).round() as i32
}

fn nodes(states: impl Iterator<Item = (State, u64)>, all: u64) -> Vec<Node> {
    let mut top = units(TOP + GAP / 2);
    let place = |(state, leads)| {
        let node = Node { state, leads, top, bottom: top + size(leads, all), used: top };
        top = node.bottom + units(GAP);
        node
    };
    states.map(place).collect()
}

/// A band from one state to another, attached below those before it.
fn band(area: &Area<'_>, from: &mut Node, to: &mut Node, height: i32) -> Drawn<()> {
    let (start, end) = (units(NAMES + NODE), units(WIDTH - NAMES - NODE));
    let (above, below) = (from.used, to.used);
    let at = |piece: i32| {
        let t = f64::from(piece) / f64::from(PIECES);
        // Level where it begins and where it ends.
        let bend = t * t * (3.0 - 2.0 * t);
        let x = f64::from(start) + f64::from(end - start) * t;
        let y = f64::from(above) + f64::from(below - above) * bend;
        (x.round() as i32, y.round() as i32)
    };
    let upper = (0..=PIECES).map(at);
    let lower = (0..=PIECES).rev().map(at).map(|(x, y)| (x, y + height.max(1)));
    surface(area, colour(from.state, to.state), upper.chain(lower).collect())?;
    from.used += height;
    to.used += height;
    Ok(())
}

/// The states of one side, with their names beside them.
fn label(area: &Area<'_>, nodes: &[Node], names: &[String], x: i32, side: Side) -> Drawn<()> {
    for (node, name) in nodes.iter().zip(names) {
        block(area, QUIET, (x, node.top), (x + units(NODE), node.bottom.max(node.top + SCALE)))?;
        let beside = match side {
            Side::Left => x - units(5),
            Side::Right => x + units(NODE + 5),
        };
        write(area, name, (beside, (node.top + node.bottom) / 2), side)?;
    }
    Ok(())
}

/// The tier that a state is.
const fn tier(state: State) -> Option<Tier> {
    match state {
        State::Hot => Some(Tier::Hot),
        State::Warm => Some(Tier::Warm),
        State::Cool => Some(Tier::Cool),
        State::Cold => Some(Tier::Cold),
        State::Won | State::Lost | State::Unscoreable => None,
    }
}

fn colour(from: State, to: State) -> RGBColor {
    match (from, to) {
        (_, State::Won) => WON,
        (_, State::Lost) => LOST,
        _ => match (tier(from), tier(to)) {
            // Tiers are in order from Hot down.
            (Some(from), Some(to)) if to < from => WON,
            (Some(from), Some(to)) if to > from => LOST,
            _ => QUIET,
        },
    }
}

fn state_name(state: State, words: &Words<'_>) -> Result<String> {
    match state {
        State::Won => words.word("dashboards-chart-state-won"),
        State::Lost => words.word("dashboards-chart-state-lost"),
        _ => words.tier(tier(state)),
    }
}

fn name(node: &Node, words: &Words<'_>) -> Result<String> {
    let leads = format::count(node.leads);
    words.say(
        "dashboards-chart-state",
        [("name", state_name(node.state, words)?.into()), ("leads", leads.into())],
    )
}

fn told(moves: &Moves, words: &Words<'_>) -> Result<Vec<String>> {
    let mut told = Vec::new();
    for row in &moves.rows {
        for (leads, to) in row.leads.iter().zip(&moves.to).filter(|(leads, _)| **leads > 0) {
            let (from, to) = (state_name(row.from, words)?, state_name(*to, words)?);
            told.push(words.say(
                "dashboards-chart-move",
                [("leads", (*leads).into()), ("from", from.into()), ("to", to.into())],
            )?);
        }
    }
    Ok(told)
}
