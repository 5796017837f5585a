//! The sentence that heads the screen, from the four verdicts.

use super::change::Verdict;
use super::words::{list, name};
use crate::model::Dimension;

/// Two or three short sentences that name every dimension once or as "the rest": "Your boundaries have grown. The rest is
/// about the same." `plays` is the number of finished conversations.
pub(super) fn sentence(verdicts: [Verdict; 4], plays: usize) -> String {
    if plays == 0 {
        return "Nothing to compare yet.".to_owned();
    }
    if let Some(all) = alike(verdicts) {
        return all.to_owned();
    }
    let of = |wanted: Verdict| -> Vec<Dimension> {
        Dimension::ALL.into_iter().filter(|d| verdicts[*d as usize] == wanted).collect()
    };
    let order = [Verdict::Grown, Verdict::Fallen, Verdict::AboutTheSame, Verdict::NotEnoughYet];
    let groups: Vec<_> = order.map(|v| (v, of(v))).into_iter().filter(|(_, group)| !group.is_empty()).collect();
    let last = groups.len() - 1;
    let told = groups.iter().enumerate().map(|(i, (verdict, group))| match (*verdict, group.as_slice()) {
        (Verdict::AboutTheSame, [_, _, ..]) if i == last => "The rest is about the same.".to_owned(),
        (Verdict::NotEnoughYet, [_, _, ..]) => "It is too early to tell about the rest.".to_owned(),
        (verdict, group) => one(verdict, group),
    });
    told.collect::<Vec<_>>().join(" ")
}

fn alike(verdicts: [Verdict; 4]) -> Option<&'static str> {
    let first = verdicts[0];
    verdicts.iter().all(|v| *v == first).then_some(match first {
        Verdict::Grown => "All four have grown.",
        Verdict::Fallen => "All four have gone down.",
        Verdict::AboutTheSame => "All four are about the same.",
        Verdict::NotEnoughYet => "It is too early to see a change.",
    })
}

fn one(verdict: Verdict, group: &[Dimension]) -> String {
    let names: Vec<&str> = group.iter().map(|d| name(*d)).collect();
    let plural = group.len() > 1 || group == [Dimension::Boundaries];
    let (have, are) = if plural { ("have", "are") } else { ("has", "is") };
    let names = list(&names);
    match verdict {
        Verdict::Grown => format!("Your {names} {have} grown."),
        Verdict::Fallen => format!("Your {names} {have} gone down."),
        Verdict::AboutTheSame => format!("Your {names} {are} about the same."),
        Verdict::NotEnoughYet => format!("It is too early to tell about {names}."),
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{AboutTheSame, Fallen, Grown, NotEnoughYet};
    use super::*;

    #[test]
    fn the_sentence_of_the_picture() {
        let told = sentence([AboutTheSame, AboutTheSame, Grown, AboutTheSame], 9);
        assert_eq!(told, "Your boundaries have grown. The rest is about the same.");
    }

    #[test]
    fn other_sentences() {
        let told = |v| sentence(v, 3);
        assert_eq!(sentence([NotEnoughYet; 4], 0), "Nothing to compare yet.");
        assert_eq!(told([NotEnoughYet; 4]), "It is too early to see a change.");
        assert_eq!(told([AboutTheSame; 4]), "All four are about the same.");
        assert_eq!(
            told([Grown, Fallen, AboutTheSame, NotEnoughYet]),
            "Your empathy has grown. Your listening has gone down. Your boundaries are about the same. \
             It is too early to tell about positive regard."
        );
        assert_eq!(
            told([Grown, Grown, Grown, AboutTheSame]),
            "Your empathy, listening and boundaries have grown. Your positive regard is about the same."
        );
        assert_eq!(
            told([AboutTheSame, AboutTheSame, NotEnoughYet, NotEnoughYet]),
            "Your empathy and listening are about the same. It is too early to tell about the rest."
        );
        assert_eq!(
            told([Fallen, NotEnoughYet, Fallen, Fallen]),
            "Your empathy, boundaries and positive regard have gone down. It is too early to tell about listening."
        );
    }

    #[test]
    fn every_combination_tells_each_dimension_once() {
        let all = [Grown, Fallen, AboutTheSame, NotEnoughYet];
        for i in 0..256_usize {
            let verdicts = [all[i & 3], all[i >> 2 & 3], all[i >> 4 & 3], all[i >> 6]];
            let told = sentence(verdicts, 3);
            let named = Dimension::ALL.iter().filter(|d| told.contains(name(**d))).count();
            let rest = told.contains("the rest") || told.contains("The rest");
            let whole = verdicts.iter().all(|v| *v == verdicts[0]);
            assert!(whole && named == 0 || named == 4 && !rest || rest && named <= 2, "{verdicts:?}: {told}");
            assert!(told.ends_with('.') && told.len() <= 140 && !told.contains("  "), "{told}");
            let says = |v: Verdict, words: &str| verdicts.contains(&v) == told.contains(words);
            assert!(says(Grown, "grown") && says(Fallen, "gone down"), "{told}");
            assert!(says(AboutTheSame, "about the same") && says(NotEnoughYet, "too early"), "{told}");
        }
    }
}
