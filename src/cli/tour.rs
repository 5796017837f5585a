//! `alongside tour`: pictures of every screen, person and place, without a window and without anybody at the keyboard.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::fail;
use super::play::{ThemeArg, size};
use crate::cast;

#[derive(clap::Args, Clone, Debug)]
pub struct TourArgs {
    /// Where the pictures go: into screens, people and places under this folder.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// A picture's size; a cell of a contact sheet is a part of it.
    #[arg(long, default_value = "1280x720", value_parser = size)]
    size: (u32, u32),
    /// Text size in percent, 100 to 200.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u16).range(100..=200))]
    text_size: u16,
    #[arg(long, value_enum, default_value_t)]
    theme: ThemeArg,
    /// Only these; may be given several times.
    #[arg(long, value_enum)]
    only: Vec<KindArg>,
    /// Only these people on contact sheets and in places; may be given several times.
    #[arg(long, value_name = "ID")]
    person: Vec<String>,
    /// The place in which people stand on contact sheets.
    #[arg(long, value_name = "ID", default_value = "hallway")]
    place: String,
    /// Only this strength on contact sheets: 1 slight, 2 clear, 3 strong.
    #[arg(long, value_name = "1-3", value_parser = clap::value_parser!(u8).range(1..=3))]
    strength: Option<u8>,
    /// Write what is felt, and how strongly, on each cell of a contact sheet.
    #[arg(long)]
    captions: bool,
    /// Shuffle the cells of a contact sheet and write numbers on them; what they show goes into a file under keys.
    #[arg(long, value_name = "SEED", conflicts_with = "captions")]
    blind: Option<u64>,
    /// Compare each picture with the one of the same name here; exit code 1 where one differs, and both side by side under
    /// differences.
    #[arg(long, value_name = "DIR")]
    against: Option<PathBuf>,
    /// With --against: only make the pictures that have a reference.
    #[arg(long, requires = "against")]
    referenced: bool,
    /// With --against: make those pictures, and let those that differ take the place of their references.
    #[arg(long, requires = "against", conflicts_with = "referenced")]
    renew: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum KindArg {
    Screens,
    People,
    Places,
}

pub fn run(args: &TourArgs) -> ExitCode {
    if let Some(id) = args.person.iter().find(|id| !cast::look_exists(id)) {
        return fail(2, format_args!("nobody is drawn under the name \"{id}\"; there are: {}", people()));
    }
    if !cast::place_exists(&args.place) {
        let known: Vec<&str> = cast::place_ids().collect();
        return fail(2, format_args!("there is no place \"{}\"; there are: {}", args.place, known.join(", ")));
    }
    go(args)
}

/// The ids of everybody, in order.
pub(super) fn people() -> String {
    let mut known: Vec<&str> = cast::look_ids().collect();
    known.sort_unstable();
    known.join(", ")
}

#[cfg(not(feature = "game"))]
fn go(_args: &TourArgs) -> ExitCode {
    fail(2, "this build draws no pictures; build it without --no-default-features")
}

#[cfg(feature = "game")]
fn go(args: &TourArgs) -> ExitCode {
    use crate::game::tour::{Against, Comparing, Kind, Lettering, Order};
    let kind = |kind: &KindArg| match kind {
        KindArg::Screens => Kind::Screens,
        KindArg::People => Kind::People,
        KindArg::Places => Kind::Places,
    };
    let extent = match (args.referenced, args.renew) {
        (_, true) => Comparing::Renew,
        (true, false) => Comparing::Referenced,
        (false, false) => Comparing::Everything,
    };
    crate::game::tour::run(&Order {
        out: args.out.clone(),
        size: args.size,
        palette: args.theme.into(),
        text: f32::from(args.text_size) / 100.0,
        kinds: args.only.iter().map(kind).collect(),
        people: args.person.clone(),
        place: args.place.clone(),
        strength: args.strength.map(|strength| usize::from(strength) - 1),
        lettering: match (args.blind, args.captions) {
            (Some(seed), _) => Lettering::Blind(seed),
            (None, true) => Lettering::Captions,
            (None, false) => Lettering::Nothing,
        },
        against: args.against.clone().map(|folder| Against { folder, extent }),
    })
}
