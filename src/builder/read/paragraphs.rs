//! Where do paragraphs begin and end?
//!
//! Text comes in two layouts: one line a paragraph, and lines cut to a width. Blank lines part paragraphs in both, but
//! damaged files lose some and gain others. What decides is where a sentence ends, and whether a line was cut because
//! the next word did not fit.

/// Terminal punctuation of the scripts that have any, full stop first; Unicode's Sentence_Terminal in the common ones.
const TERMINALS: &[char] = &[
    '.', '!', '?', '…', '。', '！', '？', '．', '؟', '۔', '।', '॥', '։', '።', '။',
];
/// What may close after a sentence's end: quotation marks and brackets.
const CLOSERS: &[char] = &['"', '\'', '”', '’', '»', '›', ')', ']', '」', '』', '）', '*', '_', '“'];
/// Marks that open an item of a list.
pub const BULLETS: &[char] = &[
    '•', '·', '▪', '‣', '◦', '●', '○', '■', '►', '▶', '*', '–', '-', '»', '›',
];

/// Wider than any hard wrap in use: RFC 3676 says 78, terminals 80, printers 132.
const WIDEST_WRAP: usize = 140;
/// Narrower than this a "wrap" is a list, in characters.
const NARROWEST_WRAP: usize = 30;
/// A line this much shorter than the width was ended on purpose, if its sentence ends there, in characters.
/// English words average under 6 letters, and 12 exceeds 98 of 100 of them, so the next word would have fitted.
const SLACK: usize = 12;

/// A paragraph and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// 1-based line of its first line.
    pub line: u32,
    /// Its text, lines joined, without a line end.
    pub text: String,
    /// True where no blank line stood before it.
    pub glued: bool,
}

struct Line<'a> {
    number: u32,
    text: &'a str,
    indent: usize,
    width: usize,
    after_blank: bool,
}

/// Cuts a cleaned body into paragraphs, their texts as they stand in it.
pub fn of_body(text: &str) -> Vec<String> {
    cut(text, 1, true, &|_| false).into_iter().map(|p| p.text).collect()
}

/// Cuts a cleaned page into paragraphs; a title may stand above its first sentence. `first_line` is the number of its
/// first line in the file; `stands_alone` says that a line is a paragraph whatever its neighbours are (a byline, a
/// navigation word).
pub fn of_page(text: &str, first_line: u32, stands_alone: &dyn Fn(&str) -> bool) -> Vec<Paragraph> {
    cut(text, first_line, false, stands_alone)
}

fn cut(text: &str, first_line: u32, mut in_body: bool, stands_alone: &dyn Fn(&str) -> bool) -> Vec<Paragraph> {
    let lines = lines(text, first_line);
    let layout = Layout::of(&lines);
    let mut out: Vec<Paragraph> = Vec::new();
    let mut alone_before = false;
    for (i, line) in lines.iter().enumerate() {
        in_body |= i > 0 && ends_sentence(lines[i - 1].text);
        let cut_before = i > 0 && !line.after_blank && !ends_sentence(lines[i - 1].text);
        // A small letter after a line that stops inside a sentence carries it on, whatever the words are.
        let carried_on = (cut_before && line.text.starts_with(char::is_lowercase))
            || (in_body && !line.after_blank && i > 0 && layout.is_full(&lines[i - 1], line));
        let alone = line.width <= WIDEST_WRAP && !carried_on && stands_alone(line.text);
        let joins = i > 0 && !alone && !alone_before && layout.joins(&lines[i - 1], line, in_body);
        alone_before = alone;
        match out.last_mut() {
            Some(last) if joins => join(&mut last.text, line.text),
            _ => out.push(Paragraph {
                line: line.number,
                text: line.text.to_owned(),
                glued: i > 0 && !line.after_blank,
            }),
        }
    }
    out
}

fn lines(text: &str, first_line: u32) -> Vec<Line<'_>> {
    let mut after_blank = true;
    let mut lines = Vec::new();
    for (number, raw) in (first_line..).zip(text.split('\n')) {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            after_blank = true;
            continue;
        }
        let indent = raw
            .chars()
            .take_while(|c| c.is_whitespace())
            .map(|c| if c == '\t' { 4 } else { 1 })
            .sum();
        lines.push(Line {
            number,
            text: trimmed,
            indent,
            width: trimmed.chars().count(),
            after_blank,
        });
        after_blank = false;
    }
    lines
}

/// Joins the next line of a paragraph on. A hyphen at the line's end stays (it may be the word's own), without a space
/// after it; scripts without spaces between words get none.
fn join(text: &mut String, line: &str) {
    let last = text.chars().next_back();
    let hyphenated = last == Some('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    let spaceless = last.is_some_and(is_spaceless) && line.chars().next().is_some_and(is_spaceless);
    if !hyphenated && !spaceless {
        text.push(' ');
    }
    text.push_str(line);
}

/// Chinese, Japanese (with their punctuation) and Thai: Unicode blocks 0E00–0E7F, 3000–30FF, 3400–9FFF, F900–FAFF, FF00–FF60.
fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

/// Whether a sentence ends at the end of this text.
pub fn ends_sentence(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(|c| CLOSERS.contains(&c) || c == ' ')
        .ends_with(TERMINALS)
        || text.trim_end().ends_with(':')
}

/// Whether a text opens as the continuation of a sentence: with a small letter, or one of a script without capitals.
fn continues(text: &str) -> bool {
    text.chars()
        .next()
        .is_some_and(|c| c.is_lowercase() || (c.is_alphabetic() && !c.is_uppercase()))
}

/// Whether a line opens an item of a list: a bullet and a space.
pub fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| BULLETS.contains(&c)) && chars.next().is_some_and(char::is_whitespace)
}

/// How a text's lines were made.
struct Layout {
    /// The width that lines were cut to, in characters; `None` where a line is a paragraph.
    wrap: Option<usize>,
    /// Whether blank lines part lines instead of paragraphs.
    double_spaced: bool,
    /// Where most lines begin, in columns.
    margin: usize,
}

impl Layout {
    fn of(lines: &[Line]) -> Self {
        let broken = |l: &Line, next: &Line| !ends_sentence(l.text) && continues(next.text);
        // A tenth of all breaks inside sentences is far above what headings and stray cuts give, far below any wrap.
        let wrap_of = |pairs: Vec<(&Line, &Line)>| -> Option<usize> {
            let cut: Vec<usize> = pairs
                .iter()
                .filter(|(a, b)| broken(a, b))
                .map(|(a, _)| a.width)
                .collect();
            let (least, most) = (cut.iter().min()?, cut.iter().max()?);
            let narrowest = if lines.iter().any(|l| l.text.chars().any(is_spaceless)) {
                NARROWEST_WRAP / 2
            } else {
                NARROWEST_WRAP
            };
            let even = *most <= WIDEST_WRAP && *most >= narrowest && *least * 4 >= *most;
            (even && cut.len() * 10 >= pairs.len()).then_some(*most)
        };
        let pairs = |blank: bool| {
            lines
                .windows(2)
                .filter(|w| w[1].after_blank == blank)
                .map(|w| (&w[0], &w[1]))
                .collect::<Vec<_>>()
        };
        let adjacent = pairs(false);
        let mut indents: Vec<usize> = lines.iter().map(|l| l.indent).collect();
        indents.sort_unstable();
        let margin = indents.get(indents.len() / 3).copied().unwrap_or(0);
        if let Some(wrap) = wrap_of(adjacent) {
            // The longest line that may be a wrapped one: lines that end at a sentence count as well.
            let widest = lines
                .iter()
                .map(|l| l.width)
                .filter(|w| *w <= wrap + SLACK)
                .max()
                .unwrap_or(wrap);
            return Self {
                wrap: Some(widest),
                double_spaced: false,
                margin,
            };
        }
        let spaced = pairs(true);
        let cuts = spaced.iter().filter(|(a, b)| broken(a, b)).count();
        let double_spaced = cuts >= 3 && cuts * 10 >= spaced.len() * 3;
        Self {
            wrap: if double_spaced { wrap_of(spaced) } else { None },
            double_spaced,
            margin,
        }
    }

    /// Whether a line of cut text was cut because the next line's first word did not fit.
    fn is_full(&self, before: &Line, line: &Line) -> bool {
        self.wrap
            .is_some_and(|wrap| before.width <= wrap && room(wrap, before, line) <= SLACK)
    }

    /// Whether `line` carries on the paragraph that `before` belongs to. Before the first sentence has ended
    /// (`in_body` is false then) a line may be a title.
    fn joins(&self, before: &Line, line: &Line, in_body: bool) -> bool {
        if is_item(line.text) {
            return false;
        }
        let cut = !ends_sentence(before.text);
        let Some(wrap) = self.wrap else {
            // One line a paragraph: only a line that plainly breaks off and goes on is mended.
            return cut
                && !line.after_blank
                && before.width >= NARROWEST_WRAP
                && line.text.starts_with(char::is_lowercase);
        };
        if line.after_blank && !self.double_spaced {
            // A blank line inside a sentence, in a text whose lines were cut.
            return cut && before.width * 2 >= wrap && line.text.starts_with(char::is_lowercase);
        }
        if cut && continues(line.text) {
            return true;
        }
        if line.indent >= self.margin + 2 {
            return false;
        }
        let room = room(wrap, before, line);
        // A line that stops inside a sentence may have lost its end, but a title has not.
        if cut && in_body && !line.after_blank {
            room <= 3 * SLACK
        } else {
            room <= SLACK
        }
    }
}

/// The columns that would have been left had the next line's first word been put on the line before.
fn room(wrap: usize, before: &Line, line: &Line) -> usize {
    let first_word = line.text.split_whitespace().next().map_or(0, |w| w.chars().count());
    wrap.saturating_sub(before.width + 1 + first_word)
}

#[cfg(test)]
mod tests {
    use super::of_page;

    fn check(text: &str, expected: &[&str]) {
        let got: Vec<String> = of_page(text, 1, &|_| false).into_iter().map(|p| p.text).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn a_line_is_a_paragraph_where_lines_are_long() {
        let a = "The council met for the third time this year and put off the vote on the harbour once more.";
        let b = "Nobody on the benches seemed surprised, and the mayor went home before the session was over.";
        check(&format!("{a}\n{b}\n\n\n{a}"), &[a, b, a]);
    }

    #[test]
    fn wrapped_lines_are_joined_and_their_paragraphs_kept() {
        let text = "The council met for the third time this year and put off the\n\
                    vote on the harbour once more. Nobody on the benches seemed\n\
                    surprised.\n\
                    \n\
                    The mayor went home before the session was over, saying that\n\
                    he had other business.";
        check(
            text,
            &[
                "The council met for the third time this year and put off the vote on the harbour once more. Nobody on the benches seemed surprised.",
                "The mayor went home before the session was over, saying that he had other business.",
            ],
        );
    }

    #[test]
    fn an_indented_line_opens_a_paragraph_of_wrapped_text() {
        let text = "The council met for the third time this year and put off the\n\
                    vote on the harbour once more, to nobody's particular dismay.\n    \
                    The mayor went home before the session was over, saying that\n\
                    he had other business.";
        assert_eq!(of_page(text, 1, &|_| false).len(), 2);
    }

    #[test]
    fn a_short_line_that_ends_a_sentence_ends_its_paragraph() {
        let text = "The council met for the third time this year and put off the\n\
                    vote again.\n\
                    The mayor went home before the session was over, saying that\n\
                    he had other business.";
        assert_eq!(of_page(text, 1, &|_| false).len(), 2);
    }

    #[test]
    fn a_stray_blank_line_inside_a_sentence_is_closed() {
        let text = "The council met for the third time this year and put off the\n\
                    vote on the harbour once more, to nobody's particular\n\
                    \n\
                    dismay, since everybody had expected as much from the men on\n\
                    the benches.";
        assert_eq!(of_page(text, 1, &|_| false).len(), 1);
    }

    #[test]
    fn double_spaced_lines_are_one_paragraph() {
        let text = "The council met for the third time this year and put off the\n\n\
                    vote on the harbour once more. Nobody on the benches seemed\n\n\
                    surprised, and the mayor went home before the session was\n\n\
                    over, saying that he had other business to see to.";
        assert_eq!(of_page(text, 1, &|_| false).len(), 1);
    }

    #[test]
    fn a_paragraph_cut_off_at_its_end_is_not_joined_to_the_next() {
        let text = "The council met for the third time this year and put off the\n\
                    vote on the harbour, which is aimed at saving the town's\n\
                    \n\
                    They shared the view that the mayor should go home before the\n\
                    session was over.";
        assert_eq!(of_page(text, 1, &|_| false).len(), 2);
    }

    #[test]
    fn lists_and_scripts_without_spaces() {
        check("Bring:\n• flour\n• salt", &["Bring:", "• flour", "• salt"]);
        check("salt\npepper\nbread", &["salt", "pepper", "bread"]);
        check(
            "東京都は十六日、新しい港の計画について\n説明会を開き、住民の意見を聞いた。",
            &["東京都は十六日、新しい港の計画について説明会を開き、住民の意見を聞いた。"],
        );
        check("ever-\nescalating", &["ever-", "escalating"]);
    }

    #[test]
    fn line_numbers_are_the_files_own() {
        let p = of_page("\n\na b.\n\nc d.\ne f.", 10, &|_| false);
        assert_eq!(
            p.iter().map(|p| (p.line, p.glued)).collect::<Vec<_>>(),
            [(12, false), (14, false), (15, true)]
        );
    }
}
