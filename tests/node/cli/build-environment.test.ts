import { describe, expect, it } from 'vitest'
import { parseBuildEnvironment } from '../../../src/node/cli/build-environment.ts'
import { UsageError } from '../../../src/node/cli/command-line.ts'

describe('parseBuildEnvironment', () => {
  it('takes what is empty or not there for not said', () => {
    const nothing = { accept: false, apart: false }
    expect(parseBuildEnvironment({})).toEqual(nothing)
    const empty = { STRILLONE_ACCEPT: '', STRILLONE_PREVIEW_URL: '', STRILLONE_LIVE: '', STRILLONE_SEEDS: '' }
    expect(parseBuildEnvironment(empty)).toEqual(nothing)
  })

  it('reads what a deployment tells its build', () => {
    const told = {
      WRANGLER_COMMAND: 'deploy',
      STRILLONE_ACCEPT: 'true',
      STRILLONE_LIVE: '/dist/live',
      STRILLONE_SEEDS: '/articles',
      STRILLONE_APART: 'true',
      STRILLONE_PREVIEW_URL: 'https://Preview.site/',
    }
    expect(parseBuildEnvironment(told)).toEqual({
      wranglerCommand: 'deploy',
      accept: true,
      apart: true,
      previewUrl: 'https://preview.site',
      live: '/dist/live',
      seeds: '/articles',
    })
  })

  it.each([{ STRILLONE_ACCEPT: 'yes' }, { STRILLONE_APART: '1' }, { STRILLONE_PREVIEW_URL: 'nowhere' }])(
    'throws at what it cannot read: %o',
    (told) => {
      expect(() => parseBuildEnvironment(told)).toThrow(UsageError)
    },
  )
})
