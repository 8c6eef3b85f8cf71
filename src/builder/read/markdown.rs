//! Markdown with YAML front matter.
//!
//! The body becomes plain paragraphs: headings are paragraphs of their own, links their text, a list item a paragraph
//! that opens with `•` or its number, a table row one with ` | ` between its cells; code stays as it is. Markup that only
//! dresses text (`<em>`, `<span>`) goes; any other HTML stays in view as text, since nothing here ever runs.

use dateline_corpus::Article;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::dates::Written;
use super::notes::{Notes, quote};
use super::{body, fields, front_matter, head, published};

/// Reads one Markdown file. `None` where it holds no text; the notes then say so.
pub fn read(text: &str, notes: &mut Notes) -> Option<Article> {
    let mut article = Article {
        path: notes.path().to_owned(),
        ..Article::default()
    };
    let parted = front_matter::part(text, notes);
    let written = fields::fill(&mut article, parted.fields, Some(1), notes);
    let mut flat = flatten(parted.body, parted.body_line, notes);
    if article.title.is_empty()
        && flat.title_first
        && let Some(title) = (!flat.paragraphs.is_empty()).then(|| flat.paragraphs.remove(0))
    {
        article.title = title;
    } else if flat.title_first && flat.paragraphs.first().is_some_and(|p| *p == article.title) {
        flat.paragraphs.remove(0);
    }
    if flat.paragraphs.is_empty() && !written.trim().is_empty() {
        // The whole article in a front matter field named `text`.
        flat.paragraphs = written
            .split("\n\n")
            .map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
    }
    let mut undecided = body::take_dateline(&mut article, &mut flat.paragraphs);
    if article.date.is_none() {
        match head::day(&flat.paragraphs) {
            Some(Written::Day(day)) => article.date = Some(day),
            other => undecided = undecided.or(other),
        }
    }
    published::decide(&mut article, undecided, &flat.paragraphs, None, notes);
    body::finish(article, &flat.paragraphs, notes)
}

/// A body as plain paragraphs.
#[derive(Debug, Default)]
struct Flat {
    paragraphs: Vec<String>,
    /// Whether the first paragraph is a heading of level 1.
    title_first: bool,
}

/// Tags that dress text and say nothing by themselves.
const DRESSING: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "big",
    "blockquote",
    "center",
    "cite",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "ins",
    "li",
    "mark",
    "ol",
    "p",
    "q",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "ul",
    "article",
    "header",
    "footer",
    "main",
    "figure",
    "figcaption",
    "br",
    "hr",
    "wbr",
];

struct Flattener<'a> {
    flat: Flat,
    now: String,
    /// Open lists; `Some` holds the next number of an ordered one.
    lists: Vec<Option<u64>>,
    /// What the next paragraph opens with.
    opening: String,
    /// The text of images is not the article's; how deep we are in one.
    image: u32,
    code: bool,
    html: String,
    notes: &'a mut Notes,
}

fn flatten(markdown: &str, first_line: u32, notes: &mut Notes) -> Flat {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    let mut f = Flattener {
        flat: Flat::default(),
        now: String::new(),
        lists: Vec::new(),
        opening: String::new(),
        image: 0,
        code: false,
        html: String::new(),
        notes,
    };
    // Line numbers by counting on from the last event: events come in the text's order, but for footnotes.
    let (mut counted, mut line) = (0, first_line);
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        if let Some(passed) = markdown.get(counted..range.start) {
            line += passed.matches('\n').count() as u32;
            counted = range.start;
        }
        f.take(event, line);
    }
    f.close();
    f.flat
}

impl Flattener<'_> {
    fn take(&mut self, event: Event, line: u32) {
        match event {
            Event::Start(tag) => self.start(tag, line),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.image > 0 => self.html.push_str(&text),
            Event::Text(text) => self.text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.now.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => self.markup(&html, line),
            Event::FootnoteReference(name) => self.now.push_str(&format!("[{name}]")),
            Event::SoftBreak | Event::HardBreak => self.now.push(' '),
            Event::TaskListMarker(done) => self.now.push_str(if done { "[x] " } else { "[ ] " }),
            Event::Rule => self.close(),
        }
    }

    fn start(&mut self, tag: Tag, line: u32) {
        match tag {
            Tag::Heading { level, .. } => {
                self.close();
                self.flat.title_first |= level == HeadingLevel::H1 && self.flat.paragraphs.is_empty();
            }
            Tag::CodeBlock(_) => {
                self.close();
                self.code = true;
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => {
                self.close();
                self.opening = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "• ".to_owned(),
                };
            }
            Tag::FootnoteDefinition(name) => {
                self.close();
                self.opening = format!("[{name}] ");
            }
            Tag::Image { .. } => {
                self.image += 1;
                if self.image == 1 {
                    self.html.clear();
                    self.notes
                        .say(Some(line), "dropped image: pictures are not part of the text");
                }
            }
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::HtmlBlock => {
                self.close()
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.image = self.image.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.close();
                self.code = false;
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::TableCell => self.now.push_str(" | "),
            TagEnd::TableHead | TagEnd::TableRow => {
                while self.now.ends_with([' ', '|']) {
                    self.now.pop();
                }
                self.close();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::FootnoteDefinition | TagEnd::HtmlBlock => {
                self.close()
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !self.code {
            return self.now.push_str(text);
        }
        // A line of code is a paragraph: joined, its lines would mean something else.
        for line in text.split_inclusive('\n') {
            self.now.push_str(line.trim_end_matches('\n'));
            if line.ends_with('\n') {
                self.close();
            }
        }
    }

    /// Takes raw HTML: dressing and comments go, anything else stays as text.
    fn markup(&mut self, html: &str, line: u32) {
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            self.now.push_str(&rest[..open].replace('\n', " "));
            rest = &rest[open..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                let end = comment.find("-->").map_or(rest.len(), |e| 4 + e + 3);
                self.notes
                    .say(Some(line), format!("dropped comment: {}", quote(&rest[..end])));
                rest = &rest[end..];
                continue;
            }
            let end = rest.find('>').map_or(rest.len(), |e| e + 1);
            let tag = &rest[..end];
            let name: String = tag
                .trim_start_matches(['<', '/'])
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            if DRESSING.contains(&name.to_ascii_lowercase().as_str()) {
                if matches!(
                    name.to_ascii_lowercase().as_str(),
                    "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "br" | "hr"
                ) {
                    self.close();
                }
            } else {
                self.now.push_str(tag);
                self.notes.say(Some(line), format!("HTML kept as text: {}", quote(tag)));
            }
            rest = &rest[end..];
        }
        self.now.push_str(&rest.replace('\n', " "));
    }

    /// Ends the paragraph that is being written.
    fn close(&mut self) {
        let text = self
            .now
            .split([' ', '\t', '\n'])
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        self.now.clear();
        if !text.is_empty() {
            self.flat.paragraphs.push(std::mem::take(&mut self.opening) + &text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::read::notes::{Notes, kind};

    fn check(markdown: &str, title: &str, text: &str, kinds: &[&str]) {
        let mut notes = Notes::on("f.md");
        let article = read(markdown, &mut notes).unwrap_or_default();
        assert_eq!(
            (article.title.as_str(), article.text.as_str()),
            (title, text),
            "{markdown}"
        );
        assert_eq!(
            notes.into_warnings().iter().map(kind).collect::<Vec<_>>(),
            kinds,
            "{markdown}"
        );
    }

    #[test]
    fn markdown_becomes_paragraphs() {
        check(
            "# A title\n\nOne *two*\nthree.\n\n## Part\n\nMore.",
            "A title",
            "One two three.\n\nPart\n\nMore.",
            &[],
        );
        check("---\ntitle: A title\n---\n# A title\n\nOne.", "A title", "One.", &[]);
        check(
            "---\ntitle: A title\n---\n# Another\n\nOne.",
            "A title",
            "Another\n\nOne.",
            &[],
        );
        check(
            "See [the *harbour* plan](javascript:alert(1)) now.",
            "",
            "See the harbour plan now.",
            &[],
        );
        check(
            "- one\n- two\n  - three\n\n4. four\n5. five",
            "",
            "• one\n\n• two\n\n• three\n\n4. four\n\n5. five",
            &[],
        );
        check(
            "> quoted\n> on\n\n`code` here\n\n```\na\n  b\n```",
            "",
            "quoted on\n\ncode here\n\na\n\nb",
            &[],
        );
        check("| a | b |\n|---|---|\n| 1 | 2 |", "", "a | b\n\n1 | 2", &[]);
        check("Text[^1].\n\n[^1]: The note.", "", "Text[1].\n\n[1] The note.", &[]);
        check("Look: ![a boat](boat.jpg) here.", "", "Look: here.", &["dropped image"]);
        check("AT&amp;T &lt;b&gt; 3 \\* 4", "", "AT&T <b> 3 * 4", &[]);
    }

    #[test]
    fn html_is_text_or_nothing_and_never_lost_silently() {
        check("a <em class=x>b</em> c<br>d", "", "a b c\n\nd", &[]);
        check(
            "x <script>alert(1)</script> y",
            "",
            "x <script>alert(1)</script> y",
            &["HTML kept as text", "HTML kept as text"],
        );
        check(
            "<img src=x onerror=alert(1)>\n\nText.",
            "",
            "<img src=x onerror=alert(1)>\n\nText.",
            &["HTML kept as text"],
        );
        check("a <!-- note --> b", "", "a b", &["dropped comment"]);
    }

    #[test]
    fn nothing_is_no_article() {
        check("", "", "", &["empty article"]);
        check("---\ntitle: Only a title\n---\n", "", "", &["empty article"]);
        check("![](x.png)", "", "", &["empty article", "dropped image"]);
    }

    #[test]
    fn the_dateline_is_taken_from_the_body() {
        let a = read("OSLO (Reuters) - The mayor *spoke* at length.", &mut Notes::on("f.md")).unwrap();
        assert_eq!(
            (a.dateline.as_str(), a.place.as_str(), a.outlet.as_str()),
            ("OSLO (Reuters)", "Oslo", "Reuters")
        );
        assert_eq!(a.text, "The mayor spoke at length.");
    }
}
