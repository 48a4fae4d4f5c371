/** Options that are also settings of npm. If a user's .npmrc has them, they do not concern this command. */
const SETTINGS_OF_NPM = new Set(['yes', 'json'])

/** What this needs to know of a command's usage. */
interface Usage {
  /** The start of its command line: `npm run build --`. */
  readonly command: string
  /** The options by their names. */
  readonly options: Readonly<Record<string, { readonly value?: string }>>
}

/** Options of a command that npm has taken for its own settings, because they stood before a `--`. */
export interface SwallowedOptions {
  /** The correct command line. Undefined if no option is missing. */
  readonly remedy?: string
  /** Whether the user has certainly written them. */
  readonly isCertain: boolean
}

/**
 * Finds the options that npm has taken, from the variables that npm sets: `npm start --port 9000` becomes
 * `npm_config_port=true` and an argument, and `--port=9000` becomes `npm_config_port=9000`. npm sets no variable for
 * `help`.
 */
export function findSwallowedOptions(
  { command, options }: Usage,
  variables: Readonly<Record<string, string | undefined>>,
): SwallowedOptions {
  const names = variables['npm_lifecycle_event'] === undefined ? [] : Object.keys(options)
  const swallowed = names.flatMap((name) => {
    const given = variables[`npm_config_${name.replaceAll('-', '_')}`] ?? ''
    return ['', 'false', 'undefined', 'null'].includes(given) ? [] : [{ name, given }]
  })
  if (swallowed.length === 0) return { isCertain: false }
  const written = swallowed.map(({ name, given }) => {
    const { value } = options[name] ?? {}
    if (value === undefined) return `--${name}`
    return `--${name} ${given === 'true' ? value : given}`
  })
  const dashes = command.includes(' -- ') || command.endsWith(' --') ? command : `${command} --`
  return {
    remedy: [dashes, ...written].join(' '),
    isCertain: swallowed.some(({ name }) => !SETTINGS_OF_NPM.has(name)),
  }
}
