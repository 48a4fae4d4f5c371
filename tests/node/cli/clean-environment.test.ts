import { describe, expect, it } from 'vitest'
import { cleanEnvironment, holdsSecrets } from '../../../src/node/cli/clean-environment.ts'

describe('cleanEnvironment', () => {
  it('keeps what a build needs, and nothing that nobody has thought of', () => {
    const kept = {
      PATH: '/bin',
      HOME: '/h',
      Path: 'C:\\',
      LC_ALL: 'C',
      TZ: 'UTC',
      WRANGLER_COMMAND: 'deploy',
    }
    const told = { STRILLONE_ACCEPT: 'true', FORCE_COLOR: '1', npm_config_cache: '/c' }
    const dropped = {
      NODE_OPTIONS: '--require=x',
      GIT_DIR: 'x',
      ANYTHING: 'x',
      LC_secret: 'x',
      npm_config__auth: 'x',
    }
    expect(cleanEnvironment({ ...kept, ...told, ...dropped, LANG: undefined })).toEqual({ ...kept, ...told })
  })

  it('lets through how another host is asked where a command must', () => {
    const network = { https_proxy: 'http://u:p@proxy:1', NODE_EXTRA_CA_CERTS: '/x' }
    expect(cleanEnvironment(network)).toEqual({})
    expect(cleanEnvironment({ ...network, X_TOKEN: 'x' }, true)).toEqual(network)
  })
})

describe('holdsSecrets', () => {
  it.each([
    ...['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID', 'CF_API_KEY', 'GITHUB_TOKEN', 'GH_PAT', 'NPM_TOKEN'],
    ...[
      'AWS_ACCESS_KEY_ID',
      'DB_PASSWORD',
      'PGPASSWORD',
      'SIGNING_KEY',
      'stripe_secret',
      'npm_config__auth',
      'SENTRY_DSN',
    ],
    ...['NODE_AUTH_TOKEN', 'MY_CREDENTIALS', 'SSH_PRIVATE', 'OPENAI_APIKEY'],
  ])('sees one by the name %s', (name) => {
    expect(holdsSecrets({ PATH: '/bin', [name]: 'x' })).toBe(true)
    expect(holdsSecrets({ PATH: '/bin', [name]: '' })).toBe(false)
  })

  it('sees a password in an address, whatever it is called', () => {
    expect(holdsSecrets({ DATABASE: 'postgres://me:word@host/x' })).toBe(true)
    expect(holdsSecrets({ HTTPS_PROXY: 'http://me:word@host' })).toBe(true)
    expect(holdsSecrets({ HTTPS_PROXY: 'http://me:word@host' }, true)).toBe(false)
  })

  it('sees none in what a desk has, nor in a clean environment', () => {
    const desk = {
      SSH_AUTH_SOCK: '/tmp/x',
      KEYBOARD: 'de',
      PWD: '/x',
      OLDPWD: '/y',
      DBUS_SESSION_BUS_ADDRESS: 'unix:x',
    }
    expect(
      holdsSecrets({
        ...desk,
        EDITOR: 'vi',
        AWS_REGION: 'x',
        AWS_CA_BUNDLE: '/x',
        npm_config_registry: 'https://registry.example/',
      }),
    ).toBe(false)
    const all = { ...process.env, GITHUB_TOKEN: 'x', HTTPS_PROXY: 'http://me:word@host' }
    for (const needsNetwork of [false, true])
      expect(holdsSecrets(cleanEnvironment(all, needsNetwork), needsNetwork)).toBe(false)
  })
})
