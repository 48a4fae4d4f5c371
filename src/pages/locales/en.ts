import type { Locale } from './locale.ts'

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** The interface in English. */
export const en: Locale = {
  skip: 'Skip to the content',
  menu: 'Main menu',
  home: 'Home',
  latest: 'Latest articles',
  articles: 'Articles',
  noArticles: 'Nothing has been published yet.',
  older: 'Older articles',
  newer: 'Newer articles',

  by: 'By',
  updated: 'Updated',
  otherForms: 'Also as',
  otherLanguages: 'In other languages',
  listen: 'Listen',
  watch: 'Watch',
  download: 'Download',
  table: 'Table',
  decimalSign: '.',

  subscribe: 'Subscribe',
  subscribeHow:
    'A feed reader brings you every new article by itself, without an account or an e-mail address. Pick yours, or copy an address into it.',
  installedReader: 'A reader on this device',
  feeds: 'Feeds',
  archiveHint: 'This page holds older articles.',
  currentFeed: 'Subscribe to the new ones',

  browse: 'Browse',
  kinds: {
    main: 'Feed',
    tag: 'Tag',
    author: 'Author',
    section: 'Section',
    language: 'Language',
    archive: 'Archive',
  },
  plurals: { tag: 'Tags', author: 'Authors', section: 'Sections', language: 'Languages' },
  holds: {
    main: (_, site) => `Everything that ${site} publishes, the newest first.`,
    tag: (name, site) => `Everything in ${site} tagged “${name}”, the newest first.`,
    author: (name, site) => `Everything by ${name} in ${site}, the newest first.`,
    section: (name, site) => `Everything in the section “${name}” of ${site}, the newest first.`,
    language: (name, site) => `Everything that ${site} publishes in this language: ${name}.`,
    archive: (number, site) => `Part ${number} of all that ${site} has published.`,
  },

  notFound: 'Page not found',
  notFoundHint: 'There is nothing at this address. It may have been mistyped, or never have been.',
  gone: 'Withdrawn',
  goneHint: 'What was at this address has been withdrawn, and is not coming back.',

  date: (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
}
