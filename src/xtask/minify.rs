//! Takes out of scripts and styles what browsers do not read.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::wasm::letters;

/// A classic script in as few letters as may be: what it declares at its top keeps its name, since the page's scripts are one
/// after the other in one file. The places `{{name}}` that the builder fills stay: a string, or the whole of a list.
///
/// # Errors
/// Where it is no script.
pub fn script(text: &str) -> Result<String, String> {
    // In dollars a place is a name wherever it stands.
    let text = places(text, ["{{", "}}"], ["$$", "$$"]);
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, &text, SourceType::script()).parse();
    if let Some(problem) = parsed.diagnostics.first() {
        return Err(problem.to_string());
    }
    let names = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut parsed.program);
    let written = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(names.scoping);
    let code = written.build(&parsed.program).code;
    Ok(places(&code, ["$$", "$$"], ["{{", "}}"]) + "\n")
}

/// A text with the names between such marks between others.
fn places(text: &str, from: [&str; 2], to: [&str; 2]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from[0]) {
        let name = after.split_once(from[1]).filter(|(name, _)| is_name(name));
        let (open, name, behind) = match name {
            Some((name, behind)) => (to[0], [name, to[1]].concat(), behind),
            None => (from[0], String::new(), after),
        };
        out.extend([before, open, &name]);
        rest = behind;
    }
    out + rest
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase())
}

/// A module for other pages without its comments and indentation, still to be read. Only comments that begin a line go; lines
/// inside a template literal that spans several lines are not told apart.
pub fn module(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Properties of our own that the page itself sets: they keep their names.
const SET_BY_THE_PAGE: [&str; 2] = ["--tip-x", "--tip-y"];

/// Styles without comments and needless white space, and with short names for properties of their own. Text in quotes stays as it is,
/// but for such names.
pub fn styles(text: &str) -> String {
    let text = spaced(text);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let (mut out, mut names) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("--") {
        let (before, from) = rest.split_at(at);
        let (name, behind) = from.split_at(from.find(|c| !is_name(c)).unwrap_or(from.len()));
        out.push_str(before);
        // A class may have two hyphens within.
        if before.ends_with(is_name) || SET_BY_THE_PAGE.contains(&name) {
            out.push_str(name);
        } else {
            let number = names.iter().position(|known| *known == name).unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            });
            out.push_str("--");
            out.push_str(&letters(number));
        }
        rest = behind;
    }
    out + rest
}

fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut quote = None;
    let mut space = false;
    while let Some(c) = rest.next() {
        if let Some(open) = quote {
            out.push(c);
            match c {
                '\\' => out.extend(rest.next()),
                c if c == open => quote = None,
                _ => {}
            }
        } else if c == '/' && rest.peek() == Some(&'*') {
            rest.next();
            let mut before = ' ';
            for inner in rest.by_ref() {
                if before == '*' && inner == '/' {
                    break;
                }
                before = inner;
            }
            space = true;
        } else if c.is_whitespace() {
            space = true;
        } else {
            // White space means something between two words, and before `:` and `(` in selectors and media queries.
            let opens = matches!(c, '{' | '}' | ';' | ',');
            if opens && out.ends_with(';') && c == '}' {
                out.pop();
            }
            if space && !opens && !out.ends_with(['{', '}', ';', ',', ':']) && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            out.push(c);
            if matches!(c, '"' | '\'') {
                quote = Some(c);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_keep_what_others_use_and_what_is_filled_in() {
        let text = "// a remark\nconst shared = (first) => {\n  const second = first + \"{{name}}\";\n  return [{{files}}, second];\n};\n";
        let short = script(text).unwrap();
        assert!(short.len() < text.len() / 2 + 20, "{short}");
        for kept in ["shared", "{{name}}", "[{{files}},"] {
            assert!(short.contains(kept), "{short}");
        }
        assert!(script("const = 1;").is_err());
    }

    #[test]
    fn modules_keep_their_code() {
        let text =
            "// a remark\n  if (a) { // why\n    b(\"// no remark\");\n  }\n\n/**\n * long\n */\nc();\n/* d */\n";
        assert_eq!(module(text), "if (a) { // why\nb(\"// no remark\");\n}\nc();\n");
    }

    #[test]
    fn what_the_page_sets_keeps_its_name() {
        fn set_in(folder: &std::path::Path, found: &mut Vec<String>) {
            for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.path().is_dir() {
                    set_in(&entry.path(), found);
                } else if let Ok(text) = std::fs::read_to_string(entry.path()) {
                    let set = text.split("set_property(\"").skip(1);
                    let names = set.filter_map(|behind| behind.split('"').next());
                    found.extend(names.filter(|name| name.starts_with("--")).map(str::to_owned));
                }
            }
        }
        let mut found = Vec::new();
        set_in(&crate::run::root().join("src/app"), &mut found);
        found.sort();
        assert_eq!(found, SET_BY_THE_PAGE);
    }

    #[test]
    fn styles_keep_their_meaning() {
        let check = |text: &str, expected: &str| assert_eq!(styles(text), expected);
        check(
            "a  >  b ,\n c { color : red ; margin: 0 1px; }\n",
            "a > b,c{color :red;margin:0 1px}",
        );
        check(
            "/* x */ a :hover{content:\"  /* kept */ }\"}",
            "a :hover{content:\"  /* kept */ }\"}",
        );
        check(
            "@media (min-width: 3em) and (hover) {a{width:calc(1px + 2px)}}",
            "@media (min-width:3em) and (hover){a{width:calc(1px + 2px)}}",
        );
        check("a { --x: 'it\\'s  ok'; }", "a{--a:'it\\'s  ok'}");
        check(
            ":root { --ink: red; --line-ink: var(--ink) } .b--c { --tip-x: var(--line-ink, 0); }",
            ":root{--a:red;--b:var(--a)}.b--c{--tip-x:var(--b,0)}",
        );
        check("a/* gap */b{}", "a b{}");
    }
}
