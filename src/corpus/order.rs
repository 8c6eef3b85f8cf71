//! Sorting, compiled once.
//!
//! Each use of the standard library's sort with another type or comparison is compiled anew, at some 6 kB of wasm; a page
//! with twenty of them carries 100 kB of sorts. Here positions are sorted, by one compiled sort, and the items follow.

use std::cmp::Ordering;

/// Sorts items; equal ones keep their order. `n log n` comparisons through a pointer: right for lists that are shown, while
/// the hits of a query have a faster way of their own.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    sort_positions(&mut order, &|a, b| compare(&items[a as usize], &items[b as usize]));
    // Position `at` is to receive the item that stands at `order[at]`: follow each cycle once.
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = order[at] as usize;
            order[at] = at as u32;
            if from == start || from == at {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Sorts items by a key; equal ones keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

fn sort_positions(order: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sort_by_key;

    proptest! {
        #[test]
        fn sorts_as_the_standard_stable_sort_does(items: Vec<(u8, String)>) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |i| i.0 % 8);
            theirs.sort_by_key(|i| i.0 % 8);
            prop_assert_eq!(ours, theirs);
        }
    }
}
