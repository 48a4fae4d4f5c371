import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { samplePages } from './sample-pages.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // How long a title is, its writer decides.
    'long-title': 'off',
    // The style comes from the site itself.
    'require-sri': 'off',
  },
})

describe('html-validate', () => {
  it.each(Object.entries(samplePages()))('finds nothing wrong with the %s page', async (_, { text }) => {
    const report = await validator.validateString(text)
    const found = report.results.flatMap(({ messages }) => messages)
    expect(found.map(({ ruleId, line, message }) => `${line}: ${message} (${ruleId})`)).toEqual([])
  })
})
