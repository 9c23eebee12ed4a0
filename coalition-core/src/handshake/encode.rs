//! The handshake digest and the encoding that it hashes.

use crate::blake3::Hasher;
use crate::handshake::Handshake;
use crate::schema::tagged;
use crate::{CoalitionConfig, LatticeConfig, OrganismRef, UniqueId};

impl Handshake<'_> {
    /// The handshake digest, which pins the whole declaration: `blake3(tagged("handshake") || encoding)`, where
    /// `tagged("handshake")` is `"handshake|" || SCHEMA_VERSION_U8 || "|"`.
    ///
    /// The encoding lists every field in this order. `text` is the length in bytes as a little-endian `u64`, then the
    /// UTF-8; a list is the number of its items as a little-endian `u64`, then the items; an option is `0x00`, or
    /// `0x01` and the value; an id is its 32 bytes. No two different handshakes encode alike.
    ///
    /// 1. the configuration: its name, text; its lattices, a list; its organisms, a list; its confluences and
    ///    modules, a list; its ticket issuer, an option:
    ///    - a lattice: name, text; stable id; content hash, an option;
    ///    - an organism: role, text; stable id; content hash, an option;
    ///    - a confluence: name, text; lattices, a list; organisms, a list; content, a list; access rules, a list;
    ///    - a content parameter: key, text; then `0x00` and one byte, `0x01` and a little-endian `u64`, `0x02` and
    ///      text, or `0x03` and an id;
    ///    - a requirement: `0x00` and an id, `0x01` and the 48 bytes of an MR_TD, `0x02` and an id, or `0x03`;
    ///    - a ticket issuer: name, text; access rules, a list;
    /// 2. const name, text; description, text; link, an option of text; peers, a list of text; change channel, an
    ///    option of text;
    /// 3. the lattices' profiles, a list: const name, text; description, text; ticket-issuance root, an option of an
    ///    id; link, an option of text;
    /// 4. the organisms' profiles, a list: const name, text; name, text; the rest as a lattice's;
    /// 5. the confluences' profiles, a list: const name, text; description, text; state-machine signature, an option
    ///    of an id; link, an option of text; import, an option of text;
    /// 6. the ticket issuer's profile, an option: const name, text; description, text; link, an option of text.
    #[must_use]
    pub const fn digest(&self) -> UniqueId {
        let mut hasher = tagged("handshake");
        coalition(&mut hasher, &self.coalition);
        hasher.text(self.ident);
        hasher.text(self.description);
        text_option(&mut hasher, self.handshake);
        hasher.u64(self.peers.len() as u64);
        let mut peers = self.peers;
        while let [peer, rest @ ..] = peers {
            hasher.text(peer);
            peers = rest;
        }
        text_option(&mut hasher, self.change_channel);
        hasher.u64(self.lattices.len() as u64);
        let mut lattices = self.lattices;
        while let [lattice, rest @ ..] = lattices {
            hasher.text(lattice.ident);
            hasher.text(lattice.description);
            id_option(&mut hasher, &lattice.ticket_root);
            text_option(&mut hasher, lattice.handshake);
            lattices = rest;
        }
        hasher.u64(self.organisms.len() as u64);
        let mut organisms = self.organisms;
        while let [organism, rest @ ..] = organisms {
            hasher.text(organism.ident);
            hasher.text(organism.name);
            hasher.text(organism.description);
            id_option(&mut hasher, &organism.ticket_root);
            text_option(&mut hasher, organism.handshake);
            organisms = rest;
        }
        hasher.u64(self.confluences.len() as u64);
        let mut confluences = self.confluences;
        while let [confluence, rest @ ..] = confluences {
            hasher.text(confluence.ident);
            hasher.text(confluence.description);
            id_option(&mut hasher, &confluence.state_machine);
            text_option(&mut hasher, confluence.handshake);
            text_option(&mut hasher, confluence.import);
            confluences = rest;
        }
        match &self.ticket_issuer {
            None => hasher.byte(0x00),
            Some(issuer) => {
                hasher.byte(0x01);
                hasher.text(issuer.ident);
                hasher.text(issuer.description);
                text_option(&mut hasher, issuer.handshake);
            }
        }
        hasher.finalise()
    }
}

const fn coalition(hasher: &mut Hasher, coalition: &CoalitionConfig<'_>) {
    hasher.text(coalition.name);
    lattices(hasher, coalition.lattices);
    organisms(hasher, coalition.organisms);
    hasher.u64(coalition.confluences.len() as u64);
    let mut confluences = coalition.confluences;
    while let [confluence, rest @ ..] = confluences {
        hasher.text(confluence.name);
        lattices(hasher, confluence.lattices);
        organisms(hasher, confluence.organisms);
        hasher.u64(confluence.content.params.len() as u64);
        let mut params = confluence.content.params;
        while let [param, rest @ ..] = params {
            param.fold(hasher);
            params = rest;
        }
        confluence.acl.fold(hasher);
        confluences = rest;
    }
    match &coalition.ticket_issuer {
        None => hasher.byte(0x00),
        Some(issuer) => {
            hasher.byte(0x01);
            hasher.text(issuer.name);
            issuer.acl.fold(hasher);
        }
    }
}

const fn lattices(hasher: &mut Hasher, lattices: &[LatticeConfig<'_>]) {
    hasher.u64(lattices.len() as u64);
    let mut rest = lattices;
    while let [lattice, others @ ..] = rest {
        hasher.text(lattice.name);
        hasher.id(&lattice.stable_id);
        id_option(hasher, &lattice.content_hash);
        rest = others;
    }
}

const fn organisms(hasher: &mut Hasher, organisms: &[OrganismRef<'_>]) {
    hasher.u64(organisms.len() as u64);
    let mut rest = organisms;
    while let [organism, others @ ..] = rest {
        hasher.text(organism.role);
        hasher.id(&organism.stable_id);
        id_option(hasher, &organism.content_hash);
        rest = others;
    }
}

const fn id_option(hasher: &mut Hasher, id: &Option<UniqueId>) {
    match id {
        None => hasher.byte(0x00),
        Some(id) => {
            hasher.byte(0x01);
            hasher.id(id);
        }
    }
}

const fn text_option(hasher: &mut Hasher, text: Option<&str>) {
    match text {
        None => hasher.byte(0x00),
        Some(text) => {
            hasher.byte(0x01);
            hasher.text(text);
        }
    }
}
