//! `lead-scoring audit`: what a deal history holds, without building anything.

use crate::args::{AuditArgs, AuditFormat};
use crate::audit_text::markdown;
use crate::failure::Failure;
use crate::files;
use crate::plan::{config, history, plan};
use lead_scoring::report::audit_json;
use std::path::Path;

/// Audits all closed deals and prints what was found.
pub(crate) fn run(args: &AuditArgs) -> Result<(), Failure> {
    let history = history(&plan(&args.deals, None, &config(&args.deals)?)?, &args.deals.deals)?;
    let audit = history.audit_all()?;
    history.warnings().iter().for_each(|warning| files::tell("warning", warning));
    files::print(&match args.format {
        AuditFormat::Md => markdown(&audit, &file_name(history.source())),
        AuditFormat::Json => audit_json(&audit)?,
    })
}

/// A file without its folders; standard input has none.
fn file_name(source: &str) -> String {
    Path::new(source)
        .file_name()
        .map_or_else(|| source.to_owned(), |name| name.to_string_lossy().into_owned())
}
