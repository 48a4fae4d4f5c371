import { describe, expect, it } from 'vitest'
import { guardLedger } from '../../src/ledger/guard.ts'
import type { GuardContext } from '../../src/ledger/guards/guard-context.ts'
import { instant } from '../../src/model/instant.ts'
import { AT, aLedger, anEntry, anId, manyEntries, moment, scenario, slugs } from './guard-scenarios.ts'

const OTHER_FIRST = moment('2025-01-01')

/** Each problem as one line: severity, path and message. */
function told(context: GuardContext): readonly string[] {
  return guardLedger(context).map(({ severity, path, message }) => `${severity} ${path} ${message}`)
}

function aSlug(name: string) {
  return anEntry(name).slug
}

describe('guardLedger', () => {
  it('lets the first publication pass', () => {
    expect(told(scenario(undefined, aLedger(manyEntries(40))))).toEqual([])
  })

  it('lets an ordinary day pass: articles new, mended, moved and withdrawn', () => {
    const before = aLedger([anEntry('a'), anEntry('b'), anEntry('c')])
    const after = aLedger([
      anEntry('a', { digest: 'd2' }),
      anEntry('b', { slug: aSlug('bb'), formerSlugs: slugs('b') }),
      anEntry('c', { withdrawn: AT }),
      anEntry('d', { published: moment('2026-05-31') }),
    ])
    expect(told(scenario(before, after))).toEqual([])
  })

  it('ends each stop with how to publish it as it is', () => {
    const context = scenario(undefined, aLedger([], { url: 'http://localhost' }))
    expect(told(context).every((line) => line.endsWith('--accept publishes it as it is.'))).toBe(true)
  })

  it('tells where a setting is written', () => {
    const before = aLedger([anEntry('a')])
    const after = aLedger([anEntry('a')], { title: 'Other' })
    const context = {
      ...scenario(before, after),
      locate: (path: string, setting: string) =>
        path === 'site.yaml' && setting === 'title' ? { line: 3, column: 8 } : undefined,
    }
    expect(guardLedger(context)).toMatchObject([{ path: 'site.yaml', line: 3, column: 8 }])
  })
})

describe('guardLedger on ids', () => {
  it('stops an article whose id is another', () => {
    const before = aLedger([anEntry('a')])
    const after = aLedger([anEntry('a', { withdrawn: AT }), anEntry('z', { path: 'a.md', slug: aSlug('a') })])
    expect(told(scenario(before, after))).toEqual([
      `stop a.md The id of this article was ${anId('a')} and is ${anId('z')}: every subscriber would be given it ` +
        `again. Write id: ${anId('a')}. --accept publishes it as it is.`,
    ])
  })

  it('lets two articles swap their files', () => {
    const before = aLedger([anEntry('a'), anEntry('b')])
    const after = aLedger([anEntry('a', { path: 'b.md' }), anEntry('b', { path: 'a.md' })])
    expect(told(scenario(before, after))).toEqual([])
  })

  it('lets a new article take the file of a withdrawn one', () => {
    const before = aLedger([anEntry('a', { withdrawn: moment('2026-03-01') })])
    const after = aLedger([...before.entries, anEntry('z', { path: 'a.md' })])
    expect(told(scenario(before, after))).toEqual([])
  })

  it('lets one go that was never shown', () => {
    const before = aLedger([anEntry('a', { published: moment('2026-07-01') })])
    expect(told(scenario(before, aLedger([])))).toEqual([])
  })
})

describe('guardLedger on what git has', () => {
  const lost = (
    committed: readonly ReturnType<typeof anEntry>[],
    now: readonly ReturnType<typeof anEntry>[],
  ) => {
    const after = aLedger(now)
    return told({ ...scenario(after, after), committed: aLedger(committed) })
  }

  it('stops where articles that were shown are forgotten, all in one', () => {
    expect(lost([anEntry('a'), anEntry('b', { withdrawn: AT }), anEntry('c')], [anEntry('c')])).toEqual([
      `stop ledger.json 2 published articles are no longer in the ledger: ${anId('a')} of a.md, ${anId('b')} of ` +
        'b.md. Bring it back: git checkout HEAD -- ledger.json in this folder, or, to keep what is new as well, add the ' +
        'lines of git show HEAD:./ledger.json to it. --accept publishes it as it is.',
    ])
  })

  it('stops where a former address is lost', () => {
    expect(lost([anEntry('a', { formerSlugs: slugs('old') })], [anEntry('a')])).toEqual([
      expect.stringMatching(
        /^stop ledger\.json A published address is no longer in .* nowhere: https:\/\/news\.site\/articles\/old\. Bring/,
      ),
    ])
  })

  it('lets a ledger be newer: with more articles, moved and withdrawn ones', () => {
    const moved = anEntry('b', { slug: aSlug('z'), formerSlugs: slugs('b') })
    expect(
      lost([anEntry('a'), anEntry('b')], [anEntry('a', { withdrawn: AT }), moved, anEntry('c')]),
    ).toEqual([])
  })

  it('lets one be forgotten, and an address change, that was never shown', () => {
    const ahead = { published: moment('2026-07-01') }
    expect(lost([anEntry('a'), anEntry('b', ahead)], [anEntry('a')])).toEqual([])
    const before = { published: moment('2026-05-01'), changed: moment('2026-04-01') }
    expect(lost([anEntry('b', before)], [anEntry('b', { ...before, slug: aSlug('z') })])).toEqual([])
  })
})

describe('guardLedger on what has changed too much', () => {
  const before = aLedger([anEntry('a'), anEntry('b', { published: moment('2026-02-01') })])
  const other = { published: moment('2026-03-01') }
  const withFresh = (fresh: ReturnType<typeof anEntry>) =>
    aLedger([anEntry('a', { withdrawn: AT }), anEntry('b', { published: moment('2026-02-01') }), fresh])

  it('stops a new article that has the date of one that goes', () => {
    expect(told(scenario(before, withFresh(anEntry('z'))))).toEqual([
      `stop z.md z.md is new, and has the date, 2026-01-01, of a.md, which is gone: every subscriber would be given it ` +
        `again. Write id: ${anId('a')} if it is the same article. --accept publishes it as it is.`,
    ])
  })

  it('stops one that has its title, under another slug', () => {
    const context = scenario(before, withFresh(anEntry('z', other)))
    expect(told({ ...context, inferredSlugs: new Map([['z.md', aSlug('a')]]) })).toEqual([
      expect.stringContaining('stop z.md z.md is new, and has the title of a.md, which is gone'),
    ])
  })

  it.each([
    ['of another date', scenario(before, withFresh(anEntry('z', other)))],
    ['where the old one is a draft', { ...scenario(before, withFresh(anEntry('z'))), drafts: ['a.md'] }],
    ['once it is known', scenario(withFresh(anEntry('z')), withFresh(anEntry('z')))],
  ])('lets a new article come %s', (_, context) => {
    expect(told(context)).toEqual([])
  })
})

describe('guardLedger on what goes', () => {
  const going = (all: number, gone: number) => {
    const entries = manyEntries(all)
    const now = entries.map((entry, index) => (index < gone ? { ...entry, withdrawn: AT } : entry))
    return told(scenario(aLedger(entries), aLedger(now)))
  }

  it('stops where all articles go', () => {
    expect(going(2, 2)).toEqual([
      'stop ledger.json All 2 articles would be withdrawn, and readers told to take them away: n1.md, n2.md. Put ' +
        'them back, or name the folder that they are in. --accept publishes it as it is.',
    ])
  })

  it('lets all go that are drafts', () => {
    const after = aLedger([anEntry('a', { withdrawn: AT })])
    expect(told({ ...scenario(aLedger([anEntry('a')]), after), drafts: ['a.md'] })).toEqual([])
  })

  it('stops eleven where they are more than half of all', () => {
    expect(going(21, 11)).toEqual([expect.stringContaining('11 of the 21 articles would be withdrawn')])
  })

  it.each([
    ['ten of eleven', 11, 10],
    ['eleven of twenty-two', 22, 11],
  ])('lets %s go', (_, all, gone) => {
    expect(going(all, gone)).toEqual([])
  })
})

describe('guardLedger on addresses', () => {
  it('stops an article that takes the address of another', () => {
    const before = aLedger([anEntry('a', { formerSlugs: slugs('old') }), anEntry('b')])
    const after = aLedger([anEntry('a'), anEntry('b', { slug: aSlug('old'), formerSlugs: slugs('b') })])
    expect(told(scenario(before, after))).toEqual([
      'stop b.md The address https://news.site/articles/old was that of a.md: links to it would lead to this article. ' +
        'Write another slug. --accept publishes it as it is.',
    ])
  })

  it('tells the id of a withdrawn article, in case it is the same', () => {
    const gone = anEntry('a', { withdrawn: moment('2026-03-01') })
    const taken = anEntry('b', { slug: aSlug('a'), formerSlugs: slugs('b') })
    expect(told(scenario(aLedger([gone, anEntry('b')]), aLedger([gone, taken])))).toEqual([
      expect.stringContaining(`Write another slug, or id: ${anId('a')} if it is the same article.`),
    ])
  })

  it('lets an article stay where it was let once', () => {
    const ledger = aLedger([anEntry('a', { formerSlugs: slugs('b') }), anEntry('b')])
    expect(told(scenario(ledger, ledger))).toEqual([])
  })

  it('stops an article that is still to come, once', () => {
    const a = anEntry('a', { formerSlugs: slugs('old') })
    const b = anEntry('b', { published: moment('2026-07-01') })
    const renamed = { ...b, slug: aSlug('old') }
    expect(told(scenario(aLedger([a, b]), aLedger([a, renamed])))).toEqual([
      expect.stringContaining('stop b.md'),
    ])
    expect(told(scenario(aLedger([a, renamed]), aLedger([a, renamed])))).toEqual([])
  })

  it('takes who was shown under an address last for its owner', () => {
    const a = anEntry('a', { formerSlugs: slugs('old') })
    const b = anEntry('b', { slug: aSlug('old') })
    const c = anEntry('c')
    const renamed = { ...b, slug: aSlug('bee'), formerSlugs: slugs('old') }
    const taken = { ...c, slug: aSlug('old'), formerSlugs: slugs('c') }
    expect(told(scenario(aLedger([a, b, c]), aLedger([anEntry('a'), renamed, taken])))).toEqual([
      expect.stringContaining('was that of b.md'),
    ])
  })

  it('lets an address change that nobody was given', () => {
    const before = aLedger([anEntry('a', { published: moment('2026-07-01') })])
    const after = aLedger([anEntry('a', { published: moment('2026-07-01'), slug: aSlug('z') })])
    expect(told(scenario(before, after))).toEqual([])
  })

  it('lets an article go back to its own former address', () => {
    const before = aLedger([anEntry('a', { slug: aSlug('z'), formerSlugs: slugs('a') })])
    const after = aLedger([anEntry('a', { formerSlugs: slugs('z') })])
    expect(told(scenario(before, after))).toEqual([])
  })
})

describe('guardLedger on unread items', () => {
  const known = manyEntries(20)
  const withNew = (count: number) =>
    aLedger([
      ...known,
      ...Array.from({ length: count }, (_, index) =>
        anEntry(`x${index}`, { published: instant(moment('2026-05-01') + index) }),
      ),
    ])

  it('lets ten pass, though they are the whole feed', () => {
    expect(told(scenario(aLedger(known), withNew(10), { site: aFeed(10) }))).toEqual([])
  })

  it('stops eleven where they are more than half of the feed', () => {
    expect(told(scenario(aLedger(known), withNew(11), { site: aFeed(20) }))).toEqual([
      'stop ledger.json 11 of the 20 items of the feed would be unread for every subscriber: x10.md, x9.md, x8.md and ' +
        '8 more. If they were published before, bring back the ledger that knows them. --accept publishes it as it is.',
    ])
  })

  it('lets eleven pass where they are half of the feed', () => {
    expect(told(scenario(aLedger(known), withNew(11), { site: aFeed(22) }))).toEqual([])
  })

  it('lets all pass where nobody was given anything yet', () => {
    expect(told(scenario(aLedger([]), aLedger(manyEntries(40))))).toEqual([])
    const scheduled = aLedger([anEntry('a', { published: moment('2026-07-01') })])
    const early = manyEntries(40, { published: moment('2026-05-01') })
    const lines = told(scenario(scheduled, aLedger([...scheduled.entries, ...early])))
    expect(lines.filter((line) => line.includes('unread'))).toEqual([])
  })

  it('counts those that come back', () => {
    const before = aLedger(known.map((entry) => ({ ...entry, withdrawn: moment('2026-05-01') })))
    expect(told(scenario(before, aLedger(known)))).toEqual([expect.stringContaining('20 of the 20 items')])
  })

  it.each([
    ['stay out of feeds', { inFeeds: false }],
    ['are scheduled', { published: moment('2026-08-01') }],
    ['have expired', { expires: moment('2026-05-30') }],
  ])('does not count those that %s', (_, overrides) => {
    const after = aLedger([anEntry('a'), ...manyEntries(20, overrides)])
    expect(told(scenario(aLedger([anEntry('a')]), after))).toEqual([])
  })
})

describe('guardLedger on what the feed says', () => {
  it.each([
    ['url', 'https://news.site/more'],
    ['url', 'https://other.site'],
    ['title', 'Other'],
    ['language', 'it'],
  ])('stops another %s: %s', (name, value) => {
    const before = aLedger([anEntry('a')])
    const after = aLedger([anEntry('a')], { [name]: value })
    expect(told(scenario(before, after))).toEqual([
      expect.stringContaining(`stop site.yaml The ${name} of the site was`),
    ])
  })
})

describe('guardLedger on a language that nobody wrote', () => {
  it('says where it comes from', () => {
    const context = scenario(aLedger([anEntry('a')]), aLedger([anEntry('a')], { language: 'it' }))
    expect(told(context)).toEqual([
      'stop site.yaml The language of the site was "en" and is "it": no language is written, so it is that of most ' +
        'articles. Write language: en, or language: it and accept it. --accept publishes it as it is.',
    ])
    const written = { ...context, locate: () => ({ line: 3, column: 1 }) }
    expect(told(written)).toEqual([expect.stringContaining('is "it": readers choose voices')])
  })

  it('takes none for known that was guessed without articles', () => {
    expect(told(scenario(aLedger([]), aLedger([anEntry('a')], { language: 'it' })))).toEqual([])
  })
})

describe('guardLedger on the clock', () => {
  it('warns of one that is more than a day behind the ledger, and of no other', () => {
    const changedOn = (day: string) => aLedger([anEntry('a', { changed: moment(day) })])
    const near = changedOn('2026-06-02')
    expect(told(scenario(near, near))).toEqual([])
    const far = changedOn('2026-11-27')
    expect(told(scenario(far, far))).toEqual([
      'warning ledger.json The clock of this machine says 2026-06-01, and the ledger was changed on 2026-11-27. Set the ' +
        'clock, if it is behind. Until then each change gets a time one second after the change before it.',
    ])
  })
})

describe('guardLedger on dates', () => {
  const before = aLedger([anEntry('a'), anEntry('b', { published: OTHER_FIRST, withdrawn: AT })])

  it.each([
    [
      'a year ahead',
      anEntry('c', { published: moment('2027-06-03') }),
      'The date 2027-06-03 is more than a year ahead',
    ],
    [
      'before all others',
      anEntry('c', { published: moment('2023-12-30') }),
      'is more than a year before all that was published so far',
    ],
    [
      'there, and would be gone',
      anEntry('a', { dated: moment('2026-06-02') }),
      'The date 2026-06-02 is still to come',
    ],
    ['dated anew, ahead', anEntry('a', { dated: moment('2062-01-01') }), 'The date 2062-01-01'],
    ['dated anew, before', anEntry('a', { dated: moment('1026-01-01') }), 'The date 1026-01-01'],
  ])('stops an article that is %s', (_, entry, message) => {
    const after = aLedger([...before.entries.filter(({ id }) => id !== entry.id), entry])
    const problems = told(scenario(before, after))
    expect(problems).toEqual([expect.stringContaining(message)])
    expect(problems[0]).toContain(`stop ${entry.path}`)
  })

  it('stops a date far ahead in the first publication, and lets every old one pass', () => {
    const after = aLedger([
      anEntry('a', { published: moment('2062-01-01') }),
      anEntry('b', { published: moment('1926-01-01') }),
    ])
    expect(told(scenario(undefined, after))).toEqual([expect.stringContaining('stop a.md')])
  })

  it('lets an article from an archive pass, of the year before all others', () => {
    const after = aLedger([...before.entries, anEntry('c', { published: moment('2024-06-02') })])
    expect(told(scenario(before, after))).toEqual([])
  })

  it('lets an old article pass where all others are still to come', () => {
    const coming = anEntry('b', { published: moment('2027-05-01') })
    const after = aLedger([coming, anEntry('c', { published: moment('2026-02-01') })])
    expect(told(scenario(aLedger([coming]), after))).toEqual([])
  })

  it('lets a date be moved that is still to come', () => {
    const ahead = aLedger([anEntry('a', { published: moment('2026-07-01') })])
    expect(told(scenario(ahead, aLedger([anEntry('a', { published: moment('2026-08-01') })])))).toEqual([])
  })

  it('lets a date stay that was let once', () => {
    const ledger = aLedger([
      anEntry('a', { published: moment('2062-01-01') }),
      anEntry('b', { dated: moment('1926-01-01') }),
      anEntry('c', { dated: moment('2026-12-25') }),
    ])
    expect(told(scenario(ledger, ledger))).toEqual([])
  })

  it('lets every date pass where the ledger knows no article', () => {
    expect(told(scenario(aLedger([]), aLedger([anEntry('a', { published: moment('1926-01-01') })])))).toEqual(
      [],
    )
  })
})

describe('guardLedger on the host', () => {
  const local = { url: 'http://localhost:8787' }

  it.each(['https://strillone.example', 'https://0a1b2c3d.news.pages.dev'])('stops %s at first', (url) => {
    expect(told(scenario(undefined, aLedger([anEntry('a')], { url })))).toEqual([
      expect.stringContaining(`stop site.yaml The address of the site, ${url}, is`),
    ])
  })

  it('warns of one that was accepted', () => {
    const ledger = aLedger([anEntry('a')], local)
    expect(told(scenario(ledger, ledger))).toEqual([
      expect.stringContaining('warning site.yaml The address of the site is still http://localhost:8787'),
    ])
  })

  it('stops one that was accepted for nothing yet', () => {
    expect(told(scenario(aLedger([], local), aLedger([anEntry('a')], local)))).toEqual([
      expect.stringContaining('stop site.yaml'),
    ])
  })

  it('stops one that comes after a real one', () => {
    const lines = told(scenario(aLedger([anEntry('a')]), aLedger([anEntry('a')], local)))
    expect(lines).toContainEqual(expect.stringContaining('is a placeholder'))
  })
})

describe('guardLedger on the size of a feed', () => {
  const site = { feed: { ...aFeed(30).feed, bytes: 10_000 } }
  const articles = { html: 'è'.repeat(5001) }

  it('stops an article that is larger than a whole feed may be', () => {
    expect(told(scenario(undefined, aLedger([anEntry('a')]), { site, articles }))).toEqual([
      'stop a.md The article has 10002 bytes, and a whole feed may have 10000: it would push out all others. Part it, ' +
        'write feed: false, or raise feed.bytes in site.yaml. --accept publishes it as it is.',
    ])
  })

  it('lets it pass where it was published so before', () => {
    const ledger = aLedger([anEntry('a')])
    expect(told(scenario(ledger, ledger, { site, articles }))).toEqual([])
    const mended = aLedger([anEntry('a', { digest: 'd2' })])
    expect(told(scenario(ledger, mended, { site, articles }))).toHaveLength(1)
  })

  it('lets it pass where feeds hold summaries, or not the article', () => {
    const summaries = { feed: { ...site.feed, content: 'summary' as const } }
    expect(told(scenario(undefined, aLedger([anEntry('a')]), { site: summaries, articles }))).toEqual([])
    const outside = aLedger([anEntry('a', { inFeeds: false })])
    expect(told(scenario(undefined, outside, { site, articles }))).toEqual([])
  })
})

function aFeed(items: number) {
  return { feed: { items, bytes: 250_000, content: 'full' as const, deltas: false, tombstoneDays: 30 } }
}
