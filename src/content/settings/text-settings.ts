import { z } from 'zod'
import { legalLine } from '../source/legal-text.ts'
import { switchValue } from './withholding/switch-value.ts'

/** Text in one line. What YAML takes for a truth value is a text as well here: `title: True`. */
export function line(error: string) {
  return z.union([z.string(), z.boolean().transform(String)], { error }).transform(legalLine)
}

/** A switch, by any word that people write for one: `yes` and `no` are texts in YAML 1.2, but Jekyll's 1.1 took them for switches. */
export function onOrOff(error: string) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? (switchValue(value) ?? value) : value),
    z.boolean({ error }),
  )
}

/** A BCP 47 tag in its canonical form; Jekyll's plugins write `it_IT`. */
export const languageSetting = line('expected a language. Write it as it, en or pt-BR.').transform(
  (text, context) => {
    const tag = canonicalTag(text.replaceAll('_', '-'))
    // BCP 47 lets a language have up to eight letters, and none has more than three: `italian` is none.
    if (tag !== undefined && /^[a-z]{2,3}(?![a-z])/.test(tag)) return tag
    context.addIssue({
      code: 'custom',
      message: `There is no language "${text}". Write its code: it, en, pt-BR.`,
    })
    return z.NEVER
  },
)

function canonicalTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}
