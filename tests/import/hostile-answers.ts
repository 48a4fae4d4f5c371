import type { ServerResponse } from 'node:http'
import { repeat, send, sendCoded } from './hostile-server.ts'

export const RSS = '<rss version="2.0"><channel>'
export const JSON_FEED = '{"version":"https://jsonfeed.org/version/1.1","items":'
const ITEM = '<item><guid>https://old.site/a</guid></item>'
const MANY = { mostBytes: 25_000_000 }

/** What a server sends, and what is said of it. */
export const HOSTILE_ANSWERS: readonly {
  readonly what: string
  readonly answer: (response: ServerResponse) => void
  readonly limits?: object
  readonly told: RegExp
}[] = [
  {
    what: 'items without end',
    answer: (response) => send(response, [RSS], repeat(ITEM)),
    limits: MANY,
    told: /: it (is larger than 25 MB|has more than 500000 items)\. See whether/,
  },
  {
    what: 'white space without end',
    answer: (response) => send(response, repeat(' ')),
    limits: MANY,
    told: /it is larger than 25 MB\./,
  },
  {
    what: 'one text without end',
    answer: (response) => send(response, [`${RSS}<item><title>`], repeat('a')),
    limits: MANY,
    told: /it is larger than 25 MB\./,
  },
  ...(
    ['<!--', `${RSS}<a b="`, `${RSS}<![CDATA[`, `${RSS}<`, '<?xml ', '<!DOCTYPE a [', `${RSS}</`] as const
  ).map((begun) => ({
    what: `what never ends after ${begun}`,
    answer: (response: ServerResponse) => send(response, [begun], repeat('a')),
    limits: { mostBytes: 40_000_000 },
    told: /: (one piece of it is larger than 20 MB|it is larger than 40 MB|it is neither)/,
  })),
  ...(['gzip', 'br', 'deflate'] as const).map((coding) => ({
    what: `a bomb in ${coding}`,
    answer: (response: ServerResponse) => sendCoded(response, coding, [RSS], repeat(`${ITEM}      `)),
    limits: MANY,
    told: /it is larger than 25 MB when it is unpacked\./,
  })),
  {
    what: 'a coding that nobody knows',
    answer: (response) => void response.writeHead(200, { 'Content-Encoding': 'gzip, gzip' }).end('x'),
    told: /its coding "gzip, gzip" is unknown\./,
  },
  {
    what: 'gzip that is broken off',
    answer: (response) =>
      void response
        .writeHead(200, { 'Content-Encoding': 'gzip' })
        .end(Buffer.from('1f8b0800000000000003', 'hex')),
    told: /unexpected end of file\. Look at/,
  },
  {
    what: '200,000 elements in each other',
    answer: (response) => send(response, [RSS], repeat('<a>', 200_000)),
    told: /it is nested more than 256 levels deep\./,
  },
  {
    what: '200,000 lists in each other',
    answer: (response) => send(response, [`${JSON_FEED}[`], repeat('[', 200_000)),
    told: /it is nested more than 256 levels deep\./,
  },
  {
    what: 'attributes without end',
    answer: (response) => send(response, [`${RSS}<a `], repeat('b="c" ')),
    told: /one of its elements has more than 256 attributes\./,
  },
  {
    what: 'items that only have a length',
    answer: (response) => send(response, [`${JSON_FEED}{"length":1e9}}`]),
    told: /its items are no list\./,
  },
  {
    what: 'a JSON string without end',
    answer: (response) => send(response, [`${JSON_FEED}[{"id":"`], repeat('a')),
    told: /one piece of it is larger than 20 MB\./,
  },
  {
    what: 'JSON that is none',
    answer: (response) => send(response, [`${JSON_FEED}[{"id":nothing}]}`]),
    told: /it is no valid JSON\./,
  },
  {
    what: 'items without end, in JSON',
    answer: (response) => send(response, [`${JSON_FEED}[`], repeat('{"id":"a"},')),
    limits: MANY,
    told: /it (is larger than 25 MB|has more than 500000 items)\./,
  },
  {
    what: 'more items than are read',
    answer: (response) => send(response, [RSS], repeat(ITEM, 2001), ['</channel></rss>']),
    limits: { mostItems: 2000 },
    told: /it has more than 2000 items\./,
  },
  {
    what: 'ids that are long',
    answer: (response) => send(response, [RSS], repeat(`<item><guid>${'a'.repeat(4000)}</guid></item>`)),
    limits: { mostCharacters: 2_000_000 },
    told: /its ids, links and titles have more than 2 million characters together\./,
  },
  {
    what: 'entities that name each other',
    answer: (response) =>
      send(response, [
        `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>`,
        `${RSS}<item><guid>https://old.site/&c;</guid></item></channel></rss>`,
      ]),
    told: /^1 items: https:\/\/old\.site\/&c;$/,
  },
  {
    what: 'silence',
    answer: () => {},
    limits: { idleMilliseconds: 300 },
    told: /the server has been silent for 0\.3 s\./,
  },
  {
    what: 'silence after its beginning',
    answer: (response) => void response.writeHead(200).write(RSS),
    limits: { idleMilliseconds: 300 },
    told: /the server has been silent for 0\.3 s\./,
  },
  {
    what: 'a word now and then, for ever',
    answer: (response) => {
      response.writeHead(200).write(RSS)
      const timer = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(timer))
    },
    limits: { totalMilliseconds: 1000 },
    told: /it has not come to its end within 1 s\./,
  },
  {
    what: 'headers without end',
    answer: (response) => void response.writeHead(200, { 'X-Long': 'a'.repeat(100_000) }).end(),
    told: /Header overflow|HPE_HEADER_OVERFLOW/i,
  },
  {
    what: 'redirects without end',
    answer: (response) => void response.writeHead(301, { Location: `?${Math.random()}` }).end(),
    told: /it leads on for more than 10 redirects\./,
  },
  {
    what: 'a redirect to a file',
    answer: (response) => void response.writeHead(301, { Location: 'file:///etc/passwd' }).end(),
    told: /it leads to file:, which is not on the web\./,
  },
  {
    what: 'pages without end',
    answer: (response) =>
      send(response, [
        `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="?${Math.random()}"/></feed>`,
      ]),
    limits: { mostPages: 20 },
    told: /it has more than 20 pages\./,
  },
]
