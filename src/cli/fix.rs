//! `alongside check --fix`: mends what is mechanical before the findings are told.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::lint;
use crate::model::Model;
use crate::report::page::clean;
use crate::rewrite::fix::diff::{Change, changes};
use crate::rewrite::fix::{Mended, mend};
use crate::rewrite::write;
use crate::scenario::library::{self, Contents};

#[derive(clap::Args)]
pub struct FixArgs {
    /// Mend what is mechanical: marks that are missing, words that are one letter off, what stands there twice.
    #[arg(long)]
    pub fix: bool,
    /// With --fix: show what would change, and change nothing.
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
}

/// Mends these files as far as it is asked to; a file that cannot be read is left to whoever reads it next.
///
/// # Errors
/// A sentence, where a file cannot be written; it is then as it was.
pub fn run(args: &FixArgs, files: &[PathBuf]) -> Result<(), String> {
    let asked = if args.fix { files } else { &[] };
    for file in asked {
        let Ok(Contents { text, problem: None }) = library::read_file(file) else { continue };
        let id = library::stem(file).unwrap_or_default();
        let mended = mend(&text, &|text| lint::check(&id, text, Model::shipped(), library::known()));
        if mended.text != text {
            let shown = clean(&file.display().to_string());
            keep(args, file, &text, &mended).map_err(|e| format!("could not write {shown}: {e}"))?;
        }
    }
    Ok(())
}

fn keep(args: &FixArgs, file: &Path, text: &str, mended: &Mended) -> Result<(), write::Unwritten> {
    let shown = clean(&file.display().to_string());
    let count = findings(mended.count);
    if args.dry_run {
        tell(&shown, text, mended)?;
        return Ok(writeln!(io::stderr().lock(), "{shown}: {count} would be mended")?);
    }
    write::replace(file, text.as_bytes(), &mended.text)?;
    Ok(writeln!(io::stderr().lock(), "{shown}: {count} mended")?)
}

/// The lines that would go and come.
fn tell(shown: &str, text: &str, mended: &Mended) -> io::Result<()> {
    let mut out = io::stderr().lock();
    for change in changes(text, &mended.text) {
        match change {
            Change::Went(line, words) => writeln!(out, "{shown}:{line}\n- {}", clean(words))?,
            Change::Came(_, words) => writeln!(out, "+ {}", clean(words))?,
        }
    }
    Ok(())
}

fn findings(count: usize) -> String {
    format!("{count} finding{}", if count == 1 { "" } else { "s" })
}
