import { describe, expect, it } from 'vitest'
import { COLOURS, STYLESHEET } from '../../../src/pages/theme/stylesheet.ts'

/** The relative luminance of a colour (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(COLOURS))('the %s colours', (_, colours) => {
  it.each(['ink', 'quiet', 'accent'] as const)('let %s be read on paper and on tint', (text) => {
    expect(contrast(colours[text], colours.paper)).toBeGreaterThan(4.5)
    expect(contrast(colours[text], colours.tint)).toBeGreaterThan(4.5)
  })
})

describe('STYLESHEET', () => {
  it('loads nothing from anywhere', () => {
    expect(STYLESHEET).not.toMatch(/url\(|@import|@font-face/)
  })

  it('knows no left and no right, so that it serves both directions', () => {
    expect(STYLESHEET).not.toMatch(/\b(?:left|right)\b|[^-](?:width|height):(?! [\d.]+em\))/)
  })

  it('balances its braces', () => {
    expect(STYLESHEET.split('{').length).toBe(STYLESHEET.split('}').length)
  })
})
