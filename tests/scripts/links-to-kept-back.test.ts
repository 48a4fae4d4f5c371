import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles } from '../../src/node/files/list-files.ts'
import { Newsroom } from '../support/newsroom.ts'

/** What no article is made from under its own name. */
const KEPT_BACK = [
  ...['_private.md', '_private/a.md', 'sub/_later.txt', 'drafts/a.md', 'sub/_drafts/a.md'],
  ...[
    '.hidden/a.md',
    '.hidden.md',
    'ledger.json',
    'site.yaml',
    'sub/_index.md',
    'sub/sub.json',
    '_config.yml',
  ],
]

/** How a link to it may be called, and where it may lie. */
const LINKS = ['seen.md', 'seen.html', 'sub/seen.txt']

function roomWithLink(link: string, file: string): Newsroom {
  const room = new Newsroom()
  room.write('sub/other.md', '')
  room.write(file, 'title: x\n')
  symlinkSync(join(room.seeds, file), join(room.seeds, link))
  return room
}

describe('a link that is called like an article', () => {
  describe.each(LINKS)('%s', (link) => {
    it.each(KEPT_BACK)('does not show %s', async (file) => {
      const { files, outside } = await listFiles(roomWithLink(link, file).seeds)
      expect(outside).toEqual([{ path: link }])
      expect(files.map(({ path }) => path)).not.toContain(link)
    })

    it.each(['a.md', 'sub/b.txt', 'README', '_shared/text', 'sub/_shared/licence'])(
      'shows %s',
      async (file) => {
        const { files, outside } = await listFiles(roomWithLink(link, file).seeds)
        expect(outside).toEqual([])
        expect(files.map(({ path }) => path)).toContain(link)
      },
    )
  })
})

describe('a link that is called like a picture', () => {
  it('shows one that is left alone: it says nothing by itself', async () => {
    const { files } = await listFiles(roomWithLink('bees.png', '_originals/bees.png').seeds)
    expect(files.map(({ path }) => path)).toContain('bees.png')
  })
})
