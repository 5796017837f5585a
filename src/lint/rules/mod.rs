//! The rules, one per file.

mod line_too_long;

use super::Rule;

/// All of them, in the order in which they look.
pub const RULES: &[Rule] = &[line_too_long::LINE_TOO_LONG];
