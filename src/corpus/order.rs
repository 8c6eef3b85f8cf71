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

/// Puts in the place `nth` what would stand there if all were sorted, before it what is less, behind it the rest. Linear time as
/// a rule, `n log n` at worst. The standard library's is compiled to four times the size.
pub fn select(mut items: &mut [u64], mut nth: usize) {
    /// Fewer are sorted.
    const FEW: usize = 16;
    // Each round leaves out a third of the rest or so. Where it does not, because many are equal, all that are left are sorted.
    let mut rounds = 4 * items.len().max(1).ilog2();
    while items.len() > FEW && rounds > 0 {
        rounds -= 1;
        let (a, b, c) = (items[0], items[items.len() / 2], items[items.len() - 1]);
        let pivot = a.min(b).max(a.max(b).min(c));
        let mut less = 0;
        for at in 0..items.len() {
            let is_less = items[at] < pivot;
            items.swap(at, less);
            less += usize::from(is_less);
        }
        if nth < less {
            items = &mut items[..less];
        } else {
            items = &mut items[less..];
            nth -= less;
        }
    }
    items.sort_unstable();
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{select, sort_by_key};

    proptest! {
        #[test]
        fn what_is_selected_stands_where_it_would_if_sorted(
            mut items in prop_oneof![
                prop::collection::vec(any::<u64>(), 1..300),
                prop::collection::vec(0u64..3, 1..300),
                (1u64..300).prop_map(|n| (0..n).rev().collect()),
            ],
            nth: prop::sample::Index,
        ) {
            let nth = nth.index(items.len());
            let mut sorted = items.clone();
            sorted.sort_unstable();
            select(&mut items, nth);
            prop_assert_eq!(items[nth], sorted[nth]);
            let (mut before, mut behind) = (items[..nth].to_vec(), items[nth..].to_vec());
            before.sort_unstable();
            behind.sort_unstable();
            prop_assert_eq!([before, behind].concat(), sorted);
        }

        #[test]
        fn sorts_as_the_standard_stable_sort_does(items: Vec<(u8, String)>) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |i| i.0 % 8);
            theirs.sort_by_key(|i| i.0 % 8);
            prop_assert_eq!(ours, theirs);
        }
    }
}
