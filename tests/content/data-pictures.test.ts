import { describe, expect, it } from 'vitest'
import { aPhoto, findPrivate, PHOTOS } from '../support/a-photo.ts'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'

const GIF = 'data:image/gif;base64,R0lGODlhZABkAAAAACwAAAAAZABkAAACADs='
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

async function published(body: string) {
  const parsed = await publishFolder([anArticleSeed('a.md', 'Bees', body)], { at: day(5) })
  return { article: articleAt(parsed, 'a.md'), problems: parsed.problems }
}

describe('a picture that is written into the text', () => {
  it.each([
    ['in Markdown', `![bees](${GIF})`],
    ['in HTML', `<img src="${GIF}" alt="bees">`],
    ['in a srcset alone', `<img srcset="${GIF} 2x" alt="bees">`],
    ['in a lazy attribute', `<img data-src="${GIF}" alt="bees">`],
  ])('is shown %s, and its writer is warned', async (_where, body) => {
    const { article, problems } = await published(body)
    expect(article.html).toContain(`<img src="${GIF}" alt="bees">`)
    expect(article.markdown).toContain(`![bees](${GIF})`)
    // Apps fetch the picture of an article.
    expect(article.image).toBeUndefined()
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'warning',
        path: 'a.md',
        message: expect.stringContaining('as a file'),
      }),
    ])
  })

  it.each(PHOTOS.filter(([, form]) => form !== 'mp4'))('tells nothing of who took %s', async (name, form) => {
    const { article } = await published(`![](data:image/${form};base64,${base64(aPhoto(name))})`)
    const [, content = ''] = /src="data:image\/\w+;base64,([^"]+)"/.exec(article.html) ?? []
    const bytes = Buffer.from(content, 'base64')
    expect(bytes.length).toBeGreaterThan(100)
    expect(findPrivate(bytes)).toBeUndefined()
  })

  it.each([
    'data:image/gif;base64,bm90IGEgcGljdHVyZQ==',
    'data:image/gif;base64,%%%',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/svg+xml,<svg/>',
    'data:,x',
  ])('is left out and told if it is none: %s', async (url) => {
    const { article, problems } = await published(`One. <img src='${url}'>`)
    expect(article.html).toBe('<p>One. </p>')
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('left out')])
  })

  it.each([
    `<a href="${GIF}">x</a>`,
    `<audio src="${GIF}"></audio>`,
    `<iframe src="${GIF}"></iframe>`,
    `<blockquote cite="${GIF}">x</blockquote>`,
  ])('is nowhere but where a picture is shown: %s', async (html) => {
    expect((await published(`One. ${html}`)).article.html).not.toContain('data:')
  })
})
