// Decides what an answer changes: outcomes of planned lines, the new plan, blockers raised, closed and withdrawn.
import type { UserId } from '../../../core/ids.ts'
import type { Blocker, Outcome, StandupAnswer } from './standup.ts'

/** Most lines of one plan, lines carried over included. */
const PLAN_LINES_MAX = 20

export interface PlannedLine {
  itemId: string
  text: string
  /** The line of the previous standup that this one continues. */
  carriedFrom: string | null
  outcome: Outcome | null
  settledOn: Temporal.PlainDate | null
  /** Ticked off during the day, before a standup said so. */
  tickedAt: Temporal.Instant | null
}

export type SettledPlan =
  | { ok: true; outcomes: Record<Outcome, string[]>; lines: PlannedLine[] }
  | { ok: false; reason: 'too-many-lines'; lines: number }

/**
 * `before`: the open lines of earlier standups, and those that this one settled when it was first filed.
 * `planned`: the lines that this standup has so far; a line that stays keeps its id and the outcome that a later
 * standup gave it. Lines that were neither done nor dropped are carried over to the top of the new plan.
 */
export function settlePlan(
  answer: Pick<StandupAnswer, 'doneItemIds' | 'droppedItemIds' | 'plan'>,
  before: readonly PlannedLine[],
  planned: readonly PlannedLine[],
  newId: () => string,
): SettledPlan {
  const outcomes: Record<Outcome, string[]> = { done: [], carried: [], dropped: [] }
  const wanted = new Map<string, string | null>()
  for (const { itemId, text } of before) {
    const outcome = outcomeOf(itemId, answer)
    outcomes[outcome].push(itemId)
    if (outcome === 'carried' && !wanted.has(text)) wanted.set(text, itemId)
  }
  for (const text of answer.plan) if (!wanted.has(text)) wanted.set(text, null)
  if (wanted.size > PLAN_LINES_MAX) return { ok: false, reason: 'too-many-lines', lines: wanted.size }
  const had = new Map(planned.map((line) => [line.text, line]))
  const lines = [...wanted].map(([text, carriedFrom]): PlannedLine => {
    const { itemId, outcome, settledOn, tickedAt } = had.get(text) ?? {
      ...{ itemId: newId(), outcome: null, settledOn: null, tickedAt: null },
    }
    return { itemId, text, carriedFrom, outcome, settledOn, tickedAt }
  })
  return { ok: true, outcomes, lines }
}

function outcomeOf(itemId: string, answer: Pick<StandupAnswer, 'doneItemIds' | 'droppedItemIds'>): Outcome {
  if (answer.doneItemIds.includes(itemId)) return 'done'
  return answer.droppedItemIds.includes(itemId) ? 'dropped' : 'carried'
}

export type StandingBlocker = Omit<Blocker, 'workspaceId' | 'teamId' | 'memberId'>

type BlockerAnswer = Pick<
  StandupAnswer,
  'closedBlockerIds' | 'reopenedBlockerIds' | 'newBlockers' | 'helperUserId'
>

/**
 * Blockers of earlier days are closed or reopened by their ids. Blockers of this standup are matched by their text:
 * one whose line is gone is withdrawn, one that stays keeps its state. Whoever has taken one on keeps it, unless the
 * form named that one and now names somebody else.
 */
export function settleBlockers(
  answer: BlockerAnswer,
  standing: readonly StandingBlocker[],
  date: Temporal.PlainDate,
  newId: () => string,
): { raised: StandingBlocker[]; changed: StandingBlocker[] } {
  const own = standing.filter((blocker) => blocker.raisedOn.equals(date) && blocker.state !== 'closed')
  const texts = new Set(answer.newBlockers)
  const raised = [...texts]
    .filter((text) => !own.some((blocker) => blocker.text === text))
    .map((text): StandingBlocker => {
      const { helperUserId } = answer
      return {
        blockerId: newId(),
        text,
        helperUserId,
        state: 'open',
        raisedOn: date,
        closedOn: null,
        withdrawn: false,
      }
    })
  const named = commonHelper(own) === null ? null : answer.helperUserId
  const changed = standing.flatMap((blocker) => {
    const helperUserId = blocker.state === 'helped' ? (named ?? blocker.helperUserId) : answer.helperUserId
    const next = own.includes(blocker)
      ? edited(blocker, texts, helperUserId, date)
      : toldOf(blocker, answer, date)
    return next ? [next] : []
  })
  return { raised, changed }
}

/** The form has one field for the helper of all blockers of its standup. Null: they have no helper, or several. */
export function commonHelper(own: readonly Pick<Blocker, 'helperUserId'>[]): UserId | null {
  const [first, ...more] = new Set(own.map(({ helperUserId }) => helperUserId))
  return more.length === 0 ? (first ?? null) : null
}

function edited(
  blocker: StandingBlocker,
  texts: ReadonlySet<string>,
  helperUserId: UserId | null,
  date: Temporal.PlainDate,
): StandingBlocker | null {
  if (!texts.has(blocker.text)) return { ...blocker, state: 'closed', closedOn: date, withdrawn: true }
  return blocker.helperUserId === helperUserId ? null : { ...blocker, helperUserId, state: 'open' }
}

function toldOf(
  blocker: StandingBlocker,
  answer: BlockerAnswer,
  date: Temporal.PlainDate,
): StandingBlocker | null {
  const { blockerId, state } = blocker
  if (state !== 'closed' && answer.closedBlockerIds.includes(blockerId))
    return { ...blocker, state: 'closed', closedOn: date }
  if (state === 'closed' && answer.reopenedBlockerIds.includes(blockerId))
    return { ...blocker, state: 'open', closedOn: null }
  return null
}
