//! As much of HTTP/1.1 as a test's server needs: one request a connection.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;

/// Longest request head read.
const HEAD_MAX: u64 = 64 * 1024;

/// Types by file extension (IANA media types).
const TYPES: [(&str, &str); 9] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
];

/// The type of a file by its name; bytes where the name says nothing.
pub(super) fn kind(path: &str) -> &'static str {
    let extension = path.rsplit('.').next().unwrap_or_default();
    TYPES
        .iter()
        .find(|(name, _)| *name == extension)
        .map_or("application/octet-stream", |(_, kind)| kind)
}

/// Method and target of the request on a connection; `None` where nothing was asked.
pub(super) fn read(stream: &TcpStream) -> io::Result<Option<(String, String)>> {
    let mut lines = BufReader::new(stream.take(HEAD_MAX)).lines();
    let Some(first) = lines.next().transpose()? else {
        return Ok(None);
    };
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ').map(str::to_owned);
    Ok(words.next().zip(words.next()))
}

/// Sends an answer and closes the connection. `length` is what the head promises, the body may be shorter.
pub(super) fn write(mut stream: &TcpStream, status: &str, kind: &str, length: usize, body: &[u8]) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\ncache-control: no-cache\r\n\
         connection: close\r\n\r\n"
    )?;
    stream.write_all(body)?;
    stream.flush()
}
