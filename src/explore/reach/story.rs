//! Made-up stories in which everything may happen and everything may be asked for.

use std::fmt::Write;

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::model::{Emotion, Model};

/// Where the roads of a story lead.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    /// No circles: bounds stay close.
    Onward,
    Anywhere,
}

pub(super) fn pick(rng: &mut ChaCha8Rng, below: usize) -> usize {
    rng.next_u32() as usize % below
}

/// A story of that many nodes.
pub(super) fn story(rng: &mut ChaCha8Rng, shape: Shape, count: usize) -> String {
    let mut story = Story { rng, shape, count, out: String::new() };
    story.out.push_str("Scenario(format: 1, title: \"A\", brief: \"A.\", goal: \"A.\", place: \"hallway\", opening: \"n0\", stop: \"stop\", leaves: \"end\", people: {\n");
    story.person("ana", "");
    story.person("bo", "");
    // who comes later says nothing, so that nothing is said too early
    let comes = format!("comes: \"n{}\",", story.pick(story.count));
    story.person("cy", &comes);
    story.out.push_str("}, nodes: {\n");
    (0..story.count).for_each(|i| story.node(i));
    let back = if shape == Shape::Onward { "end" } else { "n0" };
    let _ = write!(
        story.out,
        "\"stop\": Node(says: [Line(who: \"bo\", text: \"Back.\", body: \"B.\")], choices: [\n\
         Choice(text: \"S\", uses: [SafetyDirection], to: \"{back}\"),\n\
         Choice(text: \"T\", uses: [Inform], learns: [\"f0\", \"f1\", \"f2\"], promises: \"p\", to: \"end\")]),\n\
         \"end\": Ending(outcome: Mixed, text: \"E.\") }})"
    );
    story.out
}

struct Story<'r> {
    rng: &'r mut ChaCha8Rng,
    shape: Shape,
    count: usize,
    out: String,
}

impl Story<'_> {
    fn pick(&mut self, below: usize) -> usize {
        pick(self.rng, below)
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.pick(of.len())]
    }

    fn coin(&mut self) -> bool {
        self.pick(2) == 0
    }

    fn person(&mut self, who: &str, more: &str) {
        let [a, t, r, z, h, s, c] = std::array::from_fn(|_| self.pick(101));
        let (emotion, strength, history) = (self.emotion(), 1 + self.pick(3), self.pick(7) as i32 - 3);
        let [reactivity, grudge] = std::array::from_fn(|_| 0.5 + self.pick(16) as f64 / 10.0);
        let (drink, stress) = (self.pick(11) as f64 / 10.0, self.pick(40));
        let (kind, free) = (self.one(&["Reactive", "Proactive"]), self.coin());
        let _ = writeln!(
            self.out,
            "\"{who}\": Person(name: \"N\", role: \"r\", looks: \"mara\", {more} history: {history}, triggers: [Command, \"sore\"],\n\
             starts: (arousal: {}, trust: {t}, respect: {r}, readiness: {z}, heard: {h}, safety: {s}, control: {c}, need: Esteem, feels: ({emotion}, {strength})),\n\
             reactivity: {reactivity}, grudge: {grudge}, intoxication: {drink}, stress: {stress}, aggression: {kind}, free_to_go: {free}),",
            a.min(94)
        );
    }

    fn node(&mut self, i: usize) {
        let tells = if self.pick(3) == 0 { format!(", tells: [\"f{}\"]", self.pick(3)) } else { String::new() };
        let (a, b, c) = (self.line("A.", &tells), self.line("B?", ""), self.line("C.", &tells));
        let asked = self.condition(2);
        let _ = writeln!(
            self.out,
            "\"n{i}\": Node(says: [AnyOf([{a}, {b}]), FirstThatFits([(when: {asked}, say: {c}), (say: {a})])],"
        );
        let who = self.one(&["ana", "bo", "cy"]);
        if self.pick(3) == 0 {
            let closed = self.line("No.", ", tells: [\"f2\"]");
            let _ = writeln!(self.out, "closed: [{closed}],");
        }
        if self.pick(3) == 0 {
            let (arousal, trust) = (self.pick(40) as i32 - 20, self.pick(60) as i32 - 30);
            let _ = writeln!(self.out, "happens: [(who: \"{who}\", arousal: {arousal}, trust: {trust}, why: \"W.\")],");
        }
        if self.pick(3) == 0 {
            let emotion = self.emotion();
            let _ = writeln!(self.out, "feels: {{ \"{who}\": ({emotion}, 2) }},");
        }
        let (hazard, two_party) = (self.pick(4) == 0, self.coin());
        let _ = writeln!(self.out, "hazard: {hazard}, two_party: {two_party}, choices: [");
        (0..2 + self.pick(4)).for_each(|c| self.choice(i, c));
        self.out.push_str("]),\n");
    }

    /// The first two are open to everyone, and the second leads out.
    fn choice(&mut self, i: usize, c: usize) {
        const ALWAYS: [&str; 8] = [
            "",
            "learns: [\"f0\"],",
            "promises: \"p\",",
            "keeps: \"p\",",
            "breaks: \"p\",",
            "touches: [\"sore\"],",
            "need: Safety,",
            "to_whom: \"bo\",",
        ];
        let extra = if c > 1 && self.pick(8) == 0 { "knows: [\"f1\"]," } else { self.one(&ALWAYS) };
        let gate = if c < 2 { String::new() } else { format!("when: {},", self.condition(2)) };
        let [x, y] = std::array::from_fn(|_| self.next(i));
        let last = if c == 1 { "end".to_owned() } else { self.next(i) };
        let (first, second) = (self.condition(2), self.condition(1));
        let to = if c != 1 && self.coin() {
            format!("\"{x}\"")
        } else {
            format!("FirstThatFits([(when: {first}, to: \"{x}\"), (when: {second}, to: \"{y}\"), (to: \"{last}\")])")
        };
        let (uses, emotion, strength) = (self.techniques(), self.emotion(), 1 + self.pick(3));
        let _ = writeln!(
            self.out,
            "Choice(text: \"T{i} {c}\", uses: [{uses}], label: ({emotion}, {strength}), {extra} {gate} to: {to}),"
        );
    }

    fn next(&mut self, i: usize) -> String {
        let to = if self.shape == Shape::Onward { i + 1 + self.pick(2) } else { self.pick(self.count) };
        if to >= self.count || self.pick(10) == 0 { "end".to_owned() } else { format!("n{to}") }
    }

    fn line(&mut self, text: &str, more: &str) -> String {
        format!("Line(who: \"{}\", text: \"{text}\", body: \"B.\"{more})", self.one(&["ana", "bo"]))
    }

    fn techniques(&mut self) -> String {
        let all: Vec<String> = Model::shipped().techniques.iter().map(|(_, t)| t.camel_case()).collect();
        let first = self.pick(all.len());
        let names: Vec<&str> = (0..1 + self.pick(3)).map(|k| all[(first + k * 5) % all.len()].as_str()).collect();
        names.join(", ")
    }

    fn emotion(&mut self) -> String {
        format!("{:?}", Emotion::ALL[self.pick(4)])
    }

    fn condition(&mut self, depth: usize) -> String {
        let variable = self.one(&["Arousal", "Trust", "Heard", "Respect", "Safety", "Control", "Readiness"]);
        let bound = self.pick(101);
        match self.pick(if depth == 0 { 8 } else { 12 }) {
            0 | 1 => format!("{variable}(AtLeast({bound}))"),
            2 => format!("{variable}(Below({bound}))"),
            3 => format!("Feels({})", self.emotion()),
            4 => format!("Fact(\"f{}\")", self.pick(3)),
            5 => format!("{}(\"p\")", self.one(&["Promised", "Kept", "Broken"])),
            6 => format!("Visited(\"n{}\")", self.pick(self.count)),
            7 => format!("Chose(\"n{}\", {})", self.pick(self.count), 1 + self.pick(2)),
            8 => format!("Of(\"{}\", {})", self.one(&["ana", "bo", "cy"]), self.condition(depth - 1)),
            9 => format!("All([{}, {}])", self.condition(depth - 1), self.condition(depth - 1)),
            10 => format!("Any([{}, {}])", self.condition(depth - 1), self.condition(depth - 1)),
            _ => format!("Not({})", self.condition(depth - 1)),
        }
    }
}
