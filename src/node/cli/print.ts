import { inspect, styleText } from 'node:util'
import { breakCommands, showControls, visibleJson } from './visible.ts'

/** A style of text on a terminal. */
export type Look = Extract<Parameters<typeof styleText>[0], string>

/** Words with a style. The style is used only if the stream supports it. */
export interface Styled {
  readonly look: Look
  readonly text: string
}

/** A line, or its pieces. A line end inside a piece is printed as a visible character. */
export type Line = string | readonly (string | Styled)[]

/**
 * Prints lines to the standard output stream, safely even if they quote hostile text. All other output goes through
 * `printError` or `printJson`.
 */
export function print(...lines: readonly Line[]): void {
  if (lines.length > 0) console.log(renderLines(lines, process.stdout))
}

/** Prints lines to the standard error stream. */
export function printError(...lines: readonly Line[]): void {
  if (lines.length > 0) console.error(renderLines(lines, process.stderr))
}

/** Prints a value as a JSON document, for programs. */
export function printJson(value: unknown): void {
  console.log(visibleJson(JSON.stringify(value, null, 2)))
}

/** Prints uncaught errors in the same way from now on, and ends the process with status 1. */
export function printUncaught(): void {
  process.on('uncaughtException', (error) => {
    printError(...inspect(error).split('\n'))
    process.exit(1)
  })
}

/** The line as it is printed without styles. */
export function plainLine(line: Line): string {
  return breakCommands(
    piecesOf(line)
      .map(({ text }) => text)
      .join(''),
  )
}

function renderLines(lines: readonly Line[], stream: NodeJS.WriteStream): string {
  return lines.map((line) => renderLine(line, stream)).join('\n')
}

/** Adds the styles last, to text that is safe already. A line that GitHub would take for a command gets no styles. */
function renderLine(line: Line, stream: NodeJS.WriteStream): string {
  const pieces = piecesOf(line)
  const plain = plainLine(line)
  if (plain !== pieces.map(({ text }) => text).join('')) return plain
  return pieces
    .map(({ look, text }) => (look === undefined ? text : styleText(look, text, { stream })))
    .join('')
}

function piecesOf(line: Line): readonly (Pick<Styled, 'text'> & Partial<Styled>)[] {
  return (typeof line === 'string' ? [line] : line).map((piece) =>
    typeof piece === 'string' ? { text: showControls(piece) } : { ...piece, text: showControls(piece.text) },
  )
}
