//! How well each skill is mastered, and how much of it is left after some days (scoring basis, 6.4; all our choice).

use super::Cell;
use super::play::Play;

/// Step size when nothing is known of a cell, and when much is.
const STEP: (f64, f64) = (0.4, 0.15);
/// Turns over which the step falls by e.
const STEP_FADES_TURNS: f64 = 10.0;
/// What chance gets in a turn is taken as no less and no more than this.
const CHANCE: (f64, f64) = (0.1, 0.9);
/// Where forgetting ends, near what picking at random gets.
const FLOOR: f64 = 0.35;
/// Half-life of what stands above the floor: at first, least and most, in days.
const HALF_LIFE_DAYS: f64 = 10.0;
const HALF_LIFE_RANGE: (f64, f64) = (4.0, 180.0);
/// A try is good from this mean quality on, and lengthens the half-life when it is spaced.
const GOOD: (f64, f64) = (0.7, 1.8);
/// A try is poor below this mean quality, and shortens the half-life.
const POOR: (f64, f64) = (0.4, 0.6);
/// Days since the try before that make a try spaced.
const SPACED_DAYS: i64 = 1;

/// One skill: a level of Elo's kind, with how sure it is and how fast it fades.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skill {
    pub cell: Cell,
    /// Log odds; 0 at the start.
    pub level: f64,
    /// Scored turns of first plays.
    pub turns: usize,
    /// 4 to 180 days.
    pub half_life_days: f64,
    /// Day of the latest first play that met it; none if none did.
    pub last_day: Option<i64>,
}

impl Skill {
    fn new(cell: Cell) -> Self {
        Self { cell, level: 0.0, turns: 0, half_life_days: HALF_LIFE_DAYS, last_day: None }
    }

    /// As of the latest try, 0 to 1; 0.5 where nothing is known.
    pub fn mastery(&self) -> f64 {
        logistic(self.level)
    }

    /// What is left of it on a day, 0 to 1: `.35 + (m - .35) 2^(-days / half-life)`. A skill that was never tried does
    /// not fade.
    pub fn on(&self, day: i64) -> f64 {
        let days = self.last_day.map_or(0, |last| day.saturating_sub(last).max(0)) as f64;
        FLOOR + (self.mastery() - FLOOR) * libm::exp2(-days / self.half_life_days)
    }

    /// How unsure it is, 0 to 0.5: `.5 / √(1 + turns / 4)`.
    pub fn sd(&self) -> f64 {
        0.5 / (1.0 + self.turns as f64 / 4.0).sqrt()
    }

    /// The first day on which less than `share` is left, for a share above the floor; none if it already was no more at
    /// the latest try, or was never tried.
    pub(super) fn falls_below(&self, share: f64) -> Option<i64> {
        let last = self.last_day.filter(|_| self.mastery() >= share && share > FLOOR)?;
        let days = self.half_life_days * libm::log2((self.mastery() - FLOOR) / (share - FLOOR));
        let day = last.saturating_add(libm::floor(days) as i64);
        (day..day.saturating_add(3)).find(|day| self.on(*day) < share)
    }

    /// One scored turn: `quality` 0 to 1, and what picking at random would have got.
    fn learn(&mut self, quality: f64, chance: f64) {
        let g = chance.clamp(CHANCE.0, CHANCE.1);
        let difficulty = libm::log((1.0 - g) / g);
        let step = STEP.1 + (STEP.0 - STEP.1) * libm::exp(-(self.turns as f64) / STEP_FADES_TURNS);
        self.level += step * (quality - logistic(self.level - difficulty));
        self.turns += 1;
    }

    /// One conversation that met it, with the mean quality of its turns.
    fn tried(&mut self, day: i64, quality: f64) {
        let spaced = self.last_day.is_some_and(|last| day.saturating_sub(last) >= SPACED_DAYS);
        let factor = match quality {
            q if q >= GOOD.0 && spaced => GOOD.1,
            q if q < POOR.0 => POOR.1,
            _ => 1.0,
        };
        self.half_life_days = (self.half_life_days * factor).clamp(HALF_LIFE_RANGE.0, HALF_LIFE_RANGE.1);
        self.last_day = Some(day);
    }
}

/// All 32 skills.
#[derive(Clone, Debug, PartialEq)]
pub struct Mastery(Vec<Skill>);

impl Mastery {
    pub fn skill(&self, cell: Cell) -> &Skill {
        &self.0[cell.index()]
    }

    /// In the order of [`Cell::all`].
    pub fn skills(&self) -> &[Skill] {
        &self.0
    }
}

/// Learns from the scored turns of first plays, coached and unfinished ones too, that stand oldest first.
pub(super) fn mastery(plays: &[&Play]) -> Mastery {
    let mut skills: Vec<Skill> = Cell::all().map(Skill::new).collect();
    for play in plays.iter().filter(|play| play.first) {
        for skill in &mut skills {
            practice(skill, play);
        }
    }
    Mastery(skills)
}

fn practice(skill: &mut Skill, play: &Play) {
    let Cell { dimension, context } = skill.cell;
    let (mut sum, mut count) = (0.0, 0);
    for turn in play.turns.iter().filter(|turn| turn.context == context) {
        if let Some(terms) = turn.terms[dimension as usize] {
            skill.learn(terms.q, terms.g);
            sum += terms.q;
            count += 1;
        }
    }
    if count > 0 {
        skill.tried(play.began_day, sum / f64::from(count));
    }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fresh() -> Skill {
        Skill::new(Cell::all().next().expect("32 cells"))
    }

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-9, "found {found}, expected {wanted}");
    }

    #[test]
    fn the_first_two_turns_by_hand() {
        let mut skill = fresh();
        skill.learn(1.0, 0.5);
        near(skill.level, 0.4 * 0.5);
        // g .2: difficulty ln 4; p = 1/(1 + 4 e^-.2) = 0.2339226...; K = .15 + .25 e^-.1
        skill.learn(0.0, 0.2);
        let p = 1.0 / (1.0 + 4.0 * libm::exp(-0.2));
        near(skill.level, 0.2 - (0.15 + 0.25 * libm::exp(-0.1)) * p);
        near(skill.sd(), 0.5 / 1.5_f64.sqrt());
    }

    #[test]
    fn where_anything_works_little_is_learned() {
        let (mut easy, mut hard) = (fresh(), fresh());
        easy.learn(1.0, 1.0);
        hard.learn(1.0, 0.0);
        near(easy.level, 0.4 * 0.1);
        near(hard.level, 0.4 * 0.9);
    }

    #[test]
    fn half_of_what_stands_above_the_floor_is_left_after_a_half_life() {
        let skill = Skill { level: libm::log(3.0), last_day: Some(100), ..fresh() };
        near(skill.on(100), 0.75);
        near(skill.on(110), 0.55);
        near(skill.on(90), 0.75);
        // .35 + .4 * 2^(-d/10) < .6 from 10 log2(1.6) = 6.78 days on
        assert_eq!(skill.falls_below(0.6), Some(107));
    }

    #[test]
    fn only_a_good_try_on_another_day_lengthens_the_half_life() {
        let mut skill = fresh();
        let mut after = |day, quality| {
            skill.tried(day, quality);
            skill.half_life_days
        };
        near(after(1, 0.9), 10.0);
        near(after(1, 0.9), 10.0);
        near(after(2, 0.7), 18.0);
        near(after(9, 0.69), 18.0);
        near(after(9, 0.39), 10.8);
        near(after(9, 0.0), 6.48);
        near(after(9, 0.0), 4.0);
    }

    proptest! {
        #[test]
        fn mastery_and_what_is_left_stay_within_bounds(
            tries in prop::collection::vec((0.0..=1.0f64, 0.0..=1.0f64, 0..40i64), 0..60), later in 0..4000i64,
        ) {
            let mut skill = fresh();
            let mut day = 0;
            for (quality, chance, pause) in tries {
                let before = skill.sd();
                skill.learn(quality, chance);
                day += pause;
                skill.tried(day, quality);
                prop_assert!(skill.sd() < before);
            }
            let (m, left) = (skill.mastery(), skill.on(day + later));
            prop_assert!((0.0..=1.0).contains(&m) && (0.0..=1.0).contains(&left));
            prop_assert!((4.0..=180.0).contains(&skill.half_life_days));
            prop_assert!(m <= 0.35 || left <= m + 1e-12);
            prop_assert!(skill.on(day + later + 1) <= left + 1e-12 || m <= 0.35);
        }

        #[test]
        fn the_day_it_falls_below_is_the_first(level in 0.41..6.0f64, half_life in 4.0..180.0f64) {
            let skill = Skill { level, half_life_days: half_life, last_day: Some(0), ..fresh() };
            let day = skill.falls_below(0.6).expect("it was above");
            prop_assert!(skill.on(day) < 0.6 && skill.on(day - 1) >= 0.6, "day {}", day);
        }
    }
}
