import { z } from 'zod'
import { parseUrlOption } from './check-options.ts'
import { UsageError } from './command-line.ts'

const environmentSchema = z.object({
  WRANGLER_COMMAND: z.string().optional(),
  STRILLONE_ACCEPT: z.enum(['true', 'false', '']).optional(),
  STRILLONE_PREVIEW_URL: z.string().optional(),
  STRILLONE_APART: z.enum(['true', 'false', '']).optional(),
  STRILLONE_LIVE: z.string().optional(),
  STRILLONE_SEEDS: z.string().optional(),
})

/** The parameters of a build that come from environment variables. Wrangler runs the build command without options. */
export interface BuildEnvironment {
  /** The command of wrangler that runs the build: `dev`, `deploy`, `versions upload`. */
  readonly wranglerCommand?: string
  readonly accept: boolean
  /** Whether a deployment runs the build. It must then read articles in a separate process. */
  readonly apart: boolean
  /** The address of the preview to build. */
  readonly previewUrl?: string
  /** The file with the ledgers of the live versions. */
  readonly live?: string
  /** The folder of articles, if it is not the one in the build command. */
  readonly seeds?: string | undefined
}

/** Parses these variables. Throws a UsageError if one of them has an invalid value. */
export function parseBuildEnvironment(variables: unknown): BuildEnvironment {
  const { success, data, error } = environmentSchema.safeParse(variables)
  if (!success) {
    throw new UsageError(
      `${error.issues[0]?.path.join('.')} must be true or false. Set it to one of these, or leave it out`,
    )
  }
  const { WRANGLER_COMMAND, STRILLONE_ACCEPT, STRILLONE_APART, STRILLONE_PREVIEW_URL } = data
  const { STRILLONE_LIVE, STRILLONE_SEEDS } = data
  return {
    ...(WRANGLER_COMMAND !== undefined && { wranglerCommand: WRANGLER_COMMAND }),
    accept: STRILLONE_ACCEPT === 'true',
    apart: STRILLONE_APART === 'true',
    ...(STRILLONE_PREVIEW_URL && {
      previewUrl: parseUrlOption('STRILLONE_PREVIEW_URL', STRILLONE_PREVIEW_URL),
    }),
    ...(STRILLONE_LIVE && { live: STRILLONE_LIVE }),
    ...(STRILLONE_SEEDS && { seeds: STRILLONE_SEEDS }),
  }
}
