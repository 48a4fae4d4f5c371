import { gunzipSync, gzipSync } from 'node:zlib'
import { answering, type Fault, replaceBody, saying } from './a-site.ts'

/** A few bytes that unpack to many. */
const BOMB = gzipSync(Buffer.alloc(20_000_000))

type Expected = readonly [check: string, severity: string, message: RegExp]
/** What can be wrong with a feed at `/feed.rss`, and what is to be said of it. */
export const FAULTS: Readonly<Record<string, readonly [Fault, ...Expected[]]>> = {
  'a Content-Type of pages': [saying('Content-Type', 'text/html'), ['type', 'error', /text\/html/]],
  'a Content-Type of anything': [
    saying('Content-Type', 'application/octet-stream'),
    ['type', 'warning', /octet-stream/],
  ],
  'no Content-Type': [saying('Content-Type', undefined), ['type', 'warning', /no Content-Type/]],
  'two charsets': [
    saying('Content-Type', 'application/rss+xml; charset=iso-8859-1'),
    ['type', 'warning', /iso-8859-1 .* utf-8/],
  ],
  'bytes of another charset': [
    (sent) => replaceBody(sent, (text) => Buffer.from(text.replace('News', 'Perch\u00e9'), 'latin1')),
    ['type', 'error', /not utf-8/],
  ],
  'a mark before the document': [
    (sent) => replaceBody(sent, (text) => `\ufeff${text}`),
    ['document', 'info', /byte order mark/],
  ],
  'an empty body': [
    (sent) => {
      sent.headers['Content-Encoding'] = undefined
      sent.body = Buffer.alloc(0)
    },
    ['document', 'error', /empty/],
  ],
  'half of the document': [
    (sent) => replaceBody(sent, (text) => text.slice(0, text.length / 2)),
    ['document', 'error', /well-formed/],
  ],
  'a control character': [
    (sent) => replaceBody(sent, (text) => text.replace('News', 'Ne\u0001ws')),
    ['document', 'error', /well-formed.* at 2:/],
  ],
  'a page in its place': [
    (sent) => replaceBody(sent, () => '<!doctype html><p>Welcome'),
    ['reach', 'error', /gets a page/],
    ['readers', 'error', /gets a page/],
  ],
  'no items': [
    (sent) => replaceBody(sent, (text) => text.replace(/<item>.*<\/item>/s, '')),
    ['document', 'warning', /no items/],
  ],
  'no validators': [
    (sent) => {
      sent.headers['ETag'] = undefined
      sent.headers['Last-Modified'] = undefined
    },
    ['validators', 'warning', /neither ETag nor/],
  ],
  'an ETag without quotes': [saying('ETag', 'abc'), ['validators', 'warning', /ETag that is none/]],
  'no 304': [
    (sent) => {
      if (sent.status === 304) sent.status = 200
    },
    ['revalidation', 'warning', /to If-None-Match/],
    ['revalidation', 'warning', /to If-Modified-Since/],
  ],
  'no 304 for a tag without W/': [
    (sent, { headers }) => {
      if (headers['if-none-match']?.startsWith('"')) sent.status = 200
    },
    ['revalidation', 'warning', /all of it again for If-None-Match: "/],
  ],
  'no 304 for a tag without quotes': [
    (sent, { headers }) => {
      if (headers['if-none-match']?.includes('"') === false) sent.status = 200
    },
    ['revalidation', 'info', /without its quotes/],
  ],
  'no 304 for its own tag that ends in -gzip': [
    (sent) => {
      sent.headers['ETag'] = sent.headers['ETag']?.replace(/"$/, '-gzip"')
    },
    ['revalidation', 'warning', /-gzip", which is its own ETag/],
  ],
  'a 304 for everything': [
    (sent, { headers }) => {
      if (headers['if-none-match'] !== undefined) sent.status = 304
    },
    ['validators', 'error', /even for a tag that it never sent/],
  ],
  'a 304 that says too little': [
    (sent) => {
      if (sent.status === 304) sent.headers = {}
    },
    ['revalidation', 'warning', /304 without etag, cache-control, vary/],
  ],
  'a 304 with another tag': [
    (sent) => {
      if (sent.status === 304) sent.headers['ETag'] = '"other"'
    },
    ['revalidation', 'warning', /304 with another ETag, "other"/],
  ],
  'a HEAD that is not allowed': [
    (sent, { method }) => {
      if (method === 'HEAD') sent.status = 405
    },
    ['head', 'warning', /HEAD with 405/],
  ],
  'a HEAD that tells less': [
    (sent, { method }) => {
      if (method === 'HEAD') sent.headers['ETag'] = undefined
    },
    ['head', 'warning', /another etag/],
  ],
  'a coding that was not offered': [
    saying('Content-Encoding', 'br'),
    ['compression', 'error', /cannot be unpacked/],
  ],
  'gzip that is none': [
    (sent) => {
      if (sent.headers['Content-Encoding'] === 'gzip') sent.body = Buffer.from('plain')
    },
    ['compression', 'error', /no gzip/],
  ],
  'a coding that nobody knows': [saying('Content-Encoding', 'rot13'), ['compression', 'error', /rot13/]],
  'gzip for who does not take it': [
    (sent, { headers }) => {
      if (headers['accept-encoding'] !== 'identity') return
      sent.body = gzipSync(sent.body)
      sent.headers['Content-Encoding'] = 'gzip'
    },
    ['compression', 'error', /even if the request asks for plain bytes/],
  ],
  'no gzip': [
    (sent, { url }) => {
      if (url !== '/feed.rss' || sent.status !== 200) return

      sent.body = sent.headers['Content-Encoding'] === 'gzip' ? gunzipSync(sent.body) : sent.body
      sent.headers['Content-Encoding'] = undefined
    },
    ['compression', 'warning', /plain even if the request accepts gzip/],
  ],
  'no Vary': [saying('Vary', undefined), ['compression', 'warning', /Vary/]],
  'a year in caches': [saying('Cache-Control', 'max-age=31536000'), ['caching', 'warning', /365 days/]],
  'an old copy from a cache': [saying('Age', '200000'), ['caching', 'warning', /2 days/]],
  'a cookie': [saying('Set-Cookie', 'a=b'), ['caching', 'warning', /cookie/]],
  'a clock that is ahead': [
    saying('Date', new Date(Date.now() + 7_200_000).toUTCString()),
    ['clock', 'warning', /2 hours ahead/],
  ],
  'a clock that is behind': [
    saying('Date', new Date(Date.now() - 864_000_000).toUTCString()),
    ['clock', 'warning', /10 days behind/],
  ],
  'a Date that is none': [saying('Date', 'today'), ['clock', 'warning', /Date that is none/]],
  'an item from the future': [
    (sent) => replaceBody(sent, (text) => text.replace('10 Jan 2026', '10 Jan 2126')),
    ['clock', 'warning', /1 item dated in the future: a/],
  ],
  'much of it': [
    (sent) =>
      replaceBody(sent, (text) => text.replace('<description>', `<description>${'x'.repeat(600_000)}`)),
    ['size', 'warning', /60\d kB/],
  ],
  'too much of it': [
    (sent) =>
      replaceBody(sent, (text) => text.replace('<description>', `<description>${'x'.repeat(2_100_000)}`)),
    ['size', 'error', /210\d kB/],
  ],
  'a bomb': [
    (sent) => {
      if (sent.headers['Content-Encoding'] === 'gzip') sent.body = BOMB
    },
    ['size', 'error', /more than 5000 kB/],
  ],
  'an id twice': [
    (sent) => replaceBody(sent, (text) => text.replace('2026:b<', '2026:a<')),
    ['ids', 'error', /2026:a twice/],
  ],
  'an item without an id': [
    (sent) => replaceBody(sent, (text) => text.replace(/<guid.*?<\/guid>/, '')),
    ['ids', 'warning', /1 item without an id/],
  ],
  'another address of its own': [
    (sent) => replaceBody(sent, (text) => text.replace('/feed.rss"', '/old.rss"')),
    ['self', 'warning', /old\.rss/],
  ],
  'noindex on all of it': [saying('X-Robots-Tag', 'noindex'), ['robots', 'warning', /X-Robots-Tag: noindex/]],
  'a robots.txt that keeps all away': [
    (sent, { url }) => {
      if (url === '/robots.txt') replaceBody(sent, () => 'User-agent: *\nDisallow: /')
    },
    ['robots', 'warning', /keeps robots away/],
  ],
  'a 404': [answering(404), ['reach', 'error', /404/]],
  'a 500': [answering(500), ['reach', 'error', /500/]],
  'a challenge of Cloudflare’s': [
    (sent) => {
      sent.status = 403
      sent.headers = { Server: 'cloudflare', 'Cf-Mitigated': 'challenge', 'Content-Type': 'text/html' }
      sent.body = Buffer.from('<!DOCTYPE html><html><head><title>Just a moment...</title>')
    },
    ['reach', 'error', /challenge of Cloudflare/],
    ['readers', 'error', /challenge of Cloudflare/],
  ],
  'a challenge with a 200': [
    (sent) => replaceBody(sent, () => '<html><script src="/captcha.js"></script>'),
    ['readers', 'error', /challenge for browsers/],
  ],
  'a 403 for some': [
    (sent, { headers }) => {
      if (/curl|feedparser/.test(headers['user-agent'] ?? '')) sent.status = 403
    },
    ['readers', 'error', /403/],
    ['readers', 'fine', /12 of 14/],
  ],
  'a 429 for some': [
    (sent, { headers }) => {
      if (headers['user-agent']?.includes('Feedly')) sent.status = 429
    },
    ['readers', 'warning', /429.*no Retry-After/],
  ],
  'a redirect for some': [
    (sent, { headers }) => {
      if (!headers['user-agent']?.includes('Feedly')) return
      sent.status = 302
      sent.headers['Location'] = '/elsewhere'
    },
    ['readers', 'warning', /302 to \/elsewhere/],
  ],
}
