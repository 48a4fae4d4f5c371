import { describe, expect, it } from 'vitest'
import { describeRefusal } from '../../../src/node/files/describe-failure.ts'

describe('describeRefusal', () => {
  it.each([
    [new Error("EACCES: permission denied, open '/x, y'"), 'permission denied'],
    [new Error("E2BIG: argument list too long, spawn 'x'"), 'argument list too long'],
    [new Error('EIO: i/o error, read'), 'i/o error'],
    [
      new Error('File size (3000000000) is greater than 2 GiB'),
      'File size (3000000000) is greater than 2 GiB',
    ],
    ['odd', 'odd'],
  ])('tells of %s only the reason', (error, reason) => {
    expect(describeRefusal(error)).toBe(reason)
  })
})
