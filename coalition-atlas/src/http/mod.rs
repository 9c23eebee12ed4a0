//! The pages and documents of a member's HTTP listener.

mod metrics;
mod page;

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock, Weak};
use std::time::SystemTime;

use bytes::Bytes;
use coalition_committee::{Listener, Site};
use metrics_exporter_prometheus::PrometheusHandle;

use crate::compiled::Compiled;
use crate::member::Member;

/// A member's listener. It ends when it is dropped.
pub(crate) struct MemberListener {
    site: Arc<MemberSite>,
    _listener: Listener,
    _upkeep: metrics::Upkeep,
}

struct MemberSite {
    compiled: Compiled,
    metrics: PrometheusHandle,
    /// Empty until the member is on a network. A listener keeps no member alive.
    member: OnceLock<Weak<Member>>,
}

impl MemberListener {
    /// Listens on a socket address. It is not ready until there is a member to [`serve`](Self::serve).
    pub async fn start(bind: SocketAddr, compiled: Compiled) -> Result<Self, Box<dyn std::error::Error>> {
        let metrics = metrics::collect()?;
        let upkeep = metrics::Upkeep::start(metrics.clone());
        let site = Arc::new(MemberSite { compiled, metrics, member: OnceLock::new() });
        let listener = Listener::start(bind, Arc::clone(&site) as Arc<dyn Site>).await?;
        tracing::info!(address = %listener.address(), "listening for HTTP");
        Ok(Self { site, _listener: listener, _upkeep: upkeep })
    }

    pub fn serve(&self, member: &Arc<Member>) {
        let _ = self.site.member.set(Arc::downgrade(member));
    }
}

impl MemberSite {
    fn member(&self) -> Option<Arc<Member>> {
        self.member.get().and_then(Weak::upgrade)
    }
}

impl Site for MemberSite {
    fn snapshot(&self) -> Option<(u64, Bytes)> {
        let snapshots = self.member()?.snapshots();
        let held = snapshots.borrow();
        held.as_ref().map(|snapshot| (snapshot.header().version, snapshot.document().clone()))
    }

    fn is_ready(&self) -> bool {
        self.member().is_some_and(|member| member.standing().writable)
    }

    fn metrics(&self) -> String {
        self.metrics.render()
    }

    fn page(&self) -> String {
        let member = self.member();
        let standing = member.as_ref().map(|member| member.standing());
        let snapshot = member.and_then(|member| member.snapshots().borrow().clone());
        page::render(&self.compiled, standing.as_ref(), snapshot.as_deref(), SystemTime::now())
    }
}
