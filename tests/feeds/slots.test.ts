import { describe, expect, it } from 'vitest'
import { Slots } from '../../src/feeds/slots.ts'

describe('Slots', () => {
  it('puts markup in the places of its tokens', () => {
    const slots = new Slots()
    const a = slots.put('<A>')
    const b = slots.put('$& $1')
    expect(slots.fill(`<x h="${b}">${a}</x>${a}`)).toBe('<x h="$& $1"><A></x><A>')
  })

  it('takes the CDATA section round a token away', () => {
    const slots = new Slots()
    expect(slots.fill(`<x><![CDATA[${slots.put('a &amp; b')}]]></x>`)).toBe('<x>a &amp; b</x>')
  })

  it('does not look for tokens in what it put in', () => {
    const slots = new Slots()
    const outer = slots.put('slot:1:')
    slots.put('inner')
    expect(slots.fill(outer)).toBe('slot:1:')
  })

  it('gives tokens that are URLs as they stand', () => {
    const token = new Slots().put('x')
    expect(new URL(token).toString()).toBe(token)
  })
})
