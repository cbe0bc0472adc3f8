// Meetings of a team: how often each is held, what its agenda is made of, and what comes out of it.
import type { Period, PeriodKind } from '../../numbers/domain/period.ts'

/** A period that a meeting looks back on. */
export type MeetingPeriod = Exclude<PeriodKind, 'year'>
export const MEETING_PERIODS = ['day', 'week', 'month', 'quarter'] as const satisfies MeetingPeriod[]

/** A point of an agenda. */
export type AgendaPoint = 'results' | 'gaps' | 'leaks' | 'last-measures' | 'support' | 'open-items'

/** Of measures and action items each is an action item; causes and minutes are kept with the review. */
export type Output = 'cause' | 'measure' | 'action-item' | 'minutes'

export interface Meeting {
  cadence: 'daily' | 'weekly' | 'monthly' | 'quarterly'
  /** What it looks back on. */
  period: MeetingPeriod
  /** In the order in which they are gone through. */
  agenda: readonly AgendaPoint[]
  outputs: readonly Output[]
  /** True: whoever leads the team is offered it when the period is over. The daily and weekly ones have messages of their own. */
  offered: boolean
}

const LOOKING_BACK = {
  agenda: ['results', 'gaps', 'leaks', 'last-measures', 'support', 'open-items'],
  outputs: ['cause', 'measure', 'action-item', 'minutes'],
  offered: true,
} as const

export const MEETINGS: readonly Meeting[] = [
  {
    ...{ cadence: 'daily', period: 'day', agenda: ['results', 'support', 'open-items'] },
    ...{ outputs: ['action-item', 'minutes'], offered: false },
  },
  {
    ...{ cadence: 'weekly', period: 'week', agenda: ['results', 'gaps', 'support', 'open-items'] },
    ...{ outputs: ['action-item', 'minutes'], offered: false },
  },
  { cadence: 'monthly', period: 'month', ...LOOKING_BACK },
  { cadence: 'quarterly', period: 'quarter', ...LOOKING_BACK },
]

/** Null: no meeting looks back on such a period, as on a year. */
export const meetingOn = (kind: PeriodKind): Meeting | null =>
  MEETINGS.find(({ period }) => period === kind) ?? null

export const hasOutput = ({ kind }: Pick<Period, 'kind'>, output: Output): boolean =>
  meetingOn(kind)?.outputs.includes(output) ?? false
