//! Which feeling a face is most like, going by the recipes.

use std::collections::BTreeMap;

use super::compose::{Part, units};
use super::file::Amount;
use super::shown::Unit;
use super::{Cues, Faces};
use crate::model::Emotion;

/// Sunken lids do not count: drink and shutting down sink them too.
const NOBODYS: u8 = 43;

/// How much likelier than the next a face with ways of its own has to be, as a difference of cosines: our choice.
const LEAD: f32 = 0.02;

impl Cues {
    /// How like the whole recipe of an emotion some action units are: the cosine of the angle between the two, 0 to 1.
    pub(super) fn likeness(&self, shown: &[Unit], emotion: Emotion) -> f32 {
        let cue = self.emotion(emotion);
        let stages = std::iter::once(&cue.shows).chain(cue.then.iter().map(|later| &later.shows));
        let recipe = stages.flat_map(|shows| shows.units.iter().map(|(number, amount)| (*number, amount.sides())));
        let recipe: Vec<(u8, [f32; 2])> = recipe.filter(|(number, _)| *number != NOBODYS).collect();
        let shown = || shown.iter().filter(|unit| unit.number != NOBODYS);
        let of = |number| shown().find(|unit| unit.number == number).map_or([0.0; 2], |unit| [unit.near, unit.far]);
        let dot: f32 = recipe.iter().map(|(number, s)| of(*number)[0] * s[0] + of(*number)[1] * s[1]).sum();
        let recipe_length = recipe.iter().map(|(_, s)| s[0] * s[0] + s[1] * s[1]).sum::<f32>().sqrt();
        let length = shown().map(|unit| unit.near * unit.near + unit.far * unit.far).sum::<f32>().sqrt();
        dot / (recipe_length * length).max(f32::EPSILON)
    }

    /// Whether an emotion shown in somebody's own way, weakly or strongly, is still most like itself.
    ///
    /// # Errors
    /// The emotion it would be taken for.
    pub(super) fn keeps_readable(&self, faces: &Faces, emotion: Emotion) -> Result<(), Emotion> {
        let taken_for = [0.25, 0.5, 1.0].into_iter().find_map(|share| {
            let shown = self.in_ones_own_way(faces, emotion, share);
            let itself = self.likeness(&shown, emotion) - LEAD;
            Emotion::ALL.into_iter().find(|other| *other != emotion && self.likeness(&shown, *other) > itself)
        });
        taken_for.map_or(Ok(()), Err)
    }

    fn in_ones_own_way(&self, faces: &Faces, emotion: Emotion, share: f32) -> Vec<Unit> {
        let cue = self.emotion(emotion);
        let own: Option<&BTreeMap<u8, Amount>> = faces.units_of(emotion);
        let stages: Vec<_> = std::iter::once(&cue.shows).chain(cue.then.iter().map(|later| &later.shows)).collect();
        let last = stages.len() - 1;
        let parts = stages.iter().enumerate().map(|(ix, shows)| Part {
            face: faces.strength_of(emotion),
            own: own.filter(|_| ix == last),
            ..Part::of(shows, share, true)
        });
        units(&parts.collect::<Vec<_>>())
    }
}
