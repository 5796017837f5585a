//! Growth is held to what an independent reference told of made-up trainees (`../vectors/growth/make.py`), and its verdicts
//! to trainees who do not change.

mod noise;
mod reading;

use alongside::growth::{Cause, Cell, Chosen, Kind, Leaning, Pooled, Progress, RunTrend, Step, Verdict, progress};
use alongside::model::Model;
use serde_json::{Value, json};

use reading::{Case, cases};

#[test]
fn every_trainee_is_told_what_the_reference_tells() {
    let cases = cases();
    assert!(cases.len() > 10);
    for (i, case) in cases.iter().enumerate() {
        same(&format!("trainee {i}"), &case.told, &told(case));
    }
}

/// As far as the reference goes, in its own form.
fn told(case: &Case) -> Value {
    let found = case.progress(0);
    json!({
        "series": found.growth.each_ref().map(series),
        "mastery": mastery(&found, case.today),
        "priorities": found.priorities.iter().map(|p| p.value).collect::<Vec<_>>(),
        "order": case.told["order"],
        "see_saw": found.see_saw.as_ref().map(|s| json!({
            "balance": s.balance, "low": s.low, "high": s.high, "leaning": leaning(s.leaning),
        })),
        "questions": trend(found.question_runs.trend),
        "refreshers": refreshers(&found),
        "difficulty": found.difficulty.map(|d| json!([d.level, step(d.step)])),
        "scenario": case.told["scenario"],
    })
}

#[test]
fn the_suggestions_follow_the_order_of_the_reference() {
    let mut by_chance = 0;
    for case in cases() {
        let order: Vec<usize> = reading::list(&case.told["order"]).iter().map(reading::index).collect();
        for seed in 0..40 {
            let next = case.progress(seed).next;
            assert_eq!(next.is_empty(), order.is_empty());
            let Some(first) = next.first() else { continue };
            assert!(order.contains(&first.cell.index()));
            by_chance += usize::from(first.chosen == Chosen::ByChance);
            let start = if first.chosen == Chosen::ByChance { first.cell.index() } else { order[0] };
            let found: Vec<usize> = next.iter().map(|s| s.cell.index()).collect();
            assert_eq!(found, one_of_each_dimension(start, &order));
            for suggestion in &next {
                let wanted = case.told["scenario"][suggestion.cell.index()].as_str();
                assert_eq!(suggestion.scenario.as_deref(), wanted);
            }
        }
    }
    assert!((60..150).contains(&by_chance), "{by_chance} of 560 or so by chance");
}

fn one_of_each_dimension(first: usize, order: &[usize]) -> Vec<usize> {
    let mut out = vec![first];
    for cell in order {
        if out.len() < 3 && out.iter().all(|other| other / 8 != cell / 8) {
            out.push(*cell);
        }
    }
    out
}

#[test]
fn plays_of_one_day_count_in_the_order_they_were_handed_in_and_days_are_put_in_order() {
    let case = cases().pop().expect("some");
    let told = |plays: &[alongside::growth::Play]| progress(Model::shipped(), plays, &[], case.today, &case.serves, 1);
    let mut by_day_only = case.plays.clone();
    by_day_only.reverse();
    by_day_only.sort_by_key(|play| play.began_day);
    let mut shuffled = case.plays.clone();
    shuffled.sort_by_key(|play| std::cmp::Reverse(play.began_day));
    assert_eq!(told(&case.plays), told(&shuffled));
    assert_ne!(told(&case.plays), told(&by_day_only));
}

fn series(series: &alongside::growth::Series) -> Value {
    let points = series
        .points
        .iter()
        .map(|p| json!([p.day, kind(p.kind), p.final_score, p.estimate, p.low, p.high, p.so_far.map(pooled)]));
    json!({
        "points": points.collect::<Vec<_>>(),
        "now": series.now.map(pooled),
        "verdict": verdict(series.change.verdict),
        "early": series.change.early.map(pooled),
        "late": series.change.late.map(pooled),
    })
}

fn pooled(p: Pooled) -> Value {
    json!([p.estimate, p.sd, p.low, p.high, p.plays])
}

fn mastery(found: &Progress, today: i64) -> Value {
    let skills = found.mastery.skills().iter();
    skills.map(|s| json!([s.level, s.turns, s.half_life_days, s.last_day, s.on(today)])).collect()
}

fn refreshers(found: &Progress) -> Value {
    let all: Vec<_> = found.refreshers.due.iter().chain(&found.refreshers.coming).collect();
    let of = |dimension: usize| all.iter().find(|r| r.cell.index() / 8 == dimension);
    let one = |dimension| {
        of(dimension).map(|r| {
            let cause = match r.cause {
                Cause::Calendar => "calendar",
                Cause::Fading => "fading",
                Cause::HardCall(_) => "hard call",
            };
            let short = r.minutes == (4, 6);
            json!({ "cell": r.cell.index(), "day": r.day, "cause": cause, "missed": r.missed, "short": short,
                    "scenario": r.scenario })
        })
    };
    json!([0, 1, 2, 3].map(one))
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::First => "first",
        Kind::Again => "again",
        Kind::Coached => "coached",
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Grown => "grown",
        Verdict::Fallen => "fallen",
        Verdict::AboutTheSame => "about_the_same",
        Verdict::NotEnoughYet => "not_enough_yet",
    }
}

fn leaning(leaning: Leaning) -> &'static str {
    match leaning {
        Leaning::TooHard => "too_hard",
        Leaning::Clear => "clear",
        Leaning::TooSoft => "too_soft",
        Leaning::Open => "open",
    }
}

fn trend(trend: RunTrend) -> &'static str {
    match trend {
        RunTrend::Falling => "falling",
        RunTrend::Rising => "rising",
        RunTrend::AboutTheSame => "about_the_same",
        RunTrend::NotEnoughYet => "not_enough_yet",
    }
}

fn step(step: Step) -> &'static str {
    match step {
        Step::Up => "up",
        Step::Stay => "stay",
        Step::Down => "down",
    }
}

/// Two values agree: numbers within one in a billion, all else exactly.
fn same(at: &str, wanted: &Value, found: &Value) {
    match (wanted, found) {
        (Value::Number(w), Value::Number(f)) => {
            let (w, f) = (w.as_f64().expect("a number"), f.as_f64().expect("a number"));
            assert!((w - f).abs() <= 1e-9 * w.abs().max(1.0), "{at}: expected {w}, found {f}");
        }
        (Value::Array(w), Value::Array(f)) => {
            assert_eq!(w.len(), f.len(), "{at}: expected {wanted}, found {found}");
            w.iter().zip(f).enumerate().for_each(|(i, (w, f))| same(&format!("{at}, {i}"), w, f));
        }
        (Value::Object(w), Value::Object(f)) => {
            assert_eq!(w.len(), f.len(), "{at}: expected {wanted}, found {found}");
            w.iter().for_each(|(key, w)| same(&format!("{at}, {key}"), w, &f[key]));
        }
        (w, f) => assert_eq!(w, f, "{at}"),
    }
}

fn cell(place: usize) -> Cell {
    Cell::all().nth(place).expect("32 cells")
}
