// Action ids of the buttons below the list of changes.

export const AUDIT = {
  /** Shows the page of the list that its value names. */
  page: 'audit.page',
} as const
