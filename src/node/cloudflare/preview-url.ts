import { UsageError } from '../cli/command-line.ts'
import type { Account } from './account.ts'
import { askApi } from './ask-api.ts'

/** What DNS takes as one part of a name. */
const LABEL_CHARACTERS = 63

/**
 * Where Cloudflare serves a version that is uploaded under an alias. Throws a UsageError where the alias cannot be part of a
 * host's name.
 */
export async function previewUrl({ client, id }: Account, worker: string, alias: string): Promise<string> {
  const label = `${alias}-${worker}`
  if (!/^[a-z][a-z0-9-]*$/.test(alias) || label.length > LABEL_CHARACTERS) {
    throw new UsageError(
      `--alias cannot be ${alias}. Give lower-case letters, digits and hyphens, and few of them`,
    )
  }
  const asking = client.workers.subdomains.get({ account_id: id })
  const { subdomain } = await askApi('read the subdomain of the account', asking)
  return `https://${label}.${subdomain}.workers.dev`
}
