//! What do made-up names look like? Words and syllables, and forms of names by kind of thing.
//!
//! A space parts the choices, `~` stands for a space in one, `$` and a letter for what is filled in (see `Filler::expand`).

/// Forms of names by kind of thing; the first where the kind is not there.
pub type Forms = [(&'static str, &'static str)];

pub const ADJECTIVES: &str = "Silver Golden Black White Red Blue Green Grand Royal Eternal Broken Silent Hidden Lost Electric Crystal Velvet Wild Iron Ancient \
Burning Frozen Happy Lonely Midnight Northern Southern Eastern Western Central United General Modern Secret Sacred Distant Crooked \
Hollow Bright Dark Little Big Old New Young Dead Magic Paper Plastic Heavy Second First Third Last Free";
pub const NOUNS: &str = "River Star Moon Sun Tiger Eagle Lion Wolf Horse Garden Tower Mirror Letter Window Shadow Dream Night Morning Winter Summer Heart Fire \
Water Stone Road Machine Engine Orchestra Circus Hotel Station Train Bridge Flower Rose Tree Forest Ocean Island Mountain Desert Storm \
Thunder Lightning Rain Snow Cloud Angel Devil King Queen Prince Doctor Soldier Captain Hunter Stranger Brother Sister Child Ghost \
Robot Rocket Planet Galaxy Diamond Hammer Arrow Bullet Knife Crown Castle Temple Carnival Museum Radio Signal Number Answer Question";
pub const NICKNAMES: &str = "Tigers Eagles Lions Hawks Falcons Bears Wolves Bulldogs Panthers Kings Knights Warriors Pirates Rangers Giants Senators Blazers Rockets \
Comets Stars Suns Flames Canadiens Sabres Flyers Wings Bruins Cougars Mustangs Broncos Chargers Raiders Vikings Saints Colts Dolphins \
Jaguars Ravens Cardinals Braves Angels Athletics Mariners Padres Twins Royals Crusaders Dragons Sharks Storm Thunder Heat Magic Jets";
pub const CLUBS: &str = "United City Town Rovers Wanderers Athletic Albion County FC SC Dynamo Sporting Rangers Hotspur Victoria Hockey~Club Rugby~Club";
pub const ONSETS: &str = "b br ch d dr f g gr h j k kh kr l m mb n p pr r s sh sk st t tr v w y z zh";
pub const VOWELS: &str = "a a a e e i i o o u ai au ei ia ie ou é ö";
pub const CODAS: &str = "n r l s m t k ng sh v nd rk ck st";
pub const ENDS: &str = "a o i e in en er ov ić ska ton ez ou ang stad berg dorf ura aki";

pub const SITES: &Forms = &[
    ("river", "$x~River $x~River River~$x $x~river $x~Creek"),
    ("creek", "$x~Creek $x~Brook"),
    ("street", "$x~Street $x~Street $x~Road $x~Avenue $x~Lane $x~Boulevard"),
    ("road", "$x~Road $x~Highway $x~Expressway $x~Trail"),
    ("arena", "$x~Stadium $x~Arena $x~Park $x~Field $x~Garden $x~Oval"),
    ("park", "$x~Park $x~Gardens $x~Playground $x~Forest"),
    ("hill", "$x~Hill $x~Hills $x~Heights $x~Ridge"),
    ("falls", "$x~Falls $x~Springs"),
    ("mountain", "Mount~$x $x~Mountain $x~Peak $x~Valley"),
    ("island", "$x~Island Isle~of~$x $x~Reef"),
    ("lake", "Lake~$x $x~Lake $x~Reservoir"),
    ("dam", "$x~Dam $x~Reservoir"),
    ("station", "$x~station $x~railway~station $x~Station"),
    ("airport", "$x~Airport $x~International~Airport"),
    ("base", "$x~Air~Force~Base Camp~$x Fort~$x RAF~$x"),
    ("camp", "Camp~$x Fort~$x"),
    ("school", "$x~High~School $x~College $x~Academy"),
    ("county", "$x~County $x~District $x~Province"),
    ("circuit", "Circuit~$x $x~Raceway $x~Speedway"),
    ("church", "$x~Church $x~Cathedral St.~$x"),
    ("mall", "$x~Mall $x~Centre $x~Market"),
    ("hotel", "$x~Hotel Hotel~$x $x~Inn"),
    ("square", "$x~Square $x~Plaza"),
    ("theatre", "$x~Theatre $x~Theater $x~Cinema"),
    ("tower", "$x~Tower $x~Building"),
    ("hall", "$x~Hall $x~House"),
    ("castle", "$x~Castle $x~Palace $x~Hall"),
    ("beach", "$x~Beach $x~Bay $x~Harbour $x~Dock"),
    ("studio", "$x~Studios $x~Studio"),
    ("district", "$x~South $x~North $x~Central $x-$u $x~East"),
    ("bridge", "$x~Bridge $x~Dock $x~Tunnel"),
];
pub const FIRMS: &Forms = &[
    (
        "",
        "$x~Corp $x~Inc $x~Ltd $x~Co $x~Group $x~Industries $x~AG $x~PLC $x $x $x $x~Motors $x~Electronics $x~Oil $x~Brothers $x~&~$y $x~Holdings",
    ),
    ("records", "$x~Records $x~Music $x $x~Entertainment $x~Pictures"),
    ("bank", "$x~Bank Bank~$x $x~Securities $x~&~Co $x~Brothers $x~Capital"),
    ("air", "$x~Airlines Air~$x $x~Airways $x~Air $x"),
];
pub const BODIES: &Forms = &[
    (
        "",
        "National~$z~Council $z~Institute International~$z~Agency $d~$z~Association $z~Foundation World~$z~Organization $d~$z~Federation National~$z~Commission $z~and~$z~Committee Institute~of~$z~Affairs Association~of~$z~Workers",
    ),
    (
        "university",
        "University~of~$l $l~University $x~University $x~College University~of~$r $r~State~University $l~Institute~of~Technology",
    ),
    (
        "institute",
        "$x~Institute $l~Institute~of~$z Institute~for~$z~Studies $x~Laboratory",
    ),
    ("society", "$d~$z~Society Royal~$z~Society $z~Academy"),
    ("diocese", "Diocese~of~$l Archdiocese~of~$l"),
    ("army", "$d~Army People's~Liberation~Army $d~Guard $d~Armed~Forces"),
    (
        "railway",
        "$x~Railway $l~Railway Great~$a~Railway $a~Trains $l~and~$x~Railway State~Railway~of~$c",
    ),
    ("agency", "$r~Water~Authority $d~Energy~Agency Department~of~$z"),
    ("airport", "$l~Airport~Authority"),
    (
        "newspaper",
        "$l~Times $l~Post $l~Herald Daily~$n The~$l~Star $n~Magazine $l~Gazette $x~Zeitung",
    ),
    (
        "party",
        "$d~People's~Party $a~Party $z~Party $c~First Party~of~$z Democratic~Union~of~$c",
    ),
    ("court", "$l~District~Court Supreme~Court High~Court"),
    ("hospital", "$x~Hospital $l~General~Hospital St.~$x~Hospital"),
    ("school", "$l~Academy~of~Arts $x~School School~of~$z"),
    ("club", "$l~Alpine~Club $n~Club $d~Yacht~Club"),
    ("museum", "$l~Museum $d~National~Museum $x~Gallery"),
];
pub const TOPICS: &str = "Food Farm Energy Housing Trade Health Labour Peace Science Research Education Sports Football Hockey Press Water Nuclear Climate Media \
Transport Development Defence Security Finance Culture Human~Rights Civil~Liberties Wildlife Refugee Tourism Space Medical Engineering";
pub const BANDS: &str =
    "The~$ns The~$ns The~$a~$ns $a~$n $a~$n $n $n~of~$n $x $u 40~$ns $n~$n $a~$n~Club $p~and~the~$ns $n~&~$n";
pub const WORKS: &str = "$n $a~$n The~$a~$n $n~of~the~$n A~$n~in~$l $n~and~$n The~$n $a~$n~of~$n My~$n $n~$n~II";
pub const FOREIGN: &str = "La~$u O~$u~da~$u $u~$u Das~$u Le~$u~de~$u El~$u";
pub const EVENTS: &str = "$n~Cup $l~Open $d~Championship $c~Cup $x~Trophy $l~Grand~Prix $l~Marathon $d~Open $n~Festival $x~Memorial~Tournament";
pub const PRODUCTS: &str = "$u $1$1$1 $1$12$1 $u~4 $n~$n $x$n $n $1-7 $1$1~Dance $a~$n";
pub const STATIONS: &str = "6$1$1 W$1$1$1 K$1$1$1 Radio~$l Radio~$n Channel~7 $n~FM 3$1$1 $l~FM";
