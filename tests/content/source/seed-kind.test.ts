import { describe, expect, it } from 'vitest'
import { seedKind } from '../../../src/content/source/seed-kind.ts'

describe('seedKind()', () => {
  it.each([
    ['a.md', 'article'],
    ['a/b/c.markdown', 'article'],
    ['a.TXT', 'article'],
    ['a.html', 'article'],
    ['a.htm', 'article'],
    ['site.yaml', 'settings'],
    ['a/site.yaml', 'other'],
    ['ledger.json', 'ledger'],
    ['a/ledger.json', 'defaults'],
    ['_a.md', 'hidden'],
    ['_drafts/a.md', 'article'],
    ['a/_drafts/b.md', 'article'],
    ['_drafts/_b.md', 'hidden'],
    ['_index.md', 'defaults'],
    ['a/_index.md', 'defaults'],
    ['a/_index.pt-BR.md', 'defaults'],
    ['_config.toml', 'defaults'],
    ['a/a.11tydata.yml', 'defaults'],
    ['_a/_index.md', 'hidden'],
    ['_config.yml', 'defaults'],
    ['a/_config.yml', 'hidden'],
    ['a/a.json', 'defaults'],
    ['a/a.11tydata.js', 'defaults'],
    ['a/.git/b.md', 'hidden'],
    ['.DS_Store', 'hidden'],
    ['a/photo.JPEG', 'image'],
    ['a/photo.avif', 'image'],
    ['a/photo.svg', 'image'],
    ['a.pdf', 'media'],
    ['a/talk.MP3', 'media'],
    ['talk.opus', 'media'],
    ['film.m4v', 'media'],
    ['film.mkv', 'other'],
    ['_talk.mp3', 'hidden'],
    ['README', 'other'],
  ])('takes %s for %s', (path, kind) => {
    expect(seedKind(path)).toBe(kind)
  })
})
