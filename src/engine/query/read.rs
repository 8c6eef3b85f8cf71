//! How does what was typed become a query? By recursive descent: alternatives of conditions of parts.
//!
//! A mistake is what typing on cannot put right; it is reported, and the rest is read. What is only unfinished at the
//! end is read as far as it goes, without a word. The grammar is in `docs/query-language.md`.

use super::ast::{How, Leaf, Name, Named, Node, Query, Text, Value, Within, Word};
use super::field::{Field, NONE, almost};
use super::lex::{Kind, Token, is_mark, lex};
use super::period::{Period, period};
use super::problem::{Mistake, Problem};
use super::words;

/// Parentheses in parentheses that are read. No reader writes a tenth of them; it bounds the recursion of everything
/// that walks a query.
pub const MAX_DEPTH: usize = 32;

/// Words, phrases and values that are read; in the list of `near:` every word counts. More than a long sentence has,
/// few enough that any query is answered while somebody types, and each fits a bit of a `u64`.
pub const MAX_LEAVES: usize = 64;

/// Reads a query. Never fails, in time linear in the length of what was typed.
///
/// ```
/// use dateline_engine::query::read;
///
/// let query = read("sanctions (japan OR china) -oil");
/// assert_eq!(query.texts().len(), 3, "what is looked for; nothing that is excluded");
/// assert!(query.problems.is_empty());
///
/// // What cannot be understood is told, and the rest is searched for.
/// let query = read("japan )");
/// assert_eq!(query.texts()[0].words[0].term, "japan");
/// assert_eq!((query.problems[0].start, query.problems[0].end), (6, 7));
/// ```
pub fn read(typed: &str) -> Query {
    let mut reader = Reader {
        typed,
        tokens: lex(typed),
        at: 0,
        leaves: 0,
        problems: Vec::new(),
    };
    let root = reader.alternatives(Within::Anywhere, 0);
    Query {
        root,
        problems: reader.problems,
    }
}

struct Reader<'a> {
    typed: &'a str,
    tokens: Vec<Token<'a>>,
    /// The next token.
    at: usize,
    /// Leaves read, also those that there was no room for.
    leaves: usize,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    /// The next token, where it stands directly behind `end` and can be something to look for.
    fn glued(&self, end: usize) -> Option<Token<'a>> {
        self.peek()
            .filter(|t| t.start == end && !matches!(t.kind, Kind::Close | Kind::Or | Kind::Not))
    }

    fn report(&mut self, start: usize, end: usize, mistake: Mistake<'_>) {
        self.problems.push(Problem::new(start, end, mistake));
    }

    /// Whether typing on would change this token.
    fn is_last(&self, token: Token<'_>) -> bool {
        token.end == self.typed.len() && token.kind != Kind::Quoted { closed: true }
    }

    /// Whether the last word of this token may still be being typed.
    fn is_typing(&self, token: Token<'_>) -> bool {
        self.is_last(token) && !token.text.ends_with(char::is_whitespace)
    }

    /// Counts a leaf; false where there are too many.
    fn has_room(&mut self, token: Token<'_>) -> bool {
        self.leaves += 1;
        if self.leaves == MAX_LEAVES + 1 {
            self.report(token.start, self.typed.len(), Mistake::TooMany);
        }
        self.leaves <= MAX_LEAVES
    }

    /// `a b OR c`, up to the end or to the parenthesis that closes this group.
    fn alternatives(&mut self, within: Within, depth: usize) -> Option<Node> {
        let mut alternatives = Vec::new();
        let mut parts = Vec::new();
        // The OR that still lacks what stands behind it.
        let mut or: Option<Token<'a>> = None;
        // Whether something stands before the next OR.
        let mut has_left = false;
        while let Some(token) = self.peek() {
            match token.kind {
                Kind::Close if depth > 0 => break,
                Kind::Close => {
                    self.at += 1;
                    self.report(token.start, token.end, Mistake::StrayClose);
                }
                Kind::Or => {
                    self.at += 1;
                    if has_left {
                        alternatives.extend(Node::all(std::mem::take(&mut parts)));
                        or = Some(token);
                    } else {
                        or = None;
                        if self.at < self.tokens.len() {
                            self.report(token.start, token.end, Mistake::LoneOr);
                        }
                    }
                    has_left = false;
                }
                _ => {
                    parts.extend(self.part(token, within, depth));
                    has_left = true;
                }
            }
        }
        if let Some(or) = or.filter(|_| !has_left && self.at < self.tokens.len()) {
            self.report(or.start, or.end, Mistake::LoneOr);
        }
        alternatives.extend(Node::all(parts));
        Node::any(alternatives)
    }

    /// One part of a condition, with what excludes it.
    fn part(&mut self, first: Token<'a>, within: Within, depth: usize) -> Option<Node> {
        let mut negative = false;
        let mut not = first;
        while let Some(token) = self.peek().filter(|t| t.kind == Kind::Not) {
            negative = !negative;
            not = token;
            self.at += 1;
        }
        let token = self.peek()?;
        if matches!(token.kind, Kind::Close | Kind::Or) {
            self.report(not.start, not.end, Mistake::LoneNot);
            return None;
        }
        let node = self.single(token, within, negative, depth)?;
        Some(if negative { node.negated() } else { node })
    }

    /// A word, a phrase, a group or a field with its value.
    fn single(&mut self, token: Token<'a>, within: Within, negative: bool, depth: usize) -> Option<Node> {
        self.at += 1;
        match token.kind {
            Kind::Open => self.group(token, within, depth),
            Kind::Word => {
                self.expect_no_field(token);
                self.word(token, within, negative)
            }
            Kind::Quoted { .. } => self.quoted(token, within),
            Kind::Field(Field::Title) => self.title(token, negative, depth),
            Kind::Field(Field::Near) => self.near(token, within, negative, depth),
            Kind::Field(field) => self.value(field, token, within, negative, depth),
            Kind::Close | Kind::Or | Kind::Not => None,
        }
    }

    /// What stands between parentheses, of which the first is read.
    fn group(&mut self, open: Token<'a>, within: Within, depth: usize) -> Option<Node> {
        if depth == MAX_DEPTH {
            let end = self.skip_group(open);
            self.report(open.start, end, Mistake::TooDeep);
            return None;
        }
        let first = self.at;
        let node = self.alternatives(within, depth + 1);
        if let Some(close) = self.peek() {
            if self.at == first {
                self.report(open.start, close.end, Mistake::EmptyGroup);
            }
            self.at += 1;
        }
        node
    }

    /// Leaves out the rest of a group; one past its last byte.
    fn skip_group(&mut self, open: Token<'a>) -> usize {
        let (mut level, mut end) = (1, open.end);
        while let Some(token) = self.peek().filter(|_| level > 0) {
            level += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
            end = token.end;
            self.at += 1;
        }
        end
    }

    fn word(&mut self, token: Token<'a>, within: Within, negative: bool) -> Option<Node> {
        let typing = self.is_typing(token);
        let mut texts = words::bare(token.text, typing, within);
        // Somebody who excludes Jong-un does not mean every article with "Jong" here and "un" there.
        if negative && texts.len() > 1 {
            let phrase = words::phrase(words::list(token.text, typing), within);
            texts = phrase.map(|(text, _)| text).into_iter().collect();
        }
        let mut parts = Vec::new();
        for text in texts {
            if self.has_room(token) {
                parts.push(Node::Leaf(Leaf::Text(text)));
            }
        }
        Node::all(parts)
    }

    fn quoted(&mut self, token: Token<'a>, within: Within) -> Option<Node> {
        let (text, right) = words::phrase(words::list(token.text, self.is_typing(token)), within)?;
        if !right {
            self.report(token.start, token.end, Mistake::StarInside);
        }
        self.has_room(token).then_some(Node::Leaf(Leaf::Text(text)))
    }

    /// Says so where a word looks like a field misspelt: `tilte:japan`, but not `http://` or `Places: one, two`.
    fn expect_no_field(&mut self, token: Token<'a>) {
        let Some((name, _)) = token.text.split_once(':') else {
            return;
        };
        let colon = token.start + name.len();
        let next = self.typed[colon + 1..].chars().next();
        let has_value = next.is_some_and(|c| is_mark(c) || c == '(' || c.is_alphanumeric());
        if let Some(known) = almost(name).filter(|_| has_value) {
            self.report(token.start, colon + 1, Mistake::NoField(name, known));
        }
    }

    /// The value of a field, or a report that there is none.
    fn value_of(&mut self, field: Token<'a>) -> Option<Token<'a>> {
        let value = self.glued(field.end);
        if value.is_none() && !self.is_last(field) {
            self.report(field.start, field.end, Mistake::NoValue(field.text));
        }
        value
    }

    fn title(&mut self, field: Token<'a>, negative: bool, depth: usize) -> Option<Node> {
        let value = self.value_of(field)?;
        let before = self.leaves;
        let node = match value.kind {
            Kind::Word => {
                self.at += 1;
                self.word(value, Within::Title, negative)
            }
            Kind::Quoted { .. } => {
                self.at += 1;
                self.quoted(value, Within::Title)
            }
            _ => return self.single(value, Within::Title, negative, depth),
        };
        if self.leaves == before && !self.is_last(value) {
            self.report(field.start, value.end, Mistake::NoValue(field.text));
        }
        node
    }

    /// A field whose value is a name or a date.
    fn value(&mut self, field: Field, token: Token<'a>, within: Within, negative: bool, depth: usize) -> Option<Node> {
        let value = self.value_of(token)?;
        if value.kind == Kind::Open {
            self.report(token.start, value.end, Mistake::ListOfValues(token.text));
            return self.single(value, within, negative, depth);
        }
        self.at += 1;
        let text = value.text.trim();
        if text.is_empty() {
            if !self.is_last(value) {
                self.report(token.start, value.end, Mistake::NoValue(token.text));
            }
            return None;
        }
        let read = match field {
            Field::Name(kind) => self.name(kind, text, value),
            Field::On if text == NONE => Value::Undated,
            Field::On if self.is_typing(value) && NONE.starts_with(text) => return None,
            _ => match period(text, self.is_typing(value)) {
                Period::Days(first, _) if field == Field::After => Value::After(first),
                Period::Days(_, last) if field == Field::Before => Value::Before(last),
                Period::Days(first, last) => Value::On(first, last),
                Period::Begun => return None,
                Period::Wrong => {
                    self.report(token.start, value.end, Mistake::NoDate(token.text, text));
                    return None;
                }
            },
        };
        self.has_room(token).then_some(Node::Leaf(Leaf::Value(read)))
    }

    fn name(&self, kind: Named, text: &str, value: Token<'a>) -> Value {
        Value::Name(Name {
            kind,
            name: text.to_owned(),
            typing: self.is_typing(value),
        })
    }

    /// `near:3(a b)`. Where it is not in this form, what stands in its list is searched as any group is.
    fn near(&mut self, field: Token<'a>, within: Within, negative: bool, depth: usize) -> Option<Node> {
        let mut last = field;
        if let Some(number) = self.glued(field.end).filter(|t| t.kind == Kind::Word) {
            last = number;
            self.at += 1;
        }
        let between = between(last.text);
        let list = self.glued(last.end);
        match (between, list) {
            (Some(between), Some(open)) if open.kind == Kind::Open => {
                if self.is_list_of_words() {
                    self.at += 1;
                    return self.near_words(field, between, within);
                }
                self.report(field.start, open.end, Mistake::NearList);
            }
            (_, None) if self.is_last(last) && (between.is_some() || last.start == field.start) => return None,
            _ => self.report(field.start, last.end, Mistake::NearForm),
        }
        self.single(list?, within, negative, depth)
    }

    /// Whether the group that opens next holds nothing but words.
    fn is_list_of_words(&self) -> bool {
        let odd = self.tokens[self.at + 1..].iter().find(|t| t.kind != Kind::Word);
        odd.is_none_or(|token| token.kind == Kind::Close)
    }

    fn near_words(&mut self, field: Token<'a>, between: u32, within: Within) -> Option<Node> {
        let mut words: Vec<Word> = Vec::new();
        while let Some(token) = self.peek().filter(|t| t.kind == Kind::Word) {
            self.at += 1;
            for word in words::list(token.text, self.is_typing(token)) {
                if self.has_room(token) {
                    words.push(word);
                }
            }
        }
        if let Some(close) = self.peek() {
            self.at += 1;
            match words.len() {
                0 if self.leaves <= MAX_LEAVES => self.report(field.start, close.end, Mistake::EmptyGroup),
                1 if self.leaves <= MAX_LEAVES => self.report(field.start, close.end, Mistake::NearOne),
                _ => {}
            }
        }
        let how = match words.len() {
            0 => return None,
            1 => How::SideBySide,
            _ => How::Near(between),
        };
        Some(Node::Leaf(Leaf::Text(Text {
            words,
            how,
            within,
            quoted: false,
        })))
    }
}

/// The number of `near:`: up to three digits, since no two words of an article are further apart and still near.
fn between(text: &str) -> Option<u32> {
    let digits = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}
