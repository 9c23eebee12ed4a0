//! Decoding of the bytes that the handshake digest hashes. `cargo coalition` reads them from a build.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use coalition_core::{MrTd, Requirement, UniqueId};

use super::field::Number;
use super::fields::{
    Confluence, HandshakeDocument, Lattice, Modules, Organism, Parameter, ParameterValue, SerdeRequirement,
    SpannedLattice, SpannedOrganism, TicketIssuer,
};
use super::reader::EncodingReader;
use crate::table::{citizen_keys, confluence_keys, literal, ticket_issuer_keys};

/// A placeholder for an identity that is derived later.
const DERIVED_LATER: UniqueId = UniqueId::from_bytes([0; 32]);

impl HandshakeDocument {
    /// Decodes a document. An encoding holds no derived identities, so they are all zeros.
    ///
    /// # Errors
    ///
    /// Returns a description of the first fault.
    pub(crate) fn decode(encoding: &[u8]) -> Result<Self, String> {
        let mut reader = EncodingReader { rest: encoding };
        let document = reader.document().and_then(|document| reader.end().map(|()| document));
        let at = encoding.len() - reader.rest.len();
        document.map_err(|fault| format!("{fault}, at byte {at} of the encoding"))
    }
}

impl EncodingReader<'_> {
    /// Reads the configuration, then adds the profiles to it.
    fn document(&mut self) -> Result<HandshakeDocument, String> {
        let name = self.text()?;
        let mut lattices = self.list(Self::lattice)?;
        let mut organisms = self.list(Self::organism)?;
        let mut confluences = self.list(Self::confluence)?;
        let mut ticket_issuer = self.option(Self::ticket_issuer)?;
        let ident = self.text()?;
        let description = self.text()?;
        let handshake_url = self.option(Self::text)?;
        let peers = self.list(Self::text)?;
        let change_channel = self.option(Self::text)?;
        self.profiles(&mut lattices, |reader, lattice| {
            lattice.ident = reader.text()?;
            lattice.description = reader.text()?;
            lattice.read_keys(reader)
        })?;
        self.profiles(&mut organisms, |reader, organism| {
            organism.ident = reader.text()?;
            organism.name = reader.text()?;
            organism.description = reader.text()?;
            organism.read_keys(reader)
        })?;
        self.profiles(&mut confluences, |reader, confluence| {
            confluence.ident = reader.text()?;
            confluence.description = reader.text()?;
            confluence.read_keys(reader)
        })?;
        match (self.flag()?, &mut ticket_issuer) {
            (true, Some(issuer)) => {
                issuer.ident = self.text()?;
                issuer.description = self.text()?;
                issuer.read_keys(self)?;
            }
            (false, None) => {}
            _ => return Err("a ticket issuer without its profile, or the reverse".to_owned()),
        }
        Ok(HandshakeDocument {
            format: Number,
            schema: Number,
            name,
            ident,
            coalition_root: DERIVED_LATER,
            handshake_digest: DERIVED_LATER,
            tickets_root: None,
            modules: Modules { shipped: Vec::new(), not_shipped: Vec::new() },
            description,
            handshake_url,
            peers,
            change_channel,
            lattices,
            organisms,
            confluences,
            ticket_issuer,
        })
    }

    fn lattice(&mut self) -> Result<Lattice, String> {
        Ok(citizen_keys!(literal! {
            Lattice {
                ident: String::new(),
                name: self.text()?,
                description: String::new(),
                stable_id: self.id()?,
                content_hash: self.option(Self::id)?,
            }
            keys: None
        }))
    }

    fn organism(&mut self) -> Result<Organism, String> {
        Ok(citizen_keys!(literal! {
            Organism {
                ident: String::new(),
                name: String::new(),
                role: self.text()?,
                description: String::new(),
                stable_id: self.id()?,
                content_hash: self.option(Self::id)?,
            }
            keys: None
        }))
    }

    fn confluence(&mut self) -> Result<Confluence, String> {
        Ok(confluence_keys!(literal! {
            Confluence {
                ident: String::new(),
                name: self.text()?,
                fingerprint: DERIVED_LATER,
                description: String::new(),
                lattices: self.list(|reader| {
                    Ok(SpannedLattice {
                        name: reader.text()?,
                        stable_id: reader.id()?,
                        content_hash: reader.option(Self::id)?,
                    })
                })?,
                organisms: self.list(|reader| {
                    Ok(SpannedOrganism {
                        role: reader.text()?,
                        stable_id: reader.id()?,
                        content_hash: reader.option(Self::id)?,
                    })
                })?,
                content: self.list(|reader| Ok(Parameter { key: reader.text()?, value: reader.value()? }))?,
                acl: self.list(Self::rule)?,
            }
            keys: None
        }))
    }

    fn ticket_issuer(&mut self) -> Result<TicketIssuer, String> {
        Ok(ticket_issuer_keys!(literal! {
            TicketIssuer {
                ident: String::new(),
                name: self.text()?,
                fingerprint: DERIVED_LATER,
                description: String::new(),
                acl: self.list(Self::rule)?,
            }
            keys: None
        }))
    }

    fn value(&mut self) -> Result<ParameterValue, String> {
        match self.byte()? {
            0 => self.flag().map(ParameterValue::Bool),
            1 => self.number().map(ParameterValue::U64),
            2 => self.text().map(ParameterValue::Text),
            3 => self.id().map(ParameterValue::Id),
            tag => Err(format!("a content parameter of the unknown type {tag}")),
        }
    }

    fn rule(&mut self) -> Result<SerdeRequirement, String> {
        Ok(SerdeRequirement(match self.byte()? {
            0 => Requirement::RecogniseIssuer(self.id()?),
            1 => Requirement::RequireMrtd(MrTd::from_bytes(self.take()?)),
            2 => Requirement::RequireValidator(self.id()?),
            3 => Requirement::RecogniseCoalitionIssuer,
            tag => return Err(format!("an access rule of the unknown type {tag}")),
        }))
    }
}
