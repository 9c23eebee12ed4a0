//! Every word of `coalition!` with what an editor says of it. Written by `BLESS=1 cargo test --test keys`.

// A word is named as the user writes it.
#![allow(non_upper_case_globals)]

/// The kinds of declarations.
pub mod kinds {
    /// The coalition that the block declares: it comes first, once.
    ///
    /// Keys: `expect_fingerprint`, `expect_components`, `expect_handshake`, `peers`, `change_channel`, `handshake`.
    pub const coalition: &str = "coalition CONST_NAME = \"name.space\" { expect_fingerprint = \"0x…\" }";
    /// A block-building lattice, a citizen that the coalition references.
    ///
    /// Keys: `stable_id`, `content_hash`, `ticket_root`, `handshake`.
    pub const lattice: &str = "lattice CONST_NAME = \"name\" { stable_id = \"0x…\" }";
    /// A standalone organism, a citizen that the coalition references.
    ///
    /// Keys: `role`, `stable_id`, `content_hash`, `ticket_root`, `handshake`, `name`.
    pub const organism: &str = "organism CONST_NAME = \"name\" { role = \"oracle\" }";
    /// A confluence: a service that spans citizens, with an identity of its own.
    ///
    /// Keys: `spans`, `content`, `acl`, `state_machine`, `handshake`, `expect_fingerprint`.
    pub const confluence: &str = "confluence CONST_NAME = \"name\" { spans = [CITIZEN, CITIZEN] }";
    /// A module that the coalition ships: `"atlas"`, `"almanac"`, `"chronicle"` or `"compute"`.
    ///
    /// Keys: `spans`, `content`, `acl`, `state_machine`, `handshake`, `roster`, `expect_fingerprint`.
    pub const module: &str = "module CONST_NAME = \"atlas\" { … }";
    /// The coalition's ticket issuer, at most one.
    ///
    /// Keys: `acl`, `handshake`, `expect_fingerprint`.
    pub const ticket_issuer: &str = "ticket_issuer CONST_NAME = \"name\" { … }";
    #[doc(hidden)]
    pub const end: () = ();
}

/// The keys of `coalition`.
pub mod coalition {
    /// The frozen fingerprint: the build fails if the derived one differs.
    ///
    /// Required.
    pub const expect_fingerprint: &str = "expect_fingerprint = \"0x…\"";
    /// A summary of the frozen components, which explains a drift; `cargo coalition freeze` writes it.
    ///
    /// Optional.
    pub const expect_components: &str = "expect_components = \"lattices …\"";
    /// The frozen handshake digest, which pins everything that is published.
    ///
    /// Optional.
    pub const expect_handshake: &str = "expect_handshake = \"0x…\"";
    /// Initial peers on the shared universe, in the form that agents take.
    ///
    /// Optional.
    pub const peers: &str = "peers = [\"…\"]";
    /// The place where changes are announced: an address, a feed or a repository.
    ///
    /// Optional.
    pub const change_channel: &str = "change_channel = \"https://…\"";
    /// The page on which its operator publishes it.
    ///
    /// Optional.
    pub const handshake: &str = "handshake = \"https://…\"";
    #[doc(hidden)]
    pub const end: () = ();
}

/// The keys of `lattice`.
pub mod lattice {
    /// The 32-byte id that its operator publishes.
    ///
    /// Declared in the block: required. Imported by path: optional.
    pub const stable_id: &str = "stable_id = \"0x…\"";
    /// The 32-byte content hash that its operator publishes, pinned.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const content_hash: &str = "content_hash = \"0x…\"";
    /// The 32-byte root under which its operator issues tickets.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const ticket_root: &str = "ticket_root = \"0x…\"";
    /// The page on which its operator publishes it.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const handshake: &str = "handshake = \"https://…\"";
    #[doc(hidden)]
    pub const end: () = ();
}

/// The keys of `organism`.
pub mod organism {
    /// What the organism does, in a word.
    ///
    /// Declared in the block: required. Imported by path: refused.
    pub const role: &str = "role = \"oracle\"";
    /// The 32-byte id that its operator publishes.
    ///
    /// Declared in the block: required. Imported by path: optional.
    pub const stable_id: &str = "stable_id = \"0x…\"";
    /// The 32-byte content hash that its operator publishes, pinned.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const content_hash: &str = "content_hash = \"0x…\"";
    /// The 32-byte root under which its operator issues tickets.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const ticket_root: &str = "ticket_root = \"0x…\"";
    /// The page on which its operator publishes it.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const handshake: &str = "handshake = \"https://…\"";
    /// Its name, which an imported const does not hold.
    ///
    /// Declared in the block: refused. Imported by path: optional.
    pub const name: &str = "name = \"price-feed.eur\"";
    #[doc(hidden)]
    pub const end: () = ();
}

/// The keys of `confluence`.
pub mod confluence {
    /// The citizens that it spans, by const name.
    ///
    /// Declared in the block: required. Imported by path: refused.
    pub const spans: &str = "spans = [CITIZEN, CITIZEN]";
    /// Its content parameters: text, integers, booleans and ids.
    ///
    /// Declared in the block: optional. Imported by path: refused.
    pub const content: &str = "content = { window_ms = 500 }";
    /// The requirements of its access rules, in their order.
    ///
    /// Declared in the block: optional. Imported by path: refused.
    pub const acl: &str = "acl = [recognise_issuer(\"0x…\")]";
    /// The 32-byte signature of its state machine.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const state_machine: &str = "state_machine = \"0x…\"";
    /// The page on which its operator publishes it.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const handshake: &str = "handshake = \"https://…\"";
    /// The frozen fingerprint: the build fails if the derived one differs.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const expect_fingerprint: &str = "expect_fingerprint = \"0x…\"";
    #[doc(hidden)]
    pub const end: () = ();
}

/// The keys of `module`.
pub mod module {
    /// The citizens that it spans, by const name.
    ///
    /// Declared in the block: optional. Imported by path: refused.
    pub const spans: &str = "spans = [CITIZEN, CITIZEN]";
    /// Its content parameters: text, integers, booleans and ids.
    ///
    /// Declared in the block: optional. Imported by path: refused.
    pub const content: &str = "content = { window_ms = 500 }";
    /// The requirements of its access rules, in their order.
    ///
    /// Declared in the block: optional. Imported by path: refused.
    pub const acl: &str = "acl = [recognise_issuer(\"0x…\")]";
    /// The 32-byte signature of its state machine.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const state_machine: &str = "state_machine = \"0x…\"";
    /// The page on which its operator publishes it.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const handshake: &str = "handshake = \"https://…\"";
    /// The page with its committee's roster, an alternative to an `MR_TD`.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const roster: &str = "roster = \"https://…\"";
    /// The frozen fingerprint: the build fails if the derived one differs.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const expect_fingerprint: &str = "expect_fingerprint = \"0x…\"";
    #[doc(hidden)]
    pub const end: () = ();
}

/// The keys of `ticket_issuer`.
pub mod ticket_issuer {
    /// The requirements of its access rules, in their order.
    ///
    /// Declared in the block: optional. Imported by path: refused.
    pub const acl: &str = "acl = [recognise_issuer(\"0x…\")]";
    /// The page on which its operator publishes it.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const handshake: &str = "handshake = \"https://…\"";
    /// The frozen fingerprint: the build fails if the derived one differs.
    ///
    /// Declared in the block: optional. Imported by path: optional.
    pub const expect_fingerprint: &str = "expect_fingerprint = \"0x…\"";
    #[doc(hidden)]
    pub const end: () = ();
}
