// The demo's colleagues: when each of them answers the standup, and what they fill in.
import type { UserSession } from '../sandbox/user/user-session.ts'
import { STANDUP } from '../src/checkins/standup/slack/ids.ts'
import { presetFor } from '../src/numbers/domain/presets.ts'
import { teamWorksOn } from '../src/org/domain/calendar.ts'
import { DEMO_DATE, type DemoMember, type DemoRep, MEMBERS } from './company.ts'
import { LOGS_IN_THE_EVENING } from './evenings.ts'
import { courseOf, FALLING_METRIC } from './falling-behind.ts'
import { measured, withinWholes } from './history.ts'
import { type Random, seededRandom } from './random.ts'
import { BLOCKERS, plansFor } from './sample-texts.ts'
import { calendarOf } from './team-calendar.ts'

/** A visitor sees the summary fill up. */
const ANSWER_TIMES = ['09:12', '09:35', '09:55', '10:15'] as const
/** Before the demo's day, and on days that a visitor only passes. */
const PAST_ANSWER_TIME = '09:25'
/** When those answer whom the demo begins too late for: one after the other, all of them before the close. */
const CATCH_UP_TIMES = ['10:40', '10:55', '10:50'] as const
/** How often somebody forgets, from the day after the demo's on. */
const FORGETS = 1 / 14
const FORGOTTEN_BEFORE = 'U0DARIUS 2026-11-13'

export interface Turn {
  at: Temporal.Instant
  date: Temporal.PlainDate
  members: DemoMember[]
}

/** When colleagues answer after `from` and until `to`, in order. */
export function turnsBetween(from: Temporal.Instant, to: Temporal.Instant): Turn[] {
  const turns = new Map<string, Turn>()
  const first = from.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 })
  const last = to.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 })
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    for (const member of MEMBERS) {
      const seen =
        date.equals(first.add({ days: 1 })) ||
        Temporal.PlainDate.compare(date, last.subtract({ days: 1 })) >= 0
      const at = seen ? answersAfter(from, member, date) : answersAt(member, date, PAST_ANSWER_TIME)
      if (!at || Temporal.Instant.compare(at, to) > 0 || Temporal.Instant.compare(at, from) <= 0) continue
      const key = `${at} ${date}`
      const turn = turns.get(key) ?? { at, date, members: [] }
      turn.members.push(member)
      turns.set(key, turn)
    }
  return [...turns.values()].sort((one, other) => Temporal.Instant.compare(one.at, other.at))
}

/** Who should have answered by `from` catches up before the close. Null: nothing is left to answer. */
function answersAfter(
  from: Temporal.Instant,
  member: DemoMember,
  date: Temporal.PlainDate,
): Temporal.Instant | null {
  const own = answersAt(member, date)
  if (!own) return null
  const { rep, team } = member
  const turn = team.reps.indexOf(rep) % CATCH_UP_TIMES.length
  const later = CATCH_UP_TIMES.slice(turn).map((plainTime) =>
    date.toZonedDateTime({ timeZone: rep.zone, plainTime }).toInstant(),
  )
  return [own, ...later].find((at) => Temporal.Instant.compare(at, from) > 0) ?? null
}

/** Null: not a working day, or forgotten. */
function answersAt(
  { rep, team }: DemoMember,
  date: Temporal.PlainDate,
  alsoAt?: string,
): Temporal.Instant | null {
  if (!teamWorksOn(calendarOf(team), date)) return null
  const random = seededRandom(`${rep.userId} ${date}`)
  // One after the other in every team, and others first on another day.
  const time = ANSWER_TIMES[(team.reps.indexOf(rep) + date.dayOfYear) % ANSWER_TIMES.length]!
  const fromDemoDay = Temporal.PlainDate.compare(date, DEMO_DATE)
  const forgets = fromDemoDay > 0 ? random() < FORGETS : `${rep.userId} ${date}` === FORGOTTEN_BEFORE
  if (forgets) return null
  const plainTime = alsoAt ?? (fromDemoDay < 0 ? PAST_ANSWER_TIME : time)
  return date.toZonedDateTime({ timeZone: rep.zone, plainTime }).toInstant()
}

/** Answers what this colleague has not answered yet. A form that a visitor left open as them is no answer: it is closed. */
export async function answerFor(
  session: UserSession,
  member: DemoMember,
  date: Temporal.PlainDate,
): Promise<void> {
  const button = openPrompt(session, date)
  if (button === undefined) return
  if (session.modal.isOpen) session.modal.close({ all: true })
  // It carries the last plan on; before the demo's day each has a plan of its own. Where nothing is logged, it opens the form.
  const asPlanned = LOGS_IN_THE_EVENING.includes(session.id) && date.toString() >= DEMO_DATE
  await session.dm().click({ actionId: asPlanned ? STANDUP.asPlanned : STANDUP.open, value: button })
  const isAnswered = () => asPlanned && openPrompt(session, date) === undefined
  await session.waitFor(() => session.modal.isOpen || isAnswered() || undefined)
  if (!session.modal.isOpen) return
  await session.modal.fill(answersTo(session, member, date))
  const result = await session.modal.submit()
  // The form asks again about something that is out of the ordinary.
  if (!('closed' in result)) await session.modal.submit()
  if (session.modal.isOpen) session.modal.close({ all: true })
}

/** The value of a prompt's buttons: only prompts have "As planned". */
export const openPrompt = (session: UserSession, date: Temporal.PlainDate): string | undefined =>
  valueOfButton(session, STANDUP.asPlanned, date)

/** Of a button in a direct message that is about the date. Undefined: there is none. */
export function valueOfButton(
  session: UserSession,
  actionId: string,
  date: Temporal.PlainDate,
): string | undefined {
  const buttons = session
    .dm()
    .sees()
    .flatMap(({ message }) => message.blocks ?? [])
    .flatMap((block) => block.elements ?? [])
  return buttons.find(({ action_id, value }) => action_id === actionId && String(value).includes(`"${date}"`))
    ?.value as string | undefined
}

export type Answers = Record<string, string | readonly string[]>

/** What the form that is open asks: numbers, the plan, what was done, and now and then a blocker. */
export function answersTo(
  session: UserSession,
  { rep, team }: DemoMember,
  date: Temporal.PlainDate,
): Answers {
  const random = seededRandom(`${date} ${rep.userId}`)
  const answers: Answers = {}
  const numbers: Record<string, { blockId: string; value: number }> = {}
  const logged: string[] = []
  const course = courseOf(session, rep, date)
  const blocker = BLOCKERS[`${rep.userId} ${date}`]
  for (const { blockId, options, value } of session.modal.fields()) {
    const [part, , metricKey] = blockId.split(':')
    if (part === 'number' && value) logged.push(metricKey!)
    else if (part === 'number')
      numbers[metricKey!] = {
        blockId,
        value: numberFor(metricKey!, { rep: onCourse(rep, metricKey!, course), team }, random),
      }
    else if (part === 'done' || part === 'solved') answers[blockId] = options
    else if (part === 'plan') answers[blockId] = plansFor(rep, date).join('\n')
    else if (part === 'blocker' && blocker) answers[blockId] = blocker
    else if (part === 'helper' && blocker) answers[blockId] = team.manager.userId
  }
  const values = Object.fromEntries(Object.entries(numbers).map(([key, { value }]) => [key, value]))
  for (const [key, value] of Object.entries(withinWholes(values, logged)))
    answers[numbers[key]!.blockId] = String(value)
  return answers
}

const onCourse = (rep: DemoRep, metricKey: string, course: number): DemoRep =>
  metricKey === FALLING_METRIC ? { ...rep, performance: rep.performance * course } : rep

/** For a number that a visitor has added, a small one. */
function numberFor(key: string, { rep, team }: DemoMember, random: Random): number {
  const metric = presetFor(rep.role, team.currency).find((one) => one.key === key)
  if (metric === undefined) return Math.floor(random() * 5)
  return measured(metric, rep, random) / 10 ** metric.decimals
}
