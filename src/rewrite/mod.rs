//! What changes the text of a scenario or a person and keeps what its author wrote: its layout, mending, and beginning a new one.

pub mod fix;
pub mod layout;
pub mod new;
pub mod person;
pub mod write;
