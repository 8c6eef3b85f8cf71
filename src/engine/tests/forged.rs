//! Packs that somebody has changed and sealed again.

use dateline_corpus::pack::{reseal, unsqueezed};
use dateline_corpus::{EntityKey, EntityKind};
use proptest::prelude::*;

use super::{ask, pack, sample};
use crate::question::{Ask, Quoting, Scope};
use crate::{Engine, Opening};

/// Seals what was changed, and asks everything where it opens: whatever is answered, it is answered.
fn ask_everything(mut bytes: Vec<u8>) {
    reseal(&mut bytes);
    let mut opening = Opening::default();
    bytes.chunks(100).for_each(|piece| opening.push(piece));
    let (whole, pieces) = (Engine::open(bytes), opening.finish());
    assert_eq!(whole.is_ok(), pieces.is_ok());
    let Ok(mut engine) = whole else { return };
    assert_eq!(format!("{pieces:?}"), format!("Ok({engine:?})"));
    ask_all(&engine);
    let list = "merge place:tokyo -> person:kishida\nsplit person:kishida \"Kishida\" -> country:KR\n\
        country place:tokyo -> KR\nkind person:tillerson -> place\ndrop country:JP \"JP\"";
    if engine.correct(list).is_ok() {
        ask_all(&engine);
    }
}

fn ask_all(engine: &Engine) {
    for query in [
        "",
        "missile",
        "\"new approach\"",
        "misile near:2(kishida tokyo) ",
        "person:kishida -japan ",
    ] {
        let _ = engine.explore(&ask(query, &[]));
    }
    for id in ["a", "b", "c", "d"] {
        let _ = engine.article(id, "missile");
    }
    let entities = (0..engine.counts.len() as u32).filter_map(|at| engine.at(at).entity);
    let forged = entities.map(|entity| entity.key());
    let known = EntityKey::new(EntityKind::Person, "kishida");
    for key in forged.chain([known]) {
        let _ = engine.card(&key);
        let (scope, offset, limit) = (Scope::default(), 0, 10);
        for quoting in [Quoting::By, Quoting::About] {
            let _ = engine.quotations(&scope, &key, quoting, offset, limit);
        }
        for with in [None, EntityKey::parse("country:JP"), Some(key.clone())] {
            let _ = engine.answer(&Ask::Sentences {
                scope: scope.clone(),
                key: key.clone(),
                with,
                offset,
                limit,
            });
        }
    }
    let _ = engine.together(&Scope::default(), &EntityKind::ALL, u32::MAX);
    let _ = engine.doubts(&Scope::default(), None, 0, 10);
    let _ = engine.answer(&Ask::World);
    let _ = engine.answer(&Ask::Corrections);
    let _ = engine.answer(&Ask::About);
}

/// In sections as they are stored and as they are read: of the latter more changes are understood.
#[test]
fn every_changed_byte_and_every_truncation_is_refused_or_harmless() {
    for bytes in [pack(&sample()), unsqueezed(&pack(&sample())).unwrap()] {
        for at in 0..bytes.len() {
            for change in [0x01, 0x02, 0x80, 0xFF] {
                let mut changed = bytes.clone();
                changed[at] ^= change;
                ask_everything(changed);
            }
            ask_everything(bytes[..at].to_vec());
        }
    }
}

proptest! {
    #[test]
    fn a_forged_pack_is_refused_or_answers_something(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), plain in any::<bool>()) {
        let mut bytes = if plain { unsqueezed(&pack(&sample())).unwrap() } else { pack(&sample()) };
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        ask_everything(bytes);
    }
}
