//! `dateline build`: articles in, a page out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dateline_builder::build::{self, Corpus};
use dateline_builder::corrections::Corrections;
use dateline_builder::page::{self, Page};
use dateline_builder::parts::Published;
use dateline_builder::progress::Progress;
use dateline_builder::publish;

use crate::meter::Meter;
use crate::report::{Failure, Options, count};

/// Turn articles into a site, one HTML file, or a pack.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
OUT decides what is written:
  a name ending in .html (or --single-file)   one HTML file that opens by double click
  a name ending in .pack                      the pack alone: articles and index, for other pages
  a name ending in .parts                     a folder of the same in parts, fetched as they are needed
  anything else                               a folder for any static host

Read are: .txt (plain text), .md .markdown (Markdown with front matter), .jsonl .ndjson .json (one object an article:
id, title, date, outlet, url, text). Files that cannot be read are named; the others are built.

EXAMPLES
  dateline build ~/articles -o site
  dateline build ~/articles extra.jsonl -o explorer.html --title 'Harbour files'
  dateline build ~/articles -o harbour.pack --warnings warnings.jsonl
  dateline build ~/archive -o site --parts always
  dateline build ~/articles -o site --corrections corrections.txt")]
pub struct Arguments {
    /// Files and folders of articles
    #[arg(required = true, value_name = "ARTICLES")]
    articles: Vec<PathBuf>,
    /// Where to write: a folder, or a file ending in .html or .pack, or a folder ending in .parts
    #[arg(short, long, value_name = "OUT")]
    out: PathBuf,
    /// Write one HTML file whatever OUT is called
    #[arg(long)]
    single_file: bool,
    /// Whether a site carries its articles in parts, which a reader's browser fetches as they are needed
    #[arg(long, value_enum, default_value_t = When::Auto)]
    parts: When,
    /// What readers put right about who and what is named: a file that the page exports, one correction a line
    #[arg(long, value_name = "FILE")]
    corrections: Option<PathBuf>,
    /// The page's title; else the name of the folder
    #[arg(long)]
    title: Option<String>,
    /// Write into a folder that holds something else
    #[arg(long)]
    force: bool,
    /// A folder with a finished page, in place of the one inside this command
    #[arg(long, hide = true, value_name = "DIR")]
    page: Option<PathBuf>,
    #[command(flatten)]
    warnings: Options,
}

/// Whether articles are published in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum When {
    /// From 8 MB of articles and index on
    Auto,
    /// Whatever the size
    Always,
    /// All in one file whatever the size
    Never,
}

/// What is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Product {
    Site,
    SingleFile,
    Pack,
    Parts,
}

impl Product {
    fn of(out: &Path, single_file: bool) -> Self {
        let extension = out.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
        match extension.as_deref() {
            _ if single_file => Self::SingleFile,
            Some("html" | "htm") => Self::SingleFile,
            Some("pack") => Self::Pack,
            Some("parts") => Self::Parts,
            _ => Self::Site,
        }
    }
}

/// Runs the command.
pub fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let product = Product::of(&arguments.out, arguments.single_file);
    // Before the work: a missing page or a folder of somebody else's should not be found out after minutes.
    let page = match product {
        Product::Pack | Product::Parts => None,
        Product::Site | Product::SingleFile => Some(find_page(arguments.page.as_deref())?),
    };
    refuse_wrong_out(&arguments, product)?;

    let corrections = arguments.corrections.as_deref().map(Corrections::read).transpose()?;
    let corrections = corrections.unwrap_or_default();

    let meter = Meter::new();
    let title = arguments.title.as_deref();
    let corpus = build::corrected_corpus(&arguments.articles, title, &corrections, &meter);
    meter.finish();
    let corpus = corpus?;
    if meter.is_stopped() {
        return Err(Failure::Stopped);
    }
    let bytes = write(&arguments, product, page.as_ref(), &corpus)?;
    let code = arguments.warnings.tell(&corpus.warnings, corpus.skipped)?;
    let skipped = if corpus.skipped > 0 {
        format!(" ({} gave no article)", count(corpus.skipped, "input"))
    } else {
        String::new()
    };
    eprintln!(
        "{}{skipped} → {} ({} kB)",
        count(corpus.listing.items.len(), "article"),
        arguments.out.display(),
        bytes.div_ceil(1000)
    );
    if product == Product::Site {
        eprintln!("Look at it with: dateline serve {}", arguments.out.display());
    }
    Ok(code)
}

fn find_page(folder: Option<&Path>) -> Result<Page, Failure> {
    if let Some(folder) = folder {
        return Ok(Page::from_dir(folder)?);
    }
    Page::bundled().ok_or_else(|| {
        Failure::Message(
            "this command was built without a page inside; build it with `cargo xtask dist`, or write a .pack".into(),
        )
    })
}

fn refuse_wrong_out(arguments: &Arguments, product: Product) -> Result<(), Failure> {
    let out = &arguments.out;
    let problem = match product {
        Product::Site | Product::Parts if out.is_file() => {
            "expected a folder, found a file; name a folder, or end the name in .html or .pack"
        }
        Product::SingleFile | Product::Pack if out.is_dir() => "expected a file name, found a folder; name a file",
        Product::Site | Product::Parts => return Ok(publish::check_folder(out, arguments.force)?),
        _ => return Ok(()),
    };
    Err(Failure::Message(format!("{}: {problem}", out.display())))
}

/// Writes the product; returns its size in bytes.
fn write(arguments: &Arguments, product: Product, page: Option<&Page>, corpus: &Corpus) -> Result<usize, Failure> {
    match (product, page) {
        (Product::Site, Some(page)) => {
            let pack = corpus.pack.clone();
            let published = match arguments.parts {
                When::Auto => Published::by_size(pack)?,
                When::Always => Published::in_parts(pack)?,
                When::Never => Published::whole(pack),
            };
            let files = page::site_files(page, &published, &corpus.listing)?;
            publish::folder(&arguments.out, &files, arguments.force)?;
            Ok(files.values().map(Vec::len).sum())
        }
        (Product::SingleFile, Some(page)) => {
            let html = page::single_file(page, &corpus.pack, &corpus.listing)?;
            publish::file(&arguments.out, &html)?;
            Ok(html.len())
        }
        (Product::Parts, _) => {
            let published = Published::in_parts(corpus.pack.clone())?;
            let mut files: BTreeMap<String, Vec<u8>> =
                published.files().map(|(name, bytes)| (name, bytes.to_vec())).collect();
            files.insert(publish::START.into(), published.embedded);
            publish::folder(&arguments.out, &files, arguments.force)?;
            Ok(files.values().map(Vec::len).sum())
        }
        _ => {
            publish::file(&arguments.out, &corpus.pack)?;
            Ok(corpus.pack.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Product;

    #[test]
    fn the_name_of_out_decides_what_is_written() {
        for (out, single, product) in [
            ("site", false, Product::Site),
            ("a.b/site.d", false, Product::Site),
            ("x.html", false, Product::SingleFile),
            ("x.HTML", false, Product::SingleFile),
            ("x.pack", false, Product::Pack),
            ("x.parts", false, Product::Parts),
            ("x", true, Product::SingleFile),
        ] {
            assert_eq!(Product::of(Path::new(out), single), product, "{out}");
        }
    }
}
