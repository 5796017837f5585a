//! What somebody wears.

use serde::Deserialize;

use crate::cast::Color;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ClothesKind {
    Blazer,
    Cardigan,
    Coat,
    Gown,
    Hoodie,
    Overshirt,
    Scrubs,
    Shirt,
    Turtleneck,
    Uniform,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Sleeve {
    #[default]
    Long,
    Rolled,
    Short,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clothes {
    pub kind: ClothesKind,
    pub color: Color,
    /// What is worn under it.
    #[serde(default)]
    pub inner: Option<Color>,
    /// Of the trousers.
    #[serde(default)]
    pub lower: Option<Color>,
    /// About the neck.
    #[serde(default)]
    pub chain: Option<Color>,
    /// Of the shirt in the neckline of a hoodie, and of its cords.
    #[serde(default)]
    pub tee: Option<Color>,
    #[serde(default)]
    pub cord: Option<Color>,
    #[serde(default)]
    pub tie: Option<Color>,
    #[serde(default)]
    pub scarf: Option<Color>,
    /// Over the clothes.
    #[serde(default)]
    pub apron: Option<Color>,
    #[serde(default)]
    pub vest: Option<Color>,
    #[serde(default)]
    pub lanyard: Option<Color>,
    /// Of what is printed or woven in.
    #[serde(default)]
    pub print: Option<Color>,
    #[serde(default)]
    pub zip: bool,
    /// Height of the first closed button; the garment's own without it.
    #[serde(default)]
    pub button: Option<f64>,
    #[serde(default)]
    pub cuff_color: Option<Color>,
    /// Width of the cuffs.
    #[serde(default = "cuff")]
    pub cuff: f64,
    #[serde(default)]
    pub sleeve: Sleeve,
    /// 1 close to the body, 1.2 a coat.
    #[serde(default = "ease")]
    pub ease: f64,
    /// Where it is open down to.
    #[serde(default = "open")]
    pub open: f64,
    /// Where it ends.
    #[serde(default = "hem")]
    pub hem: f64,
}

impl Clothes {
    /// Every color in it.
    pub fn colors_mut(&mut self) -> impl Iterator<Item = &mut Color> {
        let under = [&mut self.inner, &mut self.lower, &mut self.tee, &mut self.tie, &mut self.cuff_color];
        let over = [&mut self.chain, &mut self.cord, &mut self.scarf, &mut self.apron, &mut self.vest];
        let small = [&mut self.lanyard, &mut self.print];
        let worn = under.into_iter().chain(over).chain(small).flatten();
        std::iter::once(&mut self.color).chain(worn)
    }
}

fn cuff() -> f64 {
    12.0
}

fn ease() -> f64 {
    1.0
}

fn open() -> f64 {
    186.0
}

fn hem() -> f64 {
    556.0
}
