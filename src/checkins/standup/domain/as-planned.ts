// Decides what "As planned" files for a member: the numbers that are logged, the lines ticked off during the day, the others carried on.
import type { Person } from '../../../core/person.ts'
import type { DayTotals } from '../../../numbers/domain/activity.ts'
import type { MetricValue } from '../../../numbers/domain/metric-value.ts'
import { enteredMetrics } from '../../../numbers/domain/metrics.ts'
import { asks } from '../../domain/checkin-kind.ts'
import type { FilingRefusal } from '../../domain/member-day.ts'
import { decideStandup, type TakenStandup } from './decide-standup.ts'
import type { StandupAnswer } from './standup.ts'
import { filingOf, mayFile, numbersDateOf, standupDayOf } from './standup-day.ts'
import type { OwnTodo, StandupFacts } from './standup-facts.ts'
import { STANDUP_KIND } from './standup-kind.ts'

/** What is known of a member's day before they answer. */
export interface KnownDay {
  numbersDate: Temporal.PlainDate
  asksNumbers: boolean
  /** Logged for that date. */
  numbers: readonly MetricValue[]
  /** Lines of the last plan: ticked off during the day, and still open. */
  done: readonly string[]
  open: readonly string[]
  todo: OwnTodo
}

/** `totals`: of the date that the standup asks numbers for. */
export function knownDay(facts: StandupFacts, totals: DayTotals): KnownDay {
  const metrics = asks(STANDUP_KIND, facts.settings, 'numbers') ? enteredMetrics(facts.metrics) : []
  const lines = asks(STANDUP_KIND, facts.settings, 'done') ? facts.plan.before : []
  const open = lines.filter(({ settledOn }) => settledOn === null)
  const texts = (ticked: boolean) =>
    open.filter(({ tickedAt }) => (tickedAt !== null) === ticked).map(({ text }) => text)
  return {
    numbersDate: numbersDateOf(facts),
    asksNumbers: metrics.length > 0,
    numbers: metrics.flatMap((metric) => {
      const total = totals[metric.key]
      return total ? [{ metric, value: total.value }] : []
    }),
    done: texts(true),
    open: texts(false),
    todo: facts.todo,
  }
}

/** Where numbers are asked for, one has to be logged: else the day would stand without any. Lines that are only carried on say nothing, as in the form. */
export const isEnough = ({ asksNumbers, numbers, done }: KnownDay): boolean =>
  asksNumbers ? numbers.length > 0 : done.length > 0

/** The numbers stay as they are logged: setting them again could undo what is logged at the same moment. */
const plannedAnswer = ({ plan }: StandupFacts): StandupAnswer => ({
  doneItemIds: plan.before.filter(({ tickedAt }) => tickedAt !== null).map(({ itemId }) => itemId),
  ...{ droppedItemIds: [], doneNote: '', plan: [] },
  doneActionIds: [],
  ...{ closedBlockerIds: [], reopenedBlockerIds: [], newBlockers: [], helperUserId: null },
  ...{ numbers: {}, confirmed: {} },
})

/** `nothing-known`: the form is needed, as it is after the close, where an answer is marked. */
export type AsPlannedRefusal = 'not-a-member' | 'nothing-known' | FilingRefusal

/** `taken` null: the standup is answered, by the same button or by the form, and stays as it is. */
export function decideAsPlanned(
  facts: StandupFacts | null,
  totals: DayTotals,
  who: Person,
  now: Temporal.Instant,
  newId: () => string,
): { ok: true; taken: TakenStandup | null } | { ok: false; reason: AsPlannedRefusal } {
  if (!facts || !mayFile(who, facts.member)) return { ok: false, reason: 'not-a-member' }
  if (facts.entry && facts.entry.revision > 0) return { ok: true, taken: null }
  const filing = filingOf(standupDayOf(facts, who, now), now)
  if (!filing.ok) return filing
  if (filing.late || !isEnough(knownDay(facts, totals))) return { ok: false, reason: 'nothing-known' }
  const { date, member } = facts
  const decided = decideStandup(
    facts,
    {
      ...{ who, teamId: member.teamId, date, revision: 0, logged: true },
      ...{ viewId: 'as-planned', digest: date.toString() },
      read: () => ({ ok: true, answer: plannedAnswer(facts) }),
    },
    now,
    newId,
  )
  return decided.ok ? decided : { ok: false, reason: 'nothing-known' }
}
