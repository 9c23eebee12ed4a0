//! The name of a coalition that is not declared yet.

use coalition_core::__private::{ConstString, NameFault, name_fault};

/// Checks a coalition's name by the library's rule, and says what is wrong in the library's words.
pub fn coalition_name(name: &str) -> Result<String, String> {
    let Some(fault) = name_fault(name, true) else { return Ok(name.into()) };
    let mut message = ConstString::new();
    message.push_str("the name");
    fault.describe(&mut message);
    let example = if fault == NameFault::OnePart { name } else { "ethereum" };
    Err(format!("{}, such as `{example}.mainnet`", message.as_str()))
}

#[cfg(test)]
mod tests {
    use super::coalition_name;

    #[test]
    fn a_fault_is_named_with_an_example() {
        assert_eq!(coalition_name("mev.mainnet-q2").as_deref(), Ok("mev.mainnet-q2"));
        let said = |name: &str| coalition_name(name).unwrap_err();
        assert_eq!(
            said("oplabs"),
            "the name has one part, expected two or more joined by `.`, such as `oplabs.mainnet`"
        );
        assert!(said("Ethereum.x").starts_with("the name has a wrong character at position 1, expected `"));
        assert!(said("").starts_with("the name is empty, such as `ethereum.mainnet`"));
    }
}
