//! Values of the optional keys of every kind of component.

use coalition_core::__private::Sink;
use coalition_core::UniqueId;

/// The value of an optional key.
#[derive(Clone, Copy)]
pub(crate) enum PublishedKey<'a> {
    /// An id that is not all-zero.
    Id(Option<UniqueId>),
    /// An `https://` link.
    Link(Option<&'a str>),
    /// The path of a const.
    Path(Option<&'a str>),
    /// A text that is not blank.
    Text(Option<&'a str>),
    /// A list of texts that are not blank.
    Texts(&'a [&'a str]),
}

impl PublishedKey<'_> {
    /// Encodes the keys of one component.
    pub(crate) const fn encode(keys: &[(&'static str, Self)], sink: &mut Sink<'_>) {
        let mut rest = keys;
        while let [(_, key), others @ ..] = rest {
            match key {
                Self::Id(None) | Self::Link(None) | Self::Path(None) | Self::Text(None) => sink.byte(0x00),
                Self::Id(Some(id)) => {
                    sink.byte(0x01);
                    sink.id(id);
                }
                Self::Link(Some(text)) | Self::Path(Some(text)) | Self::Text(Some(text)) => {
                    sink.byte(0x01);
                    sink.text(text);
                }
                Self::Texts(texts) => {
                    sink.u64(texts.len() as u64);
                    let mut texts = *texts;
                    while let [text, others @ ..] = texts {
                        sink.text(text);
                        texts = others;
                    }
                }
            }
            rest = others;
        }
    }
}
