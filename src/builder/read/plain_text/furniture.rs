//! What on a saved page is not the article?
//!
//! Navigation words, photo credits, copyright lines, link lists: each told by its own form, never by its neighbours.

use std::sync::LazyLock;

use regex::Regex;

use super::words::{MORE, NAVIGATION, SECTIONS};
use crate::read::paragraphs::{BULLETS, ends_sentence};
use crate::read::pattern::pattern;

/// What a paragraph is by its own form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words of the site's menus and buttons.
    Navigation,
    /// The name of a section, which can be a heading as well: `World`.
    Section,
    /// Opens a list of other articles: `More Stories`.
    More,
    /// Names the photographer or the agency of a picture.
    Credit,
    /// A picture's text that says so itself: `Photo: …`, `File photo …`.
    Caption,
    /// Rights and imprint.
    Copyright,
    /// `###`, `-30-`, `* * *`.
    EndMark,
    /// An item of a list.
    Item,
    /// An address alone.
    Address,
    /// The agency's own staff note: `(Reporting by …; Editing by …)`.
    Staff,
    /// Anything else.
    Text,
}

struct Forms {
    credit: Regex,
    credit_only: Regex,
    caption: Regex,
    copyright: Regex,
    end_mark: Regex,
    address: Regex,
    promotion: Regex,
    contact: Regex,
    staff: Regex,
    counter: Regex,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    // Agencies as picture credits name them, always next to a slash, a photographer or the word photo.
    let agency = r"(?:EPA(?:-EFE)?|AFP|AP|REUTERS|Reuters|TASS|Getty(?: Images)?|Xinhua|Kyodo(?: News)?|Yonhap|Jiji|dpa|DPA|ANSA|UPI|PA|EFE|Bloomberg|Shutterstock|iStock|Alamy|Zuma(?: Press)?|ZUMA|Sputnik|RIA Novosti|Anadolu(?: Agency)?|NurPhoto|IMAGO|imago|Handout|HANDOUT|POOL|Pool|NASA|Wikimedia(?: Commons)?|Flickr|CC BY(?:-SA)?)";
    let name = r"[\p{Lu}][\p{L}.'’-]*(?: [\p{Lu}][\p{L}.'’-]*){0,4}";
    Forms {
        credit: pattern(&format!(
            r"(?:(?-u:\b){agency} ?/ ?{name}(?: ?/ ?{name})*|{name} ?/ ?{agency}(?: ?/ ?{name})*|(?-u:\b){agency} (?:[Pp]hoto|PHOTO|[Ff]ile)(?-u:\b)[^.]{{0,60}}|(?:[Pp]hoto(?:graph)?|PHOTO|[Pp]icture|[Ii]mage)s?(?: by|:| credit:?| courtesy(?: of)?:?) ?{name}[^.]{{0,60}}|[|©] ?{agency}(?-u:\b)[^.]{{0,40}})\s*[)\].]?\s*$"
        )),
        credit_only: pattern(&format!(
            r"^[(\[]?(?:[Pp]hoto(?:graph)?|PHOTO|[Pp]icture|[Ii]mage|[Cc]redit|CREDIT|[Ii]llustration|[Gg]raphic|[Vv]ideo)s?(?: by| source| credit| courtesy(?: of)?)?\s*[:/-]\s*\S.{{0,80}}$|^[(\[]?(?:[Pp]hoto|[Pp]icture|[Ii]mage)s? (?:by|courtesy of) {name}.{{0,60}}$|^[(\[]?{agency}(?: ?/ ?{name})+[)\]]?$|^{agency} (?:[Pp]hoto|PHOTO|via .{{1,40}})$"
        )),
        caption: pattern(
            r"^(?:FILE(?: PHOTO)?(?-u:\b)\s*[:–—-]|File photo(?-u:\b)|Caption\s*:|Pictured\s*:|\(?(?:Photo|Image|Picture|Video) caption(?-u:\b)|In this (?:file )?(?:photo|image|picture)(?-u:\b)|This (?:file )?(?:photo|image|handout)(?-u:\b).{0,80}(?-u:\b)(?:shows|provided by|released by)(?-u:\b))",
        ),
        copyright: pattern(
            r"(?i)^\(?(?:©|\(c\)\s|our standards:|copyright\s*(?:©|\(c\)|by\s|the\s|[12]\d{3}))|^.{0,120}(?-u:\b)all rights reserved\W*$|^this material may not be published(?-u:\b)",
        ),
        end_mark: pattern(r"(?i)^(?:#{1,5}|-\s?30\s?-|[*_=~–—.\s-]{2,}|\(?end\)?s?\.?|\(?e ?n ?d ?s\)?|/end/|■|●)$"),
        address: pattern(r"^<?(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+)>?$"),
        promotion: pattern(
            r"(?i)^(?:sign up|subscribe|click here|follow us|download|register|support|join|get)(?-u:\b).{0,80}(?-u:\b)(?:newsletters?|subscribe|apps?|twitter|facebook|telegram|whatsapp|updates|alerts|inbox|channel|podcast)(?-u:\b).{0,20}$",
        ),
        contact: pattern(r"(?i)^(?:media |press )?(?:contacts?|tel|phone|fax|e-?mail)\s*:"),
        staff: pattern(
            r"^\(?(?:Additional r|R)eporting (?:and writing )?by(?-u:\b)[^\n]{3,300}$|^\(?(?:Writing|Editing|Compiled|Edited|Written) by(?-u:\b)[^\n]{3,200}\)?\.?$|(?-u:\b)contributed to this (?:report|story|article)\.?\)?$",
        ),
        counter: pattern(
            r"(?i)^(?:\d{1,6}|\d+ (?:comments?|shares?|views?|min(?:ute)?s? read|likes?)|(?:(?:last )?(?:updated|published|posted|modified):? )?\d+ (?:hours?|minutes?|days?) ago|(?:last )?(?:updated|published|modified):? (?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)? ?[a-z]{0,4})$",
        ),
    }
});

/// A heading or credit is short: longer paragraphs are text whatever they hold, in characters.
const LONGEST: usize = 400;

/// What a paragraph is by its own form.
pub fn kind(text: &str) -> Kind {
    let text = text.trim();
    if text.len() > LONGEST * 4 || text.chars().count() > LONGEST {
        return Kind::Text;
    }
    let forms = &*FORMS;
    if forms.end_mark.is_match(text) {
        return Kind::EndMark;
    }
    if forms.address.is_match(text) {
        return Kind::Address;
    }
    if let Some(words) = menu(text) {
        return words;
    }
    if forms.counter.is_match(text) || forms.promotion.is_match(text) || forms.contact.is_match(text) {
        return Kind::Navigation;
    }
    if forms.copyright.is_match(text) {
        return Kind::Copyright;
    }
    if forms.staff.is_match(text) {
        return Kind::Staff;
    }
    if forms.caption.is_match(text) {
        return Kind::Caption;
    }
    if forms.credit_only.is_match(text)
        || forms
            .credit
            .find(text)
            .is_some_and(|found| is_credit(text, found.start()))
    {
        return Kind::Credit;
    }
    let mut chars = text.chars();
    if chars.next().is_some_and(|c| BULLETS.contains(&c)) && chars.next().is_some_and(char::is_whitespace) {
        return Kind::Item;
    }
    Kind::Text
}

/// Whether a credit that starts at this byte makes its paragraph a caption: it follows a sentence or opens a bracket, or
/// the paragraph is a few words that are no sentence. `… according to AFP/Jiji.` is none.
fn is_credit(text: &str, start: usize) -> bool {
    /// Captions are a sentence or two.
    const LONGEST: usize = 60;
    /// Words of a caption that is no sentence.
    const LABEL: usize = 14;
    let words = text.split_whitespace().count();
    let before = text[..start].trim_end();
    let parted = before.is_empty() || before.ends_with(['.', '!', '?', '(', '[', '"', '”', '|', ')']);
    words <= LONGEST && (parted || (words <= LABEL && !ends_sentence(text)))
}

/// Whether a paragraph consists of menu words and nothing else: `print PRINT`, `Home > World > Asia`.
fn menu(text: &str) -> Option<Kind> {
    let lower = text.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, '|' | '>' | '»' | '›' | '/' | '·' | '•' | ',' | '…'))
        .filter(|w| !w.is_empty())
        .collect();
    if words.is_empty() || words.len() > 60 {
        return None;
    }
    let (mut at, mut navigation, mut sections) = (0, 0, 0);
    while at < words.len() {
        // The longest phrase of the lists that stands here; none is longer than six words.
        let (length, list) = (1..=6usize.min(words.len() - at)).rev().find_map(|n| {
            let phrase = words[at..at + n].join(" ");
            let phrase = phrase.trim_end_matches(':');
            let list = [NAVIGATION, SECTIONS, MORE].iter().position(|l| l.contains(&phrase))?;
            Some((n, list))
        })?;
        if list == 2 && at == 0 && length == words.len() {
            return Some(Kind::More);
        }
        if list == 1 {
            sections += 1
        } else {
            navigation += 1
        }
        at += length;
    }
    match (navigation, sections) {
        (0, 1) => Some(Kind::Section),
        // Three sections in a row are a menu; two can be a heading: "Business and Politics" is not made of them alone.
        (0, n) if n >= 3 => Some(Kind::Navigation),
        (0, _) => Some(Kind::Section),
        _ => Some(Kind::Navigation),
    }
}

/// Whether a paragraph can be an entry of a list of links: a few words that are no sentence.
pub fn is_link_like(text: &str) -> bool {
    text.split_whitespace().count() <= 16 && !ends_sentence(text)
}

#[cfg(test)]
mod tests {
    use super::{Kind, kind};

    #[test]
    fn furniture_is_told_by_its_form() {
        for (text, expected) in [
            ("All news", Kind::Navigation),
            ("Back to Main", Kind::Navigation),
            ("print PRINT", Kind::Navigation),
            ("Home > World > Asia", Kind::Navigation),
            ("Share Tweet Email", Kind::Navigation),
            ("News | Sport | Weather", Kind::Navigation),
            ("12 comments", Kind::Navigation),
            ("Updated 5:01 a.m. ET", Kind::Navigation),
            ("World", Kind::Section),
            ("More Stories", Kind::More),
            ("You may also like:", Kind::More),
            ("Minister Ann Lee EPA/BO EK/POOL", Kind::Credit),
            ("Bo Ek / AFP", Kind::Credit),
            ("The mayor speaks at the harbour. (AP Photo/Bo Ek)", Kind::Credit),
            ("Photo: Bo Ek", Kind::Credit),
            ("Photo by Bo Ek | Getty Images", Kind::Credit),
            ("The harbour at dawn | Getty Images", Kind::Credit),
            ("FILE PHOTO: The mayor at the harbour on June 4, 2019.", Kind::Caption),
            ("© 2019 The Fjord Times. All rights reserved.", Kind::Copyright),
            ("###", Kind::EndMark),
            ("-30-", Kind::EndMark),
            ("* * *", Kind::EndMark),
            ("• Harbour", Kind::Item),
            ("https://example.org/a", Kind::Address),
            ("(Reporting by Ann Lee; Editing by Bo Ek)", Kind::Staff),
            ("The world news that shook the harbour was printed late.", Kind::Text),
            ("Print is dead, says the mayor", Kind::Text),
            ("She works for Reuters", Kind::Text),
            ("The boat was found, according to AFP/Jiji.", Kind::Text),
            ("The mayor left on Friday. (AFP)", Kind::Text),
            ("Subscribe to our free newsletter", Kind::Navigation),
            ("ann.lee@example.org", Kind::Address),
            ("Bo Ek in Oslo contributed to this report.", Kind::Staff),
            ("He shared the photo with reporters.", Kind::Text),
            ("Copyrights were not at issue.", Kind::Text),
            ("“We welcome it,” he said.", Kind::Text),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }
}
