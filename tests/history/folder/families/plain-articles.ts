import type { Pen } from '../pen.ts'
import { LANGUAGE_CODES, LOCALES } from '../words/languages.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

/** Of each language: long and short, with a summary and without, with its language written and not, with two tags or one. */
export function plainArticles(pen: Pen): readonly WrittenFile[] {
  return LANGUAGE_CODES.flatMap((language) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((number) => {
      const { tags } = LOCALES[language]
      const filed = [tags[number % 3], ...(number % 2 === 0 ? [tags[(number + 1) % 3]] : [])].join(', ')
      const frontMatter = [
        `title: ${pen.title(language)}`,
        `date: ${pen.day()}`,
        `tags: [${filed}]`,
        ...(number % 3 === 0 ? [`language: ${language}`] : []),
        ...(number % 4 === 0 ? [`summary: ${pen.sentence(language)}`] : []),
        ...(number === 5 ? [`summary: ${pen.paragraph(language, 9)}`] : []),
        ...(number === 6 ? ['author: Ada Rossi'] : []),
        ...(number === 7 ? ['section: Front page'] : []),
      ]
      return articleFile(`${language}/${number}.md`, frontMatter, pen.text(language, number === 2 ? 8 : 2))
    }),
  )
}
