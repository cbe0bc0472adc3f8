// A rule tried on the past says what it would have raised: the same as really was raised by the same numbers.
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import type { Database } from '../../src/core/db/client.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { workspaces } from '../../src/org/db/people.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { saveWorkspaceSettings } from '../../src/org/db/workspace-settings.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { targetParts } from '../../src/targets/db/targets.sql.ts'
import { rulesOfTeams } from '../../src/warnings/db/rules.ts'
import type { Signal } from '../../src/warnings/domain/rule-settings.ts'
import { type DryRunView, tryRule } from '../../src/warnings/flows/dry-run.ts'
import { dryRunView } from '../../src/warnings/slack/dry-run.ts'
import { testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

type Team = Awaited<ReturnType<typeof warningTeam>>
const DATES = ['02', '03', '04', '05', '06', '09', '10'].map((date) => `2026-03-${date}`)

/** Lives through March day by day: each day's calls are handed in before the close of the next one, and every step is taken in time. */
async function live(team: Team, calls: { ben: number[]; eva: number[] }) {
  await team.replan('2026-03-02')
  for (const [index, date] of DATES.entries()) {
    await stepsUntil(team, `${date}T08:00:00Z`)
    await team.tickAt(`${date}T08:00:00Z`)
    await stepsUntil(team, `${date}T10:05:00Z`)
    const before = DATES[index - 1]
    if (before) {
      await team.calls('ben', { [before]: calls.ben[index - 1]! })
      await team.calls('eva', { [before]: calls.eva[index - 1]! })
    }
    await team.tickAt(`${date}T10:05:00Z`)
  }
}

async function stepsUntil(team: Team, at: string) {
  for (;;) {
    const next = (await team.open()).flatMap(({ episode }) => episode.nextAt ?? [])
    const [due] = next.toSorted(Temporal.Instant.compare)
    if (!due || Temporal.Instant.compare(due, Temporal.Instant.from(at)) >= 0) break
    await team.tickAt(due.toString())
  }
}

async function ruleOf(team: Team, wanted: Signal) {
  const found = (await rulesOfTeams(database.db, [team])).find(({ signal }) => signal === wanted)
  return found!
}

const countOf = (told: readonly string[]) => ({
  reps: told.filter((one) => /^U-(ben|eva) /.test(one)).length,
  manager: told.filter((one) => one.startsWith('U-boss ')).length,
  above: told.filter((one) => /^U-(director|chief) /.test(one)).length,
})

test('what the rule for pace would have raised is what it did raise, with every message to rep, manager and director', async () => {
  const team = await warningTeam(database.db)
  await live(team, { ben: [9, 9, 8, 0, 0, 40], eva: [9, 9, 9, 9, 9, 20] })
  const [told, episodes] = [await team.told(), await team.episodes()]
  team.context.moveTo('2026-03-11T08:00:00Z')
  const outcome = await tryRule(team.context, team.leads[0]!, await ruleOf(team, 'behind-pace'))
  expect(outcome).toMatchObject({ ok: true, view: { people: 2, messages: countOf(told) } })
  expect(countOf(told).above).toBeGreaterThan(0)
  if (!outcome.ok) throw new Error(outcome.reason)
  // The target dates from the second of March: what was looked at before tells nothing, and is not counted among the weeks.
  expect(outcome.view.from.toString()).toBe('2026-03-03')
  expect(outcome.view).toMatchObject({ fromLater: true, noise: 'noisy' })
  expect(JSON.stringify(dryRunView(outcome, BOT.translator('en')))).toContain(
    'Before Tue, Mar 3 it could not',
  )
  const peaks = episodes.flatMap(({ state, peak }) => (state === 'pending' ? [] : [peak])).toSorted()
  expect(outcome.view.latest.map(({ level }) => level).toSorted()).toEqual(peaks)
})

test('with nobody above, whom the workspace names for what nobody answers gets the last message', async () => {
  const team = await warningTeam(database.db)
  const { workspaceId } = team
  await database.db.update(teams).set({ parentTeamId: null }).where(eq(teams.teamId, team.teamId))
  const dates = [...DATES, '2026-03-11', '2026-03-12', '2026-03-13']
  await team.calls('ben', Object.fromEntries(dates.map((date) => [date, 2])))
  await team.calls('eva', Object.fromEntries(dates.map((date) => [date, 10])))
  team.context.moveTo('2026-03-16T08:00:00Z')
  const above = async () => {
    const outcome = await tryRule(team.context, team.leads[0]!, await ruleOf(team, 'behind-pace'))
    return outcome.ok && outcome.view.messages.above
  }
  expect(await above()).toBe(0)
  const firstSeenAt = team.context.clock.now()
  await savePeople(database.db, [testPerson(workspaceId, 'U-owner')], firstSeenAt)
  const workspace = { workspaceId, name: 'Acme', botUserId: 'UBOT', firstSeenAt }
  await database.db.insert(workspaces).values(workspace).onConflictDoNothing()
  await saveWorkspaceSettings(database.db, workspaceId, { lastResortUserId: 'U-owner' })
  expect(await above()).toBe(1)
})

test('whoever leads the team or the one above may try a rule; reps and leads of other teams may not, and nothing is written', async () => {
  const team = await warningTeam(database.db)
  const other = await warningTeam(database.db)
  const rule = await ruleOf(team, 'behind-pace')
  const [boss, , director] = team.leads
  const rep = testPerson(team.workspaceId, 'U-ben')
  team.context.moveTo('2026-03-11T08:00:00Z')
  const before = await team.episodes()
  for (const [who, allowed] of [
    [boss!, true],
    [director!, true],
    [rep, false],
    [other.leads[0]!, false],
  ] as const) {
    const outcome = await tryRule(team.context, who, rule)
    expect([who.userId, outcome.ok || outcome.reason !== 'not-allowed']).toEqual([who.userId, allowed])
  }
  expect(await team.episodes()).toEqual(before)
  expect(await team.told()).toEqual([])
})

test('where nothing could be judged it says so, and calls nothing quiet', async () => {
  const team = await warningTeam(database.db)
  await database.db.delete(targetParts).where(eq(targetParts.workspaceId, team.workspaceId))
  team.context.moveTo('2026-03-11T08:00:00Z')
  expect(await tryRule(team.context, team.leads[0]!, await ruleOf(team, 'behind-pace'))).toEqual({
    ...{ ok: false, reason: 'not-judged' },
  })
})

test('what has no past is said, and no number of people takes more statements', async () => {
  const counts = []
  for (const others of [[], ['ann', 'bob', 'cem', 'dia', 'eli', 'fay']]) {
    const team = await warningTeam(database.db, { others, signals: ['behind-pace'] })
    team.context.moveTo('2026-03-11T08:00:00Z')
    const counted = countedDatabase(team.context.db)
    const context = { ...team.context, db: counted.db }
    const outcome = await tryRule(context, team.leads[0]!, await ruleOf(team, 'behind-pace'))
    expect(outcome).toMatchObject({ ok: true, view: { people: 2 + others.length } })
    counts.push(counted.statements())
    expect(await tryRule(context, team.leads[0]!, await ruleOf(team, 'item-overdue'))).toEqual({
      ...{ ok: false, reason: 'no-past' },
    })
  }
  expect(counts[1]).toBe(counts[0])
})

function countedDatabase(db: Database) {
  let statements = 0
  const counted = new Proxy(db, {
    get: (target, name) => {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        if (['select', 'selectDistinct', 'selectDistinctOn', 'execute', 'insert'].includes(String(name)))
          statements += 1
        return value.apply(target, args)
      }
    },
  })
  return { db: counted, statements: () => statements }
}

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)
  const date = Temporal.PlainDate.from('2026-03-09')
  const found: DryRunView = {
    teamName: '<North>',
    ...{
      from: date.subtract({ days: 60 }),
      to: date,
      fromLater: true,
      people: 8,
      byLevel: { blue: 4, yellow: 3, red: 1 },
    },
    ...{ messages: { reps: 8, manager: 12, above: 3 }, noise: 'busy' },
    latest: Array.from({ length: 5 }, () => ({ name: '<*Ann*>'.repeat(20), level: 'red', openedOn: date })),
  }

  test.each(['none', 'calm', 'busy', 'noisy'] as const)('it says in plain words that it is %s', (noise) => {
    const text = JSON.stringify(dryRunView({ ok: true, view: { ...found, noise } }, t))
    expect(text).toContain(t(`dry-run.${noise}`))
    expect(text).toContain('&lt;*Ann')
    expect(checkView({ ...dryRunView({ ok: true, view: { ...found, noise } }, t) })).toEqual([])
  })

  test.each(['not-allowed', 'no-past', 'too-new', 'not-judged', 'unclear'] as const)(
    'it says why not: %s',
    (reason) => expect(checkView({ ...dryRunView({ ok: false, reason }, t) })).toEqual([]),
  )
})
