import { hasClause, type Phrase } from './title-phrase.ts'

/** A participle after one of these verbs needs an object. */
const HAVE = /^(?:ha|hanno|aveva|avevano|avrà|avranno|avrebbe|has|have|had|a|ont|avait|avaient|han|había)$/

/** Rates how incomplete a beginning is that ends with this word, on the scale of `boundaryStrength`. */
export function weakness(phrase: Phrase, index: number): number {
  const { words, small, forms } = phrase
  const last = words[index]
  const next = words[index + 1]
  const previous = words[index - 1]
  if (!last || !next) return 0
  const phraseEnds = last.mark !== undefined
  let missing = 0
  if (small.qualifiers.has(next.opener)) missing += 60
  if (!phraseEnds && splitsName(phrase, index)) missing += 60
  if (small.verbs.has(next.core) || small.verbs.has(next.opener)) missing += 50
  if (small.all.size > 0 && !hasClause(phrase, index)) missing += 25
  if (!phraseEnds && forms.participle.test(last.core) && previous && !small.all.has(previous.opener)) {
    missing += HAVE.test(previous.core) ? 45 : small.verbs.has(previous.core) ? 10 : 15
  }
  if (!phraseEnds && previous && forms.infinitive.test(`${previous.opener} ${last.core}`)) missing += 30
  if (small.conjunctions.has(next.opener) && wantsPair(phrase, index)) missing += 40
  return missing
}

/** Whether a title cannot end with this word, because it needs the next one: articles, auxiliaries, numbers, `sig.`. */
export function isDangling({ words, small }: Phrase, index: number): boolean {
  const last = words[index]
  if (!last || last.core === '') return true
  if (last.mark === undefined && /\.$/.test(last.text)) return true
  if (last.mark === undefined && /^\p{N}[\p{N}.,]*$/u.test(last.core) && !/^[12]\d{3}$/.test(last.core))
    return true
  if (/'$/.test(last.core)) return true
  // Without word lists for the language, short words are taken for function words.
  if (small.all.size === 0)
    return /^(?:\p{Ll}{1,3}|[^\p{Lu}\p{Ll}\p{N}\p{scx=Han}\p{scx=Kana}]{1,2})$/u.test(last.core)
  if (last.mark !== undefined && (small.leaning.has(last.core) || small.verbs.has(last.core))) return false
  return small.all.has(last.core) || small.verbs.has(last.core)
}

/**
 * Whether the cut would split a name: `Kim | Jong Un`, `Corea | del Nord`. Unknown in a language that capitalises every
 * noun.
 */
function splitsName({ words, small, forms }: Phrase, index: number): boolean {
  const next = words[index + 1]
  if (forms.split || !words[index]?.capital || !next) return false
  if (next.capital) return true
  const tie = small.genitives.has(next.opener)
  return tie && (words[index + 2]?.capital === true || /'./.test(next.core))
}

/** Whether the cut would split a pair: `tra Roma | e Parigi`. */
function wantsPair({ words }: Phrase, index: number): boolean {
  const opens = /^(?:tra|fra|sia|both|between|either|entre|zwischen|sowohl|tanto)$/
  return words.slice(Math.max(0, index - 6), index + 1).some(({ core }) => opens.test(core))
}
