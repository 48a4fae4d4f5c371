import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createLanguageDetector, type DetectLanguage } from '../../content/prose/language.ts'

const require = createRequire(import.meta.url)

/** Detects the language of a text, for all of `src/`. The detector takes 0.2 s to load, and is loaded when first needed. */
export const detectLanguage: DetectLanguage = createLanguageDetector(() => {
  const { eld }: typeof import('eld/extrasmall') = require(
    fileURLToPath(import.meta.resolve('eld/extrasmall')),
  )
  return eld
})
