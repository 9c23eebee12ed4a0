//! The coalition `{{name}}`.

use coalition::coalition;

coalition! {
    /// What this coalition is for, in a sentence or two: integrators read it on the handshake page.
    pub coalition {{const}} = "{{name}}" {
        expect_fingerprint = _,
    }

    // Replace these citizens by those that the coalition references. A stable id is copied from its operator's
    // handshake page, and never made up. The order is part of the identity.
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
    }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" {
        stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
    }

    /// The coalition's directory. It spans every citizen.
    module {{const}}_ATLAS = "atlas";
}
