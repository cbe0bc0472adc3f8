// Each warning was told to those who had to hear of it and to nobody else, each of its steps once, and none that was due is missing.

import { WAITING } from '../../../src/warnings/domain/digest.ts'
import { WAITING_DUE } from '../../../src/warnings/domain/plan-evaluation.ts'
import type {
  DigestLineEvidence,
  Evidence,
  Invariant,
  Violation,
  WarningEventEvidence,
  WarningEvidence,
} from '../evidence.ts'
import { ABOVE } from '../falling-behind.ts'
import { managerId, TEAMS } from '../world.ts'

const invariant = 'each step of a warning is told once'
const LEVELS = ['blue', 'yellow', 'red']
const UNRESOLVED = ['pending', 'open', 'acknowledged', 'snoozed']
const ANSWERS = ['acknowledged', 'snoozed', 'not-a-risk']

export const warningsTold: Invariant = (evidence) => {
  const events = Map.groupBy(evidence.warningEvents, ({ episodeId }) => episodeId)
  return evidence.warnings.flatMap((warning) => {
    const own = events.get(warning.episodeId) ?? []
    return [
      ...lostInDigests(evidence, warning),
      ...lostAlone(evidence, warning, own),
      ...brokenHistory(warning, own),
      ...wronglyTold(evidence, warning, own),
      ...neverCame(evidence, warning),
      ...lostAnswers(evidence, warning, own),
    ]
  })
}

const violation = ({ episodeId }: Pick<WarningEvidence, 'episodeId'>, what: string): Violation => ({
  invariant,
  what: `warning ${episodeId} ${what}`,
  about: [episodeId],
})

/** Each event begins where the one before it ended, and the last one ends where the warning stands. */
function brokenHistory(warning: WarningEvidence, events: readonly WarningEventEvidence[]): Violation[] {
  const gaps = events.slice(1).filter(({ from }, index) => from !== events[index]!.to)
  const stands = `${warning.state} ${warning.level}`
  const last = events.at(-1)?.to
  const isCut = warning.state === 'pending' ? last !== undefined : last !== stands
  return [
    ...gaps.map(({ reason, from }) =>
      violation(warning, `was ${reason} from ${from}, where no event had left it`),
    ),
    ...(isCut ? [violation(warning, `stands at ${stands}, and its last event led to ${last}`)] : []),
  ]
}

/** The messages in the outbox, and the lines of digests, against what follows from the events. */
function wronglyTold(
  { messages, said, digestLines, due }: Evidence,
  warning: WarningEvidence,
  events: readonly WarningEventEvidence[],
): Violation[] {
  const { told, owed, ends } = owedBy(warning, events)
  const { episodeId } = warning
  const alone = new Set(
    messages.map(({ messageKey }) => messageKey).filter((key) => key.split(':')[1] === episodeId),
  )
  const dropped = new Set(
    messages
      .filter(({ state, ts }) => state === 'dropped' && ts === null)
      .map(({ messageKey }) => messageKey),
  )
  const ofWarning = digestLines.filter((line) => line.episodeId === episodeId)
  const lines = ofWarning.map(keyOfLine)
  // Who never heard of a warning because its digest was dropped is told of it alone when it needs somebody again.
  const standing = new Set(ofWarning.filter(({ digest }) => !dropped.has(digest)).map(keyOfLine))
  const inDigest = new Set(lines)
  const shown = new Set(said.map(({ key }) => key))
  const deaf = [...ends].filter(([to, key]) => shown.has(to) && !shown.has(key) && !inDigest.has(key))
  const strangers = told.symmetricDifference(new Set(warning.told))
  // A note's line does not say which step it is of.
  const isLine = (key: string) => inDigest.has(key) || inDigest.has(key.replace(/:\d+$/, ''))
  const isOwed = (line: string) => owed.has(line) || [...owed].some((key) => key.startsWith(`${line}:`))
  return [
    ...[...strangers].map((userId) => violation(warning, `and ${userId}: told or not, it says otherwise`)),
    ...[...owed.difference(alone)]
      .filter((key) => !isLine(key) && !isLeftUnsaid(key, warning, due, new Set([...alone, ...lines])))
      .map((key) => violation(warning, `owes ${key}, which is not there`)),
    ...[
      ...[...alone].filter((key) => !owed.has(key) && !isOwedEarlier(key, owed, due)),
      ...lines.filter((line) => !isOwed(line)),
    ].map((key) => violation(warning, `brought ${key}, for which it had no reason`)),
    ...[...alone.intersection(standing), ...repeatedIn(lines.filter(isSaidOnce))].map((key) =>
      violation(warning, `was told twice, one of them in a digest: ${key}`),
    ),
    ...deaf.map(([to, key]) => violation(warning, `is over; ${to} is in Slack, and ${key} is not`)),
  ]
}

/**
 * What waited for its reader's hours: a warning that ended meanwhile is told to nobody, nor is its end, and one that is new to them by
 * then needs no note beside it.
 */
function isLeftUnsaid(
  key: string,
  { state, episodeId }: WarningEvidence,
  due: Evidence['due'],
  told: ReadonlySet<string>,
): boolean {
  const [kind, , userId, note] = key.split(':')
  if (!hasWaited(userId, due)) return false
  if (kind === 'warning') return state === 'resolved'
  return note !== 'resolved' || !told.has(`warning:${episodeId}:${userId}`)
}

/** A note that waited for its reader's hours has the warning's version of the instant at which it was sent. */
function isOwedEarlier(key: string, owed: ReadonlySet<string>, due: Evidence['due']): boolean {
  const [, note, version] = /^(warning-note:.*):(\d+)$/.exec(key) ?? []
  if (note === undefined || !hasWaited(note.split(':')[2], due)) return false
  return [...owed].some(
    (one) => one.startsWith(`${note}:`) && Number(one.slice(note.length + 1)) < Number(version),
  )
}

const hasWaited = (userId: string | undefined, due: Evidence['due']): boolean =>
  due.some(({ dueKey }) => dueKey.startsWith(`${WAITING_DUE}:${userId}:`))

/** The key that the message would have if it was told alone; of a note without the warning's version. */
const keyOfLine = ({ episodeId, userId, what }: DigestLineEvidence): string =>
  what === 'new' ? `warning:${episodeId}:${userId}` : `warning-note:${episodeId}:${userId}:${what}`

const isSaidOnce = (key: string): boolean => key.startsWith('warning:') || key.endsWith(':resolved')
const repeatedIn = (keys: readonly string[]): string[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index)

/**
 * Each digest is in Slack or planned, and so is what waits for its reader's hours; one that was dropped has nothing in it that still
 * waits for somebody.
 */
function lostInDigests({ digestLines, messages, due }: Evidence, warning: WarningEvidence): Violation[] {
  const own = digestLines.filter(({ episodeId }) => episodeId === warning.episodeId)
  const planned = due.filter(({ state }) => state === 'waiting').map(({ dueKey }) => dueKey)
  return own.flatMap(({ digest, userId, what }) => {
    const message = messages.find(({ messageKey }) => messageKey === digest)
    const isPlanned = planned.some((key) =>
      digest.endsWith(`:${WAITING}`) ? key.startsWith(`${WAITING_DUE}:${userId}:`) : key === digest,
    )
    if (!message) return isPlanned ? [] : [violation(warning, `stands in ${digest}, which is nowhere`)]
    const isAlone = messages.some(({ messageKey }) => messageKey === `warning:${warning.episodeId}:${userId}`)
    const isLost = message.state === 'dropped' && what === 'new' && warning.state === 'open' && !isAlone
    return isLost ? [violation(warning, `is open, and ${digest} was dropped`)] : []
  })
}

/**
 * A warning that was dropped before it was posted: allowed where it ended, was put off, or stands behind a higher one, and where somebody
 * is on it, so that nobody further up has to be. Whoever has to see it now must have been told anew, alone or in a digest.
 */
function lostAlone(
  { messages, digestLines }: Evidence,
  warning: WarningEvidence,
  events: readonly WarningEventEvidence[],
): Violation[] {
  const { rep, manager } = ladderOf(warning)
  const { episodeId, state } = warning
  if (isSilenced(events)) return []
  const dropped = messages.filter((one) => one.state === 'dropped' && one.ts === null)
  const keys = new Set(dropped.map(({ messageKey }) => messageKey))
  const inDigest = new Set(
    digestLines
      .filter((line) => line.episodeId === episodeId && line.what === 'new' && !keys.has(line.digest))
      .map(({ userId }) => userId),
  )
  const mustSee = (userId: string) =>
    state === 'open' || (state === 'acknowledged' && [rep, manager].includes(userId))
  return [...warning.told]
    .filter(
      (userId) => keys.has(`warning:${episodeId}:${userId}`) && mustSee(userId) && !inDigest.has(userId),
    )
    .map((userId) => violation(warning, `is ${state}, and what ${userId} was to get was dropped`))
}

function isSilenced(events: readonly WarningEventEvidence[]): boolean {
  const last = events.findLast(
    ({ reason }) => reason === 'silenced' || reason === 'unsilenced' || ANSWERS.includes(reason),
  )
  return last?.reason === 'silenced'
}

interface Owed {
  told: Set<string>
  owed: Set<string>
  /** By the key of the warning that somebody was sent, that of the note that it is over. */
  ends: Map<string, string>
}

/** What the events say must have been told, by the ladder of the world: nobody of it is ever away. */
function owedBy(warning: WarningEvidence, events: readonly WarningEventEvidence[]): Owed {
  const { episodeId } = warning
  const { rep, manager, director, chief } = ladderOf(warning)
  const found: Owed = { told: new Set(), owed: new Set(), ends: new Map() }
  const { told, owed, ends } = found
  let [peak, silenced, by, version, isUp] = [-1, false, '', -1, false]
  let heard = new Set<string>()
  const remind = (who: readonly string[], note: string) => {
    for (const userId of who) {
      if (!told.has(userId) || heard.has(userId)) continue
      heard.add(userId)
      const key = `warning-note:${episodeId}:${userId}:${note}`
      owed.add(note === 'resolved' ? key : `${key}:${version}`)
      if (note === 'resolved') ends.set(`warning:${episodeId}:${userId}`, key)
    }
  }
  const tell = (who: readonly string[], note: string) => {
    const fresh = who.filter((userId) => !told.has(userId))
    for (const userId of fresh) {
      told.add(userId)
      heard.add(userId)
      owed.add(`warning:${episodeId}:${userId}`)
    }
    remind(who, note)
  }
  const answerersOf = (level: string) => (level === 'blue' ? [] : [manager, ...(isUp ? [director] : [])])
  for (const event of events) {
    const { from, to, reason, actor } = event
    if (event.version !== version) heard = new Set()
    version = event.version
    const [state, level] = to.split(' ') as [string, string]
    const rank = LEVELS.indexOf(level)
    const isNews = !silenced && state === 'open' && (!from?.startsWith('open') || rank > peak)
    if (reason === 'silenced') silenced = true
    if (reason === 'opened' || (reason === 'raised' && isNews) || (reason === 'unsilenced' && rank > peak)) {
      tell(level === 'blue' ? [rep] : [rep, manager], 'raised')
      peak = rank
      isUp = false
    } else if (reason === 'unsilenced') {
      tell([...answerersOf(level), rep], 'still-open')
      remind([manager], 'still-open')
    } else if (reason === 'escalated' || reason === 'last-resort') {
      const up = reason === 'escalated' ? director : chief
      if (told.has(up)) remind([manager, director, chief], 'repeated')
      else tell([up], 'repeated')
    } else if (reason === 'repeated') remind([manager, director], 'repeated')
    else if (reason === 'stand-in') tell([manager], 'raised')
    else if (reason === 'promise-broken') {
      tell(level === 'blue' ? [manager] : [director, ...(by === director ? [chief] : [])], reason)
      remind([manager, by], reason)
    } else if (reason === 'snooze-over') tell([...answerersOf(level), by], reason)
    else if (state === 'resolved' && !silenced)
      remind(
        [...told].filter((userId) => userId !== actor),
        'resolved',
      )
    if (reason === 'escalated' || reason === 'promise-broken') isUp = true
    if (reason === 'unsilenced' || ANSWERS.includes(reason)) silenced = false
    if (ANSWERS.includes(reason)) by = actor ?? ''
  }
  return found
}

function ladderOf({ teamId, memberId }: WarningEvidence) {
  const team = TEAMS.find((one) => one.teamId === teamId)!
  const [director, chief] = ABOVE.map(({ userId }) => userId) as [string, string]
  const rep = team.reps.find((one) => one.memberId === memberId)!.userId
  return { rep, manager: managerId(team), director, chief }
}

/** What is to come is planned. Whether a promise was kept is not looked at on a day that the rep has off. */
function neverCame({ now, off, due }: Evidence, warning: WarningEvidence): Violation[] {
  const { episodeId, state, nextAt, memberId } = warning
  if (!UNRESOLVED.includes(state) || !nextAt) return []
  if (nextAt > now) {
    const isPlanned = due.some(
      ({ dueKey, dueAt }) => dueKey.startsWith(`warning-step:${episodeId}:`) && dueAt === nextAt,
    )
    return isPlanned ? [] : [violation(warning, `goes on at ${nextAt}, and nothing is planned for then`)]
  }
  const isOff = off.some((day) => day.memberId === memberId && day.date === now.slice(0, 10))
  if (state === 'acknowledged' && isOff) return []
  return [violation(warning, `is ${state}, and what was due at ${nextAt} has not come`)]
}

/** Whoever was told that their answer is saved finds it in the history. */
function lostAnswers(
  { journal }: Evidence,
  warning: WarningEvidence,
  events: readonly WarningEventEvidence[],
): Violation[] {
  return journal.warnings
    .filter(({ episodeId, acknowledged }) => acknowledged && episodeId === warning.episodeId)
    .filter(
      ({ userId, reason }) => !events.some((event) => event.actor === userId && event.reason === reason),
    )
    .map(({ userId, reason }) =>
      violation(warning, `was ${reason} by ${userId}, who was told so; no event says it`),
    )
}
