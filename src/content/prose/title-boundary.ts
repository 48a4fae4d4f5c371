import { dependsOn, hasClause, type Phrase } from './title-phrase.ts'

/** Two words that open a phrase which a sentence can do without. */
const ADJUNCTS: ReadonlySet<string> = new Set([
  ...['a partire', 'in seguito', 'nel corso', 'a causa', 'in vista', 'in occasione', 'in attesa'],
  ...["con l'obiettivo", 'allo scopo', 'nel contesto', 'a fronte', "nell'ambito"],
  ...['in order', 'as part', 'in response', 'à partir', 'en raison', 'en vue', 'à cause', 'au cours'],
  ...['a partir', 'por causa', 'no âmbito'],
])

/** They open what is said, in languages of which we know no other words. */
const COMPLEMENTS: ReadonlySet<string> = new Set(
  'что чтобы если що якщо że żeby hogy dat att at že että ότι да'.split(' '),
)

/** How good a place the end of a word is to cut at: 60 between clauses, 0 within a phrase. */
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

/** A comma between clauses, or one of an enumeration, an apposition or what introduces a clause. */
function commaStrength(phrase: Phrase, index: number): number {
  const { words, small, forms } = phrase
  const next = words[index + 1]
  if (!next) return 0
  if (small.all.size === 0) return COMPLEMENTS.has(next.core) ? 5 : 40
  const clause = hasClause(phrase, index)
  const continues =
    forms.gerund.test(next.core) || small.subordinators.has(next.opener) || small.adjuncts.has(next.opener)
  // Of a verb that we do not know there is no trace but the length of what is before.
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
  // An article: the comma may close what was put in between a verb and its object.
  return earlier && verb === -1 && small.leaning.has(next.opener) ? 20 : 60
}

/** Whether the clause that begins after this word describes a thing, and is not what somebody said. */
function isRelative(phrase: Phrase, index: number): boolean {
  const { words, small, forms } = phrase
  if (phrase.asks || !hasClause(phrase, index)) return false
  const before = words.slice(0, index + 1)
  const said = before.findLastIndex(({ core }) => forms.saying.test(core))
  const clause = before.findLastIndex(({ opener }) => small.subordinators.has(opener))
  return said === -1 || clause > said
}
