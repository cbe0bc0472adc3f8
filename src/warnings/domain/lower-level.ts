// Which rules would do with a lower level, because their urgent warnings mostly recover unaided, and what became of that proposal.
import { type EndedWarning, type QualityRow, rowOf } from './quality.ts'
import type { Rule } from './warning.ts'

/** Of the urgent ones that the limits as they are now have raised. */
export interface Proposal extends QualityRow {
  /** `lowered`, `changed`: of the rule, since the report was made; then the figures are those that the proposal had. */
  state: 'open' | 'lowered' | 'changed'
  /** Tells whether the rule is still as it is shown. */
  stamp: string
}

/** With fewer urgent ones nothing is proposed. */
const LEAST_REDS = 4
/** Of those that recovered or came too late. */
const MOSTLY = 0.5

/** `rules`: as they are now. `reportedAt`: proposals that were made then are told with their end. Null: only what is open is told. */
export function proposalsOf(
  ended: readonly EndedWarning[],
  rules: readonly Rule[],
  reportedAt: Temporal.Instant | null,
): Proposal[] {
  const reds = Map.groupBy(
    ended.filter(({ warning }) => warning.episode.peak === 'red'),
    ({ warning }) => warning.ruleId,
  )
  return rules.flatMap((rule) => proposalOf(rule, reds.get(rule.ruleId) ?? [], reportedAt) ?? [])
}

function proposalOf(
  rule: Rule,
  reds: readonly EndedWarning[],
  reportedAt: Temporal.Instant | null,
): Proposal | null {
  const { changedAt = null, active } = rule
  const openedSince = ({ warning: { episode } }: EndedWarning) =>
    changedAt === null || Temporal.Instant.compare(episode.openedAt!, changedAt) >= 0
  const canLower = active && lowered(rule) !== null
  const stamp = stampOf(rule)
  const now = sharpRow(reds.filter(openedSince))
  if (now && canLower) return { ...now, state: 'open', stamp }
  if (!reportedAt || !changedAt || Temporal.Instant.compare(changedAt, reportedAt) < 0) return null
  const then = sharpRow(reds.filter((one) => !openedSince(one)))
  return then && { ...then, state: rule.settings.levels.red === undefined ? 'lowered' : 'changed', stamp }
}

/** Null: they do not mostly recover unaided. */
function sharpRow(reds: readonly EndedWarning[]): QualityRow | null {
  if (reds.length < LEAST_REDS) return null
  const row = rowOf(reds)
  const { unaided, afterAction, tooLate } = row.courses
  const told = unaided + afterAction + tooLate
  return told >= LEAST_REDS && unaided / told > MOSTLY ? row : null
}

export const stampOf = ({ changedAt, active }: Rule): string => `${changedAt ?? 'new'} ${active}`

/**
 * Without red, what was urgent is a warning. Null: there is no red, or red of a forecast alone: it is about the good end, a warning
 * with the same limit would be about the middle and come more often.
 */
export function lowered(rule: Rule): Rule | null {
  const { red, ...levels } = rule.settings.levels
  if (red === undefined) return null
  if (rule.signal === 'forecast-miss' && levels.yellow === undefined) return null
  return { ...rule, settings: { ...rule.settings, levels: { ...levels, yellow: levels.yellow ?? red } } }
}
