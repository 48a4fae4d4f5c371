import { addressOf, askStatus, type SiteAtMoment } from './ask-site.ts'
import type { GivenAddress } from './record.ts'

/**
 * Tells each address of a record that answers otherwise at a moment. What is new is not asked for; and later on of what
 * answers as before one form for all.
 */
export async function compareAddresses(
  addresses: readonly GivenAddress[],
  site: SiteAtMoment,
  moment: 'now' | 'later',
): Promise<readonly string[]> {
  const told: string[] = []
  // One after another: the edge waits for the store only so long, and all at once would wait for each other.
  for (const address of addresses) {
    for (const form of formsToAsk(address, moment)) {
      const asked = addressOf(address.stem, form)
      const before = withForm(address[moment], form)
      const answer = await askStatus(site, asked)
      if (answer === before || (await isSameFile(site, asked, before, answer))) continue
      told.push(
        `${asked}: answered ${before} and answers ${answer}${moment === 'later' ? ', when all is due' : ''}`,
      )
    }
  }
  return told
}

function formsToAsk({ forms, now, later }: GivenAddress, moment: 'now' | 'later'): readonly string[] {
  return moment === 'later' && now === later ? forms.slice(0, 1) : forms
}

/** Where a stem leads its forms lead, too. */
function withForm(answer: string, form: string): string {
  return answer.includes(' ') && form !== '' ? `${answer}.${form}` : answer
}

/** A picture may be had under the hash of other bytes by now, as long as the old one leads there. */
async function isSameFile(
  site: SiteAtMoment,
  asked: string,
  before: string,
  answer: string,
): Promise<boolean> {
  const [status, location] = answer.split(' ')
  if (!asked.startsWith('/media/') || before !== '200' || status !== '301' || location === undefined)
    return false
  return (await askStatus(site, location)) === '200'
}
