//! `cargo xtask world`: makes `src/builder/data/world.bin`, the shapes and names of the world's countries.
//!
//! Run it only to take newer data or to change the drawing; its output is committed. It needs `npm`. The steps:
//!
//! 1. fetch the pinned packages into `target/world`;
//! 2. decode Natural Earth's shapes and give each part to its ISO 3166-1 code;
//! 3. cut rings at the antimeridian;
//! 4. find the borders that neighbours share;
//! 5. simplify each border once;
//! 6. round to the stored grid, number, mark, write.

mod antimeridian;
mod dissolve;
mod marker;
mod packages;
mod shape;
mod simplify;
mod store;
mod territory;
mod topology;

use std::fs;
use std::path::{Path, PathBuf};

/// Where the shapes go, from the project's root.
const OUT: &str = "src/builder/data/world.bin";

/// Downloads the packages into a cache (default `target/world`) and writes the shapes.
///
/// # Errors
/// A message for the terminal: what was expected, what was found, what to do.
pub fn run(args: &[String]) -> Result<(), String> {
    let cache = match args {
        [] => PathBuf::from("target/world"),
        [flag, dir] if flag == "--cache" => PathBuf::from(dir),
        _ => return Err("usage: cargo xtask world [--cache DIR]".into()),
    };
    let out = Path::new(OUT);
    let folder = out.parent().filter(|f| f.parent().is_some_and(Path::is_dir));
    let folder =
        folder.ok_or_else(|| format!("expected the folder of {OUT} here: run this from the project's root"))?;
    packages::fetch(&cache)?;
    let names = packages::names(&cache)?;
    let shapes = packages::shapes(&cache)?;

    let territories = territory::assign(&shapes, &names)?;
    let lands = territories
        .into_iter()
        .map(|t| antimeridian::cut(&shapes.grid, dissolve::dissolve(t)))
        .collect::<Vec<_>>();
    let topology = topology::build(&shapes.grid, &lands);
    let simple = simplify::simplify(&shapes.grid, topology, &lands);
    let world = store::world(&shapes.grid, &simple, &lands, &names)?;

    let bytes = world.write();
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    fs::write(out, &bytes).map_err(|e| format!("{OUT}: {e}"))?;
    let points: usize = world.arcs.iter().map(Vec::len).sum();
    println!(
        "{OUT}: {} countries, {points} points, {} bytes",
        world.countries.len(),
        bytes.len()
    );
    let bare: Vec<_> = world
        .countries
        .iter()
        .filter(|c| c.polygons.is_empty())
        .map(|c| c.code.to_string())
        .collect();
    println!("smaller than the grid shows, marker only: {}", bare.join(" "));
    Ok(())
}
