import type { Outcome, WithheldRow } from './withheld-row.ts'

const YAML = '---\ntitle: Not yet\ndraft: true\n---\n'

/** Whole beginnings of files, and what comes of them. */
const BEGINNINGS: readonly (readonly [name: string, beginning: string, outcome: Outcome])[] = [
  ['blank-line', `\n${YAML}`, 'stop'],
  ['blank-lines', `\n\n \n${YAML}`, 'stop'],
  ['indented', ` ${YAML}`, 'stop'],
  ['comment', `<!-- lint off -->\n${YAML}`, 'stop'],
  ['comment-of-two-lines', `<!-- lint\noff -->\n\n${YAML}`, 'stop'],
  ['mark-and-blank-line', `\ufeff\n${YAML}`, 'stop'],
  ['toml-below', '\n+++\ntitle = "Not yet"\ndraft = true\n+++\n', 'stop'],
  ['toml-in-capitals', '+++\ntitle = "Not now"\nDraft = true\n+++\n', 'stop'],
  ['hugo-json', '{\n  "title": "Not yet",\n  "draft": true\n}\n\n', 'stop'],
  ['hugo-json-in-capitals', '{\n  "Title": "Not yet",\n  "Draft": true\n}\n\n', 'stop'],
  ['hexo', 'title: Not yet\npublished: false\n---\n', 'stop'],
  ['hexo-json', ';;;\n"title": "Not yet",\n"published": false\n;;;\n', 'stop'],
  ['pelican', 'Title: Not yet\nStatus: draft\n\n', 'error'],
  ['pelican-hidden', 'Title: Not yet\nDate: 2026-01-02\nStatus: hidden\n\n', 'error'],
  ['pelican-plain', 'Title: At once\nDate: 2026-01-02\nCategory: Stone\n\n', 'error'],
  ['nikola', '<!--\n.. title: Not yet\n.. status: draft\n-->\n\n', 'error'],
  ['nikola-plain', '<!--\n.. title: At once\n.. slug: at-once\n.. date: 2026-01-02\n-->\n\n', 'error'],
]

/** Articles whose settings stand where today's code takes them for text. */
export const SETTINGS_OUT_OF_PLACE: readonly WithheldRow[] = BEGINNINGS.map(([name, beginning, outcome]) => ({
  file: {
    path: `out-of-place/2026-01-02-${name}.md`,
    content: `${beginning}What ${name} was written over.\n`,
  },
  outcome,
}))
