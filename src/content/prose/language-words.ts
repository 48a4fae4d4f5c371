/** The most frequent small words of each language, in lower case. A shared word counts for each of its languages. */
const LISTS: Readonly<Record<string, string>> = {
  it: 'di a da in con su per tra fra il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle dal dalla dai dalle nel nello nella nei negli nelle sul sulla sui sulle e ed o ma se non che chi cui come anche più è sono era ha hanno ho ci si questo questa quello quella suo sua all dell nell dall sull',
  en: 'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which you one we their been has were who will would when what there can if no so its about more into than them these only other may',
  fr: 'le la les de des du un une et à au aux en dans par pour sur avec sans ne pas plus que qui qu ce cette ces se s il elle ils elles on nous vous je est sont a ont été être n y où ou mais comme son sa ses leur leurs si tout peut',
  de: 'der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom zu zum zur für über unter um als wie wenn dass ist sind war wird werden wurde hat haben kann nicht auch nur noch sich er sie es ich wir so durch vor bis mehr',
  es: 'el la los las un una unos unas de del a al en con por para sin sobre y e o u que no se su sus lo le les es son ha han fue está están como más pero si este esta estos estas ese esa entre también muy ser hay ya cuando desde hasta',
  pt: 'o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre e ou que não se seu sua seus suas é são foi ser está como mais mas ao aos à às este esta isso ele ela também já quando entre até',
}

/** The letters of each language, besides those from a to z. */
const LETTERS: Readonly<Record<string, string>> = {
  it: 'àèéìíîòóùú',
  en: 'é',
  fr: 'àâæçéèêëîïôœùûüÿ',
  de: 'äöüß',
  es: 'áéíñóúü',
  pt: 'áâãàçéêíóôõúü',
}

/** Small words of related languages: Catalan, Galician, Occitan, Dutch, Danish, Norwegian and Swedish. */
const OTHERS =
  'els amb dels aquest aquesta unha non polo pola dun dunha nunha lo dins het een voor niet og ikke av att och som jag'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const LANGUAGES = Object.entries(LISTS).map(([language, words]) => ({
  language,
  words: setOf(words),
  foreignLetter: new RegExp(`[^\\P{L}a-z${LETTERS[language] ?? ''}]`, 'u'),
}))

const OTHER_WORDS = setOf(OTHERS)

/** How many characters are examined. The detector examines as many. */
const SAMPLE = 350

/** The fewest different small words, and their least share of all words. */
const FEWEST = 8
const LEAST_SHARE = 0.35
/** The least distance between the shares of the first and the second language. */
const LEAST_LEAD = 0.2

/**
 * Recognises the language of a text by its small words, ten times as fast as the detector. Returns the same language as
 * the detector, or `undefined` in doubt.
 */
export function languageOfWords(text: string): string | undefined {
  const sample = text.trimStart().slice(0, SAMPLE).toLowerCase()
  const words = sample.match(/\p{L}+/gu) ?? []
  const counted = LANGUAGES.map((each) => ({
    ...each,
    count: words.filter((word) => each.words.has(word)).length,
  }))
  const [first, second] = counted.sort((a, b) => b.count - a.count)
  if (first === undefined || second === undefined) return undefined
  if (first.count < words.length * LEAST_SHARE || first.count - second.count < words.length * LEAST_LEAD)
    return undefined
  const different = new Set(words.filter((word) => first.words.has(word))).size
  const isForeign = words.some((word) => OTHER_WORDS.has(word) && !first.words.has(word))
  return different < FEWEST || isForeign || first.foreignLetter.test(sample) ? undefined : first.language
}
