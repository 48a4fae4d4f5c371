import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termSlug } from '../../src/model/term-slug.ts'

describe('termSlug', () => {
  it.each([
    ['Russia', 'russia'],
    ['New York', 'new-york'],
    ['Perché no?', 'perche-no'],
    ['l’università', 'l-universita'],
    ['TCP/IP', 'tcp-ip'],
    ['node.js', 'node-js'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['AT&T', 'at-and-t'],
    ['Россия', 'россия'],
    ['中国', '中国'],
    ['हिन्दी', 'हिन्दी'],
    ['🎉', 'u1f389'],
    ['---', 'u'],
  ])('makes %s %s', (name, slug) => {
    expect(termSlug(name)).toBe(slug)
  })

  it.each([
    ['Russia', 'russia'],
    ['Città', 'citta'],
    ['new-york', 'New  York'],
    ['Caffe\u0301', 'Caffé'],
  ])('takes %s and %s for one', (a, b) => {
    expect(termSlug(a)).toBe(termSlug(b))
  })

  it.each([
    ['C', 'C++'],
    ['C++', 'C#'],
    ['е', 'e'],
    ['й', 'и'],
    ['事实', '实事'],
    ['🎉', '🎈'],
  ])('tells %s from %s', (a, b) => {
    expect(termSlug(a)).not.toBe(termSlug(b))
  })

  it('is itself the name of what it names, and always a path’s part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const slug = termSlug(name)
        expect(termSlug(slug)).toBe(slug)
        expect(slug).toMatch(/^[^\s/.?#]+$/)
      }),
      { numRuns: 2000 },
    )
  })
})
