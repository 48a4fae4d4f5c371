import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Line, print, printError, printJson } from '../../../src/node/cli/print.ts'
import { Newsroom } from '../../support/newsroom.ts'
import { run } from '../../support/run-script.ts'

const ROOT = join(import.meta.dirname, '../../..')
const FOLDERS = ['src/node', 'scripts']

/** All that a terminal obeys, by what Unicode says of it: controls, formats of direction, separators, halves. */
const OBEYED = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u

/** What GitHub's runner takes for a command: it looks for the one at the beginning, for the other anywhere. */
const COMMAND = /^\s*::|##\[/m

/** What would be obeyed, among other text. */
const ANY_TEXT = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        '\x1b[31m',
        '\x1b]8;;https://x\x07',
        '\r',
        '\n::error::',
        '::warning::',
        '  ::',
        ':',
        '#',
      ),
      fc.constantFrom('##[error]', '#[', '\u202e', '\x9b2J', '\x7f', '\ud83d', '\ude00', '\u2028', '\u061c'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))
const ANY_LINE: fc.Arbitrary<Line> = fc.oneof(
  ANY_TEXT,
  fc.array(fc.oneof(ANY_TEXT, fc.record({ look: fc.constantFrom('red', 'bold'), text: ANY_TEXT }))),
)

/** What is printed while something is done, by the stream. */
function printed(act: () => void): string {
  const told = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
  onTestFinished(() => told.forEach((spy) => void spy.mockRestore()))
  for (const spy of told) spy.mockClear().mockImplementation(() => {})
  act()
  return told.flatMap((spy) => spy.mock.calls).join('\n')
}

describe('print and printError', () => {
  it('send nothing that a terminal or a workflow obeys, whatever they are given', () => {
    fc.assert(
      fc.property(fc.constantFrom(print, printError), fc.array(ANY_LINE, { minLength: 1 }), (say, lines) => {
        const text = printed(() => say(...lines))
        const own = text.split('\n')
        expect(own).toHaveLength(lines.length)
        for (const line of own) {
          expect(line.replaceAll('\t', '')).not.toMatch(OBEYED)
          expect(line).not.toMatch(COMMAND)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('show what they do not send', () => {
    const shown = (text: string) => printed(() => print(text))
    expect(shown('a\x1b[31mb\nc\x7f\x9b\u202ed\ud800')).toBe('a␛[31mb␊c␡<U+009B><U+202E>d<U+D800>')
    expect(shown('::error::x')).toBe('\\::error::x')
    expect(shown(' \t::error::x')).toBe(' \t\\::error::x')
    expect(shown('a ##[error]x')).toBe('a ##\\[error]x')
    expect(shown('a::b # [x] ## [y] è 😀\té')).toBe('a::b # [x] ## [y] è 😀\té')
  })

  it('give words a look where the stream takes it, and only what is clean', () => {
    vi.stubEnv('FORCE_COLOR', '1')
    onTestFinished(() => void vi.unstubAllEnvs())
    const text = printed(() => printError(['x ', { look: 'red', text: 'err\x1b[0m' }, ' y']))
    expect(text).toBe('x \x1b[31merr␛[0m\x1b[39m y')
    expect(stripVTControlCharacters(text)).toBe('x err␛[0m y')
    expect(printed(() => printError([{ look: 'red', text: ':' }, ':warning::']))).toBe('\\::warning::')
  })
})

describe('printJson', () => {
  it('prints the same value with all of that escaped', () => {
    fc.assert(
      fc.property(fc.dictionary(ANY_TEXT, fc.array(ANY_TEXT)), (value) => {
        const text = printed(() => printJson(value))
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(text.replaceAll('\n', '')).not.toMatch(OBEYED)
        expect(text).not.toMatch(COMMAND)
      }),
    )
  })
})

describe('scripts', () => {
  it('print nothing by any other way', () => {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(ROOT, folder, path),
      ),
    )
    const others = files
      .filter((path) => path.endsWith('.ts') && !path.split(sep).join('/').endsWith('/cli/print.ts'))
      .filter((path) => {
        const source = readFileSync(path, 'utf8')
        return /\bconsole\b|\bstd(?:out|err)\.write|\bstyleText\b|\bstream\.write|writeSync\((?:1|2),/.test(
          source,
        )
      })
    expect(others).toEqual([])
  })

  it('send no control that a title, a name or a source line has, and begin no line with a command', async () => {
    const room = new Newsroom()
    const name = '::warning file=x::a\x1b[31mb\x9bc\nd\u202e.md'
    const front = '---\ntitle: "\\e]0;x\\a\\u202Etitle"\n::error::date: domani\x9b\ndate: domani\x1b[2J\n'
    room.write(name, `${front}slug: "::x"\n---\n::error::x\n`)
    room.write(`\n::debug::x\n.csv`, '')
    room.article('a', '2026-01-01', 'tags: ["\\e[1m", "\\n::error::"]\n')
    for (const color of ['0', '1']) {
      const strillone = join(ROOT, 'scripts/strillone.ts')
      for (const args of [
        ['build', '--out', room.out, '--at', '2026-02-01T00:00:00Z'],
        ['build', '--out', room.out, '--local'],
        ['check'],
        ['ledger', 'begin'],
        ['check', '--at', '\n::error::\x1b[0m'],
      ]) {
        const env = { FORCE_COLOR: color, NO_COLOR: color === '0' ? '1' : '' }
        const { stdout, stderr } = await run(
          process.execPath,
          [strillone, ...args, '--seeds', room.seeds],
          env,
        )
        const plain = color === '1' ? stripVTControlCharacters(stdout + stderr) : stdout + stderr
        expect(plain).not.toBe('')
        expect(plain.replaceAll(/[\n\t]/g, '')).not.toMatch(OBEYED)
        expect(plain).not.toMatch(COMMAND)
      }
    }
  })

  it('show an error of ours, of which nobody has thought, likewise', async () => {
    const module = join(ROOT, 'src/node/cli/command-line.ts')
    const source = `
      import { runCommand } from ${JSON.stringify(module)}
      const usage = { command: 'x', about: 'x', options: {} }
      await runCommand(usage, () => ({ help: false }), async () => {
        throw new Error('Cannot read \\x1b[31mx\\n::error::y')
      })`
    const { status, stderr } = await run(process.execPath, ['--input-type=module', '--eval', source])
    expect(status).toBe(1)
    expect(stderr).toContain('Cannot read ␛[31mx')
    expect(stderr).toContain('\\::error::y')
    expect(stderr.replaceAll(/[\n\t]/g, '')).not.toMatch(OBEYED)
  })
})
