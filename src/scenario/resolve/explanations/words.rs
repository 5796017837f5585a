//! What is wrong with what is said, and what is offered to say.

use crate::diagnostic::{Explanation, Severity};

pub(super) const WORDS: &[Explanation] = &[
    Explanation {
        code: "people",
        severity: Severity::Error,
        summary: "there is nobody to talk with, or there are too many",
        matters: "a conversation needs somebody on the other side, and a trainee cannot follow a crowd",
        more: "A scenario has one to eight people, each under an id of its own. Whoever never speaks can be told of in the \
               brief instead.",
        bad: "people: {},",
        good: r#""sam": Person(name: "Sam Ortiz", role: "tenant", looks: "dev",
    starts: (arousal: 60, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),"#,
    },
    Explanation {
        code: "nothing-said",
        severity: Severity::Error,
        summary: "nobody speaks in a node",
        matters: "the trainee would be asked to answer silence without seeing whose",
        more: "In a node somebody says something, and the officer answers. Where they say nothing, that is a line too: give it \
               a text such as \"..\" and say what the body does.",
        bad: r#""door": Node(says: [], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "good"),
    Choice(text: "Open up.", uses: [Command], to: "bad"),
]),"#,
        good: r#""door": Node(says: [Line(who: "sam", text: "..", body: "An eye at the gap. It does not blink.")], choices: [
    Choice(text: "Good evening.", uses: [RoleClarity], to: "good"),
    Choice(text: "Open up.", uses: [Command], to: "bad"),
]),"#,
    },
    Explanation {
        code: "no-body",
        severity: Severity::Warning,
        summary: "a line does not say what the body does",
        matters: "somebody who does not see the picture misses it",
        more: "Half of what people tell, they tell with hands, eyes and distance, and reading it is what is trained here. Write \
               what a camera would see: \"He lets go of the hook\", not \"He is calmer\". It is also all that a trainee has \
               who cannot see the picture.",
        bad: r#"Line(who: "sam", text: "What is it?"),"#,
        good: r#"Line(who: "sam", text: "What is it?", body: "The chain stays on."),"#,
    },
    Explanation {
        code: "empty-line",
        severity: Severity::Error,
        summary: "a choice says nothing, or is a silence with words",
        matters: "the trainee would see an empty line, or be told to say words in silence",
        more: "A choice has a text, or a deed, or both. To say nothing is a choice of its own, and often a good one: write \
               silence: true and no text.",
        bad: r#"Choice(uses: [EffectivePause], to: "good"),"#,
        good: r#"Choice(silence: true, to: "good"),"#,
    },
    Explanation {
        code: "no-technique",
        severity: Severity::Error,
        summary: "a choice names no technique",
        matters: "the line would change nothing in the person who hears it, and could not be rated",
        more: "You never write a score. You say what a line does, with one to three techniques, and the program works out what \
               that means to this person at this moment. The authors' guide lists the techniques with an example of each.",
        bad: r#"Choice(text: "How long have you been up?", to: "good"),"#,
        good: r#"Choice(text: "How long have you been up?", uses: [OpenQuestion], to: "good"),"#,
    },
    Explanation {
        code: "too-many-techniques",
        severity: Severity::Error,
        summary: "a line names more than three techniques",
        matters: "a line that does everything at once teaches nothing about any of it",
        more: "Keep what the line does most, with the main one first. If it really does four things it is two lines, and the \
               second belongs into the next node.",
        bad: r#"Choice(text: "You're tired, and rightly so. Shall I wait, or is there somebody I can call?",
    uses: [EmotionLabel, Validation, OfferChoice, SeekPermission], to: "good"),"#,
        good: r#"Choice(text: "You're tired, and rightly so.", uses: [EmotionLabel, Validation], to: "good"),"#,
    },
    Explanation {
        code: "label-unused",
        severity: Severity::Warning,
        summary: "a line has a label but names no feeling",
        matters: "the label is not judged",
        more: "\"label\" says which feeling a line names, and whether it is the right one is judged only where the line does \
               name one: with EmotionLabel or ComplexReflection among its techniques.",
        bad: r#"Choice(text: "You're furious.", uses: [Validation], label: (Anger, 3), to: "good"),"#,
        good: r#"Choice(text: "You're furious.", uses: [EmotionLabel], label: (Anger, 3), to: "good"),"#,
    },
    Explanation {
        code: "cue-answers",
        severity: Severity::Error,
        summary: "a cue question has too few answers, or none right, or none wrong",
        matters: "a question that cannot be answered rightly, or not wrongly, trains nobody's eye",
        more: "A cue question has two to five answers, some right and some not. \"I'm not sure. I'd ask.\" is always one of \
               them, and it is right: to check is what a good officer does.",
        bad: r#""door": Node(says: [Line(who: "sam", text: "Fine.", body: "He looks past you, down the stairs.")],
    asks: Cue(question: "What changed just now?", answers: [(text: "He looked away.", right: true)]),
    choices: [
        Choice(text: "Fine?", uses: [Mirroring], to: "good"),
        Choice(text: "Then we're done.", uses: [TopicShift], to: "bad"),
    ]),"#,
        good: r#""door": Node(says: [Line(who: "sam", text: "Fine.", body: "He looks past you, down the stairs.")],
    asks: Cue(question: "What changed just now?", answers: [
        (text: "He looked away when he said it.", right: true),
        (text: "He has calmed down.", right: false),
        (text: "I'm not sure. I'd ask.", right: true),
    ]),
    choices: [
        Choice(text: "Fine?", uses: [Mirroring], to: "good"),
        Choice(text: "Then we're done.", uses: [TopicShift], to: "bad"),
    ]),"#,
    },
];
