/** The abbreviations of a language, in lower case and without the final stop. */
export interface Abbreviations {
  /** A name follows: never the end of a sentence. */
  readonly titles: ReadonlySet<string>
  /** A number follows, or else they were a word that ends a sentence: `art. 5`, `no. 3`. */
  readonly references: ReadonlySet<string>
}

const TITLES = 'prof dott dr ing mons cfr cf vs fig p.es'
const REFERENCES = [
  'art artt n nn nr num núm núms pág págs pag pagg p pp cap tab tav vol fig lett par no nos sec ch ca est',
  // Months, whose day or year follows.
  'gen genn feb febb mar apr mag giu lug ago set sett ott nov dic jan jun jul aug sep sept oct dec',
  'janv févr avr juil déc mär okt dez ene abr fev out',
].join(' ')

const LANGUAGE_TITLES: Readonly<Record<string, string>> = {
  it: [
    'sig sigg sigra dottssa profssa avv arch rag geom on sen gen col magg cap ten serg brig rev cav comm uff egr gent spett',
    'ill preg sez es ad.es c.so v.le p.za p.zza loc fraz prov tel dep pres ndr seg segg succ lun mart merc giov ven',
    'sig.ra sig.na sig.ri dott.ssa prof.ssa gent.mo gent.ma ss d.lgs d.p.r d.p.c.m',
  ].join(' '),
  en: 'mr mrs ms mx messrs st mt ft rev hon gov sen rep gen col lt capt cmdr sgt maj adm pres supt atty amb dept e.g i.e viz approx',
  fr: 'mm mme mlle mgr me pr st ste sts env ex chap éd bd av arr dép réf p.ex par.ex gal',
  de: 'hr fr frl dipl mag bzw vgl evtl ggf inkl zzgl sog u.a z.b d.h z.t u.u o.ä v.a bspw str abs hrsg jh mio mrd geb gest verh st',
  es: 'sr sra sres sras srta dña dª da dra lic lcdo excmo excma ilmo ilma gral cnel avda pza p.ej ej aprox dpto fdo sto sta',
  pt: 'sr sra srs sras srta dª dra drs eng arq exmo exma ilmo gen cel ten aprox p.ex sto sta min des',
}

const DEFAULT: Abbreviations = { titles: words(TITLES), references: words(REFERENCES) }
const BY_LANGUAGE = new Map(
  Object.entries(LANGUAGE_TITLES).map(([language, titles]): [string, Abbreviations] => [
    language,
    { ...DEFAULT, titles: words(`${TITLES} ${titles}`) },
  ]),
)

/** The abbreviations of a language (a BCP 47 tag), or those common to most where it is not known. */
export function abbreviationsOf(language: string | undefined): Abbreviations {
  return BY_LANGUAGE.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? DEFAULT
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
