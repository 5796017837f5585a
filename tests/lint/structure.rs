//! Rules about the structure of a scenario: the edges of each.

use super::codes;

const SAM: &str = "\"sam\": Person(name: \"Sam Ortiz\", role: \"tenant\", looks: \"dev\", \
                   starts: (arousal: 40, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),\n";
const TWO: &str = "Choice(text: \"Hm.\", uses: [MinimalEncourager], to: \"hall\"),
Choice(text: \"Open up.\", uses: [Command], to: \"hall\"),\n";

fn finds(code: &str, fragment: &str) -> bool {
    codes(fragment).contains(&code)
}

/// A hall behind the door, with these lines and choices.
fn hall(says: &str, choices: &str) -> String {
    let says = if says.is_empty() { "Line(who: \"sam\", text: \"So.\", body: \"Sam waits.\")" } else { says };
    format!("{TWO}\"hall\": Node(says: [{says}], choices: [{choices}\n{ENDS}]),")
}

const ENDS: &str = "Choice(text: \"Thank you.\", uses: [ThankClose], to: \"good\"),
Choice(text: \"Enough.\", uses: [Interrupt], to: \"bad\"),\n";

#[test]
fn a_gate_is_judged_where_it_stands() {
    let gated = |when: &str| format!("{TWO}Choice(text: \"A\", uses: [Inform], when: {when}, to: \"good\"),");
    assert!(finds("gate-never-holds", &gated("Visited(\"good\")")));
    assert!(finds("gate-never-holds", &gated("All([Feels(Anger), Readiness(Below(30))])")));
    assert!(finds("gate-always-holds", &gated("Not(Feels(Joy))")));
    assert!(!finds("gate-never-holds", &gated("Trust(AtLeast(30))")));
    let later = |when: &str| hall("", &format!("Choice(text: \"A\", uses: [Inform], when: {when}, to: \"good\"),"));
    assert!(finds("gate-never-holds", &later("Trust(AtLeast(46))")));
    for both in ["Trust(AtLeast(30))", "Chose(\"door\", 1)", "Arousal(AtLeast(75))"] {
        assert!(!codes(&later(both)).iter().any(|c| c.starts_with("gate-")), "{both}");
    }
}

#[test]
fn facts_that_everybody_knows_are_no_idle_gate() {
    let told = "Line(who: \"sam\", text: \"My boy's asleep.\", body: \"A look back.\", tells: [\"the-boy\"])";
    let uses = "Choice(text: \"Out here, then?\", uses: [SeekPermission], knows: [\"the-boy\"], to: \"good\"),";
    let found = codes(&hall(told, uses));
    assert!(!found.iter().any(|c| c.starts_with("gate-") || c.starts_with("fact-")), "{found:?}");
}

#[test]
fn the_last_way_is_told_where_the_others_leave_nothing_over() {
    let ways = |first: &str, second: &str| {
        hall(
            "",
            &format!(
                "Choice(text: \"A\", uses: [Inform], to: FirstThatFits([(when: {first}, to: \"good\"), (when: {second}, to: \"bad\"), (to: \"good\")])),"
            ),
        )
    };
    assert!(finds("way-never-taken", &ways("Trust(AtLeast(30))", "Trust(Below(30))")));
    assert!(!finds("way-never-taken", &ways("Trust(AtLeast(29))", "Trust(Below(28))")));
}

#[test]
fn a_way_to_say_within_another_is_found_in_its_place() {
    let line = |text: &str| format!("Line(who: \"sam\", text: \"{text}\", body: \"Sam waits.\")");
    let says = format!(
        "FirstThatFits([(when: Chose(\"door\", 1), say: FirstThatFits([(when: Visited(\"good\"), say: {}), (say: {})])), (say: {})])",
        line("One."),
        line("Two."),
        line("Three.")
    );
    let text = super::frame::around(&hall(&says, ""));
    let found = alongside::lint::check(
        "a-talk",
        &text,
        alongside::model::Model::shipped(),
        alongside::scenario::library::known(),
    );
    let found: Vec<_> = found.iter().filter(|p| p.code == "way-never-taken").map(|p| &text[p.span.clone()]).collect();
    assert_eq!(found, ["Visited(\"good\")"]);
}

#[test]
fn of_places_behind_a_shut_road_the_first_is_told() {
    let behind = "Choice(text: \"A\", uses: [Inform], when: Trust(AtLeast(80)), to: \"attic\"),";
    let attic = "\"attic\": Node(says: [Line(who: \"sam\", text: \"Up here.\", body: \"A stair.\")], choices: [
        Choice(text: \"B\", uses: [Inform], to: \"roof\"), Choice(text: \"C\", uses: [OpenQuestion], to: \"roof\")]),
        \"roof\": Ending(outcome: Good, text: \"The roof.\"),";
    let found = codes(&format!("{}{attic}", hall("", behind)));
    assert_eq!(found.iter().filter(|c| **c == "never-met").count(), 1);
    // the stop node is there for when it is needed
    assert!(!finds("never-met", &format!("{SAM}{ENDS}")));
}

#[test]
fn a_circle_may_be_left_by_what_can_be_earned_in_it() {
    let circle = |way_out: &str| {
        format!("Choice(text: \"A\", uses: [OpenQuestion], to: \"hall\"), Choice(text: \"B\", uses: [Command], to: \"hall\"), {way_out}
        \"hall\": Node(says: [Line(who: \"sam\", text: \"So.\", body: \"Sam waits.\")], choices: [
        Choice(text: \"C\", uses: [OpenQuestion], to: \"door\"), Choice(text: \"D\", uses: [Command], to: \"door\")]),")
    };
    let gated = |when: &str| circle(&format!("Choice(text: \"E\", uses: [Inform], when: {when}, to: \"good\"),"));
    assert!(!finds("loop-without-exit", &gated("Visited(\"hall\")")));
    assert!(finds("loop-without-exit", &gated("Feels(Anger)")) || finds("gate-always-holds", &gated("Feels(Anger)")));
    assert!(finds("loop-without-exit", &gated("Not(Chose(\"hall\", 2))")));
    assert!(finds(
        "loop-without-exit",
        &circle(
            "Choice(text: \"E\", uses: [Inform], to: FirstThatFits([(when: Heard(AtLeast(40)), to: \"good\"), (to: \"door\")])),"
        )
    ));
    assert!(!finds(
        "loop-without-exit",
        &circle(
            "Choice(text: \"E\", uses: [Inform], to: FirstThatFits([(when: Heard(AtLeast(40)), to: \"good\"), (to: \"bad\")])),"
        )
    ));
    let once = codes(&gated("Heard(AtLeast(40))"));
    assert_eq!(once.iter().filter(|c| **c == "loop-without-exit").count(), 1);
}

#[test]
fn a_good_ending_must_be_there_and_be_reached() {
    let shut = "Choice(text: \"A\", uses: [Inform], to: \"bad\"), Choice(text: \"B\", uses: [Command], to: \"bad\"),
        Choice(text: \"C\", uses: [Inform], when: Trust(AtLeast(50)), to: \"good\"),";
    assert!(finds("no-good-ending", shut));
    assert!(!finds("no-good-ending", &shut.replace("50", "30")));
}

#[test]
fn a_stop_that_arousal_may_bring_about_is_no_missing_stop() {
    let hazard = |sam: &str| {
        format!(
            "{sam}\"door\": Node(hazard: true, says: [Line(who: \"sam\", text: \"Mind.\", body: \"A board is loose.\")], choices: [\n{ENDS}]),"
        )
    };
    assert!(finds("stop-never-reached", &hazard(SAM)));
    assert!(!finds(
        "stop-never-reached",
        &hazard(&SAM.replace("arousal: 40", "arousal: 93")).replace("Interrupt", "Threat")
    ));
    assert!(!finds("stop-never-reached", &hazard(SAM).replace("hazard: true, ", "")));
}

#[test]
fn choices_that_differ_in_anything_are_left_alone() {
    let pair = |more: &str| {
        format!("Choice(text: \"You're up late.\", uses: [SimpleReflection], to: \"hall\"),
        Choice(text: \"Late, for you.\", uses: [SimpleReflection], {more} to: \"hall\"),
        \"hall\": Node(says: [FirstThatFits([(when: Fact(\"x\"), say: Line(who: \"sam\", text: \"So.\", body: \"Sam waits.\")), (say: Line(who: \"sam\", text: \"Hm.\", body: \"Sam waits.\"))])], choices: [
        Choice(text: \"C\", uses: [OpenQuestion], learns: [\"x\"], to: \"door\"),{ENDS}]),")
    };
    assert!(finds("choice-without-consequence", &pair("")));
    assert!(finds("choice-without-consequence", &pair("note: \"Kind.\",")));
    for more in ["learns: [\"x\"],", "need: Esteem,", "touches: [\"night\"],", "promises: \"p\",", "to: \"good\","] {
        let pair = pair(more).replace("to: \"good\", to: \"hall\"", "to: \"good\"");
        assert!(!finds("choice-without-consequence", &pair), "{more}");
    }
    assert!(!finds("choice-without-consequence", &pair("").replace("Fact(\"x\")", "Chose(\"door\", 2)")));
    assert!(!finds("choice-without-consequence", &pair("").replace("text: \"Late, for you.\"", "deed: \"Nod.\"")));
}

#[test]
fn a_promise_may_come_due_after_the_talk_or_be_answered_by_its_line() {
    let made = |to: &str, said: &str| {
        let hall = hall(said, "");
        format!("Choice(text: \"I'll see to it.\", uses: [FalsePromise], promises: \"it\", to: \"{to}\"),{hall}")
    };
    assert!(finds("promise-never-settled", &made("hall", "")));
    assert!(!finds("promise-never-settled", &made("good", "")));
    let line = "Line(who: \"sam\", text: \"So.\", body: \"Sam waits.\")";
    let answered = format!("FirstThatFits([(when: Chose(\"door\", 1), say: {line}), (say: {line})])");
    assert!(!finds("promise-never-settled", &made("hall", &answered)));
}

#[test]
fn a_fact_may_be_asked_for_not_to_be_known() {
    let asked = |when: &str| {
        format!(
            "{TWO}Choice(text: \"A\", uses: [Inform], learns: [\"x\"], to: \"good\"), Choice(text: \"B\", uses: [Affirmation], when: {when}, to: \"good\"),"
        )
    };
    assert!(finds("fact-before-known", &asked("Fact(\"x\")")));
    assert!(!finds("gate-never-holds", &asked("Fact(\"x\")")), "once is enough");
    assert!(!finds("fact-before-known", &asked("Any([Not(Fact(\"x\")), Trust(AtLeast(50))])")));
    assert!(!finds("fact-never-used", &asked("Not(Fact(\"x\"))")));
    // what a choice teaches, its own ways may ask for
    let own = format!(
        "{TWO}Choice(text: \"A\", uses: [Inform], learns: [\"x\"], to: FirstThatFits([(when: All([Fact(\"x\"), Trust(AtLeast(31))]), to: \"good\"), (to: \"bad\")])),"
    );
    assert!(!finds("fact-before-known", &own));
}

#[test]
fn a_sore_point_is_touched_only_by_what_is_said_to_its_owner() {
    let bo = "\"bo\": Person(name: \"Bo\", role: \"friend\", looks: \"mara\", triggers: [Command],
        starts: (arousal: 40, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Fear, 2))),";
    let order = |more: &str| {
        format!(
            "{SAM}{bo}Choice(text: \"You're up.\", uses: [SimpleReflection], to: \"good\"), Choice(text: \"Down.\", uses: [{more}, to: \"bad\"),"
        )
    };
    assert!(finds("trigger-never-touched", &order("Command]")));
    assert!(!finds("trigger-never-touched", &order("Command], to_whom: \"bo\"")));
    assert!(!finds("trigger-never-touched", &order("Inform], touches: [Command], to_whom: \"bo\"")));
}

#[test]
fn a_wrong_label_may_be_a_trap() {
    let label = |emotion: &str| {
        format!("Choice(text: \"You're there.\", uses: [EmotionLabel], label: ({emotion}, 2), to: \"good\"),")
    };
    let shame = "\"hall\": Node(feels: { \"sam\": (Shame, 2) }, says: [Line(who: \"sam\", text: \"So.\", body: \"Sam waits.\")], choices: [";
    let hall = |labels: &str| format!("{TWO}{shame}{labels}{ENDS}]),");
    assert!(finds("label-not-felt", &hall(&label("Joy"))));
    // felt before
    assert!(!finds("label-not-felt", &hall(&label("Anger"))));
    // beside the right one
    assert!(!finds("label-not-felt", &hall(&format!("{}{}", label("Joy"), label("Shame")))));
}
