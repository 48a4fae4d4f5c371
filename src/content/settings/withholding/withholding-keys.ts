import {
  isEmptyList,
  isFilled,
  isMap,
  type Keeps,
  oneOf,
  readExclusion,
  readPermalink,
  readPostType,
  readPublished,
  readRobots,
  readStatus,
  switchedOff,
  switchedOn,
} from './keeps.ts'

/** Keys by which a tool withholds a page or a feed entry. In lower case; a dot leads into a map. */
export interface WithholdingKeys {
  /** The tools whose documentation describes them. */
  readonly tools: string
  readonly keys: readonly string[]
  readonly read: (value: unknown) => Keeps
}

/**
 * The only keys that withhold an article or its feed entry without a message. Every other key that resembles them is a
 * stop.
 */
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
    read: readPublished,
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
  {
    tools: 'WordPress',
    keys: ['post_type', 'wp:post_type'],
    read: readPostType,
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
  { tools: 'Hugo', keys: ['build.publishresources', '_build.publishresources'], read: () => 'nothing' },
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
