//! Random declarations, by the generator that the tests of the facade have.

use anyhow::{Result, anyhow};
use generators::handshake;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::declaration::{DeclarationDocument, of_document};

/// An endless row of declarations with all their metadata, the same for the same seed. Every fortieth has hundreds of
/// citizens.
pub struct Declarations {
    runner: TestRunner,
    count: usize,
}

impl Declarations {
    pub fn new(seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        Self { runner: TestRunner::new_with_rng(Config::default(), rng), count: 0 }
    }

    pub fn draw(&mut self) -> Result<DeclarationDocument> {
        self.count += 1;
        let most = if self.count.is_multiple_of(40) { 200 } else { 4 };
        let drawn =
            handshake::sized(most).new_tree(&mut self.runner).map_err(|reason| anyhow!("{reason}"))?;
        Ok(of_document(serde_json::to_value(drawn.current())?))
    }

    pub fn rng(&mut self) -> &mut TestRng {
        self.runner.rng()
    }
}
