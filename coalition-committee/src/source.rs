//! Places that snapshots are read from.

use std::fmt;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::header::{ETAG, HeaderValue, IF_NONE_MATCH};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};

/// How long a source has for a whole answer.
const TIMEOUT: Duration = Duration::from_secs(30);
const MAX_REDIRECTS: usize = 3;

/// A place that snapshots are read from: a member, a mirror or a file. None of them is trusted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// An `https://` or `http://` URL of a snapshot.
    Http(Url),
    /// A file.
    File(PathBuf),
}

impl FromStr for Source {
    type Err = SourceError;

    /// Reads a URL, or the path of a file.
    fn from_str(text: &str) -> Result<Self, SourceError> {
        if !text.contains("://") {
            return Ok(Self::File(text.into()));
        }
        let fault = |fault: String| SourceError { text: text.to_owned(), fault };
        let url = Url::parse(text).map_err(|error| fault(error.to_string()))?;
        if matches!(url.scheme(), "http" | "https") {
            Ok(Self::Http(url))
        } else {
            Err(fault("write https://, http:// or the path of a file".to_owned()))
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Http(url) => url.fmt(f),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

/// The reason why a text is not a source.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is not a source of snapshots: {fault}")]
pub struct SourceError {
    text: String,
    fault: String,
}

/// Reads one source again and again.
pub(crate) struct Fetcher {
    source: Source,
    client: Client,
    max_bytes: usize,
    /// The tag of the last answer over HTTP.
    tag: Option<HeaderValue>,
    /// The last content of the file.
    content: Bytes,
}

impl Fetcher {
    pub fn new(source: Source, max_bytes: usize) -> Result<Self, reqwest::Error> {
        let client = Client::builder()
            .timeout(TIMEOUT)
            .redirect(redirects())
            .user_agent(concat!("coalition-committee/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self { source, client, max_bytes, tag: None, content: Bytes::new() })
    }

    /// Reads the source. Returns `None` if it says the same as the last time.
    pub async fn fetch(&mut self) -> Result<Option<Bytes>, String> {
        match self.source.clone() {
            Source::Http(url) => self.request(url).await,
            Source::File(path) => {
                let max_bytes = self.max_bytes;
                let read = tokio::task::spawn_blocking(move || {
                    // The file may grow while it is read, or be a device without end.
                    let mut content = Vec::new();
                    File::open(&path)?.take(max_bytes as u64 + 1).read_to_end(&mut content)?;
                    if content.len() > max_bytes {
                        return Err(std::io::Error::other(too_large(max_bytes)));
                    }
                    Ok(content)
                });
                let content =
                    read.await.map_err(|fault| fault.to_string())?.map_err(|fault| fault.to_string())?;
                if content == self.content {
                    return Ok(None);
                }
                self.content = content.into();
                Ok(Some(self.content.clone()))
            }
        }
    }

    async fn request(&mut self, url: Url) -> Result<Option<Bytes>, String> {
        let mut request = self.client.get(url);
        if let Some(tag) = &self.tag {
            request = request.header(IF_NONE_MATCH, tag);
        }
        let mut answer = request.send().await.map_err(|fault| reasons(&fault))?;
        match answer.status() {
            StatusCode::NOT_MODIFIED if self.tag.is_some() => return Ok(None),
            StatusCode::OK => {}
            status => return Err(format!("it answers {status}")),
        }
        let tag = answer.headers().get(ETAG).cloned();
        let mut document = BytesMut::new();
        while let Some(chunk) = answer.chunk().await.map_err(|fault| reasons(&fault))? {
            if document.len() + chunk.len() > self.max_bytes {
                return Err(too_large(self.max_bytes));
            }
            document.extend_from_slice(&chunk);
        }
        self.tag = tag;
        Ok(Some(document.freeze()))
    }

    /// Forgets the last answer, which was not valid, so that the source is read as a whole the next time.
    pub fn forget(&mut self) {
        self.tag = None;
        self.content = Bytes::new();
    }
}

/// Follows a few redirects, and none from `https://` to `http://`.
fn redirects() -> Policy {
    Policy::custom(|attempt| {
        let was_secure = attempt.previous().last().is_some_and(|url| url.scheme() == "https");
        if was_secure && attempt.url().scheme() != "https" {
            attempt.error("it redirects from https:// to http://")
        } else if attempt.previous().len() > MAX_REDIRECTS {
            attempt.error("it redirects too often")
        } else {
            attempt.follow()
        }
    })
}

fn too_large(limit: usize) -> String {
    format!("it has more than {limit} bytes")
}

/// An error of reqwest alone says only that a request failed.
fn reasons(fault: &dyn std::error::Error) -> String {
    let mut text = fault.to_string();
    let mut next = fault.source();
    while let Some(cause) = next {
        text.extend([": ", &cause.to_string()]);
        next = cause.source();
    }
    text
}
