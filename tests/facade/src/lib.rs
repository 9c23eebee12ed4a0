//! An empty library: the tests of the facade are in `tests/`.
