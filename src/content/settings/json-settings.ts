import type { ParsedSettings } from './settings-source.ts'
import { parseYamlSettings } from './yaml-settings.ts'

/**
 * Parses settings in JSON (RFC 8259). `firstLine` is the line of the file on which `source` begins. JSON is YAML 1.2
 * except for tabs as indentation, so the YAML parser gives the places, and the numbers as written. A map that only YAML
 * accepts is an error: there `draft:true` is a name without a value.
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
