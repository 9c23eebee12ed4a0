//! Metrics of this process, in the text format of Prometheus.

use std::time::Duration;

use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use tokio::task::JoinHandle;

/// How often collected values are summed up. Without it they take more and more memory.
const UPKEEP: Duration = Duration::from_secs(5);

/// Collects every metric of this process from now on, mosaik's too.
pub fn collect() -> Result<PrometheusHandle, BuildError> {
    PrometheusBuilder::new().install_recorder()
}

/// A task that sums up what was collected, until it is dropped.
pub struct Upkeep(JoinHandle<()>);

impl Upkeep {
    pub fn start(metrics: PrometheusHandle) -> Self {
        Self(tokio::spawn(async move {
            loop {
                tokio::time::sleep(UPKEEP).await;
                metrics.run_upkeep();
            }
        }))
    }
}

impl Drop for Upkeep {
    fn drop(&mut self) {
        self.0.abort();
    }
}
