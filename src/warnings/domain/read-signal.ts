// Reads the signal of one rule for one member, from what is known of the team.
import type { DayMember } from '../../org/domain/team-day.ts'
import type { Reading } from './level.ts'
import type { Signal } from './rule-settings.ts'
import type { SignalFacts } from './signal-facts.ts'
import { behindPace } from './signals/behind-pace.ts'
import { silence } from './signals/silence.ts'
import type { Evidence, Rule } from './warning.ts'

/** Null: there is nothing to measure. */
type Reader = (
  rule: Rule,
  of: DayMember,
  facts: SignalFacts,
  now: Temporal.Instant,
) => Reading<Evidence> | null

const READERS: Readonly<Partial<Record<Signal, Reader>>> = {
  'behind-pace': (rule, of, facts) => {
    const progress = standingOf(rule, of, facts)?.progress
    return progress ? behindPace(progress, rule.settings) : null
  },
  silence: ({ settings }, { member }, { unanswered }, now) =>
    silence(unanswered.get(member.memberId) ?? [], now, settings),
}

/** False: nothing reads it yet, so that a rule of it would have no effect. */
export const isRead = (signal: Signal): boolean => READERS[signal] !== undefined

export const readSignal: Reader = (rule, of, facts, now) =>
  READERS[rule.signal]?.(rule, of, facts, now) ?? null

const standingOf = ({ metricKey }: Rule, { member }: DayMember, { standings }: SignalFacts) =>
  standings.get(member.memberId)?.metrics.find(({ metric }) => metric.key === metricKey)
