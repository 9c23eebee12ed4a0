//! Connections, with limits of their number and time.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// The number of clients that are connected at once. Others wait until one leaves.
const MAX_CONNECTIONS: usize = 4096;
/// The longest time of a connection. A client that goes on makes another.
const MAX_LIFETIME: Duration = Duration::from_mins(2);
/// The longest time for a request, and between two requests.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);
/// The pause after a failed accept, which mostly means that the system is out of files.
const PAUSE: Duration = Duration::from_millis(200);

/// Serves until it is dropped, and its connections with it.
pub(crate) async fn serve(socket: TcpListener, router: Router) {
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let mut connections = JoinSet::new();
    loop {
        // The semaphore is never closed.
        let place = Arc::clone(&places).acquire_owned().await;
        let stream = accept(&socket).await;
        while connections.try_join_next().is_some() {}
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(REQUEST_TIMEOUT).max_buf_size(16 << 10);
        let service = TowerToHyperService::new(router.clone());
        let connection = builder.serve_connection(TokioIo::new(stream), service);
        connections.spawn(async move {
            // A client that breaks off, or is too slow, concerns nobody else.
            let _ = timeout(MAX_LIFETIME, connection).await;
            drop(place);
        });
    }
}

async fn accept(socket: &TcpListener) -> TcpStream {
    loop {
        match socket.accept().await {
            Ok((stream, _)) => {
                // Without it, small answers are only later.
                let _ = stream.set_nodelay(true);
                return stream;
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}
