// The demo's tours. The first: a rep answers, wins a deal, the manager's message fills up, Monday's recap, the director.
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Tour, TourStep } from '../sandbox/tour.ts'
import { STANDUP } from '../src/checkins/standup/slack/ids.ts'
import { openPrompt } from './colleagues.ts'
import { type DemoTeam, DIRECTOR, handleOf, TEAMS } from './company.ts'
import { LOGS_IN_THE_EVENING } from './evenings.ts'
import { FALLS_BEHIND } from './falling-behind.ts'
import { nextMorning } from './team-calendar.ts'
import {
  type Begun,
  closesBetween,
  earlier,
  isRead,
  JUST_AFTER,
  LOOKS_AHEAD,
  later,
  MORNING_AFTER,
  moveAs,
  type Place,
  textOf,
} from './tour-step.ts'
import { tourWords } from './tour-words.ts'
import { warningSteps } from './warnings-tour.ts'
import { warningsTourWords } from './warnings-tour-words.ts'

const MOVES_BY = { minutes: 30 } as const
const MONDAY = 1

/** @param opened when the page was opened to visitors */
export function tourFrom(sandbox: Sandbox, opened: Temporal.Instant): (language: string) => Tour {
  // What was done stays so, whatever arrives later.
  const ticked = new Set<string>()
  const tick = (teamId: string, { steps, ...said }: Tour): Tour => {
    const keyOf = ({ title }: TourStep) => `${teamId} ${title}`
    for (const step of steps) if (step.done) ticked.add(keyOf(step))
    return { ...said, steps: steps.map((step) => ({ ...step, done: ticked.has(keyOf(step)) })) }
  }
  return (language) => {
    const words = tourWords(language)
    const team = TEAMS.find(({ locale }) => locale.slice(0, 2) === language.slice(0, 2)) ?? TEAMS[0]!
    const now = Temporal.Instant.fromEpochMilliseconds(sandbox.clock.now())
    const place = { sandbox, team, opened, now }
    const week = { ...place, rep: repIn(team, LOGS_IN_THE_EVENING) }
    const behind = warningsTourWords(language)
    const more = {
      ...{ title: behind.title, intro: behind.intro },
      steps: warningSteps({ ...place, rep: repIn(team, FALLS_BEHIND) }, behind),
    }
    const steps = [
      { ...textOf(words.answer), ...answerStep(week) },
      { ...textOf(words.win), ...winStep(week, words.win.line) },
      { ...textOf(words.morning), ...morningStep(week) },
      { ...textOf(words.recap), ...recapStep(week) },
      { ...textOf(words.director), ...directorStep(week) },
    ]
    return {
      ...tick(team.teamId, { title: words.title, intro: words.intro, steps }),
      more: tick(team.teamId, more),
    }
  }
}

const repIn = ({ reps }: DemoTeam, userIds: readonly string[]) =>
  reps.find(({ userId }) => userIds.includes(userId))!

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
