// Decides what of all that one person would be told at one time goes out alone, and what is put together into one digest.
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { isBefore } from '../../core/time.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { Episode, Note } from './episode.ts'
import type { Level } from './level.ts'
import type { Warning } from './warning.ts'

export const WARNING_DIGEST = 'warning-digest'
/** The number of no digest: its lines wait until the reader's working hours begin. */
export const WAITING = 0

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'warning-digest': DigestDay
  }
}

/** More new warnings, or more notes, than these for one person at one time are one digest. */
const MOST_ALONE = 5
/** Of all kinds, beyond the check-in itself. */
const MOST_A_DAY = 8

/** Something about one warning that one person is told. */
export interface Said {
  warning: Warning
  userId: UserId
  what: 'new' | Note
}

export interface DigestDay {
  /** ISO, by the reader's clock. */
  date: string
  /** Of the digests of that day. */
  number: number
}

export interface DigestRef extends DigestDay {
  workspaceId: WorkspaceId
  userId: UserId
}

/** How much the person has got today already, and whether a digest is among it. */
export interface ToldToday {
  sent: number
  hasDigest: boolean
}

export interface Grouped {
  alone: readonly Said[]
  /** `new`: sent now. `added`: to the last one of today. `later`: sent on the next morning. Null: there is none. */
  digest: { lines: readonly Said[]; as: 'new' | 'added' | 'later' } | null
}

/** Many at one time are one digest; beyond the day's cap all but what is urgent waits in one. */
export function grouped(said: readonly Said[], { sent, hasDigest }: ToldToday): Grouped {
  const [news, notes] = [said.filter(isNew), said.filter((one) => !isNew(one))]
  const many = [news, notes].filter(({ length }) => length > MOST_ALONE).flat()
  const few = said.filter((one) => !many.includes(one))
  const urgent = few.filter(isUrgent)
  const others = few.filter((one) => !isUrgent(one)).toSorted(higherFirst)
  const room = MOST_A_DAY - sent - urgent.length
  const fits = room > 0 || many.some(isUrgent)
  const free = many.length > 0 && fits ? room - 1 : room
  const hasOne = many.length > 0 || hasDigest
  const kept = others.length <= free ? others : others.slice(0, Math.max(0, hasOne ? free : free - 1))
  const lines = [...many, ...others.slice(kept.length)]
  if (lines.length === 0) return { alone: [...urgent, ...kept], digest: null }
  const isNewOne = many.length > 0 ? fits : room > 0 && !hasDigest
  const as = isNewOne ? 'new' : hasDigest ? 'added' : 'later'
  return { alone: [...urgent, ...kept], digest: { lines, as } }
}

const isNew = ({ what }: Said): boolean => what === 'new'
const isUrgent = ({ warning, what }: Said): boolean => warning.episode.level === 'red' && what !== 'resolved'

const ORDER: readonly Level[] = ['red', 'yellow', 'blue']
const higherFirst = (one: Said, other: Said): number =>
  ORDER.indexOf(one.warning.episode.level) - ORDER.indexOf(other.warning.episode.level)

export const digestKey = ({ userId, date, number }: Omit<DigestRef, 'workspaceId'>): string =>
  [WARNING_DIGEST, userId, date, number].join(':')

export const digestDraft = (
  { workspaceId, ...digest }: DigestRef,
  teamId: string | null,
): MessageDraft<'warning-digest'> => ({
  ...{ workspaceId, key: digestKey(digest), kind: WARNING_DIGEST, teamId },
  subject: { date: digest.date, number: digest.number },
  audience: { to: 'person', userId: digest.userId },
})

export function digestOf(key: string): Omit<DigestRef, 'workspaceId'> {
  const [, userId, date, number] = key.split(':') as [string, string, string, string]
  return { userId, date, number: Number(number) }
}

/** For whom there is no time before which they did not know of a warning. */
export const ALWAYS = '0'
/** Shorter than the 30 days for which messages are kept. */
const LONG_AGO_DAYS = 29

/**
 * Since when the person knows of the warning, as Slack's `ts` has it. Null: nobody has told them yet. `kept`: what there is of it for
 * them, null where it was not posted. Where nothing is kept any more (undefined) they were told so long ago that they have known of it
 * all along; a warning that has not been open for so long never was.
 */
export function knownSince(
  kept: string | null | undefined,
  { told, openedAt }: Pick<Episode, 'told' | 'openedAt'>,
  userId: UserId,
  now: Temporal.Instant,
): string | null {
  if (kept !== undefined) return kept
  const isOld = openedAt !== null && isBefore(openedAt.add({ hours: 24 * LONG_AGO_DAYS }), now)
  return isOld && told.includes(userId) ? ALWAYS : null
}

/** Whether somebody who was told then knew that it was open when it ended. */
export const knewOf = (since: string | null, { at }: { at: Temporal.Instant }): boolean =>
  since !== null && Number(since) * 1000 <= at.epochMilliseconds
