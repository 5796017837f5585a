//! `alongside schema`: the format as a JSON Schema.

use std::io::Write;
use std::process::ExitCode;

use super::unwritten;
use crate::model::Model;
use crate::scenario::schema::schema;

/// Prints it, as it stands in `docs/scenario.schema.json`.
pub fn run() -> ExitCode {
    let mut out = std::io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut out, &schema(&Model::shipped().techniques));
    match written.map_err(std::io::Error::from).and_then(|()| writeln!(out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => unwritten("the schema", &e),
    }
}
