//! A color as a place writes it: a name of the palette, a plain color, or one on its way to another.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de::Error};

use super::Color;
use super::oklab::{self, Lab};

/// The colors of an hour, by name.
pub type Palette = BTreeMap<String, Color>;

/// In files `"#rrggbb"`, `"wall"`, or `"wall 30% void"`: wall, 30 % of the way to void in OKLab.
///
/// Further steps go on from there (`"wall 30% void 10% lamp"`), and a mixture in parentheses is one color
/// (`"wall 30% (void 10% lamp)"`).
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    written: String,
    from: Term,
    /// How far on the way, 0 to 1, and to what.
    steps: Vec<(f64, Term)>,
}

#[derive(Clone, Debug, PartialEq)]
enum Term {
    Plain(Color),
    Name(String),
    Mixed(Box<Mixture>),
}

impl Mixture {
    /// # Errors
    /// What it is not, and how one is written.
    pub fn parse(text: &str) -> Result<Self, String> {
        let spaced = text.replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let read = mixture(&words, text).filter(|(_, rest)| rest.is_empty());
        let (mixture, _) = read.ok_or_else(|| {
            format!("`{text}` is no color: write `#rrggbb`, a name of the palette, or a mix such as `wall 30% void`")
        })?;
        Ok(mixture)
    }

    /// The color it is with a palette.
    ///
    /// # Errors
    /// The name the palette has not.
    pub fn color(&self, palette: &Palette) -> Result<Color, &str> {
        match (&self.from, &self.steps[..]) {
            (Term::Plain(color), []) => Ok(*color),
            _ => self.lab(palette).map(oklab::color),
        }
    }

    /// Every name in it.
    pub fn names(&self) -> Vec<&str> {
        let terms = std::iter::once(&self.from).chain(self.steps.iter().map(|(_, term)| term));
        terms.flat_map(Term::names).collect()
    }

    /// The text it was read from.
    pub fn written(&self) -> &str {
        &self.written
    }

    fn lab(&self, palette: &Palette) -> Result<Lab, &str> {
        let from = self.from.lab(palette)?;
        self.steps.iter().try_fold(from, |at, (share, to)| Ok(oklab::between(at, to.lab(palette)?, *share)))
    }
}

impl Term {
    fn lab(&self, palette: &Palette) -> Result<Lab, &str> {
        match self {
            Self::Plain(color) => Ok(oklab::lab(*color)),
            Self::Name(name) => palette.get(name).map(|color| oklab::lab(*color)).ok_or(name),
            Self::Mixed(mixture) => mixture.lab(palette),
        }
    }

    fn names(&self) -> Vec<&str> {
        match self {
            Self::Plain(_) => vec![],
            Self::Name(name) => vec![name],
            Self::Mixed(mixture) => mixture.names(),
        }
    }
}

/// A mixture at the start of the words, and the words after it.
fn mixture<'a, 'w>(words: &'w [&'a str], written: &str) -> Option<(Mixture, &'w [&'a str])> {
    let (from, mut rest) = term(words)?;
    let mut steps = Vec::new();
    while let Some((share, after)) = rest.split_first().and_then(|(word, after)| Some((share(word)?, after))) {
        let (to, after) = term(after)?;
        steps.push((share, to));
        rest = after;
    }
    Some((Mixture { written: written.to_owned(), from, steps }, rest))
}

fn term<'a, 'w>(words: &'w [&'a str]) -> Option<(Term, &'w [&'a str])> {
    let (word, rest) = words.split_first()?;
    if *word == "(" {
        let (inner, rest) = mixture(rest, "")?;
        let rest = rest.strip_prefix(&[")"])?;
        return Some((Term::Mixed(Box::new(inner)), rest));
    }
    let name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let named = word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(name);
    let term = if named { Term::Name((*word).to_owned()) } else { Term::Plain(word.parse().ok()?) };
    Some((term, rest))
}

fn share(word: &str) -> Option<f64> {
    let percent = word.strip_suffix('%')?.parse::<f64>().ok()?;
    (0.0..=100.0).contains(&percent).then_some(percent / 100.0)
}

impl<'de> Deserialize<'de> for Mixture {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, &str>) {
        let palette = [("wall", 0xcf9a74), ("void", 0x3a4658), ("lamp_2", 0xffffff)];
        let palette = palette.map(|(name, rgb)| (name.to_owned(), Color::hex(rgb))).into();
        let mixture = Mixture::parse(text).expect(text);
        let found = mixture.color(&palette).map(|color| color.to_string());
        assert_eq!(found.as_deref(), expected.as_ref().copied(), "{text}");
    }

    #[test]
    fn a_mix_goes_part_of_the_way_and_further_steps_go_on_from_there() {
        check("#123abc", Ok("#123abc"));
        check("wall", Ok("#cf9a74"));
        check("wall 50% void", Ok("#827069"));
        check("wall 0% void", Ok("#cf9a74"));
        check("#cf9a74 50% void 100% lamp_2", Ok("#ffffff"));
        check("wall 50% (void 100% lamp_2)", Ok("#e8ccb9"));
        check("(wall 50% void) 0% void", Ok("#827069"));
    }

    #[test]
    fn a_name_the_palette_has_not_is_told() {
        check("wall 50% viod", Err("viod"));
        check("wall 50% (void 20% wal)", Err("wal"));
        assert_eq!(
            Mixture::parse("wall 5% (a 1% b) 2% #000000").map(|m| m.names().join(" ")),
            Ok("wall a b".to_owned())
        );
    }

    #[test]
    fn what_is_no_mixture_is_refused_with_the_way_to_write_one() {
        for text in
            ["", "wall void", "wall 30 void", "wall 30%", "wall 130% void", "wall -1% void", "(wall", "wall)", "#12"]
        {
            assert!(Mixture::parse(text).is_err_and(|e| e.contains("such as `wall 30% void`")), "{text}");
        }
    }
}
