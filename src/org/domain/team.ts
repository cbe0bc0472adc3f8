// Teams, members, and a team's settings: calendar, check-in times and board. Settings are versioned by effective date.

import type { Locale } from '../../core/i18n/locale.ts'
import type { ChannelId, MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'

/** The preset roles. */
export const ROLES = ['hunter', 'account-manager', 'campaign-planner', 'analyst'] as const
export type PresetRole = (typeof ROLES)[number]
/** A preset's key, or the name of a role that the workspace has added. */
export type Role = string

export type ZoneRule = 'member' | 'team'
/** Which working day a standup asks numbers for: the one before it, or its own. */
export type NumbersDay = 'previous' | 'same'

/** What a board ranks by. */
export type Measure =
  | { kind: 'metric'; metric: MetricKey }
  /** The sum of points × value over the metrics. */
  | { kind: 'points' }
  /** How much people reached of their target for the metric; null: of all the targets that each of them has. */
  | { kind: 'attainment'; metric: MetricKey | null }
  /** What people reached of their targets, by weights that add up to 100. */
  | { kind: 'weighted'; weights: readonly MeasureWeight[] }

export interface MeasureWeight {
  metric: MetricKey
  /** A whole number from 1 to 100. */
  weight: number
}
/** Whose names the board shows in the channel: everyone's, the top five's, or nobody's. */
export type BoardNames = 'all' | 'top' | 'none'
/** Which deals are celebrated in the channel: every one, big ones and records, or none. */
export type CelebratedWins = 'all' | 'big' | 'none'

export const DEFAULT_WORKING_HOURS: WorkingHours = { from: '09:00', to: '18:00' }

/** The weekly report among a team's reports. */
export const WEEKLY_REPORT = 'weekly'

/** Friday afternoon, with time for it before the weekend. */
export const DEFAULT_REPORT: ReportSettings = {
  ...{ on: true, weekday: 5, promptTime: '16:00', closeAfterMinutes: 120, remindBeforeCloseMinutes: 30 },
  ...{ asksNumbers: true, title: '', questions: [] },
}

export interface TeamSettings {
  name: string
  locale: Locale
  /** ISO days of the week, Monday = 1. */
  workDays: readonly number[]
  /** ISO date that is worked, as is every second such weekday; its weekday is not in `workDays`. Null: every week is alike. */
  alternateDay: string | null
  /** ISO 3166 country whose public holidays the team has off; null: no public holidays. */
  holidayCountry: string | null
  holidayRegion: string | null
  zoneRule: ZoneRule
  /** IANA zone of the team; used for channel messages and, with zoneRule `team`, for everyone. */
  zone: string
  /** Local wall time 'HH:MM'. */
  promptTime: string
  closeAfterMinutes: number
  remindBeforeCloseMinutes: number
  numbersDay: NumbersDay
  measure: Measure
  boardNames: BoardNames
  wins: CelebratedWins
  /** True: targets show a score of 0.0 to 1.0 beside what is reached. */
  okrView: boolean
  /** In which somebody can be expected to answer; local wall times 'HH:MM', `from` before `to`. */
  workingHours: WorkingHours
  /** By kind of check-in: its questions in the team's order, on or off. A missing kind uses its default questions. */
  questions: Readonly<Record<string, readonly QuestionSwitch[]>>
  /** By name: the team's check-ins beside the daily one, such as the weekly report. */
  reports: Readonly<Record<string, ReportSettings>>
  /** What the team calls its daily check-in, as `checkinNameIn` leaves it. Empty: standup, 晨会. */
  checkinName: string
}

export interface WorkingHours {
  from: string
  to: string
}

/** When a team's report is due, and what it asks; of a kind that is built in only what the team adds to it. */
export interface ReportSettings {
  on: boolean
  /** ISO day of the week; who is off on it is asked on their last working day of the week. */
  weekday: number
  /** Local wall time 'HH:MM'. */
  promptTime: string
  closeAfterMinutes: number
  remindBeforeCloseMinutes: number
  /** It asks for the numbers of its day, which the next standup then does not ask for. */
  asksNumbers: boolean
  /** What the team calls it. Empty: the word of the reader's language for the kind. */
  title: string
  questions: readonly ReportQuestion[]
}

/** A question in the team's own words. */
export interface ReportQuestion {
  key: string
  text: string
  /** The answers are kept as insights, for others to find. */
  insight?: boolean | undefined
}

/** One question of a check-in, and whether the team has it on. */
export interface QuestionSwitch {
  key: string
  on: boolean
}

export interface Team {
  workspaceId: WorkspaceId
  teamId: TeamId
  channelId: ChannelId
  managerUserId: UserId
  /** Acts while the manager is away. Null: nobody is named. */
  delegateUserId: UserId | null
  parentTeamId: TeamId | null
  archivedAt: Temporal.Instant | null
}

/** A team as an option in a menu. */
export interface NamedTeam {
  teamId: TeamId
  /** Null: the reader may not know it. */
  name: string | null
  /** Null: not known, or not for the reader. */
  channelName: string | null
}

export interface Member {
  workspaceId: WorkspaceId
  memberId: MemberId
  teamId: TeamId
  userId: UserId
  role: Role
  joinedOn: Temporal.PlainDate
  /** The last day in the team. */
  leftOn: Temporal.PlainDate | null
}
