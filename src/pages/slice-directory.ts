import { html } from 'hono/html'
import { sliceStem, stemUrl } from '../model/addresses.ts'
import type { Site } from '../model/site.ts'
import type { Slice, SliceKind } from '../model/slice.ts'
import { directionOf } from './direction.ts'
import { languageName } from './language-name.ts'
import type { Markup } from './markup.ts'
import { wordsIn } from './words.ts'

const KINDS: readonly SliceKind[] = ['section', 'author', 'language', 'tag']

/** As many of a kind as are shown before somebody asks for all. */
const SHOWN = 40

/** The ways onward by tag, author, section and language. */
export function sliceDirectory(slices: readonly Slice[], site: Site): Markup | string {
  if (slices.length === 0) return ''
  const words = wordsIn(site.language)
  const groups = KINDS.map((kind) => slices.filter((each) => each.kind === kind)).filter(
    (group) => group.length > 0,
  )
  return html`<nav class="directory" aria-labelledby="browse">
<h2 id="browse" class="unseen">${words.browse}</h2>
${groups.map((group) => sliceGroup(group, site))}</nav>`
}

function sliceGroup(group: readonly Slice[], site: Site): Markup {
  const kind = group[0]?.kind ?? 'tag'
  const title = wordsIn(site.language).plurals[kind]
  const links = html`<ul>
${group.map((each) => html`<li>${sliceLink(each, site)}</li>\n`)}</ul>`
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

/** A link to a slice, under its name; a language is called what it calls itself. */
export function sliceLink(slice: Slice, site: Site): Markup {
  const url = stemUrl(site, sliceStem(slice))
  if (slice.kind !== 'language') return html`<a href="${url}">${slice.name}</a>`
  return html`<a href="${url}" lang="${slice.name}" dir="${directionOf(slice.name)}">${languageName(slice.name)}</a>`
}
