//! What kind of word is this? Dictionary words, given names, surnames, titles, heads of bodies' names.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::words::Words;

/// Word lists, built once. All folded to lower case.
#[derive(Debug)]
pub struct Lexicon {
    dictionary: FxHashSet<&'static str>,
    given: FxHashSet<&'static str>,
    half_given: FxHashSet<&'static str>,
    surnames: FxHashSet<&'static str>,
    known: FxHashSet<&'static str>,
    asian: FxHashSet<&'static str>,
    kinds: FxHashMap<&'static str, Kind>,
    titles: FxHashSet<&'static str>,
    title_starts: FxHashMap<&'static str, usize>,
    title_ends: FxHashSet<&'static str>,
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
dear let lets dont im ive thats hes shes theyre youre were isnt wasnt didnt doesnt cant wont god ok okay hello thanks thank";
const PARTICLES: &str =
    "van von der den de del della di da das dos du la le al el bin ibn ben abu ter ten st op zu af bint ould y e ap wa";

const DICTIONARY: &str = include_str!("data/words.txt");
const FIRST_NAMES: &str = include_str!("data/first-names.txt");
const GIVEN_NAMES: &str = include_str!("data/given-names.txt");
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

impl Lexicon {
    /// Builds the sets.
    pub fn new() -> Self {
        let mut kinds = FxHashMap::default();
        for (words, kind) in [
            (COMPANIES, Kind::Company),
            (SITES, Kind::Site),
            (HEADS, Kind::Head),
            (PARTICLES, Kind::Particle),
            (STOPS, Kind::Stop),
        ] {
            kinds.extend(words.split_whitespace().map(|w| (w, kind)));
        }
        let mut given: FxHashSet<_> = first_names().map(|name| name.0).chain(tokens(GIVEN_NAMES)).collect();
        let half_given = NO_GIVEN.split_whitespace().filter(|w| given.remove(w)).collect();
        let titles: FxHashSet<_> = TITLES.lines().filter(|l| !l.starts_with('#')).collect();
        let mut title_starts = FxHashMap::default();
        for title in &titles {
            let first = title.split([' ', '-']).next().unwrap_or_default();
            let most: &mut usize = title_starts.entry(first).or_default();
            *most = (*most).max(title.split([' ', '-']).count());
        }
        let mut dictionary = FxHashSet::with_capacity_and_hasher(80_000, Default::default());
        dictionary.extend(DICTIONARY.lines());
        Self {
            dictionary,
            given,
            half_given,
            surnames: SURNAMES.lines().collect(),
            asian: asian_surnames().collect(),
            known: tokens(KNOWN_SURNAMES).collect(),
            kinds,
            title_ends: titles.iter().filter_map(|t| t.rsplit([' ', '-']).next()).collect(),
            titles,
            title_starts,
        }
    }

    /// Whether it is an English dictionary word in lower case.
    pub fn is_word(&self, term: &str) -> bool {
        self.dictionary.contains(term)
    }

    /// Whether it is a known given name.
    pub fn is_given(&self, term: &str) -> bool {
        self.given.contains(term)
    }

    /// Whether it is a given name that is far more often something else: Paris, Chad, Jordan.
    pub fn is_half_given(&self, term: &str) -> bool {
        self.half_given.contains(term)
    }

    /// Whether it is a known surname.
    pub fn is_surname(&self, term: &str) -> bool {
        self.surnames.contains(term) || self.asian.contains(term) || self.known.contains(term)
    }

    /// Whether news uses this surname without a given name.
    pub fn is_known_surname(&self, term: &str) -> bool {
        self.known.contains(term)
    }

    /// Whether it is a surname that stands before the given name.
    pub fn is_asian_surname(&self, term: &str) -> bool {
        self.asian.contains(term)
    }

    /// Whether it is a surname of the census list, as of a Western name's last word.
    pub fn is_surname_only(&self, term: &str) -> bool {
        self.surnames.contains(term) && !self.asian.contains(term)
    }

    /// What it does in a name.
    pub fn kind(&self, term: &str) -> Option<Kind> {
        self.kinds.get(term).copied()
    }

    /// An ordinary word: in the dictionary and no known name.
    pub fn is_common(&self, term: &str) -> bool {
        self.is_word(term) && !self.is_given(term) && !self.is_surname(term)
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

    /// Whether a title ends in this word.
    pub fn ends_title(&self, term: &str) -> bool {
        self.title_ends.contains(term)
    }

    /// The end of the longest single title that starts at word `i`.
    pub fn title_at(&self, words: &Words<'_>, i: usize) -> Option<usize> {
        let most = *self.title_starts.get(words.term(i))?;
        let mut phrase = String::new();
        let mut end = None;
        for j in i..i + most.min(6) {
            if j > i {
                if !words.follows(j) {
                    break;
                }
                phrase.push(if words.glued(j) { '-' } else { ' ' });
            }
            phrase.push_str(words.term(j));
            if self.titles.contains(phrase.as_str()) {
                end = Some(j + 1);
            }
        }
        end
    }
}

/// Verbs of speech in the forms of news: whoever does this is a person, or a government by its seat.
pub fn is_speech(term: &str) -> bool {
    const SPEECH: [&str; 14] = [
        "said",
        "says",
        "told",
        "added",
        "testified",
        "recalled",
        "insisted",
        "replied",
        "explained",
        "tweeted",
        "admitted",
        "joked",
        "spoke",
        "wrote",
    ];
    SPEECH.contains(&term)
}

/// Part of a name behind the surname, or the number of a monarch or pope.
pub fn is_suffix(term: &str) -> bool {
    const SUFFIXES: [&str; 14] = [
        "jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xii", "xiii", "xiv", "xvi", "xxiii",
    ];
    SUFFIXES.contains(&term)
}

/// Given names of the census, each with `f` or `m` where hardly anybody of the other sex has it, else with nothing.
pub fn first_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    FIRST_NAMES
        .lines()
        .map(|line| line.split_once('\t').unwrap_or((line, "")))
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
