//! The vectors reach every rule alone, and every pair of rules that can meet in one line.

use std::collections::BTreeSet;

use alongside::model::Model;

use super::lines;

/// Pairs that shut each other out: opposite bounds on the same quantity, or more techniques than a line holds.
const NEVER_TOGETHER: [(&str, &str); 14] = [
    ("R02", "R05"),
    ("R02", "R08"),
    ("R02", "R10"),
    ("R02", "R25"),
    ("R02", "T1"),
    ("R03", "R04"),
    ("R03", "R05"),
    ("R04", "R08"),
    ("R05", "R25"),
    ("R06", "R17"),
    ("R07", "R17"),
    ("R10", "R25"),
    ("R16", "R17"),
    ("R16", "R25"),
];

/// All but R15, which weighs every loss and stands in no list.
fn rules() -> BTreeSet<&'static str> {
    Model::shipped().rules.iter().map(|r| r.id.as_str()).filter(|id| *id != "R15").collect()
}

#[test]
fn the_vectors_hold_every_rule_alone() {
    let vectors = lines::vectors();
    let alone = vectors.iter().filter(|v| v.rules.len() == 1).map(|v| v.rules[0].as_str());
    assert_eq!(rules(), alone.collect::<BTreeSet<_>>());
}

#[test]
fn the_vectors_hold_every_pair_of_rules_that_can_meet() {
    let vectors = lines::vectors();
    let together: BTreeSet<_> = vectors.iter().flat_map(|v| pairs(v.rules.iter().map(String::as_str))).collect();
    let missing: Vec<_> = pairs(rules()).into_iter().filter(|p| !together.contains(p)).collect();
    assert_eq!(missing, NEVER_TOGETHER);
}

/// Each pair once, the smaller id first.
fn pairs<'a>(rules: impl IntoIterator<Item = &'a str>) -> Vec<(&'a str, &'a str)> {
    let rules: BTreeSet<&str> = rules.into_iter().collect();
    rules.iter().flat_map(|a| rules.range(*a..).skip(1).map(|b| (*a, *b))).collect()
}
