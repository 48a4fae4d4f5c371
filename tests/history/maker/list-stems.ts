import { decodeIndex } from '../../../src/bundle/pack-codec.ts'
import { decodeResource } from '../../../src/bundle/resource-codec.ts'

/** A stem of the packs, with all forms that it ever has. */
export interface FoundStem {
  readonly stem: string
  readonly forms: readonly string[]
}

/** Where the edge leads to the feed from, or answers by itself: none of it lies in a pack. */
const OUTSIDE_OF_PACKS = [
  ...[
    '/rss',
    '/rss.xml',
    '/feed.xml',
    '/index.xml',
    '/index.rss',
    '/feed/rss',
    '/feed/rss.xml',
    '/blog/feed',
  ],
  ...['/atom', '/atom.xml', '/feed/atom', '/feed/atom.xml', '/index.atom', '/jsonfeed', '/index.json'],
  ...['/feed/json', '/release.json'],
]

/** All that a publication can be asked for, in the order of the stems, but its style sheet: pages alone name that. */
export function listStems(packs: readonly Uint8Array[]): readonly FoundStem[] {
  const forms = new Map<string, Set<string>>(OUTSIDE_OF_PACKS.map((stem) => [stem, new Set([''])]))
  for (const pack of packs) {
    const index = decodeIndex(pack)
    for (const stored of index.listStems()) {
      const stem = stored.replace(/^\d+(?=\/)/, '')
      if (/^\/(?:style-|404$|410$)/.test(stem)) continue
      const bytes = index.find(stored)?.bytes
      if (bytes === undefined) continue
      const known = forms.get(stem) ?? new Set()
      forms.set(stem, known)
      for (const { shows } of decodeResource(stored, bytes).versions) {
        if (shows.kind !== 'content') for (const form of ['', 'json', 'md']) known.add(form)
        else for (const { form } of shows.representations) known.add(form === 'html' ? '' : form)
      }
    }
  }
  return [...forms]
    .map(([stem, found]) => ({ stem, forms: [...found].sort() }))
    .sort((a, b) => (a.stem < b.stem ? -1 : 1))
}
