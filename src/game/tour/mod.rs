//! The tour: pictures of every screen, person and place, made without a window and without anybody at the keyboard.
//!
//! Everything goes through the screens and the stage that a trainee sees; time is moved by hand, so that the same program
//! makes the same pictures.

mod album;
mod compare;
mod driver;
mod history;
mod lesson;
mod people;
mod places;
mod returning;
mod screens;
mod studio;
mod year;

use std::path::PathBuf;
use std::process::ExitCode;

use bevy::math::UVec2;

use super::theme::Palette;
use album::Album;
use studio::Studio;

/// What the command line asked for.
#[derive(Clone, Debug)]
pub struct Order {
    /// Where the pictures go.
    pub out: PathBuf,
    /// Of a picture, in pixels; a cell of a contact sheet is a part of it.
    pub size: (u32, u32),
    pub palette: Palette,
    /// 1 to 2.
    pub text: f32,
    /// All of them where empty.
    pub kinds: Vec<Kind>,
    /// Ids of the people on contact sheets and in places; all of them where empty.
    pub people: Vec<String>,
    /// The place of the contact sheets.
    pub place: String,
    /// Only this strength on contact sheets, 0 slight to 2 strong; all three without.
    pub strength: Option<usize>,
    pub lettering: Lettering,
    pub against: Option<Against>,
}

/// What there are pictures of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Screens,
    People,
    Places,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Screens, Self::People, Self::Places];

    /// The folder of its pictures.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Screens => "screens",
            Self::People => "people",
            Self::Places => "places",
        }
    }
}

/// What stands on the cells of a contact sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lettering {
    #[default]
    Nothing,
    /// The emotion and its strength.
    Captions,
    /// A number; this seed shuffles the cells, and the key is a file of its own.
    Blind(u64),
}

/// Pictures to compare with, of the same names.
#[derive(Clone, Debug)]
pub struct Against {
    pub folder: PathBuf,
    pub extent: Comparing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparing {
    /// Everything is made; what has no reference is only told.
    Everything,
    /// Only pictures that have a reference are made.
    Referenced,
    /// Only those, and they take the place of their references.
    Renew,
}

/// Makes the pictures; progress and what differs are told on standard error.
pub fn run(order: &Order) -> ExitCode {
    match make(order) {
        Ok(album) => album.verdict(),
        Err(problem) => {
            eprintln!("alongside: {problem}");
            ExitCode::from(2)
        }
    }
}

fn make(order: &Order) -> Result<Album, String> {
    let mut album = Album::open(order)?;
    let mut studio = Studio::open(UVec2::from(order.size))?;
    let kinds = if order.kinds.is_empty() { Kind::ALL.to_vec() } else { order.kinds.clone() };
    for kind in kinds {
        match kind {
            Kind::Screens => screens::make(&mut studio, order, &mut album)?,
            Kind::People => people::make(&mut studio, order, &mut album)?,
            Kind::Places => places::make(&mut studio, order, &mut album)?,
        }
        album.complete(kind, order);
    }
    Ok(album)
}

/// A picture of the screen that stands open, where it is wanted.
fn look(studio: &mut Studio, album: &mut Album, name: &str) -> Result<(), String> {
    if album.wants(Kind::Screens, name) {
        let picture = studio.picture()?;
        album.put(Kind::Screens, name, picture)?;
    }
    Ok(())
}
