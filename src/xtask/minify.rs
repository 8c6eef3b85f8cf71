//! Takes out of scripts and styles what browsers do not read: comments, indentation, blank lines.
//!
//! Line by line and no further: names stay, and every error message still points at a readable line. Compression on
//! the wire does the rest.

/// A script without its comments and indentation. Only comments that begin a line go; lines inside a template literal
/// that spans several lines are not told apart, and the page's scripts have none.
pub fn script(text: &str) -> String {
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

/// Styles without comments and needless white space. Text in quotes stays as it is.
pub fn styles(text: &str) -> String {
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
    fn scripts_keep_their_code() {
        let text =
            "// a remark\n  if (a) { // why\n    b(\"// no remark\");\n  }\n\n/**\n * long\n */\nc();\n/* d */\n";
        assert_eq!(script(text), "if (a) { // why\nb(\"// no remark\");\n}\nc();\n");
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
        check("a { --x: 'it\\'s  ok'; }", "a{--x:'it\\'s  ok'}");
        check("a/* gap */b{}", "a b{}");
    }
}
