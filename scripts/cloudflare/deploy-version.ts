import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { DeployableRelease } from './built-release.ts'
import { withDeployConfig } from './deploy-config-file.ts'
import { runWrangler } from './run-wrangler.ts'
import type { WorkerConfig } from './wrangler-config.ts'

const outputSchema = z.object({
  type: z.enum(['deploy', 'version-upload']),
  version_id: z.string().nullish(),
  preview_alias_url: z.string().nullish(),
  preview_url: z.string().nullish(),
})

/** What wrangler tells of a version that it uploaded. */
export interface UploadedVersion {
  readonly id?: string
  /** Where it is to be looked at. */
  readonly previewUrl?: string
}

/**
 * Has wrangler upload the Worker with what is built, to the namespace where its packs are: `command` is `deploy`, which also makes
 * it live, or `versions upload`. Resolves to nothing where wrangler does not succeed, and has said why.
 */
export async function uploadVersion(
  command: readonly string[],
  { release }: DeployableRelease,
  config: WorkerConfig,
  namespaceId: string,
): Promise<UploadedVersion | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'strillone-'))
  const output = join(folder, 'wrangler.ndjson')
  try {
    // The tag and the message are what a person chooses by who goes back to an earlier version.
    const named = ['--tag', release.id.slice(0, 12), '--message', `Release ${release.id}`]
    const isDone = await withDeployConfig(config, namespaceId, (options) =>
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
