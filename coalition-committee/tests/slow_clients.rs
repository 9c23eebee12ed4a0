//! Clients that send little, or never stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use coalition_committee::{Listener, Site};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

struct Empty;

impl Site for Empty {
    fn snapshot(&self) -> Option<(u64, Bytes)> {
        None
    }

    fn is_ready(&self) -> bool {
        false
    }

    fn metrics(&self) -> String {
        String::new()
    }

    fn page(&self) -> String {
        String::new()
    }
}

async fn start() -> Listener {
    Listener::start(SocketAddr::from(([127, 0, 0, 1], 0)), Arc::new(Empty)).await.expect("a listener")
}

async fn is_healthy(address: SocketAddr) -> bool {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("ok\n")
}

#[tokio::test]
async fn a_slow_client_is_cut_off_while_others_are_answered() {
    let listener = start().await;
    let mut slow = TcpStream::connect(listener.address()).await.expect("a connection");
    slow.write_all(b"GET / HTTP/1.1\r\nX: ").await.expect("sent");
    let mut idle = TcpStream::connect(listener.address()).await.expect("a connection");
    let started = Instant::now();
    while slow.write_all(b"a").await.is_ok() {
        assert!(started.elapsed() < Duration::from_secs(40), "still connected");
        assert!(is_healthy(listener.address()).await);
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    let closed = tokio::time::timeout(Duration::from_secs(40), idle.read_to_end(&mut Vec::new())).await;
    assert!(closed.is_ok(), "a client that says nothing is still connected");
}

#[tokio::test]
async fn an_endless_head_is_refused() {
    let listener = start().await;
    let mut stream = TcpStream::connect(listener.address()).await.expect("a connection");
    stream.write_all(b"GET / HTTP/1.1\r\n").await.expect("sent");
    let mut sent = 0;
    while stream.write_all(&[b'a'; 1024]).await.is_ok() {
        sent += 1024;
        assert!(sent < 64 << 20, "{sent} bytes were read");
    }
    assert!(is_healthy(listener.address()).await);
}
