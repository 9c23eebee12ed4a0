//! The marker that every build carries of each coalition.

use std::collections::BTreeSet;
use std::io::{Read, Result};

use coalition_core::__private::name_fault;
use coalition_core::UniqueId;
use coalition_handshake::__private::MARKER_MAGIC;

use super::scan::{behind, take};

/// How many bytes of a file are searched at a time.
const WINDOW: usize = 1 << 20;

/// Which coalition a build was compiled against.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct FoundMarker {
    pub name: String,
    pub schema: u8,
    pub root: String,
}

/// Every marker in a file, by name. The magic alone is no marker: this command holds it too.
pub fn markers(bytes: &[u8]) -> BTreeSet<FoundMarker> {
    behind(bytes, &MARKER_MAGIC).filter_map(read).collect()
}

/// Every marker in what a reader holds, which is never in memory as a whole.
pub fn markers_in(mut reader: impl Read) -> Result<BTreeSet<FoundMarker>> {
    let mut found = BTreeSet::new();
    let mut window = Vec::with_capacity(WINDOW);
    loop {
        let room = WINDOW.saturating_sub(window.len()) as u64;
        if reader.by_ref().take(room).read_to_end(&mut window)? == 0 {
            return Ok(found);
        }
        found.extend(markers(&window));
        // A marker may go on in the next window.
        window.drain(..window.len().saturating_sub(size_of::<coalition_handshake::__private::Marker>() - 1));
    }
}

fn read(mut bytes: &[u8]) -> Option<FoundMarker> {
    let [schema] = take(&mut bytes)?;
    let root = UniqueId::from_bytes(take(&mut bytes)?);
    let [length] = take(&mut bytes)?;
    let text: [u8; 64] = take(&mut bytes)?;
    let (name, filling) = text.split_at_checked(length.into())?;
    let name = std::str::from_utf8(name).ok()?;
    let is_marker = schema > 0 && filling.iter().all(|byte| *byte == 0) && name_fault(name, true).is_none();
    is_marker.then(|| FoundMarker { name: name.into(), schema, root: root.to_string() })
}

#[cfg(test)]
mod tests {
    use super::{WINDOW, markers, markers_in};

    fn marker(schema: u8, name: &str) -> Vec<u8> {
        let mut bytes = [b"\x00coalition-marker", &[schema][..], &[7; 32]].concat();
        bytes.push(u8::try_from(name.len()).unwrap());
        bytes.extend(name.bytes());
        bytes.resize(bytes.len() + 64 - name.len(), 0);
        bytes
    }

    #[test]
    fn a_marker_is_more_than_its_magic() {
        let file = [
            marker(1, "a.b"),
            b"coalition-marker".to_vec(),
            marker(2, "a.b"),
            marker(1, "a.b"),
            marker(1, "no name"),
            marker(1, "c.d")[..60].to_vec(),
        ]
        .concat();
        let found: Vec<_> = markers(&file).into_iter().map(|marker| (marker.name, marker.schema)).collect();
        assert_eq!(found, [("a.b".into(), 1), ("a.b".into(), 2)]);
    }

    #[test]
    fn a_marker_may_cross_from_one_window_into_the_next() {
        let marker = marker(1, "a.b");
        for before in [115, 114, 113, 50, 1, 0].map(|short| WINDOW - short) {
            let file = [vec![0; before], marker.clone()].concat();
            assert_eq!(markers_in(&file[..]).unwrap().len(), 1, "{before}");
        }
    }
}
