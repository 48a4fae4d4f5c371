import type { PublishedFolder } from './publish-folder.ts'

/** A site at one moment. */
export type SiteAtMoment = Awaited<ReturnType<PublishedFolder['siteAt']>>

/** What an address answers, in the words of a record. */
export async function askStatus(site: SiteAtMoment, address: string): Promise<string> {
  const { status, headers } = await site.request(address, { method: 'HEAD' })
  const location = headers.get('Location')
  return location === null ? String(status) : `${status} ${pathOf(location)}`
}

/** The body of what is there, or nothing. */
export async function askText(site: SiteAtMoment, address: string): Promise<string | undefined> {
  const response = await site.request(address)
  return response.status === 200 ? response.text() : undefined
}

/** The address of a stem in one of its forms, percent-encoded. */
export function addressOf(stem: string, form: string): string {
  return encodeURI(stem) + (form === '' ? '' : `.${form}`)
}

/** The path of a URL of the site. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url, 'https://news.site')
  return pathname + search
}
