import { parseLedger, renderLedger } from '../../../src/ledger/ledger-codec.ts'
import { aSeed } from '../../support/a-seed.ts'
import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'
import { publishSeeds } from '../publish-seeds.ts'

const DIGEST = '0123456789abcdef0123456789abcdef'

/** One line of an entry, with further keys. */
function entry(id: string, keys: Readonly<Record<string, unknown>> = {}): string {
  const moments = { published: '2026-01-01T12:00:00.000Z', updated: '2026-01-01T12:00:00.000Z' }
  const written = {
    id,
    slug: 'a',
    path: 'a.md',
    ...moments,
    changed: '2026-01-01T12:00:00.000Z',
    digest: DIGEST,
    ...keys,
  }
  return `,${JSON.stringify(written)}\n`
}

/** A ledger of some lines. Its text is another one each time, since the last one that was read is remembered. */
function ledger(lines: string): string {
  made += 1
  const header = {
    authority: 'news.site',
    year: 2026,
    url: 'https://news.site',
    title: `${made}`,
    language: 'en',
  }
  return `["strillone-ledger-1"\n,${JSON.stringify(header)}\n${lines}]\n`
}

let made = 0

const LINES: readonly (readonly [name: string, make: (bytes: number) => string])[] = [
  ['spaces in a text', (bytes) => entry('tag:a', { path: `a${' '.repeat(bytes)}b` })],
  ['commas in a text', (bytes) => entry('tag:a', { path: `a${','.repeat(bytes)}b` })],
  ['brackets in a text', (bytes) => entry('tag:a', { path: `a${fill(bytes, ' ]')}b` })],
  ['a path with a long folder', (bytes) => entry('tag:a', { path: `${'a'.repeat(bytes)}/b` })],
  ['spaces after a line', (bytes) => `,{}${' '.repeat(bytes)}x\n`],
  ['commas after a line', (bytes) => `,{}${fill(bytes, ', ')}x\n`],
  ['brackets that close', (bytes) => `,{}${fill(bytes, ' ] ,')}\n`],
  ['brackets that open', (bytes) => `${'['.repeat(bytes)}\n`],
  ['brackets within a line', (bytes) => `,{"a":${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}}\n`],
  ['lines of commas', (bytes) => fill(bytes, `${','.repeat(100)}\n`)],
  ['empty lines', (bytes) => '\n'.repeat(bytes)],
  ['merge marks', (bytes) => fill(bytes, '<<<<<<<\n')],
  ['marks of an ancestor', (bytes) => fill(bytes, '|||||||\n')],
  ['lines that are no JSON', (bytes) => fill(bytes, ',{\n')],
  ['one text that is not closed', (bytes) => `,"${'a'.repeat(bytes)}\n`],
  [
    'entries',
    (bytes) =>
      fillNumbered(bytes, (number) => entry(`tag:a${number}`, { slug: `a${number}`, path: `a${number}.md` })),
  ],
  ['one entry again and again', (bytes) => fill(bytes, entry('tag:a'))],
  [
    'one entry in two states',
    (bytes) => fillNumbered(bytes, (number) => entry('tag:a', { slug: `a${number}` })),
  ],
  [
    'entries of one slug',
    (bytes) => fillNumbered(bytes, (number) => entry(`tag:a${number}`, { path: `a${number}.md` })),
  ],
  [
    'entries of one path',
    (bytes) => fillNumbered(bytes, (number) => entry(`tag:a${number}`, { slug: `a${number}` })),
  ],
  [
    'former slugs',
    (bytes) => entry('tag:a', { former: Array.from({ length: bytes / 8 }, (_, index) => `s${index}`) }),
  ],
  [
    'former slugs that are wrong',
    (bytes) => entry('tag:a', { former: new Array(Math.floor(bytes / 2)).fill(1) }),
  ],
  [
    'keys that are unknown',
    (bytes) =>
      entry('tag:a', Object.fromEntries(Array.from({ length: bytes / 8 }, (_, index) => [`k${index}`, 1]))),
  ],
  ['empty entries', (bytes) => fill(bytes, ',{}\n')],
  ['numbers', (bytes) => fill(bytes, ',1\n')],
  ['formats', (bytes) => fill(bytes, ',"x"\n')],
  [
    'headers',
    (bytes) =>
      fillNumbered(
        bytes,
        (number) => `,{"authority":"a","year":1,"url":"http://a","title":"${number}","language":"en"}\n`,
      ),
  ],
  [
    'slices',
    (bytes) => fillNumbered(bytes, (number) => `,{"kind":"tag","slug":"t${number}","name":"t${number}"}\n`),
  ],
  [
    'a term of marks',
    (bytes) =>
      `,{"kind":"tag","slug":"a","name":"a"}\n,{"kind":"tag","slug":"a${fill(bytes, '\\u0301\\u0323')}","name":"a"}\n`,
  ],
  ['a term of hyphens', (bytes) => `,{"kind":"tag","slug":"${fill(bytes, 'a-')}","name":"a"}\n`],
  ['a slug of hyphens', (bytes) => entry('tag:a', { slug: `${fill(bytes, 'a-')}!` })],
  ['an id of letters', (bytes) => entry(`${fill(bytes, 'a+')}!`)],
  ['a moment of digits', (bytes) => entry('tag:a', { published: '1'.repeat(bytes) })],
  ['a moment of spaces', (bytes) => entry('tag:a', { published: `2026${' '.repeat(bytes)}x` })],
  ['a digest of digits', (bytes) => entry('tag:a', { digest: '1'.repeat(bytes) })],
  ['half a surrogate pair', (bytes) => entry('tag:a', { path: fill(bytes, '\uD800a') })],
]

/** A folder of one article with this ledger. */
const publishLedger = (text: string): Promise<unknown> =>
  publishSeeds([aSeed('ledger.json', text), aSeed('2026-01-01-a.md', 'A.')])

/** What may be made expensive in a ledger: its reading and writing, and what becomes of a folder with it. */
export const LEDGER_PATTERNS: readonly HostilePattern[] = [
  ...LINES.map(([name, make]) => ({
    name,
    make: (bytes: number) => ledger(make(bytes)),
    run: publishLedger,
  })),
  {
    name: 'a ledger that is read and written',
    make: (bytes) => ledger(fillNumbered(bytes, (number) => entry(`tag:a${number}`, { slug: `a${number}` }))),
    run: (text) => {
      const { ledger: read } = parseLedger(text)
      return read && renderLedger(read)
    },
  },
]
