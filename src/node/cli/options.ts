import { DEFAULT_SEEDS } from './project.ts'

/* Options that several commands have. */

export const HELP = { type: 'boolean', help: 'Prints this.', default: false } as const

export const SEEDS = {
  type: 'string',
  value: 'DIR',
  help: 'The folder of articles.',
  default: DEFAULT_SEEDS,
} as const

/** The option of commands that run the build command of wrangler.toml. */
export const FOLDER = {
  type: 'string',
  value: 'DIR',
  help: 'The folder of articles, instead of the one in the build command of wrangler.toml.',
} as const

export const SITE_URL = {
  type: 'string',
  value: 'URL',
  help: 'The public address of the site, instead of the one in site.yaml.',
} as const
