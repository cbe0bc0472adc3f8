// Each emoji that a message writes by its shortcode is one that Slack has: the page shows it as a picture, not as `:letters:`.
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { emojiFor } from '../../sandbox/page/text/emoji.tsx'

test('every shortcode in the words and messages is known', async () => {
  const found = new Map<string, string>()
  for await (const path of glob('src/**/{words,slack}/**/*.ts'))
    for (const [, name] of readFileSync(path, 'utf8').matchAll(/[ '"`\n]:([a-z][a-z0-9_+-]+):[ '"`*$]/g))
      found.set(name!, path)
  expect([...found.keys()]).toEqual(expect.arrayContaining(['construction', 'large_yellow_circle', 'tada']))
  expect([...found].filter(([name]) => emojiFor(name) === undefined)).toEqual([])
})
