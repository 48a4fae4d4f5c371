import { describe, expect, it } from 'vitest'
import { foldKeys, hasFoldedKeys } from '../../../src/content/settings/fold-keys.ts'
import { withholdingFolder } from './withholding/withholding-folder.ts'

/** Spellings in which nobody sees, or means, another name. */
const SPELLINGS: readonly (readonly [how: string, name: string])[] = [
  ['in capitals', 'DRAFT'],
  ['in wide letters', 'ｄｒａｆｔ'],
  ['in wide capitals', 'Ｄｒａｆｔ'],
  ['in bold letters of mathematics', '𝐝𝐫𝐚𝐟𝐭'],
  ['with a space of no width', 'dra\u200Bft'],
  ['with a joiner', 'draft\u200D'],
  ['with a soft hyphen', 'dra\u00ADft'],
  ['with a byte order mark', '\uFEFFdraft'],
  ['with a mark of direction', 'draft\u200E'],
  ['with a space before it', ' draft'],
  ['with a space of fixed width behind it', 'draft\u00A0'],
]

const source = (data: Readonly<Record<string, unknown>>) => ({ data, locate: () => undefined })

describe('foldKeys()', () => {
  it.each(SPELLINGS)('takes a name %s for the name', async (_, name) => {
    const { source: folded } = foldKeys(source({ extra: { [name]: true } }))
    expect(folded.data).toEqual({ extra: { draft: true } })
    expect(folded.spell?.(['extra', 'draft'])).toEqual(['extra', name])
    expect(hasFoldedKeys({ extra: { [name]: true } })).toBe(true)
    const text = `---\ntitle: A\ndate: 2026-01-01\n${JSON.stringify(name)}: true\n---\nText.\n`
    expect(await withholdingFolder(text)).toMatchObject({ isPublished: false, errors: [], stops: [] })
  })

  it.each(SPELLINGS)('refuses a name %s beside the name', (_, name) => {
    expect(foldKeys(source({ draft: false, [name]: true })).problems).toHaveLength(1)
  })

  it('leaves other names as they are', () => {
    expect(foldKeys(source({ größe: 1, 下書き: 2 })).source.data).toEqual({ größe: 1, 下書き: 2 })
    expect(hasFoldedKeys({ größe: 1, 下書き: 2 })).toBe(false)
  })
})
