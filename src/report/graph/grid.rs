//! Rows of things and where each stands in its row: order and columns by the layered layout of `rust_sugiyama`, then drawn
//! together and straightened.

use rust_sugiyama::configure::{Config, CrossingMinimization, RankingType};
use rust_sugiyama::from_vertices_and_edges;

use super::cards::{Card, Course, Sign};
use super::ranks::Ranks;
use crate::scenario::map::Map;

/// Between two things in a row.
const APART: f64 = 20.0;
pub const MARGIN: f64 = 24.0;
/// Swapping neighbors pays only while the picture is small.
const MOST_SWAPPED: usize = 1_500;
/// More than this is no picture any more.
const MOST_THINGS: usize = 30_000;
const STACK: usize = 256 << 20;

/// Something that takes room in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Thing {
    Card(usize),
    Sign(usize),
    /// Where a road passes through a row.
    Bend(usize),
    /// Holds what nothing leads to in its row.
    Spine,
}

pub struct Grid {
    pub things: Vec<Thing>,
    pub rows: Vec<usize>,
    pub sizes: Vec<(f64, f64)>,
    pub edges: Vec<(u32, u32)>,
    /// For each road, what it runs through, from its card to its last thing.
    pub chains: Vec<Vec<usize>>,
    pub row_count: usize,
}

impl Grid {
    /// Finds a place for everything; gives the middle of each thing and each row from left to right.
    pub fn place(&self) -> (Vec<f64>, Vec<Vec<usize>>) {
        let mut columns = self.columns();
        let by_row = self.in_order(&columns);
        self.spread(&by_row, &mut columns);
        self.settle(&by_row, &mut columns);
        self.straighten(&by_row, &mut columns);
        self.close_up(&mut columns);
        let by_row = self.in_order(&columns);
        (columns, by_row)
    }

    /// `None` where it is too much for a picture.
    pub fn of(map: &Map, ranks: &Ranks, cards: &[Card], signs: &[Sign]) -> Option<Self> {
        let mut grid = Self {
            things: (0..map.stops.len()).map(Thing::Card).collect(),
            rows: ranks.rows.iter().map(|row| 2 * row).collect(),
            sizes: cards.iter().map(|card| card.size).collect(),
            edges: Vec::new(),
            chains: Vec::new(),
            row_count: 0,
        };
        for (i, road) in map.roads.iter().enumerate() {
            let mut chain = vec![road.from, grid.add(Thing::Sign(i), grid.rows[road.from] + 1, signs[i].size)];
            if ranks.courses[i] == Course::Down {
                for row in grid.rows[road.from] + 2..grid.rows[road.to] {
                    chain.push(grid.add(Thing::Bend(i), row, (4.0, 0.0)));
                }
                chain.push(road.to);
            }
            if grid.things.len() > MOST_THINGS {
                return None;
            }
            grid.edges.extend(chain.windows(2).map(|pair| (pair[0] as u32, pair[1] as u32)));
            grid.chains.push(chain);
        }
        grid.hold_in_place();
        grid.row_count = grid.rows.iter().max().map_or(0, |row| row + 1);
        Some(grid)
    }

    fn add(&mut self, thing: Thing, row: usize, size: (f64, f64)) -> usize {
        self.things.push(thing);
        self.rows.push(row);
        self.sizes.push(size);
        self.things.len() - 1
    }

    /// What nothing leads to would rise to the top: a chain from there holds it in its row.
    fn hold_in_place(&mut self) {
        let mut led_to = vec![false; self.things.len()];
        self.edges.iter().for_each(|(_, to)| led_to[*to as usize] = true);
        let loose: Vec<usize> = (0..led_to.len()).filter(|i| !led_to[*i] && self.rows[*i] > 0).collect();
        let Some(deepest) = loose.iter().map(|i| self.rows[*i]).max() else { return };
        let spine: Vec<usize> = (0..deepest).map(|row| self.add(Thing::Spine, row, (0.0, 0.0))).collect();
        self.edges.extend(spine.windows(2).map(|pair| (pair[0] as u32, pair[1] as u32)));
        self.edges.extend(loose.iter().map(|i| (spine[self.rows[*i] - 1] as u32, *i as u32)));
    }

    /// The middle of each thing from left to right, as the crate finds it. Nothing it gives is taken on trust: what is missing
    /// or endless stands at 0, and `spread` parts what would overlap.
    fn columns(&self) -> Vec<f64> {
        let vertices: Vec<(u32, (f64, f64))> = self.sizes.iter().enumerate().map(|(i, s)| (i as u32, *s)).collect();
        let edges = self.edges.clone();
        let config = Config {
            minimum_length: 1,
            vertex_spacing: APART,
            dummy_vertices: true,
            dummy_size: 1.0,
            // every edge spans one row, so the longest way down gives back the rows that are asked for
            ranking_type: RankingType::Up,
            c_minimization: CrossingMinimization::Barycenter,
            transpose: self.things.len() <= MOST_SWAPPED,
        };
        // it goes down the rows and along them by calling itself, deeper than a thread's own stack allows
        let drawn = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn(move || from_vertices_and_edges(&vertices, &edges, &config))
            .ok()
            .and_then(|thread| thread.join().ok());
        let mut columns = vec![0.0; self.things.len()];
        let mut from = 0.0;
        for (part, _, _) in drawn.unwrap_or_default() {
            let mut right = from;
            for (i, (x, _)) in part {
                if let Some(column) = columns.get_mut(i).filter(|_| x.is_finite()) {
                    *column = from + x;
                    right = f64::max(right, from + x + self.sizes[i].0);
                }
            }
            from = right + 2.0 * APART;
        }
        columns
    }

    /// The things of each row from left to right.
    fn in_order(&self, columns: &[f64]) -> Vec<Vec<usize>> {
        let mut rows = vec![Vec::new(); self.row_count];
        (0..self.things.len()).for_each(|i| rows[self.rows[i]].push(i));
        rows.iter_mut().for_each(|row| row.sort_by(|a, b| columns[*a].total_cmp(&columns[*b]).then(a.cmp(b))));
        rows
    }

    /// How far apart the middles of two neighbors must be.
    fn between(&self, a: usize, b: usize) -> f64 {
        (self.sizes[a].0 + self.sizes[b].0) / 2.0 + APART
    }

    fn spread(&self, by_row: &[Vec<usize>], columns: &mut [f64]) {
        for row in by_row {
            for pair in row.windows(2) {
                columns[pair[1]] = columns[pair[1]].max(columns[pair[0]] + self.between(pair[0], pair[1]));
            }
        }
    }

    /// Signs and bends move toward what they join, as far as their neighbors leave room.
    fn settle(&self, by_row: &[Vec<usize>], columns: &mut [f64]) {
        let mut beside = vec![Vec::new(); self.things.len()];
        for &(a, b) in self.edges.iter().filter(|(a, _)| self.things[*a as usize] != Thing::Spine) {
            beside[a as usize].push(b as usize);
            beside[b as usize].push(a as usize);
        }
        for sweep in 0..24 {
            for step in 0..by_row.len() {
                let row = &by_row[if sweep % 2 == 0 { step } else { by_row.len() - 1 - step }];
                for (place, &i) in row.iter().enumerate() {
                    if matches!(self.things[i], Thing::Card(_)) || beside[i].is_empty() {
                        continue;
                    }
                    let wish = beside[i].iter().map(|n| columns[*n]).sum::<f64>() / beside[i].len() as f64;
                    let least = place.checked_sub(1).map(|p| columns[row[p]] + self.between(row[p], i));
                    let most = row.get(place + 1).map(|n| columns[*n] - self.between(i, *n));
                    let (least, most) = (least.unwrap_or(f64::MIN), most.unwrap_or(f64::MAX));
                    columns[i] = if least <= most { wish.clamp(least, most) } else { columns[i] };
                }
            }
        }
    }

    /// Where a road passes several rows it runs straight through as many of them as it can.
    fn straighten(&self, by_row: &[Vec<usize>], columns: &mut [f64]) {
        let mut place = vec![0; self.things.len()];
        by_row.iter().for_each(|row| row.iter().enumerate().for_each(|(at, i)| place[*i] = at));
        let mut long: Vec<&Vec<usize>> = self.chains.iter().filter(|chain| chain.len() > 4).collect();
        long.sort_by_key(|chain| std::cmp::Reverse(chain.len()));
        for chain in long {
            let bends = &chain[2..chain.len() - 1];
            let room = |i: usize, columns: &[f64]| {
                let row = &by_row[self.rows[i]];
                let least = place[i].checked_sub(1).map(|p| columns[row[p]] + self.between(row[p], i));
                let most = row.get(place[i] + 1).map(|n| columns[*n] - self.between(i, *n));
                (least.unwrap_or(f64::MIN), most.unwrap_or(f64::MAX))
            };
            let mut from = 0;
            let mut before = columns[chain[1]];
            while from < bends.len() {
                let (mut least, mut most) = room(bends[from], columns);
                let mut to = from + 1;
                while to < bends.len() {
                    let (l, m) = room(bends[to], columns);
                    if f64::max(least, l) > f64::min(most, m) {
                        break;
                    }
                    (least, most) = (f64::max(least, l), f64::min(most, m));
                    to += 1;
                }
                // toward where it comes from, or at its end toward where it goes
                let wish = if to == bends.len() && from > 0 { columns[chain[chain.len() - 1]] } else { before };
                if least <= most {
                    bends[from..to].iter().for_each(|i| columns[*i] = wish.clamp(least, most));
                }
                before = columns[bends[to - 1]];
                from = to;
            }
        }
    }

    /// Pieces that no road joins close up from left to right, as near as their outlines allow.
    fn close_up(&self, columns: &mut [f64]) {
        let mut reach = vec![f64::NEG_INFINITY; self.row_count + 2];
        for piece in self.pieces() {
            let solid = || piece.iter().filter(|i| self.things[**i] != Thing::Spine);
            let left = solid().map(|i| {
                let beside = reach[self.rows[*i]..self.rows[*i] + 3].iter().copied().fold(f64::NEG_INFINITY, f64::max);
                columns[*i] - self.sizes[*i].0 / 2.0 - beside
            });
            let shift = left.fold(f64::INFINITY, f64::min) - 2.5 * APART;
            let margin = solid().map(|i| columns[*i] - self.sizes[*i].0 / 2.0).fold(f64::INFINITY, f64::min) - MARGIN;
            let shift = f64::min(shift, margin);
            piece.iter().for_each(|i| columns[*i] -= shift);
            for i in solid() {
                let row = &mut reach[self.rows[*i] + 1];
                *row = row.max(columns[*i] + self.sizes[*i].0 / 2.0);
            }
        }
    }

    /// What hangs together by roads, in the order of its first card.
    fn pieces(&self) -> Vec<Vec<usize>> {
        let mut beside = vec![Vec::new(); self.things.len()];
        for &(a, b) in self.edges.iter().filter(|(a, _)| self.things[*a as usize] != Thing::Spine) {
            beside[a as usize].push(b as usize);
            beside[b as usize].push(a as usize);
        }
        let mut seen = vec![false; self.things.len()];
        let mut pieces = Vec::new();
        for start in 0..self.things.len() {
            let (mut piece, mut open) = (Vec::new(), vec![start]);
            while let Some(i) = open.pop() {
                if !std::mem::replace(&mut seen[i], true) {
                    piece.push(i);
                    open.extend(&beside[i]);
                }
            }
            if !piece.is_empty() {
                pieces.push(piece);
            }
        }
        pieces
    }
}
