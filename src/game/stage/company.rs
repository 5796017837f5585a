//! Everybody on the stage: who they are, where they stand, and the meshes they are drawn with.

use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};

use super::StageSet;
use super::backdrop::Backdrop;
use super::camera::Lens;
use super::figure::Figure;
use super::materials::{Paint, soft_mesh};
use super::scene::Wanted;
use super::soft::{Geometry, Mask, View, mesh};
use super::target::{STAGE, Target};
use crate::backdrop::company::{ROOM, standing};
use crate::backdrop::shift;

/// Depth in the picture at which the first person behind the others stands, and what each takes of it.
const AT: f32 = 1.0;
const DEEP: f32 = 4.2;
/// Width of the mask in texels beyond that of the picture.
const MARGIN: u32 = 16;

/// Places for people, in the order of the scene's actors.
#[derive(Resource)]
pub(super) struct Company([Seat; ROOM]);

/// A place for one person.
struct Seat {
    entity: Entity,
    mesh: Handle<Mesh>,
    paint: Handle<Paint>,
    mask: Handle<Image>,
    mask_size: UVec2,
    geometry: Geometry,
    figure: Option<Figure>,
    /// How they were last drawn: where, in how much light, in front of how many others.
    drawn: Option<(View, f32, usize)>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, set_up);
    app.add_systems(PostUpdate, (enter, stand).chain().in_set(StageSet::People));
}

fn set_up(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut images: ResMut<Assets<Image>>,
    mut paints: ResMut<Assets<Paint>>,
) {
    let seats = std::array::from_fn(|_| {
        let mesh = meshes.add(soft_mesh(&Geometry::nothing(), Vec2::ONE));
        let mask = images.add(mask_image(&Mask::new(64)));
        let paint = paints.add(Paint { mask: mask.clone() });
        let at = Transform::from_xyz(0.0, 0.0, AT);
        let entity =
            commands.spawn((Mesh2d(mesh.clone()), MeshMaterial2d(paint.clone()), at, NoFrustumCulling, STAGE)).id();
        let (mask_size, geometry) = (UVec2::ZERO, Geometry::default());
        Seat { entity, mesh, paint, mask, mask_size, geometry, figure: None, drawn: None }
    });
    commands.insert_resource(Company(seats));
}

fn mask_image(mask: &Mask) -> Image {
    let size = Extent3d { width: mask.width, height: mask.height, depth_or_array_layers: 1 };
    let use_of = RenderAssetUsages::RENDER_WORLD;
    Image::new(size, TextureDimension::D2, mask.texels.clone(), TextureFormat::R8Unorm, use_of)
}

/// Lets the people of the scene step on, and those step off who are not in it.
fn enter(wanted: Res<Wanted>, backdrop: Res<Backdrop>, mut company: ResMut<Company>, mut meshes: ResMut<Assets<Mesh>>) {
    let (Some(scene), Some(place)) = (&wanted.0, &backdrop.place) else { return };
    let mirror = place.spots.as_ref().is_some_and(|spots| spots.speaker.mirror);
    for (who, seat) in company.bypass_change_detection().0.iter_mut().enumerate() {
        let actor = place.spots.as_ref().and(scene.actors.get(who));
        let stays = match (&seat.figure, actor) {
            (Some(figure), Some(actor)) => figure.is(scene, actor),
            (figure, None) => figure.is_none(),
            (None, Some(_)) => false,
        };
        if !stays {
            seat.figure = actor.and_then(|actor| Figure::new(scene, actor, who, mirror));
            seat.drawn = None;
            let _ = meshes.insert(seat.mesh.id(), soft_mesh(&Geometry::nothing(), Vec2::ONE));
        }
    }
}

#[allow(clippy::too_many_arguments)]
fn stand(
    wanted: Res<Wanted>,
    backdrop: Res<Backdrop>,
    lens: Res<Lens>,
    mut company: ResMut<Company>,
    target: Res<Target>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut images: ResMut<Assets<Image>>,
    mut paints: ResMut<Assets<Paint>>,
    mut places: Query<&mut Transform>,
    time: Res<Time<Real>>,
) {
    let (Some(scene), Some(place), Some(framing)) = (&wanted.0, &backdrop.place, &lens.framing) else { return };
    let Some(spots) = &place.spots else { return };
    let count = scene.actors.len().min(ROOM);
    let aside = shift(place.people_depth, lens.aside());
    for (who, actor) in scene.actors.iter().enumerate().take(ROOM) {
        let Some(seat) = company.0.get_mut(who) else { continue };
        let Some(figure) = &mut seat.figure else { continue };
        let moved = figure.follow(scene, actor, time.elapsed_secs_f64());
        let stands = standing(spots, who, count, lens.faced(who));
        let view = figure.view(framing, &stands, aside, lens.back(), lens.shown_size);
        let behind = (0..count).filter(|other| order(&lens, *other) < order(&lens, who)).count();
        let drawn = Some((view, stands.light, behind));
        if !moved && seat.drawn == drawn {
            continue;
        }
        seat.drawn = drawn;
        let drawing = figure.draw(&place.light, &stands);
        if let Ok(mut at) = places.get_mut(seat.entity) {
            at.translation.z = AT + DEEP * behind as f32;
        }
        seat.show(&drawing, &view, target.size, &mut meshes, &mut images, &mut paints);
    }
}

/// Whoever is faced more stands in front; of equals the one who came first.
fn order(lens: &Lens, who: usize) -> (i32, i32) {
    ((lens.faced(who) * 1000.0) as i32, -(who as i32))
}

impl Seat {
    fn show(
        &mut self,
        drawing: &crate::figure::Drawing,
        view: &View,
        target: UVec2,
        meshes: &mut Assets<Mesh>,
        images: &mut Assets<Image>,
        paints: &mut Assets<Paint>,
    ) {
        let mut mask = Mask::new((view.size.x as u32 + MARGIN).next_multiple_of(64));
        mesh(drawing, view, &mut self.geometry, &mut mask);
        let _ = meshes.insert(self.mesh.id(), soft_mesh(&self.geometry, target.as_vec2()));
        let _ = images.insert(self.mask.id(), mask_image(&mask));
        let mask_size = UVec2::new(mask.width, mask.height);
        if self.mask_size != mask_size {
            // a texture of another size is another texture: the material has to be bound to it
            self.mask_size = mask_size;
            let _ = paints.insert(self.paint.id(), Paint { mask: self.mask.clone() });
        }
    }
}
