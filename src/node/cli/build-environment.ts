import { z } from 'zod'
import { parseUrlOption } from './check-options.ts'
import { UsageError } from './command-line.ts'

const environmentSchema = z.object({
  WRANGLER_COMMAND: z.string().optional(),
  STRILLONE_ACCEPT: z.enum(['true', 'false', '']).optional(),
  STRILLONE_REHEARSE: z.enum(['true', 'false', '']).optional(),
  STRILLONE_PREVIEW_URL: z.string().optional(),
  STRILLONE_APART: z.enum(['true', 'false', '']).optional(),
})

/** What a build is told by the command that runs it, which gives its build command no options. */
export interface BuildEnvironment {
  /** What wrangler builds for: `dev`, `deploy`, `versions upload`. */
  readonly wranglerCommand?: string
  readonly accept: boolean
  readonly rehearse: boolean
  /** Whether it is a deployment that builds, so that articles are to be opened in a process apart. */
  readonly apart: boolean
  /** Where a preview is to be looked at. */
  readonly previewUrl?: string
}

/** Reads it from the variables of the environment. Throws a UsageError where one of them cannot be. */
export function parseBuildEnvironment(variables: unknown): BuildEnvironment {
  const { success, data, error } = environmentSchema.safeParse(variables)
  if (!success) {
    throw new UsageError(`${error.issues[0]?.path.join('.')} cannot be that. Set it to true or leave it out`)
  }
  const { WRANGLER_COMMAND, STRILLONE_ACCEPT, STRILLONE_REHEARSE, STRILLONE_APART, STRILLONE_PREVIEW_URL } =
    data
  return {
    ...(WRANGLER_COMMAND !== undefined && { wranglerCommand: WRANGLER_COMMAND }),
    accept: STRILLONE_ACCEPT === 'true',
    rehearse: STRILLONE_REHEARSE === 'true',
    apart: STRILLONE_APART === 'true',
    ...(STRILLONE_PREVIEW_URL && {
      previewUrl: parseUrlOption('STRILLONE_PREVIEW_URL', STRILLONE_PREVIEW_URL),
    }),
  }
}
