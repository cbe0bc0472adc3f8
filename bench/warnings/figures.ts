// How good the simulated warnings were: precision, recall, days of lead time, and how many a manager gets.
import type { DefaultRule } from '../../src/warnings/domain/default-rules.ts'
import { median, percentile } from '../statistics.ts'
import { type SimulatedMember, type SimulatedMonth, TRUE_MISS_BELOW, weekOf } from './company.ts'
import { nameOf, TEAM_SIZE, type Told } from './simulate.ts'

export const IN_TIME_DAYS = 5
export const BARS = { aWeek: 5, inTime: 0.7 } as const

/** One member in one month, and the first warning that the manager heard of. */
export interface MemberMonth extends SimulatedMonth {
  kind: string
  isMiss: boolean
  /** Yellow and red ones, since the trouble began where there is one. */
  told: readonly Told[]
  /** Any of these in the month, before the trouble too. */
  any: readonly Told[]
  blue: boolean
}

const isForManager = ({ level }: Told) => level !== 'blue'

export function memberMonths(company: readonly SimulatedMember[], told: readonly Told[]): MemberMonth[] {
  const byMonth = Map.groupBy(told, ({ member, month }) => `${member} ${month}`)
  return company.flatMap(({ months, days }, member) =>
    months.flatMap((of, month) => {
      if (month === 0 || !days.some((day) => day.month === month)) return []
      const all = byMonth.get(`${member} ${month}`) ?? []
      const any = all.filter(isForManager)
      const { fallsOn } = of
      const since = any.filter(({ date }) => !fallsOn || Temporal.PlainDate.compare(date, fallsOn) > 0)
      const isMiss = of.underlying < TRUE_MISS_BELOW
      return [
        { ...of, kind: of.trouble?.kind ?? 'none', isMiss, told: since, any, blue: all.length > any.length },
      ]
    }),
  )
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
const isInTime = ({ told }: MemberMonth) => told.some(({ daysLeft }) => daysLeft >= IN_TIME_DAYS)

export const inTimeShare = (months: readonly MemberMonth[]): number => {
  const misses = months.filter(({ isMiss }) => isMiss)
  return misses.filter(isInTime).length / misses.length
}

export function byKind(months: readonly MemberMonth[]): string[][] {
  const kinds = [
    ...Map.groupBy(months, ({ kind, isMiss }) => `${kind}${isMiss ? ', true miss' : ''}`),
  ].toSorted()
  return [...kinds, ['all true misses', months.filter(({ isMiss }) => isMiss)] as const].map(([kind, of]) => {
    const warned = of.filter(({ told }) => told.length > 0)
    const lead = warned.map(({ told }) => told[0]!.daysLeft)
    return [
      ...[kind, String(of.length), percent(warned.length, of.length)],
      ...[percent(of.filter(isInTime).length, of.length), lead.length === 0 ? '–' : String(median(lead))],
      percent(of.filter(({ told }) => told.some(({ level }) => level === 'red')).length, of.length),
      percent(of.filter((one) => one.any.length > 0 || one.blue).length, of.length),
    ]
  })
}

export function precision(months: readonly MemberMonth[]): string[][] {
  return (['yellow', 'red'] as const).map((least) => {
    const warned = months.filter(({ any }) => any.some(({ level }) => least === 'yellow' || level === 'red'))
    const misses = warned.filter(({ isMiss }) => isMiss)
    const all = months.filter(({ isMiss }) => isMiss)
    const since = all.filter(({ told }) => told.some(({ level }) => least === 'yellow' || level === 'red'))
    return [
      ...[least === 'yellow' ? 'yellow or red' : 'red', String(warned.length)],
      ...[percent(misses.length, warned.length), percent(since.length, all.length)],
      percent(warned.filter(({ ended }) => ended < TRUE_MISS_BELOW).length, warned.length),
    ]
  })
}

/** Every week of the year and every team, weeks without any warning included. */
export function aWeek(company: readonly SimulatedMember[], told: readonly Told[]): number[] {
  const weeks = company.flatMap(({ days }) => days.flatMap(({ month, week }) => (month > 0 ? [week] : [])))
  const [first, last] = [Math.min(...new Set(weeks)), Math.max(...new Set(weeks))]
  const teams = Math.ceil(company.length / TEAM_SIZE)
  const counts = Array.from({ length: teams * (last - first + 1) }, () => 0)
  for (const { team, date } of told.filter(isForManager)) counts[(weekOf(date) - first) * teams + team]! += 1
  return counts
}

export const weeklyRow = (what: string, counts: readonly number[]): string[] => [
  what,
  ...[median(counts), percentile(counts, 0.9), Math.max(...counts)].map(String),
  (counts.reduce((sum, count) => sum + count, 0) / counts.length).toFixed(1),
]

export function byRule(
  rules: readonly DefaultRule[],
  told: readonly Told[],
  company: readonly SimulatedMember[],
): string[][] {
  const isMiss = ({ member, month }: Told) => company[member]!.months[month]!.underlying < TRUE_MISS_BELOW
  return rules.map((rule) => {
    const own = told.filter((one) => one.rule === nameOf(rule))
    const cells = (['blue', 'yellow', 'red'] as const).flatMap((level) => {
      const of = own.filter((one) => one.level === level)
      return [String(of.length), percent(of.filter(isMiss).length, of.length)]
    })
    return [nameOf(rule), ...cells]
  })
}
