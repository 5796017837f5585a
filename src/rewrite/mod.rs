//! What changes a scenario's text and keeps what its author wrote: its layout, mending, and beginning a new one.

pub mod fix;
pub mod layout;
pub mod new;
pub mod write;
