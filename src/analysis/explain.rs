//! Why was a name taken for what it was taken for?
//!
//! Told from what the analysis itself left behind (its marks, its people, its evidence) in the same run that decided, never
//! guessed afterwards from the result.

use std::collections::BTreeMap;

use dateline_corpus::{Article, Doubt, EntityKind, Found, How, Mention, Span};

use crate::Analyzer;
use crate::abroad;
use crate::belief::weights;
use crate::cast::Player;
use crate::evidence::{dateline, placed};
use crate::gazetteer::{Hit, Rank, Sense};
use crate::marks::{Mark, What};
use crate::places::{Meaning, Told, View};
use crate::roles::roles;
use crate::settle::{Second, settle};
use crate::words::{Gap, Words};

/// The reason for each mention, by kind and place in the text.
pub type Reasons = BTreeMap<(EntityKind, Span), String>;

impl Analyzer {
    /// Why each mention in an article's text was taken for what it is; the same run as [`Analyzer::analyze`].
    pub fn explain(&self, article: &Article) -> Reasons {
        let words = Words::new(&article.text, &self.lexicon);
        let language = self.language(article, &words);
        let languages = self.tables(&language);
        self.run(&words, |view, marks, players, rules| {
            if !languages.is_empty() {
                let countries = self.exonyms.find(&words, &languages);
                let found = abroad::read(view, &self.languages, marks, players, rules, &countries);
                let mentions = found.iter().flat_map(|one| one.mentions.iter().map(move |m| (one, m)));
                let reason = |(one, m): (&Found, &Mention)| {
                    let doubt = m.doubt.map(|doubt| format!("; doubtful: {}", words_for(doubt)));
                    let why = abroad::why(one, m, &language) + &doubt.unwrap_or_default();
                    ((one.entity.key.kind, m.span), why)
                };
                return mentions.map(reason).collect();
            }
            let told = Told::read(view, marks);
            let names = self.names(view, &rules);
            let head = Words::new(&article.dateline, &self.lexicon);
            let mut settled = settle(view, &head, marks, rules.clone(), &names);
            let described = roles(view.sight(), &self.offices, &mut settled.found);
            let described: BTreeMap<Span, Span> = described.into_iter().collect();
            let second = Second::new(view.sight(), &rules, &settled);
            let mut reasons = Reasons::new();
            for one in &settled.found {
                for mention in &one.mentions {
                    let mut why = match described.get(&mention.span).filter(|_| mention.how == How::Role) {
                        Some(told) => {
                            let told = article.text.get(told.start as usize..told.end as usize);
                            let told: Vec<&str> = told.unwrap_or_default().split_whitespace().collect();
                            format!(
                                "a description without a name; here only {} is that, by “{}”",
                                one.entity.name,
                                told.join(" ")
                            )
                        }
                        None => second
                            .why(one, mention.span)
                            .unwrap_or_else(|| reason((view, &told), marks, players, one, mention)),
                    };
                    if let Some(doubt) = mention.doubt {
                        why += &format!("; doubtful: {}", words_for(doubt));
                    }
                    reasons.insert((one.entity.key.kind, mention.span), why);
                }
            }
            reasons
        })
    }
}

/// A reason for a doubt, as the report words it.
fn words_for(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Namesake => "a place of this name in another country is nearly as likely",
        Doubt::Unplaced => "hardly more speaks for a place than against",
        Doubt::Looks => "a person by the looks of the name alone",
        Doubt::Surname => "two people of this surname",
        Doubt::Capitals => "a body's pattern in a line of capitals",
        Doubt::Elsewhere => "named in full in another article only",
        Doubt::Spelling => "spelt otherwise in other articles",
        Doubt::Unlisted => "a place by its words and those around it alone",
    }
}

/// The text with what it says itself about where its places lie.
type Seen<'a, 't> = (View<'a, 't>, &'a Told);

fn reason((view, told): Seen<'_, '_>, marks: &[Mark], players: &[Player], found: &Found, mention: &Mention) -> String {
    let words = view.words;
    let from = words.at_byte(mention.span.start as usize);
    let to = words.at_byte(mention.span.end as usize).max(from + 1);
    if found.entity.key.kind == EntityKind::Person {
        return person(view, marks, players, (from, to), mention);
    }
    // Marks are in order of their first word; those inside a body's name follow it.
    let first = marks.partition_point(|m| m.from < from);
    let mark = marks[first..]
        .iter()
        .take_while(|m| m.from == from)
        .find(|m| m.to == to);
    let Some(mark) = mark else {
        return format!(
            "a half of a divided country that the text names: {}",
            evidence(view, found)
        );
    };
    match mark.what {
        What::Person | What::Thing => "a name that people have".into(),
        What::Body => "the pattern of a body's name".into(),
        What::Letters => "letters of a body that the text names in full".into(),
        What::State(_) => "an abbreviated state behind a place".into(),
        What::Known { hit, inside } => known((view, told), found, mark, hit, inside),
    }
}

/// A person: by which of the two ways, and what spoke for it.
fn person(
    view: View<'_, '_>,
    marks: &[Mark],
    players: &[Player],
    (from, to): (usize, usize),
    mention: &Mention,
) -> String {
    let (words, lexicon) = (view.words, view.lexicon);
    let first = marks.partition_point(|m| m.to < to);
    let mark = marks[first..]
        .iter()
        .take_while(|m| m.from <= from)
        .find(|m| m.to == to && matches!(m.what, What::Person));
    let player = players.iter().find(|p| p.mentions.binary_search(&(from, to)).is_ok());
    let name = player.map_or("", |p| p.name.as_str());
    let Some(mark) = mark else {
        return format!("surname of {name}, who is named in the text");
    };
    let mut facts = Vec::new();
    let title = (mark.from.saturating_sub(6)..mark.from).find(|&t| lexicon.titles_at(words, t) == Some(mark.from));
    let start = mention.span.start;
    let kept = words
        .text
        .get((start - mention.title) as usize..start as usize)
        .unwrap_or_default();
    if !kept.is_empty() {
        let kept: Vec<&str> = kept.split_whitespace().collect();
        facts.push(format!("title “{}” before it", kept.join(" ")));
    } else if let Some(t) = title {
        facts.push(format!("title “{}” before it", words_of(view, t, mark.from)));
    }
    if words.listed(mark.from).is_given() {
        facts.push(format!("{} is a listed given name", words.raw(mark.from)));
    }
    let last = to - 1;
    if words.listed(last).is_surname() {
        facts.push(format!("{} is a listed surname", words.raw(last)));
    }
    if to == mark.from + 1 && !name.is_empty() && name != words.raw(mark.from) {
        facts.push(format!("taken for {name}, whom the text names so"));
    }
    let form = if to == mark.from + 1 {
        "a single name"
    } else {
        "the pattern of a personal name"
    };
    if facts.is_empty() {
        facts.push("no word of it is an ordinary word or a known place".into());
    }
    format!("{form}; {}", facts.join("; "))
}

/// A phrase of the gazetteer: what it may mean, and what decided.
fn known((view, told): Seen<'_, '_>, found: &Found, mark: &Mark, hit: Hit, inside: bool) -> String {
    let gazetteer = view.gazetteer;
    let mut facts = Vec::new();
    let mut places = 0;
    for sense in gazetteer.senses(hit) {
        match sense {
            Sense::Country { code, weak, .. } => facts.push(format!(
                "listed as {code}{}",
                if weak { ", which also means something else" } else { "" }
            )),
            Sense::Area(_) => facts.push("listed as an area".into()),
            Sense::Body(_) => facts.push("listed as a body".into()),
            Sense::Place(_) => places += 1,
        }
    }
    facts.dedup();
    let meaning = if facts.is_empty() {
        told.resolve(view, hit, mark.from, inside)
    } else {
        None
    };
    match meaning.map(|r| r.meaning) {
        Some(Meaning::Listed(p)) => {
            let place = &gazetteer.places[p as usize];
            let what = match place.rank {
                Rank::Capital => "capital",
                Rank::Division => "division",
                Rank::County => "county",
                Rank::City | Rank::Town => "place",
            };
            facts.push(format!("listed as {what} of {}", place.country));
            if places > 1 {
                facts.push(format!("the likeliest of {places} places of that name"));
            }
            if let Some(lead) = meaning.map(|r| r.lead).filter(|lead| lead.is_finite()) {
                facts.push(format!("ahead of those in other countries by {lead:.1}"));
            }
            let (trust, doubt) = weights(view, place, mark.from, mark.to, inside);
            facts.push(format!("trust {trust:.1}, doubt {doubt:.1}"));
        }
        Some(Meaning::Unlisted(c)) => facts.push(format!("the text says that it lies in {}", c.country)),
        None if facts.is_empty() => facts.push("a half of a divided country that the text names".into()),
        None => {}
    }
    if dateline(view.words, mark.from, mark.to) {
        facts.push("opens the report".into());
    } else if placed(view.words, mark.from) {
        facts.push("a preposition of place before it".into());
    }
    if inside {
        facts.push("inside a body's name".into());
    }
    let named = evidence(view, found);
    if !named.is_empty() {
        facts.push(named);
    }
    facts.join("; ")
}

/// How often the whole text names the country for certain.
fn evidence(view: View<'_, '_>, found: &Found) -> String {
    let Some(code) = found.entity.country else {
        return String::new();
    };
    match view.evidence.of(code) {
        0 => format!("{code} named nowhere for certain"),
        1 => format!("{code} named once for certain"),
        n => format!("{code} named {n} times for certain"),
    }
}

fn words_of<'t>(view: View<'_, 't>, from: usize, to: usize) -> &'t str {
    let words = view.words;
    match (words.get(from), words.get(to.saturating_sub(1))) {
        (Some(a), Some(b)) if !words.gap(to).has(Gap::BREAK) => &words.text[a.start..b.end],
        _ => "",
    }
}
