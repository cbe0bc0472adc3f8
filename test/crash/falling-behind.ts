// Set-up for a crash test: half of each team is behind pace from the first morning on, and who leads them above the manager.
import type { Transaction } from '../../src/core/db/client.ts'
import { activity, dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { people } from '../../src/org/db/people.sql.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { targetParts, targetVersions } from '../../src/targets/db/targets.sql.ts'
import { warningRules } from '../../src/warnings/db/warnings.sql.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import { defaultSettings } from '../../src/warnings/domain/rule-settings.ts'

const METRIC = 'calls'
const MONTH = {
  fromDate: Temporal.PlainDate.from('2026-03-01'),
  toDate: Temporal.PlainDate.from('2026-03-31'),
}
/** A day's calls on pace are 20. */
const TARGET = 440
/**
 * What each rep of a team has made on each of the days before the test. Of one team two are urgent, one is a warning, one an early
 * sign, and two are on pace; the other one's manager hears of all six at once, and the director of more than five.
 */
const CALLS_BEFORE = [
  [3, 8, 16, 18, 24, 30],
  [3, 5, 8, 10, 12, 16],
]
const DAYS_BEFORE = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((date) =>
  Temporal.PlainDate.from(date),
)

/** The nearest above the managers first. */
export const ABOVE = ['director', 'chief'].map((name, index) => ({
  name,
  userId: `U0${name.toUpperCase()}`,
  teamId: `00000000-0000-4000-8000-00000000001${index}`,
  channelId: `C0${name.toUpperCase()}`,
}))
const [DIRECTOR, CHIEF] = ABOVE as [(typeof ABOVE)[number], (typeof ABOVE)[number]]
export const PARENT = DIRECTOR.teamId

/** One bad morning is enough, and the steps follow each other within a day. */
const RULE = {
  settings: { ...defaultSettings('behind-pace'), leastDays: 1, mornings: 1 },
  procedure: {
    ...DEFAULT_PROCEDURE,
    yellow: { ...DEFAULT_PROCEDURE.yellow, answerWithin: { hours: 1 }, repeatEvery: { hours: 1 } },
    red: { ...DEFAULT_PROCEDURE.red, answerWithin: { hours: 1 }, repeatEvery: { hours: 0.4 } },
  },
}

export async function seedLeads(
  tx: Transaction,
  workspaceId: string,
  zone: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.insert(people).values(
    ABOVE.map(({ userId, name }) => ({
      workspaceId,
      userId,
      name,
      zone,
      locale: 'en' as const,
      refreshedAt: at,
    })),
  )
  for (const { teamId, userId, channelId } of [CHIEF, DIRECTOR])
    await tx.insert(teams).values({
      ...{ workspaceId, teamId, channelId, managerUserId: userId, createdAt: at },
      parentTeamId: userId === DIRECTOR.userId ? CHIEF.teamId : null,
    })
}

export async function seedBehind(
  tx: Transaction,
  team: { workspaceId: string; teamId: string },
  { reps, index: ofTeam }: { reps: readonly { userId: string; memberId: string }[]; index: number },
  at: Temporal.Instant,
): Promise<void> {
  const [effectiveFrom] = DAYS_BEFORE as [Temporal.PlainDate]
  const target = { ...team, ...MONTH, metricKey: METRIC, period: 'month' as const, version: 1, effectiveFrom }
  await tx.insert(targetVersions).values({
    ...{ ...target, whole: TARGET * reps.length, split: 'equal', reason: '' },
    ...{ setBy: DIRECTOR.userId, setAt: at, sourceKey: team.teamId },
  })
  await tx.insert(targetParts).values(
    reps.map(({ memberId }) => ({
      ...target,
      memberId,
      value: TARGET,
      byHand: false,
      until: MONTH.toDate,
    })),
  )
  await tx.insert(warningRules).values({
    ...{ ...team, ...RULE, ruleId: crypto.randomUUID(), signal: 'behind-pace', metricKey: METRIC },
    ...{ preset: `behind-pace ${METRIC}`, active: true, createdAt: at },
  })
  const days = reps.flatMap(({ userId, memberId }, index) =>
    DAYS_BEFORE.map((date) => ({
      userId,
      memberId,
      date,
      numbers: { [METRIC]: CALLS_BEFORE[ofTeam]![index]! },
    })),
  )
  await tx.insert(activity).values(
    days.map(({ userId, ...day }) => ({
      ...{ ...team, ...day, sourceId: crypto.randomUUID(), enteredAt: at },
      ...{ source: 'standup' as const, enteredBy: userId },
    })),
  )
  await tx
    .insert(dailyTotals)
    .values(days.map(({ memberId, date, numbers }) => ({ ...team, memberId, date, totals: numbers })))
}
