//! The psychology as data and as arithmetic: techniques, the person, the context rules, one turn, the time between visits.
//!
//! The numbers live in `assets/model/*.ron`, each with its words, source and status; the formulas are those of the
//! reference model and are held to it by the conformance tests.

mod clause;
pub mod constants;
pub mod cue;
pub mod dimension;
pub mod emotion;
pub mod person;
pub mod rule;
pub mod technique;
pub mod turn;
pub mod visit;

use std::sync::OnceLock;

pub use constants::Constants;
pub use dimension::{Dimension, Evidence};
pub use emotion::{Emotion, Feeling, Need};
pub use person::{Person, Stage, State, Variable};
pub use rule::{Rule, RuleIx, RuleSet};
pub use technique::{Technique, TechniqueIx, TechniqueSet, Techniques};

use clause::Clauses;
use constants::ConstantsFile;

/// The whole model, read once.
#[derive(Clone, Debug)]
pub struct Model {
    /// Changes when any number does.
    pub version: String,
    pub techniques: Techniques,
    /// In running order.
    pub rules: Vec<Rule>,
    pub constants: Constants,
    /// The constants with their words, for whoever asks why.
    pub reasons: ConstantsFile,
    clauses: Clauses,
    beside_harm_rule: RuleIx,
    /// Techniques that halve what stands beside them (S2).
    hurting: TechniqueSet,
    soothing: TechniqueSet,
    listening: TechniqueSet,
    questions: TechniqueSet,
    readiness_gains: [(TechniqueIx, f64); 3],
    command: TechniqueIx,
    threat: TechniqueIx,
    acknowledge: TechniqueIx,
    take_sides: TechniqueIx,
}

impl Model {
    /// The model that ships with the program.
    ///
    /// # Panics
    /// Never: a test reads the same embedded files.
    pub fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::parse(TECHNIQUES, RULES, CONSTANTS).expect("the embedded model parses"))
    }

    /// Reads a model from the text of its three files.
    ///
    /// # Errors
    /// A sentence naming the file's fault.
    pub fn parse(techniques: &str, rules: &str, constants: &str) -> Result<Self, String> {
        let techniques: Vec<Technique> = ron::from_str(techniques).map_err(|e| format!("techniques: {e}"))?;
        let techniques = Techniques::new(techniques).map_err(|e| format!("techniques: {e}"))?;
        let rules: Vec<Rule> = ron::from_str(rules).map_err(|e| format!("rules: {e}"))?;
        let reasons: ConstantsFile = ron::from_str(constants).map_err(|e| format!("constants: {e}"))?;
        let constants = Constants::read(&reasons.numbers).map_err(|e| format!("constants: {e}"))?;
        let group = |name: &str| match reasons.groups.get(name) {
            Some(group) => techniques.set(&group.techniques),
            None => Err(format!("the group \"{name}\" is missing")),
        };
        let spared = group("pushes_without_hurting")?;
        let of = |wanted: &dyn Fn(&Technique) -> bool| {
            techniques.iter().filter(|(_, t)| wanted(t)).map(|(ix, _)| ix).collect::<TechniqueSet>()
        };
        let negative = of(&|t| t.polarity == technique::Polarity::Negative);
        let s2 = rules.iter().position(|r| r.id == "S2").ok_or("rules: S2 is missing")?;
        Ok(Self {
            version: reasons.version.clone(),
            clauses: Clauses::compile(&rules, &techniques).map_err(|e| format!("rules: {e}"))?,
            beside_harm_rule: RuleIx(s2 as u8),
            hurting: TechniqueSet(negative.0 & !spared.0),
            soothing: of(&|t| turn::soothes(t.reach)),
            listening: group("listening")?,
            questions: group("questions")?,
            readiness_gains: [
                (techniques.known("evoke_change")?, constants.readiness_evoke),
                (techniques.known("seek_collab")?, constants.readiness_collab),
                (techniques.known("autonomy")?, constants.readiness_autonomy),
            ],
            command: techniques.known("command")?,
            threat: techniques.known("threat")?,
            acknowledge: techniques.known("acknowledge_repair")?,
            take_sides: techniques.known("take_sides")?,
            techniques,
            rules,
            constants,
            reasons,
        })
    }

    /// Whether a line asks and does nothing to show that it listened.
    pub fn only_asks(&self, techniques: &[TechniqueIx]) -> bool {
        let set: TechniqueSet = techniques.iter().copied().collect();
        set.overlaps(self.questions) && !set.overlaps(self.listening)
    }

    /// The rule with its words.
    pub fn rule(&self, rule: RuleIx) -> &Rule {
        &self.rules[usize::from(rule.0)]
    }
}

/// The three data files, as shipped.
pub const TECHNIQUES: &str = include_str!("../../assets/model/techniques.ron");
pub const RULES: &str = include_str!("../../assets/model/rules.ron");
pub const CONSTANTS: &str = include_str!("../../assets/model/constants.ron");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_parses() {
        let model = Model::parse(TECHNIQUES, RULES, CONSTANTS);
        assert_eq!(model.map(|m| (m.techniques.len(), m.rules.len())), Ok((57, 28)));
    }

    #[test]
    fn a_misspelled_technique_in_a_rule_is_named() {
        let rules = RULES.replace("\"take_sides\"", "\"take_side\"");
        let error = Model::parse(TECHNIQUES, &rules, CONSTANTS).expect_err("no such technique");
        assert_eq!(error, "rules: R23: there is no technique \"take_side\"");
    }
}
