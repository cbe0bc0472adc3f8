// Reports as kinds of check-ins: what each asks is data, built in or from the team's settings.
import { type ReportSettings, type TeamSettings, WEEKLY_REPORT } from '../../../org/domain/team.ts'
import type { CheckinKind } from '../../domain/checkin-kind.ts'

export interface ReportSection {
  key: string
  /** In the team's words. Null: the kind's own sentence for the key. */
  text: string | null
  /** What of the member's week it is filled in with. */
  prefill: 'results' | 'plan' | 'challenges' | null
  /** Below it members ask for support, a line for each request. */
  support: boolean
  /** What members write is kept as an insight, for others to find. */
  insight: boolean
}

const PLAIN = { text: null, support: false, insight: false } as const

export interface ReportDefinition {
  name: string
  /** In the team's words. Empty: the word of the reader's language. */
  title: string
  asksNumbers: boolean
  sections: readonly ReportSection[]
}

/** Whatever else a team names is asked as its settings say. */
const BUILT_IN: Readonly<Record<string, readonly ReportSection[]>> = {
  [WEEKLY_REPORT]: [
    { ...PLAIN, key: 'results', prefill: 'results' },
    { ...PLAIN, key: 'plan', prefill: 'plan' },
    { ...PLAIN, key: 'challenges', prefill: 'challenges', support: true },
    { ...PLAIN, key: 'market', prefill: null, insight: true },
  ],
}

export function definitionOf(name: string, settings: ReportSettings): ReportDefinition {
  const { title, asksNumbers, questions } = settings
  const own = questions.map(
    ({ key, text, insight = false }): ReportSection => ({ ...PLAIN, key, text, prefill: null, insight }),
  )
  return { name, title, asksNumbers, sections: [...(BUILT_IN[name] ?? []), ...own] }
}

/** Of all reports: `sharesDueKinds`. */
export const REPORT_DUE_KINDS = {
  ...{ prompt: 'report-prompt', remind: 'report-remind', 'member-close': 'report-member-close' },
  'snooze-over': 'report-snooze-over',
  ...{ close: 'report-close', 'edit-over': 'report-edit-over', 'late-over': 'report-late-over' },
} as const

export const reportKind = (name: string): CheckinKind => ({
  ...{ name, dueKinds: REPORT_DUE_KINDS, sharesDueKinds: true, questions: [] },
  rhythm: ({ reports }) => {
    const report = reports[name]
    if (!report?.on) return null
    const { promptTime, closeAfterMinutes, remindBeforeCloseMinutes, weekday } = report
    return { promptTime, closeAfterMinutes, remindBeforeCloseMinutes, weekday }
  },
})

/** The names of those that the team has on. */
export const reportsOf = ({ reports }: Pick<TeamSettings, 'reports'>): string[] =>
  Object.keys(reports).filter((name) => reports[name]?.on)
