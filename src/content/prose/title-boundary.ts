import { dependsOn, hasClause, type Phrase } from './title-phrase.ts'

/** Pairs of words that begin a phrase which a sentence does not need. */
const ADJUNCTS: ReadonlySet<string> = new Set([
  ...['a partire', 'in seguito', 'nel corso', 'a causa', 'in vista', 'in occasione', 'in attesa'],
  ...["con l'obiettivo", 'allo scopo', 'nel contesto', 'a fronte', "nell'ambito"],
  ...['in order', 'as part', 'in response', 'à partir', 'en raison', 'en vue', 'à cause', 'au cours'],
  ...['a partir', 'por causa', 'no âmbito'],
])

/** Words that begin a clause of content, in languages without other word lists. */
const COMPLEMENTS: ReadonlySet<string> = new Set(
  'что чтобы если що якщо że żeby hogy dat att at že että ότι да'.split(' '),
)

/** Rates the end of a word as a place to cut: from 0 within a phrase to 60 between clauses. */
export function boundaryStrength(phrase: Phrase, index: number): number {
  const { words, small, forms } = phrase
  const next = words[index + 1]
  const mark = words[index]?.mark
  if (!next || small.qualifiers.has(next.opener)) return 0
  if (mark === ',') return commaStrength(phrase, index)
  if (mark === '、') return 5
  if (mark === '(') return 45
  if (mark !== undefined) return hasClause(phrase, index) ? 60 : 50
  // The second part of the verb is still to come.
  if (forms.split) return 0
  const second = words[index + 2]?.core ?? ''
  const adjunct = small.adjuncts.has(next.opener) || ADJUNCTS.has(`${next.core} ${second}`)
  if (adjunct || forms.gerund.test(next.core)) return 45
  if (small.genitives.has(next.opener)) return 10
  if (small.conjunctions.has(next.opener)) return small.verbs.has(second) ? 50 : 10
  if (small.subordinators.has(next.opener)) return isRelative(phrase, index) ? 40 : 8
  if (small.prepositions.has(next.opener)) return forms.infinitive.test(`${next.opener} ${second}`) ? 8 : 30
  return 0
}

/** Rates a comma: between clauses, in an enumeration, around an apposition, or before an introduced clause. */
function commaStrength(phrase: Phrase, index: number): number {
  const { words, small, forms } = phrase
  const next = words[index + 1]
  if (!next) return 0
  if (small.all.size === 0) return COMPLEMENTS.has(next.core) ? 5 : 40
  const clause = hasClause(phrase, index)
  const continues =
    forms.gerund.test(next.core) || small.subordinators.has(next.opener) || small.adjuncts.has(next.opener)
  // For an unknown verb the only sign is the length of the text before the comma.
  if (continues && (clause || (index >= 7 && !dependsOn(phrase)))) return 60
  const earlier = words.slice(0, index).some(({ mark }) => mark === ',')
  const first = words[0]?.opener ?? ''
  if (!clause) return earlier || !small.all.has(first) || small.leaning.has(first) ? 20 : 5
  const ahead = words.slice(index + 1, index + 7)
  const listed = ahead.findIndex(
    ({ mark, opener }, at) => mark === ',' || (at < 4 && small.conjunctions.has(opener)),
  )
  const verb = ahead.findIndex(({ core }) => small.verbs.has(core))
  if (listed > 0 && (verb === -1 || verb > listed)) return 10
  // An article follows: the comma may end an insertion between a verb and its object.
  return earlier && verb === -1 && small.leaning.has(next.opener) ? 20 : 60
}

/** Whether the clause after this word describes a thing, rather than giving what a person said. */
function isRelative(phrase: Phrase, index: number): boolean {
  const { words, small, forms } = phrase
  if (phrase.asks || !hasClause(phrase, index)) return false
  const before = words.slice(0, index + 1)
  const said = before.findLastIndex(({ core }) => forms.saying.test(core))
  const clause = before.findLastIndex(({ opener }) => small.subordinators.has(opener))
  return said === -1 || clause > said
}
