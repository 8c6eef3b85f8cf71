//! From the codes of texts to titles, bodies and their words.

use super::{ArticleRecord, ArticleTexts, Pack};
use crate::pack::bits::BitReader;
use crate::pack::columns::Place;
use crate::pack::compose::{ReadText, Spelled, compose};
use crate::pack::huffman::Decoder;
use crate::pack::layout::Section;
use crate::pack::texts::TextReader;
use crate::pack::words::{Ranked, Ranking};
use crate::pack::{PackError, Reader};

impl Pack {
    /// How many articles have their texts here: the first ones.
    pub(in crate::pack) fn articles_here(&self) -> u32 {
        let here = self.forgotten + self.section(Section::Texts).len();
        self.columns.with_texts_within(here as u32)
    }

    /// The codes of the texts of the first articles, as far as they are here and were not forgotten.
    pub(in crate::pack) fn texts_of_first(&self, articles: u32) -> &[u8] {
        let texts = self.section(Section::Texts);
        let end = self
            .columns
            .range(articles, Place::Texts)
            .map(|of_next| of_next.start.saturating_sub(self.forgotten));
        texts.get(..end.unwrap_or(texts.len())).unwrap_or(texts)
    }

    /// Gives back the room of these.
    pub(in crate::pack) fn forget_texts_of_first(&mut self, articles: u32) {
        self.forget(self.texts_of_first(articles).len());
    }

    fn forget(&mut self, bytes: usize) {
        self.bytes.drain(..bytes);
        self.forgotten += bytes;
    }

    fn text_reader<'a>(&'a self, ix: u32, decoder: &'a Decoder) -> Result<TextReader<'a>, PackError> {
        let texts = self.section(Section::Texts);
        let range = self.range(ix, Place::Texts)?;
        let place = Reader::new(texts, range.start, Section::Texts.tag());
        let here = |at: usize| at.checked_sub(self.forgotten);
        let bytes = here(range.start).zip(here(range.end));
        let bytes = bytes.and_then(|(from, to)| texts.get(from..to));
        let bytes = bytes.ok_or_else(|| place.malformed("a text"))?;
        // Every word takes a bit at least: no damaged number makes this a long walk.
        let (body, title) = self.lengths(ix);
        if u64::from(title) + u64::from(body) > bytes.len() as u64 * 8 {
            return Err(place.malformed("as many words as an article has"));
        }
        Ok(TextReader {
            decoder,
            gaps: &self.gaps,
            bits: BitReader::new(bytes),
            place,
        })
    }

    /// Title and body of an article.
    ///
    /// # Errors
    /// Where its codes are malformed.
    pub fn texts(&self, record: &ArticleRecord) -> Result<ArticleTexts, PackError> {
        self.texts_from(&mut self.text_reader(record.ix, self.words.decoder())?, record)
    }

    /// Title and body of an article, from where whoever opened the pack has kept them.
    ///
    /// # Errors
    /// Where these are not as long as the article's.
    pub fn texts_from(&self, from: &mut impl Spelled, record: &ArticleRecord) -> Result<ArticleTexts, PackError> {
        let (body, _) = self.lengths(record.ix);
        Ok(ArticleTexts {
            title: self.title_from(from, record)?,
            body: self.compose(from, record, body, record.lengths[1])?,
        })
    }

    /// The title of an article, in less time than both of its texts.
    ///
    /// # Errors
    /// As [`texts_from`](Self::texts_from).
    pub fn title_from(&self, from: &mut impl Spelled, record: &ArticleRecord) -> Result<ReadText, PackError> {
        let (_, title) = self.lengths(record.ix);
        self.compose(from, record, title, record.lengths[0])
    }

    fn compose(
        &self,
        from: &mut impl Spelled,
        record: &ArticleRecord,
        count: u32,
        length: u32,
    ) -> Result<ReadText, PackError> {
        let begin = self.range(record.ix, Place::Texts)?.start;
        let place = Reader::new(&[], begin, Section::Texts.tag());
        compose(from, &self.words, &self.gaps, count, length, &place)
    }

    /// Calls `each` with the position of every term of an article's title, then of its body, in order; the flag says which.
    ///
    /// # Errors
    /// Where there is no such article or its codes are malformed.
    pub fn each_term(&self, ix: u32, mut each: impl FnMut(u32, bool)) -> Result<(), PackError> {
        self.read_words(ix, self.words.decoder(), |form, in_title| {
            each(self.words.term_of_form(form), in_title)
        })
    }

    /// Takes what reads the texts, to read them [by ranks](Self::each_ranked): they cannot be read otherwise then.
    pub fn take_ranked(&mut self, ranking: &Ranking) -> Ranked {
        self.words.take_ranked(ranking)
    }

    /// Reads the title of an article and then its body by ranks: `each` gets the rank of a word's term, which of the term's forms it
    /// is, and the gap before it; `end` the gap behind a text. In less time than [`each_term`](Self::each_term).
    ///
    /// # Errors
    /// As there.
    pub fn each_ranked<T>(
        &self,
        ix: u32,
        ranked: &Ranked,
        to: &mut T,
        each: impl Fn(&mut T, u32, u32, u32),
        end: impl Fn(&mut T, u32),
    ) -> Result<(), PackError> {
        let (body, title) = self.lengths(ix);
        let mut reader = self.text_reader(ix, ranked.decoder())?;
        for count in [title, body] {
            let behind = reader.read(count, |word, gap| {
                let (rank, form) = ranked.word(word);
                each(to, rank, form, gap);
            })?;
            end(to, behind);
        }
        Ok(())
    }

    /// Gives back the room that the texts take, for who has [read](Self::each_ranked) and kept them.
    pub fn forget_texts(&mut self) {
        self.forget(self.section(Section::Texts).len());
        self.shrink();
    }

    #[inline]
    fn read_words(&self, ix: u32, decoder: &Decoder, mut each: impl FnMut(u32, bool)) -> Result<(), PackError> {
        let (body, title) = self.lengths(ix);
        let mut reader = self.text_reader(ix, decoder)?;
        reader.read(title, |word, _| each(word, true))?;
        reader.read(body, |word, _| each(word, false))?;
        Ok(())
    }
}
