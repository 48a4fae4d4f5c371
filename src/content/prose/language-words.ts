/**
 * Frequent small words of a language that are none of its neighbours': Catalan, Galician, Occitan, Dutch, Danish, Romanian.
 * One that is (`el`, `alla`, `der`) tells nothing.
 */
const LISTS: Readonly<Record<string, string>> = {
  it: 'che della dello degli delle dalla nella nelle nello negli sulla gli più anche sono è questo questa perché dell nell all ed ha hanno loro essere stato',
  en: 'the and that with which from have this they their would been are has will were when what your it is not be by as',
  fr: 'pour dans une avec cette sont aux été est ces leur elle vous nous plus qui sur pas peut être où ce ont du',
  de: 'und ist nicht für eine einer eines einem auch sich wird wurde werden nach bei zum zur über das auf mit dem von als oder sind kann',
  es: 'los las más también pero fue sus muy hasta y está este esta desde donde son ser puede cuando se ha',
  pt: 'não uma pelo pela são com em um também mas num numa você às isso seu sua quando foi está ser',
}

const LANGUAGES_OF = new Map<string, string[]>()
for (const [language, words] of Object.entries(LISTS)) {
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language])
}

/** Characters. What the detector looks at, too. */
const SAMPLE = 350

/** So many of the words of a sample must be one language's, at least, and so few of another's for each of them. */
const FEWEST = 7
const LEAST_SHARE = 0.14
const MOST_OTHERS = 0.2

/**
 * The language of a text by its small words, where they leave no doubt. What it tells is what the detector of languages
 * tells.
 */
export function languageOfWords(text: string): string | undefined {
  const words = text.trimStart().slice(0, SAMPLE).toLowerCase().split(/[^\p{L}\p{M}]+/u)
  const counts = new Map<string, number>()
  for (const word of words) {
    for (const language of LANGUAGES_OF.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a)
  if (first === undefined) return undefined
  const [language, count] = first
  const isClear = count >= FEWEST && count >= words.length * LEAST_SHARE && (second?.[1] ?? 0) <= count * MOST_OTHERS
  return isClear ? language : undefined
}
