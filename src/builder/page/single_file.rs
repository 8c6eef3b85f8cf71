//! The whole page in one HTML file that opens by double click.

use super::html::{SEARCH, article_list, escape, fill, heading};
use super::site::{inline_script, inline_style};
use super::{Listing, Page, PageError, embed, extract, pieces, policy};

/// Articles in the plain list of a one-file page, at most: it is read before anything else of the file.
const LISTED: usize = 2000;

/// Names the number of pieces for [`extract_html`] and for the page's own script.
const COUNT: &str = "data-pieces=\"";

/// One HTML file with everything in it: no other file and no address is asked for.
///
/// The script stands before the data, so that a file which was cut off can still say so.
pub fn single_file(page: &Page, pack: &[u8], listing: &Listing) -> Result<Vec<u8>, PageError> {
    let wasm = embed(page.get("dateline.wasm")?, pack)?;
    let (data, count) = pieces::to_html(&wasm)?;
    let script = inline_script(&format!(
        "{}\n{}\n{}",
        page.text("head.js")?.trim(),
        page.text("load.js")?.trim(),
        super::site::script(page, false)?
    ));
    let style = inline_style(page)?;
    let rest = listing.items.len().saturating_sub(LISTED);
    let more = match rest {
        0 => String::new(),
        _ => format!("<p>{rest} more articles are in this page; listing them needs JavaScript.</p>\n"),
    };
    let head = format!(
        "<link rel=\"icon\" href=\"data:image/svg+xml,{}\">\n<style>{style}</style>\n\
         <script {COUNT}{count}\" data-bytes=\"{}\">{script}</script>",
        data_address(page.text("icons/icon.svg")?),
        wasm.len()
    );
    let html = fill(
        page.text("index.html")?,
        &[
            ("policy", &policy::single_file(&script, &style)),
            ("title", &escape(&listing.title)),
            ("heading", &heading(&listing.title)),
            ("head", &head),
            ("search", SEARCH),
            ("list", &article_list(listing, 0, LISTED, false, &more)),
            ("data", &data),
        ],
    )?;
    Ok(html.into_bytes())
}

/// The pack inside a one-file page.
pub fn extract_html(html: &[u8]) -> Result<Vec<u8>, PageError> {
    let wrong = |found: &str| PageError::SingleFile { found: found.into() };
    let html = std::str::from_utf8(html).map_err(|_| wrong("it is not UTF-8 text"))?;
    let (_, after) = html.split_once(COUNT).ok_or_else(|| wrong("it names no pieces"))?;
    let count = after.split('"').next().and_then(|count| count.parse().ok());
    let wasm = pieces::from_html(html, count.ok_or_else(|| wrong("its number of pieces is unreadable"))?)?;
    extract(&wasm)?
        .map(<[u8]>::to_vec)
        .ok_or_else(|| wrong("its wasm carries no pack"))
}

/// An SVG image as the body of a `data:` address: what a URL or an attribute would take otherwise is percent-encoded.
fn data_address(svg: &str) -> String {
    let mut out = String::new();
    for c in svg.trim().chars() {
        match c {
            '%' => out.push_str("%25"),
            '#' => out.push_str("%23"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '"' => out.push('\''),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{listing, page, scripts};
    use super::*;

    #[test]
    fn the_pack_comes_back_out() {
        let pack: Vec<u8> = (0..300_000u32)
            .map(|n| n.wrapping_mul(n).wrapping_shr(7) as u8)
            .collect();
        let html = single_file(&page(), &pack, &listing(3)).unwrap();
        assert_eq!(extract_html(&html).unwrap(), pack);
        assert_eq!(html, single_file(&page(), &pack, &listing(3)).unwrap());
    }

    #[test]
    fn it_runs_one_script_and_asks_for_nothing() {
        let html = String::from_utf8(single_file(&page(), b"pack", &listing(2500)).unwrap()).unwrap();
        let found = scripts(&html);
        assert_eq!(found.len(), 1);
        let style = html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        assert!(html.contains(&policy::single_file(&found[0].1, style)));
        for address in html
            .split("href=\"")
            .skip(1)
            .map(|rest| rest.split_once('"').unwrap().0)
        {
            assert!(address.starts_with("data:"), "{address}");
        }
        assert!(html.contains("500 more articles"));
    }

    #[test]
    fn a_file_cut_off_anywhere_is_refused() {
        let html = single_file(&page(), b"pack", &listing(3)).unwrap();
        let end = html.len() - 16;
        for cut in [
            0,
            100,
            html.len() / 2,
            html.windows(5).position(|w| w == b"piece").unwrap(),
            end - 40,
        ] {
            assert!(extract_html(&html[..cut]).is_err(), "cut at {cut} of {}", html.len());
        }
    }
}
