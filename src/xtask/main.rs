//! How is the project built, served, tested and packaged?
//!
//! `cargo xtask` and one of the commands below. Each sets up what it needs, says what it does and how far it is, and
//! does nothing twice that is up to date.

mod analyst;
mod articles;
mod assemble;
mod dist;
mod flags;
mod fuzz;
mod gazetteer;
mod groups;
mod growth;
mod look;
mod minify;
mod pace;
mod page;
mod peers;
mod run;
mod score;
mod serve;
mod setup;
mod size;
mod stemmers;
mod steps;
mod test;
mod train;
mod wasm;
mod world;

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// As in the command `dateline`, so that `score` and `growth` measure what that does.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const HELP: &str = "\
Builds, serves, tests and packages Dateline.

USAGE: cargo xtask COMMAND [OPTIONS]

COMMANDS
  serve [ARTICLES]   build the page with the articles of a folder (default: corpus/) and serve it on this machine
  test               check everything: format, lints, native and wasm tests, the page in three browsers
  dist               write dist/site/, dist/dateline.html and dist/dateline
  page               build the page without articles into target/assembled/page/, for `dateline build`
  size               say what each part of the page costs to download
  figures            measure start, long tasks and Lighthouse's marks in Chromium
  peers ARTICLES     measure our engine beside others that run in a browser
  growth [ARTICLES]  measure how size, time and memory grow with the number of articles
  score FOLDER       measure the analysis against texts whose countries and names are known
  pace ARTICLES      measure the analysis as a page would run it
  train FOLDER       learn the tagger's weights from annotated texts, or cross-validate them
  fuzz [TARGET]      try bytes, queries and texts that nobody thought of
  screenshots        take a picture of every view
  world              make the map's shapes again from their sources
  gazetteer          make the tables of names again from their sources
  stemmers           make the table of stemmers again from its source
  groups             make the table of words that are used alike again from its source

`cargo xtask COMMAND --help` says more.

EXAMPLES
  cargo xtask serve
  cargo xtask serve ~/articles --port 9000
  cargo xtask test --only native
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        None => ("--help", &[][..]),
        Some((command, rest)) => (command.as_str(), rest),
    };
    let outcome = match command {
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "dist" => dist::run(rest),
        "page" => page::run(rest),
        "size" => size::run(rest),
        "figures" => look::figures(rest),
        "peers" => peers::peers(rest),
        "growth" => growth::growth(rest),
        "pace" => pace::run_analysis(rest),
        "fuzz" => fuzz::run_targets(rest),
        "score" => score::run(rest),
        "train" => train::run(rest),
        "screenshots" => look::screenshots(rest),
        "world" => world::run(rest),
        "gazetteer" => gazetteer::run(rest),
        "stemmers" => stemmers::run(rest),
        "groups" => groups::run(rest),
        "--help" | "-h" | "help" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command {other:?}\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
