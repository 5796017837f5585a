//! The model is held to vectors made with the reference model (`vectors/make.py`), within 1e-9.

use std::sync::OnceLock;

use alongside::model::person::{Aggression, Memory, Traits};
use alongside::model::turn::{Gate, Line, apply, gate, judge, overhear};
use alongside::model::visit::{Between, between};
use alongside::model::{
    CONSTANTS, Emotion, Evidence, Model, Need, Person, RULES, State, TECHNIQUES, TechniqueIx, TechniqueSet,
};
use alongside::rating::{CueTerm, RatedTurn, rate};
use serde_json::Value;

/// Two numbers count as the same within one in a billion.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(1.0)
}

fn model() -> &'static Model {
    Model::shipped()
}

fn read(text: &str) -> Vec<Value> {
    serde_json::from_str(text).expect("the vectors are JSON")
}

fn num(v: &Value) -> f64 {
    v.as_f64().unwrap_or_else(|| panic!("not a number: {v}"))
}

fn nums(v: &Value) -> Vec<f64> {
    v.as_array().expect("a list").iter().map(num).collect()
}

fn names(v: &Value) -> Vec<&str> {
    v.as_array().expect("a list").iter().map(|s| s.as_str().expect("a name")).collect()
}

fn emotion(v: &Value) -> Emotion {
    Emotion::ALL.into_iter().find(|e| Some(e.id()) == v.as_str()).expect("an emotion")
}

fn need(v: &Value) -> Option<Need> {
    let all = [Need::Physio, Need::Safety, Need::Belonging, Need::Esteem, Need::Growth];
    v.as_str().map(|name| all.into_iter().find(|n| n.id() == name).expect("a need"))
}

fn ids(v: &Value) -> Vec<TechniqueIx> {
    names(v).into_iter().map(|n| model().techniques.find(n).expect("a technique")).collect()
}

fn state(v: &Value) -> State {
    let [arousal, trust, heard, respect, safety, control, readiness] = nums(v)[..] else { panic!("seven numbers") };
    State { arousal, trust, heard, respect, safety, control, readiness }
}

fn flat(s: &State) -> [f64; 7] {
    [s.arousal, s.trust, s.heard, s.respect, s.safety, s.control, s.readiness]
}

/// Names that are techniques, and the one other sore point of the vectors.
fn touches(v: &Value) -> (TechniqueSet, u64) {
    let techniques = names(v).into_iter().filter_map(|n| model().techniques.find(n)).collect();
    (techniques, u64::from(names(v).contains(&"door")))
}

fn person(v: &Value) -> Person {
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
    let recent = v["recent"].as_array().expect("a list");
    let set = |v: &Value| ids(v).into_iter().collect::<TechniqueSet>();
    person.memory = Memory {
        turn_count: num(&v["turn"]) as u32,
        question_run: num(&v["questions"]) as u32,
        recent: if let [a, b] = &recent[..] { [set(a), set(b)] } else { Default::default() },
        rupture: v["rupture"].as_u64().map(|r| r as u32),
        ..person.memory
    };
    person
}

fn with_line<T>(v: &Value, use_it: impl FnOnce(&Line) -> T) -> T {
    let techniques = ids(&v["acts"]);
    let (touched_techniques, touches) = touches(&v["touches"]);
    use_it(&Line {
        techniques: &techniques,
        words: num(&v["words"]) as u32,
        label: v["label"].as_array().map(|l| (emotion(&l[0]), num(&l[1]) as u8)),
        need: need(&v["need"]),
        touches,
        touched_techniques,
        asked: v["asked"] == true,
        two_party: v["two_party"] == true,
    })
}

fn gate_name(gate: Option<Gate>) -> Value {
    match gate {
        None => Value::Null,
        Some(Gate::Stop) => "stop".into(),
        Some(Gate::Leaves) => "leaves".into(),
        Some(Gate::ShutDown) => "closed".into(),
    }
}

fn assert_state(at: &str, found: &State, wanted: &Value) {
    for (found, wanted) in flat(found).into_iter().zip(nums(wanted)) {
        assert!(same(wanted, found), "{at}: expected {wanted}, found {found}");
    }
}

#[test]
fn every_line_in_a_state_gives_what_the_reference_gives() {
    for (i, v) in read(include_str!("vectors/lines.json")).iter().enumerate() {
        let mut live = person(&v["person"]);
        let mut other = live.clone();
        with_line(&v["line"], |line| {
            let judged = judge(model(), &live, line);
            for (found, wanted) in judged.evidence.0.into_iter().zip(nums(&v["evidence"])) {
                assert!(same(wanted, found), "line {i}: expected {wanted}, found {found} in {}", v["line"]);
            }
            let mut rules: Vec<&str> = judged.rules.iter().map(|r| model().rule(r).id.as_str()).collect();
            rules.sort_unstable();
            assert_eq!(rules, names(&v["rules"]), "line {i}: {}", v["line"]);
            let repaired = apply(model(), &mut live, line, &judged);
            assert_eq!(repaired.map(u64::from), v["repaired"].as_u64(), "line {i}: repaired");
            overhear(model(), &mut other, line);
        });
        assert_state(&format!("line {i} {}", v["line"]), &live.state, &v["after"]);
        assert_eq!(u64::from(live.memory.debt), v["debt"].as_u64().unwrap_or(9), "line {i}: debt");
        assert_eq!(u64::from(live.memory.worst), v["worst"].as_u64().unwrap_or(9), "line {i}: worst");
        assert_eq!(gate_name(gate(model(), &live)), v["gate"], "line {i}: gate");
        assert!(same(num(&v["overheard"]), other.state.respect), "line {i}: overheard");
    }
}

#[test]
fn whole_visits_and_the_time_between_them_agree() {
    for (i, v) in read(include_str!("vectors/visits.json")).iter().enumerate() {
        let mut people: Vec<Person> = v["people"].as_array().expect("two people").iter().map(person).collect();
        for (t, turn) in v["turns"].as_array().expect("turns").iter().enumerate() {
            let to = num(&turn["to"]) as usize;
            let repaired = with_line(&turn["line"], |line| {
                let judged = judge(model(), &people[to], line);
                let repaired = apply(model(), &mut people[to], line, &judged);
                overhear(model(), &mut people[1 - to], line);
                repaired
            });
            assert_eq!(repaired.map(u64::from), turn["repaired"].as_u64(), "visit {i} turn {t}");
            for (p, person) in people.iter().enumerate() {
                assert_state(&format!("visit {i} turn {t} person {p}"), &person.state, &turn["after"][p]);
                assert_eq!(gate_name(gate(model(), person)), turn["gates"][p], "visit {i} turn {t} person {p}");
            }
        }
        for step in v["between"].as_array().expect("gaps") {
            check_gap(i, &mut people[0], step);
        }
    }
}

fn check_gap(i: usize, person: &mut Person, step: &Value) {
    let gap = &step["gap"];
    let count = |name: &str| num(&gap[name]) as u32;
    between(
        model(),
        person,
        &Between {
            days: num(&gap["days"]),
            contacts: count("contacts"),
            kept: count("kept"),
            broken: count("broken"),
            made_good: gap["made_good"] == true,
            scene_stress: num(&gap["scene_stress"]),
            scene_arousal: gap["scene_A"].as_f64(),
        },
    );
    assert_state(&format!("visit {i}, after the gap"), &person.state, &step["after"]);
    assert!(same(num(&step["history"]), person.traits.history), "visit {i}: history");
    assert_eq!(u64::from(person.memory.broken), step["broken"].as_u64().unwrap_or(99), "visit {i}: broken");
    with_line(&step["line"], |line| {
        let judged = judge(model(), person, line);
        apply(model(), person, line, &judged);
    });
    assert_state(&format!("visit {i}, a line after the gap"), &person.state, &step["then"]);
}

/// The shipped model with one technique's harm raised to severity 3.
fn grave(id: &str) -> Model {
    let from = TECHNIQUES.find(&format!("id: \"{id}\"")).expect("the technique");
    let at = from + TECHNIQUES[from..].find("severity: ").expect("its severity") + "severity: ".len();
    let text = format!("{}3{}", &TECHNIQUES[..at], &TECHNIQUES[at + 1..]);
    Model::parse(&text, RULES, CONSTANTS).expect("a model with one number changed")
}

#[test]
fn ratings_with_cues_harm_repair_and_severity_three_agree() {
    static GRAVE: OnceLock<[Model; 2]> = OnceLock::new();
    let [judgment, interrupt] = GRAVE.get_or_init(|| [grave("judgment"), grave("interrupt")]);
    for (i, v) in read(include_str!("vectors/ratings.json")).iter().enumerate() {
        let model = match v["grave"].as_str() {
            Some("judgment") => judgment,
            Some("interrupt") => interrupt,
            _ => model(),
        };
        let turns = v["turns"].as_array().expect("turns");
        let evidence: Vec<Vec<Evidence>> = turns.iter().map(evidence_of).collect();
        let techniques: Vec<Vec<TechniqueIx>> = turns.iter().map(|t| ids(&t["acts"])).collect();
        let cues: Vec<Option<Vec<f64>>> = turns.iter().map(|t| t["cue"].is_array().then(|| nums(&t["cue"]))).collect();
        let rated: Vec<RatedTurn> = turns
            .iter()
            .enumerate()
            .map(|(t, turn)| RatedTurn {
                offered: &evidence[t],
                chosen: num(&turn["chosen"]) as usize,
                techniques: &techniques[t],
                hazard: turn["risk"] == true,
                repaired: turn["repaired"].as_u64().map(|r| r as usize),
                salience: num(&turn["salience"]),
                cue: cues[t].as_deref().map(|answers| CueTerm { answers, chosen: num(&turn["cue_chosen"]) as usize }),
            })
            .collect();
        check_ratings(i, v, model, &rated);
    }
}

fn evidence_of(turn: &Value) -> Vec<Evidence> {
    let one = |v: &Value| Evidence(nums(v).try_into().expect("four numbers"));
    turn["evs"].as_array().expect("evidence").iter().map(one).collect()
}

fn check_ratings(i: usize, v: &Value, model: &Model, turns: &[RatedTurn]) {
    for (d, rating) in rate(model, turns).into_iter().enumerate() {
        let wanted = &v["ratings"][d];
        let Some(r) = rating else {
            assert!(wanted.is_null(), "rating {i}.{d}: none found");
            continue;
        };
        let found = [r.raw, r.estimate, r.sd, r.n_eff, r.harm_factor, r.final_score, r.low, r.high, r.rating];
        for (found, wanted) in found.into_iter().zip(nums(wanted)) {
            assert!(same(wanted, found), "rating {i}.{d}: expected {wanted}, found {found}");
        }
    }
}
