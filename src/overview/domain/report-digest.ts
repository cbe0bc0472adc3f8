// Plans what whoever leads a team gets of a report: one message about the team's week, by the team's own clock, before the close where somebody is missing.
import { checkinPlanner } from '../../checkins/domain/day-plan.ts'
import { checkinIn } from '../../checkins/domain/due-keys.ts'
import { dateInWeek, ownWindow } from '../../checkins/domain/own-window.ts'
import {
  REPORT_DUE_KINDS,
  type ReportDefinition,
  reportKind,
  reportsOf,
} from '../../checkins/reports/domain/report-kind.ts'
import type { SupportRequest } from '../../checkins/reports/domain/support.ts'
import { STANDUP_KIND } from '../../checkins/standup/domain/standup-kind.ts'
import type { MemberId, UserId } from '../../core/ids.ts'
import { earlierOf, isBefore } from '../../core/time.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import { checkinWindow } from '../../org/domain/checkin-window.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import type { DayPlanner, TeamDay } from '../../org/domain/team-day.ts'
import type { MessageDraft, MessageEdit } from '../../outbox/domain/message.ts'
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'
import type { UncountedNumbers, WeekStanding } from './contributions.ts'
import type { MonthStanding } from './month-standings.ts'
import type { MissingMember } from './morning.ts'

/** The due kind, and the kind of message. */
export const REPORT_DIGEST = 'report-digest'
/** Later the weekend has begun. */
export const DIGEST_LATE_HOURS = 12
const DAYS_OF_A_WEEK = 7

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'report-digest': { checkin: string; date: string }
  }
}

/**
 * A report's digest goes to the first reader; whoever takes the team over afterwards gets the next: in the two weeks in
 * which it is handed over hardly anybody is the ninth. Each costs an edit that finds nothing with every answer.
 */
const READERS = 8

/** `name`: of the report; `date`: of the report, which need not be the day on which it closes. */
export interface ReportRef {
  teamId: string
  name: string
  date: Temporal.PlainDate
}

/** The first reader's message first. */
export const digestKeys = ({ teamId, name, date }: ReportRef): string[] =>
  Array.from({ length: READERS }, (_, index) => {
    const key = `${REPORT_DIGEST}:${name}:${teamId}:${date}`
    return index === 0 ? key : `${key}:${index + 1}`
  })

export const digestMessage = (
  workspaceId: string,
  { teamId, name, date }: ReportRef,
  key: string,
  userId: string,
): MessageDraft => ({
  ...{ workspaceId, key, kind: REPORT_DIGEST, teamId, audience: { to: 'person', userId } },
  subject: { checkin: name, date: date.toString() },
})

/** Of the week that the date is in. */
export const reportDateOf = (
  settings: Pick<TeamSettings, 'reports' | 'workDays'>,
  name: string,
  date: Temporal.PlainDate,
): Temporal.PlainDate => dateInWeek(date, settings.reports[name]!.weekday, weekStart(settings.workDays))

/** From the day of the report until the day before the next. */
export const isReadOn = (report: Temporal.PlainDate, today: Temporal.PlainDate): boolean => {
  const { days } = report.until(today)
  return days >= 0 && days < DAYS_OF_A_WEEK
}

/**
 * With the close of each report, and where the last member closes later, in another zone, with that by the team's clock, but
 * not before a member's close: by then nobody may have been asked. The later closes edit it.
 */
export const planReportDigest: DayPlanner = (day) =>
  reportsOf(day.settings).flatMap((name) => {
    const rhythm = reportKind(name).rhythm(day.settings)
    if (!rhythm) return []
    const ofTeam = checkinWindow(rhythm, day.settings.zone, day.date, null).closeAt
    return checkinPlanner(reportKind(name))(day)
      .filter(({ kind }) => kind === REPORT_DUE_KINDS.close)
      .map((close) => {
        const [, ...rest] = close.dueKey.split(':')
        const first = firstClose(day, name, reportOfDigest(close.dueKey).date) ?? ofTeam
        const dueAt = earlierOf(close.dueAt, isBefore(ofTeam, first) ? first : ofTeam)
        return { ...close, kind: REPORT_DIGEST, dueKey: [REPORT_DIGEST, ...rest].join(':'), dueAt }
      })
  })

/** Of whoever is asked for the report, on whichever day. Null: nobody is. */
const firstClose = (day: TeamDay, name: string, date: Temporal.PlainDate): Temporal.Instant | null =>
  day.members
    .flatMap((of) => {
      const own = ownWindow(reportKind(name), day.settings, of, date)
      return own?.asked ? [own.window.closeAt] : []
    })
    .reduce<Temporal.Instant | null>((first, closeAt) => (first ? earlierOf(first, closeAt) : closeAt), null)

/** The due kind: who is missing, an hour before the close by the team's clock, and not sooner than half an hour after the prompt. */
export const MISSING_REPORTS = 'report-missing'
const BEFORE_CLOSE_MINUTES = 60
const AFTER_PROMPT_MINUTES = 30

export const planMissingReports: DayPlanner = (day) =>
  reportsOf(day.settings).flatMap((name): PlannedItem[] => {
    const kind = reportKind(name)
    const items = checkinPlanner(kind)(day)
    const close = items.find((item) => item.kind === REPORT_DUE_KINDS.close)
    if (!close || !items.some((item) => item.kind === REPORT_DUE_KINDS.prompt)) return []
    const { promptAt, closeAt } = checkinWindow(kind.rhythm(day.settings)!, day.settings.zone, day.date, null)
    const [soonest, wanted] = [
      promptAt.add({ minutes: AFTER_PROMPT_MINUTES }),
      closeAt.subtract({ minutes: BEFORE_CLOSE_MINUTES }),
    ]
    const dueAt = isBefore(wanted, soonest) ? soonest : wanted
    if (!isBefore(dueAt, closeAt)) return []
    const [, ...rest] = close.dueKey.split(':')
    return [{ ...close, kind: MISSING_REPORTS, dueKey: [MISSING_REPORTS, ...rest].join(':'), dueAt }]
  })

/** Of an item as planned above. */
export const reportOfDigest = (dueKey: string): { name: string; date: Temporal.PlainDate } =>
  checkinIn(dueKey)

/** It shows what the summary shows, and changes with it. */
export const digestEdits = ({
  workspaceId,
  teamId,
  date,
  kind: name,
}: {
  workspaceId: string
  teamId: string
  date: Temporal.PlainDate
  /** Of check-in. */
  kind: string
}): MessageEdit[] =>
  name === STANDUP_KIND.name
    ? []
    : digestKeys({ teamId, name, date }).map((key) => ({
        ...{ workspaceId, key, kind: REPORT_DIGEST, teamId, onlyEdits: true },
        subject: { checkin: name, date: date.toString() },
      }))

export interface DigestQuestion {
  memberId: MemberId
  name: string
  /** Null: the reader. */
  askedBy: UserId | null
  /** `over`: no answer came in time. */
  state: 'open' | 'answered' | 'over'
  until: Temporal.Instant
  /** What the member wrote to whoever asked; may be empty. */
  reply: string
}

/** A team's report of a date, for whoever leads the team. */
export interface ReportDigest extends ReportRef {
  team: TeamIdentity
  definition: ReportDefinition
  zone: string
  expected: number
  answered: number
  /** How many of the expected are asked later, in another zone. */
  later: number
  /** Reports of others than the reader, and how many of them are still to be read. */
  reports: number
  unread: number
  missing: readonly Pick<MissingMember, 'name' | 'nudge'>[]
  /** The reader's own is missing. */
  ownMissing: boolean
  /** When it closes, by the team's clock. Null: it has. */
  closesAt: Temporal.Instant | null
  week: readonly WeekStanding[]
  /** The earliest day first. */
  uncounted: readonly UncountedNumbers[]
  month: readonly MonthStanding[]
  /** By user id. */
  nameOf: Readonly<Record<string, string>>
  /** Open ones, the first due first. `name`: who asks. `overdue`: by the working days of whoever has it. */
  support: readonly (SupportRequest & { name: string; overdue: boolean })[]
  /** Plan lines of the week of which it was said what became of them. */
  saidDid: { done: number; planned: number } | null
  questions: readonly DigestQuestion[]
}

export interface ReportDigestFacts {
  kind: 'report-digest'
  /** Null: the reader does not lead the team any more. */
  digest: ReportDigest | null
  /** Who leads it now. */
  managerUserId: UserId
}
