// Some of the demo's colleagues log their day's numbers in the evening: next morning two presses are an answer.
import { presetFor } from '../src/numbers/domain/presets.ts'
import { type DemoMember, handleOf, MEMBERS } from './company.ts'
import type { Harness } from './harness/harness.ts'
import { measured } from './history.ts'
import { seededRandom } from './random.ts'
import { inOrder, workingDaysBetween } from './team-calendar.ts'

const TIME = '17:40'
/** What is logged, as the rep's language calls it. */
const METRICS = {
  en: { calls: 'calls', visits: 'visits' },
  zh: { calls: '电话量', visits: '拜访量' },
} as const

/** One in each team; the tour begins with them. */
export const LOGS_IN_THE_EVENING = ['U0TESSA', 'U0CHEN']

export interface Evening {
  at: Temporal.Instant
  member: DemoMember
  /** What the rep types after `/kpi`. */
  line: string
}

/** After `from` and until `to`, in order. */
export function eveningsBetween(from: Temporal.Instant, to: Temporal.Instant): Evening[] {
  const evenings = MEMBERS.filter(({ rep }) => LOGS_IN_THE_EVENING.includes(rep.userId)).flatMap((member) => {
    const { zone } = member.rep
    return workingDaysBetween(member.team, zone, from, to).map((date) => ({
      at: date.toZonedDateTime({ timeZone: zone, plainTime: TIME }).toInstant(),
      line: lineOf(member, date),
      member,
    }))
  })
  return inOrder(evenings, from, to)
}

function lineOf({ rep, team }: DemoMember, date: Temporal.PlainDate): string {
  const random = seededRandom(`evening ${date} ${rep.userId}`)
  const names = METRICS[rep.locale === 'en' ? 'en' : 'zh']
  const parts = presetFor(rep.role, team.currency).flatMap((metric) => {
    const name = (names as Record<string, string>)[metric.key]
    return name ? [`${name} ${measured(metric, rep, random) / 10 ** metric.decimals}`] : []
  })
  return rep.locale === 'en' ? `log ${parts.join(', ')}` : `填报 ${parts.join('，')}`
}

export async function logEvening(harness: Harness, { member, line }: Evening): Promise<void> {
  const told = await harness.user(handleOf(member.rep)).command('/kpi', line)
  if (!told.ok) throw new Error(`${member.rep.name} could not log "${line}": ${told.sentence}`)
  await harness.settled()
}
