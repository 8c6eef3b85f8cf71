//! The drivers' processes: started on a free port, waited for, and ended with this process whatever ends it.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::Kind;
use crate::project;

/// Time for a driver to listen, on a busy machine.
const START: Duration = Duration::from_secs(60);

/// Ends a group of processes and removes their folder as soon as its standard input is closed, which the system does
/// when this process ends, by whatever way.
const GUARD: &str = r#"cat; kill -TERM "-$1"; sleep 1; kill -KILL "-$1"; rm -rf "$2""#;

/// A driver that listens.
pub(super) struct Driver {
    port: u16,
    /// Each process with its guard, whose standard input is kept: closing it ends the process and all that it started.
    processes: Vec<(Child, Child)>,
}

impl Driver {
    /// Starts the driver of a browser.
    pub fn start(kind: Kind) -> Self {
        let port = free_port();
        let mut driver = Self {
            port,
            processes: Vec::new(),
        };
        let scratch = scratch();
        let mut command = match kind {
            Kind::Chromium => {
                let mut command = Command::new(program("chromedriver"));
                command.arg(format!("--port={port}")).arg("--log-level=OFF");
                command
            }
            Kind::Firefox => {
                let mut command = Command::new(program("geckodriver"));
                command.args([
                    "--port",
                    &port.to_string(),
                    "--websocket-port",
                    &free_port().to_string(),
                ]);
                command.args(["--log", "fatal"]);
                command
            }
            Kind::WebKit => {
                let mut command = Command::new(program("WebKitWebDriver"));
                command.arg(format!("--port={port}")).env("DISPLAY", driver.display());
                // Nothing of the user's desktop, and no GPU: the software one of Mesa crashes now and then while a
                // window is resized, so nothing is composited by it either.
                command
                    .env("GDK_BACKEND", "x11")
                    .env("LIBGL_ALWAYS_SOFTWARE", "1")
                    .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                    .env("NO_AT_BRIDGE", "1");
                command
            }
        };
        command
            .env("TMPDIR", scratch.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        driver.guard(&mut command, scratch);
        driver.wait();
        driver
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A virtual display, which tells its number when it is ready.
    fn display(&mut self) -> String {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let out = self.guard(&mut command, scratch());
        let mut number = String::new();
        if let Some(out) = out {
            // An Xvfb that fails says nothing here.
            let _ = BufReader::new(out).read_line(&mut number);
        }
        let number = number.trim();
        assert!(
            !number.is_empty(),
            "Xvfb did not start: is it installed (Debian: xvfb)?"
        );
        format!(":{number}")
    }

    /// Starts a process at the head of a group of its own, with a guard beside it. Gives what it prints, where asked for.
    fn guard(&mut self, command: &mut Command, scratch: TempDir) -> Option<ChildStdout> {
        let spawned = command.stdin(Stdio::null()).process_group(0).spawn();
        let mut child = spawned.unwrap_or_else(|e| {
            panic!(
                "{}: {e}; `cargo xtask test` installs it",
                command.get_program().to_string_lossy()
            )
        });
        let guard = Command::new("sh")
            .args(["-c", GUARD, "guard", &child.id().to_string()])
            .arg(scratch.keep())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn();
        let guard = guard.unwrap_or_else(|e| panic!("sh: {e}"));
        let out = child.stdout.take();
        self.processes.push((child, guard));
        out
    }

    fn wait(&self) {
        let begun = Instant::now();
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
            assert!(
                begun.elapsed() < START,
                "the driver does not listen on port {} after {START:?}",
                self.port
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for (mut process, mut guard) in self.processes.drain(..).rev() {
            drop(guard.stdin.take());
            // Both end by that; there is nothing to do where they have ended before.
            let _ = guard.wait();
            let _ = process.wait();
        }
    }
}

/// The driver named by the environment, else where `cargo xtask test` puts it, else on the path.
fn program(name: &str) -> PathBuf {
    let ours = project::target().join("tools/bin").join(name);
    match std::env::var_os("DATELINE_DRIVER") {
        Some(path) => path.into(),
        None if ours.is_file() => ours,
        None => Path::new(name).into(),
    }
}

/// A folder for a browser's profile and caches.
fn scratch() -> TempDir {
    let made = tempfile::Builder::new().prefix("dateline-browser-").tempdir();
    made.unwrap_or_else(|e| panic!("a folder for the browser's profile: {e}"))
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    bound.unwrap_or_else(|e| panic!("a free port: {e}")).port()
}
