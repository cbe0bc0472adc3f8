// Generates arbitrary actions of arbitrary people, from known ids, commands and fields and from random values.

import fc from 'fast-check'
import { BOT } from '../../src/app/features.ts'
import { NUMBERS } from '../../src/numbers/slack/ids.ts'
import type { FormState } from '../../src/slack/requests.ts'
import { HOSTILE } from './hostile-cases.ts'
import type { By, Move } from './listeners.ts'
import { casesFor } from './permission-cases.ts'
import { ABROAD, HOME, type Holding, ROLES, type World } from './world.ts'

const BLOCKS = [
  ...['name', 'members', 'role', 'prompt', 'close', 'days', 'country', 'zone-rule', 'locale', 'zone'],
  ...['numbers-day', 'remind', 'measure', 'board-names', 'currency', 'manager', 'place', 'remove'],
  ...['unit', 'decimals', 'hardMin', 'hardMax', 'plausibleMin', 'plausibleMax', 'points'],
  ...['who', 'from', 'to', 'part', 'date', 'kind', 'done:1', 'dropped', 'plan', 'solved:1', 'blocker'],
  ...['helper', 'note', 'number::calls', 'number::own-1', 'log:team', 'log:date'],
  ...['correct:date', 'correct:metric', 'correct:reason', '__proto__', 'constructor'],
]
const FIELDS = ['field', 'number', NUMBERS.logDate, NUMBERS.correctDate, NUMBERS.correctMetric]
const DATES = [
  '2026-03-02',
  '2026-03-03',
  '2026-03-09',
  '1969-12-31',
  '2199-12-31',
  '0000-01-01',
  '9999-12-31',
]
const WORDS = [
  ...['hunter', 'analyst', 'calls', 'own-1', 'more', 'edit own-1', 'off calls', 'up visits', 'points'],
  ...['metric:own-1', 'metric:nothing', 'none', 'DE', 'CN', 'EUR', 'Asia/Shanghai', 'Etc/GMT+99', '+08:00'],
  ...[
    '09:00',
    '25:61',
    '0',
    '1',
    '7',
    '1.5',
    '-3',
    '1e99',
    '999999999999999999999',
    '１２',
    '3.5',
    'Infinity',
  ],
  ...[
    'zh-CN',
    'count',
    'money',
    'on',
    'off',
    'week',
    'month calls',
    'member',
    'all',
    'U0NOBODY',
    'C0NOWHERE',
  ],
  ...['2026-03-05..2026-03-06', 'calls 5, visits 2', '电话5', '0000-01-01..9999-12-31', '<@U0ANN>'],
]

export function wild(world: World) {
  const { north, south, elsewhere } = world
  const teams = [north, south, elsewhere]
  const ids = teams.flatMap((team) => idsOf(team))
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids) },
    { weight: 4, arbitrary: fc.constantFrom(...WORDS, ...DATES, ...Object.values(ROLES)) },
    { weight: 2, arbitrary: fc.constantFrom(...HOSTILE.map(({ typed }) => typed)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.uuid() },
  )
  const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant([]))
  const metadata = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.oneof(...teams.map((team) => metadataOf(team, scalar))).map((of) => JSON.stringify(of)),
    },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: text },
  )
  const formValue = fc.record(
    {
      type: fc.constantFrom(
        'plain_text_input',
        'number_input',
        'static_select',
        'users_select',
        'datepicker',
      ),
      value: fc.option(text),
      selected_option: fc.option(fc.record({ value: text })),
      selected_options: fc.array(fc.record({ value: text }), { maxLength: 12 }),
      selected_user: fc.option(text),
      selected_users: fc.array(text, { maxLength: 4 }),
      selected_date: fc.option(fc.oneof(fc.constantFrom(...DATES), text)),
      selected_time: fc.option(text),
    },
    { requiredKeys: ['type'] },
  )
  const scopes = teams.map(({ teamId, standupDate }) => `number:${teamId.slice(0, 8)}:${standupDate}:calls`)
  const blockId = fc.constantFrom(...BLOCKS, ...scopes, `number:own-1:${north.numbersDate}:own-1`)
  const block = fc.dictionary(fc.constantFrom(...FIELDS), formValue, { minKeys: 1, maxKeys: 2 })
  const state = fc.dictionary(blockId, block, { maxKeys: 12 }) as fc.Arbitrary<FormState>
  const channelId = fc.constantFrom(...teams.map((team) => team.channelId), 'D0SOMEONE', 'C0NOWHERE')
  const command = fc
    .tuple(
      fc.constantFrom(...BOT.handlers.commands.map(({ word }) => word), 'hlep', ''),
      fc.array(text, { maxLength: 3 }),
    )
    .map(([word, rest]) => [word, ...rest].join(' '))
  const more = fc.record(
    {
      selected_option: fc.option(fc.record({ value: text })),
      selected_date: fc.option(text),
      selected_user: fc.option(text),
    },
    { requiredKeys: [] },
  )
  const move: fc.Arbitrary<Move> = fc.oneof(
    fc.record({ kind: fc.constant('command' as const), text: command, channelId }),
    fc.record(
      {
        kind: fc.constant('action' as const),
        actionId: fc.constantFrom(...Object.keys(BOT.handlers.actions), 'nobody.listens'),
        value: fc.oneof(text, metadata, command),
        channelId,
        view: fc.record({ metadata, state }),
        more,
      },
      { requiredKeys: ['kind', 'actionId'] },
    ) as fc.Arbitrary<Move>,
    fc.record({
      kind: fc.constant('submit' as const),
      callbackId: fc.constantFrom(...Object.keys(BOT.handlers.submits)),
      metadata,
      state,
    }),
    fc.record({
      kind: fc.constant('shortcut' as const),
      name: fc.constantFrom(...Object.keys(BOT.handlers.shortcuts)),
    }),
    fc.constant({ kind: 'home' as const }),
  )
  const by: fc.Arbitrary<By> = fc.record({
    userId: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...Object.values(ROLES)) },
      { weight: 1, arbitrary: fc.constantFrom('U0NOBODY', 'W0OTHER') },
    ),
    workspaceId: fc.oneof(
      { weight: 9, arbitrary: fc.constant(HOME) },
      { weight: 1, arbitrary: fc.constant(ABROAD) },
    ),
  })
  return { by, move, spoiled: spoiledMove(world, text, scalar) }
}

/** A valid action by a permitted person with some parts replaced: the value, a date, a field. */
function spoiledMove(
  { north }: World,
  text: fc.Arbitrary<unknown>,
  scalar: fc.Arbitrary<unknown>,
): fc.Arbitrary<{ by: By; move: Move }> {
  const cases = casesFor(north).filter(({ changes, sees }) => changes.length + sees.length > 0)
  const instead = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...HOSTILE.map(({ typed }) => typed)) },
    { weight: 2, arbitrary: fc.constantFrom(...DATES) },
    { weight: 3, arbitrary: text },
    { weight: 1, arbitrary: scalar },
  )
  const spots = fc.array(fc.tuple(fc.nat(), instead), { minLength: 1, maxLength: 3 })
  return fc
    .tuple(fc.constantFrom(...cases), fc.nat(), spots)
    .map(([{ move, changes, sees }, one, spoiling]) => {
      const allowed = [...new Set([...changes, ...sees])] as (keyof typeof ROLES)[]
      const by = { userId: ROLES[allowed[one % allowed.length]!], workspaceId: HOME }
      return { by, move: spoil(move, spoiling) }
    })
}

type Json = Record<string, unknown>

/** Values and metadata are JSON strings: parsed, corrupted inside, and serialised again. */
function spoil(move: Move, spoiling: readonly (readonly [number, unknown])[]): Move {
  const copy = opened(structuredClone(move)) as Json
  const places: [Json, string][] = []
  const walk = (at: Json) => {
    for (const [key, value] of Object.entries(at)) {
      if (!['kind', 'actionId', 'callbackId', 'type'].includes(key)) places.push([at, key])
      if (typeof value === 'object' && value !== null) walk(value as Json)
    }
  }
  walk(copy)
  for (const [place, other] of spoiling) {
    const spot = places[place % places.length]
    if (spot) spot[0][spot[1]] = other
  }
  return closed(copy) as Move
}

const IN_JSON = ['metadata', 'value']

function opened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(opened)
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (!IN_JSON.includes(key) || typeof entry !== 'string' || !entry.startsWith('{'))
        return [key, opened(entry)]
      return [key, JSON.parse(entry)]
    }),
  )
}

function closed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(closed)
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) =>
      IN_JSON.includes(key) && typeof entry === 'object'
        ? [key, JSON.stringify(entry)]
        : [key, closed(entry)],
    ),
  )
}

const idsOf = (team: Holding) => [
  ...[team.teamId, team.channelId, team.repUserId, team.blockerId, team.leaveId, team.lineKey],
  ...team.memberIds,
  JSON.stringify({ team: team.teamId, period: 'day', from: team.numbersDate }),
  JSON.stringify({ team: team.teamId, date: team.standupDate }),
]

/** The metadata fields of all forms and buttons in one object, some with random values; each handler reads its own. */
function metadataOf(team: Holding, scalar: fc.Arbitrary<unknown>) {
  const right = {
    ...{ team: team.teamId, teamId: team.teamId, channelId: team.channelId, user: team.repUserId },
    ...{ date: team.standupDate, metric: 'own-1', asked: {}, role: 'hunter', key: 'calls', more: true },
    ...{ revision: 1, solved: [], home: true, period: 'day', from: team.numbersDate, values: { calls: 3 } },
  }
  const key = fc.constantFrom(...Object.keys(right), '__proto__')
  return fc.dictionary(key, scalar, { maxKeys: 2 }).map((wrong) => ({ ...right, ...wrong }))
}
