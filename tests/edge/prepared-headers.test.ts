import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { PreparedHeaders } from '../../src/edge/prepared-headers.ts'
import { aRepresentation } from '../support/a-resource.ts'

describe('PreparedHeaders', () => {
  it('makes the headers of each kind of answer once', () => {
    const prepared = new PreparedHeaders()
    const representation = aRepresentation()
    const first = prepared.get(representation, '200', () => new Headers({ A: '1' }))
    const other = prepared.get(representation, '304', () => new Headers({ A: '2' }))
    expect(prepared.get(representation, '200', () => new Headers({ A: '3' }))).toBe(first)
    expect(other.get('A')).toBe('2')
  })

  it('keeps a bound, however many are asked for', () => {
    const prepared = new PreparedHeaders()
    const representations = Array.from({ length: 1000 }, () => aRepresentation())
    const first = representations.map((each) => prepared.get(each, '200', () => new Headers()))
    const again = representations.toReversed().map((each) => prepared.get(each, '200', () => new Headers()))
    const kept = again.toReversed().filter((headers, index) => headers === first[index])
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.length).toBeLessThanOrEqual(200)
  })

  it('keeps no representation in memory, nor what that is a view of', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage: () => void = runInNewContext('gc')
    const prepared = new PreparedHeaders()
    const representations = Array.from({ length: 20 }, () => {
      const representation = aRepresentation()
      prepared.get(representation, '200', () => new Headers())
      return new WeakRef(representation)
    })
    await setImmediate()
    collectGarbage()
    expect(representations.filter((each) => each.deref() !== undefined).length).toBeLessThan(3)
  })
})
