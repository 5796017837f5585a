//! `alongside assess`: a form of conversations that count, as an instructor issued it.

use std::path::PathBuf;
use std::process::ExitCode;

use super::play::WindowArgs;
use super::{fail, own_folder};
use crate::records::Form;
use crate::scenario::library;

#[derive(clap::Args)]
pub struct AssessArgs {
    /// The form's file (RON); `docs/assessment.md` says what stands in it.
    form: PathBuf,
    #[command(flatten)]
    window: WindowArgs,
}

pub fn run(args: &AssessArgs) -> ExitCode {
    match form(args) {
        Ok(form) => in_window(args, form),
        Err(problem) => fail(2, problem),
    }
}

fn form(args: &AssessArgs) -> Result<Form, String> {
    let text = std::fs::read_to_string(&args.form)
        .map_err(|error| format!("could not read {}: {error}", args.form.display()))?;
    let form = Form::read(&text)?;
    let user = own_folder(args.window.scenarios.as_deref())?;
    for id in &form.scenarios {
        library::load(id, user).map_err(|problem| problem.to_string())?;
    }
    Ok(form)
}

#[cfg(feature = "game")]
fn in_window(args: &AssessArgs, form: Form) -> ExitCode {
    if !super::display::answers() {
        return fail(2, "an assessment needs a window, and there is no display here");
    }
    crate::game::run(crate::game::Start { chosen: None, file: None, form: Some(form), window: args.window.clone() })
}

#[cfg(not(feature = "game"))]
fn in_window(_: &AssessArgs, _: Form) -> ExitCode {
    fail(2, "an assessment needs a window, and this build has none")
}
