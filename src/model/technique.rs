//! What an officer can do with a line: the techniques, from `assets/model/techniques.ron`.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Evidence;

/// The place of a technique in the data file, 0 to 63. Made only by [`Techniques::find`] and iteration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TechniqueIx(pub(super) u8);

impl TechniqueIx {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A set of techniques as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TechniqueSet(pub(super) u64);

impl TechniqueSet {
    pub fn insert(&mut self, technique: TechniqueIx) {
        self.0 |= 1 << technique.0;
    }
    pub fn contains(self, technique: TechniqueIx) -> bool {
        self.0 & (1 << technique.0) != 0
    }
    pub fn overlaps(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// In the order of the data file.
    pub fn iter(self) -> impl Iterator<Item = TechniqueIx> {
        (0..64).map(TechniqueIx).filter(move |t| self.contains(*t))
    }
}

impl FromIterator<TechniqueIx> for TechniqueSet {
    fn from_iter<I: IntoIterator<Item = TechniqueIx>>(techniques: I) -> Self {
        let mut set = Self::default();
        techniques.into_iter().for_each(|t| set.insert(t));
        set
    }
}

/// Which way a line leans on the boundary see-saw (Hamilton 2010).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BoundaryMode {
    Clear,
    Rigid,
    Diffuse,
}

/// Whether a technique is meant well, does neither, or hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Polarity {
    Positive,
    Neutral,
    Negative,
}

/// How a technique lands on an aroused person: soothing acts get through, thinking ones need some calm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reach {
    Soothing,
    Thinking,
    Neutral,
    Negative,
}

/// The family a technique is listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Family {
    Listening,
    Regard,
    Boundary,
    Costly,
}

/// One technique: its words, what it shows on each dimension in a neutral moment, and where that comes from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Technique {
    /// snake_case, as in replay documents; scenarios write it in CamelCase.
    pub id: String,
    /// The usual name, as a trainee reads it.
    pub name: String,
    pub what: String,
    pub example: String,
    pub family: Family,
    pub polarity: Polarity,
    /// -2 to +2 on each dimension, for arousal and trust 40 to 60, contemplation, no trigger, no hazard.
    pub evidence: Evidence,
    pub boundary: Option<BoundaryMode>,
    /// What it does to the sense of choice, -10 to +6.
    pub control: f64,
    /// Harm, 0 to 3.
    pub severity: u8,
    pub reach: Reach,
    pub source: String,
    pub status: String,
}

/// All techniques, found by id.
#[derive(Clone, Debug)]
pub struct Techniques {
    list: Vec<Technique>,
    by_name: HashMap<String, TechniqueIx>,
}

impl Techniques {
    /// Takes the techniques in the order of the data file.
    ///
    /// # Errors
    /// When there are more than fit a [`TechniqueSet`], or two share an id.
    pub(super) fn new(list: Vec<Technique>) -> Result<Self, String> {
        if list.len() > 64 {
            return Err("there is room for 64".to_owned());
        }
        let mut by_name = HashMap::new();
        for (i, technique) in list.iter().enumerate() {
            by_name.insert(technique.camel_case(), TechniqueIx(i as u8));
            if by_name.insert(technique.id.clone(), TechniqueIx(i as u8)).is_some() {
                return Err(format!("\"{}\" stands there twice", technique.id));
            }
        }
        Ok(Self { list, by_name })
    }

    /// By snake_case id or by the CamelCase name that scenarios use.
    pub fn find(&self, name: &str) -> Option<TechniqueIx> {
        self.by_name.get(name).copied()
    }
    /// Like [`Techniques::find`], for names that must be there.
    pub(super) fn known(&self, name: &str) -> Result<TechniqueIx, String> {
        self.find(name).ok_or_else(|| format!("there is no technique \"{name}\""))
    }
    pub(super) fn set(&self, names: &[String]) -> Result<TechniqueSet, String> {
        names.iter().map(|n| self.known(n)).collect()
    }
    pub fn get(&self, technique: TechniqueIx) -> &Technique {
        &self.list[technique.index()]
    }
    pub fn iter(&self) -> impl Iterator<Item = (TechniqueIx, &Technique)> {
        self.list.iter().enumerate().map(|(i, t)| (TechniqueIx(i as u8), t))
    }
    pub fn len(&self) -> usize {
        self.list.len()
    }
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl Technique {
    /// `complex_reflection` as scenarios write it: `ComplexReflection`.
    pub fn camel_case(&self) -> String {
        self.id.split('_').filter_map(|part| part.split_at_checked(1)).map(|(a, b)| a.to_uppercase() + b).collect()
    }
}
