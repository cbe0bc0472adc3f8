// The demo's second tour: a colleague falls behind, and it is seen who hears of it, when, and how it stops.
import type { TourStep } from '../sandbox/tour.ts'
import type { UserSession } from '../sandbox/user/user-session.ts'
import { type DemoPerson, DIRECTOR, handleOf } from './company.ts'
import { nextMorning, ORDINARY_SETTINGS } from './team-calendar.ts'
import {
  type Begun,
  closesBetween,
  isRead,
  JUST_AFTER,
  LOOKS_AHEAD,
  later,
  MORNING_AFTER,
  moveAs,
  type Place,
  textOf,
} from './tour-step.ts'
import type { WarningsTourWords } from './warnings-tour-words.ts'

/** The manager has two working hours to answer. */
const ANSWER_TIME = { hours: 2, minutes: 5 } as const
/** The bot looks at the numbers once more after the close. */
const LOOKED_AFTER = { minutes: 15 } as const
const DETAILS = 'warnings.details'
/** What the colleague falls behind by, in each language. */
const CALLS = /calls|电话量|電話數/
const TODO = /^todo\./

/** What somebody sees of the warnings about the colleague: those that stand open, and whether one is over or taken on. */
interface Seen {
  marks: string[]
  isTakenOn: boolean
  isOver: boolean
}

export function warningSteps(place: Place, words: WarningsTourWords): TourStep[] {
  const begun: [keyof WarningsTourWords['steps'], Begun][] = [
    ['sign', signStep(place)],
    ['line', lineStep(place)],
    ['warning', warningStep(place)],
    ['urgent', urgentStep(place)],
    ['director', directorStep(place)],
    ['takeOn', takeOnStep(place)],
    ['todo', todoStep(place, words.todoLine)],
    ['over', overStep(place)],
  ]
  return begun.map(([key, step]) => ({ ...textOf(words.steps[key]), ...step }))
}

function signStep(place: Place): Begun {
  const { team, rep, now } = place
  const isThere = seenBy(place, rep).marks.length > 0
  return {
    ...{ done: isThere && hasRead(place, rep), user: rep.userId, place: 'app' },
    ...(isThere ? {} : moveAs(team, nextMorning(rep.userId, now).add(JUST_AFTER))),
  }
}

/** The morning's message has no button about one warning. */
function lineStep(place: Place): Begun {
  const { team, rep, now, opened } = place
  const { manager } = team
  const isThere = messagesOf(place, manager).some(
    ({ words, at, isWarning }) =>
      !isWarning &&
      Temporal.Instant.compare(at, opened) > 0 &&
      words.split('\n').some((line) => /^:\w+_circle:/.test(line) && line.includes(rep.name)),
  )
  const [next] = closesBetween(team, now, now.add(LOOKS_AHEAD))
  const to = later(next!.asked.add(MORNING_AFTER), now)
  return {
    ...{ done: isThere && hasRead(place, manager), user: manager.userId, place: 'app' },
    ...(isThere ? {} : moveAs(team, to)),
  }
}

/** At the latest after the next day's close: what is worse then was reported the day before. */
function warningStep(place: Place): Begun {
  const { team, now } = place
  const [next] = closesBetween(team, nextMorning(team.manager.userId, now), now.add(LOOKS_AHEAD))
  return levelStep(place, ['yellow', 'red'], next!.at.add(LOOKED_AFTER))
}

const urgentStep = (place: Place): Begun =>
  levelStep(place, ['red'], nextMorning(place.team.manager.userId, place.now).add(JUST_AFTER))

function levelStep(place: Place, levels: readonly string[], to: Temporal.Instant): Begun {
  const { team } = place
  const { manager } = team
  const { marks, isTakenOn, isOver } = seenBy(place, manager)
  const isThere = isTakenOn || isOver || marks.some((mark) => levels.includes(mark))
  return {
    ...{ done: isThere && hasRead(place, manager), user: manager.userId, place: 'app' },
    ...(isThere ? {} : moveAs(team, to)),
  }
}

/** Two hours on; not before the director's own day begins. */
function directorStep(place: Place): Begun {
  const { team, now } = place
  const { isTakenOn, isOver } = seenBy(place, team.manager)
  const isThere = isTakenOn || isOver || seenBy(place, DIRECTOR).marks.length > 0
  const day = now.toZonedDateTimeISO(DIRECTOR.zone).toPlainDate()
  const begins = day.toZonedDateTime({ timeZone: DIRECTOR.zone, plainTime: ORDINARY_SETTINGS.promptTime })
  const to = later(now.add(ANSWER_TIME), begins.toInstant().add(JUST_AFTER))
  return {
    ...{ done: isThere && hasRead(place, DIRECTOR), user: DIRECTOR.userId, place: 'app' },
    ...(isThere ? {} : moveAs(team, to)),
  }
}

function takeOnStep(place: Place): Begun {
  const { manager } = place.team
  const { isTakenOn, isOver } = seenBy(place, manager)
  return { done: isTakenOn || isOver, user: manager.userId, place: 'app' }
}

/** Done: the list was shown. */
function todoStep(place: Place, line: string): Begun {
  const { sandbox, team, opened } = place
  const { manager, channelId, channelName } = team
  const done = sandbox
    .user(handleOf(manager))
    .in(channelName)
    .sees()
    .some(
      ({ ephemeral, ts, message }) =>
        ephemeral &&
        Number(ts) * 1000 > opened.epochMilliseconds &&
        elementsOf(message.blocks).some(({ action_id }) => TODO.test(String(action_id))),
    )
  return { done, user: manager.userId, place: channelId, draft: line }
}

/** A day on, until the number is back. */
function overStep(place: Place): Begun {
  const { team, now } = place
  const { manager } = team
  const { isOver } = seenBy(place, manager)
  const [next] = closesBetween(team, now, now.add(LOOKS_AHEAD))
  return {
    ...{ done: isOver && hasRead(place, manager), user: manager.userId, place: 'app' },
    ...(isOver ? {} : moveAs(team, next!.at.add(LOOKED_AFTER))),
  }
}

const hasRead = ({ sandbox }: Place, person: DemoPerson): boolean =>
  isRead(sandbox, person.userId, sandbox.user(handleOf(person)).dm().channel.id)

type Blocks = ReturnType<ReturnType<UserSession['dm']>['sees']>[number]['message']['blocks']

const elementsOf = (blocks: Blocks) => (blocks ?? []).flatMap(({ elements }) => elements ?? [])

const messagesOf = ({ sandbox }: Place, person: DemoPerson) =>
  sandbox
    .user(handleOf(person))
    .dm()
    .sees()
    .map(({ words, ts, message }) => ({
      words,
      at: Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000)),
      isWarning: elementsOf(message.blocks).some(({ action_id }) => action_id === DETAILS),
    }))

/** Warnings about the colleague's calls: each has a button for its details until it is over. */
function seenBy(place: Place, person: DemoPerson): Seen {
  const { rep } = place
  const isAbout = (words: string) => CALLS.test(words) && (person === rep || words.includes(rep.name))
  const about = messagesOf(place, person).filter(({ words }) => isAbout(words))
  const open = about.filter(({ isWarning }) => isWarning)
  return {
    marks: open.flatMap(({ words }) => /^:(?:large_)?(\w+)_circle:/.exec(words)?.[1] ?? []),
    isTakenOn: open.some(({ words }) => words.includes(':handshake:')),
    isOver: about.some(({ words }) => words.startsWith(':white_circle:')),
  }
}
