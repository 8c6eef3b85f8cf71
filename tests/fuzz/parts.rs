//! Any bytes as a corpus in parts, with checksums that fit: refused, or an engine that answers something.
//!
//! The input is the start and the parts one after the other, each behind a letter (`s` for the start, else its kind's), its
//! number and its length, two and four bytes, little-endian. Changes are made within one of them at a time.

#![no_main]

use dateline_corpus::pack::parts::reseal;
use dateline_engine::Engine;
use dateline_engine::question::Ask;
use dateline_engine::view::Answer;
use dateline_fuzz::ask_everything;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// Letter, number, length.
const HEAD: usize = 7;
/// Times a question is asked again: no answer of a sound corpus of this size needs more parts than these, one by one.
const ROUNDS: usize = 64;

/// A file: its letter and number, and its bytes.
type File = ([u8; 3], Vec<u8>);

fn files(mut input: &[u8]) -> Vec<File> {
    let mut files = Vec::new();
    while let Some((head, rest)) = input.split_at_checked(HEAD) {
        let length = u32::from_le_bytes([head[3], head[4], head[5], head[6]]) as usize;
        let (bytes, behind) = rest.split_at(length.min(rest.len()));
        files.push(([head[0], head[1], head[2]], bytes.to_vec()));
        input = behind;
    }
    files
}

fn joined(files: &[File]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, bytes) in files {
        out.extend_from_slice(name);
        out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        out.extend_from_slice(bytes);
    }
    out
}

/// One file changed; `None` where there is none, or no room.
fn changed(input: &[u8], most: usize, seed: u32) -> Option<Vec<u8>> {
    let mut files = files(input);
    let n = files.len().max(1);
    let (_, bytes) = files.get_mut(seed as usize % n)?;
    let (length, room) = (bytes.len(), most.saturating_sub(input.len()));
    bytes.resize(length + room.min(64), 0);
    let room = bytes.len();
    let length = fuzzer_mutate(bytes, length, room);
    bytes.truncate(length);
    Some(joined(&files)).filter(|input| input.len() <= most)
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    match changed(&data[..size], max_size, seed) {
        Some(new) => {
            data[..new.len()].copy_from_slice(&new);
            new.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});

/// Asks until nothing is wanted, or what is wanted is not there.
fn answer(engine: &mut Engine, files: &[File], ask: &Ask) -> Option<Answer> {
    for _ in 0..ROUNDS {
        if let Ok(answer) = engine.answer(ask) {
            return Some(answer);
        }
        let mut is_new = false;
        for name in engine.wanted() {
            let number = name
                .get(1..)
                .and_then(|rest| rest.split('-').next()?.parse::<u16>().ok());
            let (Some(letter), Some(number)) = (name.bytes().next(), number) else {
                continue;
            };
            let [low, high] = number.to_le_bytes();
            let file = files.iter().find(|(name, _)| *name == [letter, low, high]);
            is_new |= file.is_some_and(|(_, bytes)| engine.supply_forged(&name, bytes));
        }
        if !is_new {
            return None;
        }
    }
    None
}

fuzz_target!(|data: &[u8]| {
    let files = files(data);
    let Some((_, start)) = files.iter().find(|(name, _)| name[0] == b's') else {
        return;
    };
    let mut start = start.clone();
    reseal(&mut start);
    let Ok(mut engine) = Engine::open(start) else {
        return;
    };
    if engine.is_in_parts() {
        ask_everything(|ask| answer(&mut engine, &files, ask));
    }
});
