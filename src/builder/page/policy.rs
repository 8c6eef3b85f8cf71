//! What a page is allowed to load: its content security policy, set by a meta tag so that no server has to.
//!
//! The order of directives follows CSP Level 3. `'wasm-unsafe-eval'` allows compiling WebAssembly and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What stands in the page itself, each to the letter.
#[derive(Clone, Copy)]
pub(super) struct Inline<'a> {
    /// The texts of its scripts.
    pub scripts: &'a [&'a str],
    /// The texts of its styles.
    pub styles: &'a [&'a str],
}

/// For a page of several files: scripts and styles that stand in it, by their hashes, and files of the page's own origin.
pub(super) fn site(inline: Inline<'_>) -> String {
    let hashes = |texts: &[&str]| -> String { texts.iter().map(|text| format!(" '{}'", source_hash(text))).collect() };
    format!(
        "default-src 'none'; script-src{} 'wasm-unsafe-eval'; style-src 'self'{}; img-src 'self' data:; \
         connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        hashes(inline.scripts),
        hashes(inline.styles)
    )
}

/// For a page of one file: the one script and the one style it carries, by their hashes, and no address at all.
pub(super) fn single_file(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; connect-src 'none'; \
         worker-src blob:; base-uri 'none'; form-action 'none'",
        source_hash(script),
        source_hash(style)
    )
}

/// The hash source of an inline script or style: of exactly the text between its tags.
pub(super) fn source_hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The first 12 hexadecimal digits of the content's SHA-256: 48 bits tell the versions of one page's files apart.
/// `www/sw.js` holds a file's content against its name before it keeps it.
pub(super) fn content_name(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_specification() {
        // The example of CSP Level 3, section 2.3.1 "Source Lists": `alert('Hello, world.');`.
        assert_eq!(
            source_hash("alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }
}
