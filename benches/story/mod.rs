//! Scenarios of any size, always the same for the same size, and picks that are always the same.

use std::fmt::Write;

use alongside::model::Model;
use alongside::scenario::Scenario;
use alongside::scenario::library::known;
use alongside::scenario::resolve::resolve;

/// A small deterministic generator; the peers' bench uses the same, so that every engine makes the same sort of choices.
pub struct Lcg(pub u64);

impl Lcg {
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }
}

const WORDS: [&str; 16] = [
    "the", "night", "was", "long", "and", "nobody", "on", "this", "street", "had", "slept", "before", "it", "started",
    "again", "so",
];
const TECHNIQUES: [&str; 12] = [
    "OpenQuestion",
    "SimpleReflection",
    "EmotionLabel",
    "Validation",
    "Inform",
    "LimitReason",
    "Advice",
    "Affirmation",
    "Transparency",
    "ClosedQuestion",
    "ComplexReflection",
    "OfferChoice",
];

/// The text of a scenario: four choices a node, the second of them gated by trust, roads to anywhere.
pub fn text(nodes: usize) -> String {
    let mut rng = Lcg(nodes as u64);
    let mut out = String::from(
        "Scenario(format: 1, title: \"Long\", brief: \"Made up.\", goal: \"Go on.\", place: \"hallway\", opening: \"n0\", stop: \"stop\", leaves: \"end\",\n\
         people: { \"ana\": Person(name: \"Ana\", role: \"neighbor\", looks: \"mara\",\n\
         starts: (arousal: 50, trust: 30, respect: 40, readiness: 20, need: Esteem, feels: (Anger, 2)), triggers: [Command]) },\nnodes: {\n",
    );
    for i in 0..nodes {
        node(&mut out, &mut rng, i, nodes);
    }
    out.push_str(
        "\"stop\": Node(says: [Line(who: \"ana\", text: \"Back.\", body: \"She holds a pan.\")], choices: [\n\
         Choice(text: \"I step back.\", uses: [SafetyDirection], to: \"n0\"),\n\
         Choice(text: \"Look at me.\", uses: [SimpleReflection], to: \"end\")]),\n\
         \"end\": Ending(outcome: Mixed, text: \"The door is shut.\"),\n})\n",
    );
    out
}

fn node(out: &mut String, rng: &mut Lcg, i: usize, nodes: usize) {
    let said = words(rng, 15);
    let body = words(rng, 6);
    let _ = writeln!(out, "\"n{i}\": Node(says: [Line(who: \"ana\", text: \"{said}\", body: \"{body}\")], choices: [");
    for k in 0..4 {
        let text = words(rng, 12);
        let first = TECHNIQUES[rng.below(TECHNIQUES.len())];
        let second = TECHNIQUES[rng.below(TECHNIQUES.len())];
        let uses = if k % 2 == 0 || first == second { first.to_owned() } else { format!("{first}, {second}") };
        let gate = if k == 1 { "when: Trust(AtLeast(30)), " } else { "" };
        let label = if uses.contains("EmotionLabel") { "label: (Anger, 2), " } else { "" };
        // one road in the whole story leads out
        let to = if (i, k) == (1, 0) { "end".to_owned() } else { format!("n{}", rng.below(nodes)) };
        let _ = writeln!(out, "  Choice(text: \"{text}\", uses: [{uses}], {gate}{label}to: \"{to}\"),");
    }
    out.push_str("]),\n");
}

fn words(rng: &mut Lcg, count: usize) -> String {
    let words: Vec<&str> = (0..count).map(|_| WORDS[rng.below(WORDS.len())]).collect();
    format!("{}.", words.join(" "))
}

/// Parses and resolves; the text is a scenario, perhaps with warnings about nodes that nothing leads to.
pub fn scenario(text: &str) -> Scenario {
    let read = resolve("long", text, &Model::shipped().techniques, known());
    read.unwrap_or_else(|problems| panic!("{:?}", problems.iter().map(|p| &p.message).take(3).collect::<Vec<_>>()))
        .scenario
}
