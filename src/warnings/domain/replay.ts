// Replays a team's past look by look: what rules would have raised and whom it would have been told, if nobody had acted.

import type { MemberId, UserId } from '../../core/ids.ts'
import { isBefore } from '../../core/time.ts'
import { type Decided, decideTeam, type Known, type Look } from './decide-team.ts'
import type { Note } from './episode.ts'
import type { Level } from './level.ts'
import type { Rule, Warning } from './warning.ts'

/** What was known at one look. */
export interface PastLook {
  known: Omit<Known, 'rules' | 'open' | 'dismissed'>
  look: Omit<Look, 'newId' | 'act'>
}

export interface ReplayedMessage {
  at: Temporal.Instant
  date: Temporal.PlainDate
  userId: UserId
  what: 'warning' | Note
  level: Level
  ruleId: string
  memberId: MemberId
}

export interface Replay {
  /** Those that nobody was told yet are among them. */
  open: readonly Warning[]
  ended: readonly Warning[]
  messages: readonly ReplayedMessage[]
  /** Null: there was no look yet. */
  last: PastLook | null
}

export const NOTHING_REPLAYED: Replay = { open: [], ended: [], messages: [], last: null }

/** More steps than any procedure has between two looks. */
const MOST_STEPS = 200

/** The steps that fall due before the look are taken first, by the numbers of the look before. */
export function replayLook(before: Replay, rules: readonly Rule[], past: PastLook): Replay {
  let replay = before
  for (let steps = 0; before.last && steps < MOST_STEPS; steps += 1) {
    const due = nextStep(replay.open)
    if (!due || !isBefore(due, past.look.now)) break
    replay = looked(replay, rules, movedTo(before.last, due))
  }
  return { ...looked(replay, rules, past), last: past }
}

const nextStep = (open: readonly Warning[]): Temporal.Instant | null =>
  open.flatMap(({ episode }) => episode.nextAt ?? []).toSorted(Temporal.Instant.compare)[0] ?? null

const movedTo = ({ known, look }: PastLook, now: Temporal.Instant): PastLook => ({
  known: { ...known, facts: { ...known.facts, now } },
  look: { ...look, now, isMorning: false },
})

function looked(replay: Replay, rules: readonly Rule[], { known, look }: PastLook): Replay {
  const from = replay.open.length + replay.ended.length
  let made = from
  const newId = () => {
    made += 1
    return `${look.now} ${made}`
  }
  const decided = decideTeam({ ...known, rules, open: replay.open, dismissed: [] }, { ...look, newId })
  const kept = decided.flatMap(({ warning, decision, evidence }): Warning[] =>
    decision.next ? [{ ...warning, version: warning.version + 1, evidence, episode: decision.next }] : [],
  )
  const told = decided.flatMap((one) => messagesOf(one, look))
  const isOver = ({ episode }: Warning) => episode.state === 'resolved'
  const over = kept.filter(isOver)
  return {
    ...replay,
    open: kept.filter((one) => !isOver(one)),
    ended: over.length > 0 ? [...replay.ended, ...over] : replay.ended,
    messages: told.length > 0 ? [...replay.messages, ...told] : replay.messages,
  }
}

function messagesOf({ warning, decision }: Decided, { now, date }: PastLook['look']): ReplayedMessage[] {
  const { next, posts, notes } = decision
  const { ruleId, memberId } = warning
  // Only a risk that a person raises is about a team, and no replay raises one.
  if (!next || memberId === null) return []
  const of = { at: now, date, level: next.level, ruleId, memberId }
  return [
    ...posts.map(({ userId }) => ({ ...of, userId, what: 'warning' as const })),
    ...notes.map(({ userId, note }) => ({ ...of, userId, what: note })),
  ]
}

/** Those that somebody was told, the oldest first. */
export const warningsOf = ({ open, ended }: Replay): Warning[] =>
  [...ended, ...open]
    .filter(({ episode }) => episode.openedAt !== null)
    .toSorted((one, other) => Temporal.Instant.compare(one.episode.openedAt!, other.episode.openedAt!))
