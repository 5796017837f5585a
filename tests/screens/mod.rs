//! The whole interface without a window: the desk driven by label, role and key, with a clock moved by hand.

mod afterwards;
mod case;
mod class;
mod conversation;
mod debrief;
mod gallery;
mod layout;
mod lesson;
mod play;
mod record;
mod records;
mod saved;
mod seen;
#[cfg(feature = "sound")]
mod sound;
mod stillness;
mod walk;
