//! A struct bound to a model: its fields are looked up and checked once, then every lead costs its values alone.

use super::found::Found;
use super::slot::Slot;
use super::{FieldList, Lead, LeadScore, ValueKind, Values};
use crate::{Error, ErrorKind, Explanation, FieldMap, Result, Scorer};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// Scores leads of the type `T`. Cheap to clone, and shared freely between threads.
pub struct Bound<T> {
    scorer: Scorer,
    /// For each field of the lead the model's field that it is.
    fields: Arc<[Option<usize>]>,
    /// For each field of the lead where its values go.
    slots: Arc<[Slot]>,
    lead: PhantomData<fn(&T)>,
}

impl Scorer {
    /// Binds a struct to the model: every field the model reads, be it for a signal or for a rule, is looked up among the struct's by name
    /// (the rule is that of [`FieldMap`]) and its form is checked.
    ///
    /// ```
    /// # use lead_scoring_core::{Binning, Dimension, Kind};
    /// # use lead_scoring_model::{Bin, History, Input, ProbabilityMap, Scorecard, ScoringModel, Signal, Validation, Verdict};
    /// use lead_scoring_model::{FieldList, Lead, LeadValue, Scorer, Values};
    /// # let bins = [("no", 0), ("yes", 30), ("not recorded", 0)].map(|(label, points)| {
    /// #     let mut bin = Bin::new(label, 10, 45, None, 0.1 * f64::from(points));
    /// #     bin.points = points;
    /// #     bin
    /// # });
    /// # let demo = Signal::new(
    /// #     "Demo Requested".into(), Dimension::Behavioral, Input::new("Demo Requested", Kind::Flag, Binning::Flag), 1.0, bins.into());
    /// # let model = ScoringModel::new(
    /// #     "Pipeline".into(), "1.0".into(), "2026-03-01".into(), History::new(40, 160),
    /// #     Scorecard::new(10.0, [40; 4], vec![demo], Vec::new()), None, Vec::new(),
    /// #     ProbabilityMap::new(0, vec![0.5; 31], "flat").unwrap(),
    /// #     Validation::new(Verdict::Deploy, 12, 18, "30 % at random".into(), None));
    ///
    /// struct Visitor {
    ///     demo_requested: Option<bool>,
    /// }
    ///
    /// // With the feature `derive` this is `#[derive(Lead)]`.
    /// impl Lead for Visitor {
    ///     const COUNT: usize = 1;
    ///     fn fields(list: &mut FieldList) {
    ///         list.push::<Option<bool>>("demo_requested");
    ///     }
    ///     fn values(&self, values: &mut Values<'_>) {
    ///         self.demo_requested.give(values);
    ///     }
    /// }
    ///
    /// let visitors = Scorer::new(&model)?.bind::<Visitor>()?;
    /// assert_eq!(visitors.score(&Visitor { demo_requested: Some(true) }).score, 30);
    /// # Ok::<(), lead_scoring_model::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Field`] with all fields that the struct lacks or has in another form, or where a field could be either of two.
    /// The same where [`Lead::COUNT`] is not the number of the fields that it names.
    pub fn bind<T: Lead>(&self) -> Result<Bound<T>> {
        let list = FieldList::of::<T>();
        let (names, kinds): (Vec<&str>, Vec<ValueKind>) = list.iter().unzip();
        let map = FieldMap::for_header(self.model(), &names, &[])?;
        let compiled = self.compiled();
        if names.len() != T::COUNT {
            let message =
                format!("the struct says that it has {} fields, but it names {}", T::COUNT, names.len());
            return Err(Error::new(ErrorKind::Field, message));
        }
        let mut fields = vec![None; T::COUNT];
        let mut problems = Vec::new();
        for (at, field) in compiled.fields.iter().enumerate() {
            let found =
                map.column_of(&field.name).and_then(|name| names.iter().position(|other| *other == name));
            match found {
                Some(place) if compiled.single.by_code.takes(at, kinds[place]) => fields[place] = Some(at),
                Some(place) => problems.push(format!(
                    "its field `{}` is {}, but the model reads {}",
                    names[place],
                    kinds[place].words(),
                    ValueKind::of(field.kind).words()
                )),
                None => problems.push(format!("it has no field `{}`", field.name)),
            }
        }
        if problems.is_empty() {
            let slots = slots(&fields, &compiled.single.shortest.fields).collect();
            Ok(Bound { scorer: self.clone(), fields: fields.into(), slots, lead: PhantomData })
        } else {
            let problems = problems.join("; ");
            Err(Error::new(ErrorKind::Field, format!("the struct does not fit the model: {problems}")))
        }
    }
}

impl<T: Lead> Bound<T> {
    /// Scores a lead. Nothing is allocated.
    #[must_use]
    pub fn score(&self, lead: &T) -> LeadScore<'_> {
        let compiled = self.scorer.compiled();
        // Their number is known to the compiler, which then need not check each position.
        let Some(slots) = self.slots.get(..T::COUNT) else { return self.nothing() };
        let mut found = Found::new(compiled, &compiled.single.shortest);
        let mut values = Values::new(&mut found, slots);
        lead.values(&mut values);
        let (found, known) = values.found();
        found.score(&self.scorer, &known)
    }

    /// The score of a lead without any value.
    #[cold]
    fn nothing(&self) -> LeadScore<'_> {
        let compiled = self.scorer.compiled();
        let mut found = Found::new(compiled, &compiled.single.shortest);
        let mut values = Values::new(&mut found, &self.slots);
        let (found, known) = values.found();
        found.score(&self.scorer, &known)
    }

    /// Explains the score of a lead.
    #[must_use]
    pub fn explain(&self, lead: &T) -> Explanation<'_> {
        let compiled = self.scorer.compiled();
        let by_code = &compiled.single.by_code;
        let slots: Vec<Slot> = slots(&self.fields, &by_code.fields).collect();
        let mut found = Found::new(compiled, by_code).with_rules();
        let mut values = Values::new(&mut found, &slots);
        lead.values(&mut values);
        self.scorer.explain_found(values.found().0)
    }
}

/// The slots of a lead's fields, given those of the model's.
fn slots(fields: &[Option<usize>], slots: &[Slot]) -> impl Iterator<Item = Slot> {
    fields.iter().map(|field| field.and_then(|at| slots.get(at)).cloned().unwrap_or_else(Slot::unread))
}

impl<T> Bound<T> {
    /// The scorer that the struct is bound to.
    #[must_use]
    pub fn scorer(&self) -> &Scorer {
        &self.scorer
    }
}

impl<T> Clone for Bound<T> {
    fn clone(&self) -> Self {
        Self {
            scorer: self.scorer.clone(),
            fields: Arc::clone(&self.fields),
            slots: Arc::clone(&self.slots),
            lead: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Bound<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bound").field("fields", &self.fields).finish_non_exhaustive()
    }
}
