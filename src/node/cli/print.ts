import { inspect, styleText } from 'node:util'
import { breakCommands, showControls, visibleJson } from './visible.ts'

/** What words may look like on a terminal. */
export type Look = Extract<Parameters<typeof styleText>[0], string>

/** Words with a look of their own, which they have only where the stream that they are printed to takes it. */
export interface Styled {
  readonly look: Look
  readonly text: string
}

/** One line, or the pieces that it consists of. No piece divides it: a line end within is shown as a character. */
export type Line = string | readonly (string | Styled)[]

/** Prints lines to the standard output stream, whatever they quote. Only here and in `printError` anything is printed. */
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

/** From now on an error that nobody catches is printed so, too, and ends the process with status 1. */
export function printUncaught(): void {
  process.on('uncaughtException', (error) => {
    printError(...inspect(error).split('\n'))
    process.exit(1)
  })
}

/** A line as it is printed where no look is taken. */
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

/** The looks are added last, to what is clean already. A line that would be a command goes without. */
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
