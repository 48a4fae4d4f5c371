import type { Pen } from '../pen.ts'
import { LANGUAGE_CODES } from '../words/languages.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

/** Articles that are translations of each other, under each spelling of the key, and in files named by language. */
export function translations(pen: Pen): readonly WrittenFile[] {
  const keys = ['translationKey', 'translation_key', 'translationkey']
  const keyed = keys.flatMap((key, index) =>
    LANGUAGE_CODES.slice(index, index + 4).map((language) =>
      articleFile(
        `translations/${index}-${language}.md`,
        [
          `title: ${pen.title(language)}`,
          `date: ${pen.day()}`,
          `${key}: story-${index}`,
          `lang: ${language}`,
        ],
        pen.text(language),
      ),
    ),
  )
  const named = ['de', 'fr', 'it', 'en'] as const
  const files = named.map((language) =>
    articleFile(
      `translations/about.${language}.md`,
      [`title: ${pen.title(language)}`, `date: ${pen.day()}`],
      pen.text(language),
    ),
  )
  const folders = named.map((language) =>
    articleFile(
      `translations/${language}/same-name.md`,
      [`title: ${pen.title(language)}`, `date: ${pen.day()}`],
      pen.text(language),
    ),
  )
  return [...keyed, ...files, ...folders]
}
