//! Browsers handed from test to test: starting one takes longer than most tests.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::session::Session;
use super::{Kind, Page, Wish};
use crate::project;

/// Browsers at once, however many threads the tests have: more only slow each other down.
const MOST: usize = 3;

/// Inner width and height of the window that every test begins with, in CSS pixels: a small laptop.
const WINDOW: (u32, u32) = (1280, 800);

#[derive(Default)]
struct Pool {
    idle: Vec<Session>,
    busy: usize,
}

static POOL: Mutex<Pool> = Mutex::new(Pool {
    idle: Vec::new(),
    busy: 0,
});
static FREE: Condvar = Condvar::new();

/// Runs a test in a browser that other tests use too, each on a port and so in an origin of its own.
///
/// Fails where the test fails, and where a watched page reported an error that the test has not forgiven. Leaves a
/// picture and the page's text in `target/browser-failures/`. A test whose browser ended under it begins once more in
/// another.
#[track_caller]
pub fn browse(test: impl Fn(&Page<'_>)) {
    let place = Place::take();
    let kept = lock().idle.pop();
    let session = kept.unwrap_or_else(|| Session::start(Kind::asked(), Wish::default()));
    let session = run(session, Wish::default(), test);
    lock().idle.push(session);
    drop(place);
}

/// Runs a test in a browser of its own, with a fresh profile and with what it wishes for. Returns without running it
/// where the browser cannot be started so, and says it.
#[track_caller]
pub fn browse_afresh(wish: Wish, test: impl Fn(&Page<'_>)) {
    let kind = Kind::asked();
    if !kind.grants(wish) {
        println!("not run: {} cannot be started with {wish:?}", kind.name());
        return;
    }
    let _place = Place::take();
    run(Session::start(kind, wish), wish, test);
}

/// One of the [`MOST`] places, given back however the test ends, also where its browser does not start.
struct Place;

impl Place {
    /// Waits until one is free.
    fn take() -> Self {
        let mut pool = FREE
            .wait_while(lock(), |pool| pool.busy >= MOST)
            .unwrap_or_else(PoisonError::into_inner);
        pool.busy += 1;
        Self
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        lock().busy -= 1;
        FREE.notify_one();
    }
}

/// Runs a test, and gives back the browser that it passed in.
#[track_caller]
fn run(mut session: Session, wish: Wish, test: impl Fn(&Page<'_>)) -> Session {
    let mut outcome = attempt(&session, &test);
    if outcome.is_err() && session.is_lost() {
        // WebKitGTK 2.50 now and then ends with a fault of its own in its WebAssembly interpreter. One that ends for
        // a reason of ours does so again.
        eprintln!("{} ended during the test, which begins once more", session.kind.name());
        session = Session::start(session.kind, wish);
        outcome = attempt(&session, &test);
    }
    match outcome {
        Ok(()) => session,
        Err(panic) => resume_unwind(panic),
    }
}

fn attempt(session: &Session, test: &impl Fn(&Page<'_>)) -> std::thread::Result<()> {
    let page = Page::new(session);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        page.resize(WINDOW.0, WINDOW.1);
        test(&page);
        let complaints = page.complaints();
        assert!(
            complaints.is_empty(),
            "the page reported errors: {complaints:#?}\n{}",
            page.state()
        );
        page.goto("about:blank");
    }));
    if outcome.is_err() {
        keep(session, &page);
    }
    outcome
}

/// Keeps what a failed test saw. What cannot be kept is left: the test's own message matters more.
fn keep(session: &Session, page: &Page<'_>) {
    let folder = project::target().join("browser-failures").join(session.kind.name());
    let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
    let _ = std::fs::create_dir_all(&folder);
    if let Ok(picture) = session.picture() {
        let _ = std::fs::write(folder.join(format!("{test}.png")), picture);
    }
    let text = format!("{}\n{:#?}\n", page.state(), page.complaints());
    let _ = std::fs::write(folder.join(format!("{test}.txt")), text);
    eprintln!("see {}", folder.join(format!("{test}.png")).display());
}

fn lock() -> MutexGuard<'static, Pool> {
    POOL.lock().unwrap_or_else(PoisonError::into_inner)
}
