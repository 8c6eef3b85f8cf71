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

/// Twenty to forty of the commonest words of each language, folded. Words that several share decide nothing.
const PROFILES: [(&str, &str); 18] = [
    (
        "en",
        "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over me even most made after also did many before must through back years where much your way well down should because each just those people how too",
    ),
    (
        "fr",
        "le la les de des du et est en une un que qui dans pour pas sur au avec ce il elle ne se par plus sont ont aux cette mais nous vous ses leur etait son sa ou comme tout fait etre deux apres entre aussi",
    ),
    (
        "de",
        "der die das und ist in den von zu mit sich des auf fur nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr durch",
    ),
    (
        "es",
        "el la los las de que y en un una es por con no para se del al lo como mas su sus pero fue este ha esta son entre cuando muy sin sobre tambien hasta hay donde desde todo nos durante ya ser dos",
    ),
    (
        "pt",
        "o a os as de que e em um uma do da dos das no na nos nas por com nao para se mais como mas foi ao ele sua seu ser quando muito ha ja esta tambem pelo pela ate isso entre depois sem mesmo aos",
    ),
    (
        "it",
        "il lo la i gli le di che e un una in per con non del della dei delle al alla nel nella si come piu ma sono anche ha da suo sua questo questa stato dopo essere dal dalla loro tra hanno era",
    ),
    (
        "nl",
        "de het een en van in is dat op te zijn met voor niet aan er om ook als maar bij door naar uit nog over hij ze wordt dan heeft deze worden tot werd hebben kan meer was wat geen",
    ),
    (
        "sv",
        "och att det i en som pa ar av for med till den har de inte om ett han men var jag sig fran vi sa kan nar man eller hade efter ut vid mot ska under",
    ),
    (
        "da",
        "og i at det er en til af pa for med de den der som ikke et har han var men vi om fra kan sig skal blev eller efter ud ved mod ogsa hun havde",
    ),
    (
        "nb",
        "og i det er en til av pa for med de som ikke et har han var men vi om fra kan seg skal ble eller etter ut ved mot ogsa hun hadde etter sier",
    ),
    (
        "fi",
        "ja on ei oli etta se hanen ovat mutta kun niin myos kuin joka sen tai jos han ole mukaan voi viela jo siita kanssa vuonna ollut",
    ),
    (
        "pl",
        "i w na z do nie sie jest to ze o jak za po przez od dla oraz ale ktory ktora byl sa tym juz tylko jego jej ich czy co przy bedzie zostal moze",
    ),
    (
        "cs",
        "a v na se je to z ze s o do i pro by za jak ale podle od po jsou byl si jeho ktery ktera nebo uz jako tak jen ma take pri",
    ),
    (
        "tr",
        "ve bir bu da de icin ile olarak daha cok en gibi olan sonra kadar ne ama o ise var her diye tarafindan dedi ancak oldugu mi veya",
    ),
    (
        "id",
        "yang dan di dari untuk dengan ini itu pada tidak dalam akan adalah juga ke oleh karena ada sebagai telah bisa mereka tersebut lebih kami atau saat bersama sudah menjadi belum dapat hingga setelah tahun",
    ),
    (
        "ro",
        "si de in la a cu pe nu o un din care este sa mai au pentru ca fost al ale lui sunt prin dar dupa cel sau fi intre acest",
    ),
    (
        "hu",
        "a az es hogy nem is egy van meg ez volt de csak mar mint el azt ki ha vagy kell meg szerint lesz volna utan",
    ),
    (
        "vi",
        "va cua la co trong duoc cho khong mot nhung cac voi nguoi da nay den tu khi ve nam cung ra theo tai nhieu o se",
    ),
];

/// Whether a folded word is among the commonest of any language: `les`, also a given name.
pub fn is_commonest(term: &str) -> bool {
    PROFILES
        .iter()
        .any(|(_, list)| list.split(' ').any(|word| word == term))
}

/// Letters beyond A to Z that each language writes its own words with, in small letters. English has none.
const LETTERS: [(&str, &str); 16] = [
    ("fr", "àâæçéèêëîïôœùûüÿ"),
    ("de", "äöüß"),
    ("es", "áéíñóúü"),
    ("pt", "àáâãçéêíóôõú"),
    ("it", "àèéìòù"),
    ("nl", "éëïö"),
    ("sv", "åäöé"),
    ("da", "æøåé"),
    ("nb", "æøåéò"),
    ("fi", "äö"),
    ("pl", "ąćęłńóśźż"),
    ("cs", "áčďéěíňóřšťúůýž"),
    ("tr", "çğıöşüâî"),
    ("ro", "ăâîșşțţ"),
    ("hu", "áéíóöőúüű"),
    (
        "vi",
        "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    ),
];

/// Endings of words, folded, in languages that say with them what others have short words for.
const ENDINGS: [(&str, &str); 6] = [
    ("fi", "ssa sta lla lta lle iin een ksi isen inen maan taan uu neet tiin"),
    ("hu", "ban ben nak nek bol rol val vel hoz tol nal atott ott ett ik ert"),
    (
        "tr",
        "lar ler nin nun dan den daki deki iyor yor di ti mesi masi lari leri yi ya yle",
    ),
    ("id", "kan nya"),
    ("pl", "ych ego emu owi ach ami ymi sci nia nie owal owali ala alo"),
    ("cs", "ych eho emu ach ami ove nim ske sti ni ne ny ala alo"),
];

/// The profiles by word, built once.
#[derive(Debug)]
pub struct Languages {
    /// For each word the profiles that have it, one bit each.
    words: FxHashMap<&'static str, u32>,
}

impl Languages {
    /// Builds the index.
    pub fn new() -> Self {
        let mut words: FxHashMap<&'static str, u32> = FxHashMap::default();
        for (i, (_, list)) in PROFILES.iter().enumerate() {
            list.split(' ').for_each(|w| *words.entry(w).or_default() |= 1 << i);
        }
        Self { words }
    }

    /// The BCP 47 tag of the text's language; `und` where nothing wins clearly.
    pub fn of(&self, words: &Words<'_>) -> &'static str {
        language(&self.words, words)
    }
}

fn language(known: &FxHashMap<&'static str, u32>, words: &Words<'_>) -> &'static str {
    let mut scripts = [0usize; SCRIPTS.len()];
    let mut scores = [0usize; PROFILES.len()];
    let count = words.len().min(SAMPLE);
    let mut unknown = Vec::new();
    for i in 0..count {
        let term = words.term(i);
        let c = term.chars().next().unwrap_or(' ');
        if let Some(i) = SCRIPTS.iter().position(|s| s.0.contains(&(c as u32))) {
            scripts[i] += 1;
            continue;
        }
        let bits = known.get(term).copied().unwrap_or_default();
        add(&mut scores, bits);
        if bits == 0 && !words.cap(i) {
            unknown.push(i);
        }
    }
    if let Some(tag) = by_script(&scripts, count, words.text) {
        return tag;
    }
    let enough = |scores: &Scores, best: usize| {
        let clear = |(i, score): (usize, &usize)| i == best || score * 10 < scores[best] * 9 || is_pair(best, i);
        count >= FEWEST && scores.iter().enumerate().all(clear) && scores[best] * 100 >= count * SHARE
    };
    let english = position("en");
    if best(&scores) == english && enough(&scores, english) {
        return "en";
    }
    let said = scores[english];
    let mut formed: BTreeMap<&str, u32> = BTreeMap::new();
    for i in unknown {
        let bits = *formed
            .entry(words.term(i))
            .or_insert_with(|| forms(words.term(i), words.raw(i)));
        add(&mut scores, bits);
    }
    let best = best(&scores);
    let of = |bits: &u32| bits >> best & 1 == 1;
    let mut met: BTreeSet<&str> = formed
        .iter()
        .filter(|(_, bits)| of(bits))
        .map(|(term, _)| *term)
        .collect();
    let terms = (0..count).map(|i| words.term(i));
    met.extend(terms.filter(|term| term.len() > 1 && known.get(term).is_some_and(of)));
    if best != english && enough(&scores, best) && met.len() >= FEWEST_ABROAD && scores[best] > 2 * said {
        PROFILES[best].0
    } else {
        "und"
    }
}

/// By profile: words that speak for it.
type Scores = [usize; PROFILES.len()];

/// Counts a word for the profiles whose bits are set.
fn add(scores: &mut Scores, bits: u32) {
    for (i, score) in scores.iter_mut().enumerate() {
        *score += (bits >> i & 1) as usize;
    }
}

/// The profile with most words, of equals the first.
fn best(scores: &Scores) -> usize {
    let most = (0..scores.len()).max_by_key(|&i| (scores[i], std::cmp::Reverse(i)));
    most.unwrap_or_default()
}

/// The languages that write words so, one bit each: with its letters, with its endings.
fn forms(term: &str, raw: &str) -> u32 {
    let beyond = || raw.chars().filter(|c| !c.is_ascii() && c.is_alphabetic());
    let own = |list: &str| beyond().next().is_some() && beyond().all(|c| list.contains(c));
    let ended = |list: &str| {
        list.split(' ')
            .any(|end| term.len() > end.len() + 2 && term.ends_with(end))
    };
    let letters = LETTERS.iter().filter(|(_, list)| own(list));
    let endings = ENDINGS.iter().filter(|(_, list)| ended(list));
    let tags = letters.chain(endings).map(|(tag, _)| 1 << position(tag));
    tags.fold(0, |all, bit| all | bit)
}

/// Where a language's profile is.
fn position(tag: &str) -> usize {
    PROFILES.iter().position(|(other, _)| *other == tag).unwrap_or_default()
}

/// Danish and Norwegian share most words: the better one is taken.
fn is_pair(a: usize, b: usize) -> bool {
    matches!((PROFILES[a].0, PROFILES[b].0), ("da", "nb") | ("nb", "da"))
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

/// Letters that tell apart languages of one script: Ukrainian, Bulgarian has no letter of its own, Persian, Urdu.
fn by_script(scripts: &[usize; SCRIPTS.len()], count: usize, text: &str) -> Option<&'static str> {
    let kana = scripts[0] > 0 && scripts[0] * 10 >= scripts[1];
    let best = (0..SCRIPTS.len()).max_by_key(|&i| scripts[i] + if i == 0 && kana { scripts[1] } else { 0 })?;
    if scripts[best] == 0 || (scripts[best] + if best == 0 { scripts[1] } else { 0 }) * 2 < count {
        return None;
    }
    let has = |letters: &[char]| text.chars().take(4000).any(|c| letters.contains(&c));
    Some(match SCRIPTS[best].1 {
        "ru" if has(&['ђ', 'ћ', 'џ', 'љ', 'њ', 'ј']) && !has(&['ѓ', 'ќ', 'ѕ']) => "sr",
        "ru" if has(&['ѓ', 'ќ', 'ѕ', 'ј']) => "mk",
        "ru" if has(&['ў']) => "be",
        "ru" if has(&['і', 'ї', 'є', 'ґ']) => "uk",
        "ru" if !has(&['ы', 'э']) && has(&['ъ']) => "bg",
        "ar" if has(&['ٹ', 'ں', 'ے']) => "ur",
        "ar" if has(&['پ', 'چ', 'گ', 'ژ']) => "fa",
        tag => tag,
    })
}

#[cfg(test)]
mod tests {
    use super::Languages;
    use crate::lexicon::Lexicon;
    use crate::words::Words;

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
