//! `alongside fmt`: scenario files in the canonical layout.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{check, fail};
use crate::diagnostic::{Diagnostic, Lines, render};
use crate::lint;
use crate::model::Model;
use crate::report::page::clean;
use crate::rewrite::layout::{Untouched, canonical};
use crate::rewrite::write;
use crate::scenario::library::{self, Contents};

#[derive(clap::Args)]
pub struct FmtArgs {
    /// Scenario files, or folders of them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Change nothing; name the files that would change, and end with 1 when there are any.
    #[arg(long)]
    check: bool,
    /// Print the result instead of writing it.
    #[arg(long, conflicts_with = "check")]
    stdout: bool,
}

/// What became of one file.
enum Outcome {
    AsItWas,
    /// Laid out anew, or with `--check` it would be.
    Changed,
    /// It has faults and stays as it is.
    Faulty,
}

pub fn run(args: &FmtArgs) -> ExitCode {
    let mut files = Vec::new();
    for path in &args.paths {
        if let Err(e) = check::gather(path, &mut files) {
            return fail(2, format_args!("could not read {}: {e}", path.display()));
        }
    }
    if files.is_empty() {
        return fail(2, "there is no .ron file there");
    }
    let mut code = 0;
    for file in &files {
        match lay_out(file, args) {
            Ok(Outcome::AsItWas) => {}
            Ok(Outcome::Changed) => code = code.max(u8::from(args.check)),
            Ok(Outcome::Faulty) => code = code.max(1),
            Err(message) => {
                eprintln!("alongside: {message}");
                code = 2;
            }
        }
    }
    ExitCode::from(code)
}

fn lay_out(file: &Path, args: &FmtArgs) -> Result<Outcome, String> {
    let shown = clean(&file.display().to_string());
    let Contents { text, problem } = library::read_file(file).map_err(|e| e.to_string())?;
    let laid = match (problem, canonical(&text)) {
        (None, Ok(laid)) => laid,
        (Some(problem), _) => return tell(&shown, &text, &[problem]),
        (None, Err(Untouched::Faulty(_))) => return tell(&shown, &text, &faults(file, &text)),
        (None, Err(Untouched::Lossy)) => return Err(format!("{shown} could not be laid out; it stays as it is")),
    };
    if args.stdout {
        let printed = std::io::stdout().lock().write_all(laid.as_bytes());
        return printed.map(|()| Outcome::AsItWas).map_err(|e| format!("could not print {shown}: {e}"));
    }
    if laid == text {
        return Ok(Outcome::AsItWas);
    }
    if args.check {
        let told = writeln!(std::io::stdout().lock(), "{shown} would change");
        told.map_err(|e| format!("could not print {shown}: {e}"))?;
    } else {
        write::replace(file, text.as_bytes(), &laid).map_err(|e| format!("could not write {shown}: {e}"))?;
    }
    Ok(Outcome::Changed)
}

/// What `check` says of the writing itself.
fn faults(file: &Path, text: &str) -> Vec<Diagnostic> {
    let id = library::stem(file).unwrap_or_default();
    let mut problems = lint::check(&id, text, Model::shipped(), library::known());
    problems.retain(|p| p.code == "syntax");
    problems
}

fn tell(file: &str, text: &str, problems: &[Diagnostic]) -> Result<Outcome, String> {
    let mut err = std::io::stderr().lock();
    let colored = err.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let lines = Lines::of(text);
    let told = problems.iter().try_for_each(|p| writeln!(err, "{}\n", render(p, file, &lines, colored)));
    let told = told.and_then(|()| writeln!(err, "alongside: {file} stays as it is until that is mended"));
    told.map(|()| Outcome::Faulty).map_err(|e| format!("could not print the faults of {file}: {e}"))
}
