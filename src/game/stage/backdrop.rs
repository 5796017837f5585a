//! The place: its planes, painted once for a size, behind and in front of the person.

use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::image::ImageSampler;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};
use bevy::tasks::ComputeTaskPool;
use bevy::window::RequestRedraw;

use super::StageSet;
use super::camera::Lens;
use super::materials::{Picture, quads};
use super::scene::{Scene, Wanted};
use super::target::{STAGE, Settling, Target};
use super::tiles::seen;
use crate::backdrop::{self, BLEED, FRAME, Framing, Side};
use crate::cast::{self, Place};

/// Depths in the picture; people stand between 1 and [`IN_FRONT`].
const BEHIND: f32 = 0.0;
const VEIL: f32 = 0.9;
const IN_FRONT: f32 = 14.0;
/// From one plane to the next; what moves lies in between.
const STEP: f32 = 0.05;
/// How dark the place becomes behind the person where contrast is asked for, of 255.
const VEIL_ALPHA: u8 = 153;
/// A painted plane is stretched by this much before it is painted anew.
const STRETCH: std::ops::RangeInclusive<f32> = 0.7..=1.25;

/// The place on the stage.
#[derive(Resource, Default)]
pub(super) struct Backdrop {
    pub place: Option<Place>,
    id: String,
    /// Pixels for a unit at which the planes are painted.
    scale: f32,
    /// The scale wanted in the last frame: while a window is being resized, nothing is painted.
    wanted_scale: f32,
    planes: Vec<Hung>,
    /// How the frame lies, the size of the picture it lies in, and how far aside the camera stands.
    hung: Option<(Framing, Vec2, f32)>,
    dimmed: bool,
}

struct Hung {
    entity: Entity,
    mesh: Handle<Mesh>,
    /// How far off it is; the veil does not move.
    depth: f32,
    /// Where on it there is something to see, in shares of it.
    tiles: Vec<Rect>,
}

impl Backdrop {
    /// The place that is painted, and at how many pixels for a unit.
    pub fn painted(&self) -> Option<(&str, f32)> {
        (self.scale > 0.0).then_some((&*self.id, self.scale))
    }

    /// Where what comes after a layer lies: its depth in the picture, and how far off that is.
    pub fn after(&self, layer: &str) -> Option<(f32, f32)> {
        let planes = backdrop::planes(self.place.as_ref()?);
        let mut planes = planes.iter().enumerate();
        planes.find(|(_, plane)| plane.ends_with(layer)).map(|(ix, plane)| (depth(plane.side, ix), plane.depth))
    }
}

/// Depth of a plane in the picture.
fn depth(side: Side, ix: usize) -> f32 {
    let base = if side == Side::Behind { BEHIND } else { IN_FRONT };
    base + STEP * ix as f32
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Backdrop>();
    app.add_systems(PostUpdate, (choose.in_set(StageSet::Place), hang.in_set(StageSet::Planes)));
}

/// Reads the place that is wanted.
fn choose(wanted: Res<Wanted>, mut backdrop: ResMut<Backdrop>) {
    let Some(scene) = &wanted.0 else { return };
    if backdrop.place.is_none() || backdrop.id != scene.place {
        backdrop.place = cast::place(&scene.place);
        backdrop.id.clone_from(&scene.place);
        backdrop.scale = 0.0;
        backdrop.hung = None;
    }
}

#[allow(clippy::too_many_arguments)]
fn hang(
    mut commands: Commands,
    wanted: Res<Wanted>,
    mut backdrop: ResMut<Backdrop>,
    target: Res<Target>,
    lens: Res<Lens>,
    mut settling: ResMut<Settling>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut images: ResMut<Assets<Image>>,
    mut pictures: ResMut<Assets<Picture>>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let backdrop = &mut *backdrop;
    let (Some(scene), Some(place), Some(framing)) = (&wanted.0, &backdrop.place, lens.framing) else { return };
    let shown = lens.shown_size;
    let now = (framing, shown, lens.aside());
    let moved = backdrop.hung != Some(now);
    if !moved && !target.is_changed() && backdrop.dimmed == scene.dimmed && backdrop.scale > 0.0 {
        return;
    }
    let fits =
        backdrop.scale > 0.0 && STRETCH.contains(&(framing.scale / backdrop.scale)) && backdrop.dimmed == scene.dimmed;
    let scale = framing.scale / lens.zoom;
    let steady = backdrop.wanted_scale == scale || backdrop.scale == 0.0;
    backdrop.wanted_scale = scale;
    if !fits && steady {
        let painted = paint(place, scale);
        backdrop.planes.drain(..).for_each(|old| commands.entity(old.entity).despawn());
        backdrop.planes = hung(&mut commands, painted, scene, &mut meshes, &mut images, &mut pictures);
        backdrop.scale = scale;
        backdrop.dimmed = scene.dimmed;
    } else if !fits {
        redraw.write(RequestRedraw);
    }
    let size = target.size.as_vec2();
    for plane in &backdrop.planes {
        let shift = backdrop::shift(plane.depth, lens.aside());
        let _ = meshes.insert(plane.mesh.id(), placed(&framing, shift, (shown, size), &plane.tiles));
    }
    // one more frame than needed: a plane that was hung just now is seen from the next one on
    settling.0 = settling.0.max(2);
    backdrop.hung = (fits || steady).then_some(now);
}

struct Painted {
    side: Side,
    depth: f32,
    picture: backdrop::Picture,
}

/// Paints the planes of a place, side by side on all cores.
fn paint(place: &Place, scale: f32) -> Vec<Painted> {
    ComputeTaskPool::get().scope(|scope| {
        for plane in backdrop::planes(place) {
            scope.spawn(async move {
                Painted { side: plane.side, depth: plane.depth, picture: backdrop::paint(place, &plane, scale) }
            });
        }
    })
}

fn hung(
    commands: &mut Commands,
    painted: Vec<Painted>,
    scene: &Scene,
    meshes: &mut Assets<Mesh>,
    images: &mut Assets<Image>,
    pictures: &mut Assets<Picture>,
) -> Vec<Hung> {
    let mut planes = Vec::new();
    let mut hang = |picture: backdrop::Picture, opaque: bool, at: f32, depth: f32| {
        let (tiles, image) = (seen(&picture), image(picture));
        let material = pictures.add(Picture { image: images.add(image), drain: 0.0, opaque });
        let mesh = meshes.add(Mesh::from(Rectangle::default()));
        let at = Transform::from_xyz(0.0, 0.0, at);
        let entity = commands.spawn((Mesh2d(mesh.clone()), MeshMaterial2d(material), at, NoFrustumCulling, STAGE)).id();
        planes.push(Hung { entity, mesh, depth, tiles });
    };
    for (ix, plane) in painted.into_iter().enumerate() {
        hang(plane.picture, ix == 0, depth(plane.side, ix), plane.depth);
    }
    if scene.dimmed {
        let veil = backdrop::Picture { width: 1, height: 1, rgba: vec![0, 0, 0, VEIL_ALPHA] };
        hang(veil, false, VEIL, 0.0);
    }
    planes
}

pub(super) fn image(picture: backdrop::Picture) -> Image {
    let size = Extent3d { width: picture.width as u32, height: picture.height as u32, depth_or_array_layers: 1 };
    let (flat, use_of) = (TextureDimension::D2, RenderAssetUsages::RENDER_WORLD);
    let mut image = Image::new(size, flat, picture.rgba, TextureFormat::Rgba8Unorm, use_of);
    image.sampler = ImageSampler::linear();
    image
}

/// The part of a plane that falls into the shown part of the picture, but for where it is clear.
fn placed(framing: &Framing, shift: f32, (shown, size): (Vec2, Vec2), tiles: &[Rect]) -> Mesh {
    let low = Vec2::from(framing.place(shift - BLEED, 0.0));
    let high = Vec2::from(framing.place(shift + FRAME[0] + BLEED, FRAME[1]));
    let extent = high - low;
    let parts = tiles.iter().map(|tile| {
        let part = Rect { min: low + tile.min * extent, max: low + tile.max * extent };
        let seen = Rect { min: part.min.max(Vec2::ZERO), max: part.max.min(shown) };
        (seen, Rect { min: (seen.min - low) / extent, max: (seen.max - low) / extent })
    });
    let parts: Vec<(Rect, Rect)> = parts.filter(|(seen, _)| seen.min.cmplt(seen.max).all()).collect();
    quads(&parts, size)
}
