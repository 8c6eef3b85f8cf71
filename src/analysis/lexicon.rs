//! What kind of word is this? Dictionary words, given names, surnames, titles, heads of bodies' names.

use rustc_hash::FxHashSet;

use crate::quotations::Sex;
use crate::words::{Words, hash};
use crate::{figures, local, numbers, times};

/// Word lists, built once. All folded to lower case.
#[derive(Debug)]
pub struct Lexicon {
    /// Open addressing with linear probing; [`SLOTS`], about two thirds of them taken; nothing listed where one is free.
    slots: Vec<Slot>,
    titles: FxHashSet<&'static str>,
}

/// Words of the longest title.
const MOST: usize = 6;

/// A power of two.
const SLOTS: usize = 1 << 17;

/// A word's [`hash`], in place of its letters; and what is listed of it, with a second hash in the bits above [`Listed::BITS`].
/// So looking a word up is one look into memory. Of a million words that are not listed hardly one is taken for one that is.
type Slot = (u32, u32);

/// A second hash: the word's length and some of its letters, in the bits that [`Listed`] leaves free.
fn second(term: &str) -> u32 {
    let bytes = term.as_bytes();
    let at = |i: usize| u32::from(bytes.get(i).copied().unwrap_or_default());
    let end = bytes.len();
    let letters = at(0) << 8 ^ at(1) << 5 ^ at(end / 2) << 2 ^ at(end.wrapping_sub(1)) << 3 ^ end as u32;
    letters << Listed::BITS
}

/// What the lists say of a word, as a set of bits: looked up once for each word of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed(u32);

impl Listed {
    const WORD: u32 = 1;
    const GIVEN: u32 = 1 << 1;
    const HALF_GIVEN: u32 = 1 << 2;
    const SURNAME: u32 = 1 << 3;
    const ASIAN: u32 = 1 << 4;
    const KNOWN: u32 = 1 << 5;
    const TITLE_END: u32 = 1 << 6;
    const SPEECH: u32 = 1 << 7;
    const SUFFIX: u32 = 1 << 8;
    const TIME: u32 = 1 << 9;
    const NUMBER: u32 = 1 << 10;
    const LOCAL: u32 = 1 << 11;
    /// Where [`Kind`] is told, 0 for none.
    const KIND: u32 = 12;
    const KINDS: u32 = 7 << Self::KIND;
    /// Where the words of the longest title are told that starts with the word.
    const TITLE: u32 = 15;
    const TITLES: u32 = 7 << Self::TITLE;
    const FEMALE: u32 = 1 << 18;
    const MALE: u32 = 1 << 19;
    /// So many bits are used.
    const BITS: u32 = 20;
    const ALL: u32 = (1 << Self::BITS) - 1;

    fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }

    /// Whether it is an English dictionary word in lower case.
    pub fn is_word(self) -> bool {
        self.has(Self::WORD)
    }

    /// Whether it is a known given name.
    pub fn is_given(self) -> bool {
        self.has(Self::GIVEN)
    }

    /// Whether it is a given name that is far more often something else: Paris, Chad, Jordan.
    pub fn is_half_given(self) -> bool {
        self.has(Self::HALF_GIVEN)
    }

    /// Whether it is a known surname.
    pub fn is_surname(self) -> bool {
        self.has(Self::SURNAME | Self::ASIAN | Self::KNOWN)
    }

    /// Whether news uses this surname without a given name.
    pub fn is_known_surname(self) -> bool {
        self.has(Self::KNOWN)
    }

    /// Whether it is a surname that stands before the given name.
    pub fn is_asian_surname(self) -> bool {
        self.has(Self::ASIAN)
    }

    /// Whether it is a surname of the census list, as of a Western name's last word.
    pub fn is_surname_only(self) -> bool {
        self.has(Self::SURNAME) && !self.has(Self::ASIAN)
    }

    /// An ordinary word: in the dictionary and no known name.
    pub fn is_common(self) -> bool {
        self.is_word() && !self.is_given() && !self.is_surname()
    }

    /// Whether a title ends in this word.
    pub fn ends_title(self) -> bool {
        self.has(Self::TITLE_END)
    }

    /// A verb of speech in the forms of news: whoever does this is a person, or a government by its seat.
    pub fn is_speech(self) -> bool {
        self.has(Self::SPEECH)
    }

    /// Whose given name it is, where hardly anybody of the other sex has it; of a name that stands first as a surname too
    /// (Kim Jong-un) nothing is told.
    pub fn sex(self) -> Option<Sex> {
        match self.0 & (Self::FEMALE | Self::MALE) {
            _ if self.is_asian_surname() => None,
            Self::FEMALE => Some(Sex::Female),
            Self::MALE => Some(Sex::Male),
            _ => None,
        }
    }

    /// Part of a name behind the surname, or the number of a monarch or pope.
    pub fn is_suffix(self) -> bool {
        self.has(Self::SUFFIX)
    }

    /// Whether an expression of time may start with it; digits aside.
    pub fn starts_time(self) -> bool {
        self.has(Self::TIME)
    }

    /// Whether a figure in words may start with it: `two`, `dozens`.
    pub fn starts_number(self) -> bool {
        self.has(Self::NUMBER)
    }

    /// Whether a sign of some country's local papers may start with it; digits aside.
    pub fn starts_local(self) -> bool {
        self.has(Self::LOCAL)
    }

    /// What it does in a name.
    pub fn kind(self) -> Option<Kind> {
        Kind::ALL
            .get(((self.0 & Self::KINDS) as usize >> Self::KIND).checked_sub(1)?)
            .copied()
    }

    /// Words of the longest title that starts with it; 0 where none does.
    fn title(self) -> usize {
        ((self.0 & Self::TITLES) >> Self::TITLE) as usize
    }
}

/// What a word does in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Ends (or, before *of*, begins) the name of a body: Ministry, University, Party.
    Head,
    /// Ends a company's name: Corp, Ltd.
    Company,
    /// Ends the name of a thing to be found on a street map: Airport, Street, Hotel.
    Site,
    /// Part of no name: pronouns, articles, conjunctions, days, months.
    Stop,
    /// Between the parts of a person's name: van, bin, al.
    Particle,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Head, Self::Company, Self::Site, Self::Stop, Self::Particle];
}

const HEADS: &str = "rangers rovers wanderers hotspur united fc ministry department centers centres institutes departments companies agency commission committee council authority association union party front university college \
institute institution school hospital court police army navy force forces guard guards corps bureau board service services foundation \
fund federation organization organisation congress parliament assembly senate museum church club league society network times post \
journal tribune herald gazette chronicle press radio television embassy consulate treasury academy laboratory \
observatory airlines airways airline bank office centre center coalition alliance conference movement brigade brigades \
command directorate secretariat tribunal chamber chambers orchestra ministries administration confederation consortium initiative \
brotherhood initiative trust programme telegraph newspaper shimbun daily theatre theater clinic regiment battalion division squadron \
fleet marines constabulary inquiry panel inspectorate faculty seminary";
const COMPANIES: &str = "corp corporation inc incorporated ltd limited co company llc plc ag sa nv gmbh spa group holdings holding bros \
brothers partners industries motors motor technologies technology systems pharmaceuticals pharma electronics energy petroleum oil \
insurance securities enterprises entertainment pictures studios records steel airlines airways aerospace communications telecom \
international foods stores laboratories software networks railways mines mining resources properties bancorp bankshares savings \
financial financials semiconductor chemicals chemical power utilities";
const SITES: &str = "street avenue road airport hotel park stadium bridge river lake island islands mount mountain mountains valley bay \
square plaza tower towers building boulevard highway lane drive creek hill hills county parish district province region peninsula \
canal desert forest garden gardens palace castle cathedral mosque temple memorial monument arena hall zoo beach harbour harbor port \
station terminal tunnel railway mall place heights springs falls trail interstate house camp cemetery prison jail base sea ocean gulf \
strait coast cape village town city ranch farm dam reservoir glacier volcano reef pass";
const STOPS: &str = "a an the and or but if of in on at to for from by with without as is are was were be been being am has have had do does \
did will would shall should can could may might must not no nor so than that this these those there here where when while who whom whose \
which what why how i me my we us our you your he him his she her it its they them their one two three four five six seven eight nine ten \
first second third last next other others another some any all both each every few many most more much several such only own same too \
very also just even still yet again then now once ever never always often about above across after against along among around before \
behind below beneath beside between beyond despite down during except inside into like near off onto out outside over past since through \
throughout toward towards under until up upon via within per because although though however meanwhile moreover nevertheless otherwise \
therefore thus instead indeed perhaps maybe yes monday tuesday wednesday thursday friday saturday sunday january february march april \
june july august september october november december feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun today \
yesterday tomorrow tonight christmas easter ramadan thanksgiving part earlier later former late new old speaking according please read \
more click share photo photos image images video file copyright reporting editing additional ago etc vs mr mrs ms said says say told asked \
dear let lets dont im ive weve theyve youve theyll youll itll theyd youd youre thats theres heres whats wheres whos hes shes theyre were isnt hasnt havent hadnt arent wouldnt couldnt shouldnt aint isnt wasnt didnt doesnt cant wont god ok okay hello thanks thank";
const PARTICLES: &str =
    "van von der den de del della di da das dos du la le al el bin ibn ben abu ter ten st op zu af bint ould y e ap wa";

const DICTIONARY: &str = include_str!("data/words.txt");
const FIRST_NAMES: &str = include_str!("data/first-names.txt");
const GIVEN_NAMES: &str = include_str!("data/given-names.txt");
const OTHER_NAMES: &str = include_str!("data/name-sexes.txt");
const SURNAMES: &str = include_str!("data/surnames.txt");
const ASIAN_SURNAMES: &str = include_str!("data/asian-surnames.txt");
const KNOWN_SURNAMES: &str = include_str!("data/known-surnames.txt");
const TITLES: &str = include_str!("data/titles.txt");

/// Census given names that are ordinary words far more often, also with a capital.
const NO_GIVEN: &str = "an man so in see my see ha love long many so le la de tu ai ok so young song sun china america asia africa india ireland israel london \
paris houston dallas austin boston georgia virginia carolina dakota montana savannah chelsea brooklyn madison lincoln jackson \
jersey kenya cuba holland france chad jordan florida tennessee cleveland berlin verona milan sydney vienna geneva florence santa san \
st korea mercedes lexus king prince major president english french german german royal early rich merry cherish summer winter autumn \
season golden silver page price page bank bar case christian christmas contessa cotton country crystal dorsey dominica duke earl fern \
garland genesis glory golda guadalupe honey hope ivory jade justice lane lake latoya loan lucky marine meta mission miss modesta \
normand oregon ona pa page particia patience penney precious porsche pearl queen rain rosario see sky stormy sung tangela temple \
tennille tobacco treasure tuesday unique usa venice venus vi victory ward wave west will wonder worth yi york";

/// Verbs of speech, see [`Listed::is_speech`].
const SPEECH: &str =
    "said says told added testified recalled insisted replied explained tweeted admitted joked spoke wrote";
/// See [`Listed::is_suffix`].
const SUFFIXES: &str = "jr sr ii iii iv vi vii viii ix xii xiii xiv xv xvi xvii xviii xxiii";

impl Lexicon {
    /// Builds the table.
    pub fn new() -> Self {
        let mut lexicon = Self {
            slots: vec![Default::default(); SLOTS],
            titles: TITLES.lines().filter(|l| !l.starts_with('#')).collect(),
        };
        dictionary(|w| lexicon.add(w, Listed::WORD));
        let given = first_names().map(|name| name.0).chain(tokens(GIVEN_NAMES));
        given.for_each(|w| lexicon.add(w, Listed::GIVEN));
        first_names().chain(other_names()).for_each(|(name, sex)| match sex {
            "f" => lexicon.add(name, Listed::FEMALE),
            "m" => lexicon.add(name, Listed::MALE),
            _ => {}
        });
        for word in NO_GIVEN.split_whitespace() {
            lexicon.change(word, |listed| match listed.is_given() {
                true => Listed(listed.0 & !Listed::GIVEN | Listed::HALF_GIVEN),
                false => listed,
            });
        }
        SURNAMES.lines().for_each(|w| lexicon.add(w, Listed::SURNAME));
        asian_surnames().for_each(|w| lexicon.add(w, Listed::ASIAN));
        tokens(KNOWN_SURNAMES).for_each(|w| lexicon.add(w, Listed::KNOWN));
        for (words, bit) in [(SPEECH, Listed::SPEECH), (SUFFIXES, Listed::SUFFIX)] {
            words.split(' ').for_each(|w| lexicon.add(w, bit));
        }
        times::starts().for_each(|w| lexicon.add(w, Listed::TIME));
        local::starts().for_each(|w| lexicon.add(w, Listed::LOCAL));
        numbers::starts()
            .chain(figures::starts())
            .for_each(|w| lexicon.add(w, Listed::NUMBER));
        // Of a word with several kinds the last counts.
        for (words, kind) in [
            (COMPANIES, Kind::Company),
            (SITES, Kind::Site),
            (HEADS, Kind::Head),
            (PARTICLES, Kind::Particle),
            (STOPS, Kind::Stop),
        ] {
            for word in words.split_whitespace() {
                let told = (kind as u32 + 1) << Listed::KIND;
                lexicon.change(word, |listed| Listed(listed.0 & !Listed::KINDS | told));
            }
        }
        for title in lexicon.titles.clone() {
            let mut parts = title.split([' ', '-']);
            let (first, last) = (parts.next().unwrap_or_default(), title.rsplit([' ', '-']).next());
            let long = 1 + parts.count();
            lexicon.change(first, |listed| {
                let long = long.max(listed.title()).min(MOST) as u32;
                Listed(listed.0 & !Listed::TITLES | long << Listed::TITLE)
            });
            lexicon.add(last.unwrap_or_default(), Listed::TITLE_END);
        }
        lexicon
    }

    /// The slot of a word, or the free one where it would be.
    fn slot(&self, hash: u32, second: u32) -> usize {
        let mut at = hash as usize & (SLOTS - 1);
        while let (other, listed) = self.slots[at]
            && listed & Listed::ALL != 0
            && (other != hash || listed & !Listed::ALL != second)
        {
            at = (at + 1) & (SLOTS - 1);
        }
        at
    }

    /// Changes what is listed of a word.
    fn change(&mut self, word: &str, change: impl FnOnce(Listed) -> Listed) {
        let (hash, second) = (hash(word.as_bytes()), second(word));
        let at = self.slot(hash, second);
        let listed = change(Listed(self.slots[at].1 & Listed::ALL));
        self.slots[at] = (hash, listed.0 | second);
    }

    fn add(&mut self, word: &str, bits: u32) {
        self.change(word, |listed| Listed(listed.0 | bits));
    }

    /// What the lists say of a word with this [`hash`].
    pub fn hashed(&self, hash: u32, term: &str) -> Listed {
        Listed(self.slots[self.slot(hash, second(term))].1 & Listed::ALL)
    }

    /// What the lists say of a folded word.
    pub fn of(&self, term: &str) -> Listed {
        self.hashed(hash(term.as_bytes()), term)
    }

    /// The end of the titles that start at word `i`, e.g. of `former Deputy Prime Minister Dr`; none where none does.
    pub fn titles_at(&self, words: &Words<'_>, i: usize) -> Option<usize> {
        let mut end = self.title_at(words, i)?;
        while let Some(next) = self
            .title_at(words, end)
            .filter(|_| words.follows(end) && words.cap(end) && words.follows(end + 1))
        {
            end = next;
        }
        Some(end)
    }

    /// The end of the longest single title that starts at word `i`.
    pub fn title_at(&self, words: &Words<'_>, i: usize) -> Option<usize> {
        let most = words.listed(i).title();
        if most == 0 {
            return None;
        }
        let mut phrase = String::new();
        let mut end = None;
        for j in i..i + most {
            if j > i {
                if !words.follows(j) {
                    break;
                }
                phrase.push(if words.glued(j) { '-' } else { ' ' });
            }
            phrase.push_str(words.term(j));
            // Sultan Al Jaber is called so.
            let given = || phrase == "sultan" && words.listed(j + 1).kind() == Some(Kind::Particle);
            if self.titles.contains(phrase.as_str()) && !given() {
                end = Some(j + 1);
            }
        }
        end
    }
}

/// Calls `each` with every word of the dictionary. Of a word the table has a letter that says how many it shares with the one before,
/// `a` for none, and the rest: half the bytes of the words, compressed.
fn dictionary(mut each: impl FnMut(&str)) {
    let mut word = String::new();
    for line in DICTIONARY.lines() {
        let (Some(shared), Some(rest)) = (line.bytes().next(), line.get(1..)) else {
            continue;
        };
        word.truncate(usize::from(shared.saturating_sub(b'a')));
        word.push_str(rest);
        each(&word);
    }
}

/// Given names of the census, each with `f` or `m` where hardly anybody of the other sex has it, else with nothing.
pub fn first_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    FIRST_NAMES
        .lines()
        .map(|line| line.split_once('\t').unwrap_or((line, "")))
}

/// Given names that the census does not have, each with `f` or `m`.
fn other_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = OTHER_NAMES.lines().filter(|l| !l.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once(' '));
    lines.flat_map(|(sex, names)| names.split(' ').map(move |name| (name, sex)))
}

/// Surnames that stand before the given name.
pub fn asian_surnames() -> impl Iterator<Item = &'static str> {
    tokens(ASIAN_SURNAMES)
}

fn tokens(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(str::split_whitespace)
}
