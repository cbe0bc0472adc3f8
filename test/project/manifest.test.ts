// manifest.yml subscribes to the events that have a listener, and called-methods.ts lists the methods that are called.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { METHODS } from '../../sandbox/api/method-table.ts'
import { BOT } from '../../src/app/features.ts'
import { CALLED_METHODS } from '../../src/slack/called-methods.ts'

const manifest = parse(readFileSync('manifest.yml', 'utf8'))
const sorted = (words: Iterable<string>) => [...new Set(words)].sort()
/** By Slack's own packages: `apps.connections.open` by Bolt's Socket Mode. */
const CALLED_FOR_US = ['apps.connections.open']

test('every event that it subscribes to has a listener, and every listener its event', () => {
  expect(sorted(manifest.settings.event_subscriptions.bot_events)).toEqual(
    sorted(Object.keys(BOT.handlers.events)),
  )
})

test('so has every shortcut', () => {
  const shortcuts: { callback_id: string }[] = manifest.features.shortcuts
  expect(sorted(shortcuts.map(({ callback_id }) => callback_id))).toEqual(
    sorted(Object.keys(BOT.handlers.shortcuts)),
  )
})

test('the methods that ask for its scopes are those that the code calls', () => {
  const code = globSync('src/slack/**/*.ts').map((path) => readFileSync(path, 'utf8'))
  const called = code
    .flatMap((text) => [...text.matchAll(/\b([a-z]+\.[a-zA-Z]+)\(/g)].map((match) => match[1]!))
    .filter((name) => name in METHODS)
  expect(sorted([...called, ...CALLED_FOR_US])).toEqual(sorted(CALLED_METHODS))
})
