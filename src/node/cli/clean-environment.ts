/** Variables without secrets: paths of programs and temporary files, the user's own settings, language and time zone. */
const KEPT = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TMP', 'TEMP', 'LANG', 'LANGUAGE', 'TZ'],
  ...['TERM', 'COLORTERM', 'NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI'],
  ...['NODE_COMPILE_CACHE', 'NODE_DISABLE_COMPILE_CACHE'],
  // Paths of programs, libraries and settings on some systems.
  ...[
    'XDG_CONFIG_HOME',
    'XDG_CACHE_HOME',
    'XDG_DATA_HOME',
    'LD_LIBRARY_PATH',
    'NIX_LD',
    'NIX_LD_LIBRARY_PATH',
  ],
  ...['NVM_DIR', 'VOLTA_HOME', 'ASDF_DIR', 'ASDF_DATA_DIR'],
  // npm and git do not start on Windows without these.
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH'],
  ...['APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'PROGRAMFILES', 'NUMBER_OF_PROCESSORS'],
  // npm's folders. The variables with npm's tokens have other names.
  ...['NPM_CONFIG_CACHE', 'NPM_CONFIG_PREFIX', 'NPM_CONFIG_SCRIPT_SHELL', 'NPM_CONFIG_LOGLEVEL'],
  // The parameters of a build command.
  ...['WRANGLER_COMMAND', 'STRILLONE_ACCEPT', 'STRILLONE_PREVIEW_URL'],
  ...['STRILLONE_APART', 'STRILLONE_LIVE', 'STRILLONE_SEEDS'],
])

/** One variable for each category of the locale. */
const LOCALE = /^LC_[A-Z]+$/

/** The variables of the network, such as a proxy. Some commands need them. */
const NETWORK = new Set([
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'NODE_USE_ENV_PROXY'],
  ...['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
])

/** Typical parts in the names of variables with secrets. */
const SECRET =
  /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|(?:^|_)KEYS?(?:_|$)|_(?:PAT|DSN)$|API_?KEY|PRIVATE|^NPM_CONFIG__|^(?:CLOUDFLARE|CF)_/i

/** An address with user and password. */
const LOGIN = /:\/\/[^/\s@]+:[^/\s@]+@/

/** Variables of an environment. */
export type Variables = Readonly<Record<string, string | undefined>>

/**
 * The variables that a process which reads articles may have. They are a list of allowed names, so that an unknown variable
 * is left out. `needsNetwork` also allows the variables of the network.
 */
export function cleanEnvironment(variables: Variables, needsNetwork = false): Record<string, string> {
  const kept = Object.entries(variables).flatMap(([name, value]): [string, string][] =>
    value !== undefined && isKept(name, needsNetwork) ? [[name, value]] : [],
  )
  return Object.fromEntries(kept)
}

/** Whether an environment seems to have secrets that `cleanEnvironment` would remove. */
export function holdsSecrets(variables: Variables, needsNetwork = false): boolean {
  return Object.entries(variables).some(
    ([name, value = '']) =>
      value !== '' && !isKept(name, needsNetwork) && (SECRET.test(name) || LOGIN.test(value)),
  )
}

/** Windows ignores case in these names, and some are written in lower case on all systems. */
function isKept(written: string, needsNetwork: boolean): boolean {
  const name = written.toUpperCase()
  return KEPT.has(name) || LOCALE.test(written) || (needsNetwork && NETWORK.has(name))
}
