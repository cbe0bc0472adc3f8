// A team changes its work week in the middle of a month: the days before keep the week that they were worked by.
import { beforeAll, expect, test } from 'vitest'
import { factsOfMember } from '../../src/checkins/standup/db/standup-facts.ts'
import { membershipsOf } from '../../src/numbers/flows/memberships.ts'
import { calendarsOf } from '../../src/org/db/calendars.ts'
import { saveSettings, settingsOn } from '../../src/org/db/settings.ts'
import { presenceCounter } from '../../src/org/domain/presence.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { maySeeOwnTargets } from '../../src/targets/domain/permissions.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { ownTargets } from '../../src/targets/flows/own-targets.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const MARCH = targetPeriod('month', date('2026-03-01'), 1)

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

/** Ann is to make 220 calls in March, which has 22 weekdays. */
async function annWith220(): Promise<SmallTeam> {
  context.moveTo('2026-03-02T08:00:00Z')
  const team = await smallTeam(context.db, [{ name: 'Ann' }])
  const boss = testPerson(team.workspaceId, 'UBOSS')
  const draft = { value: 220, split: 'equal', weights: new Map(), byHand: null } as const
  const request = { teamId: team.teamId, metricKey: 'calls', period: MARCH, userId: null }
  const wanted = {
    ...request,
    draft: {
      ...draft,
      role: null,
      time: { by: 'days' as const, weights: null },
      monthsByHand: null,
      reason: '',
    },
  }
  expect(await setTarget(context, boss, wanted, { version: 0, sourceKey: 'once' })).toMatchObject({
    ok: true,
  })
  return team
}

const change = async (team: SmallTeam, from: string, settings: Partial<TeamSettings>) =>
  saveSettings(context.db, team, {
    ...{ effectiveFrom: date(from), setBy: 'UBOSS', setAt: context.clock.now() },
    settings: { ...(await settingsOn(context.db, team.workspaceId, team.teamId, date(from)))!, ...settings },
  })

async function progressAt(team: SmallTeam, now: string) {
  context.moveTo(now)
  const [membership] = await membershipsOf(context.db, team.people[0]!, maySeeOwnTargets, context.clock.now())
  return (await ownTargets(context.db, membership!, context.clock.now()))[0]!.progress
}

test('days that are over count by the week they were worked by, those ahead by the new one', async () => {
  const team = await annWith220()
  // The 2nd to the 13th are ten working days.
  expect(await progressAt(team, '2026-03-16T12:00:00Z')).toMatchObject({
    elapsed: 10,
    days: 22,
    expected: 100,
  })
  // From Tuesday the 17th on four days a week: 17–19, 24–26, 31 and the Mondays 23 and 30.
  await change(team, '2026-03-17', { workDays: [1, 2, 3, 4] })
  expect(await progressAt(team, '2026-03-16T12:00:00Z')).toMatchObject({
    elapsed: 10,
    days: 20,
    expected: 110,
  })
  expect(await progressAt(team, '2026-03-23T12:00:00Z')).toMatchObject({
    elapsed: 14,
    days: 20,
    expected: 154,
  })
})

test('boards count presence by the week of each day, and standups use the same calendar', async () => {
  const team = await annWith220()
  await change(team, '2026-03-17', { workDays: [1, 2, 3, 4] })
  const [ann] = team.members
  const on = date('2026-03-24')
  const calendar = (await calendarsOf(context.db, [ann!], on)).get(ann!.memberId)!
  expect(presenceCounter(MARCH.from, MARCH.to)(calendar)).toEqual({ present: 20, possible: 20 })
  const facts = await factsOfMember(context.db, ann!, on)
  expect(facts!.calendar).toEqual(calendar)
})
