//! Which fields does an article have that a page gives?

use dateline_corpus::{Article, Date};
use js_sys::Object;
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsError, JsValue};

/// An article as a page gives it; only the text is needed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Given {
    id: String,
    title: String,
    outlet: String,
    byline: String,
    date: Option<Date>,
    dateline: String,
    place: String,
    language: String,
    source: String,
    url: String,
    text: String,
}

impl Given {
    const FIELDS: [&'static str; 11] = [
        "id", "title", "outlet", "byline", "date", "dateline", "place", "language", "source", "url", "text",
    ];

    /// Reads one.
    ///
    /// # Errors
    /// Says what is wrong with it: a field that is not known may be a misspelt one.
    pub fn read(value: JsValue) -> Result<Self, JsError> {
        // Of any realm: one that a frame made is no instance of this page's `Object`.
        if !value.is_object() {
            return Err(JsError::new("an article is an object like {id: \"a\", text: \"…\"}"));
        }
        let unknown = Object::keys(value.unchecked_ref::<Object>())
            .iter()
            .filter_map(|key| key.as_string())
            .find(|key| !Self::FIELDS.contains(&key.as_str()));
        if let Some(unknown) = unknown {
            return Err(JsError::new(&format!(
                "an article has no field \"{unknown}\"; there are {}",
                Self::FIELDS.join(", ")
            )));
        }
        let given: Self = serde_wasm_bindgen::from_value(value)
            .map_err(|e| JsError::new(&format!("an article is not as expected: {e}")))?;
        match given.text.is_empty() {
            true => Err(JsError::new("an article has no text")),
            false => Ok(given),
        }
    }

    /// The article, behind so many others.
    pub fn article(self, before: usize) -> Article {
        Article {
            id: match self.id.is_empty() {
                true => (before + 1).to_string(),
                false => self.id,
            },
            title: self.title,
            outlet: self.outlet,
            byline: self.byline,
            date: self.date,
            dateline: self.dateline,
            place: self.place,
            language: self.language,
            source: self.source,
            url: self.url,
            text: self.text,
            ..Article::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Given;

    #[test]
    fn an_article_without_an_id_gets_its_number() {
        let given = |id: &str| Given {
            id: id.into(),
            ..Given::default()
        };
        assert_eq!(["", "x"].map(|id| given(id).article(2).id), ["3", "x"]);
    }
}
