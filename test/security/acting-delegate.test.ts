// While the manager is away the delegate does what the manager could, but hands nothing on; before and afterwards nothing.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { setDelegate, setManager } from '../../src/org/db/teams.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { LEAD, TEAM_SETUP } from '../../src/org/slack/ids.ts'
import { usesDatabase } from '../support/database.ts'
import { defineHolding, hasChanged, holdingOf } from './holding.ts'
import { perform, tried } from './listeners.ts'
import { casesFor } from './permission-cases.ts'
import { buildWorld, HOME, ROLES, type World } from './world.ts'

const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
  await defineHolding(database.db)
  await isAway(world.context)
})

const MANAGER = 'manager'
/** What only the manager in person decides. */
const LINES = new RegExp(
  `^(${LEAD.agree}|${LEAD.decline}|submit ${TEAM_SETUP.form} (manager|delegate|parent))`,
)
const TODAY = Temporal.PlainDate.from('2026-03-03')

const isAway = (context: Context) => {
  const mara = world.context.people.get(`${HOME} ${ROLES.manager}`)!
  return recordLeave(context, mara, mara.userId, { from: TODAY, to: TODAY, part: 'whole' })
}

const isBack = ({ db }: Context) => db.execute(sql`delete from leaves where user_id = ${ROLES.manager}`)

const inSlack =
  (what: 'is_guest' | 'deactivated', holds: boolean) =>
  ({ db }: Context) =>
    db.execute(
      sql`update people set ${sql.identifier(what)} = ${holds}
        where workspace_id = ${HOME} and user_id = ${ROLES.delegate}`,
    )

describe('the delegate', () => {
  test('has each of the manager’s rights in this team, and none of another', async () => {
    const by = { userId: ROLES.delegate, workspaceId: HOME }
    let done = 0
    for (const team of [world.north, world.south]) {
      const before = await holdingOf(database.db, team)
      for (const { name, move, changes, sees } of casesFor(team))
        await tried(world.context, async (context) => {
          const heard = await perform(context, by, move)
          const changed = await hasChanged(context.db, team, before)
          const mine = team === world.north
          expect(heard.errors, name).toEqual([])
          expect(changed, `${name} changes`).toBe(mine && changes.includes(MANAGER) && !LINES.test(name))
          expect(team.mark.test(JSON.stringify(heard.told)), `${name} sees`).toBe(
            mine && sees.includes(MANAGER) && !LINES.test(name),
          )
          done += changed ? 1 : 0
        })
    }
    expect(done).toBeGreaterThan(8)
  })

  test.each<[string, (context: Context) => Promise<unknown>, (context: Context) => Promise<unknown>]>([
    ['the manager is back', isBack, isAway],
    [
      'somebody else is named',
      ({ db }) => setDelegate(db, world.north, ROLES.stranger),
      ({ db }) => setDelegate(db, world.north, ROLES.delegate),
    ],
    [
      'there is another manager',
      ({ db }) => setManager(db, world.north, ROLES['another rep']),
      ({ db }) => setManager(db, world.north, ROLES.manager),
    ],
    ['they are a guest now', inSlack('is_guest', true), inSlack('is_guest', false)],
    ['they are deactivated', inSlack('deactivated', true), inSlack('deactivated', false)],
  ])('has none of them once %s, with whatever was opened before', async (_, lose, giveBack) => {
    await lose(world.context)
    const before = await holdingOf(database.db, world.north)
    for (const { name, move, changes, sees } of casesFor(world.north)) {
      if (!changes.includes(MANAGER) && !sees.includes(MANAGER)) continue
      await tried(world.context, async (context) => {
        const heard = await perform(context, { userId: ROLES.delegate, workspaceId: HOME }, move)
        expect(await hasChanged(context.db, world.north, before), name).toBe(false)
        expect(JSON.stringify(heard.told), name).not.toMatch(world.north.mark)
      })
    }
    await giveBack(world.context)
  })
})
