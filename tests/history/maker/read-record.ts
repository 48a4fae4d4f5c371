import { addressOf, askStatus, pathOf } from '../ask-site.ts'
import { ALL_DUE_AT, RECORDED_AT } from '../folder/editions.ts'
import type { PublishedFolder } from '../publish-folder.ts'
import { FEED_FORMS, readArticle, readItems } from '../read-items.ts'
import type { GivenAddress, GivenArticle, GivenFeed, GivenRecord } from '../record.ts'
import { type FoundStem, listStems } from './list-stems.ts'

/** Reads all that subscribers have of a folder off its answers. `paths` tells the file of an id. */
export async function readRecord(
  folder: PublishedFolder,
  paths: ReadonlyMap<string, string>,
): Promise<GivenRecord> {
  const sites = { now: await folder.siteAt(RECORDED_AT), later: await folder.siteAt(ALL_DUE_AT) }
  const stems = listStems(await folder.packs())
  const addresses: GivenAddress[] = []
  for (const found of stems) addresses.push(...(await readAddress(sites, found)))

  const articles: GivenArticle[] = []
  for (const { stem, now, later } of addresses) {
    if (!stem.startsWith('/articles/') || ![now, later].includes('200')) continue
    const item =
      (await readArticle(sites.now, addressOf(stem, ''))) ??
      (await readArticle(sites.later, addressOf(stem, '')))
    if (item?.updated === undefined) throw new Error(`Nothing is told of ${stem}`)
    const { id, url, published, updated } = item
    articles.push({ path: paths.get(id) ?? '', id, url, published, updated })
  }

  const feeds: GivenFeed[] = []
  for (const { stem, forms } of addresses.filter(({ forms }) => forms.includes('atom'))) {
    const ids = async (site: keyof typeof sites) => {
      const answers = await askStatus(sites[site], addressOf(stem, 'json'))
      return answers === '200'
        ? (await readItems(sites[site], addressOf(stem, ''), 'json')).map(({ id }) => id)
        : []
    }
    if (!FEED_FORMS.every((form) => forms.includes(form))) throw new Error(`${stem} lacks a form`)
    feeds.push({ stem, now: await ids('now'), later: await ids('later') })
  }
  return { articles, feeds, addresses }
}

type Sites = {
  readonly now: Awaited<ReturnType<PublishedFolder['siteAt']>>
  readonly later: Awaited<ReturnType<PublishedFolder['siteAt']>>
}

/** One line for the forms that answer alike; where a moved stem leads is told for the stem, and its forms go along. */
async function readAddress(
  { now, later }: Sites,
  { stem, forms }: FoundStem,
): Promise<readonly GivenAddress[]> {
  const lines = new Map<string, GivenAddress>()
  for (const form of forms) {
    const address = addressOf(stem, form)
    const answer = {
      now: bare(await askStatus(now, address), form),
      later: bare(await askStatus(later, address), form),
    }
    if (answer.now === '404' && answer.later === '404') continue
    const key = `${answer.now} ${answer.later}`
    lines.set(key, { stem, forms: [...(lines.get(key)?.forms ?? []), form], ...answer })
  }
  return [...lines.values()]
}

function bare(answer: string, form: string): string {
  const [status = '', location] = answer.split(' ')
  return location === undefined
    ? status
    : `${status} ${pathOf(location).replace(new RegExp(`\\.${form}$`), '')}`
}
