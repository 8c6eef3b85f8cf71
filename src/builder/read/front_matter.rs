//! What does a file say about itself between its first `---` and the next?

use serde_json::Value;

use super::notes::Notes;

/// Longer front matter is not read as YAML, in bytes: a mistaken `---` must not make a whole book one.
const LONGEST: usize = 256 * 1024;

/// A text parted into what it says about itself and the rest.
#[derive(Debug, PartialEq)]
pub struct Parted<'a> {
    /// The fields, in order.
    pub fields: Vec<(String, Value)>,
    /// What follows the front matter.
    pub body: &'a str,
    /// 1-based line on which `body` starts.
    pub body_line: u32,
}

/// Parts a cleaned text from its YAML front matter, if it opens with any.
///
/// Front matter that is no YAML (a title with a colon is the usual reason) is read line by line as `key: value`, with a
/// warning: nobody should lose an article over a colon.
pub fn part<'a>(text: &'a str, notes: &mut Notes) -> Parted<'a> {
    let whole = |body| Parted {
        fields: Vec::new(),
        body,
        body_line: 1,
    };
    let Some((matter, body)) = split(text) else {
        return whole(text);
    };
    let body_line = text[..text.len() - body.len()].matches('\n').count() as u32 + 1;
    let fields = match yaml(matter) {
        Ok(fields) => fields,
        Err(reason) => {
            let Some(fields) = by_lines(matter) else {
                notes.advise(
                    Some(1),
                    format!("front matter not read: {reason}; it is kept as text"),
                    "put the fields between two lines of ---, each as `name: value`",
                );
                return whole(text);
            };
            notes.advise(
                Some(1),
                format!("front matter is not YAML: {reason}; it was read line by line"),
                "put values that contain a colon, # or quotation marks in double quotes",
            );
            fields
        }
    };
    Parted {
        fields,
        body,
        body_line,
    }
}

/// The lines between an opening `---` and the next `---` or `...`, and the rest.
fn split(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---")?;
    let matter = rest.trim_start_matches([' ', '\t']).strip_prefix('\n')?;
    let mut at = 0;
    for line in matter.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&matter[..at], &matter[at + line.len()..]));
        }
        at += line.len();
        if at > LONGEST {
            return None;
        }
    }
    None
}

fn yaml(matter: &str) -> Result<Vec<(String, Value)>, String> {
    if matter.trim().is_empty() {
        return Ok(Vec::new());
    }
    // The parser limits depth, size and the growth of aliases by itself.
    let value: Value = serde_saphyr::from_str(matter).map_err(|e| first_line(&e.to_string()))?;
    let verbatim: Verbatim = serde_saphyr::from_str(matter).unwrap_or_default();
    match value {
        Value::Object(fields) => Ok(fields
            .into_iter()
            .map(|(name, value)| match (&value, verbatim.0.get(&name)) {
                // `id: 007` and `title: 1.10` are numbers to YAML; to us they are what was written.
                (Value::Number(_) | Value::Bool(_), Some(written)) => (name, Value::String(written.clone())),
                _ => (name, value),
            })
            .collect()),
        Value::Null => Ok(Vec::new()),
        _ => Err("expected `name: value` lines".into()),
    }
}

/// The scalars of a mapping as they were written.
#[derive(Default)]
struct Verbatim(std::collections::BTreeMap<String, String>);

impl<'de> serde::Deserialize<'de> for Verbatim {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> serde::de::Visitor<'de> for Fields {
            type Value = Verbatim;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a mapping")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Verbatim, A::Error> {
                let mut out = Verbatim::default();
                while let Some(name) = map.next_key::<String>()? {
                    // Only known fields of one line: anything else may be a list, and an error would end the reading.
                    if matches!(
                        name.as_str(),
                        "id" | "title" | "outlet" | "byline" | "place" | "source" | "date"
                    ) {
                        out.0.insert(name, map.next_value::<String>()?);
                    } else {
                        map.next_value::<serde::de::IgnoredAny>()?;
                    }
                }
                Ok(out)
            }
        }
        d.deserialize_map(Fields)
    }
}

fn first_line(message: &str) -> String {
    message
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("error: ")
        .to_owned()
}

/// `key: value` lines, quotation marks taken off; lines that are indented or open with `-` belong to the key before.
/// `None` where a line is neither.
fn by_lines(matter: &str) -> Option<Vec<(String, Value)>> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in matter.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        let continued = line.starts_with([' ', '\t', '-']);
        match (line.split_once(':'), fields.last_mut()) {
            (_, Some((_, value))) if continued => {
                if !value.is_empty() {
                    value.push_str(", ");
                }
                value.push_str(line.trim().trim_start_matches("- "));
            }
            (Some((key, value)), _) if !key.trim().is_empty() && key.chars().count() <= 60 => {
                fields.push((key.trim().to_owned(), unquoted(value).to_owned()));
            }
            _ => return None,
        }
    }
    (!fields.is_empty()).then(|| fields.into_iter().map(|(k, v)| (k, Value::String(v))).collect())
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\'']
        .iter()
        .find_map(|q| value.strip_prefix(*q)?.strip_suffix(*q))
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::part;
    use crate::read::notes::Notes;

    fn check(text: &str, fields: &[(&str, &str)], body: &str, body_line: u32, warned: bool) {
        let mut notes = Notes::on("f");
        let parted = part(text, &mut notes);
        let got: Vec<(String, String)> = parted
            .fields
            .iter()
            .map(|(n, v)| (n.clone(), v.as_str().map_or(v.to_string(), str::to_owned)))
            .collect();
        let expected: Vec<(String, String)> = fields.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect();
        assert_eq!(got, expected, "{text}");
        assert_eq!((parted.body, parted.body_line), (body, body_line), "{text}");
        assert_eq!(!notes.into_warnings().is_empty(), warned, "{text}");
    }

    #[test]
    fn front_matter_is_parted_from_the_body() {
        check(
            "---\ntitle: A b\nid: 007\n---\nBody",
            &[("id", "007"), ("title", "A b")],
            "Body",
            5,
            false,
        );
        check("---\n---\nBody", &[], "Body", 3, false);
        check("No front matter\n---\n", &[], "No front matter\n---\n", 1, false);
        check("---\nnever closed: x\n", &[], "---\nnever closed: x\n", 1, false);
        check("---\ntags: [a, b]\n...\nB", &[("tags", "[\"a\",\"b\"]")], "B", 4, false);
    }

    #[test]
    fn damaged_front_matter_loses_no_article() {
        check(
            "---\ntitle: Tokyo: a visit\noutlet: \"The \"Times\"\"\n---\nB",
            &[("title", "Tokyo: a visit"), ("outlet", "The \"Times\"")],
            "B",
            5,
            true,
        );
        check(
            "---\njust a rule above\n---\nB",
            &[],
            "---\njust a rule above\n---\nB",
            1,
            true,
        );
        let bomb = format!(
            "---\na: &a [x,x]\n{}---\nB",
            (0..40).map(|i| format!("b{i}: &b{i} [*a,*a]\n")).collect::<String>()
        );
        part(&bomb, &mut Notes::on("f"));
        part(&format!("---\na: {}\n---\nB", "[".repeat(100_000)), &mut Notes::on("f"));
    }
}
