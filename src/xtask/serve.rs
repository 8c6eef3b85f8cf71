//! `cargo xtask serve`: the page with articles, on this machine.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::thread;

use dateline_builder::page::{Page, site_files};
use dateline_builder::parts::Published;
use dateline_builder::publish;
use dateline_builder::serve::Server;

use crate::articles::{self, BUNDLED};
use crate::flags::Flags;
use crate::page;
use crate::run::{root, target};
use crate::steps::{Steps, amount, clock};

const HELP: &str = "\
Builds the page and the pack, and serves them on this machine until stopped with Ctrl-C.

USAGE: cargo xtask serve [ARTICLES] [OPTIONS]

  ARTICLES    a folder of articles; default: corpus/
  --port N    the port to listen on; default: 8017, or a free one where that is taken
  --fast      build quickly and large, for working on the page
  --once      stop after the page has been fetched once, to see that it works

EXAMPLES
  cargo xtask serve
  cargo xtask serve ~/articles --port 9000
";

/// The port tried first. No service is registered there with IANA.
const PORT: u16 = 8017;

/// Runs the command.
pub fn run(args: &[String]) -> Result<(), String> {
    let Some(mut flags) = Flags::new(args, HELP) else {
        return Ok(());
    };
    let profile = page::profile(&mut flags);
    let once = flags.switch("--once");
    let port = match flags.values("--port")?.pop() {
        None => None,
        Some(port) => Some(
            port.parse()
                .map_err(|_| format!("--port: expected 0 to 65535, found {port:?}"))?,
        ),
    };
    let here = std::env::current_dir().map_err(|error| error.to_string())?;
    let folder = flags
        .rest(1)?
        .pop()
        .map_or_else(|| root().join(BUNDLED), |folder| here.join(folder));

    let mut steps = Steps::new(page::STEPS + 2);
    let page = page::build(&mut steps, profile, false)?;
    let page = Page::from_dir(&page).map_err(|error| error.to_string())?;
    steps.next(&format!("Reading and analysing the articles in {}", folder.display()));
    let corpus = articles::load(&folder)?;
    steps.note(&format!(
        "{} articles, a pack of {}",
        corpus.listing.items.len(),
        amount(corpus.pack.len())
    ));
    steps.next("Writing the site");
    let out = fresh(target().join("serve"))?;
    let published = Published::by_size(corpus.pack.clone()).map_err(|error| error.to_string())?;
    let files = site_files(&page, &published, &corpus.listing).map_err(|error| error.to_string())?;
    publish::folder(&out, &files, false).map_err(|error| error.to_string())?;

    let server = open(&out, port)?;
    let address = server.address().map_err(|error| error.to_string())?;
    eprintln!("Ready after {}. Stop with Ctrl-C.", clock(steps.elapsed()).trim());
    println!("{address}");
    match once {
        false => server.run().map_err(|error| error.to_string()),
        true => {
            thread::spawn(move || server.run());
            fetch(&address)
        }
    }
}

/// An empty folder, so that nothing of an earlier run is served.
fn fresh(out: PathBuf) -> Result<PathBuf, String> {
    if out.exists() {
        fs::remove_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    }
    Ok(out)
}

/// The port asked for, or else the usual one, or else any that is free.
fn open(out: &std::path::Path, port: Option<u16>) -> Result<Server, String> {
    let opened = match port {
        Some(port) => Server::open(out, port),
        None => Server::open(out, PORT).or_else(|_| Server::open(out, 0)),
    };
    opened.map_err(|error| match port {
        Some(port) => format!("port {port}: {error}; choose another with --port"),
        None => error.to_string(),
    })
}

/// Fetches the page once and looks whether it is one.
fn fetch(address: &str) -> Result<(), String> {
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let failed = |error: std::io::Error| format!("{address}: {error}");
    let mut stream = TcpStream::connect(host).map_err(failed)?;
    write!(stream, "GET / HTTP/1.1\r\nhost: {host}\r\n\r\n").map_err(failed)?;
    let mut first = [0; 12];
    stream.read_exact(&mut first).map_err(failed)?;
    match &first {
        b"HTTP/1.1 200" => Ok(()),
        other => Err(format!(
            "{address}: expected HTTP/1.1 200, found {}",
            String::from_utf8_lossy(other)
        )),
    }
}
