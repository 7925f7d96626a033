//! Scoring in the plainest way: one lead, one signal, straight from the values.

use crate::invented::Lead;
use lead_scoring_core::{Binning, name_key};
use lead_scoring_model::{Input, ScoringModel, Signal};

/// What a signal gives a lead, worked out from the plain value.
pub(crate) struct Part {
    pub(crate) points: i32,
    /// No value, or no column.
    pub(crate) unknown: bool,
    /// The range of points that counts towards too little being known.
    pub(crate) dark: i32,
    /// Fewest and most points once the value is filled in.
    pub(crate) possible: (i32, i32),
    /// The fields that lack a value.
    pub(crate) lacks: Vec<String>,
}

/// What is known of one field.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Value {
    NoColumn,
    Missing,
    Unseen,
    Bin(usize),
}

pub(crate) fn by_hand(signal: &Signal, lead: &Lead, skip: Option<usize>) -> Part {
    let values: Vec<Value> = signal.inputs.iter().map(|input| value(input, lead, skip)).collect();
    let points = points(signal, &values);
    let all = |wanted: Value| values.contains(&wanted);
    let unknown = all(Value::NoColumn) || (all(Value::Missing) && !all(Value::Unseen));
    let lacking = if all(Value::NoColumn) { Value::NoColumn } else { Value::Missing };
    let lacks = signal.inputs.iter().zip(&values).filter(|(_, value)| unknown && **value == lacking);
    let mut possible = vec![points];
    if all(Value::NoColumn) {
        possible.push(0);
        possible.extend(signal.regular().iter().map(|bin| bin.points));
    } else {
        possible.extend(outcomes(signal, &values, 0));
    }
    possible.sort_unstable();
    let possible = (possible[0], possible[possible.len() - 1]);
    let width =
        if all(Value::NoColumn) { signal.highest() - signal.lowest() } else { possible.1 - possible.0 };
    let is_dark = all(Value::NoColumn) || points == 0;
    Part {
        points,
        unknown,
        dark: if unknown && is_dark { width } else { 0 },
        possible,
        lacks: lacks.map(|(input, _)| input.field.clone()).collect(),
    }
}

fn value(input: &Input, lead: &Lead, skip: Option<usize>) -> Value {
    let (field, bin) = match &input.binning {
        Binning::Range { edges } => {
            (0, lead.number.map(|x| Value::Bin(edges.iter().filter(|edge| **edge <= x).count())))
        }
        Binning::Digits { edges } => {
            let bin = |x: f64| edges.iter().filter(|edge| **edge as usize <= digits(x)).count();
            (0, lead.number.map(|x| Value::Bin(bin(x))))
        }
        Binning::Group { groups } => {
            let has = |group: &Vec<String>, level: &str| group.iter().any(|l| name_key(l) == name_key(level));
            let group = |level: &str| groups.iter().position(|group| has(group, level));
            (1, lead.level.map(|level| group(level).map_or(Value::Unseen, Value::Bin)))
        }
        Binning::Flag => (2, lead.flag.map(|flag| Value::Bin(usize::from(flag)))),
        Binning::Contains { item } => {
            let contains = |items: &Vec<&str>| Value::Bin(usize::from(items.contains(&item.as_str())));
            (3, lead.items.as_ref().map(contains))
        }
        other => panic!("{other:?}"),
    };
    if skip == Some(field) { Value::NoColumn } else { bin.unwrap_or(Value::Missing) }
}

/// Digits of a number as it is written, zeros at either end apart.
fn digits(x: f64) -> usize {
    format!("{}", x.abs()).replace('.', "").trim_matches('0').len()
}

fn points(signal: &Signal, values: &[Value]) -> i32 {
    if values.iter().any(|value| matches!(value, Value::NoColumn | Value::Unseen)) {
        return 0;
    }
    let code = |at: usize| match values[at] {
        Value::Bin(bin) => bin,
        _ => signal.inputs[at].binning.bins(),
    };
    let bin = if signal.is_pair() {
        let width = signal.inputs[1].binning.bins() + 1;
        usize::from(signal.cells[code(0) * width + code(1)])
    } else {
        code(0)
    };
    signal.bins[bin].points
}

/// The points of every way to fill in the missing values from an input on, or to leave them out.
fn outcomes(signal: &Signal, values: &[Value], from: usize) -> Vec<i32> {
    let Some(value) = values.get(from) else { return vec![points(signal, values)] };
    let mut ways = vec![*value];
    if *value == Value::Missing {
        ways.push(Value::Unseen);
        ways.extend((0..signal.inputs[from].binning.bins()).map(Value::Bin));
    }
    let with = |way: Value| {
        let mut values = values.to_vec();
        values[from] = way;
        outcomes(signal, &values, from + 1)
    };
    ways.into_iter().flat_map(with).collect()
}

/// The field whose unknown signals have the widest range, the first of the model on a tie.
pub(crate) fn fill_by_hand<'a>(model: &'a ScoringModel, parts: &[Part]) -> Option<&'a str> {
    let mut widths: Vec<(&str, i32)> = Vec::new();
    for (signal, part) in model.card.signals.iter().zip(parts) {
        for field in signal.fields() {
            let lacks = part.lacks.iter().any(|lacking| lacking == field);
            let width = if lacks { part.possible.1 - part.possible.0 } else { 0 };
            match widths.iter_mut().find(|(known, _)| *known == field) {
                Some((_, sum)) => *sum += width,
                None => widths.push((field, width)),
            }
        }
    }
    let widest = widths.iter().map(|(_, width)| *width).max().filter(|width| *width > 0)?;
    widths.into_iter().find(|(_, width)| *width == widest).map(|(field, _)| field)
}
