//! The tables of optional keys, one for each kind of component.
//!
//! A row holds a field's documentation, the key of `coalition!` and of the document, the field's name, and its kind, a
//! variant of [`PublishedKey`](crate::key::PublishedKey). The encoding has the order of the rows. The structs, the encoding, its
//! decoding, the document, the rules, the list of changes and the block are generated from the rows.
//!
//! Each table calls the macro that it is given, with that macro's own arguments in braces and then the rows.

/// The keys of a lattice or an organism.
macro_rules! citizen_keys {
    ($then:ident! { $($given:tt)* }) => {
        $then! { { $($given)* }
            /// The 32-byte root under which the operator issues tickets.
            "ticket_root" ticket_root: Id,
            /// The operator's handshake page, an `https://` link.
            "handshake" handshake_url: Link,
        }
    };
}

/// The keys of a confluence or a module. `import` is not a key of the language: the macro fills it in.
macro_rules! confluence_keys {
    ($then:ident! { $($given:tt)* }) => {
        $then! { { $($given)* }
            /// The 32-byte signature of the state machine.
            "state_machine" state_machine: Id,
            /// The operator's handshake page, an `https://` link.
            "handshake" handshake_url: Link,
            /// The published roster of a module's committee, an `https://` link. `None` for a confluence.
            "roster" roster: Link,
            /// The path of the imported const. `Some` only if a block cannot declare the confluence itself, because it
            /// spans a citizen outside the coalition or has parameters that the language cannot write.
            "import" import: Path,
        }
    };
}

/// The keys of the ticket issuer.
macro_rules! ticket_issuer_keys {
    ($then:ident! { $($given:tt)* }) => {
        $then! { { $($given)* }
            /// The operator's handshake page, an `https://` link.
            "handshake" handshake_url: Link,
        }
    };
}

/// Declares a struct that borrows: the given fields, then the keys.
macro_rules! with_keys {
    (
        { $(#[$meta:meta])* $name:ident { $($given:tt)* } }
        $($(#[$doc:meta])* $word:literal $key:ident: $kind:ident,)*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $name<'a> {
            $($given)*
            $($(#[$doc])* pub $key: $crate::table::borrowed!($kind),)*
        }

        impl<'a> $name<'a> {
            /// Returns each key with its value, in the order of the encoding.
            pub(crate) const fn keys(
                &self,
            ) -> [(&'static str, $crate::key::PublishedKey<'a>); [$($word),*].len()] {
                [$(($word, $crate::key::PublishedKey::$kind(self.$key))),*]
            }
        }
    };
}

/// The type of a key in a struct that borrows.
macro_rules! borrowed {
    (Id) => { Option<coalition_core::UniqueId> };
    ($text:ident) => { Option<&'a str> };
}

/// The type of a key in the document.
#[cfg(feature = "serde")]
macro_rules! owned {
    (Id) => { Option<coalition_core::UniqueId> };
    ($text:ident) => { Option<alloc::string::String> };
}

/// Builds a struct: the given fields, then the keys. Each key is `None`, or a function of the same key of another struct.
macro_rules! literal {
    (
        { $name:ident { $($given:tt)* } keys: None }
        $($(#[$doc:meta])* $word:literal $key:ident: $kind:ident,)*
    ) => {
        $name { $($given)* $($key: None,)* }
    };
    (
        { $name:ident { $($given:tt)* } keys: $trait:ident::$function:ident($from:expr) }
        $($(#[$doc:meta])* $word:literal $key:ident: $kind:ident,)*
    ) => {
        $name { $($given)* $($key: $trait::$function(&$from.$key),)* }
    };
}

#[cfg(feature = "serde")]
pub(crate) use owned;
pub(crate) use {borrowed, citizen_keys, confluence_keys, literal, ticket_issuer_keys, with_keys};
