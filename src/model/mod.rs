//! The psychology as data and as arithmetic: techniques, the person, the context rules, one turn, the time between visits.
//!
//! The numbers live in `assets/model/*.ron`, each with its words, source and status; the formulas are those of the
//! reference model and are held to it by the conformance tests.

pub mod dimension;
pub mod emotion;
pub mod person;
pub mod technique;

pub use dimension::{Dimension, Evidence};
pub use emotion::{Emotion, Feeling, Need};
pub use person::{Person, Stage, State, Variable};
pub use technique::{Technique, TechniqueIx, TechniqueSet, Techniques};
