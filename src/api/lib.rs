//! How does another page use the engine?
//!
//! `dateline.js` beside this file is the module that other pages import; it fetches a pack, starts this crate as wasm and
//! hands it the bytes. `dateline.d.ts` declares the same for TypeScript. Values cross as plain objects.

mod options;
mod result;
mod warm;
#[cfg(all(test, target_arch = "wasm32"))]
mod wasm_tests;

use dateline_corpus::{EntityKey, Filters};
use dateline_engine::question::{Ask, Explore, Scope};
use dateline_engine::view::{Answer, View};
use dateline_engine::{Engine, Opening};
use js_sys::{Array, JsString, Object, Reflect, Uint32Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use options::{FilterOptions, ListOptions, SearchOptions, SuggestOptions};

/// Has the browser compile what a large corpus will call for, in 40 ms: for while one is arriving.
#[wasm_bindgen]
pub fn warm() {
    warm::warm();
}

/// A pack that arrives piece by piece, read while it does. `dateline.js` fetches one so.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Arriving(Opening);

#[wasm_bindgen]
impl Arriving {
    /// Nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in the next bytes.
    pub fn push(&mut self, piece: &[u8]) {
        self.0.push(piece);
    }

    /// The corpus, behind the last of them.
    ///
    /// # Errors
    /// Says what is wrong with the pack and what to do.
    pub fn finish(self) -> Result<Corpus, JsError> {
        Ok(Corpus(self.0.finish()?))
    }
}

/// A query with the letters that it has in pieces put together, as those of articles are (Unicode's form C).
fn composed(query: &str) -> String {
    match query.is_ascii() {
        true => query.to_owned(),
        false => JsString::from(query).normalize("NFC").into(),
    }
}

/// An opened corpus. `dateline.js` wraps it as `Explorer`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Corpus(Engine);

#[wasm_bindgen]
impl Corpus {
    /// Opens the bytes of a pack.
    ///
    /// # Errors
    /// Says what is wrong with the pack and what to do.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: Vec<u8>) -> Result<Corpus, JsError> {
        Ok(Self(Engine::open(pack)?))
    }

    /// `SearchResult` for a query as typed and `SearchOptions`, its lists packed as [`result`] says.
    ///
    /// # Errors
    /// Names an option that is not what it should be.
    pub fn search(&self, query: &str, options: JsValue) -> Result<JsValue, JsError> {
        let options: SearchOptions = read_filtered(options, &SearchOptions::FIELDS)?;
        let (head, lists) = result::parted(self.explore(options.explore(&composed(query)))?);
        let packed = give(&head)?;
        for (name, list) in [
            ("text", JsValue::from(lists.text)),
            ("numbers", Uint32Array::from(lists.numbers.as_slice()).into()),
        ] {
            Reflect::set(&packed, &name.into(), &list).map_err(|_| JsError::new("a plain object expected"))?;
        }
        Ok(packed)
    }

    /// `Article`, or `null` where no article has that id. The words of `query` are marked.
    ///
    /// # Errors
    /// Only where the pack breaks its own rules although its checksums fit.
    pub fn article(&self, id: &str, query: &str) -> Result<JsValue, JsError> {
        let ask = Ask::Article {
            id: id.to_owned(),
            query: composed(query),
        };
        match self.0.answer(&ask)? {
            Answer::Article(Some(article)) => give(&*article),
            _ => Ok(JsValue::NULL),
        }
    }

    /// `Suggestions` for the word that is being typed at the end of a query, and `{limit}`.
    ///
    /// # Errors
    /// Names an option that is not what it should be.
    pub fn suggest(&self, query: &str, options: JsValue) -> Result<JsValue, JsError> {
        let options: SuggestOptions = read_filtered(options, &SuggestOptions::FIELDS)?;
        let ask = options.suggest(composed(query));
        match self.0.answer(&ask)? {
            Answer::Suggest(suggestions) => give(&suggestions),
            _ => Err(JsError::new("expected suggestions, found another answer")),
        }
    }

    /// `Country[]`: the countries mentioned in the articles that pass a query and filters, most articles first.
    ///
    /// # Errors
    /// Names a filter that is not what it should be.
    pub fn countries(&self, query: &str, filters: JsValue) -> Result<JsValue, JsError> {
        refuse_unknown(&filters, &FilterOptions::FIELDS)?;
        let filters: Filters = read::<FilterOptions>(filters)?.into();
        let scope = Scope {
            query: composed(query),
            filters,
        };
        let view = self.explore(Explore {
            scope,
            overview: true,
            ..Explore::default()
        })?;
        give(&view.countries)
    }

    /// `Card` of an entity (`person:rex-tillerson`), or `null` where there is none.
    ///
    /// # Errors
    /// Where the key is none.
    pub fn card(&self, key: &str) -> Result<JsValue, JsError> {
        match self.0.answer(&Ask::Card(entity(key)?))? {
            Answer::Card(Some(card)) => give(&*card),
            _ => Ok(JsValue::NULL),
        }
    }

    /// `Sentences` that mention an entity, for `MentionOptions`, or `null` where there is no such entity.
    ///
    /// # Errors
    /// Where the key is none; names an option that is not what it should be.
    pub fn mentions(&self, key: &str, options: JsValue) -> Result<JsValue, JsError> {
        let options = read_filtered::<ListOptions>(options, &ListOptions::OF_MENTIONS)?;
        if options.narrows_a_name() {
            return Err(JsError::new(
                "mentions by one name are those of the whole corpus: leave out \"query\", \"filters\" and \"with\", or \"called\"",
            ));
        }
        let with = options.with().map(entity).transpose()?;
        self.sentences(&options.mentions(entity(key)?, with))
    }

    /// `Sentences` with quotations by an entity or about it, for `QuotationOptions`, or `null` where there is no such entity.
    ///
    /// # Errors
    /// As [`mentions`](Self::mentions).
    pub fn quotations(&self, key: &str, options: JsValue) -> Result<JsValue, JsError> {
        let options = read_filtered::<ListOptions>(options, &ListOptions::OF_QUOTATIONS)?;
        self.sentences(&options.quotations(entity(key)?))
    }

    /// Puts corrections (`docs/corrections.md`), one a line, in the place of those before, also of those the corpus was built with.
    /// Lines that are none are passed over.
    ///
    /// # Errors
    /// Only where the pack breaks its own rules although its checksums fit.
    pub fn correct(&mut self, corrections: &str) -> Result<(), JsError> {
        Ok(self.0.correct(corrections)?)
    }

    /// `Corrected[]`: the corrections in force and what came of them.
    ///
    /// # Errors
    /// As [`correct`](Self::correct).
    pub fn corrections(&self) -> Result<JsValue, JsError> {
        give(&self.0.corrections()?)
    }

    /// `About`: title and size of the corpus.
    ///
    /// # Errors
    /// None in practice: the value is always plain.
    pub fn about(&self) -> Result<JsValue, JsError> {
        give(&self.0.about())
    }

    /// Whether the corpus is in parts.
    #[wasm_bindgen(js_name = isInParts)]
    pub fn is_in_parts(&self) -> bool {
        self.0.is_in_parts()
    }

    /// Names of the files that the last questions missed, of a corpus in parts; from then on none are. `dateline.js` fetches
    /// them and asks again.
    pub fn wanted(&self) -> Vec<String> {
        self.0.wanted()
    }

    /// Takes in a file of a corpus in parts.
    ///
    /// # Errors
    /// Where the file is not of this corpus, or is not what was written.
    pub fn supply(&mut self, name: &str, bytes: &[u8]) -> Result<(), JsError> {
        Ok(self.0.supply(name, bytes)?)
    }
}

impl Corpus {
    fn sentences(&self, ask: &Ask) -> Result<JsValue, JsError> {
        match self.0.answer(ask)? {
            Answer::Sentences(Some(sentences)) => give(&sentences),
            _ => Ok(JsValue::NULL),
        }
    }

    fn explore(&self, explore: Explore) -> Result<View, JsError> {
        match self.0.answer(&Ask::Explore(explore))? {
            Answer::Explore(view) => Ok(*view),
            _ => Err(JsError::new("expected a list of articles, found another answer")),
        }
    }
}

/// The entity that a caller names.
fn entity(key: &str) -> Result<EntityKey, JsError> {
    EntityKey::parse(key).ok_or_else(|| {
        JsError::new(&format!(
            "expected a key like \"person:rex-tillerson\", found \"{key}\""
        ))
    })
}

/// Options with filters among them, each of them one of `known`.
fn read_filtered<T: DeserializeOwned + Default>(options: JsValue, known: &[&str]) -> Result<T, JsError> {
    refuse_unknown(&options, known)?;
    if let Ok(filters) = Reflect::get(&options, &"filters".into()) {
        refuse_unknown(&filters, &FilterOptions::FIELDS)?;
    }
    read(options)
}

/// A JavaScript value as one of ours; `undefined` and `null` are the default, also of what is in it.
fn read<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, JsError> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(defined(value))
        .map_err(|e| JsError::new(&format!("options are not as expected: {e}")))
}

/// An object without what is undefined in it: in JavaScript that is as if it were not written.
fn defined(value: JsValue) -> JsValue {
    if !value.is_object() || Array::is_array(&value) {
        return value;
    }
    let defined = Array::new();
    for key in Object::keys(value.unchecked_ref::<Object>()).iter() {
        let inner = Reflect::get(&value, &key).unwrap_or(JsValue::UNDEFINED);
        if !inner.is_undefined() && !inner.is_null() {
            defined.push(&Array::of2(&key, &self::defined(inner)));
        }
    }
    Object::from_entries(&defined).map_or(value, JsValue::from)
}

/// An option that is not known is misspelt: passing over it would give an answer to another question.
fn refuse_unknown(options: &JsValue, known: &[&str]) -> Result<(), JsError> {
    // Of any realm: options that a frame made are no instance of this page's `Object`.
    if !options.is_object() {
        return Ok(());
    }
    let unknown = Object::keys(options.unchecked_ref::<Object>())
        .iter()
        .filter_map(|key| key.as_string())
        .find(|key| !known.contains(&key.as_str()));
    match unknown {
        Some(key) => Err(JsError::new(&format!(
            "there is no option \"{key}\"; there are {}",
            known.join(", ")
        ))),
        None => Ok(()),
    }
}

/// One of our values as a plain JavaScript object: maps are objects, `None` is `null`.
fn give<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
