import { html } from 'hono/html'
import type { Article, Enclosure } from '../../model/article.ts'
import type { Locale } from '../locales/locale.ts'
import type { Markup } from './markup.ts'
import { fileKind, fileSize, playingTime } from './measures.ts'

/** The sounds and films that come with an article, each to be played; nothing is fetched before somebody asks for it. */
export function players({ enclosures }: Article, words: Locale): readonly Markup[] {
  return enclosures.filter(isPlayable).map((enclosure) => player(enclosure, words))
}

/** The other files that come with an article, to be downloaded. */
export function downloads({ enclosures }: Article, words: Locale): Markup | string {
  const others = enclosures.filter((enclosure) => !isPlayable(enclosure))
  if (others.length === 0) return ''
  return html`<ul class="downloads">
${others.map((enclosure) => html`<li>${downloadLink(enclosure, enclosure.title ?? words.download, words)}</li>\n`)}</ul>
`
}

function isPlayable({ type }: Enclosure): boolean {
  return /^(?:audio|video)\//.test(type)
}

function player(enclosure: Enclosure, words: Locale): Markup {
  const { url, type, title, seconds } = enclosure
  const isSound = type.startsWith('audio/')
  const name = title ?? (isSound ? words.listen : words.watch)
  const element = isSound
    ? html`<audio controls preload="none" src="${url}" aria-label="${name}"></audio>`
    : html`<video controls preload="none" src="${url}" aria-label="${name}"></video>`
  return html`<figure class="player">
<figcaption>${name}${seconds !== undefined && html` <span>${playingTime(seconds)}</span>`}</figcaption>
${element}
<p>${downloadLink(enclosure, words.download, words)}</p>
</figure>
`
}

function downloadLink({ url, type, length }: Enclosure, text: string, { decimalSign }: Locale): Markup {
  const size = length !== undefined && `, ${fileSize(length, decimalSign)}`
  return html`<a href="${url}" type="${type}" download>${text}</a> (${fileKind(url, type)}${size})`
}
