//! Source files: the blocks in them, and edits of them.

pub mod block;
pub mod block_edit;
pub mod regular_file;
pub mod rewrite;
pub mod source_file;
