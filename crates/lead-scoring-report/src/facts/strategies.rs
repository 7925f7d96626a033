//! Which strategy the points come from, and how it was chosen.

use crate::ReportInput;
use crate::phrases::{
    STRATEGY_FOREIGN, STRATEGY_INTERACTIONS, STRATEGY_JOINT, STRATEGY_PROPORTIONAL, STRATEGY_SPARSE,
    STRATEGY_UNKNOWN,
};
use crate::text::Text;
use lead_scoring_core::Phrase;
use lead_scoring_fit::{Builtin, Strategy, StrategyRecord};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Strategies {
    /// The strategy of the points; `None` where nobody said and nothing was compared.
    pub(crate) chosen: Option<String>,
    /// Whether the user set it.
    pub(crate) set: bool,
    /// Whether the one chosen is not the first, which stands unless another is clearly better.
    pub(crate) overtook: bool,
    pub(crate) rows: Vec<StrategyRow>,
    /// Training deals scored by models that had not seen them.
    pub(crate) deals: u64,
    /// Whether every fold was scored, or one of many deals.
    pub(crate) every_fold: bool,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct StrategyRow {
    pub(crate) name: String,
    pub(crate) is: Text,
    pub(crate) auc: Option<f64>,
    pub(crate) p_value: Option<f64>,
    pub(crate) terms: f64,
    pub(crate) chosen: bool,
    /// Whether no combination of fields was found, so that the strategy gives the card of the first.
    pub(crate) same_as_first: bool,
}

impl Strategies {
    /// `None` without a model.
    pub(crate) fn of(input: &ReportInput<'_>) -> Option<Self> {
        if input.model.card.signals.is_empty() {
            return None;
        }
        let comparison = &input.fitted.comparison;
        let rows: Vec<StrategyRow> =
            comparison.records.iter().map(|record| row(record, comparison.records.first())).collect();
        let by_record = rows.iter().position(|row| row.chosen);
        let by_record_name = by_record.and_then(|at| rows.get(at)).map(|row| row.name.clone());
        let set = input.strategy.as_ref().map(|builtin| builtin.name().to_owned());
        Some(Self {
            set: set.is_some(),
            chosen: by_record_name.or(set),
            overtook: by_record.is_some_and(|at| at > 0),
            rows,
            deals: comparison.deals as u64,
            every_fold: comparison.every_fold,
        })
    }

    /// The row of the strategy that the points come from.
    pub(crate) fn chosen_row(&self) -> Option<&StrategyRow> {
        self.rows.iter().find(|row| row.chosen)
    }
}

fn row(record: &StrategyRecord, first: Option<&StrategyRecord>) -> StrategyRow {
    let builtin = Builtin::ALL.iter().find(|builtin| builtin.name() == record.name);
    let alike = |first: &StrategyRecord| {
        let auc = |record: &StrategyRecord| record.auc.map(f64::to_bits);
        auc(first) == auc(record) && first.terms.to_bits() == record.terms.to_bits()
    };
    StrategyRow {
        same_as_first: builtin == Some(&Builtin::Interactions)
            && first.is_some_and(|first| first.name != record.name && alike(first)),
        name: record.name.clone(),
        is: builtin.map_or(STRATEGY_FOREIGN, |builtin| what_it_is(*builtin)).message().into(),
        auc: record.auc,
        p_value: record.p_value,
        terms: record.terms,
        chosen: record.chosen,
    }
}

const fn what_it_is(strategy: Builtin) -> Phrase {
    match strategy {
        Builtin::Joint => STRATEGY_JOINT,
        Builtin::Interactions => STRATEGY_INTERACTIONS,
        Builtin::Proportional => STRATEGY_PROPORTIONAL,
        Builtin::Sparse => STRATEGY_SPARSE,
        _ => STRATEGY_UNKNOWN,
    }
}
