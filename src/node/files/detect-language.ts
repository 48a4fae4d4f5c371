import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createLanguageDetector, type DetectLanguage } from '../../content/prose/language.ts'

const require = createRequire(import.meta.url)

/** Tells the language of a text, as all of `src/` is given it. The detector takes as long to load as all else that starts. */
export const detectLanguage: DetectLanguage = createLanguageDetector(() => {
  const { eld }: typeof import('eld/extrasmall') = require(
    fileURLToPath(import.meta.resolve('eld/extrasmall')),
  )
  return eld
})
