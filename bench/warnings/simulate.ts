// Plays the default rules over the simulated year and keeps every warning that somebody is told of.

import type { DefaultRule } from '../../src/warnings/domain/default-rules.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import type { SimulatedDay, SimulatedMember } from './company.ts'
import { readingOn, recentSums } from './evaluate.ts'
import { type Followed, follow, NOT_OPEN } from './follow.ts'

export interface Told {
  team: number
  /** Within the company. */
  member: number
  rule: string
  level: Level
  date: Temporal.PlainDate
  month: number
  /** Working days of the member left in the month, this one included. */
  daysLeft: number
}

export const TEAM_SIZE = 8

export const nameOf = ({ signal, metric }: DefaultRule): string => (metric ? `${signal}, ${metric}` : signal)

export function simulate(company: readonly SimulatedMember[], rules: readonly DefaultRule[]): Told[] {
  const told: Told[] = []
  for (let first = 0; first < company.length; first += TEAM_SIZE)
    told.push(...simulateTeam(company.slice(first, first + TEAM_SIZE), first, rules))
  return told
}

function simulateTeam(
  team: readonly SimulatedMember[],
  first: number,
  rules: readonly DefaultRule[],
): Told[] {
  const told: Told[] = []
  const places = team.map(() => ({ index: 0, open: rules.map((): Followed => NOT_OPEN) }))
  const dates = new Map(team.flatMap(({ days }) => days.map(({ date }) => [date.toString(), date])))
  for (const date of [...dates.values()].toSorted(Temporal.PlainDate.compare)) {
    const sums = team.map(({ days }, one) => recentOf(days, places[one]!.index))
    for (const [one, { days, months }] of team.entries()) {
      const place = places[one]!
      const day = days[place.index]
      if (!day?.date.equals(date)) continue
      const { index } = place
      place.index += 1
      const isNewMonth = days[index - 1]?.month !== day.month
      const shares = months[day.month]!.shares
      const others = sums.filter((_, other) => other !== one)
      const colleagues = {
        calls: others.flatMap(({ calls }) => (calls.days > 0 ? [calls] : [])),
        newRevenue: others.flatMap(({ newRevenue }) => (newRevenue.days > 0 ? [newRevenue] : [])),
      }
      const morning = { days, index, shares, colleagues }
      const daysLeft = shares.filter((share) => Temporal.PlainDate.compare(share.date, date) >= 0).length
      for (const [number, rule] of rules.entries()) {
        const before = isNewMonth && isOfMonth(rule) ? NOT_OPEN : place.open[number]!
        const { after, told: level } = follow(before, readingOn(morning, rule), rule.settings.mornings)
        place.open[number] = after
        if (level && day.month > 0)
          told.push({
            ...{ team: first / TEAM_SIZE, member: first + one, rule: nameOf(rule), level, date },
            ...{ month: day.month, daysLeft },
          })
      }
    }
  }
  return told
}

/** A warning about a month ends with it. */
const isOfMonth = ({ signal }: DefaultRule) => signal !== 'silence' && signal !== 'trend'

const recentOf = (days: readonly SimulatedDay[], index: number) => ({
  calls: recentSums(days, index, 'calls'),
  newRevenue: recentSums(days, index, 'newRevenue'),
})
