//! What is wrong with a value: its kind, its size, its letters.

use crate::diagnostic::{Explanation, Severity};

pub(super) const VALUES: &[Explanation] = &[
    Explanation {
        code: "wrong-type",
        severity: Severity::Error,
        summary: "something else is expected here",
        matters: "the program cannot make sense of what stands here",
        more: "Each field wants its own kind of thing: a text in double quotes, a number without quotes, true or false, a \
               list in square brackets, or something with a name and round brackets. The message says which, and the \
               authors' guide has an example of each.",
        bad: r#"Choice(text: "You sound worn out.", uses: [EmotionLabel], label: Sadness, to: "good"),"#,
        good: r#"Choice(text: "You sound worn out.", uses: [EmotionLabel], label: (Sadness, 2), to: "good"),"#,
    },
    Explanation {
        code: "out-of-range",
        severity: Severity::Error,
        summary: "a number is too large, too small or not whole",
        matters: "no person can be like that, so the conversation would not behave like one",
        more: "How somebody is stands in numbers from 0 to 100, and how strong a feeling is in 1, 2 or 3. Other numbers have \
               bounds of their own, which the message tells. Choices are counted from 1, in the order of the file.",
        bad: r#"Choice(text: "May I come in?", uses: [SeekPermission], when: Trust(AtLeast(130)), to: "good"),"#,
        good: r#"Choice(text: "May I come in?", uses: [SeekPermission], when: Trust(AtLeast(30)), to: "good"),"#,
    },
    Explanation {
        code: "too-long",
        severity: Severity::Error,
        summary: "a text has more than 600 letters",
        matters: "nobody reads that much in the middle of a conversation, and it does not fit the screen",
        more: "People speak in a sentence or two. What takes longer is a speech: split it into several lines, with what the \
               body does in between, or let the trainee ask for the rest.",
        bad: r#"Line(who: "sam", text: "It all began when my sister moved in, and then one thing led to another, and ..", body: "He counts on his fingers."),"#,
        good: r#"Line(who: "sam", text: "It all began when my sister moved in.", body: "He counts on his fingers."),"#,
    },
    Explanation {
        code: "too-many",
        severity: Severity::Error,
        summary: "a list is longer than it may be",
        matters: "nobody could take it in, and it does not fit the screen",
        more: "A list may hold 100 things, and a scenario 64 sore points. If you need more, several of them are probably the \
               same under different names.",
        bad: r#"skills: ["Listening", "Waiting", "Asking", ..],"#,
        good: r#"skills: ["Listening", "Waiting", "Asking"],"#,
    },
    Explanation {
        code: "bad-name",
        severity: Severity::Error,
        summary: "a name has letters that names cannot have",
        matters: "a name must be the same on every machine, or the scenario is not found there",
        more: "Ids are names that you make up for nodes, people, facts and promises; nobody but you reads them. They are \
               written with small letters from a to z, digits and hyphens, so that every keyboard can type them. The file's \
               own name is one too.",
        bad: r#""The Kitchen": Ending(outcome: Good, text: "He puts the kettle on."),"#,
        good: r#""the-kitchen": Ending(outcome: Good, text: "He puts the kettle on."),"#,
    },
    Explanation {
        code: "unknown-word",
        severity: Severity::Error,
        summary: "only certain words can stand here",
        matters: "the program has no idea what this word would change",
        more: "Some fields take one of a few words, with a capital letter and without quotes. An ending, for example, is \
               Good, Mixed, Poor, Left or Stopped. The message lists them.",
        bad: r#""kitchen": Ending(outcome: Happy, text: "He puts the kettle on."),"#,
        good: r#""kitchen": Ending(outcome: Good, text: "He puts the kettle on."),"#,
    },
    Explanation {
        code: "unknown-emotion",
        severity: Severity::Error,
        summary: "there is no such emotion",
        matters: "the face would show nothing, and no label could be right or wrong",
        more: "There are ten: Anger, Fear, Sadness, Shame, Contempt, Disgust, Surprise, Joy, Embarrassment and Relief. Take \
               the one that comes nearest, and let its strength, 1 to 3, say the rest: furious is (Anger, 3).",
        bad: r#"Choice(text: "You're furious.", uses: [EmotionLabel], label: (Fury, 3), to: "good"),"#,
        good: r#"Choice(text: "You're furious.", uses: [EmotionLabel], label: (Anger, 3), to: "good"),"#,
    },
    Explanation {
        code: "unknown-need",
        severity: Severity::Error,
        summary: "there is no such need",
        matters: "no line could be told to speak to what this person needs",
        more: "There are five, from the most basic up: Physio (sleep, food, warmth, no pain), Safety, Belonging, Esteem and \
               Growth. To be respected is Esteem.",
        bad: r#"Choice(text: "It's your home. You decide.", uses: [Autonomy], need: Respect, to: "good"),"#,
        good: r#"Choice(text: "It's your home. You decide.", uses: [Autonomy], need: Esteem, to: "good"),"#,
    },
    Explanation {
        code: "unknown-technique",
        severity: Severity::Error,
        summary: "there is no such technique",
        matters: "the program would not know what this line does to the person who hears it",
        more: "Techniques are written without spaces, each word with a capital letter, and without quotes. The authors' guide \
               lists them all with an example. If none fits, take what the line does most: asks, reflects, explains, sets \
               a limit, orders.",
        bad: r#"Choice(text: "How long have you been up?", uses: [OpenQestion], to: "good"),"#,
        good: r#"Choice(text: "How long have you been up?", uses: [OpenQuestion], to: "good"),"#,
    },
    Explanation {
        code: "unknown-condition",
        severity: Severity::Error,
        summary: "there is no such condition",
        matters: "the program could not tell when this should hold",
        more: "A condition stands behind \"when\" and begins with one of the words in the guide's table, such as \
               Trust(AtLeast(30)), Fact(\"the-boy\") or Visited(\"kitchen\"). Several are joined with All([..]) or \
               Any([..]), and turned round with Not(..).",
        bad: r#"Choice(text: "May I come in?", uses: [SeekPermission], when: Trusts(AtLeast(30)), to: "good"),"#,
        good: r#"Choice(text: "May I come in?", uses: [SeekPermission], when: Trust(AtLeast(30)), to: "good"),"#,
    },
];
