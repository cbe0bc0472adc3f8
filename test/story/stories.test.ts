// Every story in test/cases; those in its folder `long` are played with the faults.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { playStory } from './play-story.ts'
import { readStory } from './script.ts'

const CASES = new URL('../cases/', import.meta.url)
const files = readdirSync(CASES).filter((name) => name.endsWith('.yml'))

test('there are stories', () => expect(files.length).toBeGreaterThan(0))

for (const file of files) {
  const story = readStory(new URL(file, CASES).pathname)
  test.concurrent(story.title, () => playStory(story))
}
