//! A script as the values that its template asks for.

use minijinja::{Value, context};

use super::{Answer, End, Leads, Officer, Part, Player, Question, Scene, Script, Spoken, Variant};

impl From<Script> for Value {
    fn from(of: Script) -> Self {
        let Script {
            title,
            brief,
            goal,
            minutes,
            content_note,
            crisis_line,
            people,
            known,
            watch_for,
            for_instructor,
            scenes,
            endings,
        } = of;
        context! { title, brief, goal, minutes, content_note, crisis_line, people, known, watch_for, for_instructor, scenes, endings }
    }
}
impl From<Player> for Value {
    fn from(of: Player) -> Self {
        let Player { name, role, about, starts } = of;
        context! { name, role, about, starts }
    }
}
impl From<Scene> for Value {
    fn from(of: Scene) -> Self {
        let Scene { number, id, kind, comes, happens, feels, says, closed, cue, lines } = of;
        context! { number, id, kind, comes, happens, feels, says, closed, cue, lines }
    }
}
impl From<Part> for Value {
    fn from(of: Part) -> Self {
        let Part { ways, .. } = of;
        context! { ways }
    }
}
impl From<Variant> for Value {
    fn from(of: Variant) -> Self {
        let Variant { when, lines } = of;
        context! { when, lines }
    }
}
impl From<Spoken> for Value {
    fn from(of: Spoken) -> Self {
        let Spoken { who, text, body } = of;
        context! { who, text, body }
    }
}
impl From<Question> for Value {
    fn from(of: Question) -> Self {
        let Question { question, answers } = of;
        context! { question, answers }
    }
}
impl From<Answer> for Value {
    fn from(of: Answer) -> Self {
        let Answer { text, right } = of;
        context! { text, right }
    }
}
impl From<Officer> for Value {
    fn from(of: Officer) -> Self {
        let Officer { letter, text, deed, to_whom, gate, to, techniques, note, changes } = of;
        context! { letter, text, deed, to_whom, gate, to, techniques, note, changes }
    }
}
impl From<Leads> for Value {
    fn from(of: Leads) -> Self {
        let Leads { number, when } = of;
        context! { number, when }
    }
}
impl From<End> for Value {
    fn from(of: End) -> Self {
        let End { number, id, outcome, comes, text } = of;
        context! { number, id, outcome, comes, text }
    }
}
