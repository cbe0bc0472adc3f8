// Loads a person's own numbers of one period in one of their teams, such as yesterday or last month.
import type { Queryable } from '../../core/db/client.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { metricsOfTeam } from '../db/metrics.ts'
import { periodTotals } from '../db/totals.ts'
import { type NamedDay, periodAround, readPeriod } from '../domain/asked-period.ts'
import { valueIn } from '../domain/measure.ts'
import type { Metric } from '../domain/metrics.ts'
import type { Period } from '../domain/period.ts'
import type { Membership } from './memberships.ts'

export interface PeriodNumbers {
  team: Pick<TeamIdentity, 'teamName' | 'channelId'>
  period: Period
  today: Temporal.PlainDate
  /** `value` null: nothing was reported. */
  rows: readonly { metric: Metric; value: number | null }[]
}

/** `asked`: a day in it, or typed words. Null: it has not begun, or the words are no period. Of one that runs, until today. */
export async function numbersOfPeriod(
  q: Queryable,
  { member, team, today, settings, metrics }: Membership,
  asked: NamedDay | { typed: string; locale: Locale },
): Promise<PeriodNumbers | null> {
  const { workspaceId, teamId, memberId } = member
  const [week, year] = [weekStart(settings.workDays), await fiscalYearStart(q, workspaceId)]
  const read =
    'typed' in asked
      ? readPeriod(asked.typed, { today, weekStartsOn: week, yearStarts: year, locale: asked.locale })
      : periodAround(asked, today, { week, year })
  if (!read.ok) return null
  const { period } = read
  const to = Temporal.PlainDate.compare(today, period.to) < 0 ? today : period.to
  const [all, totals] = await Promise.all([
    metricsOfTeam(q, workspaceId, teamId),
    periodTotals(q, workspaceId, memberId, period.from, to),
  ])
  const rows = metrics.map((metric) => ({ metric, value: valueIn(totals, metric, all) }))
  return { team: identityOf(team, settings), period, today, rows }
}
