//! Empty: the tests of the facade are in `tests/`.
