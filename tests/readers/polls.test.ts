import { beforeAll, describe, expect, it } from 'vitest'
import { renderSavings } from './savings-table.ts'
import { pollThreeIssues } from './series.ts'

describe('x', () => {
  it.each(['true', 'false'])(
    'y %s',
    async (d) => {
      const s = await pollThreeIssues(
        `title: La Gazzetta\nurl: https://gazzetta.example\nlanguage: it\nfeed: { deltas: ${d} }\n`,
      )
      for (const x of s)
        console.log(
          x.reader,
          x.form,
          JSON.stringify(
            x.polls.map((p) => p.exchanges.map((e) => `${e.method} ${e.status} ${e.bytes}`).join(',')),
          ),
          x.shown
            .map((q) => q.url.replace(/.*story-/, ''))
            .sort((a, b) => +a - +b)
            .join(' '),
          x.polls.map((p) => p.said.slice(-150)).at(5),
          JSON.stringify(x.polls[5]!.exchanges[0]!.headers),
        )
      console.log(s[0]!.polls.map((p) => p.whole))
      console.log(renderSavings(s))
    },
    300000,
  )
})
