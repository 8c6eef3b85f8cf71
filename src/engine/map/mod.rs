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
    /// ```
    #[doc = include_str!("../example.txt")]
    /// use dateline_corpus::world::{ArcUse, GridPoint, WorldCountry};
    ///
    /// let corner = |lon, lat| GridPoint::nearest(lon, lat);
    /// let square = [corner(0.0, 0.0), corner(0.0, 9.0), corner(9.0, 9.0), corner(9.0, 0.0), corner(0.0, 0.0)];
    /// let country = WorldCountry {
    ///     code: CountryCode::parse("JP").expect("a code"),
    ///     name: "Japan".into(),
    ///     marker: corner(4.5, 4.5),
    ///     polygons: vec![vec![vec![ArcUse { arc: 0, backwards: false }]]],
    /// };
    /// let world = World { arcs: vec![square.to_vec()], countries: vec![country], ..World::default() };
    /// # let pack = write(&PackInput { title: "The spring talks", articles: &articles, world: &world, stemming: &Unstemmed, countries: &[] })?;
    /// let view = Engine::open(pack)?.world()?;
    /// assert!(view.countries[0].path.starts_with('M'), "path data of SVG");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn world(&self) -> Result<WorldView, PackError> {
        Ok(world_view(&World::read(self.store.world()?)?))
    }
}
