//! Which column of a history holds what.
//!
//! A column that the user names comes first. Otherwise a column is known by its name, whose words are compared without case and
//! punctuation (`Lead_Score_Total`, `leadScoreTotal` and `Lead Score Total` are one), and without the `__c` that some CRMs append to
//! custom fields. Two columns that could be meant are an error, never a guess.

use lead_scoring_core::{Error, ErrorKind, Result, name_words, nearest_name};
use serde::Serialize;

/// What a column of a history holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// The name of the lead.
    Id,
    /// When the score was given.
    Time,
    /// The score.
    Score,
    /// The tier.
    Tier,
    /// How the lead ended.
    Outcome,
    /// The day on which it ended.
    Closed,
    /// Where it came from.
    Source,
    /// Who worked it.
    Owner,
    /// Minutes spent on it.
    Minutes,
    /// When it was first contacted.
    FirstContact,
}

impl Role {
    /// Every role, the needed ones first.
    pub const ALL: [Self; 10] = [
        Self::Id,
        Self::Time,
        Self::Score,
        Self::Tier,
        Self::Outcome,
        Self::Closed,
        Self::Source,
        Self::Owner,
        Self::Minutes,
        Self::FirstContact,
    ];

    /// Whether a history without such a column shows nothing.
    #[must_use]
    pub const fn is_needed(self) -> bool {
        matches!(self, Self::Id | Self::Time | Self::Score | Self::Tier)
    }

    /// The option of the command line that names the column, without its dashes.
    #[must_use]
    pub const fn flag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Time => "time",
            Self::Score => "score",
            Self::Tier => "tier",
            Self::Outcome => "outcome",
            Self::Closed => "closed",
            Self::Source => "source",
            Self::Owner => "owner",
            Self::Minutes => "minutes",
            Self::FirstContact => "first-contact",
        }
    }

    /// What the column holds, in words.
    const fn holds(self) -> &'static str {
        match self {
            Self::Id => "names the lead",
            Self::Time => "says when a score was given",
            Self::Score => "holds the score",
            Self::Tier => "holds the tier",
            Self::Outcome => "says how a lead ended",
            Self::Closed => "says when a lead ended",
            Self::Source => "says where a lead came from",
            Self::Owner => "says who works a lead",
            Self::Minutes => "holds the minutes spent",
            Self::FirstContact => "says when a lead was first contacted",
        }
    }

    /// The names by which the column is known, as words in lower case; the first is the one to suggest.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Id => &["lead id", "id", "contact id", "record id", "线索id", "线索编号"],
            Self::Time => &[
                "lead score last calculated",
                "last calculated",
                "scored at",
                "scored on",
                "scored date",
                "score date",
                "scoring date",
                "calculated at",
                "snapshot date",
                "snapshot",
                "as of",
                "date",
                "time",
                "timestamp",
                "评分时间",
                "评分日期",
            ],
            Self::Score => &["lead score total", "score", "total score", "lead score", "总分", "评分"],
            Self::Tier => &["lead score tier", "tier", "score tier", "lead tier", "层级"],
            Self::Outcome => &["outcome", "lead outcome", "deal outcome", "结果"],
            Self::Closed => &[
                "closed date",
                "close date",
                "closed",
                "closed at",
                "closed on",
                "date closed",
                "outcome date",
                "关闭日期",
            ],
            Self::Source => &["lead source", "source", "线索来源", "来源"],
            Self::Owner => &["owner", "lead owner", "rep", "sales rep", "assigned to", "负责人", "销售代表"],
            Self::Minutes => &["minutes", "minutes spent", "rep minutes", "分钟", "投入分钟"],
            Self::FirstContact => &[
                "first contact",
                "first contact at",
                "first contact date",
                "first contact time",
                "first contacted",
                "first contacted at",
                "首次联系",
                "首次联系时间",
            ],
        }
    }

    /// Whether the column's name says that it holds this.
    fn is_named(self, header: &str) -> bool {
        let bare = header.strip_suffix("__c").unwrap_or(header);
        let words = name_words(bare).concat();
        self.names().iter().any(|name| name.split(' ').collect::<String>() == words)
    }
}

/// For each role its column's position, where there is one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns(Vec<(Role, usize)>);

impl Columns {
    /// Finds the columns in a header; `named` holds those that the user named.
    pub(crate) fn find(headers: &[String], named: &[(Role, String)]) -> Result<Self> {
        let mut found = Self::default();
        for (role, name) in named {
            found.take_named(*role, name, headers)?;
        }
        for role in Role::ALL {
            if found.of(role).is_none() {
                found.take_known(role, headers)?;
            }
        }
        Ok(found)
    }

    pub(crate) fn of(&self, role: Role) -> Option<usize> {
        self.0.iter().find(|(other, _)| *other == role).map(|(_, at)| *at)
    }

    fn take_named(&mut self, role: Role, name: &str, headers: &[String]) -> Result<()> {
        let flag = role.flag();
        let Some(at) = headers.iter().position(|header| header == name) else {
            let near = nearest_name(name, headers.iter().map(String::as_str));
            let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            return refuse(format!("`--{flag}` names the column `{name}`, which is not there{hint}"));
        };
        if let Some((other, _)) = self.0.iter().find(|(_, taken)| *taken == at) {
            let other = other.flag();
            return refuse(format!("`--{other}` and `--{flag}` name the same column `{name}`; name it once"));
        }
        self.0.push((role, at));
        Ok(())
    }

    fn take_known(&mut self, role: Role, headers: &[String]) -> Result<()> {
        let taken = |at: usize| self.0.iter().any(|(_, taken)| *taken == at);
        let mut known =
            headers.iter().enumerate().filter(|(at, header)| !taken(*at) && role.is_named(header));
        let first = known.next();
        let second = known.next();
        let (flag, holds) = (role.flag(), role.holds());
        match (first, second) {
            (Some((_, one)), Some((_, other))) => refuse(format!(
                "the column that {holds} may be `{one}` or `{other}`; say which with `--{flag} COLUMN`"
            )),
            (Some((at, _)), None) => {
                self.0.push((role, at));
                Ok(())
            }
            (None, _) if role.is_needed() => {
                let name = name_of(role);
                refuse(format!(
                    "no column {holds}; name it with `--{flag} COLUMN`, or call it `{name}` in the file"
                ))
            }
            (None, _) => Ok(()),
        }
    }
}

/// The name that the product's own files give such a column.
fn name_of(role: Role) -> &'static str {
    match role {
        Role::Id => "id",
        Role::Time => "Lead_Score_Last_Calculated",
        Role::Score => "score",
        _ => "tier",
    }
}

fn refuse(message: String) -> Result<()> {
    Err(Error::new(ErrorKind::Option, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    fn found(names: &[&str], named: &[(Role, String)]) -> Vec<Option<usize>> {
        let columns = Columns::find(&headers(names), named).unwrap();
        Role::ALL.map(|role| columns.of(role)).to_vec()
    }

    #[test]
    fn crm_names_and_those_of_scored_leads_are_known() {
        let crm = ["Lead ID", "Lead_Score_Last_Calculated", "Lead_Score_Total__c", "leadScoreTier", "Owner"];
        assert_eq!(found(&crm, &[])[..4], [Some(0), Some(1), Some(2), Some(3)]);
        assert_eq!(found(&crm, &[])[7], Some(4));
        let own = ["id", "score", "tier", "win_probability", "lowest_score", "Scored at"];
        assert_eq!(found(&own, &[])[..4], [Some(0), Some(5), Some(1), Some(2)]);
    }

    #[test]
    fn a_named_column_wins_and_frees_no_other() {
        let names = ["id", "date", "score", "tier", "updated", "First Contact"];
        let named = [(Role::Time, "updated".to_owned())];
        assert_eq!(found(&names, &named)[..4], [Some(0), Some(4), Some(2), Some(3)]);
    }

    #[test]
    fn what_is_missing_double_or_misspelt_is_said_with_its_option() {
        let said = |names: &[&str], named: &[(Role, String)]| {
            Columns::find(&headers(names), named).unwrap_err().to_string()
        };
        assert!(said(&["id", "date", "score"], &[]).contains("`--tier COLUMN`"));
        let twice = said(&["id", "date", "score", "tier", "Score Tier"], &[]);
        assert!(twice.contains("`tier` or `Score Tier`"), "{twice}");
        let near = said(&["id", "date", "score", "tier"], &[(Role::Score, "scor".to_owned())]);
        assert!(near.contains("did you mean `score`?"), "{near}");
        let same = [(Role::Score, "id".to_owned()), (Role::Tier, "id".to_owned())];
        assert!(said(&["id", "date"], &same).contains("`--score` and `--tier`"));
    }

    #[test]
    fn no_name_is_known_for_two_roles() {
        for role in Role::ALL {
            for name in role.names() {
                let roles: Vec<Role> = Role::ALL.into_iter().filter(|other| other.is_named(name)).collect();
                assert_eq!(roles, [role], "{name}");
            }
        }
    }
}
