import { describe, expect, it } from 'vitest'
import { isHidingValue } from '../../../../src/content/settings/withholding/hiding-values.ts'
import { meaningOfName } from '../../../../src/content/settings/withholding/name-meaning.ts'
import { WITHHOLDING_NAMES } from '../../../../src/content/settings/withholding/read-wishes.ts'
import { wordsOf } from '../../../../src/content/settings/withholding/words-of.ts'
import { withholdingFolder } from './withholding-folder.ts'

const article = (...lines: string[]) =>
  `---\ntitle: A\ndate: 2026-01-01\n${lines.join('\n')}\n---\nThe text.\n`

/** Names that no table has, and that speak of keeping back all the same. */
const HIDDEN_NAMES = [
  ...[
    'notForPublication',
    'hideFromEverybody',
    'members_only',
    'subscribersOnly',
    'isSecretPost',
    'top-secret',
  ],
  ...['embargoUntil', 'paywalled', 'premium', 'encrypted'],
  ...[
    'internal',
    'internal_only',
    'confidential',
    'nascosto',
    'bozza',
    'articolo_riservato',
    'geheim',
    'brouillon',
  ],
  ...[
    'rascunho',
    'oculto',
    'черновик',
    '下書き',
    'expireAt',
    'noindex',
    'excludeFromSite',
    'skip_listing',
    'not_public',
  ],
  ...['archived', 'deleted', 'unreleased', 'do_not_publish', 'doNotPublish', 'blockedFromIndex', 'withdrawn'],
]

describe('meaningOfName()', () => {
  it.each(HIDDEN_NAMES)('tells that %s speaks of keeping back', async (name) => {
    expect(WITHHOLDING_NAMES.has(name.toLowerCase())).toBe(false)
    expect(meaningOfName(name)).toMatch(/hidden$/)
    expect((await withholdingFolder(article(`${name}: true`))).stops).toHaveLength(1)
  })

  it.each([
    ...[
      'is_live',
      'publiclyVisible',
      'online',
      'approved',
      'released',
      'showOnHome',
      'includeInIndex',
      'sichtbar',
    ],
  ])('tells that %s speaks of showing', async (name) => {
    expect(meaningOfName(name)).toBe('shown')
    expect((await withholdingFolder(article(`${name}: false`))).stops).toHaveLength(1)
    expect((await withholdingFolder(article(`${name}: true`))).stops).toEqual([])
  })

  it.each([
    ...[
      'hideToc',
      'showToc',
      'hide_title',
      'disableComments',
      'hideAuthor',
      'ShowBreadCrumbs',
      'showWordCount',
    ],
    ...[
      'mood',
      'issue_no',
      'internal_links',
      'spending',
      'secretary',
      'private_eye_rating_of_the_film_xyz'.slice(8, 12),
    ],
    ...[
      'showPostNavLinks',
      'hideFooter',
      'reading_list',
      'in_stock',
      'location',
      'show_price',
      'cache',
      'national',
    ],
  ])('takes %s for nothing of the kind', async (name) => {
    expect(meaningOfName(name)).toBe('nothing')
    expect((await withholdingFolder(article(`${name}: true`))).stops).toEqual([])
    expect((await withholdingFolder(article(`${name}: false`))).stops).toEqual([])
  })
})

describe('meaningOfName() of a moment', () => {
  it.each(['publish_on', 'available-from', 'visibleAfter', 'goLiveAt', 'show_from'])(
    'tells that %s is one',
    async (name) => {
      expect(meaningOfName(name)).toBe('timed')
      expect((await withholdingFolder(article(`${name}: 2099-01-01`))).stops).toHaveLength(1)
      expect((await withholdingFolder(article(`${name}: true`))).stops).toEqual([])
    },
  )
})

describe('meaningOfName() of what is about something else, too', () => {
  it.each([
    ['goldMembers', '[Ada, Bo]'],
    ['draft_horse', 'Belgian'],
    ['hidden_treasures', '[a, b]'],
    ['private_beach', 'https://news.site'],
    ['newspaper_subscribers', '300'],
    ['secretSauce', 'garlic'],
    ['disableSyntaxColours', 'true'],
    ['skipProofreading', 'true'],
    ['publishToFidonet', 'false'],
    ['hall_available', 'false'],
    ['hiddenFromSearch', 'true'],
    ['showDraftBadge', 'true'],
    ['expiry_of_milk', 'never'],
    ['released_at', 'Sanremo'],
    ['release_date', '1994-05-05'],
    ['poster', '{ url: a, enabled: false, class: hidden }'],
    ['play_title', 'Hidden'],
    ['band', 'Private'],
  ])('lets %s: %s be', async (name, value) => {
    expect((await withholdingFolder(article(`${name}: ${value}`))).stops).toEqual([])
  })

  it.each([
    ['goldMembers', 'true'],
    ['draft_horse', 'true'],
    ['sauce', 'secret'],
    ['skipPage', 'true'],
    ['post_password_for_all', 'sesame'],
    ['relatives_only', 'private'],
    ['friendsOnly', 'true'],
    ['release_date', '2099-01-01'],
    ['publish_day', 'when it is ready'],
    ['scheduled_for', '2099-01-01'],
    ['not-before', '2099-01-01'],
    ['off_the_record', 'true'],
    ['isLocked', 'true'],
    ['seo', '{ noindex: true }'],
    ['tags', '[bees, "#draft"]'],
    ['category', 'Bozze'],
    ['publish', 'some day'],
    ['permalink', '"{% if wip %}false{% endif %}"'],
  ])('stops at %s: %s', async (name, value) => {
    expect((await withholdingFolder(article(`${name}: ${value}`))).stops).toHaveLength(1)
  })
})

describe('isHidingValue()', () => {
  it.each([
    ...[
      'draft',
      'private',
      'in review',
      'needs-review',
      'not yet public',
      'members only',
      'for subscribers only',
    ],
    ...['unlisted', 'do not publish', 'internal', 'bozza', 'entwurf', 'never', 'work in progress (draft)'],
  ])('finds that %j is one', async (value) => {
    expect(isHidingValue(value)).toBe(true)
    expect((await withholdingFolder(article(`workflow: ${value}`))).stops).toHaveLength(1)
  })

  it.each([
    'Hidden Valley',
    'A private affair of state',
    'published',
    'Rome',
    '12',
    'The secret of the bees',
  ])('finds that %j is none', (value) => expect(isHidingValue(value)).toBe(false))
})

describe('wordsOf()', () => {
  it('parts a name wherever people do', () => {
    expect(wordsOf('hideFromFeed')).toEqual(['hide', 'from', 'feed'])
    expect(wordsOf('Hide-from_feed.now')).toEqual(['hide', 'from', 'feed', 'now'])
  })
})

describe('an unclear wish', () => {
  it('is a stop with its place', async () => {
    expect((await withholdingFolder(article('workflow: in review'))).stops).toEqual([
      'a.md: "workflow" may mean that this is not for everybody, and we do not know it. Write draft: true to keep the article back, feed: false to keep it out of feeds, or draft: false to publish it.',
    ])
  })

  it('is found in maps of any name', async () => {
    expect(
      (await withholdingFolder(article('audience:', '  who: { access: members only }'))).stops,
    ).toHaveLength(1)
    expect((await withholdingFolder(article('flags: [fresh, private]'))).stops).toHaveLength(1)
  })

  it('is settled by draft: false, which its writer has looked at', async () => {
    const outcome = await withholdingFolder(article('workflow: in review', 'draft: false'))
    expect(outcome).toEqual({ isPublished: true, isInFeeds: true, errors: [], stops: [] })
  })

  it.each([
    'type: draft',
    'layout: private',
    'template: draft',
    'status: in limbo',
    'visibility: some',
    'robots: noindex, nofollow',
  ])('is %s', async (line) => expect((await withholdingFolder(article(line))).stops).toHaveLength(1))
})
