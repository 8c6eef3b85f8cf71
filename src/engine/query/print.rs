//! How is a query written? As it was understood, in a form that reads back as the same query.

use dateline_corpus::Date;
use dateline_corpus::text::is_unspaced;

use super::ast::{How, Leaf, Node, Query, Text, Value, Within, Word};
use super::field::{Field, NONE};
use super::lex::{is_end, is_mark, is_operator};
use super::period::days;
use super::read::MAX_DEPTH;

/// Writes a query. A last word that must not be taken for the beginning of a longer one is followed by a space.
///
/// ```
/// use dateline_engine::query::{print, read};
///
/// let query = read("japan AND NOT (oil | coal)");
/// assert_eq!(print(&query), "japan -(oil OR coal)");
/// assert_eq!(read(&print(&query)), query, "it reads back the same");
/// ```
pub fn print(query: &Query) -> String {
    let Some(root) = &query.root else {
        return String::new();
    };
    let mut printer = Printer {
        out: String::new(),
        last: 0,
        typing: false,
        excluded: false,
        hanging: usize::MAX,
        // Each pair of parentheses that only helps stands between two that are needed.
        helps: levels(root) * 2 < MAX_DEPTH,
    };
    printer.node(root);
    let Printer {
        mut out,
        last,
        typing,
        hanging,
        ..
    } = printer;
    // What is left open is as it was typed: closed it would find something else.
    let closed = out.get(hanging..).unwrap_or("-");
    if closed.chars().all(|c| matches!(c, '*' | '"' | ')')) {
        out.truncate(hanging);
        return out;
    }
    // A word at the very end is open without its star, and whole only before white space.
    if last == out.len() {
        if typing {
            out.pop();
        } else {
            out.push(' ');
        }
    }
    out
}

/// How many pairs of parentheses the query needs, one in the other.
fn levels(node: &Node) -> usize {
    match node {
        Node::All(parts) | Node::Any(parts) => {
            let own = |part: &Node| usize::from(matches!((node, part), (Node::All(_), Node::Any(_))));
            parts.iter().map(|part| own(part) + levels(part)).max().unwrap_or(0)
        }
        Node::Not(part) => usize::from(!matches!(**part, Node::Leaf(_))) + levels(part),
        Node::Leaf(_) => 0,
    }
}

struct Printer {
    out: String,
    /// Where the last word or name ends that could be read otherwise at the end of the text.
    last: usize,
    /// Whether it is a word still being typed, and its star can go.
    typing: bool,
    /// Whether what is written is left out of what is found.
    excluded: bool,
    /// Where what is still being typed ends, if that may be told only by what is not closed behind it.
    hanging: usize,
    /// Whether parentheses that are not needed may be written for the reader.
    helps: bool,
}

impl Printer {
    fn node(&mut self, node: &Node) {
        match node {
            Node::All(parts) => self.joined(parts, " "),
            Node::Any(parts) => self.joined(parts, " OR "),
            Node::Not(part) => {
                self.out.push('-');
                let before = std::mem::replace(&mut self.excluded, true);
                self.enclosed(part, !matches!(**part, Node::Leaf(_)));
                self.excluded = before;
            }
            Node::Leaf(Leaf::Text(text)) => self.text(text),
            Node::Leaf(Leaf::Value(value)) => self.value(value),
        }
    }

    fn joined(&mut self, parts: &[Node], between: &str) {
        let of_all = between == " ";
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                self.out.push_str(between);
            }
            let enclose = match part {
                Node::Any(_) => of_all,
                Node::All(_) => !of_all && self.helps,
                _ => false,
            };
            self.enclosed(part, enclose);
        }
    }

    fn enclosed(&mut self, node: &Node, enclose: bool) {
        if enclose {
            self.out.push('(');
        }
        self.node(node);
        if enclose {
            self.out.push(')');
        }
    }

    fn field(&mut self, field: Field) {
        self.out.push_str(field.name());
        self.out.push(':');
    }

    fn text(&mut self, text: &Text) {
        if text.within == Within::Title {
            self.field(Field::Title);
        }
        match text.how {
            How::Near(between) => {
                self.field(Field::Near);
                self.out.push_str(&between.to_string());
                self.out.push('(');
                for (i, word) in text.words.iter().enumerate() {
                    if i > 0 {
                        self.out.push(' ');
                    }
                    self.word(word);
                }
                self.out.push(')');
            }
            How::SideBySide => {
                if text.quoted {
                    self.out.push('"');
                }
                self.side_by_side(&text.words);
                if text.quoted {
                    self.out.push('"');
                } else if let Some(word) = text.words.last().filter(|w| w.typing || !w.open) {
                    self.last = self.out.len();
                    self.typing = word.typing;
                }
            }
        }
    }

    /// With spaces between words, and none within a script that has none.
    fn side_by_side(&mut self, words: &[Word]) {
        let mut run = true;
        for (i, word) in words.iter().enumerate() {
            let unspaced = word.term.chars().all(is_unspaced);
            let joins = run && unspaced;
            if i > 0 && !joins {
                self.out.push(' ');
            }
            run = unspaced;
            self.word(word);
        }
    }

    fn word(&mut self, word: &Word) {
        let shown = if is_operator(&word.shown) {
            &word.term
        } else {
            &word.shown
        };
        self.out.push_str(shown);
        if word.typing && self.excluded {
            self.hanging = self.out.len();
        }
        if word.open {
            self.out.push('*');
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Name(name) => {
                self.field(Field::Name(name.kind));
                let quote = name.name.contains(is_end);
                if quote {
                    self.out.push('"');
                }
                // A quotation mark can be written in no way; the fields' names have none.
                self.out.extend(name.name.chars().filter(|c| !is_mark(*c)));
                if quote {
                    if name.typing {
                        self.hanging = self.out.len();
                    }
                    self.out.push('"');
                } else if !name.typing {
                    self.last = self.out.len();
                    self.typing = false;
                }
            }
            Value::After(day) => self.date(Field::After, &day.to_string()),
            Value::Before(day) => self.date(Field::Before, &day.to_string()),
            Value::On(first, last) => self.on(*first, *last),
            Value::Undated => self.date(Field::On, NONE),
        }
    }

    fn date(&mut self, field: Field, date: &str) {
        self.field(field);
        self.out.push_str(date);
    }

    /// A year or a month where it is whole; days that are neither, by their ends.
    fn on(&mut self, first: Date, last: Date) {
        let day = first.to_string();
        let whole = [4, 7, 10]
            .into_iter()
            .filter_map(|length| day.get(..length))
            .find(|period| days(period) == Some((first, last)));
        match whole {
            Some(period) => self.date(Field::On, period),
            None => {
                self.out.push('(');
                self.date(Field::After, &day);
                self.out.push(' ');
                self.date(Field::Before, &last.to_string());
                self.out.push(')');
            }
        }
    }
}
