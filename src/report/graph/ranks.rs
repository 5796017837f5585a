//! How far down each place stands, and which roads lead back.

use super::cards::Course;
use crate::scenario::map::Map;

/// A road that would run past more rows than this is drawn as a sign at both ends.
const FAR: usize = 7;

/// For each place its row, from 0 at the top, and for each road how it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranks {
    pub rows: Vec<usize>,
    pub courses: Vec<Course>,
}

pub fn ranks(map: &Map) -> Ranks {
    let out = roads_out(map);
    let (back, top_down) = walk(map, &out);
    let mut rows = vec![0; map.stops.len()];
    for &at in &top_down {
        for &road in out[at].iter().filter(|r| !back[**r]) {
            let to = map.roads[road].to;
            rows[to] = rows[to].max(rows[at] + 1);
        }
    }
    settle(map, &out, &back, &top_down, &mut rows);
    let course = |(i, road): (usize, &crate::scenario::map::Road)| match back[i] {
        true => Course::Back,
        false if rows[road.to] - rows[road.from] > FAR => Course::Far,
        false => Course::Down,
    };
    let courses = map.roads.iter().enumerate().map(course).collect();
    Ranks { rows, courses }
}

fn roads_out(map: &Map) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); map.stops.len()];
    map.roads.iter().enumerate().for_each(|(i, road)| out[road.from].push(i));
    out
}

/// Depth first in reading order: a road leads back where it meets a place on the way that led to it. The places come in an
/// order in which every other road leads forward.
fn walk(map: &Map, out: &[Vec<usize>]) -> (Vec<bool>, Vec<usize>) {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Never,
        OnTheWay,
        Done,
    }
    let mut seen = vec![Seen::Never; map.stops.len()];
    let mut back = vec![false; map.roads.len()];
    let mut in_story = vec![false; map.stops.len()];
    let mut bottom_up = Vec::with_capacity(map.stops.len());
    for start in 0..map.stops.len() {
        let mut way = if seen[start] == Seen::Never { vec![(start, 0)] } else { Vec::new() };
        while let Some((at, next)) = way.pop() {
            seen[at] = Seen::OnTheWay;
            in_story[at] |= start == 0;
            let Some(&road) = out[at].get(next) else {
                seen[at] = Seen::Done;
                bottom_up.push(at);
                continue;
            };
            way.push((at, next + 1));
            let to = map.roads[road].to;
            match seen[to] {
                Seen::Never => way.push((to, 0)),
                Seen::OnTheWay => back[road] = true,
                // from the stop into the story: it goes on where it has been
                Seen::Done => back[road] = start > 0 && in_story[to] && map.stops[to].ending.is_none(),
            }
        }
    }
    bottom_up.reverse();
    (back, bottom_up)
}

/// What the story does not lead to (the stop, where they leave) stands low on the page, as near as may be to where it leads.
fn settle(map: &Map, out: &[Vec<usize>], back: &[bool], top_down: &[usize], rows: &mut [usize]) {
    let forward = |at: usize| out[at].iter().filter(|r| !back[**r]).map(|r| map.roads[*r].to);
    let mut told = vec![false; rows.len()];
    told.iter_mut().take(1).for_each(|opening| *opening = true);
    for &at in top_down {
        if told[at] {
            forward(at).for_each(|to| told[to] = true);
        }
    }
    let bottom = rows.iter().zip(&told).filter(|(_, told)| **told).map(|(row, _)| *row).max().unwrap_or(0);
    for &at in top_down.iter().rev().filter(|at| !told[**at]) {
        let lowest = forward(at).map(|to| rows[to].saturating_sub(1)).min();
        rows[at] = lowest.unwrap_or(bottom).max(rows[at]);
    }
}
