// While the manager is away the delegate does what the manager could, but hands nothing on; before and afterwards nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { LEAD, TEAM_SETUP } from '../../src/org/slack/ids.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { holdingOf, perform, tried } from './listeners.ts'
import { casesFor } from './permission-cases.ts'
import { buildWorld, HOME, ROLES, type World } from './world.ts'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await freshDatabase()
  world = await buildWorld(database.db)
})
afterAll(() => database.close())

const MANAGER = 'manager'
/** What only the manager in person decides. */
const LINES = new RegExp(
  `^(${LEAD.agree}|${LEAD.decline}|submit ${TEAM_SETUP.form} (manager|delegate|parent))`,
)
const TODAY = Temporal.PlainDate.from('2026-03-03')

describe('the delegate', () => {
  test('has each of the manager’s rights in this team, and none of another', async () => {
    const mara = world.context.people.get(`${HOME} ${ROLES.manager}`)!
    const by = { userId: ROLES.delegate, workspaceId: HOME }
    let done = 0
    for (const team of [world.north, world.south])
      for (const { name, move, changes, sees } of casesFor(team))
        await tried(world.context, async (context) => {
          await recordLeave(context, mara, mara.userId, { from: TODAY, to: TODAY, part: 'whole' })
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
})
