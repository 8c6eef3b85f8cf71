//! The stored form of the arcs: each point by its step from the one before, as [`odds`](super::odds) codes them.
//!
//! Points between an arc's ends often lie on every second or fourth step of the grid: then the steps are counted in
//! those. A border seldom turns round, so the signs of a step are told by those of the one before. Half of what
//! remains after that is how far, and nothing foretells it.

use super::GridPoint;
use super::odds::{Coder, Number, Odds, Reader, Writer};

/// Points that a byte may become, at most: some 0.7 do.
const MOST: usize = 16;

/// Steps of the grid between an arc's ends: 1 << 0, 1 or 2.
const COARSEST: u32 = 2;

type Place = (i32, i32);

/// The arcs as bytes.
pub fn write(arcs: &[Vec<GridPoint>]) -> Vec<u8> {
    let (mut coder, mut model) = (Writer::default(), Model::default());
    for arc in arcs {
        let places: Vec<Place> = arc.iter().map(|p| (p.lon.into(), p.lat.into())).collect();
        model.arc(&mut coder, &places, usize::MAX);
    }
    coder.finish()
}

/// `count` arcs from bytes; `None` where the bytes are not what [`write`] gives.
pub fn read(bytes: &[u8], count: usize) -> Option<Vec<Vec<GridPoint>>> {
    let (mut coder, mut model) = (Reader::new(bytes), Model::default());
    let mut room = bytes.len().saturating_mul(MOST);
    let mut arcs = Vec::new();
    for _ in 0..count {
        let places = model.arc(&mut coder, &[], room)?;
        room -= places.len();
        let points = places.into_iter().map(|(lon, lat)| {
            let (lon, lat) = (lon.try_into().ok()?, lat.try_into().ok()?);
            Some(GridPoint { lon, lat }).filter(|point| point.is_legal())
        });
        arcs.push(points.collect::<Option<_>>()?);
    }
    coder.is_done().then_some(arcs)
}

/// What is known of arcs so far.
#[derive(Default)]
struct Model {
    /// Where the last arc ended.
    pen: Place,
    length: Number,
    coarse: [Odds; COARSEST as usize],
    closed: Odds,
    goes_on: Odds,
    /// Steps to where an arc begins, and to where it ends.
    ends: [[Number; 2]; 2],
    /// By the coarseness; north also by the size of the step east.
    east: [Number; 1 + COARSEST as usize],
    north: [[Number; 7]; 1 + COARSEST as usize],
}

impl Model {
    /// Writes an arc, or reads one whatever `arc` is. `None` where one of less than two points or of more than `room`, or one beyond what can be
    /// stored, was read.
    fn arc(&mut self, coder: &mut impl Coder, arc: &[Place], room: usize) -> Option<Vec<Place>> {
        let length = usize::try_from(self.length.code(coder, 0, arc.len() as i32)).ok()?;
        if length < 2 || length > room {
            return None;
        }
        let inner = arc.get(1..arc.len().saturating_sub(1)).unwrap_or_default();
        let shift = coarseness(inner);
        let mut coarse = 0;
        while coarse < COARSEST && coder.answer(&mut self.coarse[coarse as usize], shift > coarse) {
            coarse += 1;
        }
        let (first, last) = (
            arc.first().copied().unwrap_or_default(),
            arc.last().copied().unwrap_or_default(),
        );
        let closed = coder.answer(&mut self.closed, first == last);
        if !coder.answer(&mut self.goes_on, first == self.pen) {
            self.pen = end(&mut self.ends[0], coder, self.pen, first)?;
        }
        let mut read = vec![self.pen];
        let down = |v: i32| (v + (1 << coarse >> 1)) >> coarse;
        let (mut at, mut before) = ((down(self.pen.0), down(self.pen.1)), (0, 0));
        for i in 1..length - 1 {
            let (lon, lat) = arc.get(i).copied().unwrap_or_default();
            let (lon, lat) = ((lon >> coarse) - at.0, (lat >> coarse) - at.1);
            let signs = sign(before.0) * 3 + sign(before.1);
            let east = self.east[coarse as usize].code(coder, signs, lon);
            let size = (i32::BITS - east.unsigned_abs().leading_zeros()).min(6);
            let signs = sign(before.1) * 9 + sign(east) * 3 + sign(before.0);
            let north = self.north[coarse as usize][size as usize].code(coder, signs, lat);
            before = (east, north);
            at = (at.0 + east, at.1 + north);
            read.push(stored((at.0 << coarse, at.1 << coarse))?);
        }
        if !closed {
            let from = read.last().copied().unwrap_or_default();
            self.pen = end(&mut self.ends[1], coder, from, last)?;
        }
        read.push(self.pen);
        Some(read)
    }
}

fn end(model: &mut [Number; 2], coder: &mut impl Coder, from: Place, to: Place) -> Option<Place> {
    let east = model[0].code(coder, 0, to.0 - from.0);
    let north = model[1].code(coder, 0, to.1 - from.1);
    stored((from.0 + east, from.1 + north))
}

/// A place that can be stored, so that sums stay small whatever was read.
fn stored(place: Place) -> Option<Place> {
    let fits = |v: i32| i16::try_from(v).is_ok();
    (fits(place.0) && fits(place.1)).then_some(place)
}

/// Of which power of two all coordinates are multiples.
fn coarseness(places: &[Place]) -> u32 {
    let all = places.iter().fold(0, |all, place| all | place.0 | place.1);
    all.trailing_zeros().min(COARSEST)
}

/// 0 none, 1 positive, 2 negative.
fn sign(step: i32) -> usize {
    usize::from(step != 0) + usize::from(step < 0)
}
