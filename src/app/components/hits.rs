//! The list of hits: the blocks of it that stand in the page, and gaps in place of the others.

use yew::prelude::*;

use crate::components::hit::hit_item;
use crate::listed::Block;
use crate::pane::{Own, Pane, keyed};
use crate::route::Links;
use crate::rows::rows_of;
use crate::state::Action;

/// The list of `total` hits. `blocks` ascend.
pub fn hits(total: u32, blocks: &[Block], links: &Links, on: &Callback<Action>) -> Html {
    let mut row = 0;
    let mut items = Vec::new();
    for block in blocks {
        let rows = rows_of(block.0, total);
        items.extend(gap(row, rows.start));
        items.push(keyed(
            block.0.into(),
            Hits {
                block: block.clone(),
                total,
                links: links.clone(),
                on: on.clone(),
            },
        ));
        row = rows.end;
    }
    items.extend(gap(row, total));
    // Where a list has no bullets, Safari takes it for one only if told so.
    html! { <ol class="hits" role="list">{ for items }</ol> }
}

/// The room of the rows from one to another; `browser::list` gives it its height. One of other rows is another element:
/// what only grows or shrinks would be a shift of the layout.
fn gap(from: u32, to: u32) -> Option<Html> {
    (from < to).then(|| html! { <li key={format!("{from}-{to}")} class="gap" aria-hidden="true"></li> })
}

/// Hits that come and go together.
#[derive(PartialEq)]
struct Hits {
    block: Block,
    total: u32,
    links: Links,
    on: Callback<Action>,
}

impl Pane for Hits {
    type Kept = ();
    const NAME: &'static str = "hits";

    fn draw(&self, _own: &Own<()>) -> Html {
        let (block, hits) = &self.block;
        let rows = rows_of(*block, self.total);
        let items = rows.zip(hits.iter());
        html! { <>{ for items.map(|(row, hit)| hit_item(hit, Some((row + 1, self.total)), &self.links, &self.on)) }</> }
    }
}
