import { type FunctionWords, functionWordsOf } from './function-words.ts'
import { capitalise, isBalanced } from './title-marks.ts'

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const ROLE = String.raw`\p{Ll}[\p{L}\p{M}'’-]*`
/** A role, a name between commas, and more text in lower case: `Il leader della Corea del Nord, Kim Jong Un, ha inviato`. */
const NAME_BETWEEN_COMMAS = new RegExp(
  String.raw`^(\p{Lu}\p{L}*['’\s][^,;:()«“"]*?\p{Ll}{3}[^,;:()«“"]*),\s(?:${NAME})(?:\s${NAME}){0,4},\s(?=(\p{Ll}+[’']?))`,
  'u',
)
/**
 * A role of one to four words, a name of at least two words, and a verb: `Il presidente russo Vladimir Putin ha
 * espresso`.
 */
const ROLE_AND_NAME = new RegExp(
  String.raw`^(\p{Lu}\p{L}*['’\s]\s?)((?:${ROLE}\s){1,4})(?=${NAME}(?:\s${NAME}){1,3}\s(\p{Ll}+[’']?)(?!\p{L}))`,
  'u',
)

/** Words that begin a phrase of time: `Dopo una notte di trattative, il governo…`. */
const WHEN =
  /^(?:mentre|dopo|durante|while|after|during|following|pendant|durant|après|mientras|tras|después|enquanto|após|depois)\s/iu

/**
 * Returns shorter variants of a sentence with the same subject and verb: without the name between commas after a role,
 * without the role before a full name, and without a leading phrase of time. Variants that do not apply are left out.
 */
export function shorterSentences(sentence: string, language: string | undefined): readonly string[] {
  const words = functionWordsOf(language)
  const variants = [withoutName(sentence, words), withoutRole(sentence, words), withoutWhen(sentence, words)]
  return variants.filter((variant) => variant !== undefined)
}

function withoutName(sentence: string, words: FunctionWords): string | undefined {
  const [match, role, next] = NAME_BETWEEN_COMMAS.exec(sentence) ?? []
  if (match === undefined || role === undefined || next === undefined) return undefined
  if (!beginsWithArticle(role, words) || !words.verbs.has(next)) return undefined
  return `${role} ${sentence.slice(match.length)}`
}

function withoutRole(sentence: string, words: FunctionWords): string | undefined {
  const [match, article, role, next] = ROLE_AND_NAME.exec(sentence) ?? []
  if (match === undefined || article === undefined || role === undefined || next === undefined)
    return undefined
  if (!beginsWithArticle(article, words) || !words.verbs.has(next)) return undefined
  if (
    role
      .trim()
      .split(' ')
      .some((word) => words.all.has(word) || words.all.has(word.slice(0, word.search(/['’]/) + 1)))
  )
    return undefined
  return sentence.slice(match.length)
}

function withoutWhen(sentence: string, words: FunctionWords): string | undefined {
  const comma = sentence.indexOf(', ')
  if (comma === -1 || !WHEN.test(sentence) || !isBalanced(sentence.slice(0, comma))) return undefined
  const rest = sentence.slice(comma + 2)
  const [, ...following] = rest.split(/[\s,;:]+/, 12)
  // A second phrase of time or a relative clause is not a sentence: there must be a subject and then a verb.
  const subject = beginsWithArticle(rest, words) || /^\p{Lu}/u.test(rest)
  return subject && following.some((word) => words.verbs.has(word)) ? capitalise(rest) : undefined
}

/** Whether a text begins with an article: a word that needs a noun and is too short to be anything else. */
function beginsWithArticle(text: string, words: FunctionWords): boolean {
  const first = /^\p{L}+['’]?/u.exec(text)?.[0].toLowerCase().replace('’', "'") ?? ''
  return first.length <= 4 && words.leaning.has(first)
}
