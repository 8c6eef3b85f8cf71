//! The texts of the articles that were listed last: while somebody types, the next list has most of them again.

use std::sync::{Arc, Mutex, PoisonError};

use dateline_corpus::pack::{ArticleTexts, PackError, TermAt};

/// Memory for them in bytes: a hundred news stories.
const ROOM: usize = 256 << 10;

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct Recent(Mutex<Texts>);

#[derive(Debug, Default)]
struct Texts {
    /// By article, the last one asked for last. Some hundred at most: to move them up costs less than a ring would.
    texts: Vec<(u32, Arc<ArticleTexts>)>,
    /// Bytes of all of them.
    bytes: usize,
}

impl Recent {
    /// The texts of an article: those kept, else what `read` gives, which are kept then.
    pub fn texts(
        &self,
        ix: u32,
        read: impl FnOnce() -> Result<ArticleTexts, PackError>,
    ) -> Result<Arc<ArticleTexts>, PackError> {
        // Whatever panicked while it held them, they are whole.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = kept.texts.iter().position(|(other, _)| *other == ix) {
            kept.texts[at..].rotate_left(1);
            return Ok(kept.texts[kept.texts.len() - 1].1.clone());
        }
        let texts = Arc::new(read()?);
        kept.bytes += bytes(&texts);
        kept.texts.push((ix, texts.clone()));
        while kept.bytes > ROOM && !kept.texts.is_empty() {
            let (_, old) = kept.texts.remove(0);
            kept.bytes -= bytes(&old);
        }
        Ok(texts)
    }
}

/// Memory that texts take, near enough.
fn bytes(texts: &ArticleTexts) -> usize {
    let of = |text: &dateline_corpus::pack::ReadText| text.text.len() + size_of::<TermAt>() * text.tokens.len();
    size_of::<ArticleTexts>() + of(&texts.title) + of(&texts.body)
}

#[cfg(test)]
mod tests {
    use dateline_corpus::pack::{ArticleTexts, PackError, ReadText};

    use super::{ROOM, Recent};

    fn texts(bytes: usize) -> ArticleTexts {
        let body = ReadText {
            text: "x".repeat(bytes),
            ..ReadText::default()
        };
        ArticleTexts {
            body,
            ..ArticleTexts::default()
        }
    }

    #[test]
    fn what_was_asked_for_last_is_read_once() {
        let recent = Recent::default();
        let mut read = Vec::new();
        // Three of them have room.
        for ix in [0, 1, 2, 0, 3, 1, 0, 3, 3] {
            let again = recent.texts(ix, || {
                read.push(ix);
                Ok(texts(ROOM / 4))
            });
            assert_eq!(again.unwrap().body.text.len(), ROOM / 4);
        }
        // When 3 comes, 1 was asked for longest ago.
        assert_eq!(read, [0, 1, 2, 3, 1]);
    }

    #[test]
    fn what_is_too_large_or_fails_is_not_kept() {
        let recent = Recent::default();
        for _ in 0..2 {
            let mut is_read = false;
            recent
                .texts(7, || {
                    is_read = true;
                    Ok(texts(2 * ROOM))
                })
                .unwrap();
            assert!(is_read && recent.0.lock().unwrap().bytes == 0);
            assert_eq!(recent.texts(8, || Err(PackError::Wanting)), Err(PackError::Wanting));
        }
        assert!(recent.0.lock().unwrap().texts.is_empty());
    }
}
