//! The picture that the stage's camera draws, and the rectangle of the window that shows it.

use bevy::camera::visibility::{NoFrustumCulling, RenderLayers};
use bevy::camera::{CompositingSpace, RenderTarget, Viewport};
use bevy::image::ImageSampler;
use bevy::prelude::*;
use bevy::render::render_resource::TextureFormat;
use bevy::window::RequestRedraw;

use super::StageSet;
use super::camera::Lens;
use super::materials::{Picture, quad};
use super::scene::Wanted;

/// What the stage's camera sees; the window's camera sees layer 0.
pub(super) const STAGE: RenderLayers = RenderLayers::layer(1);
/// Frames drawn after a change of size, until camera and picture agree.
const AFTER_RESIZE: u8 = 3;

/// Frames that the window still has to be drawn for what was newly made to be seen. What only moves needs none: it is seen
/// in the frame in which it moves.
#[derive(Resource, Default)]
pub(super) struct Settling(pub u8);

/// How large the window is, or the picture that stands for one.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// In physical pixels, at least 1 each way.
    pub size: UVec2,
    /// Physical pixels for a logical one.
    pub scale_factor: f32,
}

impl Default for Extent {
    fn default() -> Self {
        Self { size: UVec2::new(1280, 720), scale_factor: 1.0 }
    }
}

impl Extent {
    pub fn new(size: UVec2, scale_factor: f32) -> Self {
        Self { size: size.max(UVec2::ONE), scale_factor }
    }

    /// In logical pixels.
    pub fn logical(&self) -> Vec2 {
        self.size.as_vec2() / self.scale_factor
    }
}

#[derive(Resource)]
pub(super) struct Target {
    picture: Handle<Image>,
    material: Handle<Picture>,
    frame: Handle<Mesh>,
    camera: Entity,
    /// In physical pixels.
    pub size: UVec2,
    scale_factor: f32,
    /// Where the picture is shown now, in logical pixels of the window.
    shown: Option<Rect>,
    /// How far the warmth has gone out of it, 0 to 1.
    drain: f32,
}

impl Target {
    /// The rectangle moved and made as large as whole physical pixels: the picture is shown texel for pixel.
    fn on_pixels(&self, rect: Rect) -> Rect {
        let min = (rect.min * self.scale_factor).round() / self.scale_factor;
        Rect { min, max: min + self.shown_size(rect) / self.scale_factor }
    }

    /// How many physical pixels a rectangle of the window takes.
    pub fn shown_size(&self, rect: Rect) -> Vec2 {
        (rect.size() * self.scale_factor).round().max(Vec2::ONE)
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Settling>();
    app.init_resource::<Extent>();
    app.add_systems(Startup, set_up);
    app.add_systems(PostUpdate, (fit.in_set(StageSet::Fit), show.in_set(StageSet::Show)));
}

fn set_up(
    mut commands: Commands,
    mut images: ResMut<Assets<Image>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut pictures: ResMut<Assets<Picture>>,
    extent: Res<Extent>,
) {
    let Extent { size, scale_factor } = *extent;
    let picture = images.add(picture_of(size));
    let material = pictures.add(Picture { image: picture.clone(), drain: 0.0, opaque: true });
    let frame = meshes.add(nothing());
    commands.spawn((Mesh2d(frame.clone()), MeshMaterial2d(material.clone()), NoFrustumCulling));
    let camera = commands
        .spawn((
            Camera2d,
            Camera { order: -1, ..default() },
            RenderTarget::Image(picture.clone().into()),
            CompositingSpace::Srgb,
            Msaa::Off,
            STAGE,
        ))
        .id();
    commands.insert_resource(Target { picture, material, frame, camera, size, scale_factor, shown: None, drain: 0.0 });
}

fn picture_of(size: UVec2) -> Image {
    let mut picture = Image::new_target_texture(size.x, size.y, TextureFormat::Rgba8UnormSrgb, None);
    // it is shown texel for pixel: nothing is to be mixed, and software drivers mix slowly
    picture.sampler = ImageSampler::nearest();
    picture
}

fn nothing() -> Mesh {
    quad(Rect::new(-2.0, -2.0, -1.0, -1.0), Rect::new(0.0, 0.0, 1.0, 1.0), Vec2::ONE)
}

/// Keeps the picture as large as the window.
fn fit(
    mut target: ResMut<Target>,
    mut settling: ResMut<Settling>,
    mut images: ResMut<Assets<Image>>,
    mut pictures: ResMut<Assets<Picture>>,
    extent: Res<Extent>,
) {
    let Extent { size, scale_factor } = *extent;
    if size == target.size && scale_factor == target.scale_factor {
        return;
    }
    (target.size, target.scale_factor) = (size, scale_factor);
    settling.0 = AFTER_RESIZE;
    // the identifier stays, so camera and material keep pointing at it; the material has to be told
    let _ = images.insert(target.picture.id(), picture_of(size));
    let picture = Picture { image: target.picture.clone(), drain: target.drain, opaque: true };
    let _ = pictures.insert(target.material.id(), picture);
}

/// Lets the camera draw the shown part of the picture, from its upper left corner, and nothing else: what lies beyond it, as the
/// body below the plate, costs as much as what is seen.
fn look_at(camera: &mut Camera, at: &mut Transform, shown: Option<UVec2>, size: UVec2) {
    camera.viewport = shown.map(|physical_size| Viewport { physical_size, ..default() });
    let beyond = (size.as_vec2() - shown.unwrap_or(size).as_vec2()) * 0.5;
    at.translation = Vec3::new(-beyond.x, beyond.y, at.translation.z);
}

/// Draws the stage while a screen shows it, and places its picture in the window.
#[allow(clippy::too_many_arguments)]
fn show(
    wanted: Res<Wanted>,
    mut target: ResMut<Target>,
    mut settling: ResMut<Settling>,
    lens: Res<Lens>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut pictures: ResMut<Assets<Picture>>,
    mut cameras: Query<(&mut Camera, &mut Transform)>,
    mut redraw: MessageWriter<RequestRedraw>,
    extent: Res<Extent>,
) {
    let rect = wanted.0.as_ref().map(|scene| scene.rect);
    let active = rect.is_some();
    if let Ok((mut camera, mut at)) = cameras.get_mut(target.camera) {
        if camera.is_active != active {
            camera.is_active = active;
        }
        let shown = rect.map(|rect| target.shown_size(rect).min(target.size.as_vec2()).as_uvec2());
        if camera.viewport.as_ref().map(|viewport| viewport.physical_size) != shown {
            look_at(&mut camera, &mut at, shown, target.size);
        }
    }
    if active && settling.0 > 0 {
        settling.0 -= 1;
        redraw.write(RequestRedraw);
    }
    if target.drain != lens.back() {
        let target = target.bypass_change_detection();
        target.drain = lens.back();
        let picture = Picture { image: target.picture.clone(), drain: target.drain, opaque: true };
        let _ = pictures.insert(target.material.id(), picture);
    }
    if target.shown == rect && !extent.is_changed() {
        return;
    }
    let mesh = rect.map_or_else(nothing, |rect| {
        let shown = target.shown_size(rect) / target.size.as_vec2();
        quad(target.on_pixels(rect), Rect::from_corners(Vec2::ZERO, shown), extent.logical())
    });
    let _ = meshes.insert(target.frame.id(), mesh);
    // not through the resource's change mark: only a new size is news to the others
    target.bypass_change_detection().shown = rect;
}
