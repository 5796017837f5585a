//! The camera of the stage: where it stands now, and the frame it sees.

use bevy::prelude::*;

use super::StageSet;
use super::backdrop::Backdrop;
use super::scene::{Distance, Scene, Wanted};
use super::target::Target;
use crate::backdrop::company::{ROOM, standing};
use crate::backdrop::{Camera, Framing, Head};
use crate::cast::place::Spots;

/// Seconds it takes to turn from one person to another.
const TURN_SECS: f32 = 0.9;

/// What the camera of the stage sees.
#[derive(Resource, Default)]
pub(super) struct Lens {
    camera: Camera,
    conversation: Option<u64>,
    /// How far each person is faced, 0 to 1.
    faced: [f32; ROOM],
    /// When it last moved, in seconds.
    moved: f64,
    /// How the frame lies in the shown part of the picture; none before anything was shown.
    pub framing: Option<Framing>,
    /// How much larger that is than the frame need be.
    pub zoom: f32,
    pub shown_size: Vec2,
}

impl Lens {
    /// How far to the side it stands, -1 to 1.
    pub fn aside(&self) -> f32 {
        self.camera.aside()
    }

    /// How much of the step back at the stop is done, 0 to 1.
    pub fn back(&self) -> f32 {
        self.camera.back()
    }

    /// How far a person is faced, 0 to 1, slow at either end.
    pub fn faced(&self, who: usize) -> f32 {
        self.faced.get(who).map_or(0.0, |t| t * t * (3.0 - 2.0 * t))
    }

    fn step(&mut self, scene: &Scene, now: f64) {
        let gone = (now - self.moved).clamp(0.0, 0.25) as f32;
        self.moved = now;
        let begins = self.conversation != Some(scene.conversation);
        self.conversation = Some(scene.conversation);
        if begins {
            self.camera = Camera::at(scene.wish);
        } else if scene.still {
            self.camera.cut(scene.wish);
        } else if !scene.frozen {
            self.camera.step(scene.wish, gone);
        }
        for (faced, actor) in self.faced.iter_mut().zip(&scene.actors) {
            let goal = f32::from(u8::from(actor.faced));
            let way = if begins || scene.still { 1.0 } else { gone / TURN_SECS };
            *faced += (goal - *faced).clamp(-way, way);
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Lens>();
    app.add_systems(PostUpdate, aim.in_set(StageSet::Camera));
}

fn aim(
    wanted: Res<Wanted>,
    backdrop: Res<Backdrop>,
    target: Res<Target>,
    mut lens: ResMut<Lens>,
    time: Res<Time<Real>>,
) {
    let (Some(scene), Some(place)) = (&wanted.0, &backdrop.place) else { return };
    lens.step(scene, time.elapsed_secs_f64());
    let zoom = if scene.distance == Distance::Portrait { 1.0 } else { lens.camera.zoom() };
    let size = target.shown_size(scene.rect);
    lens.zoom = zoom;
    lens.framing = Some(scene.framing(size, middle(&lens, scene, place.spots.as_ref()), zoom));
    lens.shown_size = size;
}

/// The head the frame is laid around: of whoever is faced, and between two while turning.
fn middle(lens: &Lens, scene: &Scene, spots: Option<&Spots>) -> Head {
    let Some(spots) = spots else { return Head::NOBODY };
    let first = Head::from(&spots.speaker);
    let count = scene.actors.len().min(ROOM);
    let shares: Vec<f32> = (0..count).map(|who| lens.faced(who)).collect();
    let sum: f32 = shares.iter().sum();
    if sum <= 0.0 {
        return first;
    }
    let x = shares.iter().enumerate().map(|(who, share)| share * standing(spots, who, count, 1.0).head.x);
    Head { x: x.sum::<f32>() / sum, ..first }
}
