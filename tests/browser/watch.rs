//! A page that keeps what goes wrong in it.
//!
//! WebDriver has no way to run a script before the page's own in all three browsers. So the page is served with one
//! more script at its very start: before the policy's meta tag, and so not under the policy.

/// Keeps errors, refused promises, policy violations and what is written to the console as an error in `window.seen`.
const SCRIPT: &str = "<script>(()=>{const s=window.seen=[],o=(k,f)=>addEventListener(k,e=>s.push(k+': '+f(e)),true);\
o('error',e=>e.message||'loading '+((e.target||{}).src||(e.target||{}).href));o('unhandledrejection',e=>e.reason);\
o('securitypolicyviolation',e=>e.effectiveDirective+' forbids '+(e.blockedURI||'inline'));const c=console.error;\
console.error=(...a)=>{s.push('console: '+a.join(' '));c.apply(console,a)}})()</script>";

/// The page with that script at the start of its head.
pub fn watched(html: &str) -> String {
    assert!(html.contains("<head>"), "a page without a head cannot be watched");
    html.replacen("<head>", &format!("<head>{SCRIPT}"), 1)
}
