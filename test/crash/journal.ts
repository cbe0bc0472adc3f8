// Records what the members of a crash test did and which results they were told; the invariants check these.

export interface AnswerAttempt {
  memberId: string
  /** The date of the standup. */
  date: string
  /** A unique text in this answer's plan. */
  token: string
  calls: number
  visits: number
  /** The modal closed, which tells the member that the answer is saved. */
  acknowledged: boolean
}

export interface ReportAttempt {
  memberId: string
  /** The date of the weekly report. */
  date: string
  /** A unique text in this report. */
  token: string
  /** The modal closed, which tells the member that it is saved. */
  acknowledged: boolean
}

export interface LineAttempt {
  memberId: string
  date: string
  metricKey: string
  /** As the ledger has it; no other line of this member on this date has it for this metric. */
  value: number
  /** The bot confirmed the logged line. */
  acknowledged: boolean
}

export interface WarningAttempt {
  episodeId: string
  userId: string
  /** The event that the form leads to. */
  reason: 'acknowledged' | 'snoozed' | 'not-a-risk'
  /** The form closed, which says that it is saved. */
  acknowledged: boolean
}

export interface Journal {
  /** In chronological order. */
  answers: AnswerAttempt[]
  reports: ReportAttempt[]
  lines: LineAttempt[]
  /** Channels that the bot was added to: each must lead to one invitation. */
  addedTo: string[]
  warnings: WarningAttempt[]
}

export const emptyJournal = (): Journal => ({
  answers: [],
  reports: [],
  lines: [],
  addedTo: [],
  warnings: [],
})
