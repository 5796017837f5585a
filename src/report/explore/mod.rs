//! What an exploration found, as text, as one page for a browser, and as a document for programs.

pub mod html;
pub mod json;
pub mod text;
mod words;
