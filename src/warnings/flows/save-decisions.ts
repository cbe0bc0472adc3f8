// Saves what was decided about warnings: their state, the events, what is due next, and the messages.
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { localDate } from '../../core/time.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import { forgetWarnings, insertWarningEvents, saveWarnings } from '../db/episodes.ts'
import type { Decided } from '../domain/decide-team.ts'
import type { Episode } from '../domain/episode.ts'
import { WARNING_STEP } from '../domain/plan-evaluation.ts'
import type { Evidence, Warning } from '../domain/warning.ts'
import { keepCommitments } from './keep-commitments.ts'
import type { DaysOfTeams } from './person-schedules.ts'
import { tellAll } from './tell-all.ts'

/** A warning as it is after the decision. */
type Saved = Decided & { warning: Warning }

/** Where nothing has changed nothing is written. */
export async function saveDecisions(
  tx: Transaction,
  context: Context,
  decided: readonly Decided[],
  days: DaysOfTeams,
): Promise<void> {
  await tellDecisions(tx, context, await saveWarningsOf(tx, decided), days)
}

/** Of some teams, while others are decided about. Returns what has changed, for `tellDecisions`. */
export async function saveWarningsOf(tx: Transaction, decided: readonly Decided[]): Promise<Saved[]> {
  const changed = decided.filter(isChanged)
  const gone = changed.flatMap(({ warning, before, decision }) =>
    before && !decision.next ? [{ ...warning, episode: before }] : [],
  )
  const kept = changed.flatMap((one) => {
    const { decision, evidence, before } = one
    if (!decision.next) return []
    const version = one.warning.version + (decision.next === before ? 0 : 1)
    return [{ ...one, warning: { ...one.warning, version, evidence, episode: decision.next } }]
  })
  await forgetWarnings(tx, gone)
  // Postgres saves one while the next is made ready.
  await Promise.all([
    saveWarnings(
      tx,
      kept.map(({ warning }) => warning),
    ),
    insertWarningEvents(
      tx,
      kept.map(({ warning, decision }) => ({ ...warning, events: decision.events })),
    ),
    planDueItems(tx, kept.flatMap(stepOf)),
  ])
  return kept
}

/** Of all teams at once: one person may be told of several. */
export async function tellDecisions(
  tx: Transaction,
  context: Context,
  saved: readonly Saved[],
  days: DaysOfTeams,
): Promise<void> {
  await keepCommitments(tx, context, saved)
  await tellAll(tx, context, saved, days)
}

const isChanged = ({ warning, before, decision, evidence }: Decided): boolean =>
  decision.next !== before ||
  (before !== null && !isDeepStrictEqual(asStored(warning.evidence), asStored(evidence)))

/** Whatever the order of its keys. */
const asStored = (evidence: Evidence): unknown => JSON.parse(JSON.stringify(evidence))

/** The clock of the next step, the promised date or the end of a snooze. */
function stepOf({ warning, before }: { warning: Warning; before: Episode | null }) {
  const { workspaceId, teamId, memberId, episodeId, version, episode } = warning
  const { nextAt } = episode
  if (!nextAt || (before?.nextAt && Temporal.Instant.compare(before.nextAt, nextAt) === 0)) return []
  const dueKey = `${WARNING_STEP}:${episodeId}:${version}`
  return [
    {
      ...{ workspaceId, dueKey, kind: WARNING_STEP, teamId, memberId },
      ...{ date: localDate(nextAt, 'UTC'), dueAt: nextAt },
    },
  ]
}
