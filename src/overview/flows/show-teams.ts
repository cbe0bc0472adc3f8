// Shows teams against each other to whoever leads them: any period, by target or per head, as they stand or stood.
import type { Context } from '../../core/context.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { type AskedPeriod, type NamedDay, periodAround } from '../../numbers/domain/asked-period.ts'
import type { MetricNames } from '../../numbers/domain/metric-match.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { wholeCatalogue } from '../../numbers/flows/whole-catalogue.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import type { Member } from '../../org/domain/team.ts'
import { type SideOrder, type TeamSide, usualOrder } from '../domain/side-by-side.ts'
import { readTeamsWords, type TeamsWish, type TeamsWords } from '../domain/teams-words.ts'
import { MONDAY, sideBySide, teamsLedBy } from './side-by-side.ts'

export interface SideBySide {
  period: Period
  today: Temporal.PlainDate
  teams: readonly TeamSide[]
  /** The number that was asked for. Missing: each team's own. */
  metricKey?: MetricKey | null
  /** As the teams stood at the instant, by the reader's clock. Missing: as they stand. */
  asOf?: { at: Temporal.Instant; zone: string } | null
}

/** `alone`: whose own number or target a team's sum is. */
export type ShownTeams =
  | ({ ok: true; order: SideOrder; alone: readonly Member[] } & SideBySide)
  | { ok: false; reason: 'no-teams' }
  | Extract<AskedPeriod | TeamsWords, { ok: false }>

/** What a button says. */
export interface TeamsAsked extends NamedDay {
  metric?: MetricKey | undefined
  at?: Temporal.Instant | undefined
}

export type NamesOf = (metrics: readonly Metric[]) => MetricNames[]

/** The teams below those that a person manages, and these; teams without people are left out. By the reader's own day. */
export async function showTeams(
  context: Context,
  who: Person,
  asked: { typed: string; namesOf?: NamesOf } | TeamsAsked,
): Promise<ShownTeams> {
  const { db, clock } = context
  const now = clock.now()
  const { workspaceId, zone } = who
  const { led, least } = await teamsLedBy(db, who, now)
  if (led.length < least) return { ok: false, reason: 'no-teams' }
  const today = localDate(now, zone)
  const view = { today, weekStartsOn: MONDAY, yearStarts: await fiscalYearStart(db, workspaceId) }
  const read =
    'typed' in asked
      ? readTeamsWords(asked.typed, await namesFor(context, workspaceId, asked), {
          ...view,
          locale: who.locale,
        })
      : wishOf(asked, today, { week: MONDAY, year: view.yearStarts })
  if (!read.ok) return read
  const stood = 'at' in read ? read.at : instantOf(read.asOf, zone)
  const at = stood && Temporal.Instant.compare(stood, now) < 0 ? stood : null
  const how = { metricKey: read.metricKey, asOf: at }
  const { sides: teams, alone } = await sideBySide(db, workspaceId, led, read.period, at ?? now, how)
  if (teams.length < least) return { ok: false, reason: 'no-teams' }
  await recordReading(
    db,
    context,
    who,
    alone.map((one) => ({ userId: one.userId, what: 'numbers' })),
  )
  const { period, metricKey } = read
  const shown = { period, today, teams, metricKey, asOf: at && { at, zone } }
  return { ok: true, order: read.order ?? usualOrder(teams), alone, ...shown }
}

/** Only where something is typed that may name one. */
async function namesFor(
  { db }: Context,
  workspaceId: string,
  { typed, namesOf }: { typed: string; namesOf?: NamesOf },
): Promise<readonly MetricNames[]> {
  if (typed.trim() === '' || !namesOf) return []
  return namesOf([...(await wholeCatalogue(db, workspaceId)).values()].map(({ metric }) => metric))
}

function wishOf(
  { metric, at, ...day }: TeamsAsked,
  today: Temporal.PlainDate,
  starts: { week: number; year: number },
) {
  const read = periodAround(day, today, starts)
  return read.ok ? { ...read, metricKey: metric ?? null, order: null, at: at ?? null } : read
}

/** A date alone: at its midnight, since there is no posted board of teams. */
function instantOf(asOf: TeamsWish['asOf'], zone: string): Temporal.Instant | null {
  if (!asOf) return null
  const { date, time } = asOf
  return time
    ? date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
    : date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
}
