//! What does a line of a head say that several things share: `BAKU, 4 June 2019 (Reuters)`, `By Ann Lee | The Fjord Times`?
//!
//! The line is cut into pieces ([`cut`]), and each is told ([`tell`]). Only where every piece is one of those that heads are
//! made of does the line belong to the head: a single word that is none, as any sentence has, leaves it to the text.

mod cut;
mod tell;

use dateline_corpus::Article;

use self::cut::{Gap, Piece, cut};
use super::lines::date_line;
use crate::read::dates::{self, Written};
use crate::read::outlets::is_outlet;
use crate::read::paragraphs::{ends_sentence, is_item};
use crate::read::{body, dateline};

/// Longer lines are text, in characters: four names, two papers and two dates stay below it.
const LONGEST: usize = 200;

/// What stands around a line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside {
    /// A title stands above it.
    pub titled: bool,
    /// The next line gives a date.
    pub dated_next: bool,
    /// The line above is a byline.
    pub byline_before: bool,
}

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shared {
    /// Who wrote it, with their posts.
    pub byline: String,
    /// The post alone, of the byline above it.
    pub role: String,
    /// The place, as printed.
    pub place: String,
    /// The dateline, as printed: the whole line, where it says nothing else.
    pub dateline: String,
    /// Who publishes it.
    pub outlet: String,
    /// The day, and whether it is only that of a later version.
    pub date: Option<(Written, bool)>,
    /// Sections, sorts of article, reading time: words of menus.
    pub labels: Vec<String>,
    /// What else is said of who wrote it, and has no field.
    pub details: Vec<String>,
}

/// What a line says, if it is of the head in every piece.
pub fn read(line: &str, beside: Beside) -> Option<Shared> {
    let line = line.trim();
    if line.chars().count() > LONGEST || is_item(line) || !may_be(line, beside) {
        return None;
    }
    let pieces = cut(line);
    let mut reader = Reader {
        said: Shared::default(),
        beside,
        line,
        last: Last::Other,
        sure: false,
        from: false,
    };
    for piece in &pieces {
        match piece {
            Piece::Day(written, later) => reader.day(*written, *later),
            Piece::Hour => reader.last = Last::Hour,
            Piece::Words(range, gap, glued) => {
                reader.words(&line[range.clone()], *gap, *glued, pieces.len() == 1)?;
            }
        }
    }
    reader.finish(&pieces)
}

/// Whether a line has any of what makes it sure to be of a head, or stands where less is enough. Most lines of a text are told
/// by this alone.
fn may_be(line: &str, beside: Beside) -> bool {
    let bracketed = line.contains(['(', '/']);
    beside.titled || beside.byline_before || bracketed || tell::has_by(line) || dates::first(line).is_some()
}

/// The day of a line that says other things besides, which no rule knows: it stays in the text, but its day, set off by
/// marks, is that of the head.
pub fn day_beside_others(line: &str) -> Option<Written> {
    /// Longer pieces are clauses of a sentence, in words.
    const MOST: usize = 5;
    if line.chars().count() > LONGEST || ends_sentence(line) {
        return None;
    }
    let pieces = cut(line);
    let short = |piece: &Piece| match piece {
        Piece::Words(range, _, beside_date) => {
            let words = &line[range.clone()];
            !beside_date && words.split(' ').count() <= MOST && words.starts_with(char::is_uppercase)
        }
        _ => true,
    };
    let mut days = pieces.iter().filter_map(|piece| match piece {
        Piece::Day(written, _) => Some(*written),
        _ => None,
    });
    let first = days.next().filter(|day| day.day().is_some())?;
    (days.next().is_none() && pieces.iter().all(short)).then_some(first)
}

/// Fills the fields that a line's dateline tells and the article does not have yet; what it says of a day without its year
/// is returned.
pub fn apply(article: &mut Article, said: &Shared) -> Option<Written> {
    let found = dateline::Dateline {
        printed: said.dateline.clone(),
        place: dateline::ordinary_capitals(&said.place),
        outlet: said.outlet.clone(),
        date: said.date.map(|(written, _)| written),
        end: 0,
    };
    body::apply(article, &found)
}

/// What the piece before was.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Names,
    Place,
    Hour,
    Other,
}

struct Reader<'a> {
    said: Shared,
    beside: Beside,
    line: &'a str,
    last: Last,
    /// One of the pieces is found in heads alone.
    sure: bool,
    /// The place is where who wrote it was.
    from: bool,
}

impl Reader<'_> {
    fn day(&mut self, written: Written, later: bool) {
        self.last = Last::Other;
        self.said.date = better(self.said.date, (written, later));
    }

    /// Takes one piece of words in; `None` where it is of no kind that heads are made of.
    fn words(&mut self, words: &str, gap: Gap, glued: bool, alone: bool) -> Option<()> {
        let before = std::mem::replace(&mut self.last, Last::Other);
        let bracketed = gap == Gap::Bracket;
        let goes_on = before == Last::Names && matches!(gap, Gap::Comma | Gap::Mark);
        if let Some((names, rest)) = tell::named(words) {
            self.by(names, rest)?;
        } else if tell::is_label(words) {
            self.said.labels.push(words.to_owned());
        } else if before == Last::Hour && bracketed && tell::is_place(words) {
            // `10:00 am (Paris)`: whose hour it is.
        } else if !bracketed && tell::is_role(words) && (!alone || tell::is_role_alone(words)) {
            self.role(words.trim_start_matches("By "), gap)?;
        } else if tell::is_publisher(words, bracketed) {
            self.publisher(words, bracketed);
        } else if let Some(paper) = words.strip_prefix("Source: ").filter(|name| is_outlet(name)) {
            self.publisher(paper, false);
        } else if before == Last::Place && gap == Gap::Comma && tell::is_region(words) {
            self.place(words, ", ");
        } else if let Some(place) = words
            .strip_prefix("Reporting from ")
            .filter(|place| tell::is_place(place))
        {
            self.sure |= self.beside.byline_before;
            self.from = true;
            self.place(place, "; ");
        } else if tell::is_place(words) || (tell::is_town_in_capitals(words) && self.said.place.is_empty()) {
            let between = if gap == Gap::Comma { ", " } else { "; " };
            self.place(words, between);
        } else if let Some((names, detail)) = tell::names(words) {
            let free = self.said.byline.is_empty() && self.beside.titled && !glued;
            if !(free || goes_on) {
                return None;
            }
            self.append(&names);
            self.last = Last::Names;
            if !detail.is_empty() {
                self.said.details.push(detail);
            }
        } else if tell::is_credit(words) && gap != Gap::None {
            self.said.details.push(words.to_owned());
        } else {
            return None;
        }
        Some(())
    }

    fn by(&mut self, names: String, rest: String) -> Option<()> {
        if !self.said.byline.is_empty() {
            return None;
        }
        self.said.byline = names;
        self.sure = true;
        self.last = Last::Names;
        if let Some(outlet) = rest.strip_prefix("for ").filter(|name| is_outlet(name)) {
            self.publisher(outlet, false);
        } else if tell::is_publisher(&rest, false) {
            self.publisher(&rest, false);
        } else if tell::is_role(&rest) {
            self.append(&rest);
        } else if !rest.is_empty() {
            self.said.details.push(rest);
        }
        Some(())
    }

    fn publisher(&mut self, name: &str, bracketed: bool) {
        if self.said.outlet.is_empty() {
            self.said.outlet = name.to_owned();
            self.sure |= bracketed && !self.said.place.is_empty();
        } else {
            self.said.details.push(name.to_owned());
        }
    }

    fn role(&mut self, words: &str, gap: Gap) -> Option<()> {
        let Beside {
            titled,
            dated_next,
            byline_before,
        } = self.beside;
        if !self.said.byline.is_empty() {
            self.append(words);
        } else if byline_before && gap == Gap::None {
            self.said.role = words.to_owned();
            self.sure = true;
        } else if titled {
            self.said.byline = words.to_owned();
            self.sure |= dated_next;
        } else {
            return None;
        }
        Some(())
    }

    fn append(&mut self, words: &str) {
        if !self.said.byline.is_empty() {
            self.said.byline.push_str(", ");
        }
        self.said.byline.push_str(words);
    }

    fn place(&mut self, words: &str, between: &str) {
        if !self.said.place.is_empty() {
            self.said.place.push_str(between);
        }
        self.said.place.push_str(words);
        self.last = Last::Place;
    }

    fn finish(mut self, pieces: &[Piece]) -> Option<Shared> {
        let Beside { titled, dated_next, .. } = self.beside;
        let named = !self.said.byline.is_empty();
        let labelled = !self.said.labels.is_empty();
        let signed = named && titled && (labelled || dated_next);
        let dated = self.said.date.is_some();
        // `ANKARA`, `ISTANBUL - Agence France-Presse` between title and date.
        let located = titled && !self.said.place.is_empty() && dated_next;
        // A full stop may end a date; behind a name alone it ends what the text says.
        let says = self.line.ends_with(['.', '!', '?']) && !(dated || self.sure);
        if says || !(self.sure || dated || signed || located) || (labelled && pieces.len() == 1) {
            return None;
        }
        let opens = matches!(pieces.first(), Some(Piece::Words(range, ..)) if self.said.place.starts_with(&self.line[range.clone()]));
        let else_nothing = !named && !labelled && self.said.role.is_empty() && self.said.details.is_empty();
        if named || self.from || self.said.place.is_empty() {
            // Where who wrote it was: no dateline.
        } else if opens && else_nothing {
            self.said.dateline = self.line.to_owned();
        } else {
            self.said.dateline = self.said.place.clone();
        }
        Some(self.said)
    }
}

/// Of two days of one line that of publication: not that of a later version, and rather a whole one.
fn better(known: Option<(Written, bool)>, other: (Written, bool)) -> Option<(Written, bool)> {
    let rank = |(written, later): (Written, bool)| (!later, written.day().is_some());
    known.filter(|known| rank(*known) >= rank(other)).or(Some(other))
}

/// Whether a line stands between the names of who wrote an article and its date: a post, a place, an address of a network.
pub fn is_between(line: &str) -> bool {
    let handle = line.starts_with('@') && !line.contains(' ');
    handle || tell::is_role_alone(line) || tell::is_place(line.trim_end_matches(':')) || is_outlet(line)
}

/// Whether names that stand alone are those of people, as far as words can say.
pub fn is_people(names: &str) -> bool {
    tell::names(names).is_some()
}

/// Whether a line gives a date, alone or beside other things of a head.
pub fn is_dated(line: &str) -> bool {
    let digits = line.bytes().any(|b| b.is_ascii_digit());
    digits && (date_line(line).is_some() || read(line, Beside::default()).is_some_and(|said| said.date.is_some()))
}

#[cfg(test)]
mod tests;
