// manifest.yml subscribes to exactly the events that have a handler, and called-methods.ts lists the methods that are called.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { METHODS } from '../../sandbox/api/method-table.ts'
import { BOT } from '../../src/app/features.ts'
import { CALLED_METHODS } from '../../src/slack/called-methods.ts'

const manifest = parse(readFileSync('manifest.yml', 'utf8'))
const sorted = (words: Iterable<string>) => [...new Set(words)].sort()
/** Called by Slack's packages: `apps.connections.open` by Bolt's Socket Mode. */
const CALLED_FOR_US = ['apps.connections.open']

test('every subscribed event has a handler, and every handler a subscription', () => {
  // Slack names the kind of channel in the subscription, and not in the event's type.
  const subscribed: string[] = manifest.settings.event_subscriptions.bot_events
  expect(sorted(subscribed.map((name) => name.replace(/^message\..*/, 'message')))).toEqual(
    sorted(Object.keys(BOT.handlers.events)),
  )
})

test('every shortcut has a handler, and every handler a shortcut', () => {
  const shortcuts: { callback_id: string }[] = manifest.features.shortcuts
  expect(sorted(shortcuts.map(({ callback_id }) => callback_id))).toEqual(
    sorted(Object.keys(BOT.handlers.shortcuts)),
  )
})

test('the listed methods are those that the code calls', () => {
  const code = globSync('src/slack/**/*.ts').map((path) => readFileSync(path, 'utf8'))
  const called = code
    .flatMap((text) => [...text.matchAll(/\b([a-z]+\.[a-zA-Z]+)\(/g)].map((match) => match[1]!))
    .filter((name) => name in METHODS)
  expect(sorted([...called, ...CALLED_FOR_US])).toEqual(sorted(CALLED_METHODS))
})
