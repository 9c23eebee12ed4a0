//! A generator of blocks, with every kind and key of the language's table.
//!
//! Most values are valid, so that the block has a root. A few break a rule.

use arbitrary::{Result, Unstructured};
use coalition_compiler::{Kind, Presence};
use coalition_core::Module;

/// Builds a block from bytes. The same bytes give the same block, and fewer bytes give a shorter one.
pub fn block(data: &[u8]) -> String {
    let mut bytes = Unstructured::new(data);
    // The rate of faults: 0 for never, otherwise one in this many.
    let odds = bytes.choose(&[0, 0, 0, 400, 100, 16]).copied().unwrap_or_default();
    let imports = bytes.arbitrary().unwrap_or_default();
    let mut block = Generator {
        bytes,
        odds,
        imports,
        consts: Vec::new(),
        modules: Module::ALL.map(Module::name).into(),
        ids: 0,
        text: String::new(),
    };
    // If the bytes run out, the text so far is a block.
    let _ = block.declarations();
    block.text
}

struct Generator<'b> {
    bytes: Unstructured<'b>,
    odds: u32,
    /// Set if anything is imported, so that only rustc can derive the root.
    imports: bool,
    /// The citizens so far.
    consts: Vec<String>,
    /// The modules that are not declared yet.
    modules: Vec<&'static str>,
    /// The number of ids so far, which makes each unique.
    ids: u16,
    text: String,
}

impl Generator<'_> {
    fn declarations(&mut self) -> Result<()> {
        if !self.rarely()? {
            self.declaration(Kind::Coalition, "X")?;
        }
        self.declaration(Kind::Lattice, "L")?;
        self.declaration(Kind::Organism, "O")?;
        if self.bytes.arbitrary()? {
            self.declaration(Kind::TicketIssuer, "T")?;
        }
        for index in 0..400 {
            if self.bytes.is_empty() {
                break;
            }
            let kind = *self.bytes.choose(&Kind::ALL[1..])?;
            let again = kind == Kind::TicketIssuer || kind == Kind::Module && self.modules.is_empty();
            if !again || self.rarely()? {
                let name = if self.rarely()? { "O".to_owned() } else { format!("C{index}") };
                self.declaration(kind, &name)?;
            }
        }
        Ok(())
    }

    fn declaration(&mut self, kind: Kind, name: &str) -> Result<()> {
        if self.bytes.arbitrary()? {
            self.text += "/// Said.\n/** And\n more. */\n";
        }
        if kind == Kind::Coalition {
            self.text += self.bytes.choose(&["", "pub ", "pub(crate) "])?;
        }
        if self.rarely()? {
            self.text += self.bytes.choose(&["//! inner\n", "#[cfg(x)] ", "# ", "pub ", "#![a] "])?;
        }
        let misspelt = ["latice", "fn", "struct", "_", "self"];
        let word = if self.rarely()? { *self.bytes.choose(&misspelt)? } else { kind.name() };
        self.text += &format!("{word} {name} = ");
        let imported = self.imports && kind != Kind::Coalition && self.bytes.ratio(1, 6)?;
        if imported {
            self.text += self.bytes.choose(&["operator::C", "::a::b::C", "crate::C", "C", "r#type::C"])?;
        } else {
            self.source(kind, name)?;
        }
        self.text += " {";
        for key in kind.keys() {
            let written = match if imported { key.imported } else { key.declared } {
                Presence::Required => !self.rarely()?,
                Presence::Optional if kind == Kind::Coalition => !self.rarely()?,
                Presence::Optional => self.bytes.ratio(1, 3)?,
                Presence::Refused => self.rarely()?,
            };
            if written {
                self.text += &format!(" {} = ", key.name);
                if self.rarely()? {
                    self.anything(4)?;
                } else {
                    self.value(kind, key.name)?;
                }
                self.text += ",";
            }
        }
        if self.rarely()? {
            self.text += " stable_idd = ";
            self.anything(4)?;
        }
        let end = if self.rarely()? { " };\n" } else { " }\n" };
        self.text += end;
        if matches!(kind, Kind::Lattice | Kind::Organism) {
            self.consts.push(name.to_owned());
        }
        Ok(())
    }

    fn source(&mut self, kind: Kind, name: &str) -> Result<()> {
        if self.rarely()? {
            return self.anything(2);
        }
        let name = match kind {
            Kind::Coalition => "a.b".into(),
            Kind::Module if self.rarely()? => "atlass".into(),
            Kind::Module => self.modules.pop().unwrap_or("atlas").to_owned(),
            _ => name.to_lowercase(),
        };
        self.text += &format!("{name:?}");
        Ok(())
    }

    /// Writes a value of the type that the key takes.
    fn value(&mut self, kind: Kind, key: &str) -> Result<()> {
        match key {
            "expect_fingerprint" | "expect_handshake" if self.bytes.arbitrary()? => self.text += "_",
            "expect_fingerprint" | "expect_handshake" => self.text += &format!("\"0x{}\"", "f1".repeat(32)),
            "stable_id" | "content_hash" | "ticket_root" | "state_machine" => self.id(32)?,
            "spans" => self.spans()?,
            "acl" => self.list(|generator| generator.requirement(kind))?,
            "content" => self.content()?,
            "handshake" | "roster" => self.text += "\"https://a.example/page\"",
            "name" => self.text += &format!("\"imported-{}\"", self.consts.len()),
            "peers" => {
                self.text += "[\"one\", ";
                self.string()?;
                self.text += "]";
            }
            _ => self.string()?,
        }
        Ok(())
    }

    /// Writes a list of two citizens or more.
    fn spans(&mut self) -> Result<()> {
        self.text += "[O, L, ";
        let first = 2 + usize::from(self.bytes.arbitrary::<u8>()?);
        for name in self.consts.iter().skip(first).take(self.bytes.int_in_range(0..=3)?) {
            self.text += &format!("{name}, ");
        }
        if self.rarely()? {
            self.text += self.bytes.choose(&["L", "C1", "X", "T", "nobody"])?;
        }
        self.text += "]";
        Ok(())
    }

    fn content(&mut self) -> Result<()> {
        self.text += "{";
        let mut keys = vec!["a", "b", "window_ms", "r#match", "type", "Self"];
        for _ in 0..self.bytes.int_in_range(0..=4)? {
            let index = self.bytes.choose_index(keys.len())?;
            let wrong = self.rarely()?;
            let key = if wrong { *self.bytes.choose(&["self", "match", "a"])? } else { keys.remove(index) };
            self.text += &format!(" {key} = ");
            match self.bytes.int_in_range(0..=3)? {
                0 => self.text += self.bytes.choose(&["true", "false"])?,
                1 => self.text += &self.bytes.arbitrary::<u64>()?.to_string(),
                2 => self.string()?,
                _ => {
                    self.text += "id(";
                    self.id(32)?;
                    self.text += ")";
                }
            }
            self.text += ",";
        }
        self.text += " }";
        Ok(())
    }

    fn requirement(&mut self, kind: Kind) -> Result<()> {
        const WORDS: [&str; 3] = ["recognise_issuer", "require_validator", "require_mrtd"];
        let word = if self.rarely()? { "recognize_issuer" } else { *self.bytes.choose(&WORDS)? };
        self.text += &format!("{word}(");
        let may_be_self = kind == Kind::Module && word == "recognise_issuer" && self.text.contains(" T = ");
        if (may_be_self && self.bytes.arbitrary()?) || self.rarely()? {
            self.text += "self";
        } else {
            self.id(if word == "require_mrtd" { 48 } else { 32 })?;
        }
        self.text += ")";
        Ok(())
    }

    /// Writes a unique id, or rarely an invalid one.
    fn id(&mut self, size: usize) -> Result<()> {
        if self.rarely()? {
            let wrong = ["self", "\"0x\"", "\"01\"", "0x01", "\"0X\"", "\"0x000\"", "\"0x☂\""];
            self.text += self.bytes.choose(&wrong)?;
            return Ok(());
        }
        let pair: u8 = self.bytes.arbitrary()?;
        if pair == 0 && self.imports {
            self.text += "a::ID";
            return Ok(());
        }
        self.ids += u16::from(!self.rarely()?);
        let rest = if self.rarely()? { usize::from(pair) } else { size - 2 };
        self.text += &format!("\"0x{:04x}{}\"", self.ids, format!("{pair:02x}").repeat(rest));
        Ok(())
    }

    /// Writes a string that is not empty, or rarely an empty one.
    fn string(&mut self) -> Result<()> {
        let start = if self.rarely()? { "" } else { "t" };
        let text: &str = if self.bytes.arbitrary()? { self.bytes.arbitrary()? } else { "" };
        self.text += &format!("\"{start}{}\"", text.escape_debug());
        Ok(())
    }

    /// Writes any value, valid or not.
    fn anything(&mut self, depth: usize) -> Result<()> {
        match self.bytes.int_in_range(0..=9)? {
            0 if depth > 0 => self.list(|generator| generator.anything(depth - 1))?,
            1 if depth > 0 => {
                self.text += "{ a = ";
                self.anything(depth - 1)?;
                self.text += " }";
            }
            2 if depth > 0 => {
                self.text += "id(";
                self.anything(depth - 1)?;
                self.text += ")";
            }
            3 => self.string()?,
            4 => self.content()?,
            5 => {
                let (open, close) = *self.bytes.choose(&[("[", "]"), ("{ a = ", "}"), ("f(", ")")])?;
                let deep = usize::from(self.bytes.arbitrary::<u8>()?);
                self.text += &format!("{}{}", open.repeat(deep), close.repeat(deep));
            }
            6 => self.id(32)?,
            _ => {
                let tokens = [
                    "_",
                    "-1",
                    "1.5",
                    "'c'",
                    "b\"b\"",
                    "c\"c\"",
                    "\"s\"_x",
                    "1u8",
                    "18446744073709551616",
                    "0x1F",
                    "a::b<C>",
                    "#",
                    "=",
                    ",",
                    ";",
                    "$",
                    "=>",
                    "..",
                    "'a",
                    "a b",
                    "{}",
                    "[]",
                    "()",
                    "",
                    "r#\"r\"#",
                    "\"\\u{202e}\"",
                ];
                self.text += self.bytes.choose(&tokens)?;
            }
        }
        Ok(())
    }

    fn list(&mut self, mut item: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.text += "[";
        for _ in 0..self.bytes.int_in_range(0..=5)? {
            item(self)?;
            self.text += ", ";
        }
        self.text += "]";
        Ok(())
    }

    /// Returns `true` at the rate of faults.
    fn rarely(&mut self) -> Result<bool> {
        if self.odds == 0 { Ok(false) } else { self.bytes.ratio(1, self.odds) }
    }
}
