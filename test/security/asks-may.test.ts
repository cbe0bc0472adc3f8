// Every access to a team is checked by `may`: when it denies everything, nobody can change or see anything of a team.
import { beforeAll, expect, test, vi } from 'vitest'
import { usesDatabase } from '../support/database.ts'
import { defineHolding, hasChanged, holdingOf } from './holding.ts'
import { perform, tried } from './listeners.ts'
import { casesFor } from './permission-cases.ts'
import { buildWorld, HOME, ROLES, type World } from './world.ts'

const saysNo = vi.hoisted(() => ({ now: false }))
vi.mock('../../src/org/domain/permissions.ts', async (original) => {
  const real = await original<typeof import('../../src/org/domain/permissions.ts')>()
  return { ...real, may: (...of: Parameters<typeof real.may>) => !saysNo.now && real.may(...of) }
})

const database = usesDatabase()
let world: World
let untouched: string
beforeAll(async () => {
  world = await buildWorld(database.db)
  await defineHolding(database.db)
  untouched = await holdingOf(database.db, world.north)
})

const rolesOf = ({ changes, sees }: { changes: readonly string[]; sees: readonly string[] }) =>
  [...new Set([...changes, ...sees])] as (keyof typeof ROLES)[]

test.each([
  { no: false, means: 'as it is, everyone named gets through' },
  { no: true, means: 'when it says no, none of them does' },
])(
  '$means',
  async ({ no }) => {
    saysNo.now = no
    let through = 0
    for (const { name, move, ...allowed } of casesFor(world.north))
      for (const role of rolesOf(allowed)) {
        const by = { userId: ROLES[role], workspaceId: HOME }
        const [heard, changed] = await tried(world.context, async (context) => [
          await perform(context, by, move),
          await hasChanged(context.db, world.north, untouched),
        ])
        const gotThrough = changed || world.north.mark.test(JSON.stringify(heard.told))
        expect(gotThrough, `${name} by ${role}`).toBe(!no)
        through += gotThrough ? 1 : 0
      }
    expect(through > 100).toBe(!no)
  },
  120_000,
)
