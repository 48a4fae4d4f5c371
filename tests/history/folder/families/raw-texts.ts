import type { Pen } from '../pen.ts'
import { LANGUAGE_CODES } from '../words/languages.ts'
import type { WrittenFile } from '../written-file.ts'

/** Ways to tell the date of a raw text, which is put in place of `D`. */
const DATES = [
  'date 2025-10-D',
  '2025-10-D',
  'D ottobre 2025',
  'October D, 2025',
  'D octobre 2025',
  'D. Oktober 2025',
]

/** Texts without any markup: with a title line and without, wrapped, with lists, in every language. */
export function rawTexts(pen: Pen): readonly WrittenFile[] {
  const dated = DATES.map((date, index) => ({
    path: `raw/dated-${index}.txt`,
    content: `${date.replace('D', String(11 + index))}\n\n${pen.text('en', 3)}\n`,
  }))
  const inLanguages = LANGUAGE_CODES.map((language) => ({
    path: `raw/${pen.day()}-${language}.txt`,
    content: `${pen.text(language, 3)}\n`,
  }))
  const titled = [1, 2, 3].map((number) => ({
    path: `raw/${pen.day()}-titled-${number}.txt`,
    content: `${pen.title()}\n\n${pen.text('en', 2)}\n\nWhat it costs\n\n- bread\n- stone\n- ${pen.sentence()}\n`,
  }))
  const wrapped = [1, 2].map((number) => ({
    path: `raw/00${number}_aba4c6225551135${number}.txt`,
    content: `date 2025-10-2${number}\n\n${pen.paragraph('it', 6).replaceAll(/(.{40,60}) /g, '$1\n')}\n`,
  }))
  const settings = [1, 2].map((number) => ({
    path: `raw/settings-${number}.txt`,
    content: `---\ntitle: ${pen.title()}\ndate: ${pen.day()}\ntags: [Stone]\n---\n${pen.text()}\n`,
  }))
  const colons = [1, 2].map((number) => ({
    path: `raw/${pen.day()}-colons-${number}.txt`,
    content: `Note: ${pen.sentence()}\nTo: ${pen.sentence()}\n\n${pen.text()}\n`,
  }))
  return [...dated, ...inLanguages, ...titled, ...wrapped, ...settings, ...colons]
}
