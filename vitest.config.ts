// Names the test projects: the rooms of the tree, the stories, and the facts of others.
import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, setupFiles: ['test/support/property-seed.ts'], ...more },
})

export default defineConfig({
  test: {
    // By default a core is left idle; the tests wait for Postgres and for other processes half of the time.
    maxWorkers: '100%',
    projects: [
      project(
        'rooms',
        [
          'test/{app,core,help,slack,outbox,schedule,org,numbers,targets,boards,checkins,overview,setup,project,security,crash}/**/*.test.ts',
        ],
        {
          globalSetup: ['test/support/postgres-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      ),
      project('story', ['test/story/**/*.test.ts'], {
        globalSetup: ['test/support/postgres-setup.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
      project('browser', ['test/browser/**/*.test.ts'], {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        fileParallelism: false,
      }),
      project('faults', ['test/{faults,demo}/**/*.test.ts'], {
        globalSetup: ['test/support/postgres-setup.ts'],
        testTimeout: 180_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
      project('oracle', ['test/oracle/**/*.test.ts'], { testTimeout: 30_000 }),
    ],
  },
})
