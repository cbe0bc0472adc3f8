// Sums over a person's days of one metric, from which an average day and how much days vary can be told.

/** All values scaled. */
export interface DaySums {
  /** Working fractions, or where the calendar is not known, days with a report. */
  days: number
  /** Days on which anything came in. */
  active: number
  sum: number
  /** The sum of the squared values of whole days. */
  squares: number
}

/** Of one person and metric: a longer time, and the latest of it. */
export interface LearntSums {
  sum: number
  recent: DaySums
}
