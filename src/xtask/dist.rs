//! `cargo xtask dist`: everything that is published.

use std::fs;
use std::path::{Path, PathBuf};

use dateline_builder::page::{Page, single_file, site_files};
use dateline_builder::parts::Published;
use dateline_builder::publish;

use crate::analyst;
use crate::articles::{self, BUNDLED};
use crate::flags::Flags;
use crate::page;
use crate::run::{cargo, root, run as run_program, target};
use crate::steps::{Steps, amount, clock};
use crate::wasm::Profile;

const HELP: &str = "\
Writes what is published, with the articles of corpus/:

  dist/site/          a static site for any host and any path
  dist/dateline.html  the same in one file that opens by double click
  dist/analysis/      a module for other pages: what articles name
  dist/dateline       the native command, with the finished page inside

USAGE: cargo xtask dist
";

/// Runs the command.
pub fn run(args: &[String]) -> Result<(), String> {
    let Some(flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    flags.rest(0)?;
    let mut steps = Steps::new(STEPS);
    write(&mut steps).map(|_| ())
}

/// Steps that [`write`] takes.
pub const STEPS: usize = page::STEPS + 5;

/// Builds and writes everything; gives the folder.
pub fn write(steps: &mut Steps) -> Result<PathBuf, String> {
    let started = steps.elapsed();
    let page_dir = page::build(steps, Profile::Page, true)?;
    let page = Page::from_dir(&page_dir).map_err(|error| error.to_string())?;
    steps.next("Reading and analysing the articles in corpus/");
    let corpus = articles::load(&root().join(BUNDLED))?;
    steps.note(&format!(
        "{} articles, a pack of {}",
        corpus.listing.items.len(),
        amount(corpus.pack.len())
    ));
    steps.next("Writing dist/site/ and dist/dateline.html");
    let dist = root().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    }
    let published = Published::by_size(corpus.pack.clone()).map_err(|error| error.to_string())?;
    let files = site_files(&page, &published, &corpus.listing).map_err(|error| error.to_string())?;
    publish::folder(&dist.join("site"), &files, false).map_err(|error| error.to_string())?;
    let html = single_file(&page, &corpus.pack, &corpus.listing).map_err(|error| error.to_string())?;
    publish::file(&dist.join("dateline.html"), &html).map_err(|error| error.to_string())?;
    steps.next("Building dist/analysis/");
    analyst::write(&dist.join("analysis"))?;
    steps.next("Building dist/dateline");
    native(&page_dir)?;
    let name = format!("dateline{}", std::env::consts::EXE_SUFFIX);
    let built = target().join("release").join(&name);
    fs::copy(&built, dist.join(&name)).map_err(|error| format!("{}: {error}", built.display()))?;
    eprintln!(
        "dist/ is written after {}.",
        clock(steps.elapsed().saturating_sub(started)).trim()
    );
    for name in ["dateline.html", &name] {
        let size = fs::metadata(dist.join(name)).map_or(0, |meta| meta.len() as usize);
        steps.note(&format!("dist/{name}: {}", amount(size)));
    }
    Ok(dist)
}

/// The command line with the page's files compiled in.
fn native(page: &Path) -> Result<(), String> {
    run_program(
        cargo()
            .args([
                "build",
                "--release",
                "--package",
                "dateline-cli",
                "--features",
                "dateline-builder/bundled-page",
            ])
            .env("DATELINE_PAGE_DIR", page),
    )
}
