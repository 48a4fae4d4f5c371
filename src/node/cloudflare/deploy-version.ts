import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Account } from './account.ts'
import type { DeployableRelease } from './built-release.ts'
import { withDeployConfig } from './deploy-config-file.ts'
import { assertStillBuilt } from './hold-bundle.ts'
import type { PackStorage } from './pack-storage.ts'
import { runWrangler } from './run-wrangler.ts'
import type { WorkerConfig } from './wrangler-config.ts'

const outputSchema = z.object({
  type: z.enum(['deploy', 'version-upload']),
  version_id: z.string().nullish(),
  preview_alias_url: z.string().nullish(),
  preview_url: z.string().nullish(),
})

/** Where to publish a Worker, and where its packs are. */
export interface Destination {
  readonly account: Account
  readonly config: WorkerConfig
  readonly storage: PackStorage
}

/** What wrangler reports about an uploaded version. */
export interface UploadedVersion {
  readonly id?: string
  /** The address of its preview, if Cloudflare serves one. */
  readonly previewUrl?: string
}

/**
 * Uploads the Worker with the built release through wrangler, bound to the storage of its packs. `command` is `deploy`,
 * which also makes it live, or `versions upload`. Resolves to undefined if wrangler failed: it has printed why. Throws a
 * UsageError if another release is built by now.
 */
export async function uploadVersion(
  command: readonly string[],
  built: DeployableRelease,
  { account, config, storage }: Destination,
): Promise<UploadedVersion | undefined> {
  await assertStillBuilt(built)
  const { release } = built
  const { id } = release
  const folder = await mkdtemp(join(tmpdir(), 'strillone-'))
  const output = join(folder, 'wrangler.ndjson')
  try {
    // People choose by the tag and the message when they go back to an earlier version.
    const message = release.preview ? `Preview, not to be deployed: ${id}` : `Release ${id}`
    const named = ['--tag', `${release.preview ? 'preview-' : ''}${id.slice(0, 12)}`, '--message', message]
    const isDone = await withDeployConfig(config, account.id, storage.id, (options) =>
      runWrangler([...command, ...options, ...named], { WRANGLER_OUTPUT_FILE_PATH: output }),
    )
    return isDone ? parseOutput(await readFile(output, 'utf8').catch(() => '')) : undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function parseOutput(text: string): UploadedVersion {
  const lines = text.split('\n').filter((line) => line !== '')
  const [told] = lines.flatMap((line) => outputSchema.safeParse(JSON.parse(line)).data ?? [])
  const previewUrl = told?.preview_alias_url ?? told?.preview_url
  return {
    ...(told?.version_id && { id: told.version_id }),
    ...(previewUrl && { previewUrl }),
  }
}
