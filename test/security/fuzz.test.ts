// Whatever comes in, by whomever: no fault, nothing of others in any answer, nothing smuggled, and Slack takes what is said.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type Heard, hand, type ListenerKind, payloadOf, perform, tried } from './listeners.ts'
import { smuggled } from './smuggled.ts'
import { wild } from './wild.ts'
import { buildWorld, HOME, ROLES, type World } from './world.ts'

/** More of it: `FUZZ_RUNS=20000 FUZZ_SEED=7 npx vitest run test/security/fuzz.test.ts`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 250)
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_303)

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await freshDatabase()
  world = await buildWorld(database.db)
})
afterAll(() => database.close())

const NORTH_DATA = /NORTHDATA|4,711|April.17/
const SOUTH_DATA = /SOUTHDATA|5,822|April.20/
/** An admin looks after the settings of every team, and its metrics are among them. */
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

/** What was told to someone, held against what they may see. */
function judge({ told, errors }: Heard, by: { userId: string; workspaceId: string }): void {
  expect(errors).toEqual([])
  const known = new Set<string>([...Object.values(ROLES), world.north.channelId, world.south.channelId])
  expect(smuggled(told, known)).toEqual([])
  const words = JSON.stringify(told)
  expect(words).not.toMatch(world.elsewhere.mark)
  const allowed = by.workspaceId === HOME ? (MAY_SEE[by.userId] ?? []) : []
  for (const data of [NORTH_DATA, SOUTH_DATA]) if (!allowed.includes(data)) expect(words).not.toMatch(data)
}

test(`${RUNS} people who do some things in a row`, { timeout: 60_000 + RUNS * 200 }, async () => {
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

test(`${RUNS} moves that would do, spoiled`, { timeout: 60_000 + RUNS * 200 }, async () => {
  const { spoiled } = wild(world)
  await fc.assert(
    fc.asyncProperty(spoiled, async ({ by, move }) =>
      tried(world.context, async (context) => judge(await perform(context, by, move), by)),
    ),
    { numRuns: RUNS, seed: SEED },
  )
})

type Json = Record<string, unknown>

/** The payload with something else at one of its places. */
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

test(`${RUNS} payloads of another shape`, { timeout: 60_000 + RUNS * 200 }, async () => {
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

test(`${RUNS} payloads of no shape at all`, { timeout: 60_000 + RUNS * 100 }, async () => {
  const kind = fc.constantFrom<ListenerKind>('command', 'action', 'submit', 'shortcut', 'event')
  await fc.assert(
    fc.asyncProperty(kind, fc.anything(), async (one, body) => {
      const heard = await tried(world.context, (context) => hand(context, one, body))
      expect(heard).toEqual({ told: [], views: [], errors: [], warnings: [expect.any(Object)] })
    }),
    { numRuns: RUNS, seed: SEED },
  )
})
