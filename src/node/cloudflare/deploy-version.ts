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

/** Where a Worker is published, with its packs. */
export interface Destination {
  readonly account: Account
  readonly config: WorkerConfig
  readonly storage: PackStorage
}

/** What wrangler tells of a version that it uploaded. */
export interface UploadedVersion {
  readonly id?: string
  /** Where it is to be looked at. */
  readonly previewUrl?: string
}

/**
 * Has wrangler upload the Worker with what is built, bound to the storage where its packs are: `command` is `deploy`, which also makes
 * it live, or `versions upload`. Resolves to nothing where wrangler does not succeed, and has said why. Throws a UsageError where
 * something else is built by now.
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
    // The tag and the message are what a person chooses by who goes back to an earlier version.
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
