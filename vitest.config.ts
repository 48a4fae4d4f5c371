import { defineConfig } from 'vitest/config'

/**
 * `unit` needs only Node, `workerd` the real runtime, `deploy` wrangler as well; `readers` and `browser` also programs from
 * Debian.
 */
export default defineConfig({
  test: {
    // Only for what hangs: five times what the longest takes that has no limit of its own, on a machine with other work.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    // No process may outlive the tests that started it.
    globalSetup: 'tests/support/no-process-left.ts',
    setupFiles: 'tests/support/mark-processes.ts',
    // By default a core stays idle, which on a machine of two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{workerd,cloudflare,deploy,websub,readers,browser}/**'],
        },
      },
      { extends: true, test: { name: 'workerd', include: ['tests/workerd/**/*.test.ts'] } },
      {
        extends: true,
        // A publisher's commands, each run as a process of its own, some of them several times.
        test: {
          name: 'deploy',
          include: ['tests/{cloudflare,deploy,websub}/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
      { extends: true, test: { name: 'readers', include: ['tests/readers/**/*.test.ts'] } },
      {
        extends: true,
        // A browser beside other work now and then misses a moment: what is wrong with a page is wrong twice.
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], retry: 1 },
      },
    ],
  },
})
