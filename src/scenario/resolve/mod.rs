//! From a file's text to a [`Scenario`], or every problem at once.

mod arrivals;
mod choices;
mod condition;
mod explanations;
mod fields;
mod format;
mod graph;
mod names;
mod nodes;
mod people;
mod presence;
mod record;
mod report;

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

pub use choices::count_words;
pub use condition::CONDITIONS;
pub use explanations::explanations;
pub use format::RECORDS;
pub use report::nearest;
pub(super) use report::{not_text, too_large};

use super::limits::{MOST_BYTES, MOST_NODES, MOST_PEOPLE};
use super::text::{Reading, Tree, read};
use super::written::Written;
use super::{Cast, NodeIx, Place, PlaceKind, Scenario};
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::model::Techniques;
use names::Names;
use record::Fields;

/// Which looks and places exist, for warnings; a scenario without them still plays.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub looks: &'a dyn Fn(&str) -> bool,
    pub places: &'a dyn Fn(&str) -> bool,
}

/// Everything being put together.
struct Resolver<'a> {
    text: &'a str,
    techniques: &'a Techniques,
    known: Known<'a>,
    problems: Vec<Diagnostic>,
    /// How many more words may be compared to find the one that was meant.
    comparisons: Cell<usize>,
    person_ids: Vec<String>,
    place_ids: HashMap<String, NodeIx>,
    facts: Names,
    promises: Names,
    touches: Vec<String>,
    line_ids: HashSet<String>,
    /// Brackets are wrong in a way that leaves open what belongs where.
    torn: bool,
    /// Where texts begin whose quotes are at fault, of which the reader has told.
    mended: HashSet<usize>,
    /// That the names of fields stand without quotes has been told.
    quoted_fields_told: bool,
    /// Something that was written could not be read: what it would have set or led to is not known.
    lost_parts: bool,
    /// A choice leads nowhere known.
    lost_routes: bool,
    /// Who says a line, or under which condition something is open, is not known.
    lost_presence: bool,
    two_party: bool,
    /// `Chose` conditions to be checked once all choices are counted.
    chosen: Vec<(NodeIx, usize, Span)>,
}

/// A scenario with what else its file says.
#[derive(Debug)]
pub struct Resolved<'a> {
    pub scenario: Scenario,
    pub warnings: Vec<Diagnostic>,
    /// Where everything stands.
    pub written: Written<'a>,
}

/// Resolves a scenario.
///
/// # Errors
/// All problems, errors and warnings, in the order of the file.
pub fn resolve<'a>(
    id: &str,
    text: &'a str,
    techniques: &Techniques,
    known: Known,
) -> Result<Resolved<'a>, Vec<Diagnostic>> {
    let mut resolver = Resolver {
        text,
        techniques,
        known,
        problems: Vec::new(),
        comparisons: Cell::new(report::MOST_COMPARISONS),
        person_ids: Vec::new(),
        place_ids: HashMap::new(),
        facts: Names::default(),
        promises: Names::default(),
        touches: Vec::new(),
        line_ids: HashSet::new(),
        torn: false,
        mended: HashSet::new(),
        quoted_fields_told: false,
        lost_parts: false,
        lost_routes: false,
        lost_presence: false,
        two_party: false,
        chosen: Vec::new(),
    };
    let read = resolver.read();
    let scenario = read.tree.as_ref().and_then(|tree| resolver.file(id, tree));
    let mut warnings = resolver.problems;
    warnings.sort_by_key(|p| (p.span.start, p.severity));
    warnings.dedup();
    match (scenario, read.tree) {
        (Some(scenario), Some(tree)) if warnings.iter().all(|p| p.severity == Severity::Warning) => {
            Ok(Resolved { scenario, warnings, written: Written { text, tree, comments: read.comments } })
        }
        (Some(_) | None, _) => Err(warnings),
    }
}

impl<'a> Resolver<'a> {
    fn read(&mut self) -> Reading {
        if self.text.len() > MOST_BYTES {
            self.problems.push(too_large());
            return Reading { tree: None, faults: Vec::new(), torn: false, mended: Vec::new(), comments: Vec::new() };
        }
        let mut reading = read(self.text);
        self.lost_parts = !reading.faults.is_empty();
        self.torn = reading.torn;
        self.mended = reading.mended.drain(..).collect();
        for fault in std::mem::take(&mut reading.faults) {
            self.tell("syntax", &fault.span, fault.message, fault.fix);
        }
        reading
    }

    fn file(&mut self, id: &str, tree: &Tree) -> Option<Scenario> {
        let fields = self.record(tree, "Scenario", "a scenario", format::SCENARIO)?;
        self.kebab(id, &(0..0), "the file's name");
        self.scenario(id, &fields)
    }

    fn scenario(&mut self, id: &str, fields: &Fields) -> Option<Scenario> {
        self.format(fields);
        self.two_party = self.flag(fields, "two_party", false);
        let people = self.required(fields, "people");
        let people = self.people_by_id(people);
        let places = self.required(fields, "nodes");
        let places = self.entries(places, "nodes by id");
        self.number_places(&places);
        let people = self.people(people);
        let (arrivals, twin) = (self.arrivals(fields), self.twin(fields));
        let [opening, stop, leaves] = ["opening", "stop", "leaves"].map(|f| self.landmark(fields, f));
        let nodes = self.places(places, stop);
        self.check_chosen(&nodes);
        if !self.lost_parts {
            self.check_names();
        }
        let (opening, stop, leaves) = (opening?, stop?, leaves?);
        if !self.lost_parts && !self.lost_routes {
            self.check_graph(fields, &nodes, [opening, stop, leaves]);
            self.check_comings(fields, &people, &nodes, [opening, stop, leaves]);
        }
        let mut scenario = self.put_together(id, fields, people, nodes, [opening, stop, leaves]);
        (scenario.arrivals, scenario.twin) = (arrivals, twin);
        scenario.hash = hash(&scenario);
        Some(scenario)
    }

    fn format(&mut self, fields: &Fields) {
        let Some(tree) = self.required(fields, "format") else { return };
        let Some(number) = self.leaf::<f64>(tree, "a number", "write format: 1") else { return };
        if number != 1.0 {
            let message = format!("this program reads format 1, and this file says {number}");
            self.tell("format", &tree.span, message, "write format: 1, or use a program that reads this format");
        }
    }

    fn people_by_id<'t>(&mut self, tree: Option<&'t Tree>) -> Vec<(String, Span, &'t Tree)> {
        let mut people = self.entries(tree, "people by id");
        if let (Some(tree), true) = (tree, people.is_empty() && !self.lost_parts) {
            self.tell("people", &tree.span, "there is nobody to talk with", "write people: {\"an-id\": Person(..)}");
        }
        if let Some((_, span, _)) = people.get(MOST_PEOPLE) {
            let message = format!("a scenario has room for {MOST_PEOPLE} people");
            self.tell("people", &span.clone(), message, "leave out whoever never speaks");
        }
        people.truncate(MOST_PEOPLE);
        self.person_ids = people.iter().map(|p| p.0.clone()).collect();
        people
    }

    fn number_places(&mut self, places: &[(String, Span, &Tree)]) {
        if places.len() > MOST_NODES {
            let span = places[MOST_NODES].1.clone();
            self.tell("too-large", &span, format!("a scenario has room for {MOST_NODES} nodes"), "split the scenario");
        }
        for (i, (id, span, _)) in places.iter().enumerate() {
            self.kebab(id, span, "a node's id");
            self.place_ids.insert(id.clone(), NodeIx(i as u32));
        }
    }

    fn landmark(&mut self, fields: &Fields, name: &'static str) -> Option<NodeIx> {
        let tree = self.required(fields, name)?;
        self.place(tree)
    }

    fn places(&mut self, places: Vec<(String, Span, &Tree)>, stop: Option<NodeIx>) -> Vec<Place> {
        let mut out = Vec::with_capacity(places.len());
        for (id, span, tree) in places {
            let is_stop = stop.is_some_and(|s| s.index() == out.len());
            let kind = self.place_kind(&span, tree, is_stop);
            out.push(Place { id, kind });
        }
        out
    }

    fn check_names(&mut self) {
        for (names, what, how) in [
            (std::mem::take(&mut self.facts), "fact", "learns it or tells it"),
            (std::mem::take(&mut self.promises), "promise", "promises it"),
        ] {
            for (name, span) in names.never_set() {
                let fix = self.guess(name, names.set());
                let message = format!("no line {how}: the {what} \"{name}\" can never hold");
                self.tell(if what == "fact" { "unknown-fact" } else { "unknown-promise" }, &span, message, fix);
            }
            if what == "fact" { self.facts = names } else { self.promises = names }
        }
    }

    fn check_graph(&mut self, fields: &Fields, nodes: &[Place], [opening, stop, leaves]: [NodeIx; 3]) {
        let span = |name: &str| fields.get(name).map_or(0..0, |t| t.span.clone());
        for (name, at) in [("opening", opening), ("stop", stop)] {
            if matches!(nodes[at.index()].kind, PlaceKind::Ending(_)) {
                self.tell(
                    "not-a-node",
                    &span(name),
                    format!("\"{}\" is an ending, and {name} must be a node", nodes[at.index()].id),
                    "name a node in which somebody speaks",
                );
            }
        }
        let ways = graph::ways_out(nodes);
        let reached = graph::reached(&ways, &[opening, stop, leaves]);
        let can_end = graph::can_end(nodes, &ways);
        for (i, place) in nodes.iter().enumerate() {
            let at = self.key_span(fields, i);
            if !reached[i] {
                self.tell(
                    "unreachable",
                    &at,
                    format!("nothing leads to \"{}\"", place.id),
                    "lead a choice there, or take it out",
                );
            }
            if !can_end[i] {
                self.tell(
                    "no-way-out",
                    &at,
                    format!("from \"{}\" no ending can be reached", place.id),
                    "lead one of its choices toward an ending",
                );
            }
        }
    }

    fn key_span(&self, fields: &Fields, i: usize) -> Span {
        let item = fields.get("nodes").and_then(|t| t.items.get(i));
        item.map_or(0..0, |item| item.key.clone().unwrap_or_else(|| item.value.span.clone()))
    }

    fn put_together(
        &mut self,
        id: &str,
        fields: &Fields,
        people: Vec<Cast>,
        nodes: Vec<Place>,
        [opening, stop, leaves]: [NodeIx; 3],
    ) -> Scenario {
        let place = self.text_field(fields, "place");
        if let Some(tree) = fields.get("place") {
            self.kebab(&place, &tree.span, "the name of a place");
            if !(self.known.places)(&place) {
                self.tell(
                    "unknown-place",
                    &tree.span,
                    format!("there is no place \"{place}\""),
                    "use the id of a place in assets/places",
                );
            }
        }
        Scenario {
            id: id.to_owned(),
            hash: String::new(),
            title: self.text_field(fields, "title"),
            brief: self.text_field(fields, "brief"),
            goal: self.text_field(fields, "goal"),
            minutes: self.number(fields, "minutes", 10.0, 1.0, 120.0) as u32,
            place,
            hour: self.hour(fields),
            skills: self.texts(fields, "skills"),
            known: self.texts(fields, "known"),
            watch_for: self.texts(fields, "watch_for"),
            content_note: self.optional_text(fields, "content_note"),
            crisis_line: self.optional_text(fields, "crisis_line"),
            sources: self.optional_text(fields, "sources"),
            review: self.optional_text(fields, "review"),
            discuss: self.texts(fields, "discuss"),
            twin: None,
            people,
            arrivals: Vec::new(),
            two_party: self.two_party,
            opening,
            stop,
            leaves,
            nodes,
            facts: std::mem::take(&mut self.facts.list),
            promises: std::mem::take(&mut self.promises.list),
            touches: std::mem::take(&mut self.touches),
        }
    }

    fn hour(&mut self, fields: &Fields) -> String {
        let hour = self.optional_text(fields, "hour");
        if let (Some(tree), false) = (fields.get("hour"), hour.is_empty()) {
            self.kebab(&hour, &tree.span, "the name of an hour");
        }
        hour
    }
}

/// blake3 over the resolved scenario as canonical JSON; notes, sources, review, comments and layout are not in it.
pub(in crate::scenario) fn hash(scenario: &Scenario) -> String {
    let json = serde_json::to_vec(scenario).unwrap_or_default();
    blake3::hash(&json).to_hex().to_string()
}
