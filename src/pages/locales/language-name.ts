/**
 * The name of each language in the language itself, the same on pages in every language, and the territory that a
 * language without one stands for (CLDR, likely subtags).
 */
const LOCALES: ReadonlyMap<string, readonly [name: string, territory: string]> = new Map(
  Object.entries({
    af: ['Afrikaans', 'ZA'],
    ar: ['العربية', 'EG'],
    be: ['Беларуская', 'BY'],
    bg: ['Български', 'BG'],
    bn: ['বাংলা', 'BD'],
    bs: ['Bosanski', 'BA'],
    ca: ['Català', 'ES'],
    cs: ['Čeština', 'CZ'],
    cy: ['Cymraeg', 'GB'],
    da: ['Dansk', 'DK'],
    de: ['Deutsch', 'DE'],
    el: ['Ελληνικά', 'GR'],
    en: ['English', 'US'],
    eo: ['Esperanto', '001'],
    es: ['Español', 'ES'],
    et: ['Eesti', 'EE'],
    eu: ['Euskara', 'ES'],
    fa: ['فارسی', 'IR'],
    fi: ['Suomi', 'FI'],
    fr: ['Français', 'FR'],
    fur: ['Furlan', 'IT'],
    ga: ['Gaeilge', 'IE'],
    gl: ['Galego', 'ES'],
    he: ['עברית', 'IL'],
    hi: ['हिन्दी', 'IN'],
    hr: ['Hrvatski', 'HR'],
    hu: ['Magyar', 'HU'],
    hy: ['Հայերեն', 'AM'],
    id: ['Bahasa Indonesia', 'ID'],
    is: ['Íslenska', 'IS'],
    it: ['Italiano', 'IT'],
    ja: ['日本語', 'JP'],
    ka: ['ქართული', 'GE'],
    kk: ['Қазақ тілі', 'KZ'],
    ko: ['한국어', 'KR'],
    la: ['Latina', 'VA'],
    lld: ['Ladin', 'IT'],
    lt: ['Lietuvių', 'LT'],
    lv: ['Latviešu', 'LV'],
    mk: ['Македонски', 'MK'],
    ms: ['Bahasa Melayu', 'MY'],
    mt: ['Malti', 'MT'],
    nb: ['Norsk bokmål', 'NO'],
    nl: ['Nederlands', 'NL'],
    nn: ['Norsk nynorsk', 'NO'],
    no: ['Norsk', 'NO'],
    oc: ['Occitan', 'FR'],
    pl: ['Polski', 'PL'],
    pt: ['Português', 'BR'],
    rm: ['Rumantsch', 'CH'],
    ro: ['Română', 'RO'],
    ru: ['Русский', 'RU'],
    sc: ['Sardu', 'IT'],
    sk: ['Slovenčina', 'SK'],
    sl: ['Slovenščina', 'SI'],
    sq: ['Shqip', 'AL'],
    sr: ['Српски', 'RS'],
    sv: ['Svenska', 'SE'],
    sw: ['Kiswahili', 'TZ'],
    ta: ['தமிழ்', 'IN'],
    th: ['ไทย', 'TH'],
    tr: ['Türkçe', 'TR'],
    uk: ['Українська', 'UA'],
    ur: ['اردو', 'PK'],
    vi: ['Tiếng Việt', 'VN'],
    yi: ['ייִדיש', 'UA'],
    zh: ['中文', 'CN'],
  }),
)

/**
 * Returns the name of a language in the language itself, followed by its other subtags: `Português (BR)`. Returns the
 * tag of an unknown language.
 */
export function languageName(language: string): string {
  const [primary = '', ...subtags] = language.split('-')
  const name = LOCALES.get(primary.toLowerCase())?.[0]
  if (name === undefined) return language
  return subtags.length === 0 ? name : `${name} (${subtags.join('-')})`
}

/** Returns a language in Open Graph's notation, with a territory: `it_IT`. Without a known territory, only the language. */
export function openGraphLocale(language: string): string {
  const [primary = '', ...subtags] = language.split('-')
  const lower = primary.toLowerCase()
  const told = subtags.find((subtag) => /^(?:[A-Za-z]{2}|\d{3})$/.test(subtag))?.toUpperCase()
  const territory = told ?? LOCALES.get(lower)?.[1]
  return territory === undefined ? lower : `${lower}_${territory}`
}
