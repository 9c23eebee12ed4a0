//! Waiting with an end to it.

use std::time::Duration;

/// What a test allows for anything that should happen: more than it ever takes, so that a hang is a failure with a name.
pub async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    let limit = Duration::from_secs(100);
    tokio::time::timeout(limit, future).await.unwrap_or_else(|_| panic!("it took too long: {what}"))
}

/// Waits until a condition holds.
pub async fn until(what: &str, mut condition: impl FnMut() -> bool) {
    soon(what, async {
        while !condition() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
}
