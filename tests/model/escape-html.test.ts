import { describe, expect, it } from 'vitest'
import { escapeHtml, escapeHtmlAttribute } from '../../src/model/escape.ts'

describe('escapeHtml', () => {
  it('leaves no character that could begin markup', () => {
    expect(escapeHtml('<b> & "&amp;"')).toBe('&lt;b&gt; &amp; "&amp;amp;"')
  })
})

describe('escapeHtmlAttribute', () => {
  it('leaves no character that could end the value', () => {
    expect(escapeHtmlAttribute('"<b>" & \n')).toBe('&quot;&lt;b&gt;&quot; &amp; \n')
  })
})
