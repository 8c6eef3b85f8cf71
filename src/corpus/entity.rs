//! Who and what an article names: entities, and the exact places in the text where they are named.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::CountryCode;

/// What sort of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A state or territory with an ISO 3166-1 code; its key holds that code.
    Country,
    /// A human being.
    Person,
    /// A company, ministry, party, agency, army or international body.
    Organisation,
    /// A place below country level, with coordinates where known.
    Place,
    /// An area that spans or divides countries (the Korean Peninsula, the East China Sea): never counted as a country.
    Region,
}

impl EntityKind {
    /// All kinds, in stored order: the position is the kind's byte in a pack.
    pub const ALL: [Self; 5] = [
        Self::Country,
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Region,
    ];

    /// The lower-case English word used in keys, addresses and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Region => "region",
        }
    }

    /// The reverse of [`word`](Self::word).
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }
}

/// The name of an entity across articles and builds: `person:rex-tillerson`, `country:JP`, `place:tokyo-jp`.
///
/// ```
/// use dateline_corpus::{EntityKey, EntityKind};
///
/// let key = EntityKey::parse("person:rex-tillerson").expect("a key");
/// assert_eq!((key.kind, key.slug.as_str()), (EntityKind::Person, "rex-tillerson"));
/// assert_eq!(key.to_string(), "person:rex-tillerson");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityKey {
    /// The kind before the colon.
    pub kind: EntityKind,
    /// A slug: lower-case letters, digits and hyphens; for a country its two upper-case letters.
    pub slug: String,
}

impl EntityKey {
    /// A key from its parts.
    pub fn new(kind: EntityKind, slug: impl Into<String>) -> Self {
        Self {
            kind,
            slug: slug.into(),
        }
    }

    /// The key of a country.
    pub fn country(code: CountryCode) -> Self {
        Self::new(EntityKind::Country, code.as_str())
    }

    /// `person:rex-tillerson` → its key; `None` without a known kind before the colon or with nothing after it.
    pub fn parse(s: &str) -> Option<Self> {
        let (kind, slug) = s.split_once(':')?;
        (!slug.is_empty()).then_some(Self::new(EntityKind::from_word(kind)?, slug))
    }

    /// The country this key names, if it names one.
    pub fn as_country(&self) -> Option<CountryCode> {
        (self.kind == EntityKind::Country)
            .then(|| CountryCode::parse(&self.slug))
            .flatten()
    }
}

impl fmt::Display for EntityKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), self.slug)
    }
}

impl Serialize for EntityKey {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EntityKey {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let s = String::deserialize(d)?;
        Self::parse(&s).ok_or_else(|| serde::de::Error::custom("expected kind:slug"))
    }
}

/// A place on the globe in degrees: latitude −90 to 90 (north positive), longitude −180 to 180 (east positive), WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees north.
    pub lat: f32,
    /// Degrees east.
    pub lon: f32,
}

/// An entity of a corpus, with everything that does not depend on one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its key.
    pub key: EntityKey,
    /// The fullest name found, e.g. `Rex Tillerson`.
    pub name: String,
    /// The country it lies in or is a body of, where known; for a country, itself.
    pub country: Option<CountryCode>,
    /// Where a place lies.
    pub point: Option<Point>,
}

impl Entity {
    /// It, without strings of its own.
    pub fn borrow(&self) -> EntityRef<'_> {
        EntityRef {
            kind: self.key.kind,
            slug: &self.key.slug,
            name: &self.name,
            country: self.country,
            point: self.point,
        }
    }
}

/// An [`Entity`] without strings of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EntityRef<'a> {
    /// The kind in its key.
    pub kind: EntityKind,
    /// The slug in its key.
    pub slug: &'a str,
    /// As [`Entity::name`].
    pub name: &'a str,
    /// As [`Entity::country`].
    pub country: Option<CountryCode>,
    /// As [`Entity::point`].
    pub point: Option<Point>,
}

impl EntityRef<'_> {
    /// Its key.
    pub fn key(&self) -> EntityKey {
        EntityKey::new(self.kind, self.slug)
    }

    /// The country it is, if it is one.
    pub fn as_country(&self) -> Option<CountryCode> {
        (self.kind == EntityKind::Country)
            .then(|| CountryCode::parse(self.slug))
            .flatten()
    }

    /// It, with strings of its own.
    pub fn to_entity(&self) -> Entity {
        Entity {
            key: self.key(),
            name: self.name.to_owned(),
            country: self.country,
            point: self.point,
        }
    }
}

/// A half-open range of UTF-8 bytes of an article's text; both ends are character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// How an entity came to be meant by a mention: always `Name` but for countries and for people who are described.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// By a name or abbreviation: Japan, U.S., DPRK.
    #[default]
    Name,
    /// By its people or adjective: Japanese officials.
    Demonym,
    /// By its capital or government: Washington, the Kremlin.
    Metonym,
    /// By a place inside it: Hokkaido.
    Place,
    /// A person by a description without a name: the top U.S. diplomat.
    Role,
}

impl How {
    /// All ways, in stored order.
    pub const ALL: [Self; 5] = [Self::Name, Self::Demonym, Self::Metonym, Self::Place, Self::Role];
}

/// Why a naming is doubtful: what its decision rested on was wrong several times as often as others, measured
/// (`src/analysis/data/README.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Doubt {
    /// Places of this name lie in several countries, and little says that this one is meant.
    Namesake,
    /// Hardly more speaks for a place than for a person, a firm or a word of this name.
    Unplaced,
    /// A person by the looks of the name alone: no list knows it and no title stands before it.
    Looks,
    /// Two people of the article have this surname.
    Surname,
    /// A body by the pattern of its name, in a line of capitals.
    Capitals,
    /// Named in full in another article only, and there in few.
    Elsewhere,
    /// Spelt otherwise in other articles.
    Spelling,
    /// A place by its words and those around it alone: no table has one of this name, or several countries have, or the text
    /// names nothing else of its country.
    Unlisted,
}

impl Doubt {
    /// All reasons, in stored order.
    pub const ALL: [Self; 8] = [
        Self::Namesake,
        Self::Unplaced,
        Self::Looks,
        Self::Surname,
        Self::Capitals,
        Self::Elsewhere,
        Self::Spelling,
        Self::Unlisted,
    ];
}

/// One naming of an entity in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// How.
    pub how: How,
    /// Why it may be wrong; none where nothing speaks against it.
    pub doubt: Option<Doubt>,
    /// Bytes from the start of a title right before the name to the name, 21 of `Secretary of State Rex Tillerson`; 0 where
    /// there is none.
    pub title: u32,
}

impl Mention {
    /// One beyond doubt, without a title.
    pub const fn new(span: Span, how: How) -> Self {
        Self {
            span,
            how,
            doubt: None,
            title: 0,
        }
    }
}

/// What an entity is called by a mention: its title and its name.
pub fn called(text: &str, span: Span, title: u32) -> Option<&str> {
    text.get(span.start.checked_sub(title)? as usize..span.end as usize)
}

/// Who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The entity; none where the text calls the speaker by a role only.
    pub key: Option<EntityKey>,
    /// Where the text calls the speaker so.
    pub span: Span,
}

/// What a text gives as somebody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// What is quoted, without its marks.
    pub span: Span,
    /// Whether it is a sentence, or a part of one that stands by itself; else words inside the article's own sentence.
    pub whole: bool,
    /// Who said it; none where the text does not tell.
    pub speaker: Option<Speaker>,
    /// The verb that gives the words to the speaker.
    pub verb: Option<Span>,
}

/// An entity as found in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The entity.
    pub entity: Entity,
    /// Its mentions, by position, without duplicates. A place's mention is also a mention (`How::Place`) of its country.
    pub mentions: Vec<Mention>,
}

/// Everything learnt from one article's text. Entities are sorted by key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// BCP 47 tag of the text's language; `und` when it could not be told.
    pub language: String,
    /// What the text names.
    pub found: Vec<Found>,
    /// The one to three countries the article is about, most important first.
    pub focus: Vec<CountryCode>,
    /// What is quoted, in order of the text.
    pub quotations: Vec<Quotation>,
    /// What was left undecided, for the reader of the report.
    pub warnings: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::{EntityKey, EntityKind};

    #[test]
    fn a_key_prints_and_parses_the_same() {
        for key in [
            "person:rex-tillerson",
            "country:JP",
            "place:tokyo-jp",
            "region:korean-peninsula",
        ] {
            assert_eq!(EntityKey::parse(key).unwrap().to_string(), key);
        }
        for bad in ["", "person", "person:", "ghost:x"] {
            assert_eq!(EntityKey::parse(bad), None, "{bad}");
        }
        assert_eq!(
            EntityKind::ALL.map(EntityKind::word).map(EntityKind::from_word),
            EntityKind::ALL.map(Some)
        );
    }
}
