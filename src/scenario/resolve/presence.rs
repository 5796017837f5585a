//! Nobody speaks or is spoken to before they have come in.

use super::Resolver;
use super::record::Fields;
use crate::diagnostic::Span;
use crate::scenario::text::{Item, Tree};
use crate::scenario::written::lines_of;
use crate::scenario::{Cast, Choice, Condition, Line, Node, NodeIx, PersonIx, Place, PlaceKind, Route, Say};

/// The opening, the stop, and where people leave.
pub(super) type Landmarks = [NodeIx; 3];

impl Resolver<'_> {
    /// Checks with what people come in who come later, and what may be said by and to them before.
    pub(super) fn check_comings(&mut self, fields: &Fields, people: &[Cast], nodes: &[Place], marks: Landmarks) {
        for (who, cast) in (0..).map(PersonIx).zip(people) {
            let Some(comes) = cast.comes else { continue };
            let name = nodes[comes.index()].id.as_str();
            if matches!(nodes[comes.index()].kind, PlaceKind::Ending(_)) {
                let message = format!("\"{name}\" is an ending, and comes must be a node");
                let span = self.span_of_comes(fields, who);
                self.tell("not-a-node", &span, message, "name the node in which they come in");
                continue;
            }
            if self.lost_presence {
                continue;
            }
            let before = Before::of(nodes, marks, comes);
            for (at, place) in nodes.iter().enumerate().filter(|(at, _)| before.places[*at]) {
                let tree = fields.get("nodes").and_then(|t| t.items.get(at)).map(|item| &item.value);
                let (PlaceKind::Node(node), Some(tree)) = (&place.kind, tree) else { continue };
                for (span, does) in self.met_before(tree, node, who, &before) {
                    let message = format!("\"{}\" comes in with \"{name}\", and {does} here before that", cast.id);
                    let fix = format!("let it come after \"{name}\", or give it when: Visited(\"{name}\")");
                    self.tell("not-there-yet", &span, message, fix);
                }
            }
        }
    }

    /// Where somebody speaks or is spoken to in a node before they have come.
    fn met_before(&self, tree: &Tree, node: &Node, who: PersonIx, before: &Before) -> Vec<(Span, &'static str)> {
        let lines = lines_of(self.text, tree);
        let slots = before.spoken(node, who);
        let spoken = slots.iter().filter_map(|slot| lines.get(*slot)?.field(self.text, "who"));
        let choices = tree.field(self.text, "choices").map_or(&[][..], |t| &t.items[..]);
        let early = |(choice, _): &(&Choice, &Item)| choice.to_whom == Some(who) && !before.is_after(choice);
        let addressed = node.choices.iter().zip(choices).filter(early);
        let addressed = addressed.filter_map(|(_, item)| item.value.field(self.text, "to_whom"));
        let spoken = spoken.map(|t| (t.span.clone(), "may speak"));
        spoken.chain(addressed.map(|t| (t.span.clone(), "may be spoken to"))).collect()
    }

    fn span_of_comes(&self, fields: &Fields, who: PersonIx) -> Span {
        let person = fields.get("people").and_then(|t| t.items.get(who.index()));
        person.and_then(|item| item.value.field(self.text, "comes")).map_or(0..0, |t| t.span.clone())
    }
}

/// Where the talk may be before it has been in a node: at least everywhere that it can.
struct Before {
    places: Vec<bool>,
}

impl Before {
    fn of(nodes: &[Place], marks: Landmarks, comes: NodeIx) -> Self {
        // first whatever the conditions: what a condition proves hangs on where the talk may have been
        let everywhere = Self { places: vec![true; nodes.len()] };
        let widely = everywhere.walked(nodes, marks, comes);
        widely.walked(nodes, marks, comes)
    }

    /// Everything that roads lead to but those which, as far as is known, open only afterwards.
    fn walked(&self, nodes: &[Place], [opening, stop, leaves]: Landmarks, comes: NodeIx) -> Self {
        let mut places = vec![false; nodes.len()];
        let mut open = vec![opening];
        while let Some(at) = open.pop() {
            if at == comes || std::mem::replace(&mut places[at.index()], true) {
                continue;
            }
            let PlaceKind::Node(node) = &nodes[at.index()].kind else { continue };
            // talk may stop, and people may leave, after any line
            open.extend([stop, leaves]);
            for choice in node.choices.iter().filter(|c| !self.is_after(c)) {
                match &choice.to {
                    Route::To(to) => open.push(*to),
                    Route::FirstThatFits(ways) => open.extend(self.fitting(ways).into_iter().map(|way| ways[way].1)),
                }
            }
        }
        Self { places }
    }

    /// Whether a choice is open only afterwards.
    fn is_after(&self, choice: &Choice) -> bool {
        choice.when.as_ref().is_some_and(|when| self.holds_after(when))
    }

    /// Which of these ways may be the first that fits before: behind one that fails only afterwards none is.
    fn fitting<T>(&self, ways: &[(Option<Condition>, T)]) -> Vec<usize> {
        let fails_after = ways.iter().position(|(when, _)| when.as_ref().is_some_and(|when| self.fails_after(when)));
        let may =
            |(_, (when, _)): &(usize, &(Option<Condition>, T))| !when.as_ref().is_some_and(|w| self.holds_after(w));
        ways.iter()
            .take(fails_after.map_or(ways.len(), |way| way + 1))
            .enumerate()
            .filter(may)
            .map(|(i, _)| i)
            .collect()
    }

    /// Whether a condition holds only afterwards.
    fn holds_after(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Visited(at) | Condition::Chose(at, _) => !self.places[at.index()],
            Condition::Of(_, inner) => self.holds_after(inner),
            Condition::Not(inner) => self.fails_after(inner),
            Condition::All(all) => all.iter().any(|c| self.holds_after(c)),
            Condition::Any(any) => any.iter().all(|c| self.holds_after(c)),
            // a fact or a promise may come from an earlier visit
            Condition::State(..)
            | Condition::Feels(_)
            | Condition::Fact(_)
            | Condition::Promised(_)
            | Condition::Kept(_)
            | Condition::Broken(_) => false,
        }
    }

    /// Whether a condition fails only afterwards.
    fn fails_after(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Of(_, inner) => self.fails_after(inner),
            Condition::Not(inner) => self.holds_after(inner),
            Condition::All(all) => all.iter().all(|c| self.fails_after(c)),
            Condition::Any(any) => any.iter().any(|c| self.fails_after(c)),
            Condition::Visited(_)
            | Condition::Chose(..)
            | Condition::State(..)
            | Condition::Feels(_)
            | Condition::Fact(_)
            | Condition::Promised(_)
            | Condition::Kept(_)
            | Condition::Broken(_) => false,
        }
    }

    /// The slots of somebody's lines in a node that may be said before.
    fn spoken(&self, node: &Node, who: PersonIx) -> Vec<usize> {
        let mut slots = Vec::new();
        let mut first = 0;
        for say in &node.says {
            self.said(say, first, who, &mut slots);
            first += say.lines().len();
        }
        slots.extend(theirs(&node.closed, first, who));
        slots
    }

    fn said(&self, say: &Say, mut first: usize, who: PersonIx, slots: &mut Vec<usize>) {
        match say {
            Say::Line(line) => slots.extend(theirs(std::slice::from_ref(line), first, who)),
            Say::AnyOf(lines) => slots.extend(theirs(lines, first, who)),
            Say::FirstThatFits(ways) => {
                let fitting = self.fitting(ways);
                for (way, (_, say)) in ways.iter().enumerate() {
                    if fitting.contains(&way) {
                        self.said(say, first, who, slots);
                    }
                    first += say.lines().len();
                }
            }
        }
    }
}

/// The slots of somebody's lines among these, counted on from the first one's.
fn theirs(lines: &[Line], first: usize, who: PersonIx) -> impl Iterator<Item = usize> {
    (first..).zip(lines).filter(move |(_, line)| line.who == who).map(|(slot, _)| slot)
}

#[cfg(test)]
mod tests {
    use crate::model::Model;
    use crate::scenario::library::known;
    use crate::scenario::resolve::resolve;

    const LEAVE: &str =
        r#"Choice(text: "A", uses: [Inform], to: "gone"), Choice(text: "B", uses: [Inform], to: "gone")"#;

    /// Ana at the door, Bo comes in with the hall; the codes that are told, each with the lines at which it is.
    fn told(door: &str, hall: &str, stop: &str) -> Vec<(&'static str, String)> {
        let starts = "starts: (arousal: 50, trust: 30, respect: 40, readiness: 20, need: Esteem, feels: (Anger, 2))";
        let text = format!(
            r#"Scenario(format: 1, title: "A", brief: "B.", goal: "G.", place: "hallway", opening: "door", stop: "stop", leaves: "gone",
            people: {{ "ana": Person(name: "Ana", role: "neighbor", looks: "mara", {starts}),
                "bo": Person(name: "Bo", role: "neighbor", looks: "dev", comes: "hall", {starts}) }},
            nodes: {{ {door} {hall} {stop} "gone": Ending(outcome: Left, text: "Gone.") }})"#
        );
        let problems = match resolve("a", &text, &Model::shipped().techniques, known()) {
            Ok(read) => read.warnings,
            Err(problems) => problems,
        };
        problems.into_iter().map(|p| (p.code, text[p.span].to_owned())).collect()
    }

    fn line(who: &str) -> String {
        format!("Line(who: \"{who}\", text: \"Yes.\", body: \"Hands in sight.\")")
    }

    /// A node in which somebody says something, with two choices that lead out behind these.
    fn node(id: &str, says: &str, choices: &str) -> String {
        format!("\"{id}\": Node(says: [{says}], choices: [{choices} {LEAVE}]),")
    }

    fn hall() -> String {
        node("hall", &line("bo"), r#"Choice(text: "C", uses: [Inform], to_whom: "bo", to: "door"),"#)
    }

    fn stop() -> String {
        node("stop", &line("ana"), "")
    }

    const TO_HALL: &str = r#"Choice(text: "C", uses: [Inform], to: "hall"),"#;

    fn early(span: &str) -> Vec<(&'static str, String)> {
        vec![("not-there-yet", span.to_owned())]
    }

    #[test]
    fn who_comes_later_may_speak_and_be_spoken_to_from_that_node_on() {
        let after = node("after", &line("bo"), "");
        let hall = node("hall", &line("bo"), r#"Choice(text: "C", uses: [Inform], to_whom: "bo", to: "after"),"#);
        assert_eq!(told(&node("door", &line("ana"), TO_HALL), &(hall + &after), &stop()), []);
    }

    #[test]
    fn a_line_or_an_address_before_that_is_told_of_at_its_place() {
        let door = node("door", &format!("{}, {}", line("bo"), line("ana")), TO_HALL);
        assert_eq!(told(&door, &hall(), &stop()), early("\"bo\""));
        let to_bo = format!(r#"{TO_HALL} Choice(text: "D", uses: [Inform], to_whom: "bo", to: "gone"),"#);
        assert_eq!(told(&node("door", &line("ana"), &to_bo), &hall(), &stop()), early("\"bo\""));
        let any = format!("AnyOf([{}, {}])", line("ana"), line("bo"));
        assert_eq!(told(&node("door", &any, TO_HALL), &hall(), &stop()), early("\"bo\""));
    }

    #[test]
    fn talk_may_stop_before_they_have_come() {
        assert_eq!(
            told(&node("door", &line("ana"), TO_HALL), &hall(), &node("stop", &line("bo"), "")),
            early("\"bo\"")
        );
        let either = |when: &str, first: &str, second: &str| {
            let ways = format!("FirstThatFits([(when: {when}, say: {}), (say: {})])", line(first), line(second));
            told(&node("door", &line("ana"), TO_HALL), &hall(), &node("stop", &ways, ""))
        };
        assert_eq!(either("Visited(\"hall\")", "bo", "ana"), []);
        assert_eq!(either("Not(Visited(\"hall\"))", "ana", "bo"), []);
        assert_eq!(either("All([Trust(AtLeast(40)), Chose(\"hall\", 1)])", "bo", "ana"), []);
        assert_eq!(either("Any([Trust(Below(40)), Not(Visited(\"hall\"))])", "ana", "bo"), []);
        for (when, first, second) in [
            ("Visited(\"door\")", "bo", "ana"),
            ("Visited(\"hall\")", "ana", "bo"),
            ("Any([Trust(AtLeast(40)), Visited(\"hall\")])", "bo", "ana"),
            ("All([Trust(Below(40)), Not(Visited(\"hall\"))])", "ana", "bo"),
        ] {
            assert_eq!(either(when, first, second), early("\"bo\""), "{when}");
        }
    }

    #[test]
    fn what_opens_only_afterwards_leads_nowhere_before() {
        let after = node("after", &line("bo"), "");
        let road = |choice: &str| {
            let door = node("door", &line("ana"), &format!("{TO_HALL} {choice}"));
            told(&door, &(hall() + &after), &stop())
        };
        assert_eq!(road(r#"Choice(text: "D", uses: [Inform], when: Visited("hall"), to: "after"),"#), []);
        let ways = |when: &str| {
            road(&format!(
                r#"Choice(text: "D", uses: [Inform], to: FirstThatFits([(when: {when}, to: "after"), (to: "gone")])),"#
            ))
        };
        assert_eq!(ways("Visited(\"hall\")"), []);
        assert_eq!(ways("Chose(\"hall\", 1)"), []);
        assert_eq!(ways("Trust(AtLeast(30))"), early("\"bo\""));
    }

    #[test]
    fn where_a_name_is_misspelled_that_alone_is_told() {
        let codes = |stop: &str| {
            let told = told(&node("door", &line("ana"), TO_HALL), &hall(), stop);
            told.into_iter().map(|(code, _)| code).collect::<Vec<_>>()
        };
        let ways = format!("FirstThatFits([(when: Visited(\"hal\"), say: {}), (say: {})])", line("bo"), line("ana"));
        assert_eq!(codes(&node("stop", &ways, "")), ["unknown-node"]);
        assert_eq!(codes(&node("stop", &format!("{}, {}", line("bo"), line("an")), "")), ["unknown-person"]);
    }

    #[test]
    fn they_come_in_with_a_node() {
        let hall = r#""hall": Ending(outcome: Good, text: "In."),"#;
        let problems = told(&node("door", &line("ana"), TO_HALL), hall, &stop());
        assert_eq!(problems, [("not-a-node", "\"hall\"".to_owned())]);
    }
}
