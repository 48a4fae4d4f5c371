import type { Words } from '../words.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export const en: Words = {
  feeds: 'Feeds',
  subscribe: 'Copy one of these addresses into your feed reader:',
  latest: 'Latest articles',
  noArticles: 'Nothing has been published yet.',
  by: 'By',
  home: 'Home',
  otherForms: 'This article as',
  notFound: 'Page not found',
  notFoundHint: 'There is nothing at this address. The latest articles and the feeds are on the home page.',
  gone: 'Withdrawn',
  goneHint:
    'What was at this address has been withdrawn. The latest articles and the feeds are on the home page.',
  date: (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
}
