// A team's figures are the same wherever they are shown: `/kpi team`, the manager's Home, `/kpi teams` and the director's Home.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { loadManagedTeams } from '../../src/overview/flows/manager-home.ts'
import { showTeam } from '../../src/overview/flows/show-team.ts'
import { showTeams } from '../../src/overview/flows/show-teams.ts'
import { directorBlocks } from '../../src/overview/slack/director-home.ts'
import { percentText } from '../../src/overview/slack/team-figures.ts'
import type { Change } from '../../src/targets/domain/team-progress.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const t = BOT.translator('en')
const database = usesDatabase()
let context: TestContext
let team: SmallTeam

/** Uneven parts, leave, another zone, a leaver, a newcomer, somebody without a target, and numbers that came early. */
beforeAll(async () => {
  context = testContext(database.db, '2026-03-13T12:00:00Z')
  const above = await smallTeam(database.db, [])
  const { workspaceId } = above
  const wishes = ['Ann', 'Ben', 'Cy', 'Dot', 'Eve', 'Fay'].map((name) => ({
    name,
    ...(name === 'Cy' ? { more: { zone: 'America/New_York' } } : {}),
  }))
  team = await smallTeam(database.db, wishes, { workspaceId, settings: { name: 'North' } })
  await database.db.execute(sql`update teams set manager_user_id = 'UDIR' where team_id = ${above.teamId}`)
  await database.db.execute(
    sql`update teams set parent_team_id = ${above.teamId} where team_id = ${team.teamId}`,
  )
  await takeLeave(database.db, team.members[1]!, '2026-03-04', '2026-03-06')
  await setPart('Ann', 'month', '2026-03-01', 300)
  await setPart('Ben', 'month', '2026-03-01', 100)
  await setPart('Cy', 'month', '2026-03-01', 200)
  await setPart('Dot', 'month', '2026-03-01', 120)
  await setPart('Eve', 'month', '2026-03-01', 77)
  await setWhole('month', '2026-03-01', 900)
  for (const name of ['Ann', 'Ben', 'Cy', 'Dot', 'Eve', 'Fay'])
    await setPart(name, 'year', '2026-01-01', 2400, '2026-02-10')
  await setWhole('year', '2026-01-01', 15_000, '2026-02-10')
  const dates = { Dot: ['2026-03-10', null], Eve: ['2026-01-05', '2026-03-10'] } as const
  for (const [name, [joined, left]] of Object.entries(dates))
    await database.db.execute(sql`update members set joined_on = ${joined}, left_on = ${left}
      where workspace_id = ${workspaceId} and user_id = ${`U${name}`}`)
  for (const [place, member] of team.members.entries())
    for (let day = date('2026-01-07'); day.until(date('2026-03-11')).days >= 0; day = day.add({ days: 1 }))
      if (day.dayOfWeek < 6) await enter(member.userId, day.toString(), 6 + place)
  await enter('UAnn', '2026-03-12', 21)
  await enter('UFay', '2026-03-12', 3)
  await enter('UCy', '2026-03-13', 5)
})

const memberOf = (userId: string) => team.members.find((one) => one.userId === userId)!

async function enter(userId: string, day: string, calls: number): Promise<void> {
  const { workspaceId, teamId, memberId } = memberOf(userId)
  await database.db
    .insert(dailyTotals)
    .values({ workspaceId, teamId, memberId, date: date(day), totals: { calls } })
}

const lastOf = (kind: string, from: string) => (kind === 'month' ? '2026-03-31' : `${from.slice(0, 4)}-12-31`)

async function setPart(name: string, kind: string, from: string, value: number, on = from): Promise<void> {
  const { workspaceId, teamId, memberId } = memberOf(`U${name}`)
  await database.db.execute(sql`insert into target_parts (workspace_id, member_id, metric_key, period, from_date, version, team_id,
      to_date, value, by_hand, until, effective_from)
    values (${workspaceId}, ${memberId}, 'calls', ${kind}, ${from}, 1, ${teamId}, ${lastOf(kind, from)}, ${value}, false,
      ${lastOf(kind, from)}, ${on})`)
}

async function setWhole(kind: string, from: string, whole: number, on = from): Promise<void> {
  const { workspaceId, teamId } = team
  await database.db.execute(sql`insert into target_versions (workspace_id, team_id, metric_key, period, from_date, version,
      to_date, whole, split, effective_from, reason, set_by, set_at, source_key)
    values (${workspaceId}, ${teamId}, 'calls', ${kind}, ${from}, 1, ${lastOf(kind, from)}, ${whole}, 'equal', ${on}, '', 'UDIR',
      ${on}, ${`${kind} ${from}`})`)
}

/** In `/kpi team`; the director's own screens show the same. */
async function figures(typed: string) {
  const { workspaceId, channelId } = team
  const boss = testPerson(workspaceId, 'UBOSS')
  const [one, all] = [
    await showTeam(context, boss, { channelId }, { typed }),
    await showTeams(context, testPerson(workspaceId, 'UDIR'), { typed }),
  ]
  if (!one.ok || !all.ok) throw new Error(`${one.ok ? '' : one.reason} ${all.ok ? '' : all.reason}`)
  const line = one.progress.team.find(({ metric }) => metric.key === 'calls')!
  const side = all.teams.find(({ teamId }) => teamId === team.teamId)!
  const own = { actual: line.actual, ...pick(line.target!), change: since(line.change) }
  const beside = { actual: side.number!.actual, ...pick(side.number!), change: since(side.number!.change) }
  return { own, beside, cell: JSON.stringify(directorBlocks(all, t)) }
}

/** Without a period before nothing is compared. */
const since = (change: Change) => (change.before === null ? null : change)

const pick = ({
  target,
  attainment,
  pace,
}: {
  target: number | null
  attainment: number | null
  pace: number | null
}) => ({
  ...{ target, attainment, pace: pace && Math.round(pace * 1e9) / 1e9 },
})

test.each([
  ['before the prompt of the day', '2026-03-13T07:30:00Z'],
  ['after some have answered', '2026-03-13T09:00:00Z'],
  ['after the close at home, not abroad', '2026-03-13T12:00:00Z'],
  ['after the close abroad', '2026-03-13T21:00:00Z'],
  ['on the weekend', '2026-03-14T12:00:00Z'],
  ['on the first day', '2026-03-02T08:00:00Z'],
  ['when the month is over', '2026-04-02T12:00:00Z'],
])('%s', async (_, now) => {
  context.moveTo(now)
  const month = now.includes('-04-') ? 'last month' : ''
  const { own, beside, cell } = await figures(month)
  expect(beside).toEqual(own)
  expect(own.target).toBe(900)
  if (own.pace !== null) expect(cell).toContain(`"${percentText(own.pace, t)}"`)
  const year = await figures('this year')
  expect(year.beside).toEqual(year.own)
  expect(year.own.pace).not.toBeNull()
  const [home] = await loadManagedTeams(
    context,
    testPerson(team.workspaceId, 'UBOSS'),
    context.clock.now(),
    3,
  )
  const shown = home!.progress.team.find(({ metric }) => metric.key === 'calls')!
  if (month === '') expect(pick(shown.target!)).toEqual(pick(own as never))
})
