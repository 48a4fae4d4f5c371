import { describe, expect, it } from 'vitest'
import type { Bundle } from '../../../src/bundle/bundle.ts'
import type { PackKey } from '../../../src/model/pack.ts'
import type { Stem } from '../../../src/model/resource.ts'
import { renderCleaned, renderSummary } from '../../../src/node/cli/render-summary.ts'
import { anArticle, aPublication } from '../../support/an-article.ts'

const BUNDLE: Bundle = { release: new Uint8Array(), sizes: new Map(), embedded: [] }

function summary(ignored: readonly string[]): readonly string[] {
  return renderSummary(aPublication([anArticle()]), BUNDLE, ignored, [])
}

function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${index}.csv`)
}

describe('renderSummary', () => {
  it('says nothing of ignored files where there are none', () => {
    expect(summary([])).toEqual(['1 article → 0 packs (0.0 kB), 0.0 kB of them inside the Worker'])
  })

  it('has all of it inside the Worker where all packs ride along', () => {
    const pack = { key: '0'.repeat(64) as PackKey, bytes: new Uint8Array(21_340) }
    const hot = { key: '1'.repeat(64) as PackKey, bytes: new Uint8Array(30) }
    const told = (embedded: Bundle['embedded']) =>
      renderSummary(
        aPublication([anArticle()]),
        { ...BUNDLE, sizes: new Map([[pack.key, pack.bytes.length]]), embedded },
        [],
        [],
      )
    expect(told([hot, pack])).toEqual(['1 article → 1 pack (21.3 kB), 21.3 kB of them inside the Worker'])
    expect(told([hot])).toEqual(['1 article → 1 pack (21.3 kB), 0.0 kB of them inside the Worker'])
    const larger = { ...hot, bytes: new Uint8Array(21_390) }
    expect(told([larger])).toEqual(['1 article → 1 pack (21.3 kB), 21.3 kB of them inside the Worker'])
  })

  it('counts the files that were cleaned, pictures and others, each once', () => {
    const asset = (type: string, ...formerStems: string[]) => ({ type, formerStems: formerStems as Stem[] })
    const told = (...assets: ReturnType<typeof asset>[]) => renderCleaned(assets)
    expect(told(asset('image/png'))).toEqual([])
    expect(told(asset('image/png', '/media/a'), asset('image/png'))).toEqual([
      'Private data, such as place and author, is removed from 1 picture',
    ])
    const film = [asset('video/mp4', '/media/c'), asset('audio/mp4', '/media/c')]
    expect(told(asset('image/png', '/media/a', '/media/b'), ...film)).toEqual([
      'Private data, such as place and author, is removed from 2 pictures and 1 recording',
    ])
  })

  it('names ten ignored files', () => {
    expect(summary(names(10))[1]).toBe(`Ignored, being no articles: ${names(10).join(', ')}`)
  })

  it('names the first ten of thousands, and counts the rest', () => {
    expect(summary(names(6000))[1]).toBe(`Ignored, being no articles: ${names(10).join(', ')} and 5990 more`)
  })
})
