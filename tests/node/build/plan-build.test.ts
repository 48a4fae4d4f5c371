import { describe, expect, it } from 'vitest'
import { instant } from '../../../src/model/instant.ts'
import type { BundleMode } from '../../../src/node/build/build-mode.ts'
import { type BuildOptions, planBuild } from '../../../src/node/build/build-site.ts'
import type { BuildEnvironment } from '../../../src/node/cli/build-environment.ts'

const NONE = { drafts: false, accept: false, frozen: false, publish: false, local: false, preview: false }
const OPTIONS: BuildOptions = {
  ...{ seeds: 'seeds', out: 'dist', url: 'https://own.site', at: instant(0), hotBytes: 1 },
  ...NONE,
}
const ENVIRONMENT: BuildEnvironment = { accept: false, apart: false }
const RELEASE: BundleMode = { kind: 'release', accept: false, frozen: false }

const CASES: readonly [Partial<BuildOptions>, Partial<BuildEnvironment>, BundleMode][] = [
  [{}, {}, RELEASE],
  [{}, { wranglerCommand: 'deploy' }, RELEASE],
  [{ accept: true, frozen: true }, {}, { kind: 'release', accept: true, frozen: true }],
  [{}, { accept: true }, { ...RELEASE, accept: true }],
  [{ publish: true, frozen: true }, {}, { kind: 'publication', accept: false, frozen: true }],
  [{ local: true, accept: true, frozen: true, publish: true }, {}, { kind: 'local', drafts: false }],
  [{ drafts: true }, { wranglerCommand: 'dev' }, { kind: 'local', drafts: true }],
  [{ preview: true, accept: true }, {}, { kind: 'preview' }],
  [{ preview: true, local: true }, {}, { kind: 'preview' }],
]

describe('planBuild()', () => {
  it.each(CASES)('takes %o in the environment %o for %o', (options, environment, mode) => {
    const plan = planBuild({ ...OPTIONS, ...options }, { ...ENVIRONMENT, ...environment })
    expect([plan.mode, plan.url]).toEqual([mode, 'https://own.site'])
  })

  it('takes the address of a preview from the command that runs it', () => {
    const plan = planBuild(OPTIONS, { ...ENVIRONMENT, previewUrl: 'https://preview.site' })
    expect([plan.mode, plan.url]).toEqual([{ kind: 'preview' }, 'https://preview.site'])
  })

  it.each([{}, { preview: true }, { publish: true }])('refuses drafts with %o', (options) => {
    expect(() => planBuild({ ...OPTIONS, ...options, drafts: true }, ENVIRONMENT)).toThrow('--drafts')
  })
})
