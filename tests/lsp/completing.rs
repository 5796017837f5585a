//! What is offered where, in texts that are not finished.

use serde_json::{Value, json};

use super::client::Client;
use super::{URI, able, byte, open, place};

/// What stands before and behind the piece being written in a node's choices.
const BEFORE: &str = "Scenario(people: { \"sam\": Person(name: \"Sam\", triggers: [\"the bell\"]) }, opening: \"door\", stop: \"later\",\n\
    nodes: {\n\"door\": Node(says: [Line(who: \"sam\", text: \"Who’s there?\", tells: [\"tea\"])], choices: [\n\
    Choice(text: \"Me.\", uses: [Inform], promises: \"a-call\", to: \"hall\"),\n";
const BEHIND: &str = "\nChoice(text: \"Hm.\", uses: [Inform], to: \"hall\"),\n]),\n\
    \"hall\": Node(says: [Line(who: \"sam\", text: \"“Well?”\")]),\n\"end\": Ending(outcome: Good, text: \"Done.\"),\n}, goal: \"x\")";

/// The items offered at a `|` in a text.
fn offered(client: &mut Client, text: &str) -> (String, Vec<Value>) {
    let at = text.find('|').expect("a pen");
    let text = text.replacen('|', "", 1);
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
    open(client, &text);
    let params = json!({ "textDocument": { "uri": URI }, "position": place(&text, at) });
    let told = client.ask("textDocument/completion", params);
    let items = told["result"]["items"].as_array().unwrap_or_else(|| panic!("{told}")).clone();
    (text, items)
}

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().filter_map(|i| i["label"].as_str()).collect()
}

/// The text with one of the items taken.
fn taken(client: &mut Client, text: &str, label: &str) -> String {
    let (mut text, items) = offered(client, text);
    let item =
        items.iter().find(|i| i["label"] == label).unwrap_or_else(|| panic!("no {label} in {:?}", labels(&items)));
    let range = &item["textEdit"]["range"];
    let new = item["textEdit"]["newText"].as_str().expect("text");
    text.replace_range(byte(&text, &range["start"])..byte(&text, &range["end"]), new);
    text
}

/// Of a choice that is being written, what is offered.
fn in_choice(client: &mut Client, piece: &str) -> Vec<String> {
    let (_, items) = offered(client, &format!("{BEFORE}{piece}{BEHIND}"));
    labels(&items).into_iter().map(str::to_owned).collect()
}

#[test]
fn each_place_is_offered_what_can_stand_there() {
    let mut client = Client::ready(&able());
    for (piece, offers) in [
        ("Choice(to: \"|\"),", &["door", "end", "hall"][..]),
        ("Choice(to: \"do|),", &["door", "end", "hall"]),
        ("Choice(to_whom: \"|", &["sam"]),
        ("Choice(knows: [\"|\"", &["tea"]),
        ("Choice(keeps: \"|", &["a-call"]),
        ("Choice(touches: [\"|\"]),", &["the bell"]),
        ("Choice(need: |", &["Physio", "Safety", "Belonging", "Esteem", "Growth"]),
        ("Choice(silence: |", &["true", "false"]),
        ("Choice(label: (Anger, |", &["1", "2", "3"]),
        ("Choice(when: Trust(|", &["AtLeast", "Below"]),
        ("Choice(when: Visited(\"|\")", &["door", "end", "hall"]),
        ("Choice(text: \"to: |\"),", &[]),
        ("// Choice(to: |", &[]),
        ("Choice(to: FirstThatFits([(|", &["to", "when"]),
    ] {
        assert_eq!(in_choice(&mut client, piece), offers, "{piece}");
    }
    let holds = |client: &mut Client, piece: &str, some: &[&str]| {
        let offers = in_choice(client, piece);
        assert!(some.iter().all(|s| offers.iter().any(|o| o == s)), "{piece}: {offers:?}");
    };
    holds(&mut client, "Choice(uses: [Op|", &["OpenQuestion", "Command"]);
    holds(&mut client, "Choice(when: |", &["Trust", "Fact", "Of", "Not", "Chose"]);
    holds(&mut client, "Choice(when: All([Not(Fe|", &["Feels"]);
    holds(&mut client, "Choice(label: (|", &["Anger", "Relief"]);
    holds(&mut client, "|", &["Choice"]);
    holds(&mut client, "Choice(to: |", &["door", "FirstThatFits"]);
    holds(&mut client, "Choice(label: (Anger, 2), |", &["text", "uses", "to"]);
}

#[test]
fn fields_that_are_there_are_not_offered_again() {
    let mut client = Client::ready(&able());
    let offers = in_choice(&mut client, "Choice(text: \"x\", | , note: \"y\", to: \"hall\"),");
    let has = |name: &str| offers.iter().any(|o| o == name);
    assert!(has("uses") && has("label") && !has("text") && !has("note") && !has("to"), "{offers:?}");
    assert_eq!(offers[0], "uses", "what must be there comes first");
}

#[test]
fn nodes_that_are_led_to_and_not_there_are_offered_as_keys() {
    let mut client = Client::ready(&able());
    let (_, items) = offered(&mut client, &format!("{BEFORE}]),\n\"|\n{BEHIND}"));
    assert!(labels(&items).contains(&"later"), "{:?}", labels(&items));
    assert!(!labels(&items).contains(&"door"));
}

#[test]
fn what_is_taken_fits_in() {
    let mut client = Client::ready(&able());
    for (piece, label, becomes) in [
        ("Choice(to: \"do|),", "door", "Choice(to: \"door\"),"),
        ("Choice(to: \"do|or\"),", "hall", "Choice(to: \"hall\"),"),
        ("Choice(to: |),", "door", "Choice(to: \"door\"),"),
        ("Choice(text: \"“é𝄞”\", uses: [Comm|]),", "Command", "Choice(text: \"“é𝄞”\", uses: [Command]),"),
        ("Choice(te|", "text", "Choice(text: "),
        ("Choice(te|: \"x\")", "text", "Choice(text: \"x\")"),
        ("Choice(label: |)", "Anger", "Choice(label: (Anger, 2))"),
        ("Choice(when: Tru|st(AtLeast(3)))", "Heard", "Choice(when: Heard(AtLeast(3)))"),
    ] {
        let text = taken(&mut client, &format!("{BEFORE}{piece}{BEHIND}"), label);
        assert_eq!(text, format!("{BEFORE}{becomes}{BEHIND}"), "{piece}");
    }
}

#[test]
fn an_editor_with_snippets_is_given_the_places_to_fill_in() {
    let mut able = able();
    able["textDocument"]["completion"]["completionItem"]["snippetSupport"] = json!(true);
    let mut client = Client::ready(&able);
    let text = taken(&mut client, &format!("{BEFORE}Choice(when: Ch|{BEHIND}"), "Chose");
    assert!(text.contains("when: Chose(\"$1\", $2)"), "{text}");
    let (_, items) = offered(&mut client, &format!("{BEFORE}Ch|{BEHIND}"));
    assert_eq!(items[0]["textEdit"]["newText"], "Choice(uses: [$1], to: \"$2\")");
    assert_eq!(items[0]["insertTextFormat"], 2);
}

#[test]
fn a_technique_is_offered_with_its_meaning_and_a_node_with_its_first_line() {
    let mut client = Client::ready(&able());
    let (_, items) = offered(&mut client, &format!("{BEFORE}Choice(uses: [|{BEHIND}"));
    let command = items.iter().find(|i| i["label"] == "Command").expect("it is offered");
    assert_eq!(command["detail"], "Bare order, no hazard, no reason");
    assert!(command["documentation"]["value"].as_str().is_some_and(|d| d.contains("> Sit down. Now.")));
    let (_, items) = offered(&mut client, &format!("{BEFORE}Choice(to: \"|{BEHIND}"));
    assert_eq!(items[0]["detail"], "Who’s there?");
}

#[test]
fn an_empty_file_and_a_huge_choice_are_no_trouble() {
    let mut client = Client::ready(&able());
    let (_, items) = offered(&mut client, "|");
    assert_eq!(labels(&items), ["Scenario"]);
    let nodes: String = (0..3000).map(|i| format!("\"n-{i}\": Ending(outcome: Good, text: \"x\"),\n")).collect();
    let text = format!("Scenario(nodes: {{\n{nodes}}}, opening: \"n-2999|\")");
    let (_, items) = offered(&mut client, &text);
    assert_eq!(labels(&items), ["n-2999"]);
}
