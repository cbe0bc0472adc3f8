// Names the test projects: the rooms of the tree, the stories, and the facts of others.
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const project = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, setupFiles: ['test/support/property-seed.ts'], ...more },
})

/** They replace a module, or set up a file's state in a module that several files use. */
const OWN_MODULES = [
  'test/outbox/**/*.test.ts',
  'test/security/asks-may.test.ts',
  'test/targets/{cascade,target}-submit.test.ts',
]

/** The longest ones, which run with the faults, so that `npm test` stays below five minutes on two cores. */
const LONG = [
  ...['test/project/contributing.test.ts', 'test/core/embedded/server.test.ts'],
  ...['test/security/acting-delegate.test.ts', 'test/security/hostile-length.test.ts'],
  ...['test/security/hostile.test.ts', 'test/security/rights-lost.test.ts'],
  ...['test/security/permissions.test.ts', 'test/security/audited.test.ts', 'test/org/every-command.test.ts'],
  ...['test/core/db/frozen-transaction.test.ts', 'test/org/next-holidays.test.ts'],
  ...['test/checkins/standup/daylight-saving.test.ts', 'test/warnings/failures-of-others.test.ts'],
  ...['test/warnings/many-at-once.test.ts', 'test/warnings/failures-of-numbers.test.ts'],
  ...['test/warnings/commitment.test.ts', 'test/warnings/falling-behind.test.ts'],
  ...['test/warnings/answer-warning.test.ts', 'test/warnings/own-hours.test.ts'],
  'test/core/db/migrate.test.ts',
  ...['test/checkins/reports/weekly-report.test.ts', 'test/outbox/delivery-loop.test.ts'],
  ...['test/targets/as-of.test.ts', 'test/app/http-mode.test.ts'],
  ...['test/security/asks-may.test.ts', 'test/targets/cascade-saved.test.ts'],
  'test/org/{past-leave,join-requests,orphans}.test.ts',
  ...['test/warnings/{forecast-missed,change-rules,home-warnings}.test.ts', 'test/boards/board.test.ts'],
  ...['test/overview/report-digest.test.ts', 'test/checkins/reports/told-in-report.test.ts'],
  ...['test/warnings/{silent,raised-by-hand,readers-lost}.test.ts', 'test/ai/told-names.test.ts'],
  'test/ai/{complete-screens,question-set,question-lies,slow-model,text-attacks}.test.ts',
]

/** Measure where things stand on the local Slack's page, which a busy machine draws late: one file after another. */
const PAGE = ['test/browser/{composer,frame,gallery,modal,person,room}.test.ts']

/** The stories take the longest and wait for other processes: begun first, they run beside all the rest. */
class StoriesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [stories = [], others = []] = [true, false].map((wanted) =>
      files.filter(({ project }) => (project.name === 'story') === wanted),
    )
    return [...stories, ...(await super.sort(others))]
  }
}

const inPostgres = {
  globalSetup: ['test/support/postgres-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    // By default a core is left idle; the tests wait for Postgres and for other processes half of the time.
    maxWorkers: '100%',
    sequence: { sequencer: StoriesFirst },
    projects: [
      project(
        'rooms',
        [
          'test/{app,core,help,slack,outbox,schedule,org,numbers,targets,wins,boards,actions,checkins,warnings,overview,reviews,ai,setup,project,security,crash}/**/*.test.ts',
        ],
        // The files of a worker share what it has imported: a quarter of the time went there. Each has a database of its own.
        { ...inPostgres, isolate: false, exclude: [...OWN_MODULES, ...LONG] },
      ),
      project('own-modules', OWN_MODULES, { ...inPostgres, exclude: LONG }),
      project('story', ['test/story/**/*.test.ts'], {
        globalSetup: ['test/support/postgres-setup.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
      project('page', PAGE, { testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false }),
      // Each has a demo of its own, and mostly waits for it.
      project('browser', ['test/browser/**/*.test.ts'], {
        ...{ testTimeout: 60_000, hookTimeout: 60_000, exclude: PAGE },
      }),
      project('long', LONG, { ...inPostgres, testTimeout: 180_000, hookTimeout: 120_000 }),
      project('faults', ['test/{faults,demo}/**/*.test.ts'], {
        globalSetup: ['test/support/postgres-setup.ts'],
        testTimeout: 180_000,
        hookTimeout: 120_000,
      }),
      // Measures a real language model, where a key is set.
      project('eval', ['test/eval/**/*.test.ts'], { ...inPostgres, testTimeout: 3_600_000 }),
      project('oracle', ['test/oracle/**/*.test.ts'], { testTimeout: 30_000 }),
    ],
  },
})
