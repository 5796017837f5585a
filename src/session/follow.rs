//! Going on with a conversation whose scenario was changed under way: the same lines again, as far as they still lead there.

use std::sync::Arc;

use super::{Command, Phase, Session, Start, Turn, arrival_of};
use crate::scenario::{Choice, Scenario};

/// The conversation in the changed scenario, standing where it stood, or as near to it as the new version leads. Lines are
/// known again by their words, so that one put in above them changes nothing.
pub fn follow(old: &Session, scenario: Arc<Scenario>) -> Session {
    let arrived = arrival_of(old).and_then(|id| scenario.arrivals.iter().position(|a| a.id == id));
    let start = Arc::new(Start::arriving(&scenario, arrived.unwrap_or(0) as u64));
    let mut new = Session::begin_at(scenario, old.model(), old.seed(), old.mode(), start);
    for turn in &old.transcript().turns {
        if id(&new) != old.scenario().place_at(turn.node).id || again(old, turn, &mut new).is_none() {
            break;
        }
    }
    if old.phase() != Phase::Cue && same_place(old, &new) {
        answer(old, old.open_turn(), &mut new);
    }
    new
}

/// Whether both stand at the same place, after as many turns.
pub fn same_place(a: &Session, b: &Session) -> bool {
    id(a) == id(b) && a.transcript().turns.len() == b.transcript().turns.len()
}

fn id(session: &Session) -> &str {
    &session.scenario().place_at(session.at()).id
}

/// One turn once more; none where the line is gone.
fn again(old: &Session, turn: &Turn, new: &mut Session) -> Option<()> {
    answer(old, turn, new);
    let before = &old.scenario().node(turn.node)?.choices;
    let said = before.get(turn.chosen().choice)?;
    let now = &new.node()?.choices;
    let same = |c: &Choice| (&c.text, &c.deed, c.silence) == (&said.text, &said.deed, said.silence);
    let reworded = || (now.len() == before.len()).then_some(turn.chosen().choice);
    let choice = now.iter().position(same).or_else(reworded)?;
    new.apply(Command::Say(choice)).ok()
}

/// The cue question answered as it was, passed over where that answer is gone or none was given.
fn answer(old: &Session, turn: &Turn, new: &mut Session) {
    if new.phase() != Phase::Cue {
        return;
    }
    let asked = old.scenario().node(turn.node).and_then(|n| n.cue.as_ref());
    let words = turn.cue_answer.and_then(|a| asked?.answers.get(a)).map(|(words, _)| words);
    let now = new.node().and_then(|n| n.cue.as_ref());
    let same = words.and_then(|w| now?.answers.iter().position(|(words, _)| words == w));
    // both are commands that the question takes
    let _ = new.apply(same.map_or(Command::PassCue, Command::Answer));
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{follow, same_place};
    use crate::model::Model;
    use crate::scenario::Scenario;
    use crate::scenario::library::known;
    use crate::scenario::resolve::resolve;
    use crate::session::replay::{Moves, document, moves, play};
    use crate::session::{Mode, Session};

    const SHORT: &str = include_str!("../../tests/scenarios/short-talk.ron");

    fn scenario(text: &str) -> Arc<Scenario> {
        Arc::new(resolve("short-talk", text, &Model::shipped().techniques, known()).expect("it resolves").scenario)
    }

    fn after(choices: &[usize]) -> Session {
        let moves = Moves { choices: choices.to_vec(), cues: vec![1] };
        play(scenario(SHORT), Model::shipped(), 1, Mode::Practice, &moves).expect("on offer")
    }

    #[test]
    fn an_unchanged_file_changes_nothing() {
        for choices in [&[][..], &[3], &[3, 3], &[3, 1, 1]] {
            let old = after(choices);
            assert_eq!(document(&follow(&old, scenario(SHORT))), document(&old));
        }
    }

    #[test]
    fn a_line_put_in_above_keeps_the_place() {
        let old = after(&[3, 1]);
        let at = SHORT.find("choices: [").expect("choices") + "choices: [".len();
        let choice = "Choice(text: \"A new first line.\", uses: [Inform], to: \"chain-on\"),";
        let (head, tail) = SHORT.split_at(at);
        let new = follow(&old, scenario(&format!("{head}\n{choice}{tail}")));
        assert!(same_place(&old, &new));
        assert_eq!((moves(&old).choices, moves(&new).choices), (vec![3, 1], vec![4, 1]));
    }

    #[test]
    fn a_reworded_line_keeps_the_place_too() {
        let old = after(&[3, 1]);
        let said = &old.scenario().node(old.transcript().turns[0].node).expect("a node").choices[2].text;
        let new = follow(&old, scenario(&SHORT.replace(said.replace('’', "'").as_str(), "Said in another way.")));
        assert!(same_place(&old, &new));
        assert_eq!(moves(&new), moves(&old));
    }

    #[test]
    fn where_the_line_is_gone_it_stands_as_near_as_it_can() {
        let old = after(&[3, 1]);
        let second = &old.scenario().place_at(old.transcript().turns[1].node).id;
        let renamed = SHORT.replace(&format!("\"{second}\""), "\"another-name\"");
        let new = follow(&old, scenario(&renamed));
        assert_eq!((new.transcript().turns.len(), same_place(&old, &new)), (1, false));
    }
}
