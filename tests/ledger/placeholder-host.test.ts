import { describe, expect, it } from 'vitest'
import { isPlaceholderUrl, isPreviewUrl } from '../../src/ledger/placeholder-host.ts'

describe('isPlaceholderUrl', () => {
  it.each([
    ...['http://localhost:8787', 'http://site.localhost', 'http://127.0.0.1:8787/news', 'http://127.1.2.3'],
    ...[
      'http://10.1.2.3',
      'http://172.16.0.1',
      'http://172.31.255.255',
      'http://192.168.1.1',
      'http://169.254.1.1',
    ],
    ...[
      'http://0x7f.1',
      'http://[::1]',
      'http://[::]',
      'http://[fe80::1]',
      'http://[fd00::1]',
      'http://[2001:db8::1]',
    ],
    ...['http://[::ffff:192.168.0.1]', 'https://strillone.example', 'https://a.b.test', 'https://x.invalid'],
    ...['https://example.com', 'https://www.example.org/news', 'https://example.net', 'http://nas.local'],
    ...['http://wiki.internal', 'http://wiki', 'http://localhost.', 'http://box.home.arpa'],
  ])('is so of %s', (url) => {
    expect(isPlaceholderUrl(url)).toBe(true)
  })

  it.each([
    ...[
      'https://news.site',
      'https://example.it',
      'https://my-example.com',
      'https://example.com.br',
      'https://test.it',
    ],
    ...[
      'http://8.8.8.8',
      'http://172.32.0.1',
      'http://172.15.0.1',
      'http://192.169.0.1',
      'http://[2a00:1450::1]',
    ],
    ...['http://[::ffff:8.8.8.8]', 'https://localhost.it', 'https://10.it', 'https://fd00.it'],
  ])('is not so of %s', (url) => {
    expect(isPlaceholderUrl(url)).toBe(false)
  })
})

describe('isPreviewUrl', () => {
  it.each([
    'https://0a1b2c3d-strillone.anna.workers.dev',
    'https://0a1b2c3d.strillone.pages.dev',
    'https://new-look.strillone.pages.dev',
    'https://quick-brown-fox.trycloudflare.com',
    'https://0a1b.ngrok-free.app',
    'https://0a1b.ngrok.io',
    'https://deploy-preview-12--news.netlify.app',
    'https://news-git-main-anna.vercel.app',
  ])('is so of %s', (url) => {
    expect(isPreviewUrl(url)).toBe(true)
  })

  it.each([
    'https://strillone.anna.workers.dev',
    'https://evening-news.anna.workers.dev',
    'https://strillone.pages.dev',
    'https://news.netlify.app',
    'https://news.vercel.app',
    'https://news.site',
  ])('is not so of %s', (url) => {
    expect(isPreviewUrl(url)).toBe(false)
  })
})
