import { hasClause, type Phrase } from './title-phrase.ts'

/** A participle after one of these wants an object. */
const HAVE = /^(?:ha|hanno|aveva|avevano|avrà|avranno|avrebbe|has|have|had|a|ont|avait|avaient|han|había)$/

/** How much a beginning that ends with this word misses, in the same measure. */
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

/** Whether a title cannot end with this word: it leans on the next, as articles, auxiliaries, numbers and `sig.` do. */
export function isDangling({ words, small }: Phrase, index: number): boolean {
  const last = words[index]
  if (!last || last.core === '') return true
  if (last.mark === undefined && /\.$/.test(last.text)) return true
  if (last.mark === undefined && /^\p{N}[\p{N}.,]*$/u.test(last.core) && !/^[12]\d{3}$/.test(last.core))
    return true
  if (/'$/.test(last.core)) return true
  // Of a language that we do not know, the short words are taken for small ones.
  if (small.all.size === 0)
    return /^(?:\p{Ll}{1,3}|[^\p{Lu}\p{Ll}\p{N}\p{scx=Han}\p{scx=Kana}]{1,2})$/u.test(last.core)
  if (last.mark !== undefined && (small.leaning.has(last.core) || small.verbs.has(last.core))) return false
  return small.all.has(last.core) || small.verbs.has(last.core)
}

/** `Kim | Jong Un`, `Corea | del Nord`. In a language that writes every noun large nothing can be told. */
function splitsName({ words, small, forms }: Phrase, index: number): boolean {
  const next = words[index + 1]
  if (forms.split || !words[index]?.capital || !next) return false
  if (next.capital) return true
  const tie = small.genitives.has(next.opener)
  return tie && (words[index + 2]?.capital === true || /'./.test(next.core))
}

/** `tra Roma | e Parigi`. */
function wantsPair({ words }: Phrase, index: number): boolean {
  const opens = /^(?:tra|fra|sia|both|between|either|entre|zwischen|sowohl|tanto)$/
  return words.slice(Math.max(0, index - 6), index + 1).some(({ core }) => opens.test(core))
}
