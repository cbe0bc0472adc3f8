// manifest.yml is valid by Slack's schema, and requests exactly the scopes that the bot's calls, events and features need.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { EVENT_SCOPES } from '../../sandbox/api/event-table.ts'
import { CALLED_IN, CALLED_METHODS, type CalledMethod } from '../../src/slack/called-methods.ts'
import { readOracle } from './oracle.ts'

const manifest = parse(readFileSync(resolve(import.meta.dirname, '../../manifest.yml'), 'utf8'))

/** The bot scopes that a method's page lists: of several, those for the kinds of conversation it is called in. */
function scopesOf(method: CalledMethod): string[] {
  const listed: string[] = readOracle(`web-api/${method}.json`).scope.bot ?? []
  const kinds = CALLED_IN[method]
  return kinds ? listed.filter((scope) => kinds.some((kind) => scope.startsWith(`${kind}:`))) : listed
}

test('it is valid by the official schema', () => {
  const ajv = new Ajv({
    allErrors: true,
    strictTypes: false,
    keywords: ['_note'],
    formats: { uri: URL.canParse },
  })
  // The schema's authors write `regex` where JSON Schema has `pattern`.
  ajv.addKeyword({
    keyword: 'regex',
    type: 'string',
    validate: (pattern: string, text: string) => new RegExp(pattern).test(text),
  })
  const validate = ajv.compile(readOracle('manifest/manifest.schema.2.0.0.json'))
  validate(manifest)
  expect(validate.errors).toBeNull()
})

test.each(CALLED_METHODS)('%s: one kind of conversation stands for each scope', (method) => {
  const listed = readOracle(`web-api/${method}.json`).scope.bot ?? []
  expect(scopesOf(method)).toHaveLength(CALLED_IN[method]?.length ?? listed.length)
  expect(listed.length > 1).toBe(method in CALLED_IN)
})

test('requests exactly the scopes that are needed', () => {
  const events: string[] = manifest.settings.event_subscriptions.bot_events
  const { slash_commands: commands = [], shortcuts = [] } = manifest.features
  const needed = new Set([
    ...CALLED_METHODS.flatMap(scopesOf),
    ...events.flatMap(
      (event) => EVENT_SCOPES[event] ?? [`(scopes of the event ${event} are not in our table)`],
    ),
    ...(commands.length + shortcuts.length > 0 ? ['commands'] : []),
  ])
  const { bot, bot_optional: optional } = manifest.oauth_config.scopes
  expect([...bot, ...optional].sort()).toEqual([...needed].sort())
  // What hangs on them is simply not there without them.
  expect(optional).toEqual(['reactions:read'])
  expect(manifest.oauth_config.scopes.user).toBeUndefined()
})
