//! Shows how far the work is, on standard error, and hears Ctrl-C.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use dateline_builder::progress::{Phase, Progress};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that is done sooner than this says nothing.
const QUIET: Duration = Duration::from_millis(500);
/// Where standard error is no terminal, one line at most so often.
const BETWEEN_LINES: Duration = Duration::from_secs(5);

/// A progress bar on a terminal, plain lines elsewhere.
pub struct Meter {
    state: Mutex<State>,
    stopped: Arc<AtomicBool>,
    terminal: bool,
}

struct State {
    started: Instant,
    phase: Option<Phase>,
    bar: Option<ProgressBar>,
    last_line: Instant,
}

impl Meter {
    /// Starts the clock and listens for Ctrl-C: the first stops the work at its next article, the second at once.
    pub fn new() -> Self {
        let stopped = Arc::new(AtomicBool::new(false));
        let heard = Arc::clone(&stopped);
        let listening = ctrlc::set_handler(move || {
            if heard.swap(true, Ordering::Relaxed) {
                std::process::exit(130);
            }
        });
        if let Err(e) = listening {
            eprintln!("dateline: Ctrl-C will end the command at once ({e})");
        }
        let now = Instant::now();
        let state = State {
            started: now,
            phase: None,
            bar: None,
            last_line: now,
        };
        Self {
            state: Mutex::new(state),
            stopped,
            terminal: std::io::stderr().is_terminal(),
        }
    }

    /// Takes the bar away, so that what follows starts on a clean line.
    pub fn finish(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bar) = state.bar.take() {
            bar.finish_and_clear();
        }
    }
}

impl Progress for Meter {
    fn report(&self, phase: Phase, done: u64, total: u64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.started.elapsed() < QUIET {
            return;
        }
        let changed = state.phase != Some(phase);
        state.phase = Some(phase);
        if self.terminal {
            let bar = state.bar.get_or_insert_with(new_bar);
            if changed {
                bar.set_message(phase.words());
                bar.set_length(total);
            }
            bar.set_position(done.max(bar.position() * u64::from(!changed)));
        } else if changed || state.last_line.elapsed() >= BETWEEN_LINES {
            state.last_line = Instant::now();
            eprintln!("{}: {done} of {total}", phase.words());
        }
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

fn new_bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10));
    match ProgressStyle::with_template("{msg:20} {bar:30} {pos} of {len}  {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
