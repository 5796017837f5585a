//! `alongside new`: asks a few questions and begins a scenario.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::fail;
use crate::report::page::clean;
use crate::rewrite::new::{Plan, QUESTIONS, Question, file_name, kebab, scenario};
use crate::rewrite::write;

#[derive(clap::Args)]
pub struct NewArgs {
    /// What it is called; the same as --title.
    #[arg(conflicts_with = "title")]
    name: Option<String>,
    /// What it is called; its file is named after it.
    #[arg(long)]
    title: Option<String>,
    /// The name of the person it is with.
    #[arg(long)]
    person: Option<String>,
    /// Who they are there: neighbor, owner, guest.
    #[arg(long)]
    role: Option<String>,
    /// Where it is: the id of a place that is drawn.
    #[arg(long)]
    place: Option<String>,
    /// What they feel, such as Anger or Fear.
    #[arg(long)]
    feels: Option<String>,
    /// What the officer is there for.
    #[arg(long)]
    goal: Option<String>,
    /// Write it here; without, a file named after the title, in this folder.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Ask nothing; what is not given is made up.
    #[arg(long)]
    yes: bool,
}

pub fn run(args: &NewArgs) -> ExitCode {
    match begin(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => fail(2, problem),
    }
}

fn begin(args: &NewArgs) -> Result<(), String> {
    let plan = plan(args)?;
    let path = args.out.clone().unwrap_or_else(|| PathBuf::from(file_name(&plan.title)));
    can_be_named(&path)?;
    let shown = clean(&path.display().to_string());
    write::create(&path, &scenario(&plan)).map_err(|e| format!("could not write {shown}: {e}"))?;
    let next = format!("Written: {shown}\nCheck it: alongside check {shown}\nPlay it:  alongside play {shown}");
    writeln!(io::stdout().lock(), "{next}").map_err(|e| format!("could not print where it is: {e}"))
}

fn plan(args: &NewArgs) -> Result<Plan, String> {
    let mut plan = Plan::default();
    let title = args.title.clone().or_else(|| args.name.as_deref().map(words));
    let given = [&title, &args.person, &args.role, &args.place, &args.feels, &args.goal];
    for (question, answer) in QUESTIONS.iter().zip(given) {
        let Some(answer) = answer else { continue };
        question.settle(&mut plan, answer)?;
    }
    if args.yes || given.iter().all(|g| g.is_some()) {
        return Ok(plan);
    }
    if !io::stdin().is_terminal() {
        return Err("nobody can be asked here; add --yes, and say with --title and the like what you want".to_owned());
    }
    let open = QUESTIONS.iter().zip(given).filter(|(_, given)| given.is_none()).map(|(q, _)| q);
    let (mut input, mut output) = (io::stdin().lock(), io::stderr().lock());
    for question in open {
        ask(question, &mut plan, &mut input, &mut output).map_err(|e| format!("could not ask: {e}"))?;
    }
    Ok(plan)
}

/// Asks until there is an answer that fits; none keeps what is there.
fn ask(question: &Question, plan: &mut Plan, input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<()> {
    let known = (question.known)();
    loop {
        if !known.is_empty() {
            writeln!(output, "  {}", known.join(", "))?;
        }
        write!(output, "{} [{}] ", question.words, question.answer(plan))?;
        output.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Ok(());
        }
        match question.settle(plan, &line) {
            Ok(()) => return Ok(()),
            Err(problem) => writeln!(output, "  {}", clean(&problem))?,
        }
    }
}

/// `the-wrong-coat` as a title.
fn words(name: &str) -> String {
    let plain = name.trim_end_matches(".ron");
    if plain != kebab(plain) {
        return plain.to_owned();
    }
    let spaced = plain.replace('-', " ");
    let mut letters = spaced.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A scenario's id is its file's name, so that not every name will do.
fn can_be_named(path: &Path) -> Result<(), String> {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let good = path.extension().is_some_and(|e| e == "ron") && !stem.is_empty() && stem == kebab(&stem);
    if good {
        return Ok(());
    }
    let shown = clean(&path.display().to_string());
    Err(format!(
        "a scenario cannot be named \"{shown}\"; use small letters, digits and hyphens, like {}",
        file_name(&stem)
    ))
}

#[cfg(test)]
mod tests {
    use super::{Plan, QUESTIONS, ask, words};

    fn answered(answers: &str) -> (Plan, String) {
        let (mut plan, mut told) = (Plan::default(), Vec::new());
        let mut input = answers.as_bytes();
        for question in &QUESTIONS {
            ask(question, &mut plan, &mut input, &mut told).expect("memory can be read and written");
        }
        (plan, String::from_utf8(told).expect("text"))
    }

    #[test]
    fn an_answer_that_does_not_fit_is_asked_for_again_and_an_empty_one_keeps_what_is_there() {
        let (plan, told) = answered("The wrong coat\n\nguest\nhalway\nhallway\nfear\n\n");
        assert_eq!((plan.title.as_str(), plan.role.as_str(), plan.feels.as_str()), ("The wrong coat", "guest", "Fear"));
        assert_eq!((plan.person, plan.goal), (Plan::default().person, Plan::default().goal));
        assert!(told.contains("\"halway\" is none of these; did you mean \"hallway\"?"), "{told}");
    }

    #[test]
    fn where_the_answers_end_the_rest_is_as_it_was() {
        assert_eq!(answered("").0, Plan::default());
    }

    #[test]
    fn a_files_name_makes_a_title() {
        assert_eq!(words("the-wrong-coat.ron"), "The wrong coat");
        assert_eq!(words("Sam's stairs"), "Sam's stairs");
    }
}
