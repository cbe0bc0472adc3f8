// While the manager is away the delegate does what the manager could, but hands nothing on; before and afterwards nothing.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { setDelegate, setManager } from '../../src/org/db/teams.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { LEAD, TEAM_SETUP } from '../../src/org/slack/ids.ts'
import { usesDatabase } from '../support/database.ts'
import { defineHolding, holdingOf } from './holding.ts'
import { perform, tried } from './listeners.ts'
import { casesFor } from './permission-cases.ts'
import { buildWorld, HOME, ROLES, type World } from './world.ts'

const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
  await defineHolding(database.db)
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

describe('the delegate', () => {
  test('has each of the manager’s rights in this team, and none of another', async () => {
    const by = { userId: ROLES.delegate, workspaceId: HOME }
    let done = 0
    for (const team of [world.north, world.south])
      for (const { name, move, changes, sees } of casesFor(team))
        await tried(world.context, async (context) => {
          await isAway(context)
          const before = await holdingOf(context.db, team)
          const heard = await perform(context, by, move)
          const changed = (await holdingOf(context.db, team)) !== before
          const mine = team === world.north
          expect(heard.errors, name).toEqual([])
          expect(changed, `${name} changes`).toBe(mine && changes.includes(MANAGER) && !LINES.test(name))
          expect(team.mark.test(JSON.stringify(heard.told)), `${name} sees`).toBe(
            mine && sees.includes(MANAGER) && !LINES.test(name),
          )
          done += changed ? 1 : 0
        })
    expect(done).toBeGreaterThan(8)
  })

  test.each<[string, (context: Context) => Promise<unknown>]>([
    ['the manager is back', ({ db }) => db.execute(sql`delete from leaves where user_id = ${ROLES.manager}`)],
    ['somebody else is named', ({ db }) => setDelegate(db, world.north, ROLES.stranger)],
    ['there is another manager', ({ db }) => setManager(db, world.north, ROLES['another rep'])],
    ['they are a guest now', ({ db }) => inSlack(db, 'is_guest')],
    ['they are deactivated', ({ db }) => inSlack(db, 'deactivated')],
  ])('has none of them once %s, with whatever was opened before', async (_, lose) => {
    for (const { name, move, changes, sees } of casesFor(world.north)) {
      if (!changes.includes(MANAGER) && !sees.includes(MANAGER)) continue
      await tried(world.context, async (context) => {
        await isAway(context)
        await lose(context)
        const before = await holdingOf(context.db, world.north)
        const heard = await perform(context, { userId: ROLES.delegate, workspaceId: HOME }, move)
        expect(await holdingOf(context.db, world.north), name).toBe(before)
        expect(JSON.stringify(heard.told), name).not.toMatch(world.north.mark)
      })
    }
  })
})

const inSlack = (db: Context['db'], what: 'is_guest' | 'deactivated') =>
  db.execute(
    sql`update people set ${sql.identifier(what)} = true
      where workspace_id = ${HOME} and user_id = ${ROLES.delegate}`,
  )
