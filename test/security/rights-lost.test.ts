// Who is removed, demoted or deactivated loses every right at once: what they opened before, half-filled forms included, is worth nothing.

import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { setManager } from '../../src/org/db/teams.ts'
import { changeMembers } from '../../src/org/flows/change-members.ts'
import { leaveTeam } from '../../src/org/flows/leave-team.ts'
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

const person = (role: keyof typeof ROLES) => world.context.people.get(`${HOME} ${ROLES[role]}`)!
/** As an event of Slack's leaves it in our record. */
const inSlack = (context: Context, userId: string, what: string) =>
  context.db.execute(
    sql`update people set ${sql.raw(what)} where workspace_id = ${HOME} and user_id = ${userId}`,
  )

interface Loss {
  role: keyof typeof ROLES
  how: string
  lose(context: Context): Promise<unknown>
}

const removedBy = (by: 'manager' | 'admin', role: keyof typeof ROLES) => (context: Context) =>
  changeMembers(context, person(by), world.north.teamId, {
    ...{ placed: [], removed: [ROLES[role]], role: 'hunter' },
  })

/** What is kept about a person stays theirs to read. */
const ABOUT_ONESELF = /^\/kpi (audit|seen)|^audit\./

const LOSSES: readonly Loss[] = [
  { role: 'rep', how: 'removed by the manager', lose: removedBy('manager', 'rep') },
  { role: 'another rep', how: 'removed by an admin', lose: removedBy('admin', 'another rep') },
  {
    role: 'rep',
    how: 'who left',
    lose: (context) => leaveTeam(context, person('rep'), world.north.teamId),
  },
  {
    role: 'rep',
    how: 'deactivated',
    lose: (context) => inSlack(context, ROLES.rep, 'deactivated = true'),
  },
  {
    role: 'guest who is a member',
    how: 'removed by the manager',
    lose: removedBy('manager', 'guest who is a member'),
  },
  {
    role: 'manager',
    how: 'who has a successor',
    lose: (context) => setManager(context.db, world.north, ROLES['manager of another team']),
  },
  {
    role: 'manager',
    how: 'deactivated',
    lose: (context) => inSlack(context, ROLES.manager, 'deactivated = true'),
  },
  {
    role: 'manager',
    how: 'a guest now',
    lose: (context) => inSlack(context, ROLES.manager, 'is_guest = true'),
  },
  {
    role: 'admin',
    how: 'no longer an admin',
    lose: (context) => inSlack(context, ROLES.admin, 'is_admin = false'),
  },
  {
    role: 'admin',
    how: 'deactivated',
    lose: (context) => inSlack(context, ROLES.admin, 'deactivated = true'),
  },
  {
    role: 'director',
    how: 'whose team has a successor',
    lose: (context) =>
      context.db.execute(
        sql`update teams set manager_user_id = 'U0SUE' where manager_user_id = ${ROLES.director}`,
      ),
  },
  {
    role: 'director',
    how: 'whose team is no longer above',
    lose: (context) =>
      context.db.execute(
        sql`update teams set parent_team_id = null where team_id = ${world.north.teamId}::uuid`,
      ),
  },
]

describe.each(LOSSES)('$role, $how', ({ role, lose }) => {
  test('neither changes nor sees anything, with whatever was opened before', async () => {
    const by = { userId: ROLES[role], workspaceId: HOME }
    for (const { name, move, changes, sees } of casesFor(world.north)) {
      if (!changes.includes(role) && !sees.includes(role)) continue
      if (ABOUT_ONESELF.test(name)) continue
      await tried(world.context, async (context) => {
        await lose(context)
        // Slack knows it too: a look at it makes nobody what they were.
        const [row] = await context.db.execute<{
          is_admin: boolean
          is_guest: boolean
          deactivated: boolean
        }>(
          sql`select is_admin, is_guest, deactivated from people where workspace_id = ${HOME} and user_id = ${by.userId}`,
        )
        const now = {
          ...person(role),
          ...{ isAdmin: row!.is_admin, isGuest: row!.is_guest, deactivated: row!.deactivated },
        }
        const { directory } = context
        const asked: Context = {
          ...context,
          directory: {
            ...directory,
            person: async (workspaceId, userId) =>
              userId === now.userId ? now : directory.person(workspaceId, userId),
          },
        }
        const before = await holdingOf(context.db, world.north)
        const heard = await perform(asked, by, move)
        expect(heard.errors, name).toEqual([])
        expect((await holdingOf(context.db, world.north)) === before, `${name} changes something`).toBe(true)
        expect(JSON.stringify(heard.told), name).not.toMatch(world.north.mark)
      })
    }
  })
})
