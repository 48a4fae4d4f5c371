import { describe, expect, it, vi } from 'vitest'
import { EPOCH } from '../../src/model/instant.ts'
import type { RenderedContent } from '../../src/model/rendition.ts'
import type { Stem } from '../../src/model/resource.ts'
import { FeedCache } from '../../src/publish/feed-cache.ts'

const STEM = '/feed' as Stem
const FRAME = { title: 'A' }

/** What is rendered, another one each time. */
function rendering() {
  return vi.fn(
    (): RenderedContent => ({ kind: 'content', renditions: [{ form: 'rss', type: 'x', body: '' }] }),
  )
}

/** A memory that has seen one publication, with a feed of these sources. */
function aMemory(sources: readonly unknown[]) {
  const memory = new FeedCache()
  memory.begin(FRAME)
  const content = memory.recall(STEM, sources, rendering())
  return { memory, content }
}

describe('FeedMemory', () => {
  it('gives what the same objects have been rendered as, in the next publication and the one after', () => {
    const article = {}
    const { memory, content } = aMemory(['x', EPOCH, article])
    const render = rendering()
    for (const siteContext of [FRAME, { ...FRAME }]) {
      memory.begin(siteContext)
      expect(memory.recall(STEM, ['x', EPOCH, article], render)).toBe(content)
    }
    expect(render).not.toHaveBeenCalled()
  })

  it.each([
    ['another object of the same text', [{}]],
    ['one more', [FRAME, FRAME]],
    ['none', []],
  ])('renders again from %s', (_, sources) => {
    const { memory, content } = aMemory([FRAME])
    memory.begin(FRAME)
    expect(memory.recall(STEM, sources, rendering())).not.toBe(content)
  })

  it('renders again in another frame, and what was not asked for in between', () => {
    const { memory, content } = aMemory([FRAME])
    memory.begin({ title: 'B' })
    expect(memory.recall(STEM, [FRAME], rendering())).not.toBe(content)
    const other = aMemory([FRAME])
    other.memory.begin(FRAME)
    other.memory.begin(FRAME)
    expect(other.memory.recall(STEM, [FRAME], rendering())).not.toBe(other.content)
  })
})
