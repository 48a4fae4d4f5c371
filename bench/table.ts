/** A table to print. Every cell is text. */
export interface Table {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * Renders a table in Markdown. Each column is as wide as its widest cell, so that the table also reads well on a terminal.
 */
export function renderTable({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const cells = [columns, ...rows].map((row) => columns.map((_, column) => escapeCell(row[column] ?? '')))
  const widths = columns.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const [head, ...body] = cells.map((row) => renderRow(row, widths))
  return [
    head,
    renderRow(
      widths.map((width) => '-'.repeat(width)),
      widths,
    ),
    ...body,
  ].join('\n')
}

function renderRow(row: readonly string[], widths: readonly number[]): string {
  return `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
