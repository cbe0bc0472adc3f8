// Inhibition: of several warnings about one number of one member, one is told; the others wait behind it.

import type { MemberId, MetricKey } from '../../core/ids.ts'
import type { Episode } from './episode.ts'
import { LEVELS, type Level } from './level.ts'
import { SIGNALS, type Signal } from './rule-settings.ts'

const rank = (level: Level | undefined) => (level ? LEVELS.indexOf(level) : -1)
const ORDER = Object.keys(SIGNALS)

interface About {
  memberId: MemberId | null
  metricKey: MetricKey
}

/** What a warning would come to if there was no other. */
interface Contender {
  warning: About & { signal: Signal }
  before: Episode | null
  decision: { next: Episode | null }
}

const aboutOf = ({ memberId, metricKey }: About) => `${memberId} ${metricKey}`

/**
 * Which of them are not told. Also quiet is what somebody called no risk in this period (`dismissed`), whichever rule says it
 * again. What is about no number stands alone.
 */
export function quiet<One extends Contender>(
  decided: readonly One[],
  dismissed: readonly (About & { level: Level })[],
): ReadonlySet<One> {
  const hushed = new Set<One>()
  const about = Map.groupBy(
    decided.filter(({ warning }) => warning.metricKey !== ''),
    ({ warning }) => aboutOf(warning),
  )
  for (const [key, own] of about) {
    const before = dismissed.filter((one) => aboutOf(one) === key)
    const levels = [...before.map(({ level }) => level), ...own.flatMap(justDismissed)]
    const noRisk = Math.max(-1, ...levels.map(rank))
    const isNoRisk = (one: One) => !isTold(one) && rank(one.decision.next?.level) <= noRisk
    const [front] = own.filter((one) => stands(one) && !isNoRisk(one)).toSorted(inFront)
    for (const one of own) if (one !== front && (front || isNoRisk(one))) hushed.add(one)
  }
  return hushed
}

const justDismissed = ({ decision }: Contender): Level[] =>
  decision.next?.resolved?.reason === 'not-a-risk' ? [decision.next.level] : []

const stands = ({ decision: { next } }: Contender): boolean =>
  next !== null && next.state !== 'pending' && next.state !== 'resolved'

const isTold = ({ before }: Contender): boolean =>
  before !== null && before.state !== 'pending' && !before.silenced

/** The higher level, then what was told already, then the order of the signals. */
const inFront = (one: Contender, other: Contender): number =>
  rank(other.decision.next?.level) - rank(one.decision.next?.level) ||
  Number(isTold(other)) - Number(isTold(one)) ||
  ORDER.indexOf(one.warning.signal) - ORDER.indexOf(other.warning.signal)
