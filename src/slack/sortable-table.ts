// How much a message's sortable table may hold: sources disagree on Slack's limits, and these are inside all of them.

export const MOST_ROWS = 100
export const MOST_CHARACTERS = 9000
/** More rows are on the next page of the table itself. */
export const ROWS_AT_ONCE = 50
