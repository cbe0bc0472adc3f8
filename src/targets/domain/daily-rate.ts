// How much a member brings in on a working day: their own recent days, beside the team's as far as the team is alike.
import type { DaySums } from '../../numbers/domain/day-sums.ts'

export interface DailyRate {
  own: DaySums
  /** The colleagues' average day, scaled. Null: there are none to learn from. */
  teamPerDay: number | null
  /** For how many of the member's own days that average counts; a whole number, so that it can be checked by hand. */
  pull: number
  /** (own sum + pull × team's average) ÷ (own days + pull). */
  perDay: number
  /** The share of days on which anything comes in, leant on the team in the same way. */
  activeShare: number
  /** How much a day's value varies: its variance by its mean. */
  spread: number
}

/** Fewer days than this, of the member or of the team, are no rate yet. */
const LEAST_DAYS = 3
const LEAST_PULL = 2
const MOST_PULL = 40

/** Null: too little is known. */
export function dailyRate(own: DaySums, colleagues: readonly DaySums[]): DailyRate | null {
  const team = totalOf(colleagues)
  if (own.days < LEAST_DAYS && team.days < LEAST_DAYS) return null
  const everyone = [own, ...colleagues].filter(({ days }) => days > 0)
  const spread = spreadOf(everyone)
  const pull = team.days === 0 ? 0 : pullOf(everyone, spread)
  const [teamPerDay, teamActive] = team.days === 0 ? [0, 0] : [team.sum / team.days, team.active / team.days]
  const weight = own.days + pull
  return {
    ...{ own, pull, spread, teamPerDay: team.days === 0 ? null : teamPerDay },
    perDay: (own.sum + pull * teamPerDay) / weight,
    activeShare: Math.min(1, (own.active + pull * teamActive) / weight),
  }
}

function totalOf(people: readonly DaySums[]): DaySums {
  const sum = (of: (one: DaySums) => number) => people.reduce((total, one) => total + of(one), 0)
  return {
    ...{ days: sum(({ days }) => days), active: sum(({ active }) => active) },
    ...{ sum: sum((one) => one.sum), squares: sum(({ squares }) => squares) },
  }
}

/** Around each person's own average. Where nothing varies yet, as if each unit came by itself. */
function spreadOf(people: readonly DaySums[]): number {
  let around = 0
  let expected = 0
  for (const { days, sum, squares } of people) {
    if (days < 2) continue
    around += squares - sum ** 2 / days
    expected += ((days - 1) * sum) / days
  }
  return expected > 0 ? Math.max(around / expected, 0) : 1
}

/**
 * The credibility of Bühlmann and Straub: how much a day of one person varies, beside how much people differ. The more alike they
 * are, the more days the team's average counts for.
 */
function pullOf(people: readonly DaySums[], spread: number): number {
  const all = totalOf(people)
  const mean = all.sum / all.days
  const within = spread * mean
  const apart = people.reduce((sum, one) => sum + one.days * (one.sum / one.days - mean) ** 2, 0)
  const squaredDays = people.reduce((sum, { days }) => sum + days ** 2, 0)
  const between = (apart - (people.length - 1) * within) / (all.days - squaredDays / all.days || 1)
  const pull = between > 0 ? Math.round(within / between) : MOST_PULL
  return Math.min(MOST_PULL, Math.max(LEAST_PULL, pull))
}
