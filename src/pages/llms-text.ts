import { type ArticleFacts, labelOf } from '../model/article.ts'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { localeOf } from './locales/locale-of.ts'
import { feedAddresses } from './parts/feed-addresses.ts'
import { framed } from './parts/markup.ts'

/** Renders an article in the list for language models, with the absolute URL of its Markdown. */
export function renderLlmsEntry(article: ArticleFacts, markdownUrl: string): Fragment {
  const note = article.summary === '' ? '' : `: ${inline(article.summary)}`
  return { text: `${link(labelOf(article), markdownUrl)}${note}\n`, isEntry: false }
}

/**
 * Describes the site for language models (llmstxt.org): a heading, a summary, and links to the feeds and to the
 * articles as Markdown.
 */
export function renderLlmsText(
  site: Site,
  feed: Pick<FeedDescription, 'self' | 'formats'>,
  entries: readonly Fragment[],
): readonly Fragment[] {
  const words = localeOf(site.language)
  const head = [
    // Markdown would read a `#` at the end of a heading as its closing sequence (CommonMark §4.2).
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

/** A loop, because a regex for a run at the end is tried at each `#` of a long run, at quadratic cost. */
function escapeFinalHashes(text: string): string {
  let start = text.length
  while (text[start - 1] === '#') start -= 1
  return start === text.length ? text : `${text.slice(0, start)}\\${text.slice(start)}`
}

/** Renders a link. Programs find the end of a URL less carefully than CommonMark, so it may hold no bracket. */
function link(text: string, url: string): string {
  return `- [${inline(text)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`
}

/**
 * Escapes one line of plain text for Markdown. Square brackets become character references, not backslash escapes,
 * because programs take any `]` for the end of a link's text.
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

/** Escapes a beginning that would start a block: a heading, a quotation, a list, a rule. */
function lineStart(text: string): string {
  return text.replace(/^[-+=#>]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
