//! Facts, promises and sore points: numbered as they are met, and checked for being said before they are asked.

use std::collections::HashMap;

use crate::diagnostic::Span;
use crate::scenario::NameIx;

#[derive(Default)]
pub(super) struct Names {
    pub list: Vec<String>,
    by_name: HashMap<String, u32>,
    declared: Vec<bool>,
    asked: Vec<(NameIx, Span)>,
}

impl Names {
    fn number(&mut self, name: &str) -> NameIx {
        if let Some(ix) = self.by_name.get(name) {
            return NameIx(*ix);
        }
        let ix = self.list.len() as u32;
        self.by_name.insert(name.to_owned(), ix);
        self.list.push(name.to_owned());
        self.declared.push(false);
        NameIx(ix)
    }

    /// The name is set here.
    pub fn declare(&mut self, name: &str) -> NameIx {
        let ix = self.number(name);
        if let Some(declared) = self.declared.get_mut(ix.index()) {
            *declared = true;
        }
        ix
    }

    /// The name is asked for here, so something must set it.
    pub fn ask(&mut self, name: &str, span: &Span) -> NameIx {
        let ix = self.number(name);
        self.asked.push((ix, span.clone()));
        ix
    }

    /// Names asked for and never set.
    pub fn never_set(&self) -> Vec<(&str, Span)> {
        let unset = self.asked.iter().filter(|(ix, _)| !self.declared.get(ix.index()).copied().unwrap_or(true));
        unset.map(|(ix, span)| (self.list[ix.index()].as_str(), span.clone())).collect()
    }

    /// Names that something sets, for near misses.
    pub fn set(&self) -> impl Iterator<Item = &str> {
        self.list.iter().zip(&self.declared).filter(|(_, d)| **d).map(|(n, _)| n.as_str())
    }
}
