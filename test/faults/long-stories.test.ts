// The stories in test/cases/long, which go over several days.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { playStory } from '../story/play-story.ts'
import { readStory } from '../story/script.ts'

const CASES = new URL('../cases/long/', import.meta.url)
const files = readdirSync(CASES).filter((name) => name.endsWith('.yml'))

test('there are long stories', () => expect(files.length).toBeGreaterThan(0))

for (const file of files) {
  const story = readStory(new URL(file, CASES).pathname)
  test.concurrent(story.title, () => playStory(story))
}
