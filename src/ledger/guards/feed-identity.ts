import type { FeedIdentity } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { type LaterContext, SITE_PATH, stopAt } from './guard-context.ts'

/** The effect of each change on subscribers. */
const MEANING: Readonly<Record<keyof FeedIdentity, string>> = {
  url: 'subscribers ask at the old address, and every link given out leads there',
  title: 'readers file the feed under its title',
  language: 'readers choose voices, hyphens and translations by it',
}

/** Guards against a change of the feed's own properties. */
export function guardFeedIdentity(context: LaterContext): Problem[] {
  const { before, after, locate } = context
  const names: readonly (keyof FeedIdentity)[] = ['url', 'title', 'language']
  return (
    names
      .filter((name) => before.feed[name] !== after.feed[name])
      // Without articles, the language was unknown.
      .filter((name) => name !== 'language' || before.entries.length > 0)
      .map((name) => {
        const told = `The ${name} of the site was "${before.feed[name]}" and is "${after.feed[name]}": ${MEANING[name]}.`
        if (name === 'language' && locate(SITE_PATH, name) === undefined) {
          return stopAt(context, SITE_PATH, [], tellGuessed(before.feed.language, after.feed.language))
        }
        const redirect = name === 'url' ? ', or redirect the old address to the new one' : ''
        return stopAt(context, SITE_PATH, [name], `${told} Write ${name}: ${before.feed[name]}${redirect}.`)
      })
  )
}

/** The message for a guessed language names the setting, because the writer may not know it. */
function tellGuessed(before: string, after: string): string {
  const told = `The language of the site was "${before}" and is "${after}": no language is written, so it is that of most articles.`
  return `${told} Write language: ${before}, or language: ${after} and accept it.`
}
