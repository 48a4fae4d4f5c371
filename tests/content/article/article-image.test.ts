import { describe, expect, it } from 'vitest'
import { aGif } from '../../support/a-picture.ts'
import { aSeed } from '../../support/a-seed.ts'
import { sha256 } from '../../support/sha256.ts'
import { anArticleSeed, articleAt, day, publishFolder } from '../a-folder.ts'
import { aMediaFile } from '../a-media-file.ts'

const [WIDE, OTHER, ICON] = [aGif(640, 480), aGif(320, 200), aGif(49, 49)]
const FILES = [
  aSeed('wide.gif', WIDE),
  aSeed('other.gif', OTHER),
  aSeed('icon.gif', ICON),
  aSeed('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>'),
  aSeed('talk.mp3', aMediaFile('id3.mp3')),
]

const imageOf = async (body: string, ...settings: readonly string[]) =>
  articleAt(
    await publishFolder([anArticleSeed('a.md', 'A', body, ...settings), ...FILES], { at: day(2) }),
    'a.md',
  ).image

const wide = {
  url: `https://news.site/media/${sha256(WIDE).slice(0, 32)}.gif`,
  type: 'image/gif',
  length: WIDE.length,
  width: 640,
  height: 480,
}

describe('chooseArticleImage()', () => {
  it.each(['gone.gif', 'vector.svg', 'gone.gif?x'])(
    'passes over a picture that leads nowhere: %s',
    async (lost) => {
      expect(await imageOf(`One.\n\n![](${lost})\n\n![A hive](wide.gif)`)).toEqual({ ...wide, alt: 'A hive' })
    },
  )

  it.each(['gone.gif', 'vector.svg'])('has none where the only one leads nowhere: %s', async (lost) => {
    expect(await imageOf(`One.\n\n![](${lost})`)).toBeUndefined()
  })

  it.each(['drawing.svg', 'https://a.example/badge.svg'])(
    'passes over a drawing, which readers do not show: %s',
    async (drawing) => {
      expect(await imageOf(`![](${drawing})\n\n![](wide.gif)`)).toEqual(wide)
      expect(await imageOf(`![](${drawing})`)).toBeUndefined()
    },
  )

  it.each([
    ['drawing.svg', 'warning'],
    ['https://a.example/cover.svg?x=1', 'warning'],
    ['gone.gif', 'stop'],
  ])(
    'takes the first of the text where readers show nothing of %s, and tells it',
    async (named, severity) => {
      const seeds = [anArticleSeed('a.md', 'A', '![](wide.gif)', `image: ${named}`), ...FILES]
      const parsed = await publishFolder(seeds, { at: day(2) })
      expect(articleAt(parsed, 'a.md').image).toEqual(wide)
      expect(parsed.problems).toMatchObject([{ severity, path: 'a.md', line: 4 }])
      expect(parsed.problems[0]?.message).toContain(`"${named}"`)
    },
  )

  it('finds a picture by its name or by the percent-encoding of it', async () => {
    const seeds = [anArticleSeed('a.md', 'A', 'One.', 'image: my%20hive.gif'), aSeed('my hive.gif', WIDE)]
    expect(articleAt(await publishFolder(seeds, { at: day(2) }), 'a.md').image).toEqual(wide)
    const literal = [anArticleSeed('a.md', 'A', 'One.', 'image: 100%25.gif'), aSeed('100%25.gif', WIDE)]
    expect(articleAt(await publishFolder(literal, { at: day(2) }), 'a.md').image).toEqual(wide)
  })

  it('takes the first picture of the text where none is named', async () => {
    expect(await imageOf('One.\n\n![ A hive ](wide.gif)\n\n![](other.gif)')).toEqual({
      ...wide,
      alt: 'A hive',
    })
  })

  it('tells the size of the file, not that at which it is shown', async () => {
    expect(await imageOf('<figure><img src="wide.gif" width="64"></figure>')).toEqual(wide)
  })

  it('takes what is elsewhere as it is written', async () => {
    expect(await imageOf('<img src="https://a.example/x.jpg" alt="X" width="640" height="480">')).toEqual({
      url: 'https://a.example/x.jpg',
      alt: 'X',
      width: 640,
      height: 480,
    })
    expect(await imageOf('![](https://a.example/x.jpg)')).toEqual({ url: 'https://a.example/x.jpg' })
  })

  it('takes what another article shows as it is written, whichever of them is read first', async () => {
    const seeds = [
      anArticleSeed('a.md', 'A', '![](wide.gif)'),
      anArticleSeed('b.md', 'B', `![](${wide.url})`),
      ...FILES,
    ]
    expect(articleAt(await publishFolder(seeds, { at: day(2) }), 'b.md').image).toEqual({ url: wide.url })
  })

  it('passes over icons and what counts readers', async () => {
    expect(
      await imageOf('![](icon.gif) <img src="https://a.example/p" width="1" height="1"> ![](wide.gif)'),
    ).toEqual(wide)
    expect(await imageOf('![](icon.gif)')).toBeUndefined()
  })

  it('prefers the one that the front matter names', async () => {
    expect(await imageOf('![](other.gif)', 'image: wide.gif')).toEqual(wide)
  })

  it.each(['image: false', 'image: no', 'cover: none'])(
    'takes none where the front matter says %s',
    async (setting) => {
      expect(await imageOf('![](wide.gif)', setting)).toBeUndefined()
    },
  )

  it('refuses what is no picture', async () => {
    const seeds = [
      anArticleSeed('a.md', 'A', 'Text.', 'image: talk.mp3'),
      anArticleSeed('b.md', 'B', 'Text.', 'image: lost.svg'),
    ]
    expect(
      (await publishFolder([...seeds, ...FILES], { at: day(2) })).problems.map(({ message }) => message),
    ).toEqual([
      'There is no picture "talk.mp3". Give the path of a JPEG, PNG, GIF, WebP or AVIF file beside the article, or a whole address.',
      'There is no picture "lost.svg". Give the path of a JPEG, PNG, GIF, WebP or AVIF file beside the article, or a whole address.',
    ])
  })
})
