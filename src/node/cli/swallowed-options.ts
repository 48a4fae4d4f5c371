/** Settings that npm has, too: they may stand in a user's .npmrc, and then say nothing of this command. */
const SETTINGS_OF_NPM = new Set(['yes', 'json'])

/** Of a command what its user has to write. */
interface Usage {
  /** How it is called: `npm run build --`. */
  readonly command: string
  /** By their names, with what stands for a value. */
  readonly options: Readonly<Record<string, { readonly value?: string }>>
}

/** Of the options of a command, those that npm has taken for its own settings, since they stood before a `--`. */
export interface SwallowedOptions {
  /** How the command is to be called instead; undefined where nothing is missing. */
  readonly remedy?: string
  /** Whether somebody has written them for certain. */
  readonly isCertain: boolean
}

/**
 * Finds the options that npm has taken, by the variables that npm hands them on in: `npm start --port 9000` comes as
 * `npm_config_port=true` and an argument, `--port=9000` as `npm_config_port=9000`. `help` is never handed on.
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
