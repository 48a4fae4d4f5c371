import { describe, expect, it } from 'vitest'
import { growsTooFast, MOST_GROWTH } from './measure-growth.ts'
import { FOLDER_PATTERNS } from './patterns/folder.ts'
import { FOREIGN_FEED_PATTERNS } from './patterns/foreign-feeds.ts'
import { FOREIGN_SITE_PATTERNS } from './patterns/foreign-sites.ts'
import { HTML_PATTERNS } from './patterns/html.ts'
import { LEDGER_PATTERNS } from './patterns/ledger.ts'
import { LEDGER_LINE_PATTERNS, MATCHING_PATTERNS } from './patterns/ledger-lines.ts'
import { MARKDOWN_PIECES } from './patterns/markdown-pieces.ts'
import { MARKDOWN_SHAPES } from './patterns/markdown-shapes.ts'
import { PASSAGE_PATTERNS } from './patterns/passages.ts'
import { RAW_TEXT_PATTERNS } from './patterns/raw-text.ts'
import { REQUEST_PATTERNS } from './patterns/requests.ts'
import { SETTINGS_PATTERNS } from './patterns/settings.ts'

const TABLES = {
  ...{ FOLDER_PATTERNS, HTML_PATTERNS, LEDGER_PATTERNS, LEDGER_LINE_PATTERNS, MATCHING_PATTERNS },
  ...{ FOREIGN_FEED_PATTERNS, FOREIGN_SITE_PATTERNS, REQUEST_PATTERNS },
  ...{ MARKDOWN_PIECES, MARKDOWN_SHAPES, PASSAGE_PATTERNS, RAW_TEXT_PATTERNS, SETTINGS_PATTERNS },
}

describe('the tables of hostile patterns', () => {
  it('hold at least 600 of them', () => {
    expect(Object.values(TABLES).flatMap<unknown>((table) => [...table]).length).toBeGreaterThanOrEqual(600)
  })

  it.each(Object.entries(TABLES))('name each pattern of %s once', (_, table) => {
    const names = table.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('growsTooFast()', () => {
  const costs = (...milliseconds: number[]) =>
    milliseconds.map((each, index) => ({ bytes: 8000 * 2 ** index, milliseconds: each }))

  it('tells two successive doublings that cost too much', () => {
    expect(growsTooFast(costs(10, 20, 40, 160, 640))).toBe(true)
  })

  it('forgives one', () => {
    expect(growsTooFast(costs(10, 20, 100, 200, 800))).toBe(false)
  })

  it('judges nothing that costs next to nothing', () => {
    expect(growsTooFast(costs(0.1, 1, 10))).toBe(false)
  })

  it('lets pass what grows as `n log n` does', () => {
    expect(growsTooFast(costs(20, 20 * MOST_GROWTH, 40 * MOST_GROWTH))).toBe(false)
  })
})
