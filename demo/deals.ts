// The deals of the demo's colleagues: who wins what and when, how they tell it, and who reacts to it.
import type { UserSession } from '../sandbox/user/user-session.ts'
import { type DemoMember, handleOf, MEMBERS } from './company.ts'
import type { Harness } from './harness/harness.ts'
import { seededRandom } from './random.ts'
import { inOrder, workingDaysBetween } from './team-calendar.ts'

/** Of a rep's afternoons, one in so many. */
const ONE_IN = 5
const FIRST_MINUTE = 15 * 60
const MINUTES = 100
const REACTIONS = ['tada', 'clap', 'raised_hands', 'rocket'] as const

const CUSTOMERS = {
  en: [
    ...['Lindenhof Logistics', 'Baltic Foods', 'Kranich & Sons', 'Westgate Dental', 'Elbtal', 'Seaford Labs'],
    ...['Havel Optics', 'Norden Print', 'Calder & Moss', 'Pine Street Clinic', 'Altona Tools'],
  ],
  zh: [
    ...['明远电子', '苏州园科', '华锐', '江南食品', '同舟物流', '启明医疗', '东港机械', '安和药业'],
    ...['嘉禾包装', '天元检测', '博雅教育'],
  ],
} as const

export interface Deal {
  at: Temporal.Instant
  member: DemoMember
  /** What the rep types after `/kpi`. */
  line: string
}

/** After `from` and until `to`, in order. */
export function dealsBetween(from: Temporal.Instant, to: Temporal.Instant): Deal[] {
  const deals = MEMBERS.filter(({ rep }) => rep.role === 'hunter').flatMap((member) =>
    workingDaysBetween(member.team, member.rep.zone, from, to).flatMap((date) => dealOf(member, date) ?? []),
  )
  return inOrder(deals, from, to)
}

/** Null: none that day. */
function dealOf(member: DemoMember, date: Temporal.PlainDate): Deal | null {
  const { rep } = member
  const random = seededRandom(`deal ${date} ${rep.userId}`)
  if (random() > 1 / ONE_IN) return null
  const minute = FIRST_MINUTE + Math.floor(random() * MINUTES)
  const plainTime = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)
  const customers = CUSTOMERS[rep.locale === 'en' ? 'en' : 'zh']
  // Nobody signs the same customer twice in a row.
  const customer = customers[(3 * date.dayOfYear + MEMBERS.indexOf(member)) % customers.length]
  const hundreds = 30 + Math.floor(random() * 70)
  const line =
    rep.locale === 'en' ? `signed ${customer} ${hundreds * 100}` : `签约 ${customer} ${hundreds / 100}万`
  return { at: date.toZonedDateTime({ timeZone: rep.zone, plainTime }).toInstant(), member, line }
}

/** Tells the deal where the team is; its message is there before colleagues react. */
export async function tellDeal(harness: Harness, { member, line }: Deal): Promise<void> {
  const { rep, team } = member
  const session = harness.user(handleOf(rep))
  const channel = session.in(team.channelName)
  const before = winMessages(channel)
  const told = await session.command('/kpi', line, { in: team.channelName })
  if (!told.ok) throw new Error(`${rep.name} could not log "${line}": ${told.sentence}`)
  await harness.settled()
  const win = winMessages(channel).find(({ ts }) => !before.some((one) => one.ts === ts))
  if (!win) throw new Error(`"${line}" of ${rep.name} is not told in #${team.channelName}.`)
  const random = seededRandom(`reactions ${win.ts.slice(0, 10)} ${rep.userId}`)
  const others = [team.manager, ...team.reps].filter((one) => one !== rep)
  for (const one of others.filter(() => random() < 0.6))
    harness
      .user(handleOf(one))
      .react(team.channelName, win.ts, REACTIONS[Math.floor(random() * REACTIONS.length)]!)
  await harness.settled()
}

/** What everybody in the channel sees of the bot. */
const winMessages = (channel: ReturnType<UserSession['in']>) =>
  channel.sees().filter(({ ephemeral }) => !ephemeral)
