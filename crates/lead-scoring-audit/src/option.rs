//! Options of a build as they are typed.

/// An option of `lead-scoring build` with its value, in code style, quoted for a shell where needed.
#[must_use]
pub fn build_option(name: &str, value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ',' | '_' | '.' | ':' | '-');
    let quoted = || format!("'{}'", value.replace('\'', r"'\''"));
    if value.starts_with('-') {
        // What begins with a dash would be taken for another option.
        format!("`--{name}={}`", quoted())
    } else if value.chars().all(is_plain) {
        format!("`--{name} {value}`")
    } else {
        format!("`--{name} {}`", quoted())
    }
}

#[cfg(test)]
mod tests {
    use super::build_option;

    #[test]
    fn what_a_shell_would_take_apart_is_quoted() {
        assert_eq!(build_option("missing", "Unknown,None"), "`--missing Unknown,None`");
        assert_eq!(build_option("missing", "-"), "`--missing='-'`");
        assert_eq!(build_option("exclude", "Last Activity"), "`--exclude 'Last Activity'`");
        assert_eq!(build_option("exclude", "Rep's"), r"`--exclude 'Rep'\''s'`");
    }
}
