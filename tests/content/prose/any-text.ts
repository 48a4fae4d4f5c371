import fc from 'fast-check'
import { RAW_TEXTS } from './raw-texts.ts'

const words = RAW_TEXTS.flatMap(({ text }) => text.split(' '))

/** Text of any kind: lone surrogates, emoji, and the words of real texts in no order. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((picked) => picked.join(' ')),
)

/** A language that we know much of, nothing of, or that is none. */
export const anyLanguage: fc.Arbitrary<string | undefined> = fc.constantFrom(
  ...[undefined, 'it', 'en-GB', 'fr', 'de', 'es', 'pt-BR', 'ru', 'zh', 'x-!!'],
)
