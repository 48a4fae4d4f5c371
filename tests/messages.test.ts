import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** What a message says of what may lose a text, a setting or a ledger for whoever does as it says. */
const HARMFUL =
  /\b(?:delet|remov|discard|eras|drop|purg)(?:e|es|ed|s|ing)?\b|\bthrow\b[^.]*\baway\b|\b(?:take|cut)\b(?:(?!\b(?:over|into|from)\b)[^.]){0,60}\b(?:out|away)\b|\brid of\b/i

/** Why some messages may say so all the same: by a part of them that is in no other. */
const ALLOWED: Readonly<Record<string, string>> = {
  'Delete dist/ and build again': 'all in dist/ is made anew by a build',
  'Take it out of the build command': 'an option of a command line, which is no content',
  'Take --preview out of its command': 'likewise',
  'Take the Disallow away': 'the rules for robots of a site that is examined, which are no content',
  'Take the cookie away': 'likewise, a header',
  'take the rule away that redirects': 'likewise, a rule of a server',
  'Purge the cache': 'likewise, copies',
  'take "link" out of "kept"':
    'one word of a line of the ledger, which stays, and only to let readers follow a link',
  'is removed from ${counts': 'it tells what a build leaves out of the published copies',
  'readers told to take them away': 'it tells what would happen',
  'Readers take the article away': 'it tells what readers do',
  'to take a withdrawn article away': 'likewise',
}

/** The texts in a source that are sentences or the beginnings and ends of such: words with spaces between them. */
function textsOf(source: string): readonly string[] {
  const literals = source
    .replaceAll(/^\s*(?:\*|\/\*).*$/gm, '')
    .matchAll(
      /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`/g,
    )
  return [...literals]
    .map(([text]) => text)
    .filter((text) => /^["'`]/.test(text) && /[a-z] [a-z]/i.test(text))
}

const SOURCES = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    // Lists of words in which writers say that something is to be kept back, and what tells of packs that nothing needs.
    .filter((path) => !/hiding-words|hiding-values|mark-words|garbage|gc\.ts|pack-namespace/.test(path))
    .map((path) => join(folder, path)),
)

describe('what messages advise', () => {
  const texts = SOURCES.flatMap((path) =>
    textsOf(readFileSync(join(ROOT, path), 'utf8')).map((text) => `${path}: ${text}`),
  )

  it('is known: many are found', () => {
    expect(texts.length).toBeGreaterThan(700)
  })

  it('never loses what a writer has written, or a ledger', () => {
    const harmful = texts.filter((text) => HARMFUL.test(text))
    expect(harmful.filter((text) => !Object.keys(ALLOWED).some((part) => text.includes(part)))).toEqual([])
  })

  it('has no exception that is not needed', () => {
    const needed = (part: string) => texts.some((text) => text.includes(part) && HARMFUL.test(text))
    expect(Object.keys(ALLOWED).filter((part) => !needed(part))).toEqual([])
  })
})
