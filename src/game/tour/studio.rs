//! A room without a window: the screens and the stage drawn into a picture, with time and keys given by hand.

use std::time::Duration;

use bevy::app::PluginsState;
use bevy::camera::RenderTarget;
use bevy::log::LogPlugin;
use bevy::platform::cell::SyncCell;
use bevy::prelude::*;
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::render::render_resource::{PipelineCache, PollType, TextureFormat};
use bevy::render::renderer::RenderDevice;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::render::{RenderApp, RenderPlugin};
use bevy::time::TimeUpdateStrategy;
use bevy::window::ExitCondition;
use bevy::winit::WinitPlugin;
use bevy_egui::egui::{self, Key};
use bevy_egui::{
    EguiContexts, EguiGlobalSettings, EguiInput, EguiPlugin, EguiPreUpdateSet, EguiPrimaryContextPass,
    PrimaryEguiContext,
};
use image::RgbImage;

use super::driver;
use crate::game::desk::Desk;
use crate::game::stage::{self, Extent, Scene, Wanted};
use crate::game::{beneath, draw, theme};

/// Seconds between two frames while time passes: what moves is computed in far smaller steps.
const STEP: f64 = 0.2;
/// Frames until what was newly made is seen: sizes, fonts, textures, planes.
const SETTLING: usize = 4;
/// Frames, a millisecond or more each, after which a picture that has not come will not come.
const MOST_FRAMES: usize = 20_000;

/// Draws whatever it is told to.
pub(super) struct Studio {
    app: App,
    picture: Handle<Image>,
}

/// What is drawn.
#[derive(Resource, Default)]
pub(super) enum Subject {
    #[default]
    Nothing,
    /// The game's screens.
    Desk(Box<SyncCell<Desk>>),
    /// The stage alone, with words at its foot.
    Stage { scene: Box<Scene>, caption: String },
}

/// Keys for the next frame.
#[derive(Resource, Default)]
struct Keys(Vec<Key>);

/// The picture that was asked for.
#[derive(Resource, Default)]
struct Taken(Option<Image>);

impl Studio {
    /// # Errors
    /// What is missing here.
    pub fn open(size: UVec2) -> Result<Self, String> {
        driver::answers()?;
        let mut app = App::new();
        app.add_plugins(windowless()).add_plugins(EguiPlugin::default()).add_plugins(stage::plugin);
        app.insert_resource(beneath(&theme::DUSK));
        app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::ZERO));
        app.insert_resource(Extent::new(size, 1.0));
        app.init_resource::<Subject>().init_resource::<Keys>().init_resource::<Taken>();
        app.add_systems(EguiPrimaryContextPass, draw_subject);
        app.add_systems(PreUpdate, press.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass));
        while app.plugins_state() == PluginsState::Adding {
            bevy::tasks::tick_global_task_pools_on_main_thread();
        }
        app.finish();
        app.cleanup();
        let picture = app.world_mut().resource_mut::<Assets<Image>>().add(blank(size));
        if let Some(mut settings) = app.world_mut().get_resource_mut::<EguiGlobalSettings>() {
            settings.auto_create_primary_context = false;
        }
        let target = RenderTarget::Image(picture.clone().into());
        app.world_mut().spawn((Camera2d, Msaa::Off, PrimaryEguiContext, target));
        let mut studio = Self { app, picture };
        studio.settle();
        Ok(studio)
    }

    /// From now on pictures are this large, in pixels.
    pub fn resize(&mut self, size: UVec2) {
        let world = self.app.world_mut();
        if world.resource::<Extent>().size == size {
            return;
        }
        world.insert_resource(Extent::new(size, 1.0));
        // the identifier stays, so the camera keeps pointing at it
        let _ = world.resource_mut::<Assets<Image>>().insert(self.picture.id(), blank(size));
        self.settle();
    }

    pub fn show(&mut self, subject: Subject) {
        self.app.insert_resource(subject);
    }

    /// The screens that are shown; none where it is the stage alone.
    pub fn desk(&mut self) -> Option<&mut Desk> {
        match self.app.world_mut().resource_mut::<Subject>().into_inner() {
            Subject::Desk(desk) => Some(desk.get()),
            Subject::Nothing | Subject::Stage { .. } => None,
        }
    }

    /// Presses a key and lets the screen answer; no time passes.
    pub fn press(&mut self, key: Key) {
        self.app.world_mut().resource_mut::<Keys>().0.push(key);
        self.settle();
    }

    /// Lets time pass.
    pub fn wait(&mut self, secs: f64) {
        let steps = (secs / STEP).ceil().max(1.0);
        self.pace(secs / steps);
        (0..steps as usize).for_each(|_| self.app.update());
        self.pace(0.0);
    }

    fn pace(&mut self, secs: f64) {
        self.app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_secs_f64(secs)));
    }

    /// Draws until what was newly made is there; no time passes.
    fn settle(&mut self) {
        (0..SETTLING).for_each(|_| self.app.update());
    }

    /// What is to be seen now.
    ///
    /// # Errors
    /// When the driver gives no picture.
    pub fn picture(&mut self) -> Result<RgbImage, String> {
        self.settle();
        self.wait_for_shaders()?;
        self.app.world_mut().spawn(Screenshot::image(self.picture.clone())).observe(keep);
        for _ in 0..MOST_FRAMES {
            self.app.update();
            let _ = self.app.world().resource::<RenderDevice>().poll(PollType::wait_indefinitely());
            if let Some(image) = self.app.world_mut().resource_mut::<Taken>().0.take() {
                return image.try_into_dynamic().map(|i| i.into_rgb8()).map_err(|e| format!("no picture came: {e}"));
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Err("the driver gave no picture".to_owned())
    }

    fn wait_for_shaders(&mut self) -> Result<(), String> {
        for frame in 0..MOST_FRAMES {
            let cache = self.app.sub_app(RenderApp).world().resource::<PipelineCache>();
            if cache.waiting_pipelines().next().is_none() {
                // one frame more where there was something to wait for
                (0..SETTLING.min(frame)).for_each(|_| self.app.update());
                return Ok(());
            }
            self.app.update();
            std::thread::sleep(Duration::from_millis(1));
        }
        Err("the driver does not finish its shaders".to_owned())
    }
}

fn windowless() -> bevy::app::PluginGroupBuilder {
    let window = WindowPlugin { primary_window: None, exit_condition: ExitCondition::DontExit, ..default() };
    DefaultPlugins
        .build()
        .disable::<WinitPlugin>()
        .disable::<PipelinedRenderingPlugin>()
        .set(window)
        .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() })
        .set(LogPlugin { filter: "error".to_owned(), ..default() })
}

fn blank(size: UVec2) -> Image {
    Image::new_target_texture(size.x, size.y, TextureFormat::Rgba8UnormSrgb, None)
}

fn keep(captured: On<ScreenshotCaptured>, mut taken: ResMut<Taken>) {
    taken.0 = Some(captured.image.clone());
}

fn press(mut keys: ResMut<Keys>, mut inputs: Query<&mut EguiInput>) {
    for key in keys.0.drain(..) {
        for pressed in [true, false] {
            let modifiers = egui::Modifiers::NONE;
            let event = egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
            inputs.iter_mut().for_each(|mut input| input.0.events.push(event.clone()));
        }
    }
}

fn draw_subject(
    mut contexts: EguiContexts,
    mut subject: ResMut<Subject>,
    extent: Res<Extent>,
    time: Res<Time<Real>>,
    mut wanted: ResMut<Wanted>,
    mut clear: ResMut<ClearColor>,
    mut ready: Local<bool>,
) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    if !*ready {
        ctx.set_fonts(theme::fonts());
        *ready = true;
        return Ok(());
    }
    wanted.0 = match &mut *subject {
        Subject::Nothing => None,
        Subject::Desk(desk) => {
            let desk = desk.get();
            let scene = draw(&ctx, desk, extent.logical(), time.elapsed_secs_f64());
            *clear = beneath(&desk.theme().colors);
            scene
        }
        Subject::Stage { scene, caption } => {
            ctx.set_zoom_factor(1.0);
            letter(&ctx, caption, extent.logical());
            Some((**scene).clone())
        }
    };
    Ok(())
}

/// Words at the foot of a picture.
fn letter(ctx: &egui::Context, words: &str, size: Vec2) {
    if words.is_empty() {
        return;
    }
    let colors = theme::DUSK;
    let painter = ctx.layer_painter(egui::LayerId::background());
    let font = egui::FontId::proportional((size.y * 0.05).max(9.0));
    let galley = painter.layout_no_wrap(words.to_owned(), font, colors.text);
    let foot = egui::Rect::from_min_max(egui::pos2(0.0, size.y - galley.size().y * 1.3), egui::pos2(size.x, size.y));
    painter.rect_filled(foot, 0, colors.sunk);
    painter.galley(foot.center() - galley.size() / 2.0, galley, colors.text);
}
