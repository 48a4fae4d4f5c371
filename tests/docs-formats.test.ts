import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { encodeEmbedded } from '../src/bundle/embedded-codec.ts'
import { encodeLedgerModule } from '../src/bundle/ledger-module.ts'
import { parseLedger, renderLedger } from '../src/ledger/ledger-codec.ts'
import { anyEntry } from './ledger/any-entry.ts'
import { BUILT_AT } from './support/an-app.ts'
import { anArticle, aPublication } from './support/an-article.ts'
import { Dice } from './support/dice.ts'
import { codeIn, tableUnder } from './support/markdown-table.ts'
import { publishInMemory } from './support/publish-in-memory.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../docs/formats.md'), 'utf8')
const KEYS = tableUnder(PAGE, '| line | key | is |').map(([line, key]) => `${line} ${codeIn(key)[0]}`)
const [, LEDGER = ''] = /^```text\n(\["strillone-ledger.*?)^```$/ms.exec(PAGE) ?? []

/** The keys of each kind of line, in their order, as the page names them. */
function keysOf(ledger: string): readonly string[] {
  const [, ...lines]: readonly object[] = JSON.parse(ledger)
  return lines.flatMap((line) => {
    const kind = 'authority' in line ? 'feed' : 'kind' in line ? 'term' : 'article'
    return Object.keys(line).map((key) => `${kind} ${key}`)
  })
}

it('the page has the name of every format of bytes', async () => {
  const { packs, release, embedded } = await publishInMemory(aPublication([anArticle()]), {
    at: BUILT_AT,
    hotBytes: 524_288,
  })
  const files = [
    ...packs.map(({ bytes }) => bytes),
    release,
    encodeEmbedded(embedded),
    encodeLedgerModule({ release: '' }),
  ]
  // The number of its bytes comes first, and what follows the name is of the file.
  const names = files.map((bytes) => new TextDecoder('latin1').decode(bytes.subarray(1, 1 + (bytes[0] ?? 0))))
  const told = [...PAGE.matchAll(/^```text\ntext {4}(strillone-\S+)$/gm)].map(([, name]) => name)
  expect([...new Set(names)].toSorted()).toEqual(told.toSorted())
})

it('the ledger of the page is one that is read, and written the same', () => {
  const { ledger, problems } = parseLedger(LEDGER)
  expect(problems).toEqual([])
  expect(ledger && renderLedger(ledger)).toBe(LEDGER)
})

it('the table has every key of a ledger, in its order, and no other', () => {
  expect(keysOf(LEDGER)).toEqual(KEYS)
  const { ledger } = parseLedger(LEDGER)
  if (ledger === undefined) throw new Error('The ledger of the page cannot be read')
  const dice = new Dice(1)
  const entries = Array.from({ length: 200 }, () => anyEntry(dice))
  expect(keysOf(renderLedger({ ...ledger, entries })).filter((key) => !KEYS.includes(key))).toEqual([])
})
