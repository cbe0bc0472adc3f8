// Plans what a pasted table changes: target by target, and all of it against the targets of the teams above.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, TeamId } from '../../core/ids.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import type { Team } from '../../org/domain/team.ts'
import { besideTeams } from '../domain/cascade.ts'
import { type PartsPlan, planParts } from '../domain/plan-parts.ts'
import { farReach } from '../domain/reach.ts'
import type { TableWish } from '../domain/table-wishes.ts'
import { type TargetRef, targetKey } from '../domain/target.ts'
import { isPartOf, samePeriod, targetPeriod } from '../domain/target-period.ts'
import { fitsAbove } from './fits-above.ts'
import { type LoadedPlan, loadPlan } from './load-plan.ts'

type Planned = Extract<PartsPlan, { ok: true }>

/** What the table changes of one team's metric and period. */
export interface TableTarget {
  target: TargetRef
  values: ReadonlyMap<MemberId, number>
  loaded: LoadedPlan
  plan: Planned
  /** Advice: whose part is far beyond what they reached before. */
  far: readonly { name: string; userId: string; best: number }[]
}

export interface TableRefusal {
  target: TargetRef
  loaded: LoadedPlan
  plan: Exclude<PartsPlan, Planned>
  /** Of those who are not in the team in that period. */
  names: readonly string[]
}

export type TablePreviewed =
  /** `same`: how many parts are so already, of targets that do not change. */
  | { ok: true; targets: readonly TableTarget[]; same: number; versions: string }
  | { ok: false; reason: 'not-allowed' | 'unchanged' | 'reason-missing' }
  | { ok: false; reason: 'refused'; refusals: readonly TableRefusal[] }

interface Wanted {
  target: TargetRef
  values: Map<MemberId, number>
}

/** In the order of the table. */
export function targetsIn(wishes: readonly TableWish[]): Wanted[] {
  const byTarget = new Map<string, Wanted>()
  for (const { member, metric, period, value } of wishes) {
    const target = { teamId: member.teamId, metricKey: metric.key, period }
    const key = `${member.teamId} ${targetKey(target)}`
    const wanted = byTarget.get(key) ?? { target, values: new Map() }
    byTarget.set(key, wanted)
    wanted.values.set(member.memberId, value)
  }
  return [...byTarget.values()]
}

export async function planTable(
  q: Queryable,
  teams: ReadonlyMap<TeamId, Team>,
  wishes: readonly TableWish[],
  { reason, lookBack, now }: { reason: string; lookBack: number; now: Temporal.Instant },
): Promise<TablePreviewed> {
  const targets: TableTarget[] = []
  const refusals: TableRefusal[] = []
  const wanted = targetsIn(wishes)
  for (const { target, values } of wanted) {
    const team = teams.get(target.teamId)
    const loaded = team ? await loadPlan(q, team, { ...target, lookBack, lastYear: false }, now) : null
    if (!loaded) return { ok: false, reason: 'not-allowed' }
    const plan = planBeside(loaded, values, target, wanted)
    if (plan.ok) targets.push({ target, values, loaded, plan, far: farIn(loaded, plan) })
    else if (plan.reason !== 'unchanged')
      refusals.push({ target, loaded, plan, names: absentIn(plan, wishes) })
  }
  refusals.push(...(await clashesAbove(q, teams, targets)))
  if (refusals.length > 0) return { ok: false, reason: 'refused', refusals }
  const changing = targets.filter(({ plan }) => changedIn(plan).length > 0)
  if (changing.length === 0) return { ok: false, reason: 'unchanged' }
  if (reason === '' && changing.some(({ loaded }) => loaded.version > 0))
    return { ok: false, reason: 'reason-missing' }
  const given = changing.reduce((sum, { plan }) => sum + plan.parts.length, 0)
  const versions = changing.map(({ loaded }) => loaded.version).join(' ')
  return { ok: true, targets: changing, same: wishes.length - given, versions }
}

/** What all lines together would make of the parts of teams is held against the targets of the teams above. */
async function clashesAbove(
  q: Queryable,
  teams: ReadonlyMap<TeamId, Team>,
  targets: readonly TableTarget[],
): Promise<TableRefusal[]> {
  const below = targets.filter(({ target }) => teams.get(target.teamId)!.parentTeamId !== null)
  if (below.length === 0) return []
  const { workspaceId } = teams.get(below[0]!.target.teamId)!
  const yearStarts = await fiscalYearStart(q, workspaceId)
  const groups = Map.groupBy(below, ({ target: { teamId, metricKey, period } }) => {
    const year = targetPeriod('year', period.from, yearStarts)
    return `${teams.get(teamId)!.parentTeamId} ${metricKey} ${year.from}`
  })
  const refusals: TableRefusal[] = []
  for (const group of groups.values()) {
    const byTeam = Map.groupBy(group, ({ target }) => target.teamId)
    const changes = [...byTeam].map(([teamId, own]) => ({
      team: teams.get(teamId)!,
      metric: own[0]!.loaded.metric,
      versions: own.flatMap(versionsIn),
    }))
    const clash = await fitsAbove(q, changes, group[0]!.target.period)
    const [of] = clash ? byTeam.get(clash.teamId)! : []
    if (clash && of) refusals.push({ target: of.target, loaded: of.loaded, plan: clash.refusal, names: [] })
  }
  return refusals
}

const versionsIn = ({ plan, loaded: { wholes, hasTeams } }: TableTarget) =>
  plan.versions.map((version) => besideTeams(version, wholes, hasTeams))

export const isSameNumber = (one: TargetRef, other: TargetRef): boolean =>
  one.teamId === other.teamId && one.metricKey === other.metricKey

/** A month beside its own quarter or year in one table: which of them is to change the other is a guess. */
function planBeside(
  { facts }: LoadedPlan,
  values: Wanted['values'],
  target: TargetRef,
  all: readonly Wanted[],
): PartsPlan {
  const { period } = target
  const above = all.find(
    ({ target: other }) =>
      isSameNumber(other, target) && !samePeriod(other.period, period) && isPartOf(period, other.period),
  )
  return above ? { ok: false, reason: 'overlaps', period: above.target.period } : planParts(facts, values)
}

function farIn({ past, metric, people }: LoadedPlan, { parts }: Planned): TableTarget['far'] {
  return parts.flatMap(({ memberId, value }) => {
    const reached = past.map((members) => members?.get(memberId) ?? null)
    const reach = farReach(value, reached, metric.higherIsBetter)
    return reach ? [{ ...people.get(memberId)!, best: reach.best }] : []
  })
}

function absentIn(plan: Exclude<PartsPlan, Planned>, wishes: readonly TableWish[]): string[] {
  const absent = 'memberIds' in plan ? plan.memberIds : []
  const names = wishes.flatMap(({ member }) => (absent.includes(member.memberId) ? [member.name] : []))
  return [...new Set(names)]
}

export const changedIn = ({ parts }: Planned) => parts.filter(({ changed }) => changed)
