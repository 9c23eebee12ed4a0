//! The page for people: the citizens, what drifted, and how each member stands.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use coalition::UniqueId;

use crate::card::{CitizenCard, Kind};
use crate::compiled::Compiled;
use crate::drift::Drift;
use crate::member::{AtlasSnapshot, PeerStanding, Standing};

const STYLE: &str = "\
:root{color-scheme:light dark;--line:#8884;--ok:#1a7f37;--bad:#c62828;--wait:#9a6700}\
@media(prefers-color-scheme:dark){:root{--ok:#57d975;--bad:#ff8a80;--wait:#e3b341}}\
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}\
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.15rem;margin:1.5rem 0 .25rem}\
code{font-size:.85em;overflow-wrap:anywhere}a{overflow-wrap:anywhere}\
ul{list-style:none;margin:0;padding:0}li{border-top:1px solid var(--line);padding:.5rem 0}\
li p{margin:.15rem 0}.ok{color:var(--ok)}.bad{color:var(--bad)}.wait{color:var(--wait)}\
.small{opacity:.8;font-size:.9em}";

/// Renders the page, which loads itself again every ten seconds.
pub fn render(
    compiled: &Compiled,
    standing: Option<&Standing>,
    snapshot: Option<&AtlasSnapshot>,
    now: SystemTime,
) -> String {
    let mut page = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut page, compiled, standing, snapshot, now);
    page
}

fn write(
    page: &mut String,
    compiled: &Compiled,
    standing: Option<&Standing>,
    snapshot: Option<&AtlasSnapshot>,
    now: SystemTime,
) -> fmt::Result {
    let name = Text(&compiled.name);
    write!(
        page,
        "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n\
         <meta name=viewport content=\"width=device-width,initial-scale=1\">\n<meta http-equiv=refresh content=10>\n\
         <title>Atlas of {name}</title>\n<style>{STYLE}</style>\n<h1>Atlas of {name}</h1>\n\
         <p>Root <code>{}</code><br>Atlas <code>{}</code></p>\n",
        compiled.coalition_root, compiled.module_root
    )?;
    write_snapshot(page, snapshot, now)?;
    write_citizens(page, compiled, snapshot)?;
    write_members(page, standing)
}

fn write_snapshot(page: &mut String, snapshot: Option<&AtlasSnapshot>, now: SystemTime) -> fmt::Result {
    let Some(snapshot) = snapshot else {
        return writeln!(page, "<p class=wait id=snapshot>No snapshot is signed yet.</p>");
    };
    let (header, signers) = (snapshot.header(), snapshot.signers().len());
    let issued = UNIX_EPOCH + Duration::from_secs(header.issued_at);
    let age = humantime::format_duration(Duration::from_secs(
        now.duration_since(issued).unwrap_or_default().as_secs(),
    ));
    let (class, state) = if header.is_expired(now) { ("bad", "expired") } else { ("ok", "valid") };
    writeln!(
        page,
        "<p class={class} id=snapshot>The <a href=\"/snapshot.json\">snapshot</a> is {state}: {signers} members signed it \
         {age} ago.</p>"
    )
}

fn write_citizens(page: &mut String, compiled: &Compiled, snapshot: Option<&AtlasSnapshot>) -> fmt::Result {
    let published: BTreeMap<UniqueId, &CitizenCard> =
        snapshot.into_iter().flat_map(AtlasSnapshot::content).map(|card| (card.stable_id, card)).collect();
    writeln!(page, "<h2>Citizens</h2>\n<ul id=citizens>")?;
    for card in &compiled.cards {
        let (class, state) = match published.get(&card.stable_id) {
            None => ("wait", "awaited".to_owned()),
            Some(published) if *published == card => ("ok", "verified".to_owned()),
            Some(published) => {
                let (compiled, published) = (Box::new(card.clone()), Box::new((*published).clone()));
                ("bad", Drift::Republished { compiled, published }.to_string())
            }
        };
        write!(page, "<li><p><b>{}</b> <span class=small>{}", Text(&card.name), kind(card.kind))?;
        if let Some(role) = &card.role {
            write!(page, ", {}", Text(role))?;
        }
        write!(page, "</span> <span class={class}>{}</span></p>", Text(&state))?;
        if !card.description.is_empty() {
            write!(page, "<p>{}</p>", Text(&card.description))?;
        }
        write!(page, "<p class=small><code>{}</code></p>", card.stable_id)?;
        if let Some(link) = card.handshake.as_deref() {
            write_link(page, link)?;
        }
        writeln!(page, "</li>")?;
    }
    writeln!(page, "</ul>")
}

/// Writes a link only if it leads to the web: a URL of another kind could run a script.
fn write_link(page: &mut String, link: &str) -> fmt::Result {
    let text = Text(link);
    if link.starts_with("https://") || link.starts_with("http://") {
        write!(page, "<p class=small><a href=\"{text}\" rel=noreferrer>{text}</a></p>")
    } else {
        write!(page, "<p class=small>{text}</p>")
    }
}

fn write_members(page: &mut String, standing: Option<&Standing>) -> fmt::Result {
    writeln!(page, "<h2>Members</h2>")?;
    let Some(standing) = standing else {
        return writeln!(page, "<p class=wait id=members>This member is not on a network yet.</p>");
    };
    let (class, state) = if standing.writable { ("ok", "takes") } else { ("bad", "does not take") };
    writeln!(page, "<p class={class} id=writes>This member {state} writes.</p>\n<ul id=members>")?;
    for (member, peer) in &standing.peers {
        let (class, state) = match peer {
            Ok(PeerStanding { bonded, members, same_root: true, .. }) => {
                ("ok", format!("bonded with {bonded} of {members}, itself counted"))
            }
            Ok(_) => ("bad", "compiled against another coalition".to_owned()),
            Err(reason) => ("bad", format!("no answer: {reason}")),
        };
        writeln!(page, "<li><p><code>{member}</code></p><p class={class}>{}</p></li>", Text(&state))?;
    }
    writeln!(page, "</ul>")
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Lattice => "lattice",
        Kind::Organism => "organism",
    }
}

/// Text with the characters escaped that mean something in HTML.
struct Text<'t>(&'t str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // These could show text in another order than it is written.
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => f.write_char('\u{fffd}')?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}
