import { html } from 'hono/html'
import type { Site } from '../model/site.ts'
import type { Term } from '../model/term.ts'
import { languageName } from './locales/language-name.ts'
import { localeOf } from './locales/locale-of.ts'
import { directionOf } from './parts/direction.ts'
import type { Markup } from './parts/markup.ts'

/** What a feed is of: everything, what some articles have in common, or a part of all that ever was. */
export type FeedSubject =
  | { readonly kind: 'main' }
  | Term
  | { readonly kind: 'archive'; readonly number: number }

/** A subject as a page tells it. */
export interface SubjectDescription {
  /** What the page is called. */
  readonly title: string
  readonly heading: Markup | string
  /** What kind of thing it is, to stand over the heading. */
  readonly kicker?: string
  /** What the feed holds, in a sentence. */
  readonly description: string
}

/** What a page says of the feed that it is the page of. */
export function describeSubject(subject: FeedSubject, site: Site): SubjectDescription {
  const { kinds, holds, subscribe } = localeOf(site.language)
  const kicker = kinds[subject.kind]
  switch (subject.kind) {
    case 'main':
      return { title: subscribe, heading: site.title, kicker, description: holds.main('', site.title) }
    case 'archive': {
      const title = `${kicker} ${subject.number}`
      return { title, heading: title, description: holds.archive(String(subject.number), site.title) }
    }
    case 'language': {
      const name = languageName(subject.name)
      const heading = html`<span lang="${subject.name}" dir="${directionOf(subject.name)}">${name}</span>`
      return { title: name, heading, kicker, description: holds.language(name, site.title) }
    }
    default: {
      const { kind, name } = subject
      return { title: name, heading: name, kicker, description: holds[kind](name, site.title) }
    }
  }
}
