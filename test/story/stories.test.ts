// Every story in test/cases, played against the real process, a real Postgres and the local Slack.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rehearse } from '../../sandbox/rehearsal/rehearse.ts'
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
    const rehearsal = await rehearse({
      seed: seedOf(story),
      databaseUrl: database.url,
      startAt: readTime(story.start).toString(),
    })
    try {
      await perform(rehearsal, story)
      expect(rehearsal.sandbox.refused(), 'calls that Slack would refuse').toEqual([])
    } finally {
      await rehearsal.stop()
      await database.close()
    }
  })
}
