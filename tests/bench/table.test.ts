import { expect, it } from 'vitest'
import { renderTable } from '../../bench/table.ts'

it('renderTable() makes columns as wide as their widest cell', () => {
  expect(
    renderTable({
      columns: ['what', 'n'],
      rows: [['a longer cell', '1'], ['x']],
    }),
  ).toBe(
    [
      '| what          | n   |',
      '| ------------- | --- |',
      '| a longer cell | 1   |',
      '| x             |     |',
    ].join('\n'),
  )
})

it('renderTable() keeps what would end a cell from ending it', () => {
  expect(renderTable({ columns: ['a'], rows: [['x|y\nz']] })).toContain('| x\\|y z |')
})
