// Lists every kind of data that a request to the language model can hold: the code's own list, which an admin sees.

/** A request's data stands under these names alone, so that nothing else can be sent. */
export const SENT_FIELDS = [
  /** What the person typed to the bot, and nothing that others wrote. */
  'question',
  /** Today's date, and which period is meant. */
  'dates',
  'own-name',
  'names-of-people',
  'names-of-teams',
  'numbers',
  'targets',
  'pace-and-forecast',
  'funnel',
  'boards',
  'plan-lines',
  'to-do',
  'blockers',
  'report-texts',
  'checkin-states',
  'warnings',
  'meanings-of-metrics',
  /** That something may not be seen, or is not there. */
  'not-covered',
] as const

export type SentField = (typeof SENT_FIELDS)[number]
