//! Where everything stands in the picture: rows by `ranks`, order and columns by the layered layout of `rust_sugiyama`, and
//! then roads around the cards.

use rust_sugiyama::configure::{Config, CrossingMinimization, RankingType};
use rust_sugiyama::from_vertices_and_edges;

use super::cards::{Card, Course, Sign};
use super::ranks::Ranks;
use crate::scenario::map::Map;

/// Between two things in a row.
const APART: f64 = 20.0;
const MARGIN: f64 = 24.0;
/// Swapping neighbors pays only while the picture is small.
const MOST_SWAPPED: usize = 1_500;
/// More than this is no picture any more.
const MOST_THINGS: usize = 30_000;
const STACK: usize = 256 << 20;

/// The finished picture, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub size: (f64, f64),
    /// The upper left corner of each card.
    pub cards: Vec<(f64, f64)>,
    /// The upper left corner of each road's sign.
    pub signs: Vec<(f64, f64)>,
    pub lines: Vec<Line>,
    /// Heights at which the picture can be cut for printing without cutting a card or a sign.
    pub cuts: Vec<f64>,
}

/// A road as a row of points; between two of the same height... it never runs: it goes straight through a row and bends between rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub points: Vec<(f64, f64)>,
}

/// Something that takes room in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Thing {
    Card(usize),
    Sign(usize),
    /// Where a road passes through a row.
    Bend(usize),
    /// Holds what nothing leads to in its row.
    Spine,
}

struct Grid {
    things: Vec<Thing>,
    rows: Vec<usize>,
    sizes: Vec<(f64, f64)>,
    edges: Vec<(u32, u32)>,
    /// For each road, what it runs through, from its card to its last thing.
    chains: Vec<Vec<usize>>,
    row_count: usize,
}

/// Lays out the whole, or says nothing where it is too tangled for a picture.
pub fn layout(map: &Map, ranks: &Ranks, cards: &[Card], signs: &[Sign]) -> Option<Picture> {
    let grid = Grid::of(map, ranks, cards, signs)?;
    let mut columns = grid.columns();
    let by_row = grid.in_order(&columns);
    grid.spread(&by_row, &mut columns);
    grid.settle(&by_row, &mut columns);
    grid.straighten(&by_row, &mut columns);
    grid.close_up(&mut columns);
    let by_row = grid.in_order(&columns);
    Some(grid.picture(map, &by_row, &columns))
}

impl Grid {
    fn of(map: &Map, ranks: &Ranks, cards: &[Card], signs: &[Sign]) -> Option<Self> {
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

    fn picture(&self, map: &Map, by_row: &[Vec<usize>], columns: &[f64]) -> Picture {
        let tops = self.tops(by_row, columns);
        let bottom = |row: usize| tops[row] + self.height(&by_row[row]);
        let corner = |i: usize| (columns[i] - self.sizes[i].0 / 2.0, tops[self.rows[i]]);
        let right = (0..self.things.len()).filter(|i| self.things[*i] != Thing::Spine);
        let right = right.map(|i| columns[i] + self.sizes[i].0 / 2.0).fold(0.0, f64::max);
        let signs = self.chains.iter().map(|chain| corner(chain[1])).collect();
        let ports = Ports::of(self, map, columns);
        let line = |(road, chain): (usize, &Vec<usize>)| Line {
            points: chain.iter().enumerate().flat_map(|(step, &i)| {
                let row = self.rows[i];
                let (top, below) = (tops[row], bottom(row));
                match (self.things[i], step) {
                    (Thing::Card(card), 0) => vec![(ports.out[road], top + self.sizes[card].1), (ports.out[road], below)],
                    (Thing::Card(_), _) => vec![(ports.into[road], top)],
                    _ if step + 1 == chain.len() => vec![(columns[i], top)],
                    _ => vec![(columns[i], top), (columns[i], below)],
                }
            }).collect(),
        };
        let lines = self.chains.iter().enumerate().map(line).collect();
        let cuts = (1..self.row_count).filter(|row| row % 2 == 0).map(|row| (bottom(row - 1) + tops[row]) / 2.0).collect();
        let height = self.row_count.checked_sub(1).map_or(0.0, bottom);
        Picture {
            size: (right + MARGIN, height + MARGIN),
            cards: (0..map.stops.len()).map(corner).collect(),
            signs,
            lines,
            cuts,
        }
    }

    fn height(&self, row: &[usize]) -> f64 {
        row.iter().map(|i| self.sizes[*i].1).fold(0.0, f64::max)
    }

    /// The top of each row: the farther roads go sideways between two rows, the more room is there for their bends.
    fn tops(&self, by_row: &[Vec<usize>], columns: &[f64]) -> Vec<f64> {
        let mut reach = vec![0.0_f64; self.row_count + 1];
        for chain in &self.chains {
            for pair in chain.windows(2) {
                let most = &mut reach[self.rows[pair[1]]];
                *most = most.max((columns[pair[0]] - columns[pair[1]]).abs());
            }
        }
        let mut y = MARGIN;
        by_row.iter().enumerate().map(|(row, things)| {
            y += if row == 0 { 0.0 } else { 18.0 + (reach[row] * 0.07).min(44.0) };
            let top = y;
            y += self.height(things);
            top
        }).collect()
    }
}

/// Where each road leaves its card and enters the next.
struct Ports {
    out: Vec<f64>,
    into: Vec<f64>,
}

/// Roads at the same side of a card are at least so far apart.
const PORT_GAP: f64 = 14.0;

impl Ports {
    fn of(grid: &Grid, map: &Map, columns: &[f64]) -> Self {
        let count = map.roads.len();
        let mut out = vec![Vec::new(); map.stops.len()];
        let mut into = vec![Vec::new(); map.stops.len()];
        for (road, chain) in grid.chains.iter().enumerate() {
            out[chain[0]].push((road, columns[chain[1]]));
            if let [.., before, last] = chain[..] && chain.len() > 2 {
                into[last].push((road, columns[before]));
            }
        }
        let mut ports = Self { out: vec![0.0; count], into: vec![0.0; count] };
        for card in 0..map.stops.len() {
            let sides = (columns[card] - grid.sizes[card].0 / 2.0 + 18.0, columns[card] + grid.sizes[card].0 / 2.0 - 18.0);
            along(&mut out[card], sides).for_each(|(road, x)| ports.out[road] = x);
            along(&mut into[card], sides).for_each(|(road, x)| ports.into[road] = x);
        }
        ports
    }
}

/// Each where it comes from, straight above or below as far as the card reaches and the others leave room.
fn along(roads: &mut [(usize, f64)], (left, right): (f64, f64)) -> impl Iterator<Item = (usize, f64)> {
    roads.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let gap = if roads.len() > 1 { PORT_GAP.min((right - left) / (roads.len() - 1) as f64) } else { 0.0 };
    let mut least = left;
    for (_, x) in roads.iter_mut() {
        *x = x.clamp(least, f64::max(least, right));
        least = *x + gap;
    }
    let mut most = right;
    for (_, x) in roads.iter_mut().rev() {
        *x = x.min(most);
        most = *x - gap;
    }
    roads.iter().copied()
}
