//! What is seen of a conversation: from the session's people to the scene on the stage.

use bevy::math::{Rect, Vec2};

use super::stage::{Distance, Scene};
use super::theme::{Palette, Theme};
use crate::cast;
use crate::model::cue::{Cues, Habits, Moment};
use crate::session::Session;

/// What the open screen wants to be seen, and where, in points.
pub struct StageView<'a> {
    pub session: &'a Session,
    /// Counts conversations: whoever steps on is somebody new.
    pub conversation: u64,
    pub rect: bevy_egui::egui::Rect,
    pub distance: Distance,
    /// Seconds the words now coming take.
    pub speaking: Option<f32>,
    /// Seconds for which a line that was just said is taken in.
    pub taking_in: Option<f32>,
    /// The scene stands still, also where motion is on.
    pub frozen: bool,
}

/// The scene of a view, with a point of the interface so many logical pixels large.
pub fn scene(view: &StageView, theme: &Theme, zoom: f32) -> Scene {
    let session = view.session;
    let who = session.speaker();
    let look = session.scenario().cast(who).looks.clone();
    let before = session.transcript().turns.last();
    let before = before.and_then(|t| t.people.get(who.index())).map(|then| (&then.before, then.feels));
    let none = Habits::default();
    let habits = cast::look(&look).map_or(&none, |look| &look.habits);
    let moment = Moment::of(session.model(), session.person(who), before, habits);
    let corner = |p: bevy_egui::egui::Pos2| Vec2::new(p.x, p.y) * zoom;
    Scene {
        conversation: view.conversation,
        place: session.scenario().place.clone(),
        look,
        shown: Cues::shipped().show(&moment),
        rect: Rect::from_corners(corner(view.rect.min), corner(view.rect.max)),
        distance: view.distance,
        speaking: view.speaking.filter(|_| !theme.still),
        taking_in: view.taking_in,
        frozen: view.frozen,
        still: theme.still,
        dimmed: theme.palette == Palette::HighContrast,
        held: None,
    }
}
