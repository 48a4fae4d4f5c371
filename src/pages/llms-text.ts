import { type ArticleFacts, labelOf } from '../model/article.ts'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { localeOf } from './locales/locale-of.ts'
import { feedAddresses } from './parts/feed-addresses.ts'
import { framed } from './parts/markup.ts'

/** An article in the list for language models, with the absolute URL of its Markdown. */
export function renderLlmsEntry(article: ArticleFacts, markdownUrl: string): Fragment {
  const note = article.summary === '' ? '' : `: ${inline(article.summary)}`
  return { text: `${link(labelOf(article), markdownUrl)}${note}\n`, isEntry: false }
}

/**
 * What a language model is told of the site (llmstxt.org): a heading, a summary, and lists of links to the feeds and to
 * the articles as Markdown.
 */
export function renderLlmsText(
  site: Site,
  feed: Pick<FeedDescription, 'self' | 'formats'>,
  entries: readonly Fragment[],
): readonly Fragment[] {
  const words = localeOf(site.language)
  const head = [
    // A `#` at the end of a heading would be taken for the heading's own (CommonMark §4.2).
    `# ${escapeFinalHashes(inline(site.title))}`,
    ...(site.description === '' ? [] : ['', `> ${lineStart(inline(site.description))}`]),
    '',
    `## ${words.feeds}`,
    '',
    ...feedAddresses(feed).map(({ name, url }) => link(name, url)),
    ...(entries.length === 0 ? [] : ['', `## ${words.latest}`, '']),
    '',
  ]
  return framed(head.join('\n'), entries, '')
}

/** By hand: a pattern for a run at the end would try each `#` in a long run before it. */
function escapeFinalHashes(text: string): string {
  let start = text.length
  while (text[start - 1] === '#') start -= 1
  return start === text.length ? text : `${text.slice(0, start)}\\${text.slice(start)}`
}

/** Programs look for the end of an address with less care than CommonMark does: it holds no bracket. */
function link(text: string, url: string): string {
  return `- [${inline(text)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`
}

/**
 * One line of plain text as Markdown. Its square brackets are written as references, not with backslashes: programs take
 * any `]` for the end of a link's text.
 */
function inline(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*<~]/g, '\\$&')
    .replaceAll(/&(?=#|[a-z])/gi, '\\&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll('[', '&#91;')
    .replaceAll(']', '&#93;')
}

/** Keeps what would begin a block from doing so: a heading, a quotation, a list, a rule. */
function lineStart(text: string): string {
  return text.replace(/^[-+=#>]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
