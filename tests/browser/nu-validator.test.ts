import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { STYLESHEET } from '../../src/pages/theme/stylesheet.ts'
import { samplePages } from '../pages/sample-pages.ts'

const JAR = join(createRequire(import.meta.url).resolve('vnu-jar'), '../build/dist/vnu.jar')
const hasJava = spawnSync('java', ['-version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'strillone-nu-'))

afterAll(() => rmSync(folder, { recursive: true }))

/** What it says though nothing is wrong, or nothing of ours. */
const PASSED_OVER = [
  // It wants two slashes after every scheme that it knows. `feed:` stands before a whole URL, and needs none.
  /^Bad value “feed:https?:.*Expected a slash/,
  // A writer's footnotes are a section without a heading.
  /^Section lacks heading/,
]

const report = z.object({
  messages: z.array(
    z.object({ type: z.string(), subType: z.string().optional(), url: z.string(), message: z.string() }),
  ),
})

describe.skipIf(!hasJava)('the Nu validator (which needs Java)', () => {
  it('finds nothing wrong with any page, nor with the stylesheet', () => {
    for (const [name, { text }] of Object.entries(samplePages()))
      writeFileSync(join(folder, `${name}.html`), text)
    writeFileSync(join(folder, 'style.css'), STYLESHEET)
    const { stderr } = spawnSync(
      'java',
      ['-jar', JAR, '--also-check-css', '--format', 'json', '--exit-zero-always', folder],
      { encoding: 'utf8' },
    )
    const { messages } = report.parse(JSON.parse(stderr))
    const serious = messages.filter(({ message }) => !PASSED_OVER.some((pattern) => pattern.test(message)))
    const found = serious.map(({ type, url, message }) => `${type} ${url.split('/').at(-1)}: ${message}`)
    expect(found).toEqual([])
  })
})
