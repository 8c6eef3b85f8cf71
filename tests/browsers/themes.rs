//! x
use dateline_tests::browser::{Key, browse};
use crate::common::open;
#[test]
fn debug() {
    browse(|page| {
        let _host = open(page, "");
        page.wait_for(".map-svg [data-country=JP]");
        page.call("window.log=[]; for (const k of ['focusin','focusout']) document.addEventListener(k, e => log.push(k+' '+(e.target.outerHTML.slice(0,60))+' '+Math.round(performance.now())), true); new MutationObserver(l => { for (const m of l) for (const n of m.removedNodes) log.push('removed '+(n.outerHTML||n.textContent).slice(0,60)+' '+Math.round(performance.now())) }).observe(document.body,{childList:true,subtree:true})", vec![]);
        page.call("[...document.querySelectorAll('.map-head input:checked')].pop().focus()", vec![]);
        page.key(Key::Tab);
        std::thread::sleep(std::time::Duration::from_millis(500));
        println!("{:#}", page.eval("log"));
    });
}
