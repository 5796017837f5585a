//! `alongside explain`: what a finding means, in the words of the authors' guide.

use std::io::Write;
use std::process::ExitCode;

use super::{fail, unwritten};
use crate::diagnostic::{Explanation, short};
use crate::lint::explanations;
use crate::report::explained::{markdown, text};
use crate::report::page::Page;
use crate::scenario::resolve::nearest;

#[derive(clap::Args)]
pub struct ExplainArgs {
    /// The code of a finding, such as no-body; without it all are listed.
    code: Option<String>,
    /// The whole page of the authors' guide, docs/rules.md.
    #[arg(long, conflicts_with = "code")]
    guide: bool,
    /// JSON instead of text.
    #[arg(long, conflicts_with = "guide")]
    json: bool,
}

pub fn run(args: &ExplainArgs) -> ExitCode {
    let all = explanations();
    if args.guide {
        return print(&markdown::page(&all));
    }
    let chosen = match args.code.as_deref().map(|written| find(&all, written)) {
        None => all.as_slice(),
        Some(Ok(one)) => std::slice::from_ref(one),
        Some(Err(problem)) => return fail(2, problem),
    };
    if args.json {
        return match serde_json::to_string_pretty(chosen) {
            Ok(json) => print(&(json + "\n")),
            Err(e) => fail(2, format_args!("could not write the findings: {e}")),
        };
    }
    let mut page = Page::on_stdout();
    match (&args.code, chosen) {
        (Some(_), [one]) => text::one(&mut page, one),
        _ => text::all(&mut page, chosen),
    }
    ExitCode::SUCCESS
}

/// A code as `check` prints it, `error[no-body]` and all.
fn find<'a>(all: &'a [Explanation], written: &str) -> Result<&'a Explanation, String> {
    let inside = written.split_once('[').map_or(written, |(_, code)| code.trim_end_matches([']', ':']));
    let code = inside.trim().to_lowercase().replace('_', "-");
    all.iter().find(|e| e.code == code).ok_or_else(|| {
        let near = nearest(&code, all.iter().map(|e| e.code));
        let guess = near.map_or(String::new(), |near| format!("did you mean \"{near}\"? "));
        format!("there is no finding \"{}\"; {guess}`alongside explain` lists them all", short(written))
    })
}

fn print(text: &str) -> ExitCode {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => unwritten("the findings", &e),
    }
}
