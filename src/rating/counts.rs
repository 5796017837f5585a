//! What was done, counted: no thresholds, no colors (scoring basis, 4.5).

use crate::model::technique::BoundaryMode;
use crate::model::{Dimension, Evidence, Model, TechniqueIx};

/// One line that was said, as the counts read it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountedTurn<'a> {
    pub techniques: &'a [TechniqueIx],
    pub evidence: Evidence,
    /// Of the person it was said to, before it landed.
    pub arousal: f64,
    pub hazard: bool,
}

/// Behavior counts of one conversation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    pub turns: usize,
    pub open_questions: usize,
    pub closed_questions: usize,
    pub simple_reflections: usize,
    pub complex_reflections: usize,
    pub affirmations: usize,
    pub limits: usize,
    pub limits_with_choice: usize,
    pub longest_question_run: usize,
    /// -1 controller to +1 pacifier.
    pub boundary_balance: f64,
    pub rigid: usize,
    pub diffuse: usize,
    /// 0 to 1; none without both friendly and hostile turns.
    pub unconditionality: Option<f64>,
    /// Procedural justice, shown or not: voice, neutrality, dignity, trustworthy motives.
    pub justice: [bool; 4],
    pub unjust: usize,
    pub transparency: usize,
    /// How often each technique was used, by its name, most used first.
    pub techniques: Vec<(String, usize)>,
}

/// A turn is hostile from this arousal on (scoring basis, 4.5; our choice).
const HOSTILE: f64 = 60.0;

pub fn counts(model: &Model, turns: &[CountedTurn]) -> Counts {
    let used = |id: &str| {
        let ix = model.techniques.find(id);
        turns.iter().filter(|t| ix.is_some_and(|ix| t.techniques.contains(&ix))).count()
    };
    let both = |a: &str, b: &str| {
        let (a, b) = (model.techniques.find(a), model.techniques.find(b));
        let has = |t: &CountedTurn, ix: Option<TechniqueIx>| ix.is_some_and(|ix| t.techniques.contains(&ix));
        turns.iter().filter(|t| has(t, a) && has(t, b)).count()
    };
    let (rigid, diffuse) = (leaning(model, turns, BoundaryMode::Rigid), leaning(model, turns, BoundaryMode::Diffuse));
    let any = |ids: &[&str]| ids.iter().any(|id| used(id) > 0);
    Counts {
        turns: turns.len(),
        open_questions: used("open_question") + used("evoke_change") + used("voice_invite"),
        closed_questions: used("closed_question"),
        simple_reflections: used("simple_reflection") + used("paraphrase") + used("mirroring") + used("summary"),
        complex_reflections: used("complex_reflection"),
        affirmations: used("affirmation"),
        limits: used("limit_choice") + used("limit_reason") - both("limit_choice", "limit_reason"),
        limits_with_choice: used("limit_choice"),
        longest_question_run: longest_question_run(model, turns),
        boundary_balance: (diffuse as f64 - rigid as f64) / (diffuse + rigid + 1) as f64,
        rigid,
        diffuse,
        unconditionality: unconditionality(turns),
        justice: [
            any(&["voice_invite", "open_question", "seek_collab"]),
            any(&["transparency", "inform", "detriangulate"]),
            any(&["thank_close", "affirmation", "validation", "seek_permission"]),
            any(&["role_clarity", "bounded_promise", "acknowledge_repair"]),
        ],
        unjust: turns.iter().filter(|t| unjust(model, t)).count(),
        transparency: used("transparency"),
        techniques: by_use(model, turns),
    }
}

fn leaning(model: &Model, turns: &[CountedTurn], mode: BoundaryMode) -> usize {
    let leans = |t: &&TechniqueIx| model.techniques.get(**t).boundary == Some(mode);
    turns.iter().map(|t| t.techniques.iter().filter(leans).count()).sum()
}

fn unjust(model: &Model, turn: &CountedTurn) -> bool {
    turn.techniques.iter().any(|t| crate::model::turn::severity(model, *t, turn.hazard) > 0)
}

fn longest_question_run(model: &Model, turns: &[CountedTurn]) -> usize {
    let (mut longest, mut run) = (0, 0);
    for turn in turns {
        run = if model.only_asks(turn.techniques) { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

fn unconditionality(turns: &[CountedTurn]) -> Option<f64> {
    let mean = |hostile: bool| {
        let values: Vec<f64> =
            turns.iter().filter(|t| (t.arousal >= HOSTILE) == hostile).map(|t| t.evidence[Dimension::Regard]).collect();
        (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
    };
    let (friendly, hostile) = (mean(false)?, mean(true)?);
    Some(1.0 - ((friendly - hostile) / 2.0).clamp(0.0, 1.0))
}

fn by_use(model: &Model, turns: &[CountedTurn]) -> Vec<(String, usize)> {
    let count = |ix: TechniqueIx| turns.iter().filter(|t| t.techniques.contains(&ix)).count();
    let all = model.techniques.iter().map(|(ix, t)| (t.name.clone(), count(ix)));
    let mut used: Vec<_> = all.filter(|(_, n)| *n > 0).collect();
    used.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    used
}

impl Counts {
    /// The counts as plain sentences, raw numbers and no thresholds.
    pub fn sentences(&self) -> Vec<String> {
        let reflections = self.simple_reflections + self.complex_reflections;
        let mut out = vec![
            sentence(
                &[many(self.open_questions, "open question"), many(self.closed_questions, "closed question")],
                " and ",
            ),
            of_which(reflections, "reflection", self.complex_reflections, "going beyond what was said"),
            sentence(&[many(self.affirmations, "specific affirmation")], ""),
            of_which(self.limits, "limit", self.limits_with_choice, "with a choice beside it"),
            format!("Questions in a row, at most: {}.", self.longest_question_run),
            self.balance(),
            self.justice_sentence(),
        ];
        if self.unjust > 0 {
            out.push(sentence(&[many(self.unjust, "line")], "").replace('.', " that would count as unjust treatment."));
        }
        out
    }

    fn balance(&self) -> String {
        let leaning = match self.boundary_balance {
            b if b <= -0.25 => "leaning toward control",
            b if b >= 0.25 => "leaning toward giving way",
            _ => "near the middle",
        };
        format!(
            "Boundaries: {} too rigid, {} too loose; {leaning}.",
            many(self.rigid, "line"),
            number_or_none(self.diffuse)
        )
    }

    fn justice_sentence(&self) -> String {
        const PARTS: [&str; 4] = ["their voice", "the reason", "dignity", "why you were there"];
        let shown: Vec<&str> = PARTS.iter().zip(self.justice).filter(|(_, on)| *on).map(|(p, _)| *p).collect();
        match shown.as_slice() {
            [] => "Of fair procedure (voice, reasons, dignity, motives), nothing was shown.".to_owned(),
            [one] => format!("Of fair procedure, you showed {one}."),
            [head @ .., last] => format!("Of fair procedure, you showed {} and {last}.", head.join(", ")),
        }
    }
}

fn of_which(count: usize, what: &str, part: usize, how: &str) -> String {
    match count {
        0 => sentence(&[many(0, what)], ""),
        _ => sentence(&[many(count, what), format!("{} of them {how}", number_or_none(part))], ", "),
    }
}

fn sentence(parts: &[String], between: &str) -> String {
    let text = parts.join(between);
    let first = text.chars().next().map_or(0, char::len_utf8);
    format!("{}{}.", text[..first].to_uppercase(), &text[first..])
}

fn many(count: usize, what: &str) -> String {
    format!("{} {what}{}", number(count), if count == 1 { "" } else { "s" })
}

fn number(count: usize) -> String {
    if count == 0 { "no".to_owned() } else { count.to_string() }
}

fn number_or_none(count: usize) -> String {
    if count == 0 { "none".to_owned() } else { count.to_string() }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn counts_read_as_sentences_with_their_raw_numbers() {
        let counts = Counts {
            closed_questions: 1,
            simple_reflections: 2,
            complex_reflections: 1,
            limits: 2,
            rigid: 1,
            boundary_balance: -0.5,
            justice: [true, false, true, false],
            unjust: 1,
            ..Counts::default()
        };
        let told = counts.sentences();
        assert_eq!(
            told,
            [
                "No open questions and 1 closed question.",
                "3 reflections, 1 of them going beyond what was said.",
                "No specific affirmations.",
                "2 limits, none of them with a choice beside it.",
                "Questions in a row, at most: 0.",
                "Boundaries: 1 line too rigid, none too loose; leaning toward control.",
                "Of fair procedure, you showed their voice and dignity.",
                "1 line that would count as unjust treatment.",
            ]
        );
    }
}
