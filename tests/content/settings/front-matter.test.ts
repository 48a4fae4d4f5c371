import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFrontMatter } from '../../../src/content/settings/front-matter.ts'

const read = (text: string) => parseFrontMatter(text, 'a.md')

describe('parseFrontMatter()', () => {
  it('reads YAML between lines of three hyphens', () => {
    const front = read('---\ntitle: Bees\ntags: [one, two]\n---\n\nText.')
    expect(front.settings?.data).toEqual({ title: 'Bees', tags: ['one', 'two'] })
    expect(front).toMatchObject({ body: '\nText.', bodyLine: 5, problems: [] })
  })

  it('reads TOML between lines of three plus signs', () => {
    const front = read(
      '+++\ntitle = "Bees"\ndate = 2025-01-02T10:00:00+01:00\n[extra]\npages = 3\n+++\nText.',
    )
    expect(front.settings?.data).toEqual({
      title: 'Bees',
      date: '2025-01-02T10:00:00.000+01:00',
      extra: { pages: '3' },
    })
    expect(front.body).toBe('Text.')
  })

  it('takes a text without a fence in its first line as it is', () => {
    expect(read('Text.\n---\na: b\n---')).toMatchObject({ body: 'Text.\n---\na: b\n---', bodyLine: 1 })
  })

  it('keeps numbers and dates as they are written', () => {
    const { settings } = read('---\na: 1.10\nb: 007\nc: 2025-01-02\nd: 1e3\ne: 0x10\nf: no\n---\n')
    expect(settings?.data).toEqual({ a: '1.10', b: '007', c: '2025-01-02', d: '1e3', e: '0x10', f: 'no' })
  })

  it('takes empty front matter for none', () => {
    expect(read('---\n---\nText.')).toMatchObject({ body: 'Text.', problems: [] })
  })

  it('tells where names and values are written in the file', () => {
    const { settings } = read('---\ntitle: Bees\ntags:\n  - one\n  - two\nextra: { lang: it }\n---\n')
    expect(settings?.locate(['title'], 'name')).toEqual({ line: 2, column: 1 })
    expect(settings?.locate(['title'], 'value')).toEqual({ line: 2, column: 8 })
    expect(settings?.locate(['tags', 1], 'value')).toEqual({ line: 5, column: 5 })
    expect(settings?.locate(['extra', 'lang'], 'value')).toEqual({ line: 6, column: 16 })
    expect(settings?.locate(['nothing'], 'value')).toBeUndefined()
  })

  it('tells where settings of TOML are written', () => {
    const { settings } = read('+++\ntitle = "Bees"\n\n[extra]\n  lang = "it"\n+++\n')
    expect(settings?.locate(['title'], 'value')).toEqual({ line: 2, column: 9 })
    expect(settings?.locate(['extra', 'lang'], 'name')).toEqual({ line: 5, column: 3 })
    expect(settings?.locate(['extra', 'lang'], 'value')).toEqual({ line: 5, column: 10 })
  })

  it.each([
    { name: 'YAML', text: '---\ntitle: Bees\ndate: [2025\n---\nText.', line: 3 },
    { name: 'a tab as indent', text: '---\na:\n\tb: c\n---\n', line: 3 },
    { name: 'a name twice', text: '---\na: b\nc: d\na: e\n---\n', line: 4 },
    { name: 'TOML', text: '+++\ntitle = "Bees"\ndate = \n+++\nText.', line: 3 },
    { name: 'an unknown tag', text: '---\na: !!js/function "x"\n---\n', line: 2 },
    { name: 'a list', text: '---\n- Once upon a time.\n---\n', line: 2 },
  ])('tells the line of a mistake in $name', ({ text, line }) => {
    const { problems, settings } = read(text)
    expect(settings).toBeUndefined()
    expect(problems[0]).toMatchObject({ severity: 'error', path: 'a.md', line })
    expect(problems[0]?.message).toMatch(/^[A-Z][^\n]+\.$/)
  })

  it.each([
    ['title: Bees: a story', 'Cannot read the YAML: the value of "title" holds a colon. Put it in quotes.'],
    ['- "the key": a: b: c', 'Cannot read the YAML: the value of "the key" holds a colon. Put it in quotes.'],
    ['a: b\nc: d\na : e', 'Cannot read the YAML: "a" is there twice. Write it once.'],
    ['x:\n  "a b": c\n  "a b": d', 'Cannot read the YAML: "a b" is there twice. Write it once.'],
  ])("tells in a writer's words what is wrong with %j", (yaml, message) => {
    expect(read(`---\n${yaml}\n---\n`).problems.map((problem) => problem.message)).toEqual([message])
  })

  it('finds an unclosed fence', () => {
    expect(read('---\ntitle: Bees\n\nText.').problems).toEqual([
      {
        severity: 'error',
        path: 'a.md',
        line: 1,
        column: 1,
        message: 'The front matter that begins here never ends. Write a line "---" after its last key.',
      },
    ])
  })

  it.each(['js', 'javascript', 'json', 'coffee'])(
    'refuses a fence that names a language: ---%s',
    (language) => {
      const text = `---${language}\n{ title: (globalThis.hacked = true) }\n---\nText.`
      expect(read(text).problems[0]?.message).toContain(`Cannot read front matter in "${language}".`)
      expect(globalThis).not.toHaveProperty('hacked')
    },
  )

  it('refuses aliases that multiply', () => {
    const levels = [...'bcdefghij'].map((name, index) => {
      const before = 'abcdefghi'[index]
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`
    })
    const { problems } = read(`---\na: &a [x, x, x]\n${levels.join('\n')}\n---\n`)
    expect(problems[0]?.message).toContain('its aliases multiply')
  })

  it('reads nesting of any depth or refuses it', () => {
    expect(read(`---\na: ${'['.repeat(20_000)}\n---\n`).problems[0]).toMatchObject({ severity: 'error' })
    expect(read(`+++\na = ${'['.repeat(20_000)}\n+++\n`).problems[0]).toMatchObject({ severity: 'error' })
  })

  it('makes no prototype of a setting', () => {
    for (const text of [
      '---\n__proto__: { hacked: true }\n---\n',
      '+++\n[__proto__]\nhacked = "yes"\n+++\n',
    ]) {
      expect(read(text).settings?.data['hacked']).toBeUndefined()
    }
  })

  it('throws for no text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'---\n|+++\n|: |- |&a |*a |[|]|{|}|"|!!int |\n|\t|<<: |= |a.b = '.split('|')),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.constantFrom('---\n', '+++\n', ''), fc.array(piece), (fence, pieces) => {
        const { problems, settings } = read(`${fence}${pieces.join('')}\n${fence}`)
        expect(settings !== undefined || problems.length > 0).toBe(true)
      }),
    )
  })
})
