import type { ParsedSettings } from './settings-source.ts'
import { parseYamlSettings } from './yaml-settings.ts'

/**
 * Parses settings in JSON (RFC 8259), of which the first line is line `firstLine` of its file. JSON is YAML 1.2 but for tabs that
 * indent, and so has the same places, and numbers as they were written.
 */
export function parseJsonSettings(source: string, firstLine: number): ParsedSettings {
  const { settings, problems } = parseYamlSettings(source.replaceAll('\t', ' '), firstLine)
  const told = problems.map((problem) => ({
    ...problem,
    message: problem.message.replace('the YAML', 'the JSON'),
  }))
  return { ...(settings && { settings }), problems: told }
}
