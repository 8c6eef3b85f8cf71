//! A static server for one folder, for the reader's own machine only.
//!
//! It listens on the loopback address, answers GET and HEAD with the folder's files, and nothing outside of them. A
//! request that names another host is refused, so that no web site can read a private page through a name of its own
//! that points here ("DNS rebinding").

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Longest request head read, in bytes: far above what browsers send to a page without cookies.
const HEAD_MAX: u64 = 64 * 1024;

/// A connection on which nothing comes for this long is closed; browsers open some that they never use.
const IDLE: Duration = Duration::from_secs(30);

/// Types by file extension (IANA media types). Anything else is sent as bytes.
const TYPES: [(&str, &str); 12] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/plain; charset=utf-8"),
    ("ts", "text/plain; charset=utf-8"),
    ("jsonl", "text/plain; charset=utf-8"),
];

/// A folder about to be served.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    root: Arc<PathBuf>,
}

impl Server {
    /// Opens the port on 127.0.0.1; with port 0 the system picks a free one.
    ///
    /// # Errors
    /// Where `dir` is not a folder, or the port is taken.
    pub fn open(dir: &Path, port: u16) -> io::Result<Self> {
        let root = dir.canonicalize()?;
        if !root.is_dir() {
            return Err(io::Error::new(
                io::ErrorKind::NotADirectory,
                format!("{} is not a folder", dir.display()),
            ));
        }
        Ok(Self {
            listener: TcpListener::bind((Ipv4Addr::LOCALHOST, port))?,
            root: Arc::new(root),
        })
    }

    /// The address to open, such as `http://127.0.0.1:8017/`.
    pub fn address(&self) -> io::Result<String> {
        Ok(format!("http://{}/", self.listener.local_addr()?))
    }

    /// Answers until the process ends.
    ///
    /// # Errors
    /// Where the system takes the port away; a broken connection only ends itself.
    pub fn run(&self) -> io::Result<()> {
        loop {
            let (stream, _) = self.listener.accept()?;
            let root = Arc::clone(&self.root);
            // A reader who leaves early breaks the connection: nothing to report.
            thread::spawn(move || drop(converse(&root, &stream)));
        }
    }
}

/// Requests and answers on one connection, until the browser closes it.
fn converse(root: &Path, stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = Request::read(&mut reader)? {
        let answer = answer(root, &request);
        let mut head = format!(
            "HTTP/1.1 {}\r\ncontent-length: {}\r\ncontent-type: {}\r\ncache-control: no-cache\r\n\
             x-content-type-options: nosniff\r\n",
            answer.status,
            answer.body.len(),
            answer.kind
        );
        if let Some(location) = answer.location {
            head.push_str(&format!("location: {location}\r\n"));
        }
        head.push_str("\r\n");
        let mut writer = stream;
        writer.write_all(head.as_bytes())?;
        if request.method != "HEAD" {
            writer.write_all(&answer.body)?;
        }
    }
    Ok(())
}

/// The parts of a request that decide the answer.
struct Request {
    method: String,
    target: String,
    host: String,
}

impl Request {
    /// `None` where the browser has closed the connection.
    fn read(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Self>> {
        let mut lines = reader.take(HEAD_MAX).lines();
        let Some(first) = lines.next().transpose()? else {
            return Ok(None);
        };
        let mut words = first.split(' ');
        let mut word = || words.next().unwrap_or_default().to_owned();
        let (method, target) = (word(), word());
        let mut host = String::new();
        for line in lines {
            let line = line?;
            match line.split_once(':') {
                _ if line.is_empty() => return Ok(Some(Self { method, target, host })),
                Some((name, value)) if name.eq_ignore_ascii_case("host") => host = value.trim().to_owned(),
                _ => {}
            }
        }
        Err(io::Error::new(
            io::ErrorKind::UnexpectedEof,
            "the request's head does not end",
        ))
    }
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    location: Option<String>,
    body: Vec<u8>,
}

impl Answer {
    fn words(status: &'static str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            location: None,
            body: format!("{status}\n").into_bytes(),
        }
    }
}

fn answer(root: &Path, request: &Request) -> Answer {
    let name = request
        .host
        .rsplit_once(':')
        .map_or(request.host.as_str(), |(name, _)| name);
    if !["127.0.0.1", "localhost", "[::1]"].contains(&name) {
        return Answer::words("403 Forbidden: this page is served to this machine only");
    }
    if !["GET", "HEAD"].contains(&request.method.as_str()) {
        return Answer::words("405 Method Not Allowed");
    }
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    let Some(file) = resolve(root, path) else {
        return Answer::words("404 Not Found");
    };
    if !file.is_dir() {
        return send(&file);
    }
    if path.ends_with('/') {
        return send(&file.join("index.html"));
    }
    let mut redirect = Answer::words("301 Moved Permanently");
    // Relative, so that no request can make it lead to another host (`//host/` would).
    redirect.location = path.rsplit('/').next().map(|last| format!("./{last}/"));
    redirect
}

fn send(file: &Path) -> Answer {
    let extension = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
    let kind = TYPES
        .iter()
        .find(|(name, _)| *name == extension)
        .map_or("application/octet-stream", |(_, kind)| kind);
    match fs::read(file) {
        Ok(body) => Answer {
            status: "200 OK",
            kind,
            location: None,
            body,
        },
        Err(_) => Answer::words("404 Not Found"),
    }
}

/// The file that a request's path names, if it lies inside `root` once all links are followed.
fn resolve(root: &Path, path: &str) -> Option<PathBuf> {
    let decoded = decode(path)?;
    let relative = decoded.trim_start_matches('/');
    if relative.contains('\0') || relative.split(['/', '\\']).any(|part| part == "..") {
        return None;
    }
    let file = root.join(relative).canonicalize().ok()?;
    file.starts_with(root).then_some(file)
}

/// Percent-decoding (RFC 3986, 2.1); `None` for what is not UTF-8 afterwards.
fn decode(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_files_of_the_folder_and_nothing_else() {
        let outer = tempfile::tempdir().unwrap();
        let root = outer.path().join("site");
        fs::create_dir_all(root.join("sub folder")).unwrap();
        fs::write(outer.path().join("secret.txt"), "secret").unwrap();
        fs::write(root.join("index.html"), "home").unwrap();
        fs::write(root.join("a.wasm"), "code").unwrap();
        fs::write(root.join("sub folder/index.html"), "sub").unwrap();
        let root = root.canonicalize().unwrap();
        let check = |method: &str, host: &str, target: &str, status: &str, body: &str| {
            let request = Request {
                method: method.into(),
                target: target.into(),
                host: host.into(),
            };
            let answer = answer(&root, &request);
            assert!(answer.status.starts_with(status), "{target}: {}", answer.status);
            assert!(body.is_empty() || answer.body == body.as_bytes(), "{target}");
            answer
        };
        check("GET", "127.0.0.1:8000", "/", "200", "home");
        check("GET", "localhost", "/?a=/../b#c", "200", "home");
        check("GET", "[::1]:80", "/sub%20folder/", "200", "sub");
        assert_eq!(
            check("GET", "localhost", "/a.wasm", "200", "code").kind,
            "application/wasm"
        );
        let redirect = check("GET", "localhost", "//evil.example/..%2fsub%20folder", "404", "");
        assert_eq!(redirect.location, None);
        let redirect = check("GET", "localhost", "/sub%20folder", "301", "");
        assert_eq!(redirect.location.as_deref(), Some("./sub%20folder/"));
        for outside in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..\\secret.txt",
            "//../secret.txt",
            "/%00",
            "/%ff",
        ] {
            check("GET", "localhost", outside, "404", "");
        }
        check("GET", "evil.example", "/", "403", "");
        check("POST", "localhost", "/", "405", "");
    }
}
