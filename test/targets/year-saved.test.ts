// A year's target as it is saved: reps are told once, each month is theirs to reach, and a month that is set stays part of it.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { membershipsOf } from '../../src/numbers/flows/memberships.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { partsOfMember } from '../../src/targets/db/targets.ts'
import type { TargetsSetFacts } from '../../src/targets/domain/message-facts.ts'
import { maySeeOwnTargets } from '../../src/targets/domain/permissions.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { ownTargets } from '../../src/targets/flows/own-targets.ts'
import { previewTarget, setTarget, type TargetRequest } from '../../src/targets/flows/set-target.ts'
import { teamTargetHistory } from '../../src/targets/flows/target-history.ts'
import { renderHistory } from '../../src/targets/slack/target-history.ts'
import { targetLines } from '../../src/targets/slack/target-lines.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const date = Temporal.PlainDate.from
const YEAR = targetPeriod('year', date('2026-03-02'), 1)
const MAY = targetPeriod('month', date('2026-05-01'), 1)

const database = usesDatabase()
let context: TestContext
let team: SmallTeam
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T11:00:00Z')
  team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }])
})

let submits = 0
async function set(period: TargetRequest['period'], value: number, reason: string) {
  const wanted: TargetRequest = {
    ...{ teamId: team.teamId, metricKey: 'calls', userId: null, period },
    draft: {
      ...{ value, reason, split: 'equal', weights: new Map(), byHand: null, role: null },
      ...{ time: { by: 'equal', weights: null }, monthsByHand: null },
    },
  }
  const boss = testPerson(team.workspaceId, 'UBOSS')
  const shown = await previewTarget(context, boss, wanted)
  submits += 1
  const form = { version: shown.ok ? shown.preview.version : 0, sourceKey: `submit-${submits}` }
  return setTarget(context, boss, wanted, form)
}

const partsOn = async (day: string) => {
  const { workspaceId, memberId } = team.members[0]!
  const parts = await partsOfMember(context.db, workspaceId, memberId, date(day))
  const latest = new Map(
    parts.toSorted((one, other) => one.version - other.version).map((part) => [part.period.kind, part.value]),
  )
  return Object.fromEntries(latest)
}
const PART_OF = {
  en: { may: 'May 2026 (part of 2026)', march: 'March 2026 (part of 2026)' },
  'zh-CN': { may: '2026年5月（2026年的一部分）', march: '2026年3月（2026年的一部分）' },
  'zh-TW': { may: '2026年5月（2026年的一部分）', march: '2026年3月（2026年的一部分）' },
}
const told = async () => {
  const rows = await context.db.execute(
    sql`select 1 from messages where workspace_id = ${team.workspaceId} and kind = 'target-set'`,
  )
  return rows.length
}

async function toldOfSeveral() {
  const rows = await context.db.execute<{ message_key: string }>(
    sql`select message_key from messages where workspace_id = ${team.workspaceId} and kind = 'targets-set'`,
  )
  const { workspaceId } = team
  return Promise.all(
    rows.map(({ message_key }) => findMessage(context.db, { workspaceId, messageKey: message_key })),
  )
}

test('a rep gets the year and each month that is not over, and is told once', async () => {
  expect(await set(YEAR, 2400, 'The plan')).toEqual({ ok: true, told: 2 })
  expect(await told()).toBe(2)
  expect(await partsOn('2026-03-10')).toEqual({ month: 100, year: 1000 })
  // January and February were over before it was set.
  expect(await partsOn('2026-02-10')).toEqual({ year: 1000 })
  const [membership] = await membershipsOf(context.db, team.people[0]!, maySeeOwnTargets, context.clock.now())
  const [target] = await ownTargets(context.db, membership!, context.clock.now())
  expect(target).toMatchObject({ period: { kind: 'month' }, progress: { target: 100 } })
})

test('a month that is set is part of the year: the other months share the rest', async () => {
  expect(await set(MAY, 380, 'Trade fair')).toEqual({ ok: true, told: 2 })
  expect(await partsOn('2026-05-04')).toEqual({ month: 190, year: 1000 })
  expect(await partsOn('2026-06-04')).toEqual({ month: 90, year: 1000 })
  // Each rep is told once: of May, and of the nine other months, which changed because of it.
  const [message, ...more] = await toldOfSeveral()
  expect(more).toHaveLength(1)
  const facts = (await factsOf(context.db, message!, context.clock.now())) as TargetsSetFacts
  expect(facts).toMatchObject({ byUserId: 'UBOSS', reason: 'Trade fair' })
  const months = facts.targets.map((one) => `${one.period.from} ${one.before} ${one.after} ${one.follows}`)
  expect(months).toHaveLength(10)
  expect(months.slice(0, 3)).toEqual([
    '2026-05-01 100 190 false',
    '2026-03-01 100 90 true',
    '2026-04-01 100 90 true',
  ])
  expect(await set(MAY, 3000, 'Too much')).toMatchObject({
    refusal: { reason: 'not-in-whole', whole: 2400, value: 3000, others: 400 },
  })
  // What only followed is no change of its own.
  const found = (await loadTeam(context.db, team.workspaceId, team.teamId))!
  const { lines } = await teamTargetHistory(context.db, found, context.clock.now())
  expect(lines.map(({ version, before, after }) => [version.period.kind, before, after])).toEqual([
    ['month', 200, 380],
    ['year', null, 2400],
  ])
  // That the month is part of the year is said in the history, beside the person's target and under "Why?".
  const teamHistory = await teamTargetHistory(context.db, found, context.clock.now())
  const [membership] = await membershipsOf(context.db, team.people[0]!, maySeeOwnTargets, context.clock.now())
  const own = await ownTargets(context.db, membership!, context.clock.now())
  for (const locale of LOCALES) {
    const t = BOT.translator(locale)
    expect(renderHistory(teamHistory, t).text).toContain(PART_OF[locale].may)
    expect(targetLines(own[0]!, t)[0]).toContain(PART_OF[locale].march)
  }
})

test('a quarter that overlaps one from before the fiscal year was moved is refused', async () => {
  await context.db.execute(
    sql`update workspaces set fiscal_year_start_month = 2 where workspace_id = ${team.workspaceId}`,
  )
  const quarter = targetPeriod('quarter', date('2026-05-01'), 2)
  expect(await set(quarter, 300, 'New')).toMatchObject({
    refusal: { reason: 'overlaps', period: { kind: 'year' } },
  })
})
