//! Who and where: the people and places that are drawn, as data.

/// The people that are drawn.
pub const LOOKS: [&str; 2] = ["dev", "mara"];
/// The places that are drawn.
pub const PLACES: [&str; 3] = ["bar", "bar-afternoon", "hallway"];

pub fn look_exists(id: &str) -> bool {
    LOOKS.contains(&id)
}

pub fn place_exists(id: &str) -> bool {
    PLACES.contains(&id)
}
