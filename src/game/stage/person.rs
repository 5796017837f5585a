//! The person: what is shown of them, moved on, drawn, and meshed for the picture.

use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};

use super::StageSet;
use super::backdrop::Backdrop;
use super::materials::{Paint, soft_mesh};
use super::scene::{Held, Scene, Wanted};
use super::soft::{Geometry, Mask, View, mesh};
use super::target::{STAGE, Target};
use crate::backdrop::Framing;
use crate::cast::{self, Look, Place, Poses};
use crate::figure::motion::Motion;
use crate::figure::{ActionUnits, Posture, draw};
use crate::model::cue::Shown;

/// Seconds between two pictures at least, however often the window is drawn.
const LEAST_STEP: f64 = 0.03;
/// A person who stands far is drawn this much smaller than one who stands near.
const NEARNESS: f32 = 0.06;
/// Height in figure units that stays where it is as they come nearer: the hands on the bar, the door's edge.
const ANCHOR: f32 = 260.0;
/// Width of the mask in texels beyond that of the picture.
const MARGIN: u32 = 16;

/// Whoever stands on the stage.
#[derive(Resource)]
pub(super) struct Person {
    mesh: Handle<Mesh>,
    paint: Handle<Paint>,
    mask: Handle<Image>,
    mask_size: UVec2,
    geometry: Geometry,
    present: Option<Present>,
}

struct Present {
    conversation: u64,
    look_id: String,
    look: &'static Look,
    motion: Motion,
    shown: Option<Shown>,
    speaking: bool,
    taking_in: bool,
    /// When the motion was last moved on, in seconds.
    moved: f64,
    units: ActionUnits,
    posture: Posture,
    /// What they are held in, where they are not left to themselves.
    held: Option<Held>,
    /// How the frame lay when they were last drawn, and the size of the picture.
    drawn: Option<(Framing, Vec2)>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, set_up);
    app.add_systems(PostUpdate, (enter, stand).chain().in_set(StageSet::Person));
}

fn set_up(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut images: ResMut<Assets<Image>>,
    mut paints: ResMut<Assets<Paint>>,
) {
    let mesh = meshes.add(soft_mesh(&Geometry::nothing(), Vec2::ONE));
    let mask = images.add(mask_image(&Mask::new(64)));
    let paint = paints.add(Paint { mask: mask.clone() });
    let at = Transform::from_xyz(0.0, 0.0, 1.0);
    commands.spawn((Mesh2d(mesh.clone()), MeshMaterial2d(paint.clone()), at, NoFrustumCulling, STAGE));
    let (mask_size, geometry) = (UVec2::ZERO, Geometry::default());
    commands.insert_resource(Person { mesh, paint, mask, mask_size, geometry, present: None });
}

fn mask_image(mask: &Mask) -> Image {
    let size = Extent3d { width: mask.width, height: mask.height, depth_or_array_layers: 1 };
    let use_of = RenderAssetUsages::RENDER_WORLD;
    Image::new(size, TextureDimension::D2, mask.texels.clone(), TextureFormat::R8Unorm, use_of)
}

/// Lets the person of the scene step on.
fn enter(wanted: Res<Wanted>, mut person: ResMut<Person>) {
    let Some(scene) = &wanted.0 else { return };
    let known = person.present.as_ref().is_some_and(|p| p.is(scene));
    if !known {
        person.present = cast::look(&scene.look).map(|look| Present::new(scene, look));
    }
}

impl Present {
    fn new(scene: &Scene, look: &'static Look) -> Self {
        let rest = Posture::at_rest(look);
        Self {
            conversation: scene.conversation,
            look_id: scene.look.clone(),
            look,
            motion: Motion::new(scene.conversation, rest.clone()),
            shown: None,
            speaking: false,
            taking_in: false,
            moved: 0.0,
            units: ActionUnits::default(),
            posture: rest,
            held: None,
            drawn: None,
        }
    }

    fn is(&self, scene: &Scene) -> bool {
        self.conversation == scene.conversation && self.look_id == scene.look
    }

    /// Stands as the scene says; true when the picture has to be drawn again.
    fn follow(&mut self, scene: &Scene, now: f64) -> bool {
        let held = self.held != scene.held;
        if held {
            self.held.clone_from(&scene.held);
        }
        let heard = self.held.is_none() && self.hear(scene, now);
        held || heard
    }

    /// Takes in what the scene says; true when the picture has to be drawn again.
    fn hear(&mut self, scene: &Scene, now: f64) -> bool {
        let turned = self.shown.as_ref() != Some(&scene.shown);
        if turned {
            let first = self.shown.replace(scene.shown.clone()).is_none();
            self.motion.aim(&scene.shown);
            if first || scene.still {
                // nobody is caught on the way from nowhere
                self.motion.settle();
                (self.units, self.posture) = self.motion.step(0.0);
                if !scene.still {
                    self.motion.aim(&scene.shown);
                }
            }
        }
        self.take_in(scene);
        self.speak(scene);
        self.step(scene, now) || turned
    }

    /// Stillness reads as thought.
    fn take_in(&mut self, scene: &Scene) {
        if let (Some(secs), false) = (scene.taking_in, self.taking_in) {
            self.motion.hold(secs);
        }
        self.taking_in = scene.taking_in.is_some();
    }

    fn speak(&mut self, scene: &Scene) {
        match (scene.speaking, self.speaking) {
            (Some(secs), false) => self.motion.speak(secs),
            (None, true) => self.motion.hush(),
            (Some(_), true) | (None, false) => {}
        }
        self.speaking = scene.speaking.is_some();
    }

    fn step(&mut self, scene: &Scene, now: f64) -> bool {
        let gone = now - self.moved;
        let rests = scene.frozen || self.motion.is_resting();
        if rests {
            self.moved = now;
        }
        if rests || gone < LEAST_STEP {
            return false;
        }
        self.moved = now;
        // after a pause they go on where they were
        (self.units, self.posture) = self.motion.step((gone as f32).min(0.25));
        true
    }

    fn view(&self, framing: &Framing, place: &Place, size: Vec2) -> View {
        let scale = framing.scale * place.spot.k;
        let near = 1.0 + NEARNESS * (self.motion.nearness() - 0.5);
        let head = Vec2::from(framing.place(place.spot.x, place.spot.y));
        View { origin: head + Vec2::new(0.0, ANCHOR * scale * (1.0 - near)), scale: scale * near, size }
    }
}

#[allow(clippy::too_many_arguments)]
fn stand(
    wanted: Res<Wanted>,
    backdrop: Res<Backdrop>,
    mut person: ResMut<Person>,
    target: Res<Target>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut images: ResMut<Assets<Image>>,
    mut paints: ResMut<Assets<Paint>>,
    time: Res<Time<Real>>,
) {
    let (Some(scene), Some(place)) = (&wanted.0, &backdrop.place) else { return };
    let person = &mut *person;
    let Some(present) = &mut person.present else { return };
    let shown_size = target.shown_size(scene.rect);
    let framing = scene.framing(shown_size, place.spot);
    let moved = present.follow(scene, time.elapsed_secs_f64());
    if !moved && present.drawn == Some((framing, shown_size)) {
        return;
    }
    present.drawn = Some((framing, shown_size));
    let (look, units, posture) = match &present.held {
        Some(held) => (held.look.as_ref(), &held.units, &held.posture),
        None => (present.look, &present.units, &present.posture),
    };
    let drawing = draw(look, &place.light, units, posture, Poses::shipped());
    let mut mask = Mask::new((shown_size.x as u32 + MARGIN).next_multiple_of(64));
    mesh(&drawing, &present.view(&framing, place, shown_size), &mut person.geometry, &mut mask);
    let _ = meshes.insert(person.mesh.id(), soft_mesh(&person.geometry, target.size.as_vec2()));
    let _ = images.insert(person.mask.id(), mask_image(&mask));
    let mask_size = UVec2::new(mask.width, mask.height);
    if person.mask_size != mask_size {
        // a texture of another size is another texture: the material has to be bound to it
        person.mask_size = mask_size;
        let _ = paints.insert(person.paint.id(), Paint { mask: person.mask.clone() });
    }
}
