//! `alongside people`: a gallery of the people, to try faces and postures on them and to write their files.

use std::path::PathBuf;
use std::process::ExitCode;

use super::fail;
use super::play::{ThemeArg, size};
use crate::cast;

#[derive(clap::Args, Clone, Debug)]
pub struct PeopleArgs {
    /// Whoever is looked at first.
    id: Option<String>,
    /// Where files are written, and read where they are there already.
    #[arg(long, value_name = "DIR", default_value = "people")]
    out: PathBuf,
    /// Text size in percent, 100 to 200.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u16).range(100..=200))]
    text_size: u16,
    #[arg(long, value_enum, default_value_t)]
    theme: ThemeArg,
    /// Cuts and still pictures instead of motion.
    #[arg(long)]
    reduced_motion: bool,
    /// The window's size, as WIDTHxHEIGHT.
    #[arg(long, value_parser = size)]
    window: Option<(u32, u32)>,
}

pub fn run(args: &PeopleArgs) -> ExitCode {
    match &args.id {
        Some(id) if !cast::look_exists(id) => {
            fail(2, format_args!("nobody is drawn under the name \"{id}\"; there are: {}", super::tour::people()))
        }
        Some(_) | None => go(args),
    }
}

#[cfg(not(feature = "game"))]
fn go(_args: &PeopleArgs) -> ExitCode {
    fail(2, "this build has no window; build it without --no-default-features")
}

#[cfg(feature = "game")]
fn go(args: &PeopleArgs) -> ExitCode {
    use crate::game::gallery::{self, Opening};
    if !super::display::answers() {
        return fail(2, "there is no display here, and the gallery needs a window");
    }
    let first = cast::look_ids().min().unwrap_or_default();
    let opening = Opening {
        person: args.id.as_deref().unwrap_or(first).to_owned(),
        folder: args.out.clone(),
        palette: args.theme.into(),
        text: f32::from(args.text_size) / 100.0,
        still: args.reduced_motion,
    };
    gallery::run(opening, args.window.unwrap_or((1280, 720)))
}
