//! Invented company and contact names, no company name twice.

use crate::{dice::Dice, vocabulary::Industry};

const STEMS: [&str; 110] = [
    "Alderbrook",
    "Amberline",
    "Anvilgate",
    "Arborvale",
    "Ashcombe",
    "Asterfield",
    "Averton",
    "Bayridge",
    "Beaconhill",
    "Birchmoor",
    "Blackthorn",
    "Bluehaven",
    "Bramblewood",
    "Brightmere",
    "Brookstead",
    "Calderwick",
    "Cedarpoint",
    "Chestervale",
    "Clearwell",
    "Cobaltway",
    "Copperleaf",
    "Coralstone",
    "Cresthaven",
    "Crosswell",
    "Dalebridge",
    "Deepford",
    "Dovecrest",
    "Driftwood",
    "Dunmarrow",
    "Eastlake",
    "Ebonhurst",
    "Elderfield",
    "Elmspring",
    "Emberton",
    "Everdale",
    "Fairholm",
    "Falconmere",
    "Farrowgate",
    "Fernhollow",
    "Firstlight",
    "Flintridge",
    "Foxglove",
    "Gullwing",
    "Gladebrook",
    "Glenarrow",
    "Goldcrest",
    "Granitepeak",
    "Greyfield",
    "Hallowmere",
    "Harborlight",
    "Hartswell",
    "Hawkstone",
    "Hazelgrove",
    "Heronsgate",
    "Highmoor",
    "Hollybank",
    "Inverlake",
    "Ironbridge",
    "Ivorygate",
    "Jadebrook",
    "Juniperhill",
    "Keystead",
    "Kingsfold",
    "Larkspur",
    "Laurelton",
    "Lindenhall",
    "Longmeadow",
    "Lowenbach",
    "Maplecroft",
    "Marlowe",
    "Meadowlark",
    "Millrace",
    "Mistvale",
    "Moorgate",
    "Mossbridge",
    "Nightingale",
    "Northfold",
    "Oakhollow",
    "Oldcastle",
    "Orchardline",
    "Ospreyview",
    "Otterburn",
    "Palegate",
    "Pinecrest",
    "Ploverfield",
    "Quarrystone",
    "Quillford",
    "Ravenholt",
    "Redwater",
    "Ridgemont",
    "Riverbend",
    "Rookwood",
    "Rosethorn",
    "Saltmarsh",
    "Sandhaven",
    "Shadowbrook",
    "Silverbirch",
    "Skylark",
    "Southmere",
    "Starling",
    "Stonefield",
    "Summerlea",
    "Swiftwater",
    "Tallowmere",
    "Thistledown",
    "Umbermoor",
    "Valecrest",
    "Westmarch",
    "Willowbank",
    "Wrenfield",
];

const FIRST_NAMES: [&str; 24] = [
    "Amara", "Anders", "Beatriz", "Carlos", "Chloe", "Daniel", "Elif", "Emma", "Farid", "Grace", "Hannah",
    "Ivan", "Jonas", "Julia", "Kenji", "Leila", "Marc", "Nadia", "Oliver", "Priya", "Rosa", "Samuel",
    "Thomas", "Yara",
];

const LAST_NAMES: [&str; 24] = [
    "Abara",
    "Bauer",
    "Castillo",
    "Dubois",
    "Eriksen",
    "Fischer",
    "Grant",
    "Haddad",
    "Ivanov",
    "Jansen",
    "Kapoor",
    "Larsen",
    "Moreau",
    "Nakamura",
    "Okafor",
    "Pereira",
    "Quinn",
    "Rossi",
    "Sato",
    "Turner",
    "Ueda",
    "Vogel",
    "Walker",
    "Zielinski",
];

/// Words that end a company name in each industry.
fn endings(industry: Industry) -> [&'static str; 5] {
    match industry {
        Industry::Technology => ["Software", "Systems", "Cloud", "Networks", "Labs"],
        Industry::Healthcare => ["Health", "Clinics", "Medical", "Care Group", "Hospitals"],
        Industry::FinancialServices => ["Capital", "Insurance", "Bank", "Advisors", "Finance"],
        Industry::Manufacturing => ["Industries", "Tooling", "Components", "Works", "Packaging"],
        Industry::Retail => ["Stores", "Outfitters", "Markets", "Foods", "Home"],
        Industry::PublicSector => {
            ["County", "Transit Authority", "School District", "Water Board", "City Council"]
        }
        Industry::Agriculture => ["Farms", "Growers", "Dairy", "Orchards", "Seeds"],
    }
}

/// Hands out company names.
#[derive(Debug)]
pub(crate) struct CompanyNames {
    stems: [&'static str; STEMS.len()],
    given: usize,
}

impl CompanyNames {
    pub(crate) fn shuffled(dice: &mut Dice) -> Self {
        let mut stems = STEMS;
        dice.shuffle(&mut stems);
        Self { stems, given: 0 }
    }

    /// The next name. The first 550 are all different: on each pass over the stems, a stem meets an ending
    /// at another place of its industry's list.
    pub(crate) fn next(&mut self, industry: Industry) -> String {
        let (pass, stem) = (self.given / STEMS.len(), self.given % STEMS.len());
        let endings = endings(industry);
        self.given += 1;
        format!("{} {}", self.stems[stem], endings[(pass + stem) % endings.len()])
    }
}

/// An invented person.
pub(crate) fn person(dice: &mut Dice) -> String {
    format!("{} {}", dice.pick(&FIRST_NAMES), dice.pick(&LAST_NAMES))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn five_passes_give_no_name_twice() {
        let mut names = CompanyNames::shuffled(&mut Dice::new(1));
        let given: BTreeSet<String> =
            (0..5 * STEMS.len()).map(|_| names.next(Industry::Healthcare)).collect();
        assert_eq!(given.len(), 550);
    }
}
