//! What a block calls its components: configurations hold no const names.

/// The const names of a block, each list as in its configuration.
#[derive(Clone, Copy, Debug)]
pub struct BlockNames<'a> {
    /// The lattices.
    pub lattices: &'a [&'a str],
    /// The organisms, each with the name that the block gives it, which its configuration does not hold.
    pub organisms: &'a [(&'a str, &'a str)],
    /// The confluences and modules, each with whether the block declares it a module.
    pub confluences: &'a [(&'a str, bool)],
}
