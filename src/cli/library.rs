//! `alongside library`: what a library of scenarios gives to practice with, as tables in Markdown.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use super::check::gather;
use super::fail;
use super::put::put;
use crate::model::Model;
use crate::report::library::{markdown, put_into, shelf as counted};
use crate::scenario::{Scenario, library, shelf};

#[derive(clap::Args)]
pub struct LibraryArgs {
    /// Put it into this page, between the marks that it has there, instead of on standard output.
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
    /// Scenario files, or folders of them, instead of those that ship.
    paths: Vec<PathBuf>,
}

pub fn run(args: &LibraryArgs) -> ExitCode {
    let made = match scenarios(&args.paths) {
        Ok(scenarios) => markdown(&counted(scenarios, Model::shipped())),
        Err(problem) => return fail(2, problem),
    };
    let Some(file) = &args.into else { return put(&made, None) };
    let page = match library::read_file(file) {
        Ok(contents) => put_into(&contents.text, &made),
        Err(problem) => return fail(2, problem),
    };
    match page {
        Some(page) => put(&page, Some(file)),
        None => {
            fail(2, format_args!("{} has no marks for the tables; print them first to see the marks", file.display()))
        }
    }
}

fn scenarios(paths: &[PathBuf]) -> Result<Vec<Arc<Scenario>>, String> {
    match paths {
        [] => shipped(),
        paths => written(paths),
    }
}

/// Every scenario that ships, the visits of cases among them.
fn shipped() -> Result<Vec<Arc<Scenario>>, String> {
    let resolved = shelf::shelf().into_iter().map(|shelved| {
        let faulty = |_| format!("{} cannot be played; `alongside check` says why", shelved.path.display());
        shelved.resolved().map(Arc::new).map_err(faulty)
    });
    resolved.collect()
}

/// Those in files and folders.
fn written(paths: &[PathBuf]) -> Result<Vec<Arc<Scenario>>, String> {
    let mut files = Vec::new();
    for path in paths {
        gather(path, &mut files).map_err(|e| format!("could not read {}: {e}", path.display()))?;
    }
    let load =
        |file: &PathBuf| library::load(&file.display().to_string(), None).map(Arc::new).map_err(|p| p.to_string());
    files.iter().map(load).collect()
}
