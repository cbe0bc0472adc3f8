// Loads whom a person may set targets for, in all of their teams, and what each of these people counts.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import type { MetricNames } from '../../numbers/domain/metric-match.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { membersBetween } from '../../org/db/members.ts'
import { namesOf } from '../../org/db/names.ts'
import { settingsOfTeams } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { maySetTargets } from '../domain/permissions.ts'
import type { TableMember, TableView } from '../domain/table-wishes.ts'

/** A period in a table lies at most so far ahead. */
const YEARS_AHEAD = 3
const MONDAY = 1

/** Under which names metrics are typed, and which others of theirs exist. */
export interface MetricWords {
  names(metrics: readonly Metric[]): readonly MetricNames[]
  others(metrics: readonly Metric[]): readonly MetricNames[]
}

/** Null: the person may not set targets for the team in which the table is pasted. */
export async function loadTable(
  { db, clock }: Context,
  who: Person,
  teamId: TeamId,
  words: MetricWords,
): Promise<TableView | null> {
  const { workspaceId, locale } = who
  const now = clock.now()
  const actor = await actorOf(db, who, now)
  const led = [...new Set([...actor.manages, ...actor.actsFor, ...actor.directs])]
    .map((id) => ({ workspaceId, teamId: id }))
    .filter((ref) => may(actor, maySetTargets, ref))
  const teams = await loadTeams(db, led)
  if (!teams.has(teamId)) return null
  const refs = [...teams.values()]
  const settings = await settingsOfTeams(db, refs, localDate(now, 'UTC'))
  const today = localDate(now, settings.get(teamId)!.zone)
  const members = await membersBetween(db, refs, today, today.add({ years: YEARS_AHEAD }))
  const userIds = members.map(({ userId }) => userId)
  const names = await namesOf(db, workspaceId, userIds)
  const lists = await roleMetricsOfTeams(db, refs)
  const yearStarts = await fiscalYearStart(db, workspaceId)
  const counted = new Map<string, Pick<TableMember, 'metrics' | 'others'>>()
  return {
    ...{ teamId, dates: { today, locale, weekStartsOn: MONDAY, yearStarts } },
    members: members.map(({ memberId, userId, teamId: id, role }) => {
      const own = counted.get(`${id} ${role}`) ?? countedBy(lists.get(id)?.[role] ?? [], words)
      counted.set(`${id} ${role}`, own)
      const name = names[userId] ?? userId
      return { memberId, userId, name, teamId: id, teamName: settings.get(id)!.name, ...own }
    }),
  }
}

const countedBy = (metrics: readonly Metric[], words: MetricWords) => ({
  metrics: words.names(metrics),
  others: words.others(metrics),
})
