//! The one attribute that the summary names for winning, and the one against it.

use super::patterns::{Attribute, HonestLift};

/// The best of the `ranked` attributes that surely raises the win rate, or that lowers it, on deals its borders were not drawn from: as
/// those rank last, one of low confidence only where there is no other. Of those whose intervals overlap with its own, which rank by
/// little more than chance, the one with the most points that way, so that the summary names what the card names. What the day sets is
/// named only where there is nothing else.
pub(super) fn strongest<'a>(ranked: impl Iterator<Item = &'a Attribute>, raises: bool) -> Option<Attribute> {
    let is_sure = |honest: &HonestLift| if raises { honest.lower > 1.0 } else { honest.upper < 1.0 };
    let sure = ranked.filter_map(|attribute| Some((attribute, attribute.honest.filter(is_sure)?)));
    let (by_day, others): (Vec<_>, Vec<_>) = sure.partition(|(attribute, _)| attribute.by_day);
    let mut sure = if others.is_empty() { by_day } else { others }.into_iter();
    let (first, its) = sure.next()?;
    let rivals = sure.filter(|(attribute, honest)| {
        attribute.confidence == first.confidence && honest.lower <= its.upper && honest.upper >= its.lower
    });
    let points = |attribute: &Attribute| if raises { attribute.points } else { -attribute.points };
    let outdone = |best, (next, _)| if points(next) > points(best) { next } else { best };
    let found = rivals.fold(first, outdone).clone();
    Some(Attribute { name: found.borne.clone(), ..found })
}

impl Attribute {
    /// Takes the points, and the name in the summary, of another bin of the same deals where the card pays that one more.
    pub(super) fn is_paid_as(&mut self, other: &Self) {
        if other.points.abs() > self.points.abs() {
            (self.points, self.by_day) = (other.points, other.by_day);
            self.borne = other.borne.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    fn attribute(name: &'static str, points: i32, [lower, upper]: [f64; 2]) -> Attribute {
        Attribute {
            name: Text::verbatim(name),
            borne: Text::verbatim(name),
            points,
            by_day: false,
            same_deals: None,
            rate: 0.5,
            absent_rate: None,
            lift: 2.0,
            honest: Some(HonestLift { lift: (lower + upper) / 2.0, lower, upper }),
            deals: 100,
            won: 50,
            p_value: None,
            q_value: None,
            confidence: "High",
            field_q: None,
        }
    }

    fn named(ranked: &[Attribute], raises: bool) -> Option<String> {
        strongest(ranked.iter(), raises).map(|found| found.name.to_string())
    }

    #[test]
    fn of_those_that_rank_alike_the_one_with_most_points_is_named() {
        let ranked = [
            attribute("first", 4, [1.5, 2.5]),
            attribute("alike", 6, [1.2, 1.5]),
            attribute("apart", 9, [1.1, 1.4]),
            attribute("unsure", 9, [0.9, 3.0]),
            attribute("against", -3, [0.2, 0.8]),
        ];
        assert_eq!(named(&ranked, true).as_deref(), Some("alike"));
        assert_eq!(named(&ranked, false).as_deref(), Some("against"));
        assert_eq!(named(&ranked[3..4], true), None);
        let mut lower = attribute("of low confidence", 9, [1.5, 2.5]);
        lower.confidence = "Low";
        assert_eq!(named(&[attribute("first", 4, [1.5, 2.5]), lower], true).as_deref(), Some("first"));
    }

    #[test]
    fn what_the_day_sets_is_named_only_where_there_is_nothing_else() {
        let by_day = Attribute { by_day: true, ..attribute("index", 9, [3.0, 4.0]) };
        let other = attribute("other", 2, [1.1, 1.2]);
        assert_eq!(named(&[by_day.clone(), other], true).as_deref(), Some("other"));
        assert_eq!(named(&[by_day], true).as_deref(), Some("index"));
    }

    #[test]
    fn of_bins_of_the_same_deals_the_one_that_is_paid_counts() {
        let mut row = attribute("unpaid", 0, [1.5, 2.5]);
        row.is_paid_as(&attribute("paid", -5, [1.5, 2.5]));
        row.is_paid_as(&attribute("paid less", 2, [1.5, 2.5]));
        assert_eq!(
            (row.points, row.name.to_string(), row.borne.to_string()),
            (-5, "unpaid".into(), "paid".into())
        );
    }
}
