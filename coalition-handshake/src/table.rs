//! The table of what a handshake says of each component beside its configuration: one row for each optional key.
//!
//! A row is a field's documentation, its name, and its kind, a variant of [`Key`](crate::key::Key). The name is the key of
//! `coalition!` and of the document. The order of the rows is that of the encoding. The structs, the encoding and its
//! decoding, the document, the rules, the list of changes and the block follow from the rows.
//!
//! Each table passes its rows to the macro that it is given, behind what that macro is given in braces.

/// The keys of a lattice or an organism.
macro_rules! citizen_keys {
    ($then:ident! { $($given:tt)* }) => {
        $then! { { $($given)* }
            /// The 32-byte root under which its operator issues tickets.
            ticket_root: Id,
            /// Its operator's handshake page, an `https://` link.
            handshake: Link,
        }
    };
}

/// The keys of a confluence or a module. `import` is none of the language: the macro fills it in.
macro_rules! confluence_keys {
    ($then:ident! { $($given:tt)* }) => {
        $then! { { $($given)* }
            /// The 32-byte signature of its state machine.
            state_machine: Id,
            /// Its operator's handshake page, an `https://` link.
            handshake: Link,
            /// The published roster of a module's committee, an `https://` link. `None` for a confluence.
            roster: Link,
            /// The path of the const that it is, where only that declares it: it spans a citizen outside the coalition,
            /// or its content is not as a block would have it.
            import: Path,
        }
    };
}

/// The keys of the ticket issuer.
macro_rules! ticket_issuer_keys {
    ($then:ident! { $($given:tt)* }) => {
        $then! { { $($given)* }
            /// Its operator's handshake page, an `https://` link.
            handshake: Link,
        }
    };
}

/// Declares a struct that borrows: the fields that are given, then the keys.
macro_rules! with_keys {
    (
        { $(#[$meta:meta])* $name:ident { $($given:tt)* } }
        $($(#[$doc:meta])* $key:ident: $kind:ident,)*
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
            ) -> [(&'static str, $crate::key::Key<'a>); [$(stringify!($key)),*].len()] {
                [$((stringify!($key), $crate::key::Key::$kind(self.$key))),*]
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

/// Builds a struct: the fields that are given, then the keys. Each key is nothing yet, or this function of the key of
/// another struct.
macro_rules! literal {
    (
        { $name:ident { $($given:tt)* } keys: None }
        $($(#[$doc:meta])* $key:ident: $kind:ident,)*
    ) => {
        $name { $($given)* $($key: None,)* }
    };
    (
        { $name:ident { $($given:tt)* } keys: $trait:ident::$function:ident($from:expr) }
        $($(#[$doc:meta])* $key:ident: $kind:ident,)*
    ) => {
        $name { $($given)* $($key: $trait::$function(&$from.$key),)* }
    };
}

#[cfg(feature = "serde")]
pub(crate) use owned;
pub(crate) use {borrowed, citizen_keys, confluence_keys, literal, ticket_issuer_keys, with_keys};
