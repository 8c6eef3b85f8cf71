//! Where in the world? Projection of the pack's shapes and points onto the page.

mod path;
mod projection;
mod shapes;
#[cfg(test)]
mod tests;

use dateline_corpus::pack::PackError;
use dateline_corpus::world::World;

pub use projection::{HEIGHT, WIDTH, project};
pub use shapes::world_view;

use crate::Engine;
use crate::view::WorldView;

impl Engine {
    /// The world's shapes, projected for drawing.
    ///
    /// # Errors
    /// Only where the pack breaks its own rules although its checksums fit.
    pub fn world(&self) -> Result<WorldView, PackError> {
        Ok(world_view(&World::read(self.store.world())?))
    }
}
