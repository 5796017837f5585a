//! The finished picture: every card, sign and road at its place.

use super::cards::{Card, Sign};
use super::grid::{Grid, MARGIN, Thing};
use super::ranks::Ranks;
use crate::scenario::map::Map;

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

/// A road as a row of points: it goes straight through a row, and bends between two.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub points: Vec<(f64, f64)>,
}

/// Lays out the whole, or says nothing where it is too tangled for a picture.
pub fn layout(map: &Map, ranks: &Ranks, cards: &[Card], signs: &[Sign]) -> Option<Picture> {
    let grid = Grid::of(map, ranks, cards, signs)?;
    let (columns, by_row) = grid.place();
    Some(grid.picture(map, &by_row, &columns))
}

impl Grid {
    fn picture(&self, map: &Map, by_row: &[Vec<usize>], columns: &[f64]) -> Picture {
        let tops = self.tops(by_row, columns);
        let bottom = |row: usize| tops[row] + self.height(&by_row[row]);
        let corner = |i: usize| (columns[i] - self.sizes[i].0 / 2.0, tops[self.rows[i]]);
        let right = (0..self.things.len()).filter(|i| self.things[*i] != Thing::Spine);
        let right = right.map(|i| columns[i] + self.sizes[i].0 / 2.0).fold(0.0, f64::max);
        let signs = self.chains.iter().map(|chain| corner(chain[1])).collect();
        let ports = Ports::of(self, map, columns);
        let line = |(road, chain): (usize, &Vec<usize>)| Line {
            points: chain
                .iter()
                .enumerate()
                .flat_map(|(step, &i)| {
                    let row = self.rows[i];
                    let (top, below) = (tops[row], bottom(row));
                    match (self.things[i], step) {
                        (Thing::Card(card), 0) => {
                            vec![(ports.out[road], top + self.sizes[card].1), (ports.out[road], below)]
                        }
                        (Thing::Card(_), _) => vec![(ports.into[road], top)],
                        _ if step + 1 == chain.len() => vec![(columns[i], top)],
                        _ => vec![(columns[i], top), (columns[i], below)],
                    }
                })
                .collect(),
        };
        let lines = self.chains.iter().enumerate().map(line).collect();
        let cuts =
            (1..self.row_count).filter(|row| row % 2 == 0).map(|row| (bottom(row - 1) + tops[row]) / 2.0).collect();
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
        by_row
            .iter()
            .enumerate()
            .map(|(row, things)| {
                y += if row == 0 { 0.0 } else { 18.0 + (reach[row] * 0.07).min(44.0) };
                let top = y;
                y += self.height(things);
                top
            })
            .collect()
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
            if let [.., before, last] = chain[..]
                && chain.len() > 2
            {
                into[last].push((road, columns[before]));
            }
        }
        let mut ports = Self { out: vec![0.0; count], into: vec![0.0; count] };
        for card in 0..map.stops.len() {
            let sides =
                (columns[card] - grid.sizes[card].0 / 2.0 + 18.0, columns[card] + grid.sizes[card].0 / 2.0 - 18.0);
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
