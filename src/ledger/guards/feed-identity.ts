import type { FeedIdentity } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { type LaterContext, SITE_PATH, stopAt } from './guard-context.ts'

/** What each change of the feed means to subscribers. */
const MEANING: Readonly<Record<keyof FeedIdentity, string>> = {
  url: 'subscribers ask at the old address, and every link given out leads there',
  title: 'readers file the feed under its title',
  language: 'readers choose voices, hyphens and translations by it',
}

/** A feed that says of itself what it has not said before. */
export function guardFeedIdentity(context: LaterContext): Problem[] {
  const { before, after } = context
  const names: readonly (keyof FeedIdentity)[] = ['url', 'title', 'language']
  return names
    .filter((name) => before.feed[name] !== after.feed[name])
    .map((name) => {
      const told = `The ${name} of the site was "${before.feed[name]}" and is "${after.feed[name]}": ${MEANING[name]}.`
      const redirect = name === 'url' ? ', or redirect the old address to the new one' : ''
      return stopAt(context, SITE_PATH, [name], `${told} Write ${name}: ${before.feed[name]}${redirect}.`)
    })
}
