// The fiscal year: it starts in a month that the workspace names, and quarters follow it.

/** The calendar year. */
export const JANUARY = 1
const MONTHS_IN_YEAR = 12

export interface Months {
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
}

/** The months that contain the date, in steps of `months` from the start of the fiscal year: 1 a month, 3 a quarter, 12 a year. */
export function fiscalMonths(date: Temporal.PlainDate, months: 1 | 3 | 12, yearStarts: number): Months {
  const into = (date.month - yearStarts + MONTHS_IN_YEAR) % months
  const from = date.with({ day: 1 }).subtract({ months: into })
  return { from, to: from.add({ months }).subtract({ days: 1 }) }
}

/** 1 to 4: which quarter of its fiscal year begins in the month. */
export const quarterNumber = (month: number, yearStarts: number): number =>
  ((month - yearStarts + MONTHS_IN_YEAR) % MONTHS_IN_YEAR) / 3 + 1
