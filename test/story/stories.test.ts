// Every story in test/cases, played against the real process, a real Postgres and the local Slack.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startHarness } from '../../demo/harness/harness.ts'
import { freshDatabase } from '../support/database.ts'
import { perform } from './perform.ts'
import { readStory, readTime, seedOf } from './script.ts'

const CASES = new URL('../cases/', import.meta.url)
const files = readdirSync(CASES).filter((name) => name.endsWith('.yml'))

test('there are stories', () => expect(files.length).toBeGreaterThan(0))

for (const file of files) {
  const story = readStory(new URL(file, CASES).pathname)
  test(story.title, async () => {
    const database = await freshDatabase()
    const harness = await startHarness({
      seed: seedOf(story),
      databaseUrl: database.url,
      startAt: readTime(story.start).toString(),
    })
    try {
      await perform(harness, story)
      expect(harness.sandbox.refused(), 'calls that Slack would refuse').toEqual([])
    } finally {
      await harness.stop()
      await database.close()
    }
  })
}
