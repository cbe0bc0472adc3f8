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
}

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
    { key: 'results', text: null, prefill: 'results', support: false },
    { key: 'plan', text: null, prefill: 'plan', support: false },
    { key: 'challenges', text: null, prefill: 'challenges', support: true },
    { key: 'market', text: null, prefill: null, support: false },
  ],
}

export function definitionOf(name: string, settings: ReportSettings): ReportDefinition {
  const { title, asksNumbers, questions } = settings
  const own = questions.map(({ key, text }): ReportSection => ({ key, text, prefill: null, support: false }))
  return { name, title, asksNumbers, sections: [...(BUILT_IN[name] ?? []), ...own] }
}

/** Of all reports: `sharesDueKinds`. */
export const REPORT_DUE_KINDS = {
  ...{ prompt: 'report-prompt', remind: 'report-remind', 'member-close': 'report-member-close' },
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
