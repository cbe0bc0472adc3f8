// The company of the set of questions: three teams and another workspace, with figures that can be added up by hand, and hostile texts.

import { createAction } from '../../../src/actions/flows/create-action.ts'
import { saveComment } from '../../../src/checkins/db/reviews.ts'
import { blockers } from '../../../src/checkins/standup/db/standups.sql.ts'
import { submitStandup } from '../../../src/checkins/standup/flows/submit-standup.ts'
import type { Database } from '../../../src/core/db/client.ts'
import { dailyTotals } from '../../../src/numbers/db/activity.sql.ts'
import { addRoleMetrics } from '../../../src/numbers/db/metrics.ts'
import type { Metric } from '../../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../../src/numbers/domain/presets.ts'
import { insertMembers } from '../../../src/org/db/members.ts'
import { savePeople, saveWorkspace } from '../../../src/org/db/people.ts'
import { saveSettings } from '../../../src/org/db/settings.ts'
import { insertTeam, setDelegate } from '../../../src/org/db/teams.ts'
import type { Member } from '../../../src/org/domain/team.ts'
import { recordLeave } from '../../../src/org/flows/record-leave.ts'
import { targetPeriod } from '../../../src/targets/domain/target-period.ts'
import { setTarget } from '../../../src/targets/flows/set-target.ts'
import { saveWarnings } from '../../../src/warnings/db/episodes.ts'
import type { RiskEvidence } from '../../../src/warnings/domain/signals/raised-by-hand.ts'
import { EMPTY_ANSWER } from '../../checkins/standup/team.ts'
import { giveReport, writeInsight } from '../../security/seeds.ts'
import { type TestContext, testContext, testPerson } from '../../support/context.ts'
import { testSettings } from '../../support/settings.ts'
import { sampleWarning } from '../../warnings/sample-warning.ts'
import { ABROAD, ELSEWHERE, HOME, LEADERS, NORTH, NOW, type Placed, SOUTH, WEST } from './people.ts'
import { BREAKS_OUT, PLANTED } from './planted.ts'

const date = Temporal.PlainDate.from
const TODAY = date('2026-03-18')
const JOINED = date('2026-01-05')
/** When targets were set: before the month's first numbers were due. */
const BEFORE = '2026-03-02T07:00:00Z'

interface Wish {
  workspaceId: string
  name: string
  managerUserId: string
  people: readonly Placed[]
  parentTeamId?: string
  label?: string
}

const { director, manager, delegate } = LEADERS

export async function buildCompany(db: Database): Promise<TestContext> {
  const context = testContext(db, BEFORE)
  await savePersons(context)
  const company = await team(context, {
    ...{ workspaceId: HOME, name: 'Company', managerUserId: director.userId, people: [] },
  })
  const north = await team(context, {
    ...{ workspaceId: HOME, name: 'North', managerUserId: manager.userId, people: NORTH },
    ...{ parentTeamId: company.teamId, label: PLANTED['name of a metric'] },
  })
  const { userId: samson } = LEADERS['manager of another team']
  const south = { workspaceId: HOME, name: PLANTED['name of a team'], managerUserId: samson, people: SOUTH }
  await team(context, { ...south, parentTeamId: company.teamId })
  const { userId: wesley } = LEADERS['manager on leave']
  const west = await team(context, { workspaceId: HOME, name: 'West', managerUserId: wesley, people: WEST })
  await team(context, {
    ...{ workspaceId: ABROAD, name: 'Elsewhere', managerUserId: manager.userId, people: ELSEWHERE },
  })
  context.moveTo(NOW)
  for (const one of [north, west]) await setDelegate(db, one, delegate.userId)
  const leave = { from: TODAY, to: TODAY, part: 'whole' } as const
  await recordLeave(context, context.people.get(`${HOME} ${wesley}`)!, wesley, leave)
  await plant(context, north.members)
  await warn(context, north.members)
  return context
}

async function savePersons(context: TestContext): Promise<void> {
  const { db, clock } = context
  const home = [...NORTH, ...SOUTH, ...WEST, ...Object.values(LEADERS)]
  const persons = [
    ...home.map(({ userId, name }) => testPerson(HOME, userId, { name })),
    ...ELSEWHERE.map(({ userId, name }) => testPerson(ABROAD, userId, { name })),
    testPerson(ABROAD, manager.userId, { name: 'Mortimer Elsner' }),
  ]
  for (const one of persons) context.people.set(`${one.workspaceId} ${one.userId}`, one)
  context.directory = {
    ...context.directory,
    person: async (workspaceId, userId) => context.people.get(`${workspaceId} ${userId}`) ?? null,
  }
  // So that nobody is looked up again on the day.
  await savePeople(db, persons, Temporal.Instant.from(NOW))
  for (const workspaceId of [HOME, ABROAD])
    await saveWorkspace(db, { workspaceId, name: 'Sales', botUserId: 'U0PACESETTER' }, clock.now())
}

async function team(context: TestContext, wish: Wish) {
  const { db, clock } = context
  const { workspaceId, name, managerUserId } = wish
  const ref = { workspaceId, teamId: crypto.randomUUID() }
  const channelId = `C0${workspaceId}${name.slice(0, 5).toUpperCase()}`
  const under = { managerUserId, parentTeamId: wish.parentTeamId ?? null }
  await insertTeam(db, { ...ref, channelId, ...under }, clock.now().subtract({ hours: 24 * 50 }))
  const settings = testSettings({ name, measure: { kind: 'metric', metric: 'calls' } })
  const set = { effectiveFrom: JOINED, settings, setBy: managerUserId, setAt: clock.now() }
  await saveSettings(db, ref, set)
  const preset = presetFor('hunter', 'EUR')
  const counted = preset.filter(({ key }) => key === 'calls' || key === 'visits')
  const own: Metric = { ...preset[0]!, key: 'own-1', label: wish.label ?? null, plausibleMax: null }
  await addRoleMetrics(db, ref, 'hunter', wish.label ? [...counted, own] : counted)
  const members = wish.people.map(
    ({ userId }): Member => ({
      ...{ ...ref, memberId: crypto.randomUUID(), userId, role: 'hunter' as const },
      ...{ joinedOn: JOINED, leftOn: null },
    }),
  )
  if (members.length > 0) await insertMembers(db, members, clock.now())
  await count(context, members, wish)
  return { ...ref, members }
}

async function count(
  context: TestContext,
  members: readonly Member[],
  { people, managerUserId, workspaceId }: Wish,
): Promise<void> {
  const totals = people.flatMap(({ calls }, index) =>
    Object.entries(calls).map(([day, value]) => {
      const { teamId, memberId } = members[index]!
      return { workspaceId, teamId, memberId, date: date(day), totals: { calls: value } }
    }),
  )
  if (totals.length > 0) await context.db.insert(dailyTotals).values(totals)
  const by = context.people.get(`${workspaceId} ${managerUserId}`)!
  const how = { split: 'equal', weights: new Map(), byHand: null, role: null, monthsByHand: null } as const
  let version = 0
  for (const { userId, target } of people) {
    if (target === null) continue
    const period = targetPeriod('month', TODAY, 1)
    const draft = { ...how, value: target, time: { by: 'days', weights: null }, reason: 'As agreed' } as const
    const { teamId } = members[0]!
    const wanted = { teamId, metricKey: 'calls', period, userId, draft }
    const done = await setTarget(context, by, wanted, { version, sourceKey: `seed ${userId}` })
    version += 1
    if (!done.ok) throw new Error(`No target for ${userId}: ${JSON.stringify(done)}`)
  }
}

/** Annika has answered today. */
async function plant(context: TestContext, members: readonly Member[]): Promise<void> {
  const { db, clock } = context
  const [annika, lin] = members as [Member, Member]
  const { workspaceId, teamId, memberId } = annika
  const who = context.people.get(`${HOME} ${annika.userId}`)!
  const answer = { ...EMPTY_ANSWER, plan: ['Call the Hansen family', PLANTED['plan line'], BREAKS_OUT] }
  const submitted = { who, teamId, date: TODAY, viewId: 'V0', digest: 'seed', revision: 0 }
  const done = await submitStandup(context, { ...submitted, read: () => ({ ok: true, answer }) })
  if (!done.ok) throw new Error(JSON.stringify(done))
  const item = { workspaceId, teamId, helperUserIds: [], dueOn: TODAY }
  const given = { ...item, ownerUserId: annika.userId, createdBy: manager.userId }
  const asked = { ...item, ownerUserId: manager.userId, createdBy: annika.userId }
  const origin = { kind: 'person', reference: null } as const
  const report = { kind: 'support-request', reference: `weekly ${memberId} 1` } as const
  await db.transaction(async (tx) => {
    await createAction(tx, context, { ...given, text: PLANTED['action item'], origin }, '/kpi todo')
    await createAction(
      tx,
      context,
      { ...asked, text: PLANTED['support request'], origin: report },
      '/kpi report',
    )
  })
  const friday = date('2026-03-13')
  await giveReport(db, annika, friday, PLANTED.report, clock.now())
  await writeInsight(context, annika, friday, PLANTED.insight)
  await saveComment(db, {
    ...{ workspaceId, teamId, memberId, kind: 'weekly', date: friday, byUserId: manager.userId },
    ...{ comment: PLANTED.comment, version: 1, writtenAt: clock.now() },
  })
  const blocked = { workspaceId, teamId, memberId: lin.memberId, blockerId: crypto.randomUUID() }
  const blocker = { ...blocked, text: PLANTED.blocker, helperUserId: null, closedOn: null }
  await db.insert(blockers).values({ ...blocker, state: 'open' as const, raisedOn: date('2026-03-16') })
}

/** About Lin, and a risk that Annika has raised. */
async function warn({ db }: TestContext, [annika, lin]: readonly Member[]): Promise<void> {
  const { workspaceId, teamId, userId } = annika!
  const evidence: RiskEvidence = {
    ...{ probability: 3, impact: 3, score: 9, text: PLANTED.risk, customer: '', expectedOn: null },
    ...{ raisedBy: userId, ratedBy: userId },
  }
  const raised = { signal: 'raised-by-hand', memberId: null, metricKey: '', evidence } as const
  await db.transaction((tx) =>
    saveWarnings(tx, [
      sampleWarning({ workspaceId, teamId, memberId: lin!.memberId }),
      sampleWarning({ workspaceId, teamId, ...raised }, { level: 'yellow' }),
    ]),
  )
}
