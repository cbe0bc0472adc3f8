// The demo's colleagues: when each of them answers the standup, and what they fill in.
import type { UserSession } from '../sandbox/user/user-session.ts'
import { STANDUP } from '../src/checkins/standup/slack/ids.ts'
import { presetFor } from '../src/numbers/domain/presets.ts'
import { teamWorksOn } from '../src/org/domain/calendar.ts'
import { DEMO_DATE, type DemoMember, MEMBERS } from './company.ts'
import { measured, withinWholes } from './history.ts'
import { type Random, seededRandom } from './random.ts'
import { BLOCKERS, plansFor } from './sample-texts.ts'
import { calendarOf, ORDINARY_SETTINGS } from './team-calendar.ts'

/** A visitor sees the summary fill up. */
const ANSWER_TIMES = ['09:12', '09:35', '10:15'] as const
/** Before the demo's day, when nobody looks. */
const PAST_ANSWER_TIME = '09:25'
const CATCHES_UP_AFTER_MINUTES = 10
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
      const at = answersAfter(from, member, date)
      if (!at || Temporal.Instant.compare(at, to) > 0) continue
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
  const at = answersAt(member, date)
  if (!at || Temporal.Instant.compare(at, from) > 0) return at
  const late = from.add({ minutes: CATCHES_UP_AFTER_MINUTES })
  const close = promptTimeOf(member.rep, date).add({ minutes: ORDINARY_SETTINGS.closeAfterMinutes })
  return Temporal.Instant.compare(late, close) < 0 ? late : null
}

function promptTimeOf({ zone }: DemoMember['rep'], date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: zone, plainTime: ORDINARY_SETTINGS.promptTime }).toInstant()
}

/** Null: not a working day, or forgotten. */
function answersAt({ rep, team }: DemoMember, date: Temporal.PlainDate): Temporal.Instant | null {
  if (!teamWorksOn(calendarOf(team), date)) return null
  const random = seededRandom(`${rep.userId} ${date}`)
  const time = ANSWER_TIMES[Math.floor(random() * ANSWER_TIMES.length)]!
  const fromDemoDay = Temporal.PlainDate.compare(date, DEMO_DATE)
  const forgets = fromDemoDay > 0 ? random() < FORGETS : `${rep.userId} ${date}` === FORGOTTEN_BEFORE
  if (forgets) return null
  const plainTime = fromDemoDay < 0 ? PAST_ANSWER_TIME : time
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
  await session.dm().click({ actionId: STANDUP.open, value: button })
  await session.modal.opened()
  await session.modal.fill(answersTo(session, member, date))
  const result = await session.modal.submit()
  // The form asks again about something that is out of the ordinary.
  if (!('closed' in result)) await session.modal.submit()
  if (session.modal.isOpen) session.modal.close({ all: true })
}

/** The value of a prompt's buttons: only prompts have "As planned". */
function openPrompt(session: UserSession, date: Temporal.PlainDate): string | undefined {
  const buttons = session
    .dm()
    .sees()
    .flatMap(({ message }) => message.blocks ?? [])
    .flatMap((block) => block.elements ?? [])
  return buttons.find(
    ({ action_id, value }) => action_id === STANDUP.asPlanned && String(value).includes(`"${date}"`),
  )?.value as string | undefined
}

type Answers = Record<string, string | readonly string[]>

function answersTo(session: UserSession, { rep, team }: DemoMember, date: Temporal.PlainDate): Answers {
  const random = seededRandom(`${date} ${rep.userId}`)
  const answers: Answers = {}
  const numbers: Record<string, { blockId: string; value: number }> = {}
  const blocker = BLOCKERS[`${rep.userId} ${date}`]
  for (const { blockId, options } of session.modal.fields()) {
    const [part, , metricKey] = blockId.split(':')
    if (part === 'number')
      numbers[metricKey!] = { blockId, value: numberFor(metricKey!, { rep, team }, random) }
    else if (part === 'done') answers[blockId] = options
    else if (part === 'plan') answers[blockId] = plansFor(rep, date).join('\n')
    else if (part === 'blocker' && blocker) answers[blockId] = blocker
    else if (part === 'helper' && blocker) answers[blockId] = team.manager.userId
  }
  const values = Object.fromEntries(Object.entries(numbers).map(([key, { value }]) => [key, value]))
  for (const [key, value] of Object.entries(withinWholes(values)))
    answers[numbers[key]!.blockId] = String(value)
  return answers
}

/** For a number that a visitor has added, a small one. */
function numberFor(key: string, { rep, team }: DemoMember, random: Random): number {
  const metric = presetFor(rep.role, team.currency).find((one) => one.key === key)
  if (metric === undefined) return Math.floor(random() * 5)
  return measured(metric, rep, random) / 10 ** metric.decimals
}
