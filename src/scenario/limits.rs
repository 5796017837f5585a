//! How much a scenario's file may hold: a file that nobody here wrote is safe to open.

/// Bytes in the file.
pub const MOST_BYTES: usize = 16 << 20;
/// Nodes and endings together.
pub const MOST_NODES: usize = 20_000;
pub const MOST_PEOPLE: usize = 8;
/// Letters in a text.
pub const MOST_LETTERS: usize = 600;
/// Letters in an id of the author's own.
pub const MOST_ID: usize = 60;
/// Things in a list without a limit of its own.
pub const MOST_ITEMS: usize = 100;
