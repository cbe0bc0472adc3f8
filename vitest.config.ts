// Names the test projects: what needs nothing, what needs Postgres, the stories, and the facts of others.
import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, setupFiles: ['test/support/property-seed.ts'], ...more },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', ['test/{domain,i18n,slack,sandbox,project,crash}/**/*.test.ts'], {
        testTimeout: 30_000,
      }),
      project('postgres', ['test/{db,flows,jobs,http,bot,security}/**/*.test.ts'], {
        globalSetup: ['test/support/postgres-setup.ts'],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project('story', ['test/story/**/*.test.ts'], {
        globalSetup: ['test/support/postgres-setup.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
      project('browser', ['test/browser/**/*.test.ts'], {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        fileParallelism: false,
      }),
      project('faults', ['test/faults/**/*.test.ts'], {
        globalSetup: ['test/support/postgres-setup.ts'],
        testTimeout: 180_000,
        hookTimeout: 120_000,
      }),
      project('oracle', ['test/oracle/**/*.test.ts'], { testTimeout: 30_000 }),
    ],
  },
})
