//! A lead of any type that `serde` can take apart: structs, maps and JSON values.
//!
//! Nothing is copied: each name is looked up among the model's, each value coded where it stands. Only where a lead has two spellings of
//! one name is it gone through again, since then the field's own name decides.

mod fault;
mod place;
mod text_only;

use super::LeadScore;
use super::bits::Bits;
use super::found::Found;
use super::gain::KnownSum;
use super::names::Meaning;
use super::slot::Slot;
use crate::compiled::Compiled;
use crate::{Error, Explanation, Scorer};
use fault::Fault;
use lead_scoring_core::key_chars;
use place::{Place, Target};
use serde::Serialize;

impl Scorer {
    /// Scores one lead: a struct, a map or a JSON value. Nothing is allocated.
    ///
    /// Names meet the model's fields as columns do ([`crate::FieldMap`]): exactly, or with case, spaces, hyphens, underscores, dots and slashes
    /// aside. Structs and maps inside the lead count as if their fields stood in it. Numbers, `bool` and texts are values; a variant of an enum
    /// without data is a text, a list of texts a set. `None`, `null` and a name that does not occur are missing values.
    ///
    /// ```
    /// # use lead_scoring_core::{Binning, Dimension, Kind};
    /// # use lead_scoring_model::{Bin, History, Input, ProbabilityMap, Scorecard, ScoringModel, Signal, Validation, Verdict};
    /// use lead_scoring_model::Scorer;
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
    /// let scorer = Scorer::new(&model)?;
    /// assert_eq!(scorer.score_one(&serde_json::json!({"demo_requested": true}))?.score, 30);
    ///
    /// let error = scorer.score_one(&serde_json::json!({"demo_requested": "on Monday"})).unwrap_err();
    /// assert_eq!(error.to_string(), "the field `Demo Requested` is a text in the lead, but the model reads yes or no");
    /// # Ok::<(), lead_scoring_model::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`crate::ErrorKind::Lead`] where the lead has no names, or a value of another form than the model reads;
    /// [`crate::ErrorKind::Field`] where a field could be either of two values. No message holds a value.
    pub fn score_one<T: Serialize + ?Sized>(&self, lead: &T) -> Result<LeadScore<'_>, Error> {
        self.read(lead, false, |found, known| found.score(self, known))
    }

    /// Explains the score of one lead, which is read as by [`Scorer::score_one`].
    ///
    /// # Errors
    /// As [`Scorer::score_one`].
    pub fn explain_one<T: Serialize + ?Sized>(&self, lead: &T) -> Result<Explanation<'_>, Error> {
        self.read(lead, true, |found, _| self.explain_found(found))
    }

    /// Reads a lead, in such a way that it can be explained or only scored, and does with it what is wanted.
    #[inline]
    fn read<'a, T: Serialize + ?Sized, R>(
        &'a self,
        lead: &T,
        explained: bool,
        then: impl FnOnce(&Found<'a>, &KnownSum) -> R,
    ) -> Result<R, Error> {
        let compiled = self.compiled();
        let names = |fault: Fault| fault.with_name(compiled);
        let mut reader = Reader::new(compiled, explained, Bits::default());
        reader.read(lead).map_err(names)?;
        if !reader.unclear.is_empty() {
            let unclear = std::mem::take(&mut reader.unclear);
            reader = Reader::new(compiled, explained, unclear);
            reader.read(lead).map_err(names)?;
            reader.all_found().map_err(names)?;
        }
        reader.lacks();
        Ok(then(&reader.found, &reader.known))
    }
}

/// Takes a lead apart.
struct Reader<'a> {
    found: Found<'a>,
    /// What known texts add.
    known: KnownSum,
    slots: &'a [Slot],
    /// The fields that have occurred,
    seen: Bits,
    /// and how many they are.
    occurred: usize,
    /// The fields that only their own name means,
    by_own_name: Bits,
    /// and whether there are any, as when the lead is gone through again.
    again: bool,
    /// The fields that more than one name may mean.
    unclear: Bits,
}

impl<'a> Reader<'a> {
    #[inline]
    fn new(compiled: &'a Compiled, explained: bool, by_own_name: Bits) -> Self {
        let single = &compiled.single;
        let slots = if explained { &single.by_code } else { &single.shortest };
        let mut found = Found::new(compiled, slots);
        found.rules = explained.then(Vec::new);
        Self {
            found,
            known: KnownSum::default(),
            slots: &slots.fields,
            seen: Bits::default(),
            occurred: 0,
            again: !by_own_name.is_empty(),
            by_own_name,
            unclear: Bits::default(),
        }
    }

    fn read<T: Serialize + ?Sized>(&mut self, lead: &T) -> Result<(), Fault> {
        lead.serialize(Place { reader: self, target: Target::Lead })
    }

    /// Where the value of a name goes.
    fn target(&mut self, name: &str) -> Result<Target, Fault> {
        let compiled = self.found.compiled;
        self.target_by(compiled.single.names.meaning(name, &compiled.fields), name)
    }

    /// Where the value of a struct's field goes.
    #[inline]
    fn target_of_field(&mut self, name: &'static str) -> Result<Target, Fault> {
        let compiled = self.found.compiled;
        let meaning =
            compiled.single.layout.meaning(name, || compiled.single.names.meaning(name, &compiled.fields));
        self.target_by(meaning, name)
    }

    #[inline(always)]
    fn target_by(&mut self, meaning: Meaning, name: &str) -> Result<Target, Fault> {
        match meaning {
            Meaning::Field(at) if !self.again && self.seen.add(at) => {
                self.occurred += 1;
                Ok(Target::Field(at))
            }
            meaning => self.target_otherwise(meaning, name),
        }
    }

    /// The same where the lead is gone through again, the field has occurred before, or there is none.
    #[inline(never)]
    fn target_otherwise(&mut self, meaning: Meaning, name: &str) -> Result<Target, Fault> {
        let at = match meaning {
            Meaning::Nothing => return Ok(Target::Elsewhere),
            Meaning::Unclear(_) => {
                let fields = self.found.compiled.fields.iter().enumerate();
                let alike = fields.filter(|(_, field)| key_chars(&field.name).eq(key_chars(name)));
                alike.for_each(|(at, _)| {
                    self.unclear.add(at);
                });
                return Ok(Target::Elsewhere);
            }
            Meaning::Field(at) => at,
        };
        let own = self.by_own_name.has(at);
        if own && self.found.compiled.fields[at].name != name {
            return Ok(Target::Elsewhere);
        }
        if self.seen.add(at) {
            self.occurred += 1;
            return Ok(Target::Field(at));
        }
        if own {
            return Err(Fault::Twice(at));
        }
        self.unclear.add(at);
        Ok(Target::Elsewhere)
    }

    /// Leaves the fields that have not occurred without a value.
    #[inline]
    fn lacks(&mut self) {
        let lacks = self.occurred < self.slots.len();
        for (at, slot) in self.slots.iter().enumerate().filter(|_| lacks) {
            if !self.seen.has(at) {
                self.found.missing(slot);
            }
        }
    }

    /// Whether every field that only its own name means has occurred.
    fn all_found(&self) -> Result<(), Fault> {
        let fields = self.found.compiled.fields.len();
        match self.by_own_name.below(fields).find(|&at| !self.seen.has(at)) {
            Some(at) => Err(Fault::Unclear(at)),
            None => Ok(()),
        }
    }
}
