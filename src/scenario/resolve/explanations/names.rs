//! What is wrong with a name: it leads to nothing that is there.

use crate::diagnostic::{Explanation, Severity};

pub(super) const NAMES: &[Explanation] = &[
    Explanation {
        code: "unknown-node",
        severity: Severity::Error,
        summary: "there is no such node or ending",
        matters: "the conversation would have nowhere to go from here",
        more: "What stands behind \"to\" is the id of a node or an ending in this file, letter for letter. Either there is a \
               slip in it, or you have not written that node yet: write it with a line or two, and come back to it later.",
        bad: r#"Choice(text: "Shall we sit down?", uses: [SeekPermission], to: "kitchin"),
"kitchen": Ending(outcome: Good, text: "He puts the kettle on."),"#,
        good: r#"Choice(text: "Shall we sit down?", uses: [SeekPermission], to: "kitchen"),
"kitchen": Ending(outcome: Good, text: "He puts the kettle on."),"#,
    },
    Explanation {
        code: "unknown-person",
        severity: Severity::Error,
        summary: "nobody has this id",
        matters: "nobody would be there to say it or hear it",
        more: "People are spoken of by the id that stands before Person(..), not by their name: \"sam\", not \"Sam Ortiz\".",
        bad: r#"Line(who: "Sam Ortiz", text: "What is it?", body: "The chain stays on."),"#,
        good: r#"Line(who: "sam", text: "What is it?", body: "The chain stays on."),"#,
    },
    Explanation {
        code: "unknown-fact",
        severity: Severity::Error,
        summary: "a fact is asked for that nothing teaches",
        matters: "what depends on it could never be seen by any trainee",
        more: "A fact is known once a line tells it (\"tells\") or a choice learns it (\"learns\"). Here one is asked for that \
               no line and no choice ever gives. Mostly the two are spelled differently.",
        bad: r#"Line(who: "sam", text: "My boy's asleep.", body: "He looks up.", tells: ["the-boy"]),
Choice(text: "We'll keep it down, for your boy.", uses: [Validation], knows: ["his-boy"], to: "good"),"#,
        good: r#"Line(who: "sam", text: "My boy's asleep.", body: "He looks up.", tells: ["the-boy"]),
Choice(text: "We'll keep it down, for your boy.", uses: [Validation], knows: ["the-boy"], to: "good"),"#,
    },
    Explanation {
        code: "unknown-promise",
        severity: Severity::Error,
        summary: "a promise is asked for that nobody makes",
        matters: "the officer would keep or break a word that was never given",
        more: "A promise is made with \"promises\" on a choice, under a name of your own, and is then kept, broken or asked for \
               under the same name. Mostly the two are spelled differently.",
        bad: r#"Choice(text: "I'll call you by noon.", uses: [BoundedPromise], promises: "a-call", to: "good"),
Choice(text: "It's noon. I said I'd call.", uses: [ThankClose], keeps: "the-call", to: "good"),"#,
        good: r#"Choice(text: "I'll call you by noon.", uses: [BoundedPromise], promises: "a-call", to: "good"),
Choice(text: "It's noon. I said I'd call.", uses: [ThankClose], keeps: "a-call", to: "good"),"#,
    },
    Explanation {
        code: "unknown-look",
        severity: Severity::Warning,
        summary: "nobody is drawn under this name",
        matters: "somebody else is shown in their place",
        more: "How a person looks is drawn from a file in assets/people, and \"looks\" is that file's name without its ending. \
               The talk can be had all the same, with another face.",
        bad: r#""sam": Person(name: "Sam Ortiz", role: "tenant", looks: "sam",
    starts: (arousal: 60, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),"#,
        good: r#""sam": Person(name: "Sam Ortiz", role: "tenant", looks: "dev",
    starts: (arousal: 60, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),"#,
    },
    Explanation {
        code: "unknown-place",
        severity: Severity::Warning,
        summary: "no place is drawn under this name",
        matters: "another place is shown instead",
        more: "The place is drawn from a file in assets/places, and \"place\" is that file's name without its ending; where \
               the file has several hours, the hour follows, as in \"bar-night\". The talk can be had all the same, somewhere \
               else.",
        bad: r#"place: "moon","#,
        good: r#"place: "hallway","#,
    },
];
