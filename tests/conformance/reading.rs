//! The vectors' JSON as the model's own types.

use alongside::model::person::{Aggression, Memory, Traits};
use alongside::model::turn::{Gate, Line};
use alongside::model::{Emotion, Feeling, Model, Need, Person, State, TechniqueIx, TechniqueSet};
use serde_json::Value;

/// A line that owns its techniques.
#[derive(Debug)]
pub struct Said {
    techniques: Vec<TechniqueIx>,
    words: u32,
    label: Option<Feeling>,
    need: Option<Need>,
    touches: (TechniqueSet, u64),
    asked: bool,
    two_party: bool,
}

impl Said {
    pub fn read(v: &Value) -> Self {
        Self {
            techniques: ids(&v["acts"]),
            words: num(&v["words"]) as u32,
            label: v["label"].as_array().map(|l| (emotion(&l[0]), num(&l[1]) as u8)),
            need: need(&v["need"]),
            touches: touches(&v["touches"]),
            asked: v["asked"] == true,
            two_party: v["two_party"] == true,
        }
    }

    pub fn line(&self) -> Line<'_> {
        Line {
            techniques: &self.techniques,
            words: self.words,
            label: self.label,
            need: self.need,
            touches: self.touches.1,
            touched_techniques: self.touches.0,
            asked: self.asked,
            two_party: self.two_party,
        }
    }
}

pub fn list(text: &str) -> Vec<Value> {
    serde_json::from_str(text).expect("the vectors are JSON")
}

pub fn num(v: &Value) -> f64 {
    v.as_f64().unwrap_or_else(|| panic!("not a number: {v}"))
}

pub fn nums(v: &Value) -> Vec<f64> {
    items(v).iter().map(num).collect()
}

pub fn items(v: &Value) -> &[Value] {
    v.as_array().unwrap_or_else(|| panic!("not a list: {v}"))
}

pub fn names(v: &Value) -> Vec<String> {
    items(v).iter().map(|s| s.as_str().expect("a name").to_owned()).collect()
}

pub fn name(v: &Value) -> Option<String> {
    v.as_str().map(str::to_owned)
}

pub fn count(v: &Value) -> Option<u32> {
    v.as_u64().map(|n| n as u32)
}

pub fn ids(v: &Value) -> Vec<TechniqueIx> {
    let find = |name: String| Model::shipped().techniques.find(&name).expect("a technique");
    names(v).into_iter().map(find).collect()
}

pub fn state(v: &Value) -> State {
    let [arousal, trust, heard, respect, safety, control, readiness] = nums(v)[..] else { panic!("seven numbers") };
    State { arousal, trust, heard, respect, safety, control, readiness }
}

pub fn flat(s: &State) -> [f64; 7] {
    [s.arousal, s.trust, s.heard, s.respect, s.safety, s.control, s.readiness]
}

pub fn gate_name(gate: Option<Gate>) -> Option<&'static str> {
    gate.map(|gate| match gate {
        Gate::Stop => "stop",
        Gate::Leaves => "leaves",
        Gate::ShutDown => "closed",
    })
}

pub fn person(v: &Value) -> Person {
    let (trigger_techniques, trigger_touches) = touches(&v["triggers"]);
    let traits = Traits {
        baseline: num(&v["baseline"]),
        stress: num(&v["stress"]),
        reactivity: num(&v["reactivity"]),
        grudge: num(&v["grudge"]),
        trigger_techniques,
        trigger_touches,
        history: num(&v["history"]),
        history_acknowledged: v["acknowledged"] == true,
        intoxication: num(&v["intoxication"]),
        aggression: if v["proactive"] == true { Aggression::Proactive } else { Aggression::Reactive },
        free_to_go: true,
    };
    let feels = (emotion(&v["feels"][0]), num(&v["feels"][1]) as u8);
    let mut person = Person::new(state(&v["state"]), traits, need(&v["need"]).expect("a need"), feels);
    person.hazard = v["hazard"] == true;
    person.memory = memory(v, person.memory);
    person
}

fn memory(v: &Value, begun: Memory) -> Memory {
    let set = |v: &Value| ids(v).into_iter().collect::<TechniqueSet>();
    Memory {
        trust_at_start: num(&v["trust_at_start"]),
        trust_base: num(&v["trust_at_start"]),
        readiness_at_start: num(&v["readiness_at_start"]),
        turn_count: num(&v["turn"]) as u32,
        question_run: num(&v["questions"]) as u32,
        recent: if let [a, b] = items(&v["recent"]) { [set(a), set(b)] } else { Default::default() },
        rupture: count(&v["rupture"]),
        ..begun
    }
}

fn emotion(v: &Value) -> Emotion {
    Emotion::ALL.into_iter().find(|e| Some(e.id()) == v.as_str()).expect("an emotion")
}

fn need(v: &Value) -> Option<Need> {
    let all = [Need::Physio, Need::Safety, Need::Belonging, Need::Esteem, Need::Growth];
    v.as_str().map(|name| all.into_iter().find(|n| n.id() == name).expect("a need"))
}

/// Names that are techniques, and the one other sore point of the vectors.
fn touches(v: &Value) -> (TechniqueSet, u64) {
    let techniques = names(v).iter().filter_map(|n| Model::shipped().techniques.find(n)).collect();
    (techniques, u64::from(names(v).iter().any(|n| n == "door")))
}
