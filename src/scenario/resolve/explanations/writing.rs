//! What is wrong with the writing itself: brackets, commas, quotes, the file as a whole.

use crate::diagnostic::{Explanation, Severity};

pub(super) const WRITING: &[Explanation] = &[
    Explanation {
        code: "syntax",
        severity: Severity::Error,
        summary: "a bracket, comma, colon or quote is missing or too many",
        matters: "the program cannot tell where one thing ends and the next begins",
        more: "A scenario file has four marks that hold it together. What is said stands in straight double quotes. A colon \
               stands between a name and what belongs to it. A comma stands between one thing and the next. Each bracket \
               that opens must close again. Word processors turn straight quotes into curly ones, which do not count, so \
               write in a plain text editor. Mend the first of several first: the others may go with it.",
        bad: r#"Choice(text: "How long have you been up?" uses: [OpenQuestion], to: "good"),"#,
        good: r#"Choice(text: "How long have you been up?", uses: [OpenQuestion], to: "good"),"#,
    },
    Explanation {
        code: "unknown-field",
        severity: Severity::Error,
        summary: "there is no such field here",
        matters: "what stands behind it would be lost without a word",
        more: "A field is the word before a colon. Each kind of thing has its own, and the authors' guide lists them. Often \
               it is a slip of the finger, or a field that belongs to something else: the body belongs to a line that \
               somebody says, and not to a choice.",
        bad: r#"Choice(txet: "How long have you been up?", uses: [OpenQuestion], to: "good"),"#,
        good: r#"Choice(text: "How long have you been up?", uses: [OpenQuestion], to: "good"),"#,
    },
    Explanation {
        code: "missing-field",
        severity: Severity::Error,
        summary: "something that must be there is not",
        matters: "nobody can guess what belongs there, and the conversation needs it",
        more: "Most fields may be left out and have a sensible value of their own. A few may not: who speaks, what is said, \
               where a choice leads. The authors' guide marks them with a star.",
        bad: r#"Choice(text: "How long have you been up?", uses: [OpenQuestion]),"#,
        good: r#"Choice(text: "How long have you been up?", uses: [OpenQuestion], to: "good"),"#,
    },
    Explanation {
        code: "duplicate-key",
        severity: Severity::Error,
        summary: "the same thing stands there twice",
        matters: "only one of the two could be meant, and the other would vanish without a word",
        more: "An id belongs to one thing alone: two nodes, two people or two lines cannot share it. A field stands in its \
               brackets once, and a technique once in its list. It mostly comes from copying a passage and not changing \
               its id.",
        bad: r#""kitchen": Ending(outcome: Good, text: "He puts the kettle on."),
"kitchen": Ending(outcome: Poor, text: "He points at the door."),"#,
        good: r#""kitchen": Ending(outcome: Good, text: "He puts the kettle on."),
"shown-out": Ending(outcome: Poor, text: "He points at the door."),"#,
    },
    Explanation {
        code: "format",
        severity: Severity::Error,
        summary: "the file is written for another version of the format",
        matters: "it might be read as something that its author never meant",
        more: "The format has a number, so that an old file is never misread by a new program. Today there is one, and its \
               number is 1.",
        bad: "format: 2,",
        good: "format: 1,",
    },
    Explanation {
        code: "not-text",
        severity: Severity::Error,
        summary: "the file is not plain text in UTF-8",
        matters: "names and sentences would be shown with the wrong letters",
        more: "A scenario is a plain text file, and UTF-8 is the usual way to store one. Files of a word processor are \
               something else, even if they look like text. Use \"Save as\", choose plain text, and choose UTF-8 where \
               the encoding is asked for.",
        bad: "",
        good: "",
    },
    Explanation {
        code: "too-large",
        severity: Severity::Error,
        summary: "the file or the story is too large",
        matters: "no conversation needs so much, and reading it would take long",
        more: "A file may have 16 MiB, and a story 20 000 nodes and endings. A long evening of talk has thirty. Such a file \
               mostly holds something other than a scenario, or several that should be files of their own.",
        bad: "",
        good: "",
    },
    Explanation {
        code: "control-character",
        severity: Severity::Error,
        summary: "a text holds a character that nobody sees, or a line break",
        matters: "it could garble what stands on the screen, or turn words round",
        more: "Texts are single paragraphs of plain words. Characters that nobody sees come along when something is copied \
               from a web page or a document: delete the text and type it anew. Instead of a line break write two \
               lines, one after the other.",
        bad: r#"Line(who: "sam", text: "Go home.\nNow.", body: "A hand points down the stairs."),"#,
        good: r#"Line(who: "sam", text: "Go home. Now.", body: "A hand points down the stairs."),"#,
    },
];
