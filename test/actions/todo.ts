// A small team whose people type `/kpi todo`, and what they are told.
import { eq } from 'drizzle-orm'
import { actionItems } from '../../src/actions/db/action-items.sql.ts'
import type { Database } from '../../src/core/db/client.ts'
import type { Person } from '../../src/core/person.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { smallTeam, type Wish } from '../numbers/small-team.ts'
import { type Typist, typist } from '../numbers/typist.ts'
import { testContext, testPerson } from '../support/context.ts'
import { toldByDm } from '../support/told-by-dm.ts'

/** A Monday. */
export const MORNING = '2026-03-02T08:30:00Z'

export async function todoTeam(
  db: Database,
  wishes: readonly Wish[] = [{ name: 'Ann' }, { name: 'Liu' }],
  settings: Partial<TeamSettings> = {},
) {
  const team = await smallTeam(db, wishes, { settings })
  const { workspaceId } = team
  const context = testContext(db, MORNING)
  const boss = testPerson(workspaceId, 'UBOSS', { name: 'Boss' })
  const people: Record<string, Person> = Object.fromEntries(
    [...team.people, boss].map((person) => [person.userId, person]),
  )
  const typists = new Map<string, Typist>()
  /** The same person's replies stay together. */
  const as = (userId: string): Typist => {
    const known = typists.get(userId) ?? typist(context, people[userId]!)
    typists.set(userId, known)
    return known
  }
  const stored = () =>
    db
      .select()
      .from(actionItems)
      .where(eq(actionItems.workspaceId, workspaceId))
      .orderBy(actionItems.createdAt, actionItems.actionId)
  const told = async () => {
    const all = await toldByDm(context)
    return all.filter((one) => one.workspaceId === workspaceId)
  }
  return {
    ...team,
    context,
    people,
    boss,
    as,
    stored,
    told,
    add: (userId: string, line: string) => as(userId).command(`todo ${line}`),
  }
}
