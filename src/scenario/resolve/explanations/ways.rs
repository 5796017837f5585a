//! What is wrong with where it goes: too few choices, ways that are never taken, nodes that are never seen or never left.

use crate::diagnostic::{Explanation, Severity};

pub(super) const WAYS: &[Explanation] = &[
    Explanation {
        code: "too-few-choices",
        severity: Severity::Error,
        summary: "fewer than two choices are open to everyone",
        matters: "a trainee who has opened no gate would have nothing to decide",
        more: "Each node offers at least two lines that everybody may say. Choices with \"when\" or \"knows\" come on top of \
               them, for those who have earned them.",
        bad: r#""door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "good"),
    Choice(text: "May I come in?", uses: [SeekPermission], when: Trust(AtLeast(50)), to: "good"),
]),"#,
        good: r#""door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "good"),
    Choice(text: "Open up.", uses: [Command], to: "bad"),
    Choice(text: "May I come in?", uses: [SeekPermission], when: Trust(AtLeast(50)), to: "good"),
]),"#,
    },
    Explanation {
        code: "too-many-choices",
        severity: Severity::Error,
        summary: "more than five choices are always open, or more than twelve written",
        matters: "five lines fit the screen, and nobody weighs more in the middle of a conversation",
        more: "Keep the lines that an officer might really say, and that differ in what they do. Others can wait for the next \
               node, or open only to those who have earned them, with \"when\".",
        bad: r#""door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "good"),
    Choice(text: "You had a long night.", uses: [SimpleReflection], to: "good"),
    Choice(text: "Is anybody hurt?", uses: [ClosedQuestion], to: "good"),
    Choice(text: "Open up.", uses: [Command], to: "bad"),
    Choice(text: "Or I'll call the landlord.", uses: [Threat], to: "bad"),
    Choice(text: "Now, please.", uses: [Command], to: "bad"),
]),"#,
        good: r#""door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "good"),
    Choice(text: "Is anybody hurt?", uses: [ClosedQuestion], to: "good"),
    Choice(text: "Open up.", uses: [Command], to: "bad"),
]),"#,
    },
    Explanation {
        code: "last-has-condition",
        severity: Severity::Error,
        summary: "the last way has a condition, so perhaps none fits",
        matters: "for some trainees the conversation would stand still",
        more: "Of the ways in FirstThatFits the first whose condition holds is taken. The last one has no condition: it is for \
               everybody whom none of the others fits.",
        bad: r#"Choice(text: "Shall we sit down?", uses: [SeekPermission], to: FirstThatFits([
    (when: Trust(AtLeast(40)), to: "good"),
    (when: Trust(Below(40)), to: "bad"),
])),"#,
        good: r#"Choice(text: "Shall we sit down?", uses: [SeekPermission], to: FirstThatFits([
    (when: Trust(AtLeast(40)), to: "good"),
    (to: "bad"),
])),"#,
    },
    Explanation {
        code: "never-reached",
        severity: Severity::Error,
        summary: "a way stands behind one that always fits",
        matters: "no trainee would ever see it",
        more: "Of the ways in FirstThatFits the first whose condition holds is taken, and one without a condition always fits. \
               So it comes last.",
        bad: r#"Choice(text: "Shall we sit down?", uses: [SeekPermission], to: FirstThatFits([
    (to: "bad"),
    (to: "good"),
])),"#,
        good: r#"Choice(text: "Shall we sit down?", uses: [SeekPermission], to: FirstThatFits([
    (when: Trust(AtLeast(40)), to: "good"),
    (to: "bad"),
])),"#,
    },
    Explanation {
        code: "not-a-node",
        severity: Severity::Error,
        summary: "an ending stands where a node must",
        matters: "the conversation would be over before anybody could answer",
        more: "A talk opens in a node, where somebody speaks and the officer answers. It also stops in one: when talk has to \
               stop, the trainee still decides how to make distance and whom to call. Whoever comes later comes in with one \
               too. Only where they walk away may an ending stand.",
        bad: r#"opening: "gone","#,
        good: r#"opening: "door","#,
    },
    Explanation {
        code: "not-there-yet",
        severity: Severity::Error,
        summary: "somebody speaks or is spoken to who may not have come yet",
        matters: "the trainee would hear or talk to somebody who is not in the room",
        more: "Whoever has a \"comes\" is there once the talk has been in that node, and not before. Some way leads here without \
               going through it; talk may also stop, and people may leave, at any time. Lead the way through that node, name the \
               node with which they really come in, or let it be said only to those who have been there, with \"Visited\".",
        bad: r#""sam": Person(name: "Sam Ortiz", role: "tenant", looks: "dev",
    starts: (arousal: 60, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),
"bo": Person(name: "Bo Lind", role: "neighbor", looks: "mara", comes: "stairs",
    starts: (arousal: 60, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),
"door": Node(says: [Line(who: "bo", text: "What is it?", body: "Bo leans on the rail.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "stairs"),
    Choice(text: "Open up.", uses: [Command], to: "bad"),
]),
"stairs": Node(says: [Line(who: "bo", text: "It's me again.", body: "Bo comes down the stairs.")], choices: [
    Choice(text: "Who are you?", uses: [OpenQuestion], to: "good"),
    Choice(text: "Stay there.", uses: [Command], to: "bad"),
]),"#,
        good: r#""sam": Person(name: "Sam Ortiz", role: "tenant", looks: "dev",
    starts: (arousal: 60, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),
"bo": Person(name: "Bo Lind", role: "neighbor", looks: "mara", comes: "stairs",
    starts: (arousal: 60, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),
"door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "stairs"),
    Choice(text: "Open up.", uses: [Command], to: "bad"),
]),
"stairs": Node(says: [Line(who: "bo", text: "It's me again.", body: "Bo comes down the stairs.")], choices: [
    Choice(text: "Who are you?", uses: [OpenQuestion], to: "good"),
    Choice(text: "Stay there.", uses: [Command], to: "bad"),
]),"#,
    },
    Explanation {
        code: "no-way-out",
        severity: Severity::Error,
        summary: "from this node no ending can be reached",
        matters: "whoever gets there would talk in circles for ever",
        more: "From each node some row of choices must lead to an ending. Going round is fine, as long as there is a way out.",
        bad: r#""door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "door"),
    Choice(text: "Open up.", uses: [Command], to: "door"),
]),"#,
        good: r#""door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "good"),
    Choice(text: "Open up.", uses: [Command], to: "door"),
]),"#,
    },
    Explanation {
        code: "unreachable",
        severity: Severity::Warning,
        summary: "nothing leads to this node",
        matters: "no trainee will ever see it",
        more: "No choice leads here, nor is it where the talk opens, stops or is walked away from. Perhaps you renamed it, or \
               changed your mind about the way to it. Work that nobody sees is a pity: lead a choice there, or take it out.",
        bad: r#""door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "good"),
    Choice(text: "Open up.", uses: [Command], to: "bad"),
]),
"kitchen": Ending(outcome: Good, text: "He puts the kettle on."),"#,
        good: r#""door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "good"),
    Choice(text: "May I come in?", uses: [SeekPermission], to: "kitchen"),
    Choice(text: "Open up.", uses: [Command], to: "bad"),
]),
"kitchen": Ending(outcome: Good, text: "He puts the kettle on."),"#,
    },
];
