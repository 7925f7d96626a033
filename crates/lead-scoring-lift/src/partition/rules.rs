//! What a grouping must keep to, and what it is to maximise.

use crate::PRIOR_DEALS;

/// What the best grouping has most of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Objective {
    /// Log likelihood of the outcomes under one win rate a group.
    #[default]
    Likelihood,
    /// Information value, `sum (w/W - l/L) log_odds` with the shrunk log odds of [`crate::shrunk_log_odds`] in place of
    /// `ln((w/W)/(l/L))`, so that groups without won or lost deals have a finite value; [`PartitionRules::prior_deals`] says how far
    /// they are shrunk.
    InformationValue,
}

/// How the win rate may run over the groups. Equal neighbours break no trend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trend {
    /// As it likes.
    #[default]
    None,
    /// Never down.
    Increasing,
    /// Never up.
    Decreasing,
    /// Up to some group and down after it; either side may be empty.
    Peak,
    /// Down to some group and up after it; either side may be empty.
    Valley,
    /// Whichever of the four has the best objective.
    Auto,
}

/// What a grouping must keep to.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct PartitionRules {
    /// What each group costs, in units of the objective (natural-log likelihood by default); at least 0.
    pub penalty: f64,
    /// Fewest deals in a group.
    pub min_deals: u64,
    /// Most groups.
    pub max_groups: usize,
    /// What is maximised.
    pub objective: Objective,
    /// Fewest groups.
    pub min_groups: usize,
    /// Most deals in a group.
    pub max_deals: u64,
    /// Fewest won deals in a group.
    pub min_won: u64,
    /// Fewest lost deals in a group.
    pub min_lost: u64,
    /// How the win rate may run.
    pub trend: Trend,
    /// Smallest difference of win rate between neighbouring groups, 0 to 1.
    pub min_difference: f64,
    /// Largest p value between neighbouring groups, 0 to 1, by [`crate::significance::two_by_two`].
    pub max_p_value: f64,
    /// Deals at the base rate that shrink the information value of a group; [`crate::PRIOR_DEALS`] unless said otherwise.
    pub prior_deals: f64,
}

impl PartitionRules {
    /// Rules for the likelihood with no limits besides these.
    #[must_use]
    pub const fn new(penalty: f64, min_deals: u64, max_groups: usize) -> Self {
        Self {
            penalty,
            min_deals,
            max_groups,
            objective: Objective::Likelihood,
            min_groups: 1,
            max_deals: u64::MAX,
            min_won: 0,
            min_lost: 0,
            trend: Trend::None,
            min_difference: 0.0,
            max_p_value: 1.0,
            prior_deals: PRIOR_DEALS,
        }
    }

    /// Rules for so many deals that let evidence decide, not a share of them, so that a rare strong flag is a bin.
    ///
    /// What a group costs grows with the sample as in Schwarz's criterion, `ln(n) / 2`, counted from a hundred deals up: below that
    /// the few pre-bins limit the search already, and shrinkage does the rest. A group has 25 deals, in samples under 500 one in
    /// twenty but at least 8. At most 10 groups, 15 from 10,000 deals on. Under 1,000 deals the win rate of ordered groups runs up, down, to one peak or to one
    /// valley: so few deals do not bear a finer shape.
    #[must_use]
    pub fn by_evidence(deals: f64) -> Self {
        let penalty = ((deals / 100.0).ln() / 2.0).max(0.1);
        let min_deals = if deals < 500.0 { ((deals / 20.0) as u64).max(8) } else { 25 };
        let max_groups = if deals < 10_000.0 { 10 } else { 15 };
        let rules = Self::new(penalty, min_deals, max_groups);
        if deals < 1000.0 { rules.with_trend(Trend::Auto) } else { rules }
    }

    /// The same for another objective; the penalty is then in its units.
    #[must_use]
    pub const fn with_objective(mut self, objective: Objective) -> Self {
        self.objective = objective;
        self
    }

    /// The same with at least so many groups.
    #[must_use]
    pub const fn with_min_groups(mut self, groups: usize) -> Self {
        self.min_groups = groups;
        self
    }

    /// The same with at most so many deals in a group.
    #[must_use]
    pub const fn with_max_deals(mut self, deals: u64) -> Self {
        self.max_deals = deals;
        self
    }

    /// The same with at least so many won and so many lost deals in every group.
    #[must_use]
    pub const fn with_min_outcomes(mut self, won: u64, lost: u64) -> Self {
        self.min_won = won;
        self.min_lost = lost;
        self
    }

    /// The same with a trend of the win rate.
    #[must_use]
    pub const fn with_trend(mut self, trend: Trend) -> Self {
        self.trend = trend;
        self
    }

    /// The same with neighbours' win rates at least so far apart. Not above 0, or not a number: no limit.
    #[must_use]
    pub const fn with_min_difference(mut self, difference: f64) -> Self {
        self.min_difference = difference;
        self
    }

    /// The same with neighbours told apart at this p value. 1 or more, or not a number: no limit.
    #[must_use]
    pub const fn with_max_p_value(mut self, p_value: f64) -> Self {
        self.max_p_value = p_value;
        self
    }

    /// The same with another number of deals at the base rate by which information value is shrunk. With 0 it is the plain
    /// information value; a group without won or lost deals then counts as with half a deal more. Not a number or below 0: 0.
    #[must_use]
    pub const fn with_prior_deals(mut self, deals: f64) -> Self {
        self.prior_deals = deals;
        self
    }

    /// The prior as it is reckoned with.
    pub(crate) const fn finite_prior_deals(&self) -> f64 {
        if self.prior_deals.is_nan() { 0.0 } else { self.prior_deals.clamp(0.0, 1e100) }
    }

    /// The penalty as it is reckoned with: 0 where it is not a number, and never so large that sums overflow.
    pub(super) const fn finite_penalty(&self) -> f64 {
        if self.penalty.is_nan() { 0.0 } else { self.penalty.clamp(-1e100, 1e100) }
    }

    pub(super) fn limits_difference(&self) -> bool {
        self.min_difference > 0.0
    }

    pub(super) fn limits_p_value(&self) -> bool {
        self.max_p_value < 1.0
    }
}

/// Where groups must and may end. A border at `p` lies between the pre-bins `p - 1` and `p`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Borders {
    /// Borders every grouping has; they are allowed in any case.
    pub required: Vec<usize>,
    /// The borders a grouping may have; `None`: all. Positions beyond the pre-bins mean nothing.
    pub allowed: Option<Vec<usize>>,
}

impl Borders {
    /// Borders wherever they are best.
    #[must_use]
    pub const fn anywhere() -> Self {
        Self { required: Vec::new(), allowed: None }
    }

    /// The same with borders that every grouping has.
    #[must_use]
    pub fn require(mut self, positions: impl IntoIterator<Item = usize>) -> Self {
        self.required.extend(positions);
        self
    }

    /// The same with no borders but these and the required ones.
    #[must_use]
    pub fn allow_only(mut self, positions: impl IntoIterator<Item = usize>) -> Self {
        self.allowed = Some(positions.into_iter().collect());
        self
    }
}
