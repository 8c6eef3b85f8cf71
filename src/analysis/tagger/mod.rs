//! Which words belong to names of people, bodies and places? Learned from annotated text, told by what the rules found.
//!
//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): [`features`] says what is seen at each word
//! that may belong to a name, the rules' own reading among it; [`weights`] says what that speaks for; [`decode`] finds the
//! likeliest sequence of tags (Viterbi 1967). Words that cannot belong to a name are never looked at, which is what makes
//! it fast. Training is not here: `src/xtask/train`.

mod agree;
mod context;
mod decode;
mod facts;
mod features;
mod fit;
mod groups;
mod page;
mod spelled;
mod stored;
mod stretches;
mod weights;

pub use features::{Join, Seen, Standing};
pub use groups::Groups;
pub use stored::Damaged;
pub use weights::{Row, TAGS, Weights};

pub(crate) use facts::Vocabulary;
pub(crate) use page::Page;

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A body.
    Body,
    /// A place, a country among them.
    Place,
    /// Works, events, peoples, languages: told from the others, then dropped.
    Other,
}

/// All kinds, in the order of their tags.
pub const KINDS: [NameKind; 4] = [NameKind::Person, NameKind::Body, NameKind::Place, NameKind::Other];

/// The tag of a word outside all names; that of a name's first word of kind `k` is `1 + 2k`, of its further words `2 + 2k`.
pub const OUTSIDE: usize = 0;

/// The tag of a name's first word, or of a further one.
pub const fn tag(kind: NameKind, first: bool) -> usize {
    1 + 2 * kind as usize + !first as usize
}

/// Whether a tag may follow another: a name's further words need a first.
pub const fn legal(before: usize, after: usize) -> bool {
    after == OUTSIDE || after % 2 == 1 || after == before || after == before + 1
}

/// A name in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// First word.
    pub from: usize,
    /// One past its last.
    pub to: usize,
    /// What it names.
    pub kind: NameKind,
}

/// The names of a text, in order, not overlapping.
pub(crate) fn names(page: &Page<'_, '_>, weights: &Weights) -> Vec<Named> {
    let mut names = Vec::new();
    let mut seen = Vec::new();
    let (mut reader, mut summing) = (features::Reader::new(page), weights.summing());
    for (from, to) in page.stretches().filter(|&(from, to)| !page.is_opening(from, to)) {
        seen.clear();
        seen.extend((from..to).map(|i| {
            let standing = reader.read(i, |feature| summing.add(feature));
            (standing, summing.take())
        }));
        spans(from, &decode::best(weights, &seen), &mut names);
    }
    names = spelled::spell(page, fit::fit(page, names));
    agree::agree(page, &mut names);
    names
}

/// Reads the names off a stretch's tags.
fn spans(from: usize, tags: &[usize], names: &mut Vec<Named>) {
    for (i, &tag) in tags.iter().enumerate().filter(|(_, tag)| **tag != OUTSIDE) {
        let kind = KINDS[(tag - 1) / 2];
        let at = from + i;
        match names.last_mut() {
            Some(name) if tag % 2 == 0 && name.to == at && name.kind == kind => name.to = at + 1,
            _ => names.push(Named {
                from: at,
                to: at + 1,
                kind,
            }),
        }
    }
}
