// Reads what is typed for teams against each other: a period, 'per head', a number or its target, and 'as of'.
import { type AsOf, readAsOf } from '../../boards/domain/as-of.ts'
import { type BoardView, readMeasure } from '../../boards/domain/board-words.ts'
import type { MetricKey } from '../../core/ids.ts'
import { foldText } from '../../core/text.ts'
import { readDates } from '../../core/typed-dates/read-dates.ts'
import { periodOfDates } from '../../numbers/domain/asked-period.ts'
import type { MetricNames } from '../../numbers/domain/metric-match.ts'
import { type Period, periodOf } from '../../numbers/domain/period.ts'
import { JANUARY } from '../../org/domain/fiscal-year.ts'
import type { SideOrder } from './side-by-side.ts'

export interface TeamsWish {
  period: Period
  /** Null: the number by which each team is led. */
  metricKey: MetricKey | null
  /** Null: not said. */
  order: SideOrder | null
  asOf: Extract<AsOf, { ok: true }>['asOf']
}

export type TeamsWords =
  | ({ ok: true } & TeamsWish)
  /** `unread`: some of it is nothing that is known. `several`: more than one period. `no-sum`: teams are not compared by it. */
  | { ok: false; reason: 'unread' | 'several' | 'not-come' | 'no-sum' | 'as-of-unread'; typed: string }

const PER_HEAD = /(?:^|\s)(?:per head|by head|per person|per capita)(?=\s|$)|按?人均/u

/** A number that is named without its target stands per head: sums of teams of different sizes say nothing. */
export function readTeamsWords(
  typed: string,
  dictionary: readonly MetricNames[],
  view: BoardView,
): TeamsWords {
  const folded = foldText(typed)
  const perHead = PER_HEAD.test(folded)
  const stood = readAsOf(folded.replace(PER_HEAD, ' ').trim(), view)
  if (!stood.ok) return { ok: false, reason: 'as-of-unread', typed }
  const seenOn = stood.asOf?.date ?? view.today
  const found = readDates(stood.rest, { ...view, lean: 'back', units: true })
  const by = readMeasure(found.rest, dictionary)
  if (!by.ok) return { ok: false, reason: 'unread', typed: by.part }
  if (by.by?.kind === 'points' || by.by?.kind === 'team-weights' || isNoSum(by.by, dictionary))
    return { ok: false, reason: 'no-sum', typed: found.rest }
  const metricKey = by.by?.metric ?? null
  const said = by.by ? (by.by.kind === 'attainment' ? 'attainment' : 'per-head') : null
  const rest = { metricKey, order: perHead ? 'per-head' : said, asOf: stood.asOf } as const
  if (!found.ok && found.reason === 'no-date') {
    const period = periodOf('month', seenOn, view.weekStartsOn, view.yearStarts ?? JANUARY)
    return { ok: true, period, ...rest }
  }
  const read = periodOfDates(found, stood.rest, { ...view, yearStarts: view.yearStarts ?? JANUARY })
  if (!read.ok) return read
  const begun = Temporal.PlainDate.compare(read.period.from, seenOn) <= 0
  return begun ? { ok: true, period: read.period, ...rest } : { ok: false, reason: 'not-come', typed }
}

function isNoSum(by: { metric?: MetricKey | null } | null, dictionary: readonly MetricNames[]): boolean {
  const named = by?.metric && dictionary.find(({ metric }) => metric.key === by.metric)
  return Boolean(named) && (named as MetricNames).metric.kind !== 'additive'
}

const TEAMS =
  /(?:^|\s)(?:teams? (?:vs\.?|against) teams?|all (?:the )?teams|my teams|teams)(?=\s|$)|(?:各|所有)(?:个|個)?(?:团队|團隊|组|組|区|區|部门|部門)(?:对比|比较|比較|pk)?|(?:团队|團隊|区域|區域)(?:对比|比较|比較|pk)|(?:团队|團隊)(?:之间|之間)|(?:团队|團隊)榜/u

/** What else is typed for teams against each other. Null: it is not about teams. */
export function besideTeams(typed: string): string | null {
  const folded = foldText(typed)
  return TEAMS.test(folded) ? folded.replace(TEAMS, ' ').trim() : null
}
