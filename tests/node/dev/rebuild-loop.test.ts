import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RebuildLoop } from '../../../src/node/dev/rebuild-loop.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('RebuildLoop', () => {
  it('makes one build of several requests in a row', async () => {
    const build = vi.fn(async () => true)
    const loop = new RebuildLoop(build)
    for (let count = 0; count < 5; count++) loop.request()
    await vi.runAllTimersAsync()
    expect(build).toHaveBeenCalledTimes(1)
  })

  it('builds once more, and not at the same time, when asked during a build', async () => {
    let running = 0
    let most = 0
    const build = vi.fn(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 1000))
      running -= 1
      return true
    })
    const loop = new RebuildLoop(build)
    loop.request()
    await vi.advanceTimersByTimeAsync(500)
    loop.request()
    await vi.runAllTimersAsync()
    expect(build).toHaveBeenCalledTimes(2)
    expect(most).toBe(1)
  })

  it('builds only once more, however often it is asked during a build', async () => {
    const build = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return true
    })
    const loop = new RebuildLoop(build)
    loop.request()
    await vi.advanceTimersByTimeAsync(100)
    for (let count = 0; count < 8; count++) {
      loop.request()
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.runAllTimersAsync()
    expect(build).toHaveBeenCalledTimes(2)
  })

  it('calls back after a build that did not go well, and after no other', async () => {
    const outcomes = [false, true]
    const onFailed = vi.fn()
    const loop = new RebuildLoop(async () => outcomes.shift() ?? true, onFailed)
    loop.request()
    await vi.runAllTimersAsync()
    expect(onFailed).toHaveBeenCalledTimes(1)
    loop.request()
    await vi.runAllTimersAsync()
    expect(onFailed).toHaveBeenCalledTimes(1)
  })

  it('tells of a build that failed, and goes on', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    const build = vi.fn(async () => {
      throw new Error('no')
    })
    const onFailed = vi.fn()
    const loop = new RebuildLoop(build, onFailed)
    loop.request()
    await vi.runAllTimersAsync()
    loop.request()
    await vi.runAllTimersAsync()
    expect(build).toHaveBeenCalledTimes(2)
    expect(told).toHaveBeenCalledWith('no')
    expect(onFailed).toHaveBeenCalledTimes(2)
  })
})
