import { html } from 'hono/html'
import type { Site } from '../model/site.ts'
import type { Term } from '../model/term.ts'
import { languageName } from './locales/language-name.ts'
import { localeOf } from './locales/locale-of.ts'
import { directionOf } from './parts/direction.ts'
import type { Markup } from './parts/markup.ts'

/** The subject of a feed: all articles, a term, or a block of the archive. */
export type FeedSubject =
  | { readonly kind: 'main' }
  | Term
  | { readonly kind: 'archive'; readonly number: number }

/** The description of a subject for people. */
export interface SubjectDescription {
  /** The title of the page. */
  readonly title: string
  readonly heading: Markup | string
  /** The kind of the subject, shown above the heading. */
  readonly kicker?: string
  /** The contents of the feed, in a sentence. */
  readonly description: string
}

/** Describes the subject of a feed, in the site's language. */
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
