//! What a signal gives by code.
//!
//! The codes of a signal of one field are those of its [`Coder`]. A combination has a code for each bin and one for values never seen;
//! codes in which a value is missing stay apart from each other, as do those in which a field is absent, since each leaves something
//! else open.

use super::coder::Coder;
use super::open::Open;
use crate::Signal;

/// Points by code.
#[derive(Debug)]
pub(crate) struct Table {
    /// Where the points go, an index of a dimension.
    pub(crate) dimension: usize,
    pub(crate) inputs: Inputs,
    /// What a code gives.
    pub(crate) cells: Vec<Cell>,
    /// What a code leaves open.
    pub(crate) open: Vec<Open>,
}

/// What a signal's code is made of.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Inputs {
    /// The code of one coder.
    One(usize),
    /// Those of two.
    Two(Pair),
}

/// The code of a combination by the codes of two coders.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) coders: [usize; 2],
    /// How many codes the second coder has.
    pub(crate) width: usize,
    /// For each code of the first coder each of the second.
    pub(crate) codes: Vec<u16>,
}

/// What a code gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) points: i8,
    /// A value is missing and could still change something, or a field is absent.
    pub(crate) unknown: bool,
}

impl Inputs {
    /// Whether it takes the code of a coder.
    pub(crate) fn reads(&self, coder: usize) -> bool {
        match self {
            Self::One(own) => *own == coder,
            Self::Two(pair) => pair.coders.contains(&coder),
        }
    }

    /// The signal's code by the codes of all coders.
    pub(crate) fn code(&self, codes: &[u16]) -> u16 {
        match self {
            Self::One(coder) => codes[*coder],
            Self::Two(pair) => pair.code(pair.coders.map(|coder| codes[coder])),
        }
    }
}

impl Pair {
    /// The combination's code by those of the two coders.
    pub(crate) fn code(&self, [first, second]: [u16; 2]) -> u16 {
        self.codes[usize::from(first) * self.width + usize::from(second)]
    }
}

impl Table {
    /// The table of a signal over the coders of its inputs, which are given with their positions.
    pub(super) fn new(signal: &Signal, inputs: &[(usize, &Coder)], fields: &[String]) -> Self {
        let dimension = signal.dimension.index();
        if let [(first, row), (second, column)] = *inputs {
            let mut codes = Codes::default();
            let mut all = Vec::with_capacity(row.codes() * column.codes());
            for row_code in 0..row.codes() {
                for column_code in 0..column.codes() {
                    let one = |code, coder: &Coder| (code != usize::from(coder.absent())).then_some(code);
                    all.push(codes.of(signal, &[one(row_code, row), one(column_code, column)], fields));
                }
            }
            let pair = Pair { coders: [first, second], width: column.codes(), codes: all };
            return Self { dimension, inputs: Inputs::Two(pair), cells: codes.cells, open: codes.open };
        }
        let (at, codes) = inputs.first().map_or((0, 0), |(at, coder)| (*at, coder.codes()));
        let codes: Vec<_> = (0..codes).map(|code| Some(code).filter(|code| code + 1 < codes)).collect();
        let cells = codes.iter().map(|&code| Cell::new(signal, &[code])).collect();
        let open = codes.iter().map(|&code| Open::new(signal, &[code], fields)).collect();
        Self { dimension, inputs: Inputs::One(at), cells, open }
    }
}

impl Table {
    /// Whether it depends on the lead what the signal leaves open where it is unknown. For one field it depends on the data alone: whether
    /// there is a column for it.
    pub(crate) fn opens_by_code(&self) -> bool {
        matches!(self.inputs, Inputs::Two(_))
    }
}

impl Cell {
    /// What the codes of a signal's inputs give, `None` standing for an absent field.
    fn new(signal: &Signal, codes: &[Option<usize>]) -> Self {
        let Some(codes) = codes.iter().copied().collect::<Option<Vec<usize>>>() else {
            return Self { points: 0, unknown: true };
        };
        // A checked model has no points beyond -100 to 100.
        let points = i8::try_from(signal.points_at(&codes)).unwrap_or(0);
        Self { points, unknown: signal.is_open(&codes) }
    }
}

/// The codes of a combination, as they come up.
#[derive(Default)]
struct Codes {
    what: Vec<What>,
    cells: Vec<Cell>,
    open: Vec<Open>,
}

/// What makes a code differ from others.
#[derive(PartialEq)]
enum What {
    Known(usize),
    Open(Vec<Option<usize>>),
    Absent(Vec<bool>),
}

impl Codes {
    fn of(&mut self, signal: &Signal, codes: &[Option<usize>], fields: &[String]) -> u16 {
        let what = match codes.iter().copied().collect::<Option<Vec<usize>>>() {
            None => What::Absent(codes.iter().map(Option::is_none).collect()),
            Some(known) if signal.is_open(&known) => What::Open(codes.to_vec()),
            Some(known) => What::Known(signal.code(&known)),
        };
        let at = self.what.iter().position(|known| *known == what).unwrap_or_else(|| {
            self.what.push(what);
            self.cells.push(Cell::new(signal, codes));
            self.open.push(Open::new(signal, codes, fields));
            self.what.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }
}
