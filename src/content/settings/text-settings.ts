import { z } from 'zod'
import { legalLine } from '../source/legal-text.ts'
import { switchValue } from './withholding/switch-value.ts'

/** Text of one line. A YAML boolean counts as text here: `title: True`. */
export function line(error: string) {
  return z.union([z.string(), z.boolean().transform(String)], { error }).transform(legalLine)
}

/** A boolean, in any of the usual words. `yes` and `no` are texts in YAML 1.2, but booleans in Jekyll's YAML 1.1. */
export function onOrOff(error: string) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? (switchValue(value) ?? value) : value),
    z.boolean({ error }),
  )
}

/** A BCP 47 tag in its canonical form. Jekyll plugins write `it_IT`. */
export const languageSetting = line('expected a language. Write it as it, en or pt-BR.').transform(
  (text, context) => {
    const tag = canonicalTag(text.replaceAll('_', '-'))
    // BCP 47 allows up to eight letters for a language, but no registered one has more than three: `italian` is not a
    // tag.
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
