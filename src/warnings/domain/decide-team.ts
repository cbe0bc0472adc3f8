// Decides about all warnings of a team at one instant: those that are there, and those that may begin.
import type { MemberId, MetricKey, TeamId, UserId } from '../../core/ids.ts'
import { isBefore, localDate } from '../../core/time.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { workingFraction } from '../../org/domain/calendar.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import { backOn, closingOf } from './closing-of.ts'
import { decideEpisode } from './decide-episode.ts'
import { decideRaised } from './decide-raised.ts'
import type { Act, Decision, Facts } from './decision.ts'
import type { Closing, Episode } from './episode.ts'
import { quiet } from './inhibition.ts'
import { ladderOf, leadsOf, type TeamLadder } from './ladder-of.ts'
import { LEVELS, type Level, type Reading } from './level.ts'
import { measuredBy } from './measured-by.ts'
import { isMutedOn } from './mute-dates.ts'
import { DEFAULT_PROCEDURE } from './procedure.ts'
import { type Read, readSignal } from './read-signal.ts'
import { runsOn, type Signal } from './rule-settings.ts'
import type { SignalFacts } from './signal-facts.ts'
import {
  type Evidence,
  type OverdueItems,
  outsideOwnerOf,
  type Rule,
  riskOf,
  type Warning,
} from './warning.ts'

export interface Look {
  /** By the team's clock. */
  date: Temporal.PlainDate
  now: Temporal.Instant
  /** True: the working morning that counts for a streak. */
  isMorning: boolean
  /** Makes the id of a new warning. */
  newId(): string
  /** Missing: everyone. */
  only?: ReadonlySet<MemberId>
  /** What somebody does about one of the warnings. */
  act?: { episodeId: string; act: Act }
}

/** What is known of one team. */
export interface Known {
  day: TeamDay
  /** Who owns late items of the team without belonging to it. Missing: nobody. */
  outside?: readonly DayMember[]
  period: Period
  rules: readonly Rule[]
  open: readonly Warning[]
  /** What somebody called no risk, the latest last. */
  dismissed: readonly Dismissed[]
  ladder: TeamLadder
  facts: SignalFacts
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
  teamId: TeamId
  ruleId: string
  signal: Signal
  /** Of what was raised by hand its own id. */
  memberId: MemberId
  metricKey: MetricKey
  periodFrom: Temporal.PlainDate
  level: Level
  at: Temporal.Instant
}

/** First what is there, then what may begin. Of several about one number of one member the highest alone is told. */
export function decideTeam(all: Known, look: Look): Decided[] {
  const known = { ...all, dismissed: all.dismissed.filter((one) => isQuietNow(one, all)) }
  const { rules, period } = known
  const isMeant = (memberId: MemberId | null) => !look.only || (memberId !== null && look.only.has(memberId))
  const open = known.open.filter(({ memberId }) => isMeant(memberId))
  const has = new Set(
    open
      .filter(({ signal, periodFrom }) => runsOn(signal) || periodFrom.equals(period.from))
      .map((warning) => `${warning.ruleId} ${memberOf(warning, known)?.member.memberId}`),
  )
  const there = open.map((warning) =>
    riskOf(warning) ? () => decideRaised(warning, known, look) : decideOpen(warning, known, look),
  )
  const fresh = rules.flatMap((rule) =>
    readBy(rule, known)
      .filter(({ member }) => isMeant(member.memberId) && !has.has(`${rule.ruleId} ${member.memberId}`))
      .map((of) => decideNew(rule, of, known, look)),
  )
  const decided = [...there, ...fresh].flatMap((decide) => {
    const loud = decide(false)
    return loud ? [{ loud, decide }] : []
  })
  const hushed = quiet(
    decided.map(({ loud }) => loud),
    known.dismissed,
  )
  return decided.flatMap(({ loud, decide }) => (hushed.has(loud) ? (decide(true) ?? []) : loud))
}

/** What goes on when a month ends stays quiet for the month in which somebody said so, whenever it began. */
function isQuietNow({ signal, periodFrom, at }: Dismissed, { period, day }: Known): boolean {
  const date = runsOn(signal) ? localDate(at, day.settings.zone) : periodFrom
  return (
    Temporal.PlainDate.compare(period.from, date) <= 0 && Temporal.PlainDate.compare(date, period.to) <= 0
  )
}

/** Whom it is about; of late items it may be somebody outside the team. */
const memberOf = (
  warning: Pick<Warning, 'signal' | 'memberId' | 'evidence'>,
  { day, outside = [] }: Known,
): DayMember | undefined =>
  warning.memberId === null
    ? outside.find(({ member }) => member.userId === outsideOwnerOf(warning))
    : day.members.find(({ member }) => member.memberId === warning.memberId)

const readBy = ({ signal }: Rule, { day, outside = [] }: Known): readonly DayMember[] =>
  signal === 'item-overdue' ? [...day.members, ...outside] : day.members

const evidenceOf = (of: DayMember, evidence: Evidence, { outside = [] }: Known): Evidence =>
  outside.includes(of) ? { ...(evidence as OverdueItems), ownerUserId: of.member.userId } : evidence

/** Its signal is read once, whether a higher one about the same number turns out to be there or not. */
type Decide = (higherElsewhere: boolean) => Decided | null

function decideOpen(warning: Warning, known: Known, look: Look): Decide {
  const { rules } = known
  const rule = rules.find(({ ruleId }) => ruleId === warning.ruleId)
  const of = memberOf(warning, known)
  const by = of && measuredBy(warning, of, known.facts, leadsOf(known.ladder))
  const read = by && rule ? readSignal(rule, of, by.facts) : null
  const reading = read?.reading && rule ? asBegun(warning.episode, rule, read.reading) : null
  // On a mute date it neither counts nor opens; a good morning makes it forgotten on that, too.
  const waits = warning.episode.state === 'pending' && reading?.reached && isMutedOn(rule!.muted, look.date)
  const isNews = by?.said.lowered !== undefined && !('lowered' in warning.evidence)
  const closing =
    closingOf(of, endOf(warning.signal, warning.periodTo), look.date) ??
    closedByRule(rule, read) ??
    (rule && of && by && isLoosened(warning.episode, rule, read, (before) => readSignal(before, of, by.facts))
      ? 'limits-changed'
      : null)
  const act = look.act?.episodeId === warning.episodeId ? look.act.act : null
  const facts = {
    ...{ ...factsOf(rule, of, waits ? null : reading, known, look), closing, act, dismissed: null },
    ...{ targetLowered: isNews, backAt: of && runsOn(warning.signal) ? backAtOf(of, known, look) : null },
  }
  const repUserId = of?.member.userId ?? null
  const evidence =
    facts.reading && reading && of
      ? evidenceOf(of, { ...reading.evidence, ...by?.said }, known)
      : warning.evidence
  return (higherElsewhere) => {
    const decision = decideEpisode(warning.episode, { ...facts, higherElsewhere })
    return { warning, before: warning.episode, decision, repUserId, evidence }
  }
}

const closedByRule = (rule: Rule | undefined, read: Read): Closing | null =>
  rule?.active ? (read ? null : 'nothing-to-measure') : 'rule-off'

/** It is over by the limits of today alone: by those with which it opened it would go on. */
function isLoosened(
  { openedAt }: Episode,
  { changedAt, settingsBefore, ...rule }: Rule,
  read: Read,
  readBy: (rule: Rule) => Read,
): boolean {
  if (!openedAt || !changedAt || !settingsBefore || isBefore(changedAt, openedAt)) return false
  if (!read?.reading || read.reading.held !== undefined) return false
  return readBy({ ...rule, settings: settingsBefore })?.reading?.held !== undefined
}

/** At the beginning of their first working day. */
function backAtOf(of: DayMember, { day: { settings } }: Known, { date }: Look): Temporal.Instant | null {
  const back = backOn(of, date)
  return back && localInstant(back, settings.workingHours.from, settings.zone)
}

const endOf = (signal: Signal, to: Temporal.PlainDate) => (runsOn(signal) ? null : to)

/** A level that its rule does not have any more goes on until the number is better than the highest that the rule has left. */
function asBegun(
  { level }: Episode,
  { settings: { levels } }: Rule,
  reading: Reading<Evidence>,
): Reading<Evidence> {
  const highest = LEVELS.findLast((one) => levels[one] !== undefined)
  const isLost = levels[level] === undefined && reading.held !== undefined && reading.held === highest
  return isLost ? { ...reading, held: level } : reading
}

const nothingBegins: Decide = () => null

function decideNew(rule: Rule, of: DayMember, known: Known, look: Look): Decide {
  const { period, dismissed } = known
  const { muted, active, ruleId, teamId, workspaceId, signal, metricKey } = rule
  if (!active || isMutedOn(muted, look.date)) return nothingBegins
  const reading = readSignal(rule, of, known.facts)?.reading
  if (!reading?.reached) return nothingBegins
  const { memberId, userId } = of.member
  const before = dismissed.findLast((one) => one.ruleId === ruleId && one.memberId === memberId)
  const closing = closingOf(of, endOf(signal, period.to), look.date)
  const facts = {
    ...{ ...factsOf(rule, of, reading, known, look), closing, act: null },
    dismissed: before?.level ?? null,
  }
  const evidence = evidenceOf(of, reading.evidence, known)
  const isOutside = known.outside?.includes(of) ?? false
  const warning = {
    ...{ workspaceId, episodeId: look.newId(), teamId, ruleId, signal, metricKey: metricKey ?? '' },
    memberId: isOutside ? null : memberId,
    ...{ periodFrom: period.from, periodTo: period.to, evidence, version: 0 },
  }
  return (higherElsewhere) => {
    const decision = decideEpisode(null, { ...facts, higherElsewhere })
    return decision.next ? { warning, before: null, decision, evidence, repUserId: userId } : null
  }
}

/** Somebody who does not work today is not read. The clock goes on, but on leave for what no month ends. */
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
