// What the members of a crash test did, and what they were told came of it: the promises that have to be kept.

export interface AnswerAttempt {
  memberId: string
  /** The standup's. */
  date: string
  /** In no other answer: stands in its plan. */
  token: string
  calls: number
  visits: number
  /** The modal closed: the member was promised that it is saved. */
  acknowledged: boolean
}

export interface LineAttempt {
  memberId: string
  date: string
  /** Logged by no other line of this member on this date. */
  proposals: number
  /** What was understood was said back. */
  acknowledged: boolean
}

export interface Journal {
  /** In the order in which they were made. */
  answers: AnswerAttempt[]
  lines: LineAttempt[]
  /** Channels that the bot was added to: each is owed one invitation. */
  addedTo: string[]
}

export const emptyJournal = (): Journal => ({ answers: [], lines: [], addedTo: [] })
