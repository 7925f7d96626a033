//! Invented deals with planted effects.

use lead_scoring::{Builder, Column, Dataset, Day, Field, LeadScoring};

/// A multiplicative generator (Knuth), enough for invented rows.
pub(crate) struct Draw(pub(crate) u32);

impl Draw {
    /// A number from 0 to 99.
    pub(crate) fn percent(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % 100
    }
}

/// `rows` deals: a demo and a size that matter, a region that does not, and every twentieth row still open.
pub(crate) fn deals(rows: usize, seed: u32) -> Dataset {
    let mut draw = Draw(seed);
    let (mut demo, mut size, mut region, mut account, mut outcome) = (vec![], vec![], vec![], vec![], vec![]);
    for row in 0..rows {
        let (asked, employees) = (draw.percent() < 40, draw.percent() * 20);
        let chance = if asked { 60 } else { 15 } + if employees > 1000 { 20 } else { 0 };
        demo.push(Some(asked));
        size.push(f64::from(employees));
        region.push(Some(["North", "South", "East"][draw.percent() as usize % 3]));
        account.push(Some(format!("account {}", row / 2)));
        let won = draw.percent() < chance;
        outcome.push(Some(if row % 20 == 19 {
            "Open"
        } else if won {
            "Won"
        } else {
            "Lost"
        }));
    }
    let mut data = Dataset::with_rows(rows);
    for (name, column) in [
        ("Demo", Column::from_flags(&demo)),
        ("Employees", Column::from_numbers(&size)),
        ("Region", Column::from_categories(&region)),
        ("Account", Column::from_categories(&account)),
        ("Outcome", Column::from_categories(&outcome)),
    ] {
        data.push(Field::new(name), column).unwrap();
    }
    data
}

/// A builder for those deals, with a fixed day.
pub(crate) fn builder() -> Builder {
    LeadScoring::builder()
        .outcome("Outcome", ["Won"], ["Lost"])
        .exclude(["Account"])
        .built(Day::from_epoch_days(20_000))
}
