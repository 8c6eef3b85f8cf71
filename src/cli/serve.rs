//! `dateline serve`: a folder on this machine.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use dateline_builder::serve::Server;

use crate::report::Failure;

/// The port tried first. No service is registered there with IANA.
const PORT: u16 = 8017;

/// Serve a folder on this machine, for looking at a site.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Only this machine can reach it. Stop it with Ctrl-C.

EXAMPLES
  dateline serve site
  dateline serve site --port 9000")]
pub struct Arguments {
    /// The folder, as `dateline build` wrote it
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The port; else 8017, or a free one where that is taken
    #[arg(long)]
    port: Option<u16>,
}

/// Runs the command: prints the address on standard output, then serves until the process ends.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let folder = &arguments.folder;
    let failed = |what: String| Failure::Message(format!("{}: {what}", folder.display()));
    if !folder.is_dir() {
        return Err(failed("expected a folder; name one that `dateline build` wrote".into()));
    }
    let server = match arguments.port {
        Some(port) => {
            Server::open(folder, port).map_err(|e| failed(format!("port {port}: {e}; choose another with --port")))?
        }
        None => Server::open(folder, PORT)
            .or_else(|_| Server::open(folder, 0))
            .map_err(|e| failed(e.to_string()))?,
    };
    let address = server.address().map_err(|e| failed(e.to_string()))?;
    eprintln!("Serving {}. Stop with Ctrl-C.", folder.display());
    writeln!(std::io::stdout(), "{address}")?;
    server.run().map_err(|e| failed(e.to_string()))?;
    Ok(ExitCode::SUCCESS)
}
