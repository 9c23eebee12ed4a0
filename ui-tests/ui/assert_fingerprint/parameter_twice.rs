use coalition::{ConfluenceConfig, ContentParam, ContentParams, ContentValue, assert_fingerprint};

const WATCH_BY_HAND: ConfluenceConfig<'static> = ConfluenceConfig {
    content: ContentParams {
        params: &[
            ContentParam { key: "window_ms", value: ContentValue::U64(500) },
            ContentParam { key: "window_ms", value: ContentValue::U64(999) },
        ],
    },
    ..operator_unichain::BRIDGE_WATCH
};

assert_fingerprint!(WATCH_BY_HAND, "0x2222222222222222222222222222222222222222222222222222222222222222");

fn main() {}
