// Decides about all warnings of a team at one instant: those that are there, and those that may begin.
import type { MemberId, UserId } from '../../core/ids.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { workingFraction } from '../../org/domain/calendar.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import type { MemberStanding } from '../../targets/domain/team-progress.ts'
import { closingOf } from './closing-of.ts'
import { decideEpisode } from './decide-episode.ts'
import type { Act, Decision, Facts } from './decision.ts'
import type { Episode } from './episode.ts'
import { ladderOf, type TeamLadder } from './ladder-of.ts'
import { LEVELS, type Level, type Reading } from './level.ts'
import { DEFAULT_PROCEDURE } from './procedure.ts'
import { behindPace } from './signals/behind-pace.ts'
import type { Evidence, Rule, Warning } from './warning.ts'

export interface Look {
  /** By the team's clock. */
  date: Temporal.PlainDate
  now: Temporal.Instant
  /** True: the working morning that counts for a streak. */
  isMorning: boolean
  /** Makes the id of a new warning. */
  newId(): string
  /** What somebody does about one of the warnings. */
  act?: { episodeId: string; act: Act }
}

/** What is known of one team. */
export interface Known {
  day: TeamDay
  period: Period
  rules: readonly Rule[]
  open: readonly Warning[]
  /** What somebody called no risk, the latest last. */
  dismissed: readonly Dismissed[]
  ladder: TeamLadder
  standings: ReadonlyMap<MemberId, MemberStanding>
}

/** `before` null: it is a new one. */
export interface Decided {
  warning: Omit<Warning, 'episode'>
  before: Episode | null
  decision: Decision
  evidence: Evidence
  /** Whom it is about. Null: they have left. */
  repUserId: UserId | null
}

export interface Dismissed {
  ruleId: string
  memberId: MemberId
  periodFrom: Temporal.PlainDate
  level: Level
}

/** First what is there, then what may begin. */
export function decideTeam(known: Known, look: Look): Decided[] {
  const { day, open, rules, period } = known
  const there = open.map((warning) => decideOpen(warning, known, look))
  const inPeriod = open.filter(({ periodFrom }) => periodFrom.equals(period.from))
  const has = new Set(inPeriod.map(({ ruleId, memberId }) => `${ruleId} ${memberId}`))
  const fresh = rules.flatMap((rule) =>
    day.members.flatMap((of) =>
      has.has(`${rule.ruleId} ${of.member.memberId}`) ? [] : decideNew(rule, of, known, look),
    ),
  )
  return [...there, ...fresh]
}

function decideOpen(warning: Warning, known: Known, look: Look): Decided {
  const { day, rules, open } = known
  const rule = rules.find(({ ruleId }) => ruleId === warning.ruleId)
  const of = day.members.find(({ member }) => member.memberId === warning.memberId)
  const reading = of && rule ? readingOf(rule, of, known) : null
  const { periodFrom: from, periodTo: to } = warning
  const isOff = !rule?.active ? ('rule-off' as const) : null
  const closing =
    closingOf(of, { from, to }, look.date) ?? isOff ?? (reading ? null : ('nothing-to-measure' as const))
  const act = look.act?.episodeId === warning.episodeId ? look.act.act : null
  const higherElsewhere = open.some((other) => isAbove(other, warning))
  const facts = {
    ...{ ...factsOf(rule, of, reading, known, look), closing, act, higherElsewhere, dismissed: null },
  }
  const decision = decideEpisode(warning.episode, facts)
  const repUserId = of?.member.userId ?? null
  return {
    ...{ warning, before: warning.episode, decision, repUserId },
    evidence: facts.reading && reading ? reading.evidence : warning.evidence,
  }
}

/** Whether the other one stands in front of it. */
const isAbove = (other: Warning, { ruleId, memberId, metricKey, episode }: Warning): boolean =>
  other.ruleId !== ruleId &&
  other.memberId === memberId &&
  other.metricKey === metricKey &&
  other.episode.state !== 'pending' &&
  LEVELS.indexOf(other.episode.level) > LEVELS.indexOf(episode.level)

function decideNew(rule: Rule, of: DayMember, known: Known, look: Look): Decided[] {
  const { period, dismissed } = known
  const reading = readingOf(rule, of, known)
  const { muted, active, ruleId, teamId, workspaceId, signal, metricKey } = rule
  const isMuted = muted && isWithin(look.date, muted)
  if (!reading?.reached || !active || isMuted) return []
  const { memberId, userId } = of.member
  const before = dismissed.findLast(
    (one) => one.ruleId === ruleId && one.memberId === memberId && one.periodFrom.equals(period.from),
  )
  const closing = closingOf(of, period, look.date)
  const facts = {
    ...{ ...factsOf(rule, of, reading, known, look), closing, act: null, higherElsewhere: false },
    dismissed: before?.level ?? null,
  }
  const decision = decideEpisode(null, facts)
  if (!decision.next) return []
  const { evidence } = reading
  const warning = {
    ...{ workspaceId, episodeId: look.newId(), teamId, ruleId, signal, memberId, metricKey: metricKey ?? '' },
    ...{ periodFrom: period.from, periodTo: period.to, evidence, version: 0 },
  }
  return [{ warning, before: null, decision, evidence, repUserId: userId }]
}

/** Somebody who does not work today is not read: the clock goes on. */
function factsOf(
  rule: Rule | undefined,
  of: DayMember | undefined,
  reading: Reading<Evidence> | null,
  { ladder }: Known,
  { date, now, isMorning }: Look,
): Pick<Facts, 'now' | 'reading' | 'morning' | 'rule' | 'ladder'> {
  const works = of && workingFraction(of.calendar, date) > 0
  return {
    ...{ now, reading: works ? reading : null, morning: works && isMorning ? date : null },
    rule: { streak: rule?.settings.mornings ?? 1, procedure: rule?.procedure ?? DEFAULT_PROCEDURE },
    ladder: ladderOf(ladder, of?.member.userId ?? null),
  }
}

/** Null: there is nothing to measure. */
function readingOf(
  { signal, metricKey, settings }: Rule,
  { member }: DayMember,
  { standings }: Known,
): Reading<Evidence> | null {
  if (signal !== 'behind-pace') return null
  const own = standings.get(member.memberId)?.metrics.find(({ metric }) => metric.key === metricKey)
  return own?.progress ? behindPace(own.progress, settings) : null
}

const isWithin = (
  date: Temporal.PlainDate,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
) => Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0

/** A team that is paused is not measured. */
export const decidePaused = (warning: Warning, { now }: Look): Decided => {
  const facts = {
    ...{
      now,
      reading: null,
      morning: null,
      closing: 'paused' as const,
      higherElsewhere: false,
      dismissed: null,
    },
    ...{ act: null, rule: { streak: 1, procedure: DEFAULT_PROCEDURE } },
    ladder: { rep: null, manager: null, director: null, lastResort: null },
  }
  const decision = decideEpisode(warning.episode, facts)
  return { warning, before: warning.episode, decision, evidence: warning.evidence, repUserId: null }
}
