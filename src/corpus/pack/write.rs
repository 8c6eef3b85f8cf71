//! From articles and their analyses to the bytes of a pack.

use std::collections::BTreeMap;

use super::columns::put_days;
use super::forms;
use super::layout::{LONGEST_TEXT, Section, has};
use super::seal::assemble;
use super::squeeze::squeeze;
use super::texts::TextList;
use super::word_list::WordList;
use super::{PackError, Stemming, put_str, put_varint};
use crate::world::World;
use crate::{Analysis, Article, CountryCode};

mod entities;

use entities::{Entities, write_entities, write_mentions};
pub(crate) use entities::{entity_table, valid_mentions, valid_title};

/// What goes into a pack.
pub struct PackInput<'a> {
    /// The corpus's title.
    pub title: &'a str,
    /// Articles, each with its analysis, in any order; ids are unique.
    pub articles: &'a [(Article, Analysis)],
    /// The world's shapes.
    pub world: &'a World,
    /// Stems by language.
    pub stemming: &'a dyn Stemming,
    /// Names of countries beside those that the world's shapes give them.
    pub countries: &'a [(CountryCode, &'a str)],
}

/// Writes a pack. The same articles give the same bytes in any order.
///
/// ```
/// use dateline_corpus::pack::{Pack, PackInput, Plurals, write};
/// use dateline_corpus::world::World;
/// use dateline_corpus::{Analysis, Article};
///
/// let article = Article { id: "a".into(), text: "Talks in Tokyo.".into(), ..Article::default() };
/// let bytes = write(&PackInput {
///     title: "One article",
///     articles: &[(article, Analysis::default())],
///     world: &World::default(),
///     // Words of a language that have one stem are forms of one another.
///     stemming: &Plurals,
///     countries: &[],
/// })?;
///
/// let pack = Pack::open(bytes)?;
/// let record = pack.article(0)?;
/// assert_eq!((record.id, pack.texts(&record)?.body.text.as_str()), ("a", "Talks in Tokyo."));
/// # Ok::<(), dateline_corpus::pack::PackError>(())
/// ```
///
/// # Errors
/// [`PackError::TooLarge`] where a section would pass 4 GiB, or an article 64 MiB.
pub fn write(input: &PackInput) -> Result<Vec<u8>, PackError> {
    write_corrected(input, "")
}

/// Writes a pack of articles that is opened with corrections, as they are [printed](crate::corrections::print). What is named
/// is stored as it was found: whoever opens the pack can take every correction back.
///
/// # Errors
/// As [`write`].
pub fn write_corrected(input: &PackInput, corrections: &str) -> Result<Vec<u8>, PackError> {
    let order = stored_order(input.articles);
    let longest = order.iter().map(|(a, _)| a.text.len().max(a.title.len())).max();
    if longest > Some(LONGEST_TEXT) {
        return Err(PackError::TooLarge { section: "TEXT" });
    }
    let outlets = strings(order.iter().map(|(a, _)| a.outlet.as_str()));
    let shared = strings(order.iter().flat_map(|(a, analysis)| shared_fields(a, analysis)));
    let entities = Entities::new(entity_table(&order, input.world));
    let mut sections = Sections::default();
    let about = sections.of(Section::About);
    put_str(about, input.title);
    put_table(about, &outlets);
    put_table(about, &shared);
    put_str(about, corrections);
    about.extend_from_slice(&id_of(&order).to_le_bytes());
    let mut texts = TextList::new();
    let mut ends = Ends::default();
    write_articles(&mut sections, &order, &shared, &mut texts, &mut ends);
    let words = texts.word_list();
    write_forms(&mut sections, &texts, &words, input.stemming);
    write_texts(&mut sections, texts, &words, &mut ends);
    let used = write_mentions(&mut sections, &order, &entities, &mut ends);
    write_entities(&mut sections, &entities, used, input.countries);
    write_columns(&mut sections, &order, &outlets, &ends);
    *sections.of(Section::World) = input.world.write();
    sections.assemble()
}

/// Articles as a pack stores them: newest first, undated last, ties by id.
pub(crate) fn stored_order(articles: &[(Article, Analysis)]) -> Vec<&(Article, Analysis)> {
    let mut order: Vec<&(Article, Analysis)> = articles.iter().collect();
    order.sort_by(|(a, _), (b, _)| (b.date, &a.id).cmp(&(a.date, &b.id)));
    order
}

/// A number that tells this corpus from others of its title: FNV-1a (64 bits) over the ids in order, a zero byte behind each.
fn id_of(order: &[&(Article, Analysis)]) -> u64 {
    let mut ids: Vec<&str> = order.iter().map(|(article, _)| article.id.as_str()).collect();
    ids.sort_unstable();
    let bytes = ids.iter().flat_map(|id| id.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Section bytes in the making, by position in [`Section::ALL`].
#[derive(Default)]
struct Sections([Vec<u8>; Section::ALL.len()]);

impl Sections {
    fn of(&mut self, section: Section) -> &mut Vec<u8> {
        &mut self.0[section as usize]
    }

    fn assemble(self) -> Result<Vec<u8>, PackError> {
        let mut sections = self.0;
        for section in Section::ALL.into_iter().filter(|s| s.is_squeezed()) {
            sections[section as usize] = squeeze(&sections[section as usize]);
        }
        assemble(&sections)
    }
}

/// By article, where its part of a section ends, in bytes; and the words of its title and body.
#[derive(Default)]
struct Ends {
    records: Vec<usize>,
    texts: Vec<usize>,
    mentions: Vec<usize>,
    quotations: Vec<usize>,
    words: Vec<[u32; 2]>,
}

/// Strings in order, each with its position.
type Strings<'a> = BTreeMap<&'a str, u32>;

fn strings<'a>(all: impl Iterator<Item = &'a str>) -> Strings<'a> {
    let mut table: Strings = all.map(|s| (s, 0)).collect();
    table.values_mut().zip(0..).for_each(|(position, i)| *position = i);
    table
}

fn put_table(out: &mut Vec<u8>, table: &Strings) {
    put_varint(out, table.len() as u32);
    table.keys().for_each(|name| put_str(out, name));
}

/// The language's place among the shared fields.
const LANGUAGE: usize = 4;

/// The fields that many articles have alike, in stored order.
fn shared_fields<'a>(article: &'a Article, analysis: &'a Analysis) -> [&'a str; has::SHARED.len()] {
    let language = if article.language.is_empty() {
        &analysis.language
    } else {
        &article.language
    };
    [
        &article.path,
        &article.byline,
        &article.dateline,
        &article.place,
        language,
        &article.source,
    ]
    .map(String::as_str)
}

fn write_articles<'a>(
    sections: &mut Sections,
    order: &[&'a (Article, Analysis)],
    shared: &Strings,
    texts: &mut TextList<'a>,
    ends: &mut Ends,
) {
    let usual = usual_language(order);
    for (article, analysis) in order {
        let fields = shared_fields(article, analysis);
        let mut there = 0;
        let mut mark = |bit: u32, is_there: bool| there |= if is_there { bit } else { 0 };
        for (bit, field) in has::SHARED.into_iter().zip(fields) {
            mark(bit, !field.is_empty());
        }
        mark(has::URL, !article.url.is_empty());
        mark(has::FOCUS, !analysis.focus.is_empty());
        mark(has::EXTRA, !article.extra.is_empty());

        let out = sections.of(Section::Articles);
        put_varint(out, there);
        put_str(out, &article.id);
        put_varint(out, article.title.len() as u32);
        put_varint(out, article.text.len() as u32);
        fields
            .iter()
            .filter(|f| !f.is_empty())
            .for_each(|field| put_varint(out, shared[field]));
        if !article.url.is_empty() {
            put_str(out, &article.url);
        }
        if !analysis.focus.is_empty() {
            put_varint(out, analysis.focus.len() as u32);
            analysis
                .focus
                .iter()
                .for_each(|c| out.extend_from_slice(c.as_str().as_bytes()));
        }
        if !article.extra.is_empty() {
            put_varint(out, article.extra.len() as u32);
            for (key, value) in &article.extra {
                put_str(out, key);
                put_str(out, &value.to_string());
            }
        }
        ends.records.push(out.len());
        let language = match main_tag(fields[LANGUAGE]) {
            "" | "und" => usual,
            told => told,
        };
        ends.words
            .push([&article.title, &article.text].map(|text| texts.add(text, language)));
    }
}

/// The language of nine in ten articles of which it is known: words of the others are taken for its words, since who has a folder in
/// one language looks for their forms in tables and lists too. Empty where there is none such.
fn usual_language<'a>(order: &[&'a (Article, Analysis)]) -> &'a str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let languages = order
        .iter()
        .map(|(article, analysis)| shared_fields(article, analysis)[LANGUAGE]);
    for language in languages
        .map(main_tag)
        .filter(|language| !matches!(*language, "" | "und"))
    {
        *counts.entry(language).or_default() += 1;
    }
    let told: usize = counts.values().sum();
    let usual = counts.into_iter().find(|(_, count)| count * 10 >= told * 9);
    usual.map_or("", |(language, _)| language)
}

fn write_forms(sections: &mut Sections, texts: &TextList, words: &WordList, stemming: &dyn Stemming) {
    forms::write(&texts.by_language(), words, stemming, sections.of(Section::Forms));
}

/// The language of a tag without its region or script: `en` of `en-GB`.
fn main_tag(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

fn write_texts(sections: &mut Sections, list: TextList, sorted: &WordList, ends: &mut Ends) {
    let [mut words, mut gaps, mut texts] = [const { Vec::new() }; 3];
    // Title and body.
    list.write(sorted, &mut words, &mut gaps, &mut texts, 2, |end| ends.texts.push(end));
    *sections.of(Section::Words) = words;
    *sections.of(Section::Gaps) = gaps;
    *sections.of(Section::Texts) = texts;
}

fn write_columns(sections: &mut Sections, order: &[&(Article, Analysis)], outlets: &Strings, ends: &Ends) {
    let out = sections.of(Section::Columns);
    put_varint(out, order.len() as u32);
    for ends in [&ends.records, &ends.texts, &ends.mentions, &ends.quotations] {
        let mut before = 0;
        for end in ends {
            put_varint(out, (end - before) as u32);
            before = *end;
        }
    }
    for words in &ends.words {
        words.iter().for_each(|n| put_varint(out, *n));
    }
    put_days(order.iter().map(|(article, _)| article.date), out);
    for (article, _) in order {
        put_varint(out, outlets[article.outlet.as_str()]);
    }
}
