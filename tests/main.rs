//! One binary for everything that is tested from outside.

mod architecture;
mod bad_input;
mod case;
mod cli;
mod conformance;
mod cues;
mod documents;
mod explore;
mod faces;
mod figures;
mod first_scenario;
mod findings;
mod growth;
mod guide;
mod lesson;
mod lint;
mod lsp;
#[cfg(feature = "game")]
mod pictures;
mod plays;
mod playthroughs;
mod presence;
mod recall;
mod records;
mod schema;
mod reports;
mod rewrite;
#[cfg(feature = "game")]
mod screens;
#[cfg(feature = "game")]
mod tour;
mod watch;
mod xapi;
