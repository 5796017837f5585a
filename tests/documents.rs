//! What an instructor prints: the graph and the script, held to the scenario they are made of.

use std::collections::BTreeMap;

use alongside::model::Model;
use alongside::report::graph::{Heat, MOST_DRAWN, dot, page, svg};
use alongside::report::script::{Reader, Script, html, script, text};
use alongside::scenario::library::{known, load, shipped_ids};
use alongside::scenario::map::{Map, said};
use alongside::scenario::resolve::resolve;
use alongside::scenario::{NodeIx, PlaceKind, Scenario};

#[path = "../benches/story/mod.rs"]
#[allow(dead_code)]
mod story;

const STRESS: &str = include_str!("scenarios/two-doors.ron");
const SHORT: &str = include_str!("scenarios/short-talk.ron");

fn read(text: &str) -> Scenario {
    let read = resolve("a-talk", text, &Model::shipped().techniques, known());
    read.unwrap_or_else(|problems| panic!("{problems:#?}")).scenario
}

/// Every scenario at hand.
fn all() -> Vec<Scenario> {
    let shipped = shipped_ids().into_iter().map(|id| load(&id, None).expect("it ships"));
    shipped.chain([read(STRESS), read(SHORT), story::scenario(&story::text(60))]).collect()
}

fn for_instructor(scenario: &Scenario) -> Script {
    script(scenario, Model::shipped(), Reader::Instructor)
}

/// Each document with its name.
fn documents(scenario: &Scenario) -> Vec<(&'static str, String)> {
    let script = for_instructor(scenario);
    vec![
        ("svg", svg(scenario, None).expect("small enough")),
        ("graph page", page(scenario)),
        ("dot", dot(scenario)),
        ("script page", html(&script)),
        ("script text", text(&script)),
    ]
}

/// The words of a document as a reader sees them: entities read, ellipses and line breaks gone.
fn words(document: &str) -> String {
    let read = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(document.to_owned(), |text, (coded, plain)| text.replace(coded, plain));
    read.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_node_and_each_line_stands_in_every_document_that_holds_whole_texts() {
    for scenario in all() {
        for (name, document) in documents(&scenario).into_iter().filter(|(name, _)| *name != "dot") {
            let document = words(&document);
            for (_, place) in scenario.places() {
                assert!(document.contains(&place.id), "{}: no {} in the {name}", scenario.title, place.id);
                let PlaceKind::Node(node) = &place.kind else { continue };
                for choice in &node.choices {
                    assert!(
                        document.contains(&said(choice)),
                        "{}: no “{}” in the {name}",
                        scenario.title,
                        said(choice)
                    );
                }
            }
        }
    }
}

#[test]
fn the_dot_file_has_each_node_and_each_road_once() {
    for scenario in all() {
        let (map, dot) = (Map::of(&scenario), dot(&scenario));
        let from_nowhere = dot.matches("  any").count() / 2;
        assert_eq!(dot.matches(" -> ").count(), map.roads.len() + from_nowhere, "{}", scenario.title);
        for road in &map.roads {
            let edge = format!("  n{} -> n{} [", map.stops[road.from].number, map.stops[road.to].number);
            assert_eq!(dot.matches(&edge).count(), 1, "{edge}");
        }
        assert!(
            map.stops
                .iter()
                .all(|stop| dot.contains(&format!("  n{} [label=\"{} {}", stop.number, stop.number, stop.id)))
        );
    }
}

#[test]
fn the_script_leads_where_the_scenario_does() {
    for scenario in all() {
        let script = for_instructor(&scenario);
        let scenes = script.scenes.iter().map(|s| (s.number, s.id.as_str()));
        let ids: BTreeMap<usize, &str> =
            scenes.chain(script.endings.iter().map(|e| (e.number, e.id.as_str()))).collect();
        assert_eq!(ids.keys().copied().collect::<Vec<_>>(), (1..=scenario.nodes.len()).collect::<Vec<_>>());
        assert_eq!(ids[&1], scenario.place_at(scenario.opening).id);
        for scene in &script.scenes {
            let (_, place) = scenario.places().find(|(_, place)| place.id == scene.id).expect("a node of it");
            let PlaceKind::Node(node) = &place.kind else { panic!("an ending among the scenes") };
            for (line, choice) in scene.lines.iter().zip(&node.choices) {
                let led: Vec<&str> = line.to.iter().map(|way| ids[&way.number]).collect();
                let meant: Vec<&str> =
                    choice.to.targets().iter().map(|to| scenario.place_at(*to).id.as_str()).collect();
                assert_eq!(led, meant, "{} {}", scene.id, line.letter);
            }
            assert_eq!(scene.lines.len(), node.choices.len());
        }
    }
}

#[test]
fn endings_stand_at_the_back_and_the_stop_behind_the_story() {
    for scenario in all() {
        let map = Map::of(&scenario);
        let first_end = map.stops.iter().position(|stop| stop.ending.is_some()).expect("it ends");
        assert!(map.stops[first_end..].iter().all(|stop| stop.ending.is_some()));
        let stop = map.stops.iter().position(|stop| stop.at == scenario.stop).expect("there");
        // whatever the story leads to by itself comes before it
        let next = map.roads.iter().find(|road| road.from == 0).expect("it goes on").to;
        assert!(next < stop || next >= first_end, "{}", scenario.title);
    }
}

/// A text that would break out of anything that lets it.
const HOSTILE: &str = "</title><script>alert(1)</script> & \"so\" 'on' ]]> {{ 7 * 7 }} {% raw %} --> \\n";

fn hostile() -> Scenario {
    let mut scenario = read(STRESS);
    let nasty = || HOSTILE.to_owned() + "\u{1b}[31m\u{202e}";
    scenario.title = nasty();
    scenario.brief = nasty();
    scenario.facts.iter_mut().chain(&mut scenario.promises).for_each(|name| *name = nasty());
    scenario
        .people
        .iter_mut()
        .for_each(|person| (person.name, person.role, person.about) = (nasty(), nasty(), nasty()));
    for place in &mut scenario.nodes {
        place.id = format!("{}{}", place.id, nasty());
        match &mut place.kind {
            PlaceKind::Ending(ending) => ending.text = nasty(),
            PlaceKind::Node(node) => {
                for choice in &mut node.choices {
                    (choice.text, choice.note, choice.deed) = (nasty(), nasty(), nasty());
                }
                for line in &mut node.closed {
                    (line.text, line.body) = (nasty(), nasty());
                }
                node.happens.iter_mut().for_each(|h| h.why = nasty());
            }
        }
    }
    scenario
}

#[test]
fn no_text_breaks_out_of_a_document() {
    let scenario = hostile();
    for (name, document) in documents(&scenario) {
        assert!(!document.contains(['\u{1b}', '\u{202e}']), "{name}");
        assert!(name == "dot" || name == "script text" || !document.contains("<script"), "{name}");
        assert!(document.contains("7 * 7"), "{name}: the template was filled with what is no template");
    }
    // in DOT nothing of a text stands outside its quotes
    let dot = dot(&scenario).replace("\\\\", "").replace("\\\"", "");
    let outside: String = dot.split('"').step_by(2).collect();
    assert!(!HOSTILE.split('"').any(|piece| !piece.is_empty() && outside.contains(piece)), "{outside}");
    assert!(!outside.contains(['<', '(', '&']), "{outside}");
}

#[test]
fn pictures_and_pages_are_well_formed() {
    for scenario in all().into_iter().chain([hostile()]) {
        for (name, document) in documents(&scenario) {
            if ["svg", "graph page", "script page"].contains(&name) {
                balanced(&document).unwrap_or_else(|e| panic!("{}, {name}: {e}", scenario.title));
            }
        }
        let trainee = html(&script(&scenario, Model::shipped(), Reader::Trainee));
        balanced(&trainee).unwrap_or_else(|e| panic!("{}, trainees: {e}", scenario.title));
    }
    assert!(
        balanced("<a><b></a></b>").is_err() && balanced("<a x=\"<\"></a>").is_err() && balanced("<a>&</a>").is_err()
    );
}

/// Whether each tag is closed in turn, and nothing stands bare that must be escaped.
fn balanced(document: &str) -> Result<(), String> {
    const VOID: [&str; 4] = ["meta", "br", "!doctype", "hr"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = document;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        if open.last() != Some(&"style") {
            bare(before)?;
        }
        let end = tag.find('>').ok_or("a tag without end")?;
        let inner = &tag[1..end];
        if inner.contains('<') {
            return Err(format!("< within a tag: {inner}"));
        }
        bare(inner)?;
        if inner.matches('"').count() % 2 == 1 {
            return Err(format!("a quote left open: {inner}"));
        }
        let name = inner.trim_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        match inner.strip_prefix('/') {
            Some(_) if open.pop() != Some(name) => return Err(format!("</{name}> closes something else")),
            Some(_) => {}
            None if inner.ends_with('/') || VOID.contains(&name) => {}
            None => open.push(name),
        }
        rest = &tag[end + 1..];
    }
    if open.is_empty() { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

fn bare(text: &str) -> Result<(), String> {
    for (at, _) in text.match_indices('&') {
        let entity = text[at + 1..].split(';').next().unwrap_or_default();
        if entity.len() > 6 || entity.is_empty() || entity.contains(' ') {
            return Err(format!("a bare & in {text}"));
        }
    }
    Ok(())
}

#[derive(Clone, Copy, Debug)]
struct Rect {
    x: f64,
    y: f64,
    wide: f64,
    high: f64,
}

impl Rect {
    fn meets(self, other: Self) -> bool {
        let apart = self.x + self.wide <= other.x + 0.2
            || other.x + other.wide <= self.x + 0.2
            || self.y + self.high <= other.y + 0.2
            || other.y + other.high <= self.y + 0.2;
        !apart
    }
    fn holds(self, (x, y): (f64, f64)) -> bool {
        x > self.x + 1.0 && x < self.x + self.wide - 1.0 && y > self.y + 1.0 && y < self.y + self.high - 1.0
    }
}

fn attribute(line: &str, name: &str) -> f64 {
    let from = line.find(&format!(" {name}=\"")).expect("it has it") + name.len() + 3;
    line[from..].split('"').next().expect("a value").parse().expect("a number")
}

fn rects(picture: &str, class: &str) -> Vec<Rect> {
    let of = |line: &str| Rect {
        x: attribute(line, "x"),
        y: attribute(line, "y"),
        wide: attribute(line, "width"),
        high: attribute(line, "height"),
    };
    picture.lines().filter(|line| line.starts_with(&format!("<rect class=\"{class}"))).map(of).collect()
}

/// Points along each road.
fn roads(picture: &str) -> Vec<Vec<(f64, f64)>> {
    let of = |line: &str| {
        let path = line.split(" d=\"").nth(1).expect("a path").split('"').next().expect("its end");
        let mut points: Vec<(f64, f64)> = Vec::new();
        let mut numbers: Vec<f64> = Vec::new();
        let mut commands: Vec<(char, Vec<f64>)> = Vec::new();
        let marked = path.replace('M', " M ").replace('L', " L ").replace('C', " C ");
        for word in marked.split_whitespace() {
            match word.parse::<f64>() {
                Ok(number) => numbers.push(number),
                Err(_) => {
                    if let Some(last) = commands.last_mut() {
                        last.1 = std::mem::take(&mut numbers);
                    }
                    commands.push((word.chars().next().expect("a letter"), Vec::new()));
                }
            }
        }
        commands.last_mut().expect("a path").1 = numbers;
        for (command, n) in commands {
            let from = points.last().copied().unwrap_or_default();
            match command {
                'M' => points.push((n[0], n[1])),
                'L' => points.extend((1..=20).map(|i| mix(from, (n[0], n[1]), f64::from(i) / 20.0))),
                _ => points.extend((1..=20).map(|i| {
                    let t = f64::from(i) / 20.0;
                    let (a, b, c) = (
                        mix(from, (n[0], n[1]), t),
                        mix((n[0], n[1]), (n[2], n[3]), t),
                        mix((n[2], n[3]), (n[4], n[5]), t),
                    );
                    mix(mix(a, b, t), mix(b, c, t), t)
                })),
            }
        }
        points
    };
    picture.lines().filter(|line| line.starts_with("<path class=\"map-road")).map(of).collect()
}

fn mix(a: (f64, f64), b: (f64, f64), t: f64) -> (f64, f64) {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

#[test]
fn nothing_in_the_picture_lies_over_anything_else() {
    for scenario in all() {
        let picture = svg(&scenario, None).expect("small enough");
        let (cards, signs) = (rects(&picture, "map-card"), rects(&picture, "map-sign"));
        let (map, roads) = (Map::of(&scenario), roads(&picture));
        assert_eq!((cards.len(), signs.len(), roads.len()), (map.stops.len(), map.roads.len(), map.roads.len()));
        let everything: Vec<Rect> = cards.iter().chain(&signs).copied().collect();
        for (i, a) in everything.iter().enumerate() {
            assert!(a.x >= 0.0 && a.y >= 0.0);
            for b in &everything[i + 1..] {
                assert!(!a.meets(*b), "{}: {a:?} lies over {b:?}", scenario.title);
            }
        }
        for (i, road) in roads.iter().enumerate() {
            // a road runs under its own sign, and through nothing else
            for (k, other) in everything.iter().enumerate().filter(|(k, _)| *k != cards.len() + i) {
                let inside = road.iter().find(|point| other.holds(**point));
                assert!(inside.is_none(), "{}: road {i} runs through {k} at {inside:?}", scenario.title);
            }
        }
    }
}

#[test]
fn the_same_scenario_gives_the_same_documents() {
    for scenario in all() {
        assert!(documents(&scenario) == documents(&scenario), "{}", scenario.title);
    }
}

#[test]
fn heat_is_told_in_numbers_too() {
    let scenario = read(SHORT);
    let map = Map::of(&scenario);
    let mut heat = Heat { node: vec![0.0; scenario.nodes.len()], ..Heat::default() };
    heat.node[scenario.opening.index()] = 1.0;
    let (from, to): (NodeIx, NodeIx) = (map.stops[map.roads[0].from].at, map.stops[map.roads[0].to].at);
    heat.road.insert((from, to), 0.621);
    let picture = svg(&scenario, Some(&heat)).expect("small enough");
    assert_eq!(picture.matches(">100 % of all who play").count(), 1);
    assert_eq!(picture.matches(">62 % of all who play").count(), 1);
    let untold = map.stops.len() - 1 + map.roads.len() - 1;
    assert_eq!(picture.matches(">0 % of all who play").count(), untold);
    balanced(&picture).expect("well-formed");
}

#[test]
fn trainees_get_no_techniques_notes_or_answers() {
    let scenario = load("the-olive-door", None).expect("it ships");
    let own = html(&script(&scenario, Model::shipped(), Reader::Trainee))
        + &text(&script(&scenario, Model::shipped(), Reader::Trainee));
    let full = html(&for_instructor(&scenario));
    let (own, full) = (words(&own), words(&full));
    for (_, node) in scenario.talks() {
        for choice in node.choices.iter().filter(|c| !c.note.is_empty()) {
            assert!(full.contains(&choice.note) && !own.contains(&choice.note), "{}", choice.note);
        }
        for (answer, _) in node.cue.iter().flat_map(|cue| &cue.answers) {
            assert!(own.contains(answer), "{answer}");
        }
    }
    let technique = |t: &str| format!("class=\"technique\">{t}");
    assert!(full.contains(&technique("")) && !own.contains(&technique("")));
    let mark = "<span class=\"right\">";
    assert!(full.contains(mark) && !own.contains(mark) && !own.contains("now feels"));
}

#[test]
fn the_text_keeps_to_eighty_columns() {
    for scenario in all() {
        let text = text(&for_instructor(&scenario));
        let long: Vec<&str> = text.lines().filter(|line| line.chars().count() > 80).collect();
        assert!(long.is_empty(), "{long:#?}");
        assert!(!text.lines().any(|line| line.ends_with(' ')), "spaces at the end of a line");
    }
}

#[test]
fn conditions_are_told_in_plain_words() {
    let text = words(&text(&for_instructor(&read(STRESS))));
    for told in [
        "only when “the bicycle” has come up",
        "When Renee feels fear and “the bicycle” has not come up, one of these by chance:",
        "when the promise “the light” was broken or Marcus’s trust is below 15",
        "(to Suri)",
        "The talk comes here from anywhere, once it is not safe to go on talking.",
    ] {
        assert!(text.contains(told), "{told}");
    }
}

#[test]
fn a_story_of_two_thousand_nodes_has_its_documents_but_no_picture() {
    let scenario = story::scenario(&story::text(2_000));
    let refused = svg(&scenario, None).expect_err("too large").to_string();
    assert_eq!(refused, "this story has 2002 nodes and endings, and a picture is drawn of at most 600");
    let page = page(&scenario);
    assert!(page.contains(&refused) && page.matches("<tr id=\"n").count() == 2_002);
    // a label each, one for the whole, and two for the roads from anywhere
    assert_eq!(dot(&scenario).matches("label=\"").count(), scenario.nodes.len() + Map::of(&scenario).roads.len() + 3);
    assert_eq!(text(&for_instructor(&scenario)).matches("     -> ").count(), 8_002);
    assert_eq!(html(&for_instructor(&scenario)).matches("<section id=\"n").count(), 2_001);
}

#[test]
fn a_story_just_small_enough_is_drawn_or_refused_in_words() {
    let scenario = story::scenario(&story::text(MOST_DRAWN - 2));
    match svg(&scenario, None) {
        Ok(picture) => balanced(&picture).expect("well-formed"),
        Err(refused) => assert_eq!(refused.to_string(), "the roads of this story are too tangled for a picture"),
    }
}

#[test]
fn a_document_takes_the_place_of_an_older_one_and_leaves_nothing_beside_it() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("documents-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("graph.svg");
    std::fs::write(&file, "an older one").expect("a file");
    let run = |args: &[&str]| {
        let program = std::process::Command::new(env!("CARGO_BIN_EXE_alongside")).args(args).output();
        program.expect("the program starts")
    };
    let told = run(&["graph", "apartment-3c", "--format", "svg"]);
    let kept = run(&["graph", "apartment-3c", "--format", "svg", "--out", file.to_str().expect("a plain name")]);
    let in_file = std::fs::read(&file).expect("still there");
    let beside = std::fs::read_dir(&folder).expect("a folder").count();
    std::fs::remove_dir_all(&folder).expect("gone");
    assert!(told.status.success() && kept.status.success() && kept.stdout.is_empty());
    assert!(told.stdout.starts_with(b"<svg") && told.stdout == in_file);
    assert_eq!(beside, 1);
    let nowhere = run(&["script", "apartment-3c", "--out", file.to_str().expect("a plain name")]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("could not write"), "{nowhere:?}");
}
