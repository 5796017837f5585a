//! What moves in a place by itself: each event's picture, painted once for a size and laid anew when it has moved, and the
//! rain, one mesh a layer. It moves in the frames that are drawn anyway, and asks for none.

use bevy::camera::visibility::NoFrustumCulling;
use bevy::prelude::*;
use bevy::tasks::ComputeTaskPool;

use super::StageSet;
use super::backdrop::{Backdrop, image};
use super::camera::Lens;
use super::materials::{Picture, patches};
use super::scene::{Scene, Wanted};
use super::target::{STAGE, Settling, Target};
use crate::backdrop::{self, Framing, Placement, Sprite, Streak, falling, now, sprite, still};
use crate::cast::Place;
use crate::cast::life::{Event, Weather};

/// After a longer gap between two frames life goes on where it was. Seconds.
const LONGEST_STEP: f64 = 0.25;
/// How much farther to the front each event lies than the one before it on the same plane.
const NEARER: f32 = 0.001;
/// Opacity of the upper end of a streak against its lower one, and pixels by which its soft edge widens it.
const TAIL: f32 = 0.3;
const SOFT_EDGE: f32 = 1.5;

/// The life of the place on the stage.
#[derive(Resource, Default)]
pub(super) struct Life {
    /// The place it was painted for, and at how many pixels for a unit.
    painted: Option<(String, f32)>,
    actors: Vec<Actor>,
    falls: Vec<Fall>,
    /// Seconds that it has gone on, and when it was last looked at.
    secs: f64,
    looked: f64,
    /// The moment that is drawn now.
    drawn: Option<Drawn>,
}

/// All that what is drawn depends on.
#[derive(Clone, Copy, PartialEq)]
struct Drawn {
    framing: Framing,
    size: Vec2,
    /// How far to the side the camera stands, -1 to 1.
    aside: f32,
    /// None while nothing may move.
    secs: Option<f64>,
    seed: u64,
}

/// Names of the events that have begun in the picture and were not asked for yet.
#[derive(Resource, Default)]
pub struct Begun(pub Vec<String>);

impl Begun {
    /// Of several events of one name, the first is enough.
    fn tell(&mut self, name: &str) {
        if !self.0.iter().any(|known| known == name) {
            self.0.push(name.to_owned());
        }
    }
}

/// The picture of an event.
struct Actor {
    /// Among the place's events.
    event: usize,
    sprite: Sprite,
    /// How far off it is.
    depth: f32,
    entity: Entity,
    mesh: Handle<Mesh>,
    /// Where it was last laid; none before, and while nothing of it is seen.
    placement: Option<Placement>,
}

/// Something that falls.
struct Fall {
    /// Among the place's weather.
    weather: usize,
    depth: f32,
    entity: Entity,
    mesh: Handle<Mesh>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Life>().init_resource::<Begun>();
    app.add_systems(PostUpdate, (bring, live).chain().in_set(StageSet::Life));
}

/// Paints the pictures when the planes they lie between have been painted.
fn bring(
    mut commands: Commands,
    backdrop: Res<Backdrop>,
    mut life: ResMut<Life>,
    mut settling: ResMut<Settling>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut images: ResMut<Assets<Image>>,
    mut pictures: ResMut<Assets<Picture>>,
) {
    let (Some(place), Some((id, scale))) = (&backdrop.place, backdrop.painted()) else { return };
    if life.painted.as_ref().is_some_and(|(known, at)| known == id && *at == scale) {
        return;
    }
    let life = &mut *life;
    let old = life.actors.drain(..).map(|a| a.entity).chain(life.falls.drain(..).map(|f| f.entity));
    old.for_each(|entity| commands.entity(entity).despawn());
    life.painted = Some((id.to_owned(), scale));
    life.drawn = None;
    let mut hang = |picture: backdrop::Picture, z: f32| {
        let material = pictures.add(Picture { image: images.add(image(picture)), drain: 0.0, opaque: false });
        let mesh = meshes.add(patches(&[], Vec2::ONE));
        let at = Transform::from_xyz(0.0, 0.0, z);
        let entity = commands.spawn((Mesh2d(mesh.clone()), MeshMaterial2d(material), at, NoFrustumCulling, STAGE)).id();
        (entity, mesh)
    };
    for (event, mut sprite) in sprites(place, scale) {
        let Some((z, depth)) = backdrop.after(&place.life[event].after) else { continue };
        let (entity, mesh) = hang(std::mem::take(&mut sprite.picture), z + NEARER * (event + 1) as f32);
        life.actors.push(Actor { event, sprite, depth, entity, mesh, placement: None });
    }
    for (weather, falls) in place.weather.iter().enumerate() {
        let Some((z, depth)) = backdrop.after(falls.after()) else { continue };
        let (entity, mesh) = hang(soft_line(falls), z + NEARER * (place.life.len() + weather + 1) as f32);
        life.falls.push(Fall { weather, depth, entity, mesh });
    }
    if !life.actors.is_empty() || !life.falls.is_empty() {
        settling.0 = settling.0.max(2);
    }
}

/// Paints the pictures of a place's events, side by side on all cores.
fn sprites(place: &Place, scale: f32) -> Vec<(usize, Sprite)> {
    let painted = ComputeTaskPool::get().scope(|scope| {
        for (ix, event) in place.life.iter().enumerate() {
            scope.spawn(async move { sprite(place, event, scale).map(|sprite| (ix, sprite)) });
        }
    });
    painted.into_iter().flatten().collect()
}

/// A line with soft edges: what streaks are drawn with.
fn soft_line(Weather::Rain(rain): &Weather) -> backdrop::Picture {
    let [red, green, blue] = rain.color.0;
    let rgba = [0, 255, 255, 0].iter().flat_map(|alpha| [red, green, blue, *alpha]).collect();
    backdrop::Picture { width: 4, height: 1, rgba }
}

/// Lays everything where this moment wants it.
#[allow(clippy::too_many_arguments)]
fn live(
    wanted: Res<Wanted>,
    backdrop: Res<Backdrop>,
    target: Res<Target>,
    lens: Res<Lens>,
    mut life: ResMut<Life>,
    mut begun: ResMut<Begun>,
    mut meshes: ResMut<Assets<Mesh>>,
    time: Res<Time<Real>>,
) {
    let (Some(scene), Some(place), Some(framing)) = (&wanted.0, &backdrop.place, lens.framing) else { return };
    let life = &mut *life;
    life.go_on(scene, time.elapsed_secs_f64());
    let secs = (!scene.still).then_some(life.secs);
    let drawn = Drawn { framing, size: target.size.as_vec2(), aside: lens.aside(), secs, seed: scene.conversation };
    if life.drawn == Some(drawn) {
        return;
    }
    let lies = |before: Drawn| (before.framing, before.size, before.aside) == (framing, drawn.size, drawn.aside);
    let lies = life.drawn.is_some_and(lies);
    for actor in &mut life.actors {
        let Some(event) = place.life.get(actor.event) else { continue };
        let placement = drawn.placement(event);
        if placement.is_some() && actor.placement.is_none() {
            begun.tell(&event.name);
        }
        if placement != actor.placement || !lies {
            actor.placement = placement;
            let _ = meshes.insert(actor.mesh.id(), actor.laid(&drawn));
        }
    }
    for fall in &life.falls {
        let Some(weather) = place.weather.get(fall.weather) else { continue };
        let streaks = falling(place, weather, drawn.seed, drawn.secs.unwrap_or(0.0));
        let _ = meshes.insert(fall.mesh.id(), fall.laid(&streaks, &drawn));
    }
    life.drawn = Some(drawn);
}

impl Life {
    /// A scene that stands still, and the time between two frames that are far apart, do not count.
    fn go_on(&mut self, scene: &Scene, now: f64) {
        let gone = std::mem::replace(&mut self.looked, now);
        if !scene.frozen && !scene.still {
            self.secs += (now - gone).clamp(0.0, LONGEST_STEP);
        }
    }
}

impl Drawn {
    fn placement(&self, event: &Event) -> Option<Placement> {
        self.secs.map_or_else(|| still(event), |secs| now(event, self.seed, secs))
    }
}

impl Actor {
    fn laid(&self, drawn: &Drawn) -> Mesh {
        let Some(placement) = &self.placement else { return patches(&[], drawn.size) };
        let bright = self.sprite.brightness(placement);
        let color = [bright, bright, bright, placement.opacity];
        let corner = |corner: backdrop::Corner| {
            let [x, y] = corner.at;
            (drawn.framing.place(x + backdrop::shift(self.depth, drawn.aside), y), corner.uv, color)
        };
        patches(&[self.sprite.corners(placement).into_iter().map(corner).collect()], drawn.size)
    }
}

impl Fall {
    fn laid(&self, streaks: &[Streak], drawn: &Drawn) -> Mesh {
        let patch = |streak: &Streak| {
            let place =
                |[x, y]: [f32; 2]| Vec2::from(drawn.framing.place(x + backdrop::shift(self.depth, drawn.aside), y));
            let (from, to) = (place(streak.from), place(streak.to));
            let half = (streak.width * drawn.framing.scale + SOFT_EDGE) * 0.5;
            let aside = (to - from).normalize_or_zero().perp() * half;
            let (faint, full) = ([1.0, 1.0, 1.0, TAIL * streak.opacity], [1.0, 1.0, 1.0, streak.opacity]);
            let corner = |at: Vec2, u: f32, color| (at.to_array(), [u, 0.5], color);
            vec![
                corner(from - aside, 0.0, faint),
                corner(from + aside, 1.0, faint),
                corner(to + aside, 1.0, full),
                corner(to - aside, 0.0, full),
            ]
        };
        patches(&streaks.iter().map(patch).collect::<Vec<_>>(), drawn.size)
    }
}
