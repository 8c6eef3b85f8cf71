//! The lists themselves: short ones here, long ones beside.

pub(super) const DICTIONARY: &str = include_str!("../data/words.txt");
pub(super) const FIRST_NAMES: &str = include_str!("../data/first-names.txt");
pub(super) const GIVEN_NAMES: &str = include_str!("../data/given-names.txt");
pub(super) const OTHER_NAMES: &str = include_str!("../data/name-sexes.txt");
pub(super) const SURNAMES: &str = include_str!("../data/surnames.txt");
pub(super) const ASIAN_SURNAMES: &str = include_str!("../data/asian-surnames.txt");
pub(super) const KNOWN_SURNAMES: &str = include_str!("../data/known-surnames.txt");
pub(super) const TITLES: &str = include_str!("../data/titles.txt");

pub(super) const HEADS: &str = "rangers rovers wanderers hotspur united fc ministry department centers centres institutes departments companies agency commission committee council authority association union party front university college \
institute institution school hospital court police army navy force forces guard guards corps bureau board service services foundation \
fund federation organization organisation congress parliament assembly senate museum church club league society network times post \
journal tribune herald gazette chronicle press radio television embassy consulate treasury academy laboratory \
observatory airlines airways airline bank office centre center coalition alliance conference movement brigade brigades \
command directorate secretariat tribunal chamber chambers orchestra ministries administration confederation consortium initiative \
brotherhood initiative trust programme telegraph newspaper shimbun daily theatre theater clinic regiment battalion division squadron \
fleet marines constabulary inquiry panel inspectorate faculty seminary";
pub(super) const COMPANIES: &str = "corp corporation inc incorporated ltd limited co company llc plc ag sa nv gmbh spa asa oyj pty bhd berhad sarl srl bv group holdings holding bros \
brothers partners industries motors motor technologies technology systems pharmaceuticals pharma electronics energy petroleum oil \
insurance securities enterprises entertainment pictures studios records steel airlines airways aerospace communications telecom \
international foods stores laboratories software networks railways mines mining resources properties bancorp bankshares savings \
financial financials semiconductor chemicals chemical power utilities";
pub(super) const SITES: &str = "street avenue road airport hotel park stadium bridge river lake island islands mount mountain mountains valley bay \
square plaza tower towers building boulevard highway lane drive creek hill hills county parish district province region peninsula \
canal desert forest garden gardens palace castle cathedral mosque temple memorial monument arena hall zoo beach harbour harbor port \
station terminal tunnel railway mall place heights springs falls trail interstate house camp cemetery prison jail base sea ocean gulf \
strait coast cape village town city ranch farm dam reservoir glacier volcano reef pass";
pub(super) const STOPS: &str = "a an the and or but if of in on at to for from by with without as is are was were be been being am has have had do does \
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
pub(super) const PARTICLES: &str =
    "van von der den de del della di da das dos du la le al el bin ibn ben abu ter ten st op zu af bint ould y e ap wa";

/// Census given names that are ordinary words far more often, also with a capital.
pub(super) const NO_GIVEN: &str = "an man so in see my see ha love long many so le la de tu ai ok so young song sun china america asia africa india ireland israel london \
paris houston dallas austin boston georgia virginia carolina dakota montana savannah chelsea brooklyn madison lincoln jackson \
jersey kenya cuba holland france chad jordan florida tennessee cleveland berlin verona milan sydney vienna geneva florence santa san \
st korea mercedes lexus king prince major president english french german german royal early rich merry cherish summer winter autumn \
season golden silver page price page bank bar case christian christmas contessa cotton country crystal dorsey dominica duke earl fern \
garland genesis glory golda guadalupe honey hope ivory jade justice lane lake latoya loan lucky marine meta mission miss modesta \
normand oregon ona pa page particia patience penney precious porsche pearl queen rain rosario see sky stormy sung tangela temple \
tennille tobacco treasure tuesday unique usa venice venus vi victory ward wave west will wonder worth yi york";

/// Verbs of speech, see [`Listed::is_speech`].
pub(super) const SPEECH: &str =
    "said says told added testified recalled insisted replied explained tweeted admitted joked spoke wrote";
/// See [`Listed::is_suffix`].
pub(super) const SUFFIXES: &str = "jr sr ii iii iv vi vii viii ix xii xiii xiv xv xvi xvii xviii xxiii";

/// Calls `each` with every word of the dictionary. Of a word the table has a letter that says how many it shares with the one before,
/// `a` for none, and the rest: half the bytes of the words, compressed.
pub(super) fn dictionary(mut each: impl FnMut(&str)) {
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
pub(super) fn other_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = OTHER_NAMES.lines().filter(|l| !l.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once(' '));
    lines.flat_map(|(sex, names)| names.split(' ').map(move |name| (name, sex)))
}

/// Surnames that stand before the given name.
pub fn asian_surnames() -> impl Iterator<Item = &'static str> {
    tokens(ASIAN_SURNAMES)
}

pub(super) fn tokens(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(str::split_whitespace)
}
