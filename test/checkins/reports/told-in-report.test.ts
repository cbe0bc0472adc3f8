// What “As it stands” files into the channel: one's own week in this team, whole and once, and nothing that was told in private.
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { OriginKind } from '../../../src/actions/domain/action-item.ts'
import { changeAction } from '../../../src/actions/flows/change-action.ts'
import { createAction } from '../../../src/actions/flows/create-action.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import { saveTicks } from '../../../src/checkins/standup/db/open-lines.ts'
import { planItems } from '../../../src/checkins/standup/db/standups.sql.ts'
import type { TeamId, WorkspaceId } from '../../../src/core/ids.ts'
import { loadTeam } from '../../../src/org/db/teams.ts'
import { DEFAULT_REPORT, type TeamSettings } from '../../../src/org/domain/team.ts'
import { reportDigest } from '../../../src/overview/flows/facts/report-digest.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { day, standupTeam } from '../standup/team.ts'

const database = usesDatabase()

const FRIDAY = '2026-03-06'

async function reporting(settings: Partial<TeamSettings> = {}, workspaceId?: WorkspaceId) {
  const team = await standupTeam(database.db, {
    ...{ zones: { ben: 'Europe/Berlin' }, now: '2026-03-05T07:00:00Z', ...(workspaceId && { workspaceId }) },
    settings: { reports: { weekly: DEFAULT_REPORT }, ...settings },
  })
  await team.replan('2026-03-05')
  const { context } = team
  return {
    ...team,
    promise: (
      text: string,
      kind: OriginKind = 'person',
      teamId: TeamId = team.teamId,
      weight: number | null = null,
    ) =>
      context.db.transaction((tx) =>
        createAction(
          tx,
          context,
          {
            ...{ workspaceId: team.workspaceId, teamId, text, weight, helperUserIds: [] },
            ...{ ownerUserId: 'U-ben', createdBy: 'U-ben', dueOn: day('2026-03-10') },
            origin: { kind, reference: kind === 'person' ? null : crypto.randomUUID() },
          },
          '/kpi todo',
        ),
      ),
    /** What was filed with the one press. */
    filedAt: async (instant: string, date = instant.slice(0, 10)) => {
      await team.tickAt(instant)
      const value = JSON.stringify({ team: team.teamId, checkin: 'weekly', date })
      await at(context, team.person('ben'), reports, REPORT.form).click(REPORT.asItStands, value)
      const card = await team.facts(`report:weekly:${team.memberId('ben')}:${date}`)
      return (card as { receipt?: { sections: unknown } } | null)?.receipt?.sections
    },
  }
}

test('a promise about a warning, a measure of a review and items of another team are not filed', async () => {
  const team = await reporting()
  const other = await reporting({}, team.workspaceId)
  for (const [text, ...of] of [
    ['Call Acme'],
    ['Send minutes', 'meeting'],
    ['Approve a discount', 'support-request'],
    ['Talk with Eva about her slump', 'warning'],
    ['Listen to Eva’s calls', 'review-measure'],
    ['Secret merger', 'person', other.teamId, 3],
  ] as [string, OriginKind?, TeamId?, number?][]) {
    await team.promise(`${text}, next`, ...of)
    const { actionId } = await team.promise(`${text}, done`, ...of)
    await changeAction(team.context, team.person('ben'), actionId, { close: 'done' }, '/kpi todo')
  }
  expect(await team.filedAt(`${FRIDAY}T15:00:00Z`)).toEqual({
    results: 'Call Acme, done\nSend minutes, done\nApprove a discount, done',
    plan: 'Call Acme, next\nSend minutes, next\nApprove a discount, next',
  })
})

test('what is done after a report, ticked off or on a Saturday, stands in the next one or in this one, once', async () => {
  const team = await reporting({ workDays: [1, 2, 3, 4, 5, 6] })
  const ben = team.person('ben')
  const { db } = database
  const saidDid = async (date: string) => {
    const of = { name: 'weekly', date: day(date) }
    const now = team.context.clock.now()
    const stored = await loadTeam(db, team.workspaceId, team.teamId)
    return (await reportDigest(db, stored!, of, 'U-boss', { now, isPosted: true }))!.saidDid
  }
  const idOf = async (text: string) => {
    const [line] = await db
      .select({ itemId: planItems.itemId })
      .from(planItems)
      .where(and(eq(planItems.teamId, team.teamId), eq(planItems.text, text)))
    return line!.itemId
  }
  await team.submit(ben, '2026-03-05', { plan: ['Offer for Acme'] })
  team.context.moveTo('2026-03-06T08:30:00Z')
  const planned = ['Visit Bolt', 'Call Rheintal']
  await team.submit(ben, FRIDAY, { doneItemIds: [await idOf('Offer for Acme')], plan: planned })
  team.context.moveTo('2026-03-06T14:00:00Z')
  const bolt = await idOf('Visit Bolt')
  const ticks = { shown: [bolt], ticked: [bolt] }
  await db.transaction((tx) => saveTicks(tx, team.workspaceId, ticks, team.context.clock.now()))
  const reported = { results: 'Offer for Acme\nVisit Bolt', plan: 'Call Rheintal' }
  expect(await team.filedAt(`${FRIDAY}T15:05:00Z`)).toEqual(reported)
  expect(await saidDid(FRIDAY)).toEqual({ done: 2, planned: 2 })
  team.context.moveTo('2026-03-07T08:30:00Z')
  const doneItemIds = [bolt, await idOf('Call Rheintal')]
  await team.submit(ben, '2026-03-07', { doneItemIds, doneNote: 'Stand at the fair' })
  expect(await team.filedAt('2026-03-13T15:05:00Z')).toEqual({ results: 'Call Rheintal\nStand at the fair' })
  expect([await saidDid(FRIDAY), await saidDid('2026-03-13')]).toEqual([
    { done: 2, planned: 2 },
    { done: 1, planned: 1 },
  ])
})

test('what an evening check-in says after the report of the same day stands in the next one', async () => {
  const team = await reporting({ promptTime: '17:30' })
  await team.promise('Pilot')
  expect(await team.filedAt(`${FRIDAY}T15:05:00Z`)).toEqual({ plan: 'Pilot' })
  team.context.moveTo(`${FRIDAY}T16:35:00Z`)
  await team.submit(team.person('ben'), FRIDAY, { doneNote: 'Closed Bolt' })
  expect(await team.filedAt('2026-03-13T15:05:00Z')).toEqual({ results: 'Closed Bolt', plan: 'Pilot' })
})
