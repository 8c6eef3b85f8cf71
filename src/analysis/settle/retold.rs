//! Which marks of the rules stay beside the tagger's names?

use crate::marks::{Mark, What};
use crate::tagger::{NameKind, Named};

/// The tagger's names and those marks of the rules that they leave room for.
pub fn retold(marks: &[Mark], names: &[Named]) -> Vec<Mark> {
    // `President (Vladimir) Putin`: the mark has both words, the mention one.
    let whole = |name: &Named| {
        let first = marks.partition_point(|m| m.from + 1 < name.from);
        let near = marks[first..].iter().take_while(|m| m.from < name.from);
        let same = near
            .filter(|m| matches!(m.what, What::Person) && m.to == name.to)
            .last();
        same.map_or(name.from, |m| m.from)
    };
    let mut all: Vec<Mark> = names
        .iter()
        .map(|name| match name.kind {
            NameKind::Person => (whole(name), name.to, What::Person),
            NameKind::Body => (name.from, name.to, What::Body),
            NameKind::Place | NameKind::Other => (name.from, name.to, What::Thing),
        })
        .map(|(from, to, what)| Mark { from, to, what })
        .collect();
    let free = |mark: &&Mark| {
        let next = names.partition_point(|n| n.to <= mark.from);
        names.get(next).is_none_or(|n| n.from >= mark.to)
    };
    let kept = marks
        .iter()
        .filter(|m| !matches!(m.what, What::Person | What::Body))
        .filter(free);
    all.extend(kept.cloned());
    all.sort_by_key(|m| (m.from, std::cmp::Reverse(m.to)));
    all
}
