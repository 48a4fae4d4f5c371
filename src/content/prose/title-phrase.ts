import type { FunctionWords } from './function-words.ts'
import type { Word } from './title-words.ts'
import type { VerbForms } from './verb-forms.ts'

/** A sentence, with the grammar of its language. */
export interface Phrase {
  readonly words: readonly Word[]
  readonly small: FunctionWords
  readonly forms: VerbForms
  /** Whether the sentence is a question. */
  readonly asks: boolean
}

/** Whether the words up to this one contain a finite verb that does not belong to a clause with `che`. */
export function hasClause(phrase: Phrase, index: number): boolean {
  const { words, small, asks } = phrase
  if (asks) return true
  const comma = words.findIndex(({ mark }) => mark === ',')
  const depends = dependsOn(phrase)
  if (depends && comma >= index) return false
  let dependent = 0
  for (const { core, opener } of words.slice(depends ? comma + 1 : 0, index + 1)) {
    if (small.subordinators.has(opener)) dependent += 1
    else if (small.verbs.has(core) || small.verbs.has(opener)) {
      if (dependent === 0) return true
      dependent -= 1
    }
  }
  return false
}

/** Whether the sentence begins with a word that may have its own verb: `mentre`, `se`. */
export function dependsOn({ words, small }: Phrase): boolean {
  const first = words[0]?.opener ?? ''
  return small.subordinators.has(first) || small.qualifiers.has(first) || small.adjuncts.has(first)
}
