// The examples of CONTRIBUTING.md are run as they stand there: types, import rules, and the story of the example feature.
import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHarness } from '../../demo/harness/harness.ts'
import { perform } from '../story/perform.ts'
import { readStory, readTime, seedOf } from '../story/script.ts'
import { freshDatabase } from '../support/database.ts'
import { copyProject, examplesIn, writeExamples } from './examples.ts'

const examples = examplesIn(readFileSync('CONTRIBUTING.md', 'utf8'))
const STORY = 'test/cases/kudos.yml'
const run = promisify(execFile)
let copy: string

beforeAll(() => {
  copy = copyProject()
  writeExamples(copy, examples)
})
afterAll(() => rmSync(copy, { recursive: true }))

/** With the bot's process ended at the latest after the test. */
async function play(): Promise<void> {
  const story = readStory(join(copy, STORY))
  const database = await freshDatabase()
  const startAt = readTime(story.start).toString()
  try {
    const harness = await startHarness({
      seed: seedOf(story),
      databaseUrl: database.url,
      startAt,
      project: copy,
    })
    try {
      await perform(harness, story)
      expect(harness.sandbox.refused(), 'calls that Slack would refuse').toEqual([])
    } finally {
      await harness.stop()
    }
  } finally {
    await database.close()
  }
}

test('there are examples, and each new file is in the example feature', () => {
  const paths = examples.filter(({ kind }) => kind === 'new-file').map(({ path }) => path)
  expect(paths).toContain('src/kudos/feature.ts')
  expect(paths.filter((path) => !path.startsWith('src/kudos/'))).toEqual([STORY])
})

test('their types hold', async () => {
  const compiler = join(copy, 'node_modules/typescript/bin/tsc')
  const args = [compiler, '--noEmit', '--project', join(copy, 'tsconfig.json')]
  const { stdout } = await run(process.execPath, args, { cwd: copy }).catch(({ stdout }) => ({ stdout }))
  expect(stdout).toBe('')
}, 120_000)

test('their imports follow the order of the rooms, the new one included', async () => {
  const { default: rules } = (await import(join(copy, '.dependency-cruiser.js'))) as {
    default: typeof import('../../.dependency-cruiser.js').default
  }
  const { output } = await cruise(['src'], {
    ...{ ...rules.options, baseDir: copy, ruleSet: rules, validate: true },
  })
  const { modules, summary } = output as ICruiseResult
  expect(modules.map(({ source }) => source)).toContain('src/kudos/slack/kudos-command.ts')
  expect(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
}, 120_000)

test('the example feature does what its story says', play, 120_000)

test('a feature that is listed twice stops the start', async () => {
  const twice = copyProject()
  try {
    writeExamples(twice, [
      ...examples,
      {
        path: 'src/app/features.ts',
        kind: 'change',
        text: '   setup,\n-  kudos,\n+  kudos,\n+  kudos,\n',
      },
    ])
    const start = run(process.execPath, [join(twice, 'src/main.ts')], { cwd: twice })
    await expect(start).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Error: Two .*kudos/),
    })
  } finally {
    rmSync(twice, { recursive: true })
  }
}, 60_000)
