import { describe, expect, it } from 'vitest'
import { anApp } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'

const PATHS = ['/favicon.ico', '/apple-touch-icon.png', '/apple-touch-icon-precomposed.png']

describe('the site’s icon, where programs look for it by habit', () => {
  it.each([
    ['from the folder', 'https://example.org/media/0123abcd.png'],
    ['of another site', 'https://cdn.example/logo'],
  ])('is where the address of an icon %s leads', async (_, url) => {
    const { app } = await anApp(aPublication([aNumberedArticle(1)], { icon: { url } }))
    for (const path of PATHS) {
      const { status, headers } = await app.request(path)
      expect([path, status, headers.get('Location')]).toEqual([path, 301, url])
    }
  })

  it('is below the path of a site that has one', async () => {
    const site = { url: 'https://example.org/blog', icon: { url: 'https://example.org/blog/media/01.png' } }
    const { app } = await anApp(aPublication([aNumberedArticle(1)], site))
    for (const path of PATHS) {
      const { status, headers } = await app.request(`https://example.org/blog${path}`)
      expect([path, status, headers.get('Location')]).toEqual([path, 301, site.icon.url])
      expect(headers.get('Cache-Control')).toBe('public, max-age=3600')
    }
  })

  it('is nowhere without an icon', async () => {
    const { app } = await anApp(aPublication([aNumberedArticle(1)]))
    for (const path of PATHS) expect([path, (await app.request(path)).status]).toEqual([path, 404])
  })
})
