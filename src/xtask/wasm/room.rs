//! Where do a module's tables stand? A few bytes farther on, since a compressor reads in blocks.
//!
//! Brotli begins its statistics of bytes anew every so often, wherever in a table that falls. How much it makes of the 3.6 MB of
//! tables in the analysis varies by 0.8 % so, at random: a line of code more moves all of them. A section of zeros in front costs
//! a dozen bytes and moves them too.

use std::borrow::Cow;

use wasm_encoder::{CustomSection, Encode};

/// Bytes of a module's magic number and version (WebAssembly core specification, 5.5.16).
const HEAD: usize = 8;

/// The module with so many zeros before all of its sections, in one that nothing reads.
pub fn moved(module: &[u8], zeros: usize) -> Vec<u8> {
    let (head, sections) = module.split_at(HEAD.min(module.len()));
    let mut out = head.to_vec();
    if zeros > 0 {
        let section = CustomSection {
            name: Cow::Borrowed("room"),
            data: Cow::Owned(vec![0; zeros]),
        };
        // Its number, which stands before what the section writes.
        out.push(0);
        section.encode(&mut out);
    }
    out.extend_from_slice(sections);
    out
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{Module, TypeSection};
    use wasmparser::{Parser, Payload};

    use super::moved;

    #[test]
    fn everything_else_stays() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut module = Module::new();
        module.section(&types);
        let module = module.finish();
        let out = moved(&module, 300);
        assert_eq!(out.len(), module.len() + 300 + "room".len() + 1 + 2 + 1);
        let sections = |module: &[u8]| {
            let payloads = Parser::new(0).parse_all(module).map(Result::unwrap);
            let own = payloads.filter(|payload| !matches!(payload, Payload::CustomSection(_)));
            own.filter(|payload| matches!(payload, Payload::TypeSection(_))).count()
        };
        assert_eq!((sections(&module), sections(&out)), (1, 1));
        assert_eq!(moved(&module, 0), module);
    }
}
