//! `cargo xtask page`: the page without articles.

use std::path::PathBuf;

use crate::assemble::assemble;
use crate::flags::Flags;
use crate::setup;
use crate::steps::{Steps, clock};
use crate::wasm::{self, Binding, Profile};

const HELP: &str = "\
Builds the page without articles into target/assembled/page/, where `dateline build` and `dateline serve` find it.

USAGE: cargo xtask page [--fast]

  --fast   build quickly and large (into target/assembled/page-fast/), for working on the page
";

/// Runs the command.
pub fn run(args: &[String]) -> Result<(), String> {
    let Some(mut flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let profile = profile(&mut flags);
    flags.rest(0)?;
    let mut steps = Steps::new(STEPS + 1);
    let page = build(&mut steps, profile, true)?;
    eprintln!(
        "The page is in {} after {}.",
        page.display(),
        clock(steps.elapsed()).trim()
    );
    Ok(())
}

/// `--fast` or not.
pub fn profile(flags: &mut Flags) -> Profile {
    if flags.switch("--fast") {
        Profile::Fast
    } else {
        Profile::Page
    }
}

/// Steps that [`build`] takes without the API; with it, one more.
pub const STEPS: usize = 4;

/// Sets up, compiles and puts together the page; gives its folder.
pub fn build(steps: &mut Steps, profile: Profile, with_api: bool) -> Result<PathBuf, String> {
    steps.next("Setting up the WebAssembly target");
    setup::wasm_target(steps)?;
    setup::rust_sources(steps)?;
    steps.next("Building the page for WebAssembly");
    let app = wasm::build("dateline-app", None, profile, Binding::Script)?;
    steps.next("Building the page for a corpus in parts");
    let in_parts = wasm::build("dateline-app", Some("parts"), profile, Binding::Script)?;
    let api = match with_api {
        false => None,
        true => {
            steps.next("Building the JavaScript API");
            Some(wasm::build(
                "dateline-api",
                None,
                profile.of_api(),
                Binding::Module("engine"),
            )?)
        }
    };
    steps.next("Putting the page together");
    // An API without exports is glue around nothing: leave it out.
    let api = api.filter(|api| api.js.contains("export class") || api.js.contains("export function"));
    assemble(profile, &app, &in_parts, api.as_ref())
}
