//! Where does a quotation open and where does it close?
//!
//! One walk over the text with a stack of what is open. Double marks and guillemets carry over a paragraph's end where the
//! next paragraph opens with the same mark (Chicago Manual of Style, 17th ed., 13.30); a single mark that nothing closes was
//! an apostrophe.

use super::apostrophes::{and, elided, plural, year};

#[cfg(test)]
mod tests;

/// Deepest nesting kept: nobody quotes a quotation of a quotation of a quotation.
const DEEPEST: usize = 4;

/// A stretch between marks, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Of the opening mark.
    pub open: usize,
    /// First byte of what is quoted.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// One past the closing mark; `end` where there is none.
    pub close: usize,
    /// Whether a closing mark was found.
    pub closed: bool,
    /// The quoted stretch of each paragraph, marks left out.
    pub parts: Vec<(usize, usize)>,
    /// The pair around it, by index.
    pub inside: Option<usize>,
}

struct Open {
    at: usize,
    closers: &'static [char],
    mark: char,
    parts: Vec<(usize, usize)>,
    from: usize,
    id: usize,
}

impl Open {
    fn single(&self) -> bool {
        matches!(self.mark, '\'' | '‘' | '‚' | '‹')
    }
}

/// The quotations of a text, by their opening marks; outer before inner.
pub fn pairs(text: &str) -> Vec<Pair> {
    let mut walk = Walk {
        text,
        stack: Vec::new(),
        found: Vec::new(),
    };
    let mut at = 0;
    let mut before = '\n';
    loop {
        // Nearly all characters are no marks.
        let plain = text.as_bytes()[at..].iter().take_while(|b| is_plain(**b)).count();
        if plain > 0 {
            at += plain;
            before = char::from(text.as_bytes()[at - 1]);
        }
        let Some(c) = text[at..].chars().next() else { break };
        let mut next = at + c.len_utf8();
        if c == '\n' {
            next = walk.line_end(at);
            before = if next > at + 1 { '“' } else { '\n' };
        } else {
            // ``so'' of typewriters and old wires.
            let doubled = matches!(c, '\'' | '`') && text[next..].starts_with(c);
            let mark = if doubled { '"' } else { c };
            next += usize::from(doubled);
            walk.step(mark, at, next, before);
            before = c;
        }
        at = next;
    }
    walk.unwind(0, text.trim_end().len());
    let mut found = walk.found;
    // Dropped ones leave holes; whatever lay inside belongs to what lies around them.
    for i in 0..found.len() {
        let mut around = found[i].as_ref().and_then(|p| p.inside);
        while let Some(a) = around.filter(|&a| found[a].is_none() || walk_skipped(&found, a)) {
            around = found[a].as_ref().and_then(|p| p.inside);
        }
        if let Some(pair) = &mut found[i] {
            pair.inside = around;
        }
    }
    let mut index = vec![0; found.len()];
    let mut kept: Vec<Pair> = Vec::new();
    for (i, pair) in found.into_iter().enumerate() {
        index[i] = kept.len();
        kept.extend(pair.filter(|p| p.end > p.start).map(|mut p| {
            p.inside = p.inside.map(|a| index[a]);
            p
        }));
    }
    kept
}

/// Whether a byte is an ASCII character that neither opens nor closes anything.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && !matches!(byte, b'\n' | b'"' | b'\'' | b'`')
}

/// Whether an entry holds nothing and will not be kept.
fn walk_skipped(found: &[Option<Pair>], i: usize) -> bool {
    found[i].as_ref().is_none_or(|p| p.end <= p.start)
}

struct Walk<'t> {
    text: &'t str,
    stack: Vec<Open>,
    found: Vec<Option<Pair>>,
}

impl Walk<'_> {
    fn step(&mut self, c: char, at: usize, next: usize, before: char) {
        let Some(closers) = closers(c) else {
            if matches!(c, '”' | '’' | '›' | '」' | '』' | '»') {
                self.close(c, at, next);
            }
            return;
        };
        let after = self.text[next..].chars().next().unwrap_or('\n');
        let begins = !after.is_whitespace() && (before.is_whitespace() || opens_after(before));
        // « Ainsi », with spaces inside.
        let french = c == '«' && after.is_whitespace() && self.closed_french(next)
            || c == '»' && self.stack.last().is_some_and(|o| o.mark == '«');
        let closes = self.stack.iter().rposition(|o| o.closers.contains(&c));
        if matches!(c, '\'' | '’') && before.is_alphanumeric() && after.is_alphanumeric() {
            return;
        }
        match c {
            // Marks that do both: the side on which the space is decides.
            '"' | '\'' | '”' | '’' | '»' | '«' | '“' | '‘' | '›' | '‹' => {
                let only_opens = matches!(c, '“' | '‘' | '«' | '‹') && closes.is_none();
                if closes.is_some() && (!begins || french || matches!(before, '“' | '‘' | '"' | '\'')) {
                    self.close(c, at, next);
                } else if (begins || only_opens) && !after.is_whitespace() || french {
                    self.open(c, at, next, closers);
                }
            }
            _ => self.open(c, at, next, closers),
        }
    }

    fn open(&mut self, mark: char, at: usize, next: usize, closers: &'static [char]) {
        if matches!(mark, '\'' | '‘' | '’') {
            let rest = &self.text[next..];
            if mark == '’' || elided(rest) || year(rest) && self.stack.last().is_some_and(Open::single) {
                return;
            }
        }
        if mark == '"'
            && let Some(i) = self.stack.iter().rposition(|o| o.mark == '"')
        {
            // Straight marks do not nest in themselves: the closing one was lost.
            self.unwind(i, at);
        }
        if self.stack.len() >= DEEPEST {
            return;
        }
        // « Ainsi »
        let rest = &self.text[next..];
        let next = next + rest.len() - rest.trim_start().len();
        self.found.push(None);
        self.stack.push(Open {
            at,
            closers,
            mark,
            parts: Vec::new(),
            from: next,
            id: self.found.len() - 1,
        });
    }

    fn close(&mut self, c: char, at: usize, next: usize) {
        let Some(i) = self.stack.iter().rposition(|o| o.closers.contains(&c)) else {
            return;
        };
        if matches!(c, '\'' | '’') {
            let after = self.text[next..].chars().next();
            if after.is_some_and(char::is_alphanumeric) || and(self.text, at) || plural(self.text, c, at, next) {
                return;
            }
        }
        // Single marks still open inside were apostrophes; double ones lost their end.
        self.unwind(i + 1, at);
        if let Some(open) = self.stack.pop() {
            let inner = if c == '»' {
                self.text[open.from..at].trim_end().len()
            } else {
                at - open.from
            };
            let end = open.from + inner;
            self.keep(open, end, next, true);
        }
    }

    /// Whether French marks that open here close in their line.
    fn closed_french(&self, next: usize) -> bool {
        let rest = &self.text[next..];
        rest.find(['«', '»', '\n']).is_some_and(|i| rest[i..].starts_with('»'))
    }

    /// At a line's end: closes what ends with the paragraph; returns where to go on.
    fn line_end(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let blank = rest.len() - rest.trim_start().len();
        let breaks = rest[..blank].matches('\n').count() > 1;
        let to = at + blank;
        let Some(outer) = self.stack.first() else {
            return to.max(at + 1);
        };
        let again = if matches!(outer.mark, '»' | '«') {
            '»'
        } else {
            outer.mark
        };
        let goes_on = self.text[to..]
            .chars()
            .next()
            .filter(|c| *c == outer.mark || *c == again);
        let end = self.text[..at].trim_end().len();
        if let Some(mark) = goes_on {
            self.unwind(1, end);
            let to = to + mark.len_utf8();
            if let Some(outer) = self.stack.first_mut() {
                outer.parts.push((outer.from, end.max(outer.from)));
                outer.from = to;
            }
            return to;
        }
        if breaks && self.closed_below(to) {
            self.unwind(1, end);
            if let Some(outer) = self.stack.first_mut() {
                outer.parts.push((outer.from, end.max(outer.from)));
                outer.from = to;
            }
        } else if breaks {
            self.unwind(0, end);
        }
        to.max(at + 1)
    }

    /// Whether the paragraph at `to` closes what is open before it opens anything: the break inside was a page's, not the
    /// author's. Told of marks only that cannot both open and close.
    fn closed_below(&self, to: usize) -> bool {
        let Some(outer) = self.stack.first().filter(|o| matches!(o.mark, '“' | '「')) else {
            return false;
        };
        let rest = &self.text[to..];
        let mark = rest.find([outer.mark, '\n', '”', '」']);
        mark.and_then(|i| rest[i..].chars().next())
            .is_some_and(|c| outer.closers.contains(&c))
    }

    /// Ends whatever is open from `keep` on at byte `end`.
    fn unwind(&mut self, keep: usize, end: usize) {
        while self.stack.len() > keep {
            if let Some(open) = self.stack.pop().filter(|o| !o.single()) {
                let end = open.from.max(self.text[..end.max(open.from)].trim_end().len());
                self.keep(open, end, end, false);
            }
        }
    }

    fn keep(&mut self, open: Open, end: usize, close: usize, closed: bool) {
        let mut parts = open.parts;
        parts.push((open.from, end));
        parts.retain(|(a, b)| !self.text[*a..*b].trim().is_empty());
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
            return;
        };
        let (start, end) = (first.0, last.1);
        self.found[open.id] = Some(Pair {
            open: open.at,
            start,
            end,
            close,
            closed,
            inside: self.stack.last().map(|o| o.id),
            parts,
        });
    }
}

/// What closes a quotation that this mark opens.
fn closers(mark: char) -> Option<&'static [char]> {
    Some(match mark {
        '"' | '＂' => &['"', '”', '＂'],
        '“' => &['”', '"'],
        '”' => &['”'],
        '„' => &['“', '”', '"'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '\'' => &['\'', '’'],
        '‘' => &['’', '\''],
        '’' => &['’'],
        '‚' => &['‘', '’'],
        '‹' => &['›'],
        '›' => &['‹'],
        '「' => &['」'],
        '『' => &['』'],
        _ => return None,
    })
}

fn opens_after(before: char) -> bool {
    matches!(
        before,
        '(' | '[' | '—' | '–' | '-' | '“' | '‘' | '"' | '\'' | '«' | '„' | '/' | '¿' | '¡' | ':'
    )
}
