import { describe, expect, it } from 'vitest'
import { readSvgForm } from '../../../src/content/assets/svg-form.ts'

const read = (text: string) => readSvgForm(new TextEncoder().encode(text))

describe('readSvgForm()', () => {
  it.each([
    ['<svg/>', {}],
    [
      '\uFEFF<?xml version="1.0"?>\n<!-- a > b --><!DOCTYPE svg>\n<svg width="40" height="30"/>',
      { width: 40, height: 30 },
    ],
    ['<svg:svg width="40px" height="22.5pt"/>', { width: 40, height: 30 }],
    ['<svg width="25.4mm" height="2.54cm"/>', { width: 96, height: 96 }],
    ['<svg viewBox="0 0 40 30"/>', { width: 40, height: 30 }],
    ['<svg viewBox="0,0,40,30" width="80"/>', { width: 80, height: 60 }],
    ['<svg viewBox="0 0 40 30" height="60"/>', { width: 80, height: 60 }],
    ['<svg viewBox="0 0 40 30" width="100%" height="100%"/>', { width: 40, height: 30 }],
    ['<svg width="100%" height="30"/>', {}],
    ['<svg width="0" height="0"/>', {}],
    ['<svg viewBox="0 0 x 1e999"/>', {}],
    ['<svg viewBox="0 0 1e300 1e300"/>', {}],
  ])('reads %s', (text, size) => {
    expect(read(text)).toEqual({ form: 'svg', type: 'image/svg+xml', ...size })
  })

  it.each(['', 'svg', '<html><svg/></html>', '<!-- <svg/> -->', '{"svg":1}', 'a<svg/>'])(
    'takes %s for none',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )
})
