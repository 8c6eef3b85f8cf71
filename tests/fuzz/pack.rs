//! Any bytes as a pack, whole and in pieces, and then the same with checksums that fit: refused, or an engine that answers
//! something.
//!
//! Changes are made within one section at a time, whose new length the directory then says: bytes that come or go would
//! otherwise leave every later section in the wrong place, and nothing behind the directory would ever be tried.

#![no_main]

use dateline_corpus::pack::reseal;
use dateline_engine::{Engine, Opening};
use dateline_fuzz::ask_everything;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// Of `src/corpus/pack/mod.rs`: the head; an entry of the directory, and in it the section's offset and length.
const HEAD: usize = 16;
const ENTRY: usize = 16;
const OFFSET: usize = 4;
const LENGTH: usize = 8;
const SECTIONS: usize = 11;
const BODY: usize = HEAD + SECTIONS * ENTRY + 4;

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
}

/// The sections' bytes; `None` where the directory leads outside.
fn sections(pack: &[u8]) -> Option<Vec<Vec<u8>>> {
    let section = |i: usize| {
        let entry = HEAD + i * ENTRY;
        let offset = number(pack, entry + OFFSET)?;
        let end = offset.checked_add(number(pack, entry + LENGTH)?)?;
        pack.get(offset..end).map(<[u8]>::to_vec)
    };
    (0..SECTIONS).map(section).collect()
}

/// Head and tags of `pack` with other sections.
fn joined(pack: &[u8], sections: &[Vec<u8>]) -> Vec<u8> {
    let mut out = pack[..BODY].to_vec();
    for (i, section) in sections.iter().enumerate() {
        let (entry, offset) = (HEAD + i * ENTRY, out.len() as u32);
        out[entry + OFFSET..][..4].copy_from_slice(&offset.to_le_bytes());
        out[entry + LENGTH..][..4].copy_from_slice(&(section.len() as u32).to_le_bytes());
        out.extend_from_slice(section);
    }
    reseal(&mut out);
    out
}

/// One section changed; `None` where there are no sections, or no room.
fn changed(pack: &[u8], most: usize, seed: u32) -> Option<Vec<u8>> {
    let mut sections = sections(pack)?;
    let section = &mut sections[seed as usize % SECTIONS];
    let (length, room) = (section.len(), most.saturating_sub(pack.len()));
    section.resize(length + room.min(64), 0);
    let room = section.len();
    let length = fuzzer_mutate(section, length, room);
    section.truncate(length);
    Some(joined(pack, &sections)).filter(|pack| pack.len() <= most)
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // One time in sixteen the bytes as such: head and directory are to be tried too.
    let new = (!seed.is_multiple_of(16))
        .then(|| changed(&data[..size], max_size, seed / 16))
        .flatten();
    match new {
        Some(new) => {
            data[..new.len()].copy_from_slice(&new);
            new.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});

fuzz_target!(|data: &[u8]| {
    let mut bytes = data.to_vec();
    let opened = Engine::open(bytes.clone()).or_else(|_| {
        reseal(&mut bytes);
        Engine::open(bytes.clone())
    });
    // In pieces it is the same, and refused where it is.
    let mut arriving = Opening::default();
    bytes.chunks(1 + bytes.len() / 7).for_each(|piece| arriving.push(piece));
    let arrived = arriving.finish();
    assert_eq!(opened.is_err(), arrived.is_err());
    if let Ok(engine) = opened {
        ask_everything(|ask| engine.answer(ask).ok());
    }
});
