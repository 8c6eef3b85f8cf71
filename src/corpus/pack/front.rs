//! Strings in order by what each shares with the one before: a number of bytes, then the rest.

use super::words::shared_prefix;
use super::{PackError, Reader, put_str, put_varint};

/// Bytes shared at most: a few bytes, each repeating a long string, do not become gigabytes.
const MOST_SHARED: usize = 60;

/// Appends a string behind the one before it.
pub(super) fn put_front(out: &mut Vec<u8>, string: &str, before: &str) {
    let same = shared_prefix(before, string).min(MOST_SHARED);
    let shared = (0..=same).rev().find(|n| before.is_char_boundary(*n)).unwrap_or(0);
    put_varint(out, shared as u32);
    put_str(out, &string[shared..]);
}

/// Reads a string behind the one before it.
pub(super) fn front(r: &mut Reader, before: &str) -> Result<String, PackError> {
    let shared = r.varint()? as usize;
    let shared = before.get(..shared).filter(|_| shared <= MOST_SHARED);
    let shared = shared.ok_or_else(|| r.malformed("a beginning of the name before"))?;
    let rest = r.str()?;
    let mut string = String::with_capacity(shared.len() + rest.len());
    string.push_str(shared);
    string.push_str(rest);
    Ok(string)
}
