//! Which language is a text written in? Script first, then the words that are among a language's commonest, have its letters, or
//! end as its words do: each says the more, the fewer languages share it.

use std::collections::BTreeSet;

use crate::profiles::{MOST, Profiles, SCRIPTS, Set, script};
use crate::words::{Case, Gap, Words};

/// Words looked at; an article's first paragraphs are enough. In another language than English fewer are, since more is asked of
/// each.
const SAMPLE: usize = 600;
const SAMPLE_ABROAD: usize = 200;

/// Fewest words that decide, and the share of them that must speak for the winning language (percent): below, `und`.
/// Of running text 35 to 50 % of the words are listed in its own language and under 12 % in another.
const FEWEST: usize = 5;
const SHARE: usize = 14;

/// Fewest different words that speak for any language but English: a table of names and results has an `el` and a `van`.
const FEWEST_ABROAD: usize = 4;

/// With one word less, and none of English, the share of words that must speak for the language (percent).
const SHARE_OF_SHORT: usize = 30;

/// Of so many words one must be listed; of a language that says by endings what others have short words for, of so many. Letters
/// alone are no evidence: Kurdish has those of French.
const LISTED: usize = 7;
const LISTED_OF_FORMED: usize = 10;

/// In a script of several languages, of so many words one must be listed in any but the usual one.
const LISTED_IN_SCRIPT: usize = 14;

/// Of so many words one may have letters that the language does not: names are in it, and words of others.
const ODD: usize = 8;

/// Of the points of the winning language, the share that the next one may have (percent).
const NEXT: i32 = 88;

/// Points for a word that only one language has, for one with its letters, and with its ending; taken off for letters that it does
/// not have. Set by hand on three of five texts of each language in `tests/gold/short.jsonl`.
const WORD: i32 = 12;
const LETTERS: i32 = 8;
const ENDING: i32 = 6;
const MISFIT: i32 = 6;

/// English stands first in the table.
const ENGLISH: usize = 0;

/// Tells languages apart.
#[derive(Debug)]
pub struct Languages {
    profiles: Profiles,
}

impl Languages {
    /// Reads the table.
    pub fn new() -> Self {
        Self {
            profiles: Profiles::new(),
        }
    }

    /// Whether a folded word is among the commonest of any language: `les`, also a given name.
    pub fn is_commonest(&self, term: &str) -> bool {
        self.profiles.said(term) != 0
    }

    /// The BCP 47 tag of the text's language; `und` where nothing wins clearly.
    pub fn of(&self, words: &Words<'_>) -> &'static str {
        let count = words.len().min(SAMPLE);
        let mut scripts = [0usize; SCRIPTS.len()];
        let mut hits: Hits = [0; MOST];
        for i in 0..count {
            match script(words.term(i)) {
                Some(at) => scripts[at] += 1,
                None => each(self.profiles.said(words.term(i))).for_each(|at| hits[at] += 1),
            }
        }
        if let Some(at) = prevailing(&scripts, count) {
            return self.in_script(words, count, at);
        }
        if count < FEWEST {
            return "und";
        }
        // Most articles are English, and need no more than this.
        let clear = |(at, other): (usize, &usize)| at == ENGLISH || other * 10 < hits[ENGLISH] * 9;
        if hits.iter().enumerate().all(clear) && hits[ENGLISH] * 100 >= count * SHARE {
            return "en";
        }
        self.in_latin(words, count)
    }

    /// The language of a text in a script of its own, or one of the few that are written so.
    fn in_script(&self, words: &Words<'_>, count: usize, at: usize) -> &'static str {
        let usual = SCRIPTS[at].1.split(' ').next().unwrap_or("und");
        // Assamese is written as Bengali is, with two letters more.
        if usual == "bn" && words.text.chars().take(4000).any(|c| "ৰৱ".contains(c)) {
            return "as";
        }
        let all = self.profiles.written_in(Some(at));
        if all == 0 {
            return usual;
        }
        let tally = self.tally(words, count, Some(at));
        let best = tally.best(all);
        // Of a few words nothing may speak for any.
        let known = each(all).find(|&at| self.profiles.tags[at] == usual);
        let best = known
            .filter(|&at| tally.points[at] == tally.points[best])
            .unwrap_or(best);
        let tag = self.profiles.tags[best];
        let least = (tally.seen.len() / LISTED_IN_SCRIPT).max(usize::from(self.profiles.lettered >> best & 1 == 0));
        let listed = tag == usual || tally.listed[best] >= least;
        if listed && tally.odd[best] * ODD <= tally.seen.len() {
            tag
        } else {
            "und"
        }
    }

    /// The language of a text in Latin letters, not English.
    fn in_latin(&self, words: &Words<'_>, count: usize) -> &'static str {
        let all = self.profiles.written_in(None) & !(1 << ENGLISH);
        let tally = self.tally(words, count, None);
        let best = tally.best(all);
        let next = tally.best(all & !(1 << best));
        let is = |of: Set| of >> best & 1 == 1;
        let met: BTreeSet<&str> = tally
            .seen
            .iter()
            .map(|(i, of)| (words.term(*i), of))
            .filter(|(term, of)| term.len() > 1 && is(**of))
            .map(|(term, _)| term)
            .collect();
        let (seen, hits) = (tally.seen.len(), tally.hits[best]);
        let last = tally.seen.last().map_or(0, |(i, _)| *i);
        let english = |i: &usize| {
            let said = self.profiles.said(words.term(*i));
            said >> ENGLISH & 1 == 1 && !is(said & self.profiles.spelled(words.raw(*i)).0)
        };
        let english = (0..=last).filter(english).count();
        // A sentence or two may have no more of them, but then they are a good part of it.
        let short = met.len() + 1 == FEWEST_ABROAD && hits * 100 >= count * SHARE_OF_SHORT && english == 0;
        let least = if is(self.profiles.formed) {
            LISTED_OF_FORMED
        } else {
            LISTED
        };
        let enough = (met.len() >= FEWEST_ABROAD || short)
            && hits * 100 >= seen * SHARE
            && hits > 2 * english
            && tally.listed[best] * least >= seen
            && tally.odd[best] * ODD <= seen;
        let ahead =
            tally.points[next] * 100 < tally.points[best] * NEXT && tally.apart(best, next) >= tally.apart(next, best);
        let clear = ahead || self.are_alike(best, next);
        if enough && clear {
            self.profiles.tags[best]
        } else {
            "und"
        }
    }

    /// Languages of which a sentence may be in the one as well as in the other: of these the better one is taken.
    fn are_alike(&self, a: usize, b: usize) -> bool {
        const ALIKE: [&str; 2] = ["hr", "sr"];
        [a, b].iter().all(|at| ALIKE.contains(&self.profiles.tags[*at]))
    }

    /// What the words of a script say for each language. Names in Latin letters say nothing, since they keep those of their own
    /// language; in other scripts they are written anew.
    fn tally(&self, words: &Words<'_>, count: usize, at: Option<usize>) -> Tally {
        let all = self.profiles.written_in(at);
        let mut tally = Tally::default();
        let anew = at.is_some();
        for i in (0..count).filter(|&i| (anew || !is_name(words, i)) && !words.numeric(i)) {
            let (term, small) = (words.term(i), anew || !words.cap(i));
            if script(term) != at {
                continue;
            }
            if tally.seen.len() == SAMPLE_ABROAD {
                break;
            }
            let (spelled, beyond) = self.profiles.spelled(words.raw(i));
            let own = spelled & all;
            let said = self.profiles.said(term) & own;
            let ended = if said == 0 && small {
                self.profiles.ended(term) & own
            } else {
                0
            };
            tally.add(said, WORD);
            tally.add(ended, ENDING);
            let mut hits = said | ended;
            if beyond && small {
                let lettered = own & self.profiles.lettered;
                tally.add(lettered, LETTERS);
                hits |= lettered;
                for at in each(all & !own) {
                    tally.points[at] -= MISFIT;
                    tally.odd[at] += 1;
                }
            }
            // What no other language writes so is as good as listed, where few words are.
            let sure = if hits.count_ones() == 1 {
                hits & self.profiles.formed
            } else {
                0
            };
            each(hits).for_each(|at| tally.hits[at] += 1);
            each(said | sure).for_each(|at| tally.listed[at] += 1);
            tally.seen.push((i, hits));
        }
        tally
    }
}

/// By language: words that speak for it.
type Hits = [usize; MOST];

/// What the words of a text say for each language.
#[derive(Debug)]
struct Tally {
    /// Words looked at, and the languages that each speaks for.
    seen: Vec<(usize, Set)>,
    /// By language what speaks for it: a word the more, the fewer others it speaks for.
    points: [i32; MOST],
    /// Words that speak for it.
    hits: Hits,
    /// Words that are among its commonest.
    listed: Hits,
    /// Words with letters that it does not have.
    odd: Hits,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            seen: Vec::new(),
            points: [0; MOST],
            hits: [0; MOST],
            listed: [0; MOST],
            odd: [0; MOST],
        }
    }
}

impl Tally {
    /// Counts what speaks for some languages.
    fn add(&mut self, of: Set, points: i32) {
        let shared = match of.count_ones() {
            0 | 1 => points,
            2 => points * 3 / 4,
            3 | 4 => points / 2,
            _ => points / 3,
        };
        each(of).for_each(|at| self.points[at] += shared);
    }

    /// How many words speak for one language and not for another.
    fn apart(&self, one: usize, other: usize) -> usize {
        let apart = |(_, of): &&(usize, Set)| of >> one & 1 == 1 && of >> other & 1 == 0;
        self.seen.iter().filter(apart).count()
    }

    /// Of some languages the one with most points, of equals the first.
    fn best(&self, of: Set) -> usize {
        let most = each(of).max_by_key(|&at| (self.points[at], std::cmp::Reverse(at)));
        most.unwrap_or_default()
    }
}

/// Whether a word is written as a name: with a capital within a sentence, also in a line of names.
fn is_name(words: &Words<'_>, i: usize) -> bool {
    let within = Gap::SPACE.and(Gap::HYPHEN).and(Gap::COMMA);
    let shouted = words.get(i).is_some_and(|w| w.case == Case::Upper);
    words.cap(i) && (!words.weak(i) || !shouted && words.gap(i).only(within))
}

/// The positions in a set.
fn each(mut set: Set) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = set.trailing_zeros() as usize;
        set &= set.wrapping_sub(1);
        (at < MOST).then_some(at)
    })
}

/// The script that at least half of the words are in; Han beside a few kana is Japanese.
fn prevailing(scripts: &[usize; SCRIPTS.len()], count: usize) -> Option<usize> {
    let kana = scripts[0] > 0 && scripts[0] * 10 >= scripts[1];
    let best = (0..SCRIPTS.len()).max_by_key(|&i| scripts[i] + if i == 0 && kana { scripts[1] } else { 0 })?;
    let enough = scripts[best] > 0 && (scripts[best] + if best == 0 { scripts[1] } else { 0 }) * 2 >= count;
    enough.then_some(best)
}

#[cfg(test)]
mod tests {
    use super::Languages;
    use crate::lexicon::Lexicon;
    use crate::words::Words;

    #[test]
    fn english_comes_first_and_every_language_has_a_bit() {
        let languages = Languages::new();
        assert_eq!(languages.profiles.tags.first(), Some(&"en"));
        assert!((2..=super::MOST).contains(&languages.profiles.tags.len()));
    }

    #[test]
    fn the_table_is_folded_as_texts_are() {
        for (word, _) in Languages::new().profiles.listed() {
            assert_eq!(dateline_corpus::text::fold(word), word);
        }
    }

    #[test]
    fn the_scripts_of_the_table_are_those_that_are_told_apart() {
        let profiles = Languages::new().profiles;
        for (_, tags) in super::SCRIPTS.iter().filter(|(_, tags)| tags.contains(' ')) {
            for tag in tags.split(' ') {
                assert!(profiles.tags.contains(&tag), "{tag}");
            }
        }
    }

    #[test]
    fn a_paragraph_tells_its_language() {
        let (languages, lexicon) = (Languages::new(), Lexicon::new());
        for (text, expect) in [
            (
                "The minister said that the talks would go on and that he was ready for them.",
                "en",
            ),
            (
                "Le ministre a dit que les discussions vont continuer et qu’il est prêt pour la suite.",
                "fr",
            ),
            (
                "Der Minister sagte, dass die Gespräche weitergehen und er bereit ist.",
                "de",
            ),
            (
                "El ministro dijo que las conversaciones van a seguir y que está listo para ellas.",
                "es",
            ),
            (
                "O ministro disse que as conversas vão continuar e que está pronto para elas.",
                "pt",
            ),
            (
                "Il ministro ha detto che i colloqui continueranno e che è pronto per questo.",
                "it",
            ),
            (
                "De minister zei dat het overleg doorgaat en dat hij er klaar voor is.",
                "nl",
            ),
            (
                "Министр сказал, что переговоры продолжатся и что он готов, были бы условия.",
                "ru",
            ),
            ("Міністр сказав, що переговори триватимуть і що він готовий.", "uk"),
            ("قال الوزير إن المحادثات ستستمر", "ar"),
            ("لندن و ورشو اعتراض کردند و کاخ سفید خودداری کرد", "fa"),
            ("Москва и Пекин подписаха споразумението и се срещнаха.", "bg"),
            (
                "Moskva a Peking podpísali v Ženeve dohodu a vo Varšave ju odmietli.",
                "sk",
            ),
            ("Moskva i Peking potpisali su sporazum, a iz kuće nema komentara.", "hr"),
            ("Лавров встретил Макрона", "ru"),
            ("Зеленський зустрів Макрона в Києві", "uk"),
            ("Вучић примио Лаврова", "sr"),
            ("روحانی از پاریس بازگشت", "fa"),
            ("ایران کے صدر پیرس پہنچے", "ur"),
            ("部长说会谈将继续进行", "zh"),
            ("大臣は協議を続けると述べた", "ja"),
            ("장관은 회담이 계속될 것이라고 말했다", "ko"),
            ("Tillerson, Kishida, Abe, Trump, Putin, Lavrov", "und"),
            ("", "und"),
            ("12 345 6", "und"),
        ] {
            assert_eq!(languages.of(&Words::new(text, &lexicon)), expect, "{text}");
        }
    }
}
