//! What `explore` says of a scenario: the same however the plays were shared out, and true of what can be played.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use alongside::explore::exploration::explore;
use alongside::explore::findings::{How, Standing, findings};
use alongside::explore::play::{MOST_TURNS, play_again};
use alongside::explore::search::{Bound, Found, Goal, Kind, Limits, Search, search};
use alongside::explore::tally::Proof;
use alongside::explore::tally::spread::thousandths;
use alongside::explore::{Exploration, Plan, Shard, TRAINEES, join, play};
use alongside::model::Model;
use alongside::report::explore::{html, text};
use alongside::scenario::library::{self, known};
use alongside::scenario::resolve::resolve;
use alongside::scenario::{NodeIx, Scenario};
use alongside::session::replay::{self, Moves, document};
use alongside::session::{Mode, Session, Start};

const SHORT: &str = include_str!("scenarios/short-talk.ron");
const CIRCLES: &str = include_str!("scenarios/two-doors.ron");

fn read(text: &str) -> Arc<Scenario> {
    Arc::new(resolve("a-talk", text, &Model::shipped().techniques, known()).expect("it resolves").scenario)
}

/// The short talk, changed in one place.
fn short_with(from: &str, to: &str) -> String {
    assert_eq!(SHORT.matches(from).count(), 1, "{from}");
    SHORT.replacen(from, to, 1)
}

/// Every path of the short talk, and of the others enough to see that it works.
const QUICK: Limits = Limits { most_steps: 10_000, width: 2 };

fn plan(plays: u64) -> Plan {
    Plan { plays, seed: 1, trainees: TRAINEES.iter().collect(), shard: Shard::WHOLE, limits: QUICK }
}

fn explored(text: &str, plays: u64) -> Exploration {
    explore(&read(text), Model::shipped(), &plan(plays), 2, &|_| {})
}

fn searched(text: &str, limits: Limits) -> Search {
    search(&read(text), Model::shipped(), 1, limits, 2).0
}

#[test]
fn a_conversation_begun_in_the_room_of_another_is_the_same() {
    for scenario in [read(SHORT), read(CIRCLES), Arc::new(library::load("the-olive-door", None).expect("it ships"))] {
        let mut reused = Session::begin(Arc::clone(&scenario), Model::shipped(), 0, Mode::Assessment);
        for (seed, trainee) in (1..=6).flat_map(|seed| TRAINEES.iter().map(move |t| (seed, t))) {
            let start = Arc::new(Start::written(&scenario));
            play_again(&mut reused, trainee, seed, &start);
            let fresh = play(&scenario, Model::shipped(), trainee, seed, start);
            assert_eq!(reused.transcript(), fresh.transcript(), "{} by {}, seed {seed}", scenario.id, trainee.name);
            assert_eq!(reused.open_turn(), fresh.open_turn());
            assert_eq!(
                (reused.people(), reused.phase(), reused.has_stopped()),
                (fresh.people(), fresh.phase(), fresh.has_stopped())
            );
            assert_eq!(document(&reused), document(&fresh));
        }
    }
}

#[test]
fn what_comes_out_hangs_neither_on_threads_nor_on_shares() {
    let scenario = read(CIRCLES);
    let of = |shard: Shard, jobs| explore(&scenario, Model::shipped(), &Plan { shard, ..plan(600) }, jobs, &|_| {});
    let whole = of(Shard::WHOLE, 1);
    assert_eq!(of(Shard::WHOLE, 5), whole);
    let shares = || (1..=4).map(|number| (number.to_string(), of(Shard { number, of: 4 }, 2)));
    assert_eq!(join(shares().collect()).as_ref(), Ok(&whole));
    assert_eq!(join(shares().rev().collect()).as_ref(), Ok(&whole));
}

#[test]
fn every_path_of_a_small_scenario_is_walked() {
    let found = searched(SHORT, Limits::default());
    // four lines; three kinds of answer and three lines behind each; three lines again
    assert_eq!((found.kind, found.steps), (Kind::Exact, 4 + 4 * 9 + 4 * 9 * 3));
    assert!(found.varied.is_empty());
}

#[test]
fn no_play_goes_beyond_what_every_path_was_walked_for() {
    let exploration = explored(SHORT, 2_000);
    let bounds = &exploration.search.as_ref().expect("the first share searches").bounds;
    for (d, goal) in Goal::ALL[..4].iter().enumerate() {
        let bound = bounds.iter().find(|b| b.of == *goal).expect("each goal is there");
        let (low, high) = (score(&bound.lowest), score(&bound.highest));
        for of in &exploration.tally.trainees {
            let spread = &of.ratings[d];
            let extremes = spread.lowest.iter().chain(&spread.highest).map(|e| Some(e.value));
            assert!(extremes.clone().all(|v| low <= v && v <= high), "{goal:?}, {}: {spread:?}", of.name);
        }
    }
    let mean = bounds.iter().find(|b| b.of == Goal::Mean).expect("the mean is there");
    let strength = |path: &Option<alongside::explore::path::Path>| path.as_ref().map(|p| p.held.strength);
    assert_eq!(strength(&exploration.strongest), mean.highest.as_ref().map(|f| f.strength));
    assert_eq!(strength(&exploration.weakest), mean.lowest.as_ref().map(|f| f.strength));
}

fn score(found: &Option<Found>) -> Option<u64> {
    found.as_ref().map(|f| f.strength.score)
}

#[test]
fn what_a_search_found_can_be_played_and_gets_that_rating() {
    for (text, most_steps) in [(SHORT, 10_000), (SHORT, 0), (CIRCLES, 0)] {
        let found = searched(text, Limits { most_steps, width: 4 });
        assert_eq!(found.kind == Kind::Exact, most_steps > 0);
        for Bound { of, lowest, highest } in &found.bounds {
            for end in [lowest, highest].into_iter().flatten() {
                let moves = Moves { choices: end.choices.clone(), cues: end.cues.clone() };
                let session = replay::play(read(text), Model::shipped(), 1, Mode::Practice, &moves).expect("on offer");
                let finals = replay::ratings(&session).map(|r| r.map(|r| r.final_score));
                let reached = match of {
                    Goal::Rating(d) => finals[*d as usize],
                    Goal::Mean => {
                        let there: Vec<f64> = finals.into_iter().flatten().collect();
                        Some(there.iter().sum::<f64>() / there.len() as f64)
                    }
                    Goal::Least => finals.into_iter().flatten().reduce(f64::min),
                };
                assert_eq!(reached.map(thousandths), Some(end.strength.score), "{of:?}: {moves:?}");
                assert!(session.ending().is_some() || moves.choices.len() == MOST_TURNS, "{moves:?}");
            }
        }
    }
}

#[test]
fn a_search_by_promise_never_claims_more_than_there_is() {
    let exact = searched(SHORT, Limits::default());
    for width in [1, 3, 100] {
        let beam = searched(SHORT, Limits { most_steps: 0, width });
        assert_eq!(beam.kind, Kind::Beam { width });
        for (all, some) in exact.bounds.iter().zip(&beam.bounds) {
            let inside = |s: Option<u64>| s.is_none() || (score(&all.lowest) <= s && s <= score(&all.highest));
            assert!(inside(score(&some.lowest)) && inside(score(&some.highest)), "{all:?} {some:?}");
        }
    }
    // wide enough for everything it finds everything
    assert_eq!(searched(SHORT, Limits { most_steps: 0, width: 1_000 }).bounds.len(), exact.bounds.len());
    for (all, wide) in exact.bounds.iter().zip(searched(SHORT, Limits { most_steps: 0, width: 1_000 }).bounds) {
        assert_eq!((score(&all.lowest), score(&all.highest)), (score(&wide.lowest), score(&wide.highest)));
    }
}

#[test]
fn a_variation_that_changes_who_speaks_or_what_is_told_is_said_to() {
    let line = "says: [Line(who: \"ana\", text: \"You'll knock?\", body: \"She holds the rail.\")]";
    let told = |one: &str, other: &str| {
        let lines =
            format!("says: [AnyOf([Line(who: \"ana\", {one}, body: \"\"), Line(who: \"ana\", {other}, body: \"\")])]");
        searched(&short_with(line, &lines), Limits::default()).varied
    };
    assert!(told("text: \"Knock.\"", "text: \"Please.\"").is_empty());
    assert_eq!(told("text: \"Knock.\"", "text: \"You'll knock?\""), ["landing"]);
    assert_eq!(told("text: \"Knock.\"", "text: \"I heard her.\", tells: [\"a-voice\"]"), ["landing"]);
}

#[test]
fn what_is_proved_is_told_apart_from_what_was_only_not_seen() {
    let orphan = "\"light-on\": Ending(outcome: Mixed, text: \"Nobody comes here.\"), \"lamp\": Ending(outcome: Good,";
    let text =
        short_with("\"light-on\": Ending(outcome: Good,", orphan).replace("to: \"light-on\"", "to: \"lamp\"").replace(
            "Choice(text: \"I'm sure",
            "Choice(text: \"Never.\", uses: [Inform], when: Trust(AtLeast(99)), to: \"lamp\"), \
             Choice(text: \"Not both.\", uses: [Inform], when: All([Chose(\"door\", 1), Chose(\"door\", 2)]), to: \"lamp\"), \
             Choice(text: \"I'm sure",
        );
    let how = |exploration: &Exploration, id: &str, line| {
        let place = exploration.tally.places.iter().position(|p| p.id == id).expect("it is there");
        let coverage = findings(exploration).coverage;
        coverage.unseen.iter().find(|u| (u.place, u.line) == (place, line)).map(|u| u.how)
    };
    let exploration = explored(&text, 300);
    assert_eq!(how(&exploration, "light-on", None), Some(How::Proved(Proof::NoRoad)));
    assert_eq!(how(&exploration, "landing", Some(2)), Some(How::Proved(Proof::NoStateLeadsThere)));
    // where roads meet, what goes with what is forgotten: only walking them all tells
    assert_eq!(how(&exploration, "landing", Some(3)), Some(How::Proved(Proof::EveryPathWalked)));
    assert_eq!(how(&exploration, "lamp", None), None);
    assert_eq!(findings(&exploration).coverage.one_in, Some(100));

    let one = explore(&read(SHORT), Model::shipped(), &Plan { trainees: vec![&TRAINEES[0]], ..plan(10) }, 1, &|_| {});
    assert_eq!(how(&one, "door", Some(3)), Some(How::NeverChosen));
    assert_eq!(findings(&one).coverage.one_in, None, "ten plays say nothing about what is rare");
}

#[test]
fn a_gate_is_measured_only_of_those_who_played_and_played_long_enough() {
    let olive_door = include_str!("../scenarios/the-olive-door.ron");
    let gates = |text, trainees| {
        let explored = explore(&read(text), Model::shipped(), &Plan { trainees, ..plan(40) }, 1, &|_| {});
        findings(&explored).gates
    };
    let expert = &gates(olive_door, vec![&TRAINEES[0]])[..9];
    assert_eq!(expert[0].standing, Standing::Holds, "{:?}", expert[0]);
    assert!(expert[1..].iter().all(|g| g.standing == Standing::NotMeasured), "{expert:?}");
    assert!(gates(olive_door, TRAINEES.iter().collect())[..9].iter().all(|g| g.standing != Standing::NotMeasured));
    let brief = &gates(SHORT, TRAINEES.iter().collect())[..9];
    assert!(brief.iter().all(|g| g.standing == Standing::NotMeasured), "{brief:?}");
    assert!(brief[0].found.ends_with(", in fewer than 8 turns"), "{:?}", brief[0]);
}

#[test]
fn a_turn_with_nothing_but_bad_lines_fails_its_gate() {
    let bad = SHORT.replace("[Validation], need: Belonging", "[Dismiss]").replace("[OpenQuestion]", "[Threat]");
    let last = |text: &str| findings(&explored(text, 40)).gates.pop().expect("the last one");
    assert_eq!(last(SHORT).standing, Standing::Holds);
    assert_eq!((last(&bad).standing, last(&bad).found.as_str()), (Standing::Fails, "door (40 of 40 visits)"));
}

#[test]
fn conversations_in_circles_are_broken_off_and_counted() {
    let exploration = explored(&short_with("to: \"light-on\"", "to: \"door\""), 50);
    let tally = &exploration.tally;
    let broken: u64 = tally.trainees.iter().map(|t| t.broken_off).sum();
    let longest: u64 = tally.trainees.iter().map(|t| t.lengths[MOST_TURNS]).sum();
    let ended: u64 = tally.places.iter().flat_map(|p| &p.ended).sum();
    assert!(broken > 0 && broken == longest, "{broken} {longest}");
    assert_eq!(broken + ended, tally.plays);
}

#[test]
fn what_is_counted_adds_up() {
    let exploration = explored(CIRCLES, 500);
    let tally = &exploration.tally;
    assert_eq!((tally.plays, tally.trainees.iter().map(|t| t.plays).sum::<u64>()), (500, 500));
    let taken: u64 = tally.places.iter().flat_map(|p| &p.choices).map(|c| c.taken).sum();
    let roads: u64 = tally.places.iter().flat_map(|p| &p.roads).map(|r| r.times).sum();
    assert_eq!((taken, roads), (tally.turns, tally.turns));
    let visits: u64 = tally.places.iter().map(|p| p.visits).sum();
    assert_eq!(visits, tally.turns + tally.plays, "each play comes to one place more than it has turns");
    for of in &tally.trainees {
        assert_eq!(of.lengths.iter().sum::<u64>(), of.plays);
        for spread in &of.ratings {
            assert_eq!(spread.rated + spread.too_few + spread.none, of.plays);
            assert_eq!(spread.histogram.iter().sum::<u64>(), spread.rated);
        }
    }
    assert!(tally.places.iter().all(|p| p.plays <= p.visits && p.plays <= tally.plays));
}

#[test]
fn the_extremes_name_the_first_play_that_had_them() {
    let exploration = explored(CIRCLES, 300);
    let plan = plan(300);
    let scenario = read(CIRCLES);
    let start = || Arc::new(Start::written(&scenario));
    for (who, of) in exploration.tally.trainees.iter().enumerate() {
        for (d, spread) in of.ratings.iter().enumerate() {
            for extreme in spread.lowest.iter().chain(&spread.highest) {
                let mine = (0..300).filter(|p| plan.who(*p) == who);
                let value = |p: u64| {
                    let session = play(&scenario, Model::shipped(), plan.trainees[who], plan.seed_of(p), start());
                    replay::ratings(&session)[d].filter(|r| r.n_eff >= 3.0).map(|r| thousandths(r.final_score))
                };
                assert_eq!(mine.clone().find(|p| value(*p) == Some(extreme.value)), Some(extreme.play));
            }
        }
    }
}

#[test]
fn the_text_fits_eighty_columns() {
    for exploration in [explored(SHORT, 40), explored(CIRCLES, 200)] {
        let told = text::plain(&exploration);
        let long: Vec<&str> = told.lines().filter(|l| l.chars().count() > 80).collect();
        assert!(long.is_empty(), "{long:#?}");
        for words in ["not findings about officers", "Fairness", "The strongest path", "alongside replay a-talk --seed"]
        {
            assert!(told.split_whitespace().collect::<Vec<_>>().join(" ").contains(words), "{words}\n{told}");
        }
    }
}

#[test]
fn the_page_needs_nothing_else_and_lets_no_markup_in() {
    let text = short_with("title: \"Short talk\"", "title: \"<script>alert(1)</script>\"");
    let text = text.replace("Step aside, please.", "Step <img src=x> aside & \\\"please\\\".");
    let page = html::page(&explored(&text, 60), None).expect("the template is sound");
    assert!(page.contains("&lt;script&gt;alert(1)") && page.contains("Step &lt;img src=x&gt; aside &amp;"), "{page}");
    for foreign in ["<script", "<img", "<link", "http:", "https:", "url(", "@import"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    for words in ["not findings about officers", "prefers-color-scheme: dark", "@media print", "<svg", "✓ holds"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn places_stand_in_file_order() {
    let scenario = read(SHORT);
    let exploration = explored(SHORT, 20);
    let ids: Vec<&str> = exploration.tally.places.iter().map(|p| p.id.as_str()).collect();
    let own: Vec<&str> = scenario.places().map(|(_, p)| p.id.as_str()).collect();
    assert_eq!(ids, own);
    let stop = |at: NodeIx| at.index() == exploration.stop as usize;
    assert!(scenario.places().any(|(at, p)| stop(at) && p.id == "stairs-down"));
}

fn alongside(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).env("NO_COLOR", "1");
    command.output().expect("the program ends")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

/// A folder of this test's own, gone when it is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("explore-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }
    fn at(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
    fn share(&self, name: &str, args: &[&str]) -> String {
        let file = self.at(name);
        let made = alongside(&[&["explore"], args, &["--out", &file]].concat());
        assert!(made.status.success() && made.stdout.is_empty(), "{}", err(&made));
        file
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const TALK: &str = "tests/scenarios/short-talk.ron";

#[test]
fn shares_join_to_the_very_bytes_of_the_whole() {
    let folder = Folder::new("join");
    let base = [TALK, "--plays", "500", "--seed", "7"];
    let whole = alongside(&[&["explore"], &base[..], &["--format", "json"]].concat());
    assert!(whole.status.success(), "{}", err(&whole));
    let share = |n: &str| folder.share(&format!("{n}.json"), &[&base[..], &["--shard", &format!("{n}/3")]].concat());
    let [a, b, c] = ["1", "2", "3"].map(share);
    let one = folder.share("whole.json", &[&base[..], &["--format", "json", "--jobs", "3"]].concat());
    for files in [vec![&a, &b, &c], vec![&c, &a, &b], vec![&one]] {
        let files: Vec<&str> = files.into_iter().map(String::as_str).collect();
        let joined = alongside(&[&["explore", "merge"], &files[..], &["--format", "json"]].concat());
        assert!(joined.status.success(), "{}", err(&joined));
        assert!(joined.stdout == whole.stdout, "{files:?}");
    }
    assert_eq!(std::fs::read(&one).expect("written"), whole.stdout);
    let left: Vec<_> =
        std::fs::read_dir(&folder.0).expect("a folder").map(|e| e.expect("an entry").file_name()).collect();
    assert_eq!(left.len(), 4, "nothing but what was asked for: {left:?}");
}

#[test]
fn shares_that_do_not_belong_together_are_refused() {
    let folder = Folder::new("refuse");
    let share = |name: &str, args: &[&str]| folder.share(name, &[&[TALK, "--plays", "60"], args].concat());
    let a = share("a.json", &["--shard", "1/2"]);
    let b = share("b.json", &["--shard", "2/2"]);
    let seed = share("seed.json", &["--shard", "2/2", "--seed", "9"]);
    let plays = folder.share("plays.json", &[TALK, "--plays", "70", "--shard", "2/2"]);
    let who = share("who.json", &["--shard", "2/2", "--trainee", "expert"]);
    let thirds = share("thirds.json", &["--shard", "2/3"]);
    let scenario = folder.share("other.json", &["tests/scenarios/two-doors.ron", "--plays", "60", "--shard", "2/2"]);
    let whole = std::fs::read_to_string(&b).expect("written");
    let written = |name: &str, text: String| {
        std::fs::write(folder.at(name), text).expect("written");
        folder.at(name)
    };
    let hash = written("hash.json", whole.replacen("\"hash\":\"", "\"hash\":\"0", 1));
    let model = written("model.json", whole.replacen("\"model\":\"", "\"model\":\"0", 1));
    let road = written("road.json", whole.replacen("\"to\":1,", "\"to\":99,", 1));
    let cut = written("cut.json", whole[..whole.len() / 2].to_owned());
    let huge = written("huge.json", whole.replacen("\"turns\":", "\"turns\":1844674407370955161", 1));
    for (files, words) in [
        (vec![&a, &seed], "first seed is \"1\""),
        (vec![&a, &plays], "number of plays is \"60\""),
        (vec![&a, &who], "list of trainees"),
        (vec![&a, &thirds], "number of shares is \"2\""),
        (vec![&a, &scenario], "the scenario is \"short-talk\" in one and \"two-doors\" in the other"),
        (vec![&a, &hash], "content of the scenario"),
        (vec![&a, &model], "version of the model"),
        (vec![&a], "missing: 2/2"),
        (vec![&b], "missing: 1/2"),
        (vec![&a, &b, &b], "share 2/2 is there twice"),
        (vec![&a, &road], "do not fit together"),
        (vec![&a, &cut], "is no share made by"),
        (vec![&a, &huge], "is no share made by"),
    ] {
        let files: Vec<&str> = files.into_iter().map(String::as_str).collect();
        let joined = alongside(&[&["explore", "merge"], &files[..]].concat());
        assert_eq!((joined.status.code(), joined.stdout.len()), (Some(2), 0), "{files:?}");
        assert!(err(&joined).contains(words), "{words}: {}", err(&joined));
    }
}

#[test]
fn numbers_of_any_size_from_a_file_are_told_without_harm() {
    let folder = Folder::new("sizes");
    let file = folder.share("one.json", &[TALK, "--plays", "30", "--format", "json"]);
    let text = std::fs::read_to_string(&file).expect("written");
    for key in [
        "plays", "turns", "too_few", "none", "sum", "value", "play", "score", "visits", "offered", "taken", "seed",
        "means",
    ] {
        let marked = format!("\"{key}\":");
        let mut out = String::new();
        for (i, part) in text.split(&marked).enumerate() {
            let rest = if i > 0 && part.starts_with(|c: char| c.is_ascii_digit()) {
                out += &format!("{marked}{}", u64::MAX);
                part.trim_start_matches(|c: char| c.is_ascii_digit())
            } else {
                out += if i > 0 { &marked } else { "" };
                part
            };
            out += rest;
        }
        std::fs::write(&file, out).expect("written");
        for format in ["text", "html", "json"] {
            let told = alongside(&["explore", "merge", &file, "--format", format]);
            assert!(told.status.success(), "{key} {format}: {}", err(&told));
        }
    }
}

#[test]
fn what_cannot_be_done_is_said_and_gives_two() {
    let folder = Folder::new("wrong");
    let nowhere = folder.at("no-such-folder/a.html");
    for (args, words) in [
        (vec!["explore"], "<SCENARIO>"),
        (vec!["explore", "merge"], "<FILES>"),
        (vec!["explore", "no-such-talk"], "there is no scenario"),
        (vec!["explore", TALK, "--plays", "0"], "0"),
        (vec!["explore", TALK, "--shard", "4/3"], "write 2/3"),
        (vec!["explore", TALK, "--trainee", "teacher"], "there are: expert, textbook"),
        (vec!["explore", TALK, "--shard", "1/2", "--format", "html"], "join the shares"),
        (vec!["explore", TALK, "--plays", "10", "--format", "html", "--out", &nowhere], "could not write"),
    ] {
        let told = alongside(&args);
        assert_eq!(told.status.code(), Some(2), "{args:?}: {}", err(&told));
        assert!(err(&told).contains(words), "{args:?}: {}", err(&told));
    }
}

#[test]
fn each_field_of_the_document_is_described() {
    let told = alongside(&["explore", TALK, "--plays", "40", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_slice(&told.stdout).expect("JSON");
    let page = include_str!("../docs/explore.md");
    // what a path looks like in words needs no words
    for key in ["identity", "stop", "leaves", "tally", "search", "findings"] {
        assert_described(&document[key], page);
    }
    for key in document.as_object().expect("an object").keys() {
        assert!(page.contains(&format!("`{key}`")) || page.contains(&format!("`{key}.")), "{key}");
    }
}

fn assert_described(value: &serde_json::Value, page: &str) {
    match value {
        serde_json::Value::Object(map) => map.iter().for_each(|(key, value)| {
            assert!(page.contains(key.as_str()), "docs/explore.md does not speak of {key}");
            assert_described(value, page);
        }),
        serde_json::Value::Array(all) => all.iter().for_each(|value| assert_described(value, page)),
        _ => {}
    }
}

#[test]
fn the_order_of_the_trainees_on_the_command_line_changes_nothing() {
    let of = |names: &[&str]| {
        let told = alongside(&[&["explore", TALK, "--plays", "40", "--format", "json", "--trainee"], names].concat());
        assert!(told.status.success(), "{}", err(&told));
        told.stdout
    };
    assert_eq!(of(&["random", "expert"]), of(&["expert", "random", "expert"]));
}
