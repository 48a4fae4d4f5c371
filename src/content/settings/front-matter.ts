import type { Problem } from '../../model/problem.ts'
import { NO_SETTINGS, type ParsedSettings, type SettingsSource } from './settings-source.ts'
import { parseTomlSettings } from './toml-settings.ts'
import { parseYamlSettings } from './yaml-settings.ts'

/** A text with its front matter taken off. */
export interface FrontMatter {
  /** Absent where it cannot be read at all. */
  readonly settings?: SettingsSource
  readonly body: string
  /** The line of the file that the body begins on. */
  readonly bodyLine: number
  readonly problems: readonly Problem[]
}

/** How front matter is fenced, and who reads it: `---` around YAML, which may also end in `...`; `+++` around TOML. */
const FENCES: readonly {
  open: RegExp
  close: RegExp
  fence: string
  parse: (source: string, firstLine: number) => ParsedSettings
}[] = [
  { open: /^---[ \t]*$/, close: /^(?:---|\.\.\.)[ \t]*$/, fence: '---', parse: parseYamlSettings },
  { open: /^\+\+\+[ \t]*$/, close: /^\+\+\+[ \t]*$/, fence: '+++', parse: parseTomlSettings },
]

/**
 * Takes the front matter off a decoded text and parses it, whatever the kind of file. It begins in the first line or
 * there is none. It is data: a fence that names a language (`---js`) is refused, and nothing is ever executed.
 */
export function parseFrontMatter(text: string, path: string): FrontMatter {
  const first = text.split('\n', 1)[0] ?? ''
  const refuse = (message: string): FrontMatter => ({
    body: text,
    bodyLine: 1,
    problems: [{ severity: 'error', path, line: 1, column: 1, message }],
  })
  if (/^---[A-Za-z]+[ \t]*$/.test(first)) {
    return refuse(
      `Cannot read front matter in "${first.slice(3).trim()}". Write it as YAML between two lines "---" or as TOML between two lines "+++".`,
    )
  }
  const kind = FENCES.find(({ open }) => open.test(first))
  if (kind === undefined) return { settings: NO_SETTINGS, body: text, bodyLine: 1, problems: [] }

  const lines = text.split('\n')
  const end = lines.findIndex((line, index) => index > 0 && kind.close.test(line))
  if (end === -1) {
    return refuse(
      `The front matter that begins here never ends. Write a line "${kind.fence}" after its last key.`,
    )
  }
  const { settings, problems } = kind.parse(lines.slice(1, end).join('\n'), 2)
  return {
    ...(settings && { settings }),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    problems: problems.map(({ severity, message, position }) => ({ severity, path, ...position, message })),
  }
}
