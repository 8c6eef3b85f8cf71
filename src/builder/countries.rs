//! By which other names may a reader ask for a country?

use dateline_corpus::CountryCode;

/// Codes of two letters and of three (ISO 3166-1; of Kosovo that which users of the standard agreed on).
const CODES: &str = "AD=AND AE=ARE AF=AFG AG=ATG AI=AIA AL=ALB AM=ARM AO=AGO AQ=ATA AR=ARG AS=ASM AT=AUT AU=AUS AW=ABW AX=ALA \
    AZ=AZE BA=BIH BB=BRB BD=BGD BE=BEL BF=BFA BG=BGR BH=BHR BI=BDI BJ=BEN BL=BLM BM=BMU BN=BRN BO=BOL BQ=BES \
    BR=BRA BS=BHS BT=BTN BV=BVT BW=BWA BY=BLR BZ=BLZ CA=CAN CC=CCK CD=COD CF=CAF CG=COG CH=CHE CI=CIV CK=COK \
    CL=CHL CM=CMR CN=CHN CO=COL CR=CRI CU=CUB CV=CPV CW=CUW CX=CXR CY=CYP CZ=CZE DE=DEU DJ=DJI DK=DNK DM=DMA \
    DO=DOM DZ=DZA EC=ECU EE=EST EG=EGY EH=ESH ER=ERI ES=ESP ET=ETH FI=FIN FJ=FJI FK=FLK FM=FSM FO=FRO FR=FRA \
    GA=GAB GB=GBR GD=GRD GE=GEO GF=GUF GG=GGY GH=GHA GI=GIB GL=GRL GM=GMB GN=GIN GP=GLP GQ=GNQ GR=GRC GS=SGS \
    GT=GTM GU=GUM GW=GNB GY=GUY HK=HKG HM=HMD HN=HND HR=HRV HT=HTI HU=HUN ID=IDN IE=IRL IL=ISR IM=IMN IN=IND \
    IO=IOT IQ=IRQ IR=IRN IS=ISL IT=ITA JE=JEY JM=JAM JO=JOR JP=JPN KE=KEN KG=KGZ KH=KHM KI=KIR KM=COM KN=KNA \
    KP=PRK KR=KOR KW=KWT KY=CYM KZ=KAZ LA=LAO LB=LBN LC=LCA LI=LIE LK=LKA LR=LBR LS=LSO LT=LTU LU=LUX LV=LVA \
    LY=LBY MA=MAR MC=MCO MD=MDA ME=MNE MF=MAF MG=MDG MH=MHL MK=MKD ML=MLI MM=MMR MN=MNG MO=MAC MP=MNP MQ=MTQ \
    MR=MRT MS=MSR MT=MLT MU=MUS MV=MDV MW=MWI MX=MEX MY=MYS MZ=MOZ NA=NAM NC=NCL NE=NER NF=NFK NG=NGA NI=NIC \
    NL=NLD NO=NOR NP=NPL NR=NRU NU=NIU NZ=NZL OM=OMN PA=PAN PE=PER PF=PYF PG=PNG PH=PHL PK=PAK PL=POL PM=SPM \
    PN=PCN PR=PRI PS=PSE PT=PRT PW=PLW PY=PRY QA=QAT RE=REU RO=ROU RS=SRB RU=RUS RW=RWA SA=SAU SB=SLB SC=SYC \
    SD=SDN SE=SWE SG=SGP SH=SHN SI=SVN SJ=SJM SK=SVK SL=SLE SM=SMR SN=SEN SO=SOM SR=SUR SS=SSD ST=STP SV=SLV \
    SX=SXM SY=SYR SZ=SWZ TC=TCA TD=TCD TF=ATF TG=TGO TH=THA TJ=TJK TK=TKL TL=TLS TM=TKM TN=TUN TO=TON TR=TUR \
    TT=TTO TV=TUV TW=TWN TZ=TZA UA=UKR UG=UGA UM=UMI US=USA UY=URY UZ=UZB VA=VAT VC=VCT VE=VEN VG=VGB VI=VIR \
    VN=VNM VU=VUT WF=WLF WS=WSM XK=XKX YE=YEM YT=MYT ZA=ZAF ZM=ZMB ZW=ZWE";

/// Short forms that headlines use, beside those that the analysis finds in texts.
const SHORT: &str = "ZA=S. Africa|DE=W. Germany|DE=E. Germany|DE=FRG|DE=GDR|TL=E. Timor|GB=N. Ireland|SS=S. Sudan|MK=N. Macedonia|EH=W. Sahara";

/// Names and abbreviations that news uses, and codes of three letters.
pub fn names() -> Vec<(CountryCode, &'static str)> {
    let pairs = CODES.split(' ').chain(SHORT.split('|'));
    let others = pairs.filter_map(|pair| {
        let (two, other) = pair.split_once('=')?;
        Some((CountryCode::parse(two)?, other))
    });
    dateline_analysis::country_names().into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use dateline_corpus::CountryCode;

    use super::{CODES, names};

    #[test]
    fn countries_have_codes_of_three_letters_and_the_names_of_news() {
        let names = names();
        for (code, name) in [
            ("JP", "JPN"),
            ("GB", "Britain"),
            ("GB", "UK"),
            ("CI", "Ivory Coast"),
            ("RU", "USSR"),
            ("ZA", "S. Africa"),
        ] {
            let code = CountryCode::parse(code).unwrap();
            assert!(names.contains(&(code, name)), "{name}");
        }
        let mut codes: Vec<&str> = CODES.split(' ').map(|pair| &pair[3..]).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!((codes.len(), CODES.split(' ').count()), (250, 250));
    }
}
