//! Where in the world? Projection of the pack's shapes and points onto the page.

use dateline_corpus::Point;
use dateline_corpus::pack::PackError;
use dateline_corpus::world::World;

use crate::Engine;
use crate::view::WorldView;

// LEAD'S PLACEHOLDER until projection.rs and shapes.rs stand here ("map" replaces both functions below; keep `Engine::world`).
/// In the units of `WorldView`.
pub fn project(point: Point) -> (f32, f32) {
    ((point.lon + 180.0) / 360.0 * 1000.0, (90.0 - point.lat) / 180.0 * 487.0)
}
/// The world, projected.
pub fn world_view(world: &World) -> WorldView {
    WorldView {
        width: 1000.0,
        height: 487.0,
        sphere: String::new(),
        graticule: String::new(),
        countries: Vec::new(),
        note: world.note.clone(),
    }
}

impl Engine {
    /// The world's shapes, projected for drawing.
    ///
    /// # Errors
    /// Only where the pack breaks its own rules although its checksums fit.
    pub fn world(&self) -> Result<WorldView, PackError> {
        Ok(world_view(&World::read(self.pack.world())?))
    }
}
