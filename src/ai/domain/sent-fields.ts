// Lists every kind of data that a request to the language model can hold: the code's own list, which an admin sees.

/** A request's data stands under these names alone, so that nothing else can be sent. */
export const SENT_FIELDS = [
  /** What the person typed to the bot, and nothing that others wrote. */
  'question',
  /** Today's date, which period is meant, and when something is due. */
  'dates',
  'names-of-people',
  'names-of-teams',
  'numbers',
  'targets',
  'pace-and-forecast',
  'funnel',
  'boards',
  /** Lines of a plan, and what was noted as done. */
  'plan-lines',
  'deals',
  'to-do',
  'blockers',
  /** Who has answered, who is away, and how much of a plan was done. */
  'checkin-states',
  'warnings',
  /** What they are called, too. */
  'meanings-of-metrics',
  /** That something may not be seen, is not there, or was left out. */
  'not-covered',
] as const

export type SentField = (typeof SENT_FIELDS)[number]
