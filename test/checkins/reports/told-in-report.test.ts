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
import { insertWin } from '../../../src/wins/db/wins.ts'
import { typed } from '../../slack/untouched.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { day, standupTeam } from '../standup/team.ts'
import { closedWeekOf } from './closed-week.ts'

const database = usesDatabase()

const FRIDAY = '2026-03-06'

async function reporting(settings: Partial<TeamSettings> = {}, workspaceId?: WorkspaceId) {
  const team = await standupTeam(database.db, {
    ...{ zones: { ben: 'Europe/Berlin' }, now: '2026-03-05T07:00:00Z', ...(workspaceId && { workspaceId }) },
    settings: { reports: { weekly: DEFAULT_REPORT }, ...settings },
  })
  await team.replan('2026-03-05')
  const { context } = team
  const ben = at(context, team.person('ben'), reports, REPORT.form)
  const value = (date: string) => JSON.stringify({ team: team.teamId, checkin: 'weekly', date })
  return {
    ...team,
    idOf: async (text: string) => {
      const [line] = await database.db
        .select({ itemId: planItems.itemId })
        .from(planItems)
        .where(and(eq(planItems.teamId, team.teamId), eq(planItems.text, text)))
      return line!.itemId
    },
    tickOff: (itemId: string) =>
      database.db.transaction((tx) =>
        saveTicks(tx, team.workspaceId, { shown: [itemId], ticked: [itemId] }, context.clock.now()),
      ),
    saidDid: async (date: string) => {
      const of = { name: 'weekly', date: day(date) }
      const stored = await loadTeam(database.db, team.workspaceId, team.teamId)
      const at_ = { now: context.clock.now(), isPosted: true }
      return (await reportDigest(database.db, stored!, of, 'U-boss', at_))!.saidDid
    },
    /** As it was filed, with other words. */
    edits: async (date: string, results: string) => {
      await ben.click(REPORT.open, value(date))
      const view = ben.seen.views.at(-1)!
      const answer = typed(view, { 'section:results': results })
      expect(await ben.submit(answer, view.private_metadata ?? '', results)).toEqual({ kind: 'close' })
    },
    promise: (
      text: string,
      kind: OriginKind = 'person',
      teamId: TeamId = team.teamId,
      weight: number | null = null,
      dueOn = '2026-03-10',
    ) =>
      context.db.transaction((tx) =>
        createAction(
          tx,
          context,
          {
            ...{ workspaceId: team.workspaceId, teamId, text, weight, helperUserIds: [] },
            ...{ ownerUserId: 'U-ben', createdBy: 'U-ben', dueOn: day(dueOn) },
            origin: { kind, reference: kind === 'person' ? null : crypto.randomUUID() },
          },
          '/kpi todo',
        ),
      ),
    /** What was filed with the one press. */
    filedAt: async (instant: string, date = instant.slice(0, 10)) => {
      await team.tickAt(instant)
      await ben.click(REPORT.asItStands, value(date))
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
  const { idOf, saidDid } = team
  await team.submit(ben, '2026-03-05', { plan: ['Offer for Acme'] })
  team.context.moveTo('2026-03-06T08:30:00Z')
  const planned = ['Visit Bolt', 'Call Rheintal']
  await team.submit(ben, FRIDAY, { doneItemIds: [await idOf('Offer for Acme')], plan: planned })
  team.context.moveTo('2026-03-06T14:00:00Z')
  const bolt = await idOf('Visit Bolt')
  await team.tickOff(bolt)
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

test('an edit of the report or of a standup afterwards makes nothing told twice or never', async () => {
  const team = await reporting({ promptTime: '14:00', closeAfterMinutes: 240 })
  const ben = team.person('ben')
  team.context.moveTo('2026-03-05T13:30:00Z')
  await team.submit(ben, '2026-03-05', { plan: ['Offer for Acme'] })
  team.context.moveTo(`${FRIDAY}T13:30:00Z`)
  const doneItemIds = [await team.idOf('Offer for Acme')]
  const standup = { doneItemIds, doneNote: 'Stand at the fair', plan: ['Visit Bolt'] }
  await team.submit(ben, FRIDAY, standup)
  expect(await team.filedAt(`${FRIDAY}T15:05:00Z`)).toEqual({
    ...{ results: 'Offer for Acme\nStand at the fair', plan: 'Visit Bolt' },
  })
  team.context.moveTo(`${FRIDAY}T15:30:00Z`)
  const edited = { ...standup, plan: ['Visit Bolt', 'Call Rheintal'] }
  expect(await team.submit(ben, FRIDAY, edited, { viewId: 'V2' })).toMatchObject({ ok: true })
  team.context.moveTo(`${FRIDAY}T15:35:00Z`)
  await team.tickOff(await team.idOf('Visit Bolt'))
  team.context.moveTo(`${FRIDAY}T15:40:00Z`)
  await team.edits(FRIDAY, 'Offer for ACME\nStand at the fair')
  expect(await team.saidDid(FRIDAY)).toEqual({ done: 1, planned: 1 })
  expect(await team.filedAt('2026-03-13T15:05:00Z')).toEqual({ results: 'Visit Bolt', plan: 'Call Rheintal' })
})

test('what came after a report that is asked about and answered days later stands in the next one', async () => {
  const team = await closedWeekOf(database.db)
  const { workspaceId, teamId } = team
  const memberId = team.memberId('ben')
  const deal = { metricKey: 'visits', amount: 5, enteredAmount: 5, customer: 'Hengxin' }
  const enteredAt = Temporal.Instant.from(`${FRIDAY}T16:10:00Z`)
  const win = { workspaceId, teamId, memberId, sourceId: crypto.randomUUID(), date: day(FRIDAY), enteredAt }
  await database.db.transaction((tx) => insertWin(tx, { ...win, ...deal }))
  await team.ask('What about Acme?')
  team.context.moveTo('2026-03-09T09:00:00Z')
  const ben = await team.open('ben')
  const answer = typed(ben.view, { reply: 'Signs on Tuesday' })
  expect(await ben.submit(answer, ben.metadata, 'V2')).toEqual({ kind: 'close' })
  team.context.moveTo('2026-03-13T15:05:00Z')
  const next = await team.open('ben', '2026-03-13')
  expect(JSON.stringify(next.view)).toContain('Hengxin')
})

test('a deal of an earlier day that is entered once the report is filed stands in the next one, and nothing stands in both', async () => {
  const team = await closedWeekOf(database.db)
  const { workspaceId, teamId } = team
  const memberId = team.memberId('ben')
  const deal = { metricKey: 'visits', amount: 5, enteredAmount: 5, workspaceId, teamId, memberId }
  // Ben's report was filed on Friday at 15:00, with the first of them.
  for (const [customer, date, enteredAt] of [
    ['Acme', '2026-03-05', `${FRIDAY}T14:59:00Z`],
    ['Hengxin', '2026-03-05', `${FRIDAY}T16:40:00Z`],
    ['Bolt', FRIDAY, '2026-03-09T07:00:00Z'],
    ['Oldtimer', '2026-02-20', `${FRIDAY}T16:41:00Z`],
  ] as const)
    await database.db.transaction((tx) =>
      insertWin(tx, {
        ...{ ...deal, customer, sourceId: crypto.randomUUID(), date: day(date) },
        enteredAt: Temporal.Instant.from(enteredAt),
      }),
    )
  const told = async (date: string) => {
    team.context.moveTo(`${date}T15:05:00Z`)
    const text = JSON.stringify((await team.open('ben', date)).view)
    return ['Acme', 'Hengxin', 'Bolt', 'Oldtimer'].filter((customer) => text.includes(customer))
  }
  expect(await told('2026-03-13')).toEqual(['Hengxin', 'Bolt'])
})

test('“by the end of the next week” is by the week of the team: from Sunday to Thursday, until Saturday', async () => {
  const weekly = { ...DEFAULT_REPORT, weekday: 7 }
  const team = await reporting({ workDays: [7, 1, 2, 3, 4], reports: { weekly } })
  await team.promise('Offer for Acme', 'person', team.teamId, null, '2026-03-19')
  await team.promise('Visit Bolt', 'person', team.teamId, null, '2026-03-22')
  expect(await team.filedAt('2026-03-08T15:05:00Z')).toEqual({ plan: 'Offer for Acme' })
})
