//! A socket in a member's state folder, by which commands on the same host reach it.
//!
//! A command connects and sends one line. The member answers with one line: `ok`, a space and the result, or `error`, a
//! space and the reason.

use std::io;
use std::path::{Path, PathBuf};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};

const FILE: &str = "control";

/// A member's end of the socket. The file is removed when it is dropped.
pub struct Control {
    listener: UnixListener,
    file: PathBuf,
}

/// A command that waits for its answer.
pub struct Call {
    pub line: String,
    stream: UnixStream,
}

impl Control {
    /// Listens in a state folder that this process has locked.
    pub fn listen(state: &Path) -> io::Result<Self> {
        let file = state.join(FILE);
        // A member that was killed leaves its socket behind.
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let listener = UnixListener::bind(&file)?;
        Ok(Self { listener, file })
    }

    pub async fn next(&self) -> io::Result<Call> {
        loop {
            let (stream, _) = self.listener.accept().await?;
            let mut reader = BufReader::new(stream);
            let mut line = String::new();
            // A caller that sends no line keeps the next one waiting for a moment only.
            let read =
                tokio::time::timeout(std::time::Duration::from_secs(1), reader.read_line(&mut line)).await;
            if matches!(read, Ok(Ok(1..))) {
                return Ok(Call { line: line.trim_end().to_owned(), stream: reader.into_inner() });
            }
        }
    }
}

impl Drop for Control {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.file);
    }
}

impl Call {
    pub async fn answer(mut self, result: Result<String, String>) {
        let line = match result {
            Ok(result) => format!("ok {result}\n"),
            Err(reason) => format!("error {}\n", reason.replace('\n', "; ")),
        };
        // The command may have been interrupted.
        let _ = self.stream.write_all(line.as_bytes()).await;
    }
}

/// Sends a line to the member with this state folder, and waits for its answer.
pub async fn call(state: &Path, line: &str) -> Result<Result<String, String>, String> {
    let file = state.join(FILE);
    let failed =
        |error: io::Error| format!("{}: {error}; no member runs with this state folder", file.display());
    let mut stream = UnixStream::connect(&file).await.map_err(failed)?;
    stream.write_all(format!("{line}\n").as_bytes()).await.map_err(failed)?;
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer).await.map_err(failed)?;
    match answer.trim_end().split_once(' ') {
        Some(("ok", result)) => Ok(Ok(result.to_owned())),
        Some(("error", reason)) => Ok(Err(reason.to_owned())),
        _ => Err("the member stopped before it answered".to_owned()),
    }
}
