//! What a frame of the stage costs the processor: a person moved on, drawn and meshed, at 1280x720 and at 1920x1080, while a
//! face moves and while it rests; how many triangles that makes, and how much memory is asked for along the way.
//!
//! `cargo bench --bench stage`. Prints figures; nothing passes or fails.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;

use alongside::cast::{self, Poses};
use alongside::figure::{Motion, draw};
use alongside::game::stage::soft::{Geometry, Mask, View, mesh};
use alongside::model::cue::{Cues, Habits, Moment};
use alongside::model::{Emotion, Feeling, State};
use bevy::math::Vec2;

struct Counting;

static ASKED: AtomicUsize = AtomicUsize::new(0);
static HELD: AtomicUsize = AtomicUsize::new(0);

// SAFETY: hands everything on to the system's allocator
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.fetch_add(1, Relaxed);
        HELD.fetch_add(layout.size(), Relaxed);
        // SAFETY: the same contract
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the same contract
        unsafe { System.dealloc(ptr, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const FRAMES: usize = 1200;
const EVEN: State =
    State { arousal: 60.0, trust: 50.0, heard: 50.0, respect: 50.0, safety: 50.0, control: 50.0, readiness: 30.0 };

fn main() {
    println!("{:<34} {:>8} {:>8} {:>8} {:>10} {:>10}", "", "median", "99th", "slowest", "triangles", "asked for");
    for (size, scale) in [(Vec2::new(1280.0, 720.0), 0.945), (Vec2::new(1920.0, 1080.0), 1.42)] {
        for look in ["mara", "renee", "lyle"] {
            moving(look, size, scale);
        }
    }
    resting();
}

/// Another feeling every second, at thirty frames a second.
fn moving(id: &str, size: Vec2, scale: f32) {
    let (look, place) = (cast::look(id).expect("a look"), cast::place("bar-afternoon").expect("a place"));
    let mut motion = Motion::of(1, look);
    let (mut geometry, mut times, mut asked) = (Geometry::default(), Vec::new(), 0);
    let mut held = 0;
    for frame in 0..FRAMES {
        if frame % 30 == 0 {
            feel(&mut motion, Emotion::ALL[frame / 30 % Emotion::ALL.len()], &look.habits);
        }
        if frame == FRAMES / 2 {
            held = HELD.load(Relaxed);
        }
        let (before, began) = (ASKED.load(Relaxed), Instant::now());
        let (units, posture) = motion.step(1.0 / 30.0);
        let drawing = draw(look, &place.light, &units, &posture, Poses::shipped());
        let mut mask = Mask::new(1344);
        let view = View { origin: Vec2::new(size.x * 0.58, size.y * 0.33), scale, size };
        mesh(&drawing, &view, &mut geometry, &mut mask);
        times.push(began.elapsed().as_secs_f64() * 1e3);
        asked += ASKED.load(Relaxed) - before;
    }
    let grown = HELD.load(Relaxed) as i64 - held as i64;
    let what = format!("{id}, {} x {}", size.x, size.y);
    let triangles = geometry.indices.len() / 3;
    report(&what, &mut times, &format!("{triangles:>10} {:>10}", asked / FRAMES));
    println!("{:<34} memory held after {} frames more: {:+.1} KB", "", FRAMES / 2, grown as f64 / 1024.0);
}

/// A person who is settled: what is asked of them in a frame in which nothing moves.
fn resting() {
    let look = cast::look("mara").expect("a look");
    let mut motion = Motion::of(1, look);
    feel(&mut motion, Emotion::Sadness, &look.habits);
    motion.settle();
    let mut times = Vec::new();
    for _ in 0..FRAMES {
        let began = Instant::now();
        assert!(motion.is_resting());
        let _ = std::hint::black_box(motion.step(1.0 / 30.0));
        times.push(began.elapsed().as_secs_f64() * 1e3);
    }
    report("at rest", &mut times, "");
}

fn feel(motion: &mut Motion, emotion: Emotion, habits: &Habits) {
    let feels: Feeling = (emotion, 3);
    let moment = Moment { state: &EVEN, feels, before: None, shut_down: false, intoxication: 0.0, habits };
    motion.aim(&Cues::shipped().show(&moment));
}

fn report(what: &str, times: &mut [f64], more: &str) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!("{what:<34} {:>5.2} ms {:>5.2} ms {:>5.2} ms {more}", at(0.5), at(0.99), at(1.0));
}
