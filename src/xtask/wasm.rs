//! From a crate to a wasm module and the script that binds it to JavaScript.
//!
//! cargo compiles; wasm-bindgen's own library, pinned in Cargo.lock to the version of the `wasm-bindgen` crate, writes
//! the glue. Its output, with variables numbered by their use ([`locals`]), each function once ([`merge`]), in another order
//! ([`order`]) and with short names ([`names`]), is kept until cargo's output changes.

mod functions;
mod locals;
mod merge;
mod names;
mod order;

pub use names::letters;

use std::path::{Path, PathBuf};
use std::{env, fs};

use wasm_bindgen_cli_support::Bindgen;

use crate::run::{cargo, output, program, run, target};

/// The compilation target of everything that runs in a browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How much time to give the optimiser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// As published: small (profile `page` of Cargo.toml).
    Page,
    /// As published: quick to answer, for what other pages load and no first paint waits for.
    Speed,
    /// As published: the analysis. With `opt-level` 3 it would be 3 % larger, more than it may be; with "s" it would be as small as
    /// so, and a fifth to a third slower.
    Analysis,
    /// For working on the page: builds several times faster, twice as large.
    Fast,
}

impl Profile {
    /// Cargo's name for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Speed => "page-speed",
            Self::Analysis => "page-analysis",
            Self::Fast => "page-fast",
        }
    }

    /// How the JavaScript API is built beside a page that is built so: nothing counts its bytes.
    pub fn of_api(self) -> Self {
        match self {
            Self::Page => Self::Speed,
            other => other,
        }
    }

    /// How functions are ordered. Which way is best is chance: any change of the code moves each by 0.1 %.
    fn same(self) -> order::Same {
        match self {
            Self::Page => (7, 6),
            _ => (6, 5),
        }
    }

    fn settings(self) -> &'static [&'static str] {
        match self {
            Self::Page => &[],
            Self::Speed => &["profile.page-speed.inherits='page'", "profile.page-speed.opt-level=3"],
            Self::Analysis => &[
                "profile.page-analysis.inherits='page'",
                "profile.page-analysis.opt-level=2",
            ],
            Self::Fast => &[
                "profile.page-fast.inherits='release'",
                "profile.page-fast.opt-level=1",
                "profile.page-fast.lto='off'",
                "profile.page-fast.codegen-units=16",
                "profile.page-fast.incremental=true",
                "profile.page-fast.strip=true",
            ],
        }
    }
}

/// How large, in LLVM's units, a function may be that is written out where it is called: 5 where `opt-level` is "z", 275 where
/// it is 3. The page is smallest with 9 (by 0.8 kB than with 15, by 0.2 kB than with 5). The JavaScript API with 15 is a sixth
/// smaller than with 275, opens a corpus faster, since less is compiled before, and answers 5 % slower.
///
/// Whatever its size up to 15,000 units, LLVM writes out a function that is called in one place. A browser compiles the giants that
/// this makes slowly, all of their rare branches too. So the analysis counts forty units for one of all else: functions of 160 units
/// are written out everywhere, those of 375 where they are called once. With 100 and 1,500 it is as quick over the first megabytes, a
/// tenth slower once compiled, and 22 kB smaller; with 250 or 400 units it is hardly quicker and 5 to 15 kB larger; without any
/// for what is called once it is a fifth slower.
///
/// Without `lsr`, LLVM's way of giving a loop several counters in place of one that is multiplied, the page is 1 % smaller.
const INLINING: [(Profile, &str); 3] = [
    (Profile::Page, "-Cllvm-args=-inline-threshold=9 -disable-lsr"),
    (Profile::Speed, "-Cllvm-args=-inline-threshold=15"),
    (
        Profile::Analysis,
        "-Cllvm-args=-inline-threshold=6400 -inline-instr-cost=200 -inline-call-penalty=1000",
    ),
];

/// Lets a released compiler take switches that are not settled: a variable of its environment.
pub const UNLOCK: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// Rust's own library is compiled with the page, so that a panic costs nothing but a trap: no message, no place and no
/// printing for programmers, which nobody reads in a page. That is an eighth of the module.
///
/// These switches of the compiler are not settled: another version may not know them, and then the page is built
/// without, an eighth larger.
mod lean {
    /// The versions of Rust that are known to know the switches.
    pub const RUST: &str = "rustc 1.95.";
    /// What cargo builds besides.
    pub const CARGO: [&str; 2] = ["-Zbuild-std=std", "-Zbuild-std-features=optimize_for_size"];
    /// What the compiler leaves out.
    pub const RUSTC: [&str; 4] = [
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
    ];
}

/// How JavaScript loads the module.
#[derive(Clone, Copy)]
pub enum Binding {
    /// A classic script with one global, `wasm_bindgen`: works in workers and from files.
    Script,
    /// An ES module of this name, with type declarations.
    Module(&'static str),
}

/// A module and its glue.
pub struct Bound {
    /// The module.
    pub wasm: Vec<u8>,
    /// The script.
    pub js: String,
    /// The declarations; empty for [`Binding::Script`].
    pub types: String,
}

/// Compiles a package (`dateline-app`) with a feature of it for the browser and binds it.
pub fn build(package: &str, feature: Option<&str>, profile: Profile, binding: Binding) -> Result<Bound, String> {
    let mut command = cargo();
    command.args([
        "build",
        "--package",
        package,
        "--target",
        TARGET,
        "--profile",
        profile.name(),
        "--lib",
    ]);
    command.args(feature.map(|feature| format!("--features={feature}")));
    for setting in profile.settings() {
        command.args(["--config", setting]);
    }
    let mut flags = shorter_paths();
    let inlining = INLINING.iter().find(|(of, _)| *of == profile);
    flags.extend(inlining.map(|(_, flag)| (*flag).to_owned()));
    if profile != Profile::Fast && is_lean()? {
        command.env(UNLOCK.0, UNLOCK.1).args(lean::CARGO);
        flags.extend(lean::RUSTC.map(str::to_owned));
    }
    command.args(["--config", &format!("target.{TARGET}.rustflags={flags:?}")]);
    run(&mut command)?;
    let crate_name = package.replace('-', "_");
    let compiled = target()
        .join(TARGET)
        .join(profile.name())
        .join(format!("{crate_name}.wasm"));
    let variant = [&crate_name, feature.unwrap_or_default()].concat();
    let kept = target().join("bound").join(profile.name()).join(variant);
    if newer(&kept.with_extension("wasm"), &compiled) {
        return read(&kept);
    }
    let bound = bind(&compiled, profile, binding)?;
    write(&kept, &bound)?;
    Ok(bound)
}

/// Whether the page can be built with the library's sources and this compiler.
fn is_lean() -> Result<bool, String> {
    let version = output(program("rustc").arg("--version"))?;
    Ok(version.starts_with(lean::RUST) && rust_sources()?.is_dir())
}

/// Where rustup puts the sources of Rust's library.
pub fn rust_sources() -> Result<PathBuf, String> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(&sysroot).join("lib/rustlib/src/rust/library"))
}

fn bind(compiled: &Path, profile: Profile, binding: Binding) -> Result<Bound, String> {
    let failed = |error| format!("wasm-bindgen on {}: {error:#}", compiled.display());
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .remove_name_section(true)
        .remove_producers_section(true)
        .demangle(false);
    match binding {
        Binding::Script => bindgen.no_modules(true).map_err(failed)?.typescript(false),
        Binding::Module(name) => bindgen
            .web(true)
            .map_err(failed)?
            .typescript(false)
            .out_name(name)
            .omit_default_module_path(false),
    };
    let mut output = bindgen.generate_output().map_err(failed)?;
    let made = output.wasm_mut().emit_wasm();
    let renumbered = locals::renumber(&made).and_then(|renumbered| merge::merge(&renumbered));
    let ordered = renumbered.and_then(|merged| order::order(&merged, profile.same()));
    let ordered = ordered.map_err(|error| format!("the module that wasm-bindgen wrote: {error}"))?;
    let (wasm, js) = names::shorten(&ordered, output.js())?;
    Ok(Bound {
        wasm,
        js,
        types: output.ts().unwrap_or_default().to_owned(),
    })
}

/// Panic messages name source files: without the path of this machine's registry, they are the same on every machine,
/// and shorter.
fn shorter_paths() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/src"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let mut flags: Vec<String> = registries
        .map(|path| format!("--remap-path-prefix={}=", path.display()))
        .collect();
    flags.sort();
    flags
}

/// Whether `made` exists and was written after `from` and after this program.
fn newer(made: &Path, from: &Path) -> bool {
    let time = |path: &Path| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    let program = env::current_exe().ok().and_then(|exe| time(&exe));
    match (time(made), time(from)) {
        (Some(made), Some(from)) => made > from && program.is_none_or(|program| made > program),
        _ => false,
    }
}

fn parts(kept: &Path) -> [PathBuf; 3] {
    ["js", "d.ts", "wasm"].map(|kind| kept.with_extension(kind))
}

fn read(kept: &Path) -> Result<Bound, String> {
    let [js, types, wasm] = parts(kept);
    let failed = |error| format!("{}: {error}", kept.display());
    Ok(Bound {
        wasm: fs::read(wasm).map_err(failed)?,
        js: fs::read_to_string(js).map_err(failed)?,
        types: fs::read_to_string(types).map_err(failed)?,
    })
}

/// The module last: it is the one whose time is looked at.
fn write(kept: &Path, bound: &Bound) -> Result<(), String> {
    let [js, types, wasm] = parts(kept);
    let failed = |error| format!("{}: {error}", kept.display());
    fs::create_dir_all(kept.parent().unwrap_or(kept)).map_err(failed)?;
    fs::write(js, &bound.js).map_err(failed)?;
    fs::write(types, &bound.types).map_err(failed)?;
    fs::write(wasm, &bound.wasm).map_err(failed)
}
