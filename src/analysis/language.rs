//! Which language is a text written in? Script first, then how many words are among a language's commonest, have its letters, or
//! end as its words do.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::words::Words;

/// Words looked at; an article's first paragraphs are enough.
const SAMPLE: usize = 600;

/// Fewest words that decide, and the share of them that must be in the winning list (percent): below, `und`.
/// Running text has 35 to 50 % of such words in its own language and under 12 % in another.
const FEWEST: usize = 5;
const SHARE: usize = 14;

/// Fewest different words of the winning list in any language but English: a table of names and results has an `el` and a `van`.
const FEWEST_ABROAD: usize = 4;

/// With one word less, and none of English, the share of words that must speak for the language (percent).
const SHARE_OF_SHORT: usize = 30;

/// What each language is told by, as its first lines describe.
const PROFILES: &str = include_str!("data/languages.txt");

/// Most languages of the table: one bit each.
const MOST: usize = u32::BITS as usize;

/// The table, read once.
#[derive(Debug, Default)]
pub struct Languages {
    /// The languages by position, English first.
    tags: Vec<&'static str>,
    /// For each word the languages among whose commonest it is, one bit each.
    words: FxHashMap<&'static str, u32>,
    /// Letters beyond A to Z that a language writes its words with.
    letters: Vec<(usize, &'static str)>,
    /// Endings of its words.
    endings: Vec<(usize, Vec<&'static str>)>,
}

impl Languages {
    /// Reads the table.
    pub fn new() -> Self {
        let mut all = Self::default();
        for line in PROFILES.lines().filter(|l| !l.starts_with('#')) {
            let mut fields = line.split('|').map(str::trim);
            let (Some(tag), Some(kind), Some(list)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let at = all.tags.iter().position(|known| *known == tag).unwrap_or_else(|| {
                all.tags.push(tag);
                all.tags.len() - 1
            });
            match kind {
                "words" => list
                    .split(' ')
                    .for_each(|w| *all.words.entry(w).or_default() |= 1 << at),
                "letters" => all.letters.push((at, list)),
                _ => all.endings.push((at, list.split(' ').collect())),
            }
        }
        all
    }

    /// Whether a folded word is among the commonest of any language: `les`, also a given name.
    pub fn is_commonest(&self, term: &str) -> bool {
        self.words.contains_key(term)
    }

    /// The BCP 47 tag of the text's language; `und` where nothing wins clearly.
    pub fn of(&self, words: &Words<'_>) -> &'static str {
        let mut scripts = [0usize; SCRIPTS.len()];
        let mut scores: Scores = [0; MOST];
        let count = words.len().min(SAMPLE);
        let mut unknown = Vec::new();
        for i in 0..count {
            let term = words.term(i);
            let c = term.chars().next().unwrap_or(' ');
            if let Some(i) = SCRIPTS.iter().position(|s| s.0.contains(&(c as u32))) {
                scripts[i] += 1;
                continue;
            }
            let bits = self.said(words, i);
            add(&mut scores, bits);
            if bits == 0 && !words.cap(i) {
                unknown.push(i);
            }
        }
        if let Some(tag) = by_script(&scripts, count, words) {
            return tag;
        }
        let enough = |scores: &Scores, best: usize| {
            let clear =
                |(i, score): (usize, &usize)| i == best || score * 10 < scores[best] * 9 || self.are_alike(best, i);
            count >= FEWEST && scores.iter().enumerate().all(clear) && scores[best] * 100 >= count * SHARE
        };
        let english = 0;
        if best(&scores) == english && enough(&scores, english) {
            return "en";
        }
        let said = scores[english];
        let mut formed: BTreeMap<&str, u32> = BTreeMap::new();
        for i in unknown {
            let bits = *formed
                .entry(words.term(i))
                .or_insert_with(|| self.forms(words.term(i), words.raw(i)));
            add(&mut scores, bits);
        }
        let best = best(&scores);
        let of = |bits: &u32| bits >> best & 1 == 1;
        let mut met: BTreeSet<&str> = formed
            .iter()
            .filter(|(_, bits)| of(bits))
            .map(|(term, _)| *term)
            .collect();
        let said_so = (0..count).filter(|&i| words.term(i).len() > 1 && of(&self.said(words, i)));
        met.extend(said_so.map(|i| words.term(i)));
        // A sentence or two may have no more of them, but then they are a good part of it.
        let only_english = |i| {
            self.words
                .get(words.term(i))
                .is_some_and(|bits| bits & 1 == 1 && !of(bits))
        };
        let short = met.len() + 1 == FEWEST_ABROAD
            && scores[best] * 100 >= count * SHARE_OF_SHORT
            && !(0..count).any(only_english);
        let many = met.len() >= FEWEST_ABROAD || short;
        if best != english && enough(&scores, best) && many && scores[best] > 2 * said {
            self.tags[best]
        } else {
            "und"
        }
    }

    /// The languages among whose commonest words a word is, one bit each.
    fn said(&self, words: &Words<'_>, i: usize) -> u32 {
        self.words.get(words.term(i)).copied().unwrap_or_default()
    }

    /// The languages that write words so, one bit each: with its letters, with its endings.
    fn forms(&self, term: &str, raw: &str) -> u32 {
        let beyond = || raw.chars().filter(|c| !c.is_ascii() && c.is_alphabetic());
        let own = |list: &str| beyond().next().is_some() && beyond().all(|c| list.contains(c));
        let ended = |list: &[&str]| list.iter().any(|end| term.len() > end.len() + 2 && term.ends_with(end));
        let letters = self.letters.iter().filter(|(_, list)| own(list)).map(|(at, _)| *at);
        let endings = self.endings.iter().filter(|(_, list)| ended(list)).map(|(at, _)| *at);
        letters.chain(endings).fold(0, |all, at| all | 1 << at)
    }

    /// Languages that share most words: of these the better one is taken.
    fn are_alike(&self, a: usize, b: usize) -> bool {
        const ALIKE: [[&str; 2]; 3] = [["da", "nb"], ["cs", "sk"], ["hr", "sl"]];
        let tag = |at: usize| self.tags.get(at).copied().unwrap_or_default();
        ALIKE
            .iter()
            .any(|pair| a != b && pair.contains(&tag(a)) && pair.contains(&tag(b)))
    }
}

/// By language: words that speak for it.
type Scores = [usize; MOST];

/// Counts a word for the languages whose bits are set.
fn add(scores: &mut Scores, bits: u32) {
    for (i, score) in scores.iter_mut().enumerate() {
        *score += (bits >> i & 1) as usize;
    }
}

/// The language with most words, of equals the first.
fn best(scores: &Scores) -> usize {
    let most = (0..MOST).max_by_key(|&i| (scores[i], std::cmp::Reverse(i)));
    most.unwrap_or_default()
}

type Script = (std::ops::RangeInclusive<u32>, &'static str);

/// Unicode blocks of scripts that one or few languages use. Kana come before Han: Japanese mixes both.
const SCRIPTS: [Script; 13] = [
    (0x3040..=0x30FF, "ja"),
    (0x4E00..=0x9FFF, "zh"),
    (0xAC00..=0xD7AF, "ko"),
    (0x0400..=0x04FF, "ru"),
    (0x0600..=0x06FF, "ar"),
    (0x0590..=0x05FF, "he"),
    (0x0370..=0x03FF, "el"),
    (0x0E00..=0x0E7F, "th"),
    (0x0900..=0x097F, "hi"),
    (0x0980..=0x09FF, "bn"),
    (0x0B80..=0x0BFF, "ta"),
    (0x10A0..=0x10FF, "ka"),
    (0x0530..=0x058F, "hy"),
];

/// What tells apart languages of one script: letters that only one has; of Bulgarian, which has none of its own, words too. `count`
/// words are looked at.
fn by_script(scripts: &[usize; SCRIPTS.len()], count: usize, words: &Words<'_>) -> Option<&'static str> {
    let kana = scripts[0] > 0 && scripts[0] * 10 >= scripts[1];
    let best = (0..SCRIPTS.len()).max_by_key(|&i| scripts[i] + if i == 0 && kana { scripts[1] } else { 0 })?;
    if scripts[best] == 0 || (scripts[best] + if best == 0 { scripts[1] } else { 0 }) * 2 < count {
        return None;
    }
    let has = |letters: &[char]| words.text.chars().take(4000).any(|c| letters.contains(&c));
    let says = |list: &[&str]| (0..count).any(|i| list.contains(&words.term(i)));
    Some(match SCRIPTS[best].1 {
        "ru" if has(&['ђ', 'ћ', 'џ', 'љ', 'њ', 'ј']) && !has(&['ѓ', 'ќ', 'ѕ']) => "sr",
        "ru" if has(&['ѓ', 'ќ', 'ѕ', 'ј']) => "mk",
        "ru" if has(&['ў']) => "be",
        "ru" if has(&['і', 'ї', 'є', 'ґ']) => "uk",
        "ru" if !has(&['ы', 'э']) && (has(&['ъ']) || says(&["се", "са", "ще", "беше", "към"])) => "bg",
        "ar" if has(&['ٹ', 'ں', 'ے']) => "ur",
        "ar" if has(&['پ', 'چ', 'گ', 'ژ', 'ی', 'ک']) => "fa",
        tag => tag,
    })
}

#[cfg(test)]
mod tests {
    use super::Languages;
    use crate::lexicon::Lexicon;
    use crate::words::Words;

    #[test]
    fn english_comes_first_and_every_language_has_a_bit() {
        let languages = Languages::new();
        assert_eq!(languages.tags.first(), Some(&"en"));
        assert!((2..=super::MOST).contains(&languages.tags.len()));
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
