//! Noise is not called growth: trainees who stay as they are, and some who do not, by the thousand.

use alongside::growth::{Play, Serves, Verdict, progress};
use alongside::model::Model;
use alongside::rating::{Terms, WeighedTurn, rate_weighed};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Lines of a made-up turn, as qualities, and how often a middling trainee says each; `better` moves the weight to the best.
const QUALITIES: [f64; 4] = [1.0, 0.6, 0.35, 0.0];
const OFTEN: [f64; 4] = [0.45, 0.25, 0.2, 0.1];
const TURNS: usize = 12;

/// About two of a hundred, half of them each way (docs/growth.md).
#[test]
fn who_stays_the_same_is_seldom_told_to_have_changed() {
    for plays in [3, 6, 9, 18] {
        let [grown, fallen] = told(plays, 0.0);
        assert!(grown + fallen <= 0.03, "{plays} plays: {grown} grown, {fallen} fallen");
        assert!((grown - fallen).abs() < 0.03, "{plays} plays: {grown} grown, {fallen} fallen");
    }
}

#[test]
fn who_grows_much_is_told_so_the_surer_the_more_plays() {
    let grown = [3, 6, 9, 18].map(|plays| told(plays, 0.7)[0]);
    assert!(grown.is_sorted() && grown[0] > 0.25 && grown[3] > 0.75, "{grown:?}");
    let little = [3, 6, 9, 18].map(|plays| told(plays, 0.4)[0]);
    assert!(little.is_sorted() && little[3] > 3.0 * little[0], "{little:?}");
}

/// Shares of trainees told to have grown and fallen in empathy, where the share of other lines given up for the best one
/// grows evenly from 0 to `better`.
fn told(plays: usize, better: f64) -> [f64; 2] {
    const TRAINEES: usize = 1500;
    let mut chance = ChaCha8Rng::seed_from_u64(plays as u64);
    let mut counts = [0; 2];
    for _ in 0..TRAINEES {
        let history: Vec<Play> =
            (0..plays).map(|i| play(&mut chance, better * i as f64 / (plays - 1) as f64)).collect();
        match progress(Model::shipped(), &history, &[], 0, &Serves::default(), 0).growth[0].change.verdict {
            Verdict::Grown => counts[0] += 1,
            Verdict::Fallen => counts[1] += 1,
            Verdict::AboutTheSame | Verdict::NotEnoughYet => {}
        }
    }
    counts.map(|n| f64::from(n) / TRAINEES as f64)
}

fn play(chance: &mut ChaCha8Rng, better: f64) -> Play {
    let turn = |q| WeighedTurn {
        terms: [Some(Terms { w: 1.5, q, g: QUALITIES.iter().sum::<f64>() / 4.0 }), None, None, None],
        cue: None,
        techniques: &[],
        hazard: false,
        repaired: None,
    };
    let turns: Vec<WeighedTurn> = (0..TURNS).map(|_| turn(quality(chance, better))).collect();
    let ratings = rate_weighed(Model::shipped(), &turns);
    Play { first: true, complete: true, ratings, ..Play::default() }
}

fn quality(chance: &mut ChaCha8Rng, better: f64) -> f64 {
    let mut share = |()| f64::from(chance.next_u32()) / (f64::from(u32::MAX) + 1.0);
    if share(()) < better {
        return QUALITIES[0];
    }
    let mut left = share(());
    for (quality, often) in QUALITIES.into_iter().zip(OFTEN) {
        left -= often;
        if left < 0.0 {
            return quality;
        }
    }
    QUALITIES[3]
}
