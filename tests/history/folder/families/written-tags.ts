import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

const LINES: readonly string[] = [
  ...[
    'tags: [Café, café, CAFE]',
    'tags: [C, C++, C#]',
    'tags: [R&D, "R & D"]',
    'tags: politics, sport,, town life',
  ],
  ...[
    'tags: [日本語, にほんご, ニホンゴ]',
    'tags: [中文, 繁體字]',
    'tags: [한국어]',
    'tags: [русский, Русский, ёлка]',
  ],
  ...['tags: [العربية, عَرَبِيّ]', 'tags: [עברית, עִבְרִית]', 'tags: [فارسی, می‌شود]', 'tags: [ελληνικά, Ελληνικά]'],
  ...[
    'tags: [हिन्दी]',
    'tags: [ไทย]',
    'tags: [Ärzte, arzte, Ångström, Łódź, Straße, İstanbul, ñandú]',
    'tags: ["100%", "€5", "#1"]',
  ],
  ...[
    'tags: ["🚲", "bike 🚲"]',
    'tags: ["-", "..."]',
    'tags: [ada rossi, dates]',
    'tag: single',
    'category: Sport',
  ],
  ...[
    'categories: [Sport, Town life]',
    'keywords: one, two',
    'taxonomies:\n  tags: [zola]\n  categories: [Sport]',
  ],
  ...[
    'extra:\n  tags: [deep]',
    'params:\n  tags: [deeper]',
    'tags:\n  - a: b\n'.replace('a: b\n', '"a: b"'),
    'tags: [true, 2026, 1.0]',
  ],
]

/** Articles filed under tags of every script, of Latin letters with accents, and of signs. */
export function writtenTags(pen: Pen): readonly WrittenFile[] {
  return LINES.map((line, index) =>
    articleFile(`tags/${index}.md`, [`title: ${pen.title()}`, `date: ${pen.day()}`, line], pen.text()),
  )
}
