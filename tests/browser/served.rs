//! A folder served the way hosts serve it: below any path, with any type, with any fault, and not at all any more.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::{watched, wire};

/// An empty page that every site has beside its own, for a frame of any size.
pub(super) const FRAME: &str = "frame-of-the-tests.html";

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// Only so many bytes of it are there, and the host says so.
    CutTo(usize),
    /// Only so many bytes of it arrive of those that the host promised.
    BrokenOffAt(usize),
    /// The byte at this place, counted from the end, is another.
    Flipped(usize),
}

/// A folder about to be served.
#[derive(Clone, Debug)]
pub struct Site {
    folder: PathBuf,
    below: String,
    types: BTreeMap<String, String>,
    faults: BTreeMap<String, Fault>,
    extra: BTreeMap<String, String>,
    held: BTreeSet<String>,
    watch: bool,
}

impl Site {
    /// As a plain host does it: at the root, right types, no faults. Pages are watched (see [`watched`]).
    pub fn of(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            below: "/".into(),
            types: BTreeMap::new(),
            faults: BTreeMap::new(),
            extra: BTreeMap::from([(
                FRAME.into(),
                "<!doctype html><html><head><title>Frame</title></head><body></body></html>".into(),
            )]),
            held: BTreeSet::new(),
            watch: true,
        }
    }

    /// Below a path, which starts and ends with `/`.
    pub fn below(self, path: &str) -> Self {
        assert!(path.starts_with('/') && path.ends_with('/'), "{path}");
        Self {
            below: path.into(),
            ..self
        }
    }

    /// Files with this ending are sent as another type.
    pub fn typed(mut self, ending: &str, kind: &str) -> Self {
        self.types.insert(ending.into(), kind.into());
        self
    }

    /// Files with this ending have a fault.
    pub fn broken(mut self, ending: &str, fault: Fault) -> Self {
        self.faults.insert(ending.into(), fault);
        self
    }

    /// One more file, named relative to the folder.
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.extra.insert(name.into(), text.into());
        self
    }

    /// Files with this ending are answered only once they are let go ([`Host::let_go`], [`Host::release`]).
    pub fn held(mut self, ending: &str) -> Self {
        self.held.insert(ending.into());
        self
    }

    /// Byte for byte what is in the folder.
    pub fn untouched(self) -> Self {
        Self { watch: false, ..self }
    }

    /// Starts serving on a port of its own, and so as an origin of its own: no test meets what another one stored.
    pub fn open(self) -> Host {
        let (listener, address) = listen();
        let shared = Arc::new(Shared {
            site: Mutex::new(self),
            log: Mutex::default(),
            waiting: Mutex::default(),
            asked: Condvar::new(),
            released: Condvar::new(),
            stop: AtomicBool::new(false),
        });
        let thread = std::thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.run(&listener)
        });
        Host {
            address,
            shared,
            thread: Some(thread),
        }
    }

    /// The answer to a path: status, type, promised length, body.
    fn answer(&self, target: &str) -> (&'static str, String, usize, Vec<u8>) {
        let missing = || ("404 Not Found", "text/plain".to_owned(), 0, Vec::new());
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let Some(name) = path.strip_prefix(&self.below) else {
            return missing();
        };
        let name = if name.is_empty() || name.ends_with('/') {
            format!("{name}index.html")
        } else {
            name.to_owned()
        };
        if name.split('/').any(|part| part == "..") {
            return missing();
        }
        let read = match self.extra.get(&name) {
            Some(text) => Ok(text.clone().into_bytes()),
            None => std::fs::read(self.folder.join(&name)),
        };
        let Ok(mut body) = read else { return missing() };
        if self.watch && name.ends_with(".html") {
            body = watched(&String::from_utf8_lossy(&body)).into_bytes();
        }
        let mut length = body.len();
        match self
            .faults
            .iter()
            .find(|(ending, _)| name.ends_with(*ending))
            .map(|(_, fault)| fault)
        {
            None => {}
            Some(Fault::Missing) => return missing(),
            Some(Fault::CutTo(most)) => {
                body.truncate(*most);
                length = body.len();
            }
            Some(Fault::BrokenOffAt(most)) => body.truncate(*most),
            Some(Fault::Flipped(from_end)) => {
                if let Some(byte) = body.iter_mut().nth_back(*from_end) {
                    *byte ^= 0x55;
                }
            }
        }
        let given = self
            .types
            .iter()
            .find(|(ending, _)| name.ends_with(*ending))
            .map(|(_, kind)| kind.clone());
        (
            "200 OK",
            given.unwrap_or_else(|| wire::kind(&name).to_owned()),
            length,
            body,
        )
    }
}

/// Listens on a port that this process has not served on before.
///
/// Linux hands out one of some 7,000 ports, also one that was just given back. A test that got the port of an earlier
/// one in the same browser would be answered by that one's service worker, with the files of its site.
fn listen() -> (TcpListener, SocketAddr) {
    static SERVED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // Held meanwhile, so that the system hands out others.
    let mut again = Vec::new();
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap_or_else(|e| panic!("a free port: {e}"));
        let address = listener.local_addr().unwrap_or_else(|e| panic!("the port: {e}"));
        if lock(&SERVED).insert(address.port()) {
            return (listener, address);
        }
        again.push(listener);
    }
}

struct Shared {
    site: Mutex<Site>,
    /// Paths asked for, and the status answered.
    log: Mutex<Vec<(String, u16)>>,
    /// What was asked for and is held, or was.
    waiting: Mutex<BTreeSet<String>>,
    asked: Condvar,
    released: Condvar,
    stop: AtomicBool,
}

impl Shared {
    fn run(self: &Arc<Self>, listener: &TcpListener) {
        while let Ok((stream, _)) = listener.accept() {
            if self.stop.load(Ordering::SeqCst) {
                return;
            }
            let shared = Arc::clone(self);
            // A browser that leaves early breaks its connection: nothing to report.
            std::thread::spawn(move || drop(shared.converse(&stream)));
        }
    }

    fn converse(&self, stream: &TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let Some((method, target)) = wire::read(stream)? else {
            return Ok(());
        };
        let held = |site: &mut Site| site.held.iter().any(|ending| target.ends_with(ending));
        let mut site = lock(&self.site);
        if held(&mut site) {
            lock(&self.waiting).insert(target.clone());
            self.asked.notify_all();
        }
        let site = self
            .released
            .wait_while(site, held)
            .unwrap_or_else(PoisonError::into_inner);
        let (status, kind, length, body) = site.answer(&target);
        drop(site);
        let code = status.split(' ').next().and_then(|code| code.parse().ok()).unwrap_or(0);
        lock(&self.log).push((target, code));
        wire::write(
            stream,
            status,
            &kind,
            length,
            if method == "HEAD" { &[] } else { &body },
        )?;
        stream.shutdown(Shutdown::Both)
    }
}

/// A folder that is being served, until it is dropped or stopped.
pub struct Host {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Host {
    /// The address of a file of the folder; the empty name is the page.
    pub fn url(&self, name: &str) -> String {
        format!("http://{}{}{name}", self.address, lock(&self.shared.site).below)
    }

    /// From now on another folder, as after an upload.
    pub fn publish(&self, folder: &Path) {
        lock(&self.shared.site).folder = folder.to_path_buf();
    }

    /// From now on without faults.
    pub fn repair(&self) {
        lock(&self.shared.site).faults.clear();
    }

    /// Waits until files with each of these endings were asked for, which are held.
    pub fn wait_asked(&self, endings: &[&str]) {
        const PATIENCE: Duration = Duration::from_secs(30);
        let missing = |waiting: &mut BTreeSet<String>| {
            !endings
                .iter()
                .all(|ending| waiting.iter().any(|path| path.ends_with(ending)))
        };
        let (waiting, late) = self
            .shared
            .asked
            .wait_timeout_while(lock(&self.shared.waiting), PATIENCE, missing)
            .unwrap_or_else(PoisonError::into_inner);
        assert!(
            !late.timed_out(),
            "expected {endings:?} to be asked for, not only {waiting:?}"
        );
    }

    /// Lets go what was held under this ending.
    pub fn let_go(&self, ending: &str) {
        lock(&self.shared.site).held.remove(ending);
        self.shared.released.notify_all();
    }

    /// Lets go all that was held.
    pub fn release(&self) {
        lock(&self.shared.site).held.clear();
        self.shared.released.notify_all();
    }

    /// Every path asked for so far, with the status answered.
    pub fn requests(&self) -> Vec<(String, u16)> {
        lock(&self.shared.log).clone()
    }

    /// Closes the port: whoever asks now is refused.
    pub fn stop(&mut self) {
        self.shared.stop.store(true, Ordering::SeqCst);
        self.release();
        // The thread waits for a connection: here is one.
        drop(TcpStream::connect_timeout(&self.address, Duration::from_secs(5)));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
