// Once a month whoever leads from above is told how good the warnings were, and lowers a rule that is too sharp with one press.
import { and, eq, like } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { saveWarnings } from '../../src/warnings/db/episodes.ts'
import { rulesOfTeams } from '../../src/warnings/db/rules.ts'
import type { Episode, Resolution } from '../../src/warnings/domain/episode.ts'
import { stampOf } from '../../src/warnings/domain/lower-level.ts'
import { QUALITY_DUE } from '../../src/warnings/domain/quality-month.ts'
import { changeRule } from '../../src/warnings/flows/change-rules.ts'
import { lowerRule } from '../../src/warnings/flows/lower-rule.ts'
import type { QualityView } from '../../src/warnings/flows/report-quality.ts'
import { renderQualityMonth } from '../../src/warnings/slack/quality.ts'
import { typist } from '../numbers/typist.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { sampleWarning } from './sample-warning.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const instant = Temporal.Instant.from
const WELL = { reason: 'recovered', by: null, note: '' } as const
/** Of March: so many urgent ones about calls have recovered unaided, and one was open when the month ended. */
async function april(recovered: number, settings: Partial<TeamSettings> = {}) {
  const { db } = database
  const team = await warningTeam(db, { settings })
  const { context, workspaceId, teamId, leads } = team
  const rule = async () =>
    (await rulesOfTeams(db, [team])).find(({ preset }) => preset === 'behind-pace calls')!
  const { ruleId } = await rule()
  const of = { workspaceId, teamId, memberId: team.memberId('ben'), ruleId }
  const opened = { openedAt: instant('2026-03-10T08:00:00Z') }
  const over = (at: string, reason: Resolution = 'recovered'): Partial<Episode> => ({
    ...{ ...opened, state: 'resolved', resolved: { ...WELL, reason, at: instant(at) } },
  })
  const ended = Array.from({ length: recovered }, () => sampleWarning(of, over('2026-03-12T08:00:00Z')))
  const late = recovered === 0 ? [] : [sampleWarning(of, { ...opened, peak: 'yellow', level: 'yellow' })]
  await db.transaction((tx) => saveWarnings(tx, [...ended, ...late]))
  context.moveTo('2026-04-01T05:00:00Z')
  await team.replan('2026-04-01')
  for (const time of ['07:00', '07:31']) await team.tickAt(`2026-04-01T${time}:00Z`)
  const reports = () =>
    db
      .select()
      .from(messages)
      .where(and(eq(messages.workspaceId, workspaceId), like(messages.messageKey, 'warning-quality:%')))
      .orderBy(messages.toUserId)
  const [boss, , director] = leads
  return {
    ...{ ...team, rule, reports, boss: boss!, director: director! },
    /** As it would be sent or edited now. */
    shown: async () => {
      const ref = { workspaceId, messageKey: 'warning-quality:U-director:2026-03-01' }
      const message = (await findMessage(db, ref))!
      const view = await factsOf<QualityView>(db, message, context.clock.now())
      return view && renderQualityMonth(view, BOT.translator('en'))
    },
    of: async (kind: string) =>
      (await db.select().from(messages).where(eq(messages.workspaceId, workspaceId))).filter(
        (message) => message.kind === kind,
      ),
    audited: async () =>
      (await db.select().from(auditEvents).where(eq(auditEvents.workspaceId, workspaceId))).filter(
        ({ kind }) => kind === 'warning-rule-changed',
      ),
  }
}

test('on the first working morning everybody above gets the month that is over, once, with what it has ended', async () => {
  const team = await april(4)
  expect((await team.reports()).map(({ toUserId, version }) => `${toUserId} ${version}`)).toEqual([
    'U-chief 1',
    'U-director 1',
  ])
  await team.mornings('2026-04-02', '2026-04-02')
  expect(await team.reports()).toHaveLength(2)
  const { text } = (await team.shown())!
  expect(text).toContain('How good the warnings were in March')
  expect(text).toContain('Calls: pace: 4; recovered unaided 4')
  expect(text).toContain('Calls: pace: 1; recovered unaided 0, after action 0, too late 1')
  // Two months later it is not sent any more, and what was sent has no button.
  team.context.moveTo('2026-05-04T08:00:00Z')
  expect(await team.shown()).toBeNull()
})

test('where nothing was warned of nothing is sent; where nobody leads from above, whoever leads the team is told', async () => {
  const quiet = await april(0)
  expect(await quiet.reports()).toEqual([])
  const settled = await database.db.select().from(dueItems).where(eq(dueItems.kind, QUALITY_DUE))
  expect(settled.find(({ teamId }) => teamId === quiet.teamId)).toMatchObject({ reason: 'no-warnings' })
  const team = await april(1)
  await database.db.delete(messages).where(eq(messages.workspaceId, team.workspaceId))
  await database.db.delete(dueItems)
  await database.db.update(teams).set({ parentTeamId: null }).where(eq(teams.teamId, team.teamId))
  await team.replan('2026-04-01')
  await team.tickAt('2026-04-01T07:31:00Z')
  expect((await team.reports()).map(({ toUserId }) => toUserId)).toEqual(['U-boss'])
})

test('one press makes it a warning at most: on record, told once to whoever leads the team, and pressed again nothing', async () => {
  const team = await april(4)
  const { context, director, teamId } = team
  const rule = await team.rule()
  const proposed = { teamId, ruleId: rule.ruleId, stamp: stampOf(rule) }
  expect(JSON.stringify((await team.shown())!.blocks)).toContain('Make it a warning')
  expect(await lowerRule(context, team.person('ben'), proposed)).toMatchObject({ reason: 'not-allowed' })
  expect(await lowerRule(context, director, proposed)).toEqual({ ok: true })
  expect((await team.rule()).settings.levels).toEqual({ blue: 0.95, yellow: 0.85 })
  expect(await lowerRule(context, director, proposed)).toEqual({ ok: false, reason: 'lowered' })
  expect(await team.audited()).toMatchObject([
    { actorUserId: 'U-director', screen: 'message:warning-quality', teamId },
  ])
  const told = await team.of('warning-rule-lowered')
  expect(told.map(({ toUserId }) => toUserId)).toEqual(['U-boss'])
  expect(await factsOf(database.db, told[0]!, context.clock.now())).toMatchObject({ by: 'U-director' })
  // The report says so in place of its button, for all who have it.
  const after = (await team.shown())!
  expect(after.text).toContain('It is a warning at most now.')
  expect(JSON.stringify(after.blocks)).not.toContain('Make it a warning')
  expect((await team.reports()).map(({ version }) => version)).toEqual([2, 2])
})

test('11: the press ends the button also where the team’s month has begun before the one in London', async () => {
  const team = await april(4, { zone: 'Pacific/Auckland' })
  const rule = await team.rule()
  team.context.moveTo('2026-03-31T20:31:00Z')
  const proposed = { teamId: team.teamId, ruleId: rule.ruleId, stamp: stampOf(rule) }
  expect(await lowerRule(team.context, team.director, proposed)).toEqual({ ok: true })
  expect((await team.reports()).map(({ version }) => version)).toEqual([2, 2])
})

test('a rule that was changed in between is left as it is, and the report says so', async () => {
  const team = await april(4)
  const { context, boss, director, teamId } = team
  const rule = await team.rule()
  const proposed = { teamId, ruleId: rule.ruleId, stamp: stampOf(rule) }
  const draft = {
    sign: '<',
    levels: { blue: '95', yellow: '85', red: '60' },
    clearBy: '5',
    leastDays: '3',
  } as const
  await changeRule(
    context,
    boss,
    { teamId, key: 'behind-pace calls' },
    { ...draft, mornings: '2', muted: '', active: true },
  )
  expect(await lowerRule(context, director, proposed)).toEqual({ ok: false, reason: 'changed' })
  expect((await team.rule()).settings.levels.red).toBe(0.6)
  const { text, blocks } = (await team.shown())!
  expect(text).toContain('The rule was changed since then.')
  expect(JSON.stringify(blocks)).not.toContain('Make it a warning')
  expect(await team.of('warning-rule-lowered')).toEqual([])
})

test('in `/kpi risks report` the press takes the answer’s place, and the proposal is gone', async () => {
  const team = await april(4)
  const typing = typist(team.context, team.boss)
  expect(await typing.command('risks report')).toContain('of 4 urgent ones in the last 90 days 4 recovered')
  const text = await typing.press('Make it a warning')
  expect(text).toContain('a warning at most from now on')
  expect(text).not.toContain('A lower level would do')
  expect(await team.of('warning-rule-lowered')).toEqual([])
})
