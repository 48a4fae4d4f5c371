import { html } from 'hono/html'
import { stemUrl, termStem } from '../../model/addresses.ts'
import type { Site } from '../../model/site.ts'
import type { Term, TermKind } from '../../model/term.ts'
import { languageName } from '../locales/language-name.ts'
import { localeOf } from '../locales/locale-of.ts'
import { directionOf } from './direction.ts'
import type { Markup } from './markup.ts'

const KINDS: readonly TermKind[] = ['section', 'author', 'language', 'tag']

/** The number of terms of a kind that are shown before the reader expands the list. */
const SHOWN = 40

/** Renders links to all tags, authors, sections and languages. */
export function termDirectory(terms: readonly Term[], site: Site): Markup | string {
  if (terms.length === 0) return ''
  const words = localeOf(site.language)
  const groups = KINDS.map((kind) => terms.filter((each) => each.kind === kind)).filter(
    (group) => group.length > 0,
  )
  return html`<nav class="directory" aria-labelledby="browse">
<h2 id="browse" class="unseen">${words.browse}</h2>
${groups.map((group) => termGroup(group, site))}</nav>`
}

function termGroup(group: readonly Term[], site: Site): Markup {
  const kind = group[0]?.kind ?? 'tag'
  const title = localeOf(site.language).plurals[kind]
  const links = html`<ul>
${group.map((each) => html`<li>${termLink(each, site)}</li>\n`)}</ul>`
  const list =
    group.length > SHOWN
      ? html`<details><summary>${title} (${group.length})</summary>${links}</details>`
      : links
  return html`<section>
<h3>${title}</h3>
${list}
</section>
`
}

/** Renders a link to a term, with its name as the text. The name of a language is in the language itself. */
export function termLink(term: Term, site: Site): Markup {
  const url = stemUrl(site, termStem(term))
  if (term.kind !== 'language') return html`<a href="${url}">${term.name}</a>`
  return html`<a href="${url}" lang="${term.name}" dir="${directionOf(term.name)}">${languageName(term.name)}</a>`
}
