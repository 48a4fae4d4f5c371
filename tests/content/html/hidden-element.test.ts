import { describe, expect, it } from 'vitest'
import { parsePublication } from '../../../src/content/publication/parse-publication.ts'
import { instant } from '../../../src/model/instant.ts'
import { aGif } from '../../support/a-picture.ts'
import { aSeed } from '../../support/a-seed.ts'
import { answersOf } from '../../support/bundle-texts.ts'
import { publishInMemory } from '../../support/publish-in-memory.ts'
import { sha256 } from '../../support/sha256.ts'

const AT = instant(Date.UTC(2026, 10, 27))

/** All that is answered, and told, where an article has this body. */
async function publish(body: string, path: string) {
  const seeds = [
    aSeed('site.yaml', 'title: News\nurl: https://news.site\nlanguage: en\n'),
    aSeed(path, `---\ndate: 2026-01-02\n---\n${body}\n\n<p>They came back, all of them.</p>\n`),
    aSeed('held.gif', aGif(3, 3)),
  ]
  const { publication, problems } = await parsePublication({ seeds }, { at: AT, digest: sha256 })
  if (publication === undefined) throw new Error(problems.map(({ message }) => message).join('\n'))
  const { embedded, packs } = await publishInMemory(publication, { at: AT })
  const answers = answersOf([...embedded, ...packs])
  const told = problems.filter(({ message }) => message.includes('Browsers show nothing'))
  return { answers, told, hasPicture: answers.some(({ form }) => form === 'gif') }
}

/** What stands in an element, with a word that is nowhere else. */
const WITHIN = [
  'zyx',
  '<h1>Zyx</h1><p>Of zyx.</p>',
  '<img src="held.gif" alt="zyx" title="zyx">',
  '<a href="https://a.example/zyx" title="zyx" aria-label="zyx" data-a="zyx" id="zyx">zyx</a>',
  '<details open><summary>zyx</summary>zyx</details>',
  '<table><tr><td>zyx</td></tr></table><pre><code class="language-zyx">zyx</code></pre>',
]

/** Elements that a browser does not show; whether it is told that they are left out. */
const HIDDEN: readonly (readonly [begin: string, end: string, isTold: boolean])[] = [
  ['<div hidden title="zyx">', '</div>', true],
  ['<section HIDDEN="">', '</section>', true],
  ['<span hidden="hidden">', '</span>', true],
  ['<x-box hidden=false>', '</x-box>', true],
  ['<div style="display:none">', '</div>', true],
  ['<div style="color: red; DISPLAY : none !important">', '</div>', true],
  ['<div style="display:/* zyx */none">', '</div>', true],
  [`<div style="${'color: red; '.repeat(500)}display: none">`, '</div>', true],
  ['<div style="visibility: hidden">', '</div>', true],
  ['<div style="visibility:collapse">', '</div>', true],
  ['<div style="content-visibility: hidden">', '</div>', true],
  ['<div popover>', '</div>', true],
  ['<dialog>', '</dialog>', true],
  ['<template>', '</template>', false],
  ['<noscript>', '</noscript>', false],
]

describe('an element that a browser hides', () => {
  it.each(HIDDEN)('is nowhere, nor is anything in it: %s', async (begin, end, isTold) => {
    for (const within of WITHIN) {
      for (const path of ['bees.md', 'bees.html']) {
        const { answers, told, hasPicture } = await publish(`${begin}${within}${end}`, path)
        const where = answers.filter(({ stem, text }) => /zyx/i.test(stem + text))
        expect(where.map(({ stem, form }) => `${stem}.${form}`)).toEqual([])
        expect(hasPicture).toBe(false)
        expect(told.map(({ severity, line }) => [severity, line])).toEqual(isTold ? [['warning', 4]] : [])
      }
    }
  })

  it.each([
    '<details><summary>More</summary>zyx</details>',
    '<dialog open>zyx</dialog>',
    '<p hidden="until-found">zyx</p>',
    '<p aria-hidden="true">zyx</p>',
    '<p style="display: block; color: none">zyx</p>',
    '<p style="overflow: hidden; --display: none">zyx</p>',
    '<p data-style="display: none">zyx</p>',
  ])('is not %s', async (html) => {
    const { answers, told } = await publish(html, 'bees.md')
    expect(answers.filter(({ text }) => text.includes('zyx')).map(({ form }) => form)).toEqual(
      expect.arrayContaining(['html', 'md', 'json', 'rss', 'atom']),
    )
    expect(told).toEqual([])
  })

  it('has no part in how far headings go down', async () => {
    const { answers } = await publish('<div hidden><h1>Zyx</h1></div>\n\n## Bees', 'bees.md')
    expect(answers.find(({ form }) => form === 'md')?.text).toMatch(/^## Bees/m)
  })
})
