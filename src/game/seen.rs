//! What is seen of a conversation: from the session's people to the scene on the stage.

use bevy::math::{Rect, Vec2};

use super::stage::{Actor, Distance, Scene, Speech};
use super::theme::{Palette, Theme};
use crate::backdrop::Wish;
use crate::backdrop::company::ROOM;
use crate::cast;
use crate::model::cue::{Cues, Habits, Moment};
use crate::scenario::PersonIx;
use crate::session::Session;

/// How much faster words come than they are spoken.
const READING: f32 = 1.7;
/// The most that a whole answer takes, in seconds.
const MOST_SPOKEN: f32 = 4.5;

/// What the open screen wants to be seen, and where, in points.
pub struct StageView<'a> {
    pub place: &'a str,
    /// Counts conversations: whoever steps on is somebody new.
    pub conversation: u64,
    pub rect: bevy_egui::egui::Rect,
    pub distance: Distance,
    /// The scene stands still, also where motion is on.
    pub frozen: bool,
    /// None where the place alone is looked at.
    pub people: Option<PeopleView<'a>>,
}

/// The people of a conversation.
pub struct PeopleView<'a> {
    pub session: &'a Session,
    /// The words now coming.
    pub speaking: Option<Speech>,
    /// Seconds for which a line that was just said is taken in.
    pub taking_in: Option<f32>,
}

/// The scene of a view, with a point of the interface so many logical pixels large.
pub fn scene(view: &StageView, theme: &Theme, zoom: f32) -> Scene {
    let alone = view.distance == Distance::Portrait;
    let actors = view.people.as_ref().map_or_else(Vec::new, |people| actors(people, theme, alone));
    let closeness = actors.iter().find(|a| a.faced).map_or(0.0, |a| a.shown.closeness);
    let stopped = view.people.as_ref().is_some_and(|people| people.session.has_stopped());
    let corner = |p: bevy_egui::egui::Pos2| Vec2::new(p.x, p.y) * zoom;
    Scene {
        conversation: view.conversation,
        place: view.place.to_owned(),
        // a picture to look at stands where it was drawn
        still: theme.still || (actors.is_empty() && view.frozen),
        actors,
        rect: Rect::from_corners(corner(view.rect.min), corner(view.rect.max)),
        distance: view.distance,
        wish: Wish { closeness, back: stopped && !alone },
        frozen: view.frozen,
        dimmed: theme.palette == Palette::HighContrast && view.people.is_some(),
    }
}

fn actors(people: &PeopleView, theme: &Theme, alone: bool) -> Vec<Actor> {
    let faced = people.session.speaker();
    let here = (0_u8..).map(PersonIx).take(people.session.people().len()).filter(|who| people.session.is_present(*who));
    let on_stage = if alone { vec![faced] } else { company(here, faced) };
    on_stage.into_iter().map(|who| actor(people, theme, who, who == faced)).collect()
}

/// As many as there is room for, whoever is faced among them.
fn company(here: impl Iterator<Item = PersonIx>, faced: PersonIx) -> Vec<PersonIx> {
    let mut company: Vec<PersonIx> = here.take(ROOM).collect();
    if let (false, Some(last)) = (company.contains(&faced), company.last_mut()) {
        *last = faced;
    }
    company
}

fn actor(view: &PeopleView, theme: &Theme, who: PersonIx, faced: bool) -> Actor {
    let look = view.session.scenario().cast(who).looks.clone();
    let shown = with_moment(view.session, who, |moment| Cues::shipped().show(moment));
    Actor {
        look,
        shown,
        faced,
        speaking: view.speaking.clone().filter(|_| faced && !theme.still),
        taking_in: view.taking_in.filter(|_| faced),
        held: None,
    }
}

/// What is said now, and how fast it comes from whoever says it: faster than anybody talks, for it is read.
pub fn speech(session: &Session) -> Speech {
    let scenario = session.scenario();
    let said: Vec<&str> = session.open_turn().said.iter().map(|s| s.line(scenario).text.as_str()).collect();
    let words = said.join(" ");
    let pace = with_moment(session, session.speaker(), |moment| Cues::shipped().pace(moment));
    let pace = pace.at_speed(READING).within(&words, MOST_SPOKEN);
    Speech { words, pace }
}

fn with_moment<T>(session: &Session, who: PersonIx, then: impl FnOnce(&Moment) -> T) -> T {
    let before = session.transcript().turns.last();
    let before = before.and_then(|t| t.people.get(who.index())).map(|then| (&then.before, then.feels));
    let none = Habits::default();
    let habits = cast::look(&session.scenario().cast(who).looks).map_or(&none, |look| &look.habits);
    then(&Moment::of(session.model(), session.person(who), before, habits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_faced_is_on_the_stage_however_many_there_are() {
        let on_stage = |people, faced| {
            let here = (0..people).map(PersonIx);
            company(here, PersonIx(faced)).iter().map(|p| p.0).collect::<Vec<_>>()
        };
        assert_eq!(on_stage(1, 0), [0]);
        assert_eq!(on_stage(2, 1), [0, 1]);
        assert_eq!(on_stage(5, 4), [0, 1, 4]);
    }

    #[test]
    fn whoever_has_not_come_yet_is_not_seen() {
        use crate::model::Model;
        use crate::session::Mode;
        let scenario = crate::scenario::library::load("the-hallway", None).expect("it ships");
        let late = scenario.people.iter().filter(|person| person.comes.is_some()).count();
        assert!(late > 0, "somebody comes later");
        let session = Session::begin(scenario.into(), Model::shipped(), 1, Mode::Practice);
        let view = PeopleView { session: &session, speaking: None, taking_in: None };
        let theme = Theme::new(Palette::Dusk, 1.0, false);
        assert_eq!(actors(&view, &theme, false).len(), session.people().len() - late);
    }
}
