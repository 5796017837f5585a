//! The graph for Graphviz, which draws any size.

use std::fmt::Write;

use super::measure::wrap;
use crate::report::page::clean;
use crate::scenario::map::{Map, Road, Stop, comes_here};
use crate::scenario::{Outcome, Scenario};

/// The whole graph in the DOT language; nodes are named by their numbers: `n1`.
pub fn dot(scenario: &Scenario) -> String {
    let map = Map::of(scenario);
    let mut out = String::from("digraph scenario {\n");
    let title = quoted(std::slice::from_ref(&scenario.title));
    let _ = writeln!(out, "  label={title}; labelloc=t; rankdir=TB; nodesep=0.3; ranksep=0.5;");
    out.push_str("  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f6efe1\", color=\"#cfc6b4\", fontname=\"Helvetica\", fontsize=11];\n");
    out.push_str("  edge [color=\"#77736a\", fontname=\"Helvetica\", fontsize=10];\n");
    map.stops.iter().for_each(|stop| node(&mut out, scenario, stop));
    map.roads.iter().for_each(|road| edge(&mut out, road, &map));
    out.push_str("}\n");
    out
}

fn node(out: &mut String, scenario: &Scenario, stop: &Stop) {
    let mut label = vec![format!("{} {}", stop.number, stop.id)];
    label.extend(stop.ending.map(|outcome| format!("end: {}", outcome.word())));
    label.extend(wrap(&stop.words, 220.0, 12.0, 3));
    let look = match (stop.ending, stop.hazard) {
        (Some(outcome), _) => format!(", fillcolor=\"{}\"", fill(outcome)),
        (None, true) => ", color=\"#9c2f24\", penwidth=2".to_owned(),
        (None, false) => String::new(),
    };
    let _ = writeln!(out, "  n{} [label={}{look}];", stop.number, quoted(&label));
    if let Some(note) = comes_here(scenario, stop) {
        let n = stop.number;
        let note = quoted(&wrap(&note, 200.0, 10.0, 3));
        let _ = writeln!(out, "  any{n} [shape=plaintext, style=\"\", fontsize=10, label={note}];");
        let _ = writeln!(out, "  any{n} -> n{n} [style=dotted];");
    }
}

fn fill(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Good => "#cfe6da",
        Outcome::Mixed => "#f3dfb0",
        Outcome::Poor => "#f0c9c2",
        Outcome::Left => "#cddaf0",
        Outcome::Stopped => "#dccfec",
    }
}

fn edge(out: &mut String, road: &Road, map: &Map) {
    let mut label = vec![road.letters()];
    if let [way] = &road.ways[..] {
        label.extend(wrap(&way.words, 150.0, 10.0, 2));
    }
    let open = road.ways.iter().any(|way| way.gate.is_empty() && way.when.is_empty());
    let dashed = if open { "" } else { ", style=dashed" };
    let (from, to) = (map.stops[road.from].number, map.stops[road.to].number);
    let _ = writeln!(out, "  n{from} -> n{to} [label={}{dashed}];", quoted(&label));
}

/// Lines as one quoted name.
fn quoted(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| clean(line).replace('\\', "\\\\").replace('"', "\\\"")).collect();
    format!("\"{}\"", lines.join("\\n"))
}
