//! What a command is doing, how far it is, and how long it has taken.

use std::time::{Duration, Instant};

/// A command's steps, counted and timed on the terminal.
pub struct Steps {
    started: Instant,
    total: usize,
    done: usize,
}

impl Steps {
    /// For a command of `total` steps.
    pub fn new(total: usize) -> Self {
        Self {
            started: Instant::now(),
            total,
            done: 0,
        }
    }

    /// Says that the next step begins.
    pub fn next(&mut self, what: &str) {
        self.done += 1;
        eprintln!(
            "[{}] {}/{}  {what}",
            clock(self.started.elapsed()),
            self.done,
            self.total
        );
    }

    /// Says something about the step under way.
    pub fn note(&self, what: &str) {
        eprintln!("{:10}      {what}", "");
    }

    /// Time since the command began.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

/// `12.3 s` below a minute, `4 min 05 s` above.
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..60 => format!("{:6.1} s", time.as_secs_f64()),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Bytes as people write them: `734 B`, `251 kB`, `1.23 MB` (units of 1000).
pub fn amount(bytes: usize) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.2} MB", bytes as f64 / 1e6),
    }
}
