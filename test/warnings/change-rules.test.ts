// A team changes what is watched and who is told: what runs keeps its procedure, and what is no longer watched ends and is told once.
import { and, eq, like } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { workspaces } from '../../src/org/db/people.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { changeWorkspace } from '../../src/org/flows/change-workspace.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { rulesOfTeams } from '../../src/warnings/db/rules.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import { choicesOf } from '../../src/warnings/domain/procedure-choices.ts'
import type { RuleDraft } from '../../src/warnings/domain/rule-draft.ts'
import { canAnswer } from '../../src/warnings/flows/answer-warning.ts'
import { changeProcedure } from '../../src/warnings/flows/change-procedure.ts'
import { addRule, changeRule, removeRule } from '../../src/warnings/flows/change-rules.ts'
import { listWarnings } from '../../src/warnings/flows/list-warnings.ts'
import { loadRules } from '../../src/warnings/flows/load-rules.ts'
import { testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const PACE = 'behind-pace calls'
const DRAFT: RuleDraft = {
  ...{ sign: '<', levels: { blue: '95', yellow: '85', red: '70' }, clearBy: '5', leastDays: '3' },
  ...{ mornings: '2', muted: '', active: true },
}
const SLOW = {
  ...choicesOf(DEFAULT_PROCEDURE),
  red: { tell: 'both', answer: '8h', repeats: 'none', lastResort: false },
} as const

/** Ben makes two of his ten calls a day. On Friday 6 March he is warned of it, urgently, where the rule is as it was. */
async function march(until: string | null = '2026-03-06') {
  const team = await warningTeam(database.db)
  await team.replan('2026-03-02')
  const dates = ['02', '03', '04', '05', '06', '09', '10', '11', '12'].map((date) => `2026-03-${date}`)
  await team.calls('eva', Object.fromEntries(dates.map((date) => [date, 10])))
  await team.calls('ben', Object.fromEntries(dates.map((date) => [date, 2])))
  if (until) await team.mornings('2026-03-05', until)
  await team.deliver()
  const { context, teamId, workspaceId, leads } = team
  const [boss, , director] = leads as [(typeof leads)[0], unknown, (typeof leads)[0]]
  return {
    ...{ ...team, boss, director },
    change: (draft: Partial<RuleDraft>, who = boss, key = PACE) =>
      changeRule(context, who, { teamId, key }, { ...DRAFT, ...draft }),
    rule: async (key = PACE) =>
      (await rulesOfTeams(database.db, [team])).find(({ preset, ruleId }) => (preset ?? ruleId) === key),
    audited: async () =>
      database.db
        .select()
        .from(auditEvents)
        .where(and(eq(auditEvents.workspaceId, workspaceId), like(auditEvents.kind, 'warning-%')))
        .orderBy(auditEvents.eventId),
    channel: async () =>
      database.db
        .select()
        .from(messages)
        .where(eq(messages.messageKey, `changes:${teamId}:2026-03-03`)),
  }
}

test('only of numbers that somebody has a target of this month the list expects warnings of pace', async () => {
  const team = await march(null)
  const targeted = async () => [...(await loadRules(team.context, team.boss, team.teamId))!.targeted]
  expect(await targeted()).toEqual(['calls'])
  team.context.moveTo('2026-04-01T08:00:00Z')
  expect(await targeted()).toEqual([])
})

test('a policy edited while an episode runs leaves it as it was; the next one follows the new one', async () => {
  const team = await march('2026-03-05')
  await team.tickAt('2026-03-06T08:00:00Z')
  const [before] = await team.open()
  expect(before?.episode).toMatchObject({ level: 'red', procedure: DEFAULT_PROCEDURE })
  expect(await changeProcedure(team.context, team.boss, team.teamId, SLOW)).toEqual({ ok: true })
  await team.change({ levels: { blue: '95', yellow: '85', red: '65' }, sign: '<=' })
  const [during] = await team.open()
  expect(during?.episode.nextAt?.toString()).toBe(before?.episode.nextAt?.toString())
  await team.deliver()
  // After the two hours that held when it opened, not the eight of today.
  await team.tickAt(before!.episode.nextAt!.toString())
  expect(await team.deliver()).toContain('U-director warning')
  expect((await team.open())[0]?.episode.procedure).toEqual(DEFAULT_PROCEDURE)
  // Eva falls behind afterwards.
  await team.calls('eva', { '2026-03-05': -20, '2026-03-06': 0, '2026-03-09': 0, '2026-03-10': 0 })
  await team.mornings('2026-03-09', '2026-03-10')
  const eva = (await team.open()).find(({ memberId }) => memberId === team.memberId('eva'))
  expect(eva?.episode).toMatchObject({
    level: 'red',
    procedure: { red: { answerWithin: { hours: 8 }, mostRepeats: 0 } },
  })
})

test('a rule that is switched off closes what runs by it: who was told reads once that it is no longer watched', async () => {
  const team = await march()
  // Not the chief, whose turn had not come.
  const told = ['U-ben', 'U-boss', 'U-director']
  expect(await team.change({ active: false })).toMatchObject({ ok: true })
  expect(await team.deliver()).toEqual(told.flatMap((who) => [`${who} edit`, `${who} resolved`]))
  expect(await team.open()).toEqual([])
  expect(await team.events()).toEqual(['opened', 'escalated', 'rule-off'])
  await team.change({ active: false })
  await team.mornings('2026-03-09', '2026-03-09')
  expect(await team.deliver()).toEqual([])
  // Switched on again, it warns again.
  await team.change({ active: true })
  await team.mornings('2026-03-11', '2026-03-12')
  expect(await team.deliver()).toContain('U-boss warning')
})

test('other limits count from the next look on: by stricter ones nothing closes, by looser ones it is closed, not recovered', async () => {
  const team = await march()
  await team.change({ levels: { blue: '', yellow: '', red: '10' }, clearBy: '0' })
  expect(await team.open()).toHaveLength(1)
  await team.mornings('2026-03-09', '2026-03-09')
  expect(await team.events()).toEqual(['opened', 'escalated', 'limits-changed'])
})

test('what is better by the limits before as well has recovered, whatever they are now', async () => {
  const team = await march()
  await team.change({ levels: { blue: '', yellow: '', red: '60' }, clearBy: '0' })
  await team.calls('ben', { '2026-03-06': 200 })
  await team.mornings('2026-03-09', '2026-03-09')
  expect(await team.events()).toEqual(['opened', 'escalated', 'recovered'])
})

test('on mute dates nothing opens, and what is open goes on', async () => {
  const team = await march(null)
  expect(await team.change({ muted: '2026-03-05 to 2026-03-06\n2026-03-09' })).toMatchObject({ ok: true })
  await team.mornings('2026-03-06', '2026-03-09')
  expect(await team.told()).toEqual([])
  await team.mornings('2026-03-10', '2026-03-11')
  expect(await team.told()).toContain('U-boss warning')
  await team.change({ muted: 'tomorrow' })
  expect((await team.rule())?.muted.map(({ from }) => from.toString())).toEqual(['2026-03-12'])
  expect(await team.open()).toHaveLength(1)
})

test('a rule of one’s own warns, is not added twice, and ends when it is removed', async () => {
  const team = await march('2026-03-05')
  const { context, teamId, boss } = team
  await team.change({ active: false })
  const added = { teamId, ruleId: crypto.randomUUID(), signal: 'threshold', metricKey: 'calls' } as const
  const limit = {
    ...DRAFT,
    sign: '<=',
    levels: { blue: '', yellow: '', red: '50' },
    clearBy: '',
    mornings: '1',
  }
  for (let pressed = 0; pressed < 2; pressed += 1)
    expect(await addRule(context, boss, added, limit)).toMatchObject({ ok: true, rule: { preset: null } })
  await team.mornings('2026-03-06', '2026-03-06')
  expect(await team.deliver()).toContain('U-ben warning')
  const key = added.ruleId
  expect(await removeRule(context, boss, { teamId, key: PACE })).toMatchObject({ ok: false, reason: 'gone' })
  expect(await removeRule(context, boss, { teamId, key })).toMatchObject({ ok: true })
  expect(await team.rule(key)).toBeUndefined()
  const told = await team.deliver()
  expect(told.filter((line) => line.startsWith('U-ben'))).toEqual(['U-ben edit', 'U-ben resolved'])
  expect(await team.open()).toEqual([])
  expect((await team.audited()).map(({ kind }) => kind)).toEqual(
    ['changed', 'added', 'removed'].map((what) => `warning-rule-${what}`),
  )
})

test('a rule that there is already, or of a number that the team has not, is not added', async () => {
  const { context, boss, teamId } = await march(null)
  const wish = (signal: 'behind-pace' | 'trend' | 'silence', metricKey: string) =>
    addRule(context, boss, { teamId, ruleId: crypto.randomUUID(), signal, metricKey }, DRAFT)
  const refused = { ok: false, reason: 'not-there-to-add' }
  for (const [signal, key] of [
    ['behind-pace', 'calls'],
    ['trend', 'nonsense'],
    ['silence', 'calls'],
  ] as const)
    expect(await wish(signal, key)).toEqual(refused)
})

test('whom an admin names is told at last instead of the manager at the top, reads it, and can take it on', async () => {
  const team = await march(null)
  const { context, workspaceId } = team
  const now = context.clock.now()
  const workspace = { workspaceId, name: 'Acme', botUserId: 'UBOT', firstSeenAt: now }
  await database.db.insert(workspaces).values(workspace).onConflictDoNothing()
  const owner = testPerson(workspaceId, 'U-owner')
  await savePeople(database.db, [owner], now)
  const admin = testPerson(workspaceId, 'U-admin', { isAdmin: true })
  const name = (lastResortUserId: string | null, who = admin) =>
    changeWorkspace(context, who, {
      setupRight: { who: 'everybody' },
      fiscalYearStart: null,
      lastResortUserId,
    })
  expect(await name('U-owner', team.boss)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await name('U-nobody')).toMatchObject({ ok: false, reason: 'unusable-last-resort' })
  expect(await name('U-owner')).toMatchObject({ ok: true })
  await changeProcedure(context, team.boss, team.teamId, {
    ...choicesOf(DEFAULT_PROCEDURE),
    red: { tell: 'both', answer: '1h', repeats: 'none', lastResort: true },
  })
  const seen = async () => (await listWarnings(context, owner)).team.length
  await team.mornings('2026-03-05', '2026-03-06')
  expect(await seen()).toBe(0)
  for (let step = 0; step < 2; step += 1) {
    const [open] = await team.open()
    if (open?.episode.nextAt) await team.tickAt(open.episode.nextAt.toString())
  }
  expect(await team.deliver()).toContain('U-owner warning')
  expect(await team.told()).not.toContain('U-chief warning')
  expect(await seen()).toBe(1)
  const [{ episodeId }] = (await team.open()) as [Awaited<ReturnType<typeof team.open>>[0]]
  const can = await canAnswer(database.db, owner, { episodeId, kind: 'acknowledge' }, context.clock.now())
  expect(can).toMatchObject({ ok: true })
  // As soon as somebody else is named it is theirs no more.
  await name(null)
  expect(await seen()).toBe(0)
  expect(
    await canAnswer(database.db, owner, { episodeId, kind: 'acknowledge' }, context.clock.now()),
  ).toEqual({
    ok: false,
    reason: 'not-allowed',
  })
})

test('each change is on record with what it was before, and the channel reads of it; saving nothing new is no change', async () => {
  const team = await march(null)
  await team.tickAt('2026-03-03T08:00:00Z')
  await team.change({})
  expect(await team.audited()).toEqual([])
  await team.change({ sign: '<=', mornings: '4' })
  await changeProcedure(team.context, team.boss, team.teamId, choicesOf(DEFAULT_PROCEDURE))
  await changeProcedure(team.context, team.boss, team.teamId, SLOW)
  const [rule, procedure] = await team.audited()
  expect(rule).toMatchObject({
    ...{ kind: 'warning-rule-changed', actorUserId: 'U-boss', screen: '/kpi rules' },
    before: { signal: 'behind-pace', metric: 'calls', sign: '<', mornings: 2 },
    after: { sign: '<=', mornings: 4 },
  })
  expect(procedure).toMatchObject({
    kind: 'warning-procedure-changed',
    before: { red: { answerWithin: { hours: 2 } } },
    after: { red: { answerWithin: { hours: 8 } } },
  })
  expect(await team.channel()).toMatchObject([{ kind: 'team-changes', teamId: team.teamId }])
})

test('members read the rules and change none; the director changes them; strangers see nothing', async () => {
  const team = await march(null)
  const { context, teamId } = team
  const ben = team.person('ben')
  const seen = async (who: typeof ben) => (await loadRules(context, who, teamId))?.mayChange ?? null
  expect([await seen(ben), await seen(team.boss), await seen(team.director)]).toEqual([false, true, true])
  expect(await seen({ ...ben, userId: 'U-stranger' })).toBe(null)
  expect(await team.change({ active: false }, ben)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await changeProcedure(context, ben, teamId, SLOW)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await team.change({ active: false }, team.director)).toMatchObject({ ok: true })
})

test('a team whose rules nobody has looked at yet shows and changes those that it will get', async () => {
  const team = await march(null)
  const overdue = 'item-overdue'
  expect((await team.rule(overdue))?.active).toBe(false)
  const shown = await loadRules(team.context, team.boss, team.teamId)
  expect(shown?.rules.map(({ signal }) => signal)).toContain('item-overdue')
  expect(await team.change({ levels: { blue: '2', yellow: '', red: '' } }, team.boss, overdue)).toMatchObject(
    {
      ok: true,
    },
  )
  expect((await team.rule(overdue))?.settings.levels).toEqual({ blue: 2 })
})

test('an urgent warning whose rule loses that level stays urgent until the number is better than the highest that is left', async () => {
  const team = await march()
  const levelAt = async (morning: string) => {
    await team.tickAt(`${morning}T08:00:00Z`)
    return (await team.open()).map(({ episode }) => episode.level)
  }
  await team.change({ levels: { blue: '95', yellow: '85', red: '' } })
  expect(await levelAt('2026-03-09')).toEqual(['red'])
  // 45 of 60 expected by now: no better than a warning.
  await team.calls('ben', { '2026-03-09': 35 })
  expect(await levelAt('2026-03-10')).toEqual(['red'])
  await team.calls('ben', { '2026-03-09': 55, '2026-03-10': 0 })
  expect(await levelAt('2026-03-11')).toEqual(['blue'])
})
