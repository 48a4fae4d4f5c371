import { describe, expect, it } from 'vitest'
import { inManyRounds } from '../support/rounds.ts'
import { FolderHistory } from './folder-history.ts'

const START = Date.UTC(2026, 0, 1)
const STEPS = 40

describe('a ledger', () => {
  it('keeps ids and slugs through whatever happens to the articles', async () => {
    await inManyRounds((dice) => {
      const folder = new FolderHistory(dice, START)
      for (let step = 0; step < STEPS; step += 1) {
        folder.change()
        if (dice.happens(3)) expect(folder.publish()).toEqual([])
      }
    }, 200)
  })

  it('keeps them through branches that are merged by their lines', async () => {
    await inManyRounds((dice) => {
      const folder = new FolderHistory(dice, START)
      for (let round = 0; round < 5; round += 1) {
        folder.change()
        expect(folder.publish()).toEqual([])
        const branches = [folder.branch(), folder.branch()]
        for (const [index, branch] of branches.entries()) {
          for (let step = 0; step < 6; step += 1) {
            branch.change((number) => isOf(number, index))
            if (dice.happens(2)) expect(branch.publish()).toEqual([])
          }
          expect(branch.publish()).toEqual([])
        }
        folder.merge(branches, isOf)
        expect(folder.publish()).toEqual([])
      }
    }, 200)
  })
})

function isOf(number: number, branch: number): boolean {
  return number % 2 === branch
}
