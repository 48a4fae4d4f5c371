/** Where programs, temporary files and a user's own settings are; how messages are shown; the time zone. Nothing secret. */
const KEPT = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TMP', 'TEMP', 'LANG', 'LANGUAGE', 'TZ'],
  ...['TERM', 'COLORTERM', 'NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI'],
  ...['NODE_COMPILE_CACHE', 'NODE_DISABLE_COMPILE_CACHE'],
  // Where some systems keep programs, libraries and settings.
  ...[
    'XDG_CONFIG_HOME',
    'XDG_CACHE_HOME',
    'XDG_DATA_HOME',
    'LD_LIBRARY_PATH',
    'NIX_LD',
    'NIX_LD_LIBRARY_PATH',
  ],
  ...['NVM_DIR', 'VOLTA_HOME', 'ASDF_DIR', 'ASDF_DATA_DIR'],
  // Without these, neither npm nor git begins on Windows.
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH'],
  ...['APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'PROGRAMFILES', 'NUMBER_OF_PROCESSORS'],
  // Where npm keeps what; its tokens have no such names.
  ...['NPM_CONFIG_CACHE', 'NPM_CONFIG_PREFIX', 'NPM_CONFIG_SCRIPT_SHELL', 'NPM_CONFIG_LOGLEVEL'],
  // What a build is told by the command that runs it.
  ...['WRANGLER_COMMAND', 'STRILLONE_ACCEPT', 'STRILLONE_REHEARSE', 'STRILLONE_PREVIEW_URL'],
  'STRILLONE_APART',
])

/** How the words are sorted, dates written and so on, a variable each. */
const LOCALE = /^LC_[A-Z]+$/

/** How another host is asked, which a command may have to. */
const NETWORK = new Set([
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'NODE_USE_ENV_PROXY'],
  ...['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
])

/** What the name of a variable with a secret says, as far as one can tell. */
const SECRET =
  /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|(?:^|_)KEYS?(?:_|$)|_(?:PAT|DSN)$|API_?KEY|PRIVATE|^NPM_CONFIG__|^(?:CLOUDFLARE|CF)_/i

/** A user and a password in an address. */
const LOGIN = /:\/\/[^/\s@]+:[^/\s@]+@/

/** Variables of an environment. */
export type Variables = Readonly<Record<string, string | undefined>>

/**
 * Of an environment what a process may have that opens articles: a list of names, so that what nobody has thought of is not
 * in it. `needsNetwork` lets through how another host is asked.
 */
export function cleanEnvironment(variables: Variables, needsNetwork = false): Record<string, string> {
  const kept = Object.entries(variables).flatMap(([name, value]): [string, string][] =>
    value !== undefined && isKept(name, needsNetwork) ? [[name, value]] : [],
  )
  return Object.fromEntries(kept)
}

/** Whether an environment holds what looks like a secret, and would not if it were clean. */
export function holdsSecrets(variables: Variables, needsNetwork = false): boolean {
  return Object.entries(variables).some(
    ([name, value = '']) =>
      value !== '' && !isKept(name, needsNetwork) && (SECRET.test(name) || LOGIN.test(value)),
  )
}

/** Windows knows no case in these names, and some are written in small letters everywhere. */
function isKept(written: string, needsNetwork: boolean): boolean {
  const name = written.toUpperCase()
  return KEPT.has(name) || LOCALE.test(written) || (needsNetwork && NETWORK.has(name))
}
