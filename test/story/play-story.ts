// Plays a story of test/cases against the real process, a real Postgres and the local Slack.
import { expect } from 'vitest'
import { startHarness } from '../../demo/harness/harness.ts'
import { freshDatabase } from '../support/database.ts'
import { perform } from './perform.ts'
import { readTime, type Story, seedOf } from './script.ts'

export async function playStory(story: Story): Promise<void> {
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
}
