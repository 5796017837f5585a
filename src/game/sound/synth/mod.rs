//! Every sound of the game, made by calculation: the same id and seed give the same samples.

pub mod buffer;
mod interface;
mod parts;
mod people;
mod rooms;
mod things;
mod weather;

use serde::Deserialize;

pub use buffer::{Buffer, RATE};

/// A sound that the program can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum Sound {
    // what lasts
    Room,
    Bar,
    Corridor,
    Tiles,
    Stairwell,
    Street,
    StreetNight,
    Country,
    Murmur,
    NextDoor,
    Thud,
    Television,
    Tube,
    Engine,
    Knife,
    Rain,
    RainOnCloth,
    Leaves,
    // what happens
    Steps,
    StepsOutside,
    Door,
    Glass,
    Clink,
    Car,
    Paper,
    Breath,
    Cough,
    Drip,
    Flicker,
    Chain,
    Phone,
    Trolley,
    Relay,
    // what answers the hand
    Choose,
    Open,
    Back,
}

/// Whether a sound ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Repeated without a seam.
    Lasts,
    Ends,
}

struct Recipe {
    sound: Sound,
    length: Length,
    make: fn(u64) -> Buffer,
}

const RECIPES: &[Recipe] = &[
    lasts(Sound::Room, rooms::room),
    lasts(Sound::Bar, rooms::bar),
    lasts(Sound::Corridor, rooms::corridor),
    lasts(Sound::Tiles, rooms::tiles),
    lasts(Sound::Stairwell, rooms::stairwell),
    lasts(Sound::Street, weather::street),
    lasts(Sound::StreetNight, weather::street_night),
    lasts(Sound::Country, weather::country),
    lasts(Sound::Murmur, people::murmur),
    lasts(Sound::NextDoor, people::next_door),
    lasts(Sound::Thud, rooms::thud),
    lasts(Sound::Television, people::television),
    lasts(Sound::Tube, rooms::tube),
    lasts(Sound::Engine, rooms::engine),
    lasts(Sound::Knife, things::knife),
    lasts(Sound::Rain, weather::rain),
    lasts(Sound::RainOnCloth, weather::rain_on_cloth),
    lasts(Sound::Leaves, weather::leaves),
    ends(Sound::Steps, people::steps),
    ends(Sound::StepsOutside, people::steps_outside),
    ends(Sound::Door, things::door),
    ends(Sound::Glass, things::glass),
    ends(Sound::Clink, things::clink),
    ends(Sound::Car, weather::car),
    ends(Sound::Paper, things::paper),
    ends(Sound::Breath, people::breath),
    ends(Sound::Cough, people::cough),
    ends(Sound::Drip, things::drip),
    ends(Sound::Flicker, things::flicker),
    ends(Sound::Chain, things::chain),
    ends(Sound::Phone, things::phone),
    ends(Sound::Trolley, things::trolley),
    ends(Sound::Relay, things::relay),
    ends(Sound::Choose, interface::choose),
    ends(Sound::Open, interface::open),
    ends(Sound::Back, interface::back),
];

const fn lasts(sound: Sound, make: fn(u64) -> Buffer) -> Recipe {
    Recipe { sound, length: Length::Lasts, make }
}

const fn ends(sound: Sound, make: fn(u64) -> Buffer) -> Recipe {
    Recipe { sound, length: Length::Ends, make }
}

impl Sound {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        RECIPES.iter().map(|r| r.sound)
    }

    pub fn length(self) -> Length {
        self.recipe().map_or(Length::Ends, |r| r.length)
    }

    /// The samples. This takes from a millisecond to half a second: not for a frame.
    pub fn make(self, seed: u64) -> Buffer {
        self.recipe().map(|r| (r.make)(seed)).unwrap_or_default()
    }

    fn recipe(self) -> Option<&'static Recipe> {
        RECIPES.iter().find(|r| r.sound == self)
    }
}

/// A number from 0 to 1 that belongs to this seed.
pub fn chance(seed: u64) -> f32 {
    parts::Chance::new(seed).between(0.0, 1.0)
}

#[cfg(test)]
mod tests;
