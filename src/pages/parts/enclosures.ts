import { html } from 'hono/html'
import type { Article, Enclosure } from '../../model/article.ts'
import type { Locale } from '../locales/locale.ts'
import type { Markup } from './markup.ts'

/** Renders players for an article's sound and film. Nothing is fetched before the reader plays it. */
export function players({ enclosures }: Article, words: Locale): readonly Markup[] {
  return enclosures.filter(isPlayable).map((enclosure) => player(enclosure, words))
}

/** Renders download links for an article's other enclosures. */
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

/** Formats a duration like media players: `4:05`, `1:02:03`. */
export function playingTime(seconds: number): string {
  const whole = Math.round(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const rest = twoDigits(whole % 60)
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${twoDigits(minutes)}:${rest}`
}

/** Formats the size of a file in decimal units: `850 kB`, `5.2 MB`. `decimalSign` stands before the tenths. */
export function fileSize(bytes: number, decimalSign: string): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  const tenths = Math.round(bytes / 100_000)
  return `${Math.floor(tenths / 10)}${decimalSign}${tenths % 10} MB`
}

/** Returns the usual name for a kind of file: the extension of its URL, or a name made from its media type. */
export function fileKind(url: string, type: string): string {
  const extension = /\.([A-Za-z\d]{1,5})$/.exec(new URL(url).pathname)?.[1]
  return (
    extension ??
    type
      .split('/')[1]
      ?.split(/[.+;-]/)
      .at(-1) ??
    type
  ).toUpperCase()
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
