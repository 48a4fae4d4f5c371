import { isHidingValue, wordsOf } from './hiding-words.ts'
import { switchValue } from './switch-value.ts'

/**
 * What a value of one of these keys keeps back: the `page`, so that the article is a draft; its `entry` in the feeds;
 * `nothing`; or `unclear` where the value is none that the key has.
 */
export type Keeps = 'page' | 'entry' | 'nothing' | 'unclear'

/** Keys by which known tools keep a page or an entry of a feed back, in lower case, a dot before what lies in a map. */
export interface WithholdingKeys {
  /** The tools whose documents tell of them. */
  readonly tools: string
  readonly keys: readonly string[]
  readonly read: (value: unknown) => Keeps
}

const switchedOn =
  (keeps: 'page' | 'entry') =>
  (value: unknown): Keeps => {
    const isOn = switchValue(value)
    return isOn === undefined ? 'unclear' : isOn ? keeps : 'nothing'
  }

const switchedOff =
  (keeps: 'page' | 'entry') =>
  (value: unknown): Keeps => {
    if (value === null || value === undefined || value === '') return 'nothing'
    const isOn = switchValue(value)
    return isOn === undefined ? 'unclear' : isOn ? 'nothing' : keeps
  }

/** A few words with a meaning each; the rest is unclear. */
const oneOf =
  (words: Readonly<Partial<Record<Keeps, readonly string[]>>>) =>
  (value: unknown): Keeps => {
    const text = String(value ?? '')
      .trim()
      .toLowerCase()
    const [meaning] = Object.entries(words).find(([, each]) => each.includes(text)) ?? []
    if (meaning === 'page' || meaning === 'entry' || meaning === 'nothing') return meaning
    return text === '' ? 'nothing' : 'unclear'
  }

const PUBLIC_WORDS: ReadonlySet<string> = new Set([
  ...[
    'published',
    'publish',
    'public',
    'live',
    'online',
    'released',
    'final',
    'finished',
    'done',
    'complete',
  ],
  ...[
    'completed',
    'active',
    'ready',
    'approved',
    'open',
    'everyone',
    'all',
    'visible',
    'listed',
    'featured',
    'evergreen',
  ],
  ...['pubblicato', 'pubblico', 'veröffentlicht', 'publié', 'publicado'],
])

/** The state of an article as Ghost, WordPress, Nikola and Pelican write it. A schedule is the date's affair: see `readWishes`. */
function readStatus(value: unknown): Keeps {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value !== 'string') return switchedOff('page')(value)
  const text = value.trim().toLowerCase()
  const words = wordsOf(text)
  if (PUBLIC_WORDS.has(text)) return 'nothing'
  if (text === 'unlisted') return 'entry'
  if (['scheduled', 'future', 'sent', 'inherit', 'auto-draft', 'trash', 'pending'].includes(text))
    return 'page'
  return words.length > 0 && isHidingValue(text) ? 'page' : 'unclear'
}

function isFilled(value: unknown): Keeps {
  return value === null || value === undefined || value === '' || value === false ? 'nothing' : 'page'
}

/** By this table alone an article or its entry is kept back without a word. All else that sounds like it is a stop. */
export const WITHHOLDING_KEYS: readonly WithholdingKeys[] = [
  {
    tools: 'Hugo, Zola, Jekyll, Eleventy, Astro, Docusaurus, Hexo',
    keys: ['draft', 'isdraft', 'is_draft', 'drafts'],
    read: switchedOn('page'),
  },
  {
    tools: 'Jekyll, Hexo, dev.to, Obsidian',
    keys: [
      'published',
      'publish',
      'ispublished',
      'is_published',
      'public',
      'ispublic',
      'is_public',
      'visible',
    ],
    // Under some of these names others write a date.
    read: (value) =>
      typeof value === 'string' && switchValue(value) === undefined ? 'nothing' : switchedOff('page')(value),
  },
  {
    tools: 'Hexo, Jekyll and their plugins, WordPress',
    keys: [
      'private',
      'isprivate',
      'is_private',
      'hidden',
      'ishidden',
      'is_hidden',
      'hide',
      'unpublished',
      'secret',
    ],
    read: switchedOn('page'),
  },
  {
    tools: 'Ghost, WordPress, Pelican, Nikola',
    keys: ['status', 'post_status', 'poststatus', 'wp:status', 'visibility'],
    read: readStatus,
  },
  {
    tools: 'WordPress, Hexo',
    keys: ['password', 'post_password', 'postpassword', 'wp:post_password', 'passwd'],
    read: isFilled,
  },
  { tools: 'Ghost', keys: ['email_only', 'emailonly'], read: switchedOn('page') },
  { tools: 'Hugo', keys: ['headless'], read: switchedOn('page') },
  {
    tools: 'Hugo',
    keys: ['build.render', '_build.render'],
    read: oneOf({ page: ['never', 'false', 'link'], nothing: ['always', 'true'] }),
  },
  {
    tools: 'Hugo',
    keys: ['build.list', '_build.list'],
    read: oneOf({ entry: ['never', 'false', 'local'], nothing: ['always', 'true'] }),
  },
  { tools: 'Hugo', keys: ['outputs'], read: (value) => (isEmptyList(value) ? 'page' : 'nothing') },
  {
    tools: 'Zola',
    keys: ['render'],
    read: switchedOff('page'),
  },
  {
    tools: 'Eleventy',
    keys: ['permalink', 'permalink.build'],
    read: (value) =>
      typeof value === 'string' || typeof value === 'boolean' ? readPermalink(value) : 'nothing',
  },
  { tools: 'Eleventy', keys: ['eleventyexcludefromcollections'], read: readExclusion },
  {
    tools: 'Docusaurus',
    keys: ['unlisted', 'isunlisted', 'is_unlisted'],
    read: switchedOn('entry'),
  },
  {
    tools: 'Strillone',
    keys: ['feed'],
    read: (value) => (isMap(value) ? 'nothing' : switchedOff('entry')(value)),
  },
  {
    tools: 'Themes of all tools',
    keys: ['robots', 'meta_robots', 'metarobots', 'robots_meta'],
    read: readRobots,
  },
  {
    tools: 'Jekyll, Hugo themes',
    keys: [
      ...[
        'feed.excluded',
        'feed.exclude',
        'feed.hidden',
        'feed.disabled',
        'disablefeed',
        'disable_feed',
        'disablerss',
      ],
      ...[
        'disable_rss',
        'nofeed',
        'no_feed',
        'norss',
        'no_rss',
        'rss_ignore',
        'rssignore',
        'feed_exclude',
        'rss_exclude',
      ],
      ...['feed_excluded', 'exclude_from_feed', 'excludefromfeed', 'exclude_from_feeds', 'excludefromfeeds'],
      ...[
        'exclude_from_rss',
        'excludefromrss',
        'hidefromfeed',
        'hide_from_feed',
        'hide_from_rss',
        'hidefromrss',
      ],
      ...[
        'hiddenfromfeed',
        'hiddeninrss',
        'hidden_in_rss',
        'hiddeninfeed',
        'hiddeninhomelist',
        'hiddenfromhomepage',
      ],
      ...[
        'skip_feed',
        'skipfeed',
        'skip_rss',
        'skiprss',
        'exclude_from_collections',
        'excludefromcollections',
      ],
    ],
    read: switchedOn('entry'),
  },
  {
    tools: 'Hugo and Jekyll themes',
    keys: [
      ...[
        'rss',
        'in_feed',
        'infeed',
        'in_rss',
        'inrss',
        'include_in_feed',
        'includeinfeed',
        'include_in_rss',
      ],
      ...[
        'includeinrss',
        'show_in_feed',
        'showinfeed',
        'show_in_rss',
        'showinrss',
        'listed',
        'syndicate',
        'feed.include',
      ],
    ],
    read: switchedOff('entry'),
  },
]

/** Search engines are to pass over the page: we tell them of every page, so that the writer is asked. */
function readRobots(value: unknown): Keeps {
  return typeof value === 'string' && /noindex|none/i.test(value) ? 'unclear' : 'nothing'
}

/** Eleventy writes no page where the permalink is false; everything else is an address. */
function readPermalink(value: string | boolean): Keeps {
  return value === true || switchValue(value) !== false || value === '' ? 'nothing' : 'page'
}

/** `true`, or since Eleventy 3 the names of the collections that the page is kept out of. */
function readExclusion(value: unknown): Keeps {
  if (Array.isArray(value)) return value.length > 0 ? 'entry' : 'nothing'
  const isOn = switchValue(value)
  return isOn === false ? 'nothing' : 'entry'
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
