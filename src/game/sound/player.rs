//! Plays what the score wants, on a thread of its own: opening a device may take seconds, and making a sound half of one.
//! Whatever goes wrong there is silence, and nothing else.

mod output;

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use maudio::backend::Backend as System;

use super::score::{Cue, Mix, Rare};
use super::synth::Sound;
use output::Output;

/// Seconds a device runs on after the last sound, so that fades end and tails ring out.
const LINGER: Duration = Duration::from_secs(4);
/// No device is asked for again before that.
const RETRY: Duration = Duration::from_secs(30);

/// The sound of a window; it ends when this is dropped.
pub struct Player {
    orders: Option<Sender<Order>>,
    mix: Mix,
}

enum Order {
    Mix(Mix),
    Once(Vec<Cue>),
}

impl Player {
    /// Opens nothing yet: that happens when something is to be heard.
    pub fn new(systems: Vec<System>) -> Self {
        let (sender, orders) = channel();
        let work = move || Worker::new(Output::new(systems)).work(&orders);
        let thread = std::thread::Builder::new().name("sound".to_owned()).spawn(work);
        Self { orders: thread.ok().map(|_| sender), mix: Mix::default() }
    }

    /// Tells what goes on, if it is something else than before, and what begins.
    pub fn play(&mut self, mix: Mix, once: Vec<Cue>) {
        if mix != self.mix {
            self.mix = mix.clone();
            self.send(Order::Mix(mix));
        }
        if !once.is_empty() {
            self.send(Order::Once(once));
        }
    }

    fn send(&self, order: Order) {
        // a thread that has ended leaves silence
        let _ = self.orders.as_ref().map(|orders| orders.send(order));
    }
}

/// The thread's own.
struct Worker {
    output: Output,
    mix: Mix,
    /// What is to come, and when.
    later: Vec<(Instant, Cue)>,
    /// When each of the mix's rare sounds comes next.
    rare: Vec<(Instant, Rare)>,
    /// How many sounds were made: no two alike.
    count: u64,
    /// When the device may rest.
    awake_until: Option<Instant>,
    failed: Option<Instant>,
}

impl Worker {
    fn new(output: Output) -> Self {
        let (mix, later, rare) = (Mix::default(), Vec::new(), Vec::new());
        Self { output, mix, later, rare, count: 0, awake_until: None, failed: None }
    }

    fn work(mut self, orders: &Receiver<Order>) {
        loop {
            let order = match self.due() {
                Some(due) => match orders.recv_timeout(due.saturating_duration_since(Instant::now())) {
                    Ok(order) => Some(order),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => return,
                },
                None => match orders.recv() {
                    Ok(order) => Some(order),
                    Err(_) => return,
                },
            };
            match order {
                Some(Order::Mix(mix)) => self.change(mix),
                Some(Order::Once(cues)) => self.begin(cues),
                None => {}
            }
            self.follow_the_clock();
        }
    }

    /// The next moment at which something is to be done without being told.
    fn due(&self) -> Option<Instant> {
        let later = self.later.iter().map(|(at, _)| *at);
        let rare = self.rare.iter().map(|(at, _)| *at);
        later.chain(rare).chain(self.awake_until).min()
    }

    fn change(&mut self, mix: Mix) {
        let other = mix.rare != self.mix.rare;
        self.mix = mix;
        self.output.volume(self.mix.volume);
        if self.mix.volume > 0 && !self.mix.lasts.is_empty() {
            self.wake();
        } else {
            self.awake_until = self.output.runs().then(|| Instant::now() + LINGER);
        }
        self.output.duck(self.mix.ducked);
        self.output.last(&self.mix.lasts);
        if other {
            let rare = self.mix.rare.clone();
            self.rare = rare.into_iter().map(|rare| (self.next(&rare), rare)).collect();
        }
    }

    fn begin(&mut self, cues: Vec<Cue>) {
        if self.mix.volume == 0 {
            return;
        }
        self.wake();
        let now = Instant::now();
        self.later.extend(cues.into_iter().map(|cue| (now + Duration::from_secs_f32(cue.after.clamp(0.0, 60.0)), cue)));
        if self.mix.lasts.is_empty() {
            self.awake_until = Some(now + LINGER);
        }
    }

    fn follow_the_clock(&mut self) {
        let now = Instant::now();
        let all = std::mem::take(&mut self.later);
        let (due, later): (Vec<_>, Vec<_>) = all.into_iter().partition(|(at, _)| *at <= now);
        self.later = later;
        for (_, cue) in due {
            self.once(cue.sound, cue.level, cue.place);
        }
        let mut rare = std::mem::take(&mut self.rare);
        for (at, rare) in rare.iter_mut().filter(|(at, _)| *at <= now) {
            self.once(rare.sound, rare.level, rare.place);
            *at = self.next(rare);
        }
        self.rare = rare;
        if self.awake_until.is_some_and(|until| until <= now) {
            self.awake_until = None;
            self.later.clear();
            self.output.rest();
        }
    }

    fn once(&mut self, sound: Sound, level: f32, place: f32) {
        if self.mix.volume > 0 {
            self.count += 1;
            self.output.once(sound, level, place, self.count);
        }
    }

    fn next(&mut self, rare: &Rare) -> Instant {
        self.count += 1;
        let share = super::synth::chance(self.count);
        Instant::now() + Duration::from_secs_f32((rare.every.0 + share * (rare.every.1 - rare.every.0)).max(1.0))
    }

    /// Sees that a device runs; one that failed is not asked for again at once.
    fn wake(&mut self) {
        self.awake_until = None;
        if self.failed.is_some_and(|at| at.elapsed() < RETRY) {
            return;
        }
        self.failed = (!self.output.run()).then(Instant::now);
    }
}

#[cfg(test)]
mod tests;
