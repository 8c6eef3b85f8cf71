//! `cargo xtask size`: what each part of the page costs to download.

use std::path::PathBuf;
use std::{fs, io};

use dateline_builder::page::Page;

use crate::analyst;
use crate::flags::Flags;
use crate::page;
use crate::run::{output, program, root, target};
use crate::steps::Steps;
use crate::wasm::Profile;

const HELP: &str = "\
Says what each part of the page costs to download: as it is, by gzip -9 and by brotli -q 11.
Articles and index are not counted.

USAGE: cargo xtask size
";

/// What everything but articles and index may cost by brotli, in bytes.
const BUDGET: usize = 300_000;

/// Compresses a file named on the command line, in node, which has both methods built in.
const COMPRESS: &str = "const z=require('zlib'),b=require('fs').readFileSync(process.argv[1]);\
    console.log(b.length,z.gzipSync(b,{level:9}).length,z.brotliCompressSync(b,{params:\
    {[z.constants.BROTLI_PARAM_QUALITY]:11,[z.constants.BROTLI_PARAM_SIZE_HINT]:b.length}}).length)";

/// The parts: what the table calls them, and the files of the page they are made of.
const PARTS: [(&str, &[&str]); 6] = [
    ("wasm", &["dateline.wasm"]),
    ("glue", &["glue.js"]),
    ("own scripts", &["head.js", "load.js", "boot.js", "worker.js", "sw.js"]),
    ("styles", &["page.css"]),
    ("page shell", &["index.html", "manifest.webmanifest"]),
    ("icons", &["icons/icon.svg", "icons/icon-192.png"]),
];

/// What a page for a corpus in parts has in place of, or beside, the parts of these names.
const IN_PARTS: [(&str, &[&str]); 3] = [
    ("wasm", &["dateline-parts.wasm"]),
    ("glue", &["glue-parts.js"]),
    (
        "own scripts",
        &["head.js", "load.js", "boot.js", "worker.js", "parts.js", "sw.js"],
    ),
];

/// The map's shapes, which travel inside the pack.
const SHAPES: &str = "src/builder/data/world.bin";

/// Runs the command.
pub fn run(args: &[String]) -> Result<(), String> {
    let Some(flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    flags.rest(0)?;
    let mut steps = Steps::new(page::STEPS + 2);
    let folder = page::build(&mut steps, Profile::Page, false)?;
    let page = Page::from_dir(&folder).map_err(|error| error.to_string())?;
    steps.next("Building the analysis for other pages");
    let analysis = analyst::build()?;
    steps.next("Compressing");
    let mut rows = Vec::new();
    for (name, files) in PARTS {
        rows.push((name, measure_files(&page, files)?));
    }
    let shapes = fs::read(root().join(SHAPES)).map_err(|error| format!("{SHAPES}: {error}"))?;
    rows.push(("map shapes", measure(&shapes)?));
    let mut in_parts = rows.clone();
    for (name, files) in IN_PARTS {
        let sizes = measure_files(&page, files)?;
        in_parts
            .iter_mut()
            .filter(|row| row.0 == name)
            .for_each(|row| row.1 = sizes);
    }

    println!("{:<20} {:>9} {:>9} {:>9}", "part", "bytes", "gzip", "brotli");
    let print = |name: &str, [raw, gzip, brotli]: [usize; 3]| println!("{name:<20} {raw:>9} {gzip:>9} {brotli:>9}");
    rows.iter().for_each(|(name, sizes)| print(name, *sizes));
    let sum = |rows: &[(&str, [usize; 3])]| [0, 1, 2].map(|column| rows.iter().map(|row| row.1[column]).sum());
    let (whole, in_parts): ([usize; 3], [usize; 3]) = (sum(&rows), sum(&in_parts));
    print("together", whole);
    print("for a corpus in parts", in_parts);
    let fetched = |name: &str| name.ends_with(".js") || name.ends_with(".wasm");
    let files = analysis.iter().filter(|(name, _)| fetched(name));
    // Each for itself, as they are fetched.
    let files = files.map(|(name, bytes)| Ok((*name, measure(bytes)?)));
    let analysis = sum(&files.collect::<Result<Vec<_>, String>>()?);
    print("analysis, apart", analysis);
    within("the page", whole[2].max(in_parts[2]), BUDGET)?;
    within("the analysis", analysis[2], analyst::BUDGET)
}

fn within(what: &str, bytes: usize, budget: usize) -> Result<(), String> {
    match bytes <= budget {
        true => Ok(()),
        false => Err(format!("{what} costs {bytes} bytes by brotli, more than {budget}")),
    }
}

/// Of files of the page together.
fn measure_files(page: &Page, files: &[&str]) -> Result<[usize; 3], String> {
    let mut all = Vec::new();
    for file in files {
        all.extend_from_slice(page.get(file).map_err(|error| error.to_string())?);
    }
    measure(&all)
}

/// Bytes as they are, by gzip, by brotli.
fn measure(bytes: &[u8]) -> Result<[usize; 3], String> {
    let path: PathBuf = target().join("measured");
    fs::write(&path, bytes).map_err(|error: io::Error| format!("{}: {error}", path.display()))?;
    let line = output(program("node").args(["-e", COMPRESS]).arg(&path))?;
    let sizes: Vec<usize> = line.split(' ').filter_map(|size| size.parse().ok()).collect();
    sizes
        .try_into()
        .map_err(|_| format!("node: expected three sizes, found {line:?}"))
}
