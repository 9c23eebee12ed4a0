//! The name of a coalition that is not declared yet.

/// Reads a coalition's name: `[a-z0-9]+(-[a-z0-9]+)*` joined by `.`, two parts or more, at most 64 bytes.
pub fn coalition_name(name: &str) -> Result<String, String> {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if name.len() > 64 {
        return Err("a name has at most 64 bytes".into());
    }
    if !name.split('.').all(|part| part.split('-').all(is_word)) {
        return Err(
            "a name is lower-case letters and digits, with `-` or `.` between: `ethereum.superchain`".into(),
        );
    }
    if !name.contains('.') {
        return Err(format!("a coalition's name is namespaced: `{name}.mainnet`, say"));
    }
    Ok(name.into())
}

#[cfg(test)]
mod tests {
    use super::coalition_name;

    #[test]
    fn names_keep_the_grammar() {
        for name in ["ethereum.superchain", "mev.mainnet-q2", "a.b.c", "a1.2", "1.b"] {
            assert_eq!(coalition_name(name).as_deref(), Ok(name));
        }
        for name in ["", "a", "A.b", "a..b", "a.-b", "a.b-", "ä.b", "a b.c", &format!("a.{}", "b".repeat(63))]
        {
            assert!(coalition_name(name).is_err(), "{name}");
        }
    }
}
