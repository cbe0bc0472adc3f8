// The demo's tour: a rep answers, wins a deal, the manager's message fills up, Monday's recap, the director.

import type { Sandbox } from '../sandbox/sandbox.ts'
import { unreadKey } from '../sandbox/state/messages.ts'
import type { Tour, TourStep } from '../sandbox/tour.ts'
import { STANDUP } from '../src/checkins/standup/slack/ids.ts'
import { openPrompt } from './colleagues.ts'
import { type DemoRep, type DemoTeam, DIRECTOR, handleOf, TEAMS } from './company.ts'
import { LOGS_IN_THE_EVENING } from './evenings.ts'
import { inOrder, nextMorning, ORDINARY_SETTINGS, workingDaysBetween } from './team-calendar.ts'
import { tourWords } from './tour-words.ts'

const MOVES_BY = { minutes: 30 } as const
/** When the manager's message is there. */
const MORNING_AFTER = { minutes: 31 } as const
/** What is due then has been delivered. */
const JUST_AFTER = { minutes: 5 } as const
const MONDAY = 1
/** Longer than any week with its holidays. */
const LOOKS_AHEAD = { hours: 24 * 14 } as const

interface Place {
  sandbox: Sandbox
  team: DemoTeam
  rep: DemoRep
  /** When the visitor came. */
  opened: Temporal.Instant
  now: Temporal.Instant
}

/** @param opened when the page was opened to visitors */
export function tourFrom(sandbox: Sandbox, opened: Temporal.Instant): (language: string) => Tour {
  // What was done stays so, whatever arrives later.
  const ticked = new Set<string>()
  return (language) => {
    const words = tourWords(language)
    const team = TEAMS.find(({ locale }) => locale.slice(0, 2) === language.slice(0, 2)) ?? TEAMS[0]!
    const rep = team.reps.find(({ userId }) => LOGS_IN_THE_EVENING.includes(userId))!
    const now = Temporal.Instant.fromEpochMilliseconds(sandbox.clock.now())
    const place = { sandbox, team, rep, opened, now }
    const steps = [
      { ...textOf(words.answer), ...answerStep(place) },
      { ...textOf(words.win), ...winStep(place, words.win.line) },
      { ...textOf(words.morning), ...morningStep(place) },
      { ...textOf(words.recap), ...recapStep(place) },
      { ...textOf(words.director), ...directorStep(place) },
    ]
    for (const [index, { done }] of steps.entries()) if (done) ticked.add(`${team.teamId} ${index}`)
    return {
      ...{ title: words.title, intro: words.intro },
      steps: steps.map((step, index) => ({ ...step, done: ticked.has(`${team.teamId} ${index}`) })),
    }
  }
}

type Begun = Omit<TourStep, 'title' | 'text' | 'action'>

const textOf = ({ title, text, action }: Pick<TourStep, 'title' | 'text' | 'action'>) => ({
  ...{ title, text, action },
})

/** Leads to the prompt; to the next one where none is open. */
function answerStep({ sandbox, team, rep, opened, now }: Place): Begun {
  const session = sandbox.user(handleOf(rep))
  const today = now.toZonedDateTimeISO(rep.zone).toPlainDate()
  const days = closesBetween(team, opened, now.add(LOOKS_AHEAD)).map(({ date }) => date)
  const receipts = session
    .dm()
    .sees()
    .flatMap(({ message }) => message.blocks ?? [])
  const isIn = (date: Temporal.PlainDate) =>
    openPrompt(session, date) === undefined &&
    receipts
      .flatMap((block) => block.elements ?? [])
      .some(({ action_id, value }) => action_id === STANDUP.open && String(value).includes(`"${date}"`))
  const done = days.some(isIn) && isRead(sandbox, rep.userId, session.dm().channel.id)
  const to = nextMorning(rep.userId, now).add(JUST_AFTER)
  return {
    ...{ done, user: rep.userId, place: 'app' },
    ...(done || openPrompt(session, today) ? {} : moveAs(team, to)),
  }
}

/** Done: the win of the line's customer stands in the channel. */
function winStep({ sandbox, team, rep, opened }: Place, line: string): Begun {
  const customer = line.split(' ').at(-2)!
  const done = sandbox
    .user(handleOf(rep))
    .in(team.channelName)
    .sees()
    .some(
      ({ ephemeral, ts, text, message }) =>
        !ephemeral &&
        Number(ts) * 1000 > opened.epochMilliseconds &&
        message.blocks?.[0]?.type === 'section' &&
        text.includes(customer),
    )
  return { done, user: rep.userId, place: team.channelId, draft: line }
}

/** Done: a morning of the visit is closed, and the manager has read the message. */
function morningStep({ sandbox, team, opened, now }: Place): Begun {
  const { manager } = team
  const dm = sandbox.user(handleOf(manager)).dm().channel.id
  const done = closesBetween(team, opened, now).length > 0 && isRead(sandbox, manager.userId, dm)
  const [next] = closesBetween(team, now, now.add(LOOKS_AHEAD))
  const first = next!.asked.add(MORNING_AFTER)
  const soon = now.add(MOVES_BY)
  const to = earlier(next!.at.add(JUST_AFTER), later(soon, first))
  return { done, user: manager.userId, place: 'app', ...(done ? {} : moveAs(team, to)) }
}

/** Done: the recap of a Monday is there, and the manager has read it. */
function recapStep({ sandbox, team, opened, now }: Place): Begun {
  const { manager, channelId } = team
  const recap = closesBetween(team, opened, now.add(LOOKS_AHEAD)).find(
    ({ date }) => date.dayOfWeek === MONDAY,
  )!
  const isThere = Temporal.Instant.compare(recap.at, now) < 0
  return {
    ...{ done: isThere && isRead(sandbox, manager.userId, channelId) },
    ...{ user: manager.userId, place: channelId },
    ...(isThere ? {} : moveAs(team, recap.at.add(JUST_AFTER))),
  }
}

const directorStep = ({ sandbox }: Place): Begun => ({
  ...{ done: sandbox.user(handleOf(DIRECTOR)).home.view !== undefined },
  ...{ user: DIRECTOR.userId, place: 'home' },
})

/** The manager does nothing that the tour shows of others. */
const moveAs = ({ manager }: DemoTeam, to: Temporal.Instant) => ({
  move: { to: to.toString(), user: manager.userId },
})

interface Close {
  date: Temporal.PlainDate
  /** When the first of the team is asked. */
  asked: Temporal.Instant
  /** When the last of the team is closed. */
  at: Temporal.Instant
}

/** Those after `from` and until `to`, in order. */
function closesBetween(team: DemoTeam, from: Temporal.Instant, to: Temporal.Instant): Close[] {
  const { promptTime: plainTime, closeAfterMinutes } = ORDINARY_SETTINGS
  const closes = workingDaysBetween(team, team.zone, from, to).map((date) => {
    const asked = team.reps
      .map(({ zone }) => date.toZonedDateTime({ timeZone: zone, plainTime }).toInstant())
      .toSorted(Temporal.Instant.compare)
    return { date, asked: asked[0]!, at: asked.at(-1)!.add({ minutes: closeAfterMinutes }) }
  })
  return inOrder(closes, from, to)
}

const isRead = (sandbox: Sandbox, userId: string, channelId: string): boolean =>
  !sandbox.workspace().unread.get(unreadKey(userId, channelId))

const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other
const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) > 0 ? one : other
