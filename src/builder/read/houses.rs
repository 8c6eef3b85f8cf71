//! Which outlets are one house?
//!
//! A filter by outlet, and a comparison of outlets, go wrong where files call one house by two names. Names that differ only in
//! letters' size, signs and a *The* are one, and so are an agency's letters and its full name where a corpus has both. Whoever is
//! called by one name keeps it as the files have it.

use std::collections::BTreeMap;

use super::Reading;
use super::notes::Notes;

/// Letters that houses are known by, each before the names they stand for, in lower case and without *the*. Letters of several houses
/// (CNA, PA, SPA, AA) are left out.
#[rustfmt::skip]
const LETTERS: &[(&str, &[&str])] = &[
    ("ap", &["associated press"]), ("afp", &["agence france presse"]), ("upi", &["united press international"]),
    ("dpa", &["deutsche presse agentur"]), ("pti", &["press trust of india"]), ("ians", &["indo asian news service"]),
    ("kcna", &["korean central news agency"]), ("voa", &["voice of america", "voa news"]), ("dw", &["deutsche welle"]),
    ("rfe rl", &["radio free europe radio liberty", "radio free europe"]), ("rfa", &["radio free asia"]),
    ("rfi", &["radio france internationale"]), ("bbc", &["bbc news", "british broadcasting corporation"]),
    ("cbc", &["cbc news", "canadian broadcasting corporation"]), ("npr", &["national public radio"]), ("nbc", &["nbc news"]),
    ("cbs", &["cbs news"]), ("nhk", &["japan broadcasting corporation"]), ("aap", &["australian associated press"]),
    ("wsj", &["wall street journal"]), ("nyt", &["new york times"]), ("ny times", &["new york times"]),
    ("wapo", &["washington post"]), ("la times", &["los angeles times"]), ("ft", &["financial times"]),
    ("scmp", &["south china morning post"]), ("smh", &["sydney morning herald"]), ("faz", &["frankfurter allgemeine zeitung"]),
    ("sz", &["süddeutsche zeitung"]), ("toi", &["times of india"]), ("irna", &["islamic republic news agency"]),
    ("sana", &["syrian arab news agency"]), ("wam", &["emirates news agency"]), ("kuna", &["kuwait news agency"]),
    ("cp", &["canadian press"]), ("kyodo", &["kyodo news"]), ("jiji", &["jiji press"]), ("yonhap", &["yonhap news agency", "yonhap news"]),
    ("xinhua", &["xinhua news agency", "xinhua news"]), ("tass", &["itar tass", "tass news agency"]),
    ("anadolu", &["anadolu agency"]), ("bloomberg", &["bloomberg news"]), ("reuters", &["thomson reuters"]),
];

/// Gives articles of one house one name of it: the fullest of those that the corpus has; of equally full ones the most frequent, then
/// the first in order. Says once for every other name what it became.
pub fn unify(reading: &mut Reading) {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for read in &reading.articles {
        *names.entry(&read.article.outlet).or_default() += 1;
    }
    let mut houses: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    for (name, articles) in names {
        houses.entry(house(name)).or_default().push((name, articles));
    }
    houses.remove("");
    let mut became: BTreeMap<String, String> = BTreeMap::new();
    for names in houses.values() {
        let words = |name: &str| plain(name).split(' ').count();
        let best = names
            .iter()
            .max_by(|(a, m), (b, n)| (words(a), m).cmp(&(words(b), n)).then_with(|| b.cmp(a)));
        let Some((best, _)) = best else { continue };
        let others = names.iter().filter(|(name, _)| name != best);
        became.extend(others.map(|(name, _)| ((*name).to_owned(), (*best).to_owned())));
    }
    let mut told = std::collections::BTreeSet::new();
    for read in &mut reading.articles {
        let Some(best) = became.get(&read.article.outlet) else {
            continue;
        };
        let name = std::mem::replace(&mut read.article.outlet, best.clone());
        if told.insert(name.clone()) {
            let mut notes = Notes::on(&read.article.path);
            let reason = format!(
                "outlet of two names: {name} is {best}, as other articles call it; all of {name} are {best} now"
            );
            notes.say(read.line, reason);
            read.warnings.extend(notes.into_warnings());
        }
    }
}

/// What all names of a house have in common.
fn house(name: &str) -> String {
    let plain = plain(name);
    let known = LETTERS
        .iter()
        .find(|(letters, full)| *letters == plain || full.contains(&plain.as_str()));
    known.map_or(plain.clone(), |(_, full)| full[0].to_owned())
}

/// A name in lower case, its words with a space between, without *the*.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let from = usize::from(words.len() > 1 && words[0] == "the");
    words[from..].join(" ")
}

#[cfg(test)]
mod tests {
    use dateline_corpus::Article;

    use super::{LETTERS, house, plain, unify};
    use crate::read::{Read, Reading};

    fn check(outlets: &[&str], expect: &[&str], told: usize) {
        let read = |outlet: &&str| Read {
            article: Article {
                outlet: (*outlet).to_owned(),
                ..Article::default()
            },
            line: None,
            warnings: Vec::new(),
        };
        let mut reading = Reading {
            articles: outlets.iter().map(read).collect(),
            ..Reading::default()
        };
        unify(&mut reading);
        let got: Vec<&str> = reading.articles.iter().map(|r| r.article.outlet.as_str()).collect();
        assert_eq!(got, expect);
        assert_eq!(reading.all_warnings().count(), told, "{outlets:?}");
    }

    #[test]
    fn one_house_has_one_name() {
        check(
            &[
                "AP",
                "The Associated Press",
                "AP",
                "Associated Press",
                "Associated Press",
            ],
            &["Associated Press"; 5],
            2,
        );
        check(&["REUTERS", "Reuters", "reuters", "Reuters"], &["Reuters"; 4], 2);
        check(&["BBC News", "BBC", ""], &["BBC News", "BBC News", ""], 1);
        check(
            &["RFE/RL", "Radio Free Europe/Radio Liberty"],
            &["Radio Free Europe/Radio Liberty"; 2],
            1,
        );
        check(&["The Guardian", "Guardian", "Guardian"], &["Guardian"; 3], 1);
    }

    #[test]
    fn others_keep_theirs() {
        let all = [
            "AP",
            "AFP",
            "The Times",
            "Times of Malta",
            "The",
            "—",
            "",
            "Daily Post",
            "Post",
        ];
        check(&all, &all, 0);
    }

    #[test]
    fn letters_stand_for_one_house() {
        for (letters, full) in LETTERS {
            assert_eq!(plain(letters), *letters);
            for name in *full {
                assert_eq!(plain(name), *name);
                assert_eq!(house(name), house(letters), "{letters}");
            }
        }
    }
}
