//! The HTTP listener of a member or a reader.
//!
//! | path | answer |
//! |---|---|
//! | `/` | a page for people |
//! | `/snapshot.json` | the snapshot, with an `ETag`; 503 until there is one |
//! | `/healthz` | 200 while the program runs |
//! | `/readyz` | 200 if the program does its work, 503 otherwise |
//! | `/metrics` | metrics for Prometheus |
//!
//! Any other path is 404. It speaks plain HTTP: a proxy in front of it ends TLS.
//!
//! A slow client is cut off after a while, and there are at most 4,096 clients at once. A proxy or a content delivery network
//! keeps the public from using them up.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    RETRY_AFTER, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::connections;

/// How long a cache may answer without asking again.
const FRESH: &str = "public, max-age=5";
/// The page has no script and loads nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The content that a listener serves.
pub trait Site: Send + Sync + 'static {
    /// Returns the snapshot and its version.
    fn snapshot(&self) -> Option<(u64, Bytes)>;
    /// Returns `true` if the program does its work.
    fn is_ready(&self) -> bool;
    /// Returns the metrics, in the text format of Prometheus.
    fn metrics(&self) -> String;
    /// Returns the page for people, as HTML.
    fn page(&self) -> String;
}

/// A running listener. It ends when it is dropped.
#[derive(Debug)]
pub struct Listener {
    address: SocketAddr,
    task: JoinHandle<()>,
}

/// The reason why a listener does not start.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP listener does not start on {bind}: {fault}")]
pub struct ListenError {
    bind: SocketAddr,
    fault: std::io::Error,
}

impl Listener {
    /// Serves a site on a socket address. Port 0 takes a free one.
    ///
    /// # Errors
    ///
    /// Returns a [`ListenError`] if the address cannot be bound.
    pub async fn start(bind: SocketAddr, site: Arc<dyn Site>) -> Result<Self, ListenError> {
        let failed = |fault| ListenError { bind, fault };
        let listener = TcpListener::bind(bind).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let task = tokio::spawn(async move {
            connections::serve(listener, router(site)).await;
        });
        Ok(Self { address, task })
    }

    /// Returns the address that it is bound to.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

type Served = State<Arc<dyn Site>>;

fn router(site: Arc<dyn Site>) -> Router {
    Router::new()
        .route("/", get(page))
        .route("/snapshot.json", get(snapshot).options(preflight))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(readiness))
        .route("/metrics", get(|State(site): Served| async move { site.metrics() }))
        .fallback(|| async { (StatusCode::NOT_FOUND, "not found\n") })
        .with_state(site)
}

async fn page(State(site): Served) -> impl IntoResponse {
    let headers =
        [(CONTENT_SECURITY_POLICY, POLICY), (CACHE_CONTROL, "no-store"), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (headers, Html(site.page()))
}

async fn readiness(State(site): Served) -> (StatusCode, &'static str) {
    if site.is_ready() {
        (StatusCode::OK, "ready\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
    }
}

async fn snapshot(State(site): Served, request: HeaderMap) -> Response {
    let origin = [(ACCESS_CONTROL_ALLOW_ORIGIN, "*"), (ACCESS_CONTROL_EXPOSE_HEADERS, "ETag")];
    let Some((version, document)) = site.snapshot() else {
        let headers = [(RETRY_AFTER, "5"), (CACHE_CONTROL, "no-store")];
        return (StatusCode::SERVICE_UNAVAILABLE, origin, headers, "no snapshot yet\n").into_response();
    };
    // A majority signs one document of each version.
    let tag = format!("\"{version}\"");
    let headers = [(ETAG, tag.as_str()), (CACHE_CONTROL, FRESH), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
    if is_known(&request, &tag) {
        return (StatusCode::NOT_MODIFIED, origin, headers).into_response();
    }
    (origin, headers, [(CONTENT_TYPE, "application/json")], document).into_response()
}

/// Returns `true` if the caller has this version. A proxy may have made the tag a weak one.
fn is_known(request: &HeaderMap, tag: &str) -> bool {
    let tags = request.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

/// Lets the script of any page ask with `If-None-Match`.
async fn preflight() -> impl IntoResponse {
    let headers = [
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match"),
    ];
    (StatusCode::NO_CONTENT, headers)
}
