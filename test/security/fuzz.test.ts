// Random payloads by random people cause no errors, leak nothing of other teams, inject no markup, and give only valid Slack messages.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { usesDatabase } from '../support/database.ts'
import { type Heard, hand, type ListenerKind, payloadOf, perform, tried } from './listeners.ts'
import { smuggled } from './smuggled.ts'
import { wild } from './wild.ts'
import { buildWorld, HOME, ROLES, type World } from './world.ts'

/** Longer runs: `FUZZ_RUNS=20000 FUZZ_SEED=7 npx vitest run test/security/fuzz.test.ts`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 250)
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_303)

const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
})

const NORTH_DATA = /NORTHDATA|4,711|Apr.17/
const SOUTH_DATA = /SOUTHDATA|5,822|Apr.20\b/
/** An admin may see every team's settings, including its metrics. */
const MAY_SEE: Record<string, readonly RegExp[]> = {
  ...Object.fromEntries(
    [ROLES.rep, ROLES['another rep'], ROLES['guest who is a member'], ROLES.manager, ROLES.director].map(
      (userId) => [userId, [NORTH_DATA]],
    ),
  ),
  [ROLES['rep of another team']]: [SOUTH_DATA],
  [ROLES['manager of another team']]: [SOUTH_DATA],
  [ROLES.admin]: [NORTH_DATA, SOUTH_DATA],
}

/** Checks what a person was shown against what they may see. */
function judge({ told, errors }: Heard, by: { userId: string; workspaceId: string }): void {
  expect(errors).toEqual([])
  // The director's own team is theirs to be told of, and of whoever is asked whether somebody may join it.
  const concerned = [ROLES.director, ROLES.admin, ROLES['manager of another team']]
  const own = concerned.some((id) => id === by.userId) ? ['C0COMPANY'] : []
  const channels = [world.north.channelId, world.south.channelId, ...own]
  const known = new Set<string>([...Object.values(ROLES), ...channels])
  expect(smuggled(told, known)).toEqual([])
  const words = JSON.stringify(told)
  expect(words).not.toMatch(world.elsewhere.mark)
  const allowed = by.workspaceId === HOME ? (MAY_SEE[by.userId] ?? []) : []
  for (const data of [NORTH_DATA, SOUTH_DATA]) if (!allowed.includes(data)) expect(words).not.toMatch(data)
}

test(`${RUNS} random sequences of actions`, { timeout: 60_000 + RUNS * 200 }, async () => {
  const { by, move } = wild(world)
  await fc.assert(
    fc.asyncProperty(by, fc.array(move, { minLength: 1, maxLength: 3 }), async (who, moves) =>
      tried(world.context, async (context) => {
        for (const one of moves) judge(await perform(context, who, one), who)
      }),
    ),
    { numRuns: RUNS, seed: SEED },
  )
})

test(`${RUNS} valid actions with one part corrupted`, { timeout: 60_000 + RUNS * 200 }, async () => {
  const { spoiled } = wild(world)
  await fc.assert(
    fc.asyncProperty(spoiled, async ({ by, move }) =>
      tried(world.context, async (context) => judge(await perform(context, by, move), by)),
    ),
    { numRuns: RUNS, seed: SEED },
  )
})

type Json = Record<string, unknown>

/** The payload with one value replaced. */
function mutated(body: Json, place: number, other: unknown): Json {
  const copy = structuredClone(body)
  const places: [Json, string][] = []
  const walk = (at: Json) => {
    for (const [key, value] of Object.entries(at)) {
      places.push([at, key])
      if (typeof value === 'object' && value !== null) walk(value as Json)
    }
  }
  walk(copy)
  const [at, key] = places[place % places.length]!
  if (other === undefined) delete at[key]
  else at[key] = other
  return copy
}

test(`${RUNS} payloads of a wrong shape`, { timeout: 60_000 + RUNS * 200 }, async () => {
  const { by, move } = wild(world)
  const other = fc.oneof(fc.anything({ withNullPrototype: false }), fc.constant(undefined), fc.string())
  await fc.assert(
    fc.asyncProperty(by, move, fc.nat(), other, async (who, one, place, instead) => {
      const { kind, body } = payloadOf(who, one)
      const heard = await tried(world.context, (context) =>
        hand(context, kind, mutated(body, place, instead)),
      )
      expect(heard.errors).toEqual([])
      expect(JSON.stringify(heard.told)).not.toMatch(world.elsewhere.mark)
    }),
    { numRuns: RUNS, seed: SEED },
  )
})

test(`${RUNS} arbitrary JSON payloads`, { timeout: 60_000 + RUNS * 100 }, async () => {
  const kind = fc.constantFrom<ListenerKind>('command', 'action', 'submit', 'shortcut', 'event')
  await fc.assert(
    fc.asyncProperty(kind, fc.anything(), async (one, body) => {
      const heard = await tried(world.context, (context) => hand(context, one, body))
      expect(heard).toEqual({ told: [], views: [], errors: [], warnings: [expect.any(Object)] })
    }),
    { numRuns: RUNS, seed: SEED },
  )
})
