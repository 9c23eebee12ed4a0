//! A listener, and a reader of several of them.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use coalition_committee::snapshot::{Header, LastSeen, MemberSignature, Verifier, assemble};
use coalition_committee::{
    EndpointAddr, Listener, ModuleIdentity, Roster, SecretKey, Site, SnapshotReader, SnapshotReading, Source,
};
use coalition_core::{Module, UniqueId};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const DAY: Duration = Duration::from_hours(24);

fn key(byte: u8) -> SecretKey {
    SecretKey::from_bytes(&[byte; 32])
}

fn identity() -> ModuleIdentity {
    let id = |byte| UniqueId::from_bytes([byte; 32]);
    let coalition = "ethereum.superchain".to_owned();
    ModuleIdentity { coalition, module: Module::Atlas, coalition_root: id(1), digest: id(2) }
}

/// Returns a snapshot that two of three members signed, and its version.
fn signed(last: u64, content: &str) -> (u64, Bytes) {
    let header = Header::new(&identity(), last, SystemTime::now(), DAY, content);
    let signatures = [1, 3].map(|member| MemberSignature::new(&header, &key(member)));
    (header.version, assemble(&header, &signatures, content).expect("a document"))
}

#[derive(Default)]
struct Served(Mutex<Option<(u64, Bytes)>>);

impl Served {
    fn set(&self, snapshot: Option<(u64, Bytes)>) {
        *self.0.lock().expect("no panic") = snapshot;
    }
}

impl Site for Served {
    fn snapshot(&self) -> Option<(u64, Bytes)> {
        self.0.lock().expect("no panic").clone()
    }

    fn is_ready(&self) -> bool {
        self.snapshot().is_some()
    }

    fn metrics(&self) -> String {
        "cards 3\n".to_owned()
    }

    fn page(&self) -> String {
        "<!doctype html><title>Atlas</title>".to_owned()
    }
}

async fn start(snapshot: Option<(u64, Bytes)>) -> (Arc<Served>, Listener) {
    let served = Arc::new(Served(Mutex::new(snapshot)));
    let bind = SocketAddr::from(([127, 0, 0, 1], 0));
    let listener = Listener::start(bind, Arc::clone(&served) as Arc<dyn Site>).await.expect("a listener");
    (served, listener)
}

/// Sends a request by hand, and returns the whole answer.
async fn ask(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let request = format!("{request}Host: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    answer.to_ascii_lowercase()
}

fn source(listener: &Listener) -> Source {
    format!("http://{}/snapshot.json", listener.address()).parse().expect("a source")
}

fn reader(sources: impl IntoIterator<Item = Source>) -> SnapshotReader<Vec<u8>> {
    let roster = Roster::new((1..=3).map(|byte| EndpointAddr::new(key(byte).public()))).expect("a roster");
    let verifier = Verifier::new(identity(), &roster).with_max_bytes(10_000);
    SnapshotReader::open(verifier, LastSeen::in_memory(), sources, Duration::from_millis(20))
        .expect("a reader")
}

async fn until(reader: &SnapshotReader<Vec<u8>>, holds: impl FnMut(&SnapshotReading<Vec<u8>>) -> bool) {
    let mut watch = reader.watch();
    let known = tokio::time::timeout(Duration::from_secs(20), watch.wait_for(holds)).await;
    assert!(known.is_ok(), "{:?}", reader.watch().borrow());
}

fn content(reading: &SnapshotReading<Vec<u8>>) -> Option<&[u8]> {
    reading.snapshot.as_ref().map(|snapshot| snapshot.content().as_slice())
}

#[tokio::test]
async fn each_path_has_its_answer() {
    let (served, listener) = start(None).await;
    let get = |path: &str| format!("GET {path} HTTP/1.1\r\n");
    for (path, status) in [
        ("/", "200 ok"),
        ("/healthz", "200 ok"),
        ("/readyz", "503 service unavailable"),
        ("/snapshot.json", "503 service unavailable"),
        ("/metrics", "200 ok"),
        ("/snapshot", "404 not found"),
        ("/snapshot.json/", "404 not found"),
        ("//", "404 not found"),
    ] {
        let answer = ask(listener.address(), &get(path)).await;
        assert!(answer.starts_with(&format!("http/1.1 {status}\r\n")), "{path}: {answer}");
    }
    let (version, document) = signed(0, "[1,2]");
    served.set(Some((version, document.clone())));
    assert!(ask(listener.address(), &get("/readyz")).await.starts_with("http/1.1 200 ok"));
    let answer = ask(listener.address(), &get("/snapshot.json")).await;
    for header in
        ["etag: \"", "cache-control: public, max-age=5", "access-control-allow-origin: *", "application/json"]
    {
        assert!(answer.contains(header), "{header}: {answer}");
    }
    assert!(answer.ends_with(&String::from_utf8_lossy(&document).to_lowercase()));
    let answer = ask(listener.address(), &get("/")).await;
    assert!(answer.contains("content-security-policy: default-src 'none'"), "{answer}");
}

#[tokio::test]
async fn an_unchanged_snapshot_costs_less_than_a_kilobyte() {
    let (version, document) = signed(0, "[1,2]");
    let (_served, listener) = start(Some((version, document))).await;
    for tag in [format!("\"{version}\""), format!("\"1\", W/\"{version}\""), "*".to_owned()] {
        let request = format!("GET /snapshot.json HTTP/1.1\r\nIf-None-Match: {tag}\r\n");
        let answer = ask(listener.address(), &request).await;
        assert!(answer.starts_with("http/1.1 304 not modified\r\n"), "{tag}: {answer}");
        assert!(request.len() + answer.len() < 600, "{answer}");
    }
    let other = ask(listener.address(), "GET /snapshot.json HTTP/1.1\r\nIf-None-Match: \"1\"\r\n").await;
    assert!(other.starts_with("http/1.1 200 ok\r\n"), "{other}");
}

#[tokio::test]
async fn a_reader_keeps_the_latest_of_its_sources() {
    let first = signed(0, "[1]");
    let (served, listener) = start(Some(first.clone())).await;
    let (mirror, other) = start(None).await;
    let reader = reader([source(&listener), source(&other)]);
    until(&reader, |reading| content(reading) == Some(&[1])).await;
    until(&reader, |reading| {
        let outcomes: Vec<_> = reading.sources.values().collect();
        outcomes.contains(&&Ok(first.0))
            && outcomes.contains(&&Err("it answers 503 Service Unavailable".to_owned()))
    })
    .await;

    // A mirror may be the first to have a later one. What is older than that is refused, though a majority signed it.
    let second = signed(first.0, "[2]");
    mirror.set(Some(second.clone()));
    until(&reader, |reading| content(reading) == Some(&[2])).await;
    served.set(Some((7, first.1)));
    until(&reader, |reading| {
        reading
            .sources
            .values()
            .any(|outcome| outcome.as_ref().is_err_and(|fault| fault.contains("serves an old one")))
    })
    .await;
    assert_eq!(content(&reader.watch().borrow()), Some([2].as_slice()));

    // One source is enough.
    drop(listener);
    mirror.set(Some(signed(second.0, "[3]")));
    until(&reader, |reading| content(reading) == Some(&[3])).await;
}

#[tokio::test]
async fn a_mirror_cannot_make_a_reader_take_what_no_majority_signed() {
    let (version, document) = signed(0, "[1]");
    let changed = String::from_utf8(document.to_vec()).expect("text").replace("[1]", "[9]");
    let (mirror, listener) = start(Some((version, changed.into()))).await;
    let reader = reader([source(&listener)]);
    let says = |words: &'static str| {
        move |reading: &SnapshotReading<Vec<u8>>| {
            reading.snapshot.is_none()
                && reading
                    .sources
                    .values()
                    .any(|outcome| outcome.as_ref().is_err_and(|fault| fault.contains(words)))
        }
    };
    until(&reader, says("the content was changed")).await;
    mirror.set(Some((version, Bytes::from(vec![b' '; 20_000]))));
    until(&reader, says("more than 10000 bytes")).await;
    // It recovers, though the tag is the same.
    mirror.set(Some((version, document)));
    until(&reader, |reading| content(reading) == Some(&[1])).await;
}

/// Answers each request with a redirect to itself.
#[tokio::test]
async fn redirects_have_an_end() {
    let socket = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a socket");
    let address = socket.local_addr().expect("an address");
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = socket.accept().await.expect("a connection");
            let _ = stream.read(&mut [0; 1024]).await;
            let answer =
                "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    let reader = reader([format!("http://{address}/").parse().expect("a source")]);
    let says = |reading: &SnapshotReading<Vec<u8>>| {
        let mut faults = reading.sources.values().filter_map(|outcome| outcome.as_ref().err());
        faults.any(|fault| fault.contains("it redirects too often"))
    };
    until(&reader, says).await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_without_end_is_not_read_to_its_end() {
    let reader = reader(["/dev/zero".parse().expect("a source")]);
    let says = |reading: &SnapshotReading<Vec<u8>>| {
        let mut faults = reading.sources.values().filter_map(|outcome| outcome.as_ref().err());
        faults.any(|fault| fault.contains("more than 10000 bytes"))
    };
    until(&reader, says).await;
}

#[tokio::test]
async fn a_file_is_a_source() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("snapshot.json");
    let source: Source = file.to_str().expect("text").parse().expect("a source");
    let reader = reader([source]);
    until(&reader, |reading| reading.sources.values().any(Result::is_err)).await;
    std::fs::write(&file, signed(0, "[5]").1).expect("written");
    until(&reader, |reading| content(reading) == Some(&[5])).await;
    assert!("ftp://a.example/snapshot.json".parse::<Source>().is_err());
}
