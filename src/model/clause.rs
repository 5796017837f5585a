//! The rules' clauses ready to run: technique names as bits, in running order.

use super::rule::{ChangeData, Clause, Edit, Rule, RuleIx, Target, Test};
use super::technique::{TechniqueIx, TechniqueSet, Techniques};

/// A clause with its technique names as bits, ready to run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Compiled {
    pub rule: RuleIx,
    pub when: Vec<TestBits>,
    pub on: TargetBits,
    pub evidence: Vec<Edit>,
    pub change: ChangeData,
    pub per_technique: bool,
    pub halved_by: TechniqueSet,
    pub silent: bool,
}

/// [`Test`] with sets.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TestBits {
    Plain(Test<()>),
    Has(TechniqueSet),
    HasNone(TechniqueSet),
    OnlyFrom(TechniqueSet),
    AnyOf(Vec<TestBits>),
}

/// [`Target`] with sets.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TargetBits {
    All,
    First,
    Each(TechniqueSet),
    FirstOf(Vec<TechniqueIx>),
    SorePoints,
    Repeated,
    Nothing,
}

/// All clauses in running order, and which of them a line has to ask at all.
#[derive(Clone, Debug)]
pub(super) struct Clauses {
    list: Vec<Compiled>,
    /// Clauses that ask about something else than techniques, as bits.
    any_line: u64,
    /// By technique, the clauses that do nothing without one like it.
    by_technique: Vec<u64>,
}

impl Clauses {
    /// Turns the rules' clauses into a flat list.
    ///
    /// # Errors
    /// Names the rule that speaks of a technique there is not, or says that there are too many.
    pub fn compile(rules: &[Rule], techniques: &Techniques) -> Result<Self, String> {
        let mut clauses = Self { list: Vec::new(), any_line: 0, by_technique: vec![0; techniques.len()] };
        for (i, rule) in rules.iter().enumerate() {
            let ix = u8::try_from(i).ok().filter(|i| *i < 32).ok_or("there is room for 32 rules")?;
            for clause in &rule.clauses {
                let compiled = compile_clause(RuleIx(ix), clause, techniques);
                clauses.add(compiled.map_err(|e| format!("{}: {e}", rule.id))?);
            }
        }
        if clauses.list.len() > 64 {
            return Err("there is room for 64 clauses".to_owned());
        }
        Ok(clauses)
    }

    fn add(&mut self, clause: Compiled) {
        let bit = 1 << (self.list.len() % 64);
        match clause.only_with() {
            None => self.any_line |= bit,
            Some(set) => set.iter().for_each(|t| self.by_technique[t.index()] |= bit),
        }
        self.list.push(clause);
    }

    /// The clauses that can do something to a line of these techniques, in running order.
    pub fn of<'c>(&'c self, techniques: &[TechniqueIx]) -> impl Iterator<Item = &'c Compiled> {
        let mut left = techniques.iter().fold(self.any_line, |bits, t| bits | self.by_technique[t.index()]);
        std::iter::from_fn(move || {
            let next = self.list.get(left.trailing_zeros() as usize);
            left &= left.wrapping_sub(1);
            next
        })
    }
}

impl Compiled {
    /// The techniques without which the clause does nothing; none where it asks about something else.
    fn only_with(&self) -> Option<TechniqueSet> {
        let asked = self.when.iter().find_map(|test| match test {
            TestBits::Has(set) => Some(*set),
            _ => None,
        });
        match &self.on {
            TargetBits::Each(set) => Some(*set),
            TargetBits::FirstOf(list) => Some(list.iter().copied().collect()),
            TargetBits::All
            | TargetBits::First
            | TargetBits::SorePoints
            | TargetBits::Repeated
            | TargetBits::Nothing => asked,
        }
    }
}

fn compile_clause(rule: RuleIx, clause: &Clause<String>, techniques: &Techniques) -> Result<Compiled, String> {
    let on = match &clause.on {
        Target::All => TargetBits::All,
        Target::First => TargetBits::First,
        Target::Each(names) => TargetBits::Each(techniques.set(names)?),
        Target::FirstOf(names) => {
            TargetBits::FirstOf(names.iter().map(|n| techniques.known(n)).collect::<Result<_, _>>()?)
        }
        Target::SorePoints => TargetBits::SorePoints,
        Target::Repeated => TargetBits::Repeated,
        Target::Nothing => TargetBits::Nothing,
    };
    Ok(Compiled {
        rule,
        when: clause.when.iter().map(|t| compile_test(t, techniques)).collect::<Result<_, _>>()?,
        on,
        evidence: clause.evidence.clone(),
        change: clause.change,
        per_technique: clause.per_technique,
        halved_by: techniques.set(&clause.halved_by)?,
        silent: clause.silent,
    })
}

fn compile_test(test: &Test<String>, techniques: &Techniques) -> Result<TestBits, String> {
    let plain = |t: Test<()>| Ok(TestBits::Plain(t));
    match test {
        Test::Has(names) => Ok(TestBits::Has(techniques.set(names)?)),
        Test::HasNone(names) => Ok(TestBits::HasNone(techniques.set(names)?)),
        Test::OnlyFrom(names) => Ok(TestBits::OnlyFrom(techniques.set(names)?)),
        Test::AnyOf(tests) => {
            Ok(TestBits::AnyOf(tests.iter().map(|t| compile_test(t, techniques)).collect::<Result<_, _>>()?))
        }
        Test::ArousalAtLeast(x) => plain(Test::ArousalAtLeast(*x)),
        Test::ArousalBelow(x) => plain(Test::ArousalBelow(*x)),
        Test::TrustBelow(x) => plain(Test::TrustBelow(*x)),
        Test::HeardAtLeast(x) => plain(Test::HeardAtLeast(*x)),
        Test::HeardBelow(x) => plain(Test::HeardBelow(*x)),
        Test::IntoxicationAtLeast(x) => plain(Test::IntoxicationAtLeast(*x)),
        Test::HistoryAtMost(x) => plain(Test::HistoryAtMost(*x)),
        Test::HistoryOpen => plain(Test::HistoryOpen),
        Test::StageAtLeast(s) => plain(Test::StageAtLeast(*s)),
        Test::StageBelow(s) => plain(Test::StageBelow(*s)),
        Test::Feels(e) => plain(Test::Feels(*e)),
        Test::Hazard => plain(Test::Hazard),
        Test::NoHazard => plain(Test::NoHazard),
        Test::Proactive => plain(Test::Proactive),
        Test::TwoParty => plain(Test::TwoParty),
        Test::Asked => plain(Test::Asked),
        Test::WordsOver(n) => plain(Test::WordsOver(*n)),
        Test::LabelWrong => plain(Test::LabelWrong),
        Test::LabelOvershoots(n) => plain(Test::LabelOvershoots(*n)),
        Test::SorePoint => plain(Test::SorePoint),
        Test::NeedMet => plain(Test::NeedMet),
        Test::NeedSkipped => plain(Test::NeedSkipped),
        Test::TurnBelow(n) => plain(Test::TurnBelow(*n)),
        Test::QuestionRunAtLeast(n) => plain(Test::QuestionRunAtLeast(*n)),
        Test::RuptureWithin(n) => plain(Test::RuptureWithin(*n)),
    }
}
