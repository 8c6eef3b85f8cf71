//! A pack inside a finished wasm module.
//!
//! WebAssembly lets a module carry named custom sections that its code never sees; the page reads them with
//! `WebAssembly.Module.customSections` (core specification, 2.5.13 and appendix "Custom Sections"). So a pack goes into
//! a compiled page, and out of it, without compiling anything.

use wasm_encoder::{CustomSection, Module, RawSection};
use wasmparser::{Parser, Payload};

use super::PageError;

/// The custom section's name; the page asks for it by this name.
pub const SECTION: &str = "dateline-pack";

/// The module with `pack` as its last section, in the place of any pack it had.
///
/// Last, so that a browser that compiles while it downloads has the code before the articles.
pub fn embed(wasm: &[u8], pack: &[u8]) -> Result<Vec<u8>, PageError> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(damaged)?;
        if matches!(&payload, Payload::CustomSection(section) if section.name() == SECTION) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: &wasm[range] });
        }
    }
    module.section(&CustomSection {
        name: SECTION.into(),
        data: pack.into(),
    });
    Ok(module.finish())
}

/// The pack inside a module: `None` where it carries none, an error where it is no module or is cut off.
pub fn extract(wasm: &[u8]) -> Result<Option<&[u8]>, PageError> {
    let mut pack = None;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CustomSection(section) = payload.map_err(damaged)?
            && section.name() == SECTION
        {
            pack = Some(section.data());
        }
    }
    Ok(pack)
}

fn damaged(error: wasmparser::BinaryReaderError) -> PageError {
    PageError::Wasm {
        found: format!("{} at byte {}", error.message(), error.offset()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The smallest module with a section of its own: a custom section "other" with one byte.
    fn module() -> Vec<u8> {
        let mut module = Module::new();
        module.section(&CustomSection {
            name: "other".into(),
            data: [7u8].as_slice().into(),
        });
        module.finish()
    }

    #[test]
    fn what_is_embedded_is_extracted() {
        let packs = [
            vec![],
            vec![0],
            vec![0xff; 200],
            (0..100_000u32).map(|n| n as u8).collect::<Vec<u8>>(),
        ];
        for pack in packs {
            let with = embed(&module(), &pack).unwrap();
            assert_eq!(extract(&with).unwrap(), Some(pack.as_slice()));
        }
        assert_eq!(extract(&module()).unwrap(), None);
    }

    #[test]
    fn a_second_pack_replaces_the_first() {
        let once = embed(&module(), b"new").unwrap();
        let twice = embed(&embed(&module(), b"a longer old one").unwrap(), b"new").unwrap();
        assert_eq!(once, twice);
    }

    #[test]
    fn other_sections_stay_as_they_were() {
        let with = embed(&module(), b"pack").unwrap();
        assert_eq!(with[..module().len()], module());
    }

    #[test]
    fn damage_is_an_error_and_says_where() {
        let whole = embed(&module(), b"pack").unwrap();
        for cut in 1..4 {
            assert!(extract(&whole[..whole.len() - cut]).is_err(), "{cut} bytes cut off");
        }
        let message = embed(b"<!doctype html>", b"").unwrap_err().to_string();
        assert!(message.contains("at byte 0"), "{message}");
    }
}
