//! The interval of an AUC strictly between 0 and 1, from DeLong's two variances; [`delong`](mod@crate::delong) says how and why.

use crate::interval::Interval;
use crate::student::t_for;

/// As many leads of each outcome as DeLong's sample is joined by that vary as the model says.
const PRIOR_LEADS: f64 = 6.0;
/// Leads of the rarer outcome from which half of the seen skew is believed.
const HALF_BELIEVED: f64 = 10.0;
/// About ten steps are usual.
const MOST_STEPS: usize = 100;

/// The leads of one outcome.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Side {
    /// How many, at least two.
    pub(crate) leads: f64,
    /// Sample variance of their placements.
    pub(crate) variance: f64,
}

impl Side {
    /// This side's part of DeLong's variance.
    pub(crate) fn error(self) -> f64 {
        self.variance / self.leads
    }

    /// With leads of the model's variance added.
    fn joined(self, expected: f64) -> Self {
        let seen = self.leads - 1.0;
        Self { variance: (seen * self.variance + PRIOR_LEADS * expected) / (seen + PRIOR_LEADS), ..self }
    }

    /// By how much the variance exceeds the `expected` one, times its degrees of freedom.
    fn excess(self, expected: f64) -> f64 {
        (self.leads - 1.0) * (self.variance - expected)
    }

    /// The term of Satterthwaite's degrees of freedom.
    fn share_of_freedom(self, variance: f64) -> f64 {
        (self.error() / variance).powi(2) / (self.leads - 1.0 + PRIOR_LEADS)
    }
}

/// What Hanley & McNeil (1982) expect of an AUC.
#[derive(Clone, Copy, Debug)]
struct Model {
    /// Variance of one pair.
    pair: f64,
    /// Covariance of two pairs that share a lead, the mean of won and lost.
    shared: f64,
    /// By how much the two differ from that mean.
    skew: f64,
}

impl Model {
    fn at(auc: f64) -> Self {
        let pair = auc * (1.0 - auc);
        // Q₁ − A² and Q₂ − A², without their cancellation.
        let (of_lost, of_won) = (pair * (1.0 - auc) / (2.0 - auc), pair * auc / (1.0 + auc));
        Self { pair, shared: 0.5 * (of_lost + of_won), skew: 0.5 * (of_lost - of_won).abs() }
    }

    /// Expected sample variance of placements among so many leads of the other outcome.
    fn placement_variance(self, others: f64) -> f64 {
        (self.pair + (others - 2.0) * self.shared) / others
    }

    /// Variance of the AUC times the number of pairs.
    fn variance(self, leads: f64) -> f64 {
        self.pair + (leads - 2.0) * self.shared
    }
}

/// The interval at `level`, whose normal quantile is `z`.
pub(crate) fn auc_interval(auc: f64, won: Side, lost: Side, level: f64, z: f64) -> Interval {
    let model = Model::at(auc);
    let leads = won.leads + lost.leads;
    let (of_won, of_lost) = (model.placement_variance(lost.leads), model.placement_variance(won.leads));

    let fewer = won.leads.min(lost.leads);
    let believed = fewer / (fewer + HALF_BELIEVED) / (leads - 2.0);
    let skew = (believed * (won.excess(of_won) - lost.excess(of_lost))).clamp(-model.skew, model.skew);
    let (won_joined, lost_joined) = (won.joined(of_won + skew), lost.joined(of_lost - skew));

    let variance = won_joined.error() + lost_joined.error();
    let df = 1.0 / (won_joined.share_of_freedom(variance) + lost_joined.share_of_freedom(variance));
    let ratio = variance / (of_won / won.leads + of_lost / lost.leads);
    let reach = t_for(level, df, z).powi(2) * ratio / (won.leads * lost.leads);

    let beyond = |value: f64| (value - auc).abs() - (reach * Model::at(value).variance(leads)).sqrt();
    Interval { lower: root(auc, 0.0, beyond), upper: root(auc, 1.0, beyond), level }
}

/// Where `beyond` turns from negative at `inside` to positive at `outside`, by false position with the weight of a limit that stays put
/// halved (the Illinois method, Dowell & Jarratt 1971). There is one such place: the model's variance grows with less than the square of the
/// value, and falls with less than the square of its distance from 1.
fn root(mut inside: f64, mut outside: f64, beyond: impl Fn(f64) -> f64) -> f64 {
    let (mut at_inside, mut at_outside) = (beyond(inside), beyond(outside));
    let mut last = inside;
    for _ in 0..MOST_STEPS {
        let next = (inside * at_outside - outside * at_inside) / (at_outside - at_inside);
        let at_next = beyond(next);
        let step = (next - last).abs();
        last = next;
        if step <= f64::EPSILON || at_next == 0.0 {
            break;
        }
        if at_next < 0.0 {
            (inside, at_inside) = (next, at_next);
            at_outside *= 0.5;
        } else {
            (outside, at_outside) = (next, at_next);
            at_inside *= 0.5;
        }
    }
    last
}
