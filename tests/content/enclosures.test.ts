import { describe, expect, it } from 'vitest'
import type { Seed } from '../../src/model/seed.ts'
import { aGif } from '../support/a-picture.ts'
import { aSeed } from '../support/a-seed.ts'
import { sha256 } from '../support/sha256.ts'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'
import { A_PDF, aMediaFile } from './a-media-file.ts'

const TALK = aSeed('talks/talk.mp3', aMediaFile('id3.mp3'))
const FILM = aSeed('talks/film.mp4', aMediaFile('film.mp4'))
const PAPER = aSeed('talks/paper.pdf', A_PDF)
const FILES = [TALK, FILM, PAPER]

const mediaUrl = ({ bytes }: Seed, form: string) =>
  `https://news.site/media/${sha256(bytes).slice(0, 32)}.${form}`

const publish = (...settings: readonly string[]) =>
  publishFolder([anArticleSeed('talks/a.md', 'A', 'One.', ...settings), ...FILES], { at: day(2) })

const enclosuresOf = async (...settings: readonly string[]) =>
  articleAt(await publish(...settings), 'talks/a.md').enclosures

const REMOTE = 'https://cdn.example/talk.mp3'

describe('findEnclosures()', () => {
  const talk = { url: mediaUrl(TALK, 'mp3'), type: 'audio/mpeg', length: TALK.bytes.length }

  it('gives an article without any an empty list', async () => {
    expect(await enclosuresOf()).toEqual([])
    expect(await enclosuresOf('enclosures: false')).toEqual([])
    expect(await enclosuresOf('enclosures: []')).toEqual([])
  })

  it.each(['enclosures', 'enclosure', 'attachments', 'audio', 'podcast_file'])(
    'knows type and length of a file that %s names',
    async (name) => {
      expect(await enclosuresOf(`${name}: talk.mp3`)).toEqual([talk])
    },
  )

  it('takes the path from the folder of the article, or from the root', async () => {
    expect(await enclosuresOf('enclosures: [../talks/talk.mp3]')).toEqual([talk])
    expect(await enclosuresOf('enclosures: [/talks/talk.mp3]')).toEqual([talk])
  })

  it('takes a name with percent signs for a name, or else for one that is percent-encoded', async () => {
    const spaced = aSeed('talks/ep 1.mp3', TALK.bytes)
    for (const written of ['ep%201.mp3', '"ep 1.mp3"', '{ url: ep%201.mp3 }']) {
      const seed = anArticleSeed('talks/a.md', 'A', 'One.', `enclosure: ${written}`)
      expect(articleAt(await publishFolder([seed, spaced], { at: day(2) }), 'talks/a.md').enclosures).toEqual(
        [talk],
      )
    }
  })

  it('keeps the order of a list, and what is written of each', async () => {
    expect(
      await enclosuresOf(
        'enclosures:',
        '  - { url: paper.pdf, title: The paper }',
        '  - film.mp4',
        '  - { src: talk.mp3, type: video/x-other, length: 1, duration: 1:02:03 }',
      ),
    ).toEqual([
      { url: mediaUrl(PAPER, 'pdf'), type: 'application/pdf', length: A_PDF.length, title: 'The paper' },
      { url: mediaUrl(FILM, 'mp4'), type: 'video/mp4', length: FILM.bytes.length },
      { ...talk, seconds: 3723 },
    ])
  })

  it('publishes what comes with an article, from the moment of the article on', async () => {
    const seeds = [
      anArticleSeed('talks/a.md', 'A', 'One.', 'date: 2026-01-09T12:00:00Z', 'audio: talk.mp3'),
      ...FILES,
    ]
    const { publication, ignored } = await publishFolder(seeds, { at: day(2) })
    expect(publication?.assets).toMatchObject([{ path: 'talks/talk.mp3', form: 'mp3', from: day(9) }])
    expect(publication?.assets[0]).not.toHaveProperty('width')
    expect(ignored).toEqual(['talks/film.mp4', 'talks/paper.pdf'])
  })

  it('takes type and length of what is elsewhere as they are written', async () => {
    expect(await enclosuresOf(`enclosure: { url: "${REMOTE}?from=x", length: 12, duration: "42" }`)).toEqual([
      { url: `${REMOTE}?from=x`, type: 'audio/mpeg', length: 12, seconds: 42 },
    ])
    expect(
      await enclosuresOf(
        'enclosure: { url: "https://a.example/x", mime_type: Audio/AAC; a=b, size_in_bytes: 1 }',
      ),
    ).toEqual([{ url: 'https://a.example/x', type: 'audio/aac', length: 1 }])
  })

  it('takes what podcast themes write beside the file for the first one', async () => {
    expect(await enclosuresOf(`podcast: { url: "${REMOTE}", length: 12, duration: 62:03 }`)).toEqual([
      { url: REMOTE, type: 'audio/mpeg', length: 12, seconds: 3723 },
    ])
    expect(
      await enclosuresOf('podcast_file: talk.mp3', 'podcast_bytes: "99"', 'podcast_duration: 0:07'),
    ).toEqual([{ ...talk, seconds: 7 }])
    expect(await enclosuresOf('duration: about an hour', 'length: short')).toEqual([])
  })

  it.each([
    [
      ['enclosures: [lost.mp3]'],
      'stop',
      4,
      14,
      'There is no file "lost.mp3". Give the path of an audio, video, picture or PDF file beside the article, or a whole address.',
    ],
    [
      ['enclosures:', '  - talk.mp3', '  - url: lost.svg'],
      'stop',
      6,
      5,
      'There is no file "lost.svg". Give the path of an audio, video, picture or PDF file beside the article, or a whole address.',
    ],
    [
      ['enclosures: [a.md]'],
      'stop',
      4,
      14,
      'There is no file "a.md". Give the path of an audio, video, picture or PDF file beside the article, or a whole address.',
    ],
    [
      ['audio: "javascript:alert(1)"'],
      'stop',
      4,
      8,
      'There is no file "javascript:alert(1)". Give the path of an audio, video, picture or PDF file beside the article, or a whole address.',
    ],
    [
      [`audio: ${REMOTE}`],
      'warning',
      4,
      8,
      `The length of "${REMOTE}" is not known, and readers show it. Write it in bytes as { url: ${REMOTE}, length: 13654375 }.`,
    ],
    [
      ['audio: https://a.example/x'],
      'error',
      4,
      8,
      'Cannot tell what "https://a.example/x" is. Write it as { url: https://a.example/x, type: audio/mpeg }.',
    ],
    [
      ['enclosures:', '  - { url: talk.mp3, duration: long }'],
      'error',
      5,
      32,
      'Cannot read the duration "long". Write it as 1:02:03, or in seconds.',
    ],
    [
      ['audio: { url: talk.mp3, bytes: 12 MB }'],
      'error',
      4,
      8,
      'Cannot read the length "12 MB". Write it in bytes: 13654375.',
    ],
    [
      ['audio: { url: talk.mp3, type: mp3 }'],
      'error',
      4,
      31,
      'Cannot read the media type "mp3". Write it as audio/mpeg.',
    ],
    [
      ['audio: talk.mp3', 'duration: long'],
      'error',
      5,
      11,
      'Cannot read the duration "long". Write it as 1:02:03, or in seconds.',
    ],
    [
      ['audio: true'],
      'error',
      4,
      8,
      'Cannot read "audio": found true, expected a file. Write its path or address as enclosures: [talk.mp3] or enclosures: [{ url: https://example.org/talk.mp3, length: 13654375 }].',
    ],
  ] as const)('tells what is wrong with %j', async (settings, severity, line, column, message) => {
    const seeds = [
      aSeed('talks/a.md', `---\ntitle: A\ndate: 2026-01-01T12:00:00Z\n${settings.join('\n')}\n---\nOne.`),
    ]
    expect((await publishFolder([...seeds, ...FILES], { at: day(2) })).problems).toEqual([
      { severity, path: 'talks/a.md', line, column, message },
    ])
  })

  it('tells once of a file that cannot be published, however often it is named', async () => {
    const seeds = [
      anArticleSeed('a.md', 'A', '<audio src="a.mp3"></audio>', 'audio: a.mp3', 'image: b.png'),
      aSeed('a.mp3', aMediaFile('film.mkv')),
      aSeed('b.png', 'none'),
    ]
    expect(
      (await publishFolder(seeds, { at: day(2) })).problems.map(({ path, severity }) => [path, severity]),
    ).toEqual([
      ['a.mp3', 'error'],
      ['b.png', 'error'],
    ])
  })

  it('gives the same bytes one resource, with a form for each kind that their names tell', async () => {
    const [film, sound] = [aSeed('b.mp4', FILM.bytes), aSeed('a.m4a', FILM.bytes)]
    const published = await publishFolder(
      [anArticleSeed('x.md', 'X', 'One.', 'enclosures: [b.mp4, a.m4a]'), film, sound],
      {
        at: day(2),
      },
    )
    const [first, second] = articleAt(published, 'x.md').enclosures
    const stem = published.publication?.assets[0]?.stem
    expect([first?.url, first?.type]).toEqual([`https://news.site${stem}.mp4`, 'video/mp4'])
    expect([second?.url, second?.type]).toEqual([`https://news.site${stem}.m4a`, 'audio/mp4'])
    expect(published.publication?.assets.map(({ form }) => form)).toEqual(['m4a', 'mp4'])
  })

  it('makes an article that has gained one an updated article', async () => {
    const before = await publishFolder([anArticleSeed('talks/a.md', 'A'), ...FILES], { at: day(2) })
    const then = async (...settings: string[]) =>
      articleAt(
        await publishFolder([anArticleSeed('talks/a.md', 'A', 'One.', ...settings), ...FILES], {
          at: day(3),
          before,
        }),
        'talks/a.md',
      ).updated
    expect(await then()).toBe(articleAt(before, 'talks/a.md').updated)
    expect(await then('audio: talk.mp3')).toBe(day(3))
  })
})

describe('parsePublication()', () => {
  it('publishes what a body plays and links to', async () => {
    const body = [
      '<audio src="talk.mp3"></audio>',
      '<video poster="p.gif"><source src="film.mp4" type="video/mp4"></video>',
      '',
      '[The paper](paper.pdf) ![The talk](talk.mp3)',
    ]
    const published = await publishFolder(
      [anArticleSeed('talks/a.md', 'A', body.join('\n')), aSeed('talks/p.gif', aGif(9, 9)), ...FILES],
      { at: day(2) },
    )
    const { html, enclosures } = articleAt(published, 'talks/a.md')
    expect(html).toContain(`<audio src="${mediaUrl(TALK, 'mp3')}" controls=""></audio>`)
    expect(html).toContain(`<source src="${mediaUrl(FILM, 'mp4')}" type="video/mp4">`)
    expect(html).toContain(`<a href="${mediaUrl(PAPER, 'pdf')}">The paper</a>`)
    expect(html).not.toContain('<img')
    expect(enclosures).toEqual([])
    expect(published.publication?.assets.map(({ path }) => path)).toEqual([
      'talks/film.mp4',
      'talks/p.gif',
      'talks/paper.pdf',
      'talks/talk.mp3',
    ])
    expect(published.problems).toEqual([])
  })
})
