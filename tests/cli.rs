//! The program from outside: what it prints, and the code it ends with.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const STRESS: &str = "tests/scenarios/two-doors.ron";
const SHORT: &str = "tests/scenarios/short-talk.ron";

pub fn alongside(args: &[&str]) -> Output {
    with_input(args, "")
}

pub fn with_input(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("NO_COLOR", "1")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // a program that ends early closes its input, which is no fault of the test
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

fn json(output: &Output) -> Value {
    assert_eq!(code(output), 0, "{}", err(output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// A folder of this test's own, empty at first and gone when it is done.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).expect("a file");
        path.display().to_string()
    }
    pub fn path(&self) -> &str {
        self.0.to_str().expect("a plain name")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The text of the short talk, changed in one place.
pub fn short_with(from: &str, to: &str) -> String {
    let text = include_str!("scenarios/short-talk.ron");
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn the_shipped_scenarios_check_clean() {
    let checked = alongside(&["check", "scenarios"]);
    assert_eq!((code(&checked), err(&checked)), (0, String::new()), "{}", out(&checked));
    assert!(out(&checked).ends_with(" files checked, 0 errors, 0 warnings\nNothing to mend.\n"), "{}", out(&checked));
}

#[test]
fn a_finding_is_told_at_its_place_and_gives_one() {
    let folder = Folder::new("finding");
    let text = short_with("uses: [OpenQuestion], to: \"hall\"", "uses: [OpenQuestion], to: \"hal\"");
    let line = 1 + text[..text.find("\"hal\"").expect("it is there")].matches('\n').count();
    let file = folder.write("short-talk.ron", text);
    let checked = alongside(&["check", &file]);
    assert_eq!(code(&checked), 1);
    let told = out(&checked);
    assert!(told.contains(&format!("short-talk.ron:{line}:")), "{told}");
    assert!(told.contains("there is no node \"hal\"") && told.contains("did you mean \"hall\"?"), "{told}");
    assert!(told.contains("\n1 file checked, 1 error, 0 warnings\n"), "{told}");
}

#[test]
fn findings_as_json_have_a_place_a_message_and_a_fix() {
    let folder = Folder::new("json");
    folder.write("a-talk.ron", "Scenario(format: 1, titel: \"x\")");
    let checked = alongside(&["check", "--json", folder.path()]);
    assert_eq!(code(&checked), 1);
    let told: Value = serde_json::from_slice(&checked.stdout).expect("JSON");
    let problems = told[0]["problems"].as_array().expect("problems");
    let titel = problems.iter().find(|p| p["code"] == "unknown-field").expect("the misspelled field");
    assert_eq!(titel["from"], serde_json::json!({ "line": 1, "column": 21 }));
    assert_eq!(titel["fix"], "did you mean \"title\"?");
}

#[test]
fn what_cannot_be_run_gives_two() {
    let folder = Folder::new("empty");
    for args in [&["check", "no-such-folder"][..], &["check", folder.path()], &["check"], &["chekc", "scenarios"]] {
        let checked = alongside(args);
        assert_eq!(code(&checked), 2, "{args:?}: {}", err(&checked));
        assert!(!err(&checked).is_empty(), "{args:?}");
    }
}

#[test]
fn a_file_that_is_no_text_or_too_large_is_a_finding() {
    let folder = Folder::new("unreadable");
    let binary = folder.write("binary.ron", b"Scenario(\n\xff\xfe\x00");
    let checked = alongside(&["check", &binary]);
    assert_eq!(code(&checked), 1, "{}", err(&checked));
    assert!(out(&checked).contains("binary.ron:2:1"), "{}", out(&checked));
    let huge = folder.write("huge.ron", vec![b'('; (16 << 20) + 1]);
    let checked = alongside(&["check", &huge]);
    assert_eq!(code(&checked), 1, "{}", err(&checked));
    assert!(out(&checked).contains("larger than 16 MiB"), "{}", out(&checked));
}

#[test]
fn the_largest_file_of_brackets_is_told_in_little() {
    let folder = Folder::new("deep");
    let file = folder.write("deep.ron", "A(".repeat(8 << 20));
    let checked = alongside(&["check", &file]);
    assert_eq!(code(&checked), 1, "{}", err(&checked));
    assert!(checked.stdout.len() < 10_000, "{} bytes", checked.stdout.len());
    let file = folder.write("wide.ron", "),".repeat(8 << 20));
    let checked = alongside(&["check", &file]);
    assert_eq!(code(&checked), 1, "{}", err(&checked));
    assert!(checked.stdout.len() < 1_000_000, "{} bytes", checked.stdout.len());
}

#[test]
fn a_replay_that_ends_early_shows_what_is_on_offer() {
    let document = json(&alongside(&["replay", SHORT, "--choices", "2", "--seed", "5", "--json"]));
    assert_eq!((&document["ended"], &document["ending"]), (&Value::Bool(false), &Value::Null));
    assert_eq!(document["turns"].as_array().map(Vec::len), Some(1));
    assert_eq!(document["next"]["node"], "hall");
    assert!(document["next"]["cue"]["question"].is_string());
    let numbers: Vec<_> = document["next"]["offered"].as_array().expect("lines").iter().map(|o| &o["number"]).collect();
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn a_replay_to_the_end_has_nothing_left_on_offer() {
    let document = json(&alongside(&["replay", SHORT, "--choices", "1,1,1", "--cues", "2", "--json"]));
    assert_eq!((&document["ended"], &document["ending"]["outcome"]), (&Value::Bool(true), &"good".into()));
    assert_eq!(document.get("next"), None);
    assert_eq!(document["turns"][1]["cue"]["chosen"], 2);
}

#[test]
fn a_line_that_is_not_on_offer_is_an_error() {
    for (args, told) in [
        (&["replay", SHORT, "--choices", "1,9"][..], "turn 2: line 9 is not on offer here; on offer are 1, 2, 3"),
        (&["replay", SHORT, "--choices", "0"], "turn 1: line 0 is not on offer here"),
        (&["replay", STRESS, "--choices", "6"], "turn 1: line 6 is not on offer here; on offer are 1, 2, 3, 4, 5"),
        (&["replay", SHORT, "--choices", "1,1", "--cues", "7"], "turn 2: the cue question has no answer 7"),
        (&["replay", SHORT, "--choices", "1,1,1,1"], "turn 4: the conversation is over"),
    ] {
        let replayed = alongside(args);
        assert_eq!(code(&replayed), 2, "{args:?}");
        assert!(err(&replayed).contains(told), "{args:?}: {}", err(&replayed));
        assert!(replayed.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_shuffles() {
    let play = |seed: &str| alongside(&["replay", STRESS, "--choices", "1,1,1", "--seed", seed, "--json"]);
    assert_eq!(play("7").stdout, play("7").stdout);
    let order = |seed: u32| json(&play(&seed.to_string()))["turns"][0]["order"].clone();
    let orders: Vec<_> = (0..8).map(order).collect();
    assert!(orders.iter().any(|o| *o != orders[0]), "{orders:?}");
}

#[test]
fn the_mode_and_the_seed_stand_in_the_document() {
    let document = json(&alongside(&["replay", SHORT, "--mode", "assessment", "--seed", "41", "--json"]));
    assert_eq!((&document["mode"], &document["seed"]), (&"assessment".into(), &41.into()));
    assert_eq!(json(&alongside(&["replay", SHORT, "--json"]))["mode"], "practice");
}

#[test]
fn an_unknown_scenario_names_the_near_one() {
    let replayed = alongside(&["replay", "apartment-3d", "--choices", "1"]);
    assert_eq!(code(&replayed), 2);
    assert_eq!(err(&replayed), "alongside: there is no scenario \"apartment-3d\"; did you mean \"apartment-3c\"?\n");
    let played = alongside(&["play", "--terminal", "somewhere-else-entirely"]);
    assert_eq!(code(&played), 2);
    assert!(err(&played).contains("apartment-3c"), "{}", err(&played));
}

#[test]
fn a_scenario_with_errors_is_not_played_and_says_where() {
    let folder = Folder::new("faulty");
    let file = folder.write("a-talk.ron", short_with("[Argue]", "[Argu]"));
    let replayed = alongside(&["replay", &file]);
    assert_eq!(code(&replayed), 2);
    assert!(err(&replayed).contains("a-talk.ron:") && err(&replayed).contains("did you mean \"Argue\"?"));
}

#[test]
fn a_file_of_ones_own_that_does_not_load_is_named_before_the_first_conversation() {
    let folder = Folder::new("left-out");
    folder.write("good.ron", short_with("[Argue]", "[Argue]"));
    folder.write("bad.ron", short_with("[Argue]", "[Argu]"));
    let played = with_input(&["play", "--terminal", "--scenarios", folder.path()], "");
    assert!(err(&played).contains("Left out: bad.ron."), "{}", err(&played));
    assert!(err(&played).contains(&format!("alongside check {}", folder.path())), "{}", err(&played));
}

#[test]
fn a_scenario_of_ones_own_takes_the_place_of_a_shipped_one() {
    let folder = Folder::new("own");
    folder.write("apartment-3c.ron", short_with("\"Short talk\"", "\"My own 3C\""));
    let replayed = alongside(&["replay", "apartment-3c", "--scenarios", folder.path(), "--json"]);
    assert_eq!(json(&replayed)["scenario"]["title"], "My own 3C");
    let nowhere = alongside(&["replay", "apartment-3c", "--scenarios", "no-such-folder"]);
    assert_eq!((code(&nowhere), err(&nowhere)), (2, "alongside: there is no folder no-such-folder\n".to_owned()));
}

#[test]
fn a_whole_conversation_is_played_from_a_pipe_to_its_debrief() {
    let played = with_input(&["play", SHORT, "--terminal", "--seed", "3"], &"1\n".repeat(30));
    assert_eq!((code(&played), err(&played)), (0, String::new()));
    let told = out(&played);
    for part in [
        "Short talk. Practice, seed 3.",
        "What changed just now?",
        "Empathy",
        "Ana's side",
        "Turn by turn",
        "35 is what",
    ] {
        assert!(told.contains(part), "no \"{part}\" in {told}");
    }
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    assert_eq!(told, out(&with_input(&["play", SHORT, "--terminal", "--seed", "3"], &"1\n".repeat(30))));
}

#[test]
fn every_shipped_conversation_is_played_from_a_pipe() {
    for id in alongside::scenario::library::shipped_ids() {
        let played = with_input(&["play", &id, "--terminal", "--seed", "3"], &"1\n".repeat(60));
        assert_eq!((code(&played), err(&played)), (0, String::new()), "{id}");
        assert!(out(&played).contains("Turn by turn"), "{id}: {}", out(&played));
        assert!(out(&played).lines().all(|line| line.chars().count() <= 80), "{id}: {}", out(&played));
    }
}

#[test]
fn a_record_that_cannot_be_written_is_told_once_and_the_conversation_goes_on() {
    let folder = Folder::new("no-record");
    let record = folder.0.join("no-such-folder/played.json");
    let args = ["play", SHORT, "--terminal", "--seed", "3", "--record", record.to_str().expect("plain")];
    let played = with_input(&args, "1\n2\n3\n1\n");
    let told = String::from_utf8_lossy(&played.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    let once = "The record could not be written (there is no such file or folder). The conversation goes on.";
    assert_eq!(told.matches(once).count(), 1, "{told}");
    assert!(played.status.success() && told.contains("what we saw"), "{told}");
}

#[test]
fn the_record_says_what_was_played() {
    let folder = Folder::new("record");
    let record = folder.0.join("played.json");
    let args = ["play", SHORT, "--terminal", "--seed", "3", "--mode", "assessment", "--record"];
    let played = with_input(&[&args[..], &[record.to_str().expect("plain")]].concat(), "1\n2\n3\n");
    assert_eq!(code(&played), 0);
    let document: Value = serde_json::from_slice(&std::fs::read(&record).expect("a record")).expect("JSON");
    assert_eq!((&document["mode"], &document["ended"]), (&"assessment".into(), &Value::Bool(false)));
    // the second answer went to the cue question
    assert_eq!(document["turns"].as_array().map(Vec::len), Some(2));
    assert_eq!(document["turns"][0]["chosen"], document["turns"][0]["order"][0]);
    assert_eq!(document["turns"][1]["chosen"], document["turns"][1]["order"][2]);
}

#[test]
fn the_end_of_input_ends_the_talk_politely() {
    for input in ["", "1\n", "1\n1\n2\n", "q\n", "1\nnine\n\u{1b}[A\n"] {
        let played = with_input(&["play", SHORT, "--terminal", "--seed", "3"], input);
        assert_eq!((code(&played), err(&played)), (0, String::new()), "{input:?}");
        assert!(out(&played).ends_with("You leave it there.\n\n"), "{input:?}: {}", out(&played));
    }
}

#[test]
fn without_a_display_one_line_says_so_and_the_terminal_plays() {
    let played = with_input(&["play", SHORT, "--seed", "3"], "q\n");
    assert_eq!((code(&played), err(&played).lines().count()), (0, 1), "{}", err(&played));
    assert!(err(&played).contains("plays in the terminal"), "{}", err(&played));
    assert!(out(&played).contains("A neighbor has not been seen"), "{}", out(&played));
}

#[test]
fn without_a_scenario_the_terminal_asks_for_one() {
    let played = with_input(&["play", "--terminal", "--seed", "3"], "1\nq\n");
    assert_eq!((code(&played), err(&played)), (0, String::new()));
    assert!(out(&played).contains("Apartment 3C, about 9 minutes."), "{}", out(&played));
    assert!(out(&played).ends_with("You leave it there.\n\n"), "{}", out(&played));
}
