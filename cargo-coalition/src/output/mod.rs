//! Output for people, scripts and GitHub Actions.

pub mod colour;
pub mod confirm;
pub mod error;
pub mod escape;
pub mod github;
pub mod json;
pub mod layout;
pub mod stderr;
pub mod stdout;
pub mod style;
pub mod usage;
