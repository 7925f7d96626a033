//! What the numbers of one lead are worth, by the edges that they reach.
//!
//! A number takes with it what the edges it reaches add, so that no code is looked up: the sum of all differences up to the last edge that
//! is reached is what the code there adds. One sum goes over all numbers, of the other the upper halves are joined and the largest lower
//! half is kept.

/// Numbers that are taken side by side.
pub(crate) const LANES: usize = 8;

/// What eight numbers climb.
#[derive(Clone, Debug, Default)]
#[repr(align(64))]
pub(crate) struct Ladder {
    /// What is worth a number that is not finite,
    pub(super) blank_points: [u64; LANES],
    pub(super) blank_marks: [u64; LANES],
    /// and where the others start.
    pub(super) points: [u64; LANES],
    pub(super) marks: [u64; LANES],
    pub(super) steps: Vec<Step>,
}

#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(super) struct Step {
    pub(super) edges: [f64; LANES],
    /// What is added, wrapping around, where the edge is reached.
    pub(super) points: [u64; LANES],
    pub(super) marks: [u64; LANES],
}

/// What numbers came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Climbed {
    /// The sum of their points.
    pub(crate) points: u64,
    /// The upper halves of their marks, joined bit by bit.
    pub(crate) uppers: u32,
    /// The largest lower half.
    pub(crate) lowers: u32,
}

impl Step {
    const NONE: Self = Self { edges: [f64::INFINITY; LANES], points: [0; LANES], marks: [0; LANES] };
}

impl Ladder {
    /// Sets what is worth a number that is not finite, what others start with and what they have at each of the edges, which ascend: points
    /// and marks.
    pub(crate) fn set(
        &mut self,
        lane: usize,
        blank: [u64; 2],
        start: [u64; 2],
        edges: impl Iterator<Item = (f64, [u64; 2])>,
    ) {
        [self.blank_points[lane], self.blank_marks[lane]] = blank;
        [self.points[lane], self.marks[lane]] = start;
        let mut before = start;
        for (at, (edge, here)) in edges.enumerate() {
            if at == self.steps.len() {
                self.steps.push(Step::NONE);
            }
            let step = &mut self.steps[at];
            step.edges[lane] = edge;
            step.points[lane] = here[0].wrapping_sub(before[0]);
            step.marks[lane] = here[1].wrapping_sub(before[1]);
            before = here;
        }
    }
}

/// The plain code, which is also the definition.
pub(super) fn climb(ladders: &[Ladder], numbers: &[[u64; LANES]]) -> Climbed {
    let mut climbed = Climbed::default();
    for (ladder, numbers) in ladders.iter().zip(numbers) {
        for (lane, number) in numbers.map(f64::from_bits).into_iter().enumerate() {
            let (mut points, mut marks) = (ladder.points[lane], ladder.marks[lane]);
            for step in &ladder.steps {
                let reached = u64::from(step.edges[lane] <= number).wrapping_neg();
                points = points.wrapping_add(step.points[lane] & reached);
                marks = marks.wrapping_add(step.marks[lane] & reached);
            }
            if !number.is_finite() {
                (points, marks) = (ladder.blank_points[lane], ladder.blank_marks[lane]);
            }
            climbed.points = climbed.points.wrapping_add(points);
            climbed.uppers |= (marks >> 32) as u32;
            climbed.lowers = climbed.lowers.max(marks as u32);
        }
    }
    climbed
}
