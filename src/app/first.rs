//! The answer to the words of an address before the page lives: whoever follows a link to a search reads its first
//! results in the plain list of the first paint, and the living page takes over from there.

use dateline_engine::question::Ask;
use dateline_engine::view::{Answer, Hit, Met, Piece};
use web_sys::{Document, Element};

use crate::asks::{self, Slot};
use crate::components::pieces::{HEADLINE, PASSAGE, clipped};
use crate::state::State;
use crate::{browser, format, route, worker};

/// Hits drawn: about as many as a window shows.
const FEW: u32 = 8;

/// Draws the first results into the first paint; `None` where the address asks for something that a plain list of hits
/// is no answer to, or where there is no answer. The living page says why, if it is told.
pub fn show() -> Option<()> {
    let hits = hits(&route::parse(&browser::fragment()))?;
    let document = browser::document()?;
    let list = document.query_selector(".plain-list").ok()??;
    let items = element(&document, "ol", "")?;
    for hit in &hits {
        items.append_child(&*item(&document, hit)?).ok()?;
    }
    list.replace_children_with_node_1(&items);
    // Kept back by www/load.js until there is an answer.
    document.document_element()?.remove_attribute("hidden").ok()
}

/// The hits of a state that asks for words and nothing else, where all words are found.
fn hits(state: &State) -> Option<Vec<Hit>> {
    if state.query.trim().is_empty() || !state.filters.is_empty() || state.open != Default::default() {
        return None;
    }
    worker::open().ok()?;
    let Some(Ask::Explore(mut ask)) = asks::ask(state, Slot::Explore, false) else {
        return None;
    };
    ask.limit = FEW;
    let Answer::Explore(view) = worker::answer_here(&Ask::Explore(ask)).ok()? else {
        return None;
    };
    let as_asked = view.met == Met::All
        && view.missing.is_empty()
        && view.corrections.is_empty()
        && view.problems.is_empty()
        && view.total > 0;
    as_asked.then_some(view.hits)
}

/// An item in the shape that `src/builder/page/html.rs` gives the plain list, its matches marked.
fn item(document: &Document, hit: &Hit) -> Option<Element> {
    let item = element(document, "li", "hit")?;
    add(document, &item, "h2", "", &hit.title, HEADLINE)?;
    let about = element(document, "p", "about")?;
    if !hit.outlet.is_empty() {
        let outlet = element(document, "bdi", "outlet")?;
        outlet.set_text_content(Some(&format::clip(&hit.outlet, format::NAME)));
        about.append_child(&outlet).ok()?;
    }
    if let Some(date) = hit.date {
        let between = if hit.outlet.is_empty() { "" } else { " · " };
        about.append_with_str_1(&format!("{between}{}", date.in_words())).ok()?;
    }
    item.append_child(&about).ok()?;
    add(document, &item, "p", "lead", &hit.snippet, PASSAGE)?;
    Some(item)
}

fn element(document: &Document, tag: &str, class: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_class_name(class);
    Some(element)
}

/// A line of the corpus, at most `most` characters of it.
fn add(document: &Document, item: &Element, tag: &str, class: &str, pieces: &[Piece], most: usize) -> Option<()> {
    let line = element(document, tag, class)?;
    line.set_attribute("dir", "auto").ok()?;
    for (text, matched) in clipped(pieces, most) {
        if matched {
            let mark = element(document, "mark", "")?;
            mark.set_text_content(Some(&text));
            line.append_child(&mark).ok()?;
        } else {
            line.append_with_str_1(&text).ok()?;
        }
    }
    item.append_child(&line).ok().map(drop)
}
