import type { ParsedSettings } from './settings-source.ts'
import { parseYamlSettings } from './yaml-settings.ts'

/**
 * Parses settings in JSON (RFC 8259), of which the first line is line `firstLine` of its file. JSON is YAML 1.2 but for tabs that
 * indent, and so has the same places, and numbers as they were written. What only YAML takes for a map is an error:
 * there, `draft:true` is a name without a value.
 */
export function parseJsonSettings(source: string, firstLine: number): ParsedSettings {
  const { settings, problems } = parseYamlSettings(source.replaceAll('\t', ' '), firstLine)
  const told = problems.map((problem) => ({
    ...problem,
    message: problem.message.replace('the YAML', 'the JSON'),
  }))
  if (settings === undefined || isJson(source)) return { ...(settings && { settings }), problems: told }
  const mend = 'Write every name in double quotes, without comments, and no comma after the last value.'
  const position = { line: firstLine, column: 1 }
  return { problems: [{ severity: 'error', message: `Cannot read the JSON. ${mend}`, position }] }
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source)
    return true
  } catch {
    return source.trim() === ''
  }
}
