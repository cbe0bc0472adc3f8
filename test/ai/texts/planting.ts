// Types a text wherever somebody can type, about Annika in the company of the set of questions.
import { sql } from 'drizzle-orm'
import { blockers } from '../../../src/checkins/standup/db/standups.sql.ts'
import { memberOf } from '../../../src/org/db/members.ts'
import type { Member } from '../../../src/org/domain/team.ts'
import { wins } from '../../../src/wins/db/wins.sql.ts'
import { giveReport, writeInsight } from '../../security/seeds.ts'
import type { TestContext } from '../../support/context.ts'
import { ASKERS, HOME } from '../questions/people.ts'

const LAST_FRIDAY = Temporal.PlainDate.from('2026-03-13')
export const THIS_FRIDAY = Temporal.PlainDate.from('2026-03-20')
const WEDNESDAY = THIS_FRIDAY.subtract({ days: 2 })

type Plant = (context: TestContext, annika: Member, typed: string) => Promise<unknown>

const blocked: Plant = ({ db }, { workspaceId, teamId, memberId }, text) =>
  db.insert(blockers).values({
    ...{ workspaceId, teamId, memberId, blockerId: crypto.randomUUID(), text, helperUserId: null },
    ...{ state: 'open', raisedOn: WEDNESDAY, closedOn: null },
  })

const won: Plant = ({ db, clock }, { workspaceId, teamId, memberId }, customer) =>
  db.insert(wins).values({
    ...{ workspaceId, teamId, memberId, sourceId: crypto.randomUUID(), date: WEDNESDAY, metricKey: 'own-1' },
    ...{ amount: 1, enteredAmount: 1, enteredAt: clock.now(), customer },
  })

const PLANTS = {
  'plan line': ({ db }, { memberId }, typed) =>
    db.execute(sql`update plan_items set text = ${typed} where member_id = ${memberId} and position = 1`),
  'line that was done': ({ db, clock }, { memberId }, typed) =>
    db.execute(sql`update plan_items set text = ${typed}, ticked_at = ${clock.now().toString()}
      where member_id = ${memberId} and position = 1`),
  'note in a check-in': ({ db }, { memberId }, typed) =>
    db.execute(sql`update standups set done_note = ${typed} where member_id = ${memberId}`),
  blocker: blocked,
  'customer of a deal': won,
  'name of a person': ({ db }, { userId, workspaceId }, typed) =>
    db.execute(
      sql`update people set name = ${typed} where workspace_id = ${workspaceId} and user_id = ${userId}`,
    ),
  'name of a team': ({ db }, { teamId }, typed) =>
    db.execute(sql`update team_settings set settings = settings || ${JSON.stringify({ name: typed })}::jsonb
      where team_id = ${teamId}`),
  'name of a metric': ({ db }, { teamId }, typed) =>
    db.execute(sql`update metrics set label = ${typed} where team_id = ${teamId} and metric_key = 'own-1'`),
  insight: (context, annika, typed) => writeInsight(context, annika, LAST_FRIDAY, typed),
  report: ({ db, clock }, annika, typed) =>
    giveReport(db, annika, LAST_FRIDAY.subtract({ weeks: 1 }), typed, clock.now()),
  'reason of a target': ({ db }, { teamId }, typed) =>
    db.execute(sql`update target_versions set reason = ${typed} where team_id = ${teamId}`),
} satisfies Record<string, Plant>
export type Place = keyof typeof PLANTS

export const TEXTS = ['draft', 'coaching', 'summary'] as const
export type TextName = (typeof TEXTS)[number]

export const PLACES = Object.keys(PLANTS) as [Place, ...Place[]]

export async function plantIn(context: TestContext, place: Place, typed: string): Promise<void> {
  const [annika] = await memberOf(context.db, HOME, ASKERS.rep)
  await PLANTS[place](context, annika!, typed)
}

/** What a text is made of. Whatever else is typed a model never sees. */
export const SENT: Readonly<Record<TextName, readonly Place[]>> = {
  draft: ['plan line', 'line that was done', 'note in a check-in', 'blocker', 'customer of a deal'],
  coaching: ['blocker', 'name of a person', 'name of a metric'],
  summary: ['name of a person', 'name of a team', 'name of a metric'],
}
