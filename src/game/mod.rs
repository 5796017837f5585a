//! The game: a window, the stage, and the screens. It decides nothing; the core does.

mod conversation;
pub mod desk;
pub mod gallery;
pub mod heard;
mod saved;
pub mod screens;
pub mod seen;
mod slider;
#[cfg(feature = "sound")]
pub mod sound;
pub mod stage;
pub mod theme;
pub mod tour;
pub mod widgets;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use bevy::ecs::system::SystemParam;
use bevy::platform::cell::SyncCell;
use bevy::prelude::*;
use bevy::window::{PresentMode, PrimaryWindow, RequestRedraw, WindowResolution};
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::egui::{self, LayerId, Ui, UiBuilder};
use bevy_egui::{
    EguiContexts, EguiGlobalSettings, EguiPlugin, EguiPreUpdateSet, EguiPrimaryContextPass, PrimaryEguiContext,
};

use crate::case;
use crate::cli::play::{ThemeArg, WindowArgs};
use crate::records::{self, Form, Records, Stamp};
use crate::scenario::{Scenario, library};
use desk::{Desk, Setup};
use stage::{Extent, Scene, Wanted};
use theme::Palette;

/// What the command line asked for.
pub struct Start {
    pub chosen: Option<Arc<Scenario>>,
    /// The file it comes from, where that may change under way.
    pub file: Option<PathBuf>,
    /// Conversations that count, and nothing else.
    pub form: Option<Form>,
    pub window: WindowArgs,
}

/// From one picture to the next while somebody only breathes. Under a fifteenth of a second, for the way to the screen takes
/// some time too.
pub(crate) const LIVING: Duration = Duration::from_millis(40);

/// Opens the window and plays until it is closed.
pub fn run(start: Start) -> ExitCode {
    let mut app = windowed(start.window.window.unwrap_or((1280, 720)));
    app.insert_resource(saved::Followed { file: start.file.clone(), folder: start.window.scenarios.clone() });
    app.add_plugins(saved::plugin);
    #[cfg(feature = "sound")]
    app.add_plugins(sound::plugin);
    app.insert_resource(TheDesk(SyncCell::new(desk(start))));
    app.add_systems(EguiPrimaryContextPass, show);
    ended(app.run())
}

/// A window with the stage in it, and nothing to show yet.
fn windowed((width, height): (u32, u32)) -> App {
    let window = Window {
        title: "Alongside".to_owned(),
        name: Some("alongside".to_owned()),
        resolution: WindowResolution::new(width, height),
        present_mode: PresentMode::AutoVsync,
        resize_constraints: bevy::window::WindowResizeConstraints { min_width: 960.0, min_height: 540.0, ..default() },
        ..default()
    };
    let plugins = DefaultPlugins
        .set(WindowPlugin { primary_window: Some(window), ..default() })
        .set(bevy::log::LogPlugin { filter: "error".to_owned(), ..default() });
    let mut app = App::new();
    app.add_plugins(plugins).add_plugins(EguiPlugin::default());
    app.add_plugins(stage::plugin);
    app.insert_resource(beneath(&theme::DUSK));
    app.insert_resource(resting());
    app.insert_resource(Warmup(3));
    app.add_systems(PreStartup, measure);
    app.add_systems(First, measure);
    app.add_systems(Startup, cameras);
    let input = (forward_accessibility, drop_unchanged_modifiers);
    app.add_systems(PreUpdate, input.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass));
    app
}

fn ended(exit: AppExit) -> ExitCode {
    match exit {
        AppExit::Success => ExitCode::SUCCESS,
        AppExit::Error(code) => ExitCode::from(code.get()),
    }
}

/// One thread at a time: a database stands behind it.
#[derive(Resource)]
struct TheDesk(SyncCell<Desk>);

/// Pictures drawn at the start whatever moves, until fonts and textures are there.
#[derive(Resource)]
struct Warmup(u32);

/// The desk at this machine's records.
fn desk(start: Start) -> Desk {
    let args = &start.window;
    if args.no_records {
        return Desk::new(setup(start));
    }
    let now = Stamp::now();
    let mut opened = Records::open_for_play(records::place::file(args.records.as_deref()).as_deref(), now);
    if let Err(trouble) = opened.records.retain(now) {
        opened.told.get_or_insert(format!("Old records could not be deleted: {trouble}."));
    }
    Desk::at(setup(start), opened, None)
}

fn setup(start: Start) -> Setup {
    let args = start.window;
    let user = args.scenarios.as_deref();
    let notice = library::notice(user).or_else(|| case::notice(user));
    let all = library::all(user);
    let scenarios = all.iter().filter_map(|e| library::load(&e.id, user).ok()).map(Arc::new).collect();
    Setup {
        scenarios,
        cases: case::all(user).into_iter().map(Arc::new).collect(),
        chosen: start.chosen,
        palette: args.theme.map(Palette::from),
        text: args.text_size.map(|percent| f32::from(percent) / 100.0),
        still: args.reduced_motion,
        mode: args.mode.into(),
        seed: args.seed,
        notice,
        sound: sound_settings(&args),
        record: args.record,
        form: start.form,
    }
}

impl From<ThemeArg> for Palette {
    fn from(theme: ThemeArg) -> Self {
        match theme {
            ThemeArg::Dusk => Self::Dusk,
            ThemeArg::Paper => Self::Paper,
            ThemeArg::HighContrast => Self::HighContrast,
        }
    }
}

#[cfg(feature = "sound")]
fn sound_settings(args: &WindowArgs) -> Option<heard::SoundSettings> {
    let usual = heard::SoundSettings::default();
    Some(heard::SoundSettings {
        volume: args.volume.unwrap_or(usual.volume),
        muted: args.mute,
        captions: args.captions.then_some(true),
        speak: sound::voice::Synthesizer::found().map(|_| args.speak),
    })
}

#[cfg(not(feature = "sound"))]
fn sound_settings(_: &WindowArgs) -> Option<heard::SoundSettings> {
    None
}

/// Until something happens. Not for ever: with a wait that no clock can reach, the window would go on waking as often as
/// it did before.
const REST: Duration = Duration::from_secs(24 * 60 * 60);

/// Nothing is drawn until something happens.
fn resting() -> WinitSettings {
    let rest = UpdateMode::reactive_low_power(REST);
    WinitSettings { focused_mode: rest, unfocused_mode: rest }
}

fn cameras(mut commands: Commands, mut settings: ResMut<EguiGlobalSettings>) {
    settings.auto_create_primary_context = false;
    commands.spawn((Camera2d, Msaa::Off, PrimaryEguiContext));
}

/// Tells the stage how large the window is.
fn measure(mut extent: ResMut<Extent>, window: Single<&Window, With<PrimaryWindow>>) {
    extent.set_if_neq(Extent::new(window.physical_size(), window.scale_factor()));
}

/// Draws the open screen on a window of this size (in logical pixels), and gives what the stage is to show behind it.
fn draw(ctx: &egui::Context, desk: &mut Desk, size: Vec2, now: f64) -> Option<Scene> {
    let zoom = theme::zoom(size.x, size.y);
    ctx.set_zoom_factor(zoom);
    desk.theme().apply(ctx);
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.viewport_rect());
    let mut ui = Ui::new(ctx.clone(), egui::Id::new("desk"), builder);
    desk.ui(&mut ui, now);
    desk.stage().map(|view| seen::scene(&view, desk.theme(), zoom))
}

/// What the window is where nothing is drawn: as the plate of a conversation, which has to draw no more of itself than its edge.
fn beneath(colors: &theme::Tokens) -> ClearColor {
    let [red, green, blue, _] = colors.plate.to_array();
    ClearColor(Color::srgb_u8(red, green, blue))
}

/// What a pass of the interface has to do with the window it is drawn in.
#[derive(SystemParam)]
struct Pass<'w, 's> {
    warmup: ResMut<'w, Warmup>,
    winit: ResMut<'w, WinitSettings>,
    redraw: MessageWriter<'w, RequestRedraw>,
    exit: MessageWriter<'w, AppExit>,
    time: Res<'w, Time<Real>>,
    window: Single<'w, 's, &'static mut Window, With<PrimaryWindow>>,
    wanted: ResMut<'w, Wanted>,
    beneath: ResMut<'w, ClearColor>,
    ready: Local<'s, bool>,
}

impl Pass<'_, '_> {
    /// False in the first pass, which only brings the fonts.
    fn begins(&mut self, ctx: &egui::Context) -> bool {
        if !*self.ready {
            ctx.set_fonts(theme::fonts());
            self.redraw.write(RequestRedraw);
        }
        std::mem::replace(&mut *self.ready, true)
    }

    /// What the window is called now, and when it is drawn next.
    fn ends(&mut self, ctx: &egui::Context, title: String, quits: bool, next: Option<Duration>) {
        if self.window.title != title {
            self.window.title = title;
        }
        if quits {
            self.exit.write(AppExit::Success);
        }
        pace(next, &mut self.warmup, &mut self.winit, &mut self.redraw, ctx.has_requested_repaint());
    }
}

/// One pass of the interface: sizes, the open screen, and when to draw next.
fn show(mut contexts: EguiContexts, mut desk: ResMut<TheDesk>, mut pass: Pass) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    if pass.begins(&ctx) {
        let desk = desk.0.get();
        pass.wanted.0 = draw(&ctx, desk, pass.window.size(), pass.time.elapsed_secs_f64());
        *pass.beneath = beneath(&desk.theme().colors);
        pass.ends(&ctx, desk.window_title(), desk.wants_to_quit(), desk.next_frame());
    }
    Ok(())
}

/// Living screens draw a few times a second, still ones when something is done, hidden or unfocused ones not at all.
fn pace(
    next: Option<Duration>,
    warmup: &mut Warmup,
    winit: &mut WinitSettings,
    redraw: &mut MessageWriter<RequestRedraw>,
    again: bool,
) {
    let wait = next.unwrap_or(REST);
    let mode = UpdateMode::reactive(wait);
    if winit.focused_mode != mode {
        winit.focused_mode = mode;
    }
    if warmup.0 > 0 || again {
        warmup.0 = warmup.0.saturating_sub(1);
        redraw.write(RequestRedraw);
    }
}

/// bevy_egui tells the modifier keys in every frame, and egui answers every event with another frame: without this a still
/// screen would never rest.
fn drop_unchanged_modifiers(mut inputs: Query<&mut bevy_egui::EguiInput>, mut held: Local<egui::Modifiers>) {
    for mut input in &mut inputs {
        input.0.events.retain(|event| match event {
            egui::Event::ModifiersChanged(now) => std::mem::replace(&mut *held, *now) != *now,
            _ => true,
        });
    }
}

/// A screen reader's actions reach egui.
fn forward_accessibility(
    mut requests: MessageReader<bevy::a11y::ActionRequest>,
    mut inputs: Query<&mut bevy_egui::EguiInput>,
) {
    for request in requests.read() {
        for mut input in &mut inputs {
            input.0.events.push(egui::Event::AccessKitActionRequest(request.0.clone()));
        }
    }
}
